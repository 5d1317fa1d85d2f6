/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "plumb-store.h"

G_BEGIN_DECLS

/* One connection to a database, used by one thread at a time. Failures are told apart as
 * PlumbStoreError does. */
typedef struct _PlumbDatabase PlumbDatabase;

typedef enum {
  PLUMB_DATABASE_NONE = 0,
  PLUMB_DATABASE_CREATE = 1 << 0,
  PLUMB_DATABASE_READ_ONLY = 1 << 1,
} PlumbDatabaseFlags;

PlumbDatabase *
plumb_database_open (const char *path, PlumbDatabaseFlags flags, guint patience, GError **error);
void plumb_database_close (PlumbDatabase *self);

void plumb_database_set_patience (PlumbDatabase *self, guint patience);
gboolean plumb_database_is_read_only (PlumbDatabase *self);
gboolean plumb_database_has_moved (PlumbDatabase *self);

gboolean plumb_database_exec (PlumbDatabase *self, const char *sql, GError **error);
gboolean
plumb_database_run (PlumbDatabase *self, GError **error, const char *sql, const char *kinds, ...);
sqlite3_stmt *
plumb_database_query (PlumbDatabase *self, GError **error, const char *sql, const char *kinds, ...);
gboolean
plumb_database_next (PlumbDatabase *self, sqlite3_stmt *statement, gboolean *row, GError **error);
gboolean
plumb_database_get_number (PlumbDatabase *self, const char *sql, gint64 *number, GError **error);

gint64 plumb_database_get_n_changes (PlumbDatabase *self);

gboolean plumb_database_begin (PlumbDatabase *self, GError **error);
gboolean plumb_database_commit (PlumbDatabase *self, GError **error);
void plumb_database_roll_back (PlumbDatabase *self);

gboolean plumb_database_copy (PlumbDatabase *self, PlumbDatabase *to, GError **error);

void plumb_database_set_error (GError **error, PlumbStoreError code);
void plumb_database_set_error_from_result (sqlite3 *handle, int result, GError **error);

gboolean
plumb_database_get_text (sqlite3_stmt *statement, int column, const char **text, GError **error);
gboolean plumb_database_get_integer (sqlite3_stmt *statement,
                                     int column,
                                     gint64 min,
                                     gint64 max,
                                     gint64 *number,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbDatabase, plumb_database_close)

G_END_DECLS
