/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Runs searches in a thread, one at a time; the newest one wins.
 *
 * A new query ends the search that is going on, and starts when its thread has let go, which takes a millisecond or
 * two. So there is never more than one thread, it has the connection to itself, and answers can't overtake each other.
 * Of several queries that come while a thread lets go, only the last is run.
 */

#include "config.h"

#include "plumb-search-runner.h"

#include "plumb-index-reader.h"

struct _PlumbSearchRunner {
  /* The owner's, and one of each task. All are of one thread. */
  guint ref_count;
  guint max_hits;
  /* %NULL after the owner has gone. */
  PlumbSearchRunnerFunc func;
  gpointer user_data;

  GTask *task;
  /* What to run next. */
  char *query;
  PlumbIndexLocation *location;
  /* The connection, while no thread has it. */
  PlumbIndexReader *reader;
  PlumbIndexLocation *reader_location;
};

/* What the thread works on. It touches nothing else. */
typedef struct {
  guint max_hits;
  char *query;
  PlumbIndexLocation *location;
  PlumbIndexReader *reader;
  guint n_topics;
} Work;

static void
work_free (Work *work)
{
  g_free (work->query);
  g_clear_pointer (&work->reader, plumb_index_reader_free);
  plumb_index_location_unref (work->location);
  g_free (work);
}

static void
drop_reader (PlumbSearchRunner *self)
{
  g_clear_pointer (&self->reader, plumb_index_reader_free);
  g_clear_pointer (&self->reader_location, plumb_index_location_unref);
}

static void
drop_next (PlumbSearchRunner *self)
{
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->location, plumb_index_location_unref);
}

static void
runner_unref (PlumbSearchRunner *self)
{
  if (--self->ref_count > 0) {
    return;
  }

  drop_next (self);
  drop_reader (self);
  g_free (self);
}

static GPtrArray *
search (Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlumbQuery) query = NULL;

  if (work->reader == NULL) {
    work->reader = plumb_index_reader_open (work->location, error);
    if (work->reader == NULL) {
      return NULL;
    }
  }

  query = plumb_query_new (work->query, error);
  if (query == NULL) {
    return NULL;
  }

  return plumb_index_reader_search (work->reader,
                                    query,
                                    work->max_hits,
                                    &work->n_topics,
                                    cancellable,
                                    error);
}

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *hits = search (task_data, cancellable, &error);

  if (hits == NULL) {
    g_task_return_error (task, error);
  } else {
    g_task_return_pointer (task, hits, (GDestroyNotify) g_ptr_array_unref);
  }
}

static void start (PlumbSearchRunner *self);

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlumbSearchRunner *self = user_data;
  GTask *task = G_TASK (result);
  Work *work = g_task_get_task_data (task);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  hits = g_task_propagate_pointer (task, &error);
  g_clear_object (&self->task);

  self->reader = g_steal_pointer (&work->reader);
  self->reader_location = plumb_index_location_ref (work->location);
  if (error != NULL) {
    /* After an interruption the connection is as good as before; after anything else it may not be. */
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
      drop_reader (self);
    }
  }

  if (self->query != NULL) {
    start (self);
  } else if (self->func != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    self->func (hits, work->n_topics, work->location, error, self->user_data);
  }

  runner_unref (self);
}

static void
start (PlumbSearchRunner *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Work *work = g_new0 (Work, 1);

  if (self->reader_location != self->location) {
    drop_reader (self);
  }

  work->max_hits = self->max_hits;
  work->query = g_steal_pointer (&self->query);
  work->location = g_steal_pointer (&self->location);
  work->reader = g_steal_pointer (&self->reader);
  drop_reader (self);

  self->ref_count++;
  self->task = g_task_new (NULL, cancellable, finished_cb, self);
  g_task_set_static_name (self->task, "[plumb] search");
  g_task_set_task_data (self->task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (self->task, work_thread);
}

/*< private >
 * plumb_search_runner_new:
 * @max_hits: the most hits that a search gives
 * @func: (scope notified): called with answers
 * @user_data: data for @func
 *
 * Makes a runner. All of it is for one thread.
 *
 * Returns: (transfer full): the runner
 */
PlumbSearchRunner *
plumb_search_runner_new (guint max_hits, PlumbSearchRunnerFunc func, gpointer user_data)
{
  PlumbSearchRunner *self = g_new0 (PlumbSearchRunner, 1);

  self->ref_count = 1;
  self->max_hits = max_hits;
  self->func = func;
  self->user_data = user_data;

  return self;
}

/*< private >
 * plumb_search_runner_free:
 * @self: (transfer full): a runner
 *
 * Ends the search that is going on, without waiting for it. There will be no more answers.
 */
void
plumb_search_runner_free (PlumbSearchRunner *self)
{
  plumb_search_runner_cancel (self);
  self->func = NULL;
  runner_unref (self);
}

/*< private >
 * plumb_search_runner_run:
 * @self: a runner
 * @query: what to look for
 * @location: where the index is
 *
 * Looks for @query next, and ends the search that is going on.
 */
void
plumb_search_runner_run (PlumbSearchRunner *self, const char *query, PlumbIndexLocation *location)
{
  plumb_search_runner_cancel (self);
  self->query = g_strdup (query);
  self->location = plumb_index_location_ref (location);

  if (self->task == NULL) {
    start (self);
  }
}

/*< private >
 * plumb_search_runner_cancel:
 * @self: a runner
 *
 * Ends the search that is going on, and the one that is to come. There is no answer to either.
 */
void
plumb_search_runner_cancel (PlumbSearchRunner *self)
{
  drop_next (self);
  if (self->task != NULL) {
    g_cancellable_cancel (g_task_get_cancellable (self->task));
  }
}
