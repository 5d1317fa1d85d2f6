/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-table-grid.h"

#include "plumb-figure-label.h"
#include "plumb-figure-style.h"
#include "plumb-table-line.h"

/* In ems. */
#define COLUMN_GAP 1.6
#define CELL_GAP 0.4
#define LINE_PADDING 0.5
#define STACK_PADDING 0.8

/**
 * PlumbTableGrid:
 *
 * The heads and rows of a table, without its caption.
 *
 * Where the columns don't fit, or the place is narrow for the size of the text, each row becomes a stack of its cells with the
 * name of the column above each. Columns of numbers are set at their end.
 *
 * ## CSS nodes
 *
 * `table`, with a `row` for the heads and for each row.
 *
 * ## Accessibility
 *
 * `PlumbTableGrid` has the role %GTK_ACCESSIBLE_ROLE_TABLE, the caption as its name, and rows and cells in it whether it is
 * stacked or not. Links in cells are reached by Tab.
 */
struct _PlumbTableGrid {
  GtkWidget parent_instance;

  GtkWidget *heads;
  GPtrArray *lines;
  PlumbTableColumn *columns;
  guint n_columns;
  gboolean measured;
  gboolean stacked;
};

enum {
  SIGNAL_ACTIVATE_LINK,
  N_SIGNALS,
};

/* How a table is set for a width. */
typedef struct {
  gboolean stacked;
  int gap;
  int cell_gap;
  int padding;
  int used_width;
  int height;
} Setting;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlumbTableGrid, plumb_table_grid, GTK_TYPE_WIDGET)

static gboolean
activate_link_cb (PlumbTableGrid *self, const char *href, GtkLabel *label)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE_LINK], 0, href, label);

  return GDK_EVENT_STOP;
}

static void
forget_measures_cb (PlumbTableGrid *self)
{
  self->measured = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static PlumbTableLine *
get_line (PlumbTableGrid *self, guint position)
{
  return g_ptr_array_index (self->lines, position);
}

static void
init_style (PlumbTableGrid *self, PlumbFigureStyle *style)
{
  GtkWidget *head = gtk_widget_get_first_child (self->heads);

  plumb_figure_style_init_for_widget (style,
                                      GTK_WIDGET (self),
                                      head != NULL ? GTK_LABEL (head) : NULL);
}

/* Longest words and widest cells change with the font only, so they are looked for once. */
static void
measure_columns (PlumbTableGrid *self)
{
  if (self->measured) {
    return;
  }

  for (guint i = 0; i < self->n_columns; i++) {
    PlumbTableColumn *column = &self->columns[i];
    int minimum, natural;

    plumb_table_line_measure_cell (PLUMB_TABLE_LINE (self->heads), i, &minimum, &natural);
    *column = (PlumbTableColumn) { minimum, minimum, natural, 0 };
    for (guint j = 0; j < self->lines->len; j++) {
      plumb_table_line_measure_cell (get_line (self, j), i, &minimum, &natural);
      column->minimum = MAX (column->minimum, minimum);
      column->body = MAX (column->body, natural);
    }
    column->body = MAX (column->body, column->minimum);
    column->natural = MAX (column->body, column->natural);
  }
  self->measured = TRUE;
}

static Setting
find_setting (PlumbTableGrid *self, int width)
{
  g_auto (PlumbFigureStyle) style = { NULL };
  Setting setting = { FALSE };

  init_style (self, &style);
  measure_columns (self);

  setting.gap = (int) (COLUMN_GAP * style.em);
  setting.cell_gap = (int) (CELL_GAP * style.em);
  setting.stacked =
      !plumb_table_columns_fit (self->columns, self->n_columns, width, setting.gap, style.em);
  setting.padding = (int) ((setting.stacked ? STACK_PADDING : LINE_PADDING) * style.em);

  if (setting.stacked) {
    setting.used_width = width;
    for (guint i = 0; i < self->lines->len; i++) {
      setting.height += 2 * setting.padding +
                        plumb_table_line_stack_height (get_line (self, i), width, setting.cell_gap);
    }
  } else {
    setting.used_width =
        plumb_table_columns_share (self->columns, self->n_columns, width, setting.gap);
    setting.height += 2 * setting.padding +
                      plumb_table_line_columns_height (PLUMB_TABLE_LINE (self->heads),
                                                       self->columns,
                                                       self->n_columns);
    for (guint i = 0; i < self->lines->len; i++) {
      setting.height += 2 * setting.padding + plumb_table_line_columns_height (get_line (self, i),
                                                                               self->columns,
                                                                               self->n_columns);
    }
  }

  return setting;
}

static GtkSizeRequestMode
plumb_table_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plumb_table_grid_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  PlumbTableGrid *self = PLUMB_TABLE_GRID (widget);
  g_auto (PlumbFigureStyle) style = { NULL };
  int narrowest = 0;
  int widest = 0;

  init_style (self, &style);
  measure_columns (self);

  /* GTK warns about children that are placed without having been measured since they changed. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_minimum;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
    narrowest = MAX (narrowest, child_minimum);
  }
  for (guint i = 0; i < self->n_columns; i++) {
    widest += self->columns[i].natural + (i > 0 ? (int) (COLUMN_GAP * style.em) : 0);
  }
  widest = MAX (narrowest, widest);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = narrowest;
    *natural = widest;
  } else {
    *minimum = *natural =
        find_setting (self, for_size < 0 ? widest : MAX (for_size, narrowest)).height;
  }
}

static void
plumb_table_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbTableGrid *self = PLUMB_TABLE_GRID (widget);
  Setting setting = find_setting (self, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { rtl ? width - setting.used_width : 0, 0, setting.used_width, 0 };

  self->stacked = setting.stacked;

  if (setting.stacked) {
    gtk_widget_set_child_visible (self->heads, FALSE);
  } else {
    place.y += setting.padding;
    place.height = plumb_table_line_columns_height (PLUMB_TABLE_LINE (self->heads),
                                                    self->columns,
                                                    self->n_columns);
    plumb_table_line_place_columns (PLUMB_TABLE_LINE (self->heads),
                                    self->columns,
                                    self->n_columns,
                                    setting.gap,
                                    &place);
    place.y += place.height + setting.padding;
  }

  for (guint i = 0; i < self->lines->len; i++) {
    PlumbTableLine *line = get_line (self, i);

    place.y += setting.padding;
    if (setting.stacked) {
      place.height = plumb_table_line_stack_height (line, width, setting.cell_gap);
      plumb_table_line_place_stack (line, setting.cell_gap, &place);
    } else {
      place.height = plumb_table_line_columns_height (line, self->columns, self->n_columns);
      plumb_table_line_place_columns (line, self->columns, self->n_columns, setting.gap, &place);
    }
    place.y += place.height + setting.padding;
  }
}

static void
draw_rule (GtkSnapshot *snapshot,
           const graphene_rect_t *line,
           double y,
           double thickness,
           const GdkRGBA *color)
{
  gtk_snapshot_append_color (
      snapshot,
      color,
      &GRAPHENE_RECT_INIT (line->origin.x, round (y - thickness / 2), line->size.width, thickness));
}

/* A strong rule below the heads and thin ones between the rows, in the middle of the room between them. */
static void
draw_rules (PlumbTableGrid *self, GtkSnapshot *snapshot, const PlumbFigureStyle *style)
{
  double padding = (self->stacked ? STACK_PADDING : LINE_PADDING) * style->em;
  graphene_rect_t bounds;

  if (!self->stacked && gtk_widget_compute_bounds (self->heads, GTK_WIDGET (self), &bounds)) {
    draw_rule (snapshot,
               &bounds,
               bounds.origin.y + bounds.size.height + padding,
               style->high_contrast ? 2 : 1,
               &style->muted);
  }

  for (guint i = 0; i + 1 < self->lines->len; i++) {
    if (gtk_widget_compute_bounds (GTK_WIDGET (get_line (self, i)), GTK_WIDGET (self), &bounds)) {
      draw_rule (snapshot,
                 &bounds,
                 bounds.origin.y + bounds.size.height + padding,
                 1,
                 &style->edge);
    }
  }
}

static void
plumb_table_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbTableGrid *self = PLUMB_TABLE_GRID (widget);
  g_auto (PlumbFigureStyle) style = { NULL };

  init_style (self, &style);
  draw_rules (self, snapshot, &style);

  GTK_WIDGET_CLASS (plumb_table_grid_parent_class)->snapshot (widget, snapshot);
}

static void
plumb_table_grid_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  plumb_figure_spread_direction (widget);

  GTK_WIDGET_CLASS (plumb_table_grid_parent_class)->direction_changed (widget, previous);
}

static void
plumb_table_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plumb_table_grid_parent_class)->css_changed (widget, change);

  forget_measures_cb (PLUMB_TABLE_GRID (widget));
}

static void
plumb_table_grid_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (plumb_table_grid_parent_class)->system_setting_changed (widget, setting);

  forget_measures_cb (PLUMB_TABLE_GRID (widget));
}

/* A column of which every cell is a number is set at its end, with figures of one width. */
static void
align_numbers (PlumbTableGrid *self)
{
  for (guint i = 0; i < self->n_columns; i++) {
    gboolean numbers = self->lines->len > 0;

    for (guint j = 0; j < self->lines->len && numbers; j++) {
      GtkLabel *cell = plumb_table_line_get_cell (get_line (self, j), i);

      numbers = plumb_table_text_is_number (gtk_label_get_text (cell));
    }
    if (!numbers) {
      continue;
    }

    plumb_table_line_set_numeric (PLUMB_TABLE_LINE (self->heads), i);
    for (guint j = 0; j < self->lines->len; j++) {
      plumb_table_line_set_numeric (get_line (self, j), i);
    }
  }
}

static void
add_lines (PlumbTableGrid *self, PlumbTable *table)
{
  const char *const none[] = { NULL };
  const char *const *columns = table->columns != NULL ? (const char *const *) table->columns : none;
  guint n_rows = table->rows == NULL ? 0 : g_list_model_get_n_items (table->rows);

  self->n_columns = g_strv_length ((char **) columns);
  self->columns = g_new0 (PlumbTableColumn, self->n_columns);
  self->heads = plumb_table_line_new_heads (columns);
  gtk_widget_set_parent (self->heads, GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->heads),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  1,
                                  -1);

  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (PlumbTableRow) row = g_list_model_get_item (table->rows, i);
    GtkWidget *line = plumb_table_line_new (columns,
                                            row->cells != NULL ? (const char *const *) row->cells
                                                               : none);

    for (guint j = 0; j < self->n_columns; j++) {
      plumb_figure_label_connect (plumb_table_line_get_cell (PLUMB_TABLE_LINE (line), j),
                                  GTK_WIDGET (self),
                                  G_CALLBACK (activate_link_cb));
    }
    gtk_accessible_update_relation (GTK_ACCESSIBLE (line),
                                    GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                    (int) i + 2,
                                    -1);
    gtk_widget_set_parent (line, GTK_WIDGET (self));
    g_ptr_array_add (self->lines, line);
  }

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) n_rows + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int) self->n_columns,
                                  -1);
}

static void
plumb_table_grid_dispose (GObject *object)
{
  PlumbTableGrid *self = PLUMB_TABLE_GRID (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->lines, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL) {
    gtk_widget_unparent (child);
  }

  G_OBJECT_CLASS (plumb_table_grid_parent_class)->dispose (object);
}

static void
plumb_table_grid_finalize (GObject *object)
{
  PlumbTableGrid *self = PLUMB_TABLE_GRID (object);

  g_ptr_array_unref (self->lines);
  g_free (self->columns);

  G_OBJECT_CLASS (plumb_table_grid_parent_class)->finalize (object);
}

static void
plumb_table_grid_class_init (PlumbTableGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_table_grid_dispose;
  object_class->finalize = plumb_table_grid_finalize;

  widget_class->get_request_mode = plumb_table_grid_get_request_mode;
  widget_class->measure = plumb_table_grid_measure;
  widget_class->size_allocate = plumb_table_grid_size_allocate;
  widget_class->snapshot = plumb_table_grid_snapshot;
  widget_class->direction_changed = plumb_table_grid_direction_changed;
  widget_class->css_changed = plumb_table_grid_css_changed;
  widget_class->system_setting_changed = plumb_table_grid_system_setting_changed;

  /**
   * PlumbTableGrid::activate-link:
   * @self: the table
   * @href: where the link leads
   * @label: the label that it stands in
   *
   * Emitted when a link of a cell is followed.
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

  gtk_widget_class_set_css_name (widget_class, "table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
plumb_table_grid_init (PlumbTableGrid *self)
{
  self->lines = g_ptr_array_new ();

  plumb_figure_style_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * plumb_table_grid_new:
 * @table: what to show
 *
 * Creates the rows of a table.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
plumb_table_grid_new (PlumbTable *table)
{
  PlumbTableGrid *self;

  g_return_val_if_fail (PLUMB_IS_TABLE (table), NULL);

  self = g_object_new (PLUMB_TYPE_TABLE_GRID, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  table->caption != NULL ? table->caption : "",
                                  -1);
  add_lines (self, table);
  align_numbers (self);

  return GTK_WIDGET (self);
}

/**
 * plumb_table_grid_get_stacked:
 * @self: a table
 *
 * Returns: whether its rows were stacked when it was last given a place
 */
gboolean
plumb_table_grid_get_stacked (PlumbTableGrid *self)
{
  g_return_val_if_fail (PLUMB_IS_TABLE_GRID (self), FALSE);

  return self->stacked;
}
