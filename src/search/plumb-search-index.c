/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/**
 * PlumbSearchIndex:
 *
 * The full-text index of one library.
 *
 * It is kept in a cache folder, under a name that says what it was made from, and made anew when that changes or when
 * it is damaged; where the folder can't be written, it is made in memory. All of that happens in a thread, once
 * plumb_search_index_prepare() was called, and #PlumbSearchIndex:progress tells how far it is.
 */

#include "config.h"

#include "plumb-search-index.h"
#include "plumb-search-index-private.h"

#include "plumb-index-task.h"
#include "plumb-library-feed.h"

/* Damaged files that are replaced before search gives up: what is damaged thrice has another cause. */
#define MAX_REPAIRS 2

struct _PlumbSearchIndex {
  GObject parent_instance;

  PlumbLibrary *library;
  PlumbSearchFeed *feed;
  GFile *cache_folder;

  PlumbSearchIndexState state;
  double progress;
  GError *error;
  PlumbIndexLocation *location;
  guint n_repairs;

  /* The work that is going on, which is another one after each start. */
  GTask *task;
};

G_DEFINE_FINAL_TYPE (PlumbSearchIndex, plumb_search_index, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlumbSearchIndexState,
                    plumb_search_index_state,
                    G_DEFINE_ENUM_VALUE (PLUMB_SEARCH_INDEX_STATE_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (PLUMB_SEARCH_INDEX_STATE_PREPARING, "preparing"),
                    G_DEFINE_ENUM_VALUE (PLUMB_SEARCH_INDEX_STATE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (PLUMB_SEARCH_INDEX_STATE_FAILED, "failed"))

enum {
  PROP_LIBRARY = 1,
  PROP_CACHE_FOLDER,
  PROP_STATE,
  PROP_READY,
  PROP_PROGRESS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_progress (PlumbSearchIndex *self, double progress)
{
  if (self->progress == progress) {
    return;
  }

  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static void
set_state (PlumbSearchIndex *self, PlumbSearchIndexState state)
{
  gboolean was_ready = self->state == PLUMB_SEARCH_INDEX_STATE_READY;

  if (self->state == state) {
    return;
  }

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  if (was_ready != (state == PLUMB_SEARCH_INDEX_STATE_READY)) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
  }
}

static void
progress_cb (GTask *task, double progress, gpointer user_data)
{
  PlumbSearchIndex *self = user_data;

  if (self->task == task) {
    set_progress (self, progress);
  }
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = G_TASK (result);
  g_autoptr (PlumbSearchIndex) self = plumb_index_task_dup_owner (task);
  g_autoptr (PlumbIndexLocation) location = NULL;
  g_autoptr (GError) error = NULL;

  location = plumb_index_task_finish (task, &error);

  /* It may be gone, or have started anew. */
  if (self == NULL || self->task != task) {
    return;
  }

  g_clear_object (&self->task);
  self->location = g_steal_pointer (&location);
  self->error = g_steal_pointer (&error);

  if (self->location != NULL) {
    set_progress (self, 1);
    set_state (self, PLUMB_SEARCH_INDEX_STATE_READY);
  } else {
    set_state (self, PLUMB_SEARCH_INDEX_STATE_FAILED);
  }
}

static void
start (PlumbSearchIndex *self, gboolean discard)
{
  g_autofree char *folder = NULL;

  if (self->feed == NULL) {
    self->feed = plumb_library_feed_new (self->library);
  }
  if (self->cache_folder != NULL) {
    folder = g_file_get_path (self->cache_folder);
  }

  g_clear_pointer (&self->location, plumb_index_location_unref);
  g_clear_error (&self->error);
  self->task = plumb_index_task_start (G_OBJECT (self),
                                       self->feed,
                                       folder,
                                       discard,
                                       progress_cb,
                                       finished_cb);
  set_progress (self, 0);
  set_state (self, PLUMB_SEARCH_INDEX_STATE_PREPARING);
}

static void
stop (PlumbSearchIndex *self)
{
  if (self->task != NULL) {
    g_cancellable_cancel (g_task_get_cancellable (self->task));
    g_clear_object (&self->task);
  }
}

static void
plumb_search_index_dispose (GObject *object)
{
  PlumbSearchIndex *self = PLUMB_SEARCH_INDEX (object);

  stop (self);
  g_clear_object (&self->library);
  g_clear_object (&self->cache_folder);
  g_clear_pointer (&self->feed, plumb_search_feed_unref);
  g_clear_pointer (&self->location, plumb_index_location_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (plumb_search_index_parent_class)->dispose (object);
}

static void
plumb_search_index_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbSearchIndex *self = PLUMB_SEARCH_INDEX (object);

  switch (prop_id) {
  case PROP_LIBRARY:
    g_value_set_object (value, self->library);
    break;
  case PROP_CACHE_FOLDER:
    g_value_set_object (value, self->cache_folder);
    break;
  case PROP_STATE:
    g_value_set_enum (value, self->state);
    break;
  case PROP_READY:
    g_value_set_boolean (value, plumb_search_index_get_ready (self));
    break;
  case PROP_PROGRESS:
    g_value_set_double (value, self->progress);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_search_index_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  PlumbSearchIndex *self = PLUMB_SEARCH_INDEX (object);

  switch (prop_id) {
  case PROP_LIBRARY:
    self->library = g_value_dup_object (value);
    break;
  case PROP_CACHE_FOLDER:
    self->cache_folder = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_search_index_class_init (PlumbSearchIndexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plumb_search_index_dispose;
  object_class->get_property = plumb_search_index_get_property;
  object_class->set_property = plumb_search_index_set_property;

  /**
   * PlumbSearchIndex:library:
   *
   * The library that is indexed.
   */
  properties[PROP_LIBRARY] =
      g_param_spec_object ("library", NULL, NULL, PLUMB_TYPE_LIBRARY, construct);
  /**
   * PlumbSearchIndex:cache-folder:
   *
   * The folder that the index is kept in, or %NULL to keep it in memory only.
   */
  properties[PROP_CACHE_FOLDER] =
      g_param_spec_object ("cache-folder", NULL, NULL, G_TYPE_FILE, construct);
  /**
   * PlumbSearchIndex:state:
   *
   * How far the index is.
   */
  properties[PROP_STATE] = g_param_spec_enum ("state",
                                              NULL,
                                              NULL,
                                              PLUMB_TYPE_SEARCH_INDEX_STATE,
                                              PLUMB_SEARCH_INDEX_STATE_IDLE,
                                              readable);
  /**
   * PlumbSearchIndex:ready:
   *
   * Whether the index can be searched.
   */
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, readable);
  /**
   * PlumbSearchIndex:progress:
   *
   * How much of the making is done, from 0 to 1.
   */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_search_index_init (PlumbSearchIndex *self)
{
}

/**
 * plumb_search_index_new:
 * @library: a library
 * @cache_folder: (nullable): the folder to keep the index in, which is made where there is none
 *
 * Makes an index of @library. Nothing is read yet.
 *
 * Returns: (transfer full): the index
 */
PlumbSearchIndex *
plumb_search_index_new (PlumbLibrary *library, GFile *cache_folder)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (cache_folder == NULL || G_IS_FILE (cache_folder), NULL);

  return g_object_new (PLUMB_TYPE_SEARCH_INDEX,
                       "library",
                       library,
                       "cache-folder",
                       cache_folder,
                       NULL);
}

/**
 * plumb_search_index_new_for_feed:
 * @feed: what to index
 * @cache_folder: (nullable): the folder to keep the index in, which is made where there is none
 *
 * Makes an index of something that is no library.
 *
 * Returns: (transfer full): the index
 */
PlumbSearchIndex *
plumb_search_index_new_for_feed (PlumbSearchFeed *feed, GFile *cache_folder)
{
  PlumbSearchIndex *self;

  g_return_val_if_fail (feed != NULL, NULL);
  g_return_val_if_fail (cache_folder == NULL || G_IS_FILE (cache_folder), NULL);

  self = g_object_new (PLUMB_TYPE_SEARCH_INDEX, "cache-folder", cache_folder, NULL);
  self->feed = plumb_search_feed_ref (feed);

  return self;
}

/**
 * plumb_search_index_get_library:
 * @self: an index
 *
 * Returns: (transfer none) (nullable): the library that is indexed
 */
PlumbLibrary *
plumb_search_index_get_library (PlumbSearchIndex *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_INDEX (self), NULL);

  return self->library;
}

/**
 * plumb_search_index_get_state:
 * @self: an index
 *
 * Returns: how far the index is
 */
PlumbSearchIndexState
plumb_search_index_get_state (PlumbSearchIndex *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_INDEX (self), PLUMB_SEARCH_INDEX_STATE_IDLE);

  return self->state;
}

/**
 * plumb_search_index_get_ready:
 * @self: an index
 *
 * Returns: whether it can be searched
 */
gboolean
plumb_search_index_get_ready (PlumbSearchIndex *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_INDEX (self), FALSE);

  return self->state == PLUMB_SEARCH_INDEX_STATE_READY;
}

/**
 * plumb_search_index_get_progress:
 * @self: an index
 *
 * Returns: how much of the making is done, from 0 to 1
 */
double
plumb_search_index_get_progress (PlumbSearchIndex *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_INDEX (self), 0);

  return self->progress;
}

/**
 * plumb_search_index_get_in_memory:
 * @self: an index
 *
 * Returns: whether it is ready and only in memory, so that the next start of the program has to make it again
 */
gboolean
plumb_search_index_get_in_memory (PlumbSearchIndex *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_INDEX (self), FALSE);

  return self->location != NULL && plumb_index_location_get_path (self->location) == NULL;
}

/**
 * plumb_search_index_get_error:
 * @self: an index
 *
 * Returns: (transfer none) (nullable): a #PlumbSearchError that says why it can't be made; %NULL where it did not fail
 */
const GError *
plumb_search_index_get_error (PlumbSearchIndex *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_INDEX (self), NULL);

  return self->error;
}

/**
 * plumb_search_index_prepare:
 * @self: an index
 *
 * Starts finding or making the index, in a thread. Where that was done, or is going on, nothing happens.
 */
void
plumb_search_index_prepare (PlumbSearchIndex *self)
{
  g_return_if_fail (PLUMB_IS_SEARCH_INDEX (self));

  switch (self->state) {
  case PLUMB_SEARCH_INDEX_STATE_IDLE:
  case PLUMB_SEARCH_INDEX_STATE_FAILED:
    start (self, FALSE);
    break;
  case PLUMB_SEARCH_INDEX_STATE_PREPARING:
  case PLUMB_SEARCH_INDEX_STATE_READY:
    break;
  default:
    g_assert_not_reached ();
  }
}

/**
 * plumb_search_index_cancel:
 * @self: an index
 *
 * Stops making the index. An index that is ready stays ready.
 */
void
plumb_search_index_cancel (PlumbSearchIndex *self)
{
  g_return_if_fail (PLUMB_IS_SEARCH_INDEX (self));

  if (self->state != PLUMB_SEARCH_INDEX_STATE_PREPARING) {
    return;
  }

  stop (self);
  set_progress (self, 0);
  set_state (self, PLUMB_SEARCH_INDEX_STATE_IDLE);
}

/*< private >
 * plumb_search_index_get_location:
 * @self: an index
 *
 * Gets where the index is.
 *
 * Returns: (transfer none) (nullable): where it is, or %NULL where it is not ready
 */
PlumbIndexLocation *
plumb_search_index_get_location (PlumbSearchIndex *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_INDEX (self), NULL);

  return self->location;
}

/*< private >
 * plumb_search_index_report_damage:
 * @self: an index
 * @location: where an index was found to be damaged
 *
 * Throws the damaged index away and makes another, unless that was done before and did not help.
 *
 * Returns: whether an index is or will be there that can be tried instead
 */
gboolean
plumb_search_index_report_damage (PlumbSearchIndex *self, PlumbIndexLocation *location)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_INDEX (self), FALSE);

  /* Another search has said so before. */
  if (self->location != location) {
    return self->state == PLUMB_SEARCH_INDEX_STATE_PREPARING ||
           self->state == PLUMB_SEARCH_INDEX_STATE_READY;
  }

  if (self->n_repairs >= MAX_REPAIRS) {
    return FALSE;
  }

  self->n_repairs++;
  start (self, TRUE);

  return TRUE;
}
