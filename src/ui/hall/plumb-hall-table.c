/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-hall-table.h"

/**
 * PlumbHallTable:
 *
 * The rows of the debate hall, and which cell the reader is at. The arrow keys, Home and End move by column and row;
 * with Ctrl, Home and End go to the first and the last row. With the Tab key one goes into a cell, to its links, and on
 * out of the table.
 *
 * ## CSS nodes
 *
 * The table is a node `halltable`.
 *
 * ## Accessibility
 *
 * It is a grid. Only the cell that the reader is at is in the way of the Tab key.
 */
struct _PlumbHallTable {
  GtkWidget parent_instance;

  GPtrArray *rows;
  guint n_columns;
  guint row;
  guint column;
  gboolean single;
};

G_DEFINE_FINAL_TYPE (PlumbHallTable, plumb_hall_table, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_COLUMN,
  PROP_SINGLE,
  N_PROPS,
};

enum {
  MOVED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GtkWidget *
get_cell (PlumbHallTable *self)
{
  return self->rows->len > 0
             ? plumb_hall_row_get_cell (g_ptr_array_index (self->rows, self->row), self->column)
             : NULL;
}

static void
update_shown (PlumbHallTable *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    plumb_hall_row_set_shown (g_ptr_array_index (self->rows, i),
                              self->single ? (int) self->column : -1);
  }
}

/* Returns whether the reader is at another cell now. */
static gboolean
set_at (PlumbHallTable *self, guint row, guint column)
{
  gboolean other_column = self->column != column;

  if (self->row == row && !other_column) {
    return FALSE;
  }

  self->row = row;
  self->column = column;
  if (other_column) {
    update_shown (self);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMN]);
  }
  g_signal_emit (self, signals[MOVED], 0);

  return TRUE;
}

static void
move_to (PlumbHallTable *self, int row, int column)
{
  set_at (self,
          (guint) CLAMP (row, 0, (int) self->rows->len - 1),
          (guint) CLAMP (column, 0, (int) self->n_columns - 1));
  gtk_widget_grab_focus (get_cell (self));
}

static gboolean
key_pressed_cb (PlumbHallTable *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  int row = (int) self->row;
  int column = (int) self->column;

  if ((state & (GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || self->rows->len == 0) {
    return GDK_EVENT_PROPAGATE;
  }

  switch (keyval) {
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    move_to (self, control ? 0 : row, control ? column : 0);
    return GDK_EVENT_STOP;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    move_to (self, control ? G_MAXINT : row, control ? column : G_MAXINT);
    return GDK_EVENT_STOP;
  default:
    break;
  }

  if (control) {
    return GDK_EVENT_PROPAGATE;
  }

  switch (keyval) {
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    move_to (self, row - 1, column);
    return GDK_EVENT_STOP;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    move_to (self, row + 1, column);
    return GDK_EVENT_STOP;
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    move_to (self, row, rtl ? column + 1 : column - 1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    move_to (self, row, rtl ? column - 1 : column + 1);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

/* A press of the mouse in a cell, or the Tab key. */
static void
focus_entered_cb (PlumbHallTable *self, GtkEventControllerFocus *controller)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  for (guint i = 0; i < self->rows->len; i++) {
    PlumbHallRow *row = g_ptr_array_index (self->rows, i);
    guint column;

    if (plumb_hall_row_find_cell (row, cell, &column)) {
      set_at (self, i, plumb_hall_row_get_n_cells (row) > 1 ? column : self->column);
      return;
    }
  }
}

static gboolean
plumb_hall_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PlumbHallTable *self = PLUMB_HALL_TABLE (widget);
  GtkWidget *cell = get_cell (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (cell == NULL) {
    return FALSE;
  }
  /* From the links of a cell back to the cell itself, before one leaves it backwards. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, cell) && direction == GTK_DIR_TAB_BACKWARD) {
    return gtk_widget_child_focus (cell, direction) || gtk_widget_grab_focus (cell);
  }
  if (focus != NULL && (focus == cell || gtk_widget_is_ancestor (focus, cell))) {
    return focus == cell && direction == GTK_DIR_TAB_BACKWARD
               ? FALSE
               : gtk_widget_child_focus (cell, direction);
  }

  return gtk_widget_grab_focus (cell);
}

static gboolean
plumb_hall_table_grab_focus (GtkWidget *widget)
{
  GtkWidget *cell = get_cell (PLUMB_HALL_TABLE (widget));

  return cell != NULL && gtk_widget_grab_focus (cell);
}

static void
plumb_hall_table_dispose (GObject *object)
{
  PlumbHallTable *self = PLUMB_HALL_TABLE (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL) {
    gtk_widget_unparent (child);
  }

  G_OBJECT_CLASS (plumb_hall_table_parent_class)->dispose (object);
}

static void
plumb_hall_table_finalize (GObject *object)
{
  g_ptr_array_unref (PLUMB_HALL_TABLE (object)->rows);

  G_OBJECT_CLASS (plumb_hall_table_parent_class)->finalize (object);
}

static void
plumb_hall_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbHallTable *self = PLUMB_HALL_TABLE (object);

  switch (prop_id) {
  case PROP_COLUMN:
    g_value_set_uint (value, self->column);
    break;
  case PROP_SINGLE:
    g_value_set_boolean (value, self->single);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_hall_table_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  PlumbHallTable *self = PLUMB_HALL_TABLE (object);

  switch (prop_id) {
  case PROP_COLUMN:
    plumb_hall_table_set_column (self, g_value_get_uint (value));
    break;
  case PROP_SINGLE:
    plumb_hall_table_set_single (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_hall_table_class_init (PlumbHallTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = plumb_hall_table_dispose;
  object_class->finalize = plumb_hall_table_finalize;
  object_class->get_property = plumb_hall_table_get_property;
  object_class->set_property = plumb_hall_table_set_property;
  widget_class->focus = plumb_hall_table_focus;
  widget_class->grab_focus = plumb_hall_table_grab_focus;

  /**
   * PlumbHallTable:column:
   *
   * The number of the position that the reader is at.
   */
  properties[PROP_COLUMN] = g_param_spec_uint ("column", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /**
   * PlumbHallTable:single:
   *
   * Whether one position shows at a time.
   */
  properties[PROP_SINGLE] = g_param_spec_boolean ("single", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbHallTable::moved:
   *
   * The reader is at another cell.
   */
  signals[MOVED] = g_signal_new ("moved",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "halltable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
plumb_hall_table_init (PlumbHallTable *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new ();
  self->n_columns = 1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);

  /* Before the texts in the cells, which would move a caret. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * plumb_hall_table_new:
 * @n_columns: how many positions there are
 *
 * Creates a table without rows.
 *
 * Returns: (transfer floating): a new table
 */
GtkWidget *
plumb_hall_table_new (guint n_columns)
{
  PlumbHallTable *self = g_object_new (PLUMB_TYPE_HALL_TABLE, NULL);

  self->n_columns = MAX (n_columns, 1);

  return GTK_WIDGET (self);
}

/**
 * plumb_hall_table_append:
 * @self: a table
 * @row: (transfer floating): a row that has its cells
 *
 * Adds @row after the others.
 */
void
plumb_hall_table_append (PlumbHallTable *self, PlumbHallRow *row)
{
  g_return_if_fail (PLUMB_IS_HALL_TABLE (self));
  g_return_if_fail (PLUMB_IS_HALL_ROW (row));

  for (guint i = 0; i < plumb_hall_row_get_n_cells (row); i++) {
    GtkEventController *controller = gtk_event_controller_focus_new ();

    g_signal_connect_swapped (controller, "enter", G_CALLBACK (focus_entered_cb), self);
    gtk_widget_add_controller (plumb_hall_row_get_cell (row, i), controller);
  }
  plumb_hall_row_set_shown (row, self->single ? (int) self->column : -1);
  gtk_widget_set_parent (GTK_WIDGET (row), GTK_WIDGET (self));
  g_ptr_array_add (self->rows, row);
}

/**
 * plumb_hall_table_get_row:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the row that the reader is at
 */
PlumbHallRow *
plumb_hall_table_get_row (PlumbHallTable *self)
{
  g_return_val_if_fail (PLUMB_IS_HALL_TABLE (self), NULL);

  return self->rows->len > 0 ? g_ptr_array_index (self->rows, self->row) : NULL;
}

/**
 * plumb_hall_table_get_column:
 * @self: a table
 *
 * Returns: the number of the position that the reader is at
 */
guint
plumb_hall_table_get_column (PlumbHallTable *self)
{
  g_return_val_if_fail (PLUMB_IS_HALL_TABLE (self), 0);

  return self->column;
}

/**
 * plumb_hall_table_set_column:
 * @self: a table
 * @column: the number of a position
 *
 * Goes to another position, in the same row.
 */
void
plumb_hall_table_set_column (PlumbHallTable *self, guint column)
{
  g_return_if_fail (PLUMB_IS_HALL_TABLE (self));

  set_at (self, self->row, MIN (column, self->n_columns - 1));
}

/**
 * plumb_hall_table_choose:
 * @self: a table
 * @anchor: what a place calls a row
 *
 * Goes to a row, in the same column.
 *
 * Returns: whether there is such a row
 */
gboolean
plumb_hall_table_choose (PlumbHallTable *self, const char *anchor)
{
  g_return_val_if_fail (PLUMB_IS_HALL_TABLE (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++) {
    if (g_strcmp0 (plumb_hall_row_get_anchor (g_ptr_array_index (self->rows, i)), anchor) == 0) {
      set_at (self, i, self->column);
      return TRUE;
    }
  }

  return FALSE;
}

/**
 * plumb_hall_table_get_single:
 * @self: a table
 *
 * Returns: whether one position shows at a time
 */
gboolean
plumb_hall_table_get_single (PlumbHallTable *self)
{
  g_return_val_if_fail (PLUMB_IS_HALL_TABLE (self), FALSE);

  return self->single;
}

/**
 * plumb_hall_table_set_single:
 * @self: a table
 * @single: whether one position shows at a time
 *
 * Shows the positions one at a time, or side by side.
 */
void
plumb_hall_table_set_single (PlumbHallTable *self, gboolean single)
{
  g_return_if_fail (PLUMB_IS_HALL_TABLE (self));

  single = !!single;
  if (self->single == single) {
    return;
  }

  self->single = single;
  update_shown (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINGLE]);
}
