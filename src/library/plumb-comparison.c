/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two levels of a topic side by side.
 *
 * Blocks stand beside each other where the deeper one says that it stands to the other, or where they share claims. Both
 * texts keep their order, so not all pairs can stand: of all ways that cross no two, it is the one in which most declared
 * relations stand, of these the one with most shared claims, and of equals the one whose pairs are nearest to the same
 * part of the text. Several blocks of the deeper level may stand beside one of the other; what has no counterpart stands
 * alone, where it comes in its text. */

#include "config.h"

#include "plumb-comparison.h"

#include <math.h>
#include <string.h>

#include "plumb-blocks.h"
#include "plumb-text.h"

/* What a declared relation weighs, in shared claims: more than those of a whole level. */
#define DECLARED 100000.0
/* The same, where it is declared by way of a level in between. */
#define DECLARED_BETWEEN 50000.0
/* What distance weighs: less than a claim in all pairs together. */
#define DISTANCE 0.0001

/* Longer levels than this, both taken together, are not matched: nobody reads them side by side, and the table would
 * fill the memory. */
#define MAX_PAIRS 1000000

typedef struct {
  /* Nullable */
  PlumbBlock *block;
  /* Numbers of blocks of the deeper level */
  GArray *deeper;
} Row;

struct _PlumbComparison {
  GPtrArray *above;
  GPtrArray *below;
  /* PlumbComparedBlock, one for each of below */
  GArray *compared;
  GArray *rows;
};

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_array_unref (row->deeper);
}

static GPtrArray *
list_blocks (PlumbTopic *topic, int level)
{
  PlumbLevel *found = plumb_topic_find_level (topic, level);
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; found != NULL && i < g_list_model_get_n_items (found->blocks); i++) {
    g_ptr_array_add (blocks, g_list_model_get_item (found->blocks, i));
  }

  return blocks;
}

static gboolean
find_block (GPtrArray *blocks, const char *id, guint *number)
{
  for (guint i = 0; id != NULL && i < blocks->len; i++) {
    PlumbBlock *block = g_ptr_array_index (blocks, i);

    if (g_str_equal (block->id, id)) {
      *number = i;
      return TRUE;
    }
  }

  return FALSE;
}

static guint
count_shared (PlumbBlock *block, PlumbBlock *other)
{
  guint n = 0;

  for (guint i = 0; block->claims != NULL && other->claims != NULL && block->claims[i] != NULL;
       i++) {
    n += g_strv_contains ((const char *const *) other->claims, block->claims[i]) ? 1 : 0;
  }

  return n;
}

/* What each block says of the level above. Where a level lies in between, a block that stands to one of that level,
 * which stands to one above, adds to the latter: the text in between is not there to be qualified or taken back. */
static void
find_relations (PlumbComparison *self, PlumbTopic *topic, int level, int deeper)
{
  g_autoptr (GPtrArray) between = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = level + 1; i < deeper; i++) {
    g_autoptr (GPtrArray) blocks = list_blocks (topic, i);

    g_ptr_array_extend_and_steal (between, g_steal_pointer (&blocks));
  }

  for (guint i = 0; i < self->below->len; i++) {
    PlumbBlock *block = g_ptr_array_index (self->below, i);
    PlumbComparedBlock *compared = &g_array_index (self->compared, PlumbComparedBlock, i);
    const char *id = block->relates_to;
    guint number;

    compared->block = block;
    if (find_block (self->above, id, &number)) {
      compared->relation = block->relation;
      compared->related = g_ptr_array_index (self->above, number);
      continue;
    }
    /* Each step leads to a level nearer to the surface, so there are no more of them than levels. */
    for (int j = level + 1; j < deeper && find_block (between, id, &number); j++) {
      id = ((PlumbBlock *) g_ptr_array_index (between, number))->relates_to;
      if (find_block (self->above, id, &number)) {
        compared->relation = PLUMB_RELATION_ADDS;
        compared->related = g_ptr_array_index (self->above, number);
        break;
      }
    }
  }
}

/* How much speaks for two blocks to stand beside each other; 0 where nothing does. */
static double
find_strength (PlumbComparison *self, guint above, guint deeper)
{
  PlumbBlock *one = g_ptr_array_index (self->above, above);
  PlumbBlock *other = g_ptr_array_index (self->below, deeper);
  double strength = count_shared (one, other);

  if (g_array_index (self->compared, PlumbComparedBlock, deeper).related == one) {
    strength += g_strcmp0 (other->relates_to, one->id) == 0 ? DECLARED : DECLARED_BETWEEN;
  }
  if (strength == 0) {
    return 0;
  }

  return strength -
         DISTANCE * fabs ((double) above / self->above->len - (double) deeper / self->below->len);
}

/* Which block of the level above each of the deeper one stands beside, or −1. In @best, row d and column a hold how much
 * speaks for the best way to match the first d blocks of the deeper level with the first a of the other. */
static int *
match (PlumbComparison *self)
{
  guint n_above = self->above->len;
  guint n_below = self->below->len;
  guint n_columns = n_above + 1;
  int *beside = g_new (int, n_below + 1);
  g_autofree double *best = NULL;
  guint a = n_above;

  for (guint i = 0; i < n_below; i++) {
    beside[i] = -1;
  }
  if ((guint64) n_above * n_below > MAX_PAIRS) {
    return beside;
  }

  best = g_new0 (double, (gsize) (n_below + 1) * n_columns);
  for (guint d = 1; d <= n_below; d++) {
    double *row = best + (gsize) d * n_columns;
    const double *before = row - n_columns;

    for (a = 1; a <= n_above; a++) {
      double strength = find_strength (self, a - 1, d - 1);

      row[a] = MAX (MAX (row[a - 1], before[a]), strength > 0 ? before[a] + strength : 0);
    }
  }

  a = n_above;
  for (guint d = n_below; d > 0 && a > 0;) {
    const double *row = best + (gsize) d * n_columns;

    if (row[a] == row[a - 1]) {
      a--;
    } else if (row[a] == (row - n_columns)[a]) {
      d--;
    } else {
      beside[--d] = (int) a - 1;
    }
  }

  return beside;
}

/* A heading goes with what it is the heading of; and what stands between two blocks that stand beside the same one, with
 * them. */
static void
match_between (PlumbComparison *self, int *beside)
{
  int after = -1;

  for (guint i = self->below->len; i-- > 0;) {
    PlumbBlock *block = g_ptr_array_index (self->below, i);
    int before = -1;

    for (guint j = i; j-- > 0 && before < 0;) {
      before = beside[j];
    }
    if (beside[i] < 0 && after >= 0 &&
        (before == after || (i + 1 < self->below->len && beside[i + 1] == after &&
                             strcmp (plumb_block_get_type_name (block), "heading") == 0))) {
      beside[i] = after;
    }
    if (beside[i] >= 0) {
      after = beside[i];
    }
  }
}

static Row *
add_row (PlumbComparison *self, PlumbBlock *block)
{
  Row row = { block, g_array_new (FALSE, FALSE, sizeof (guint)) };

  g_array_append_val (self->rows, row);

  return &g_array_index (self->rows, Row, self->rows->len - 1);
}

static void
lay_rows (PlumbComparison *self, const int *beside)
{
  guint n_above = 0;
  Row *alone = NULL;

  for (guint i = 0; i < self->below->len; i++) {
    Row *row = alone;

    if (beside[i] >= 0) {
      for (; n_above <= (guint) beside[i]; n_above++) {
        add_row (self, g_ptr_array_index (self->above, n_above));
      }
      row = &g_array_index (self->rows, Row, self->rows->len - 1);
      alone = NULL;
    } else if (alone == NULL) {
      row = alone = add_row (self, NULL);
    }
    g_array_append_val (row->deeper, i);
  }
  for (; n_above < self->above->len; n_above++) {
    add_row (self, g_ptr_array_index (self->above, n_above));
  }
}

static void
count_all_shared (PlumbComparison *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const Row *row = &g_array_index (self->rows, Row, i);

    for (guint j = 0; row->block != NULL && j < row->deeper->len; j++) {
      guint number = g_array_index (row->deeper, guint, j);

      g_array_index (self->compared, PlumbComparedBlock, number).n_shared = count_shared (
          row->block,
          g_ptr_array_index (self->below, number));
    }
  }
}

/**
 * plumb_comparison_new:
 * @topic: a topic
 * @level: a level of it
 * @deeper: a deeper one
 *
 * Sets two levels side by side, in rows. Every block of both is in exactly one of them, and each level’s blocks are in
 * their order. A level that the topic lacks has no blocks. Free it with plumb_comparison_free().
 *
 * Returns: (transfer full): the comparison
 */
PlumbComparison *
plumb_comparison_new (PlumbTopic *topic, int level, int deeper)
{
  PlumbComparison *self;
  g_autofree int *beside = NULL;

  g_return_val_if_fail (PLUMB_IS_TOPIC (topic), NULL);
  g_return_val_if_fail (level < deeper, NULL);

  self = g_new0 (PlumbComparison, 1);
  self->above = list_blocks (topic, level);
  self->below = list_blocks (topic, deeper);
  self->compared = g_array_new (FALSE, TRUE, sizeof (PlumbComparedBlock));
  g_array_set_size (self->compared, self->below->len);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);

  find_relations (self, topic, level, deeper);
  beside = match (self);
  match_between (self, beside);
  lay_rows (self, beside);
  count_all_shared (self);

  return self;
}

/**
 * plumb_comparison_free:
 * @self: (transfer full): a comparison
 *
 * Frees it.
 */
void
plumb_comparison_free (PlumbComparison *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->compared);
  g_ptr_array_unref (self->above);
  g_ptr_array_unref (self->below);
  g_free (self);
}

/**
 * plumb_comparison_get_n_rows:
 * @self: a comparison
 *
 * Returns: how many rows there are
 */
guint
plumb_comparison_get_n_rows (PlumbComparison *self)
{
  return self->rows->len;
}

/**
 * plumb_comparison_get_block:
 * @self: a comparison
 * @row: the number of a row
 *
 * Returns: (transfer none) (nullable): the block of the level above, or %NULL where the deeper level has something of
 *   its own
 */
PlumbBlock *
plumb_comparison_get_block (PlumbComparison *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return g_array_index (self->rows, Row, row).block;
}

/**
 * plumb_comparison_get_n_deeper:
 * @self: a comparison
 * @row: the number of a row
 *
 * Returns: how many blocks of the deeper level stand there; 0 where the level above has something of its own
 */
guint
plumb_comparison_get_n_deeper (PlumbComparison *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return g_array_index (self->rows, Row, row).deeper->len;
}

/**
 * plumb_comparison_get_deeper:
 * @self: a comparison
 * @row: the number of a row
 * @number: the number of a block in it
 *
 * Gets a block of the deeper level. The block that it says it stands to may be in another row, where the order of the
 * texts left no other place.
 *
 * Returns: (transfer none): the block, and how it stands
 */
const PlumbComparedBlock *
plumb_comparison_get_deeper (PlumbComparison *self, guint row, guint number)
{
  const GArray *deeper;

  g_return_val_if_fail (row < self->rows->len, NULL);
  deeper = g_array_index (self->rows, Row, row).deeper;
  g_return_val_if_fail (number < deeper->len, NULL);

  return &g_array_index (self->compared, PlumbComparedBlock, g_array_index (deeper, guint, number));
}

/**
 * plumb_comparison_count:
 * @self: a comparison
 * @relation: a relation
 *
 * Returns: how many blocks of the deeper level stand so to the level above
 */
guint
plumb_comparison_count (PlumbComparison *self, PlumbRelation relation)
{
  guint n = 0;

  for (guint i = 0; i < self->compared->len; i++) {
    n += g_array_index (self->compared, PlumbComparedBlock, i).relation == relation ? 1 : 0;
  }

  return n;
}
