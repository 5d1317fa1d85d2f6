/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-topics-view.h"

#include "plumb-topic-row.h"
#include "plumb-ui-test.h"
#include "sidebar-fixtures.h"

static const int sizes[] = { 2, 3, -1 };
static const SidebarSpec spec = { .sections = sizes, .n_upcoming = 1 };

typedef struct {
  SidebarLibrary *made;
  PlumbStore *store;
  PlumbTopicsView *view;
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
  fixture->made = sidebar_library_new (data != NULL ? data : &spec);
  fixture->store = plumb_ui_test_new_store ();
  fixture->view = PLUMB_TOPICS_VIEW (plumb_topics_view_new ());
  fixture->log = g_string_new (NULL);
  g_signal_connect_swapped (fixture->view, "chosen", G_CALLBACK (chosen_cb), fixture);
  plumb_topics_view_set_store (fixture->view, fixture->store);
  plumb_topics_view_set_library (fixture->view, fixture->made->library);
  fixture->window = sidebar_window_new (GTK_WIDGET (fixture->view), fixture->log);
}

/* A long list is whole once it was shown. */
static void
set_up_shown (Fixture *fixture, gconstpointer data)
{
  GListModel *selection;
  guint n_topics;

  set_up (fixture, data);
  selection = G_LIST_MODEL (plumb_topics_view_get_selection (fixture->view));
  n_topics = g_list_model_get_n_items (plumb_library_get_topics (fixture->made->library));
  plumb_ui_test_wait_until (g_list_model_get_n_items (selection) == n_topics);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->view);
  g_string_free (fixture->log, TRUE);
  g_assert_finalize_object (fixture->store);
  sidebar_library_free (fixture->made);
}

static GtkWidget *
get_list_view (Fixture *fixture)
{
  return plumb_ui_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW);
}

static void
set_place (Fixture *fixture, const char *uri)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPlace) place = uri != NULL ? plumb_place_parse (uri, &error) : NULL;

  g_assert_no_error (error);
  plumb_topics_view_set_place (fixture->view, place);
}

static guint
get_selected (Fixture *fixture)
{
  return gtk_single_selection_get_selected (plumb_topics_view_get_selection (fixture->view));
}

static void
select_topic (Fixture *fixture, guint position)
{
  gtk_selection_model_select_item (
      GTK_SELECTION_MODEL (plumb_topics_view_get_selection (fixture->view)),
      position,
      TRUE);
}

static void
assert_log (Fixture *fixture, const char *text)
{
  g_assert_cmpstr (fixture->log->str, ==, text);
  g_string_truncate (fixture->log, 0);
}

static GtkWidget *
find_row (Fixture *fixture, const char *label)
{
  GtkWidget *row = sidebar_find_row (GTK_WIDGET (fixture->view), PLUMB_TYPE_TOPIC_ROW, label);

  g_assert_nonnull (row);

  return row;
}

static void
test_new_destroy (void)
{
  GtkWidget *view = g_object_ref_sink (plumb_topics_view_new ());

  g_assert_finalize_object (view);
}

static void
test_selecting_goes (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (get_selected (fixture), ==, GTK_INVALID_LIST_POSITION);
  assert_log (fixture, "");

  select_topic (fixture, 3);
  assert_log (fixture, "go plumb:topic/t3\n");
  set_place (fixture, "plumb:topic/t3?level=2");
  assert_log (fixture, "");

  select_topic (fixture, 3);
  assert_log (fixture, "");
  select_topic (fixture, 0);
  assert_log (fixture, "go plumb:topic/t0\n");
}

static void
test_follows_place (Fixture *fixture, gconstpointer data)
{
  const struct {
    const char *uri;
    guint selected;
  } steps[] = {
    { "plumb:topic/t4?level=1", 4 }, { "plumb:topic/t4?level=3#b3", 4 },
    { "plumb:topic/t1", 1 },         { "plumb:term/proxy", GTK_INVALID_LIST_POSITION },
    { "plumb:debate/t2", 2 },        { "plumb:topic/no-such-topic", GTK_INVALID_LIST_POSITION },
    { "plumb:topic/t0", 0 },         { NULL, GTK_INVALID_LIST_POSITION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    set_place (fixture, steps[i].uri);
    g_assert_cmpuint (get_selected (fixture), ==, steps[i].selected);
  }
  assert_log (fixture, "");
}

/* A place that came before the library is found in it, and one library's place is not another's. */
static void
test_library_after_place (Fixture *fixture, gconstpointer data)
{
  plumb_topics_view_set_library (fixture->view, NULL);
  set_place (fixture, "plumb:topic/t3");
  g_assert_cmpuint (get_selected (fixture), ==, GTK_INVALID_LIST_POSITION);
  plumb_topics_view_set_library (fixture->view, fixture->made->library);
  g_assert_cmpuint (get_selected (fixture), ==, 3);
  assert_log (fixture, "");
}

static void
test_activating_chooses (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list_view = get_list_view (fixture);

  g_signal_emit_by_name (list_view, "activate", 2);
  assert_log (fixture, "go plumb:topic/t2\nchosen\n");

  set_place (fixture, "plumb:topic/t2?level=1");
  g_signal_emit_by_name (list_view, "activate", 2);
  assert_log (fixture, "chosen\n");

  /* The topic is still selected while its debate fills the window: choosing it leads back. */
  set_place (fixture, "plumb:debate/t2");
  g_signal_emit_by_name (list_view, "activate", 2);
  assert_log (fixture, "go plumb:topic/t2\nchosen\n");
}

static void
test_upcoming (Fixture *fixture, gconstpointer data)
{
  set_place (fixture, "plumb:topic/t1");
  select_topic (fixture, 5);
  g_assert_cmpuint (get_selected (fixture), ==, 1);
  g_signal_emit_by_name (get_list_view (fixture), "activate", 5);
  assert_log (fixture, "");
  sidebar_assert_label (sidebar_get_item (find_row (fixture, "Later 0. To come.")),
                        "Later 0. To come.");
  gtk_test_accessible_assert_property (sidebar_get_item (find_row (fixture, "Later 0. To come.")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "To come");
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list_view = get_list_view (fixture);
  GtkWidget *heading = plumb_ui_test_find_label (list_view, "Section 1");
  GtkAccessible *item = sidebar_get_item (find_row (fixture, "Topic 2. Not read yet."));

  gtk_test_accessible_assert_role (list_view, GTK_ACCESSIBLE_ROLE_LIST);
  sidebar_assert_label (GTK_ACCESSIBLE (list_view), "Topics");
  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  sidebar_assert_label (item, "Topic 2. Not read yet.");

  plumb_store_mark_read (fixture->store, "made", "t2", 1, PLUMB_READ_HOW_SEEN, NULL);
  sidebar_assert_label (item, "Topic 2. Level 1 read.");
}

/* Rows that are there already learn of a store that comes later. */
static void
test_store_after_library (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbStore) other = plumb_ui_test_new_store ();

  plumb_store_mark_read (other, "made", "t4", 3, PLUMB_READ_HOW_SEEN, NULL);
  find_row (fixture, "Topic 4. Not read yet.");
  plumb_topics_view_set_store (fixture->view, other);
  find_row (fixture, "Topic 4. Level 3 read.");
}

static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  set_place (fixture, "plumb:topic/t4");
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (focus == gtk_widget_get_parent (find_row (fixture, "Topic 4. Not read yet.")));

  /* One stop in the order of Tab. */
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_FORWARD));
  assert_log (fixture, "");
}

/* With the first topic its section's title is in view, when the focus gets there from below. */
static void
test_first_header (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list_view = get_list_view (fixture);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view));
  gboolean moved = TRUE;

  /* The list has the focus from the start. */
  g_assert_nonnull (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  for (guint i = 0; i < 5; i++) {
    plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->view));
  }
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  set_place (fixture, "plumb:topic/t90");
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->view));
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->view)));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);

  set_place (fixture, "plumb:topic/t1");
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->view)));
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->view));
  for (guint i = 0; moved && i < 3; i++) {
    moved = gtk_widget_child_focus (list_view, GTK_DIR_UP);
    plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->view));
  }
  sidebar_assert_label (GTK_ACCESSIBLE (gtk_root_get_focus (GTK_ROOT (fixture->window))),
                        "Topic 0. Not read yet.");
  plumb_ui_test_wait_until (gtk_adjustment_get_value (adjustment) == 0);

  /* And when the place leads there. */
  set_place (fixture, "plumb:topic/t90");
  plumb_ui_test_wait_until (gtk_adjustment_get_value (adjustment) > 0);
  set_place (fixture, "plumb:topic/t0");
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->view));
  plumb_ui_test_wait_until (gtk_adjustment_get_value (adjustment) == 0);
}

static const int hundred_sizes[] = { 50, 50, -1 };
static const SidebarSpec hundred = { .sections = hundred_sizes };

static const int many_sizes[] = { 2500, 2500, 2500, 2500, -1 };
static const SidebarSpec many = { .sections = many_sizes };

static void
test_many (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  graphene_rect_t bounds;

  g_assert_cmpuint (plumb_ui_test_count (GTK_WIDGET (fixture->view), PLUMB_TYPE_TOPIC_ROW), >, 0);
  g_assert_cmpuint (plumb_ui_test_count (GTK_WIDGET (fixture->view), PLUMB_TYPE_TOPIC_ROW), <, 400);

  set_place (fixture, "plumb:topic/t8765");
  g_assert_cmpuint (get_selected (fixture), ==, 8765);
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->view));
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->view));
  row = find_row (fixture, "Topic 8765. Not read yet.");
  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height,
                     <=,
                     gtk_widget_get_height (GTK_WIDGET (fixture->view)));
  g_assert_cmpuint (plumb_ui_test_count (GTK_WIDGET (fixture->view), PLUMB_TYPE_TOPIC_ROW), <, 400);
  assert_log (fixture, "");
}

/* Until then it is made of rows around the topic that is open, and no others. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbPlace) place = plumb_place_new_topic ("t80", 1, NULL, NULL);
  GtkWidget *view = g_object_ref_sink (plumb_topics_view_new ());
  GtkSingleSelection *selection = plumb_topics_view_get_selection (PLUMB_TOPICS_VIEW (view));
  PlumbTopicEntry *entry;

  plumb_topics_view_set_library (PLUMB_TOPICS_VIEW (view), fixture->made->library);
  plumb_topics_view_set_place (PLUMB_TOPICS_VIEW (view), place);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), <, 100);
  entry = gtk_single_selection_get_selected_item (selection);
  g_assert_cmpstr (plumb_topic_entry_get_id (entry), ==, "t80");
  assert_log (fixture, "");
  g_assert_finalize_object (view);
}

#define add(path, spec, func) g_test_add (path, Fixture, spec, set_up_shown, func, tear_down)

int
main (int argc, char **argv)
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/topics-view/new-destroy", test_new_destroy);
  add ("/ui/topics-view/selecting-goes", NULL, test_selecting_goes);
  add ("/ui/topics-view/follows-place", NULL, test_follows_place);
  add ("/ui/topics-view/library-after-place", NULL, test_library_after_place);
  add ("/ui/topics-view/activating-chooses", NULL, test_activating_chooses);
  add ("/ui/topics-view/upcoming", NULL, test_upcoming);
  add ("/ui/topics-view/accessible", NULL, test_accessible);
  add ("/ui/topics-view/store-after-library", NULL, test_store_after_library);
  add ("/ui/topics-view/focus", NULL, test_focus);
  add ("/ui/topics-view/first-header", &hundred, test_first_header);
  add ("/ui/topics-view/many", &many, test_many);
  add ("/ui/topics-view/narrow", &hundred, test_narrow);

  return g_test_run ();
}
