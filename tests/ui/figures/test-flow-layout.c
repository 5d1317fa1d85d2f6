/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "plumb-flow-layout.h"

static const struct {
  guint n;
  double width;
  double em;
  double min_box;
  guint columns;
} grids[] = {
  /* Narrow for its text: a stack, however many would fit. */
  { 5, 360, 15, 140, 1 },
  { 5, 479, 15, 60, 1 },
  { 5, 720, 30, 280, 1 },
  /* Wide: as many as fit, spread over rows of the same number. */
  { 5, 720, 15, 140, 3 },
  { 4, 720, 15, 140, 4 },
  { 6, 720, 15, 140, 3 },
  { 5, 1100, 15, 140, 5 },
  { 7, 1100, 15, 140, 4 },
  { 2, 500, 15, 140, 2 },
  { 3, 720, 15, 700, 1 },
  /* One, and none. */
  { 1, 720, 15, 140, 1 },
  { 0, 720, 15, 140, 1 },
};

static void
test_columns (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (grids); i++) {
    PlumbFlowGrid grid =
        plumb_flow_grid (grids[i].n, grids[i].width, grids[i].em, grids[i].min_box, FALSE);

    g_test_message ("%u in %g", grids[i].n, grids[i].width);
    g_assert_cmpuint (grid.columns, ==, grids[i].columns);
    g_assert_cmpfloat (grid.columns * grid.box_width + (grid.columns - 1) * grid.gap,
                       <=,
                       grids[i].width);
    if (grid.columns > 1) {
      g_assert_cmpfloat (grid.box_width, >=, grids[i].min_box);
    }
  }
}

/* Boxes stay inside, don't overlap, and those of a row are equally high. */
static void
test_place (void)
{
  const double heights[] = { 40, 90, 60, 30, 70 };

  for (guint rtl = 0; rtl < 2; rtl++) {
    for (double width = 300; width <= 1200; width += 20) {
      PlumbFlowGrid grid = plumb_flow_grid (5, width, 15, 140, rtl);
      PlumbFlowBox boxes[5];
      double height = plumb_flow_grid_place (&grid, heights, 5, boxes);

      for (guint i = 0; i < 5; i++) {
        g_assert_cmpfloat (boxes[i].x, >=, 0);
        g_assert_cmpfloat (boxes[i].x + boxes[i].width, <=, width);
        g_assert_cmpfloat (boxes[i].height, >=, heights[i]);
        g_assert_cmpfloat (boxes[i].y + boxes[i].height, <=, height);
        for (guint j = 0; j < i; j++) {
          if (i / grid.columns == j / grid.columns) {
            g_assert_cmpfloat (boxes[i].y, ==, boxes[j].y);
            g_assert_cmpfloat (boxes[i].height, ==, boxes[j].height);
            g_assert_cmpfloat (ABS (boxes[i].x - boxes[j].x), >=, grid.box_width + grid.gap);
          } else {
            g_assert_cmpfloat (boxes[i].y, >=, boxes[j].y + boxes[j].height + grid.row_gap);
          }
        }
      }
    }
  }
}

static void
test_none (void)
{
  PlumbFlowGrid grid = plumb_flow_grid (0, 720, 15, 140, FALSE);

  g_assert_cmpfloat (plumb_flow_grid_place (&grid, NULL, 0, NULL), ==, 0);
}

static void
test_mirror (void)
{
  const double heights[] = { 40, 90, 60, 30, 70 };
  PlumbFlowGrid grid = plumb_flow_grid (5, 720, 15, 140, FALSE);
  PlumbFlowGrid mirrored = plumb_flow_grid (5, 720, 15, 140, TRUE);
  PlumbFlowBox boxes[5], other[5];

  plumb_flow_grid_place (&grid, heights, 5, boxes);
  plumb_flow_grid_place (&mirrored, heights, 5, other);

  for (guint i = 0; i < 5; i++) {
    g_assert_cmpfloat_with_epsilon (boxes[i].x, 720 - other[i].x - other[i].width, 0.01);
    g_assert_cmpfloat (boxes[i].y, ==, other[i].y);
  }
  for (guint i = 0; i < 4; i++) {
    PlumbFlowArrow arrow = plumb_flow_grid_arrow (&grid, boxes, i, 4);
    PlumbFlowArrow back = plumb_flow_grid_arrow (&mirrored, other, i, 4);

    g_assert_cmpuint (arrow.n_points, ==, back.n_points);
    for (guint j = 0; j < arrow.n_points; j++) {
      g_assert_cmpfloat_with_epsilon (arrow.x[j], 720 - back.x[j], 0.01);
      g_assert_cmpfloat_with_epsilon (arrow.y[j], back.y[j], 0.01);
    }
  }
}

static void
test_arrows (void)
{
  const double heights[] = { 40, 40, 40, 40, 40 };
  PlumbFlowGrid grid = plumb_flow_grid (5, 720, 15, 140, FALSE);
  PlumbFlowGrid stack = plumb_flow_grid (5, 300, 15, 140, FALSE);
  PlumbFlowBox boxes[5];
  PlumbFlowArrow arrow;

  plumb_flow_grid_place (&grid, heights, 5, boxes);
  /* To a neighbour: level, to the right, short of both. */
  arrow = plumb_flow_grid_arrow (&grid, boxes, 0, 4);
  g_assert_cmpuint (arrow.n_points, ==, 2);
  g_assert_cmpfloat (arrow.y[0], ==, arrow.y[1]);
  g_assert_cmpfloat (arrow.x[0], ==, boxes[0].x + boxes[0].width + 4);
  g_assert_cmpfloat (arrow.x[1], ==, boxes[1].x - 4);
  /* Round to the next row: down out of the third, into the fourth from above. */
  arrow = plumb_flow_grid_arrow (&grid, boxes, 2, 4);
  g_assert_cmpuint (arrow.n_points, ==, 4);
  g_assert_cmpfloat (arrow.x[0], ==, boxes[2].x + boxes[2].width / 2);
  g_assert_cmpfloat (arrow.x[3], ==, boxes[3].x + boxes[3].width / 2);
  g_assert_cmpfloat (arrow.y[3], ==, boxes[3].y - 4);
  g_assert_cmpfloat (arrow.y[1], ==, arrow.y[2]);
  g_assert_cmpfloat (arrow.y[3], >, arrow.y[2]);

  /* In a stack: straight down. */
  plumb_flow_grid_place (&stack, heights, 5, boxes);
  for (guint i = 0; i < 4; i++) {
    arrow = plumb_flow_grid_arrow (&stack, boxes, i, 4);
    g_assert_cmpuint (arrow.n_points, ==, 2);
    g_assert_cmpfloat (arrow.x[0], ==, arrow.x[1]);
    g_assert_cmpfloat (arrow.y[1], >, arrow.y[0]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/flow-layout/columns", test_columns);
  g_test_add_func ("/figures/flow-layout/place", test_place);
  g_test_add_func ("/figures/flow-layout/none", test_none);
  g_test_add_func ("/figures/flow-layout/mirror", test_mirror);
  g_test_add_func ("/figures/flow-layout/arrows", test_arrows);

  return g_test_run ();
}
