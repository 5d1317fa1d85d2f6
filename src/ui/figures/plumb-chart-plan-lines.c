/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-chart-plan-private.h"

#include <math.h>

/* In ems. */
#define MIN_HEIGHT 11.0
#define MAX_HEIGHT 19.0
#define TICK_DISTANCE 1.3
#define NAMES_FROM_WIDTH 30.0
#define MAX_NAME_WIDTH 9.0
#define NAME_INDENT 0.7
#define NAME_KEY_INDENT 1.0
#define NAME_KEY_WIDTH 0.9
#define NAME_SHIFT 0.5

#define RATIO 0.5
#define MAX_TICKS 10

static double
plot_height (PlumbChartPlan *self)
{
  return round (CLAMP (self->width * RATIO, MIN_HEIGHT * self->em, MAX_HEIGHT * self->em));
}

static PangoLayout *
name_layout (const PlumbFigureStyle *style, PlumbSeries *series)
{
  PangoLayout *layout = plumb_figure_style_layout (style,
                                                   series->name,
                                                   PLUMB_CHART_SMALL,
                                                   PANGO_WEIGHT_NORMAL,
                                                   MAX_NAME_WIDTH * style->em);

  plumb_figure_style_align (style, layout, PLUMB_FIGURE_ALIGN_LEFT);

  return layout;
}

/* Whether the names of the lines can stand at their ends, where no key has to be looked up: there has to be room, and all
 * lines have to reach the end. */
gboolean
plumb_chart_plan_can_name_lines (PlumbChartPlan *self, const PlumbFigureStyle *style)
{
  double height = 0;
  guint n = plumb_chart_get_n_series (self->chart);

  if (self->width < NAMES_FROM_WIDTH * self->em) {
    return FALSE;
  }

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbSeries) series = g_list_model_get_item (self->chart->series, i);
    g_autoptr (PangoLayout) layout = name_layout (style, series);
    guint n_points = plumb_series_get_n_points (series);
    double x, y;

    if (n_points == 0) {
      return FALSE;
    }
    plumb_series_get_point (series, n_points - 1, &x, &y);
    if (x < self->x_max || !isfinite (y)) {
      return FALSE;
    }
    height = MAX (height, plumb_figure_layout_height (layout));
  }

  return n * height <= plot_height (self);
}

static double
widest_name (PlumbChartPlan *self, const PlumbFigureStyle *style)
{
  double widest = 0;

  for (guint i = 0; i < plumb_chart_get_n_series (self->chart); i++) {
    g_autoptr (PlumbSeries) series = g_list_model_get_item (self->chart->series, i);
    g_autoptr (PangoLayout) layout = name_layout (style, series);

    widest = MAX (widest, plumb_figure_layout_width (layout));
  }

  return widest;
}

/* Puts the names at the ends of the lines. Where they had to be moved, all of them get the mark of their line. */
static void
add_names (PlumbChartPlan *self, const PlumbFigureStyle *style)
{
  guint n = plumb_chart_get_n_series (self->chart);
  g_autofree double *ends = g_new0 (double, n);
  g_autofree double *centers = g_new0 (double, n);
  g_autofree PangoLayout **layouts = g_new0 (PangoLayout *, n);
  gboolean moved = FALSE;
  double distance = 0;
  double x;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbSeries) series = g_list_model_get_item (self->chart->series, i);
    double y;

    plumb_series_get_point (series, plumb_series_get_n_points (series) - 1, &x, &y);
    layouts[i] = name_layout (style, series);
    centers[i] = ends[i] = plumb_chart_plan_value_y (self, y);
    distance = MAX (distance, plumb_figure_layout_height (layouts[i]));
  }

  plumb_chart_spread (centers, n, distance, self->top, self->bottom);
  for (guint i = 0; i < n; i++) {
    moved = moved || fabs (centers[i] - ends[i]) > NAME_SHIFT * self->em;
  }

  x = self->right + (moved ? NAME_KEY_INDENT : NAME_INDENT) * self->em;
  for (guint i = 0; i < n; i++) {
    PlumbChartKey key = { i, x, centers[i], TRUE };

    if (moved) {
      g_array_append_val (self->keys, key);
    }
    plumb_chart_plan_add_text (self,
                               layouts[i],
                               moved ? x + NAME_KEY_WIDTH * self->em : x,
                               centers[i] - plumb_figure_layout_height (layouts[i]) / 2,
                               FALSE);
  }
}

/* The digits after the point that the places of the points have. */
static guint
place_decimals (PlumbChartPlan *self)
{
  guint decimals = 0;

  for (guint i = 0; i < plumb_chart_get_n_series (self->chart); i++) {
    g_autoptr (PlumbSeries) series = g_list_model_get_item (self->chart->series, i);

    for (guint j = 0; j < plumb_series_get_n_points (series); j++) {
      double x, y;

      plumb_series_get_point (series, j, &x, &y);
      decimals = MAX (decimals, plumb_number_decimals (x));
    }
  }

  return decimals;
}

/* Finds as many ticks for the level axis as stand apart. Where all places are whole numbers, halves between them may mean
 * nothing, and are not marked. */
static void
plan_x_ticks (PlumbChartPlan *self, const PlumbFigureStyle *style)
{
  guint decimals = place_decimals (self);

  for (guint wanted = MAX_TICKS; wanted >= 2; wanted--) {
    double end = -G_MAXDOUBLE;
    gboolean apart;

    self->x_ticks = plumb_ticks_within (self->x_min, self->x_max, wanted);
    apart = self->x_ticks.decimals <= decimals || wanted == 2;
    for (guint i = 0; i < self->x_ticks.n && apart; i++) {
      double value = plumb_ticks_get (&self->x_ticks, i);
      double x = plumb_chart_scale (value, self->x_min, self->x_max, self->left, self->right);
      double half = plumb_chart_plan_number_width (style, value, self->x_ticks.decimals) / 2;

      apart = x - half >= end;
      end = x + half + TICK_DISTANCE * self->em;
    }
    if (apart) {
      return;
    }
  }
}

static double
add_x_ticks (PlumbChartPlan *self, const PlumbFigureStyle *style, double y)
{
  double height = 0;

  for (guint i = 0; i < self->x_ticks.n; i++) {
    double value = plumb_ticks_get (&self->x_ticks, i);
    double x = plumb_chart_scale (value, self->x_min, self->x_max, self->left, self->right);
    PangoLayout *layout = plumb_chart_plan_number (style, value, self->x_ticks.decimals);
    double width = plumb_figure_layout_width (layout);

    plumb_chart_plan_add_text (self,
                               layout,
                               CLAMP (x - width / 2, 0, self->width - width),
                               y,
                               TRUE);
    height = MAX (height, plumb_figure_layout_height (layout));
  }

  return height;
}

/* Sets a line chart. Its axes are numbers, so they run from left to right in any language. */
void
plumb_chart_plan_lines (PlumbChartPlan *self, const PlumbFigureStyle *style, gboolean name_lines)
{
  double height = plot_height (self);

  self->top += 0.4 * self->em;
  self->bottom = self->top + height;
  self->left = plumb_chart_plan_value_axis (self, style, height);

  if (name_lines) {
    self->right = floor (self->width - widest_name (self, style) -
                         (NAME_KEY_INDENT + NAME_KEY_WIDTH) * self->em);
    add_names (self, style);
  } else {
    double last = plumb_chart_plan_number_width (style,
                                                 self->x_max,
                                                 plumb_number_decimals (self->x_max));

    self->right = floor (self->width - MAX (last / 2, 0.5 * self->em));
  }

  plumb_chart_plan_add_band (self, self->top, self->bottom);
  plumb_chart_plan_value_ticks (self, style, FALSE);
  plan_x_ticks (self, style);
  self->height = self->bottom + PLUMB_CHART_TICK_GAP * self->em;
  self->height += add_x_ticks (self, style, self->height);
}
