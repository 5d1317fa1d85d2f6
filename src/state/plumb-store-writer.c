/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-store-writer-private.h"

#include "plumb-store.h"

/* How long a note waits for others that would replace it. With the time that writing takes, it is
 * on the disk within a second. */
#define DELAY (500 * G_TIME_SPAN_MILLISECOND)

/* How long the thread waits for another program's lock at most, in milliseconds. It can try again
 * later, and whoever stops it has to wait as long. */
#define MAX_PATIENCE 500

typedef struct {
  GWeakRef owner;
  guint serial;
  PlumbStoreWriterFailed failed;
  GError *error;
} Report;

struct _PlumbStoreWriter {
  char *path;
  guint patience;

  GMainContext *context;
  /* Sent once, when writing fails. It is made beforehand, because the thread must never hold the
   * owner: if it held it last, the owner would end in it. */
  Report *report;

  GThread *thread;
  GMutex mutex;
  GCond changed;

  /* All that follows is shared, under the mutex. */
  GHashTable *scrolls;
  GPtrArray *windows;
  /* When the oldest note that waits has to be written, or 0 */
  gint64 due;
  gboolean writing;
  gboolean flushing;
  gboolean stopping;
  /* Why nothing is written any more */
  GError *error;
  /* Why the flush that was asked for did not succeed */
  GError *flush_error;
};

PlumbScrollPlace *
plumb_scroll_place_new (const char *library,
                        const char *topic,
                        guint level,
                        const char *block,
                        double fraction)
{
  PlumbScrollPlace *self = g_new0 (PlumbScrollPlace, 1);

  self->library = g_strdup (library);
  self->topic = g_strdup (topic);
  self->level = level;
  self->block = g_strdup (block);
  self->fraction = fraction;

  return self;
}

PlumbScrollPlace *
plumb_scroll_place_copy (const PlumbScrollPlace *self)
{
  return plumb_scroll_place_new (self->library,
                                 self->topic,
                                 self->level,
                                 self->block,
                                 self->fraction);
}

void
plumb_scroll_place_free (PlumbScrollPlace *self)
{
  g_free (self->library);
  g_free (self->topic);
  g_free (self->block);
  g_free (self);
}

static guint
scroll_place_hash (gconstpointer data)
{
  const PlumbScrollPlace *self = data;

  return g_str_hash (self->library) ^ (g_str_hash (self->topic) * 31 + self->level);
}

static gboolean
scroll_place_equal (gconstpointer a, gconstpointer b)
{
  const PlumbScrollPlace *one = a;
  const PlumbScrollPlace *other = b;

  return one->level == other->level && g_str_equal (one->topic, other->topic) &&
         g_str_equal (one->library, other->library);
}

/*< private >
 * plumb_scroll_places_new:
 *
 * Returns: (transfer full): a set that holds one #PlumbScrollPlace for each level of a topic
 */
GHashTable *
plumb_scroll_places_new (void)
{
  return g_hash_table_new_full (scroll_place_hash,
                                scroll_place_equal,
                                (GDestroyNotify) plumb_scroll_place_free,
                                NULL);
}

gboolean
plumb_scroll_place_write (const PlumbScrollPlace *self, PlumbDatabase *database, GError **error)
{
  return plumb_database_run (
      database,
      error,
      "INSERT OR REPLACE INTO scroll_places (library, topic, level, block, fraction)"
      " VALUES (?, ?, ?, ?, ?)",
      "ssisd",
      self->library,
      self->topic,
      (gint64) self->level,
      self->block,
      self->fraction);
}

gboolean
plumb_windows_write (GPtrArray *windows, PlumbDatabase *database, GError **error)
{
  if (!plumb_database_run (database, error, "DELETE FROM windows", "")) {
    return FALSE;
  }

  for (guint i = 0; i < windows->len; i++) {
    PlumbWindowRecord *window = g_ptr_array_index (windows, i);

    if (!plumb_database_run (database,
                             error,
                             "INSERT INTO windows (position, place, width, height, maximised)"
                             " VALUES (?, ?, ?, ?, ?)",
                             "isiii",
                             (gint64) i,
                             plumb_window_record_get_place (window),
                             (gint64) plumb_window_record_get_width (window),
                             (gint64) plumb_window_record_get_height (window),
                             (gint64) plumb_window_record_get_maximised (window))) {
      return FALSE;
    }
  }

  return TRUE;
}

static void
report_free (Report *report)
{
  g_weak_ref_clear (&report->owner);
  g_clear_error (&report->error);
  g_free (report);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&report->owner);

  if (owner != NULL) {
    report->failed (owner, report->serial, report->error);
  }

  return G_SOURCE_REMOVE;
}

static void
send_report (PlumbStoreWriter *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Report *report = g_steal_pointer (&self->report);

  report->error = g_error_copy (self->error);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, report_cb, report, (GDestroyNotify) report_free);
  g_source_attach (source, self->context);
}

static gboolean
write_notes (PlumbStoreWriter *self,
             PlumbDatabase **database,
             GHashTable *scrolls,
             GPtrArray *windows,
             GError **error)
{
  GHashTableIter iter;
  gpointer place;

  if (*database == NULL) {
    g_autoptr (PlumbDatabase) opened = plumb_database_open (self->path,
                                                            PLUMB_DATABASE_NONE,
                                                            MIN (self->patience, MAX_PATIENCE),
                                                            error);

    if (opened == NULL ||
        !plumb_database_exec (opened,
                              "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON",
                              error)) {
      return FALSE;
    }
    *database = g_steal_pointer (&opened);
  }

  if (!plumb_database_begin (*database, error)) {
    return FALSE;
  }

  g_hash_table_iter_init (&iter, scrolls);
  while (g_hash_table_iter_next (&iter, &place, NULL)) {
    if (!plumb_scroll_place_write (place, *database, error)) {
      plumb_database_roll_back (*database);
      return FALSE;
    }
  }
  if ((windows != NULL && !plumb_windows_write (windows, *database, error)) ||
      !plumb_database_commit (*database, error)) {
    plumb_database_roll_back (*database);
    return FALSE;
  }

  return TRUE;
}

/* Puts notes that could not be written back, unless there are newer ones. */
static void
put_back (PlumbStoreWriter *self, GHashTable *scrolls, GPtrArray *windows)
{
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, scrolls);
  while (g_hash_table_iter_next (&iter, &place, NULL)) {
    if (!g_hash_table_contains (self->scrolls, place)) {
      g_hash_table_iter_steal (&iter);
      g_hash_table_add (self->scrolls, place);
    }
  }
  if (self->windows == NULL && windows != NULL) {
    self->windows = g_ptr_array_ref (windows);
  }
}

static gpointer
thread_func (gpointer data)
{
  PlumbStoreWriter *self = data;
  g_autoptr (PlumbDatabase) database = NULL;

  g_mutex_lock (&self->mutex);
  while (TRUE) {
    g_autoptr (GHashTable) scrolls = NULL;
    g_autoptr (GPtrArray) windows = NULL;
    g_autoptr (GError) error = NULL;
    gboolean written;

    if (self->due == 0 || self->error != NULL) {
      if (self->stopping) {
        break;
      }
      g_cond_wait (&self->changed, &self->mutex);
      continue;
    }
    if (!self->flushing && !self->stopping && g_get_monotonic_time () < self->due) {
      g_cond_wait_until (&self->changed, &self->mutex, self->due);
      continue;
    }

    scrolls = g_steal_pointer (&self->scrolls);
    windows = g_steal_pointer (&self->windows);
    self->scrolls = plumb_scroll_places_new ();
    self->due = 0;
    self->writing = TRUE;
    g_mutex_unlock (&self->mutex);

    written = write_notes (self, &database, scrolls, windows, &error);

    g_mutex_lock (&self->mutex);
    self->writing = FALSE;
    if (!written) {
      put_back (self, scrolls, windows);
      if (g_error_matches (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_BUSY) && !self->stopping) {
        self->due = g_get_monotonic_time () + DELAY;
        if (self->flushing) {
          self->flushing = FALSE;
          self->flush_error = g_steal_pointer (&error);
        }
      } else {
        self->error = g_steal_pointer (&error);
        send_report (self);
      }
    }
    g_cond_broadcast (&self->changed);
  }
  g_mutex_unlock (&self->mutex);

  return NULL;
}

/*< private >
 * plumb_store_writer_new:
 * @path: the database, which exists
 * @patience: how long to wait for another program's lock, in milliseconds
 * @owner: who is told when writing fails
 * @serial: a number that tells this writer from another of the same owner
 * @failed: called in the main context of this thread when writing fails
 *
 * Starts a writer. After a failure it writes no more.
 *
 * Returns: (transfer full): the writer, to be stopped with plumb_store_writer_stop()
 */
PlumbStoreWriter *
plumb_store_writer_new (const char *path,
                        guint patience,
                        GObject *owner,
                        guint serial,
                        PlumbStoreWriterFailed failed)
{
  PlumbStoreWriter *self = g_new0 (PlumbStoreWriter, 1);

  self->path = g_strdup (path);
  self->patience = patience;
  self->context = g_main_context_ref_thread_default ();
  self->report = g_new0 (Report, 1);
  g_weak_ref_init (&self->report->owner, owner);
  self->report->serial = serial;
  self->report->failed = failed;
  self->scrolls = plumb_scroll_places_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("plumb-writer", thread_func, self);

  return self;
}

/*< private >
 * plumb_store_writer_stop:
 * @self: (transfer full): a writer
 *
 * Writes what is noted, ends the thread, and frees the writer.
 */
void
plumb_store_writer_stop (PlumbStoreWriter *self)
{
  g_mutex_lock (&self->mutex);
  self->stopping = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);

  g_thread_join (self->thread);

  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_clear_pointer (&self->report, report_free);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->scrolls);
  g_clear_pointer (&self->windows, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_error (&self->flush_error);
  g_free (self->path);
  g_free (self);
}

static void
set_due (PlumbStoreWriter *self)
{
  if (self->due == 0) {
    self->due = g_get_monotonic_time () + DELAY;
    g_cond_broadcast (&self->changed);
  }
}

/*< private >
 * plumb_store_writer_note_scroll:
 * @self: a writer
 * @place: what to write
 *
 * Has a place written soon. If it is noted again before that, only the last is written.
 */
void
plumb_store_writer_note_scroll (PlumbStoreWriter *self, const PlumbScrollPlace *place)
{
  g_mutex_lock (&self->mutex);
  g_hash_table_add (self->scrolls, plumb_scroll_place_copy (place));
  set_due (self);
  g_mutex_unlock (&self->mutex);
}

/*< private >
 * plumb_store_writer_note_windows:
 * @self: a writer
 * @windows: (element-type PlumbWindowRecord): what to write, not changed afterwards
 *
 * Has the windows written soon. If they are noted again before that, only the last are written.
 */
void
plumb_store_writer_note_windows (PlumbStoreWriter *self, GPtrArray *windows)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->windows, g_ptr_array_unref);
  self->windows = g_ptr_array_ref (windows);
  set_due (self);
  g_mutex_unlock (&self->mutex);
}

/*< private >
 * plumb_store_writer_flush:
 * @self: a writer
 * @error: return location for an error
 *
 * Waits until all that was noted is on the disk.
 *
 * Returns: whether it is
 */
gboolean
plumb_store_writer_flush (PlumbStoreWriter *self, GError **error)
{
  gboolean written;

  g_mutex_lock (&self->mutex);
  self->flushing = TRUE;
  g_cond_broadcast (&self->changed);
  while ((self->due != 0 || self->writing) && self->flushing && self->error == NULL) {
    g_cond_wait (&self->changed, &self->mutex);
  }
  self->flushing = FALSE;

  written = self->error == NULL && self->flush_error == NULL;
  if (self->error != NULL) {
    g_propagate_error (error, g_error_copy (self->error));
  } else if (self->flush_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&self->flush_error));
  }
  g_clear_error (&self->flush_error);
  g_mutex_unlock (&self->mutex);

  return written;
}
