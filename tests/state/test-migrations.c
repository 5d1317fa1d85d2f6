/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "plumb-state-test.h"
#include "plumb-store-migrations-private.h"

/* What a database of each version looked like, as that version's Plumb left it. These are not made
 * from the steps, so that a step that is changed by mistake shows. */
static const char *const fixtures[] = {
  /* Nothing */
  "PRAGMA user_version = 0;",

  "PRAGMA application_id = 1349285229;"
  "PRAGMA user_version = 1;"
  "CREATE TABLE read_marks (library TEXT NOT NULL, topic TEXT NOT NULL, level INTEGER NOT NULL,"
  " how INTEGER NOT NULL, time INTEGER NOT NULL, PRIMARY KEY (library, topic, level))"
  " STRICT, WITHOUT ROWID;"
  "INSERT INTO read_marks VALUES ('lib', 'a', 1, 1, 1700000000), ('lib', 'a', 2, 2, 1700000001);",

  "PRAGMA application_id = 1349285229;"
  "PRAGMA user_version = 2;"
  "CREATE TABLE read_marks (library TEXT NOT NULL, topic TEXT NOT NULL, level INTEGER NOT NULL,"
  " how INTEGER NOT NULL, time INTEGER NOT NULL, PRIMARY KEY (library, topic, level))"
  " STRICT, WITHOUT ROWID;"
  "INSERT INTO read_marks VALUES ('lib', 'a', 1, 1, 1700000000), ('lib', 'a', 2, 2, 1700000001);"
  "CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE,"
  " title TEXT NOT NULL, created INTEGER NOT NULL, position INTEGER NOT NULL) STRICT;"
  "INSERT INTO bookmarks VALUES (1, 'p:a', 'A', 1700000002, 7), (2, 'p:b', 'B', 1700000003, 3);",

  "PRAGMA application_id = 1349285229;"
  "PRAGMA user_version = 3;"
  "CREATE TABLE read_marks (library TEXT NOT NULL, topic TEXT NOT NULL, level INTEGER NOT NULL,"
  " how INTEGER NOT NULL, time INTEGER NOT NULL, PRIMARY KEY (library, topic, level))"
  " STRICT, WITHOUT ROWID;"
  "INSERT INTO read_marks VALUES ('lib', 'a', 1, 1, 1700000000), ('lib', 'a', 2, 2, 1700000001);"
  "CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE,"
  " title TEXT NOT NULL, created INTEGER NOT NULL, position INTEGER NOT NULL) STRICT;"
  "INSERT INTO bookmarks VALUES (1, 'p:a', 'A', 1700000002, 7), (2, 'p:b', 'B', 1700000003, 3);"
  "CREATE TABLE scroll_places (library TEXT NOT NULL, topic TEXT NOT NULL, level INTEGER NOT NULL,"
  " block TEXT NOT NULL, fraction REAL NOT NULL, PRIMARY KEY (library, topic, level))"
  " STRICT, WITHOUT ROWID;"
  "INSERT INTO scroll_places VALUES ('lib', 'a', 1, 'block', 0.25);"
  "CREATE TABLE windows (position INTEGER PRIMARY KEY, place TEXT NOT NULL,"
  " width INTEGER NOT NULL, height INTEGER NOT NULL, maximised INTEGER NOT NULL) STRICT;"
  "INSERT INTO windows VALUES (0, 'p:w', 800, 600, 1);",

  "PRAGMA application_id = 1349285229;"
  "PRAGMA user_version = 4;"
  "CREATE TABLE read_marks (library TEXT NOT NULL, topic TEXT NOT NULL, level INTEGER NOT NULL,"
  " how INTEGER NOT NULL, time INTEGER NOT NULL, PRIMARY KEY (library, topic, level))"
  " STRICT, WITHOUT ROWID;"
  "INSERT INTO read_marks VALUES ('lib', 'a', 1, 1, 1700000000), ('lib', 'a', 2, 2, 1700000001);"
  "CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE,"
  " title TEXT NOT NULL, created INTEGER NOT NULL, position INTEGER NOT NULL) STRICT;"
  "INSERT INTO bookmarks VALUES (1, 'p:a', 'A', 1700000002, 7), (2, 'p:b', 'B', 1700000003, 3);"
  "CREATE TABLE scroll_places (library TEXT NOT NULL, topic TEXT NOT NULL, level INTEGER NOT NULL,"
  " block TEXT NOT NULL, fraction REAL NOT NULL, PRIMARY KEY (library, topic, level))"
  " STRICT, WITHOUT ROWID;"
  "INSERT INTO scroll_places VALUES ('lib', 'a', 1, 'block', 0.25);"
  "CREATE TABLE windows (position INTEGER PRIMARY KEY, place TEXT NOT NULL,"
  " width INTEGER NOT NULL, height INTEGER NOT NULL, maximised INTEGER NOT NULL) STRICT;"
  "INSERT INTO windows VALUES (0, 'p:w', 800, 600, 1);"
  "CREATE TABLE kept_answers (id INTEGER PRIMARY KEY, library TEXT NOT NULL,"
  " answers TEXT NOT NULL, created INTEGER NOT NULL) STRICT;"
  "INSERT INTO kept_answers VALUES (1, 'lib', '{}', 1700000004);"
  "CREATE TABLE checks (library TEXT NOT NULL, topic TEXT NOT NULL, question TEXT NOT NULL,"
  " known INTEGER NOT NULL, day INTEGER NOT NULL, due INTEGER NOT NULL, stability REAL NOT NULL,"
  " difficulty REAL NOT NULL, PRIMARY KEY (library, topic, question)) STRICT, WITHOUT ROWID;"
  "INSERT INTO checks VALUES ('lib', 'a', 'q', 0, 20000, 20001, 0.5, 6.5);",
};

G_STATIC_ASSERT (G_N_ELEMENTS (fixtures) == PLUMB_STORE_VERSION + 1);

static PlumbDatabase *
open_database (PlumbTestFolder *folder)
{
  g_autoptr (GError) error = NULL;
  PlumbDatabase *database =
      plumb_database_open (folder->database, PLUMB_DATABASE_CREATE, 1000, &error);

  g_assert_no_error (error);

  return database;
}

/* The tables, their columns and types, but not how they were written. */
static char *
describe (PlumbTestFolder *folder)
{
  return plumb_test_folder_query (folder,
                                  "SELECT m.name, c.name, c.type, c.\"notnull\", c.pk"
                                  " FROM sqlite_schema m JOIN pragma_table_xinfo (m.name) c"
                                  " WHERE m.type = 'table' ORDER BY m.name, c.cid");
}

static void
assert_version (PlumbTestFolder *folder, guint version)
{
  g_autofree char *actual = plumb_test_folder_query (folder, "PRAGMA user_version");
  g_autofree char *expected = g_strdup_printf ("%u", version);

  g_assert_cmpstr (actual, ==, expected);
}

/* From each version to the present one: nothing is lost, and the tables are as they should be. */
static void
test_from_each_version (void)
{
  g_autoptr (PlumbTestFolder) fresh = plumb_test_folder_new ();
  g_autofree char *expected = NULL;

  g_object_unref (plumb_test_folder_open (fresh));
  expected = describe (fresh);
  g_assert_cmpstr (expected, !=, "");

  for (guint version = 0; version <= PLUMB_STORE_VERSION; version++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
    g_autoptr (PlumbStore) store = NULL;
    g_autoptr (GPtrArray) windows = NULL;
    g_autoptr (GPtrArray) kept = NULL;
    g_autoptr (GPtrArray) checks = NULL;
    g_autofree char *actual = NULL;
    const char *block;
    double fraction;
    gint64 when;

    plumb_test_folder_execute (folder, fixtures[version]);
    store = plumb_test_folder_open (folder);
    actual = describe (folder);
    g_assert_cmpstr (actual, ==, expected);
    assert_version (folder, PLUMB_STORE_VERSION);

    g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, version >= 1 ? 3 : 0);
    if (version >= 1) {
      g_assert_true (plumb_store_get_read_mark (store, "lib", "a", 2, NULL, &when));
      g_assert_cmpint (when, ==, 1700000001);
    }
    g_assert_cmpuint (g_list_model_get_n_items (plumb_store_get_bookmarks (store)),
                      ==,
                      version >= 2 ? 2 : 0);
    if (version >= 2) {
      g_autoptr (PlumbBookmark)
          first = g_list_model_get_item (plumb_store_get_bookmarks (store), 0);

      g_assert_cmpstr (plumb_bookmark_get_title (first), ==, "B");
      g_assert_cmpint (plumb_bookmark_get_created (first), ==, 1700000003);
    }
    g_assert_cmpint (plumb_store_get_scroll (store, "lib", "a", 1, &block, &fraction),
                     ==,
                     version >= 3 ? TRUE : FALSE);
    windows = plumb_store_dup_windows (store);
    g_assert_cmpuint (windows->len, ==, version >= 3 ? 1 : 0);
    if (version >= 3) {
      PlumbWindowRecord *window = g_ptr_array_index (windows, 0);

      g_assert_cmpstr (plumb_window_record_get_place (window), ==, "p:w");
      g_assert_cmpint (plumb_window_record_get_width (window), ==, 800);
      g_assert_cmpint (plumb_window_record_get_height (window), ==, 600);
      g_assert_true (plumb_window_record_get_maximised (window));
    }

    kept = plumb_store_dup_answers (store, "lib");
    g_assert_cmpuint (kept->len, ==, version >= 4 ? 1 : 0);
    if (version >= 4) {
      PlumbKeptAnswers *answers = g_ptr_array_index (kept, 0);

      g_assert_cmpstr (plumb_kept_answers_get_answers (answers), ==, "{}");
      g_assert_cmpint (plumb_kept_answers_get_created (answers), ==, 1700000004);
    }
    checks = plumb_store_dup_checks (store, "lib", 20001, NULL);
    g_assert_cmpuint (checks->len, ==, version >= 4 ? 1 : 0);

    g_assert_true (plumb_test_mark (store, "after", 1));
    plumb_test_assert_done (plumb_store_keep_answers (store, "lib", "[]", &assert_error));
    plumb_test_assert_done (
        plumb_store_note_check (store, "lib", "a", "q", TRUE, 20002, &assert_error));
    plumb_test_assert_done (plumb_store_add_bookmark (store, "p:z", "Z", &assert_error));
  }
}

/* The steps make what the fixtures say that each version was. */
static void
test_steps (void)
{
  for (guint version = 1; version <= PLUMB_STORE_VERSION; version++) {
    g_autoptr (PlumbTestFolder) made = plumb_test_folder_new ();
    g_autoptr (PlumbTestFolder) fixture = plumb_test_folder_new ();
    g_autoptr (PlumbDatabase) database = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *actual = NULL;
    g_autofree char *expected = NULL;

    plumb_test_folder_make (made);
    database = open_database (made);
    g_assert_true (plumb_store_migrate_to (database, version, &error));
    g_assert_no_error (error);
    g_clear_pointer (&database, plumb_database_close);

    plumb_test_folder_execute (fixture, fixtures[version]);
    actual = describe (made);
    expected = describe (fixture);
    g_assert_cmpstr (actual, ==, expected);
    assert_version (made, version);
  }
}

/* A database that is up to date is not written to. */
static void
test_nothing_to_do (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_length, after_length;

  g_object_unref (plumb_test_folder_open (folder));
  g_assert_true (g_file_get_contents (folder->database, &before, &before_length, NULL));
  g_object_unref (plumb_test_folder_open (folder));
  g_assert_true (g_file_get_contents (folder->database, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
}

/* A step that fails leaves the version before it, whole. */
static void
test_failing_step (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *tables = NULL;

  plumb_test_folder_execute (folder, fixtures[1]);
  plumb_test_folder_execute (folder, "CREATE TABLE windows (in_the_way INTEGER)");

  database = open_database (folder);
  g_assert_false (plumb_store_migrate (database, &error));
  g_assert_error (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_DAMAGED);
  g_clear_pointer (&database, plumb_database_close);

  /* Step 2 was taken, and step 3 not at all, although its first half would have succeeded. */
  assert_version (folder, 2);
  tables = plumb_test_folder_query (
      folder,
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  g_assert_cmpstr (tables, ==, "bookmarks read_marks windows");
}

static void
test_newer (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  plumb_test_folder_execute (folder, fixtures[PLUMB_STORE_VERSION]);
  database = open_database (folder);
  g_assert_false (plumb_store_migrate_to (database, PLUMB_STORE_VERSION - 1, &error));
  g_assert_error (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_NEWER);
  assert_version (folder, PLUMB_STORE_VERSION);
}

static void
test_foreign (void)
{
  static const char *const foreign[] = {
    "CREATE TABLE t (x)",
    "PRAGMA user_version = 1",
    "PRAGMA application_id = 7",
    /* Ours, but of no version that there was */
    "PRAGMA application_id = 1349285229",
    "PRAGMA application_id = 1349285229; PRAGMA user_version = -1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
    g_autoptr (PlumbDatabase) database = NULL;
    g_autoptr (GError) error = NULL;

    plumb_test_folder_execute (folder, foreign[i]);
    database = open_database (folder);
    g_assert_false (plumb_store_migrate (database, &error));
    g_assert_error (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_DAMAGED);
  }
}

/* Two connections migrate the same database at the same time. */

typedef struct {
  PlumbTestFolder *folder;
  int *n_waiting;
} Runner;

static gpointer
migrate_thread (gpointer data)
{
  Runner *runner = data;
  g_autoptr (PlumbDatabase) database = open_database (runner->folder);
  g_autoptr (GError) error = NULL;

  plumb_database_set_patience (database, 10000);
  g_atomic_int_add (runner->n_waiting, -1);
  while (g_atomic_int_get (runner->n_waiting) > 0) {
    g_thread_yield ();
  }
  plumb_store_migrate (database, &error);
  g_assert_no_error (error);

  return NULL;
}

static void
test_at_the_same_time (void)
{
  for (guint round = 0; round < 5; round++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
    GThread *threads[4];
    int n_waiting = G_N_ELEMENTS (threads);
    Runner runner = { folder, &n_waiting };

    plumb_test_folder_make (folder);
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
      threads[i] = g_thread_new ("migrate", migrate_thread, &runner);
    }
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
      g_thread_join (threads[i]);
    }
    assert_version (folder, PLUMB_STORE_VERSION);
  }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/migrations/from-each-version", test_from_each_version);
  g_test_add_func ("/migrations/steps", test_steps);
  g_test_add_func ("/migrations/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/migrations/failing-step", test_failing_step);
  g_test_add_func ("/migrations/newer", test_newer);
  g_test_add_func ("/migrations/foreign", test_foreign);
  g_test_add_func ("/migrations/at-the-same-time", test_at_the_same_time);

  return g_test_run ();
}
