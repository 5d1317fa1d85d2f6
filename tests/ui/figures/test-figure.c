/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "figure-fixtures.h"

#include "plumb-chart-view.h"
#include "plumb-figure.h"
#include "plumb-flow-view.h"
#include "plumb-table-grid.h"

static PlumbBlock *
flow_block (void)
{
  return PLUMB_BLOCK (fixture_flow ("A recipe",
                                    fixture_step ("Say", "In <a href='term:word'>words</a>.", NULL),
                                    fixture_step ("Do", NULL, "slowly|at once"),
                                    NULL));
}

static void
test_new_destroy (void)
{
  PlumbBlock *chart = PLUMB_BLOCK (fixture_line_chart ());
  PlumbBlock *flow = flow_block ();
  GtkWidget *of_chart = g_object_ref_sink (plumb_figure_new (chart));
  GtkWidget *of_flow = g_object_ref_sink (plumb_figure_new (flow));

  g_assert_true (plumb_figure_get_block (PLUMB_FIGURE (of_chart)) == chart);
  g_assert_true (plumb_figure_get_block (PLUMB_FIGURE (of_flow)) == flow);
  plumb_figure_set_show_table (PLUMB_FIGURE (of_chart), TRUE);
  g_assert_finalize_object (of_chart);
  g_assert_finalize_object (of_flow);
  g_assert_finalize_object (chart);
  g_assert_finalize_object (flow);
}

static void
test_accessible (void)
{
  g_autoptr (PlumbChart) chart = fixture_line_chart ();
  g_autoptr (GtkWidget) figure = g_object_ref_sink (plumb_figure_new (PLUMB_BLOCK (chart)));
  GtkWidget *toggle = fixture_find (figure, GTK_TYPE_TOGGLE_BUTTON, NULL);

  gtk_test_accessible_assert_role (figure, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (figure, GTK_ACCESSIBLE_PROPERTY_LABEL, "The goal turns");
  gtk_test_accessible_assert_role (toggle, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (toggle)), ==, "Show as table");
}

static void
notified_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* By keyboard: Tab to the button, and the table stands in the place of the chart. */
static void
test_show_table (void)
{
  g_autoptr (PlumbChart) chart = fixture_line_chart ();
  GtkWidget *figure = plumb_figure_new (PLUMB_BLOCK (chart));
  GtkWindow *window = fixture_show (figure, 700);
  GtkWidget *toggle = fixture_find (figure, GTK_TYPE_TOGGLE_BUTTON, NULL);
  GtkWidget *view = fixture_find (figure, PLUMB_TYPE_CHART_VIEW, NULL);
  GtkWidget *table;
  guint notified = 0;

  g_signal_connect (figure, "notify::show-table", G_CALLBACK (notified_cb), &notified);
  g_assert_null (fixture_find (figure, PLUMB_TYPE_TABLE_GRID, NULL));
  g_assert_true (gtk_widget_child_focus (figure, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (window) == toggle);
  /* A button that is activated looks pressed for a moment, and acts then. */
  gtk_widget_activate (toggle);
  while (!plumb_figure_get_show_table (PLUMB_FIGURE (figure))) {
    g_main_context_iteration (NULL, TRUE);
  }
  fixture_wait_frames (figure);

  table = fixture_find (figure, PLUMB_TYPE_TABLE_GRID, NULL);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_true (gtk_widget_get_mapped (table));
  g_assert_false (gtk_widget_get_mapped (view));
  g_assert_true (gtk_widget_get_prev_sibling (table) == view);
  g_assert_true (gtk_window_get_focus (window) == toggle);

  plumb_figure_set_show_table (PLUMB_FIGURE (figure), TRUE);
  g_assert_cmpuint (notified, ==, 1);
  plumb_figure_set_show_table (PLUMB_FIGURE (figure), FALSE);
  fixture_wait_frames (figure);
  g_assert_cmpuint (notified, ==, 2);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_false (gtk_widget_get_mapped (table));

  gtk_window_destroy (window);
}

static void
test_flow_has_no_table (void)
{
  g_autoptr (PlumbBlock) flow = flow_block ();
  g_autoptr (GtkWidget) figure = g_object_ref_sink (plumb_figure_new (flow));

  plumb_figure_set_show_table (PLUMB_FIGURE (figure), TRUE);
  g_assert_false (plumb_figure_get_show_table (PLUMB_FIGURE (figure)));
  g_assert_null (fixture_find (figure, GTK_TYPE_TOGGLE_BUTTON, NULL));
}

static void
link_cb (GtkWidget *figure, const char *href, GtkLabel *label, gpointer user_data)
{
  GString *followed = user_data;

  g_assert_true (GTK_IS_LABEL (label));
  g_string_append_printf (followed, "%s ", href);
}

static void
follow_all (GtkWidget *figure, GtkWindow *window)
{
  while (gtk_widget_child_focus (figure, GTK_DIR_TAB_FORWARD)) {
    if (GTK_IS_LABEL (gtk_window_get_focus (window))) {
      g_signal_emit_by_name (gtk_window_get_focus (window), "activate-current-link");
    }
  }
}

/* Every link is reached by Tab, in the order of the page, and told once. */
static void
test_links (void)
{
  g_autoptr (PlumbChart) chart = fixture_line_chart ();
  g_autoptr (PlumbBlock) flow = flow_block ();
  GtkWidget *figures[] = { plumb_figure_new (PLUMB_BLOCK (chart)), plumb_figure_new (flow) };
  const char *const hrefs[] = { "term:peak source:x ", "term:word source:x " };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++) {
    g_autoptr (GString) followed = g_string_new (NULL);
    GtkWindow *window;

    plumb_figure_set_credit (PLUMB_FIGURE (figures[i]), "<a href='source:x'>Source</a>");
    g_assert_cmpstr (plumb_figure_get_credit (PLUMB_FIGURE (figures[i])),
                     ==,
                     "<a href='source:x'>Source</a>");
    g_signal_connect (figures[i], "activate-link", G_CALLBACK (link_cb), followed);
    window = fixture_show (figures[i], 700);
    follow_all (figures[i], window);
    g_assert_cmpstr (followed->str, ==, hrefs[i]);
    gtk_window_destroy (window);
  }
}

static void
assert_direction (GtkWidget *widget, GtkTextDirection direction)
{
  g_assert_cmpint (gtk_widget_get_direction (widget), ==, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    assert_direction (child, direction);
  }
}

/* The direction of a figure is that of all in it, of the table that comes later too. */
static void
test_direction (void)
{
  g_autoptr (PlumbChart) chart = fixture_line_chart ();
  g_autoptr (GtkWidget) figure = g_object_ref_sink (plumb_figure_new (PLUMB_BLOCK (chart)));

  gtk_widget_set_direction (figure, GTK_TEXT_DIR_RTL);
  assert_direction (figure, GTK_TEXT_DIR_RTL);
  plumb_figure_set_show_table (PLUMB_FIGURE (figure), TRUE);
  assert_direction (figure, GTK_TEXT_DIR_RTL);
  gtk_widget_set_direction (figure, GTK_TEXT_DIR_LTR);
  assert_direction (figure, GTK_TEXT_DIR_LTR);
}

static void
test_narrow (void)
{
  g_autoptr (PlumbChart) chart = fixture_bar_chart ();
  g_autoptr (PlumbBlock) flow = flow_block ();
  g_autoptr (GtkWidget) of_chart = g_object_ref_sink (plumb_figure_new (PLUMB_BLOCK (chart)));
  g_autoptr (GtkWidget) of_flow = g_object_ref_sink (plumb_figure_new (flow));
  int minimum;

  gtk_widget_measure (of_chart, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
  plumb_figure_set_show_table (PLUMB_FIGURE (of_chart), TRUE);
  gtk_widget_measure (of_chart, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
  fixture_assert_measure (of_flow);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/figures/figure/new-destroy", test_new_destroy);
  g_test_add_func ("/figures/figure/accessible", test_accessible);
  g_test_add_func ("/figures/figure/show-table", test_show_table);
  g_test_add_func ("/figures/figure/flow-has-no-table", test_flow_has_no_table);
  g_test_add_func ("/figures/figure/links", test_links);
  g_test_add_func ("/figures/figure/direction", test_direction);
  g_test_add_func ("/figures/figure/narrow", test_narrow);

  return g_test_run ();
}
