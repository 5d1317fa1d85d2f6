/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-figure.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "plumb-chart-data.h"
#include "plumb-chart-view.h"
#include "plumb-figure-label.h"
#include "plumb-flow-view.h"
#include "plumb-table-grid.h"

/**
 * PlumbFigure:
 *
 * A chart or a flow with its title above it and, below it, what it shows in words and where it is from. The numbers of a chart
 * can be shown as a table instead.
 *
 * ## CSS nodes
 *
 * `figure`, with `label.figure-title` and, for charts, `button.figure-toggle` in a box, then a `flow`, a `chart` or a `table`,
 * `label.figure-summary` and `label.figure-credit`.
 *
 * ## Accessibility
 *
 * `PlumbFigure` has the role %GTK_ACCESSIBLE_ROLE_GROUP with the title as its name.
 */
struct _PlumbFigure {
  GtkWidget parent_instance;

  PlumbBlock *block;
  GtkWidget *head;
  GtkWidget *title;
  GtkWidget *view;
  GtkWidget *table;
  GtkWidget *toggle;
  GtkWidget *summary;
  GtkWidget *credit;
  gboolean show_table;
};

enum {
  PROP_0,
  PROP_BLOCK,
  PROP_SHOW_TABLE,
  PROP_CREDIT,
  N_PROPS,
};

enum {
  SIGNAL_ACTIVATE_LINK,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlumbFigure, plumb_figure, GTK_TYPE_WIDGET)

static gboolean
activate_link_cb (PlumbFigure *self, const char *href, GtkLabel *label)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE_LINK], 0, href, label);

  return GDK_EVENT_STOP;
}

static void
view_activate_link_cb (PlumbFigure *self, const char *href, GtkLabel *label)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE_LINK], 0, href, label);
}

/* Most readers never ask for the table, so it is made when they do. */
static void
ensure_table (PlumbFigure *self)
{
  g_autoptr (PlumbTable) table = NULL;

  if (self->table != NULL) {
    return;
  }

  table = plumb_chart_to_table (PLUMB_CHART (self->block));
  self->table = plumb_table_grid_new (table);
  gtk_widget_insert_after (self->table, GTK_WIDGET (self), self->view);
  plumb_figure_spread_direction (GTK_WIDGET (self));
}

static void
add_chart (PlumbFigure *self, PlumbChart *chart)
{
  self->view = plumb_chart_view_new (chart);
  gtk_widget_insert_after (self->view, GTK_WIDGET (self), self->head);

  self->toggle = gtk_toggle_button_new_with_label (_ ("Show as table"));
  gtk_widget_set_halign (self->toggle, GTK_ALIGN_START);
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->toggle, "figure-toggle");
  g_object_bind_property (self,
                          "show-table",
                          self->toggle,
                          "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  /* Above the chart, so that it stays in place when the table turns out higher. */
  adw_wrap_box_append (ADW_WRAP_BOX (self->head), self->toggle);

  plumb_figure_label_set (GTK_LABEL (self->summary), chart->summary);
}

static void
add_flow (PlumbFigure *self, PlumbFlow *flow)
{
  self->view = plumb_flow_view_new (flow);
  g_signal_connect_object (self->view,
                           "activate-link",
                           G_CALLBACK (view_activate_link_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_after (self->view, GTK_WIDGET (self), self->head);
}

static void
plumb_figure_constructed (GObject *object)
{
  PlumbFigure *self = PLUMB_FIGURE (object);
  g_autofree char *title = NULL;

  G_OBJECT_CLASS (plumb_figure_parent_class)->constructed (object);

  g_return_if_fail (PLUMB_IS_CHART (self->block) || PLUMB_IS_FLOW (self->block));

  g_object_get (self->block, "title", &title, NULL);
  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
  gtk_widget_set_visible (self->title, title != NULL && title[0] != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "",
                                  -1);

  if (PLUMB_IS_CHART (self->block)) {
    add_chart (self, PLUMB_CHART (self->block));
  } else {
    add_flow (self, PLUMB_FLOW (self->block));
  }
}

static void
plumb_figure_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }

  G_OBJECT_CLASS (plumb_figure_parent_class)->dispose (object);
}

static void
plumb_figure_finalize (GObject *object)
{
  PlumbFigure *self = PLUMB_FIGURE (object);

  g_clear_object (&self->block);

  G_OBJECT_CLASS (plumb_figure_parent_class)->finalize (object);
}

static void
plumb_figure_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbFigure *self = PLUMB_FIGURE (object);

  switch (prop_id) {
  case PROP_BLOCK:
    g_value_set_object (value, self->block);
    break;
  case PROP_SHOW_TABLE:
    g_value_set_boolean (value, self->show_table);
    break;
  case PROP_CREDIT:
    g_value_set_string (value, plumb_figure_get_credit (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_figure_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlumbFigure *self = PLUMB_FIGURE (object);

  switch (prop_id) {
  case PROP_BLOCK:
    self->block = g_value_dup_object (value);
    break;
  case PROP_SHOW_TABLE:
    plumb_figure_set_show_table (self, g_value_get_boolean (value));
    break;
  case PROP_CREDIT:
    plumb_figure_set_credit (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_figure_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  plumb_figure_spread_direction (widget);

  GTK_WIDGET_CLASS (plumb_figure_parent_class)->direction_changed (widget, previous);
}

static void
plumb_figure_class_init (PlumbFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plumb_figure_constructed;
  object_class->dispose = plumb_figure_dispose;
  object_class->finalize = plumb_figure_finalize;
  object_class->get_property = plumb_figure_get_property;
  object_class->set_property = plumb_figure_set_property;

  widget_class->direction_changed = plumb_figure_direction_changed;

  /**
   * PlumbFigure:block:
   *
   * What is shown: a #PlumbChart or a #PlumbFlow.
   */
  properties[PROP_BLOCK] = g_param_spec_object ("block",
                                                NULL,
                                                NULL,
                                                PLUMB_TYPE_BLOCK,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                    G_PARAM_STATIC_STRINGS);

  /**
   * PlumbFigure:show-table:
   *
   * Whether the numbers of a chart are shown as a table.
   */
  properties[PROP_SHOW_TABLE] = g_param_spec_boolean ("show-table",
                                                      NULL,
                                                      NULL,
                                                      FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                          G_PARAM_STATIC_STRINGS);

  /**
   * PlumbFigure:credit:
   *
   * Where the figure is from, in Plumb's markup.
   */
  properties[PROP_CREDIT] = g_param_spec_string ("credit",
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                     G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbFigure::activate-link:
   * @self: the figure
   * @href: where the link leads
   * @label: the label that it stands in
   *
   * Emitted when a link of the figure is followed.
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

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
label_new (PlumbFigure *self, const char *css_class)
{
  GtkWidget *label = plumb_figure_label_new (GTK_ACCESSIBLE_ROLE_LABEL, css_class);

  plumb_figure_label_connect (GTK_LABEL (label), GTK_WIDGET (self), G_CALLBACK (activate_link_cb));
  gtk_widget_set_visible (label, FALSE);

  return label;
}

static void
plumb_figure_init (PlumbFigure *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);

  self->head = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->head), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->head), 6);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (self->head), ADW_JUSTIFY_SPREAD);
  adw_wrap_box_set_justify_last_line (ADW_WRAP_BOX (self->head), TRUE);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));

  self->title = label_new (self, "figure-title");
  /* It stands in a row with the button, and is as wide as it is. */
  gtk_widget_set_layout_manager (self->title, NULL);
  adw_wrap_box_append (ADW_WRAP_BOX (self->head), self->title);
  self->summary = label_new (self, "figure-summary");
  gtk_widget_set_parent (self->summary, GTK_WIDGET (self));
  self->credit = label_new (self, "figure-credit");
  gtk_widget_set_parent (self->credit, GTK_WIDGET (self));
}

/**
 * plumb_figure_new:
 * @block: a #PlumbChart or a #PlumbFlow; kept
 *
 * Creates a figure.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
plumb_figure_new (PlumbBlock *block)
{
  g_return_val_if_fail (PLUMB_IS_CHART (block) || PLUMB_IS_FLOW (block), NULL);

  return g_object_new (PLUMB_TYPE_FIGURE, "block", block, NULL);
}

/**
 * plumb_figure_get_block:
 * @self: a figure
 *
 * Returns: (transfer none): what it shows
 */
PlumbBlock *
plumb_figure_get_block (PlumbFigure *self)
{
  g_return_val_if_fail (PLUMB_IS_FIGURE (self), NULL);

  return self->block;
}

/**
 * plumb_figure_get_show_table:
 * @self: a figure
 *
 * Returns: whether the numbers of a chart are shown as a table
 */
gboolean
plumb_figure_get_show_table (PlumbFigure *self)
{
  g_return_val_if_fail (PLUMB_IS_FIGURE (self), FALSE);

  return self->show_table;
}

/**
 * plumb_figure_set_show_table:
 * @self: a figure
 * @show_table: whether the numbers of a chart are shown as a table
 *
 * Shows the numbers of a chart, or the chart. A flow has no numbers and stays as it is.
 */
void
plumb_figure_set_show_table (PlumbFigure *self, gboolean show_table)
{
  g_return_if_fail (PLUMB_IS_FIGURE (self));

  show_table = show_table && PLUMB_IS_CHART (self->block);
  if (self->show_table == show_table) {
    return;
  }

  self->show_table = show_table;
  if (show_table) {
    ensure_table (self);
  }
  gtk_widget_set_visible (self->table, show_table);
  gtk_widget_set_visible (self->view, !show_table);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TABLE]);
}

/**
 * plumb_figure_get_credit:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): where the figure is from, in Plumb's markup
 */
const char *
plumb_figure_get_credit (PlumbFigure *self)
{
  g_return_val_if_fail (PLUMB_IS_FIGURE (self), NULL);

  return plumb_figure_label_get (GTK_LABEL (self->credit));
}

/**
 * plumb_figure_set_credit:
 * @self: a figure
 * @credit: (nullable): where the figure is from, in Plumb's markup
 *
 * Shows a line below the figure that says where it is from.
 */
void
plumb_figure_set_credit (PlumbFigure *self, const char *credit)
{
  g_return_if_fail (PLUMB_IS_FIGURE (self));

  if (plumb_figure_label_set (GTK_LABEL (self->credit), credit)) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CREDIT]);
  }
}
