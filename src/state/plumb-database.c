/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-database-private.h"

struct _PlumbDatabase {
  sqlite3 *handle;
  /* SQL (owned) → sqlite3_stmt */
  GHashTable *statements;
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/*< private >
 * plumb_database_open:
 * @path: (nullable): the file, or %NULL for a database in memory
 * @flags: how to open it
 * @patience: how long to wait for another program's lock, in milliseconds
 * @error: return location for an error
 *
 * Opens a database without reading from it.
 *
 * The file is not trusted: it can't run triggers, views or functions of its own.
 *
 * Returns: (transfer full) (nullable): the connection
 */
PlumbDatabase *
plumb_database_open (const char *path, PlumbDatabaseFlags flags, guint patience, GError **error)
{
  g_autoptr (PlumbDatabase) self = g_new0 (PlumbDatabase, 1);
  int open_flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int result;

  if (flags & PLUMB_DATABASE_READ_ONLY) {
    open_flags |= SQLITE_OPEN_READONLY;
  } else {
    open_flags |= SQLITE_OPEN_READWRITE;
  }
  if (path == NULL || (flags & PLUMB_DATABASE_CREATE)) {
    open_flags |= SQLITE_OPEN_CREATE;
  }

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);

  result = sqlite3_open_v2 (path != NULL ? path : ":memory:", &self->handle, open_flags, NULL);
  if (result != SQLITE_OK) {
    plumb_database_set_error_from_result (self->handle, result, error);
    return NULL;
  }

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  plumb_database_set_patience (self, patience);

  return g_steal_pointer (&self);
}

/*< private >
 * plumb_database_close:
 * @self: (transfer full) (nullable): a connection
 *
 * Closes the connection. A transaction that is open is rolled back.
 */
void
plumb_database_close (PlumbDatabase *self)
{
  if (self == NULL) {
    return;
  }

  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

/*< private >
 * plumb_database_set_patience:
 * @self: a connection
 * @patience: how long to wait for another program's lock, in milliseconds
 */
void
plumb_database_set_patience (PlumbDatabase *self, guint patience)
{
  sqlite3_busy_timeout (self->handle, (int) patience);
}

/*< private >
 * plumb_database_is_read_only:
 * @self: a connection
 *
 * Returns: whether the file could be opened for reading only
 */
gboolean
plumb_database_is_read_only (PlumbDatabase *self)
{
  return sqlite3_db_readonly (self->handle, "main") == 1;
}

/*< private >
 * plumb_database_has_moved:
 * @self: a connection
 *
 * Returns: whether another file, or none, now stands under the name that was opened
 */
gboolean
plumb_database_has_moved (PlumbDatabase *self)
{
  int moved = 0;

  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK) {
    return FALSE;
  }

  return moved != 0;
}

/*< private >
 * plumb_database_exec:
 * @self: a connection
 * @sql: statements, separated by semicolons
 * @error: return location for an error
 *
 * Runs statements that are seldom needed, dropping their results.
 *
 * Returns: whether all of them succeeded
 */
gboolean
plumb_database_exec (PlumbDatabase *self, const char *sql, GError **error)
{
  int result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (result != SQLITE_OK) {
    plumb_database_set_error_from_result (self->handle, result, error);
    return FALSE;
  }

  return TRUE;
}

static sqlite3_stmt *
query_valist (PlumbDatabase *self, GError **error, const char *sql, const char *kinds, va_list args)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int result = SQLITE_OK;

  if (statement == NULL) {
    result =
        sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
    if (result != SQLITE_OK) {
      plumb_database_set_error_from_result (self->handle, result, error);
      return NULL;
    }
    g_hash_table_insert (self->statements, (gpointer) sql, statement);
  } else {
    sqlite3_reset (statement);
    sqlite3_clear_bindings (statement);
  }

  for (int i = 0; kinds[i] != '\0' && result == SQLITE_OK; i++) {
    switch (kinds[i]) {
    case 's':
      result = sqlite3_bind_text (statement, i + 1, va_arg (args, const char *), -1, SQLITE_STATIC);
      break;
    case 'i':
      result = sqlite3_bind_int64 (statement, i + 1, va_arg (args, gint64));
      break;
    case 'd':
      result = sqlite3_bind_double (statement, i + 1, va_arg (args, double));
      break;
    default:
      g_assert_not_reached ();
    }
  }
  if (result != SQLITE_OK) {
    plumb_database_set_error_from_result (self->handle, result, error);
    return NULL;
  }

  return statement;
}

/*< private >
 * plumb_database_query:
 * @self: a connection
 * @error: return location for an error
 * @sql: one statement, a string that lasts as long as the program
 * @kinds: the kind of each value: s text, i gint64, d double
 * @...: the values, which have to last until the last row was read
 *
 * Prepares a statement, or takes it up again if it was run before.
 *
 * Returns: (transfer none) (nullable): the statement, to be stepped with plumb_database_next()
 */
sqlite3_stmt *
plumb_database_query (PlumbDatabase *self, GError **error, const char *sql, const char *kinds, ...)
{
  sqlite3_stmt *statement;
  va_list args;

  va_start (args, kinds);
  statement = query_valist (self, error, sql, kinds, args);
  va_end (args);

  return statement;
}

/*< private >
 * plumb_database_next:
 * @self: a connection
 * @statement: a statement from plumb_database_query()
 * @row: (out): whether there was another row
 * @error: return location for an error
 *
 * Goes to the next row. After the last one, and after a failure, the statement holds no lock.
 *
 * Returns: whether that succeeded
 */
gboolean
plumb_database_next (PlumbDatabase *self, sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int result = sqlite3_step (statement);

  *row = result == SQLITE_ROW;
  if (result == SQLITE_ROW) {
    return TRUE;
  }
  if (result != SQLITE_DONE) {
    plumb_database_set_error_from_result (self->handle, result, error);
  }
  sqlite3_reset (statement);

  return result == SQLITE_DONE;
}

/*< private >
 * plumb_database_run:
 * @self: a connection
 * @error: return location for an error
 * @sql: one statement, a string that lasts as long as the program
 * @kinds: the kind of each value: s text, i gint64, d double
 * @...: the values
 *
 * Runs a statement that returns no rows.
 *
 * Returns: whether that succeeded
 */
gboolean
plumb_database_run (PlumbDatabase *self, GError **error, const char *sql, const char *kinds, ...)
{
  sqlite3_stmt *statement;
  gboolean row;
  va_list args;

  va_start (args, kinds);
  statement = query_valist (self, error, sql, kinds, args);
  va_end (args);

  if (statement == NULL || !plumb_database_next (self, statement, &row, error)) {
    return FALSE;
  }
  sqlite3_reset (statement);

  return TRUE;
}

/*< private >
 * plumb_database_get_number:
 * @self: a connection
 * @sql: one statement that returns one number
 * @number: (out): the number
 * @error: return location for an error
 *
 * Returns: whether the number could be read
 */
gboolean
plumb_database_get_number (PlumbDatabase *self, const char *sql, gint64 *number, GError **error)
{
  sqlite3_stmt *statement = plumb_database_query (self, error, sql, "");
  gboolean row;

  if (statement == NULL || !plumb_database_next (self, statement, &row, error)) {
    return FALSE;
  }
  *number = row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);

  return TRUE;
}

/*< private >
 * plumb_database_get_n_changes:
 * @self: a connection
 *
 * Returns: how many rows the last statement that was run has changed
 */
gint64
plumb_database_get_n_changes (PlumbDatabase *self)
{
  return sqlite3_changes64 (self->handle);
}

/*< private >
 * plumb_database_begin:
 * @self: a connection
 * @error: return location for an error
 *
 * Begins a transaction that is going to write. It takes the lock at once, so that two programs that
 * read first and write then can't stand in each other's way.
 *
 * Returns: whether that succeeded
 */
gboolean
plumb_database_begin (PlumbDatabase *self, GError **error)
{
  return plumb_database_run (self, error, "BEGIN IMMEDIATE", "");
}

/*< private >
 * plumb_database_commit:
 * @self: a connection
 * @error: return location for an error
 *
 * Returns: whether what was written in the transaction is on the disk
 */
gboolean
plumb_database_commit (PlumbDatabase *self, GError **error)
{
  return plumb_database_run (self, error, "COMMIT", "");
}

/*< private >
 * plumb_database_roll_back:
 * @self: a connection
 *
 * Takes back what was written in the transaction, if SQLite has not done so already.
 */
void
plumb_database_roll_back (PlumbDatabase *self)
{
  GHashTableIter iter;
  gpointer statement;

  /* A query that was left in the middle would keep its lock. */
  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement)) {
    sqlite3_reset (statement);
  }
  if (!sqlite3_get_autocommit (self->handle)) {
    plumb_database_exec (self, "ROLLBACK", NULL);
  }
}

/*< private >
 * plumb_database_copy:
 * @self: a connection
 * @to: another, whose content is replaced
 * @error: return location for an error
 *
 * Copies a whole database as it is, damage included.
 *
 * Returns: whether that succeeded
 */
gboolean
plumb_database_copy (PlumbDatabase *self, PlumbDatabase *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", self->handle, "main");
  int result;

  if (backup == NULL) {
    plumb_database_set_error_from_result (to->handle, sqlite3_extended_errcode (to->handle), error);
    return FALSE;
  }
  result = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  if (result != SQLITE_DONE) {
    plumb_database_set_error_from_result (to->handle, result, error);
    return FALSE;
  }

  return TRUE;
}

/*< private >
 * plumb_database_get_text:
 * @statement: a statement that stands on a row
 * @column: which column, from 0
 * @text: (out) (transfer none): the text, until the next step
 * @error: return location for an error
 *
 * Reads text, which is checked because a damaged file can hold any bytes.
 *
 * Returns: whether there was text, in UTF-8
 */
gboolean
plumb_database_get_text (sqlite3_stmt *statement, int column, const char **text, GError **error)
{
  *text = NULL;
  if (sqlite3_column_type (statement, column) == SQLITE_TEXT) {
    *text = (const char *) sqlite3_column_text (statement, column);
  }
  if (*text == NULL ||
      !g_utf8_validate_len (*text, (gsize) sqlite3_column_bytes (statement, column), NULL)) {
    plumb_database_set_error (error, PLUMB_STORE_ERROR_DAMAGED);
    return FALSE;
  }

  return TRUE;
}

/*< private >
 * plumb_database_get_integer:
 * @statement: a statement that stands on a row
 * @column: which column, from 0
 * @min: the least that can stand there
 * @max: the most that can stand there
 * @number: (out): the number
 * @error: return location for an error
 *
 * Reads a number, which is checked because a damaged file can hold any.
 *
 * Returns: whether there was a number between @min and @max
 */
gboolean
plumb_database_get_integer (sqlite3_stmt *statement,
                            int column,
                            gint64 min,
                            gint64 max,
                            gint64 *number,
                            GError **error)
{
  *number = sqlite3_column_int64 (statement, column);
  if (sqlite3_column_type (statement, column) != SQLITE_INTEGER || *number < min || *number > max) {
    plumb_database_set_error (error, PLUMB_STORE_ERROR_DAMAGED);
    return FALSE;
  }

  return TRUE;
}
