/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-index-location.h"

G_BEGIN_DECLS

/**
 * PlumbSearchRunnerFunc:
 * @hits: (nullable) (element-type PlumbSearchHit): what was found, or %NULL for an error
 * @n_topics: how many topics match
 * @location: where the index is that was searched
 * @error: (nullable): what went wrong
 * @user_data: data of the caller
 *
 * Called with the answer to the newest query, and never with that to an older one.
 */
typedef void (*PlumbSearchRunnerFunc) (GPtrArray *hits,
                                       guint n_topics,
                                       PlumbIndexLocation *location,
                                       const GError *error,
                                       gpointer user_data);

typedef struct _PlumbSearchRunner PlumbSearchRunner;

PlumbSearchRunner *
plumb_search_runner_new (guint max_hits, PlumbSearchRunnerFunc func, gpointer user_data);
void plumb_search_runner_free (PlumbSearchRunner *self);
void
plumb_search_runner_run (PlumbSearchRunner *self, const char *query, PlumbIndexLocation *location);
void plumb_search_runner_cancel (PlumbSearchRunner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbSearchRunner, plumb_search_runner_free)

G_END_DECLS
