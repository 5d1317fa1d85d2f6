/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-store-private.h"

/* PLUMB_LEVEL_BIT() has to fit. */
#define MAX_LEVEL 31

typedef struct {
  guint level;
  PlumbReadHow how;
  gint64 when;
} ReadMark;

/* The marks of one topic, of which there are a handful at most. */
typedef struct {
  guint levels;
  GArray *marks;
} TopicMarks;

static TopicMarks *
topic_marks_new (void)
{
  TopicMarks *self = g_new0 (TopicMarks, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (ReadMark));

  return self;
}

static void
topic_marks_free (TopicMarks *self)
{
  g_array_unref (self->marks);
  g_free (self);
}

static ReadMark *
topic_marks_find (TopicMarks *self, guint level)
{
  for (guint i = 0; self != NULL && i < self->marks->len; i++) {
    ReadMark *mark = &g_array_index (self->marks, ReadMark, i);

    if (mark->level == level) {
      return mark;
    }
  }

  return NULL;
}

static GHashTable *
progress_new (void)
{
  return g_hash_table_new_full (g_str_hash,
                                g_str_equal,
                                g_free,
                                (GDestroyNotify) g_hash_table_unref);
}

static TopicMarks *
progress_find (GHashTable *progress, const char *library, const char *topic)
{
  GHashTable *topics = progress != NULL ? g_hash_table_lookup (progress, library) : NULL;

  return topics != NULL ? g_hash_table_lookup (topics, topic) : NULL;
}

static void
progress_set (GHashTable *progress, const char *library, const char *topic, ReadMark mark)
{
  GHashTable *topics = g_hash_table_lookup (progress, library);
  TopicMarks *marks;
  ReadMark *old;

  if (topics == NULL) {
    topics =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) topic_marks_free);
    g_hash_table_insert (progress, g_strdup (library), topics);
  }
  marks = g_hash_table_lookup (topics, topic);
  if (marks == NULL) {
    marks = topic_marks_new ();
    g_hash_table_insert (topics, g_strdup (topic), marks);
  }

  old = topic_marks_find (marks, mark.level);
  if (old != NULL) {
    old->how = MAX (old->how, mark.how);
  } else {
    g_array_append_val (marks->marks, mark);
    marks->levels |= PLUMB_LEVEL_BIT (mark.level);
  }
}

static void
progress_unset (GHashTable *progress, const char *library, const char *topic, guint level)
{
  TopicMarks *marks = progress_find (progress, library, topic);
  ReadMark *mark = topic_marks_find (marks, level);

  if (mark != NULL) {
    g_array_remove_index_fast (marks->marks, mark - (ReadMark *) (gpointer) marks->marks->data);
    marks->levels &= ~PLUMB_LEVEL_BIT (level);
  }
}

static gboolean
read_marks (PlumbDatabase *database, gpointer data, GError **error)
{
  GHashTable **progress = data;
  sqlite3_stmt *statement;
  gboolean row;

  g_clear_pointer (progress, g_hash_table_unref);
  *progress = progress_new ();

  statement = plumb_database_query (database,
                                    error,
                                    "SELECT library, topic, level, how, time FROM read_marks",
                                    "");
  if (statement == NULL) {
    return FALSE;
  }

  while (plumb_database_next (database, statement, &row, error)) {
    const char *library, *topic;
    gint64 level, how, when;

    if (!row) {
      return TRUE;
    }
    if (!plumb_database_get_text (statement, 0, &library, error) ||
        !plumb_database_get_text (statement, 1, &topic, error) ||
        !plumb_database_get_integer (statement, 2, 1, MAX_LEVEL, &level, error) ||
        !plumb_database_get_integer (statement,
                                     3,
                                     PLUMB_READ_HOW_SEEN,
                                     PLUMB_READ_HOW_MARKED,
                                     &how,
                                     error) ||
        !plumb_database_get_integer (statement, 4, G_MININT64, G_MAXINT64, &when, error)) {
      return FALSE;
    }
    progress_set (*progress,
                  library,
                  topic,
                  (ReadMark) { .level = (guint) level, .how = (PlumbReadHow) how, .when = when });
  }

  return FALSE;
}

/*< private >
 * plumb_store_load_progress:
 * @self: a store
 *
 * Reads all marks in one query, if they were not read yet.
 */
void
plumb_store_load_progress (PlumbStore *self)
{
  g_autoptr (GHashTable) progress = NULL;

  if (self->progress != NULL) {
    return;
  }

  /* From a database that is about to be given up, what can be had is taken. */
  if ((plumb_store_read (self, read_marks, &progress) || self->in_trouble) &&
      self->progress == NULL) {
    self->progress = g_steal_pointer (&progress);
  }
}

static gboolean
carry_mark (PlumbDatabase *database,
            const char *library,
            const char *topic,
            const ReadMark *mark,
            GError **error)
{
  return plumb_database_run (database,
                             error,
                             "INSERT INTO read_marks (library, topic, level, how, time)"
                             " VALUES (?, ?, ?, ?, ?)"
                             " ON CONFLICT DO UPDATE SET how = max (how, excluded.how)",
                             "ssiii",
                             library,
                             topic,
                             (gint64) mark->level,
                             (gint64) mark->how,
                             mark->when);
}

gboolean
plumb_store_carry_progress (PlumbStore *self, PlumbDatabase *database, GError **error)
{
  GHashTableIter libraries;
  gpointer library, topics;

  if (self->progress == NULL) {
    return TRUE;
  }

  g_hash_table_iter_init (&libraries, self->progress);
  while (g_hash_table_iter_next (&libraries, &library, &topics)) {
    GHashTableIter iter;
    gpointer topic, value;

    g_hash_table_iter_init (&iter, topics);
    while (g_hash_table_iter_next (&iter, &topic, &value)) {
      TopicMarks *marks = value;

      for (guint i = 0; i < marks->marks->len; i++) {
        if (!carry_mark (database,
                         library,
                         topic,
                         &g_array_index (marks->marks, ReadMark, i),
                         error)) {
          return FALSE;
        }
      }
    }
  }

  return TRUE;
}

/* Adds the library and topic of each entry of @one that has other levels in @other to @changes; with
 * @missing, only of those that @other doesn't have at all. */
static void
find_changes (GHashTable *one, GHashTable *other, gboolean missing, GPtrArray *changes)
{
  GHashTableIter libraries;
  gpointer library, topics;

  g_hash_table_iter_init (&libraries, one);
  while (g_hash_table_iter_next (&libraries, &library, &topics)) {
    GHashTableIter iter;
    gpointer topic, value;

    g_hash_table_iter_init (&iter, topics);
    while (g_hash_table_iter_next (&iter, &topic, &value)) {
      TopicMarks *marks = value;
      TopicMarks *others = progress_find (other, library, topic);

      if (marks->levels != (others != NULL ? others->levels : 0) && !(missing && others != NULL)) {
        g_ptr_array_add (changes, g_strdup (library));
        g_ptr_array_add (changes, g_strdup (topic));
      }
    }
  }
}

/*< private >
 * plumb_store_reload_progress:
 * @self: a store
 *
 * Reads the marks again, if they were read before, and tells what has changed.
 */
void
plumb_store_reload_progress (PlumbStore *self)
{
  g_autoptr (GHashTable) progress = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (self->progress == NULL || !plumb_store_read (self, read_marks, &progress)) {
    return;
  }

  changes = g_ptr_array_new_with_free_func (g_free);
  find_changes (self->progress, progress, FALSE, changes);
  find_changes (progress, self->progress, TRUE, changes);

  g_hash_table_unref (self->progress);
  self->progress = g_steal_pointer (&progress);

  for (guint i = 0; i < changes->len; i += 2) {
    plumb_store_emit_progress_changed (self,
                                       g_ptr_array_index (changes, i),
                                       g_ptr_array_index (changes, i + 1));
  }
}

typedef struct {
  const char *library;
  const char *topic;
  ReadMark mark;
} Change;

static gboolean
write_mark (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return carry_mark (database, change->library, change->topic, &change->mark, error);
}

static gboolean
delete_mark (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return plumb_database_run (database,
                             error,
                             "DELETE FROM read_marks WHERE library = ? AND topic = ? AND level = ?",
                             "ssi",
                             change->library,
                             change->topic,
                             (gint64) change->mark.level);
}

/**
 * plumb_store_mark_read:
 * @self: a store
 * @library: the id of a library
 * @topic: the id of a topic of it
 * @level: a level, from 1
 * @how: how it came to be read
 * @error: return location for a #PlumbStoreError
 *
 * Marks a level of a topic as read. What was marked by the reader stays so when it is seen again.
 *
 * With %PLUMB_STORE_ERROR_FULL, %PLUMB_STORE_ERROR_UNWRITABLE and %PLUMB_STORE_ERROR_DAMAGED the
 * mark is there all the same, until the program ends.
 *
 * Returns: whether the mark is kept where the store's mode says
 */
gboolean
plumb_store_mark_read (PlumbStore *self,
                       const char *library,
                       const char *topic,
                       guint level,
                       PlumbReadHow how,
                       GError **error)
{
  Change change = {
    .library = library,
    .topic = topic,
    .mark = { .level = level, .how = how, .when = g_get_real_time () / G_USEC_PER_SEC },
  };
  gboolean was_on_disk;
  PlumbStoreOutcome outcome;
  ReadMark *mark;

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (library != NULL && g_utf8_validate (library, -1, NULL), FALSE);
  g_return_val_if_fail (topic != NULL && g_utf8_validate (topic, -1, NULL), FALSE);
  g_return_val_if_fail (level >= 1 && level <= MAX_LEVEL, FALSE);
  g_return_val_if_fail (how == PLUMB_READ_HOW_SEEN || how == PLUMB_READ_HOW_MARKED, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->mode == PLUMB_STORE_MODE_NONE) {
    return TRUE;
  }

  was_on_disk = self->on_disk;
  plumb_store_load_progress (self);
  mark = topic_marks_find (progress_find (self->progress, library, topic), level);
  if (mark != NULL && mark->how >= how) {
    return TRUE;
  }

  outcome = plumb_store_change (self, was_on_disk, write_mark, &change, error);
  if (outcome == PLUMB_STORE_UNCHANGED) {
    return FALSE;
  }
  if (self->progress != NULL) {
    progress_set (self->progress, library, topic, change.mark);
  }
  plumb_store_emit_progress_changed (self, library, topic);

  return outcome == PLUMB_STORE_DONE;
}

/**
 * plumb_store_unmark_read:
 * @self: a store
 * @library: the id of a library
 * @topic: the id of a topic of it
 * @level: a level, from 1
 * @error: return location for a #PlumbStoreError
 *
 * Takes back that a level was read. For errors, see plumb_store_mark_read().
 *
 * Returns: whether the mark is gone where the store keeps it
 */
gboolean
plumb_store_unmark_read (PlumbStore *self,
                         const char *library,
                         const char *topic,
                         guint level,
                         GError **error)
{
  Change change = { .library = library, .topic = topic, .mark = { .level = level } };
  gboolean was_on_disk;
  PlumbStoreOutcome outcome;

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (library != NULL && g_utf8_validate (library, -1, NULL), FALSE);
  g_return_val_if_fail (topic != NULL && g_utf8_validate (topic, -1, NULL), FALSE);
  g_return_val_if_fail (level >= 1 && level <= MAX_LEVEL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  was_on_disk = self->on_disk;
  plumb_store_load_progress (self);
  if (self->mode == PLUMB_STORE_MODE_NONE ||
      (self->progress != NULL &&
       topic_marks_find (progress_find (self->progress, library, topic), level) == NULL)) {
    return TRUE;
  }

  outcome = plumb_store_change (self, was_on_disk, delete_mark, &change, error);
  if (outcome == PLUMB_STORE_UNCHANGED) {
    return FALSE;
  }
  if (self->progress != NULL) {
    progress_unset (self->progress, library, topic, level);
  }
  plumb_store_emit_progress_changed (self, library, topic);

  return outcome == PLUMB_STORE_DONE;
}

/**
 * plumb_store_get_levels_read:
 * @self: a store
 * @library: the id of a library
 * @topic: the id of a topic of it
 *
 * Looks up which levels of a topic were read. The first call reads all marks; after that it does not
 * touch the disk, so that it can be called for every row of a list.
 *
 * Returns: the levels, as a set of PLUMB_LEVEL_BIT()
 */
guint
plumb_store_get_levels_read (PlumbStore *self, const char *library, const char *topic)
{
  TopicMarks *marks;

  g_return_val_if_fail (PLUMB_IS_STORE (self), 0);
  g_return_val_if_fail (library != NULL, 0);
  g_return_val_if_fail (topic != NULL, 0);

  plumb_store_load_progress (self);
  marks = progress_find (self->progress, library, topic);

  return marks != NULL ? marks->levels : 0;
}

/**
 * plumb_store_get_read_mark:
 * @self: a store
 * @library: the id of a library
 * @topic: the id of a topic of it
 * @level: a level, from 1
 * @how: (out) (optional): how the level came to be read
 * @when: (out) (optional): when, in seconds since 1970 in UTC
 *
 * Looks up how and when a level was first read.
 *
 * Returns: whether it was read
 */
gboolean
plumb_store_get_read_mark (PlumbStore *self,
                           const char *library,
                           const char *topic,
                           guint level,
                           PlumbReadHow *how,
                           gint64 *when)
{
  ReadMark *mark;

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (library != NULL, FALSE);
  g_return_val_if_fail (topic != NULL, FALSE);

  plumb_store_load_progress (self);
  mark = topic_marks_find (progress_find (self->progress, library, topic), level);
  if (mark == NULL) {
    return FALSE;
  }
  if (how != NULL) {
    *how = mark->how;
  }
  if (when != NULL) {
    *when = mark->when;
  }

  return TRUE;
}
