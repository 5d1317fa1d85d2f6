/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-library.h"
#include "plumb-search-feed.h"

G_BEGIN_DECLS

/**
 * PlumbSearchIndexState:
 * @PLUMB_SEARCH_INDEX_STATE_IDLE: nobody has asked for it yet, or making it was cancelled
 * @PLUMB_SEARCH_INDEX_STATE_PREPARING: it is being found or made
 * @PLUMB_SEARCH_INDEX_STATE_READY: it can be searched
 * @PLUMB_SEARCH_INDEX_STATE_FAILED: it can't be made
 *
 * How far an index is.
 */
typedef enum {
  PLUMB_SEARCH_INDEX_STATE_IDLE,
  PLUMB_SEARCH_INDEX_STATE_PREPARING,
  PLUMB_SEARCH_INDEX_STATE_READY,
  PLUMB_SEARCH_INDEX_STATE_FAILED,
} PlumbSearchIndexState;

#define PLUMB_TYPE_SEARCH_INDEX_STATE (plumb_search_index_state_get_type ())
GType plumb_search_index_state_get_type (void);

#define PLUMB_TYPE_SEARCH_INDEX (plumb_search_index_get_type ())

G_DECLARE_FINAL_TYPE (PlumbSearchIndex, plumb_search_index, PLUMB, SEARCH_INDEX, GObject)

PlumbSearchIndex *plumb_search_index_new (PlumbLibrary *library, GFile *cache_folder);
PlumbSearchIndex *plumb_search_index_new_for_feed (PlumbSearchFeed *feed, GFile *cache_folder);
PlumbLibrary *plumb_search_index_get_library (PlumbSearchIndex *self);
PlumbSearchIndexState plumb_search_index_get_state (PlumbSearchIndex *self);
gboolean plumb_search_index_get_ready (PlumbSearchIndex *self);
double plumb_search_index_get_progress (PlumbSearchIndex *self);
gboolean plumb_search_index_get_in_memory (PlumbSearchIndex *self);
const GError *plumb_search_index_get_error (PlumbSearchIndex *self);
void plumb_search_index_prepare (PlumbSearchIndex *self);
void plumb_search_index_cancel (PlumbSearchIndex *self);

G_END_DECLS
