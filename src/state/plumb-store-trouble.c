/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "plumb-store-migrations-private.h"

/* How often a file that can't be used is set aside before we give up on the folder. It takes more
 * than once when several programs do it at the same time. */
#define MAX_ATTEMPTS 3

static void
set_error_from_errno (GError **error)
{
  if (errno == ENOSPC || errno == EDQUOT) {
    plumb_database_set_error (error, PLUMB_STORE_ERROR_FULL);
  } else {
    plumb_database_set_error (error, PLUMB_STORE_ERROR_UNWRITABLE);
  }
}

/* What a reader did is nobody else's business, so the file is made for them alone. SQLite would
 * make it readable to all. */
static void
create_file (PlumbStore *self)
{
  int file = open (self->path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);

  if (file >= 0) {
    close (file);
  }
}

/*< private >
 * plumb_store_open_file:
 * @self: a store
 * @database: (out): a connection to the store's file, which is made if need be
 * @error: return location for an error
 *
 * Opens the file for reading and writing, and brings it to this version. If this fails, @database may
 * still be set, to a connection that can tell whether the file has been replaced in the meantime.
 *
 * Returns: whether the file can be used
 */
gboolean
plumb_store_open_file (PlumbStore *self, PlumbDatabase **database, GError **error)
{
  if (self->path == NULL) {
    plumb_database_set_error (error, PLUMB_STORE_ERROR_UNWRITABLE);
    return FALSE;
  }
  if (g_mkdir_with_parents (self->folder, 0700) != 0) {
    set_error_from_errno (error);
    return FALSE;
  }
  if (g_file_test (self->path, G_FILE_TEST_EXISTS) &&
      !g_file_test (self->path, G_FILE_TEST_IS_REGULAR)) {
    plumb_database_set_error (error, PLUMB_STORE_ERROR_DAMAGED);
    return FALSE;
  }
  /* Changing the file takes a journal beside it. */
  if (g_access (self->folder, W_OK | X_OK) != 0) {
    set_error_from_errno (error);
    return FALSE;
  }

  create_file (self);
  *database = plumb_database_open (self->path, PLUMB_DATABASE_CREATE, self->patience, error);
  if (*database == NULL) {
    return FALSE;
  }
  if (plumb_database_is_read_only (*database)) {
    plumb_database_set_error (error, PLUMB_STORE_ERROR_UNWRITABLE);
    return FALSE;
  }

  /* A rollback journal, because home folders are often on a network, where a write-ahead log
   * doesn't work. What is deleted is overwritten, because the reader wanted it gone. */
  return plumb_database_exec (*database,
                              "PRAGMA journal_mode = DELETE;"
                              "PRAGMA synchronous = FULL;"
                              "PRAGMA foreign_keys = ON;"
                              "PRAGMA cell_size_check = ON;"
                              "PRAGMA secure_delete = ON;"
                              "PRAGMA temp_store = MEMORY",
                              error) &&
         plumb_store_migrate (*database, error);
}

/* Opens the file; if it can't be used, sets it aside and makes another. @aside is why, and @name
 * under which name, if one was. */
static gboolean
open_or_set_aside (PlumbStore *self, PlumbStoreCondition *aside, char **name, GError **error)
{
  for (int attempt = 0; TRUE; attempt++) {
    g_autoptr (PlumbDatabase) database = NULL;
    g_autoptr (GError) local_error = NULL;
    g_autofree char *new_name = NULL;
    PlumbSetAside result;
    gboolean newer;

    if (plumb_store_open_file (self, &database, &local_error)) {
      self->database = g_steal_pointer (&database);
      self->on_disk = TRUE;
      return TRUE;
    }

    newer = g_error_matches (local_error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_NEWER);
    if (attempt == MAX_ATTEMPTS ||
        (!newer && !g_error_matches (local_error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_DAMAGED))) {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

    result = plumb_store_set_aside (self->folder,
                                    newer ? "newer" : "damaged",
                                    g_steal_pointer (&database),
                                    &new_name);
    switch (result) {
    case PLUMB_SET_ASIDE_DONE:
      *aside = newer ? PLUMB_STORE_CONDITION_NEWER : PLUMB_STORE_CONDITION_DAMAGED;
      g_set_str (name, new_name);
      break;
    case PLUMB_SET_ASIDE_MOVED:
      break;
    case PLUMB_SET_ASIDE_FAILED:
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    default:
      g_assert_not_reached ();
    }
  }
}

static gboolean
carry_over (PlumbStore *self, PlumbDatabase *database, GError **error)
{
  if (!plumb_database_begin (database, error)) {
    return FALSE;
  }
  if (!plumb_store_carry_progress (self, database, error) ||
      !plumb_store_carry_bookmarks (self, database, error) ||
      !plumb_store_carry_answers (self, database, error) ||
      !plumb_store_carry_checks (self, database, error) ||
      !plumb_store_carry_places (self, database, error) ||
      !plumb_database_commit (database, error)) {
    plumb_database_roll_back (database);
    return FALSE;
  }

  return TRUE;
}

/* Takes over whatever can be read from the database and was not read before. */
static void
load_all (PlumbStore *self)
{
  plumb_store_load_progress (self);
  plumb_store_load_bookmarks (self);
  plumb_store_load_answers (self);
  plumb_store_load_checks (self);
  plumb_store_load_places (self);
}

/* What is deleted is overwritten here as well, because a copy of it all may get to the disk later. */
static PlumbDatabase *
open_memory (PlumbDatabase *original)
{
  g_autoptr (PlumbDatabase) database = plumb_database_open (NULL, PLUMB_DATABASE_NONE, 0, NULL);

  if (database == NULL || (original != NULL && !plumb_database_copy (original, database, NULL)) ||
      !plumb_database_exec (database, "PRAGMA secure_delete = ON", NULL) ||
      !plumb_store_migrate (database, NULL)) {
    return NULL;
  }

  return g_steal_pointer (&database);
}

/* Goes on in memory with what is known. */
static void
go_to_new_memory (PlumbStore *self)
{
  g_clear_pointer (&self->database, plumb_database_close);
  self->on_disk = FALSE;
  self->memory_stamp = PLUMB_STORE_NO_STAMP;
  self->database = open_memory (NULL);
  if (self->database != NULL) {
    carry_over (self, self->database, NULL);
  }
}

/* Goes on in memory with what is on the disk if that can be read, and else with what is known. */
static void
go_to_memory (PlumbStore *self)
{
  g_autoptr (PlumbDatabase) original = g_steal_pointer (&self->database);
  gint64 stamp = self->path != NULL ? plumb_store_get_stamp (self) : PLUMB_STORE_NO_STAMP;

  if (original == NULL && self->path != NULL) {
    original = plumb_database_open (self->path, PLUMB_DATABASE_READ_ONLY, 0, NULL);
  }

  self->on_disk = FALSE;
  if (original != NULL) {
    self->database = open_memory (original);
  }
  if (self->database == NULL) {
    go_to_new_memory (self);
    if (stamp == 0) {
      self->memory_stamp = 0;
    }
  } else if (plumb_store_get_stamp (self) == stamp) {
    self->memory_stamp = stamp;
  } else {
    self->memory_stamp = PLUMB_STORE_NO_STAMP;
  }
}

static void
set_condition_in_memory (PlumbStore *self, const GError *trouble, const char *set_aside_name)
{
  const char *notice = NULL;

  g_clear_error (&self->memory_reason);
  self->memory_reason = g_error_copy (trouble);

  switch ((PlumbStoreError) trouble->code) {
  case PLUMB_STORE_ERROR_FULL:
    notice = _ ("The disk is full. What you do is kept until you close Plumb.");
    break;
  case PLUMB_STORE_ERROR_BUSY:
    notice = _ ("Another program is using Plumb’s records. What you do is kept until you close "
                "Plumb.");
    break;
  case PLUMB_STORE_ERROR_DAMAGED:
    notice = _ ("Plumb’s records are damaged and can’t be replaced. What you do is kept until you "
                "close Plumb.");
    break;
  case PLUMB_STORE_ERROR_NEWER:
    notice = _ (
        "Plumb’s records were written by a newer version of Plumb. What you do is kept until "
        "you close Plumb.");
    break;
  case PLUMB_STORE_ERROR_UNWRITABLE:
  case PLUMB_STORE_ERROR_NOT_FOUND:
  default:
    notice = _ (
        "Plumb can’t write to your data folder. What you do is kept until you close Plumb.");
    break;
  }

  plumb_store_set_condition (self, PLUMB_STORE_CONDITION_IN_MEMORY, notice, set_aside_name);
}

static void
set_condition_set_aside (PlumbStore *self,
                         PlumbStoreCondition aside,
                         const char *name,
                         gboolean running)
{
  g_autofree char *notice = NULL;

  if (aside == PLUMB_STORE_CONDITION_NEWER) {
    /* Translators: the placeholder is the name of a file. */
    notice = g_strdup_printf (_ ("Your records were written by a newer version of Plumb. They were "
                                 "set aside as “%s”, and new ones begun."),
                              name);
  } else if (running) {
    /* Translators: the placeholder is the name of a file. */
    notice = g_strdup_printf (
        _ ("Your records were damaged. They were set aside as “%s”, and Plumb "
           "goes on with what could still be read."),
        name);
  } else {
    /* Translators: the placeholder is the name of a file. */
    notice = g_strdup_printf (_ ("Your records were damaged. They were set aside as “%s”, and new "
                                 "ones begun."),
                              name);
  }

  plumb_store_set_condition (self, aside, notice, name);
}

/*< private >
 * plumb_store_start:
 * @self: a store whose mode and path are set
 *
 * Gives the store its database, wherever that can be.
 */
void
plumb_store_start (PlumbStore *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  PlumbStoreCondition aside = PLUMB_STORE_CONDITION_FINE;

  if (self->mode == PLUMB_STORE_MODE_NONE) {
    return;
  }
  if (self->mode == PLUMB_STORE_MODE_SESSION) {
    self->database = open_memory (NULL);
    return;
  }

  if (!open_or_set_aside (self, &aside, &name, &error)) {
    go_to_memory (self);
    set_condition_in_memory (self, error, name);
  } else if (name != NULL) {
    set_condition_set_aside (self, aside, name, FALSE);
  }
}

/* Goes on with another file, if there can be one, and takes along what is known. @trouble is why, or
 * NULL if the file has been moved away. */
static void
change_file (PlumbStore *self, const GError *trouble)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  PlumbStoreCondition aside = PLUMB_STORE_CONDITION_DAMAGED;
  gboolean opened = FALSE;

  load_all (self);

  if (trouble == NULL) {
    g_clear_pointer (&self->database, plumb_database_close);
    opened = open_or_set_aside (self, &aside, &name, &error);
  } else if (plumb_store_set_aside (self->folder,
                                    "damaged",
                                    g_steal_pointer (&self->database),
                                    &name) == PLUMB_SET_ASIDE_FAILED) {
    error = g_error_copy (trouble);
  } else {
    opened = open_or_set_aside (self, &aside, &name, &error);
  }

  if (!opened || !carry_over (self, self->database, &error)) {
    go_to_new_memory (self);
    set_condition_in_memory (self, error, name);
    return;
  }

  plumb_store_reload_progress (self);
  plumb_store_reload_bookmarks (self);
  plumb_store_reload_answers (self);
  plumb_store_reload_checks (self);
  if (name != NULL) {
    set_condition_set_aside (self, aside, name, TRUE);
  }
}

/* A statement of ours is refused as well when a newer Plumb has changed the tables. Its records are
 * in use, and none of our business. */
static gboolean
is_newer (PlumbStore *self)
{
  gint64 version;

  return plumb_database_get_number (self->database, "PRAGMA user_version", &version, NULL) &&
         version > PLUMB_STORE_VERSION;
}

static gboolean
deal_with_trouble (PlumbStore *self, const GError *trouble)
{
  gboolean damaged = g_error_matches (trouble, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_DAMAGED);

  if (!self->on_disk) {
    /* Damage that was copied along. */
    if (damaged) {
      load_all (self);
      go_to_new_memory (self);
    }
    return damaged && self->database != NULL;
  }

  if (plumb_database_has_moved (self->database)) {
    change_file (self, NULL);
  } else if (damaged && is_newer (self)) {
    g_autoptr (GError) newer = NULL;

    plumb_database_set_error (&newer, PLUMB_STORE_ERROR_NEWER);
    load_all (self);
    go_to_memory (self);
    set_condition_in_memory (self, newer, NULL);
  } else if (damaged) {
    change_file (self, trouble);
  } else {
    load_all (self);
    go_to_memory (self);
    set_condition_in_memory (self, trouble, NULL);
  }

  return self->database != NULL;
}

/*< private >
 * plumb_store_handle_trouble:
 * @self: a store
 * @trouble: what went wrong with its database
 *
 * Sees to it that the store can go on: with a new file when the old one is damaged or gone, and in
 * memory when the disk can't be used.
 *
 * Returns: whether the store has another database now, so that it makes sense to try again
 */
gboolean
plumb_store_handle_trouble (PlumbStore *self, const GError *trouble)
{
  gboolean result;

  if (self->in_trouble || self->database == NULL ||
      g_error_matches (trouble, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_BUSY) ||
      g_error_matches (trouble, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_NOT_FOUND)) {
    return FALSE;
  }

  g_object_freeze_notify (G_OBJECT (self));
  self->in_trouble = TRUE;
  g_clear_pointer (&self->writer, plumb_store_writer_stop);
  result = deal_with_trouble (self, trouble);
  self->in_trouble = FALSE;
  g_object_thaw_notify (G_OBJECT (self));

  return result;
}

/*< private >
 * plumb_store_follow_file:
 * @self: a store
 *
 * Looks whether another program has set the database aside, or somebody has deleted it, and if so
 * goes on with the file that is there now, or a new one.
 *
 * Returns: whether the store has another database now
 */
gboolean
plumb_store_follow_file (PlumbStore *self)
{
  if (self->in_trouble || !self->on_disk || !plumb_database_has_moved (self->database)) {
    return FALSE;
  }

  g_object_freeze_notify (G_OBJECT (self));
  self->in_trouble = TRUE;
  g_clear_pointer (&self->writer, plumb_store_writer_stop);
  change_file (self, NULL);
  self->in_trouble = FALSE;
  g_object_thaw_notify (G_OBJECT (self));

  return TRUE;
}
