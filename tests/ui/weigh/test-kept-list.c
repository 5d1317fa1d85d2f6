/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <plumb-answers-file.h>

#include "plumb-kept-list.h"
#include "plumb-ui-test.h"

typedef struct {
  PlumbLibrary *library;
  PlumbStore *store;
  PlumbCruxSet *set;
  PlumbAnswers *answers;
  PlumbKeptList *list;
  const char *crux;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = plumb_ui_test_open_library ();
  fixture->store = plumb_store_open (PLUMB_STORE_MODE_SESSION, NULL);
  fixture->set = plumb_crux_set_new_for_library (fixture->library, TRUE, NULL);
  fixture->answers = plumb_answers_new ();
  fixture->crux = plumb_crux_set_get_crux (fixture->set, 0)->id;
  fixture->list = g_object_ref_sink (g_object_new (PLUMB_TYPE_KEPT_LIST, NULL));
  plumb_kept_list_show (fixture->list, fixture->store, fixture->set, fixture->answers);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->list);
  g_object_unref (fixture->answers);
  g_object_unref (fixture->set);
  g_object_unref (fixture->store);
  g_object_unref (fixture->library);
}

static void
keep (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  plumb_store_keep_answers (fixture->store,
                            plumb_crux_set_get_library_id (fixture->set),
                            text,
                            &error);
  g_assert_no_error (error);
}

static void
keep_answers (Fixture *fixture)
{
  g_autofree char *text = plumb_answers_to_json (fixture->answers,
                                                 plumb_crux_set_get_library_id (fixture->set),
                                                 plumb_crux_set_get_library_version (fixture->set),
                                                 NULL);

  keep (fixture, text);
}

static const char *
expand (Fixture *fixture)
{
  GtkExpander *expander = GTK_EXPANDER (
      plumb_ui_test_find (GTK_WIDGET (fixture->list), GTK_TYPE_EXPANDER));

  gtk_expander_set_expanded (expander, FALSE);
  gtk_expander_set_expanded (expander, TRUE);

  return gtk_label_get_text (GTK_LABEL (gtk_expander_get_child (expander)));
}

static void
test_new_destroy (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_WIDGET (fixture->list), GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_cmpuint (plumb_kept_list_get_n_kept (fixture->list), ==, 0);
  g_assert_null (plumb_kept_list_get_kept (fixture->list, 0));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->list)));
}

/* It follows the store, and says what changed since. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  const char *changes;

  plumb_answers_set_likelihood (fixture->answers, fixture->crux, 40);
  keep_answers (fixture);
  g_assert_cmpuint (plumb_kept_list_get_n_kept (fixture->list), ==, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->list)));
  g_assert_cmpstr (expand (fixture), ==, "You still answer the same.");

  plumb_answers_set_likelihood (fixture->answers, fixture->crux, 65);
  changes = expand (fixture);
  g_assert_nonnull (strstr (changes, "Then: 40%."));
  g_assert_nonnull (strstr (changes, "Now: 65%."));

  plumb_answers_set_likelihood (fixture->answers, fixture->crux, PLUMB_LIKELIHOOD_NONE);
  plumb_answers_set_likelihood (fixture->answers, "elsewhere", 10);
  g_assert_nonnull (strstr (expand (fixture), "1 statement that was answered then"));

  plumb_answers_clear (fixture->answers);
  g_assert_nonnull (strstr (expand (fixture), "Answer again"));
}

/* What was kept and can't be read any more says so. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbAnswers) answers = NULL;

  keep (fixture, "{ damaged");
  g_assert_cmpuint (plumb_kept_list_get_n_kept (fixture->list), ==, 1);
  answers = plumb_kept_list_parse (fixture->list,
                                   plumb_kept_list_get_kept (fixture->list, 0),
                                   &error);
  g_assert_null (answers);
  g_assert_error (error, PLUMB_ANSWERS_ERROR, PLUMB_ANSWERS_ERROR_DAMAGED);
  g_assert_cmpstr (expand (fixture), ==, error->message);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  ADD ("/ui/kept-list/new-destroy", test_new_destroy);
  ADD ("/ui/kept-list/changes", test_changes);
  ADD ("/ui/kept-list/damaged", test_damaged);

  return g_test_run ();
}
