/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-blocks.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_CHART_VIEW (plumb_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (PlumbChartView, plumb_chart_view, PLUMB, CHART_VIEW, GtkWidget)

GtkWidget *plumb_chart_view_new (PlumbChart *chart);
PlumbChart *plumb_chart_view_get_chart (PlumbChartView *self);

G_END_DECLS
