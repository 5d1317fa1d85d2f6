/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Several programs use the same database, and are killed at any time. */

#include <locale.h>
#include <signal.h>
#include <string.h>

#include "plumb-state-test.h"
#include "plumb-store-private.h"

typedef struct {
  GSubprocess *process;
  GDataInputStream *output;
} Child;

static Child *
child_new (const char *task, PlumbTestFolder *folder)
{
  Child *self = g_new0 (Child, 1);
  g_autoptr (GError) error = NULL;

  plumb_test_folder_make (folder);
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                    &error,
                                    g_getenv ("PLUMB_STORE_CHILD"),
                                    task,
                                    folder->path,
                                    NULL);
  g_assert_no_error (error);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));

  return self;
}

static void
child_free (Child *self)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->output);
  g_object_unref (self->process);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Child, child_free)

static char *
child_read (Child *self)
{
  return g_data_input_stream_read_line (self->output, NULL, NULL, NULL);
}

static void
child_expect (Child *self, const char *expected)
{
  g_autofree char *line = child_read (self);

  g_assert_cmpstr (line, ==, expected);
}

static void
child_tell (Child *self, const char *line)
{
  g_autofree char *whole = g_strconcat (line, "\n", NULL);
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (g_subprocess_get_stdin_pipe (self->process),
                             whole,
                             strlen (whole),
                             NULL,
                             NULL,
                             &error);
  g_assert_no_error (error);
}

static void
child_do (Child *self, const char *line)
{
  child_tell (self, line);
  child_expect (self, "done");
}

static void
test_refresh (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (Child) child = child_new ("obey", folder);
  g_autoptr (GString) log = g_string_new (NULL);

  child_expect (child, "ready");
  plumb_test_mark (store, "a", 1);
  plumb_test_mark (store, "b", 1);
  plumb_test_record (store, log);

  /* Nothing has happened, so nothing is told. */
  plumb_store_refresh (store);
  g_assert_cmpstr (log->str, ==, "");

  child_do (child, "mark c 2");
  child_do (child, "bookmark p:c C");
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "c"), ==, 0);
  plumb_store_refresh (store);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "c"), ==, 2);
  g_assert_cmpstr (log->str, ==, "progress lib c 2\nitems 0 -0 +1\nbookmarks 1\n");

  /* Each has been written to by both. */
  g_string_truncate (log, 0);
  plumb_test_mark (store, "c", 3);
  child_do (child, "unmark a 1");
  child_do (child, "mark b 2");
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:d", "D", &assert_error));
  g_string_truncate (log, 0);
  plumb_store_refresh (store);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 0);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "b"), ==, 3);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "c"), ==, 6);
  g_assert_nonnull (strstr (log->str, "progress lib a 0\n"));
  g_assert_nonnull (strstr (log->str, "progress lib b 3\n"));
  g_assert_null (strstr (log->str, "progress lib c"));

  /* A bookmark that the other has added is taken in when one is added here. */
  child_do (child, "bookmark p:e E");
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:f", "F", &assert_error));
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:e"));
}

/* Both write as fast as they can; nothing is lost. */
static void
test_at_the_same_time (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (Child) child = child_new ("obey", folder);
  g_autofree char *rows = NULL;

  child_expect (child, "ready");
  for (guint i = 0; i < 100; i++) {
    g_autofree char *order = g_strdup_printf ("mark child-%u 1", i);
    g_autofree char *topic = g_strdup_printf ("parent-%u", i);

    child_tell (child, order);
    g_assert_true (plumb_test_mark (store, topic, 1));
    plumb_store_note_scroll (store, "lib", topic, 1, "block", 0.5);
  }
  for (guint i = 0; i < 100; i++) {
    child_expect (child, "done");
  }

  plumb_store_flush (store);
  rows = plumb_test_folder_query (folder,
                                  "SELECT (SELECT count(*) FROM read_marks),"
                                  " (SELECT count(*) FROM scroll_places)");
  g_assert_cmpstr (rows, ==, "200|100");
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_FINE);
}

/* A program is killed in the middle of marking: all that it was told to be kept is kept. */
static void
test_kill (void)
{
  for (guint round = 0; round < 8; round++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
    g_autoptr (Child) child = child_new ("mark-forever", folder);
    g_autoptr (PlumbStore) store = NULL;
    guint n_told = 0;
    char *line;

    while (n_told < 20 + round * 7) {
      g_autofree char *topic = child_read (child);

      g_assert_nonnull (topic);
      n_told++;
    }
    g_subprocess_send_signal (child->process, SIGKILL);
    /* What it had said before the signal arrived. */
    while ((line = child_read (child)) != NULL) {
      g_free (line);
      n_told++;
    }

    store = plumb_test_folder_open (folder);
    for (guint i = 0; i < n_told; i++) {
      g_autofree char *topic = g_strdup_printf ("topic-%u", i);
      g_autofree char *place = g_strdup_printf ("plumb:topic/topic-%u", i);

      g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", topic),
                        ==,
                        PLUMB_LEVEL_BIT (1 + i % 3));
      g_assert_nonnull (plumb_store_find_bookmark (store, place));
    }
    g_test_message ("Killed after %u marks", n_told);
  }
}

/* Killed while this program uses the database as well. */
static void
test_kill_beside (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);

  for (guint round = 0; round < 5; round++) {
    g_autoptr (Child) child = child_new ("mark-forever", folder);
    g_autofree char *first = child_read (child);
    g_autofree char *topic = g_strdup_printf ("mine-%u", round);

    g_assert_nonnull (first);
    g_subprocess_send_signal (child->process, SIGKILL);
    g_assert_true (plumb_test_mark (store, topic, 1));
  }
  plumb_store_refresh (store);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "topic-0"), ==, 1);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "mine-4"), ==, 1);
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_FINE);
}

/* Another program does not let go of the database. */
static void
test_held_at_start (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = NULL;
  g_autoptr (Child) child = NULL;

  g_object_unref (plumb_test_folder_open (folder));
  child = child_new ("hold", folder);
  child_expect (child, "held");

  store = plumb_store_open_with_patience (PLUMB_STORE_MODE_DISK, folder->folder, 50);
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_IN_MEMORY);
  g_assert_nonnull (strstr (plumb_store_get_notice (store), "Another program"));
  g_assert_true (plumb_test_mark (store, "a", 1));
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_cmpuint (plumb_test_folder_count (folder, "plumb.db.damaged"), ==, 0);
}

static void
test_held_while_running (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = NULL;
  g_autoptr (Child) child = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  store = plumb_store_open_with_patience (PLUMB_STORE_MODE_DISK, folder->folder, 50);
  g_assert_true (plumb_test_mark (store, "a", 1));
  plumb_test_record (store, log);
  child = child_new ("hold", folder);
  child_expect (child, "held");

  /* Nothing changes, and the reader is told to try again. */
  g_assert_false (plumb_store_mark_read (store, "lib", "b", 1, PLUMB_READ_HOW_MARKED, &error));
  g_assert_error (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (plumb_store_add_bookmark (store, "p:b", "B", &error));
  g_assert_error (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "b"), ==, 0);
  g_assert_cmpstr (log->str, ==, "");
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_FINE);

  /* Places wait for their turn. */
  plumb_store_note_scroll (store, "lib", "a", 1, "block", 0.5);
  plumb_store_flush (store);
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_FINE);

  g_clear_pointer (&child, child_free);
  plumb_test_assert_done (
      plumb_store_mark_read (store, "lib", "b", 1, PLUMB_READ_HOW_MARKED, &assert_error));
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:b", "B", &assert_error));
  plumb_store_flush (store);
  g_clear_object (&store);

  store = plumb_test_folder_open (folder);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "b"), ==, 1);
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:b"));
  {
    const char *block;
    double fraction;

    g_assert_true (plumb_store_get_scroll (store, "lib", "a", 1, &block, &fraction));
  }
}

/* A store whose marks can't be read because somebody holds them, does not make a list of thousands of
 * topics wait for each. */
static void
test_held_for_a_list (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = NULL;
  g_autoptr (Child) child = NULL;
  gint64 start;

  g_object_unref (plumb_test_folder_open (folder));
  store = plumb_store_open_with_patience (PLUMB_STORE_MODE_DISK, folder->folder, 50);
  child = child_new ("hold", folder);
  child_expect (child, "held");

  start = g_get_monotonic_time ();
  for (guint i = 0; i < 200; i++) {
    g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 0);
  }
  /* Waiting for each would take ten seconds. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);

  g_clear_pointer (&child, child_free);
  plumb_test_folder_execute (folder, "INSERT INTO read_marks VALUES ('lib', 'a', 1, 1, 0)");
  plumb_store_refresh (store);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "a"), ==, 1);
}

/* Two programs find the same damage: one sets the file aside, and the other follows. */
static void
test_damage_found_by_two (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (PlumbStore) third = NULL;
  g_autoptr (Child) child = child_new ("obey", folder);

  child_expect (child, "ready");
  g_assert_true (plumb_test_mark (store, "mine", 1));
  child_do (child, "mark yours 1");

  plumb_test_folder_overwrite (folder, 0, plumb_test_folder_get_size (folder), 'x');
  child_do (child, "mark yours 2");
  g_assert_true (plumb_test_mark (store, "mine", 2));
  child_do (child, "mark yours 3");

  g_assert_cmpuint (plumb_test_folder_count (folder, "plumb.db.damaged-"), ==, 1);
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "yours"), >=, 2);
  third = plumb_test_folder_open (folder);
  g_assert_cmpuint (plumb_store_get_levels_read (third, "lib", "mine"), ==, 3);
  g_assert_cmpuint (plumb_store_get_levels_read (third, "lib", "yours"), ==, 7);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/processes/refresh", test_refresh);
  g_test_add_func ("/processes/at-the-same-time", test_at_the_same_time);
  g_test_add_func ("/processes/kill", test_kill);
  g_test_add_func ("/processes/kill-beside", test_kill_beside);
  g_test_add_func ("/processes/held/at-start", test_held_at_start);
  g_test_add_func ("/processes/held/while-running", test_held_while_running);
  g_test_add_func ("/processes/held/for-a-list", test_held_for_a_list);
  g_test_add_func ("/processes/damage-found-by-two", test_damage_found_by_two);

  return g_test_run ();
}
