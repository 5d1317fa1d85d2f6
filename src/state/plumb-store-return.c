/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The way back to the disk. A store that could not write took a copy of the file into memory and went
 * on there. Once the disk can be written again, the copy replaces the file, with all that was added
 * and all that was taken away. That is right only while nobody else has written to the file since,
 * which the counter in its header tells: otherwise the store stays in memory until the program ends,
 * as it said it would. */

#include "config.h"

#include "plumb-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* “File change counter”, in https://www.sqlite.org/fileformat2.html */
#define COUNTER_OFFSET 24

/*< private >
 * plumb_store_get_stamp:
 * @self: a store that has a path
 *
 * Tells one content of the file from the next.
 *
 * Returns: a number that changes with each transaction of any program; 0 where there is no file, or
 *   an empty one; %PLUMB_STORE_NO_STAMP where that can't be told
 */
gint64
plumb_store_get_stamp (PlumbStore *self)
{
  guint8 bytes[4];
  int file = open (self->path, O_RDONLY | O_CLOEXEC);
  gssize n;

  if (file < 0) {
    return errno == ENOENT || errno == ENOTDIR ? 0 : PLUMB_STORE_NO_STAMP;
  }
  n = pread (file, bytes, sizeof bytes, COUNTER_OFFSET);
  close (file);

  if (n == 0) {
    return 0;
  }
  if (n != sizeof bytes) {
    return PLUMB_STORE_NO_STAMP;
  }

  return 1 + (((gint64) bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]);
}

/* What was noted of where the reader is went to no database while there was none on the disk. */
static gboolean
write_places (PlumbStore *self, PlumbDatabase *database, GError **error)
{
  if (!plumb_database_begin (database, error)) {
    return FALSE;
  }
  if (!plumb_store_carry_places (self, database, error) ||
      !plumb_database_commit (database, error)) {
    plumb_database_roll_back (database);
    return FALSE;
  }

  return TRUE;
}

static PlumbDatabase *
write_file (PlumbStore *self)
{
  g_autoptr (PlumbDatabase) database = NULL;
  gboolean begins = self->memory_stamp == 0 && plumb_store_get_stamp (self) == 0;
  gboolean opened = plumb_store_open_file (self, &database, NULL);

  if (begins) {
    /* The file is ours, and there is nothing in it yet. */
    self->memory_stamp = plumb_store_get_stamp (self);
  }
  /* Opening has undone what was left half done, so that this is what any program last committed. */
  if (!opened || plumb_store_get_stamp (self) != self->memory_stamp) {
    return NULL;
  }

  /* A copy that fails is rolled back, and with it the stamp. */
  if (!plumb_database_copy (self->database, database, NULL)) {
    return NULL;
  }
  self->memory_stamp = plumb_store_get_stamp (self);

  return write_places (self, database, NULL) ? g_steal_pointer (&database) : NULL;
}

/*< private >
 * plumb_store_return_to_disk:
 * @self: a store
 *
 * If the store went on in memory because the disk was full or could not be written, tries whether it
 * can be now, and if so writes what is in memory.
 *
 * Returns: whether the store is on the disk again
 */
gboolean
plumb_store_return_to_disk (PlumbStore *self)
{
  PlumbDatabase *database;

  if (self->in_trouble || self->on_disk || self->database == NULL || self->path == NULL ||
      self->memory_stamp == PLUMB_STORE_NO_STAMP ||
      !(g_error_matches (self->memory_reason, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_FULL) ||
        g_error_matches (self->memory_reason, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_UNWRITABLE))) {
    return FALSE;
  }

  self->in_trouble = TRUE;
  database = write_file (self);
  self->in_trouble = FALSE;
  if (database == NULL) {
    return FALSE;
  }

  plumb_database_close (self->database);
  self->database = database;
  self->on_disk = TRUE;
  g_clear_error (&self->memory_reason);
  plumb_store_set_condition (self, PLUMB_STORE_CONDITION_FINE, NULL, NULL);

  return TRUE;
}
