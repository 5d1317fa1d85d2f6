/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_FINDER (plumb_finder_get_type ())

G_DECLARE_FINAL_TYPE (PlumbFinder, plumb_finder, PLUMB, FINDER, GObject)

PlumbFinder *plumb_finder_new (GtkWidget *root);
void plumb_finder_set_query (PlumbFinder *self, const char *query);
void plumb_finder_set_search (PlumbFinder *self, const char *search);
const char *plumb_finder_get_query (PlumbFinder *self);
void plumb_finder_refresh (PlumbFinder *self);
guint plumb_finder_get_n_matches (PlumbFinder *self);
guint plumb_finder_get_position (PlumbFinder *self);
GtkWidget *plumb_finder_step (PlumbFinder *self, int steps, int *index);
GtkWidget *plumb_finder_select_first_in (PlumbFinder *self, GtkWidget *widget, int *index);

G_END_DECLS
