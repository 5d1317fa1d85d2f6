/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-hall-row.h"

#define SPACING 12
#define HEADER_SPACING 6

/**
 * PlumbHallRow:
 *
 * A row of the debate hall: what it is about, over the whole width, and below that a cell for each position. All cells
 * are of one size, so that none looks weightier than another, and the columns of several rows are aligned. A row of one
 * cell is as wide as all columns.
 *
 * Where there is room for one column, one cell shows at a time, and the row stays as high as its highest: nothing moves
 * when another is shown.
 *
 * ## CSS nodes
 *
 * The row is a node `hallrow`, with a node `hallcell` for each cell.
 *
 * ## Accessibility
 *
 * The row has a name, and each cell one that is a whole sentence; a cell takes the keyboard.
 */
struct _PlumbHallRow {
  GtkWidget parent_instance;

  char *anchor;
  GtkWidget *header;
  GPtrArray *cells;
  int shown;
};

G_DEFINE_FINAL_TYPE (PlumbHallRow, plumb_hall_row, GTK_TYPE_WIDGET)

static void
plumb_hall_row_dispose (GObject *object)
{
  PlumbHallRow *self = PLUMB_HALL_ROW (object);
  GtkWidget *child;

  self->header = NULL;
  g_ptr_array_set_size (self->cells, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL) {
    gtk_widget_unparent (child);
  }

  G_OBJECT_CLASS (plumb_hall_row_parent_class)->dispose (object);
}

static void
plumb_hall_row_finalize (GObject *object)
{
  PlumbHallRow *self = PLUMB_HALL_ROW (object);

  g_free (self->anchor);
  g_ptr_array_unref (self->cells);

  G_OBJECT_CLASS (plumb_hall_row_parent_class)->finalize (object);
}

static gboolean
is_in_one_column (PlumbHallRow *self)
{
  return self->shown >= 0 || self->cells->len < 2;
}

static int
cell_width (PlumbHallRow *self, int width)
{
  int n = (int) self->cells->len;

  return is_in_one_column (self) ? width : (width - (n - 1) * SPACING) / n;
}

static GtkSizeRequestMode
plumb_hall_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (PlumbHallRow *self, int *minimum, int *natural)
{
  int n = is_in_one_column (self) ? 1 : (int) self->cells->len;
  int min = 0;
  int nat = 0;

  for (guint i = 0; i < self->cells->len; i++) {
    int cell_min, cell_nat;

    gtk_widget_measure (g_ptr_array_index (self->cells, i),
                        GTK_ORIENTATION_HORIZONTAL,
                        -1,
                        &cell_min,
                        &cell_nat,
                        NULL,
                        NULL);
    min = MAX (min, cell_min);
    nat = MAX (nat, cell_nat);
  }
  *minimum = n * min + (n - 1) * SPACING;
  *natural = n * nat + (n - 1) * SPACING;

  if (self->header != NULL) {
    int header_min, header_nat;

    gtk_widget_measure (self->header,
                        GTK_ORIENTATION_HORIZONTAL,
                        -1,
                        &header_min,
                        &header_nat,
                        NULL,
                        NULL);
    *minimum = MAX (*minimum, header_min);
    *natural = MAX (*natural, header_nat);
  }
}

static int
measure_header (PlumbHallRow *self, int width)
{
  int height;

  if (self->header == NULL) {
    return 0;
  }
  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height + HEADER_SPACING;
}

static void
plumb_hall_row_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  PlumbHallRow *self = PLUMB_HALL_ROW (widget);
  int least, most;
  int height = 0;
  int width;

  measure_width (self, &least, &most);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = least;
    *natural = most;
    return;
  }

  width = MAX (for_size < 0 ? most : for_size, least);
  for (guint i = 0; i < self->cells->len; i++) {
    int cell_height;

    gtk_widget_measure (g_ptr_array_index (self->cells, i),
                        GTK_ORIENTATION_VERTICAL,
                        cell_width (self, width),
                        &cell_height,
                        NULL,
                        NULL,
                        NULL);
    height = MAX (height, cell_height);
  }
  *minimum = *natural = measure_header (self, width) + height;
}

static void
plumb_hall_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbHallRow *self = PLUMB_HALL_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int each = cell_width (self, width);
  int top = measure_header (self, width);

  if (self->header != NULL) {
    gtk_widget_size_allocate (self->header,
                              &(GtkAllocation) { 0, 0, width, top - HEADER_SPACING },
                              -1);
  }
  for (guint i = 0; i < self->cells->len; i++) {
    int at = rtl ? (int) (self->cells->len - 1 - i) : (int) i;

    if (is_in_one_column (self)) {
      at = 0;
    }
    gtk_widget_size_allocate (
        g_ptr_array_index (self->cells, i),
        &(GtkAllocation) { at * (each + SPACING), top, each, MAX (height - top, 0) },
        -1);
  }
}

static void
plumb_hall_row_class_init (PlumbHallRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_hall_row_dispose;
  object_class->finalize = plumb_hall_row_finalize;

  widget_class->get_request_mode = plumb_hall_row_get_request_mode;
  widget_class->measure = plumb_hall_row_measure;
  widget_class->size_allocate = plumb_hall_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "hallrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
plumb_hall_row_init (PlumbHallRow *self)
{
  self->cells = g_ptr_array_new ();
  self->shown = -1;
}

/**
 * plumb_hall_row_new:
 * @anchor: (nullable): what a place calls the row
 * @name: what it is about
 * @header: (transfer floating) (nullable): what says so
 *
 * Creates a row without cells.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
plumb_hall_row_new (const char *anchor, const char *name, GtkWidget *header)
{
  PlumbHallRow *self = g_object_new (PLUMB_TYPE_HALL_ROW, NULL);

  self->anchor = g_strdup (anchor);
  self->header = header;
  if (header != NULL) {
    gtk_widget_set_parent (header, GTK_WIDGET (self));
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * plumb_hall_row_get_anchor:
 * @self: a row
 *
 * Returns: (nullable): what a place calls the row
 */
const char *
plumb_hall_row_get_anchor (PlumbHallRow *self)
{
  g_return_val_if_fail (PLUMB_IS_HALL_ROW (self), NULL);

  return self->anchor;
}

static void
update_shown (PlumbHallRow *self, guint i)
{
  GtkWidget *cell = g_ptr_array_index (self->cells, i);
  gboolean shown = self->cells->len < 2 || self->shown < 0 || (int) i == self->shown;

  /* Not visible would be without a size, and the row is to be as high as its highest cell. */
  gtk_widget_set_child_visible (cell, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

/**
 * plumb_hall_row_append:
 * @self: a row
 * @role: what the cell is to a screen reader
 * @content: (transfer floating): what it shows
 * @sentence: what it says, in a whole sentence
 *
 * Adds a cell after the others.
 *
 * Returns: (transfer none): the cell
 */
GtkWidget *
plumb_hall_row_append (PlumbHallRow *self,
                       GtkAccessibleRole role,
                       GtkWidget *content,
                       const char *sentence)
{
  GtkWidget *cell;

  g_return_val_if_fail (PLUMB_IS_HALL_ROW (self), NULL);

  cell = g_object_new (GTK_TYPE_BOX,
                       "css-name",
                       "hallcell",
                       "accessible-role",
                       role,
                       "orientation",
                       GTK_ORIENTATION_VERTICAL,
                       "focusable",
                       role != GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
                       NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence,
                                  -1);
  gtk_box_append (GTK_BOX (cell), content);
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  g_ptr_array_add (self->cells, cell);
  /* What is left to show depends on how many there are. */
  for (guint i = 0; i < self->cells->len; i++) {
    update_shown (self, i);
  }

  return cell;
}

/**
 * plumb_hall_row_get_n_cells:
 * @self: a row
 *
 * Returns: how many cells it has
 */
guint
plumb_hall_row_get_n_cells (PlumbHallRow *self)
{
  g_return_val_if_fail (PLUMB_IS_HALL_ROW (self), 0);

  return self->cells->len;
}

/**
 * plumb_hall_row_get_cell:
 * @self: a row that has cells
 * @column: the number of a position
 *
 * Returns: (transfer none): the cell in that column; the only one where there is one
 */
GtkWidget *
plumb_hall_row_get_cell (PlumbHallRow *self, guint column)
{
  g_return_val_if_fail (PLUMB_IS_HALL_ROW (self), NULL);
  g_return_val_if_fail (self->cells->len > 0, NULL);

  return g_ptr_array_index (self->cells, MIN (column, self->cells->len - 1));
}

/**
 * plumb_hall_row_find_cell:
 * @self: a row
 * @widget: a widget
 * @column: (out): where it is
 *
 * Finds the cell that @widget is, or is in.
 *
 * Returns: whether it is in one
 */
gboolean
plumb_hall_row_find_cell (PlumbHallRow *self, GtkWidget *widget, guint *column)
{
  g_return_val_if_fail (PLUMB_IS_HALL_ROW (self), FALSE);

  for (guint i = 0; i < self->cells->len; i++) {
    GtkWidget *cell = g_ptr_array_index (self->cells, i);

    if (widget == cell || gtk_widget_is_ancestor (widget, cell)) {
      *column = i;
      return TRUE;
    }
  }

  return FALSE;
}

/**
 * plumb_hall_row_set_shown:
 * @self: a row
 * @shown: the number of the cell that shows, or −1 for all of them
 *
 * Shows one cell, or all side by side. A row of one cell shows it.
 */
void
plumb_hall_row_set_shown (PlumbHallRow *self, int shown)
{
  gboolean resize;

  g_return_if_fail (PLUMB_IS_HALL_ROW (self));

  if (self->shown == shown) {
    return;
  }

  resize = (self->shown < 0) != (shown < 0);
  self->shown = shown;
  for (guint i = 0; i < self->cells->len; i++) {
    update_shown (self, i);
  }
  if (resize) {
    gtk_widget_queue_resize (GTK_WIDGET (self));
  } else {
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  }
}
