/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The disk fails at every operation in turn, in every way. Whatever happens, the store goes on, shows
 * what was marked, and what it said to be on the disk is there afterwards. */

#include <locale.h>
#include <sqlite3.h>

#include "plumb-fault-vfs.h"
#include "plumb-state-test.h"

static const struct {
  const char *path;
  guint kinds;
  int result;
} disks[] = {
  { "/faults/full", PLUMB_FAULT_WRITE | PLUMB_FAULT_CREATE, SQLITE_FULL },
  { "/faults/write", PLUMB_FAULT_WRITE, SQLITE_IOERR_WRITE },
  { "/faults/sync", PLUMB_FAULT_SYNC, SQLITE_IOERR_FSYNC },
  { "/faults/truncate", PLUMB_FAULT_TRUNCATE, SQLITE_IOERR_TRUNCATE },
  { "/faults/create", PLUMB_FAULT_CREATE, SQLITE_CANTOPEN },
  { "/faults/delete", PLUMB_FAULT_DELETE, SQLITE_IOERR_DELETE },
  { "/faults/read", PLUMB_FAULT_READ, SQLITE_IOERR_READ },
  { "/faults/corrupt", PLUMB_FAULT_READ, SQLITE_CORRUPT },
  { "/faults/corrupt-file-system", PLUMB_FAULT_READ, SQLITE_IOERR_CORRUPTFS },
  { "/faults/everything",
    PLUMB_FAULT_READ | PLUMB_FAULT_WRITE | PLUMB_FAULT_SYNC | PLUMB_FAULT_TRUNCATE |
        PLUMB_FAULT_CREATE | PLUMB_FAULT_DELETE,
    SQLITE_IOERR },
};

#define N_STEPS 5

/* Takes one step of what a reader does, and says whether it is on the disk. */
static gboolean
take_step (PlumbStore *store, guint step)
{
  g_autoptr (GError) error = NULL;
  PlumbStoreCondition before = plumb_store_get_condition (store);
  gboolean done;

  switch (step) {
  case 0:
    done = plumb_store_mark_read (store, "lib", "new", 1, PLUMB_READ_HOW_SEEN, &error);
    break;
  case 1:
    done = plumb_store_add_bookmark (store, "p:new", "New", &error);
    break;
  case 2:
    done = plumb_store_unmark_read (store, "lib", "old", 1, &error);
    break;
  case 3:
    done = plumb_store_move_bookmark (store, "p:new", 0, &error);
    break;
  case 4:
    done = plumb_store_mark_read (store, "lib", "new", 2, PLUMB_READ_HOW_MARKED, &error);
    break;
  default:
    g_assert_not_reached ();
  }
  g_assert_true (done == (error == NULL));
  if (!done) {
    /* The reader can always be told what to make of it. */
    g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_IN_MEMORY);
    g_assert_cmpstr (error->message, !=, "");
  }

  /* The step that takes the store to memory does not pass for one that is kept. */
  if (done && before != PLUMB_STORE_CONDITION_IN_MEMORY) {
    g_assert_cmpint (plumb_store_get_condition (store), !=, PLUMB_STORE_CONDITION_IN_MEMORY);
  }

  return done && plumb_store_get_condition (store) != PLUMB_STORE_CONDITION_IN_MEMORY;
}

static gboolean
shows_step (PlumbStore *store, guint step)
{
  g_autoptr (PlumbBookmark) first = NULL;

  switch (step) {
  case 0:
    return plumb_store_get_read_mark (store, "lib", "new", 1, NULL, NULL);
  case 1:
    return plumb_store_find_bookmark (store, "p:new") != NULL;
  case 2:
    return plumb_store_get_levels_read (store, "lib", "old") == 0;
  case 3:
    first = g_list_model_get_item (plumb_store_get_bookmarks (store), 0);
    return first != NULL && g_str_equal (plumb_bookmark_get_place (first), "p:new");
  case 4:
    return plumb_store_get_read_mark (store, "lib", "new", 2, NULL, NULL);
  default:
    g_assert_not_reached ();
  }
}

/* Returns whether the disk failed at all. */
static gboolean
try_fault (guint disk, guint countdown, gboolean lasting)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = plumb_test_folder_open (folder);
  gboolean on_disk[N_STEPS];
  gboolean set_aside;
  gboolean in_memory;
  guint n_faults;

  plumb_test_mark (store, "old", 1);
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:old", "Old", &assert_error));
  g_assert_finalize_object (store);

  plumb_fault_vfs_arm (disks[disk].kinds, countdown, lasting, disks[disk].result);
  store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  for (guint step = 0; step < N_STEPS; step++) {
    on_disk[step] = take_step (store, step);
    /* The control that was touched shows it, and so do the others. */
    for (guint i = 0; i <= step; i++) {
      g_assert_true (shows_step (store, i));
    }
  }
  in_memory = plumb_store_get_condition (store) == PLUMB_STORE_CONDITION_IN_MEMORY;
  set_aside = plumb_store_get_set_aside_name (store) != NULL;
  g_assert_true ((plumb_store_get_condition (store) == PLUMB_STORE_CONDITION_FINE) ==
                 (plumb_store_get_notice (store) == NULL));
  g_assert_finalize_object (store);
  n_faults = plumb_fault_vfs_disarm ();

  /* What was kept before the file was set aside, and could not be carried over, is in that. */
  store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_FINE);
  if (!(set_aside && in_memory)) {
    for (guint step = 0; step < N_STEPS; step++) {
      if (on_disk[step]) {
        g_assert_true (shows_step (store, step));
      }
    }
  }
  g_assert_finalize_object (store);

  return n_faults > 0;
}

static void
test_disk (gconstpointer data)
{
  guint disk = GPOINTER_TO_UINT (data);

  for (int lasting = 0; lasting <= 1; lasting++) {
    guint countdown = 0;

    while (try_fault (disk, countdown, lasting)) {
      countdown++;
    }
    g_test_message ("%s faults at %u places", lasting ? "Lasting" : "Single", countdown);
    /* A rollback journal isn't truncated, so that there may be nothing to fail. */
    if (disks[disk].kinds != PLUMB_FAULT_TRUNCATE) {
      g_assert_cmpuint (countdown, >, 0);
    }
  }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  plumb_fault_vfs_install ();

  for (guint i = 0; i < G_N_ELEMENTS (disks); i++) {
    g_test_add_data_func (disks[i].path, GUINT_TO_POINTER (i), test_disk);
  }

  return g_test_run ();
}
