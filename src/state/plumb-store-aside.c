/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What SQLite may keep beside a database. */
static const char *const companions[] = { "-journal", "-wal", "-shm" };

/* As many names as are tried in one second. */
#define MAX_NAMES 1000

/* Renaming takes much less than this second. */
#define LOCK_ATTEMPTS 100
#define LOCK_PAUSE (10 * G_TIME_SPAN_MILLISECOND)

static gboolean
name_is_taken (const char *path)
{
  GStatBuf buffer;

  return g_lstat (path, &buffer) == 0;
}

static gboolean
any_name_is_taken (const char *path)
{
  if (name_is_taken (path)) {
    return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++) {
    g_autofree char *companion = g_strconcat (path, companions[i], NULL);

    if (name_is_taken (companion)) {
      return TRUE;
    }
  }

  return FALSE;
}

/* Renames without ever replacing a file. */
static gboolean
rename_to_new_name (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) {
    return TRUE;
  }
  /* Network file systems don't know the flag. Our own programs exclude each other by a lock, so
   * that looking first is good enough there. */
  if (errno != EINVAL && errno != ENOSYS) {
    return FALSE;
  }
  if (name_is_taken (to)) {
    errno = EEXIST;
    return FALSE;
  }

  return g_rename (from, to) == 0;
}

/* Returns a descriptor of the folder, or -1. Not every file system can lock a folder, and then it
 * has to do without, as it has when a program was stopped while it held the lock. */
static int
lock_folder (const char *folder)
{
  int lock = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (lock < 0) {
    return -1;
  }
  for (guint i = 0; i < LOCK_ATTEMPTS; i++) {
    if (flock (lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) {
      break;
    }
    g_usleep (LOCK_PAUSE);
  }

  return lock;
}

static char *
rename_database (const char *folder, const char *kind)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *path = g_build_filename (folder, PLUMB_STORE_FILE, NULL);

  for (guint i = 1; i <= MAX_NAMES; i++) {
    g_autofree char *name = i == 1
                                ? g_strdup_printf ("%s.%s-%s", PLUMB_STORE_FILE, kind, time)
                                : g_strdup_printf ("%s.%s-%s-%u", PLUMB_STORE_FILE, kind, time, i);
    g_autofree char *new_path = g_build_filename (folder, name, NULL);

    if (any_name_is_taken (new_path)) {
      continue;
    }
    if (!rename_to_new_name (path, new_path)) {
      if (errno == EEXIST) {
        continue;
      }
      g_debug ("Can’t rename %s: %s", path, g_strerror (errno));
      return NULL;
    }

    /* The database goes first: if we are killed in between, SQLite finds a journal without a
     * database and drops it. The other way round it would find a database without its journal. */
    for (guint j = 0; j < G_N_ELEMENTS (companions); j++) {
      g_autofree char *from = g_strconcat (path, companions[j], NULL);
      g_autofree char *to = g_strconcat (new_path, companions[j], NULL);

      if (name_is_taken (from) && !rename_to_new_name (from, to)) {
        g_debug ("Can’t rename %s: %s", from, g_strerror (errno));
      }
    }

    return g_steal_pointer (&name);
  }

  return NULL;
}

/*< private >
 * plumb_store_set_aside:
 * @folder: the folder that holds the database
 * @kind: why it is set aside, a word for the name
 * @database: (transfer full) (nullable): a connection to the database, or %NULL if what stands under
 *   its name is no file
 * @name: (out): the name that the database has now
 *
 * Gives a database that can't be used another name, so that a new one can be made and nothing is
 * lost. Several programs may find out at the same time that the database is damaged: the first sets
 * it aside, and the others find another file, or none, under its name.
 *
 * The connection is closed in any case, and before the renaming: SQLite knows a journal by its name
 * alone, and would lay hands on the new database's.
 *
 * Returns: whether it was renamed, had been before, or could not be
 */
PlumbSetAside
plumb_store_set_aside (const char *folder, const char *kind, PlumbDatabase *database, char **name)
{
  g_autofree char *path = g_build_filename (folder, PLUMB_STORE_FILE, NULL);
  PlumbSetAside result;
  gboolean moved;
  int lock;

  *name = NULL;

  lock = lock_folder (folder);

  moved = database != NULL ? plumb_database_has_moved (database)
                           : g_file_test (path, G_FILE_TEST_IS_REGULAR);
  plumb_database_close (database);

  if (moved) {
    result = PLUMB_SET_ASIDE_MOVED;
  } else {
    *name = rename_database (folder, kind);
    result = *name != NULL ? PLUMB_SET_ASIDE_DONE : PLUMB_SET_ASIDE_FAILED;
  }

  if (lock >= 0) {
    close (lock);
  }

  return result;
}
