/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/**
 * PlumbTopicEntry:
 *
 * What the index knows of a topic without opening it. Its texts lie in the index, so it costs little.
 */

#include "config.h"

#include "plumb-catalogue-list-private.h"
#include "plumb-library-enums.h"

struct _PlumbTopicEntry {
  GObject parent_instance;

  PlumbCatalogueList *list;
  guint position;
  PlumbCatalogueEntry entry;
};

G_DEFINE_FINAL_TYPE (PlumbTopicEntry, plumb_topic_entry, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_SECTION,
  PROP_LEVELS,
  PROP_BADGE,
  PROP_UPCOMING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
plumb_topic_entry_finalize (GObject *object)
{
  PlumbTopicEntry *self = PLUMB_TOPIC_ENTRY (object);

  plumb_catalogue_list_forget (self->list, self->position);
  g_object_unref (self->list);

  G_OBJECT_CLASS (plumb_topic_entry_parent_class)->finalize (object);
}

static void
plumb_topic_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbTopicEntry *self = PLUMB_TOPIC_ENTRY (object);

  switch (prop_id) {
  case PROP_ID:
    g_value_set_string (value, self->entry.id);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->entry.title);
    break;
  case PROP_SECTION:
    g_value_set_uint (value, self->entry.section);
    break;
  case PROP_LEVELS:
    g_value_set_uint (value, self->entry.levels);
    break;
  case PROP_BADGE:
    g_value_set_enum (value, (int) self->entry.badge);
    break;
  case PROP_UPCOMING:
    g_value_set_boolean (value, self->entry.upcoming);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_topic_entry_class_init (PlumbTopicEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plumb_topic_entry_finalize;
  object_class->get_property = plumb_topic_entry_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SECTION] = g_param_spec_uint ("section", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LEVELS] = g_param_spec_uint ("levels", NULL, NULL, 0, 7, 0, flags);
  properties[PROP_BADGE] =
      g_param_spec_enum ("badge", NULL, NULL, PLUMB_TYPE_BADGE, PLUMB_BADGE_NONE, flags);
  properties[PROP_UPCOMING] = g_param_spec_boolean ("upcoming", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_topic_entry_init (PlumbTopicEntry *self)
{
}

/**
 * plumb_topic_entry_new:
 * @list: the list that it is in
 * @position: its place in it
 *
 * Returns: (transfer full): an entry
 */
PlumbTopicEntry *
plumb_topic_entry_new (PlumbCatalogueList *list, guint position)
{
  PlumbTopicEntry *self = g_object_new (PLUMB_TYPE_TOPIC_ENTRY, NULL);

  self->list = g_object_ref (list);
  self->position = position;
  plumb_catalogue_get_entry (plumb_catalogue_list_get_catalogue (list), position, &self->entry);

  return self;
}

/**
 * plumb_topic_entry_get_id:
 * @self: an entry
 *
 * Returns: the topic's id
 */
const char *
plumb_topic_entry_get_id (PlumbTopicEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_ENTRY (self), NULL);

  return self->entry.id;
}

/**
 * plumb_topic_entry_get_title:
 * @self: an entry
 *
 * Returns: the topic's title, plain
 */
const char *
plumb_topic_entry_get_title (PlumbTopicEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_ENTRY (self), NULL);

  return self->entry.title;
}

/**
 * plumb_topic_entry_get_section:
 * @self: an entry
 *
 * Returns: which section it is in: a place in the sections of `library.json`
 */
guint
plumb_topic_entry_get_section (PlumbTopicEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_ENTRY (self), 0);

  return self->entry.section;
}

/**
 * plumb_topic_entry_get_levels:
 * @self: an entry
 *
 * Returns: which levels there are: 1 for the first, 2 for the second, 4 for the third, added up
 */
guint
plumb_topic_entry_get_levels (PlumbTopicEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_ENTRY (self), 0);

  return self->entry.levels;
}

/**
 * plumb_topic_entry_get_words:
 * @self: an entry
 * @level: 1, 2 or 3
 *
 * Returns: how many words that level has
 */
guint
plumb_topic_entry_get_words (PlumbTopicEntry *self, int level)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_ENTRY (self), 0);
  g_return_val_if_fail (level >= 1 && level <= 3, 0);

  return self->entry.words[level - 1];
}

/**
 * plumb_topic_entry_get_position:
 * @self: an entry
 *
 * Returns: its place in plumb_library_get_topics()
 */
guint
plumb_topic_entry_get_position (PlumbTopicEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_ENTRY (self), 0);

  return self->position;
}

/**
 * plumb_topic_entry_get_badge:
 * @self: an entry
 *
 * Returns: how finished the topic is
 */
PlumbBadge
plumb_topic_entry_get_badge (PlumbTopicEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_ENTRY (self), PLUMB_BADGE_NONE);

  return self->entry.badge;
}

/**
 * plumb_topic_entry_is_upcoming:
 * @self: an entry
 *
 * Returns: whether the topic is announced and not there yet, so that it cannot be loaded
 */
gboolean
plumb_topic_entry_is_upcoming (PlumbTopicEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_ENTRY (self), FALSE);

  return self->entry.upcoming;
}

/**
 * plumb_topic_entry_dup_summary:
 * @self: an entry
 *
 * Returns: (transfer full): the topic's summary, in markup; empty where a topic to come has none
 */
char *
plumb_topic_entry_dup_summary (PlumbTopicEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_ENTRY (self), NULL);

  return g_strdup (self->entry.summary);
}
