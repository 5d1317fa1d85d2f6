/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <plumb-answers-file.h>
#include <plumb-problem.h>

#include "plumb-crux-question.h"
#include "plumb-page-table.h"
#include "plumb-picture-view.h"
#include "plumb-ui-test.h"
#include "plumb-weigh-page.h"
#include "plumb-weigh-result.h"

typedef struct {
  PlumbLibrary *library;
  PlumbPreferences *preferences;
  PlumbStore *store;
  PlumbWeighPage *page;
  GtkWidget *window;
  PlumbAnswers *answers;
} Fixture;

static PlumbPlace *
show (PlumbWeighPage *page, const char *uri, GError **error)
{
  g_autoptr (PlumbPlace) place = plumb_place_parse (uri, NULL);

  g_assert_nonnull (place);

  return plumb_page_view_show (PLUMB_PAGE_VIEW (page), place, error);
}

static void
go (PlumbWeighPage *page, const char *uri)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPlace) place = plumb_place_parse (uri, NULL);
  g_autoptr (PlumbPlace) shown = show (page, uri, &error);

  g_assert_no_error (error);
  g_assert_true (plumb_place_equal (shown, place));
}

static PlumbWeighPage *
new_page (Fixture *fixture)
{
  return g_object_ref_sink (g_object_new (PLUMB_TYPE_WEIGH_PAGE,
                                          "library",
                                          fixture->library,
                                          "store",
                                          fixture->store,
                                          "preferences",
                                          fixture->preferences,
                                          NULL));
}

static void
set_up_mode (Fixture *fixture, gconstpointer data)
{
  PlumbStoreMode mode = data != NULL ? PLUMB_STORE_MODE_NONE : PLUMB_STORE_MODE_SESSION;

  fixture->library = plumb_ui_test_open_library ();
  fixture->preferences = plumb_ui_test_new_preferences ();
  fixture->store = plumb_store_open (mode, NULL);
  fixture->page = new_page (fixture);
  fixture->answers = plumb_weigh_page_get_answers (fixture->page);
  go (fixture->page, "plumb:weigh");
  fixture->window = plumb_ui_test_show (GTK_WIDGET (fixture->page), 1000, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->page);
  g_object_unref (fixture->store);
  g_object_unref (fixture->preferences);
  g_object_unref (fixture->library);
}

static guint
count_questions (Fixture *fixture)
{
  return plumb_ui_test_count (GTK_WIDGET (fixture->page), PLUMB_TYPE_CRUX_QUESTION);
}

static const char *
first_crux (Fixture *fixture)
{
  GtkWidget *question = plumb_ui_test_find (GTK_WIDGET (fixture->page), PLUMB_TYPE_CRUX_QUESTION);

  return plumb_crux_question_get_crux (PLUMB_CRUX_QUESTION (question))->id;
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
}

static guint
count_kept (Fixture *fixture)
{
  g_autoptr (GPtrArray)
      kept = plumb_store_dup_answers (fixture->store,
                                      plumb_library_get_file (fixture->library)->id);

  return kept->len;
}

/* It starts with the few of the whole library, and goes on into a topic’s. */
static void
test_shows (Fixture *fixture, gconstpointer data)
{
  guint n = count_questions (fixture);
  const char *of_library = first_crux (fixture);

  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpuint (n, <=, 8);
  g_assert_cmpstr (plumb_page_view_get_title (PLUMB_PAGE_VIEW (fixture->page)),
                   ==,
                   "Weigh It Yourself");
  g_assert_null (plumb_page_view_get_subtitle (PLUMB_PAGE_VIEW (fixture->page)));

  go (fixture->page, "plumb:weigh/goodharts-law");
  g_assert_cmpuint (count_questions (fixture), >, n);
  g_assert_cmpstr (first_crux (fixture), !=, of_library);
  g_assert_nonnull (plumb_page_view_get_subtitle (PLUMB_PAGE_VIEW (fixture->page)));

  go (fixture->page, "plumb:weigh");
  g_assert_cmpuint (count_questions (fixture), ==, n);
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = count_questions (fixture);

  g_assert_null (show (fixture->page, "plumb:weigh/no-such-topic", &error));
  g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_DANGLING);
  g_assert_cmpuint (count_questions (fixture), ==, n);
}

/* A link to a statement leads to it. */
static void
test_anchor (Fixture *fixture, gconstpointer data)
{
  GtkWidget *question = plumb_ui_test_find (GTK_WIDGET (fixture->page), PLUMB_TYPE_CRUX_QUESTION);
  g_autofree char *uri = NULL;
  GtkWidget *focus;

  question = gtk_widget_get_next_sibling (question);
  uri = g_strconcat ("plumb:weigh#",
                     plumb_crux_question_get_crux (PLUMB_CRUX_QUESTION (question))->id,
                     NULL);
  go (fixture->page, uri);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->page));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, question));
  /* What is not there any more is no reason not to show the rest. */
  go (fixture->page, "plumb:weigh#no-such-crux");
}

/* The picture follows the answers, which stay through other topics and can be cleared and brought back. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
  GtkWidget *result = plumb_ui_test_find (GTK_WIDGET (fixture->page), PLUMB_TYPE_WEIGH_RESULT);
  PlumbPictureView *picture = PLUMB_PICTURE_VIEW (
      plumb_ui_test_find (result, PLUMB_TYPE_PICTURE_VIEW));
  g_autofree char *nothing = g_strdup (plumb_picture_view_get_description (picture));
  g_autofree char *crux = g_strdup (first_crux (fixture));
  g_autofree char *something = NULL;

  plumb_answers_set_likelihood (fixture->answers, crux, 0);
  something = g_strdup (plumb_picture_view_get_description (picture));
  g_assert_cmpstr (something, !=, nothing);

  go (fixture->page, "plumb:weigh/goodharts-law");
  go (fixture->page, "plumb:weigh");
  g_assert_cmpint (plumb_answers_get (fixture->answers, crux).likelihood, ==, 0);
  g_assert_cmpstr (plumb_picture_view_get_description (picture), ==, something);

  activate (fixture, "weigh.clear");
  g_assert_cmpuint (plumb_answers_get_n_answered (fixture->answers), ==, 0);
  g_assert_cmpstr (plumb_picture_view_get_description (picture), ==, nothing);
  activate (fixture, "weigh.undo");
  g_assert_cmpint (plumb_answers_get (fixture->answers, crux).likelihood, ==, 0);
  g_assert_cmpuint (count_kept (fixture), ==, 0);
}

/* Answers are kept when the reader asks, and not before; what is erased can be brought back. */
static void
test_keeps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *crux = g_strdup (first_crux (fixture));

  plumb_answers_set_likelihood (fixture->answers, crux, 10);
  g_assert_cmpuint (count_kept (fixture), ==, 0);
  activate (fixture, "weigh.keep");
  g_assert_cmpuint (count_kept (fixture), ==, 1);

  plumb_answers_set_likelihood (fixture->answers, crux, 90);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "weigh.put-back", "u", 0);
  g_assert_cmpint (plumb_answers_get (fixture->answers, crux).likelihood, ==, 10);
  activate (fixture, "weigh.undo");
  g_assert_cmpint (plumb_answers_get (fixture->answers, crux).likelihood, ==, 90);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "weigh.erase", "u", 0);
  g_assert_cmpuint (count_kept (fixture), ==, 0);
  activate (fixture, "weigh.undo");
  g_assert_cmpuint (count_kept (fixture), ==, 1);

  activate (fixture, "weigh.keep");
  g_assert_cmpuint (count_kept (fixture), ==, 2);
  activate (fixture, "weigh.erase-all");
  g_assert_cmpuint (count_kept (fixture), ==, 0);
  activate (fixture, "weigh.undo");
  g_assert_cmpuint (count_kept (fixture), ==, 2);
}

/* Where nothing is kept, the page does not offer to. */
static void
test_keeps_nothing (Fixture *fixture, gconstpointer data)
{
  plumb_answers_set_likelihood (fixture->answers, first_crux (fixture), 10);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "weigh.keep", NULL);
  g_assert_cmpuint (count_kept (fixture), ==, 0);
  g_assert_null (plumb_ui_test_find_label (GTK_WIDGET (fixture->page), "Keep These Answers"));
  g_assert_nonnull (plumb_ui_test_find_label (GTK_WIDGET (fixture->page), "Clear All Answers"));
}

static void
assert_begins (Fixture *fixture, const char *format, const char *begin)
{
  g_autoptr (GBytes) bytes = plumb_weigh_page_export (fixture->page, format);
  gsize size;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  g_assert_nonnull (data);
  g_assert_cmpuint (size, >, strlen (begin));
  g_assert_cmpmem (data, strlen (begin), begin, strlen (begin));
}

static void
test_exports (Fixture *fixture, gconstpointer data)
{
  const char *library = plumb_library_get_file (fixture->library)->id;
  g_autoptr (GBytes) json = NULL;
  g_autoptr (PlumbAnswers) answers = NULL;
  g_autoptr (GError) error = NULL;

  plumb_answers_set_likelihood (fixture->answers, first_crux (fixture), 35);
  assert_begins (fixture, "png", "\x89PNG");
  assert_begins (fixture, "svg", "<?xml");
  g_assert_null (plumb_weigh_page_export (fixture->page, "map-svg"));

  json = plumb_weigh_page_export (fixture->page, "json");
  answers = plumb_answers_parse (json, "answers.json", library, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (plumb_answers_equal (answers, fixture->answers));
}

static GFile *
write_file (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path,
                       g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

/* In a window that is no host of dialogs, one is a window of its own. */
static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
    GtkWidget *dialog = plumb_ui_test_find (window, ADW_TYPE_ALERT_DIALOG);

    if (dialog != NULL) {
      return dialog;
    }
  }

  return NULL;
}

/* Good files put people on the map. A damaged one changes nothing, and is told of. */
static void
test_compares (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("plumb-weigh-XXXXXX", &error);
  g_autoptr (GListStore) good = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GListStore) bad = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GBytes) damaged = g_bytes_new_static ("{ \"format\"", 10);
  g_autoptr (GFile) bad_file = NULL;
  GtkWidget *dialog = NULL;

  g_assert_no_error (error);
  for (int i = 0; i < 3; i++) {
    g_autofree char *name = g_strdup_printf ("%d.json", i);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GFile) file = NULL;

    plumb_answers_set_likelihood (fixture->answers, first_crux (fixture), 40 * i);
    bytes = plumb_weigh_page_export (fixture->page, "json");
    file = write_file (folder, name, bytes);
    g_list_store_append (good, file);
  }
  bad_file = write_file (folder, "bad.json", damaged);
  g_list_store_append (bad, bad_file);

  plumb_weigh_page_compare (fixture->page, G_LIST_MODEL (good));
  plumb_ui_test_wait_until (plumb_weigh_page_get_n_people (fixture->page) == 3);
  assert_begins (fixture, "map-svg", "<?xml");
  g_assert_nonnull (plumb_ui_test_find_label (GTK_WIDGET (fixture->page),
                                              "The answers of 3 people are on the map."));

  plumb_weigh_page_compare (fixture->page, G_LIST_MODEL (bad));
  plumb_ui_test_wait_until ((dialog = find_dialog ()) != NULL);
  g_assert_cmpuint (plumb_weigh_page_get_n_people (fixture->page), ==, 3);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)),
                   ==,
                   "1 File Can’t Be Used");
  adw_dialog_force_close (ADW_DIALOG (dialog));

  activate (fixture, "weigh.clear-map");
  g_assert_cmpuint (plumb_weigh_page_get_n_people (fixture->page), ==, 0);
  activate (fixture, "weigh.undo");
  g_assert_cmpuint (plumb_weigh_page_get_n_people (fixture->page), ==, 3);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (good)); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (G_LIST_MODEL (good), i);

    g_assert_true (g_file_delete (file, NULL, NULL));
  }
  g_assert_true (g_file_delete (bad_file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  g_signal_connect (fixture->page,
                    "notify::result-open",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n);
  g_object_set (fixture->page, "result-open", FALSE, NULL);
  g_assert_cmpuint (n, ==, 0);
  activate (fixture, "weigh.result");
  g_assert_cmpuint (n, ==, 1);
  g_object_set (fixture->page, "result-open", FALSE, NULL);
  g_assert_cmpuint (n, ==, 2);
}

/* Between the layouts the keyboard stays where it is. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scale = plumb_ui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_SCALE);

  g_assert_true (gtk_widget_grab_focus (scale));
  g_object_set (fixture->page, "narrow", TRUE, NULL);
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->page));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == scale);
  g_object_set (fixture->page, "narrow", FALSE, NULL);
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->page));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == scale);
}

/* A library without cruxes says so, and no list of pages has this one. */
static void
test_empty (void)
{
  Fixture fixture = { .library = plumb_ui_test_open_small_library (),
                      .preferences = plumb_ui_test_new_preferences (),
                      .store = plumb_ui_test_new_store () };
  PlumbWeighPage *page = new_page (&fixture);

  go (page, "plumb:weigh");
  g_assert_true (
      gtk_widget_get_visible (plumb_ui_test_find_label (GTK_WIDGET (page), "Nothing to Weigh")));
  g_assert_null (plumb_weigh_page_export (page, "svg"));
  g_assert_false (plumb_page_table_lookup (PLUMB_PAGE_WEIGH)->is_there (fixture.library));
  g_assert_finalize_object (page);
  g_object_unref (fixture.store);
  g_object_unref (fixture.preferences);
  g_object_unref (fixture.library);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up_mode, func, tear_down)

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  ADD ("/ui/weigh-page/shows", test_shows);
  ADD ("/ui/weigh-page/unknown", test_unknown);
  ADD ("/ui/weigh-page/anchor", test_anchor);
  ADD ("/ui/weigh-page/answers", test_answers);
  ADD ("/ui/weigh-page/keeps", test_keeps);
  g_test_add ("/ui/weigh-page/keeps-nothing",
              Fixture,
              "none",
              set_up_mode,
              test_keeps_nothing,
              tear_down);
  ADD ("/ui/weigh-page/exports", test_exports);
  ADD ("/ui/weigh-page/compares", test_compares);
  ADD ("/ui/weigh-page/properties", test_properties);
  ADD ("/ui/weigh-page/narrow", test_narrow);
  g_test_add_func ("/ui/weigh-page/empty", test_empty);

  return g_test_run ();
}
