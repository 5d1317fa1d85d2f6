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

/* A user without rights. */
#define NOBODY 65534

static void
test_fine (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = plumb_test_folder_open (folder);
  g_autofree char *settings = NULL;
  GStatBuf buffer;

  g_assert_cmpint (plumb_store_get_mode (store), ==, PLUMB_STORE_MODE_DISK);
  plumb_test_assert_usable (store);

  /* Nobody else may read it. */
  g_assert_cmpint (g_stat (folder->path, &buffer), ==, 0);
  g_assert_cmpint (buffer.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (folder->database, &buffer), ==, 0);
  g_assert_cmpint (buffer.st_mode & 0777, ==, 0600);

  g_assert_finalize_object (store);
  plumb_test_assert_kept (folder);
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

  plumb_test_assert_usable (session);
  plumb_store_refresh (session);
  plumb_test_assert_usable (session);
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

  plumb_test_folder_fill (folder, 1);
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
  plumb_test_assert_usable (store);
  g_assert_finalize_object (store);
  plumb_test_assert_kept (folder);
}

static void
test_newer (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *path = NULL;
  g_autofree char *version = NULL;
  PlumbStore *store;

  plumb_test_folder_fill (folder, 10);
  plumb_test_folder_execute (folder, "PRAGMA user_version = 4711; CREATE TABLE future (x)");

  store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  plumb_test_assert_set_aside (folder, store, PLUMB_STORE_CONDITION_NEWER, "plumb.db.newer-");
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-0"), ==, 0);
  plumb_test_assert_usable (store);

  /* The newer Plumb can have it back. */
  path = g_build_filename (folder->path, plumb_store_get_set_aside_name (store), NULL);
  g_assert_finalize_object (store);
  plumb_test_assert_kept (folder);
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
  plumb_test_assert_in_memory (store);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "b"), ==, 1);
  plumb_test_assert_usable (store);
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
  plumb_test_assert_in_memory (store);
  plumb_test_assert_usable (store);
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

    plumb_test_assert_in_memory (store);
    plumb_test_assert_usable (store);
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

    plumb_test_folder_fill (folder, 3);
    g_assert_cmpint (g_chmod (folder->database, cases[i].file_mode), ==, 0);
    g_assert_cmpint (g_chmod (folder->path, cases[i].folder_mode), ==, 0);
    if (!become_nobody (folder)) {
      return;
    }

    store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
    plumb_test_assert_in_memory (store);
    g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-2"),
                      ==,
                      cases[i].readable ? 1 : 0);
    plumb_test_assert_usable (store);
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

  plumb_test_folder_fill (folder, 300);
  plumb_test_folder_overwrite (folder, 4096, 4096, 0xff);
  g_assert_cmpint (g_chmod (folder->database, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder->path, 0555), ==, 0);
  if (!become_nobody (folder)) {
    return;
  }
  store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  plumb_test_assert_in_memory (store);
  plumb_test_assert_usable (store);
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

  plumb_test_folder_fill (folder, 3);
  store = plumb_test_folder_open (folder);
  plumb_test_record (store, log);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-2"), ==, 1);
  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);

  g_assert_false (plumb_store_mark_read (store, "lib", "a", 1, PLUMB_READ_HOW_MARKED, &error));
  g_assert_error (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_UNWRITABLE);
  plumb_test_assert_in_memory (store);
  g_assert_cmpstr (log->str, ==, "notice 1\nprogress lib a 1\n");
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-2"), ==, 1);
  plumb_test_assert_usable (store);
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

  plumb_test_assert_in_memory (store);
  g_assert_nonnull (strstr (plumb_store_get_notice (store), "full"));
  plumb_test_assert_usable (store);
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
  plumb_test_assert_in_memory (store);
  g_assert_nonnull (strstr (plumb_store_get_notice (store), "full"));
  g_assert_cmpstr (log->str, ==, "notice 1\nitems 1 -0 +1\nbookmarks 2\n");
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  /* There is room again, so that this also takes to the disk what was done meanwhile. */
  plumb_test_assert_usable (store);
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_FINE);
  g_assert_finalize_object (store);

  store = plumb_test_folder_open (folder);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:a"));
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:b"));
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

  plumb_test_assert_in_memory (store);
  g_assert_true (plumb_store_get_scroll (store, "lib", "a", 1, &kept, &fraction));
  g_assert_cmpstr (kept, ==, block);
  plumb_test_assert_usable (store);
}

/* Somebody tidies up while the program runs. */
static void
test_deleted_while_running (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = plumb_test_folder_open (folder);

  plumb_test_mark (store, "a", 1);
  g_assert_cmpint (g_unlink (folder->database), ==, 0);
  plumb_test_assert_usable (store);
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_FINE);
  g_assert_finalize_object (store);

  plumb_test_assert_kept (folder);
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
