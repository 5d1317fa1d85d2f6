/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-chart-plan-private.h"

/* In ems. */
#define MIN_WIDTH 9.5
#define NATURAL_WIDTH 36.0
#define LEGEND_GAP 1.4
#define LEGEND_ROW_GAP 0.3
#define SECTION_GAP 0.6
#define TICK_ROW 2.4

static void
text_clear (gpointer data)
{
  PlumbChartText *text = data;

  g_clear_object (&text->layout);
}

/**
 * plumb_chart_min_width:
 * @style: what a chart is drawn with
 *
 * Returns: the narrowest that any chart can be drawn, in pixels
 */
double
plumb_chart_min_width (const PlumbFigureStyle *style)
{
  return ceil (MIN_WIDTH * style->em);
}

/**
 * plumb_chart_natural_width:
 * @style: what a chart is drawn with
 *
 * Returns: how wide a chart would like to be, in pixels
 */
double
plumb_chart_natural_width (const PlumbFigureStyle *style)
{
  return ceil (NATURAL_WIDTH * style->em);
}

/* Takes the layout. */
void
plumb_chart_plan_add_text (PlumbChartPlan *self,
                           PangoLayout *layout,
                           double x,
                           double y,
                           gboolean muted)
{
  PlumbChartText text = { layout, x, y, muted };

  g_array_append_val (self->texts, text);
}

void
plumb_chart_plan_add_band (PlumbChartPlan *self, double top, double bottom)
{
  PlumbChartBand band = { top, bottom };

  g_array_append_val (self->bands, band);
}

PangoLayout *
plumb_chart_plan_number (const PlumbFigureStyle *style, double value, guint decimals)
{
  g_autofree char *text = plumb_number_format (value, decimals);

  return plumb_figure_style_layout (style, text, PLUMB_CHART_SMALL, PANGO_WEIGHT_NORMAL, -1);
}

double
plumb_chart_plan_number_width (const PlumbFigureStyle *style, double value, guint decimals)
{
  g_autoptr (PangoLayout) layout = plumb_chart_plan_number (style, value, decimals);

  return plumb_figure_layout_width (layout);
}

double
plumb_chart_plan_value_y (PlumbChartPlan *self, double value)
{
  return plumb_chart_scale (value,
                            self->ticks.first,
                            plumb_ticks_last (&self->ticks),
                            self->bottom,
                            self->top);
}

double
plumb_chart_plan_value_x (PlumbChartPlan *self, double value)
{
  return plumb_chart_scale (value,
                            self->ticks.first,
                            plumb_ticks_last (&self->ticks),
                            self->left,
                            self->right);
}

/* Chooses the ticks of an upright value axis for a plot of this height. Returns how wide its numbers are, with the gap beside
 * them. */
double
plumb_chart_plan_value_axis (PlumbChartPlan *self, const PlumbFigureStyle *style, double height)
{
  guint wanted = (guint) (height / (TICK_ROW * self->em)) + 1;
  double widest = 0;

  self->ticks = plumb_ticks_around (self->value_min, self->value_max, CLAMP (wanted, 3, 7));
  for (guint i = 0; i < self->ticks.n; i++) {
    widest = MAX (widest,
                  plumb_chart_plan_number_width (style,
                                                 plumb_ticks_get (&self->ticks, i),
                                                 self->ticks.decimals));
  }

  return ceil (widest + PLUMB_CHART_TICK_GAP * self->em);
}

/* Writes the numbers of an upright value axis. */
void
plumb_chart_plan_value_ticks (PlumbChartPlan *self,
                              const PlumbFigureStyle *style,
                              gboolean at_right)
{
  double gap = PLUMB_CHART_TICK_GAP * self->em;

  for (guint i = 0; i < self->ticks.n; i++) {
    double value = plumb_ticks_get (&self->ticks, i);
    PangoLayout *layout = plumb_chart_plan_number (style, value, self->ticks.decimals);
    double x = at_right ? self->right + gap : self->left - gap - plumb_figure_layout_width (layout);
    double y = plumb_chart_plan_value_y (self, value) - plumb_figure_layout_height (layout) / 2;

    plumb_chart_plan_add_text (self, layout, x, y, TRUE);
  }
}

/* A single series says what it is by the label of its axis, unless it has another name. */
static gboolean
needs_legend (PlumbChart *chart)
{
  g_autoptr (PlumbSeries) first = NULL;

  if (plumb_chart_get_n_series (chart) != 1) {
    return plumb_chart_get_n_series (chart) > 1;
  }

  first = g_list_model_get_item (chart->series, 0);

  return first->name != NULL && first->name[0] != '\0' &&
         g_strcmp0 (first->name, chart->y_label) != 0;
}

/* Sets the keys of the series beside each other, in as many rows as it takes. */
static void
plan_legend (PlumbChartPlan *self, const PlumbFigureStyle *style)
{
  double key = PLUMB_CHART_KEY_WIDTH * self->em;
  double indent = key + PLUMB_CHART_KEY_GAP * self->em;
  double x = 0;
  double row_height = 0;

  for (guint i = 0; i < plumb_chart_get_n_series (self->chart); i++) {
    g_autoptr (PlumbSeries) series = g_list_model_get_item (self->chart->series, i);
    PangoLayout *layout =
        plumb_figure_style_layout (style, series->name, PLUMB_CHART_SMALL, PANGO_WEIGHT_NORMAL, -1);
    double text_width = plumb_figure_layout_width (layout);
    double height;

    if (text_width > self->width - indent) {
      text_width = floor (self->width - indent);
      pango_layout_set_width (layout, (int) text_width * PANGO_SCALE);
      plumb_figure_style_align (style, layout, PLUMB_FIGURE_ALIGN_START);
    }
    height = plumb_figure_layout_height (layout);

    if (x > 0 && x + indent + text_width > self->width) {
      x = 0;
      self->top += row_height + LEGEND_ROW_GAP * self->em;
      row_height = 0;
    }
    row_height = MAX (row_height, height);

    {
      PlumbChartKey sample = { i, x, self->top + height / 2, FALSE };

      if (self->rtl) {
        sample.x = self->width - x - key;
      }
      g_array_append_val (self->keys, sample);
      plumb_chart_plan_add_text (self,
                                 layout,
                                 self->rtl ? self->width - x - indent - text_width : x + indent,
                                 self->top,
                                 FALSE);
    }

    x += indent + text_width + LEGEND_GAP * self->em;
  }

  self->top += row_height + SECTION_GAP * self->em;
}

/* What the heights are stands level above their axis, where it can be read without turning one's head. */
static void
plan_label_above (PlumbChartPlan *self,
                  const PlumbFigureStyle *style,
                  const char *text,
                  PlumbFigureAlign align)
{
  PangoLayout *layout;

  if (text == NULL || text[0] == '\0') {
    return;
  }

  layout =
      plumb_figure_style_layout (style, text, PLUMB_CHART_SMALL, PANGO_WEIGHT_NORMAL, self->width);
  plumb_figure_style_align (style, layout, align);
  plumb_chart_plan_add_text (self, layout, 0, self->top, TRUE);
  self->top += plumb_figure_layout_height (layout) + SECTION_GAP * self->em;
}

static void
plan_label_below (PlumbChartPlan *self, const PlumbFigureStyle *style, const char *text)
{
  PangoLayout *layout;

  if (text == NULL || text[0] == '\0') {
    return;
  }

  layout =
      plumb_figure_style_layout (style, text, PLUMB_CHART_SMALL, PANGO_WEIGHT_NORMAL, self->width);
  plumb_figure_style_align (style, layout, PLUMB_FIGURE_ALIGN_CENTER);
  self->height += SECTION_GAP / 2 * self->em;
  plumb_chart_plan_add_text (self, layout, 0, self->height, TRUE);
  self->height += plumb_figure_layout_height (layout);
}

/* Bars begin at zero, or their lengths would lie. Lines do where that costs less than half of the height. */
static void
plan_values (PlumbChartPlan *self)
{
  PlumbChartExtents extents = plumb_chart_get_extents (self->chart);
  double min = extents.y_min;
  double max = extents.y_max;

  if (self->form != PLUMB_CHART_FORM_LINES || (min > 0 && min < max / 2)) {
    min = MIN (min, 0);
  }
  if (self->form != PLUMB_CHART_FORM_LINES || (max < 0 && max > min / 2)) {
    max = MAX (max, 0);
  }

  self->x_min = extents.x_min;
  self->x_max = extents.x_max;
  self->value_min = min;
  self->value_max = max;
}

/**
 * plumb_chart_plan_new:
 * @chart: a chart
 * @style: what it is drawn with
 * @width: how wide it may be, in pixels
 *
 * Sets a chart for a width: its form, its axes, where each text and each bar stands. Free it with plumb_chart_plan_free().
 *
 * Returns: (transfer full): the plan
 */
PlumbChartPlan *
plumb_chart_plan_new (PlumbChart *chart, const PlumbFigureStyle *style, double width)
{
  PlumbChartPlan *self = g_new0 (PlumbChartPlan, 1);
  gboolean name_lines;

  self->chart = g_object_ref (chart);
  self->width = MAX (width, plumb_chart_min_width (style));
  self->em = style->em;
  self->rtl = style->direction == GTK_TEXT_DIR_RTL;
  self->texts = g_array_new (FALSE, FALSE, sizeof (PlumbChartText));
  g_array_set_clear_func (self->texts, text_clear);
  self->keys = g_array_new (FALSE, FALSE, sizeof (PlumbChartKey));
  self->bars = g_array_new (FALSE, FALSE, sizeof (PlumbChartBar));
  self->bands = g_array_new (FALSE, FALSE, sizeof (PlumbChartBand));
  self->form = chart->kind == PLUMB_CHART_KIND_LINE ? PLUMB_CHART_FORM_LINES
                                                    : PLUMB_CHART_FORM_COLUMNS;
  plan_values (self);
  if (self->form == PLUMB_CHART_FORM_COLUMNS && !plumb_chart_plan_columns_fit (self, style)) {
    self->form = PLUMB_CHART_FORM_BARS;
  }

  name_lines = self->form == PLUMB_CHART_FORM_LINES && needs_legend (chart) &&
               plumb_chart_plan_can_name_lines (self, style);
  if (needs_legend (chart) && !name_lines) {
    plan_legend (self, style);
  }

  switch (self->form) {
  case PLUMB_CHART_FORM_LINES:
    plan_label_above (self, style, chart->y_label, PLUMB_FIGURE_ALIGN_LEFT);
    plumb_chart_plan_lines (self, style, name_lines);
    plan_label_below (self, style, chart->x_label);
    break;
  case PLUMB_CHART_FORM_COLUMNS:
    plan_label_above (self, style, chart->y_label, PLUMB_FIGURE_ALIGN_START);
    plumb_chart_plan_columns (self, style);
    plan_label_below (self, style, chart->x_label);
    break;
  case PLUMB_CHART_FORM_BARS:
    plan_label_above (self, style, chart->x_label, PLUMB_FIGURE_ALIGN_START);
    plumb_chart_plan_bars (self, style);
    plan_label_below (self, style, chart->y_label);
    break;
  default:
    g_assert_not_reached ();
  }
  self->height = ceil (self->height);

  return self;
}

/**
 * plumb_chart_plan_free:
 * @self: a plan
 *
 * Frees a plan.
 */
void
plumb_chart_plan_free (PlumbChartPlan *self)
{
  g_array_unref (self->texts);
  g_array_unref (self->keys);
  g_array_unref (self->bars);
  g_array_unref (self->bands);
  g_object_unref (self->chart);
  g_free (self);
}

/**
 * plumb_chart_plan_get_form:
 * @self: a plan
 *
 * Returns: how the chart is set
 */
PlumbChartForm
plumb_chart_plan_get_form (PlumbChartPlan *self)
{
  return self->form;
}

/**
 * plumb_chart_plan_get_width:
 * @self: a plan
 *
 * Returns: how wide the chart is, in pixels
 */
double
plumb_chart_plan_get_width (PlumbChartPlan *self)
{
  return self->width;
}

/**
 * plumb_chart_plan_get_height:
 * @self: a plan
 *
 * Returns: how high the chart is, in pixels
 */
double
plumb_chart_plan_get_height (PlumbChartPlan *self)
{
  return self->height;
}
