/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Opens an index and checks it.
 *
 * All that is read here comes from a file that anything may have happened to. What does not fit together is an error,
 * and the index is made anew.
 */

#include "config.h"

#include "plumb-index-reader-private.h"

#include <sys/stat.h>

#include "plumb-search-error.h"
#include "plumb-tokenizer.h"

/* A file up to this size is checked as a whole before it is used; for larger ones that would take too long. */
#define MAX_CHECKED_SIZE (16 * 1024 * 1024)

/*< private >
 * plumb_index_reader_set_damaged:
 * @error: return location for an error
 *
 * Sets @error to what is to be said of an index that does not fit together.
 *
 * Returns: %FALSE
 */
gboolean
plumb_index_reader_set_damaged (GError **error)
{
  plumb_search_error_set (error, PLUMB_SEARCH_ERROR_DAMAGED);

  return FALSE;
}

static sqlite3_stmt *
prepare (PlumbIndexReader *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL);

  if (result != SQLITE_OK) {
    plumb_index_set_error (error, self->database, result);
  }

  return statement;
}

/*< private >
 * plumb_index_reader_step:
 * @self: a reader
 * @statement: one of its statements
 * @error: return location for an error
 *
 * Goes on to the next row.
 *
 * Returns: 1 where there is one, 0 where all have been had, and -1 for an error
 */
int
plumb_index_reader_step (PlumbIndexReader *self, sqlite3_stmt *statement, GError **error)
{
  int result = sqlite3_step (statement);

  if (result == SQLITE_ROW) {
    return 1;
  }
  if (result == SQLITE_DONE) {
    return 0;
  }

  plumb_index_set_error (error, self->database, result);

  return -1;
}

/*< private >
 * plumb_index_reader_dup_text:
 * @statement: a statement that is at a row
 * @column: a column of it
 * @text: (out) (nullable): its text
 * @error: return location for an error
 *
 * Reads a text. What is no UTF-8 is not ours.
 *
 * Returns: whether it is text, or none
 */
gboolean
plumb_index_reader_dup_text (sqlite3_stmt *statement, int column, char **text, GError **error)
{
  const char *value = (const char *) sqlite3_column_text (statement, column);

  if (value != NULL && !g_utf8_validate (value, -1, NULL)) {
    return plumb_index_reader_set_damaged (error);
  }

  *text = g_strdup (value);

  return TRUE;
}

static GArray *
read_lengths (PlumbIndexReader *self, GError **error)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (sqlite3_stmt) statement = NULL;
  int more;

  statement = prepare (self, "SELECT id, length FROM topic ORDER BY id", error);
  if (statement == NULL) {
    return NULL;
  }

  while ((more = plumb_index_reader_step (self, statement, error)) > 0) {
    guint32 length = (guint32) CLAMP (sqlite3_column_int64 (statement, 1), 0, G_MAXINT32);

    g_array_append_val (lengths, length);
    if (sqlite3_column_int64 (statement, 0) != lengths->len) {
      plumb_index_reader_set_damaged (error);
      return NULL;
    }
  }

  return more == 0 ? g_steal_pointer (&lengths) : NULL;
}

/*< private >
 * plumb_index_reader_open:
 * @location: where the index is
 * @error: return location for a #PlumbSearchError
 *
 * Opens an index.
 *
 * Returns: (transfer full) (nullable): the reader
 */
PlumbIndexReader *
plumb_index_reader_open (PlumbIndexLocation *location, GError **error)
{
  g_autoptr (PlumbIndexReader) self = NULL;
  g_autoptr (GArray) lengths = NULL;
  int result;

  g_return_val_if_fail (location != NULL, NULL);

  self = g_new0 (PlumbIndexReader, 1);
  self->location = plumb_index_location_ref (location);
  self->database = plumb_index_location_open (location, FALSE, error);
  if (self->database == NULL) {
    return NULL;
  }

  lengths = read_lengths (self, error);
  if (lengths == NULL) {
    return NULL;
  }

  self->rank = plumb_rank_new (lengths);
  result = plumb_rank_register (self->rank, self->database);
  if (result != SQLITE_OK) {
    plumb_index_set_error (error, self->database, result);
    return NULL;
  }

  self->match = prepare (self,
                         "SELECT rowid, " PLUMB_RANK_FUNCTION " (words) FROM words "
                         "WHERE words MATCH ?1",
                         error);
  if (self->match == NULL) {
    return NULL;
  }

  self->select_topic = prepare (self,
                                "SELECT name, title, first, last FROM topic WHERE id = ?1",
                                error);
  if (self->select_topic == NULL) {
    return NULL;
  }

  self->select_passages = prepare (self,
                                   "SELECT level, anchor, heading, text FROM passage "
                                   "WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
                                   error);
  if (self->select_passages == NULL) {
    return NULL;
  }

  return g_steal_pointer (&self);
}

/*< private >
 * plumb_index_reader_free:
 * @self: (transfer full): a reader
 *
 * Closes an index.
 */
void
plumb_index_reader_free (PlumbIndexReader *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_finalize (self->match);
  sqlite3_finalize (self->select_topic);
  sqlite3_finalize (self->select_passages);
  sqlite3_close (self->database);
  g_clear_pointer (&self->rank, plumb_rank_free);
  plumb_index_location_unref (self->location);
  g_free (self);
}

static gboolean
check_number (PlumbIndexReader *self, const char *sql, gint64 expected, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = prepare (self, sql, error);
  int more;

  if (statement == NULL) {
    return FALSE;
  }

  more = plumb_index_reader_step (self, statement, error);
  if (more < 0) {
    return FALSE;
  }

  return (more > 0 && sqlite3_column_int64 (statement, 0) == expected) ||
         plumb_index_reader_set_damaged (error);
}

static gboolean
check_text (PlumbIndexReader *self, const char *sql, const char *expected, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = prepare (self, sql, error);
  int more;

  if (statement == NULL) {
    return FALSE;
  }

  more = plumb_index_reader_step (self, statement, error);
  if (more < 0) {
    return FALSE;
  }

  return (more > 0 &&
          g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), expected) == 0) ||
         plumb_index_reader_set_damaged (error);
}

/* SQLite knows how long its file ought to be. */
static gboolean
check_size (PlumbIndexReader *self, GError **error)
{
  const char *path = plumb_index_location_get_path (self->location);
  struct stat info;

  if (path == NULL) {
    return TRUE;
  }
  if (stat (path, &info) != 0) {
    return plumb_index_reader_set_damaged (error);
  }

  return check_number (self,
                       "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
                       info.st_size,
                       error) &&
         (info.st_size > MAX_CHECKED_SIZE ||
          check_text (self, "PRAGMA quick_check (1)", "ok", error));
}

/*< private >
 * plumb_index_reader_verify:
 * @self: a reader
 * @name: the name of the library
 * @hash: the hash of its content
 * @error: return location for a #PlumbSearchError
 *
 * Checks that the index is a whole one, of this library, made by a program that cuts text as this one does.
 *
 * Returns: whether it is
 */
gboolean
plumb_index_reader_verify (PlumbIndexReader *self,
                           const char *name,
                           const char *hash,
                           GError **error)
{
  g_autofree char *tokenizer = g_strdup_printf ("%d", PLUMB_TOKENIZER_VERSION);

  g_return_val_if_fail (self != NULL, FALSE);

  return check_number (self, "PRAGMA application_id", PLUMB_INDEX_APPLICATION_ID, error) &&
         check_number (self, "PRAGMA user_version", PLUMB_INDEX_SCHEMA_VERSION, error) &&
         check_text (self, "SELECT value FROM meta WHERE key = 'name'", name, error) &&
         check_text (self, "SELECT value FROM meta WHERE key = 'hash'", hash, error) &&
         check_text (self, "SELECT value FROM meta WHERE key = 'tokenizer'", tokenizer, error) &&
         check_number (self,
                       "SELECT value = (SELECT count(*) FROM topic) FROM meta WHERE key = 'topics'",
                       1,
                       error) &&
         check_size (self, error);
}
