/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-history.h"

/* Enough for any session that a person can remember, and a bound on memory all the same. */
#define MAX_PLACES 200

/**
 * PlumbHistory:
 *
 * The places that a window has been to, in order, and which of them it is at.
 */
struct _PlumbHistory {
  GObject parent_instance;

  GPtrArray *places;
  guint position;
};

G_DEFINE_FINAL_TYPE (PlumbHistory, plumb_history, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  PROP_CURRENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
plumb_history_finalize (GObject *object)
{
  PlumbHistory *self = PLUMB_HISTORY (object);

  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (plumb_history_parent_class)->finalize (object);
}

static void
plumb_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbHistory *self = PLUMB_HISTORY (object);

  switch (prop_id) {
  case PROP_CAN_GO_BACK:
    g_value_set_boolean (value, plumb_history_get_can_go_back (self));
    break;
  case PROP_CAN_GO_FORWARD:
    g_value_set_boolean (value, plumb_history_get_can_go_forward (self));
    break;
  case PROP_CURRENT:
    g_value_set_boxed (value, plumb_history_get_current (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_history_class_init (PlumbHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = plumb_history_finalize;
  object_class->get_property = plumb_history_get_property;

  /**
   * PlumbHistory:can-go-back:
   *
   * Whether there is a place before the current one.
   */
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  /**
   * PlumbHistory:can-go-forward:
   *
   * Whether there is a place after the current one.
   */
  properties[PROP_CAN_GO_FORWARD] =
      g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, flags);
  /**
   * PlumbHistory:current:
   *
   * The current place.
   */
  properties[PROP_CURRENT] = g_param_spec_boxed ("current", NULL, NULL, PLUMB_TYPE_PLACE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_history_init (PlumbHistory *self)
{
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_place_unref);
}

/**
 * plumb_history_new:
 *
 * Creates an empty history.
 *
 * Returns: (transfer full): a new history
 */
PlumbHistory *
plumb_history_new (void)
{
  return g_object_new (PLUMB_TYPE_HISTORY, NULL);
}

static void
notify_all (PlumbHistory *self)
{
  for (guint i = PROP_0 + 1; i < N_PROPS; i++) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  }
}

/**
 * plumb_history_get_current:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): where the window is, or %NULL before the first visit
 */
PlumbPlace *
plumb_history_get_current (PlumbHistory *self)
{
  g_return_val_if_fail (PLUMB_IS_HISTORY (self), NULL);

  return self->places->len > 0 ? g_ptr_array_index (self->places, self->position) : NULL;
}

/**
 * plumb_history_visit:
 * @self: a history
 * @place: where the reader went
 *
 * Adds @place after the current one and forgets what lay ahead. Visiting the current place again changes nothing.
 */
void
plumb_history_visit (PlumbHistory *self, PlumbPlace *place)
{
  PlumbPlace *current;

  g_return_if_fail (PLUMB_IS_HISTORY (self));
  g_return_if_fail (place != NULL);

  current = plumb_history_get_current (self);
  if (current != NULL && plumb_place_equal (current, place)) {
    return;
  }

  if (current != NULL) {
    g_ptr_array_set_size (self->places, self->position + 1);
  }
  g_ptr_array_add (self->places, plumb_place_ref (place));
  if (self->places->len > MAX_PLACES) {
    g_ptr_array_remove_index (self->places, 0);
  }
  self->position = self->places->len - 1;

  notify_all (self);
}

/**
 * plumb_history_replace:
 * @self: a history
 * @place: where the reader is
 *
 * Puts @place in the place of the current one: for a change that is not a step one would go back over, such as
 * another level or audience of the same topic.
 */
void
plumb_history_replace (PlumbHistory *self, PlumbPlace *place)
{
  PlumbPlace *current;

  g_return_if_fail (PLUMB_IS_HISTORY (self));
  g_return_if_fail (place != NULL);

  current = plumb_history_get_current (self);
  if (current == NULL) {
    plumb_history_visit (self, place);
    return;
  }
  if (plumb_place_equal (current, place)) {
    return;
  }

  g_ptr_array_index (self->places, self->position) = plumb_place_ref (place);
  plumb_place_unref (current);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

/**
 * plumb_history_go:
 * @self: a history
 * @steps: how many places back (negative) or forward (positive)
 *
 * Moves along the history.
 *
 * Returns: (transfer none) (nullable): the place arrived at, or %NULL where there is none
 */
PlumbPlace *
plumb_history_go (PlumbHistory *self, int steps)
{
  gint64 position;

  g_return_val_if_fail (PLUMB_IS_HISTORY (self), NULL);

  position = (gint64) self->position + steps;
  if (position < 0 || position >= self->places->len) {
    return NULL;
  }

  self->position = position;
  notify_all (self);

  return plumb_history_get_current (self);
}

/**
 * plumb_history_get_can_go_back:
 * @self: a history
 *
 * Returns: whether there is a place before the current one
 */
gboolean
plumb_history_get_can_go_back (PlumbHistory *self)
{
  g_return_val_if_fail (PLUMB_IS_HISTORY (self), FALSE);

  return self->position > 0;
}

/**
 * plumb_history_get_can_go_forward:
 * @self: a history
 *
 * Returns: whether there is a place after the current one
 */
gboolean
plumb_history_get_can_go_forward (PlumbHistory *self)
{
  g_return_val_if_fail (PLUMB_IS_HISTORY (self), FALSE);

  return self->position + 1 < self->places->len;
}
