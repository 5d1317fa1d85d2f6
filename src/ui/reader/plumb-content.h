/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-library-file.h>

G_BEGIN_DECLS

GtkTextDirection plumb_content_direction (const char *lang, PlumbTextDirection declared);
void plumb_content_set_direction (GtkWidget *root, GtkTextDirection direction);

GtkWidget *plumb_content_label (const char *text, ...) G_GNUC_NULL_TERMINATED;
GtkWidget *plumb_content_mark (const char *text, ...) G_GNUC_NULL_TERMINATED;
GtkWidget *plumb_content_prose (const char *markup, ...) G_GNUC_NULL_TERMINATED;
GtkWidget *plumb_content_heading (const char *text, int level, ...) G_GNUC_NULL_TERMINATED;
GtkWidget *plumb_content_bullets (const char *const *markups, gboolean ordered);

void plumb_content_follow (GtkWidget *origin, const char *href, const GdkRectangle *rectangle);
void plumb_content_follow_in_label (GtkLabel *label, const char *href);

G_END_DECLS
