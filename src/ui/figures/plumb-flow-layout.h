/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlumbFlowBox:
 * @x: from the left
 * @y: from the top
 * @width: how wide it is
 * @height: how high it is
 *
 * Where a step of a flow stands, in pixels.
 */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} PlumbFlowBox;

/**
 * PlumbFlowGrid:
 * @columns: how many boxes stand in a row; 1 is a stack
 * @box_width: how wide each is
 * @gap: between the boxes of a row
 * @row_gap: between rows
 * @width: how wide all of it is
 * @rtl: whether the flow runs from right to left
 *
 * How the boxes of a flow are set, before their heights are known.
 */
typedef struct {
  guint columns;
  double box_width;
  double gap;
  double row_gap;
  double width;
  gboolean rtl;
} PlumbFlowGrid;

#define PLUMB_FLOW_ARROW_MAX_POINTS 4

/**
 * PlumbFlowArrow:
 * @n_points: 2 for a straight arrow; 4 for one that goes round to the next row
 * @x: across, for each point
 * @y: down, for each point
 *
 * An arrow from one box to the next: the corners of its line, the last one at its tip.
 */
typedef struct {
  guint n_points;
  double x[PLUMB_FLOW_ARROW_MAX_POINTS];
  double y[PLUMB_FLOW_ARROW_MAX_POINTS];
} PlumbFlowArrow;

PlumbFlowGrid
plumb_flow_grid (guint n_boxes, double width, double em, double min_box_width, gboolean rtl);
double plumb_flow_grid_place (const PlumbFlowGrid *grid,
                              const double *heights,
                              guint n_boxes,
                              PlumbFlowBox *boxes);
PlumbFlowArrow plumb_flow_grid_arrow (const PlumbFlowGrid *grid,
                                      const PlumbFlowBox *boxes,
                                      guint from,
                                      double clearance);

G_END_DECLS
