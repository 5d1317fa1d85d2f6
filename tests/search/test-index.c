/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <utime.h>

#include "plumb-index-location.h"
#include "plumb-index-reader.h"
#include "plumb-search-error.h"
#include "search-test.h"

typedef struct {
  char *path;
  GFile *folder;
  FixtureGate *gate;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->path = search_test_make_folder ();
  fixture->folder = g_file_new_for_path (fixture->path);
  fixture->gate = fixture_gate_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  search_test_remove_folder (fixture->path);
  g_free (fixture->path);
  g_object_unref (fixture->folder);
  fixture_gate_unref (fixture->gate);
}

static PlumbSearchIndex *
make_index (GFile *folder, FixtureGate *gate, const char *name, const char *hash)
{
  g_autoptr (PlumbSearchFeed) feed = NULL;

  feed = fixture_feed_new (name, hash, search_test_topics, search_test_n_topics, gate);

  return plumb_search_index_new_for_feed (feed, folder);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
check_progress_cb (PlumbSearchIndex *index, GParamSpec *pspec, double *last)
{
  double progress = plumb_search_index_get_progress (index);

  g_assert_cmpfloat (progress, >=, *last);
  g_assert_cmpfloat (progress, <=, 1);
  *last = progress;
}

static void
test_new_destroy (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/nowhere");
  PlumbSearchIndex *index = make_index (folder, NULL, "n", "h");
  g_autoptr (GFile) same = NULL;
  PlumbSearchIndexState state;
  gboolean ready;
  double progress;

  g_object_get (index,
                "cache-folder",
                &same,
                "state",
                &state,
                "ready",
                &ready,
                "progress",
                &progress,
                NULL);
  g_assert_true (same == folder);
  g_assert_cmpint (state, ==, PLUMB_SEARCH_INDEX_STATE_IDLE);
  g_assert_false (ready);
  g_assert_cmpfloat (progress, ==, 0);
  g_assert_null (plumb_search_index_get_library (index));
  g_assert_null (plumb_search_index_get_error (index));
  g_assert_false (plumb_search_index_get_in_memory (index));

  g_assert_finalize_object (index);
}

static void
test_made (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbSearchIndex) index = make_index (fixture->folder, fixture->gate, "n", "h");
  guint n_ready = 0;
  guint n_states = 0;
  double progress = 0;

  g_signal_connect_swapped (index, "notify::ready", G_CALLBACK (count_cb), &n_ready);
  g_signal_connect_swapped (index, "notify::state", G_CALLBACK (count_cb), &n_states);
  g_signal_connect (index, "notify::progress", G_CALLBACK (check_progress_cb), &progress);

  plumb_search_index_prepare (index);
  g_assert_cmpint (plumb_search_index_get_state (index), ==, PLUMB_SEARCH_INDEX_STATE_PREPARING);
  /* Asking again changes nothing. */
  plumb_search_index_prepare (index);
  search_test_prepare (index);

  g_assert_cmpint (plumb_search_index_get_state (index), ==, PLUMB_SEARCH_INDEX_STATE_READY);
  g_assert_true (plumb_search_index_get_ready (index));
  g_assert_false (plumb_search_index_get_in_memory (index));
  g_assert_cmpfloat (plumb_search_index_get_progress (index), ==, 1);
  g_assert_cmpfloat (progress, ==, 1);
  g_assert_cmpuint (n_ready, ==, 1);
  g_assert_cmpuint (n_states, ==, 2);
  g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), ==, search_test_n_topics);
  g_assert_cmpuint (search_test_count_files (fixture->path, ".index"), ==, 1);
  g_assert_cmpuint (search_test_count_files (fixture->path, ""), ==, 1);
}

/* Progress comes while the work goes on, not only at its end. */
static void
test_progress (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbSearchIndex) index = make_index (fixture->folder, fixture->gate, "n", "h");

  fixture_gate_close (fixture->gate, 3);
  plumb_search_index_prepare (index);
  search_test_wait_for (plumb_search_index_get_progress (index) > 0.5);
  g_assert_cmpfloat (plumb_search_index_get_progress (index), <, 0.7);
  g_assert_false (plumb_search_index_get_ready (index));

  fixture_gate_open (fixture->gate);
  search_test_prepare (index);
  g_assert_cmpfloat (plumb_search_index_get_progress (index), ==, 1);
}

static void
test_reused (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbSearchIndex) first = make_index (fixture->folder, NULL, "n", "h");
  g_autoptr (PlumbSearchIndex) second = make_index (fixture->folder, fixture->gate, "n", "h");

  search_test_prepare (first);
  search_test_prepare (second);

  g_assert_true (plumb_search_index_get_ready (second));
  g_assert_false (plumb_search_index_get_in_memory (second));
  g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), ==, 0);
}

static void
test_changed (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbSearchIndex) first = make_index (fixture->folder, NULL, "n", "h");
  g_autoptr (PlumbSearchIndex) other = make_index (fixture->folder, NULL, "other", "h");
  g_autoptr (PlumbSearchIndex) changed = make_index (fixture->folder, fixture->gate, "n", "h2");
  g_autofree char *first_path = NULL;

  search_test_prepare (first);
  first_path = search_test_find_index (fixture->path);
  search_test_prepare (other);
  g_assert_cmpuint (search_test_count_files (fixture->path, ".index"), ==, 2);

  search_test_prepare (changed);
  g_assert_true (plumb_search_index_get_ready (changed));
  g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), ==, search_test_n_topics);

  /* What it replaces is gone; that of another library is not. */
  g_assert_cmpuint (search_test_count_files (fixture->path, ".index"), ==, 2);
  g_assert_false (g_file_test (first_path, G_FILE_TEST_EXISTS));
}

static void
make_empty (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
make_garbage (const char *path)
{
  g_autofree char *garbage = g_strnfill (50000, 'x');

  g_assert_true (g_file_set_contents (path, garbage, -1, NULL));
}

static void
make_short (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (truncate (path, info.st_size / 8192 * 4096), ==, 0);
}

static void
make_long (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (truncate (path, info.st_size + 4096), ==, 0);
}

/* A page in the middle that has become something else. */
static void
make_rotten (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 3 * 4096);
  memset (contents + 4096, 0x5a, length - 2 * 4096);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

static void
execute (const char *path, const char *sql)
{
  g_autoptr (sqlite3) database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
make_older (const char *path)
{
  execute (path, "PRAGMA user_version = 0");
}

static void
make_foreign (const char *path)
{
  execute (path, "PRAGMA application_id = 1");
}

static void
make_other_library (const char *path)
{
  execute (path, "UPDATE meta SET value = 'other' WHERE key = 'name'");
}

static void
make_other_content (const char *path)
{
  execute (path, "UPDATE meta SET value = 'h0' WHERE key = 'hash'");
}

static void
make_other_tokenizer (const char *path)
{
  execute (path, "UPDATE meta SET value = '0' WHERE key = 'tokenizer'");
}

static void
make_incomplete (const char *path)
{
  execute (path, "DELETE FROM topic WHERE id = 5");
}

static void
make_unfinished (const char *path)
{
  execute (path, "DELETE FROM meta");
}

static void
make_no_tables (const char *path)
{
  execute (path, "DROP TABLE topic");
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static const struct {
  const char *name;
  void (*spoil) (const char *path);
  /* Whether what is there can be replaced. */
  gboolean replaceable;
} spoilers[] = {
  { "empty", make_empty, TRUE },
  { "garbage", make_garbage, TRUE },
  { "short", make_short, TRUE },
  { "long", make_long, TRUE },
  { "rotten", make_rotten, TRUE },
  { "older", make_older, TRUE },
  { "foreign", make_foreign, TRUE },
  { "other-library", make_other_library, TRUE },
  { "other-content", make_other_content, TRUE },
  { "other-tokenizer", make_other_tokenizer, TRUE },
  { "incomplete", make_incomplete, TRUE },
  { "unfinished", make_unfinished, TRUE },
  { "no-tables", make_no_tables, TRUE },
  { "folder", make_folder, FALSE },
};

static void
test_damaged (Fixture *fixture, gconstpointer user_data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spoilers); i++) {
    g_autoptr (PlumbSearchIndex) first = make_index (fixture->folder, NULL, "n", "h");
    g_autoptr (FixtureGate) gate = fixture_gate_new ();
    g_autoptr (PlumbSearchIndex) second = make_index (fixture->folder, gate, "n", "h");
    g_autoptr (PlumbSearchIndex) third = make_index (fixture->folder, fixture->gate, "n", "h");
    g_autofree char *path = NULL;

    g_test_message ("%s", spoilers[i].name);
    search_test_prepare (first);
    path = search_test_find_index (fixture->path);
    spoilers[i].spoil (path);

    search_test_prepare (second);
    g_assert_true (plumb_search_index_get_ready (second));
    g_assert_cmpuint (fixture_gate_get_n_loads (gate), >=, search_test_n_topics);

    if (spoilers[i].replaceable) {
      g_assert_false (plumb_search_index_get_in_memory (second));
      g_assert_cmpuint (fixture_gate_get_n_loads (gate), ==, search_test_n_topics);

      /* Now it is good again. */
      search_test_prepare (third);
      g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), ==, 0);
    } else {
      g_assert_true (plumb_search_index_get_in_memory (second));
      g_assert_cmpint (g_rmdir (path), ==, 0);
    }
    g_assert_cmpuint (search_test_count_files (fixture->path, ".part"), ==, 0);
  }
}

static void
test_in_memory (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *file = g_build_filename (fixture->path, "file", NULL);
  g_autofree char *below = g_build_filename (file, "below", NULL);
  g_autoptr (GFile) impossible = g_file_new_for_path (below);
  g_autoptr (GFile) elsewhere = g_file_new_for_uri ("resource:///nowhere");
  GFile *const folders[] = { NULL, impossible, elsewhere };

  /* A folder can't be made below a file, not even by root, who may write anywhere else. */
  g_assert_true (g_file_set_contents (file, "", 0, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++) {
    g_autoptr (PlumbSearchIndex) index = make_index (folders[i], NULL, "n", "h");

    search_test_prepare (index);
    g_assert_true (plumb_search_index_get_ready (index));
    g_assert_true (plumb_search_index_get_in_memory (index));
    g_assert_null (plumb_search_index_get_error (index));
  }
}

/* Where nothing can be written, an index that is there already is used. */
static void
test_read_only (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbSearchIndex) first = make_index (fixture->folder, NULL, "n", "h");
  g_autoptr (PlumbSearchIndex) second = make_index (fixture->folder, fixture->gate, "n", "h");
  g_autofree char *path = NULL;

  search_test_prepare (first);
  path = search_test_find_index (fixture->path);
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0500), ==, 0);

  search_test_prepare (second);
  g_assert_true (plumb_search_index_get_ready (second));
  g_assert_false (plumb_search_index_get_in_memory (second));
  g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), ==, 0);

  g_assert_cmpint (g_chmod (fixture->path, 0700), ==, 0);
}

static void
test_makes_folder (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->path, "a?b#c%20", "ü", NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (PlumbSearchIndex) index = make_index (folder, NULL, "n", "h");
  g_autoptr (PlumbSearchIndex) again = make_index (folder, fixture->gate, "n", "h");

  search_test_prepare (index);
  g_assert_false (plumb_search_index_get_in_memory (index));
  g_assert_cmpuint (search_test_count_files (path, ".index"), ==, 1);
  search_test_prepare (again);
  g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), ==, 0);

  search_test_remove_folder (path);
  g_assert_cmpint (g_rmdir (parent), ==, 0);
}

static void
test_cancelled (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbSearchIndex) index = make_index (fixture->folder, fixture->gate, "n", "h");

  /* There is nothing to cancel yet. */
  plumb_search_index_cancel (index);
  g_assert_cmpint (plumb_search_index_get_state (index), ==, PLUMB_SEARCH_INDEX_STATE_IDLE);

  fixture_gate_close (fixture->gate, 3);
  plumb_search_index_prepare (index);
  fixture_gate_wait (fixture->gate);
  plumb_search_index_cancel (index);
  g_assert_cmpint (plumb_search_index_get_state (index), ==, PLUMB_SEARCH_INDEX_STATE_IDLE);
  g_assert_cmpfloat (plumb_search_index_get_progress (index), ==, 0);

  fixture_gate_open (fixture->gate);
  search_test_wait_for (search_test_count_files (fixture->path, "") == 0);
  g_assert_cmpint (plumb_search_index_get_state (index), ==, PLUMB_SEARCH_INDEX_STATE_IDLE);

  search_test_prepare (index);
  g_assert_true (plumb_search_index_get_ready (index));
  plumb_search_index_cancel (index);
  g_assert_true (plumb_search_index_get_ready (index));
}

/* Cancelled and started anew while the first thread is still at it */
static void
test_restarted (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbSearchIndex) index = make_index (fixture->folder, fixture->gate, "n", "h");
  guint n_ready = 0;

  g_signal_connect_swapped (index, "notify::ready", G_CALLBACK (count_cb), &n_ready);
  fixture_gate_close (fixture->gate, 3);
  plumb_search_index_prepare (index);
  fixture_gate_wait (fixture->gate);
  plumb_search_index_cancel (index);
  plumb_search_index_prepare (index);
  fixture_gate_open (fixture->gate);

  search_test_prepare (index);
  search_test_wait_for (search_test_count_files (fixture->path, "") == 1);
  g_assert_true (plumb_search_index_get_ready (index));
  g_assert_cmpuint (n_ready, ==, 1);
}

static void
test_destroyed (Fixture *fixture, gconstpointer user_data)
{
  PlumbSearchIndex *index = make_index (fixture->folder, fixture->gate, "n", "h");

  fixture_gate_close (fixture->gate, 3);
  plumb_search_index_prepare (index);
  fixture_gate_wait (fixture->gate);
  g_assert_finalize_object (index);

  fixture_gate_open (fixture->gate);
  search_test_wait_for (search_test_count_files (fixture->path, "") == 0);
}

static void
test_two_at_once (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (FixtureGate) second_gate = fixture_gate_new ();
  g_autoptr (PlumbSearchIndex) first = make_index (fixture->folder, fixture->gate, "n", "h");
  g_autoptr (PlumbSearchIndex) second = make_index (fixture->folder, second_gate, "n", "h");

  /* Both are half-way when either goes on. */
  fixture_gate_close (fixture->gate, 3);
  fixture_gate_close (second_gate, 3);
  plumb_search_index_prepare (first);
  plumb_search_index_prepare (second);
  fixture_gate_wait (fixture->gate);
  fixture_gate_wait (second_gate);
  g_assert_cmpuint (search_test_count_files (fixture->path, ".part"), ==, 2);
  fixture_gate_open (fixture->gate);
  fixture_gate_open (second_gate);

  search_test_prepare (first);
  search_test_prepare (second);
  g_assert_true (plumb_search_index_get_ready (first));
  g_assert_true (plumb_search_index_get_ready (second));
  g_assert_cmpuint (search_test_count_files (fixture->path, ""), ==, 1);
}

/* Without memory nothing works; with some again, all does. */
static void
test_failed (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbSearchIndex) index = make_index (fixture->folder, NULL, "n", "h");
  sqlite3_int64 limit = sqlite3_hard_heap_limit64 (0);

  sqlite3_hard_heap_limit64 (1);
  search_test_prepare (index);
  sqlite3_hard_heap_limit64 (limit);

  g_assert_cmpint (plumb_search_index_get_state (index), ==, PLUMB_SEARCH_INDEX_STATE_FAILED);
  g_assert_error (plumb_search_index_get_error (index),
                  PLUMB_SEARCH_ERROR,
                  PLUMB_SEARCH_ERROR_MEMORY);
  g_assert_cmpuint (search_test_count_files (fixture->path, ""), ==, 0);

  search_test_prepare (index);
  g_assert_true (plumb_search_index_get_ready (index));
  g_assert_null (plumb_search_index_get_error (index));
}

static GSubprocess *
start_child (const char *mode, const char *path)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *child;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                            &error,
                            program,
                            "--child",
                            mode,
                            path,
                            NULL);
  g_assert_no_error (error);

  return child;
}

static void
test_killed (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GSubprocess) child = start_child ("hang", fixture->path);
  g_autoptr (PlumbSearchIndex) index = make_index (fixture->folder, fixture->gate, "n", "h");
  g_autoptr (PlumbSearchIndex) again = make_index (fixture->folder, NULL, "n", "h");
  const struct utimbuf long_ago = { 1, 1 };
  g_auto (GStrv) files = NULL;
  char ready[8] = { 0 };

  /* It says so when it is half-way. */
  g_assert_true (g_input_stream_read_all (g_subprocess_get_stdout_pipe (child),
                                          ready,
                                          strlen ("half\n"),
                                          NULL,
                                          NULL,
                                          NULL));
  g_assert_cmpstr (ready, ==, "half\n");
  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, NULL);

  files = search_test_list_folder (fixture->path);
  g_assert_cmpuint (g_strv_length (files), ==, 1);
  g_assert_true (g_str_has_suffix (files[0], ".part"));

  search_test_prepare (index);
  g_assert_true (plumb_search_index_get_ready (index));
  g_assert_false (plumb_search_index_get_in_memory (index));
  g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), ==, search_test_n_topics);

  /* What is left behind may be somebody's work for a while, and is then removed. */
  g_assert_true (g_file_test (files[0], G_FILE_TEST_EXISTS));
  g_assert_cmpint (utime (files[0], &long_ago), ==, 0);
  search_test_prepare (again);
  g_assert_cmpuint (search_test_count_files (fixture->path, ".part"), ==, 0);
  g_assert_cmpuint (search_test_count_files (fixture->path, ".index"), ==, 1);
}

static void
test_processes (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbSearchIndex) index = make_index (fixture->folder, fixture->gate, "n", "h");
  GSubprocess *children[4];

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++) {
    children[i] = start_child ("make", fixture->path);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (g_subprocess_wait_check (children[i], NULL, &error));
    g_assert_no_error (error);
    g_object_unref (children[i]);
  }

  g_assert_cmpuint (search_test_count_files (fixture->path, ""), ==, 1);
  search_test_prepare (index);
  g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), ==, 0);
}

static void
test_full (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GSubprocess) child = start_child ("full", fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_subprocess_wait_check (child, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (search_test_count_files (fixture->path, ""), ==, 0);
}

/* What the other processes do. */
static int
run_child (const char *mode, const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (FixtureGate) gate = fixture_gate_new ();
  g_autoptr (PlumbSearchIndex) index = make_index (folder, gate, "n", "h");

  if (g_str_equal (mode, "hang")) {
    fixture_gate_close (gate, 3);
    plumb_search_index_prepare (index);
    fixture_gate_wait (gate);
    if (write (STDOUT_FILENO, "half\n", strlen ("half\n")) < 0) {
      return 1;
    }
    for (;;) {
      pause ();
    }
  }

  if (g_str_equal (mode, "full")) {
    const struct rlimit limit = { 10000, 10000 };

    /* A file that may not grow fails like one on a full disk. */
    signal (SIGXFSZ, SIG_IGN);
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
    search_test_prepare (index);

    return plumb_search_index_get_in_memory (index) ? 0 : 1;
  }

  search_test_prepare (index);

  return plumb_search_index_get_ready (index) && !plumb_search_index_get_in_memory (index) ? 0 : 1;
}

/* Whatever has become of a file, it is refused or searched, and nothing worse. */
static void
test_flipped (Fixture *fixture, gconstpointer user_data)
{
  static const char *const queries[] = { "proxy", "alignment goal", "\"the goal\"", "t" };
  g_autoptr (PlumbSearchIndex) index = make_index (fixture->folder, NULL, "n", "h");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *path = NULL;
  g_autofree char *whole = NULL;
  guint n_refused = 0;
  guint n_searched = 0;
  gsize length;

  search_test_prepare (index);
  path = search_test_find_index (fixture->path);
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));

  for (guint i = 0; i < 400; i++) {
    g_autofree char *flipped = g_memdup2 (whole, length);
    g_autoptr (PlumbIndexLocation) location = plumb_index_location_new_for_file (path);
    g_autoptr (PlumbIndexReader) reader = NULL;
    guint n_flips = 1u << (i % 8);

    for (guint j = 0; j < n_flips; j++) {
      flipped[g_rand_int_range (random, 0, (gint32) length)] ^= 1
                                                                << g_rand_int_range (random, 0, 8);
    }
    g_assert_true (g_file_set_contents (path, flipped, (gssize) length, NULL));

    /* Without plumb_index_reader_verify(), which would refuse most of them */
    reader = plumb_index_reader_open (location, NULL);
    for (gsize j = 0; reader != NULL && j < G_N_ELEMENTS (queries); j++) {
      g_autoptr (PlumbQuery) query = plumb_query_new (queries[j], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = NULL;
      guint n_topics;

      hits = plumb_index_reader_search (reader, query, 60, &n_topics, NULL, &error);
      g_assert_true ((hits == NULL) == (error != NULL));
      n_searched += hits != NULL ? 1 : 0;
      n_refused += hits == NULL ? 1 : 0;
    }
  }

  g_assert_cmpuint (n_searched, >, 0);
  g_assert_cmpuint (n_refused, >, 0);
}

#define ADD(path, function) \
  g_test_add ("/search/index/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--child")) {
    return run_child (argv[2], argv[3]);
  }

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/index/new-destroy", test_new_destroy);
  ADD ("made", test_made);
  ADD ("progress", test_progress);
  ADD ("reused", test_reused);
  ADD ("changed", test_changed);
  ADD ("damaged", test_damaged);
  ADD ("flipped", test_flipped);
  ADD ("in-memory", test_in_memory);
  ADD ("read-only", test_read_only);
  ADD ("makes-folder", test_makes_folder);
  ADD ("cancelled", test_cancelled);
  ADD ("restarted", test_restarted);
  ADD ("destroyed", test_destroyed);
  ADD ("two-at-once", test_two_at_once);
  ADD ("failed", test_failed);
  ADD ("killed", test_killed);
  ADD ("processes", test_processes);
  ADD ("full", test_full);

  return g_test_run ();
}
