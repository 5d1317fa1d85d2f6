/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-topic.h"

G_BEGIN_DECLS

/**
 * PlumbComparedBlock:
 * @block: a block of the deeper level
 * @relation: how it stands to @related
 * @related: (nullable): the block of the level above that it says it stands to
 * @n_shared: how many claims it shares with the block beside which it stands
 *
 * A block of the deeper level, as it stands beside the level above.
 */
typedef struct {
  PlumbBlock *block;
  PlumbRelation relation;
  PlumbBlock *related;
  guint n_shared;
} PlumbComparedBlock;

typedef struct _PlumbComparison PlumbComparison;

PlumbComparison *plumb_comparison_new (PlumbTopic *topic, int level, int deeper);
void plumb_comparison_free (PlumbComparison *self);

guint plumb_comparison_get_n_rows (PlumbComparison *self);
PlumbBlock *plumb_comparison_get_block (PlumbComparison *self, guint row);
guint plumb_comparison_get_n_deeper (PlumbComparison *self, guint row);
const PlumbComparedBlock *
plumb_comparison_get_deeper (PlumbComparison *self, guint row, guint number);
guint plumb_comparison_count (PlumbComparison *self, PlumbRelation relation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbComparison, plumb_comparison_free)

G_END_DECLS
