/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <plumb-weighing-words.h>

#include "plumb-crux-question.h"
#include "plumb-ui-test.h"

typedef struct {
  PlumbLibrary *library;
  PlumbCruxSet *set;
  PlumbAnswers *answers;
  GtkWidget *question;
  GtkWidget *window;
  GtkRange *scale;
  const char *id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = plumb_ui_test_open_library ();
  fixture->set = plumb_crux_set_new_for_library (fixture->library, TRUE, NULL);
  fixture->answers = plumb_answers_new ();
  fixture->question = g_object_ref_sink (
      plumb_crux_question_new (fixture->library, fixture->set, 0, fixture->answers));
  fixture->window = plumb_ui_test_show (fixture->question, 500, 400);
  fixture->scale = GTK_RANGE (plumb_ui_test_find (fixture->question, GTK_TYPE_SCALE));
  fixture->id = plumb_crux_set_get_crux (fixture->set, 0)->id;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->question);
  g_assert_finalize_object (fixture->answers);
  g_assert_finalize_object (fixture->set);
  g_object_unref (fixture->library);
}

static int
get_likelihood (Fixture *fixture)
{
  return plumb_answers_get (fixture->answers, fixture->id).likelihood;
}

static void
move_scale (Fixture *fixture, double value)
{
  gboolean handled;

  g_signal_emit_by_name (fixture->scale, "change-value", GTK_SCROLL_JUMP, value, &handled);
  g_assert_true (handled);
}

static void
test_new_destroy (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (fixture->question, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->question,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       plumb_crux_set_get_crux (fixture->set, 0)->statement);
  g_assert_true (plumb_crux_question_get_crux (PLUMB_CRUX_QUESTION (fixture->question)) ==
                 plumb_crux_set_get_crux (fixture->set, 0));
}

/* Nothing is answered until the reader does, and there is a way back to that. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
  const char *percent = "85%";
  GtkWidget *value = plumb_ui_test_find_label (fixture->question, "No answer");
  GtkWidget *button = plumb_ui_test_find (fixture->question, GTK_TYPE_BUTTON);

  g_assert_nonnull (value);
  g_assert_cmpint (get_likelihood (fixture), ==, PLUMB_LIKELIHOOD_NONE);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->scale), "unanswered"));
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_test_accessible_assert_property (GTK_WIDGET (fixture->scale),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "No answer");

  /* To the next step of five. */
  move_scale (fixture, 83.4);
  g_assert_cmpint (get_likelihood (fixture), ==, 85);
  g_assert_cmpfloat (gtk_range_get_value (fixture->scale), ==, 85);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (value)), ==, percent);
  gtk_test_accessible_assert_property (GTK_WIDGET (fixture->scale),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       percent);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->scale), "unanswered"));

  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (get_likelihood (fixture), ==, PLUMB_LIKELIHOOD_NONE);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (value)), ==, "No answer");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->scale), "unanswered"));

  /* The middle is an answer, though the slider stands there without one. */
  move_scale (fixture, 50);
  g_assert_cmpint (get_likelihood (fixture), ==, 50);
  move_scale (fixture, 400);
  g_assert_cmpint (get_likelihood (fixture), ==, PLUMB_LIKELIHOOD_MAX);
  move_scale (fixture, -3);
  g_assert_cmpint (get_likelihood (fixture), ==, 0);
}

/* The accessibility bus sets the value itself. */
static void
test_bus (Fixture *fixture, gconstpointer data)
{
  gtk_range_set_value (fixture->scale, 31.2);
  g_assert_cmpint (get_likelihood (fixture), ==, 31);
}

static void
test_weight (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *weight = GTK_DROP_DOWN (plumb_ui_test_find (fixture->question, GTK_TYPE_DROP_DOWN));

  g_assert_cmpuint (gtk_drop_down_get_selected (weight), ==, PLUMB_WEIGHT_DEFAULT);
  gtk_drop_down_set_selected (weight, 3);
  g_assert_cmpint (plumb_answers_get (fixture->answers, fixture->id).weight, ==, 3);
  g_assert_cmpint (get_likelihood (fixture), ==, PLUMB_LIKELIHOOD_NONE);
}

/* What is answered elsewhere is shown; what is answered to another crux changes nothing here. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  PlumbAnswer answer = { .likelihood = 20, .weight = 0 };

  plumb_answers_set (fixture->answers, fixture->id, answer);
  g_assert_cmpfloat (gtk_range_get_value (fixture->scale), ==, 20);
  plumb_answers_set_likelihood (fixture->answers, "another", 90);
  g_assert_cmpfloat (gtk_range_get_value (fixture->scale), ==, 20);
  plumb_answers_clear (fixture->answers);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->scale), "unanswered"));
}

/* What the positions say is made when it is asked for, once, with all of them. */
static void
test_positions (Fixture *fixture, gconstpointer data)
{
  GtkExpander *expander = GTK_EXPANDER (plumb_ui_test_find (fixture->question, GTK_TYPE_EXPANDER));
  GtkWidget *list;
  guint n = 0;

  g_assert_null (gtk_expander_get_child (expander));
  gtk_expander_set_expanded (expander, TRUE);
  list = gtk_expander_get_child (expander);
  g_assert_nonnull (list);
  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL;
       item = gtk_widget_get_next_sibling (item)) {
    PlumbPosition *position = plumb_crux_set_get_position (fixture->set, n);
    g_autofree char *sentence = NULL;
    int value = 0;
    PlumbStanding standing = plumb_crux_set_get_standing (fixture->set, 0, n, &value);

    sentence = plumb_standing_to_sentence (standing, value, position->title);
    gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
    gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
    n++;
  }
  g_assert_cmpuint (n, ==, plumb_crux_set_get_n_positions (fixture->set));
  gtk_expander_set_expanded (expander, FALSE);
  gtk_expander_set_expanded (expander, TRUE);
  g_assert_true (gtk_expander_get_child (expander) == list);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  ADD ("/ui/crux-question/new-destroy", test_new_destroy);
  ADD ("/ui/crux-question/answers", test_answers);
  ADD ("/ui/crux-question/bus", test_bus);
  ADD ("/ui/crux-question/weight", test_weight);
  ADD ("/ui/crux-question/follows", test_follows);
  ADD ("/ui/crux-question/positions", test_positions);

  return g_test_run ();
}
