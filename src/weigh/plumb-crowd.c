/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-crowd.h"

/* People who stand nearer to each other than this on the map are shown as one mark with their number: a twenty-fourth of the
 * way from the middle to the edge. */
#define GRAIN 24

struct _PlumbCrowd {
  PlumbCruxSet *set;
  /* PlumbWeighing */
  GPtrArray *people;
  /* PlumbCrowdPoint */
  GArray *points;
};

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const PlumbCrowdPoint *one = a;
  const PlumbCrowdPoint *other = b;

  if (one->y != other->y) {
    return one->y < other->y ? -1 : 1;
  }

  return (one->x > other->x) - (one->x < other->x);
}

static double
round_to_grain (double coordinate)
{
  double scaled = coordinate * GRAIN;

  return (double) (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5) / GRAIN;
}

static void
find_points (PlumbCrowd *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (PlumbCrowdPoint));

  for (guint i = 0; i < self->people->len; i++) {
    PlumbCrowdPoint point = { 0, 0, 1 };

    if (plumb_weighing_get_point (g_ptr_array_index (self->people, i), &point.x, &point.y)) {
      point.x = round_to_grain (point.x);
      point.y = round_to_grain (point.y);
      g_array_append_val (all, point);
    }
  }
  g_array_sort (all, compare_points);

  for (guint i = 0; i < all->len; i++) {
    PlumbCrowdPoint *point = &g_array_index (all, PlumbCrowdPoint, i);
    PlumbCrowdPoint *last = self->points->len > 0 ? &g_array_index (self->points,
                                                                    PlumbCrowdPoint,
                                                                    self->points->len - 1)
                                                  : NULL;

    if (last != NULL && compare_points (last, point) == 0) {
      last->n++;
    } else {
      g_array_append_val (self->points, *point);
    }
  }
}

/**
 * plumb_crowd_new:
 * @set: the cruxes that are on the table
 * @answers: (element-type PlumbAnswers): what each of several people answers to them
 *
 * Weighs the answers of several people. Free the result with plumb_crowd_free(); it does not change when @answers do.
 *
 * Returns: (transfer full): what comes of it
 */
PlumbCrowd *
plumb_crowd_new (PlumbCruxSet *set, GPtrArray *answers)
{
  PlumbCrowd *self;

  g_return_val_if_fail (PLUMB_IS_CRUX_SET (set), NULL);
  g_return_val_if_fail (answers != NULL, NULL);

  self = g_new0 (PlumbCrowd, 1);
  self->set = g_object_ref (set);
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_weighing_free);
  self->points = g_array_new (FALSE, FALSE, sizeof (PlumbCrowdPoint));
  for (guint i = 0; i < answers->len; i++) {
    g_ptr_array_add (self->people, plumb_weighing_new (set, g_ptr_array_index (answers, i)));
  }
  find_points (self);

  return self;
}

/**
 * plumb_crowd_free:
 * @self: (transfer full): a crowd
 *
 * Frees it.
 */
void
plumb_crowd_free (PlumbCrowd *self)
{
  g_object_unref (self->set);
  g_ptr_array_unref (self->people);
  g_array_unref (self->points);
  g_free (self);
}

/**
 * plumb_crowd_get_set:
 * @self: a crowd
 *
 * Returns: (transfer none): the cruxes that are on the table
 */
PlumbCruxSet *
plumb_crowd_get_set (PlumbCrowd *self)
{
  return self->set;
}

/**
 * plumb_crowd_get_n_people:
 * @self: a crowd
 *
 * Returns: how many people are in it
 */
guint
plumb_crowd_get_n_people (PlumbCrowd *self)
{
  return self->people->len;
}

/**
 * plumb_crowd_get_weighing:
 * @self: a crowd
 * @person: the number of a person, in the order in which their answers were given
 *
 * Returns: (transfer none): what comes of that person’s answers
 */
PlumbWeighing *
plumb_crowd_get_weighing (PlumbCrowd *self, guint person)
{
  g_return_val_if_fail (person < self->people->len, NULL);

  return g_ptr_array_index (self->people, person);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static PlumbSpan
find_span (GArray *numbers)
{
  PlumbSpan span = { .n = numbers->len };

  if (numbers->len == 0) {
    return span;
  }

  g_array_sort (numbers, compare_numbers);
  span.least = g_array_index (numbers, double, 0);
  span.most = g_array_index (numbers, double, numbers->len - 1);
  span.middle = (g_array_index (numbers, double, (numbers->len - 1) / 2) +
                 g_array_index (numbers, double, numbers->len / 2)) /
                2;

  return span;
}

/**
 * plumb_crowd_get_closeness:
 * @self: a crowd
 * @position: the number of a position
 *
 * Returns: how close people’s answers are to it, from 0 to 100; of those only for whom there is something to go by
 */
PlumbSpan
plumb_crowd_get_closeness (PlumbCrowd *self, guint position)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->people->len; i++) {
    double closeness;

    if (plumb_weighing_get_closeness (g_ptr_array_index (self->people, i), position, &closeness)) {
      g_array_append_val (numbers, closeness);
    }
  }

  return find_span (numbers);
}

/**
 * plumb_crowd_get_likelihood:
 * @self: a crowd
 * @crux: the number of a crux
 *
 * Returns: how likely people think it, in percent; of those only who have answered it
 */
PlumbSpan
plumb_crowd_get_likelihood (PlumbCrowd *self, guint crux)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->people->len; i++) {
    PlumbAnswer answer = plumb_weighing_get_answer (g_ptr_array_index (self->people, i), crux);

    if (answer.likelihood != PLUMB_LIKELIHOOD_NONE) {
      double likelihood = answer.likelihood;

      g_array_append_val (numbers, likelihood);
    }
  }

  return find_span (numbers);
}

/**
 * plumb_crowd_get_points:
 * @self: a crowd
 *
 * Finds where people stand on the map of plumb_weighing_get_point(). Those who stand too near to each other to be told
 * apart share a point; who has answered nothing stands nowhere.
 *
 * Returns: (transfer none) (element-type PlumbCrowdPoint): the points, from top to bottom
 */
GArray *
plumb_crowd_get_points (PlumbCrowd *self)
{
  return self->points;
}
