/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Writes an index.
 *
 * The full-text table has one row for each topic, not for each passage: a query of three words then finds the topic
 * that treats them in three places, and ranking has 10,000 rows to look at and not half a million. It keeps no text.
 * The passages are in a table of their own, where the few of the best topics are read from and looked through for the
 * best places.
 */

#include "config.h"

#include "plumb-index-writer.h"

#include <string.h>

#include "plumb-fts5.h"
#include "plumb-tokenizer.h"
#include "plumb-text.h"

/* Topics that are written in one transaction: so many that FTS5 makes few segments, so few that memory stays small. */
#define TOPICS_IN_TRANSACTION 200
/* Pages that FTS5 may merge in one step, between two looks at whether to go on. */
#define PAGES_IN_MERGE "500"
/* What merging takes, of all the work. */
#define MERGE_FRACTION 0.05

static const char tables[] =
    "CREATE TABLE meta ("
    "  key TEXT PRIMARY KEY,"
    "  value TEXT NOT NULL"
    ") WITHOUT ROWID;"
    "CREATE TABLE topic ("
    "  id INTEGER PRIMARY KEY,"
    "  name TEXT NOT NULL,"
    "  title TEXT NOT NULL,"
    "  first INTEGER NOT NULL,"
    "  last INTEGER NOT NULL,"
    "  length INTEGER NOT NULL"
    ");"
    "CREATE TABLE passage ("
    "  id INTEGER PRIMARY KEY,"
    "  level INTEGER NOT NULL,"
    "  anchor TEXT,"
    "  heading TEXT,"
    "  text TEXT NOT NULL"
    ");"
    "CREATE VIRTUAL TABLE words USING fts5 ("
    "  title, headings, start, rest,"
    "  content='', columnsize=0, prefix='1 2 3', tokenize='" PLUMB_FTS5_TOKENIZER "'"
    ");";

typedef struct {
  sqlite3 *database;
  sqlite3_stmt *insert_topic;
  sqlite3_stmt *insert_passage;
  sqlite3_stmt *insert_words;
  gint64 n_topics;
  gint64 n_passages;

  GString *headings;
  GString *start;
  GString *rest;
} Writer;

static void
writer_clear (Writer *self)
{
  sqlite3_finalize (self->insert_topic);
  sqlite3_finalize (self->insert_passage);
  sqlite3_finalize (self->insert_words);
  sqlite3_close (self->database);
  g_string_free (self->headings, TRUE);
  g_string_free (self->start, TRUE);
  g_string_free (self->rest, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static gboolean
prepare (Writer *self, const char *sql, sqlite3_stmt **statement, GError **error)
{
  int result = sqlite3_prepare_v2 (self->database, sql, -1, statement, NULL);

  return result == SQLITE_OK || plumb_index_set_error (error, self->database, result);
}

static gboolean
insert (Writer *self, sqlite3_stmt *statement, GError **error)
{
  int result = sqlite3_step (statement);

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return result == SQLITE_DONE || plumb_index_set_error (error, self->database, result);
}

static gboolean
writer_open (Writer *self, PlumbIndexLocation *location, GError **error)
{
  g_autofree char *header = NULL;

  self->headings = g_string_new (NULL);
  self->start = g_string_new (NULL);
  self->rest = g_string_new (NULL);

  self->database = plumb_index_location_open (location, TRUE, error);
  if (self->database == NULL) {
    return FALSE;
  }

  header = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                            PLUMB_INDEX_APPLICATION_ID,
                            PLUMB_INDEX_SCHEMA_VERSION);

  /* Nobody sees the file before it is whole, so there is nothing to roll back to. */
  return plumb_index_execute (self->database, "PRAGMA journal_mode = OFF", error) &&
         plumb_index_execute (self->database, "PRAGMA synchronous = OFF", error) &&
         plumb_index_execute (self->database, header, error) &&
         plumb_index_execute (self->database, tables, error) &&
         prepare (self,
                  "INSERT INTO topic VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                  &self->insert_topic,
                  error) &&
         prepare (self,
                  "INSERT INTO passage VALUES (?1, ?2, ?3, ?4, ?5)",
                  &self->insert_passage,
                  error) &&
         prepare (self,
                  "INSERT INTO words (rowid, title, headings, start, rest) "
                  "VALUES (?1, ?2, ?3, ?4, ?5)",
                  &self->insert_words,
                  error);
}

static void
bind_text (sqlite3_stmt *statement, int column, const char *text)
{
  sqlite3_bind_text (statement, column, text, -1, SQLITE_STATIC);
}

static void
bind_string (sqlite3_stmt *statement, int column, GString *text)
{
  sqlite3_bind_text64 (statement, column, text->str, text->len, SQLITE_STATIC, SQLITE_UTF8);
}

static void
append_line (GString *text, const char *line)
{
  if (text->len > 0) {
    g_string_append_c (text, '\n');
  }
  g_string_append (text, line);
}

static gboolean
add_passage (Writer *self, const PlumbPassage *passage, GError **error)
{
  sqlite3_bind_int64 (self->insert_passage, 1, ++self->n_passages);
  sqlite3_bind_int (self->insert_passage, 2, passage->level);
  bind_text (self->insert_passage, 3, passage->anchor);
  bind_text (self->insert_passage, 4, passage->heading);
  bind_text (self->insert_passage, 5, passage->text);

  return insert (self, self->insert_passage, error);
}

static gboolean
add_document (Writer *self, const PlumbSearchDocument *document, GError **error)
{
  gint64 first = self->n_passages + 1;
  const char *heading = NULL;
  gsize length;

  g_string_truncate (self->headings, 0);
  g_string_truncate (self->start, 0);
  g_string_truncate (self->rest, 0);

  for (guint i = 0; i < document->passages->len; i++) {
    const PlumbPassage *passage = g_ptr_array_index (document->passages, i);

    if (!add_passage (self, passage, error)) {
      return FALSE;
    }

    if (passage->heading != NULL && g_strcmp0 (passage->heading, heading) != 0) {
      append_line (self->headings, passage->heading);
    }
    heading = passage->heading;

    /* The first passage of a topic is its summary. */
    append_line (passage->level == 1 || i == 0 ? self->start : self->rest, passage->text);
  }

  self->n_topics++;
  length = MIN (self->start->len + self->rest->len, G_MAXINT32);

  sqlite3_bind_int64 (self->insert_topic, 1, self->n_topics);
  bind_text (self->insert_topic, 2, document->id);
  bind_text (self->insert_topic, 3, document->title);
  sqlite3_bind_int64 (self->insert_topic, 4, first);
  sqlite3_bind_int64 (self->insert_topic, 5, self->n_passages);
  sqlite3_bind_int64 (self->insert_topic, 6, (gint64) length);

  sqlite3_bind_int64 (self->insert_words, 1, self->n_topics);
  bind_text (self->insert_words, 2, document->title);
  bind_string (self->insert_words, 3, self->headings);
  bind_string (self->insert_words, 4, self->start);
  bind_string (self->insert_words, 5, self->rest);

  return insert (self, self->insert_topic, error) && insert (self, self->insert_words, error);
}

/* Makes one segment of the many that FTS5 wrote, so that a query reads each word in one place. */
static gboolean
merge (Writer *self, GCancellable *cancellable, GError **error)
{
  /* A negative number of pages starts it, positive ones go on with it: https://sqlite.org/fts5.html#the_merge_command
   */
  const char *sql = "INSERT INTO words (words, rank) VALUES ('merge', -" PAGES_IN_MERGE ")";
  int before;

  do {
    if (g_cancellable_set_error_if_cancelled (cancellable, error)) {
      return FALSE;
    }

    before = sqlite3_total_changes (self->database);
    if (!plumb_index_execute (self->database, sql, error)) {
      return FALSE;
    }
    sql = "INSERT INTO words (words, rank) VALUES ('merge', " PAGES_IN_MERGE ")";
  } while (sqlite3_total_changes (self->database) - before >= 2);

  return TRUE;
}

/* What the reader checks before it believes that the index is whole. */
static gboolean
write_meta (Writer *self, PlumbSearchFeed *feed, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autofree char *tokenizer = g_strdup_printf ("%d", PLUMB_TOKENIZER_VERSION);
  g_autofree char *n_topics = g_strdup_printf ("%" G_GINT64_FORMAT, self->n_topics);
  const char *const rows[][2] = {
    { "name", plumb_search_feed_get_name (feed) },
    { "hash", plumb_search_feed_get_hash (feed) },
    { "tokenizer", tokenizer },
    { "topics", n_topics },
  };

  if (!prepare (self, "INSERT INTO meta VALUES (?1, ?2)", &statement, error)) {
    return FALSE;
  }

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    bind_text (statement, 1, rows[i][0]);
    bind_text (statement, 2, rows[i][1]);
    if (!insert (self, statement, error)) {
      return FALSE;
    }
  }

  return TRUE;
}

/*< private >
 * plumb_index_write:
 * @location: where to write it; there must be nothing there
 * @feed: what to write
 * @progress: (scope call) (nullable): told how far it is
 * @user_data: data for @progress
 * @cancellable: (nullable): ends the work when it is cancelled
 * @error: return location for a #PlumbSearchError or %G_IO_ERROR_CANCELLED
 *
 * Writes an index of all topics of @feed that can be read. After an error, what is at @location is of no use.
 *
 * Returns: whether it is whole
 */
gboolean
plumb_index_write (PlumbIndexLocation *location,
                   PlumbSearchFeed *feed,
                   PlumbIndexProgressFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_auto (Writer) self = { 0 };
  guint n_topics = plumb_search_feed_get_n_topics (feed);

  if (!writer_open (&self, location, error) ||
      !plumb_index_execute (self.database, "BEGIN", error)) {
    return FALSE;
  }

  for (guint i = 0; i < n_topics; i++) {
    g_auto (PlumbSearchDocument) document = { 0 };

    if (g_cancellable_set_error_if_cancelled (cancellable, error)) {
      return FALSE;
    }

    if (plumb_search_feed_load (feed, i, &document, cancellable) &&
        !add_document (&self, &document, error)) {
      return FALSE;
    }

    if ((i + 1) % TOPICS_IN_TRANSACTION == 0 &&
        !plumb_index_execute (self.database, "COMMIT; BEGIN", error)) {
      return FALSE;
    }

    if (progress != NULL) {
      progress ((1 - MERGE_FRACTION) * (i + 1) / n_topics, user_data);
    }
  }

  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         plumb_index_execute (self.database, "COMMIT; BEGIN", error) &&
         merge (&self, cancellable, error) && write_meta (&self, feed, error) &&
         plumb_index_execute (self.database, "COMMIT", error);
}
