/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "figure-fixtures.h"

#include "plumb-chart-data.h"

static void
test_extents (void)
{
  g_autoptr (PlumbChart) chart = fixture_line_chart ();
  PlumbChartExtents extents = plumb_chart_get_extents (chart);

  g_assert_true (extents.has_points);
  g_assert_cmpfloat (extents.x_min, ==, 0);
  g_assert_cmpfloat (extents.x_max, ==, 4);
  g_assert_cmpfloat (extents.y_min, ==, 0);
  g_assert_cmpfloat (extents.y_max, ==, 8);

  g_list_store_remove_all (G_LIST_STORE (chart->series));
  g_assert_false (plumb_chart_get_extents (chart).has_points);
}

/* Points that are not numbers, or lack a half, are left out. */
static void
test_ragged (void)
{
  g_autoptr (PlumbChart) chart = fixture_line_chart ();
  g_autoptr (PlumbSeries) series = NULL;
  double x, y;

  g_list_store_remove_all (G_LIST_STORE (chart->series));
  fixture_add_series (chart, "Ragged", "1|2", "5|nan|7");
  series = g_list_model_get_item (chart->series, 0);

  g_assert_cmpuint (plumb_series_get_n_points (series), ==, 2);
  plumb_series_get_point (series, 1, &x, &y);
  g_assert_cmpfloat (x, ==, 2);
  g_assert_true (isnan (y));
  g_assert_cmpfloat (plumb_chart_get_extents (chart).y_max, ==, 5);
}

static void
test_categories (void)
{
  g_autoptr (PlumbChart) chart = fixture_bar_chart ();

  g_assert_cmpuint (plumb_chart_get_n_categories (chart), ==, 3);
  g_assert_cmpstr (plumb_chart_get_category (chart, 2), ==, "Long path");
  fixture_add_series (chart, "Longer", NULL, "1|2|3|4");
  g_assert_cmpuint (plumb_chart_get_n_categories (chart), ==, 4);
  g_assert_cmpstr (plumb_chart_get_category (chart, 3), ==, "");
}

static void
assert_row (PlumbTable *table, guint position, const char *cells)
{
  g_autoptr (PlumbTableRow) row = g_list_model_get_item (table->rows, position);
  g_autofree char *joined = g_strjoinv ("|", row->cells);

  g_assert_cmpstr (joined, ==, cells);
}

static void
test_table_of_lines (void)
{
  g_autoptr (PlumbChart) chart = fixture_line_chart ();
  g_autoptr (PlumbTable) table = NULL;
  g_autofree char *columns = NULL;

  fixture_add_series (chart, "Other", "0|1.5", "7|9");
  table = plumb_chart_to_table (chart);
  columns = g_strjoinv ("|", table->columns);

  g_assert_cmpstr (table->caption, ==, "The goal turns");
  g_assert_cmpstr (columns, ==, "Distance|Proxy|Goal|Other");
  /* A row for each place, in order and once; a dash where a line has no point. */
  g_assert_cmpuint (g_list_model_get_n_items (table->rows), ==, 6);
  assert_row (table, 0, "0.0|0|0.00|7");
  assert_row (table, 2, "1.5|–|–|9");
  assert_row (table, 5, "4.0|8|1.60|–");
}

static void
test_table_of_bars (void)
{
  g_autoptr (PlumbChart) chart = fixture_bar_chart ();
  g_autoptr (PlumbTable) table = NULL;

  g_free (chart->categories[0]);
  chart->categories[0] = g_strdup ("Less < more & done");
  table = plumb_chart_to_table (chart);

  g_assert_cmpuint (g_list_model_get_n_items (table->rows), ==, 3);
  /* Cells are markup, names of categories are not. */
  assert_row (table, 0, "Less &lt; more &amp; done|45|35");
  assert_row (table, 2, "Long path|41|41");
}

static void
test_scale (void)
{
  g_assert_cmpfloat (plumb_chart_scale (5, 0, 10, 100, 200), ==, 150);
  g_assert_cmpfloat (plumb_chart_scale (0, 0, 10, 200, 100), ==, 200);
  g_assert_cmpfloat (plumb_chart_scale (12, 0, 10, 100, 200), ==, 220);
  g_assert_cmpfloat (plumb_chart_scale (3, 3, 3, 100, 200), ==, 150);
}

static const struct {
  const char *what;
  double from[4];
  double to[4];
} spreads[] = {
  { "apart already", { 10, 40, 70, 100 }, { 10, 40, 70, 100 } },
  { "two at one place", { 10, 60, 60, 100 }, { 10, 40, 60, 100 } },
  { "at the bottom", { 98, 99, 100, 10 }, { 60, 80, 100, 10 } },
  { "at the top", { 0, 0, 0, 100 }, { 0, 20, 40, 100 } },
  { "in another order", { 90, 20, 85, 21 }, { 90, 1, 70, 21 } },
};

static void
test_spread (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spreads); i++) {
    double centers[4];

    g_test_message ("%s", spreads[i].what);
    for (guint j = 0; j < 4; j++) {
      centers[j] = spreads[i].from[j];
    }
    plumb_chart_spread (centers, 4, 20, 0, 100);
    for (guint j = 0; j < 4; j++) {
      g_assert_cmpfloat (centers[j], ==, spreads[i].to[j]);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/chart-data/extents", test_extents);
  g_test_add_func ("/figures/chart-data/ragged", test_ragged);
  g_test_add_func ("/figures/chart-data/categories", test_categories);
  g_test_add_func ("/figures/chart-data/table-of-lines", test_table_of_lines);
  g_test_add_func ("/figures/chart-data/table-of-bars", test_table_of_bars);
  g_test_add_func ("/figures/chart-data/scale", test_scale);
  g_test_add_func ("/figures/chart-data/spread", test_spread);

  return g_test_run ();
}
