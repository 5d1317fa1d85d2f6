/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-library.h>

G_BEGIN_DECLS

void plumb_crux_columns_append (GtkColumnView *view, PlumbLibrary *library);
void plumb_crux_columns_set_narrow (GtkColumnView *view, gboolean narrow);
void plumb_crux_columns_set_width (GtkColumnView *view, int width);
void plumb_crux_columns_set_topics (GtkColumnView *view, gboolean topics);
void plumb_crux_columns_sort (GtkColumnView *view, const char *sort);
char *plumb_crux_columns_dup_sort (GtkColumnView *view);

G_END_DECLS
