/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When to ask again what was missed, after FSRS-6, the sixth version of the Free Spaced Repetition Scheduler, with its
 * default parameters. Source: https://github.com/open-spaced-repetition/free-spaced-repetition-scheduler, “The
 * Algorithm”; checked against the published tests of py-fsrs 6.3.1.
 *
 * Of its four grades there are two here, “again” for what was missed and “good” for what was known: a page that grades
 * nobody does not ask how hard it was. Its learning steps of minutes are left out, and so are its random days: what is
 * missed comes back tomorrow at the earliest. */

#include "config.h"

#include "plumb-fsrs.h"

#include <math.h>

/* Numbers rather than an enumeration, because they are reckoned with, and differences are negative. */
#define GRADE_AGAIN 1
#define GRADE_GOOD 3
#define GRADE_EASY 4

/* The default parameters, as they were fitted to the reviews of many people. */
static const double w[] = {
  0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
  1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
};

#define DECAY (-w[20])
#define MIN_STABILITY 0.001

/* How likely it should be that a thing is remembered when it is asked again. */
#define RETENTION 0.9

static double
curve_factor (void)
{
  return pow (0.9, 1 / DECAY) - 1;
}

static double
initial_difficulty (int grade)
{
  return w[4] - exp (w[5] * (grade - 1)) + 1;
}

/* Difficulty moves less the nearer it is to its upper end, and is drawn back a little to where an easy thing begins. */
static double
next_difficulty (double difficulty, int grade)
{
  double delta = -w[6] * (grade - GRADE_GOOD);
  double damped = difficulty + (10 - difficulty) * delta / 9;

  return CLAMP (w[7] * initial_difficulty (GRADE_EASY) + (1 - w[7]) * damped, 1.0, 10.0);
}

static double
same_day_stability (double stability, int grade)
{
  double increase = exp (w[17] * (grade - GRADE_GOOD + w[18])) * pow (stability, -w[19]);

  return stability * (grade == GRADE_GOOD ? MAX (increase, 1) : increase);
}

static double
stability_when_known (PlumbMemory memory, double recall)
{
  return memory.stability *
         (1 + exp (w[8]) * (11 - memory.difficulty) * pow (memory.stability, -w[9]) *
                  (exp ((1 - recall) * w[10]) - 1));
}

static double
stability_when_missed (PlumbMemory memory, double recall)
{
  double long_term = w[11] * pow (memory.difficulty, -w[12]) *
                     (pow (memory.stability + 1, w[13]) - 1) * exp ((1 - recall) * w[14]);
  double short_term = memory.stability / exp (w[17] * w[18]);

  return MIN (long_term, short_term);
}

/**
 * plumb_memory_begin:
 * @known: whether it was known when it was asked for the first time
 *
 * Returns: what that tells of the memory of it
 */
PlumbMemory
plumb_memory_begin (gboolean known)
{
  int grade = known ? GRADE_GOOD : GRADE_AGAIN;

  return (PlumbMemory) { w[grade - 1], CLAMP (initial_difficulty (grade), 1.0, 10.0) };
}

/**
 * plumb_memory_update:
 * @memory: what was known of the memory of something
 * @days: how many days ago it was asked last; 0 for the same day, and taken as 0 where it is less
 * @known: whether it was known this time
 *
 * Returns: what is known of the memory of it now
 */
PlumbMemory
plumb_memory_update (PlumbMemory memory, gint64 days, gboolean known)
{
  int grade = known ? GRADE_GOOD : GRADE_AGAIN;
  double recall = plumb_memory_get_recall (memory, days);
  double stability;

  if (days < 1) {
    stability = same_day_stability (memory.stability, grade);
  } else if (known) {
    stability = stability_when_known (memory, recall);
  } else {
    stability = stability_when_missed (memory, recall);
  }

  return (PlumbMemory) { MAX (stability, MIN_STABILITY),
                         next_difficulty (memory.difficulty, grade) };
}

/**
 * plumb_memory_get_recall:
 * @memory: what is known of the memory of something
 * @days: how many days ago it was asked last
 *
 * Returns: how likely it is to be remembered now, from 0 to 1
 */
double
plumb_memory_get_recall (PlumbMemory memory, gint64 days)
{
  return pow (1 + curve_factor () * (double) MAX (days, 0) / memory.stability, DECAY);
}

/**
 * plumb_memory_get_interval:
 * @memory: what is known of the memory of something
 *
 * Returns: in how many days to ask again: as soon as it is remembered with odds of nine in ten only, but tomorrow at
 *   the earliest, and in a year at the latest
 */
gint64
plumb_memory_get_interval (PlumbMemory memory)
{
  double days = memory.stability / curve_factor () * (pow (RETENTION, 1 / DECAY) - 1);

  /* Halves go to the even number, as in the reference. */
  return (gint64) CLAMP (rint (days), 1.0, (double) PLUMB_FSRS_MAX_INTERVAL);
}
