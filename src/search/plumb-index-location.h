/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Marks a file as an index of ours ("Plmb"). */
#define PLUMB_INDEX_APPLICATION_ID 0x506c6d62
/* Raise this when the tables change: indexes are then made anew. */
#define PLUMB_INDEX_SCHEMA_VERSION 1

/**
 * PlumbIndexLocation:
 *
 * Where a finished index is: in a file, or in this program's memory. Any thread may open it, each for itself.
 */
typedef struct _PlumbIndexLocation PlumbIndexLocation;

PlumbIndexLocation *plumb_index_location_new_for_file (const char *path);
PlumbIndexLocation *plumb_index_location_new_in_memory (GError **error);
PlumbIndexLocation *plumb_index_location_ref (PlumbIndexLocation *self);
void plumb_index_location_unref (PlumbIndexLocation *self);
const char *plumb_index_location_get_path (PlumbIndexLocation *self);
sqlite3 *plumb_index_location_open (PlumbIndexLocation *self, gboolean for_writing, GError **error);

gboolean plumb_index_set_error (GError **error, sqlite3 *database, int result);
gboolean plumb_index_execute (sqlite3 *database, const char *sql, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbIndexLocation, plumb_index_location_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
