/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-flow-layout.h"

#include <math.h>

/* All in ems, so that twice the text size asks for twice the room: 32 em are 480 px at the usual size. */
#define NARROW 32.0
#define MAX_BOX_WIDTH 22.0
#define GAP 2.4
#define ROW_GAP 2.4
#define STACK_GAP 1.9

/**
 * plumb_flow_grid:
 * @n_boxes: how many steps there are
 * @width: how wide the flow may be, in pixels
 * @em: the size of the text, in pixels
 * @min_box_width: the narrowest that a box can be beside others, in pixels
 * @rtl: whether the flow runs from right to left
 *
 * Decides whether the steps stand beside each other or in a stack. Where they don't fit beside each other they take
 * several rows, of the same number of boxes as far as possible, so that no row holds a single leftover next to a full one.
 *
 * Returns: how the boxes are set
 */
PlumbFlowGrid
plumb_flow_grid (guint n_boxes, double width, double em, double min_box_width, gboolean rtl)
{
  PlumbFlowGrid grid = { .gap = round (GAP * em), .width = width, .rtl = rtl };
  guint fit = 1;

  if (width >= NARROW * em) {
    fit = (guint) MAX (1, floor ((width + grid.gap) / (min_box_width + grid.gap)));
  }

  if (fit > 1 && n_boxes > 1) {
    guint rows = (n_boxes + fit - 1) / fit;

    grid.columns = (n_boxes + rows - 1) / rows;
  } else {
    grid.columns = 1;
  }

  grid.row_gap = round ((grid.columns > 1 ? ROW_GAP : STACK_GAP) * em);
  grid.box_width = floor ((width - (grid.columns - 1) * grid.gap) / grid.columns);
  /* A stack in a narrow place takes all of it; a short row, or a single box in a wide one, does not. */
  if (width >= NARROW * em) {
    grid.box_width = MIN (grid.box_width, MAX (floor (MAX_BOX_WIDTH * em), min_box_width));
  }

  return grid;
}

/**
 * plumb_flow_grid_place:
 * @grid: how the boxes are set
 * @heights: (array length=n_boxes): how high each has to be
 * @n_boxes: how many there are
 * @boxes: (out caller-allocates) (array length=n_boxes): where each stands
 *
 * Places the boxes. Those of one row are made equally high.
 *
 * Returns: how high all of it is
 */
double
plumb_flow_grid_place (const PlumbFlowGrid *grid,
                       const double *heights,
                       guint n_boxes,
                       PlumbFlowBox *boxes)
{
  double y = 0;

  for (guint start = 0; start < n_boxes; start += grid->columns) {
    guint end = MIN (start + grid->columns, n_boxes);
    double height = 0;

    for (guint i = start; i < end; i++) {
      height = MAX (height, heights[i]);
    }

    for (guint i = start; i < end; i++) {
      double x = (i - start) * (grid->box_width + grid->gap);

      boxes[i].x = grid->rtl ? grid->width - x - grid->box_width : x;
      boxes[i].y = y;
      boxes[i].width = grid->box_width;
      boxes[i].height = height;
    }

    y += height + grid->row_gap;
  }

  return n_boxes > 0 ? y - grid->row_gap : 0;
}

/**
 * plumb_flow_grid_arrow:
 * @grid: how the boxes are set
 * @boxes: where they stand
 * @from: the box that the arrow leaves; it leads to the next one
 * @clearance: between an arrow and the boxes, in pixels
 *
 * Finds the way of an arrow: straight to a neighbour or, at the end of a row, round to the start of the next.
 *
 * Returns: the arrow
 */
PlumbFlowArrow
plumb_flow_grid_arrow (const PlumbFlowGrid *grid,
                       const PlumbFlowBox *boxes,
                       guint from,
                       double clearance)
{
  const PlumbFlowBox *a = &boxes[from];
  const PlumbFlowBox *b = &boxes[from + 1];
  double a_center = a->x + a->width / 2;
  double b_center = b->x + b->width / 2;
  double bottom = a->y + a->height + clearance;
  double top = b->y - clearance;

  if (grid->columns == 1) {
    return (PlumbFlowArrow) { 2, { a_center, b_center }, { bottom, top } };
  }

  if ((from + 1) % grid->columns != 0) {
    double y = a->y + a->height / 2;

    if (grid->rtl) {
      return (PlumbFlowArrow) { 2, { a->x - clearance, b->x + b->width + clearance }, { y, y } };
    }

    return (PlumbFlowArrow) { 2, { a->x + a->width + clearance, b->x - clearance }, { y, y } };
  }

  {
    /* The level part runs above the middle of the gap, which leaves the tip its length. */
    double middle = bottom + (top - bottom) * 0.4;

    return (PlumbFlowArrow) { 4,
                              { a_center, a_center, b_center, b_center },
                              { bottom, middle, middle, top } };
  }
}
