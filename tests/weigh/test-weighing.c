/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "plumb-weigh-test.h"

#define SEED 20261121

#define FOUR "a 2 -2 0 R; b -1 1 1 0; c!d!a 0 0 2 -2; d 1 2 -1 -1; e R 0 0 1"

static double
closeness (PlumbWeighing *weighing, guint position)
{
  double value;

  g_assert_true (plumb_weighing_get_closeness (weighing, position, &value));

  return value;
}

/* What the formula says, worked out by hand. */
static void
test_one_crux (void)
{
  static const struct {
    int likelihood;
    int rating;
    double expected;
  } cases[] = {
    { 0, -2, 100 }, { 30, -2, 70 }, { 100, -2, 0 }, { 0, 2, 0 },    { 70, 2, 70 },  { 100, 2, 100 },
    { 50, 0, 100 }, { 0, 0, 0 },    { 100, 0, 0 },  { 40, 0, 80 },  { 75, 0, 50 },  { 25, -1, 100 },
    { 0, -1, 50 },  { 50, -1, 50 }, { 51, -1, 49 }, { 100, -1, 0 }, { 75, 1, 100 }, { 100, 1, 50 },
    { 50, 1, 50 },  { 0, 1, 0 },    { 20, 1, 20 },  { 50, 2, 50 },  { 50, -2, 50 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpfloat (plumb_closeness_to_rating (cases[i].likelihood, cases[i].rating),
                       ==,
                       cases[i].expected);
  }

  /* Numbers that nobody should pass stay within bounds. */
  g_assert_cmpfloat (plumb_closeness_to_rating (-40, 7), ==, 0);
  g_assert_cmpfloat (plumb_closeness_to_rating (900, 7), ==, 100);
}

/* For every rating: from 0 to 100, both reached, never growing with the distance; with the mean 50, and the share of
 * answers above x exactly 100 − x. The answers are taken in the middles of very small steps, which makes the mean of a
 * function that is straight between them exact. */
static void
test_every_rating (void)
{
  const guint n = 100000;

  for (int rating = -2; rating <= 2; rating++) {
    guint above[10] = { 0 };
    double sum = 0;
    double least = 100;

    for (guint i = 0; i < n; i++) {
      double likelihood = (i + 0.5) * 100 / n;
      double value = plumb_closeness_to_rating (likelihood, rating);
      double mirrored = plumb_closeness_to_rating (100 - likelihood, -rating);

      g_assert_cmpfloat (value, >=, 0);
      g_assert_cmpfloat (value, <=, 100);
      g_assert_cmpfloat_with_epsilon (value, mirrored, 1e-9);
      sum += value;
      least = MIN (least, value);
      for (guint j = 0; j < G_N_ELEMENTS (above); j++) {
        above[j] += value > j * 10.0 ? 1 : 0;
      }
    }
    g_assert_cmpfloat_with_epsilon (sum / n, 50, 1e-6);
    g_assert_cmpfloat (least, <, 0.01);
    g_assert_cmpfloat (plumb_closeness_to_rating (50 + 25 * rating, rating), ==, 100);
    for (guint j = 0; j < G_N_ELEMENTS (above); j++) {
      g_assert_cmpfloat_with_epsilon ((double) above[j] / n, 1 - j / 10.0, 1e-4);
    }

    for (int i = 0; i < 100; i++) {
      double one = fabs (i - (50.0 + 25 * rating));
      double other = fabs (i + 1 - (50.0 + 25 * rating));
      double change = plumb_closeness_to_rating (i + 1, rating) -
                      plumb_closeness_to_rating (i, rating);

      if (other > one) {
        g_assert_cmpfloat (change, <=, 0);
      } else {
        g_assert_cmpfloat (change, >=, 0);
      }
    }
  }
}

static void
test_nothing (void)
{
  static const char *const nothing[] = { "", "a=80*0 b=20*0", "unknown=90", "a=-1" };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++) {
    g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
    g_autoptr (PlumbAnswers) answers = plumb_test_answers (nothing[i]);
    g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);
    double value, x, y;

    for (guint j = 0; j < 4; j++) {
      g_assert_false (plumb_weighing_get_closeness (weighing, j, &value));
      g_assert_cmpfloat (value, ==, 50);
      g_assert_cmpuint (plumb_weighing_get_n_counted (weighing, j), ==, 0);
      for (guint k = 0; k < 5; k++) {
        g_assert_cmpfloat (plumb_weighing_get_contribution (weighing, k, j), ==, 0);
      }
    }
    g_assert_false (plumb_weighing_get_point (weighing, &x, &y));
    g_assert_cmpfloat (x, ==, 0);
    g_assert_cmpfloat (y, ==, 0);
    g_assert_cmpuint (plumb_weighing_get_conflicts (weighing)->len, ==, 0);
  }
}

/* No crux, no position: nothing to weigh, and nothing that breaks. */
static void
test_empty (void)
{
  g_autoptr (PlumbLibraryFile) file = g_object_new (PLUMB_TYPE_LIBRARY_FILE, NULL);
  g_autoptr (PlumbCruxSet) other = plumb_test_set ("a 2 -2", NULL);
  g_autoptr (GListStore) cruxes = g_list_store_new (PLUMB_TYPE_CRUX);
  g_autoptr (PlumbCruxSet) set = plumb_crux_set_new (file);
  g_autoptr (PlumbAnswers) answers = plumb_test_answers ("a=90");
  g_autoptr (PlumbWeighing) weighing = NULL;
  PlumbMove move;
  double x, y;

  plumb_crux_set_add (set, NULL, NULL);
  g_list_store_append (cruxes, plumb_crux_set_get_crux (other, 0));
  plumb_crux_set_add (set, "topic", G_LIST_MODEL (cruxes));
  plumb_crux_set_add (set, "again", G_LIST_MODEL (cruxes));
  g_assert_cmpuint (plumb_crux_set_get_n_cruxes (set), ==, 1);
  g_assert_cmpstr (plumb_crux_set_get_topic (set, 0), ==, "topic");

  weighing = plumb_weighing_new (set, answers);
  g_assert_cmpuint (plumb_crux_set_get_n_positions (set), ==, 0);
  g_assert_cmpuint (plumb_weighing_get_n_answered (weighing), ==, 1);
  g_assert_false (plumb_weighing_get_largest_move (weighing, PLUMB_ALL_POSITIONS, &move));
  g_assert_false (plumb_weighing_get_point (weighing, &x, &y));
}

static void
test_by_hand (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
  g_autoptr (PlumbAnswers) answers = plumb_test_answers ("a=80*3 b=50*1 e=100*2");
  g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);

  g_assert_cmpuint (plumb_weighing_get_n_answered (weighing), ==, 3);
  /* 80 to 2 is 80, 50 to −1 is 50, and it rejects the question of e. */
  g_assert_cmpfloat (closeness (weighing, 0), ==, (3 * 80.0 + 1 * 50) / 4);
  /* 80 to −2 is 20, 50 to 1 is 50, 100 to 0 is 0. */
  g_assert_cmpfloat (closeness (weighing, 1), ==, (3 * 20.0 + 1 * 50 + 0) / 6);
  /* 80 to 0 is 40. */
  g_assert_cmpfloat (closeness (weighing, 2), ==, (3 * 40.0 + 1 * 50 + 0) / 6);
  /* It rejects the question of a; 50 to 0 is 100, 100 to 1 is 50. */
  g_assert_cmpfloat (closeness (weighing, 3), ==, (1 * 100.0 + 2 * 50) / 3);
  g_assert_cmpuint (plumb_weighing_get_n_counted (weighing, 0), ==, 2);
  g_assert_cmpuint (plumb_weighing_get_n_counted (weighing, 1), ==, 3);
  g_assert_cmpuint (plumb_weighing_get_n_counted (weighing, 3), ==, 2);
  g_assert_cmpfloat (plumb_weighing_get_contribution (weighing, 0, 0), ==, 3 * 30.0 / 4);
  g_assert_cmpfloat (plumb_weighing_get_contribution (weighing, 0, 3), ==, 0);
  g_assert_cmpfloat (plumb_weighing_get_contribution (weighing, 2, 0), ==, 0);
}

/* What holds whatever is answered. */
static void
test_properties (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < 2000; i++) {
    g_autoptr (PlumbAnswers) answers = plumb_test_random_answers (set, random, 1, 0.7);
    g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);
    double x, y;

    plumb_weighing_get_point (weighing, &x, &y);
    g_assert_cmpfloat (fabs (x), <=, 1);
    g_assert_cmpfloat (fabs (y), <=, 1);
    for (guint j = 0; j < 4; j++) {
      double sum = 50;
      double value;
      gboolean known = plumb_weighing_get_closeness (weighing, j, &value);

      g_assert_cmpfloat (value, >=, 0);
      g_assert_cmpfloat (value, <=, 100);
      g_assert_cmpint (known, ==, plumb_weighing_get_n_counted (weighing, j) > 0);
      for (guint k = 0; k < plumb_crux_set_get_n_cruxes (set); k++) {
        sum += plumb_weighing_get_contribution (weighing, k, j);
      }
      g_assert_cmpfloat_with_epsilon (sum, value, 1e-9);
    }
  }
}

/* Positions that change places change results, to the last bit. */
static void
test_symmetry (void)
{
  static const guint orders[][4] = { { 1, 0, 2, 3 },
                                     { 3, 2, 1, 0 },
                                     { 1, 2, 3, 0 },
                                     { 2, 0, 3, 1 } };
  g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < 200; i++) {
    const guint *order = orders[i % G_N_ELEMENTS (orders)];
    g_autoptr (PlumbCruxSet) other_set = plumb_test_set (FOUR, order);
    g_autoptr (PlumbAnswers) answers = plumb_test_random_answers (set, random, 1, 0.7);
    g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);
    g_autoptr (PlumbWeighing) other = plumb_weighing_new (other_set, answers);
    PlumbMove move, other_move;

    for (guint j = 0; j < 4; j++) {
      double one, two;

      plumb_weighing_get_closeness (weighing, order[j], &one);
      plumb_weighing_get_closeness (other, j, &two);
      g_assert_cmpfloat (one, ==, two);
      g_assert_cmpint (plumb_weighing_get_largest_move (weighing, order[j], &move),
                       ==,
                       plumb_weighing_get_largest_move (other, j, &other_move));
      g_assert_cmpuint (move.crux, ==, other_move.crux);
      g_assert_cmpfloat (move.change, ==, other_move.change);
    }
  }
}

/* The order in which cruxes were added makes no difference, to the last bit. */
static void
test_order (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
  g_autoptr (PlumbCruxSet)
      other_set = plumb_test_set ("e R 0 0 1; c!d!a 0 0 2 -2; a 2 -2 0 R; d 1 2 -1 -1; b -1 1 1 0",
                                  NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < 500; i++) {
    g_autoptr (PlumbAnswers) answers = plumb_test_random_answers (set, random, 5, 0.8);
    g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);
    g_autoptr (PlumbWeighing) other = plumb_weighing_new (other_set, answers);

    for (guint j = 0; j < 5; j++) {
      guint position = j < 4 ? j : PLUMB_ALL_POSITIONS;
      PlumbMove move, other_move;
      double one = 0, two = 0;

      if (j < 4) {
        plumb_weighing_get_closeness (weighing, j, &one);
        plumb_weighing_get_closeness (other, j, &two);
        g_assert_cmpfloat (one, ==, two);
      }
      g_assert_cmpint (plumb_weighing_get_largest_move (weighing, position, &move),
                       ==,
                       plumb_weighing_get_largest_move (other, position, &other_move));
      if (move.change != 0) {
        g_assert_cmpstr (plumb_crux_set_get_crux (set, move.crux)->id,
                         ==,
                         plumb_crux_set_get_crux (other_set, other_move.crux)->id);
      }
      g_assert_cmpfloat (move.change, ==, other_move.change);
    }
    g_assert_cmpuint (plumb_weighing_get_conflicts (weighing)->len,
                      ==,
                      plumb_weighing_get_conflicts (other)->len);
  }
}

/* One answer moves its own crux's share and no other, towards what it comes closer to, and not the position that rejects
 * its question. */
static void
test_one_answer (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < 1000; i++) {
    g_autoptr (PlumbAnswers) answers = plumb_test_random_answers (set, random, 1, 1);
    g_autoptr (PlumbWeighing) before = plumb_weighing_new (set, answers);
    g_autoptr (PlumbWeighing) after = NULL;
    guint crux = (guint) g_rand_int_range (random, 0, 5);
    int likelihood = g_rand_int_range (random, 0, 101);
    PlumbAnswer old = plumb_weighing_get_answer (before, crux);

    plumb_answers_set_likelihood (answers, plumb_crux_set_get_crux (set, crux)->id, likelihood);
    after = plumb_weighing_new (set, answers);
    for (guint j = 0; j < 4; j++) {
      int value;
      double one, two;

      plumb_weighing_get_closeness (before, j, &one);
      plumb_weighing_get_closeness (after, j, &two);
      for (guint k = 0; k < 5; k++) {
        if (k != crux) {
          g_assert_cmpfloat (plumb_weighing_get_contribution (before, k, j),
                             ==,
                             plumb_weighing_get_contribution (after, k, j));
        }
      }
      if (plumb_crux_set_get_standing (set, crux, j, &value) != PLUMB_STANDING_RATES ||
          old.weight == 0) {
        g_assert_cmpfloat (one, ==, two);
      } else {
        double change = plumb_closeness_to_rating (likelihood, value) -
                        plumb_closeness_to_rating (old.likelihood, value);

        g_assert_cmpint ((change > 0) - (change < 0), ==, (two > one) - (two < one));
      }
    }
  }
}

/* Rejecting neither pays nor costs: however a crux is answered, it counts for nothing; and whoever says nothing of it is
 * treated in the same way. */
static void
test_rejects (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set ("a 2 R -; b 1 1 1", NULL);
  g_autoptr (PlumbAnswers) answers = plumb_test_answers ("b=60");

  for (int likelihood = -1; likelihood <= 100; likelihood++) {
    g_autoptr (PlumbWeighing) weighing = NULL;

    plumb_answers_set_likelihood (answers, "a", likelihood);
    weighing = plumb_weighing_new (set, answers);
    g_assert_cmpfloat (closeness (weighing, 1), ==, plumb_closeness_to_rating (60, 1));
    g_assert_cmpfloat (closeness (weighing, 2), ==, plumb_closeness_to_rating (60, 1));
    g_assert_cmpuint (plumb_weighing_get_n_counted (weighing, 1), ==, 1);
    g_assert_cmpfloat (plumb_weighing_get_move (weighing, 0, 1).change, ==, 0);
    if (likelihood >= 0) {
      g_assert_cmpfloat (plumb_weighing_get_contribution (weighing, 0, 1), ==, 0);
    }
  }
}

/* What matters more counts more. */
static void
test_weight (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set ("a 2 -2; b -2 2", NULL);
  double before = 0;

  for (int weight = 0; weight <= PLUMB_WEIGHT_MAX; weight++) {
    g_autoptr (PlumbAnswers) answers = plumb_test_answers ("a=90 b=90");
    g_autoptr (PlumbWeighing) weighing = NULL;

    plumb_answers_set_weight (answers, "a", weight);
    weighing = plumb_weighing_new (set, answers);
    g_assert_cmpfloat (closeness (weighing, 0), >, before);
    g_assert_cmpfloat (closeness (weighing, 0), ==, (weight * 90.0 + 2 * 10) / (weight + 2));
    before = closeness (weighing, 0);
  }
}

/* The largest move is the one that trying every answer to every crux finds. */
static void
test_moves (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set (FOUR, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < 60; i++) {
    g_autoptr (PlumbAnswers) answers = plumb_test_random_answers (set, random, 1, 0.7);
    g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);
    double largest[5] = { 0 };
    double now[4];

    for (guint j = 0; j < 4; j++) {
      plumb_weighing_get_closeness (weighing, j, &now[j]);
    }
    for (guint k = 0; k < 5; k++) {
      for (int likelihood = 0; likelihood <= 100; likelihood++) {
        g_autoptr (PlumbAnswers) others = plumb_answers_copy (answers);
        g_autoptr (PlumbWeighing) other = NULL;
        double sum = 0;

        plumb_answers_set_likelihood (others, plumb_crux_set_get_crux (set, k)->id, likelihood);
        other = plumb_weighing_new (set, others);
        for (guint j = 0; j < 4; j++) {
          double then;

          plumb_weighing_get_closeness (other, j, &then);
          largest[j] = MAX (largest[j], fabs (then - now[j]));
          sum += fabs (then - now[j]);
        }
        largest[4] = MAX (largest[4], sum / 4);
      }
    }

    for (guint j = 0; j < 5; j++) {
      PlumbMove move;
      guint position = j < 4 ? j : PLUMB_ALL_POSITIONS;

      if (plumb_weighing_get_largest_move (weighing, position, &move)) {
        g_autoptr (PlumbAnswers) others = plumb_answers_copy (answers);
        g_autoptr (PlumbWeighing) other = NULL;

        plumb_answers_set_likelihood (others,
                                      plumb_crux_set_get_crux (set, move.crux)->id,
                                      move.likelihood);
        other = plumb_weighing_new (set, others);
        if (j < 4) {
          double then;

          plumb_weighing_get_closeness (other, j, &then);
          g_assert_cmpfloat_with_epsilon (then - now[j], move.change, 1e-9);
        }
      }
      g_assert_cmpfloat_with_epsilon (fabs (move.change), largest[j], 1e-9);
    }
  }
}

static void
test_conflicts (void)
{
  static const struct {
    const char *answers;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "a=90", "" },
    { "c=90 a=50", "" },
    { "c=51 a=51", "0-2:2 " },
    { "c=90 a=80*0", "0-2:70 " },
    { "a=90 c=90 d=60", "0-2:80 2-3:50 " },
    { "a=90 d=90 b=90 e=90", "" },
  };
  /* Said by both it is there once; one that is not in the set, and one with itself, are not there at all. */
  g_autoptr (PlumbCruxSet)
      set = plumb_test_set ("a!c 0 0; b 0 0; c!d!a!c!elsewhere 0 0; d 0 0; e 0 0", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbAnswers) answers = plumb_test_answers (cases[i].answers);
    g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);
    GArray *conflicts = plumb_weighing_get_conflicts (weighing);
    g_autoptr (GString) found = g_string_new (NULL);

    for (guint j = 0; j < conflicts->len; j++) {
      PlumbConflict *conflict = &g_array_index (conflicts, PlumbConflict, j);

      g_string_append_printf (found,
                              "%u-%u:%d ",
                              conflict->crux,
                              conflict->other,
                              conflict->excess);
    }
    g_assert_cmpstr (found->str, ==, cases[i].expected);
  }
}

/* The corners are as far from the middle as each other, and a person who is wholly close to one stands in it. */
static void
test_map (void)
{
  g_autoptr (PlumbCruxSet)
      set = plumb_test_set ("a 2 R R R; b R -2 R R; c R R -2 R; d R R R -2", NULL);
  g_autoptr (PlumbAnswers) answers = plumb_test_answers ("a=100 b=100 c=100 d=100");
  g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);
  double x, y;

  g_assert_true (plumb_weighing_get_point (weighing, &x, &y));
  g_assert_cmpfloat (x, ==, -1);
  g_assert_cmpfloat (y, ==, -1);

  for (guint n = 1; n <= 9; n++) {
    double sum_x = 0, sum_y = 0;
    double first = 0;

    for (guint i = 0; i < n; i++) {
      plumb_weighing_get_corner (n, i, &x, &y);
      sum_x += x;
      sum_y += y;
      first = i == 0 ? hypot (x, y) : first;
      g_assert_cmpfloat_with_epsilon (hypot (x, y), first, 1e-9);
    }
    if (n > 1) {
      g_assert_cmpfloat_with_epsilon (sum_x, 0, 1e-9);
      g_assert_cmpfloat_with_epsilon (sum_y, 0, 1e-9);
    }
  }
}

/* On the library that is shipped, answers at random come equally close to all positions: with its own cruxes, with each
 * topic's, with all, and with some of them left out; on a scale of whole percent and of five. */
static void
assert_fair (PlumbCruxSet *set, GRand *random, guint rounds)
{
  guint n = plumb_crux_set_get_n_positions (set);
  g_autofree double *sums = g_new0 (double, n);
  g_autofree guint *counts = g_new0 (guint, n);
  double least = 100, most = 0;

  for (guint i = 0; i < rounds; i++) {
    g_autoptr (PlumbAnswers)
        answers = plumb_test_random_answers (set, random, i % 2 == 0 ? 1 : 5, i % 3 == 0 ? 0.5 : 1);
    g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);

    for (guint j = 0; j < n; j++) {
      double value;

      if (plumb_weighing_get_closeness (weighing, j, &value)) {
        sums[j] += value;
        counts[j]++;
      }
    }
  }
  for (guint j = 0; j < n; j++) {
    double mean = sums[j] / counts[j];

    least = MIN (least, mean);
    most = MAX (most, mean);
    g_assert_cmpfloat_with_epsilon (mean, 50, 2);
  }
  g_assert_cmpfloat (most - least, <, 2);
}

static void
test_shipped (void)
{
  g_autoptr (PlumbLibrary) library = plumb_test_open_bundled ();
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (PlumbCruxSet) own = plumb_crux_set_new_for_library (library, TRUE, NULL);
  g_autoptr (PlumbCruxSet) all = plumb_crux_set_new_for_all (library);
  GListModel *topics = plumb_library_get_topics (library);
  guint n_own = plumb_crux_set_get_n_cruxes (own);
  guint n_all = n_own;

  g_assert_cmpuint (n_own, ==, 5);
  g_assert_cmpuint (plumb_crux_set_get_n_positions (own), ==, 4);
  assert_fair (own, random, 20000);
  assert_fair (all, random, 1000);

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);
    const char *ids[] = { plumb_topic_entry_get_id (entry), NULL };
    g_autoptr (PlumbCruxSet) set = NULL;
    g_autoptr (PlumbCruxSet) mixed = NULL;

    if (plumb_topic_entry_is_upcoming (entry)) {
      continue;
    }
    set = plumb_crux_set_new_for_library (library, FALSE, ids);
    mixed = plumb_crux_set_new_for_library (library, TRUE, ids);
    g_assert_cmpuint (plumb_crux_set_get_n_cruxes (set), >=, 3);
    g_assert_cmpuint (plumb_crux_set_get_n_cruxes (mixed),
                      ==,
                      n_own + plumb_crux_set_get_n_cruxes (set));
    g_assert_cmpstr (plumb_crux_set_get_topic (mixed, 0), ==, NULL);
    g_assert_cmpstr (plumb_crux_set_get_topic (mixed, n_own), ==, ids[0]);
    assert_fair (set, random, 20000);
    assert_fair (mixed, random, 5000);
    n_all += plumb_crux_set_get_n_cruxes (set);
  }
  g_assert_cmpuint (plumb_crux_set_get_n_cruxes (all), ==, n_all);
}

/* A position that is undecided on everything does not win, neither on average nor more often. */
static void
test_zeros (void)
{
  g_autoptr (PlumbCruxSet)
      set = plumb_test_set ("a 0 2 -2 1; b 0 -2 2 1; c 0 2 2 -1; d 0 -2 -2 -1; e 0 2 -2 1", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_wins = 0;
  const guint rounds = 20000;

  assert_fair (set, random, rounds);
  for (guint i = 0; i < rounds; i++) {
    g_autoptr (PlumbAnswers) answers = plumb_test_random_answers (set, random, 1, 1);
    g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);
    double zeros, value;
    gboolean wins = plumb_weighing_get_closeness (weighing, 0, &zeros);

    for (guint j = 1; j < 4; j++) {
      plumb_weighing_get_closeness (weighing, j, &value);
      wins = wins && zeros > value;
    }
    n_wins += wins ? 1 : 0;
  }
  g_assert_cmpfloat_with_epsilon ((double) n_wins / rounds, 0.25, 0.03);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/weighing/one-crux", test_one_crux);
  g_test_add_func ("/weighing/every-rating", test_every_rating);
  g_test_add_func ("/weighing/nothing", test_nothing);
  g_test_add_func ("/weighing/empty", test_empty);
  g_test_add_func ("/weighing/by-hand", test_by_hand);
  g_test_add_func ("/weighing/properties", test_properties);
  g_test_add_func ("/weighing/symmetry", test_symmetry);
  g_test_add_func ("/weighing/order", test_order);
  g_test_add_func ("/weighing/one-answer", test_one_answer);
  g_test_add_func ("/weighing/rejects", test_rejects);
  g_test_add_func ("/weighing/weight", test_weight);
  g_test_add_func ("/weighing/moves", test_moves);
  g_test_add_func ("/weighing/conflicts", test_conflicts);
  g_test_add_func ("/weighing/map", test_map);
  g_test_add_func ("/weighing/shipped", test_shipped);
  g_test_add_func ("/weighing/zeros", test_zeros);

  return g_test_run ();
}
