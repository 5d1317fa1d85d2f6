/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A store is always there, whatever it finds on the disk. */

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "plumb-state-test.h"
#include "plumb-store-private.h"

/* A user without rights. */
#define NOBODY 65534

/* The store can be used, in every way. */
static void
assert_usable (PlumbStore *store)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const char *block;
  double fraction;

  plumb_test_assert_done (
      plumb_store_mark_read (store, "lib", "usable", 2, PLUMB_READ_HOW_MARKED, &assert_error));
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "usable"), ==, 2);
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:usable", "U", &assert_error));
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:usable"));
  plumb_store_note_scroll (store, "lib", "usable", 2, "block", 0.5);
  plumb_store_note_windows (store, none);
  plumb_store_flush (store);
  g_assert_true (plumb_store_get_scroll (store, "lib", "usable", 2, &block, &fraction));
  g_assert_cmpstr (block, ==, "block");
  g_assert_cmpfloat (fraction, ==, 0.5);
}

/* What assert_usable() did is there when the store is opened again. */
static void
assert_kept (PlumbTestFolder *folder)
{
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  const char *block;
  double fraction;

  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "usable"), ==, 2);
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:usable"));
  g_assert_true (plumb_store_get_scroll (store, "lib", "usable", 2, &block, &fraction));
}

static void
assert_set_aside (PlumbTestFolder *folder,
                  PlumbStore *store,
                  PlumbStoreCondition condition,
                  const char *prefix)
{
  const char *name = plumb_store_get_set_aside_name (store);
  g_autofree char *path = NULL;

  g_assert_cmpint (plumb_store_get_condition (store), ==, condition);
  g_assert_nonnull (name);
  g_assert_true (g_str_has_prefix (name, prefix));
  g_assert_true (g_regex_match_simple ("-[0-9]{8}-[0-9]{6}(-[0-9]+)?$", name, 0, 0));
  g_assert_nonnull (strstr (plumb_store_get_notice (store), name));
  path = g_build_filename (folder->path, name, NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
assert_in_memory (PlumbStore *store)
{
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_IN_MEMORY);
  g_assert_nonnull (plumb_store_get_notice (store));
  g_assert_cmpstr (plumb_store_get_set_aside_name (store), ==, NULL);
}

/* A folder with a store in which something was kept; more, if it has to fill several pages. */
static void
fill (PlumbTestFolder *folder, guint n_topics)
{
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
      " INSERT INTO read_marks (library, topic, level, how, time)"
      " SELECT 'lib', 'topic-' || i, 1, 1, 0 FROM n",
      n_topics - 1);

  g_clear_object (&store);
  plumb_test_folder_execute (folder, sql);
}

static void
test_fine (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = plumb_test_folder_open (folder);
  g_autofree char *settings = NULL;
  GStatBuf buffer;

  g_assert_cmpint (plumb_store_get_mode (store), ==, PLUMB_STORE_MODE_DISK);
  assert_usable (store);

  /* Nobody else may read it. */
  g_assert_cmpint (g_stat (folder->path, &buffer), ==, 0);
  g_assert_cmpint (buffer.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (folder->database, &buffer), ==, 0);
  g_assert_cmpint (buffer.st_mode & 0777, ==, 0600);

  g_assert_finalize_object (store);
  assert_kept (folder);
  g_assert_cmpuint (plumb_test_folder_count (folder, ""), ==, 1);

  settings = plumb_test_folder_query (folder, "PRAGMA journal_mode");
  g_assert_cmpstr (settings, ==, "delete");
}

/* Nothing is read from the disk or written to it, and in mode none nothing is kept at all. */
static void
test_modes (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *session = plumb_store_open (PLUMB_STORE_MODE_SESSION, folder->folder);
  PlumbStore *none = plumb_store_open (PLUMB_STORE_MODE_NONE, folder->folder);
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) noted = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (PlumbBookmark) bookmark = plumb_bookmark_new ("p:b", "B", 0);
  const char *block;
  double fraction;

  assert_usable (session);
  plumb_store_refresh (session);
  assert_usable (session);
  g_assert_cmpint (plumb_store_get_condition (session), ==, PLUMB_STORE_CONDITION_FINE);
  g_assert_cmpstr (plumb_store_get_notice (session), ==, NULL);
  g_assert_finalize_object (session);

  plumb_test_record (none, log);
  g_ptr_array_add (windows, plumb_window_record_new ("p:w", 1, 1, FALSE));
  plumb_store_note_windows (none, windows);
  plumb_store_note_scroll (none, "lib", "a", 1, "block", 0.5);
  plumb_test_assert_done (
      plumb_store_mark_read (none, "lib", "a", 1, PLUMB_READ_HOW_MARKED, &assert_error));
  plumb_test_assert_done (plumb_store_unmark_read (none, "lib", "a", 1, &assert_error));
  plumb_test_assert_done (plumb_store_add_bookmark (none, "p:a", "A", &assert_error));
  plumb_test_assert_done (plumb_store_restore_bookmark (none, bookmark, 0, &assert_error));
  plumb_test_assert_done (plumb_store_rename_bookmark (none, "p:a", "B", &assert_error));
  plumb_test_assert_done (plumb_store_move_bookmark (none, "p:a", 0, &assert_error));
  plumb_test_assert_done (plumb_store_remove_bookmark (none, "p:a", &assert_error));
  plumb_store_refresh (none);
  plumb_store_flush (none);

  g_assert_cmpuint (plumb_store_get_levels_read (none, "lib", "a"), ==, 0);
  g_assert_false (plumb_store_get_read_mark (none, "lib", "a", 1, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (plumb_store_get_bookmarks (none)), ==, 0);
  g_assert_false (plumb_store_get_scroll (none, "lib", "a", 1, &block, &fraction));
  noted = plumb_store_dup_windows (none);
  g_assert_cmpuint (noted->len, ==, 0);
  g_assert_cmpint (plumb_store_get_mode (none), ==, PLUMB_STORE_MODE_NONE);
  g_assert_cmpint (plumb_store_get_condition (none), ==, PLUMB_STORE_CONDITION_FINE);
  g_assert_cmpstr (plumb_store_get_notice (none), ==, NULL);
  g_assert_cmpstr (log->str, ==, "");
  g_assert_finalize_object (none);

  g_assert_false (g_file_test (folder->path, G_FILE_TEST_EXISTS));
}

/* Not even what an earlier, careless mode has left is read. */
static void
test_modes_read_nothing (void)
{
  static const PlumbStoreMode modes[] = { PLUMB_STORE_MODE_SESSION, PLUMB_STORE_MODE_NONE };
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();

  fill (folder, 1);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autoptr (PlumbStore) store = plumb_store_open (modes[i], folder->folder);

    g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-0"), ==, 0);
  }
}

static void
test_properties (void)
{
  g_autoptr (PlumbStore) store = plumb_store_open (PLUMB_STORE_MODE_SESSION, NULL);
  g_autofree char *notice = NULL;
  g_autofree char *name = NULL;
  PlumbStoreMode mode;
  PlumbStoreCondition condition;

  g_object_get (store,
                "mode",
                &mode,
                "condition",
                &condition,
                "notice",
                &notice,
                "set-aside-name",
                &name,
                NULL);
  g_assert_cmpint (mode, ==, PLUMB_STORE_MODE_SESSION);
  g_assert_cmpint (condition, ==, PLUMB_STORE_CONDITION_FINE);
  g_assert_cmpstr (notice, ==, NULL);
  g_assert_cmpstr (name, ==, NULL);
}

static void
test_zero_length (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store;

  plumb_test_folder_make (folder);
  g_assert_true (g_file_set_contents (folder->database, "", 0, NULL));
  store = plumb_test_folder_open (folder);
  assert_usable (store);
  g_assert_finalize_object (store);
  assert_kept (folder);
}

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
  { "/conditions/damaged/header", damage_header },
  { "/conditions/damaged/whole-header", damage_whole_header },
  { "/conditions/damaged/schema", damage_schema },
  { "/conditions/damaged/text", replace_by_text },
  { "/conditions/damaged/two-bytes", replace_by_two_bytes },
  { "/conditions/damaged/truncated-in-page", truncate_in_page },
  { "/conditions/damaged/truncated", truncate_to_first_page },
  { "/conditions/damaged/folder", replace_by_folder },
  { "/conditions/damaged/pipe", replace_by_pipe },
  { "/conditions/damaged/foreign", replace_by_foreign_database },
  { "/conditions/damaged/foreign-without-version", replace_by_foreign_database_without_version },
  { "/conditions/damaged/foreign-application", replace_by_foreign_application },
};

static void
test_damaged (gconstpointer data)
{
  void (*damage) (PlumbTestFolder *) = damages[GPOINTER_TO_UINT (data)].damage;
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store;

  fill (folder, 300);
  damage (folder);

  store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  assert_usable (store);
  assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
  g_assert_finalize_object (store);

  /* The new one is fine, and the old one still there. */
  assert_kept (folder);
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
    assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
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
  assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
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

  fill (folder, 3000);
  store = plumb_test_folder_open (folder);
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:a", "A", &assert_error));
  g_assert_finalize_object (store);
  g_assert_cmpuint (plumb_test_folder_get_size (folder), >, 20 * 4096);
  plumb_test_folder_overwrite (folder, 12 * 4096, 4096, 0xa5);

  store = plumb_test_folder_open (folder);
  plumb_test_record (store, log);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-0"), ==, 1);
  assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
  g_assert_cmpstr (log->str, ==, "notice 2\n");

  g_assert_nonnull (plumb_store_find_bookmark (store, "p:a"));
  assert_usable (store);
  g_assert_finalize_object (store);

  store = plumb_test_folder_open (folder);
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:a"));
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-0"), ==, 1);
  g_assert_finalize_object (store);
  assert_kept (folder);
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

      fill (folder, 1100);
      g_assert_cmpuint (plumb_test_folder_get_size (folder), >=, 12 * 4096);
      plumb_test_folder_overwrite (folder, page * 4096, 4096, bytes[i]);

      store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
      assert_usable (store);
      if (plumb_store_get_condition (store) != PLUMB_STORE_CONDITION_FINE) {
        assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
        n_noticed++;
      }
      g_assert_finalize_object (store);
      assert_kept (folder);
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

    fill (folder, 1);
    plumb_test_folder_execute (folder, statements[i]);
    store = plumb_test_folder_open (folder);
    assert_usable (store);
    assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
    g_assert_finalize_object (store);
    assert_kept (folder);
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
  assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
  /* The notice comes first, so that whoever hears of the change can look at it. */
  g_assert_cmpstr (log->str, ==, "notice 2\nprogress lib b 2\n");
  assert_usable (store);
  g_assert_finalize_object (store);

  store = plumb_test_folder_open (folder);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "b"), ==, 2);
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:a"));
  g_assert_finalize_object (store);
  assert_kept (folder);
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
  assert_set_aside (folder, store, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");
  assert_usable (store);
  g_assert_finalize_object (store);

  store = plumb_test_folder_open (folder);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_finalize_object (store);
  assert_kept (folder);
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

  assert_usable (store);
  plumb_store_note_scroll (store, "lib", "a", 1, "two", 0);
  while (g_main_context_iteration (NULL, FALSE)) {
  }
  g_assert_cmpuint (plumb_test_folder_count (folder, "plumb.db.damaged-"), ==, 1);
  g_assert_finalize_object (store);

  assert_kept (folder);
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

  fill (folder, 1);
  database = plumb_database_open (folder->database, PLUMB_DATABASE_NONE, 0, NULL);
  g_assert_nonnull (database);

  replace_by_folder (folder);
  other = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  assert_usable (other);
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
  assert_kept (folder);
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

static void
test_newer (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *path = NULL;
  g_autofree char *version = NULL;
  PlumbStore *store;

  fill (folder, 10);
  plumb_test_folder_execute (folder, "PRAGMA user_version = 4711; CREATE TABLE future (x)");

  store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  assert_set_aside (folder, store, PLUMB_STORE_CONDITION_NEWER, "plumb.db.newer-");
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-0"), ==, 0);
  assert_usable (store);

  /* The newer Plumb can have it back. */
  path = g_build_filename (folder->path, plumb_store_get_set_aside_name (store), NULL);
  g_assert_finalize_object (store);
  assert_kept (folder);
  g_assert_cmpint (g_rename (path, folder->database), ==, 0);
  version = plumb_test_folder_query (folder, "SELECT count(*) FROM read_marks");
  g_assert_cmpstr (version, ==, "10");
}

/* A newer Plumb takes over while this one runs: it is left alone. */
static void
test_newer_while_running (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (GError) error = NULL;

  plumb_test_mark (store, "a", 1);
  plumb_test_folder_execute (folder,
                             "PRAGMA user_version = 4711; ALTER TABLE read_marks RENAME TO marks");

  g_assert_false (plumb_store_mark_read (store, "lib", "b", 1, PLUMB_READ_HOW_MARKED, &error));
  g_assert_error (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_NEWER);
  assert_in_memory (store);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "b"), ==, 1);
  assert_usable (store);
  g_assert_cmpuint (plumb_test_folder_count (folder, ""), ==, 1);
}

static void
test_file_for_folder (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *parent = g_path_get_dirname (folder->path);
  g_autoptr (PlumbStore) store = NULL;

  g_assert_true (g_file_set_contents (parent, "a file", -1, NULL));
  store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  assert_in_memory (store);
  assert_usable (store);
}

/* Even root can't write there. */
static void
test_unwritable_folder (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/proc/self/plumb");
  g_autoptr (GFile) existing = g_file_new_for_path ("/proc/self");
  g_autoptr (GFile) remote = g_file_new_for_uri ("plumb-test://nowhere/plumb");
  GFile *folders[] = { folder, existing, remote };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++) {
    g_autoptr (PlumbStore) store = plumb_store_open (PLUMB_STORE_MODE_DISK, folders[i]);

    assert_in_memory (store);
    assert_usable (store);
  }
}

static void
become_somebody_again (void)
{
  if (geteuid () == NOBODY) {
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
  }
}

/* Becomes a user whom permissions bind, if need be, and can get as far as @folder's parent. Returns
 * whether that was possible. */
static gboolean
become_nobody (PlumbTestFolder *folder)
{
  g_autofree char *parent = g_path_get_dirname (folder->path);

  g_assert_cmpint (g_chmod (folder->root, 0755), ==, 0);
  g_assert_cmpint (g_chmod (parent, 0755), ==, 0);
  if (geteuid () == 0 && setresuid (NOBODY, NOBODY, 0) != 0) {
    g_test_skip ("This user can’t become another");
    return FALSE;
  }
  if (g_access (parent, X_OK) != 0) {
    become_somebody_again ();
    g_test_skip ("The folder for temporary files is closed to others");
    return FALSE;
  }

  return TRUE;
}

/* A home that can be read but not written: what is there is shown, and nothing is added to it. */
static void
test_read_only (void)
{
  static const struct {
    int folder_mode;
    int file_mode;
    gboolean readable;
  } cases[] = {
    { 0555, 0644, TRUE },  { 0555, 0444, TRUE },  { 0777, 0444, TRUE },
    { 0555, 0000, FALSE }, { 0000, 0644, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
    g_autoptr (PlumbStore) store = NULL;
    g_auto (GStrv) names = NULL;

    fill (folder, 3);
    g_assert_cmpint (g_chmod (folder->database, cases[i].file_mode), ==, 0);
    g_assert_cmpint (g_chmod (folder->path, cases[i].folder_mode), ==, 0);
    if (!become_nobody (folder)) {
      return;
    }

    store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
    assert_in_memory (store);
    g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-2"),
                      ==,
                      cases[i].readable ? 1 : 0);
    assert_usable (store);
    g_clear_object (&store);

    become_somebody_again ();
    g_assert_cmpint (g_chmod (folder->path, 0700), ==, 0);
    names = plumb_test_folder_list (folder);
    g_assert_cmpuint (g_strv_length (names), ==, 1);
    g_assert_cmpstr (names[0], ==, "plumb.db");
  }
}

/* Damage that can't be set aside. */
static void
test_read_only_and_damaged (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = NULL;

  fill (folder, 300);
  plumb_test_folder_overwrite (folder, 4096, 4096, 0xff);
  g_assert_cmpint (g_chmod (folder->database, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder->path, 0555), ==, 0);
  if (!become_nobody (folder)) {
    return;
  }
  store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  assert_in_memory (store);
  assert_usable (store);
  become_somebody_again ();
  g_assert_cmpint (g_chmod (folder->path, 0700), ==, 0);
  g_assert_cmpuint (plumb_test_folder_count (folder, ""), ==, 1);
}

/* Something stands where the journal would have to go, so that the file can neither be changed nor read
 * any more. What was shown is still shown. */
static void
test_no_journal (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *journal = g_strconcat (folder->database, "-journal", NULL);
  g_autofree char *inside = g_build_filename (journal, "inside", NULL);
  g_autoptr (PlumbStore) store = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  fill (folder, 3);
  store = plumb_test_folder_open (folder);
  plumb_test_record (store, log);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-2"), ==, 1);
  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);

  g_assert_false (plumb_store_mark_read (store, "lib", "a", 1, PLUMB_READ_HOW_MARKED, &error));
  g_assert_error (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_UNWRITABLE);
  assert_in_memory (store);
  g_assert_cmpstr (log->str, ==, "notice 1\nprogress lib a 1\n");
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-2"), ==, 1);
  assert_usable (store);
}

/* Sets how big files can get, which is how a disk is full here. */
static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_full_at_start (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = NULL;

  limit_files (1024);
  store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  limit_files (RLIM_INFINITY);

  assert_in_memory (store);
  g_assert_nonnull (strstr (plumb_store_get_notice (store), "full"));
  assert_usable (store);
}

static void
test_full_while_running (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = g_strnfill (100000, 't');
  PlumbStore *store = plumb_test_folder_open (folder);

  plumb_test_mark (store, "a", 1);
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:a", "A", &assert_error));
  plumb_test_record (store, log);

  limit_files (plumb_test_folder_get_size (folder));
  g_assert_false (plumb_store_add_bookmark (store, "p:b", title, &error));
  limit_files (RLIM_INFINITY);

  g_assert_error (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_FULL);
  assert_in_memory (store);
  g_assert_nonnull (strstr (plumb_store_get_notice (store), "full"));
  g_assert_cmpstr (log->str, ==, "notice 1\nitems 1 -0 +1\nbookmarks 2\n");
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  assert_usable (store);
  g_assert_finalize_object (store);

  /* What was there before is still there. */
  store = plumb_test_folder_open (folder);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:a"));
  g_assert_null (plumb_store_find_bookmark (store, "p:b"));
  g_assert_finalize_object (store);
}

/* The thread that writes the places finds the disk full. */
static void
test_full_for_writer (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autofree char *block = g_strnfill (100000, 'b');
  const char *kept;
  double fraction;

  plumb_store_note_scroll (store, "lib", "a", 1, block, 0.25);
  limit_files (plumb_test_folder_get_size (folder));
  plumb_store_flush (store);
  limit_files (RLIM_INFINITY);

  assert_in_memory (store);
  g_assert_true (plumb_store_get_scroll (store, "lib", "a", 1, &kept, &fraction));
  g_assert_cmpstr (kept, ==, block);
  assert_usable (store);
}

/* Somebody tidies up while the program runs. */
static void
test_deleted_while_running (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = plumb_test_folder_open (folder);

  plumb_test_mark (store, "a", 1);
  g_assert_cmpint (g_unlink (folder->database), ==, 0);
  assert_usable (store);
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_FINE);
  g_assert_finalize_object (store);

  assert_kept (folder);
  store = plumb_test_folder_open (folder);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);

  g_assert_cmpint (g_unlink (folder->database), ==, 0);
  plumb_store_refresh (store);
  g_assert_true (g_file_test (folder->database, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (store);
  store = plumb_test_folder_open (folder);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_finalize_object (store);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  /* Folders of its own would be closed to the user without rights. */
  g_test_init (&argc, &argv, NULL);
  /* A write that is too big is to fail, and not to end the program. */
  signal (SIGXFSZ, SIG_IGN);

  g_test_add_func ("/conditions/fine", test_fine);
  g_test_add_func ("/conditions/modes", test_modes);
  g_test_add_func ("/conditions/modes-read-nothing", test_modes_read_nothing);
  g_test_add_func ("/conditions/properties", test_properties);
  g_test_add_func ("/conditions/zero-length", test_zero_length);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) {
    g_test_add_data_func (damages[i].path, GUINT_TO_POINTER (i), test_damaged);
  }
  g_test_add_func ("/conditions/damaged/again", test_damaged_again);
  g_test_add_func ("/conditions/damaged/with-journal", test_damaged_with_journal);
  g_test_add_func ("/conditions/damaged/page", test_damaged_page);
  g_test_add_func ("/conditions/damaged/any-page", test_any_damaged_page);
  g_test_add_func ("/conditions/damaged/impossible-content", test_impossible_content);
  g_test_add_func ("/conditions/damaged/while-running", test_damaged_while_running);
  g_test_add_func ("/conditions/damaged/for-writer", test_damaged_for_writer);
  g_test_add_func ("/conditions/damaged/stale-report", test_stale_report);
  g_test_add_func ("/conditions/damaged/set-aside-by-another", test_set_aside_by_another);
  g_test_add_func ("/conditions/damaged/writer-outlives-nobody", test_writer_outlives_nobody);
  g_test_add_func ("/conditions/newer", test_newer);
  g_test_add_func ("/conditions/newer-while-running", test_newer_while_running);
  g_test_add_func ("/conditions/file-for-folder", test_file_for_folder);
  g_test_add_func ("/conditions/unwritable-folder", test_unwritable_folder);
  g_test_add_func ("/conditions/read-only", test_read_only);
  g_test_add_func ("/conditions/read-only-and-damaged", test_read_only_and_damaged);
  g_test_add_func ("/conditions/no-journal", test_no_journal);
  g_test_add_func ("/conditions/full/at-start", test_full_at_start);
  g_test_add_func ("/conditions/full/while-running", test_full_while_running);
  g_test_add_func ("/conditions/full/for-writer", test_full_for_writer);
  g_test_add_func ("/conditions/deleted-while-running", test_deleted_while_running);

  return g_test_run ();
}
