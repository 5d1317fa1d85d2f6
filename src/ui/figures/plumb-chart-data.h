/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-blocks.h>

G_BEGIN_DECLS

/**
 * PlumbChartExtents:
 * @has_points: whether there is a point at all
 * @x_min: the leftmost
 * @x_max: the rightmost
 * @y_min: the lowest
 * @y_max: the highest
 *
 * What the points of a chart lie between.
 */
typedef struct {
  gboolean has_points;
  double x_min;
  double x_max;
  double y_min;
  double y_max;
} PlumbChartExtents;

guint plumb_series_get_n_points (PlumbSeries *series);
guint plumb_series_get_decimals (PlumbSeries *series);
void plumb_series_get_point (PlumbSeries *series, guint position, double *x, double *y);

guint plumb_chart_get_n_series (PlumbChart *chart);
guint plumb_chart_get_n_categories (PlumbChart *chart);
const char *plumb_chart_get_category (PlumbChart *chart, guint position);
PlumbChartExtents plumb_chart_get_extents (PlumbChart *chart);
PlumbTable *plumb_chart_to_table (PlumbChart *chart);

double plumb_chart_scale (double value, double min, double max, double from, double to);
void plumb_chart_spread (double *centers, guint n, double distance, double top, double bottom);

G_END_DECLS
