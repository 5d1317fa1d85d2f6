/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-store-migrations-private.h"

#include <glib/gi18n-lib.h>

#include "plumb-store.h"

/* Each step leads from one version to the next. A step that has been released never changes; what
 * comes later is added as another step, and adds: a program of the version before that has the
 * file open at that moment has to be able to go on writing to the tables that it knows. */
static const char *const steps[] = {
  /* 1: what was read. The number is "Plum", and tells our databases from those of others. */
  "PRAGMA application_id = 0x506c756d;"
  "CREATE TABLE read_marks ("
  "  library TEXT NOT NULL,"
  "  topic TEXT NOT NULL,"
  "  level INTEGER NOT NULL,"
  "  how INTEGER NOT NULL,"
  "  time INTEGER NOT NULL,"
  "  PRIMARY KEY (library, topic, level)"
  ") STRICT, WITHOUT ROWID;",

  /* 2: bookmarks. Positions may leave gaps. */
  "CREATE TABLE bookmarks ("
  "  id INTEGER PRIMARY KEY,"
  "  place TEXT NOT NULL UNIQUE,"
  "  title TEXT NOT NULL,"
  "  created INTEGER NOT NULL,"
  "  position INTEGER NOT NULL"
  ") STRICT;",

  /* 3: where the reader was. */
  "CREATE TABLE scroll_places ("
  "  library TEXT NOT NULL,"
  "  topic TEXT NOT NULL,"
  "  level INTEGER NOT NULL,"
  "  block TEXT NOT NULL,"
  "  fraction REAL NOT NULL,"
  "  PRIMARY KEY (library, topic, level)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE windows ("
  "  position INTEGER PRIMARY KEY,"
  "  place TEXT NOT NULL,"
  "  width INTEGER NOT NULL,"
  "  height INTEGER NOT NULL,"
  "  maximised INTEGER NOT NULL"
  ") STRICT;",

  /* 4: answers that the reader asked to keep, in the text of a file of answers; and check questions.
   * Days are counted from 1970; one that is due on day 0 does not come back. */
  "CREATE TABLE kept_answers ("
  "  id INTEGER PRIMARY KEY,"
  "  library TEXT NOT NULL,"
  "  answers TEXT NOT NULL,"
  "  created INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE checks ("
  "  library TEXT NOT NULL,"
  "  topic TEXT NOT NULL,"
  "  question TEXT NOT NULL,"
  "  known INTEGER NOT NULL,"
  "  day INTEGER NOT NULL,"
  "  due INTEGER NOT NULL,"
  "  stability REAL NOT NULL,"
  "  difficulty REAL NOT NULL,"
  "  PRIMARY KEY (library, topic, question)"
  ") STRICT, WITHOUT ROWID;",
};

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == PLUMB_STORE_VERSION);

#define APPLICATION_ID 0x506c756d

/* Has to be called in a transaction, or another program's step could come between. */
static gboolean
read_version (PlumbDatabase *database, gint64 *version, GError **error)
{
  gint64 application_id;
  gint64 n_tables;

  if (!plumb_database_get_number (database, "PRAGMA user_version", version, error) ||
      !plumb_database_get_number (database, "PRAGMA application_id", &application_id, error)) {
    return FALSE;
  }
  if (application_id == APPLICATION_ID && *version > 0) {
    return TRUE;
  }
  if (!plumb_database_get_number (database,
                                  "SELECT count(*) FROM sqlite_schema",
                                  &n_tables,
                                  error)) {
    return FALSE;
  }
  if (application_id == 0 && *version == 0 && n_tables == 0) {
    return TRUE;
  }

  g_set_error_literal (error,
                       PLUMB_STORE_ERROR,
                       PLUMB_STORE_ERROR_DAMAGED,
                       _ ("The file that should hold Plumb’s records holds something else."));
  return FALSE;
}

static gboolean
take_step (PlumbDatabase *database, guint version, GError **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %u", version + 1);
  gint64 current;

  /* Another program may have taken the step while this one waited for the lock. */
  if (!read_version (database, &current, error)) {
    return FALSE;
  }
  if (current != version) {
    return TRUE;
  }

  return plumb_database_exec (database, steps[version], error) &&
         plumb_database_exec (database, set_version, error);
}

/*< private >
 * plumb_store_migrate_to:
 * @database: a database, empty or written by a Plumb of any version
 * @version: the version to bring it to
 * @error: return location for an error
 *
 * Takes the steps that lead from the database's version to @version, each in a transaction of its
 * own. If the database is of that version already, nothing is written.
 *
 * Returns: whether the database is of that version now; if not, it is of some version before, and
 *   %PLUMB_STORE_ERROR_NEWER says that it was of a later one
 */
gboolean
plumb_store_migrate_to (PlumbDatabase *database, guint version, GError **error)
{
  gint64 current;

  g_return_val_if_fail (version <= PLUMB_STORE_VERSION, FALSE);

  while (TRUE) {
    if (!plumb_database_run (database, error, "BEGIN", "")) {
      return FALSE;
    }
    if (!read_version (database, &current, error) || !plumb_database_commit (database, error)) {
      plumb_database_roll_back (database);
      return FALSE;
    }
    if (current > version) {
      g_set_error_literal (error,
                           PLUMB_STORE_ERROR,
                           PLUMB_STORE_ERROR_NEWER,
                           _ ("Plumb’s records were written by a newer version of Plumb."));
      return FALSE;
    }
    if (current == version) {
      return TRUE;
    }

    if (!plumb_database_begin (database, error)) {
      return FALSE;
    }
    if (!take_step (database, (guint) current, error) || !plumb_database_commit (database, error)) {
      plumb_database_roll_back (database);
      return FALSE;
    }
  }
}

/*< private >
 * plumb_store_migrate:
 * @database: a database, empty or written by a Plumb of any version
 * @error: return location for an error
 *
 * Brings a database to the version of this program; see plumb_store_migrate_to().
 *
 * Returns: whether it is of that version now
 */
gboolean
plumb_store_migrate (PlumbDatabase *database, GError **error)
{
  return plumb_store_migrate_to (database, PLUMB_STORE_VERSION, error);
}
