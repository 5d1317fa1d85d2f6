/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "figure-fixtures.h"

#include "plumb-table-grid.h"
#include "plumb-table-line.h"
#include "plumb-table-view.h"

static PlumbTable *
four (void)
{
  return fixture_table (
      "The four (2018)",
      "Way|What happens|Share",
      "<a href='term:regressional'>Regressional</a>|Luck is picked along with merit, over and over again|12",
      "Extremal|At the far end the old link fails|–",
      "Causal|The sign is moved, not its cause|8",
      NULL);
}

static PlumbTableGrid *
get_grid (GtkWidget *view)
{
  return PLUMB_TABLE_GRID (fixture_find (view, PLUMB_TYPE_TABLE_GRID, NULL));
}

static void
test_new_destroy (void)
{
  g_autoptr (PlumbTable) table = four ();
  g_autoptr (PlumbTable) empty = fixture_table ("", "", NULL);
  g_autoptr (PlumbTable) bare = g_object_new (PLUMB_TYPE_TABLE, NULL);
  GtkWidget *view = g_object_ref_sink (plumb_table_view_new (table));
  GtkWidget *empty_view = g_object_ref_sink (plumb_table_view_new (empty));
  GtkWidget *bare_view = g_object_ref_sink (plumb_table_view_new (bare));

  g_assert_true (plumb_table_view_get_table (PLUMB_TABLE_VIEW (view)) == table);
  g_assert_finalize_object (view);
  g_assert_finalize_object (empty_view);
  g_assert_finalize_object (bare_view);
  g_assert_finalize_object (g_steal_pointer (&table));
}

static void
test_measure (void)
{
  g_autoptr (PlumbTable) table = four ();
  g_autoptr (PlumbTable) bare = g_object_new (PLUMB_TYPE_TABLE, NULL);
  g_autoptr (GtkWidget) view = g_object_ref_sink (plumb_table_view_new (table));
  g_autoptr (GtkWidget) bare_view = g_object_ref_sink (plumb_table_view_new (bare));
  int height;

  fixture_assert_measure (view);
  gtk_widget_measure (bare_view, GTK_ORIENTATION_VERTICAL, 300, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, >=, 0);
}

static void
notified_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_credit (void)
{
  g_autoptr (PlumbTable) table = four ();
  g_autoptr (GtkWidget) view = g_object_ref_sink (plumb_table_view_new (table));
  guint notified = 0;

  g_signal_connect (view, "notify::credit", G_CALLBACK (notified_cb), &notified);
  g_assert_null (plumb_table_view_get_credit (PLUMB_TABLE_VIEW (view)));
  g_object_set (view, "credit", "<a href='source:x'>X</a>, p. 2", NULL);
  g_assert_cmpstr (plumb_table_view_get_credit (PLUMB_TABLE_VIEW (view)),
                   ==,
                   "<a href='source:x'>X</a>, p. 2");
  plumb_table_view_set_credit (PLUMB_TABLE_VIEW (view), "<a href='source:x'>X</a>, p. 2");
  g_assert_cmpuint (notified, ==, 1);
  plumb_table_view_set_credit (PLUMB_TABLE_VIEW (view), NULL);
  g_assert_cmpuint (notified, ==, 2);
  g_assert_null (plumb_table_view_get_credit (PLUMB_TABLE_VIEW (view)));
}

static void
test_accessible (void)
{
  g_autoptr (PlumbTable) table = four ();
  g_autoptr (GtkWidget) view = g_object_ref_sink (plumb_table_view_new (table));
  PlumbTableGrid *grid = get_grid (view);
  GtkWidget *heads = gtk_widget_get_first_child (GTK_WIDGET (grid));
  GtkWidget *line = gtk_widget_get_next_sibling (heads);
  GtkLabel *cell;

  gtk_test_accessible_assert_role (grid, GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_test_accessible_assert_property (grid, GTK_ACCESSIBLE_PROPERTY_LABEL, "The four (2018)");
  gtk_test_accessible_assert_relation (grid, GTK_ACCESSIBLE_RELATION_ROW_COUNT, 4);
  gtk_test_accessible_assert_relation (grid, GTK_ACCESSIBLE_RELATION_COL_COUNT, 3);

  gtk_test_accessible_assert_role (heads, GTK_ACCESSIBLE_ROLE_ROW);
  cell = plumb_table_line_get_cell (PLUMB_TABLE_LINE (heads), 1);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  g_assert_cmpstr (gtk_label_get_text (cell), ==, "What happens");

  gtk_test_accessible_assert_role (line, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_relation (line, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 2);
  cell = plumb_table_line_get_cell (PLUMB_TABLE_LINE (line), 0);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_CELL);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Way");
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_COL_INDEX, 1);
  g_assert_cmpstr (gtk_label_get_text (cell), ==, "Regressional");
}

static graphene_rect_t
bounds_of (GtkLabel *label, GtkWidget *within)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (label), within, &bounds));

  return bounds;
}

/* Cells of a column stand below each other, those of a row beside each other, in the direction of the text. */
static void
test_columns (void)
{
  for (guint rtl = 0; rtl < 2; rtl++) {
    g_autoptr (PlumbTable) table = four ();
    GtkWidget *view = plumb_table_view_new (table);
    GtkWidget *grid = GTK_WIDGET (get_grid (view));
    GtkWindow *window;
    PlumbTableLine *heads, *line;
    graphene_rect_t first, second, below;

    gtk_widget_set_direction (view, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
    window = fixture_show (view, 800);
    heads = PLUMB_TABLE_LINE (gtk_widget_get_first_child (grid));
    line = PLUMB_TABLE_LINE (gtk_widget_get_next_sibling (GTK_WIDGET (heads)));
    g_assert_false (plumb_table_grid_get_stacked (PLUMB_TABLE_GRID (grid)));

    first = bounds_of (plumb_table_line_get_cell (heads, 0), grid);
    second = bounds_of (plumb_table_line_get_cell (heads, 1), grid);
    below = bounds_of (plumb_table_line_get_cell (line, 0), grid);
    g_assert_cmpfloat (first.origin.x, ==, below.origin.x);
    g_assert_cmpfloat (first.size.width, ==, below.size.width);
    g_assert_cmpfloat (below.origin.y, >=, first.origin.y + first.size.height);
    if (rtl) {
      g_assert_cmpfloat (second.origin.x + second.size.width, <, first.origin.x);
      g_assert_cmpfloat (first.origin.x + first.size.width, ==, gtk_widget_get_width (grid));
    } else {
      g_assert_cmpfloat (first.origin.x + first.size.width, <, second.origin.x);
      g_assert_cmpfloat (first.origin.x, ==, 0);
    }
    /* Numbers, and the dash in place of one, stand at the end. */
    g_assert_cmpfloat (gtk_label_get_xalign (plumb_table_line_get_cell (line, 2)), ==, 1);
    g_assert_cmpfloat (gtk_label_get_xalign (plumb_table_line_get_cell (line, 1)), ==, 0);

    gtk_window_destroy (window);
  }
}

static void
link_cb (GtkWidget *view, const char *href, GtkLabel *label, gpointer user_data)
{
  GString *followed = user_data;

  g_assert_true (GTK_IS_LABEL (label));
  g_string_append_printf (followed, "%s ", href);
}

/* In a narrow place each cell stands below the name of its column, and the heads are gone. Links work as before. */
static void
test_stacked (void)
{
  g_autoptr (PlumbTable) table = four ();
  GtkWidget *view = plumb_table_view_new (table);
  GtkWidget *grid = GTK_WIDGET (get_grid (view));
  g_autoptr (GString) followed = g_string_new (NULL);
  GtkWindow *window;
  PlumbTableLine *heads, *line;
  GtkLabel *first;

  plumb_table_view_set_credit (PLUMB_TABLE_VIEW (view), "<a href='source:x'>X</a>");
  g_signal_connect (view, "activate-link", G_CALLBACK (link_cb), followed);
  window = fixture_show (view, 340);
  heads = PLUMB_TABLE_LINE (gtk_widget_get_first_child (grid));
  line = PLUMB_TABLE_LINE (gtk_widget_get_next_sibling (GTK_WIDGET (heads)));
  first = plumb_table_line_get_cell (line, 0);

  g_assert_true (plumb_table_grid_get_stacked (PLUMB_TABLE_GRID (grid)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (heads)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (line)));
  g_assert_true (
      gtk_widget_get_mapped (fixture_find (GTK_WIDGET (line), GTK_TYPE_LABEL, "cell-key")));
  for (guint i = 1; i < 3; i++) {
    graphene_rect_t above = bounds_of (plumb_table_line_get_cell (line, i - 1), grid);
    graphene_rect_t here = bounds_of (plumb_table_line_get_cell (line, i), grid);

    g_assert_cmpfloat (here.origin.y, >, above.origin.y + above.size.height);
    g_assert_cmpfloat (here.origin.x, ==, 0);
  }

  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (first));
  g_signal_emit_by_name (first, "activate-current-link");
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_signal_emit_by_name (gtk_window_get_focus (window), "activate-current-link");
  g_assert_cmpstr (followed->str, ==, "term:regressional source:x ");

  gtk_window_destroy (window);
}

/* From wide to narrow and back, and through the colour schemes. */
static void
test_resize (void)
{
  g_autoptr (PlumbTable) table = four ();
  GtkWidget *view = plumb_table_view_new (table);
  GtkWindow *window = fixture_show (view, 800);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_assert_false (plumb_table_grid_get_stacked (get_grid (view)));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 288 * 1024, NULL);
  fixture_wait_frames (view);
  g_assert_true (plumb_table_grid_get_stacked (get_grid (view)));
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  fixture_wait_frames (view);
  g_assert_false (plumb_table_grid_get_stacked (get_grid (view)));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);

  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/figures/table-view/new-destroy", test_new_destroy);
  g_test_add_func ("/figures/table-view/measure", test_measure);
  g_test_add_func ("/figures/table-view/credit", test_credit);
  g_test_add_func ("/figures/table-view/accessible", test_accessible);
  g_test_add_func ("/figures/table-view/columns", test_columns);
  g_test_add_func ("/figures/table-view/stacked", test_stacked);
  g_test_add_func ("/figures/table-view/resize", test_resize);

  return g_test_run ();
}
