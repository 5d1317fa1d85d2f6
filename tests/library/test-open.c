/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "plumb-library-test.h"

/* Gives a file, or a folder, a time of its own, since what is written in the same moment looks the same. */
static void
set_time (PlumbTestFolder *folder, const char *name, time_t seconds)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  const struct timespec times[] = { { seconds, 0 }, { seconds, 0 } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

typedef struct {
  PlumbTestFolder *folder;
  PlumbTestFolder *cache_folder;
  GFile *cache;
  char *cache_path;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = plumb_test_folder_new_copy ("full");
  fixture->cache_folder = plumb_test_folder_new ();
  fixture->cache_path = g_build_filename (fixture->cache_folder->path, "a", "b", "index", NULL);
  fixture->cache = g_file_new_for_path (fixture->cache_path);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  plumb_test_folder_free (fixture->folder);
  plumb_test_folder_free (fixture->cache_folder);
  g_object_unref (fixture->cache);
  g_free (fixture->cache_path);
}

static PlumbLibrary *
open_cached (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PlumbLibrary *library = plumb_library_open (fixture->folder->file, fixture->cache, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (plumb_library_get_topics (library)), >, 0);

  return library;
}

typedef struct {
  guint n_calls;
  guint done;
  guint total;
  GThread *thread;
} Progress;

static void
progress_cb (guint done, guint total, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_true (g_thread_self () == progress->thread);
  g_assert_cmpuint (done, >=, progress->done);
  g_assert_cmpuint (done, <=, total);
  progress->n_calls++;
  progress->done = done;
  progress->total = total;
}

static void
test_open_async (Fixture *fixture, gconstpointer data)
{
  Progress progress = { .thread = g_thread_self () };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbLibrary) library = NULL;
  guint n_calls;

  plumb_library_open_async (fixture->folder->file,
                            fixture->cache,
                            NULL,
                            progress_cb,
                            &progress,
                            plumb_test_wait_cb,
                            &result);
  g_assert_null (result);
  library = plumb_library_open_finish (plumb_test_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (plumb_library_get_topics (library)), ==, 3);
  g_assert_cmpuint (progress.n_calls, >, 0);
  g_assert_cmpuint (progress.done, ==, 2);
  g_assert_cmpuint (progress.total, ==, 2);

  /* After the end there is nothing more to come. */
  n_calls = progress.n_calls;
  while (g_main_context_iteration (NULL, FALSE)) {
  }
  g_assert_cmpuint (progress.n_calls, ==, n_calls);

  /* With an index there is no progress to speak of. */
  g_clear_object (&library);
  g_clear_object (&result);
  plumb_library_open_async (fixture->folder->file,
                            fixture->cache,
                            NULL,
                            progress_cb,
                            &progress,
                            plumb_test_wait_cb,
                            &result);
  library = plumb_library_open_finish (plumb_test_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (library);
  g_assert_cmpuint (progress.n_calls, ==, n_calls);
}

static void
test_open_async_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  plumb_library_open_async (fixture->folder->file,
                            NULL,
                            cancellable,
                            NULL,
                            NULL,
                            plumb_test_wait_cb,
                            &result);
  g_assert_null (plumb_library_open_finish (plumb_test_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_clear_object (&result);

  plumb_test_folder_remove (fixture->folder, "library.json");
  plumb_library_open_async (fixture->folder->file,
                            NULL,
                            NULL,
                            NULL,
                            NULL,
                            plumb_test_wait_cb,
                            &result);
  g_assert_null (plumb_library_open_finish (plumb_test_wait (&result), &error));
  g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_MISSING);
}

static gboolean
check_fresh (PlumbLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean fresh;

  plumb_library_check_fresh_async (library, NULL, plumb_test_wait_cb, &result);
  fresh = plumb_library_check_fresh_finish (library, plumb_test_wait (&result), &error);
  g_assert_no_error (error);

  return fresh;
}

static void
test_check_fresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLibrary) library = open_cached (fixture);

  g_assert_true (check_fresh (library));
  set_time (fixture->folder, "topics/how-ponds-clear.json", G_MAXINT32);
  g_assert_false (check_fresh (library));
}

#define ADD(name, func) \
  g_test_add ("/open/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("open-async", test_open_async);
  ADD ("open-async-fails", test_open_async_fails);
  ADD ("check-fresh", test_check_fresh);

  return g_test_run ();
}
