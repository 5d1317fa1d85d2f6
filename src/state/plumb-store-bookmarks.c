/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-store-private.h"

/* A change to bookmarks. Their new list is read in the same transaction, so that nothing can go wrong
 * any more when the change is made. */
typedef struct {
  const char *place;
  const char *title;
  gint64 created;
  guint position;

  /* What came of it */
  GPtrArray *bookmarks;
} Change;

static gboolean
read_bookmarks (PlumbDatabase *database, gpointer data, GError **error)
{
  GPtrArray **bookmarks = data;
  sqlite3_stmt *statement;
  gboolean row;

  g_clear_pointer (bookmarks, g_ptr_array_unref);
  *bookmarks = g_ptr_array_new_with_free_func (g_object_unref);

  statement = plumb_database_query (
      database,
      error,
      "SELECT place, title, created FROM bookmarks ORDER BY position, id",
      "");
  if (statement == NULL) {
    return FALSE;
  }

  while (plumb_database_next (database, statement, &row, error)) {
    const char *place, *title;
    gint64 created;

    if (!row) {
      return TRUE;
    }
    if (!plumb_database_get_text (statement, 0, &place, error) ||
        !plumb_database_get_text (statement, 1, &title, error) ||
        !plumb_database_get_integer (statement, 2, G_MININT64, G_MAXINT64, &created, error)) {
      return FALSE;
    }
    g_ptr_array_add (*bookmarks, plumb_bookmark_new (place, title, created));
  }

  return FALSE;
}

/* Brings the list into step, touching only what has changed. Returns whether anything has. */
static gboolean
take_over (PlumbStore *self, GPtrArray *bookmarks)
{
  GListModel *model = G_LIST_MODEL (self->bookmarks);
  g_autoptr (GHashTable) old = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  guint n_old = g_list_model_get_n_items (model);
  guint n_new = bookmarks->len;
  guint first = 0;

  for (guint i = 0; i < n_old; i++) {
    /* The list holds it, and so do the pointers taken here for as long as they are used. */
    g_autoptr (PlumbBookmark) bookmark = g_list_model_get_item (model, i);

    g_hash_table_insert (old, (gpointer) plumb_bookmark_get_place (bookmark), bookmark);
    g_ptr_array_add (kept, bookmark);
  }

  /* A bookmark that is the same stays the same object. */
  for (guint i = 0; i < n_new; i++) {
    PlumbBookmark *bookmark = g_ptr_array_index (bookmarks, i);
    PlumbBookmark *same = g_hash_table_lookup (old, plumb_bookmark_get_place (bookmark));

    if (same != NULL && plumb_bookmark_equal (same, bookmark)) {
      g_ptr_array_index (bookmarks, i) = g_object_ref (same);
      g_object_unref (bookmark);
    }
  }

  while (first < n_old && first < n_new &&
         g_ptr_array_index (kept, first) == g_ptr_array_index (bookmarks, first)) {
    first++;
  }
  while (n_old > first && n_new > first &&
         g_ptr_array_index (kept, n_old - 1) == g_ptr_array_index (bookmarks, n_new - 1)) {
    n_old--;
    n_new--;
  }
  if (n_old == first && n_new == first) {
    return FALSE;
  }

  g_list_store_splice (self->bookmarks,
                       first,
                       n_old - first,
                       bookmarks->pdata + first,
                       n_new - first);

  return TRUE;
}

/*< private >
 * plumb_store_load_bookmarks:
 * @self: a store
 *
 * Reads the bookmarks, if they were not read yet.
 */
void
plumb_store_load_bookmarks (PlumbStore *self)
{
  g_autoptr (GPtrArray) bookmarks = NULL;

  if (self->bookmarks_loaded) {
    return;
  }

  /* From a database that is about to be given up, what can be had is taken. */
  if ((plumb_store_read (self, read_bookmarks, &bookmarks) || self->in_trouble) &&
      !self->bookmarks_loaded && bookmarks != NULL) {
    self->bookmarks_loaded = TRUE;
    take_over (self, bookmarks);
  }
}

/*< private >
 * plumb_store_reload_bookmarks:
 * @self: a store
 *
 * Reads the bookmarks again, if they were read before, and tells if any has changed.
 */
void
plumb_store_reload_bookmarks (PlumbStore *self)
{
  g_autoptr (GPtrArray) bookmarks = NULL;

  if (self->bookmarks_loaded && plumb_store_read (self, read_bookmarks, &bookmarks) &&
      take_over (self, bookmarks)) {
    plumb_store_emit_bookmarks_changed (self);
  }
}

static gboolean
insert (PlumbDatabase *database,
        const char *place,
        const char *title,
        gint64 created,
        GError **error)
{
  return plumb_database_run (
      database,
      error,
      "INSERT INTO bookmarks (place, title, created, position)"
      " VALUES (?, ?, ?, (SELECT coalesce (max (position), -1) + 1 FROM bookmarks))"
      " ON CONFLICT DO NOTHING",
      "ssi",
      place,
      title,
      created);
}

gboolean
plumb_store_carry_bookmarks (PlumbStore *self, PlumbDatabase *database, GError **error)
{
  GListModel *model = G_LIST_MODEL (self->bookmarks);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (PlumbBookmark) bookmark = g_list_model_get_item (model, i);

    if (!insert (database,
                 plumb_bookmark_get_place (bookmark),
                 plumb_bookmark_get_title (bookmark),
                 plumb_bookmark_get_created (bookmark),
                 error)) {
      return FALSE;
    }
  }

  return TRUE;
}

/* Moves a bookmark to a position, and numbers all of them afresh. */
static gboolean
put (PlumbDatabase *database, const char *place, guint position, GError **error)
{
  g_autoptr (GPtrArray) bookmarks = NULL;
  PlumbBookmark *bookmark;
  guint index;

  if (!read_bookmarks (database, &bookmarks, error)) {
    return FALSE;
  }

  for (index = 0; index < bookmarks->len; index++) {
    bookmark = g_ptr_array_index (bookmarks, index);
    if (g_str_equal (plumb_bookmark_get_place (bookmark), place)) {
      break;
    }
  }
  if (index == bookmarks->len) {
    plumb_database_set_error (error, PLUMB_STORE_ERROR_NOT_FOUND);
    return FALSE;
  }
  bookmark = g_ptr_array_steal_index (bookmarks, index);
  g_ptr_array_insert (bookmarks, (int) MIN (position, bookmarks->len), bookmark);

  for (guint i = 0; i < bookmarks->len; i++) {
    if (!plumb_database_run (database,
                             error,
                             "UPDATE bookmarks SET position = ?1"
                             " WHERE place = ?2 AND position <> ?1",
                             "is",
                             (gint64) i,
                             plumb_bookmark_get_place (g_ptr_array_index (bookmarks, i)))) {
      return FALSE;
    }
  }

  return TRUE;
}

static gboolean
add_bookmark (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return insert (database, change->place, change->title, change->created, error) &&
         read_bookmarks (database, &change->bookmarks, error);
}

static gboolean
restore_bookmark (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return insert (database, change->place, change->title, change->created, error) &&
         put (database, change->place, change->position, error) &&
         read_bookmarks (database, &change->bookmarks, error);
}

static gboolean
rename_bookmark (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  if (!plumb_database_run (database,
                           error,
                           "UPDATE bookmarks SET title = ? WHERE place = ?",
                           "ss",
                           change->title,
                           change->place)) {
    return FALSE;
  }
  if (plumb_database_get_n_changes (database) == 0) {
    plumb_database_set_error (error, PLUMB_STORE_ERROR_NOT_FOUND);
    return FALSE;
  }

  return read_bookmarks (database, &change->bookmarks, error);
}

static gboolean
move_bookmark (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return put (database, change->place, change->position, error) &&
         read_bookmarks (database, &change->bookmarks, error);
}

static gboolean
remove_bookmark (PlumbDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return plumb_database_run (database,
                             error,
                             "DELETE FROM bookmarks WHERE place = ?",
                             "s",
                             change->place) &&
         read_bookmarks (database, &change->bookmarks, error);
}

static gboolean
make_change (PlumbStore *self, PlumbStoreFunc func, Change *change, GError **error)
{
  g_autoptr (GPtrArray) bookmarks = NULL;
  gboolean was_on_disk = self->on_disk;
  PlumbStoreOutcome outcome;

  if (self->mode == PLUMB_STORE_MODE_NONE) {
    return TRUE;
  }

  plumb_store_load_bookmarks (self);
  outcome = plumb_store_change (self, was_on_disk, func, change, error);
  bookmarks = g_steal_pointer (&change->bookmarks);
  if (outcome == PLUMB_STORE_UNCHANGED) {
    return FALSE;
  }

  if (bookmarks != NULL) {
    self->bookmarks_loaded = TRUE;
    if (take_over (self, bookmarks)) {
      plumb_store_emit_bookmarks_changed (self);
    }
  }

  return outcome == PLUMB_STORE_DONE;
}

/**
 * plumb_store_get_bookmarks:
 * @self: a store
 *
 * Gets the bookmarks in the reader's order, as #PlumbBookmark. The list is always the same one, and
 * keeps in step with the store.
 *
 * Returns: (transfer none): the bookmarks
 */
GListModel *
plumb_store_get_bookmarks (PlumbStore *self)
{
  g_return_val_if_fail (PLUMB_IS_STORE (self), NULL);

  plumb_store_load_bookmarks (self);

  return G_LIST_MODEL (self->bookmarks);
}

/**
 * plumb_store_find_bookmark:
 * @self: a store
 * @place: the address of a place
 *
 * Returns: (transfer none) (nullable): the bookmark that leads to @place
 */
PlumbBookmark *
plumb_store_find_bookmark (PlumbStore *self, const char *place)
{
  GListModel *model;

  g_return_val_if_fail (PLUMB_IS_STORE (self), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  model = plumb_store_get_bookmarks (self);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (PlumbBookmark) bookmark = g_list_model_get_item (model, i);

    if (g_str_equal (plumb_bookmark_get_place (bookmark), place)) {
      /* The list holds it. */
      return bookmark;
    }
  }

  return NULL;
}

/**
 * plumb_store_add_bookmark:
 * @self: a store
 * @place: the address of a place
 * @title: what to call it, as plain text
 * @error: return location for a #PlumbStoreError
 *
 * Adds a bookmark after the others. If there is one for @place already, nothing changes.
 *
 * With %PLUMB_STORE_ERROR_FULL, %PLUMB_STORE_ERROR_UNWRITABLE and %PLUMB_STORE_ERROR_DAMAGED the
 * bookmark is there all the same, until the program ends. The same goes for the other functions that
 * change bookmarks.
 *
 * Returns: whether the bookmark is kept where the store's mode says
 */
gboolean
plumb_store_add_bookmark (PlumbStore *self, const char *place, const char *title, GError **error)
{
  Change change = {
    .place = place,
    .title = title,
    .created = g_get_real_time () / G_USEC_PER_SEC,
  };

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (place != NULL && g_utf8_validate (place, -1, NULL), FALSE);
  g_return_val_if_fail (title != NULL && g_utf8_validate (title, -1, NULL), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return make_change (self, add_bookmark, &change, error);
}

/**
 * plumb_store_restore_bookmark:
 * @self: a store
 * @bookmark: a bookmark that was removed
 * @position: where it was in the list, from 0; the end if there are fewer by now
 * @error: return location for a #PlumbStoreError
 *
 * Undoes the removal of a bookmark.
 *
 * Returns: whether the bookmark is kept where the store's mode says
 */
gboolean
plumb_store_restore_bookmark (PlumbStore *self,
                              PlumbBookmark *bookmark,
                              guint position,
                              GError **error)
{
  Change change = { .position = position };

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (PLUMB_IS_BOOKMARK (bookmark), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  change.place = plumb_bookmark_get_place (bookmark);
  change.title = plumb_bookmark_get_title (bookmark);
  change.created = plumb_bookmark_get_created (bookmark);

  return make_change (self, restore_bookmark, &change, error);
}

/**
 * plumb_store_rename_bookmark:
 * @self: a store
 * @place: the address of a place that has a bookmark
 * @title: what to call it, as plain text
 * @error: return location for a #PlumbStoreError
 *
 * Gives a bookmark another title.
 *
 * Returns: whether the title is kept where the store's mode says;
 *   %PLUMB_STORE_ERROR_NOT_FOUND if there is no such bookmark
 */
gboolean
plumb_store_rename_bookmark (PlumbStore *self, const char *place, const char *title, GError **error)
{
  Change change = { .place = place, .title = title };

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);
  g_return_val_if_fail (title != NULL && g_utf8_validate (title, -1, NULL), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return make_change (self, rename_bookmark, &change, error);
}

/**
 * plumb_store_move_bookmark:
 * @self: a store
 * @place: the address of a place that has a bookmark
 * @position: where in the list it is to be, from 0; the end if there are fewer
 * @error: return location for a #PlumbStoreError
 *
 * Moves a bookmark in the reader's order.
 *
 * Returns: whether the order is kept where the store's mode says;
 *   %PLUMB_STORE_ERROR_NOT_FOUND if there is no such bookmark
 */
gboolean
plumb_store_move_bookmark (PlumbStore *self, const char *place, guint position, GError **error)
{
  Change change = { .place = place, .position = position };

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return make_change (self, move_bookmark, &change, error);
}

/**
 * plumb_store_remove_bookmark:
 * @self: a store
 * @place: the address of a place
 * @error: return location for a #PlumbStoreError
 *
 * Removes the bookmark that leads to @place, if there is one.
 *
 * Returns: whether it is gone where the store keeps it
 */
gboolean
plumb_store_remove_bookmark (PlumbStore *self, const char *place, GError **error)
{
  Change change = { .place = place };

  g_return_val_if_fail (PLUMB_IS_STORE (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return make_change (self, remove_bookmark, &change, error);
}
