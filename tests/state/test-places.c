/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "plumb-state-test.h"

static void
assert_scroll (PlumbStore *store,
               const char *topic,
               guint level,
               const char *block,
               double fraction)
{
  const char *actual_block = NULL;
  double actual_fraction = -1;

  g_assert_true (
      plumb_store_get_scroll (store, "lib", topic, level, &actual_block, &actual_fraction));
  g_assert_cmpstr (actual_block, ==, block);
  g_assert_cmpfloat (actual_fraction, ==, fraction);
}

static void
test_window_record_new_destroy (void)
{
  PlumbWindowRecord *window = plumb_window_record_new ("plumb:a", -5, 600, 7);

  g_assert_cmpstr (plumb_window_record_get_place (window), ==, "plumb:a");
  g_assert_cmpint (plumb_window_record_get_width (window), ==, 0);
  g_assert_cmpint (plumb_window_record_get_height (window), ==, 600);
  g_assert_cmpint (plumb_window_record_get_maximised (window), ==, TRUE);

  g_assert_finalize_object (window);
}

static void
test_scroll (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = plumb_test_folder_open (folder);
  const char *block;
  double fraction;

  g_assert_false (plumb_store_get_scroll (store, "lib", "a", 1, &block, &fraction));

  plumb_store_note_scroll (store, "lib", "a", 1, "one", 0.25);
  plumb_store_note_scroll (store, "lib", "a", 2, "two", -1);
  plumb_store_note_scroll (store, "lib", "b", 1, "three", 7);
  plumb_store_note_scroll (store, "lib", "a", 1, "four", 0.75);
  /* A page without levels. */
  plumb_store_note_scroll (store, "lib", "people", 0, "p", 0);

  for (int i = 0; i < 2; i++) {
    assert_scroll (store, "a", 1, "four", 0.75);
    assert_scroll (store, "a", 2, "two", 0);
    assert_scroll (store, "b", 1, "three", 1);
    assert_scroll (store, "people", 0, "p", 0);
    g_assert_false (plumb_store_get_scroll (store, "other", "a", 1, &block, &fraction));

    /* The end of the store writes what is noted. */
    g_assert_finalize_object (store);
    store = plumb_test_folder_open (folder);
  }

  g_assert_finalize_object (store);
}

static void
test_flush (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autofree char *rows = NULL;

  /* Nothing to do. */
  plumb_store_flush (store);

  for (guint i = 0; i < 1000; i++) {
    plumb_store_note_scroll (store, "lib", "a", 1, "block", i / 1000.0);
  }
  plumb_store_flush (store);
  rows = plumb_test_folder_query (folder,
                                  "SELECT topic, level, block, fraction FROM scroll_places");
  g_assert_cmpstr (rows, ==, "a|1|block|0.999");
}

/* Without anybody asking for it, a note is on the disk within a second. The rest is what a loaded
 * machine may need to give the thread its turn. */
static void
test_within_a_second (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  gint64 start = g_get_monotonic_time ();
  gboolean written = FALSE;
  double seconds;

  plumb_store_note_scroll (store, "lib", "a", 1, "block", 0.5);
  while (!written) {
    g_autofree char *rows = plumb_test_folder_query (folder, "SELECT block FROM scroll_places");

    /* The reader goes on scrolling, which must not put it off. */
    plumb_store_note_scroll (store,
                             "lib",
                             "a",
                             1,
                             "block",
                             (double) (g_get_monotonic_time () % 1000) / 1000);
    written = g_str_equal (rows, "block");
    seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
    g_assert_cmpfloat (seconds, <, 5);
  }

  g_test_message ("A note was on the disk after %.2f s", seconds);
}

/* Noting doesn't wait for the disk: not even while another connection holds the database. */
static void
test_does_not_wait (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  const char *block;
  double fraction;
  gint64 start;

  g_assert_false (plumb_store_get_scroll (store, "lib", "a", 1, &block, &fraction));

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                            &error,
                            g_getenv ("PLUMB_STORE_CHILD"),
                            "hold",
                            folder->path,
                            NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  g_assert_cmpstr (line, ==, "held");

  start = g_get_monotonic_time ();
  for (guint i = 0; i < 1000; i++) {
    plumb_store_note_scroll (store, "lib", "a", 1, "block", i / 1000.0);
    assert_scroll (store, "a", 1, "block", i / 1000.0);
  }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 4 * G_USEC_PER_SEC);

  g_output_stream_close (g_subprocess_get_stdin_pipe (child), NULL, NULL);
  g_assert_true (g_subprocess_wait_check (child, NULL, &error));
  g_assert_no_error (error);

  plumb_store_flush (store);
  g_clear_pointer (&line, g_free);
  line = plumb_test_folder_query (folder, "SELECT fraction FROM scroll_places");
  g_assert_cmpstr (line, ==, "0.999");
}

static GPtrArray *
make_windows (const char *places)
{
  GPtrArray *windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; places[i] != '\0'; i++) {
    const char place[] = { places[i], '\0' };

    g_ptr_array_add (windows,
                     plumb_window_record_new (place, 800 + (int) i, 600 + (int) i, i % 2 == 1));
  }

  return windows;
}

static void
assert_windows (PlumbStore *store, const char *places)
{
  g_autoptr (GPtrArray) windows = plumb_store_dup_windows (store);

  g_assert_cmpuint (windows->len, ==, strlen (places));
  for (guint i = 0; i < windows->len; i++) {
    PlumbWindowRecord *window = g_ptr_array_index (windows, i);

    g_assert_cmpint (plumb_window_record_get_place (window)[0], ==, places[i]);
    g_assert_cmpint (plumb_window_record_get_width (window), ==, 800 + (int) i);
    g_assert_cmpint (plumb_window_record_get_height (window), ==, 600 + (int) i);
    g_assert_cmpint (plumb_window_record_get_maximised (window), ==, i % 2 == 1);
  }
}

static void
test_windows (void)
{
  static const char *const lists[] = { "abc", "c", "", "zyxwv" };
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  const char *before = "";

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    PlumbStore *store = plumb_test_folder_open (folder);
    GPtrArray *windows = make_windows (lists[i]);

    assert_windows (store, before);
    plumb_store_note_windows (store, windows);
    /* The list is the caller's, to do with it what they like. */
    g_ptr_array_set_size (windows, 0);
    g_ptr_array_unref (windows);
    assert_windows (store, lists[i]);

    g_assert_finalize_object (store);
    before = lists[i];
  }
}

/* A window that is noted before anybody has asked for those of last time. */
static void
test_note_first (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = plumb_test_folder_open (folder);
  GPtrArray *windows = make_windows ("ab");

  plumb_store_note_windows (store, windows);
  plumb_store_note_scroll (store, "lib", "a", 1, "one", 0.5);
  g_assert_finalize_object (store);

  store = plumb_test_folder_open (folder);
  g_ptr_array_set_size (windows, 1);
  plumb_store_note_windows (store, windows);
  assert_scroll (store, "a", 1, "one", 0.5);
  assert_windows (store, "a");
  g_assert_finalize_object (store);

  store = plumb_test_folder_open (folder);
  assert_windows (store, "a");
  g_assert_finalize_object (store);
  g_ptr_array_unref (windows);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/window-record/new-destroy", test_window_record_new_destroy);
  g_test_add_func ("/places/scroll", test_scroll);
  g_test_add_func ("/places/flush", test_flush);
  g_test_add_func ("/places/within-a-second", test_within_a_second);
  g_test_add_func ("/places/does-not-wait", test_does_not_wait);
  g_test_add_func ("/places/windows", test_windows);
  g_test_add_func ("/places/note-first", test_note_first);

  return g_test_run ();
}
