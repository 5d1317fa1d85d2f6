/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <plumb-problem.h>

#include "plumb-debate-hall.h"
#include "plumb-hall-table.h"
#include "plumb-ui-test.h"

typedef struct {
  PlumbLibrary *library;
  PlumbPreferences *preferences;
  PlumbPageView *page;
  PlumbPlace *moved_to;
  guint n_moved;
} Fixture;

static void
moved_cb (Fixture *fixture, PlumbPlace *place)
{
  g_clear_pointer (&fixture->moved_to, plumb_place_unref);
  fixture->moved_to = plumb_place_ref (place);
  fixture->n_moved++;
}

static PlumbPageView *
new_page (PlumbLibrary *library, PlumbPreferences *preferences)
{
  return g_object_ref_sink (
      g_object_new (PLUMB_TYPE_DEBATE_HALL, "library", library, "preferences", preferences, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = plumb_ui_test_open_library ();
  fixture->preferences = plumb_ui_test_new_preferences ();
  fixture->page = new_page (fixture->library, fixture->preferences);
  g_signal_connect_swapped (fixture->page, "moved", G_CALLBACK (moved_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->page);
  g_clear_pointer (&fixture->moved_to, plumb_place_unref);
  g_object_unref (fixture->preferences);
  g_object_unref (fixture->library);
}

static char *
show (PlumbPageView *page, const char *uri, GError **error)
{
  g_autoptr (PlumbPlace) place = plumb_place_parse (uri, NULL);
  g_autoptr (PlumbPlace) shown = NULL;

  g_assert_nonnull (place);
  shown = plumb_page_view_show (page, place, error);

  return shown != NULL ? plumb_place_to_uri (shown) : NULL;
}

static PlumbHallTable *
get_table (Fixture *fixture)
{
  GtkWidget *table = plumb_ui_test_find (GTK_WIDGET (fixture->page), PLUMB_TYPE_HALL_TABLE);

  g_assert_nonnull (table);

  return PLUMB_HALL_TABLE (table);
}

static void
test_topic (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = show (fixture->page, "plumb:debate/goodharts-law", NULL);
  PlumbHallTable *table = get_table (fixture);

  g_assert_cmpstr (uri, ==, "plumb:debate/goodharts-law");
  g_assert_cmpstr (plumb_page_view_get_title (fixture->page), ==, "Goodhart’s law");
  g_assert_cmpstr (plumb_page_view_get_subtitle (fixture->page), ==, "Debate Hall");
  g_assert_true (plumb_debate_hall_get_complete (PLUMB_DEBATE_HALL (fixture->page)));
  /* The names above, and thesis, reasons, objection, answer, holders, sources and what is shared. */
  g_assert_cmpuint (plumb_ui_test_count (GTK_WIDGET (table), PLUMB_TYPE_HALL_ROW), ==, 7);
  g_assert_nonnull (plumb_ui_test_find_label (GTK_WIDGET (table), "Strongest objection"));
  g_assert_true (plumb_hall_table_choose (table, "shared"));
  g_assert_cmpuint (plumb_hall_row_get_n_cells (plumb_hall_table_get_row (table)), ==, 1);
}

/* A place that names a row and a position is reopened there, and what does not exist is left out. */
static void
test_reopens (Fixture *fixture, gconstpointer data)
{
  const char *there = "plumb:debate/goodharts-law?position=moderate#objection";
  g_autofree char *uri = show (fixture->page, there, NULL);
  g_autofree char *wrong = NULL;
  g_autofree char *position = NULL;
  PlumbHallTable *table = get_table (fixture);

  g_assert_cmpstr (uri, ==, there);
  g_assert_cmpuint (plumb_hall_table_get_column (table), ==, 2);
  g_assert_cmpstr (plumb_hall_row_get_anchor (plumb_hall_table_get_row (table)), ==, "objection");
  g_object_get (fixture->page, "position", &position, NULL);
  g_assert_cmpstr (position, ==, "moderate");
  g_assert_cmpuint (fixture->n_moved, ==, 0);

  wrong = show (fixture->page, "plumb:debate/goodharts-law?position=nobody#nothing", NULL);
  g_assert_cmpstr (wrong, ==, "plumb:debate/goodharts-law");
}

/* The row is kept when the position changes, and the page says where the reader is. */
static void
test_moves (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = show (fixture->page, "plumb:debate/goodharts-law#answer", NULL);
  g_autofree char *moved = NULL;
  guint n = 0;

  g_signal_connect (fixture->page,
                    "notify::position",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "hall.position", "s", "skeptical");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (fixture->n_moved, ==, 1);
  moved = plumb_place_to_uri (fixture->moved_to);
  g_assert_cmpstr (moved, ==, "plumb:debate/goodharts-law?position=skeptical#answer");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "hall.position", "s", "nobody");
  g_assert_cmpuint (fixture->n_moved, ==, 1);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = show (fixture->page,
                               "plumb:debate?position=pessimistic#interpretability",
                               NULL);
  PlumbHallTable *table = get_table (fixture);
  guint n_before = plumb_ui_test_count (GTK_WIDGET (table), PLUMB_TYPE_HALL_ROW);

  g_assert_cmpstr (uri, ==, "plumb:debate?position=pessimistic#interpretability");
  g_assert_cmpstr (plumb_page_view_get_title (fixture->page), ==, "Debate Hall");
  /* The topics come one after the other. */
  g_assert_cmpuint (n_before, ==, 1);
  g_assert_false (plumb_debate_hall_get_complete (PLUMB_DEBATE_HALL (fixture->page)));
  plumb_ui_test_wait_until (plumb_debate_hall_get_complete (PLUMB_DEBATE_HALL (fixture->page)));
  g_assert_cmpuint (plumb_ui_test_count (GTK_WIDGET (table), PLUMB_TYPE_HALL_ROW), >, 20);
  g_assert_cmpstr (plumb_hall_row_get_anchor (plumb_hall_table_get_row (table)),
                   ==,
                   "interpretability");
  g_assert_cmpuint (fixture->n_moved, ==, 0);
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = show (fixture->page, "plumb:debate/no-such-topic", &error);

  g_assert_null (uri);
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, PLUMB_LIBRARY_ERROR);
}

static void
test_empty (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_small_library ();
  g_autoptr (PlumbPreferences) preferences = plumb_ui_test_new_preferences ();
  PlumbPageView *page = new_page (library, preferences);
  g_autofree char *uri = show (page, "plumb:debate", NULL);

  g_assert_cmpstr (uri, ==, "plumb:debate");
  g_assert_true (plumb_page_view_get_title_shown (page));
  g_assert_null (plumb_ui_test_find (GTK_WIDGET (page), PLUMB_TYPE_HALL_TABLE));
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (
                       plumb_ui_test_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE))),
                   ==,
                   "No Positions");

  g_assert_finalize_object (page);
}

/* A cell's name is a sentence: whose it is, which part, and what it says. */
static void
test_sentences (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = show (fixture->page,
                               "plumb:debate/goodharts-law?position=pessimistic#objection",
                               NULL);
  PlumbHallRow *row = plumb_hall_table_get_row (get_table (fixture));
  g_autoptr (PlumbTopic) topic = plumb_library_load_topic (fixture->library, "goodharts-law", NULL);
  g_autoptr (PlumbStance) stance = g_list_model_get_item (topic->debate->positions, 1);
  g_autofree char *sentence = g_strdup_printf ("Pessimistic, strongest objection: %s",
                                               stance->objection);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (plumb_hall_row_get_cell (row, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       sentence);
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/debate-hall/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("topic", test_topic);
  ADD ("reopens", test_reopens);
  ADD ("moves", test_moves);
  ADD ("all", test_all);
  ADD ("unknown", test_unknown);
  ADD ("sentences", test_sentences);
  g_test_add_func ("/debate-hall/empty", test_empty);

#undef ADD

  return g_test_run ();
}
