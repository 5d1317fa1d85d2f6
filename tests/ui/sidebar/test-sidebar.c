/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-sidebar.h"

#include "plumb-problems-dialog.h"
#include "plumb-results-view.h"
#include "plumb-topics-view.h"
#include "plumb-ui-test.h"
#include "sidebar-fixtures.h"

static const int sizes[] = { 2, 3, -1 };
static const SidebarSpec spec = { .sections = sizes, .n_upcoming = 1 };
static const SidebarSpec broken = { .sections = sizes, .n_broken = 2 };

typedef struct {
  SidebarLibrary *made;
  PlumbStore *store;
  PlumbSearch *search;
  PlumbSidebar *sidebar;
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
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, "Go", "win.go");
  fixture->made = sidebar_library_new (data != NULL ? data : &spec);
  fixture->store = plumb_ui_test_new_store ();
  fixture->search = sidebar_search_new (fixture->made->library);
  fixture->sidebar = PLUMB_SIDEBAR (plumb_sidebar_new ());
  fixture->log = g_string_new (NULL);
  g_object_set (fixture->sidebar,
                "library",
                fixture->made->library,
                "store",
                fixture->store,
                "search",
                fixture->search,
                "menu-model",
                menu,
                NULL);
  g_signal_connect_swapped (fixture->sidebar, "chosen", G_CALLBACK (chosen_cb), fixture);
  fixture->window = sidebar_window_new (GTK_WIDGET (fixture->sidebar), fixture->log);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->sidebar);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->sidebar);
  g_assert_finalize_object (fixture->search);
  g_assert_finalize_object (fixture->store);
  g_string_free (fixture->log, TRUE);
  sidebar_library_free (fixture->made);
}

static void
assert_log (Fixture *fixture, const char *text)
{
  g_assert_cmpstr (fixture->log->str, ==, text);
  g_string_truncate (fixture->log, 0);
}

static GtkWidget *
find (Fixture *fixture, GType type)
{
  return plumb_ui_test_find (GTK_WIDGET (fixture->sidebar), type);
}

/* The search is made when it is first opened. */
static GtkEditable *
get_entry (Fixture *fixture)
{
  GtkWidget *entry = find (fixture, GTK_TYPE_SEARCH_ENTRY);

  if (entry == NULL) {
    plumb_sidebar_set_search_mode (fixture->sidebar, TRUE);
    plumb_sidebar_set_search_mode (fixture->sidebar, FALSE);
    entry = find (fixture, GTK_TYPE_SEARCH_ENTRY);
  }

  return GTK_EDITABLE (entry);
}

static gboolean
has_focus (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
assert_page (Fixture *fixture, GType type)
{
  GtkWidget *results = find (fixture, PLUMB_TYPE_RESULTS_VIEW);

  g_assert_cmpint (gtk_widget_get_mapped (find (fixture, PLUMB_TYPE_TOPICS_VIEW)),
                   ==,
                   type == PLUMB_TYPE_TOPICS_VIEW);
  g_assert_cmpint (results != NULL && gtk_widget_get_mapped (results),
                   ==,
                   type == PLUMB_TYPE_RESULTS_VIEW);
}

static void
test_new_destroy (void)
{
  GtkWidget *sidebar = g_object_ref_sink (plumb_sidebar_new ());
  g_autofree char *title = NULL;

  g_object_get (sidebar, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Plumb");
  g_assert_finalize_object (sidebar);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  static const int other_sizes[] = { 1, -1 };
  static const SidebarSpec other_spec = { .sections = other_sizes };
  g_autoptr (SidebarLibrary) other = sidebar_library_new (&other_spec);
  g_autoptr (PlumbStore) store = plumb_ui_test_new_store ();
  g_autoptr (PlumbSearch) search = sidebar_search_new (other->library);
  g_autoptr (GMenu) menu = g_menu_new ();
  const struct {
    const char *name;
    gpointer value;
  } cases[] = {
    { "library", other->library },
    { "store", store },
    { "search", search },
    { "menu-model", menu },
  };
  g_autofree char *title = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *signal = g_strconcat ("notify::", cases[i].name, NULL);
    g_autoptr (GObject) value = NULL;
    guint n = 0;

    g_signal_connect (fixture->sidebar, signal, G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
    g_object_set (fixture->sidebar, cases[i].name, cases[i].value, NULL);
    g_object_set (fixture->sidebar, cases[i].name, cases[i].value, NULL);
    g_object_get (fixture->sidebar, cases[i].name, &value, NULL);
    g_assert_true ((gpointer) value == cases[i].value);
    g_assert_cmpuint (n, ==, 1);
    g_signal_handlers_disconnect_by_data (fixture->sidebar, &n);
  }

  g_object_get (fixture->sidebar, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Made library");
  g_assert_nonnull (plumb_ui_test_find_label (GTK_WIDGET (fixture->sidebar), "Made library"));

  /* They go before what they were made from. */
  g_object_set (fixture->sidebar, "library", NULL, "store", NULL, "search", NULL, NULL);
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  PlumbTopicsView *topics = PLUMB_TOPICS_VIEW (find (fixture, PLUMB_TYPE_TOPICS_VIEW));
  GtkSingleSelection *selection = plumb_topics_view_get_selection (topics);
  g_autoptr (PlumbPlace) place = plumb_place_new_topic ("t3", 2, NULL, NULL);
  g_autoptr (PlumbPlace) same = plumb_place_new_topic ("t3", 2, NULL, NULL);
  guint n = 0;

  g_signal_connect (fixture->sidebar,
                    "notify::place",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n);
  g_object_set (fixture->sidebar, "place", place, NULL);
  g_object_set (fixture->sidebar, "place", same, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 3);
  assert_log (fixture, "");

  gtk_single_selection_set_selected (selection, 1);
  assert_log (fixture, "go plumb:topic/t1\n");
  g_assert_cmpuint (n, ==, 1);

  g_object_set (fixture->sidebar, "place", NULL, NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  g_signal_emit_by_name (find (fixture, GTK_TYPE_LIST_VIEW), "activate", 0);
  assert_log (fixture, "go plumb:topic/t0\nchosen\n");
}

static void
test_search_mode (Fixture *fixture, gconstpointer data)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (find (fixture, GTK_TYPE_TOGGLE_BUTTON));
  g_autoptr (GPropertyAction)
      action = g_property_action_new ("search", fixture->sidebar, "search-mode");
  GtkSearchBar *bar;
  guint n = 0;

  /* A window opens without it. */
  g_assert_null (find (fixture, GTK_TYPE_SEARCH_ENTRY));
  g_assert_null (find (fixture, PLUMB_TYPE_RESULTS_VIEW));

  g_signal_connect (fixture->sidebar,
                    "notify::search-mode",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n);
  g_object_set (fixture->sidebar, "search-mode", TRUE, NULL);
  g_object_set (fixture->sidebar, "search-mode", TRUE, NULL);
  g_assert_cmpuint (n, ==, 1);
  bar = GTK_SEARCH_BAR (find (fixture, GTK_TYPE_SEARCH_BAR));
  g_assert_true (gtk_search_bar_get_search_mode (bar));
  g_assert_true (gtk_toggle_button_get_active (button));

  g_action_activate (G_ACTION (action), NULL);
  g_assert_false (plumb_sidebar_get_search_mode (fixture->sidebar));
  g_assert_false (gtk_search_bar_get_search_mode (bar));
  g_assert_false (gtk_toggle_button_get_active (button));
  g_object_set (fixture->sidebar, "search-mode", FALSE, NULL);
  g_assert_cmpuint (n, ==, 2);

  gtk_toggle_button_set_active (button, TRUE);
  g_assert_true (plumb_sidebar_get_search_mode (fixture->sidebar));
  g_assert_cmpuint (n, ==, 3);
}

/* Where nothing can be searched, nothing opens. */
static void
test_no_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find (fixture, GTK_TYPE_TOGGLE_BUTTON);

  plumb_sidebar_search (fixture->sidebar, "proxy");

  plumb_sidebar_set_search (fixture->sidebar, NULL);
  g_assert_false (plumb_sidebar_get_search_mode (fixture->sidebar));
  g_assert_false (gtk_widget_get_sensitive (button));
  plumb_sidebar_search (fixture->sidebar, "proxy");
  g_assert_false (plumb_sidebar_get_search_mode (fixture->sidebar));
  assert_page (fixture, PLUMB_TYPE_TOPICS_VIEW);

  plumb_sidebar_set_search (fixture->sidebar, fixture->search);
  g_assert_true (gtk_widget_get_sensitive (button));
}

static guint
count_key_controllers (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    n += GTK_IS_EVENT_CONTROLLER_KEY (controller);
  }

  return n;
}

/* That typing begins a search is for the end-to-end tests to say, which have a keyboard. */
static void
test_key_capture (Fixture *fixture, gconstpointer data)
{
  guint n = count_key_controllers (fixture->window);

  plumb_sidebar_set_key_capture_widget (fixture->sidebar, fixture->window);
  g_assert_cmpuint (count_key_controllers (fixture->window), ==, n + 1);
  plumb_sidebar_set_key_capture_widget (fixture->sidebar, fixture->window);
  g_assert_cmpuint (count_key_controllers (fixture->window), ==, n + 1);
  plumb_sidebar_set_key_capture_widget (fixture->sidebar, NULL);
  g_assert_cmpuint (count_key_controllers (fixture->window), ==, n);

  /* The sidebar may go first, or the window. */
  plumb_sidebar_set_key_capture_widget (fixture->sidebar, fixture->window);
}

/* The menu is made when it is first opened. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (find (fixture, GTK_TYPE_MENU_BUTTON));
  g_autoptr (GMenuModel) menu = NULL;

  g_assert_null (gtk_menu_button_get_popover (button));
  gtk_menu_button_popup (button);
  g_object_get (fixture->sidebar, "menu-model", &menu, NULL);
  g_assert_true (gtk_menu_button_get_menu_model (button) == menu);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (button))));
  gtk_menu_button_popdown (button);
}

static void
test_searching (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = get_entry (fixture);

  assert_page (fixture, PLUMB_TYPE_TOPICS_VIEW);
  plumb_sidebar_search (fixture->sidebar, "proxy");
  g_assert_true (plumb_sidebar_get_search_mode (fixture->sidebar));
  g_assert_true (has_focus (fixture, GTK_WIDGET (entry)));
  g_assert_cmpstr (plumb_search_get_query (fixture->search), ==, "proxy");
  assert_page (fixture, PLUMB_TYPE_RESULTS_VIEW);
  sidebar_search_run (fixture->search, "proxy");
  g_assert_cmpuint (plumb_search_get_n_results (fixture->search), >, 0);
  g_assert_true (has_focus (fixture, GTK_WIDGET (entry)));

  g_signal_emit_by_name (entry, "activate");
  g_assert_true (g_str_has_prefix (fixture->log->str, "hit plumb:topic/t"));
  g_assert_true (g_str_has_suffix (fixture->log->str, " proxy\nchosen\n"));

  /* Spaces alone are no question. */
  gtk_editable_set_text (entry, "  ");
  g_assert_cmpstr (plumb_search_get_query (fixture->search), ==, "");
  assert_page (fixture, PLUMB_TYPE_TOPICS_VIEW);
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = get_entry (fixture);
  GtkWidget *button = find (fixture, GTK_TYPE_MENU_BUTTON);

  g_assert_true (gtk_widget_grab_focus (button));
  plumb_sidebar_search (fixture->sidebar, "proxy");
  g_assert_true (has_focus (fixture, GTK_WIDGET (entry)));

  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_true (plumb_sidebar_get_search_mode (fixture->sidebar));
  g_assert_true (has_focus (fixture, GTK_WIDGET (entry)));

  g_signal_emit_by_name (entry, "stop-search");
  g_assert_false (plumb_sidebar_get_search_mode (fixture->sidebar));
  g_assert_true (has_focus (fixture, button));
  g_assert_cmpstr (plumb_search_get_query (fixture->search), ==, "");
}

/* From the results, Escape leads to the entry first; and where the focus came from the topics, it returns to the one
 * that is open. */
static void
test_escape_from_results (Fixture *fixture, gconstpointer data)
{
  GtkWidget *topics = find (fixture, PLUMB_TYPE_TOPICS_VIEW);
  g_autoptr (PlumbPlace) place = plumb_place_new_topic ("t3", 2, NULL, NULL);

  plumb_sidebar_set_place (fixture->sidebar, place);
  g_assert_true (gtk_widget_grab_focus (topics));
  plumb_sidebar_search (fixture->sidebar, "proxy");
  sidebar_search_run (fixture->search, "proxy");
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->sidebar));
  g_assert_true (
      plumb_results_view_focus (PLUMB_RESULTS_VIEW (find (fixture, PLUMB_TYPE_RESULTS_VIEW))));

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->sidebar), "sidebar.stop-search", NULL));
  g_assert_true (has_focus (fixture, GTK_WIDGET (get_entry (fixture))));
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->sidebar), "sidebar.stop-search", NULL));
  g_assert_false (plumb_sidebar_get_search_mode (fixture->sidebar));
  g_assert_true (has_focus (fixture, topics));
  sidebar_assert_label (GTK_ACCESSIBLE (gtk_root_get_focus (GTK_ROOT (fixture->window))),
                        "Topic 3. Not read yet.");
  assert_log (fixture, "");
}

/* Whoever has gone elsewhere is not called back. */
static void
test_focus_elsewhere (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find (fixture, GTK_TYPE_MENU_BUTTON);

  plumb_sidebar_set_search_mode (fixture->sidebar, TRUE);
  g_assert_true (gtk_widget_grab_focus (button));
  plumb_sidebar_set_search_mode (fixture->sidebar, FALSE);
  g_assert_true (has_focus (fixture, button));
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  sidebar_assert_label (GTK_ACCESSIBLE (get_entry (fixture)), "Search all topics");
  gtk_test_accessible_assert_role (get_entry (fixture), GTK_ACCESSIBLE_ROLE_SEARCH_BOX);
  sidebar_assert_label (GTK_ACCESSIBLE (find (fixture, GTK_TYPE_TOGGLE_BUTTON)), "Search");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find (fixture, GTK_TYPE_MENU_BUTTON)),
                   ==,
                   "Main Menu");
}

static void
test_no_problems (Fixture *fixture, gconstpointer data)
{
  g_assert_null (
      plumb_ui_test_find_label (GTK_WIDGET (fixture->sidebar), "Topics with problems (2)"));
}

static void
test_problems (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = plumb_ui_test_find_label (GTK_WIDGET (fixture->sidebar),
                                               "Topics with problems (2)");
  GtkWidget *button, *dialog;

  g_assert_nonnull (label);
  button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  dialog = NULL;
  for (guint i = 0; dialog == NULL && i < g_list_model_get_n_items (gtk_window_get_toplevels ());
       i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (gtk_window_get_toplevels (), i);

    dialog = plumb_ui_test_find (window, PLUMB_TYPE_PROBLEMS_DIALOG);
  }
  g_assert_nonnull (dialog);
  adw_dialog_force_close (ADW_DIALOG (dialog));

  plumb_sidebar_set_library (fixture->sidebar, NULL);
  g_assert_null (
      plumb_ui_test_find_label (GTK_WIDGET (fixture->sidebar), "Topics with problems (2)"));
}

#define add(path, spec, func) g_test_add (path, Fixture, spec, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/sidebar/new-destroy", test_new_destroy);
  add ("/ui/sidebar/properties", NULL, test_properties);
  add ("/ui/sidebar/place", NULL, test_place);
  add ("/ui/sidebar/search-mode", NULL, test_search_mode);
  add ("/ui/sidebar/no-search", NULL, test_no_search);
  add ("/ui/sidebar/key-capture", NULL, test_key_capture);
  add ("/ui/sidebar/menu", NULL, test_menu);
  add ("/ui/sidebar/searching", NULL, test_searching);
  add ("/ui/sidebar/escape", NULL, test_escape);
  add ("/ui/sidebar/escape-from-results", NULL, test_escape_from_results);
  add ("/ui/sidebar/focus-elsewhere", NULL, test_focus_elsewhere);
  add ("/ui/sidebar/accessible", NULL, test_accessible);
  add ("/ui/sidebar/no-problems", NULL, test_no_problems);
  add ("/ui/sidebar/problems", &broken, test_problems);

  return g_test_run ();
}
