/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <math.h>

#include "plumb-fsrs.h"

/* test_review_card of py-fsrs 6.3.1: thirteen reviews, each on the day when it was due. Where the reference has a step
 * of minutes in the way (0), only the memory can be compared, by what it leads to. It has no longest interval either. */
static void
test_intervals (void)
{
  static const struct {
    gboolean known;
    gint64 interval;
  } reviews[] = {
    { TRUE, 0 },   { TRUE, 2 },  { TRUE, 11 }, { TRUE, 46 }, { TRUE, 163 },
    { TRUE, 498 }, { FALSE, 0 }, { FALSE, 0 }, { TRUE, 2 },  { TRUE, 4 },
    { TRUE, 7 },   { TRUE, 12 }, { TRUE, 21 },
  };
  PlumbMemory memory = plumb_memory_begin (reviews[0].known);

  for (guint i = 1; i < G_N_ELEMENTS (reviews); i++) {
    memory = plumb_memory_update (memory, reviews[i - 1].interval, reviews[i].known);
    if (reviews[i].interval > 0) {
      g_assert_cmpint (plumb_memory_get_interval (memory),
                       ==,
                       MIN (reviews[i].interval, PLUMB_FSRS_MAX_INTERVAL));
      /* The stability is the interval at the odds that we ask for. */
      g_assert_cmpint ((gint64) rint (memory.stability), ==, reviews[i].interval);
    }
  }
}

/* test_memo_state of py-fsrs 6.3.1. */
static void
test_memory (void)
{
  static const gint64 days[] = { 0, 1, 3, 8, 21 };
  PlumbMemory memory = plumb_memory_begin (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    memory = plumb_memory_update (memory, days[i], TRUE);
  }
  g_assert_cmpfloat_with_epsilon (memory.stability, 53.62691, 1e-4);
  g_assert_cmpfloat_with_epsilon (memory.difficulty, 6.3574867, 1e-4);
}

/* test_stability_lower_bound and test_maximum_interval of py-fsrs 6.3.1: however often it is missed or known. */
static void
test_bounds (void)
{
  for (int known = 0; known < 2; known++) {
    for (gint64 days = 0; days <= 400; days += 100) {
      PlumbMemory memory = plumb_memory_begin (known);

      for (guint i = 0; i < 1000; i++) {
        memory = plumb_memory_update (memory, days, known);
        g_assert_true (isfinite (memory.stability));
        g_assert_cmpfloat (memory.stability, >=, 0.001);
        g_assert_cmpfloat (memory.difficulty, >=, 1);
        g_assert_cmpfloat (memory.difficulty, <=, 10);
        g_assert_cmpint (plumb_memory_get_interval (memory), >=, 1);
        g_assert_cmpint (plumb_memory_get_interval (memory), <=, PLUMB_FSRS_MAX_INTERVAL);
      }
    }
  }
}

/* Memory fades, from certain, to nine in ten at its stability. */
static void
test_recall (void)
{
  PlumbMemory memory = { 30, 5 };
  double before = 1;

  g_assert_cmpfloat (plumb_memory_get_recall (memory, 0), ==, 1);
  /* A clock that was put back. */
  g_assert_cmpfloat (plumb_memory_get_recall (memory, -5), ==, 1);
  g_assert_cmpfloat_with_epsilon (plumb_memory_get_recall (memory, 30), 0.9, 1e-12);
  for (gint64 days = 1; days < 1000; days++) {
    double recall = plumb_memory_get_recall (memory, days);

    g_assert_cmpfloat (recall, <, before);
    g_assert_cmpfloat (recall, >, 0);
    before = recall;
  }
}

/* What is missed comes back tomorrow, and what is known later than what is missed. */
static void
test_missed (void)
{
  PlumbMemory memory = plumb_memory_begin (FALSE);

  g_assert_cmpint (plumb_memory_get_interval (memory), ==, 1);
  for (gint64 days = 0; days < 100; days++) {
    PlumbMemory known = plumb_memory_update (memory, days, TRUE);
    PlumbMemory missed = plumb_memory_update (memory, days, FALSE);

    g_assert_cmpfloat (known.stability, >, missed.stability);
    g_assert_cmpfloat (known.difficulty, <, missed.difficulty);
  }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fsrs/intervals", test_intervals);
  g_test_add_func ("/fsrs/memory", test_memory);
  g_test_add_func ("/fsrs/bounds", test_bounds);
  g_test_add_func ("/fsrs/recall", test_recall);
  g_test_add_func ("/fsrs/missed", test_missed);

  return g_test_run ();
}
