/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-index-location.h"
#include "plumb-search-feed.h"

G_BEGIN_DECLS

/**
 * PlumbIndexProgressFunc:
 * @fraction: how much is done, from 0 to 1
 * @user_data: data of the caller
 *
 * Called now and then while an index is written, in the thread that writes it.
 */
typedef void (*PlumbIndexProgressFunc) (double fraction, gpointer user_data);

gboolean plumb_index_write (PlumbIndexLocation *location,
                            PlumbSearchFeed *feed,
                            PlumbIndexProgressFunc progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
