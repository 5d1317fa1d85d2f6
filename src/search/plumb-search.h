/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-search-hit.h"
#include "plumb-search-index.h"

G_BEGIN_DECLS

/* The most hits that a search gives. */
#define PLUMB_SEARCH_MAX_HITS 60

/**
 * PlumbSearchState:
 * @PLUMB_SEARCH_STATE_IDLE: nothing is asked for
 * @PLUMB_SEARCH_STATE_INDEXING: the index is still being made; results come when it is ready
 * @PLUMB_SEARCH_STATE_SEARCHING: the search is going on; the results are those of the query before
 * @PLUMB_SEARCH_STATE_DONE: the results are there
 * @PLUMB_SEARCH_STATE_NOTHING: nothing was found
 * @PLUMB_SEARCH_STATE_ERROR: the search failed
 *
 * How a search is doing.
 */
typedef enum {
  PLUMB_SEARCH_STATE_IDLE,
  PLUMB_SEARCH_STATE_INDEXING,
  PLUMB_SEARCH_STATE_SEARCHING,
  PLUMB_SEARCH_STATE_DONE,
  PLUMB_SEARCH_STATE_NOTHING,
  PLUMB_SEARCH_STATE_ERROR,
} PlumbSearchState;

#define PLUMB_TYPE_SEARCH_STATE (plumb_search_state_get_type ())
GType plumb_search_state_get_type (void);

#define PLUMB_TYPE_SEARCH (plumb_search_get_type ())

G_DECLARE_FINAL_TYPE (PlumbSearch, plumb_search, PLUMB, SEARCH, GObject)

PlumbSearch *plumb_search_new (PlumbSearchIndex *index);
PlumbSearchIndex *plumb_search_get_index (PlumbSearch *self);
const char *plumb_search_get_query (PlumbSearch *self);
void plumb_search_set_query (PlumbSearch *self, const char *query);
GListModel *plumb_search_get_results (PlumbSearch *self);
PlumbSearchState plumb_search_get_state (PlumbSearch *self);
guint plumb_search_get_n_results (PlumbSearch *self);
guint plumb_search_get_n_topics (PlumbSearch *self);
double plumb_search_get_progress (PlumbSearch *self);
const GError *plumb_search_get_error (PlumbSearch *self);

G_END_DECLS
