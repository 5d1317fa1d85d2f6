/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlumbSearchDocument:
 * @id: the topic's id
 * @title: its title, plain
 * @passages: (element-type PlumbPassage): its text, in order
 *
 * A topic, as the index sees it.
 */
typedef struct {
  char *id;
  char *title;
  GPtrArray *passages;
} PlumbSearchDocument;

void plumb_search_document_clear (PlumbSearchDocument *document);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlumbSearchDocument, plumb_search_document_clear)

/**
 * PlumbSearchLoadFunc:
 * @topic: which topic, from 0
 * @document: (out caller-allocates): where to put it; it is empty
 * @cancellable: ends the work when it is cancelled
 * @user_data: data of the feed
 *
 * Reads one topic. It is called in a thread, and never twice at once for one index.
 *
 * Returns: whether there is such a topic; one that can't be read is passed over
 */
typedef gboolean (*PlumbSearchLoadFunc) (guint topic,
                                         PlumbSearchDocument *document,
                                         GCancellable *cancellable,
                                         gpointer user_data);

/**
 * PlumbSearchFeed:
 *
 * What an index is made from. It never changes, so any thread may use it.
 */
typedef struct _PlumbSearchFeed PlumbSearchFeed;

PlumbSearchFeed *plumb_search_feed_new (const char *name,
                                        const char *hash,
                                        guint n_topics,
                                        PlumbSearchLoadFunc load,
                                        gpointer user_data,
                                        GDestroyNotify destroy);
PlumbSearchFeed *plumb_search_feed_ref (PlumbSearchFeed *self);
void plumb_search_feed_unref (PlumbSearchFeed *self);
const char *plumb_search_feed_get_name (PlumbSearchFeed *self);
const char *plumb_search_feed_get_hash (PlumbSearchFeed *self);
guint plumb_search_feed_get_n_topics (PlumbSearchFeed *self);
gboolean plumb_search_feed_load (PlumbSearchFeed *self,
                                 guint topic,
                                 PlumbSearchDocument *document,
                                 GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbSearchFeed, plumb_search_feed_unref)

G_END_DECLS
