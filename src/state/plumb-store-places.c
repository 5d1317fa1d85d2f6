/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-store-private.h"

typedef struct {
  GHashTable *scrolls;
  GPtrArray *windows;
} Places;

static gboolean
read_scrolls (PlumbDatabase *database, GHashTable *scrolls, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  statement = plumb_database_query (
      database,
      error,
      "SELECT library, topic, level, block, fraction FROM scroll_places",
      "");
  if (statement == NULL) {
    return FALSE;
  }

  while (plumb_database_next (database, statement, &row, error)) {
    const char *library, *topic, *block;
    gint64 level;

    if (!row) {
      return TRUE;
    }
    if (!plumb_database_get_text (statement, 0, &library, error) ||
        !plumb_database_get_text (statement, 1, &topic, error) ||
        !plumb_database_get_integer (statement, 2, 0, G_MAXINT, &level, error) ||
        !plumb_database_get_text (statement, 3, &block, error)) {
      return FALSE;
    }
    g_hash_table_add (scrolls,
                      plumb_scroll_place_new (library,
                                              topic,
                                              (guint) level,
                                              block,
                                              CLAMP (sqlite3_column_double (statement, 4), 0, 1)));
  }

  return FALSE;
}

static gboolean
read_windows (PlumbDatabase *database, GPtrArray *windows, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  statement = plumb_database_query (
      database,
      error,
      "SELECT place, width, height, maximised FROM windows ORDER BY position",
      "");
  if (statement == NULL) {
    return FALSE;
  }

  while (plumb_database_next (database, statement, &row, error)) {
    const char *place;
    gint64 width, height, maximised;

    if (!row) {
      return TRUE;
    }
    if (!plumb_database_get_text (statement, 0, &place, error) ||
        !plumb_database_get_integer (statement, 1, 0, G_MAXINT, &width, error) ||
        !plumb_database_get_integer (statement, 2, 0, G_MAXINT, &height, error) ||
        !plumb_database_get_integer (statement, 3, 0, 1, &maximised, error)) {
      return FALSE;
    }
    g_ptr_array_add (
        windows,
        plumb_window_record_new (place, (int) width, (int) height, (gboolean) maximised));
  }

  return FALSE;
}

static void
places_clear (Places *places)
{
  g_clear_pointer (&places->scrolls, g_hash_table_unref);
  g_clear_pointer (&places->windows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

static gboolean
read_places (PlumbDatabase *database, gpointer data, GError **error)
{
  Places *places = data;

  places_clear (places);
  places->scrolls = plumb_scroll_places_new ();
  places->windows = g_ptr_array_new_with_free_func (g_object_unref);

  /* The windows first, because they are worth more if the rest is damaged. */
  return read_windows (database, places->windows, error) &&
         read_scrolls (database, places->scrolls, error);
}

/*< private >
 * plumb_store_load_places:
 * @self: a store
 *
 * Reads the windows of last time and how far the reader had got in each topic, if they were not read
 * yet.
 */
void
plumb_store_load_places (PlumbStore *self)
{
  g_auto (Places) places = { NULL, NULL };

  if (self->scrolls != NULL) {
    return;
  }

  /* From a database that is about to be given up, what can be had is taken. */
  if (plumb_store_read (self, read_places, &places) || self->in_trouble) {
    if (self->scrolls == NULL) {
      self->scrolls = g_steal_pointer (&places.scrolls);
    }
    if (self->windows == NULL) {
      self->windows = g_steal_pointer (&places.windows);
    }
  }
}

gboolean
plumb_store_carry_places (PlumbStore *self, PlumbDatabase *database, GError **error)
{
  if (self->scrolls != NULL) {
    GHashTableIter iter;
    gpointer place;

    g_hash_table_iter_init (&iter, self->scrolls);
    while (g_hash_table_iter_next (&iter, &place, NULL)) {
      if (!plumb_scroll_place_write (place, database, error)) {
        return FALSE;
      }
    }
  }

  return self->windows == NULL || plumb_windows_write (self->windows, database, error);
}

static void
writer_failed_cb (GObject *owner, guint serial, const GError *error)
{
  PlumbStore *self = PLUMB_STORE (owner);

  /* That writer's trouble may have been met and dealt with in the meantime. */
  if (self->writer == NULL || self->writer_serial != serial) {
    return;
  }

  plumb_store_handle_trouble (self, error);
}

static PlumbStoreWriter *
ensure_writer (PlumbStore *self)
{
  if (self->writer == NULL && self->on_disk) {
    self->writer = plumb_store_writer_new (self->path,
                                           self->patience,
                                           G_OBJECT (self),
                                           ++self->writer_serial,
                                           writer_failed_cb);
  }

  return self->writer;
}

/**
 * plumb_store_note_windows:
 * @self: a store
 * @windows: (element-type PlumbWindowRecord): the windows that are open, in the order in which they
 *   are to be opened again
 *
 * Notes which windows are open, so that they can be opened again next time.
 *
 * This doesn't wait for the disk. The note is written within a second, or by plumb_store_flush().
 */
void
plumb_store_note_windows (PlumbStore *self, GPtrArray *windows)
{
  PlumbStoreWriter *writer;

  g_return_if_fail (PLUMB_IS_STORE (self));
  g_return_if_fail (windows != NULL);

  if (self->mode == PLUMB_STORE_MODE_NONE) {
    return;
  }

  g_clear_pointer (&self->windows, g_ptr_array_unref);
  self->windows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < windows->len; i++) {
    g_ptr_array_add (self->windows, g_object_ref (g_ptr_array_index (windows, i)));
  }

  writer = ensure_writer (self);
  if (writer != NULL) {
    plumb_store_writer_note_windows (writer, self->windows);
  }
}

/**
 * plumb_store_dup_windows:
 * @self: a store
 *
 * Gets the windows that were open when they were last noted.
 *
 * Returns: (transfer container) (element-type PlumbWindowRecord): the windows, perhaps none
 */
GPtrArray *
plumb_store_dup_windows (PlumbStore *self)
{
  GPtrArray *windows;

  g_return_val_if_fail (PLUMB_IS_STORE (self), NULL);

  if (self->windows == NULL) {
    plumb_store_load_places (self);
  }

  windows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; self->windows != NULL && i < self->windows->len; i++) {
    g_ptr_array_add (windows, g_object_ref (g_ptr_array_index (self->windows, i)));
  }

  return windows;
}

/**
 * plumb_store_note_scroll:
 * @self: a store
 * @library: the id of a library
 * @topic: the id of a topic of it
 * @level: a level, from 1, or 0 for a page that has none
 * @block: the id of the block at the top of the window
 * @fraction: how much of the block is above the top, from 0 to 1
 *
 * Notes how far the reader has got.
 *
 * This is cheap, and doesn't wait for the disk. The note is written within a second, or by
 * plumb_store_flush(); of several for the same level, only the last.
 */
void
plumb_store_note_scroll (PlumbStore *self,
                         const char *library,
                         const char *topic,
                         guint level,
                         const char *block,
                         double fraction)
{
  g_autoptr (PlumbScrollPlace) place = NULL;
  PlumbScrollPlace *old = NULL;
  PlumbStoreWriter *writer;

  g_return_if_fail (PLUMB_IS_STORE (self));
  g_return_if_fail (library != NULL && g_utf8_validate (library, -1, NULL));
  g_return_if_fail (topic != NULL && g_utf8_validate (topic, -1, NULL));
  g_return_if_fail (level <= G_MAXINT);
  g_return_if_fail (block != NULL && g_utf8_validate (block, -1, NULL));
  g_return_if_fail (fraction == fraction);

  if (self->mode == PLUMB_STORE_MODE_NONE) {
    return;
  }

  place = plumb_scroll_place_new (library, topic, level, block, CLAMP (fraction, 0, 1));

  plumb_store_load_places (self);
  if (self->scrolls != NULL) {
    old = g_hash_table_lookup (self->scrolls, place);
  }
  if (old != NULL && old->fraction == place->fraction && g_str_equal (old->block, block)) {
    return;
  }

  writer = ensure_writer (self);
  if (writer != NULL) {
    plumb_store_writer_note_scroll (writer, place);
  }
  if (self->scrolls != NULL) {
    g_hash_table_add (self->scrolls, g_steal_pointer (&place));
  }
}

/**
 * plumb_store_get_scroll:
 * @self: a store
 * @library: the id of a library
 * @topic: the id of a topic of it
 * @level: a level, from 1, or 0 for a page that has none
 * @block: (out) (transfer none): the id of the block that was at the top, valid until the next note
 * @fraction: (out): how much of the block was above the top, from 0 to 1
 *
 * Looks up how far the reader had got. The first call reads the places of all topics; after that it
 * does not touch the disk.
 *
 * Returns: whether that is known
 */
gboolean
plumb_store_get_scroll (PlumbStore *self,
                        const char *library,
                        const char *topic,
                        guint level,
                        const char **block,
                        double *fraction)
{
  PlumbScrollPlace key = {
    .library = (char *) library,
    .topic = (char *) topic,
    .level = level,
  };
  PlumbScrollPlace *place = NULL;

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (library != NULL, FALSE);
  g_return_val_if_fail (topic != NULL, FALSE);
  g_return_val_if_fail (block != NULL, FALSE);
  g_return_val_if_fail (fraction != NULL, FALSE);

  plumb_store_load_places (self);
  if (self->scrolls != NULL) {
    place = g_hash_table_lookup (self->scrolls, &key);
  }
  if (place == NULL) {
    return FALSE;
  }
  *block = place->block;
  *fraction = place->fraction;

  return TRUE;
}
