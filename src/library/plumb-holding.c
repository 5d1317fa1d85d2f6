/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/**
 * PlumbHolding:
 *
 * That somebody holds a position in the debate of a topic, and in what form. It never changes.
 */

#include "config.h"

#include "plumb-holding.h"

struct _PlumbHolding {
  GObject parent_instance;

  PlumbTopicEntry *topic;
  char *position;
  char *form;
};

G_DEFINE_FINAL_TYPE (PlumbHolding, plumb_holding, G_TYPE_OBJECT)

static void
plumb_holding_finalize (GObject *object)
{
  PlumbHolding *self = PLUMB_HOLDING (object);

  g_clear_object (&self->topic);
  g_free (self->position);
  g_free (self->form);

  G_OBJECT_CLASS (plumb_holding_parent_class)->finalize (object);
}

static void
plumb_holding_class_init (PlumbHoldingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_holding_finalize;
}

static void
plumb_holding_init (PlumbHolding *self)
{
}

/**
 * plumb_holding_new:
 * @topic: whose debate it is
 * @position: the id of the position
 * @form: (nullable): in what form it is held
 *
 * Returns: (transfer full): a holding
 */
PlumbHolding *
plumb_holding_new (PlumbTopicEntry *topic, const char *position, const char *form)
{
  PlumbHolding *self;

  g_return_val_if_fail (PLUMB_IS_TOPIC_ENTRY (topic), NULL);
  g_return_val_if_fail (position != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_HOLDING, NULL);
  self->topic = g_object_ref (topic);
  self->position = g_strdup (position);
  self->form = form != NULL && *form != '\0' ? g_strdup (form) : NULL;

  return self;
}

/**
 * plumb_holding_get_topic:
 * @self: a holding
 *
 * Returns: (transfer none): the topic whose debate it is
 */
PlumbTopicEntry *
plumb_holding_get_topic (PlumbHolding *self)
{
  g_return_val_if_fail (PLUMB_IS_HOLDING (self), NULL);

  return self->topic;
}

/**
 * plumb_holding_get_position:
 * @self: a holding
 *
 * Returns: the id of the position that is held
 */
const char *
plumb_holding_get_position (PlumbHolding *self)
{
  g_return_val_if_fail (PLUMB_IS_HOLDING (self), NULL);

  return self->position;
}

/**
 * plumb_holding_get_form:
 * @self: a holding
 *
 * Returns: (nullable): in what form it is held: plain text
 */
const char *
plumb_holding_get_form (PlumbHolding *self)
{
  g_return_val_if_fail (PLUMB_IS_HOLDING (self), NULL);

  return self->form;
}
