/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-index-location.h"
#include "plumb-query.h"

G_BEGIN_DECLS

/**
 * PlumbIndexReader:
 *
 * A connection to a finished index. One thread at a time may use it.
 */
typedef struct _PlumbIndexReader PlumbIndexReader;

PlumbIndexReader *plumb_index_reader_open (PlumbIndexLocation *location, GError **error);
void plumb_index_reader_free (PlumbIndexReader *self);
gboolean plumb_index_reader_verify (PlumbIndexReader *self,
                                    const char *name,
                                    const char *hash,
                                    GError **error);
GPtrArray *plumb_index_reader_search (PlumbIndexReader *self,
                                      PlumbQuery *query,
                                      guint limit,
                                      guint *n_topics,
                                      GCancellable *cancellable,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbIndexReader, plumb_index_reader_free)

G_END_DECLS
