/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the positions of a debate have in common. */

#include "config.h"

#include "plumb-shared-point.h"

/* A set of positions holds no more. */
#define MAX_POSITIONS 32

static guint
n_items (GListModel *list)
{
  return list != NULL ? g_list_model_get_n_items (list) : 0;
}

static guint
find_position (PlumbDebate *debate, const char *id)
{
  for (guint i = 0; i < MIN (n_items (debate->positions), MAX_POSITIONS); i++) {
    g_autoptr (PlumbStance) stance = g_list_model_get_item (debate->positions, i);

    if (g_str_equal (stance->position, id)) {
      return 1u << i;
    }
  }

  return 0;
}

static gboolean
is_one (guint positions)
{
  return (positions & (positions - 1)) == 0;
}

static PlumbSharedPoint *
add_point (GPtrArray *points, guint positions)
{
  PlumbSharedPoint *point = g_new0 (PlumbSharedPoint, 1);

  point->positions = positions;
  g_ptr_array_add (points, point);

  return point;
}

/* What the debate itself says is shared. @told gets the claims of those points: they are told thereby. */
static void
add_declared (GPtrArray *points, PlumbDebate *debate, GHashTable *told)
{
  for (guint i = 0; i < n_items (debate->shared); i++) {
    g_autoptr (PlumbShared) shared = g_list_model_get_item (debate->shared, i);
    guint positions = 0;

    for (guint j = 0; shared->positions[j] != NULL; j++) {
      positions |= find_position (debate, shared->positions[j]);
    }
    if (is_one (positions)) {
      continue;
    }
    add_point (points, positions)->shared = g_object_ref (shared);
    for (guint j = 0; shared->claims != NULL && shared->claims[j] != NULL; j++) {
      g_hash_table_add (told, shared->claims[j]);
    }
  }
}

/* Claims that several positions give as a reason, in the order in which they come first. */
static void
add_claims (GPtrArray *points, PlumbDebate *debate, GHashTable *told)
{
  g_autoptr (GHashTable) holders = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < MIN (n_items (debate->positions), MAX_POSITIONS); i++) {
    g_autoptr (PlumbStance) stance = g_list_model_get_item (debate->positions, i);

    for (guint j = 0; j < n_items (stance->reasons); j++) {
      /* Its list holds it. */
      g_autoptr (PlumbReason) reason = g_list_model_get_item (stance->reasons, j);

      for (guint k = 0; reason->claims != NULL && reason->claims[k] != NULL; k++) {
        char *claim = reason->claims[k];
        guint before = GPOINTER_TO_UINT (g_hash_table_lookup (holders, claim));

        if (before == 0) {
          g_ptr_array_add (order, claim);
        }
        g_hash_table_insert (holders, claim, GUINT_TO_POINTER (before | 1u << i));
      }
    }
  }

  for (guint i = 0; i < order->len; i++) {
    const char *claim = g_ptr_array_index (order, i);
    guint positions = GPOINTER_TO_UINT (g_hash_table_lookup (holders, claim));

    if (!is_one (positions) && !g_hash_table_contains (told, claim)) {
      add_point (points, positions)->claim = g_strdup (claim);
    }
  }
}

/**
 * plumb_debate_dup_shared_points:
 * @debate: a debate
 *
 * Finds what two or more positions hold, each point once: first what the debate says that they agree on, then the claims
 * that several of them give as a reason and that no such point states.
 *
 * Returns: (transfer full) (element-type PlumbSharedPoint): the points
 */
GPtrArray *
plumb_debate_dup_shared_points (PlumbDebate *debate)
{
  g_autoptr (GHashTable) told = NULL;
  GPtrArray *points;

  g_return_val_if_fail (PLUMB_IS_DEBATE (debate), NULL);

  points = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_shared_point_free);
  told = g_hash_table_new (g_str_hash, g_str_equal);
  add_declared (points, debate, told);
  add_claims (points, debate, told);

  return points;
}

/**
 * plumb_shared_point_free:
 * @point: (transfer full): a shared point
 *
 * Frees it.
 */
void
plumb_shared_point_free (PlumbSharedPoint *point)
{
  g_clear_object (&point->shared);
  g_free (point->claim);
  g_free (point);
}
