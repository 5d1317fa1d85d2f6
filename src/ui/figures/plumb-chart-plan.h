/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-blocks.h>

#include "plumb-figure-style.h"

G_BEGIN_DECLS

typedef struct _PlumbChartPlan PlumbChartPlan;

/**
 * PlumbChartForm:
 * @PLUMB_CHART_FORM_LINES: lines over a level axis
 * @PLUMB_CHART_FORM_COLUMNS: bars that stand, their categories below them
 * @PLUMB_CHART_FORM_BARS: bars that lie, their categories above them, where there is no room below
 *
 * How a chart is set for a width.
 */
typedef enum {
  PLUMB_CHART_FORM_LINES,
  PLUMB_CHART_FORM_COLUMNS,
  PLUMB_CHART_FORM_BARS,
} PlumbChartForm;

double plumb_chart_min_width (const PlumbFigureStyle *style);
double plumb_chart_natural_width (const PlumbFigureStyle *style);

PlumbChartPlan *
plumb_chart_plan_new (PlumbChart *chart, const PlumbFigureStyle *style, double width);
void plumb_chart_plan_free (PlumbChartPlan *self);
PlumbChartForm plumb_chart_plan_get_form (PlumbChartPlan *self);
double plumb_chart_plan_get_width (PlumbChartPlan *self);
double plumb_chart_plan_get_height (PlumbChartPlan *self);
void
plumb_chart_plan_draw (PlumbChartPlan *self, GtkSnapshot *snapshot, const PlumbFigureStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbChartPlan, plumb_chart_plan_free)

G_END_DECLS
