/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-answers.h"
#include "plumb-crux-set.h"

G_BEGIN_DECLS

/* Stands for all positions together where a position is asked for. */
#define PLUMB_ALL_POSITIONS G_MAXUINT

/**
 * PlumbMove:
 * @crux: the number of the crux
 * @likelihood: the answer to it that would move most, in percent
 * @change: by how many points it would move the closeness, up or down; for all positions together, by how many on
 *   average, up or down alike
 *
 * What another answer to a crux would change.
 */
typedef struct {
  guint crux;
  int likelihood;
  double change;
} PlumbMove;

/**
 * PlumbConflict:
 * @crux: the number of a crux
 * @other: the number of another that goes ill with it
 * @excess: by how many points the two likelihoods together exceed a hundred, more than 0
 *
 * Two answers that go ill together.
 */
typedef struct {
  guint crux;
  guint other;
  int excess;
} PlumbConflict;

typedef struct _PlumbWeighing PlumbWeighing;

double plumb_closeness_to_rating (double likelihood, int rating);

PlumbWeighing *plumb_weighing_new (PlumbCruxSet *set, PlumbAnswers *answers);
void plumb_weighing_free (PlumbWeighing *self);

PlumbCruxSet *plumb_weighing_get_set (PlumbWeighing *self);
guint plumb_weighing_get_n_answered (PlumbWeighing *self);
PlumbAnswer plumb_weighing_get_answer (PlumbWeighing *self, guint crux);

gboolean plumb_weighing_get_closeness (PlumbWeighing *self, guint position, double *closeness);
guint plumb_weighing_get_n_counted (PlumbWeighing *self, guint position);
double plumb_weighing_get_contribution (PlumbWeighing *self, guint crux, guint position);
gboolean plumb_weighing_get_point (PlumbWeighing *self, double *x, double *y);
void plumb_weighing_get_corner (guint n_positions, guint position, double *x, double *y);

PlumbMove plumb_weighing_get_move (PlumbWeighing *self, guint crux, guint position);
gboolean plumb_weighing_get_largest_move (PlumbWeighing *self, guint position, PlumbMove *move);
GArray *plumb_weighing_get_conflicts (PlumbWeighing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbWeighing, plumb_weighing_free)

G_END_DECLS
