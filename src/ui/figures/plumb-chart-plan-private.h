/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-chart-data.h"
#include "plumb-chart-plan.h"
#include "plumb-ticks.h"

G_BEGIN_DECLS

/* The size of ticks, axis labels and keys, with the font's as 1. */
#define PLUMB_CHART_SMALL 0.88

/* In ems. */
#define PLUMB_CHART_KEY_WIDTH 2.2
#define PLUMB_CHART_KEY_GAP 0.5
#define PLUMB_CHART_TICK_GAP 0.7

/* A text and where it stands. */
typedef struct {
  PangoLayout *layout;
  double x;
  double y;
  gboolean muted;
} PlumbChartText;

/* A sample of how a series is drawn; y is its middle. A short one is the mark alone. */
typedef struct {
  guint series;
  double x;
  double y;
  gboolean is_short;
} PlumbChartKey;

/* A bar of a series, and the room for it and its number. */
typedef struct {
  guint series;
  graphene_rect_t rect;
  graphene_rect_t room;
} PlumbChartBar;

/* A part of the height that the lines of the values run through. */
typedef struct {
  double top;
  double bottom;
} PlumbChartBand;

struct _PlumbChartPlan {
  PlumbChart *chart;
  PlumbChartForm form;
  double width;
  double height;
  double em;
  gboolean rtl;
  /* Where the data are drawn. */
  double left;
  double right;
  double top;
  double bottom;
  /* What the two ends of the level axis stand for, in a line chart. */
  double x_min;
  double x_max;
  PlumbTicks x_ticks;
  /* What the value axis has to hold, and its ticks. */
  double value_min;
  double value_max;
  PlumbTicks ticks;
  GArray *texts;
  GArray *keys;
  GArray *bars;
  GArray *bands;
};

void plumb_chart_plan_add_text (PlumbChartPlan *self,
                                PangoLayout *layout,
                                double x,
                                double y,
                                gboolean muted);
void plumb_chart_plan_add_band (PlumbChartPlan *self, double top, double bottom);
PangoLayout *plumb_chart_plan_number (const PlumbFigureStyle *style, double value, guint decimals);
double plumb_chart_plan_number_width (const PlumbFigureStyle *style, double value, guint decimals);
double plumb_chart_plan_value_y (PlumbChartPlan *self, double value);
double plumb_chart_plan_value_x (PlumbChartPlan *self, double value);
double
plumb_chart_plan_value_axis (PlumbChartPlan *self, const PlumbFigureStyle *style, double height);
void plumb_chart_plan_value_ticks (PlumbChartPlan *self,
                                   const PlumbFigureStyle *style,
                                   gboolean at_right);

gboolean plumb_chart_plan_can_name_lines (PlumbChartPlan *self, const PlumbFigureStyle *style);
void
plumb_chart_plan_lines (PlumbChartPlan *self, const PlumbFigureStyle *style, gboolean name_lines);
gboolean plumb_chart_plan_columns_fit (PlumbChartPlan *self, const PlumbFigureStyle *style);
void plumb_chart_plan_columns (PlumbChartPlan *self, const PlumbFigureStyle *style);
void plumb_chart_plan_bars (PlumbChartPlan *self, const PlumbFigureStyle *style);

G_END_DECLS
