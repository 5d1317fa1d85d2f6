/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-index-location.h"
#include "plumb-index-writer.h"
#include "plumb-search-feed.h"

G_BEGIN_DECLS

char *plumb_index_cache_get_path (const char *folder, PlumbSearchFeed *feed);
PlumbIndexLocation *plumb_index_cache_get (const char *folder,
                                           PlumbSearchFeed *feed,
                                           gboolean discard,
                                           PlumbIndexProgressFunc progress,
                                           gpointer user_data,
                                           GCancellable *cancellable,
                                           GError **error);

G_END_DECLS
