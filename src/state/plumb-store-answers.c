/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-store-private.h"

/* A change to the kept answers. Their new list is read in the same transaction, so that nothing can go wrong any more
 * when the change is made. */
typedef struct {
  const char *library;
  const char *answers;
  gint64 created;

  /* What came of it */
  GPtrArray *kept;
} Change;

static gboolean
read_answers (PlumbDatabase *database, gpointer data, GError **error)
{
  GPtrArray **kept = data;
  sqlite3_stmt *statement;
  gboolean row;

  g_clear_pointer (kept, g_ptr_array_unref);
  *kept = g_ptr_array_new_with_free_func (g_object_unref);

  statement = plumb_database_query (
      database,
      error,
      "SELECT library, answers, created FROM kept_answers ORDER BY created, id",
      "");
  if (statement == NULL) {
    return FALSE;
  }

  while (plumb_database_next (database, statement, &row, error)) {
    const char *library, *answers;
    gint64 created;

    if (!row) {
      return TRUE;
    }
    if (!plumb_database_get_text (statement, 0, &library, error) ||
        !plumb_database_get_text (statement, 1, &answers, error) ||
        !plumb_database_get_integer (statement, 2, G_MININT64, G_MAXINT64, &created, error)) {
      return FALSE;
    }
    g_ptr_array_add (*kept, plumb_kept_answers_new (library, answers, created));
  }

  return FALSE;
}

static gboolean
is_same (GPtrArray *kept, GPtrArray *other)
{
  if (kept->len != other->len) {
    return FALSE;
  }
  for (guint i = 0; i < kept->len; i++) {
    if (!plumb_kept_answers_equal (g_ptr_array_index (kept, i), g_ptr_array_index (other, i))) {
      return FALSE;
    }
  }

  return TRUE;
}

/* Takes @kept. */
static void
take_over (PlumbStore *self, GPtrArray *kept)
{
  gboolean same = self->answers != NULL && is_same (self->answers, kept);

  g_clear_pointer (&self->answers, g_ptr_array_unref);
  self->answers = kept;
  if (!same) {
    plumb_store_emit_answers_changed (self);
  }
}

/*< private >
 * plumb_store_load_answers:
 * @self: a store
 *
 * Reads the kept answers, if they were not read yet.
 */
void
plumb_store_load_answers (PlumbStore *self)
{
  g_autoptr (GPtrArray) kept = NULL;

  if (self->answers != NULL) {
    return;
  }

  /* From a database that is about to be given up, what can be had is taken. */
  if ((plumb_store_read (self, read_answers, &kept) || self->in_trouble) && self->answers == NULL) {
    self->answers = g_steal_pointer (&kept);
  }
}

/*< private >
 * plumb_store_reload_answers:
 * @self: a store
 *
 * Reads the kept answers again, if they were read before, and tells if any has changed.
 */
void
plumb_store_reload_answers (PlumbStore *self)
{
  g_autoptr (GPtrArray) kept = NULL;

  if (self->answers != NULL && plumb_store_read (self, read_answers, &kept)) {
    take_over (self, g_steal_pointer (&kept));
  }
}

/* The same answers are kept once, so that what several programs carry over is not there twice. */
static gboolean
insert (PlumbDatabase *database,
        const char *library,
        const char *answers,
        gint64 created,
        GError **error)
{
  return plumb_database_run (database,
                             error,
                             "INSERT INTO kept_answers (library, answers, created)"
                             " SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM kept_answers"
                             " WHERE library = ?1 AND answers = ?2 AND created = ?3)",
                             "ssi",
                             library,
                             answers,
                             created);
}

gboolean
plumb_store_carry_answers (PlumbStore *self, PlumbDatabase *database, GError **error)
{
  for (guint i = 0; self->answers != NULL && i < self->answers->len; i++) {
    PlumbKeptAnswers *kept = g_ptr_array_index (self->answers, i);

    if (!insert (database,
                 plumb_kept_answers_get_library (kept),
                 plumb_kept_answers_get_answers (kept),
                 plumb_kept_answers_get_created (kept),
                 error)) {
      return FALSE;
    }
  }

  return TRUE;
}

static gboolean
keep_answers (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return insert (database, change->library, change->answers, change->created, error) &&
         read_answers (database, &change->kept, error);
}

static gboolean
erase_answers (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return plumb_database_run (
             database,
             error,
             "DELETE FROM kept_answers WHERE library = ? AND answers = ? AND created = ?",
             "ssi",
             change->library,
             change->answers,
             change->created) &&
         read_answers (database, &change->kept, error);
}

static gboolean
erase_all_answers (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return plumb_database_run (database,
                             error,
                             "DELETE FROM kept_answers WHERE library = ?",
                             "s",
                             change->library) &&
         read_answers (database, &change->kept, error);
}

static gboolean
make_change (PlumbStore *self, PlumbStoreFunc func, Change *change, GError **error)
{
  g_autoptr (GPtrArray) kept = NULL;
  gboolean was_on_disk = self->on_disk;
  PlumbStoreOutcome outcome;

  if (self->mode == PLUMB_STORE_MODE_NONE) {
    return TRUE;
  }

  plumb_store_load_answers (self);
  outcome = plumb_store_change (self, was_on_disk, func, change, error);
  kept = g_steal_pointer (&change->kept);
  if (outcome == PLUMB_STORE_UNCHANGED) {
    return FALSE;
  }
  if (kept != NULL) {
    take_over (self, g_steal_pointer (&kept));
  }

  return outcome == PLUMB_STORE_DONE;
}

/**
 * plumb_store_keep_answers:
 * @self: a store
 * @library: the id of a library
 * @answers: the text of a file of answers about it
 * @error: return location for a #PlumbStoreError
 *
 * Keeps answers, with the time, beside those that were kept before. This is only for when the reader asks: what
 * somebody thinks is nowhere kept without being asked.
 *
 * With %PLUMB_STORE_ERROR_FULL, %PLUMB_STORE_ERROR_UNWRITABLE and %PLUMB_STORE_ERROR_DAMAGED they are kept all the
 * same, until the program ends. The same goes for the other functions that change kept answers.
 *
 * Returns: whether they are kept where the store's mode says
 */
gboolean
plumb_store_keep_answers (PlumbStore *self,
                          const char *library,
                          const char *answers,
                          GError **error)
{
  Change change = {
    .library = library,
    .answers = answers,
    .created = g_get_real_time () / G_USEC_PER_SEC,
  };

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (library != NULL && g_utf8_validate (library, -1, NULL), FALSE);
  g_return_val_if_fail (answers != NULL && g_utf8_validate (answers, -1, NULL), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return make_change (self, keep_answers, &change, error);
}

/**
 * plumb_store_erase_answers:
 * @self: a store
 * @kept: answers that were kept
 * @error: return location for a #PlumbStoreError
 *
 * Erases answers. On the disk they are overwritten.
 *
 * Returns: whether they are gone where the store keeps them
 */
gboolean
plumb_store_erase_answers (PlumbStore *self, PlumbKeptAnswers *kept, GError **error)
{
  Change change = { NULL };

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (PLUMB_IS_KEPT_ANSWERS (kept), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  change.library = plumb_kept_answers_get_library (kept);
  change.answers = plumb_kept_answers_get_answers (kept);
  change.created = plumb_kept_answers_get_created (kept);

  return make_change (self, erase_answers, &change, error);
}

/**
 * plumb_store_restore_answers:
 * @self: a store
 * @kept: answers that were erased
 * @error: return location for a #PlumbStoreError
 *
 * Undoes that answers were erased; they keep their time.
 *
 * Returns: whether they are kept where the store's mode says
 */
gboolean
plumb_store_restore_answers (PlumbStore *self, PlumbKeptAnswers *kept, GError **error)
{
  Change change = { NULL };

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (PLUMB_IS_KEPT_ANSWERS (kept), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  change.library = plumb_kept_answers_get_library (kept);
  change.answers = plumb_kept_answers_get_answers (kept);
  change.created = plumb_kept_answers_get_created (kept);

  return make_change (self, keep_answers, &change, error);
}

/**
 * plumb_store_erase_all_answers:
 * @self: a store
 * @library: the id of a library
 * @error: return location for a #PlumbStoreError
 *
 * Erases all answers about a library.
 *
 * Returns: whether they are gone where the store keeps them
 */
gboolean
plumb_store_erase_all_answers (PlumbStore *self, const char *library, GError **error)
{
  Change change = { .library = library };

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (library != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return make_change (self, erase_all_answers, &change, error);
}

/**
 * plumb_store_dup_answers:
 * @self: a store
 * @library: the id of a library
 *
 * Gets what was kept about a library. After the first call it does not touch the disk.
 *
 * Returns: (transfer full) (element-type PlumbKeptAnswers): the answers, the oldest first
 */
GPtrArray *
plumb_store_dup_answers (PlumbStore *self, const char *library)
{
  GPtrArray *found;

  g_return_val_if_fail (PLUMB_IS_STORE (self), NULL);
  g_return_val_if_fail (library != NULL, NULL);

  plumb_store_load_answers (self);
  found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; self->answers != NULL && i < self->answers->len; i++) {
    PlumbKeptAnswers *kept = g_ptr_array_index (self->answers, i);

    if (g_str_equal (plumb_kept_answers_get_library (kept), library)) {
      g_ptr_array_add (found, g_object_ref (kept));
    }
  }

  return found;
}
