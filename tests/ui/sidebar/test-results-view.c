/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-results-view.h"

#include "plumb-hit-row.h"
#include "plumb-ui-test.h"
#include "sidebar-fixtures.h"

static const int sizes[] = { 2, 3, -1 };
static const SidebarSpec spec = { .sections = sizes };

typedef struct {
  SidebarLibrary *made;
  PlumbSearch *search;
  PlumbResultsView *view;
  GtkWidget *window;
  GString *log;
} Fixture;

static void
chosen_cb (Fixture *fixture)
{
  g_string_append (fixture->log, "chosen\n");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->made = sidebar_library_new (&spec);
  fixture->search = sidebar_search_new (fixture->made->library);
  fixture->view = PLUMB_RESULTS_VIEW (plumb_results_view_new ());
  fixture->log = g_string_new (NULL);
  g_signal_connect_swapped (fixture->view, "chosen", G_CALLBACK (chosen_cb), fixture);
  plumb_results_view_set_search (fixture->view, fixture->search);
  fixture->window = sidebar_window_new (GTK_WIDGET (fixture->view), fixture->log);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->search);
  g_string_free (fixture->log, TRUE);
  sidebar_library_free (fixture->made);
}

static void
assert_page (Fixture *fixture, const char *page)
{
  g_assert_cmpstr (plumb_results_view_get_page (fixture->view), ==, page);
}

static void
assert_log (Fixture *fixture, const char *text)
{
  g_assert_cmpstr (fixture->log->str, ==, text);
  g_string_truncate (fixture->log, 0);
}

static GtkWidget *
get_list_view (Fixture *fixture)
{
  return plumb_ui_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW);
}

static void
test_new_destroy (void)
{
  GtkWidget *view = g_object_ref_sink (plumb_results_view_new ());

  /* Without a search there is nothing to do, and nothing that can go wrong. */
  plumb_results_view_activate_first (PLUMB_RESULTS_VIEW (view));
  g_assert_false (plumb_results_view_focus (PLUMB_RESULTS_VIEW (view)));
  g_assert_false (plumb_results_view_is_focus_first (PLUMB_RESULTS_VIEW (view)));
  g_assert_finalize_object (view);
}

static void
test_count (void)
{
  const struct {
    guint n;
    const char *text;
  } cases[] = {
    { 0, "No results" },
    { 1, "1 result" },
    { 2, "2 results" },
    { PLUMB_SEARCH_MAX_HITS - 1, "59 results" },
    { PLUMB_SEARCH_MAX_HITS, "The 60 best results" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = plumb_results_view_describe_count (cases[i].n);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *count = NULL;

  assert_page (fixture, "results");

  plumb_search_set_query (fixture->search, "proxy");
  g_assert_cmpint (plumb_search_get_state (fixture->search), ==, PLUMB_SEARCH_STATE_INDEXING);
  assert_page (fixture, "indexing");
  sidebar_search_run (fixture->search, "proxy");
  assert_page (fixture, "results");
  count = plumb_results_view_describe_count (plumb_search_get_n_results (fixture->search));
  g_assert_nonnull (plumb_ui_test_find_label (GTK_WIDGET (fixture->view), count));

  sidebar_search_run (fixture->search, "zzzz");
  assert_page (fixture, "none");
  sidebar_search_run (fixture->search, "proxy");
  assert_page (fixture, "results");

  plumb_search_set_query (fixture->search, "\xff");
  assert_page (fixture, "error");
  g_assert_nonnull (plumb_ui_test_find_label (GTK_WIDGET (fixture->view),
                                              plumb_search_get_error (fixture->search)->message));
  plumb_search_set_query (fixture->search, "");
  assert_page (fixture, "results");
}

static void
test_activating_goes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbSearchHit) hit = NULL;
  g_autoptr (PlumbPlace) place = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *line = NULL;

  sidebar_search_run (fixture->search, "stands in");
  hit = g_list_model_get_item (plumb_search_get_results (fixture->search), 1);
  g_assert_nonnull (hit);
  place = plumb_search_hit_dup_place (hit);
  uri = plumb_place_to_uri (place);
  line = g_strdup_printf ("hit %s stands in\nchosen\n", uri);

  g_signal_emit_by_name (get_list_view (fixture), "activate", 1);
  assert_log (fixture, line);
  g_signal_emit_by_name (get_list_view (fixture), "activate", 1000);
  assert_log (fixture, "");
}

/* Enter that comes before the results waits for them; what is typed after it takes it back. */
static void
test_activate_first (Fixture *fixture, gconstpointer data)
{
  plumb_search_set_query (fixture->search, "proxy");
  plumb_results_view_activate_first (fixture->view);
  assert_log (fixture, "");
  sidebar_search_run (fixture->search, "proxy");
  g_assert_true (g_str_has_prefix (fixture->log->str, "hit plumb:topic/t"));
  g_assert_true (g_str_has_suffix (fixture->log->str, " proxy\nchosen\n"));
  g_string_truncate (fixture->log, 0);

  plumb_results_view_activate_first (fixture->view);
  g_assert_true (g_str_has_suffix (fixture->log->str, " proxy\nchosen\n"));
  g_string_truncate (fixture->log, 0);

  plumb_search_set_query (fixture->search, "goal");
  plumb_results_view_activate_first (fixture->view);
  sidebar_search_run (fixture->search, "stands");
  assert_log (fixture, "");

  sidebar_search_run (fixture->search, "zzzz");
  plumb_results_view_activate_first (fixture->view);
  assert_log (fixture, "");
}

static void
test_focus (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbSearchHit) hit = NULL;
  GtkWidget *focus;

  g_assert_false (plumb_results_view_focus (fixture->view));
  sidebar_search_run (fixture->search, "proxy");
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->view));
  g_assert_true (plumb_results_view_focus (fixture->view));
  g_assert_true (plumb_results_view_is_focus_first (fixture->view));

  hit = g_list_model_get_item (plumb_search_get_results (fixture->search), 0);
  focus = gtk_widget_get_first_child (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  g_assert_true (plumb_hit_row_get_hit (PLUMB_HIT_ROW (focus)) == hit);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_DOWN));
  g_assert_false (plumb_results_view_is_focus_first (fixture->view));
  assert_log (fixture, "");
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  sidebar_search_run (fixture->search, "proxy");
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->view));
  sidebar_assert_label (GTK_ACCESSIBLE (get_list_view (fixture)), "Search results");
  row = plumb_ui_test_find (GTK_WIDGET (fixture->view), PLUMB_TYPE_HIT_ROW);
  gtk_test_accessible_assert_role (sidebar_get_item (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  sidebar_assert_label (sidebar_get_item (row), plumb_hit_row_get_label (PLUMB_HIT_ROW (row)));
  gtk_test_accessible_assert_property (sidebar_get_item (row),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       plumb_hit_row_get_description (PLUMB_HIT_ROW (row)));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  g_signal_connect (fixture->view,
                    "notify::search",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n);
  g_object_set (fixture->view, "search", fixture->search, NULL);
  g_assert_cmpuint (n, ==, 0);
  g_object_set (fixture->view, "search", NULL, NULL);
  g_assert_cmpuint (n, ==, 1);

  /* What it does now is nothing to the view. */
  plumb_search_set_query (fixture->search, "\xff");
  assert_page (fixture, "results");
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/results-view/new-destroy", test_new_destroy);
  g_test_add_func ("/ui/results-view/count", test_count);
  add ("/ui/results-view/pages", test_pages);
  add ("/ui/results-view/activating-goes", test_activating_goes);
  add ("/ui/results-view/activate-first", test_activate_first);
  add ("/ui/results-view/focus", test_focus);
  add ("/ui/results-view/accessible", test_accessible);
  add ("/ui/results-view/search", test_search);

  return g_test_run ();
}
