/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-chart-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plumb-ticks.h"

/**
 * plumb_series_get_n_points:
 * @series: a series
 *
 * Returns: how many points it has; where there are not as many places as heights, those that have both
 */
guint
plumb_series_get_n_points (PlumbSeries *series)
{
  guint n = series->y == NULL ? 0 : series->y->len;

  return series->x == NULL || series->x->len == 0 ? n : MIN (n, series->x->len);
}

/**
 * plumb_series_get_point:
 * @series: a series
 * @position: which of its points, from 0
 * @x: (out): its place; its position where the series has no places
 * @y: (out): its height
 *
 * Looks a point up.
 */
void
plumb_series_get_point (PlumbSeries *series, guint position, double *x, double *y)
{
  g_return_if_fail (position < plumb_series_get_n_points (series));

  *x = series->x == NULL || series->x->len == 0 ? position
                                                : g_array_index (series->x, double, position);
  *y = g_array_index (series->y, double, position);
}

/**
 * plumb_chart_get_n_series:
 * @chart: a chart
 *
 * Returns: how many series it has
 */
guint
plumb_chart_get_n_series (PlumbChart *chart)
{
  return chart->series == NULL ? 0 : g_list_model_get_n_items (chart->series);
}

/**
 * plumb_chart_get_n_categories:
 * @chart: a bar chart
 *
 * Returns: how many groups of bars it has, named or not
 */
guint
plumb_chart_get_n_categories (PlumbChart *chart)
{
  guint n = chart->categories == NULL ? 0 : g_strv_length (chart->categories);

  for (guint i = 0; i < plumb_chart_get_n_series (chart); i++) {
    g_autoptr (PlumbSeries) series = g_list_model_get_item (chart->series, i);

    n = MAX (n, plumb_series_get_n_points (series));
  }

  return n;
}

/**
 * plumb_chart_get_category:
 * @chart: a bar chart
 * @position: which group of bars, from 0
 *
 * Returns: the name of the group; empty if it has none
 */
const char *
plumb_chart_get_category (PlumbChart *chart, guint position)
{
  guint n = chart->categories == NULL ? 0 : g_strv_length (chart->categories);

  return position < n ? chart->categories[position] : "";
}

/**
 * plumb_series_get_decimals:
 * @series: a series
 *
 * Returns: how many digits after the point its heights are written with, so that all of them are told exactly
 */
guint
plumb_series_get_decimals (PlumbSeries *series)
{
  guint decimals = 0;

  for (guint i = 0; i < plumb_series_get_n_points (series); i++) {
    double x, y;

    plumb_series_get_point (series, i, &x, &y);
    decimals = MAX (decimals, plumb_number_decimals (y));
  }

  return decimals;
}

/**
 * plumb_chart_get_extents:
 * @chart: a chart
 *
 * Finds what the points of a chart lie between.
 *
 * Returns: the extents; 0 to 1 where there is no point
 */
PlumbChartExtents
plumb_chart_get_extents (PlumbChart *chart)
{
  PlumbChartExtents extents = { FALSE, 0, 1, 0, 1 };

  for (guint i = 0; i < plumb_chart_get_n_series (chart); i++) {
    g_autoptr (PlumbSeries) series = g_list_model_get_item (chart->series, i);

    for (guint j = 0; j < plumb_series_get_n_points (series); j++) {
      double x, y;

      plumb_series_get_point (series, j, &x, &y);
      if (!isfinite (x) || !isfinite (y)) {
        continue;
      }
      if (!extents.has_points) {
        extents = (PlumbChartExtents) { TRUE, x, x, y, y };
      }
      extents.x_min = MIN (extents.x_min, x);
      extents.x_max = MAX (extents.x_max, x);
      extents.y_min = MIN (extents.y_min, y);
      extents.y_max = MAX (extents.y_max, y);
    }
  }

  return extents;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

/* All places at which any line has a point, in order and once. */
static GArray *
collect_places (PlumbChart *chart)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *once = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < plumb_chart_get_n_series (chart); i++) {
    g_autoptr (PlumbSeries) series = g_list_model_get_item (chart->series, i);

    for (guint j = 0; j < plumb_series_get_n_points (series); j++) {
      double x, y;

      plumb_series_get_point (series, j, &x, &y);
      g_array_append_val (places, x);
    }
  }

  g_array_sort (places, compare_doubles);
  for (guint i = 0; i < places->len; i++) {
    double place = g_array_index (places, double, i);

    if (once->len == 0 || g_array_index (once, double, once->len - 1) != place) {
      g_array_append_val (once, place);
    }
  }
  g_array_unref (places);

  return once;
}

static char *
find_height (PlumbSeries *series, double place)
{
  for (guint i = 0; i < plumb_series_get_n_points (series); i++) {
    double x, y;

    plumb_series_get_point (series, i, &x, &y);
    if (x == place) {
      return plumb_number_format (y, plumb_series_get_decimals (series));
    }
  }

  /* A dash, where a line has no point at a place that another one has. */
  return g_strdup ("–");
}

static void
add_row (GListStore *rows, PlumbChart *chart, char *head, double place)
{
  PlumbTableRow *row = g_object_new (PLUMB_TYPE_TABLE_ROW, NULL);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_take (cells, head);
  for (guint i = 0; i < plumb_chart_get_n_series (chart); i++) {
    g_autoptr (PlumbSeries) series = g_list_model_get_item (chart->series, i);

    g_strv_builder_take (cells, find_height (series, place));
  }
  row->cells = g_strv_builder_end (cells);

  g_list_store_append (rows, row);
  g_object_unref (row);
}

/**
 * plumb_chart_to_table:
 * @chart: a chart
 *
 * Writes the numbers that a chart is drawn from as a table: a row for each place or category, a column for each series.
 *
 * Returns: (transfer full): the table
 */
PlumbTable *
plumb_chart_to_table (PlumbChart *chart)
{
  PlumbTable *table = g_object_new (PLUMB_TYPE_TABLE, NULL);
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  GListStore *rows = g_list_store_new (PLUMB_TYPE_TABLE_ROW);

  if (chart->x_label != NULL) {
    g_strv_builder_add (columns, chart->x_label);
  } else if (chart->kind == PLUMB_CHART_KIND_LINE) {
    /* Translators: the head of a column of numbers, where the chart does not say what they are. */
    g_strv_builder_add (columns, C_ ("chart", "Place"));
  } else {
    /* Translators: the head of a column of names, where the chart does not say what they are. */
    g_strv_builder_add (columns, C_ ("chart", "Category"));
  }
  for (guint i = 0; i < plumb_chart_get_n_series (chart); i++) {
    g_autoptr (PlumbSeries) series = g_list_model_get_item (chart->series, i);

    g_strv_builder_add (columns, series->name);
  }

  if (chart->kind == PLUMB_CHART_KIND_LINE) {
    g_autoptr (GArray) places = collect_places (chart);
    guint place_decimals = 0;

    for (guint i = 0; i < places->len; i++) {
      place_decimals = MAX (place_decimals,
                            plumb_number_decimals (g_array_index (places, double, i)));
    }
    for (guint i = 0; i < places->len; i++) {
      double place = g_array_index (places, double, i);

      add_row (rows, chart, plumb_number_format (place, place_decimals), place);
    }
  } else {
    for (guint i = 0; i < plumb_chart_get_n_categories (chart); i++) {
      add_row (rows, chart, g_markup_escape_text (plumb_chart_get_category (chart, i), -1), i);
    }
  }

  table->caption = g_strdup (chart->title);
  table->columns = g_strv_builder_end (columns);
  table->rows = G_LIST_MODEL (rows);

  return table;
}

/**
 * plumb_chart_scale:
 * @value: a value
 * @min: the value at @from
 * @max: the value at @to
 * @from: a place in pixels
 * @to: another
 *
 * Returns: the place of @value
 */
double
plumb_chart_scale (double value, double min, double max, double from, double to)
{
  return max == min ? (from + to) / 2 : from + (value - min) / (max - min) * (to - from);
}

/**
 * plumb_chart_spread:
 * @centers: (array length=n) (inout): where the middles of labels should be
 * @n: how many labels there are
 * @distance: how far apart they have to be, at least
 * @top: the smallest place a middle may have
 * @bottom: the largest
 *
 * Moves labels apart that would cover each other, keeping their order. Where there is not room for all of them they start
 * at @top and run over the bottom.
 */
void
plumb_chart_spread (double *centers, guint n, double distance, double top, double bottom)
{
  g_autofree guint *order = g_new (guint, n);
  double limit;

  for (guint i = 0; i < n; i++) {
    guint j = i;

    /* Insertion keeps labels with the same place in the order of their series. */
    while (j > 0 && centers[order[j - 1]] > centers[i]) {
      order[j] = order[j - 1];
      j--;
    }
    order[j] = i;
  }

  limit = bottom;
  for (guint i = n; i > 0; i--) {
    centers[order[i - 1]] = MIN (centers[order[i - 1]], limit);
    limit = centers[order[i - 1]] - distance;
  }
  limit = top;
  for (guint i = 0; i < n; i++) {
    centers[order[i]] = MAX (centers[order[i]], limit);
    limit = centers[order[i]] + distance;
  }
}
