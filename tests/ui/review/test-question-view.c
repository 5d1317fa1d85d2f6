/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-check-section.h"
#include "plumb-question-view.h"
#include "plumb-ui-test.h"

typedef struct {
  PlumbLibrary *library;
  PlumbTopic *topic;
  PlumbQuestion *question;
  PlumbQuestionView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->library = plumb_ui_test_open_library ();
  fixture->topic = plumb_library_load_topic (fixture->library, "goodharts-law", &error);
  g_assert_no_error (error);
  fixture->question = g_list_model_get_item (fixture->topic->questions, 0);
  fixture->view = PLUMB_QUESTION_VIEW (
      g_object_ref_sink (plumb_question_view_new (fixture->question)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->view);
  g_object_unref (fixture->question);
  g_object_unref (fixture->topic);
  g_object_unref (fixture->library);
}

static void
checked_cb (PlumbQuestionView *view, gboolean right, GArray *answers)
{
  g_array_append_val (answers, right);
}

static int
find_option (PlumbQuestion *question, gboolean right)
{
  for (guint i = 0; i < g_list_model_get_n_items (question->options); i++) {
    g_autoptr (PlumbOption) option = g_list_model_get_item (question->options, i);

    if (option->right == right) {
      return (int) i;
    }
  }

  g_assert_not_reached ();
}

static gboolean
check (PlumbQuestionView *view)
{
  return gtk_widget_activate_action (GTK_WIDGET (view), "question.check", NULL);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GtkWidget *choice = plumb_ui_test_find (view, GTK_TYPE_CHECK_BUTTON);
  GtkWidget *group = gtk_widget_get_parent (choice);

  g_assert_true (plumb_question_view_get_question (fixture->view) == fixture->question);
  g_assert_cmpint (plumb_question_view_get_chosen (fixture->view), ==, -1);
  g_assert_false (plumb_question_view_get_answered (fixture->view));
  g_assert_cmpuint (plumb_ui_test_count (view, GTK_TYPE_CHECK_BUTTON),
                    ==,
                    g_list_model_get_n_items (fixture->question->options));
  gtk_test_accessible_assert_role (choice, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (group,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       fixture->question->prompt);
  /* There is nothing to check. */
  check (fixture->view);
  g_assert_false (plumb_question_view_get_answered (fixture->view));
}

/* What came of it is there in words, with the reason; and that of the others on request. */
static void
test_answer (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (gboolean));
  int right = find_option (fixture->question, TRUE);
  int wrong = find_option (fixture->question, FALSE);
  g_autoptr (PlumbOption)
      right_option = g_list_model_get_item (fixture->question->options, (guint) right);
  g_autoptr (PlumbOption)
      wrong_option = g_list_model_get_item (fixture->question->options, (guint) wrong);
  gboolean shown;

  g_signal_connect (view, "checked", G_CALLBACK (checked_cb), answers);
  plumb_question_view_set_chosen (fixture->view, wrong);
  g_assert_true (check (fixture->view));
  g_assert_true (plumb_question_view_get_answered (fixture->view));
  g_assert_nonnull (plumb_ui_test_find_label (view, "That is not right."));
  g_assert_nonnull (plumb_ui_test_find_label (view, wrong_option->why));
  g_assert_null (plumb_ui_test_find_label (view, right_option->why));
  gtk_widget_activate_action (view, "question.reasons-shown", NULL);
  g_object_get (view, "reasons-shown", &shown, NULL);
  g_assert_true (shown);
  g_assert_nonnull (plumb_ui_test_find_label (view, right_option->why));

  /* Choosing another takes the answer back; it can be tried as often as one likes. */
  plumb_question_view_set_chosen (fixture->view, right);
  g_assert_false (plumb_question_view_get_answered (fixture->view));
  g_assert_null (plumb_ui_test_find_label (view, "That is not right."));
  g_assert_true (check (fixture->view));
  g_assert_nonnull (plumb_ui_test_find_label (view, "That is right."));
  g_assert_nonnull (plumb_ui_test_find_label (view, right_option->why));
  g_assert_true (gtk_widget_activate_action (view, "question.try-again", NULL));
  g_assert_cmpint (plumb_question_view_get_chosen (fixture->view), ==, -1);
  g_assert_null (plumb_ui_test_find_label (view, "That is right."));

  g_assert_cmpuint (answers->len, ==, 2);
  g_assert_false (g_array_index (answers, gboolean, 0));
  g_assert_true (g_array_index (answers, gboolean, 1));
}

static void
test_notify (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;

  g_signal_connect (fixture->view,
                    "notify::chosen",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n_notified);
  plumb_question_view_set_chosen (fixture->view, 1);
  g_assert_cmpuint (n_notified, ==, 1);
  plumb_question_view_set_chosen (fixture->view, 1);
  g_assert_cmpuint (n_notified, ==, 1);
  g_object_set (fixture->view, "chosen", -1, NULL);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_cmpint (plumb_question_view_get_chosen (fixture->view), ==, -1);
}

static void
test_section (Fixture *fixture, gconstpointer data)
{
  PlumbCheckSection *section = PLUMB_CHECK_SECTION (
      g_object_ref_sink (plumb_check_section_new (fixture->topic)));
  GtkWidget *first;

  g_assert_cmpint (plumb_check_section_get_level (section), ==, 0);
  for (int level = 1; level <= 3; level++) {
    g_assert_true (plumb_check_section_set_level (section, level));
    g_assert_false (plumb_check_section_set_level (section, level));
    g_assert_cmpuint (plumb_ui_test_count (GTK_WIDGET (section), PLUMB_TYPE_QUESTION_VIEW), ==, 2);
    first = plumb_ui_test_find (GTK_WIDGET (section), PLUMB_TYPE_QUESTION_VIEW);
    g_assert_cmpint (plumb_question_view_get_question (PLUMB_QUESTION_VIEW (first))->level,
                     ==,
                     level);
  }
  /* Without a window there is nobody to note it, and no harm. */
  plumb_question_view_set_chosen (PLUMB_QUESTION_VIEW (first), 0);
  check (PLUMB_QUESTION_VIEW (first));
  plumb_check_section_set_level (section, 4);
  g_assert_nonnull (
      plumb_ui_test_find_label (GTK_WIDGET (section), "There are no questions at this level."));
  g_assert_finalize_object (section);
}

int
main (int argc, char **argv)
{
  plumb_ui_test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/question-view/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("new-destroy", test_new);
  ADD ("answer", test_answer);
  ADD ("notify", test_notify);
  ADD ("section", test_section);
#undef ADD

  return g_test_run ();
}
