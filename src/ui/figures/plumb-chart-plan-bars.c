/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-chart-plan-private.h"

#include <math.h>

/* In ems. */
#define MIN_HEIGHT 11.0
#define MAX_HEIGHT 18.0
#define MIN_BAR_WIDTH 0.7
#define MAX_BAR_WIDTH 3.6
#define BAR_HEIGHT 1.15
#define VALUE_GAP 0.25
#define GROUP_GAP 1.0
#define NAME_GAP 0.25
#define TICK_DISTANCE 1.0

/* In parts of the room that a category has. */
#define RATIO 0.45
#define GROUP_SHARE 0.76
#define NAME_SHARE 0.92
#define BAR_SHARE 0.9

#define MAX_NAME_LINES 3

static PangoLayout *
category_layout (PlumbChartPlan *self, const PlumbFigureStyle *style, guint position, double width)
{
  return plumb_figure_style_layout (style,
                                    plumb_chart_get_category (self->chart, position),
                                    PLUMB_CHART_SMALL,
                                    PANGO_WEIGHT_NORMAL,
                                    width);
}

static double
columns_height (PlumbChartPlan *self)
{
  return round (CLAMP (self->width * RATIO, MIN_HEIGHT * self->em, MAX_HEIGHT * self->em));
}

/* Whether bars can stand: each is to be wide enough to be seen, and the names below them are not to be broken. */
gboolean
plumb_chart_plan_columns_fit (PlumbChartPlan *self, const PlumbFigureStyle *style)
{
  guint n_categories = plumb_chart_get_n_categories (self->chart);
  guint n_series = plumb_chart_get_n_series (self->chart);
  double axis = plumb_chart_plan_value_axis (self, style, columns_height (self));
  double room = floor ((self->width - axis) / MAX (n_categories, 1));

  if (room * GROUP_SHARE / MAX (n_series, 1) < MIN_BAR_WIDTH * self->em) {
    return FALSE;
  }

  for (guint i = 0; i < n_categories; i++) {
    const char *name = plumb_chart_get_category (self->chart, i);
    g_autoptr (PangoLayout) layout = category_layout (self, style, i, room * NAME_SHARE);

    if (plumb_figure_style_longest_word (style, name, PLUMB_CHART_SMALL, PANGO_WEIGHT_NORMAL) >
            room * NAME_SHARE ||
        pango_layout_get_line_count (layout) > MAX_NAME_LINES) {
      return FALSE;
    }
  }

  return TRUE;
}

static void
add_bar (PlumbChartPlan *self, guint series, double x, double y, double width, double height)
{
  PlumbChartBar bar = { series };

  graphene_rect_init (&bar.rect, x, y, width, height);
  bar.room = bar.rect;
  g_array_append_val (self->bars, bar);
}

/* The height that a bar stands for; nothing where the series is shorter than others. */
static gboolean
get_value (PlumbSeries *series, guint category, double *value)
{
  double x;

  if (category >= plumb_series_get_n_points (series)) {
    return FALSE;
  }
  plumb_series_get_point (series, category, &x, value);

  return isfinite (*value);
}

static double
widest_value (PlumbChartPlan *self, const PlumbFigureStyle *style)
{
  double widest = 0;

  for (guint i = 0; i < plumb_chart_get_n_series (self->chart); i++) {
    g_autoptr (PlumbSeries) series = g_list_model_get_item (self->chart->series, i);

    for (guint j = 0; j < plumb_series_get_n_points (series); j++) {
      double value;

      if (get_value (series, j, &value)) {
        widest = MAX (widest,
                      plumb_chart_plan_number_width (style, value, plumb_number_decimals (value)));
      }
    }
  }

  return widest;
}

/* What the number over the highest bar needs above the plot. */
static double
headroom (PlumbChartPlan *self, const PlumbFigureStyle *style, gboolean show_values)
{
  g_autoptr (PangoLayout) number = plumb_chart_plan_number (style, self->value_max, 0);
  double last = plumb_ticks_last (&self->ticks);
  double above = (last - self->value_max) / (last - self->ticks.first) * columns_height (self);
  double needed = plumb_figure_layout_height (number) + VALUE_GAP * self->em - above;

  return MAX (0.4 * self->em, show_values ? needed : 0);
}

/* What the number below the lowest bar needs below the plot, where the names of the categories stand. */
static double
footroom (PlumbChartPlan *self, const PlumbFigureStyle *style, gboolean show_values)
{
  g_autoptr (PangoLayout) number = NULL;
  double below;

  if (!show_values || self->value_min >= 0) {
    return 0;
  }

  number = plumb_chart_plan_number (style, self->value_min, 0);
  below = (self->value_min - self->ticks.first) /
          (plumb_ticks_last (&self->ticks) - self->ticks.first) * columns_height (self);

  return MAX (plumb_figure_layout_height (number) + VALUE_GAP * self->em - below, 0);
}

/* Sets a bar chart with standing bars. Categories are text, so they run in its direction, and the axis stands where it
 * begins. */
void
plumb_chart_plan_columns (PlumbChartPlan *self, const PlumbFigureStyle *style)
{
  guint n_categories = plumb_chart_get_n_categories (self->chart);
  guint n_series = plumb_chart_get_n_series (self->chart);
  double axis = plumb_chart_plan_value_axis (self, style, columns_height (self));
  double room, pitch, group, names = 0;
  gboolean show_values;

  self->left = self->rtl ? 0 : axis;
  self->right = self->rtl ? self->width - axis : self->width;
  room = (self->right - self->left) / MAX (n_categories, 1);
  pitch = MIN (room * GROUP_SHARE / MAX (n_series, 1), MAX_BAR_WIDTH * self->em);
  group = pitch * n_series;
  show_values = widest_value (self, style) <= pitch;

  self->top += headroom (self, style, show_values);
  self->bottom = self->top + columns_height (self);
  plumb_chart_plan_add_band (self, self->top, self->bottom);
  plumb_chart_plan_value_ticks (self, style, self->rtl);
  self->height = self->bottom + footroom (self, style, show_values) +
                 PLUMB_CHART_TICK_GAP * self->em;

  for (guint i = 0; i < n_categories; i++) {
    double start = self->rtl ? self->right - (i + 1) * room : self->left + i * room;
    double name_width = floor (room * NAME_SHARE);
    PangoLayout *name = category_layout (self, style, i, name_width);

    plumb_figure_style_align (style, name, PLUMB_FIGURE_ALIGN_CENTER);
    plumb_chart_plan_add_text (self, name, start + (room - name_width) / 2, self->height, FALSE);
    names = MAX (names, plumb_figure_layout_height (name));

    for (guint j = 0; j < n_series; j++) {
      g_autoptr (PlumbSeries) series = g_list_model_get_item (self->chart->series, j);
      guint place = self->rtl ? n_series - 1 - j : j;
      double x = start + (room - group) / 2 + place * pitch;
      double value, y, zero;

      if (!get_value (series, i, &value)) {
        continue;
      }
      y = plumb_chart_plan_value_y (self, value);
      zero = plumb_chart_plan_value_y (self, 0);
      add_bar (self,
               j,
               x + pitch * (1 - BAR_SHARE) / 2,
               MIN (y, zero),
               pitch * BAR_SHARE,
               fabs (zero - y));
      if (show_values) {
        PlumbChartBar *bar = &g_array_index (self->bars, PlumbChartBar, self->bars->len - 1);
        PangoLayout *number = plumb_chart_plan_number (style, value, plumb_number_decimals (value));
        double number_width = plumb_figure_layout_width (number);
        double number_height = plumb_figure_layout_height (number);
        double number_x = x + (pitch - number_width) / 2;
        double gap = VALUE_GAP * self->em;
        double number_y = value < 0 ? y + gap : y - gap - number_height;

        plumb_chart_plan_add_text (self, number, number_x, number_y, FALSE);
        graphene_rect_union (&bar->rect,
                             &GRAPHENE_RECT_INIT (number_x, number_y, number_width, number_height),
                             &bar->room);
      }
    }
  }

  self->height += names;
}

/* Chooses ticks for a level value axis that stand apart. */
static void
plan_level_ticks (PlumbChartPlan *self, const PlumbFigureStyle *style)
{
  for (guint wanted = 7; wanted >= 2; wanted--) {
    double widest = 0;
    double distance;

    self->ticks = plumb_ticks_around (self->value_min, self->value_max, wanted);
    for (guint i = 0; i < self->ticks.n; i++) {
      widest = MAX (widest,
                    plumb_chart_plan_number_width (style,
                                                   plumb_ticks_get (&self->ticks, i),
                                                   self->ticks.decimals));
    }
    distance = (self->right - self->left) / MAX (self->ticks.n - 1, 1);
    if (widest + TICK_DISTANCE * self->em <= distance) {
      return;
    }
  }
}

static double
add_level_ticks (PlumbChartPlan *self, const PlumbFigureStyle *style, double y)
{
  double height = 0;

  for (guint i = 0; i < self->ticks.n; i++) {
    double value = plumb_ticks_get (&self->ticks, i);
    PangoLayout *layout = plumb_chart_plan_number (style, value, self->ticks.decimals);
    double width = plumb_figure_layout_width (layout);
    double x = plumb_chart_plan_value_x (self, value) - width / 2;

    plumb_chart_plan_add_text (self, layout, CLAMP (x, 0, self->width - width), y, TRUE);
    height = MAX (height, plumb_figure_layout_height (layout));
  }

  return height;
}

/* Sets a bar chart with lying bars, each group under its name, which has all of the width. Lengths are numbers and run from
 * left to right in any language. */
void
plumb_chart_plan_bars (PlumbChartPlan *self, const PlumbFigureStyle *style)
{
  guint n_series = plumb_chart_get_n_series (self->chart);
  double values = widest_value (self, style) + 2 * VALUE_GAP * self->em;
  double pitch = BAR_HEIGHT * self->em / BAR_SHARE;
  double y = self->top;

  self->left = self->value_min < 0 ? values : 1;
  self->right = floor (self->width - values);
  plan_level_ticks (self, style);

  for (guint i = 0; i < plumb_chart_get_n_categories (self->chart); i++) {
    PangoLayout *name = category_layout (self, style, i, self->width);

    y += i > 0 ? GROUP_GAP * self->em : 0;
    plumb_figure_style_align (style, name, PLUMB_FIGURE_ALIGN_START);
    plumb_chart_plan_add_text (self, name, 0, y, FALSE);
    y += plumb_figure_layout_height (name) + NAME_GAP * self->em;
    plumb_chart_plan_add_band (self, y, y + n_series * pitch);

    for (guint j = 0; j < n_series; j++, y += pitch) {
      g_autoptr (PlumbSeries) series = g_list_model_get_item (self->chart->series, j);
      PangoLayout *number;
      double value, x, zero;

      if (!get_value (series, i, &value)) {
        continue;
      }
      x = plumb_chart_plan_value_x (self, value);
      zero = plumb_chart_plan_value_x (self, 0);
      number = plumb_chart_plan_number (style, value, plumb_number_decimals (value));
      add_bar (self,
               j,
               MIN (x, zero),
               y + pitch * (1 - BAR_SHARE) / 2,
               fabs (x - zero),
               pitch * BAR_SHARE);
      plumb_chart_plan_add_text (self,
                                 number,
                                 value < 0
                                     ? x - VALUE_GAP * self->em - plumb_figure_layout_width (number)
                                     : x + VALUE_GAP * self->em,
                                 y + (pitch - plumb_figure_layout_height (number)) / 2,
                                 FALSE);
    }
  }

  self->bottom = y;
  self->height = y + PLUMB_CHART_TICK_GAP * self->em;
  self->height += add_level_ticks (self, style, self->height);
}
