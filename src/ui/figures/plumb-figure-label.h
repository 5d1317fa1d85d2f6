/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *plumb_figure_label_new (GtkAccessibleRole role, const char *css_class);
void plumb_figure_label_connect (GtkLabel *label, GtkWidget *owner, GCallback activate_link);
const char *plumb_figure_label_get (GtkLabel *label);
gboolean plumb_figure_label_set (GtkLabel *label, const char *markup);
void plumb_figure_spread_direction (GtkWidget *widget);

G_END_DECLS
