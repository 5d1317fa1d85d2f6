/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-weigh-test.h"

static void
changed_cb (PlumbAnswers *answers, const char *crux, GString *log)
{
  g_string_append_printf (log, "%s ", crux != NULL ? crux : "*");
}

static void
notify_cb (PlumbAnswers *answers, GParamSpec *pspec, GString *log)
{
  guint n;

  g_object_get (answers, "n-answered", &n, NULL);
  g_string_append_printf (log, "%u ", n);
}

static void
assert_answer (PlumbAnswers *answers, const char *crux, int likelihood, int weight)
{
  PlumbAnswer answer = plumb_answers_get (answers, crux);

  g_assert_cmpint (answer.likelihood, ==, likelihood);
  g_assert_cmpint (answer.weight, ==, weight);
}

static void
test_new_destroy (void)
{
  PlumbAnswers *answers = plumb_answers_new ();
  PlumbCruxSet *set = plumb_test_set ("a 1 1", NULL);
  PlumbWeighing *weighing = plumb_weighing_new (set, answers);

  g_assert_cmpuint (plumb_answers_get_n_answered (answers), ==, 0);
  g_assert_true (plumb_weighing_get_set (weighing) == set);
  plumb_weighing_free (weighing);
  g_assert_finalize_object (answers);
  g_assert_finalize_object (set);
}

static void
test_set (void)
{
  g_autoptr (PlumbAnswers) answers = plumb_answers_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  g_auto (GStrv) cruxes = NULL;
  g_autofree char *all = NULL;

  g_signal_connect (answers, "changed", G_CALLBACK (changed_cb), log);
  g_signal_connect (answers, "notify::n-answered", G_CALLBACK (notify_cb), log);

  assert_answer (answers, "a", PLUMB_LIKELIHOOD_NONE, PLUMB_WEIGHT_DEFAULT);
  plumb_answers_set_weight (answers, "b", 3);
  plumb_answers_set_likelihood (answers, "b", 70);
  plumb_answers_set_likelihood (answers, "b", 70);
  plumb_answers_set_likelihood (answers, "a", 0);
  assert_answer (answers, "b", 70, 3);
  assert_answer (answers, "a", 0, PLUMB_WEIGHT_DEFAULT);
  plumb_answers_set (answers, "c", (PlumbAnswer) { 1000, 1000 });
  assert_answer (answers, "c", 100, PLUMB_WEIGHT_MAX);
  plumb_answers_set (answers, "c", (PlumbAnswer) { -1000, -1000 });
  assert_answer (answers, "c", PLUMB_LIKELIHOOD_NONE, 0);
  cruxes = plumb_answers_dup_cruxes (answers);
  all = g_strjoinv (" ", cruxes);
  g_assert_cmpstr (all, ==, "a b");
  plumb_answers_set_likelihood (answers, "a", PLUMB_LIKELIHOOD_NONE);
  plumb_answers_clear (answers);
  plumb_answers_clear (answers);
  assert_answer (answers, "b", PLUMB_LIKELIHOOD_NONE, PLUMB_WEIGHT_DEFAULT);
  g_assert_cmpstr (log->str, ==, "b 1 b 2 a 3 c 2 c 1 a 0 * ");
}

static void
test_copy (void)
{
  g_autoptr (PlumbAnswers) answers = plumb_test_answers ("a=10 b=20*1");
  g_autoptr (PlumbAnswers) copy = plumb_answers_copy (answers);
  g_autoptr (PlumbAnswers) other = plumb_test_answers ("a=10 b=20 c=30");
  g_autoptr (GString) log = g_string_new (NULL);

  g_assert_true (plumb_answers_equal (answers, copy));
  g_assert_false (plumb_answers_equal (answers, other));
  plumb_answers_set_likelihood (copy, "a", 11);
  g_assert_false (plumb_answers_equal (answers, copy));
  assert_answer (answers, "a", 10, PLUMB_WEIGHT_DEFAULT);

  g_signal_connect (answers, "changed", G_CALLBACK (changed_cb), log);
  plumb_answers_assign (answers, other);
  plumb_answers_assign (answers, other);
  plumb_answers_assign (answers, answers);
  g_assert_true (plumb_answers_equal (answers, other));
  g_assert_cmpstr (log->str, ==, "* ");
}

static void
test_compare (void)
{
  g_autoptr (PlumbAnswers) answers = plumb_test_answers ("same=50 moved=10 gone=20 weighed=5*1");
  g_autoptr (PlumbAnswers) later = plumb_test_answers ("same=50 moved=90 new=20 weighed=5*3");
  g_autoptr (GPtrArray) changes = plumb_answers_compare (answers, later);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++) {
    PlumbAnswerChange *change = g_ptr_array_index (changes, i);

    g_string_append_printf (found,
                            "%s:%d*%d>%d*%d ",
                            change->crux,
                            change->before.likelihood,
                            change->before.weight,
                            change->after.likelihood,
                            change->after.weight);
  }
  g_assert_cmpstr (found->str, ==, "gone:20*2>-1*2 moved:10*2>90*2 new:-1*2>20*2 weighed:5*1>5*3 ");
}

static void
test_crux_set (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set ("a 2 R -; b -1 0 1", NULL);
  guint number = 9;
  int value = 9;

  g_assert_cmpstr (plumb_crux_set_get_library_id (set), ==, "test");
  g_assert_cmpstr (plumb_crux_set_get_library_version (set), ==, "7");
  g_assert_cmpuint (plumb_crux_set_get_n_positions (set), ==, 3);
  g_assert_cmpstr (plumb_crux_set_get_position (set, 1)->id, ==, "p1");
  g_assert_true (plumb_crux_set_find_position (set, "p2", &number));
  g_assert_cmpuint (number, ==, 2);
  g_assert_false (plumb_crux_set_find_position (set, "p3", NULL));
  g_assert_true (plumb_crux_set_find (set, "b", &number));
  g_assert_cmpuint (number, ==, 1);
  g_assert_false (plumb_crux_set_find (set, "c", NULL));

  g_assert_cmpint (plumb_crux_set_get_standing (set, 0, 0, &value), ==, PLUMB_STANDING_RATES);
  g_assert_cmpint (value, ==, 2);
  g_assert_cmpint (plumb_crux_set_get_standing (set, 0, 1, &value), ==, PLUMB_STANDING_REJECTS);
  g_assert_cmpint (value, ==, 0);
  g_assert_cmpint (plumb_crux_set_get_standing (set, 0, 2, NULL), ==, PLUMB_STANDING_SILENT);
  g_assert_null (plumb_crux_set_get_rating (set, 0, 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answers/new-destroy", test_new_destroy);
  g_test_add_func ("/answers/set", test_set);
  g_test_add_func ("/answers/copy", test_copy);
  g_test_add_func ("/answers/compare", test_compare);
  g_test_add_func ("/answers/crux-set", test_crux_set);

  return g_test_run ();
}
