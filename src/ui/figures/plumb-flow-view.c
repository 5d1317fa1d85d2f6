/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-flow-view.h"

#include "plumb-figure-style.h"
#include "plumb-figure-text.h"
#include "plumb-flow-plan.h"
#include "plumb-text-layout.h"

/**
 * PlumbFlowView:
 *
 * Steps that follow each other, drawn as boxes with arrows between them.
 *
 * The boxes stand beside each other, in the direction of the text, and in several rows where one does not hold them. In a place that
 * is narrow for the size of the text they stand below each other.
 *
 * ## CSS nodes
 *
 * `flow`, with a `label.flow-note` for each note that has links.
 *
 * ## Accessibility
 *
 * `PlumbFlowView` has the role %GTK_ACCESSIBLE_ROLE_IMG, the flow's title as its name and the steps as sentences in its
 * description. Where notes have links, which must be reached by Tab, it is a %GTK_ACCESSIBLE_ROLE_GROUP with labels in it.
 */
struct _PlumbFlowView {
  GtkWidget parent_instance;

  PlumbFlow *flow;
  GPtrArray *notes;
  GtkWidget *probe;
  PlumbFlowPlan *plan;
};

enum {
  PROP_0,
  PROP_FLOW,
  N_PROPS,
};

enum {
  SIGNAL_ACTIVATE_LINK,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlumbFlowView, plumb_flow_view, GTK_TYPE_WIDGET)

static void
drop_plan (PlumbFlowView *self)
{
  g_clear_pointer (&self->plan, plumb_flow_plan_free);
}

/* A plan is made when the height is asked for, and is the one that is drawn. */
static PlumbFlowPlan *
ensure_plan (PlumbFlowView *self, const PlumbFigureStyle *style, double width)
{
  if (self->plan == NULL || plumb_flow_plan_get_width (self->plan) != width) {
    drop_plan (self);
    self->plan = plumb_flow_plan_new (self->flow, style, width);
  }

  return self->plan;
}

static gboolean
activate_link_cb (PlumbFlowView *self, const char *href, GtkLabel *label)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE_LINK], 0, href, label);

  return GDK_EVENT_STOP;
}

static GtkWidget *
note_new (PlumbFlowView *self, const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  /* The same as the plan lays out, so that the label fills the place that is kept for it. */
  pango_attr_list_insert (attributes, pango_attr_scale_new (PLUMB_FLOW_NOTE_SCALE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_layout_manager (label, plumb_text_layout_new (0));
  gtk_widget_add_css_class (label, "flow-note");
  g_signal_connect_object (label,
                           "activate-link",
                           G_CALLBACK (activate_link_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  pango_attr_list_unref (attributes);

  return label;
}

static void
redraw_cb (PlumbFlowView *self)
{
  drop_plan (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
has_links (PlumbFlow *flow)
{
  for (guint i = 0; flow->steps != NULL && i < g_list_model_get_n_items (flow->steps); i++) {
    g_autoptr (PlumbFlowStep) step = g_list_model_get_item (flow->steps, i);

    if (plumb_figure_has_link (step->note)) {
      return TRUE;
    }
  }

  return FALSE;
}

static void
plumb_flow_view_constructed (GObject *object)
{
  PlumbFlowView *self = PLUMB_FLOW_VIEW (object);
  g_autofree char *description = NULL;

  G_OBJECT_CLASS (plumb_flow_view_parent_class)->constructed (object);

  g_return_if_fail (PLUMB_IS_FLOW (self->flow));

  for (guint i = 0; self->flow->steps != NULL && i < g_list_model_get_n_items (self->flow->steps);
       i++) {
    g_autoptr (PlumbFlowStep) step = g_list_model_get_item (self->flow->steps, i);

    g_ptr_array_add (self->notes,
                     plumb_figure_has_link (step->note) ? note_new (self, step->note) : NULL);
  }

  description = plumb_flow_describe (self->flow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->flow->title != NULL ? self->flow->title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description,
                                  -1);
}

static void
plumb_flow_view_dispose (GObject *object)
{
  PlumbFlowView *self = PLUMB_FLOW_VIEW (object);

  for (guint i = 0; i < self->notes->len; i++) {
    GtkWidget *label = g_ptr_array_index (self->notes, i);

    g_clear_pointer (&label, gtk_widget_unparent);
  }
  g_ptr_array_set_size (self->notes, 0);
  g_clear_pointer (&self->probe, gtk_widget_unparent);
  drop_plan (self);

  G_OBJECT_CLASS (plumb_flow_view_parent_class)->dispose (object);
}

static void
plumb_flow_view_finalize (GObject *object)
{
  PlumbFlowView *self = PLUMB_FLOW_VIEW (object);

  g_ptr_array_unref (self->notes);
  g_clear_object (&self->flow);

  G_OBJECT_CLASS (plumb_flow_view_parent_class)->finalize (object);
}

static void
plumb_flow_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbFlowView *self = PLUMB_FLOW_VIEW (object);

  switch (prop_id) {
  case PROP_FLOW:
    g_value_set_object (value, self->flow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_flow_view_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  PlumbFlowView *self = PLUMB_FLOW_VIEW (object);

  switch (prop_id) {
  case PROP_FLOW:
    self->flow = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static GtkSizeRequestMode
plumb_flow_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plumb_flow_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  PlumbFlowView *self = PLUMB_FLOW_VIEW (widget);
  g_auto (PlumbFigureStyle) style = { NULL };

  plumb_figure_style_init_for_widget (&style, widget, GTK_LABEL (self->probe));

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = (int) plumb_flow_min_width (&style);
    *natural = MAX (*minimum, (int) plumb_flow_natural_width (self->flow, &style));
  } else {
    double width = for_size < 0 ? plumb_flow_natural_width (self->flow, &style) : for_size;

    *minimum = *natural = (int) plumb_flow_plan_get_height (ensure_plan (self, &style, width));
  }
}

static void
plumb_flow_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbFlowView *self = PLUMB_FLOW_VIEW (widget);
  g_auto (PlumbFigureStyle) style = { NULL };

  plumb_figure_style_init_for_widget (&style, widget, GTK_LABEL (self->probe));
  ensure_plan (self, &style, width);

  for (guint i = 0; i < self->notes->len; i++) {
    GtkWidget *label = g_ptr_array_index (self->notes, i);
    PlumbFlowBox place;

    if (label != NULL && plumb_flow_plan_get_note (self->plan, i, &place)) {
      int min_height;

      gtk_widget_measure (label,
                          GTK_ORIENTATION_VERTICAL,
                          (int) place.width,
                          &min_height,
                          NULL,
                          NULL,
                          NULL);
      gtk_widget_size_allocate (label,
                                &(GtkAllocation) { (int) place.x,
                                                   (int) place.y,
                                                   (int) place.width,
                                                   MAX (min_height, (int) place.height) },
                                -1);
    }
  }
}

static void
plumb_flow_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbFlowView *self = PLUMB_FLOW_VIEW (widget);
  g_auto (PlumbFigureStyle) style = { NULL };

  plumb_figure_style_init_for_widget (&style, widget, GTK_LABEL (self->probe));
  plumb_flow_plan_draw (ensure_plan (self, &style, gtk_widget_get_width (widget)),
                        snapshot,
                        &style,
                        FALSE);

  GTK_WIDGET_CLASS (plumb_flow_view_parent_class)->snapshot (widget, snapshot);
}

static void
plumb_flow_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  PlumbFlowView *self = PLUMB_FLOW_VIEW (widget);

  for (guint i = 0; i < self->notes->len; i++) {
    GtkWidget *label = g_ptr_array_index (self->notes, i);

    if (label != NULL) {
      gtk_widget_set_direction (label, gtk_widget_get_direction (widget));
    }
  }
  redraw_cb (self);

  GTK_WIDGET_CLASS (plumb_flow_view_parent_class)->direction_changed (widget, previous);
}

static void
plumb_flow_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plumb_flow_view_parent_class)->css_changed (widget, change);

  redraw_cb (PLUMB_FLOW_VIEW (widget));
}

static void
plumb_flow_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (plumb_flow_view_parent_class)->system_setting_changed (widget, setting);

  redraw_cb (PLUMB_FLOW_VIEW (widget));
}

static void
plumb_flow_view_class_init (PlumbFlowViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plumb_flow_view_constructed;
  object_class->dispose = plumb_flow_view_dispose;
  object_class->finalize = plumb_flow_view_finalize;
  object_class->get_property = plumb_flow_view_get_property;
  object_class->set_property = plumb_flow_view_set_property;

  widget_class->get_request_mode = plumb_flow_view_get_request_mode;
  widget_class->measure = plumb_flow_view_measure;
  widget_class->size_allocate = plumb_flow_view_size_allocate;
  widget_class->snapshot = plumb_flow_view_snapshot;
  widget_class->direction_changed = plumb_flow_view_direction_changed;
  widget_class->css_changed = plumb_flow_view_css_changed;
  widget_class->system_setting_changed = plumb_flow_view_system_setting_changed;

  /**
   * PlumbFlowView:flow:
   *
   * What is drawn.
   */
  properties[PROP_FLOW] = g_param_spec_object ("flow",
                                               NULL,
                                               NULL,
                                               PLUMB_TYPE_FLOW,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbFlowView::activate-link:
   * @self: the view
   * @href: where the link leads
   * @label: the label that it stands in
   *
   * Emitted when a link of a note is followed.
   */
  signals[SIGNAL_ACTIVATE_LINK] = g_signal_new ("activate-link",
                                                G_TYPE_FROM_CLASS (klass),
                                                G_SIGNAL_RUN_LAST,
                                                0,
                                                NULL,
                                                NULL,
                                                NULL,
                                                G_TYPE_NONE,
                                                2,
                                                G_TYPE_STRING,
                                                GTK_TYPE_LABEL);

  gtk_widget_class_set_css_name (widget_class, "flow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plumb_flow_view_init (PlumbFlowView *self)
{
  self->notes = g_ptr_array_new ();
  self->probe = plumb_figure_probe_new (GTK_WIDGET (self));

  plumb_figure_style_watch (GTK_WIDGET (self), G_CALLBACK (redraw_cb));
}

/**
 * plumb_flow_view_new:
 * @flow: what to draw; kept
 *
 * Creates a drawing of a flow.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
plumb_flow_view_new (PlumbFlow *flow)
{
  g_return_val_if_fail (PLUMB_IS_FLOW (flow), NULL);

  return g_object_new (PLUMB_TYPE_FLOW_VIEW,
                       "accessible-role",
                       has_links (flow) ? GTK_ACCESSIBLE_ROLE_GROUP : GTK_ACCESSIBLE_ROLE_IMG,
                       "flow",
                       flow,
                       NULL);
}

/**
 * plumb_flow_view_get_flow:
 * @self: a flow view
 *
 * Returns: (transfer none): what it draws
 */
PlumbFlow *
plumb_flow_view_get_flow (PlumbFlowView *self)
{
  g_return_val_if_fail (PLUMB_IS_FLOW_VIEW (self), NULL);

  return self->flow;
}
