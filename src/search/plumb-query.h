/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "plumb-fold.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_QUERY (plumb_query_get_type ())

/**
 * PlumbQuery:
 *
 * What a reader asked for, understood. It never changes, so any thread may use it.
 */
typedef struct _PlumbQuery PlumbQuery;

GType plumb_query_get_type (void);

PlumbQuery *plumb_query_new (const char *text, GError **error);
gboolean plumb_query_is_blank (const char *text);
PlumbQuery *plumb_query_ref (PlumbQuery *self);
void plumb_query_unref (PlumbQuery *self);
gboolean plumb_query_is_empty (const PlumbQuery *self);
GStrv plumb_query_dup_words (const PlumbQuery *self);
GArray *plumb_query_find (const PlumbQuery *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbQuery, plumb_query_unref)

G_END_DECLS
