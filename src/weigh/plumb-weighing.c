/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How close somebody's answers are to each position.
 *
 * For one crux, a position's rating of −2, −1, 0, 1 or 2 is read as a likelihood of 0, 25, 50, 75 or 100 percent, and
 * the distance is that between the two likelihoods. A distance alone would be unfair: nobody is further than 50 from a
 * position that says 50, so that one that is undecided on everything would come out close to everybody. So it is not the
 * distance that counts, but how rare it is:
 *
 *     closeness = the share of all possible answers (0 to 100) that are further from the position than this one
 *
 * With the likelihood p and the rating's likelihood r, in percent, and d = |p − r|, that is
 *
 *     closeness = 100 − (min (100, r + d) − max (0, r − d))
 *
 * because the answers that are as near or nearer fill the stretch from r − d to r + d, cut off at 0 and 100. It is 100
 * where the two agree, and 0 at the far end, for every rating. And whatever r is, the share of answers p with a closeness
 * of more than x is exactly 100 − x: that is what a share of the answers means. So for an answer picked at random with
 * equal odds, closeness has the same distribution for every rating, with the mean 50 and the same spread. Hence a
 * weighted mean over cruxes has the mean 50 for every position, whatever its ratings are, and the same distribution as
 * well where the same cruxes count. No position is favoured, and 50 means no closer than chance. (In whole percent the mean is 50 for ±2, 49.75 for ±1 and 49.50 for 0.)
 *
 * Over all cruxes, closeness is the mean, weighted with how much each matters to the reader:
 *
 *     closeness to a position = sum of (weight × closeness) ÷ sum of weights
 *
 * over the cruxes that the reader has answered and the position rates. A crux whose question a position rejects is left
 * out for that position, and for no other: an answer to it is neither near to it nor far from it, and to count it as
 * either would make rejecting pay or cost. For the same reason a reader who rejects a question leaves it unanswered.
 *
 * With nothing to go by there is no closeness, and no lean.
 *
 * Likelihoods and weights are whole numbers, so all sums are exact and come out the same in any order. */

#include "config.h"

#include "plumb-weighing.h"

#include <math.h>
#include <string.h>

/* The answers among which the largest change is found: closeness is linear between them, for every rating. */
static const int corners[] = { 0, 25, 50, 75, 100 };

typedef struct {
  double closeness;
  double weight;
  guint n_counted;
} Total;

struct _PlumbWeighing {
  PlumbCruxSet *set;
  guint n_answered;
  /* One for each crux */
  PlumbAnswer *answers;
  /* One for each position: sums of weight × closeness, and of weights */
  Total *totals;
  /* PlumbConflict; NULL means not yet */
  GArray *conflicts;
};

/**
 * plumb_closeness_to_rating:
 * @likelihood: how likely somebody thinks a statement, from 0 to 100
 * @rating: how a position rates it, from −2 to 2
 *
 * Finds how close an answer to one crux is to one position: the share of all possible answers that are further from it.
 * The reasons are at the head of `plumb-weighing.c`.
 *
 * Returns: the closeness, from 0 to 100
 */
double
plumb_closeness_to_rating (double likelihood, int rating)
{
  double rated = 50 + 25 * CLAMP (rating, -2, 2);
  double distance = fabs (CLAMP (likelihood, 0, 100) - rated);

  return 100 - (MIN (100, rated + distance) - MAX (0, rated - distance));
}

static gboolean
is_answered (PlumbAnswer answer)
{
  return answer.likelihood != PLUMB_LIKELIHOOD_NONE;
}

/* Whether a position rates a crux; @closeness is how close @likelihood is to that. */
static gboolean
weigh (PlumbCruxSet *set, guint crux, guint position, double likelihood, double *closeness)
{
  int value;

  if (plumb_crux_set_get_standing (set, crux, position, &value) != PLUMB_STANDING_RATES) {
    return FALSE;
  }
  *closeness = plumb_closeness_to_rating (likelihood, value);

  return TRUE;
}

/**
 * plumb_weighing_new:
 * @set: the cruxes that are on the table
 * @answers: what somebody answers to them; answers to other cruxes don't count
 *
 * Weighs answers. Free the result with plumb_weighing_free(); it does not change when @answers do.
 *
 * Returns: (transfer full): what comes of it
 */
PlumbWeighing *
plumb_weighing_new (PlumbCruxSet *set, PlumbAnswers *answers)
{
  PlumbWeighing *self;
  guint n_cruxes, n_positions;

  g_return_val_if_fail (PLUMB_IS_CRUX_SET (set), NULL);
  g_return_val_if_fail (PLUMB_IS_ANSWERS (answers), NULL);

  n_cruxes = plumb_crux_set_get_n_cruxes (set);
  n_positions = plumb_crux_set_get_n_positions (set);
  self = g_new0 (PlumbWeighing, 1);
  self->set = g_object_ref (set);
  self->answers = g_new (PlumbAnswer, n_cruxes);
  self->totals = g_new0 (Total, n_positions);

  for (guint i = 0; i < n_cruxes; i++) {
    PlumbAnswer answer = plumb_answers_get (answers, plumb_crux_set_get_crux (set, i)->id);

    self->answers[i] = answer;
    if (!is_answered (answer)) {
      continue;
    }
    self->n_answered++;
    for (guint j = 0; j < n_positions; j++) {
      double closeness;

      if (answer.weight > 0 && weigh (set, i, j, answer.likelihood, &closeness)) {
        self->totals[j].closeness += answer.weight * closeness;
        self->totals[j].weight += answer.weight;
        self->totals[j].n_counted++;
      }
    }
  }

  return self;
}

/**
 * plumb_weighing_free:
 * @self: (transfer full): a weighing
 *
 * Frees it.
 */
void
plumb_weighing_free (PlumbWeighing *self)
{
  g_object_unref (self->set);
  g_free (self->answers);
  g_free (self->totals);
  g_clear_pointer (&self->conflicts, g_array_unref);
  g_free (self);
}

/**
 * plumb_weighing_get_set:
 * @self: a weighing
 *
 * Returns: (transfer none): the cruxes that are on the table
 */
PlumbCruxSet *
plumb_weighing_get_set (PlumbWeighing *self)
{
  return self->set;
}

/**
 * plumb_weighing_get_n_answered:
 * @self: a weighing
 *
 * Returns: how many of the cruxes are answered
 */
guint
plumb_weighing_get_n_answered (PlumbWeighing *self)
{
  return self->n_answered;
}

/**
 * plumb_weighing_get_answer:
 * @self: a weighing
 * @crux: the number of a crux
 *
 * Returns: what is answered to it
 */
PlumbAnswer
plumb_weighing_get_answer (PlumbWeighing *self, guint crux)
{
  PlumbAnswer none = { PLUMB_LIKELIHOOD_NONE, PLUMB_WEIGHT_DEFAULT };

  g_return_val_if_fail (crux < plumb_crux_set_get_n_cruxes (self->set), none);

  return self->answers[crux];
}

/**
 * plumb_weighing_get_closeness:
 * @self: a weighing
 * @position: the number of a position
 * @closeness: (out): how close the answers are to it, from 0 to 100, where 50 is what answers at random come to; 50
 *   where there is nothing to go by
 *
 * Returns: whether there is something to go by: an answer that matters, to a crux that the position rates
 */
gboolean
plumb_weighing_get_closeness (PlumbWeighing *self, guint position, double *closeness)
{
  const Total *total;

  *closeness = 50;
  g_return_val_if_fail (position < plumb_crux_set_get_n_positions (self->set), FALSE);

  total = &self->totals[position];
  if (total->n_counted == 0) {
    return FALSE;
  }
  *closeness = total->closeness / total->weight;

  return TRUE;
}

/**
 * plumb_weighing_get_n_counted:
 * @self: a weighing
 * @position: the number of a position
 *
 * Gets how many answers count for a position: those that matter, to cruxes whose question it does not reject.
 *
 * Returns: how many
 */
guint
plumb_weighing_get_n_counted (PlumbWeighing *self, guint position)
{
  g_return_val_if_fail (position < plumb_crux_set_get_n_positions (self->set), 0);

  return self->totals[position].n_counted;
}

/**
 * plumb_weighing_get_contribution:
 * @self: a weighing
 * @crux: the number of a crux
 * @position: the number of a position
 *
 * Gets how many points of closeness the answer to a crux adds, or takes away where it is less than 0. With the 50 that
 * chance would come to, the contributions of all cruxes add up to the closeness.
 *
 * Returns: the points; 0 where the answer does not count
 */
double
plumb_weighing_get_contribution (PlumbWeighing *self, guint crux, guint position)
{
  PlumbAnswer answer;
  double closeness;

  g_return_val_if_fail (crux < plumb_crux_set_get_n_cruxes (self->set), 0);
  g_return_val_if_fail (position < plumb_crux_set_get_n_positions (self->set), 0);

  answer = self->answers[crux];
  if (!is_answered (answer) || answer.weight == 0 ||
      !weigh (self->set, crux, position, answer.likelihood, &closeness)) {
    return 0;
  }

  return answer.weight * (closeness - 50) / self->totals[position].weight;
}

/**
 * plumb_weighing_get_point:
 * @self: a weighing
 * @x: (out): from −1 to 1, to the right
 * @y: (out): from −1 to 1, downwards
 *
 * Finds where the answers stand on a map that has a position in each corner: the four of a square in reading order, or
 * the corners of a regular polygon, clockwise from the top, where a library has another number. Each position draws by
 * how much closer the answers are to it than to the positions on average, so that answers wholly close to one and not at
 * all to the others stand in its corner, and answers equally close to all in the middle. What would lie beyond the edge
 * is put on it.
 *
 * A map shows less than the closeness itself: answers that differ can stand at the same point.
 *
 * Returns: whether there is something to go by
 */
gboolean
plumb_weighing_get_point (PlumbWeighing *self, double *x, double *y)
{
  guint n = plumb_crux_set_get_n_positions (self->set);
  double mean = 0;
  guint n_known = 0;

  *x = 0;
  *y = 0;
  for (guint i = 0; i < n; i++) {
    double closeness;

    if (plumb_weighing_get_closeness (self, i, &closeness)) {
      mean += closeness;
      n_known++;
    }
  }
  if (n_known == 0) {
    return FALSE;
  }
  mean /= n_known;

  for (guint i = 0; i < n; i++) {
    double closeness;

    if (plumb_weighing_get_closeness (self, i, &closeness)) {
      double corner_x, corner_y;

      plumb_weighing_get_corner (n, i, &corner_x, &corner_y);
      *x += (closeness - mean) / 100 * corner_x;
      *y += (closeness - mean) / 100 * corner_y;
    }
  }
  *x = CLAMP (*x, -1, 1);
  *y = CLAMP (*y, -1, 1);

  return TRUE;
}

/**
 * plumb_weighing_get_corner:
 * @n_positions: how many positions there are
 * @position: the number of one
 * @x: (out): from −1 to 1, to the right
 * @y: (out): from −1 to 1, downwards
 *
 * Finds the corner of a position on the map of plumb_weighing_get_point().
 */
void
plumb_weighing_get_corner (guint n_positions, guint position, double *x, double *y)
{
  double angle;

  if (n_positions == 4) {
    *x = position % 2 == 0 ? -1 : 1;
    *y = position < 2 ? -1 : 1;
    return;
  }

  angle = 2 * G_PI * position / MAX (n_positions, 1);
  *x = sin (angle);
  *y = -cos (angle);
}

/* What the closeness to a position would change by if the answer to a crux were another. */
static double
change_to (PlumbWeighing *self, guint crux, guint position, int likelihood)
{
  const Total *total = &self->totals[position];
  PlumbAnswer answer = self->answers[crux];
  double now, then;

  if (answer.weight == 0 || !weigh (self->set, crux, position, likelihood, &then)) {
    return 0;
  }
  if (is_answered (answer)) {
    weigh (self->set, crux, position, answer.likelihood, &now);
    return answer.weight * (then - now) / total->weight;
  }

  plumb_weighing_get_closeness (self, position, &now);
  return answer.weight * (then - now) / (total->weight + answer.weight);
}

static double
change_all_to (PlumbWeighing *self, guint crux, int likelihood)
{
  guint n = plumb_crux_set_get_n_positions (self->set);
  double sum = 0;

  for (guint i = 0; i < n; i++) {
    sum += fabs (change_to (self, crux, i, likelihood));
  }

  return n > 0 ? sum / n : 0;
}

/**
 * plumb_weighing_get_move:
 * @self: a weighing
 * @crux: the number of a crux
 * @position: the number of a position, or %PLUMB_ALL_POSITIONS
 *
 * Finds the answer to a crux that would change the closeness most, while how much it matters and the other answers stay
 * as they are. The crux may be unanswered yet.
 *
 * Returns: that answer, and by how much; 0 where no answer changes anything
 */
PlumbMove
plumb_weighing_get_move (PlumbWeighing *self, guint crux, guint position)
{
  PlumbMove move = { crux, corners[0], 0 };

  g_return_val_if_fail (crux < plumb_crux_set_get_n_cruxes (self->set), move);
  g_return_val_if_fail (position == PLUMB_ALL_POSITIONS ||
                            position < plumb_crux_set_get_n_positions (self->set),
                        move);

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++) {
    double change = position == PLUMB_ALL_POSITIONS ? change_all_to (self, crux, corners[i])
                                                    : change_to (self, crux, position, corners[i]);

    if (fabs (change) > fabs (move.change)) {
      move.likelihood = corners[i];
      move.change = change;
    }
  }

  return move;
}

/**
 * plumb_weighing_get_largest_move:
 * @self: a weighing
 * @position: the number of a position, or %PLUMB_ALL_POSITIONS
 * @move: (out): the crux, and the answer to it that would move most
 *
 * Finds the crux that would move the closeness most. Of two that would move it as much, it is the one whose id comes
 * first, so that the order of the cruxes makes no difference.
 *
 * Returns: whether there is one that would move it at all
 */
gboolean
plumb_weighing_get_largest_move (PlumbWeighing *self, guint position, PlumbMove *move)
{
  gboolean found = FALSE;

  *move = (PlumbMove) { 0, 0, 0 };
  for (guint i = 0; i < plumb_crux_set_get_n_cruxes (self->set); i++) {
    PlumbMove candidate = plumb_weighing_get_move (self, i, position);
    double more = fabs (candidate.change) - fabs (move->change);

    if (more > 0 || (found && more == 0 &&
                     strcmp (plumb_crux_set_get_crux (self->set, i)->id,
                             plumb_crux_set_get_crux (self->set, move->crux)->id) < 0)) {
      *move = candidate;
      found = TRUE;
    }
  }

  return found;
}

static gboolean
has_conflict (GArray *conflicts, guint crux, guint other)
{
  for (guint i = 0; i < conflicts->len; i++) {
    PlumbConflict *conflict = &g_array_index (conflicts, PlumbConflict, i);

    if ((conflict->crux == crux && conflict->other == other) ||
        (conflict->crux == other && conflict->other == crux)) {
      return TRUE;
    }
  }

  return FALSE;
}

static void
add_conflicts (PlumbWeighing *self, guint crux)
{
  PlumbCrux *record = plumb_crux_set_get_crux (self->set, crux);

  for (guint i = 0; record->conflicts != NULL && record->conflicts[i] != NULL; i++) {
    PlumbConflict conflict = { .crux = crux };

    if (!plumb_crux_set_find (self->set, record->conflicts[i], &conflict.other) ||
        conflict.other == crux || !(self->answers[conflict.other].likelihood > 50) ||
        has_conflict (self->conflicts, crux, conflict.other)) {
      continue;
    }
    if (conflict.other < crux) {
      conflict.crux = conflict.other;
      conflict.other = crux;
    }
    conflict.excess = self->answers[conflict.crux].likelihood +
                      self->answers[conflict.other].likelihood - 100;
    g_array_append_val (self->conflicts, conflict);
  }
}

static int
compare_conflicts (gconstpointer a, gconstpointer b)
{
  const PlumbConflict *one = a;
  const PlumbConflict *other = b;
  guint first = one->crux != other->crux ? one->crux : one->other;
  guint second = one->crux != other->crux ? other->crux : other->other;

  return first < second ? -1 : first > second;
}

/**
 * plumb_weighing_get_conflicts:
 * @self: a weighing
 *
 * Finds where the reader’s own answers go ill together: where both of two cruxes that one cannot well believe together
 * are thought likelier than not. A pair is there once, in the order of the set. How much the cruxes matter makes no
 * difference to it.
 *
 * Returns: (transfer none) (element-type PlumbConflict): the conflicts
 */
GArray *
plumb_weighing_get_conflicts (PlumbWeighing *self)
{
  if (self->conflicts == NULL) {
    self->conflicts = g_array_new (FALSE, FALSE, sizeof (PlumbConflict));
    for (guint i = 0; i < plumb_crux_set_get_n_cruxes (self->set); i++) {
      if (self->answers[i].likelihood > 50) {
        add_conflicts (self, i);
      }
    }
    g_array_sort (self->conflicts, compare_conflicts);
  }

  return self->conflicts;
}
