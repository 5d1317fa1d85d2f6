/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-database-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* Written out, because a formatter takes the name in G_DEFINE_QUARK() for a subtraction. */
GQuark
plumb_store_error_quark (void)
{
  return g_quark_from_static_string ("plumb-store-error-quark");
}

/*< private >
 * plumb_database_set_error:
 * @error: return location for an error
 * @code: what went wrong
 *
 * Sets an error with the sentence that the reader gets to see.
 */
void
plumb_database_set_error (GError **error, PlumbStoreError code)
{
  const char *message = NULL;

  switch (code) {
  case PLUMB_STORE_ERROR_FULL:
    message = _ ("This can’t be saved because the disk is full. It is kept until you close Plumb.");
    break;
  case PLUMB_STORE_ERROR_UNWRITABLE:
    message = _ ("This can’t be saved because your data folder can’t be written to. It is kept "
                 "until you close Plumb.");
    break;
  case PLUMB_STORE_ERROR_BUSY:
    message = _ ("This can’t be saved because another program is using Plumb’s records. Try again "
                 "in a moment.");
    break;
  case PLUMB_STORE_ERROR_DAMAGED:
    message = _ ("This can’t be saved because Plumb’s records are damaged.");
    break;
  case PLUMB_STORE_ERROR_NEWER:
    message = _ ("This can’t be saved because a newer version of Plumb is using the same records.");
    break;
  case PLUMB_STORE_ERROR_NOT_FOUND:
    message = _ ("This bookmark is no longer there.");
    break;
  default:
    g_assert_not_reached ();
  }

  g_set_error_literal (error, PLUMB_STORE_ERROR, code, message);
}

static PlumbStoreError
classify (sqlite3 *handle, int result)
{
  switch (result & 0xff) {
  case SQLITE_FULL:
    return PLUMB_STORE_ERROR_FULL;

  case SQLITE_IOERR:
    if (result == SQLITE_IOERR_CORRUPTFS || result == SQLITE_IOERR_DATA) {
      return PLUMB_STORE_ERROR_DAMAGED;
    }
    /* SQLite calls only ENOSPC full; a quota and a size limit are the same to the reader. */
    if (handle != NULL) {
      switch (sqlite3_system_errno (handle)) {
      case ENOSPC:
      case EDQUOT:
      case EFBIG:
        return PLUMB_STORE_ERROR_FULL;
      default:
        break;
      }
    }
    return PLUMB_STORE_ERROR_UNWRITABLE;

  case SQLITE_BUSY:
  case SQLITE_LOCKED:
  case SQLITE_PROTOCOL:
    return PLUMB_STORE_ERROR_BUSY;

  case SQLITE_CANTOPEN:
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_AUTH:
  case SQLITE_NOLFS:
  case SQLITE_NOMEM:
    return PLUMB_STORE_ERROR_UNWRITABLE;

  default:
    /* Our statements are constant and right for the schema that we made, so when one of them is
     * refused the file holds something else. */
    return PLUMB_STORE_ERROR_DAMAGED;
  }
}

/*< private >
 * plumb_database_set_error_from_result:
 * @handle: (nullable): the connection that failed
 * @result: an extended result code of SQLite
 * @error: return location for an error
 *
 * Sets an error that says what SQLite's code means for the reader.
 */
void
plumb_database_set_error_from_result (sqlite3 *handle, int result, GError **error)
{
  g_debug ("SQLite: %s (%d)", handle != NULL ? sqlite3_errmsg (handle) : "", result);

  plumb_database_set_error (error, classify (handle, result));
}
