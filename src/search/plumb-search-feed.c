/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-search-feed.h"

struct _PlumbSearchFeed {
  gatomicrefcount ref_count;
  char *name;
  char *hash;
  guint n_topics;
  PlumbSearchLoadFunc load;
  gpointer user_data;
  GDestroyNotify destroy;
};

/**
 * plumb_search_document_clear:
 * @document: a document
 *
 * Frees what is in @document, and leaves it empty.
 */
void
plumb_search_document_clear (PlumbSearchDocument *document)
{
  g_clear_pointer (&document->id, g_free);
  g_clear_pointer (&document->title, g_free);
  g_clear_pointer (&document->passages, g_ptr_array_unref);
}

/**
 * plumb_search_feed_new:
 * @name: what tells this library, in this language, from others: indexes of the same name replace each other
 * @hash: what changes with the content
 * @n_topics: how many topics there are
 * @load: (scope notified): reads one of them
 * @user_data: data for @load
 * @destroy: (nullable): frees @user_data, in whatever thread is the last to need it
 *
 * Makes a feed.
 *
 * Returns: (transfer full): the feed
 */
PlumbSearchFeed *
plumb_search_feed_new (const char *name,
                       const char *hash,
                       guint n_topics,
                       PlumbSearchLoadFunc load,
                       gpointer user_data,
                       GDestroyNotify destroy)
{
  PlumbSearchFeed *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (hash != NULL, NULL);
  g_return_val_if_fail (load != NULL, NULL);

  self = g_new0 (PlumbSearchFeed, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->hash = g_strdup (hash);
  self->n_topics = n_topics;
  self->load = load;
  self->user_data = user_data;
  self->destroy = destroy;

  return self;
}

/**
 * plumb_search_feed_ref:
 * @self: a feed
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
PlumbSearchFeed *
plumb_search_feed_ref (PlumbSearchFeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * plumb_search_feed_unref:
 * @self: (transfer full): a feed
 *
 * Gives a reference back.
 */
void
plumb_search_feed_unref (PlumbSearchFeed *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count)) {
    return;
  }

  if (self->destroy != NULL) {
    self->destroy (self->user_data);
  }
  g_free (self->name);
  g_free (self->hash);
  g_free (self);
}

/**
 * plumb_search_feed_get_name:
 * @self: a feed
 *
 * Gets what tells this library from others.
 *
 * Returns: (transfer none): the name
 */
const char *
plumb_search_feed_get_name (PlumbSearchFeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * plumb_search_feed_get_hash:
 * @self: a feed
 *
 * Gets what changes with the content.
 *
 * Returns: (transfer none): the hash
 */
const char *
plumb_search_feed_get_hash (PlumbSearchFeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->hash;
}

/**
 * plumb_search_feed_get_n_topics:
 * @self: a feed
 *
 * Gets how many topics there are, with those that can't be read.
 *
 * Returns: how many
 */
guint
plumb_search_feed_get_n_topics (PlumbSearchFeed *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_topics;
}

/**
 * plumb_search_feed_load:
 * @self: a feed
 * @topic: which topic, from 0
 * @document: (out caller-allocates): where to put it
 * @cancellable: (nullable): ends the work when it is cancelled
 *
 * Reads one topic, which may take a while: this is for threads.
 *
 * Returns: whether it could be read
 */
gboolean
plumb_search_feed_load (PlumbSearchFeed *self,
                        guint topic,
                        PlumbSearchDocument *document,
                        GCancellable *cancellable)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (topic < self->n_topics, FALSE);
  g_return_val_if_fail (document != NULL, FALSE);

  *document = (PlumbSearchDocument) { 0 };

  return self->load (topic, document, cancellable, self->user_data);
}
