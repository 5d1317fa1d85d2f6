/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-hall-table.h"
#include "plumb-ui-test.h"

#define COLUMNS 4

static const char *const anchors[] = { "thesis", "reasons", "objection" };

static PlumbHallTable *
new_table (void)
{
  PlumbHallTable *table = PLUMB_HALL_TABLE (plumb_hall_table_new (COLUMNS));

  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++) {
    GtkWidget *row = plumb_hall_row_new (anchors[i], anchors[i], gtk_label_new (anchors[i]));

    for (guint j = 0; j < COLUMNS; j++) {
      g_autofree char *text = g_strdup_printf ("%u", j);
      GtkWidget *label = gtk_label_new (text);

      /* One is higher than the others. */
      gtk_widget_set_size_request (label, 40, j == 2 ? 90 : 20);
      plumb_hall_row_append (PLUMB_HALL_ROW (row), GTK_ACCESSIBLE_ROLE_GRID_CELL, label, text);
    }
    plumb_hall_table_append (table, PLUMB_HALL_ROW (row));
  }

  return table;
}

static void
test_new_destroy (void)
{
  PlumbHallTable *table = g_object_ref_sink (new_table ());

  g_assert_finalize_object (table);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_properties (void)
{
  PlumbHallTable *table = g_object_ref_sink (new_table ());
  guint n_column = 0;
  guint n_single = 0;
  guint n_moved = 0;
  guint column;
  gboolean single;

  g_signal_connect (table, "notify::column", G_CALLBACK (plumb_ui_test_count_notify_cb), &n_column);
  g_signal_connect (table, "notify::single", G_CALLBACK (plumb_ui_test_count_notify_cb), &n_single);
  g_signal_connect_swapped (table, "moved", G_CALLBACK (count_cb), &n_moved);

  g_object_set (table, "column", 2, "single", TRUE, NULL);
  g_object_set (table, "column", 2, "single", TRUE, NULL);
  g_object_get (table, "column", &column, "single", &single, NULL);
  g_assert_cmpuint (column, ==, 2);
  g_assert_true (single);
  g_assert_cmpuint (n_column, ==, 1);
  g_assert_cmpuint (n_single, ==, 1);
  g_assert_cmpuint (n_moved, ==, 1);

  /* There is no column beyond the last, and no row of another name. */
  plumb_hall_table_set_column (table, 99);
  g_assert_cmpuint (plumb_hall_table_get_column (table), ==, COLUMNS - 1);
  g_assert_false (plumb_hall_table_choose (table, "answer"));
  g_assert_true (plumb_hall_table_choose (table, "objection"));
  g_assert_cmpstr (plumb_hall_row_get_anchor (plumb_hall_table_get_row (table)), ==, "objection");
  g_assert_cmpuint (n_moved, ==, 3);

  g_assert_finalize_object (table);
}

static void
measure (PlumbHallRow *row, int *width, int *height)
{
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, 600, height, NULL, NULL, NULL);
}

/* In one column a row stays as high as its highest cell, whichever is shown. */
static void
test_height_is_kept (void)
{
  PlumbHallTable *table = g_object_ref_sink (new_table ());
  PlumbHallRow *row = plumb_hall_table_get_row (table);
  int width, height, wide_width, wide_height;

  measure (row, &wide_width, &wide_height);
  plumb_hall_table_set_single (table, TRUE);
  measure (row, &width, &height);
  g_assert_cmpint (width, <, wide_width / 3);
  g_assert_cmpint (height, ==, wide_height);
  for (guint i = 0; i < COLUMNS; i++) {
    plumb_hall_table_set_column (table, i);
    measure (row, &width, &height);
    g_assert_cmpint (height, ==, wide_height);
    for (guint j = 0; j < COLUMNS; j++) {
      g_assert_true (gtk_widget_get_child_visible (plumb_hall_row_get_cell (row, j)) == (i == j));
    }
  }

  g_assert_finalize_object (table);
}

static void
test_columns_are_equal (void)
{
  PlumbHallTable *table = new_table ();
  GtkWidget *window = plumb_ui_test_show (GTK_WIDGET (table), 700, 500);
  PlumbHallRow *row = plumb_hall_table_get_row (table);
  int width = gtk_widget_get_width (plumb_hall_row_get_cell (row, 0));
  int height = gtk_widget_get_height (plumb_hall_row_get_cell (row, 0));

  g_assert_cmpint (width, >, 100);
  for (guint i = 1; i < COLUMNS; i++) {
    GtkWidget *cell = plumb_hall_row_get_cell (row, i);

    g_assert_cmpint (gtk_widget_get_width (cell), ==, width);
    g_assert_cmpint (gtk_widget_get_height (cell), ==, height);
  }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A cell that is focused, as by a press of the mouse, is where the reader is. */
static void
test_focus (void)
{
  PlumbHallTable *table = new_table ();
  GtkWidget *window = plumb_ui_test_show (GTK_WIDGET (table), 700, 500);
  GtkWidget *cell;

  gtk_widget_grab_focus (GTK_WIDGET (table));
  cell = plumb_hall_row_get_cell (plumb_hall_table_get_row (table), 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == cell);

  plumb_hall_table_choose (table, "reasons");
  cell = plumb_hall_row_get_cell (plumb_hall_table_get_row (table), 3);
  gtk_widget_grab_focus (cell);
  plumb_ui_test_wait_until (plumb_hall_table_get_column (table) == 3);
  g_assert_cmpstr (plumb_hall_row_get_anchor (plumb_hall_table_get_row (table)), ==, "reasons");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_roles (void)
{
  PlumbHallTable *table = g_object_ref_sink (new_table ());
  PlumbHallRow *row = plumb_hall_table_get_row (table);

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (table)),
                   ==,
                   GTK_ACCESSIBLE_ROLE_GRID);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (row)),
                   ==,
                   GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "thesis");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (plumb_hall_row_get_cell (row, 1)),
                                   GTK_ACCESSIBLE_ROLE_GRID_CELL);

  g_assert_finalize_object (table);
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/hall-table/new-destroy", test_new_destroy);
  g_test_add_func ("/hall-table/properties", test_properties);
  g_test_add_func ("/hall-table/height-is-kept", test_height_is_kept);
  g_test_add_func ("/hall-table/columns-are-equal", test_columns_are_equal);
  g_test_add_func ("/hall-table/focus", test_focus);
  g_test_add_func ("/hall-table/roles", test_roles);

  return g_test_run ();
}
