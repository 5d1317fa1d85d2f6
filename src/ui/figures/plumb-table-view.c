/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-table-view.h"

#include "plumb-figure-label.h"
#include "plumb-table-grid.h"

/**
 * PlumbTableView:
 *
 * A table of prose or numbers, with its caption above it and where it is from below it.
 *
 * ## CSS nodes
 *
 * `figure`, with `label.figure-title`, a `table` and `label.figure-credit`.
 *
 * ## Accessibility
 *
 * `PlumbTableView` has the role %GTK_ACCESSIBLE_ROLE_GENERIC; the table in it has the caption as its name.
 */
struct _PlumbTableView {
  GtkWidget parent_instance;

  PlumbTable *table;
  GtkWidget *caption;
  GtkWidget *grid;
  GtkWidget *credit;
};

enum {
  PROP_0,
  PROP_TABLE,
  PROP_CREDIT,
  N_PROPS,
};

enum {
  SIGNAL_ACTIVATE_LINK,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlumbTableView, plumb_table_view, GTK_TYPE_WIDGET)

static gboolean
activate_link_cb (PlumbTableView *self, const char *href, GtkLabel *label)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE_LINK], 0, href, label);

  return GDK_EVENT_STOP;
}

static void
grid_activate_link_cb (PlumbTableView *self, const char *href, GtkLabel *label)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE_LINK], 0, href, label);
}

static void
plumb_table_view_constructed (GObject *object)
{
  PlumbTableView *self = PLUMB_TABLE_VIEW (object);
  const char *caption;

  G_OBJECT_CLASS (plumb_table_view_parent_class)->constructed (object);

  g_return_if_fail (PLUMB_IS_TABLE (self->table));

  caption = self->table->caption != NULL ? self->table->caption : "";
  gtk_label_set_text (GTK_LABEL (self->caption), caption);
  gtk_widget_set_visible (self->caption, caption[0] != '\0');

  self->grid = plumb_table_grid_new (self->table);
  g_signal_connect_object (self->grid,
                           "activate-link",
                           G_CALLBACK (grid_activate_link_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_after (self->grid, GTK_WIDGET (self), self->caption);
}

static void
plumb_table_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }

  G_OBJECT_CLASS (plumb_table_view_parent_class)->dispose (object);
}

static void
plumb_table_view_finalize (GObject *object)
{
  PlumbTableView *self = PLUMB_TABLE_VIEW (object);

  g_clear_object (&self->table);

  G_OBJECT_CLASS (plumb_table_view_parent_class)->finalize (object);
}

static void
plumb_table_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbTableView *self = PLUMB_TABLE_VIEW (object);

  switch (prop_id) {
  case PROP_TABLE:
    g_value_set_object (value, self->table);
    break;
  case PROP_CREDIT:
    g_value_set_string (value, plumb_table_view_get_credit (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_table_view_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  PlumbTableView *self = PLUMB_TABLE_VIEW (object);

  switch (prop_id) {
  case PROP_TABLE:
    self->table = g_value_dup_object (value);
    break;
  case PROP_CREDIT:
    plumb_table_view_set_credit (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_table_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  plumb_figure_spread_direction (widget);

  GTK_WIDGET_CLASS (plumb_table_view_parent_class)->direction_changed (widget, previous);
}

static void
plumb_table_view_class_init (PlumbTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plumb_table_view_constructed;
  object_class->dispose = plumb_table_view_dispose;
  object_class->finalize = plumb_table_view_finalize;
  object_class->get_property = plumb_table_view_get_property;
  object_class->set_property = plumb_table_view_set_property;

  widget_class->direction_changed = plumb_table_view_direction_changed;

  /**
   * PlumbTableView:table:
   *
   * What is shown.
   */
  properties[PROP_TABLE] = g_param_spec_object ("table",
                                                NULL,
                                                NULL,
                                                PLUMB_TYPE_TABLE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                    G_PARAM_STATIC_STRINGS);

  /**
   * PlumbTableView:credit:
   *
   * Where the table is from, in Plumb's markup.
   */
  properties[PROP_CREDIT] = g_param_spec_string ("credit",
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                     G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbTableView::activate-link:
   * @self: the table
   * @href: where the link leads
   * @label: the label that it stands in
   *
   * Emitted when a link of a cell or of the credit is followed.
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
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
plumb_table_view_init (PlumbTableView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->caption = plumb_figure_label_new (GTK_ACCESSIBLE_ROLE_CAPTION, "figure-title");
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));

  self->credit = plumb_figure_label_new (GTK_ACCESSIBLE_ROLE_LABEL, "figure-credit");
  gtk_widget_set_visible (self->credit, FALSE);
  plumb_figure_label_connect (GTK_LABEL (self->credit),
                              GTK_WIDGET (self),
                              G_CALLBACK (activate_link_cb));
  gtk_widget_set_parent (self->credit, GTK_WIDGET (self));
}

/**
 * plumb_table_view_new:
 * @table: what to show; kept
 *
 * Creates a table.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
plumb_table_view_new (PlumbTable *table)
{
  g_return_val_if_fail (PLUMB_IS_TABLE (table), NULL);

  return g_object_new (PLUMB_TYPE_TABLE_VIEW, "table", table, NULL);
}

/**
 * plumb_table_view_get_table:
 * @self: a table view
 *
 * Returns: (transfer none): what it shows
 */
PlumbTable *
plumb_table_view_get_table (PlumbTableView *self)
{
  g_return_val_if_fail (PLUMB_IS_TABLE_VIEW (self), NULL);

  return self->table;
}

/**
 * plumb_table_view_get_credit:
 * @self: a table view
 *
 * Returns: (transfer none) (nullable): where the table is from, in Plumb's markup
 */
const char *
plumb_table_view_get_credit (PlumbTableView *self)
{
  g_return_val_if_fail (PLUMB_IS_TABLE_VIEW (self), NULL);

  return plumb_figure_label_get (GTK_LABEL (self->credit));
}

/**
 * plumb_table_view_set_credit:
 * @self: a table view
 * @credit: (nullable): where the table is from, in Plumb's markup
 *
 * Shows a line below the table that says where it is from.
 */
void
plumb_table_view_set_credit (PlumbTableView *self, const char *credit)
{
  g_return_if_fail (PLUMB_IS_TABLE_VIEW (self));

  if (plumb_figure_label_set (GTK_LABEL (self->credit), credit)) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CREDIT]);
  }
}
