/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-table-line.h"

#include "plumb-figure-style.h"
#include "plumb-text-layout.h"

/**
 * PlumbTableLine:
 *
 * A row of a #PlumbTableView. The table tells it how wide its columns are, or that its cells are stacked with the name of the
 * column above each.
 *
 * ## CSS nodes
 *
 * `row`, with a `label.cell` for each cell and a `label.cell-key` for the name of its column, which is shown in a stack only. The first row
 * has `label.column-head`.
 *
 * ## Accessibility
 *
 * `PlumbTableLine` has the role %GTK_ACCESSIBLE_ROLE_ROW; its labels are %GTK_ACCESSIBLE_ROLE_CELL, described by the name
 * of the column, or %GTK_ACCESSIBLE_ROLE_COLUMN_HEADER.
 */
struct _PlumbTableLine {
  GtkWidget parent_instance;

  GPtrArray *keys;
  GPtrArray *cells;
  int *naturals;
  GtkAllocation *key_places;
  GtkAllocation *cell_places;
};

G_DEFINE_FINAL_TYPE (PlumbTableLine, plumb_table_line, GTK_TYPE_WIDGET)

static void
plumb_table_line_dispose (GObject *object)
{
  PlumbTableLine *self = PLUMB_TABLE_LINE (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->keys, 0);
  g_ptr_array_set_size (self->cells, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL) {
    gtk_widget_unparent (child);
  }

  G_OBJECT_CLASS (plumb_table_line_parent_class)->dispose (object);
}

static void
plumb_table_line_finalize (GObject *object)
{
  PlumbTableLine *self = PLUMB_TABLE_LINE (object);

  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->cells);
  g_free (self->naturals);
  g_free (self->key_places);
  g_free (self->cell_places);

  G_OBJECT_CLASS (plumb_table_line_parent_class)->finalize (object);
}

static GtkSizeRequestMode
plumb_table_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The table decides how a line is set and how high it is. What is answered here is that a line may be as narrow as a stack and need not be
 * higher than nothing. */
static void
plumb_table_line_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_minimum, child_natural;

    gtk_widget_measure (child,
                        GTK_ORIENTATION_HORIZONTAL,
                        -1,
                        &child_minimum,
                        &child_natural,
                        NULL,
                        NULL);
    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
  }
}

static void
place (GtkWidget *child, const GtkAllocation *allocation)
{
  gboolean visible = allocation->width > 0;

  gtk_widget_set_child_visible (child, visible);
  if (visible) {
    gtk_widget_size_allocate (child, allocation, -1);
  }
}

static void
plumb_table_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbTableLine *self = PLUMB_TABLE_LINE (widget);

  for (guint i = 0; i < self->cells->len; i++) {
    if (i < self->keys->len) {
      place (g_ptr_array_index (self->keys, i), &self->key_places[i]);
    }
    place (g_ptr_array_index (self->cells, i), &self->cell_places[i]);
  }
}

static void
plumb_table_line_class_init (PlumbTableLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_table_line_dispose;
  object_class->finalize = plumb_table_line_finalize;

  widget_class->get_request_mode = plumb_table_line_get_request_mode;
  widget_class->measure = plumb_table_line_measure;
  widget_class->size_allocate = plumb_table_line_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
plumb_table_line_init (PlumbTableLine *self)
{
  self->keys = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
}

static GtkWidget *
add_label (PlumbTableLine *self, GPtrArray *labels, GtkAccessibleRole role, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_layout_manager (label, plumb_text_layout_new (0));
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  g_ptr_array_add (labels, label);

  return label;
}

static void
set_column (GtkWidget *cell, guint column)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (cell),
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) column + 1,
                                  -1);
}

/**
 * plumb_table_line_new_heads:
 * @columns: (array zero-terminated=1): the names of the columns
 *
 * Creates the line at the top of a table.
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
plumb_table_line_new_heads (const char *const *columns)
{
  PlumbTableLine *self = g_object_new (PLUMB_TYPE_TABLE_LINE, NULL);

  for (guint i = 0; columns[i] != NULL; i++) {
    GtkWidget *head =
        add_label (self, self->cells, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "column-head");

    gtk_label_set_text (GTK_LABEL (head), columns[i]);
    /* Heads stand on the line below them. */
    gtk_label_set_yalign (GTK_LABEL (head), 1);
    set_column (head, i);
  }
  self->naturals = g_new0 (int, self->cells->len);
  self->cell_places = g_new0 (GtkAllocation, self->cells->len);

  return GTK_WIDGET (self);
}

/**
 * plumb_table_line_new:
 * @columns: (array zero-terminated=1): the names of the columns
 * @cells: (array zero-terminated=1): the cells, in Plumb's markup; missing ones are left empty
 *
 * Creates a line of cells.
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
plumb_table_line_new (const char *const *columns, const char *const *cells)
{
  PlumbTableLine *self = g_object_new (PLUMB_TYPE_TABLE_LINE, NULL);

  for (guint i = 0, n_cells = g_strv_length ((char **) cells); columns[i] != NULL; i++) {
    /* A screen reader hears the name of the column as the description of the cell, and not twice. */
    GtkWidget *key = add_label (self, self->keys, GTK_ACCESSIBLE_ROLE_PRESENTATION, "cell-key");
    GtkWidget *cell = add_label (self, self->cells, GTK_ACCESSIBLE_ROLE_CELL, "cell");

    gtk_label_set_text (GTK_LABEL (key), columns[i]);
    gtk_label_set_markup (GTK_LABEL (cell), i < n_cells ? cells[i] : "");
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    columns[i],
                                    -1);
    set_column (cell, i);
  }
  self->key_places = g_new0 (GtkAllocation, self->keys->len);
  self->naturals = g_new0 (int, self->cells->len);
  self->cell_places = g_new0 (GtkAllocation, self->cells->len);

  return GTK_WIDGET (self);
}

/**
 * plumb_table_line_get_n_cells:
 * @self: a line
 *
 * Returns: how many cells it has
 */
guint
plumb_table_line_get_n_cells (PlumbTableLine *self)
{
  g_return_val_if_fail (PLUMB_IS_TABLE_LINE (self), 0);

  return self->cells->len;
}

/**
 * plumb_table_line_get_cell:
 * @self: a line
 * @column: which, from 0
 *
 * Returns: (transfer none): the label of a cell
 */
GtkLabel *
plumb_table_line_get_cell (PlumbTableLine *self, guint column)
{
  g_return_val_if_fail (PLUMB_IS_TABLE_LINE (self), NULL);
  g_return_val_if_fail (column < self->cells->len, NULL);

  return g_ptr_array_index (self->cells, column);
}

/**
 * plumb_table_line_set_numeric:
 * @self: a line
 * @column: which of its cells, from 0
 *
 * Sets a cell at the end of its column, with figures of one width.
 */
void
plumb_table_line_set_numeric (PlumbTableLine *self, guint column)
{
  GtkLabel *cell = plumb_table_line_get_cell (self, column);

  gtk_label_set_xalign (cell, 1);
  if (self->keys->len > 0) {
    gtk_widget_add_css_class (GTK_WIDGET (cell), "numeric");
  } else {
    gtk_label_set_justify (cell, GTK_JUSTIFY_RIGHT);
  }
}

/**
 * plumb_table_line_measure_cell:
 * @self: a line
 * @column: which of its cells, from 0
 * @minimum: (out): how wide the cell has to be for no word to be broken, in pixels
 * @natural: (out): how wide it has to be for nothing to wrap, in pixels
 *
 * Measures a cell.
 */
void
plumb_table_line_measure_cell (PlumbTableLine *self, guint column, int *minimum, int *natural)
{
  GtkLabel *label = plumb_table_line_get_cell (self, column);
  g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (label));

  pango_layout_set_width (layout, -1);
  *minimum = (int) plumb_figure_layout_longest_word (layout);
  *natural = MAX ((int) plumb_figure_layout_width (layout), *minimum);
  self->naturals[column] = *natural;
}

static int
height_for (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

/**
 * plumb_table_line_columns_height:
 * @self: a line
 * @columns: (array length=n_columns): the columns, with their widths
 * @n_columns: how many there are
 *
 * Returns: how high the line is in columns, in pixels
 */
int
plumb_table_line_columns_height (PlumbTableLine *self,
                                 const PlumbTableColumn *columns,
                                 guint n_columns)
{
  int height = 0;

  for (guint i = 0; i < MIN (n_columns, self->cells->len); i++) {
    height = MAX (height, height_for (g_ptr_array_index (self->cells, i), columns[i].width));
  }

  return height;
}

/* In a stack a cell is as wide as it needs, so that a number stands below its key and not at the other side. */
static int
stack_width (PlumbTableLine *self, guint column, int width)
{
  return CLAMP (self->naturals[column], 1, MAX (width, 1));
}

/**
 * plumb_table_line_stack_height:
 * @self: a line
 * @width: how wide the table is, in pixels
 * @gap: between two cells, in pixels
 *
 * Returns: how high the line is as a stack, in pixels
 */
int
plumb_table_line_stack_height (PlumbTableLine *self, int width, int gap)
{
  int height = 0;

  for (guint i = 0; i < self->keys->len; i++) {
    height += (i > 0 ? gap : 0) + height_for (g_ptr_array_index (self->keys, i), width) +
              height_for (g_ptr_array_index (self->cells, i), stack_width (self, i, width));
  }

  return height;
}

/**
 * plumb_table_line_place_columns:
 * @self: a line
 * @columns: (array length=n_columns): the columns, with their widths
 * @n_columns: how many there are
 * @gap: between two columns, in pixels
 * @line_place: where the line stands in the table
 *
 * Places a line with its cells beside each other, in the direction of the text.
 */
void
plumb_table_line_place_columns (PlumbTableLine *self,
                                const PlumbTableColumn *columns,
                                guint n_columns,
                                int gap,
                                const GtkAllocation *line_place)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < MIN (n_columns, self->cells->len); i++) {
    if (i < self->keys->len) {
      self->key_places[i] = (GtkAllocation) { 0, 0, 0, 0 };
    }
    self->cell_places[i] = (GtkAllocation) { rtl ? line_place->width - x - columns[i].width : x,
                                             0,
                                             columns[i].width,
                                             line_place->height };
    x += columns[i].width + gap;
  }

  gtk_widget_set_child_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_size_allocate (GTK_WIDGET (self), line_place, -1);
}

/**
 * plumb_table_line_place_stack:
 * @self: a line
 * @gap: between two cells, in pixels
 * @line_place: where the line stands in the table
 *
 * Places a line with its cells below each other.
 */
void
plumb_table_line_place_stack (PlumbTableLine *self, int gap, const GtkAllocation *line_place)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int y = 0;

  for (guint i = 0; i < self->keys->len; i++) {
    int key_height = height_for (g_ptr_array_index (self->keys, i), line_place->width);
    int cell_width = stack_width (self, i, line_place->width);
    int cell_height = height_for (g_ptr_array_index (self->cells, i), cell_width);

    self->key_places[i] = (GtkAllocation) { 0, y, line_place->width, key_height };
    self->cell_places[i] = (GtkAllocation) { rtl ? line_place->width - cell_width : 0,
                                             y + key_height,
                                             cell_width,
                                             cell_height };
    y += key_height + cell_height + gap;
  }

  gtk_widget_set_child_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_size_allocate (GTK_WIDGET (self), line_place, -1);
}
