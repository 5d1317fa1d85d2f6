/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_DEPTH_GAUGE (plumb_depth_gauge_get_type ())

G_DECLARE_FINAL_TYPE (PlumbDepthGauge, plumb_depth_gauge, PLUMB, DEPTH_GAUGE, GtkWidget)

const char *plumb_level_get_name (int level);

GtkWidget *plumb_depth_gauge_new (GtkOrientation orientation);
int plumb_depth_gauge_get_level (PlumbDepthGauge *self);
void plumb_depth_gauge_set_level (PlumbDepthGauge *self, int level);
guint plumb_depth_gauge_get_levels (PlumbDepthGauge *self);
void plumb_depth_gauge_set_levels (PlumbDepthGauge *self, guint levels);

G_END_DECLS
