/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Finds or makes an index in a thread.
 *
 * The task does not hold its owner, so that the owner can go while the thread is still at it; the thread never touches
 * the owner.
 */

#include "config.h"

#include "plumb-index-task.h"

#include "plumb-index-cache.h"

typedef struct {
  PlumbSearchFeed *feed;
  char *folder;
  gboolean discard;

  GWeakRef owner;
  PlumbIndexTaskProgressFunc progress;
  /* A thousandth at a time, and never two messages under way. */
  gint permille;
  gint telling;
} Work;

static void
work_free (Work *work)
{
  g_weak_ref_clear (&work->owner);
  plumb_search_feed_unref (work->feed);
  g_free (work->folder);
  g_free (work);
}

static gboolean
tell_progress_cb (gpointer user_data)
{
  GTask *task = G_TASK (user_data);
  Work *work = g_task_get_task_data (task);
  g_autoptr (GObject) owner = g_weak_ref_get (&work->owner);

  g_atomic_int_set (&work->telling, FALSE);
  if (owner != NULL && !g_task_get_completed (task)) {
    work->progress (task, g_atomic_int_get (&work->permille) / 1000.0, owner);
  }

  return G_SOURCE_REMOVE;
}

static void
progress_cb (double fraction, gpointer user_data)
{
  GTask *task = G_TASK (user_data);
  Work *work = g_task_get_task_data (task);
  int permille = (int) (fraction * 1000);

  if (permille == g_atomic_int_get (&work->permille)) {
    return;
  }

  g_atomic_int_set (&work->permille, permille);
  if (g_atomic_int_compare_and_exchange (&work->telling, FALSE, TRUE)) {
    g_autoptr (GSource) source = g_idle_source_new ();

    g_source_set_static_name (source, "[plumb] progress of the search index");
    g_source_set_callback (source, tell_progress_cb, g_object_ref (task), g_object_unref);
    g_source_attach (source, g_task_get_context (task));
  }
}

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  PlumbIndexLocation *location;
  GError *error = NULL;

  location = plumb_index_cache_get (work->folder,
                                    work->feed,
                                    work->discard,
                                    progress_cb,
                                    task,
                                    cancellable,
                                    &error);

  if (location == NULL) {
    g_task_return_error (task, error);
  } else {
    g_task_return_pointer (task, location, (GDestroyNotify) plumb_index_location_unref);
  }
}

/*< private >
 * plumb_index_task_start:
 * @owner: whose task it is
 * @feed: what the index is made from
 * @folder: (nullable): the folder that indexes are kept in
 * @discard: whether the index that is kept is known to be damaged
 * @progress: (scope notified): told how far it is, for as long as @owner is there
 * @finished: (scope async): called when it is done, whether or not @owner is still there
 *
 * Starts. The task's cancellable ends it.
 *
 * Returns: (transfer full): the task
 */
GTask *
plumb_index_task_start (GObject *owner,
                        PlumbSearchFeed *feed,
                        const char *folder,
                        gboolean discard,
                        PlumbIndexTaskProgressFunc progress,
                        GAsyncReadyCallback finished)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GTask *task = g_task_new (NULL, cancellable, finished, NULL);
  Work *work = g_new0 (Work, 1);

  work->feed = plumb_search_feed_ref (feed);
  work->folder = g_strdup (folder);
  work->discard = discard;
  work->progress = progress;
  g_weak_ref_init (&work->owner, owner);

  g_task_set_static_name (task, "[plumb] search index");
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, work_thread);

  return task;
}

/*< private >
 * plumb_index_task_dup_owner:
 * @task: a task
 *
 * Gets whose task it is.
 *
 * Returns: (transfer full) (nullable): the owner, or %NULL where it is gone
 */
gpointer
plumb_index_task_dup_owner (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  return g_weak_ref_get (&work->owner);
}

/*< private >
 * plumb_index_task_finish:
 * @task: a task that is done
 * @error: return location for a #PlumbSearchError or %G_IO_ERROR_CANCELLED
 *
 * Gets what came of it.
 *
 * Returns: (transfer full) (nullable): where the index is
 */
PlumbIndexLocation *
plumb_index_task_finish (GTask *task, GError **error)
{
  return g_task_propagate_pointer (task, error);
}
