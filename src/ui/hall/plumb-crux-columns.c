/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The columns of the crux matrix: the statement, how each position rates it, and how much they differ. */

#include "config.h"

#include "plumb-crux-columns.h"

#include <glib/gi18n.h>

#include <plumb-crux-row.h>

#include "plumb-content.h"
#include "plumb-crux-cell.h"

#define REVERSED "-reversed"

/* What a column is sorted by when it is first asked to: most first, but words in their order. */
#define STATEMENT "statement"
#define SPREAD "spread"

static int
compare_statement (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return plumb_crux_row_compare_statement ((PlumbCruxRow *) a, (PlumbCruxRow *) b);
}

static int
compare_spread (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return plumb_crux_row_compare_spread ((PlumbCruxRow *) a, (PlumbCruxRow *) b);
}

static int
compare_rating (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return plumb_crux_row_compare_rating ((PlumbCruxRow *) a,
                                        (PlumbCruxRow *) b,
                                        GPOINTER_TO_UINT (user_data));
}

static guint
count_positions (PlumbLibrary *library)
{
  GListModel *positions = plumb_library_get_file (library)->positions;

  return positions != NULL ? g_list_model_get_n_items (positions) : 0;
}

static GtkWidget *
new_compact_cells (PlumbLibrary *library)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < count_positions (library); i++) {
    g_autoptr (PlumbPosition)
        position = g_list_model_get_item (plumb_library_get_file (library)->positions, i);

    gtk_box_append (GTK_BOX (box), plumb_crux_cell_new (position, i, TRUE));
  }

  return box;
}

static gboolean
get_flag (GtkColumnView *view, const char *name)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (view), name)) != 0;
}

/* A cell of statements: the statement, the topic that it is from, and the ratings where they have no columns. */
static void
update_statement (GtkColumnView *view, GtkWidget *box)
{
  GtkWidget *statement = gtk_widget_get_first_child (box);
  GtkWidget *topic = gtk_widget_get_next_sibling (statement);

  gtk_widget_set_visible (topic,
                          get_flag (view, "plumb-topics") &&
                              *gtk_label_get_text (GTK_LABEL (topic)) != '\0');
  gtk_widget_set_visible (gtk_widget_get_last_child (box), get_flag (view, "plumb-narrow"));
}

static void
setup_statement_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, GtkColumnView *view)
{
  PlumbLibrary *library = g_object_get_data (G_OBJECT (view), "plumb-library");
  GPtrArray *boxes = g_object_get_data (G_OBJECT (view), "plumb-boxes");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (box), plumb_content_label (NULL, "crux-statement", NULL));
  gtk_box_append (GTK_BOX (box), plumb_content_label (NULL, "caption", NULL));
  gtk_box_append (GTK_BOX (box), new_compact_cells (library));
  gtk_column_view_cell_set_child (cell, box);
  g_ptr_array_add (boxes, box);
}

static void
teardown_statement_cb (GtkSignalListItemFactory *factory,
                       GtkColumnViewCell *cell,
                       GtkColumnView *view)
{
  g_ptr_array_remove_fast (g_object_get_data (G_OBJECT (view), "plumb-boxes"),
                           gtk_column_view_cell_get_child (cell));
}

static void
bind_statement_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, GtkColumnView *view)
{
  PlumbLibrary *library = g_object_get_data (G_OBJECT (view), "plumb-library");
  PlumbCruxRow *row = gtk_column_view_cell_get_item (cell);
  GtkWidget *box = gtk_column_view_cell_get_child (cell);
  GtkWidget *statement = gtk_widget_get_first_child (box);
  g_autoptr (PlumbTopicEntry) entry = NULL;

  if (plumb_crux_row_get_topic (row) != NULL) {
    entry = plumb_library_lookup_entry (library, plumb_crux_row_get_topic (row), NULL);
  }
  gtk_label_set_text (GTK_LABEL (statement), plumb_crux_row_get_statement (row));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (statement)),
                      entry != NULL ? plumb_topic_entry_get_title (entry) : "");
  for (GtkWidget *each = gtk_widget_get_first_child (gtk_widget_get_last_child (box)); each != NULL;
       each = gtk_widget_get_next_sibling (each)) {
    plumb_crux_cell_set_row (PLUMB_CRUX_CELL (each), row);
  }
  update_statement (view, box);
}

static void
setup_rating_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  PlumbPosition *position = g_object_get_data (G_OBJECT (factory), "plumb-position");
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "plumb-number"));

  gtk_column_view_cell_set_child (cell, plumb_crux_cell_new (position, number, FALSE));
}

static void
bind_rating_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  plumb_crux_cell_set_row (PLUMB_CRUX_CELL (gtk_column_view_cell_get_child (cell)),
                           gtk_column_view_cell_get_item (cell));
}

static void
setup_spread_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  gtk_column_view_cell_set_child (cell, label);
}

static void
bind_spread_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  PlumbCruxRow *row = gtk_column_view_cell_get_item (cell);
  GtkWidget *label = gtk_column_view_cell_get_child (cell);
  g_autofree char *text = g_strdup_printf ("%.1f", plumb_crux_row_get_spread (row));
  /* Translators: %s is a number from 0 to 2.7. */
  g_autofree char *name = g_strdup_printf (_ ("Two positions are %s apart on average."), text);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
append_column (GtkColumnView *view,
               const char *id,
               const char *title,
               GtkListItemFactory *factory,
               GtkSorter *sorter)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_id (column, id);
  gtk_column_view_column_set_sorter (column, sorter);
  g_object_unref (sorter);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
}

/**
 * plumb_crux_columns_append:
 * @view: a view whose model has #PlumbCruxRow
 * @library: a library that has positions
 *
 * Adds the columns.
 */
void
plumb_crux_columns_append (GtkColumnView *view, PlumbLibrary *library)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (PLUMB_IS_LIBRARY (library));

  g_object_set_data_full (G_OBJECT (view), "plumb-library", g_object_ref (library), g_object_unref);
  g_object_set_data_full (G_OBJECT (view),
                          "plumb-boxes",
                          g_ptr_array_new (),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_statement_cb), view);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_statement_cb), view);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_statement_cb), view);
  append_column (view,
                 STATEMENT,
                 C_ ("crux matrix", "Statement"),
                 factory,
                 GTK_SORTER (gtk_custom_sorter_new (compare_statement, NULL, NULL)));

  for (guint i = 0; i < count_positions (library); i++) {
    g_autoptr (PlumbPosition)
        position = g_list_model_get_item (plumb_library_get_file (library)->positions, i);

    factory = gtk_signal_list_item_factory_new ();
    g_object_set_data (G_OBJECT (factory), "plumb-number", GUINT_TO_POINTER (i));
    g_object_set_data_full (G_OBJECT (factory),
                            "plumb-position",
                            g_object_ref (position),
                            g_object_unref);
    g_signal_connect (factory, "setup", G_CALLBACK (setup_rating_cb), NULL);
    g_signal_connect (factory, "bind", G_CALLBACK (bind_rating_cb), NULL);
    append_column (view,
                   position->id,
                   position->title,
                   factory,
                   GTK_SORTER (gtk_custom_sorter_new (compare_rating, GUINT_TO_POINTER (i), NULL)));
  }

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_spread_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_spread_cb), NULL);
  append_column (view,
                 SPREAD,
                 C_ ("crux matrix", "Differ"),
                 factory,
                 GTK_SORTER (gtk_custom_sorter_new (compare_spread, NULL, NULL)));
}

static void
update_statements (GtkColumnView *view)
{
  GPtrArray *boxes = g_object_get_data (G_OBJECT (view), "plumb-boxes");

  for (guint i = 0; i < boxes->len; i++) {
    update_statement (view, g_ptr_array_index (boxes, i));
  }
}

/**
 * plumb_crux_columns_set_narrow:
 * @view: a view that has the columns
 * @narrow: whether there is room for one column
 *
 * Shows the ratings below the statement, or in columns.
 */
void
plumb_crux_columns_set_narrow (GtkColumnView *view, gboolean narrow)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  g_object_set_data (G_OBJECT (view), "plumb-narrow", GINT_TO_POINTER (narrow));
  for (guint i = 1; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

    gtk_column_view_column_set_visible (column, !narrow);
  }
  update_statements (view);
}

/* In letters: wide enough for the words of a rating. */
#define COLUMN_EMS 7.4

/**
 * plumb_crux_columns_set_width:
 * @view: a view that has the columns
 * @width: how wide it is, in pixels
 *
 * Divides the width: a #GtkColumnView makes its rows high enough for texts that wrap only where the width of the columns
 * is fixed.
 */
void
plumb_crux_columns_set_width (GtkColumnView *view, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (view));
  int size = pango_font_description_get_size (pango_context_get_font_description (context));
  int each = (int) (COLUMN_EMS * PANGO_PIXELS (size));
  GListModel *columns = gtk_column_view_get_columns (view);
  int rest = width;

  for (guint i = g_list_model_get_n_items (columns); i-- > 0;) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

    if (i == 0) {
      gtk_column_view_column_set_fixed_width (column, MAX (rest, each));
    } else {
      gtk_column_view_column_set_fixed_width (column, each);
      rest -= gtk_column_view_column_get_visible (column) ? each : 0;
    }
  }
}

/**
 * plumb_crux_columns_set_topics:
 * @view: a view that has the columns
 * @topics: whether the cruxes are of several topics
 *
 * Says below each statement which topic it is from, or not.
 */
void
plumb_crux_columns_set_topics (GtkColumnView *view, gboolean topics)
{
  g_object_set_data (G_OBJECT (view), "plumb-topics", GINT_TO_POINTER (topics));
  update_statements (view);
}

static GtkSortType
first_order (const char *id)
{
  return g_strcmp0 (id, STATEMENT) == 0 ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING;
}

static GtkSortType
other_order (GtkSortType order)
{
  return order == GTK_SORT_ASCENDING ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;
}

/**
 * plumb_crux_columns_sort:
 * @view: a view that has the columns
 * @sort: (nullable): how a place calls it: the id of a position, `statement` or `spread`, perhaps with `-reversed` after it
 *
 * Sorts by a column; in the order of the library where there is no such column.
 */
void
plumb_crux_columns_sort (GtkColumnView *view, const char *sort)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; sort != NULL && i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    const char *id = gtk_column_view_column_get_id (column);
    g_autofree char *reversed = g_strconcat (id, REVERSED, NULL);

    if (g_str_equal (sort, id)) {
      gtk_column_view_sort_by_column (view, column, first_order (id));
      return;
    }
    if (g_str_equal (sort, reversed)) {
      gtk_column_view_sort_by_column (view, column, other_order (first_order (id)));
      return;
    }
  }

  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
}

/**
 * plumb_crux_columns_dup_sort:
 * @view: a view that has the columns
 *
 * Returns: (transfer full) (nullable): how a place calls what the view is sorted by; %NULL for the library’s order
 */
char *
plumb_crux_columns_dup_sort (GtkColumnView *view)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  const char *id = column != NULL ? gtk_column_view_column_get_id (column) : NULL;
  GtkSortType order = gtk_column_view_sorter_get_primary_sort_order (sorter);

  if (id == NULL) {
    return NULL;
  }

  return order == first_order (id) ? g_strdup (id) : g_strconcat (id, REVERSED, NULL);
}
