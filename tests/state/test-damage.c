/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A damaged file costs what stands on it at worst, and never the reading. */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "plumb-state-test.h"
#include "plumb-store-private.h"

/* Damage that shows as soon as the file is opened. */

static void
damage_header (PlumbTestFolder *folder)
{
  plumb_test_folder_overwrite (folder, 0, 16, 'x');
}

static void
damage_whole_header (PlumbTestFolder *folder)
{
  plumb_test_folder_overwrite (folder, 16, 84, 0xff);
}

static void
damage_schema (PlumbTestFolder *folder)
{
  plumb_test_folder_overwrite (folder, 100, 3996, 0xee);
}

static void
replace_by_text (PlumbTestFolder *folder)
{
  g_assert_true (g_file_set_contents (folder->database, "Dear diary, today I read", -1, NULL));
}

static void
replace_by_two_bytes (PlumbTestFolder *folder)
{
  g_assert_true (g_file_set_contents (folder->database, "xy", -1, NULL));
}

static void
truncate_in_page (PlumbTestFolder *folder)
{
  g_assert_cmpint (truncate (folder->database, 4000), ==, 0);
}

static void
truncate_to_first_page (PlumbTestFolder *folder)
{
  g_assert_cmpint (truncate (folder->database, 4096), ==, 0);
}

static void
replace_by_folder (PlumbTestFolder *folder)
{
  g_autofree char *inside = g_build_filename (folder->database, "inside", NULL);

  g_assert_cmpint (g_unlink (folder->database), ==, 0);
  g_assert_cmpint (g_mkdir (folder->database, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "kept", -1, NULL));
}

static void
replace_by_pipe (PlumbTestFolder *folder)
{
  g_assert_cmpint (g_unlink (folder->database), ==, 0);
  g_assert_cmpint (mkfifo (folder->database, 0600), ==, 0);
}

static void
replace_by_foreign_database (PlumbTestFolder *folder)
{
  g_assert_cmpint (g_unlink (folder->database), ==, 0);
  plumb_test_folder_execute (folder,
                             "CREATE TABLE read_marks (something TEXT); PRAGMA user_version = 1");
}

static void
replace_by_foreign_database_without_version (PlumbTestFolder *folder)
{
  g_assert_cmpint (g_unlink (folder->database), ==, 0);
  plumb_test_folder_execute (folder, "CREATE TABLE recipes (name TEXT)");
}

static void
replace_by_foreign_application (PlumbTestFolder *folder)
{
  plumb_test_folder_execute (folder, "PRAGMA application_id = 7");
}

static const struct {
  const char *path;
  void (*damage) (PlumbTestFolder *folder);
} damages[] = {
  { "/damage/header", damage_header },
  { "/damage/whole-header", damage_whole_header },
  { "/damage/schema", damage_schema },
  { "/damage/text", replace_by_text },
  { "/damage/two-bytes", replace_by_two_bytes },
  { "/damage/truncated-in-page", truncate_in_page },
  { "/damage/truncated", truncate_to_first_page },
  { "/damage/folder", replace_by_folder },
  { "/damage/pipe", replace_by_pipe },
  { "/damage/foreign", replace_by_foreign_database },
  { "/damage/foreign-without-version", replace_by_foreign_database_without_version },
  { "/damage/foreign-application", replace_by_foreign_application },
};

static void
test_damaged (gconstpointer data)
{
  void (*damage) (PlumbTestFolder *) = damages[GPOINTER_TO_UINT (data)].damage;
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store;

  plumb_test_folder_fill (folder, 300);
  damage (folder);

  store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  plumb_test_assert_usable (store);
  plumb_test_assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
  g_assert_finalize_object (store);

  /* The new one is fine, and the old one still there. */
  plumb_test_assert_kept (folder);
  g_assert_cmpuint (plumb_test_folder_count (folder, "plumb.db.damaged-"), ==, 1);
}

/* What is set aside again within a second gets a name of its own. */
static void
test_damaged_again (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();

  for (guint i = 1; i <= 5; i++) {
    g_autoptr (PlumbStore) store = NULL;

    plumb_test_folder_make (folder);
    replace_by_text (folder);
    store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
    plumb_test_assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
    g_assert_cmpuint (plumb_test_folder_count (folder, "plumb.db.damaged-"), ==, i);
  }
}

/* A journal belongs to its database: the new one must not be rolled back with it. */
static void
test_damaged_with_journal (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *journal = g_strconcat (folder->database, "-journal", NULL);
  g_autofree char *aside = NULL;
  g_autofree char *contents = NULL;
  PlumbStore *store;

  plumb_test_folder_make (folder);
  g_assert_true (g_file_set_contents (folder->database, "", 0, NULL));
  replace_by_folder (folder);
  g_assert_true (g_file_set_contents (journal, "a journal", -1, NULL));

  store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  plumb_test_assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  aside = g_strdup_printf ("%s/%s-journal", folder->path, plumb_store_get_set_aside_name (store));
  g_assert_true (g_file_get_contents (aside, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "a journal");

  g_assert_finalize_object (store);
}

/* Damage in the middle shows when the page is read, and then costs what stands on it and no more. */
static void
test_damaged_page (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *page = NULL;
  PlumbStore *store;

  plumb_test_folder_fill (folder, 3000);
  store = plumb_test_folder_open (folder);
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:a", "A", &assert_error));
  g_assert_finalize_object (store);
  g_assert_cmpuint (plumb_test_folder_get_size (folder), >, 20 * 4096);
  plumb_test_folder_overwrite (folder, 12 * 4096, 4096, 0xa5);

  store = plumb_test_folder_open (folder);
  plumb_test_record (store, log);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-0"), ==, 1);
  plumb_test_assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
  g_assert_cmpstr (log->str, ==, "notice 2\n");

  g_assert_nonnull (plumb_store_find_bookmark (store, "p:a"));
  plumb_test_assert_usable (store);
  g_assert_finalize_object (store);

  store = plumb_test_folder_open (folder);
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:a"));
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-0"), ==, 1);
  g_assert_finalize_object (store);
  plumb_test_assert_kept (folder);
}

/* Whatever page is overwritten with whatever, reading goes on, and what is done then is kept. */
static void
test_any_damaged_page (void)
{
  static const guint8 bytes[] = { 0x00, 0x01, 0x0d, 0xff };
  guint n_noticed = 0;

  for (guint page = 0; page < 12; page++) {
    for (guint i = 0; i < G_N_ELEMENTS (bytes); i++) {
      g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
      PlumbStore *store;

      plumb_test_folder_fill (folder, 1100);
      g_assert_cmpuint (plumb_test_folder_get_size (folder), >=, 12 * 4096);
      plumb_test_folder_overwrite (folder, page * 4096, 4096, bytes[i]);

      store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
      plumb_test_assert_usable (store);
      if (plumb_store_get_condition (store) != PLUMB_STORE_CONDITION_FINE) {
        plumb_test_assert_set_aside (folder,
                                     store,
                                     PLUMB_STORE_CONDITION_DAMAGED,
                                     "plumb.db.damaged-");
        n_noticed++;
      }
      g_assert_finalize_object (store);
      plumb_test_assert_kept (folder);
    }
  }

  g_test_message ("%u of 48 damages were noticed", n_noticed);
  g_assert_cmpuint (n_noticed, >, 24);
}

/* Bytes that no Plumb can have written. */
static void
test_impossible_content (void)
{
  static const char *const statements[] = {
    "INSERT INTO read_marks VALUES ('lib', CAST (x'ff' AS TEXT), 1, 1, 0)",
    "INSERT INTO read_marks VALUES ('lib', 'a', 0, 1, 0)",
    "INSERT INTO read_marks VALUES ('lib', 'a', 99, 1, 0)",
    "INSERT INTO read_marks VALUES ('lib', 'a', 1, 3, 0)",
    "INSERT INTO bookmarks VALUES (1, 'p:z', CAST (x'c328' AS TEXT), 0, 0)",
    "INSERT INTO bookmarks VALUES (1, CAST (x'612062' AS TEXT) || char (0) || 'b', 'z', 0, 0)",
    "INSERT INTO scroll_places VALUES ('lib', 'a', -1, 'b', 0)",
    "INSERT INTO scroll_places VALUES ('lib', 'a', 1, CAST (x'80' AS TEXT), 0)",
    "INSERT INTO windows VALUES (0, 'p:a', -1, 1, 0)",
    "INSERT INTO windows VALUES (0, 'p:a', 1, 99999999999, 0)",
    "INSERT INTO windows VALUES (0, 'p:a', 1, 1, 2)",
    "DROP TABLE read_marks",
    "DROP TABLE bookmarks",
    "DROP TABLE windows",
    "ALTER TABLE bookmarks RENAME COLUMN title TO name",
    "CREATE VIEW v AS SELECT 1; DROP TABLE bookmarks; ALTER TABLE windows RENAME TO bookmarks",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
    PlumbStore *store;

    plumb_test_folder_fill (folder, 1);
    plumb_test_folder_execute (folder, statements[i]);
    store = plumb_test_folder_open (folder);
    plumb_test_assert_usable (store);
    plumb_test_assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
    g_assert_finalize_object (store);
    plumb_test_assert_kept (folder);
  }
}

/* Damage while the program runs: what was read before is in the new file. */
static void
test_damaged_while_running (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) noted = NULL;
  PlumbStore *store = plumb_test_folder_open (folder);

  plumb_test_mark (store, "a", 1);
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:a", "A", &assert_error));
  g_ptr_array_add (windows, plumb_window_record_new ("p:w", 800, 600, TRUE));
  plumb_store_note_windows (store, windows);
  plumb_store_flush (store);
  plumb_test_record (store, log);

  plumb_test_folder_overwrite (folder, 0, plumb_test_folder_get_size (folder), 'x');
  plumb_test_assert_done (
      plumb_store_mark_read (store, "lib", "b", 2, PLUMB_READ_HOW_MARKED, &assert_error));
  plumb_test_assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
  /* The notice comes first, so that whoever hears of the change can look at it. */
  g_assert_cmpstr (log->str, ==, "notice 2\nprogress lib b 2\n");
  plumb_test_assert_usable (store);
  g_assert_finalize_object (store);

  store = plumb_test_folder_open (folder);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "b"), ==, 2);
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:a"));
  g_assert_finalize_object (store);
  plumb_test_assert_kept (folder);
}

/* The thread that writes the places finds out about the damage. */
static void
test_damaged_for_writer (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = plumb_test_folder_open (folder);

  plumb_test_mark (store, "a", 1);
  plumb_store_note_scroll (store, "lib", "a", 1, "one", 0);
  plumb_test_folder_overwrite (folder, 0, plumb_test_folder_get_size (folder), 'x');

  while (plumb_store_get_condition (store) == PLUMB_STORE_CONDITION_FINE) {
    g_main_context_iteration (NULL, TRUE);
  }
  plumb_test_assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
  plumb_test_assert_usable (store);
  g_assert_finalize_object (store);

  store = plumb_test_folder_open (folder);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_finalize_object (store);
  plumb_test_assert_kept (folder);
}

/* A report that arrives when the trouble has been dealt with already must not cost the new file. */
static void
test_stale_report (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = plumb_test_folder_open (folder);

  plumb_store_note_scroll (store, "lib", "a", 1, "one", 0);
  plumb_test_folder_overwrite (folder, 0, plumb_test_folder_get_size (folder), 'x');
  while (!g_main_context_pending (NULL)) {
    g_thread_yield ();
  }

  plumb_test_assert_usable (store);
  plumb_store_note_scroll (store, "lib", "a", 1, "two", 0);
  while (g_main_context_iteration (NULL, FALSE)) {
  }
  g_assert_cmpuint (plumb_test_folder_count (folder, "plumb.db.damaged-"), ==, 1);
  g_assert_finalize_object (store);

  plumb_test_assert_kept (folder);
}

/* Another program has set the file aside between our finding the damage and our doing something about
 * it: what stands there now is the other's new file. */
static void
test_set_aside_by_another (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *name = NULL;
  PlumbDatabase *database;
  PlumbStore *other;

  plumb_test_folder_fill (folder, 1);
  database = plumb_database_open (folder->database, PLUMB_DATABASE_NONE, 0, NULL);
  g_assert_nonnull (database);

  replace_by_folder (folder);
  other = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  plumb_test_assert_usable (other);
  g_assert_finalize_object (other);

  g_assert_cmpint (plumb_store_set_aside (folder->path, "damaged", database, &name),
                   ==,
                   PLUMB_SET_ASIDE_MOVED);
  g_assert_cmpstr (name, ==, NULL);
  /* The same for what was no file when we looked. */
  g_assert_cmpint (plumb_store_set_aside (folder->path, "damaged", NULL, &name),
                   ==,
                   PLUMB_SET_ASIDE_MOVED);
  g_assert_cmpuint (plumb_test_folder_count (folder, ""), ==, 2);
  plumb_test_assert_kept (folder);
}

/* A store that ends before its writer has reported must not be reported to. */
static void
test_writer_outlives_nobody (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = plumb_test_folder_open (folder);

  plumb_store_note_scroll (store, "lib", "a", 1, "one", 0);
  plumb_test_folder_overwrite (folder, 0, plumb_test_folder_get_size (folder), 'x');
  g_assert_finalize_object (store);

  g_assert_true (g_main_context_pending (NULL));
  while (g_main_context_iteration (NULL, FALSE)) {
  }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) {
    g_test_add_data_func (damages[i].path, GUINT_TO_POINTER (i), test_damaged);
  }
  g_test_add_func ("/damage/again", test_damaged_again);
  g_test_add_func ("/damage/with-journal", test_damaged_with_journal);
  g_test_add_func ("/damage/page", test_damaged_page);
  g_test_add_func ("/damage/any-page", test_any_damaged_page);
  g_test_add_func ("/damage/impossible-content", test_impossible_content);
  g_test_add_func ("/damage/while-running", test_damaged_while_running);
  g_test_add_func ("/damage/for-writer", test_damaged_for_writer);
  g_test_add_func ("/damage/stale-report", test_stale_report);
  g_test_add_func ("/damage/set-aside-by-another", test_set_aside_by_another);
  g_test_add_func ("/damage/writer-outlives-nobody", test_writer_outlives_nobody);

  return g_test_run ();
}
