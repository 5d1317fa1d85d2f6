/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "plumb-state-test.h"

static void
test_new_destroy (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = plumb_test_folder_open (folder);

  plumb_test_mark (store, "a", 1);
  plumb_store_get_bookmarks (store);

  g_assert_finalize_object (store);
}

static void
test_marks (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (GError) error = NULL;
  PlumbStore *store = plumb_test_folder_open (folder);
  PlumbReadHow how;
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  gint64 when;

  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 0);
  g_assert_false (plumb_store_get_read_mark (store, "lib", "a", 1, &how, &when));

  g_assert_true (plumb_store_mark_read (store, "lib", "a", 1, PLUMB_READ_HOW_SEEN, &error));
  g_assert_no_error (error);
  g_assert_true (plumb_store_mark_read (store, "lib", "a", 3, PLUMB_READ_HOW_MARKED, &error));
  g_assert_no_error (error);
  g_assert_true (plumb_store_mark_read (store, "other", "a", 2, PLUMB_READ_HOW_SEEN, &error));
  g_assert_no_error (error);
  g_assert_true (plumb_store_mark_read (store, "lib", "b", 31, PLUMB_READ_HOW_SEEN, &error));
  g_assert_no_error (error);

  /* The same before and after the store was closed. */
  for (int i = 0; i < 2; i++) {
    g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"),
                      ==,
                      PLUMB_LEVEL_BIT (1) | PLUMB_LEVEL_BIT (3));
    g_assert_cmpuint (plumb_store_get_levels_read (store, "other", "a"), ==, PLUMB_LEVEL_BIT (2));
    g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "b"), ==, PLUMB_LEVEL_BIT (31));
    g_assert_cmpuint (plumb_store_get_levels_read (store, "other", "b"), ==, 0);
    g_assert_true (plumb_store_get_read_mark (store, "lib", "a", 1, &how, &when));
    g_assert_cmpint (how, ==, PLUMB_READ_HOW_SEEN);
    g_assert_cmpint (when, >=, before);
    g_assert_cmpint (when, <=, g_get_real_time () / G_USEC_PER_SEC);
    g_assert_true (plumb_store_get_read_mark (store, "lib", "a", 3, &how, NULL));
    g_assert_cmpint (how, ==, PLUMB_READ_HOW_MARKED);
    g_assert_false (plumb_store_get_read_mark (store, "lib", "a", 2, NULL, NULL));

    g_assert_finalize_object (store);
    store = plumb_test_folder_open (folder);
  }

  g_assert_finalize_object (store);
}

static void
test_seen_and_marked (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (GString) log = g_string_new (NULL);
  PlumbReadHow how;

  plumb_test_record (store, log);

  plumb_test_assert_done (
      plumb_store_mark_read (store, "lib", "a", 1, PLUMB_READ_HOW_SEEN, &assert_error));
  plumb_test_assert_done (
      plumb_store_mark_read (store, "lib", "a", 1, PLUMB_READ_HOW_MARKED, &assert_error));
  /* Neither of these changes anything. */
  plumb_test_assert_done (
      plumb_store_mark_read (store, "lib", "a", 1, PLUMB_READ_HOW_MARKED, &assert_error));
  plumb_test_assert_done (
      plumb_store_mark_read (store, "lib", "a", 1, PLUMB_READ_HOW_SEEN, &assert_error));

  g_assert_true (plumb_store_get_read_mark (store, "lib", "a", 1, &how, NULL));
  g_assert_cmpint (how, ==, PLUMB_READ_HOW_MARKED);
  g_assert_cmpstr (log->str, ==, "progress lib a 1\nprogress lib a 1\n");
}

static void
test_unmark (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *rows = NULL;

  plumb_test_mark (store, "a", 1);
  plumb_test_mark (store, "a", 2);
  plumb_test_mark (store, "a", 3);
  plumb_test_record (store, log);

  plumb_test_assert_done (plumb_store_unmark_read (store, "lib", "a", 1, &assert_error));
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 6);
  g_assert_true (plumb_store_get_read_mark (store, "lib", "a", 3, NULL, NULL));

  /* What is not marked can be unmarked, and nobody hears of it. */
  plumb_test_assert_done (plumb_store_unmark_read (store, "lib", "a", 1, &assert_error));
  plumb_test_assert_done (plumb_store_unmark_read (store, "lib", "z", 1, &assert_error));

  plumb_test_assert_done (
      plumb_store_mark_read (store, "lib", "a", 1, PLUMB_READ_HOW_MARKED, &assert_error));
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 7);
  g_assert_cmpstr (log->str, ==, "progress lib a 6\nprogress lib a 7\n");

  rows = plumb_test_folder_query (folder, "SELECT level, how FROM read_marks ORDER BY level");
  g_assert_cmpstr (rows, ==, "1|2 2|1 3|1");
}

typedef struct {
  PlumbTestFolder *folder;
  const char *sql;
  const char *expected;
  guint n_calls;
} Commit;

static void
look_at_disk (Commit *commit)
{
  g_autofree char *rows = plumb_test_folder_query (commit->folder, commit->sql);

  g_assert_cmpstr (rows, ==, commit->expected);
  commit->n_calls++;
}

/* When a signal says that something is kept, another connection finds it on the disk. */
static void
test_commit_before_signal (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  Commit commit = { folder, NULL, NULL, 0 };

  g_signal_connect_swapped (store, "progress-changed", G_CALLBACK (look_at_disk), &commit);
  g_signal_connect_swapped (store, "bookmarks-changed", G_CALLBACK (look_at_disk), &commit);
  g_signal_connect_swapped (plumb_store_get_bookmarks (store),
                            "items-changed",
                            G_CALLBACK (look_at_disk),
                            &commit);

  commit.sql = "SELECT topic, level FROM read_marks";
  commit.expected = "a|2";
  g_assert_true (plumb_test_mark (store, "a", 2));
  g_assert_cmpuint (commit.n_calls, ==, 1);

  commit.expected = "";
  plumb_test_assert_done (plumb_store_unmark_read (store, "lib", "a", 2, &assert_error));
  g_assert_cmpuint (commit.n_calls, ==, 2);

  commit.sql = "SELECT place, title FROM bookmarks";
  commit.expected = "plumb:a|A";
  plumb_test_assert_done (plumb_store_add_bookmark (store, "plumb:a", "A", &assert_error));
  g_assert_cmpuint (commit.n_calls, ==, 4);
}

static void
mark_next_cb (PlumbStore *store, const char *library, const char *topic, gpointer data)
{
  if (g_str_equal (topic, "a")) {
    g_assert_true (plumb_test_mark (store, "b", 1));
  }
}

static void
test_reentrancy (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);

  g_signal_connect (store, "progress-changed", G_CALLBACK (mark_next_cb), NULL);
  g_assert_true (plumb_test_mark (store, "a", 1));

  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "b"), ==, 1);
}

/* Ten thousand topics are read in one query, at the first call. The figure has an order of magnitude
 * of room, so that it fails for one query a topic and not for a slow machine. */
static void
test_scale (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  gint64 start;
  double first, rest;

  plumb_test_folder_execute (
      folder,
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)"
      " INSERT INTO read_marks (library, topic, level, how, time)"
      " SELECT 'lib', 'topic-' || i, 1 + i % 3, 1, 0 FROM n");

  start = g_get_monotonic_time ();
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-0"), ==, 1);
  first = (double) (g_get_monotonic_time () - start) / 1000;

  start = g_get_monotonic_time ();
  for (guint i = 0; i < 10000; i++) {
    char topic[32];

    g_snprintf (topic, sizeof topic, "topic-%u", i);
    g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", topic), ==, 1u << (i % 3));
  }
  rest = (double) (g_get_monotonic_time () - start) / 1000;

  g_test_message ("10,000 topics: %.1f ms for the first call, %.1f ms for the rest", first, rest);
  g_assert_cmpfloat (first, <, 1000);
  g_assert_cmpfloat (rest, <, 1000);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/progress/new-destroy", test_new_destroy);
  g_test_add_func ("/progress/marks", test_marks);
  g_test_add_func ("/progress/seen-and-marked", test_seen_and_marked);
  g_test_add_func ("/progress/unmark", test_unmark);
  g_test_add_func ("/progress/commit-before-signal", test_commit_before_signal);
  g_test_add_func ("/progress/reentrancy", test_reentrancy);
  g_test_add_func ("/progress/scale", test_scale);

  return g_test_run ();
}
