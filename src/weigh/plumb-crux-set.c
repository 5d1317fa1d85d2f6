/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-crux-set.h"

typedef struct {
  PlumbCrux *crux;
  char *topic;
  /* One for each position, in the order of the library; NULL where nothing is said of it. */
  PlumbRating **ratings;
} Entry;

/**
 * PlumbCruxSet:
 *
 * The cruxes that are on the table: those of the library, of one topic, of several, or all, with how each position of
 * the library rates them.
 *
 * The cruxes stand in the order in which they were added, and so do all numbers of cruxes; positions stand in the order
 * of the library.
 */
struct _PlumbCruxSet {
  GObject parent_instance;

  char *library_id;
  char *library_version;
  GPtrArray *positions;
  GPtrArray *entries;
  /* The id of a crux, which its record owns → its number and one more */
  GHashTable *by_id;
};

G_DEFINE_FINAL_TYPE (PlumbCruxSet, plumb_crux_set, G_TYPE_OBJECT)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->crux);
  g_free (entry->topic);
  g_free (entry->ratings);
  g_free (entry);
}

static void
plumb_crux_set_finalize (GObject *object)
{
  PlumbCruxSet *self = PLUMB_CRUX_SET (object);

  g_free (self->library_id);
  g_free (self->library_version);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->positions);

  G_OBJECT_CLASS (plumb_crux_set_parent_class)->finalize (object);
}

static void
plumb_crux_set_class_init (PlumbCruxSetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plumb_crux_set_finalize;
}

static void
plumb_crux_set_init (PlumbCruxSet *self)
{
  self->positions = g_ptr_array_new_with_free_func (g_object_unref);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * plumb_crux_set_new:
 * @file: what a library says of itself
 *
 * Makes a set with the library's positions and no crux yet.
 *
 * Returns: (transfer full): the set
 */
PlumbCruxSet *
plumb_crux_set_new (const PlumbLibraryFile *file)
{
  PlumbCruxSet *self;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_CRUX_SET, NULL);
  self->library_id = g_strdup (file->id);
  self->library_version = g_strdup (file->version);
  for (guint i = 0; file->positions != NULL && i < g_list_model_get_n_items (file->positions);
       i++) {
    g_ptr_array_add (self->positions, g_list_model_get_item (file->positions, i));
  }

  return self;
}

/**
 * plumb_crux_set_new_for_library:
 * @library: a library
 * @library_wide: whether the cruxes of the whole library are in it
 * @topics: (nullable): the ids of topics whose cruxes are in it as well
 *
 * Makes a set. A topic that can't be loaded is left out: the library says elsewhere what is wrong with it.
 *
 * Returns: (transfer full): the set
 */
PlumbCruxSet *
plumb_crux_set_new_for_library (PlumbLibrary *library,
                                gboolean library_wide,
                                const char *const *topics)
{
  const PlumbLibraryFile *file;
  PlumbCruxSet *self;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (library), NULL);

  file = plumb_library_get_file (library);
  self = plumb_crux_set_new (file);
  if (library_wide) {
    plumb_crux_set_add (self, NULL, file->cruxes);
  }
  for (guint i = 0; topics != NULL && topics[i] != NULL; i++) {
    g_autoptr (PlumbTopic) topic = plumb_library_load_topic (library, topics[i], NULL);

    if (topic != NULL) {
      plumb_crux_set_add (self, topic->id, topic->cruxes);
    }
  }

  return self;
}

/**
 * plumb_crux_set_new_for_all:
 * @library: a library
 *
 * Makes a set of all cruxes: first those of the whole library, then each topic's, in the order of the sidebar. It loads
 * every topic.
 *
 * Returns: (transfer full): the set
 */
PlumbCruxSet *
plumb_crux_set_new_for_all (PlumbLibrary *library)
{
  g_autoptr (GPtrArray) ids = NULL;
  GListModel *topics;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (library), NULL);

  ids = g_ptr_array_new_with_free_func (g_free);
  topics = plumb_library_get_topics (library);
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);

    if (!plumb_topic_entry_is_upcoming (entry)) {
      g_ptr_array_add (ids, g_strdup (plumb_topic_entry_get_id (entry)));
    }
  }
  g_ptr_array_add (ids, NULL);

  return plumb_crux_set_new_for_library (library, TRUE, (const char *const *) ids->pdata);
}

/**
 * plumb_crux_set_add:
 * @self: a set
 * @topic: (nullable): the id of the topic whose they are, or %NULL where they are the library's
 * @cruxes: (nullable) (element-type PlumbCrux): cruxes
 *
 * Adds cruxes at the end. One whose id is there already is left out.
 */
void
plumb_crux_set_add (PlumbCruxSet *self, const char *topic, GListModel *cruxes)
{
  g_return_if_fail (PLUMB_IS_CRUX_SET (self));
  g_return_if_fail (cruxes == NULL || G_IS_LIST_MODEL (cruxes));

  for (guint i = 0; cruxes != NULL && i < g_list_model_get_n_items (cruxes); i++) {
    g_autoptr (PlumbCrux) crux = g_list_model_get_item (cruxes, i);
    Entry *entry;

    if (g_hash_table_contains (self->by_id, crux->id)) {
      continue;
    }

    entry = g_new0 (Entry, 1);
    entry->crux = g_object_ref (crux);
    entry->topic = g_strdup (topic);
    entry->ratings = g_new0 (PlumbRating *, self->positions->len + 1);
    for (guint j = 0; j < g_list_model_get_n_items (crux->ratings); j++) {
      /* The crux holds it. */
      g_autoptr (PlumbRating) rating = g_list_model_get_item (crux->ratings, j);
      guint position;

      if (plumb_crux_set_find_position (self, rating->position, &position)) {
        entry->ratings[position] = rating;
      }
    }
    g_ptr_array_add (self->entries, entry);
    g_hash_table_insert (self->by_id, crux->id, GUINT_TO_POINTER (self->entries->len));
  }
}

/**
 * plumb_crux_set_get_library_id:
 * @self: a set
 *
 * Returns: (transfer none): the id of the library
 */
const char *
plumb_crux_set_get_library_id (PlumbCruxSet *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_SET (self), NULL);

  return self->library_id;
}

/**
 * plumb_crux_set_get_library_version:
 * @self: a set
 *
 * Returns: (transfer none): the version of the library
 */
const char *
plumb_crux_set_get_library_version (PlumbCruxSet *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_SET (self), NULL);

  return self->library_version;
}

/**
 * plumb_crux_set_get_n_positions:
 * @self: a set
 *
 * Returns: how many positions the library has; it may have none
 */
guint
plumb_crux_set_get_n_positions (PlumbCruxSet *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_SET (self), 0);

  return self->positions->len;
}

/**
 * plumb_crux_set_get_position:
 * @self: a set
 * @position: the number of a position
 *
 * Returns: (transfer none): the position
 */
PlumbPosition *
plumb_crux_set_get_position (PlumbCruxSet *self, guint position)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_SET (self), NULL);
  g_return_val_if_fail (position < self->positions->len, NULL);

  return g_ptr_array_index (self->positions, position);
}

/**
 * plumb_crux_set_find_position:
 * @self: a set
 * @id: the id of a position
 * @position: (out) (optional): its number
 *
 * Returns: whether the library has such a position
 */
gboolean
plumb_crux_set_find_position (PlumbCruxSet *self, const char *id, guint *position)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_SET (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  for (guint i = 0; i < self->positions->len; i++) {
    PlumbPosition *candidate = g_ptr_array_index (self->positions, i);

    if (g_str_equal (candidate->id, id)) {
      if (position != NULL) {
        *position = i;
      }
      return TRUE;
    }
  }

  return FALSE;
}

/**
 * plumb_crux_set_get_n_cruxes:
 * @self: a set
 *
 * Returns: how many cruxes are in it
 */
guint
plumb_crux_set_get_n_cruxes (PlumbCruxSet *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_SET (self), 0);

  return self->entries->len;
}

static Entry *
get_entry (PlumbCruxSet *self, guint crux)
{
  return g_ptr_array_index (self->entries, crux);
}

/**
 * plumb_crux_set_get_crux:
 * @self: a set
 * @crux: the number of a crux
 *
 * Returns: (transfer none): the crux
 */
PlumbCrux *
plumb_crux_set_get_crux (PlumbCruxSet *self, guint crux)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_SET (self), NULL);
  g_return_val_if_fail (crux < self->entries->len, NULL);

  return get_entry (self, crux)->crux;
}

/**
 * plumb_crux_set_get_topic:
 * @self: a set
 * @crux: the number of a crux
 *
 * Returns: (transfer none) (nullable): the id of the topic whose it is, or %NULL where it is the library's
 */
const char *
plumb_crux_set_get_topic (PlumbCruxSet *self, guint crux)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_SET (self), NULL);
  g_return_val_if_fail (crux < self->entries->len, NULL);

  return get_entry (self, crux)->topic;
}

/**
 * plumb_crux_set_find:
 * @self: a set
 * @id: the id of a crux
 * @crux: (out) (optional): its number
 *
 * Returns: whether it is in the set
 */
gboolean
plumb_crux_set_find (PlumbCruxSet *self, const char *id, guint *crux)
{
  guint found;

  g_return_val_if_fail (PLUMB_IS_CRUX_SET (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));
  if (found == 0) {
    return FALSE;
  }
  if (crux != NULL) {
    *crux = found - 1;
  }

  return TRUE;
}

/**
 * plumb_crux_set_get_rating:
 * @self: a set
 * @crux: the number of a crux
 * @position: the number of a position
 *
 * Returns: (transfer none) (nullable): what the library says of how the position rates it
 */
PlumbRating *
plumb_crux_set_get_rating (PlumbCruxSet *self, guint crux, guint position)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_SET (self), NULL);
  g_return_val_if_fail (crux < self->entries->len, NULL);
  g_return_val_if_fail (position < self->positions->len, NULL);

  return get_entry (self, crux)->ratings[position];
}

/**
 * plumb_crux_set_get_standing:
 * @self: a set
 * @crux: the number of a crux
 * @position: the number of a position
 * @value: (out) (optional): its rating, from −2 to 2; 0 where it does not rate it
 *
 * Returns: how the position stands to the crux
 */
PlumbStanding
plumb_crux_set_get_standing (PlumbCruxSet *self, guint crux, guint position, int *value)
{
  PlumbRating *rating = plumb_crux_set_get_rating (self, crux, position);

  if (value != NULL) {
    *value = rating != NULL && !rating->rejects ? rating->value : 0;
  }
  if (rating == NULL) {
    return PLUMB_STANDING_SILENT;
  }

  return rating->rejects ? PLUMB_STANDING_REJECTS : PLUMB_STANDING_RATES;
}
