/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include <plumb-problem.h>

#include "plumb-question-view.h"
#include "plumb-review-page.h"
#include "plumb-ui-test.h"

#define TOPIC "goodharts-law"
#define FIRST "q1-fate"
#define SECOND "q1-idea"

typedef struct {
  PlumbLibrary *library;
  PlumbStore *store;
  PlumbPreferences *preferences;
  PlumbPageView *page;
} Fixture;

static PlumbPageView *
new_page (Fixture *fixture, PlumbStore *store)
{
  return g_object_ref_sink (g_object_new (PLUMB_TYPE_REVIEW_PAGE,
                                          "library",
                                          fixture->library,
                                          "store",
                                          store,
                                          "preferences",
                                          fixture->preferences,
                                          NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = plumb_ui_test_open_library ();
  fixture->store = plumb_ui_test_new_store ();
  fixture->preferences = plumb_ui_test_new_preferences ();
  fixture->page = new_page (fixture, fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->page);
  g_object_unref (fixture->preferences);
  g_object_unref (fixture->store);
  g_object_unref (fixture->library);
}

static void
miss (Fixture *fixture, const char *question)
{
  g_autoptr (GError) error = NULL;

  plumb_store_note_check (fixture->store,
                          plumb_library_get_file (fixture->library)->id,
                          TOPIC,
                          question,
                          FALSE,
                          plumb_check_today () - 30,
                          &error);
  g_assert_no_error (error);
}

static const PlumbCheck *
find_check (Fixture *fixture, const char *question)
{
  return plumb_store_find_check (fixture->store,
                                 plumb_library_get_file (fixture->library)->id,
                                 TOPIC,
                                 question);
}

static void
show (PlumbPageView *page)
{
  g_autoptr (PlumbPlace) place = plumb_place_new (PLUMB_PAGE_REVIEW, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPlace) shown = plumb_page_view_show (page, place, &error);

  g_assert_no_error (error);
  g_assert_true (plumb_place_equal (shown, place));
}

static PlumbQuestionView *
get_view (Fixture *fixture)
{
  GtkWidget *view = plumb_ui_test_find (GTK_WIDGET (fixture->page), PLUMB_TYPE_QUESTION_VIEW);

  return view != NULL ? PLUMB_QUESTION_VIEW (view) : NULL;
}

static const char *
get_question (Fixture *fixture)
{
  PlumbQuestionView *view = get_view (fixture);

  return view != NULL ? plumb_question_view_get_question (view)->id : NULL;
}

static gboolean
says (PlumbPageView *page, const char *text)
{
  return plumb_ui_test_find_label (GTK_WIDGET (page), text) != NULL;
}

static void
activate (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL);
}

static void
answer (Fixture *fixture, gboolean right)
{
  PlumbQuestionView *view = get_view (fixture);
  GListModel *options = plumb_question_view_get_question (view)->options;

  for (guint i = 0; i < g_list_model_get_n_items (options); i++) {
    g_autoptr (PlumbOption) option = g_list_model_get_item (options, i);

    if (option->right == right) {
      plumb_question_view_set_chosen (view, (int) i);
      break;
    }
  }
  gtk_widget_activate_action (GTK_WIDGET (view), "question.check", NULL);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (plumb_page_view_get_title (fixture->page), ==, "Review");
  show (fixture->page);
  g_assert_true (says (fixture->page, "Review"));
  g_assert_true (says (fixture->page, "Nothing Is Due"));
  g_assert_true (says (fixture->page, "What you missed stays on this computer."));
  g_assert_false (says (fixture->page, "Forget All Questions"));
  g_assert_null (get_view (fixture));
}

/* One question after the other, each with when it comes back. */
static void
test_asks (Fixture *fixture, gconstpointer data)
{
  miss (fixture, FIRST);
  miss (fixture, SECOND);
  show (fixture->page);
  g_assert_cmpstr (get_question (fixture), ==, FIRST);
  g_assert_true (says (fixture->page, "2 questions are due today."));
  g_assert_true (says (fixture->page, "From: Goodhart’s law"));

  /* There is nothing to go on to before it was answered. */
  activate (fixture, "review.next");
  g_assert_cmpstr (get_question (fixture), ==, FIRST);

  answer (fixture, TRUE);
  g_assert_true (says (fixture->page, "That is right."));
  g_assert_cmpint (find_check (fixture, FIRST)->due, >, plumb_check_today () + 1);
  g_assert_true (find_check (fixture, FIRST)->known);
  g_assert_true (says (fixture->page, "Next Question"));
  activate (fixture, "review.next");
  g_assert_cmpstr (get_question (fixture), ==, SECOND);
  g_assert_true (says (fixture->page, "1 question is due today."));

  /* What is tried after the first answer does not count. */
  answer (fixture, FALSE);
  g_assert_false (find_check (fixture, SECOND)->known);
  answer (fixture, TRUE);
  g_assert_false (find_check (fixture, SECOND)->known);
  g_assert_true (says (fixture->page, "Done"));
  activate (fixture, "review.next");
  g_assert_null (get_view (fixture));
  g_assert_true (says (fixture->page, "Nothing Is Due"));
  g_assert_true (says (fixture->page, "Forget All Questions"));
}

/* Coming back to the page does not take away what one is reading. */
static void
test_stays (Fixture *fixture, gconstpointer data)
{
  miss (fixture, FIRST);
  show (fixture->page);
  answer (fixture, TRUE);
  show (fixture->page);
  g_assert_true (says (fixture->page, "That is right."));
  g_assert_cmpstr (get_question (fixture), ==, FIRST);
}

static void
test_forget (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbCheck) before = NULL;

  miss (fixture, FIRST);
  miss (fixture, SECOND);
  before = plumb_check_copy (find_check (fixture, FIRST));
  show (fixture->page);
  activate (fixture, "review.forget");
  g_assert_null (find_check (fixture, FIRST));
  g_assert_cmpstr (get_question (fixture), ==, SECOND);
  activate (fixture, "review.undo");
  g_assert_true (plumb_check_equal (find_check (fixture, FIRST), before));
  g_assert_cmpstr (get_question (fixture), ==, FIRST);

  activate (fixture, "review.forget-all");
  g_assert_null (find_check (fixture, FIRST));
  g_assert_null (find_check (fixture, SECOND));
  g_assert_null (get_view (fixture));
  activate (fixture, "review.undo");
  g_assert_true (plumb_check_equal (find_check (fixture, FIRST), before));
  g_assert_nonnull (find_check (fixture, SECOND));
  /* It is undone once. */
  activate (fixture, "review.undo");
  g_assert_cmpstr (get_question (fixture), ==, FIRST);
}

/* What another window or program has done is followed. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  show (fixture->page);
  miss (fixture, FIRST);
  plumb_ui_test_wait_until (g_strcmp0 (get_question (fixture), FIRST) == 0);
  plumb_store_forget_all_checks (fixture->store,
                                 plumb_library_get_file (fixture->library)->id,
                                 NULL);
  plumb_ui_test_wait_until (get_view (fixture) == NULL);
}

static void
test_nothing_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbStore) store = plumb_store_open (PLUMB_STORE_MODE_NONE, NULL);
  PlumbPageView *page = new_page (fixture, store);

  show (page);
  g_assert_true (says (page, "Nothing Is Kept"));
  g_assert_finalize_object (page);
}

static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (PlumbPolicy) policy = NULL;
  g_autoptr (PlumbPlace) place = plumb_place_new (PLUMB_PAGE_REVIEW, NULL);
  PlumbPageView *page;
  int fd = g_file_open_tmp ("plumb-policy-XXXXXX.conf", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, "[features]\nhide-review=true\n", -1, &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (path);
  policy = plumb_policy_new (&file, 1);
  g_assert_true (plumb_policy_get_hide_review (policy));
  g_object_unref (fixture->preferences);
  fixture->preferences = plumb_preferences_new (APP_ID, PLUMB_STORE_MODE_SESSION, policy);
  page = new_page (fixture, fixture->store);
  g_assert_null (plumb_page_view_show (page, place, &error));
  g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_DANGLING);
  g_assert_finalize_object (page);
  g_file_delete (file, NULL, NULL);
}

int
main (int argc, char **argv)
{
  plumb_ui_test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/review-page/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("new-destroy", test_new);
  ADD ("asks", test_asks);
  ADD ("stays", test_stays);
  ADD ("forget", test_forget);
  ADD ("follows", test_follows);
  ADD ("nothing-kept", test_nothing_kept);
  ADD ("hidden", test_hidden);
#undef ADD

  return g_test_run ();
}
