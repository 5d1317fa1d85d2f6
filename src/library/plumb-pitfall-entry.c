/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/**
 * PlumbPitfallEntry:
 *
 * What the index knows of a pitfall without opening its topic, which has the reply. It never changes.
 */

#include "config.h"

#include "plumb-pitfall-entry.h"

struct _PlumbPitfallEntry {
  GObject parent_instance;

  PlumbTopicEntry *topic;
  char *id;
  char *claim;
};

G_DEFINE_FINAL_TYPE (PlumbPitfallEntry, plumb_pitfall_entry, G_TYPE_OBJECT)

static void
plumb_pitfall_entry_finalize (GObject *object)
{
  PlumbPitfallEntry *self = PLUMB_PITFALL_ENTRY (object);

  g_clear_object (&self->topic);
  g_free (self->id);
  g_free (self->claim);

  G_OBJECT_CLASS (plumb_pitfall_entry_parent_class)->finalize (object);
}

static void
plumb_pitfall_entry_class_init (PlumbPitfallEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_pitfall_entry_finalize;
}

static void
plumb_pitfall_entry_init (PlumbPitfallEntry *self)
{
}

/**
 * plumb_pitfall_entry_new:
 * @topic: the topic that it is of
 * @id: its id, which is unique in the topic
 * @claim: the claim that people repeat: markup
 *
 * Returns: (transfer full): an entry
 */
PlumbPitfallEntry *
plumb_pitfall_entry_new (PlumbTopicEntry *topic, const char *id, const char *claim)
{
  PlumbPitfallEntry *self;

  g_return_val_if_fail (PLUMB_IS_TOPIC_ENTRY (topic), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (claim != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_PITFALL_ENTRY, NULL);
  self->topic = g_object_ref (topic);
  self->id = g_strdup (id);
  self->claim = g_strdup (claim);

  return self;
}

/**
 * plumb_pitfall_entry_get_topic:
 * @self: an entry
 *
 * Returns: (transfer none): the topic that it is of
 */
PlumbTopicEntry *
plumb_pitfall_entry_get_topic (PlumbPitfallEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_PITFALL_ENTRY (self), NULL);

  return self->topic;
}

/**
 * plumb_pitfall_entry_get_id:
 * @self: an entry
 *
 * Returns: its id
 */
const char *
plumb_pitfall_entry_get_id (PlumbPitfallEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_PITFALL_ENTRY (self), NULL);

  return self->id;
}

/**
 * plumb_pitfall_entry_get_claim:
 * @self: an entry
 *
 * Returns: the claim that people repeat: markup
 */
const char *
plumb_pitfall_entry_get_claim (PlumbPitfallEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_PITFALL_ENTRY (self), NULL);

  return self->claim;
}
