/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opening a library, at once or in a thread, and seeing in a thread whether it has changed since. */

#include "config.h"

#include "plumb-library-private.h"
#include "plumb-problem.h"
#include "plumb-reader.h"

/**
 * plumb_opened_new:
 * @folder: the folder of a library
 * @index_cache: (nullable): a file to keep the index in
 * @progress: (nullable): called now and then while an index is made
 * @progress_data: data for @progress
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Reads what a library needs to be open. It can be called in any thread.
 *
 * Returns: (transfer full) (nullable): that
 */
PlumbOpened *
plumb_opened_new (GFile *folder,
                  GFile *index_cache,
                  PlumbProgressFunc progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (PlumbOpened) opened = g_new0 (PlumbOpened, 1);

  opened->folder = g_object_ref (folder);
  opened->problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  opened->file =
      plumb_reader_read_file (folder, "library.json", PLUMB_TYPE_LIBRARY_FILE, NULL, error);
  if (opened->file == NULL) {
    return NULL;
  }

  opened->catalogue = plumb_index_open (folder,
                                        index_cache,
                                        opened->file,
                                        progress,
                                        progress_data,
                                        cancellable,
                                        error);
  if (opened->catalogue == NULL) {
    return NULL;
  }
  /* The index has those of library.json as well. */
  plumb_catalogue_add_problems (opened->catalogue, opened->problems);

  return g_steal_pointer (&opened);
}

/**
 * plumb_opened_free:
 * @opened: (transfer full): what opening found
 *
 * Frees it.
 */
void
plumb_opened_free (PlumbOpened *opened)
{
  g_clear_object (&opened->folder);
  g_clear_object (&opened->file);
  g_clear_pointer (&opened->catalogue, plumb_catalogue_unref);
  g_clear_object (&opened->problems);
  g_free (opened);
}

/**
 * plumb_library_open:
 * @folder: the folder of a library, on a disk or among the program's resources
 * @index_cache: (nullable): a file where the index is kept when the library has none of its own
 * @error: return location for a #PlumbLibraryError about `library.json`
 *
 * Opens a library. With an index this takes about as long for ten thousand topics as for ten. Without one, or where the
 * library has changed since, all of it is read first; where that may take long, use plumb_library_open_async().
 *
 * A topic that is wrong is left out, and plumb_library_get_problems() says why.
 *
 * Returns: (transfer full) (nullable): the library, or %NULL with @error set
 */
PlumbLibrary *
plumb_library_open (GFile *folder, GFile *index_cache, GError **error)
{
  PlumbOpened *opened;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (index_cache == NULL || G_IS_FILE (index_cache), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  opened = plumb_opened_new (folder, index_cache, NULL, NULL, NULL, error);

  return opened != NULL ? plumb_library_new (opened) : NULL;
}

typedef struct {
  GFile *folder;
  GFile *index_cache;
  GMainContext *context;
  PlumbProgressFunc progress;
  gpointer progress_data;
} OpenData;

typedef struct {
  PlumbProgressFunc progress;
  gpointer user_data;
  guint done;
  guint total;
} Progress;

static void
open_data_free (gpointer data)
{
  OpenData *open = data;

  g_clear_object (&open->folder);
  g_clear_object (&open->index_cache);
  g_clear_pointer (&open->context, g_main_context_unref);
  g_free (open);
}

static gboolean
report_progress_cb (gpointer user_data)
{
  Progress *progress = user_data;

  progress->progress (progress->done, progress->total, progress->user_data);

  return G_SOURCE_REMOVE;
}

/* In the thread: hands over to the caller's. The task's own end comes by the same way, so it comes last. */
static void
progress_cb (guint done, guint total, gpointer user_data)
{
  OpenData *open = user_data;
  g_autoptr (GSource) source = g_idle_source_new ();
  Progress *progress = g_new (Progress, 1);

  *progress = (Progress) { open->progress, open->progress_data, done, total };
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[plumb] index progress");
  g_source_set_callback (source, report_progress_cb, progress, g_free);
  g_source_attach (source, open->context);
}

static void
open_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  OpenData *open = task_data;
  GError *error = NULL;
  PlumbOpened *opened = plumb_opened_new (open->folder,
                                          open->index_cache,
                                          open->progress != NULL ? progress_cb : NULL,
                                          open,
                                          cancellable,
                                          &error);

  if (opened != NULL) {
    g_task_return_pointer (task, opened, (GDestroyNotify) plumb_opened_free);
  } else {
    g_task_return_error (task, error);
  }
}

/**
 * plumb_library_open_async:
 * @folder: the folder of a library
 * @index_cache: (nullable): a file where the index is kept when the library has none of its own
 * @cancellable: (nullable): ends the work
 * @progress: (nullable): called in the caller's thread, now and then while an index is made, and never after @callback
 * @progress_data: data for @progress
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Opens a library as plumb_library_open() does, with the work in a thread.
 */
void
plumb_library_open_async (GFile *folder,
                          GFile *index_cache,
                          GCancellable *cancellable,
                          PlumbProgressFunc progress,
                          gpointer progress_data,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  OpenData *open;

  g_return_if_fail (G_IS_FILE (folder));
  g_return_if_fail (index_cache == NULL || G_IS_FILE (index_cache));

  open = g_new0 (OpenData, 1);
  open->folder = g_object_ref (folder);
  g_set_object (&open->index_cache, index_cache);
  open->context = g_main_context_ref_thread_default ();
  open->progress = progress;
  open->progress_data = progress_data;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, plumb_library_open_async);
  g_task_set_task_data (task, open, open_data_free);
  g_task_run_in_thread (task, open_thread);
}

/**
 * plumb_library_open_finish:
 * @result: what the callback was given
 * @error: return location for a #PlumbLibraryError, or a #GIOErrorEnum where it was cancelled
 *
 * Returns: (transfer full) (nullable): the library, or %NULL with @error set
 */
PlumbLibrary *
plumb_library_open_finish (GAsyncResult *result, GError **error)
{
  PlumbOpened *opened;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  opened = g_task_propagate_pointer (G_TASK (result), error);

  return opened != NULL ? plumb_library_new (opened) : NULL;
}

static void
check_fresh_thread (GTask *task,
                    gpointer source_object,
                    gpointer task_data,
                    GCancellable *cancellable)
{
  PlumbLibrary *self = source_object;
  GFile *folder = plumb_library_get_folder (self);

  g_task_return_boolean (
      task,
      g_file_has_uri_scheme (folder, "resource") ||
          plumb_catalogue_is_fresh (plumb_library_get_catalogue (self), folder, TRUE));
}

/**
 * plumb_library_check_fresh_async:
 * @self: a library
 * @cancellable: (nullable): ends the waiting
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Looks, in a thread, whether any topic has changed since the index of @self was made. Opening a library looks at each
 * topic only where there are few.
 */
void
plumb_library_check_fresh_async (PlumbLibrary *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLUMB_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, plumb_library_check_fresh_async);
  g_task_run_in_thread (task, check_fresh_thread);
}

/**
 * plumb_library_check_fresh_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for a #GIOErrorEnum, where it was cancelled
 *
 * Returns: whether nothing has changed; if not, the library should be opened again
 */
gboolean
plumb_library_check_fresh_finish (PlumbLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
