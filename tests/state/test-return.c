/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A store that went on in memory comes back to the disk when that can be written again. */

#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <unistd.h>

#include "plumb-fault-vfs.h"
#include "plumb-state-test.h"

#define ANY_WRITE (PLUMB_FAULT_WRITE | PLUMB_FAULT_CREATE)
#define ANYTHING \
  (PLUMB_FAULT_READ | PLUMB_FAULT_WRITE | PLUMB_FAULT_SYNC | PLUMB_FAULT_CREATE | \
   PLUMB_FAULT_DELETE)

static void
assert_fine (PlumbStore *store)
{
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_FINE);
  g_assert_cmpstr (plumb_store_get_notice (store), ==, NULL);
}

static void
count_cb (PlumbStore *store, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* What a reader does while nothing can be written: they add, and they take away. */
static void
read_on (PlumbStore *store)
{
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  plumb_store_unmark_read (store, "lib", "old", 1, NULL);
  plumb_test_mark (store, "new", 2);
  plumb_store_remove_bookmark (store, "p:old", NULL);
  plumb_store_add_bookmark (store, "p:new", "New", NULL);
  g_ptr_array_add (windows, plumb_window_record_new ("p:window", 800, 600, FALSE));
  plumb_store_note_windows (store, windows);
  plumb_store_note_scroll (store, "lib", "new", 2, "block", 0.5);
  plumb_test_assert_in_memory (store);
}

static void
assert_read_on (PlumbStore *store)
{
  g_autoptr (GPtrArray) windows = plumb_store_dup_windows (store);
  const char *block;
  double fraction;

  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "old"), ==, 0);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "new"), ==, PLUMB_LEVEL_BIT (2));
  g_assert_null (plumb_store_find_bookmark (store, "p:old"));
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:new"));
  g_assert_cmpuint (windows->len, ==, 1);
  g_assert_true (plumb_store_get_scroll (store, "lib", "new", 2, &block, &fraction));
  g_assert_cmpstr (block, ==, "block");
}

static void
assert_kept (PlumbTestFolder *folder)
{
  PlumbStore *store = plumb_test_folder_open (folder);

  assert_read_on (store);
  g_assert_finalize_object (store);
}

/* A store that has something on the disk, and can't write to it any more. */
static PlumbStore *
open_full (PlumbTestFolder *folder)
{
  PlumbStore *store = plumb_test_folder_open (folder);

  plumb_test_mark (store, "old", 1);
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:old", "Old", &assert_error));
  plumb_fault_vfs_arm (ANY_WRITE, 0, TRUE, SQLITE_FULL);
  read_on (store);

  return store;
}

/* What was erased while nothing could be written is on the disk no more, not even between the records; and what was
 * kept, is. */
static void
test_erased (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autofree char *filling = g_strnfill (20000, 'x');
  g_autofree char *text = g_strconcat (filling, "what-i-think", filling, NULL);

  plumb_test_assert_done (plumb_store_keep_answers (store, "lib", text, &assert_error));
  g_assert_true (plumb_test_folder_holds (folder, "what-i-think"));
  plumb_fault_vfs_arm (ANY_WRITE, 0, TRUE, SQLITE_FULL);
  plumb_store_keep_answers (store, "other", "and-here", NULL);
  plumb_store_note_check (store, "lib", "topic", "q", FALSE, 20000, NULL);
  plumb_store_erase_all_answers (store, "lib", NULL);
  plumb_test_assert_in_memory (store);

  plumb_fault_vfs_disarm ();
  plumb_store_refresh (store);
  assert_fine (store);
  g_assert_false (plumb_test_folder_holds (folder, "what-i-think"));
  g_assert_true (plumb_test_folder_holds (folder, "and-here"));
  g_assert_nonnull (plumb_store_find_check (store, "lib", "topic", "q"));
}

static void
test_full (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = open_full (folder);
  guint n = 0;

  g_signal_connect (store, "notify::notice", G_CALLBACK (count_cb), &n);
  plumb_store_refresh (store);
  plumb_test_assert_in_memory (store);
  g_assert_cmpuint (n, ==, 0);
  assert_read_on (store);

  plumb_fault_vfs_disarm ();
  plumb_store_refresh (store);
  assert_fine (store);
  g_assert_cmpuint (n, ==, 1);
  assert_read_on (store);

  /* From here on all is as ever. */
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:later", "Later", &assert_error));
  g_assert_finalize_object (store);
  assert_kept (folder);
  store = plumb_test_folder_open (folder);
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:later"));
  g_assert_finalize_object (store);
}

/* The end of the program is the last chance. */
static void
test_flush (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = open_full (folder);

  plumb_fault_vfs_disarm ();
  plumb_store_flush (store);
  assert_fine (store);
  g_assert_finalize_object (store);
  assert_kept (folder);
}

/* No folder could be made at the start; then what was in its way is gone. */
static void
test_no_folder (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *parent = g_path_get_dirname (folder->path);
  PlumbStore *store;

  g_assert_true (g_file_set_contents (parent, "a file", -1, NULL));
  store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  read_on (store);
  plumb_store_refresh (store);
  plumb_test_assert_in_memory (store);
  g_assert_cmpint (g_unlink (parent), ==, 0);
  plumb_store_refresh (store);
  assert_fine (store);
  g_assert_finalize_object (store);
  assert_kept (folder);
}

/* What another program has written since is not overwritten. */
static void
test_written_by_another (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = open_full (folder);
  PlumbStore *other;

  plumb_fault_vfs_disarm ();
  other = plumb_test_folder_open (folder);
  plumb_test_assert_done (plumb_store_add_bookmark (other, "p:other", "Other", &assert_error));
  plumb_store_refresh (store);
  plumb_test_assert_in_memory (store);
  assert_read_on (store);
  plumb_store_flush (store);
  plumb_test_assert_in_memory (store);
  plumb_store_refresh (other);
  g_assert_nonnull (plumb_store_find_bookmark (other, "p:other"));
  g_assert_nonnull (plumb_store_find_bookmark (other, "p:old"));
  g_assert_finalize_object (other);
  g_assert_finalize_object (store);
}

/* The disk fails at each operation of the way back in turn, and can be written after that. */
static void
test_faults_on_the_way (void)
{
  guint countdown = 0;
  gboolean failed = TRUE;

  for (; failed; countdown++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
    PlumbStore *store = open_full (folder);

    plumb_fault_vfs_disarm ();
    plumb_fault_vfs_arm (ANYTHING, countdown, FALSE, SQLITE_IOERR);
    plumb_store_refresh (store);
    failed = plumb_fault_vfs_disarm () > 0;
    assert_read_on (store);
    if (plumb_store_get_condition (store) == PLUMB_STORE_CONDITION_IN_MEMORY) {
      plumb_store_refresh (store);
    }
    assert_fine (store);
    assert_read_on (store);
    g_assert_finalize_object (store);
    assert_kept (folder);
  }
  g_assert_cmpuint (countdown, >, 5);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  plumb_fault_vfs_install ();

  g_test_add_func ("/return/full", test_full);
  g_test_add_func ("/return/erased", test_erased);
  g_test_add_func ("/return/flush", test_flush);
  g_test_add_func ("/return/no-folder", test_no_folder);
  g_test_add_func ("/return/written-by-another", test_written_by_another);
  g_test_add_func ("/return/faults-on-the-way", test_faults_on_the_way);

  return g_test_run ();
}
