/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-store-private.h"

#include <math.h>

/* No day of a check lies outside of these; a damaged file can say anything. */
#define MAX_DAY 10000000

/* A change to one check question, or to all of a library. The checks are read in the same transaction, so that nothing
 * can go wrong any more when the change is made, and so that what another program has noted counts. */
typedef struct {
  const char *library;
  const char *topic;
  const char *question;
  gboolean known;
  gint64 day;
  const PlumbCheck *check;

  /* What came of it */
  GPtrArray *checks;
} Change;

/* What is known of the memory of a question that was missed once, and of no other. */
static gboolean
read_memory (sqlite3_stmt *statement, PlumbCheck *check, GError **error)
{
  if (check->due == 0) {
    return TRUE;
  }

  check->memory.stability = sqlite3_column_double (statement, 6);
  check->memory.difficulty = sqlite3_column_double (statement, 7);
  if (!isfinite (check->memory.stability) || check->memory.stability <= 0 ||
      !(check->memory.difficulty >= 1 && check->memory.difficulty <= 10)) {
    plumb_database_set_error (error, PLUMB_STORE_ERROR_DAMAGED);
    return FALSE;
  }

  return TRUE;
}

static gboolean
read_checks (PlumbDatabase *database, gpointer data, GError **error)
{
  GPtrArray **checks = data;
  sqlite3_stmt *statement;
  gboolean row;

  g_clear_pointer (checks, g_ptr_array_unref);
  *checks = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_check_free);

  statement = plumb_database_query (
      database,
      error,
      "SELECT library, topic, question, known, day, due, stability, difficulty"
      " FROM checks ORDER BY library, topic, question",
      "");
  if (statement == NULL) {
    return FALSE;
  }

  while (plumb_database_next (database, statement, &row, error)) {
    g_autoptr (PlumbCheck) check = NULL;
    const char *library, *topic, *question;
    gint64 known, day, due;

    if (!row) {
      return TRUE;
    }
    if (!plumb_database_get_text (statement, 0, &library, error) ||
        !plumb_database_get_text (statement, 1, &topic, error) ||
        !plumb_database_get_text (statement, 2, &question, error) ||
        !plumb_database_get_integer (statement, 3, 0, 1, &known, error) ||
        !plumb_database_get_integer (statement, 4, 0, MAX_DAY, &day, error) ||
        !plumb_database_get_integer (statement, 5, 0, 2 * MAX_DAY, &due, error)) {
      return FALSE;
    }
    check = plumb_check_new (library, topic, question);
    check->known = (gboolean) known;
    check->day = day;
    check->due = due;
    if (!read_memory (statement, check, error)) {
      return FALSE;
    }
    g_ptr_array_add (*checks, g_steal_pointer (&check));
  }

  return FALSE;
}

static PlumbCheck *
find_check (GPtrArray *checks, const char *library, const char *topic, const char *question)
{
  for (guint i = 0; checks != NULL && i < checks->len; i++) {
    PlumbCheck *check = g_ptr_array_index (checks, i);

    if (g_str_equal (check->question, question) && g_str_equal (check->topic, topic) &&
        g_str_equal (check->library, library)) {
      return check;
    }
  }

  return NULL;
}

static gboolean
is_same (GPtrArray *checks, GPtrArray *other)
{
  if (checks->len != other->len) {
    return FALSE;
  }
  for (guint i = 0; i < checks->len; i++) {
    if (!plumb_check_equal (g_ptr_array_index (checks, i), g_ptr_array_index (other, i))) {
      return FALSE;
    }
  }

  return TRUE;
}

/* Takes @checks. */
static void
take_over (PlumbStore *self, GPtrArray *checks)
{
  gboolean same = self->checks != NULL && is_same (self->checks, checks);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  self->checks = checks;
  if (!same) {
    plumb_store_emit_checks_changed (self);
  }
}

/*< private >
 * plumb_store_load_checks:
 * @self: a store
 *
 * Reads the check questions that were answered, if they were not read yet.
 */
void
plumb_store_load_checks (PlumbStore *self)
{
  g_autoptr (GPtrArray) checks = NULL;

  if (self->checks != NULL) {
    return;
  }

  /* From a database that is about to be given up, what can be had is taken. */
  if ((plumb_store_read (self, read_checks, &checks) || self->in_trouble) && self->checks == NULL) {
    self->checks = g_steal_pointer (&checks);
  }
}

/*< private >
 * plumb_store_reload_checks:
 * @self: a store
 *
 * Reads the check questions again, if they were read before, and tells if any has changed.
 */
void
plumb_store_reload_checks (PlumbStore *self)
{
  g_autoptr (GPtrArray) checks = NULL;

  if (self->checks != NULL && plumb_store_read (self, read_checks, &checks)) {
    take_over (self, g_steal_pointer (&checks));
  }
}

/* Where two programs know of a question, what was answered later counts. */
static gboolean
write_check (PlumbDatabase *database, const PlumbCheck *check, GError **error)
{
  return plumb_database_run (
      database,
      error,
      "INSERT INTO checks (library, topic, question, known, day, due, stability, difficulty)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT DO UPDATE SET known = excluded.known, day = excluded.day, due = excluded.due,"
      " stability = excluded.stability, difficulty = excluded.difficulty"
      " WHERE excluded.day >= day",
      "sssiiidd",
      check->library,
      check->topic,
      check->question,
      (gint64) check->known,
      check->day,
      check->due,
      check->memory.stability,
      check->memory.difficulty);
}

gboolean
plumb_store_carry_checks (PlumbStore *self, PlumbDatabase *database, GError **error)
{
  for (guint i = 0; self->checks != NULL && i < self->checks->len; i++) {
    if (!write_check (database, g_ptr_array_index (self->checks, i), error)) {
      return FALSE;
    }
  }

  return TRUE;
}

static gboolean
note_check (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (PlumbCheck) check = NULL;
  PlumbCheck *before;

  if (!read_checks (database, &change->checks, error)) {
    return FALSE;
  }

  before = find_check (change->checks, change->library, change->topic, change->question);
  check = before != NULL ? plumb_check_copy (before)
                         : plumb_check_new (change->library, change->topic, change->question);
  /* A clock that was put back does not undo what was answered. */
  plumb_check_answer (check, change->known, MAX (change->day, check->day));

  return write_check (database, check, error) && read_checks (database, &change->checks, error);
}

static gboolean
restore_check (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return write_check (database, change->check, error) &&
         read_checks (database, &change->checks, error);
}

static gboolean
forget_check (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return plumb_database_run (database,
                             error,
                             "DELETE FROM checks WHERE library = ? AND topic = ? AND question = ?",
                             "sss",
                             change->library,
                             change->topic,
                             change->question) &&
         read_checks (database, &change->checks, error);
}

static gboolean
forget_all_checks (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return plumb_database_run (database,
                             error,
                             "DELETE FROM checks WHERE library = ?",
                             "s",
                             change->library) &&
         read_checks (database, &change->checks, error);
}

static gboolean
make_change (PlumbStore *self, PlumbStoreFunc func, Change *change, GError **error)
{
  g_autoptr (GPtrArray) checks = NULL;
  gboolean was_on_disk = self->on_disk;
  PlumbStoreOutcome outcome;

  if (self->mode == PLUMB_STORE_MODE_NONE) {
    return TRUE;
  }

  plumb_store_load_checks (self);
  outcome = plumb_store_change (self, was_on_disk, func, change, error);
  checks = g_steal_pointer (&change->checks);
  if (outcome == PLUMB_STORE_UNCHANGED) {
    return FALSE;
  }
  if (checks != NULL) {
    take_over (self, g_steal_pointer (&checks));
  }

  return outcome == PLUMB_STORE_DONE;
}

/**
 * plumb_store_note_check:
 * @self: a store
 * @library: the id of a library
 * @topic: the id of a topic of it
 * @question: the id of a check question of the topic
 * @known: whether it was answered rightly
 * @day: the day, as plumb_check_today() counts
 * @error: return location for a #PlumbStoreError
 *
 * Notes that a check question was answered, and when to ask it again; see plumb_check_answer().
 *
 * With %PLUMB_STORE_ERROR_FULL, %PLUMB_STORE_ERROR_UNWRITABLE and %PLUMB_STORE_ERROR_DAMAGED the note is there all the
 * same, until the program ends. The same goes for the other functions that change checks.
 *
 * Returns: whether the note is kept where the store's mode says
 */
gboolean
plumb_store_note_check (PlumbStore *self,
                        const char *library,
                        const char *topic,
                        const char *question,
                        gboolean known,
                        gint64 day,
                        GError **error)
{
  Change change = {
    .library = library,
    .topic = topic,
    .question = question,
    .known = known != FALSE,
    .day = day,
  };

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (library != NULL && g_utf8_validate (library, -1, NULL), FALSE);
  g_return_val_if_fail (topic != NULL && g_utf8_validate (topic, -1, NULL), FALSE);
  g_return_val_if_fail (question != NULL && g_utf8_validate (question, -1, NULL), FALSE);
  g_return_val_if_fail (day >= 0 && day <= MAX_DAY, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return make_change (self, note_check, &change, error);
}

/**
 * plumb_store_forget_check:
 * @self: a store
 * @library: the id of a library
 * @topic: the id of a topic of it
 * @question: the id of a check question of the topic
 * @error: return location for a #PlumbStoreError
 *
 * Forgets that a check question was answered, so that it does not come back.
 *
 * Returns: whether it is forgotten where the store keeps it
 */
gboolean
plumb_store_forget_check (PlumbStore *self,
                          const char *library,
                          const char *topic,
                          const char *question,
                          GError **error)
{
  Change change = { .library = library, .topic = topic, .question = question };

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (library != NULL, FALSE);
  g_return_val_if_fail (topic != NULL, FALSE);
  g_return_val_if_fail (question != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return make_change (self, forget_check, &change, error);
}

/**
 * plumb_store_restore_check:
 * @self: a store
 * @check: what was known of a check question before it was forgotten
 * @error: return location for a #PlumbStoreError
 *
 * Undoes that a check question was forgotten.
 *
 * Returns: whether it is kept where the store's mode says
 */
gboolean
plumb_store_restore_check (PlumbStore *self, const PlumbCheck *check, GError **error)
{
  Change change = { .check = check };

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (check != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return make_change (self, restore_check, &change, error);
}

/**
 * plumb_store_forget_all_checks:
 * @self: a store
 * @library: the id of a library
 * @error: return location for a #PlumbStoreError
 *
 * Forgets all check questions of a library.
 *
 * Returns: whether they are forgotten where the store keeps them
 */
gboolean
plumb_store_forget_all_checks (PlumbStore *self, const char *library, GError **error)
{
  Change change = { .library = library };

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (library != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return make_change (self, forget_all_checks, &change, error);
}

/**
 * plumb_store_find_check:
 * @self: a store
 * @library: the id of a library
 * @topic: the id of a topic of it
 * @question: the id of a check question of the topic
 *
 * Returns: (transfer none) (nullable): what became of the question, until the store changes, or %NULL if it was not
 *   answered
 */
const PlumbCheck *
plumb_store_find_check (PlumbStore *self,
                        const char *library,
                        const char *topic,
                        const char *question)
{
  g_return_val_if_fail (PLUMB_IS_STORE (self), NULL);
  g_return_val_if_fail (library != NULL, NULL);
  g_return_val_if_fail (topic != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);

  plumb_store_load_checks (self);

  return find_check (self->checks, library, topic, question);
}

/**
 * plumb_store_dup_checks:
 * @self: a store
 * @library: the id of a library
 * @day: a day, as plumb_check_today() counts
 * @next: (out) (optional): the first day after @day on which a question is due, or 0 if none is
 *
 * Gets the check questions of a library that are due on a day, or were before.
 *
 * Returns: (transfer full) (element-type PlumbCheck): the questions, what was due first first
 */
GPtrArray *
plumb_store_dup_checks (PlumbStore *self, const char *library, gint64 day, gint64 *next)
{
  GPtrArray *due;
  gint64 first = 0;

  g_return_val_if_fail (PLUMB_IS_STORE (self), NULL);
  g_return_val_if_fail (library != NULL, NULL);

  plumb_store_load_checks (self);
  due = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_check_free);
  for (guint i = 0; self->checks != NULL && i < self->checks->len; i++) {
    PlumbCheck *check = g_ptr_array_index (self->checks, i);

    if (check->due == 0 || !g_str_equal (check->library, library)) {
      continue;
    }
    if (check->due <= day) {
      g_ptr_array_add (due, plumb_check_copy (check));
    } else if (first == 0 || check->due < first) {
      first = check->due;
    }
  }
  g_ptr_array_sort (due, plumb_check_compare_due);
  if (next != NULL) {
    *next = first;
  }

  return due;
}
