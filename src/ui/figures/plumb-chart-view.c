/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-chart-view.h"

#include "plumb-chart-plan.h"
#include "plumb-figure-style.h"
#include "plumb-figure-text.h"

/**
 * PlumbChartView:
 *
 * A chart of lines or bars, drawn in the colours of the page.
 *
 * The series are told apart by the shapes of their marks, their dashes or their hatching as well as by colour. Axes of numbers
 * run from left to right in any language; categories follow the direction of the text. Where bars cannot stand beside each other
 * with whole names below them, they lie.
 *
 * ## CSS nodes
 *
 * `chart`.
 *
 * ## Accessibility
 *
 * `PlumbChartView` has the role %GTK_ACCESSIBLE_ROLE_IMG, the chart's title as its name, and its axes and summary in its
 * description. The numbers themselves are in the table that #PlumbFigure offers.
 */
struct _PlumbChartView {
  GtkWidget parent_instance;

  PlumbChart *chart;
  GtkWidget *probe;
  PlumbChartPlan *plan;
};

enum {
  PROP_0,
  PROP_CHART,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlumbChartView, plumb_chart_view, GTK_TYPE_WIDGET)

static void
redraw_cb (PlumbChartView *self)
{
  g_clear_pointer (&self->plan, plumb_chart_plan_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* A plan is made when the height is asked for, and is the one that is drawn. */
static PlumbChartPlan *
ensure_plan (PlumbChartView *self, const PlumbFigureStyle *style, double width)
{
  if (self->plan == NULL || plumb_chart_plan_get_width (self->plan) != width) {
    g_clear_pointer (&self->plan, plumb_chart_plan_free);
    self->plan = plumb_chart_plan_new (self->chart, style, width);
  }

  return self->plan;
}

static void
plumb_chart_view_constructed (GObject *object)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (object);
  g_autofree char *description = NULL;

  G_OBJECT_CLASS (plumb_chart_view_parent_class)->constructed (object);

  g_return_if_fail (PLUMB_IS_CHART (self->chart));

  description = plumb_chart_describe (self->chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->chart->title != NULL ? self->chart->title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description,
                                  -1);
}

static void
plumb_chart_view_dispose (GObject *object)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (object);

  g_clear_pointer (&self->probe, gtk_widget_unparent);

  G_OBJECT_CLASS (plumb_chart_view_parent_class)->dispose (object);
}

static void
plumb_chart_view_finalize (GObject *object)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (object);

  g_clear_pointer (&self->plan, plumb_chart_plan_free);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (plumb_chart_view_parent_class)->finalize (object);
}

static void
plumb_chart_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (object);

  switch (prop_id) {
  case PROP_CHART:
    g_value_set_object (value, self->chart);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_chart_view_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (object);

  switch (prop_id) {
  case PROP_CHART:
    self->chart = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static GtkSizeRequestMode
plumb_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plumb_chart_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (widget);
  g_auto (PlumbFigureStyle) style = { NULL };

  plumb_figure_style_init_for_widget (&style, widget, GTK_LABEL (self->probe));

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = (int) plumb_chart_min_width (&style);
    *natural = (int) plumb_chart_natural_width (&style);
  } else {
    double width = for_size < 0 ? plumb_chart_natural_width (&style) : for_size;

    *minimum = *natural = (int) plumb_chart_plan_get_height (ensure_plan (self, &style, width));
  }
}

static void
plumb_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (widget);
  double width = gtk_widget_get_width (widget);
  g_auto (PlumbFigureStyle) style = { NULL };

  plumb_figure_style_init_for_widget (&style, widget, GTK_LABEL (self->probe));

  plumb_chart_plan_draw (ensure_plan (self, &style, width), snapshot, &style);
}

static void
plumb_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  redraw_cb (PLUMB_CHART_VIEW (widget));

  GTK_WIDGET_CLASS (plumb_chart_view_parent_class)->direction_changed (widget, previous);
}

static void
plumb_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plumb_chart_view_parent_class)->css_changed (widget, change);

  redraw_cb (PLUMB_CHART_VIEW (widget));
}

static void
plumb_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (plumb_chart_view_parent_class)->system_setting_changed (widget, setting);

  redraw_cb (PLUMB_CHART_VIEW (widget));
}

static void
plumb_chart_view_class_init (PlumbChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plumb_chart_view_constructed;
  object_class->dispose = plumb_chart_view_dispose;
  object_class->finalize = plumb_chart_view_finalize;
  object_class->get_property = plumb_chart_view_get_property;
  object_class->set_property = plumb_chart_view_set_property;

  widget_class->get_request_mode = plumb_chart_view_get_request_mode;
  widget_class->measure = plumb_chart_view_measure;
  widget_class->snapshot = plumb_chart_view_snapshot;
  widget_class->direction_changed = plumb_chart_view_direction_changed;
  widget_class->css_changed = plumb_chart_view_css_changed;
  widget_class->system_setting_changed = plumb_chart_view_system_setting_changed;

  /**
   * PlumbChartView:chart:
   *
   * What is drawn.
   */
  properties[PROP_CHART] = g_param_spec_object ("chart",
                                                NULL,
                                                NULL,
                                                PLUMB_TYPE_CHART,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                    G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plumb_chart_view_init (PlumbChartView *self)
{
  self->probe = plumb_figure_probe_new (GTK_WIDGET (self));
  plumb_figure_style_watch (GTK_WIDGET (self), G_CALLBACK (redraw_cb));
}

/**
 * plumb_chart_view_new:
 * @chart: what to draw; kept
 *
 * Creates a drawing of a chart.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
plumb_chart_view_new (PlumbChart *chart)
{
  g_return_val_if_fail (PLUMB_IS_CHART (chart), NULL);

  return g_object_new (PLUMB_TYPE_CHART_VIEW, "chart", chart, NULL);
}

/**
 * plumb_chart_view_get_chart:
 * @self: a chart view
 *
 * Returns: (transfer none): what it draws
 */
PlumbChart *
plumb_chart_view_get_chart (PlumbChartView *self)
{
  g_return_val_if_fail (PLUMB_IS_CHART_VIEW (self), NULL);

  return self->chart;
}
