/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <plumb-crux-row.h>
#include <plumb-problem.h>

#include "plumb-crux-cell.h"
#include "plumb-crux-matrix.h"
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
      g_object_new (PLUMB_TYPE_CRUX_MATRIX, "library", library, "preferences", preferences, NULL));
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

static GListModel *
get_rows (Fixture *fixture)
{
  return plumb_crux_matrix_get_rows (PLUMB_CRUX_MATRIX (fixture->page));
}

static PlumbCruxRow *
get_row (Fixture *fixture, guint i)
{
  PlumbCruxRow *row = g_list_model_get_item (get_rows (fixture), i);

  g_assert_nonnull (row);
  g_object_unref (row);

  return row;
}

static void
test_library (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = show (fixture->page, "plumb:cruxes", NULL);
  guint n = g_list_model_get_n_items (plumb_library_get_file (fixture->library)->cruxes);

  g_assert_cmpstr (uri, ==, "plumb:cruxes");
  g_assert_cmpstr (plumb_page_view_get_title (fixture->page), ==, "Crux Matrix");
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, n);
  for (guint i = 0; i < n; i++) {
    g_assert_cmpuint (plumb_crux_row_get_number (get_row (fixture, i)), ==, i);
  }
}

static void
test_topic (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = show (fixture->page, "plumb:cruxes/goodharts-law", NULL);

  g_assert_cmpstr (uri, ==, "plumb:cruxes/goodharts-law");
  g_assert_cmpstr (plumb_page_view_get_title (fixture->page), ==, "Goodhart’s law");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), >, 0);
  g_assert_cmpstr (plumb_crux_row_get_topic (get_row (fixture, 0)), ==, "goodharts-law");
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = show (fixture->page, "plumb:cruxes/all?sort=spread", NULL);
  guint n;

  g_assert_cmpstr (uri, ==, "plumb:cruxes/all?sort=spread");
  g_assert_false (plumb_crux_matrix_get_complete (PLUMB_CRUX_MATRIX (fixture->page)));
  plumb_ui_test_wait_until (plumb_crux_matrix_get_complete (PLUMB_CRUX_MATRIX (fixture->page)));
  n = g_list_model_get_n_items (get_rows (fixture));
  g_assert_cmpuint (n, >, 80);
  for (guint i = 1; i < n; i++) {
    g_assert_cmpfloat (plumb_crux_row_get_spread (get_row (fixture, i - 1)),
                       >=,
                       plumb_crux_row_get_spread (get_row (fixture, i)));
  }
}

static int
rating (Fixture *fixture, guint i, guint position)
{
  int value;

  plumb_crux_row_get_standing (get_row (fixture, i), position, &value);

  return value;
}

/* Another order is a place, and goes both ways. */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  const char *const sorts[] = { "spread",   "spread-reversed",  "statement", "statement-reversed",
                                "moderate", "moderate-reversed" };
  g_autofree char *uri = show (fixture->page, "plumb:cruxes", NULL);
  guint last = g_list_model_get_n_items (get_rows (fixture)) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++) {
    g_autofree char *expected = g_strconcat ("plumb:cruxes?sort=", sorts[i], NULL);
    g_autofree char *sort = NULL;
    g_autofree char *moved = NULL;

    gtk_widget_activate_action (GTK_WIDGET (fixture->page), "cruxes.sort", "s", sorts[i]);
    g_object_get (fixture->page, "sort", &sort, NULL);
    g_assert_cmpstr (sort, ==, sorts[i]);
    g_assert_nonnull (fixture->moved_to);
    moved = plumb_place_to_uri (fixture->moved_to);
    g_assert_cmpstr (moved, ==, expected);
  }
  g_assert_cmpint (rating (fixture, 0, 2), <=, rating (fixture, last, 2));

  /* What there is nothing to sort by leaves the order of the library. */
  g_free (uri);
  uri = show (fixture->page, "plumb:cruxes?sort=nobody", NULL);
  g_assert_cmpstr (uri, ==, "plumb:cruxes");
  g_assert_cmpuint (plumb_crux_row_get_number (get_row (fixture, 0)), ==, 0);
}

/* A place that names a crux opens what is behind it, also where it is still to come. */
static void
test_details (Fixture *fixture, gconstpointer data)
{
  const char *there = "plumb:cruxes#solvable-sum-today";
  g_autofree char *uri = show (fixture->page, there, NULL);
  g_autofree char *wrong = NULL;
  GtkWidget *split = plumb_ui_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_OVERLAY_SPLIT_VIEW);
  GtkWidget *sidebar = adw_overlay_split_view_get_sidebar (ADW_OVERLAY_SPLIT_VIEW (split));

  g_assert_cmpstr (uri, ==, there);
  g_assert_true (adw_overlay_split_view_get_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (split)));
  g_assert_nonnull (plumb_ui_test_find_label (sidebar, "Optimistic: Surely true"));
  g_assert_nonnull (plumb_ui_test_find_label (sidebar, "This is our reading of it."));
  g_assert_cmpuint (fixture->n_moved, ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "cruxes.close-details", NULL);
  g_assert_false (adw_overlay_split_view_get_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (split)));
  g_assert_cmpuint (fixture->n_moved, ==, 1);
  g_assert_null (plumb_place_get_anchor (fixture->moved_to));

  wrong = show (fixture->page, "plumb:cruxes#no-such-crux", NULL);
  g_assert_cmpstr (wrong, ==, "plumb:cruxes");
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = show (fixture->page, "plumb:cruxes/no-such-topic", &error);

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
  g_autofree char *uri = show (page, "plumb:cruxes", NULL);
  GtkWidget *status = plumb_ui_test_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE);

  g_assert_cmpstr (uri, ==, "plumb:cruxes");
  g_assert_true (gtk_widget_get_child_visible (status));
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (status)), ==, "No Cruxes");

  g_assert_finalize_object (page);
}

/* Each rating says in a sentence whose it is and what it says. */
static void
test_cell (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = show (fixture->page, "plumb:cruxes", NULL);
  PlumbCruxRow *row = get_row (fixture, 0);
  PlumbPosition *position = plumb_crux_set_get_position (plumb_crux_row_get_set (row), 3);
  GtkWidget *cell = g_object_ref_sink (plumb_crux_cell_new (position, 3, FALSE));

  plumb_crux_cell_set_row (PLUMB_CRUX_CELL (cell), row);
  g_assert_cmpstr (plumb_crux_cell_get_sentence (PLUMB_CRUX_CELL (cell)),
                   ==,
                   "Skeptical: this is surely true.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Skeptical: this is surely true.");
  g_assert_nonnull (plumb_ui_test_find_label (cell, "Surely true"));

  g_assert_finalize_object (cell);
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/crux-matrix/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("library", test_library);
  ADD ("topic", test_topic);
  ADD ("all", test_all);
  ADD ("sort", test_sort);
  ADD ("details", test_details);
  ADD ("unknown", test_unknown);
  ADD ("cell", test_cell);
  g_test_add_func ("/crux-matrix/empty", test_empty);

#undef ADD

  return g_test_run ();
}
