/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-index-location.h"

#include "plumb-fts5.h"
#include "plumb-search-error.h"

/* Kibibytes of the file that a connection may keep in memory. */
#define CACHE_SIZE 8192

struct _PlumbIndexLocation {
  gatomicrefcount ref_count;
  char *path;
  char *uri;
  /* A database in memory is there for as long as one connection to it is. */
  sqlite3 *anchor;
};

/*< private >
 * plumb_index_set_error:
 * @error: return location for an error
 * @database: (nullable): the connection
 * @result: what SQLite said
 *
 * Sets @error from a result of SQLite: a #PlumbSearchError, or %G_IO_ERROR_CANCELLED for an interruption.
 *
 * Returns: %FALSE
 */
gboolean
plumb_index_set_error (GError **error, sqlite3 *database, int result)
{
  g_debug ("SQLite: %s (%d)",
           database != NULL ? sqlite3_errmsg (database) : sqlite3_errstr (result),
           result);

  switch (result & 0xff) {
  case SQLITE_ABORT:
  case SQLITE_INTERRUPT:
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
    break;
  case SQLITE_NOMEM:
    plumb_search_error_set (error, PLUMB_SEARCH_ERROR_MEMORY);
    break;
  case SQLITE_CANTOPEN:
  case SQLITE_FULL:
  case SQLITE_PERM:
  case SQLITE_READONLY:
    plumb_search_error_set (error, PLUMB_SEARCH_ERROR_UNWRITABLE);
    break;
  default:
    /* Our statements are right for our tables, so when one is refused the file holds something else. A file that
     * can't be read any more is of no more use than a damaged one. */
    plumb_search_error_set (error, PLUMB_SEARCH_ERROR_DAMAGED);
    break;
  }

  return FALSE;
}

/*< private >
 * plumb_index_execute:
 * @database: a connection
 * @sql: statements without results
 * @error: return location for an error
 *
 * Runs @sql.
 *
 * Returns: whether it ran
 */
gboolean
plumb_index_execute (sqlite3 *database, const char *sql, GError **error)
{
  int result = sqlite3_exec (database, sql, NULL, NULL, NULL);

  return result == SQLITE_OK || plumb_index_set_error (error, database, result);
}

static PlumbIndexLocation *
location_new (const char *path, const char *uri)
{
  PlumbIndexLocation *self = g_new0 (PlumbIndexLocation, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->path = g_strdup (path);
  self->uri = g_strdup (uri);

  return self;
}

/*< private >
 * plumb_index_location_new_for_file:
 * @path: an absolute file name
 *
 * Makes a location of a file, which need not be there.
 *
 * Returns: (transfer full): the location
 */
PlumbIndexLocation *
plumb_index_location_new_for_file (const char *path)
{
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;

  escaped = g_uri_escape_bytes ((const guint8 *) path, strlen (path), "/");
  uri = g_strconcat ("file:", escaped, NULL);

  return location_new (path, uri);
}

/*< private >
 * plumb_index_location_new_in_memory:
 * @error: return location for an error
 *
 * Makes a location in memory, which is freed with it. All threads of this program can open it, and no other program.
 *
 * Returns: (transfer full) (nullable): the location
 */
PlumbIndexLocation *
plumb_index_location_new_in_memory (GError **error)
{
  g_autoptr (PlumbIndexLocation) self = NULL;
  g_autofree char *name = g_uuid_string_random ();
  g_autofree char *uri = NULL;

  /* A name with a slash is shared within the process: https://sqlite.org/inmemorydb.html knows only the older way,
   * SQLite's src/memdb.c explains this one. */
  uri = g_strconcat ("file:/", name, "?vfs=memdb", NULL);
  self = location_new (NULL, uri);

  self->anchor = plumb_index_location_open (self, TRUE, error);
  if (self->anchor == NULL) {
    return NULL;
  }

  return g_steal_pointer (&self);
}

/*< private >
 * plumb_index_location_ref:
 * @self: a location
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
PlumbIndexLocation *
plumb_index_location_ref (PlumbIndexLocation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/*< private >
 * plumb_index_location_unref:
 * @self: (transfer full): a location
 *
 * Gives a reference back.
 */
void
plumb_index_location_unref (PlumbIndexLocation *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count)) {
    return;
  }

  g_clear_pointer (&self->anchor, sqlite3_close);
  g_free (self->path);
  g_free (self->uri);
  g_free (self);
}

/*< private >
 * plumb_index_location_get_path:
 * @self: a location
 *
 * Gets the name of the file.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL for memory
 */
const char *
plumb_index_location_get_path (PlumbIndexLocation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/*< private >
 * plumb_index_location_open:
 * @self: a location
 * @for_writing: whether to write; otherwise the index is taken to be finished
 * @error: return location for an error
 *
 * Opens a connection with Plumb's tokenizer. Only one thread may use it at a time.
 *
 * Nobody changes a finished file: a new one takes its name. So it is read without locks, which file servers are slow or
 * wrong about, and without a journal. It is not trusted: it can't run functions of its own.
 *
 * Returns: (transfer full) (nullable): the connection
 */
sqlite3 *
plumb_index_location_open (PlumbIndexLocation *self, gboolean for_writing, GError **error)
{
  g_autoptr (sqlite3) database = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *cache_size = NULL;
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int result;

  g_return_val_if_fail (self != NULL, NULL);

  if (for_writing) {
    flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  } else {
    flags |= SQLITE_OPEN_READONLY;
  }
  uri = g_strconcat (self->uri, self->path != NULL && !for_writing ? "?immutable=1" : NULL, NULL);

  result = sqlite3_open_v2 (uri, &database, flags, NULL);
  if (result != SQLITE_OK) {
    plumb_index_set_error (error, database, result);
    return NULL;
  }

  sqlite3_db_config (database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  if (!for_writing) {
    sqlite3_db_config (database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  }

  if (plumb_fts5_register_tokenizer (database) != SQLITE_OK) {
    plumb_search_error_set (error, PLUMB_SEARCH_ERROR_UNSUPPORTED);
    return NULL;
  }

  cache_size = g_strdup_printf ("PRAGMA cache_size = -%d", CACHE_SIZE);
  if (!plumb_index_execute (database, cache_size, error)) {
    return NULL;
  }

  return g_steal_pointer (&database);
}
