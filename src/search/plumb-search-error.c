/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-search-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (plumb - search - error - quark, plumb_search_error)

/*< private >
 * plumb_search_error_set:
 * @error: return location for an error
 * @code: what went wrong
 *
 * Sets @error to @code, in words for the reader.
 */
void
plumb_search_error_set (GError **error, PlumbSearchError code)
{
  const char *message = NULL;

  switch (code) {
  case PLUMB_SEARCH_ERROR_ENCODING:
    message = _ ("This can’t be searched for because it is not text.");
    break;
  case PLUMB_SEARCH_ERROR_DAMAGED:
    message = _ ("The search index is damaged.");
    break;
  case PLUMB_SEARCH_ERROR_UNWRITABLE:
    message = _ ("The search index can’t be saved.");
    break;
  case PLUMB_SEARCH_ERROR_UNSUPPORTED:
    message = _ ("Search doesn’t work because SQLite on this computer was built without full-text "
                 "search.");
    break;
  case PLUMB_SEARCH_ERROR_MEMORY:
    message = _ ("There is not enough memory to search.");
    break;
  default:
    g_assert_not_reached ();
  }

  g_set_error_literal (error, PLUMB_SEARCH_ERROR, code, message);
}
