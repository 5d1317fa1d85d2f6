/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include <plumb-search.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_RESULTS_VIEW (plumb_results_view_get_type ())

G_DECLARE_FINAL_TYPE (PlumbResultsView, plumb_results_view, PLUMB, RESULTS_VIEW, AdwBin)

GtkWidget *plumb_results_view_new (void);
void plumb_results_view_set_search (PlumbResultsView *self, PlumbSearch *search);
const char *plumb_results_view_get_page (PlumbResultsView *self);
gboolean plumb_results_view_focus (PlumbResultsView *self);
gboolean plumb_results_view_is_focus_first (PlumbResultsView *self);
void plumb_results_view_activate_first (PlumbResultsView *self);

char *plumb_results_view_describe_count (guint n_results);

G_END_DECLS
