/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-weighing.h"

G_BEGIN_DECLS

/**
 * PlumbSpan:
 * @n: how many people have it
 * @least: the least of them
 * @middle: the one in the middle, or the mean of the two
 * @most: the most
 *
 * How far something that several people have reaches.
 */
typedef struct {
  guint n;
  double least;
  double middle;
  double most;
} PlumbSpan;

/**
 * PlumbCrowdPoint:
 * @x: from −1 to 1, to the right
 * @y: from −1 to 1, downwards
 * @n: how many people stand there
 *
 * A place on the map where somebody stands.
 */
typedef struct {
  double x;
  double y;
  guint n;
} PlumbCrowdPoint;

typedef struct _PlumbCrowd PlumbCrowd;

PlumbCrowd *plumb_crowd_new (PlumbCruxSet *set, GPtrArray *answers);
void plumb_crowd_free (PlumbCrowd *self);

PlumbCruxSet *plumb_crowd_get_set (PlumbCrowd *self);
guint plumb_crowd_get_n_people (PlumbCrowd *self);
PlumbWeighing *plumb_crowd_get_weighing (PlumbCrowd *self, guint person);
PlumbSpan plumb_crowd_get_closeness (PlumbCrowd *self, guint position);
PlumbSpan plumb_crowd_get_likelihood (PlumbCrowd *self, guint crux);
GArray *plumb_crowd_get_points (PlumbCrowd *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbCrowd, plumb_crowd_free)

G_END_DECLS
