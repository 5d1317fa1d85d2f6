/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-store-private.h"

/* How long to leave the database alone after another program would not let go of it. */
#define BUSY_PAUSE G_TIME_SPAN_SECOND

/* Trouble leads at most to a new file and from there to memory. */
#define MAX_ATTEMPTS 3

/* Another program that did not let go of the database for seconds is not waited for again soon:
 * a whole sidebar of topics may be about to ask. */
static void
note_patience (PlumbStore *self, gboolean busy)
{
  if (busy) {
    self->busy_until = g_get_monotonic_time () + BUSY_PAUSE;
    plumb_database_set_patience (self->database, MIN (self->patience, 100));
  } else if (self->busy_until != 0) {
    self->busy_until = 0;
    plumb_database_set_patience (self->database, self->patience);
  }
}

/*< private >
 * plumb_store_read:
 * @self: a store
 * @func: reads from a database; it may be called again, then with another database
 * @data: handed to @func
 *
 * Reads, and deals with a database that turns out to be damaged.
 *
 * Returns: whether @func succeeded; if not, another program holds the database, and the same may
 *   succeed later
 */
gboolean
plumb_store_read (PlumbStore *self, PlumbStoreFunc func, gpointer data)
{
  for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    g_autoptr (GError) error = NULL;

    if (self->database == NULL || g_get_monotonic_time () < self->busy_until) {
      return FALSE;
    }
    if (func (self->database, data, &error)) {
      note_patience (self, FALSE);
      return TRUE;
    }
    plumb_database_roll_back (self->database);
    if (g_error_matches (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_BUSY)) {
      note_patience (self, TRUE);
      return FALSE;
    }
    if (!plumb_store_handle_trouble (self, error)) {
      return FALSE;
    }
  }

  return FALSE;
}

static gboolean
try_change (PlumbDatabase *database, PlumbStoreFunc func, gpointer data, GError **error)
{
  if (!plumb_database_begin (database, error)) {
    return FALSE;
  }
  if (!func (database, data, error) || !plumb_database_commit (database, error)) {
    plumb_database_roll_back (database);
    return FALSE;
  }

  return TRUE;
}

/*< private >
 * plumb_store_change:
 * @self: a store
 * @was_on_disk: whether the store was on the disk when the change was asked for: reading what is
 *   needed for it may already have met trouble
 * @func: changes a database; it may be called again, then with another database
 * @data: handed to @func
 * @error: return location for an error
 *
 * Makes a change in a transaction of its own. If the disk fails, the store goes on in memory, and so
 * does the change; if the database turns out to be damaged, the change goes to the new one.
 *
 * The caller brings what is held in memory into step, and emits signals, unless the outcome is
 * %PLUMB_STORE_UNCHANGED.
 *
 * Returns: what became of the change; if it is not %PLUMB_STORE_DONE, @error is set
 */
PlumbStoreOutcome
plumb_store_change (PlumbStore *self,
                    gboolean was_on_disk,
                    PlumbStoreFunc func,
                    gpointer data,
                    GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (self->database == NULL) {
    return PLUMB_STORE_DONE;
  }

  for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    g_clear_error (&local_error);
    if (try_change (self->database, func, data, &local_error)) {
      note_patience (self, FALSE);
      if (!was_on_disk || self->on_disk) {
        return PLUMB_STORE_DONE;
      }
      g_propagate_error (error, g_error_copy (self->memory_reason));
      return PLUMB_STORE_KEPT_IN_MEMORY;
    }

    if (g_error_matches (local_error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_BUSY)) {
      note_patience (self, TRUE);
    }
    if (!plumb_store_handle_trouble (self, local_error)) {
      break;
    }
  }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return PLUMB_STORE_UNCHANGED;
}
