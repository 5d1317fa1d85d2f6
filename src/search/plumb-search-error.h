/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLUMB_SEARCH_ERROR (plumb_search_error_quark ())

/**
 * PlumbSearchError:
 * @PLUMB_SEARCH_ERROR_ENCODING: what was asked for is not UTF-8
 * @PLUMB_SEARCH_ERROR_DAMAGED: the index is damaged, or is another library's
 * @PLUMB_SEARCH_ERROR_UNWRITABLE: the index can't be written, because the disk is full or refuses it
 * @PLUMB_SEARCH_ERROR_UNSUPPORTED: the SQLite of this computer has no full-text search
 * @PLUMB_SEARCH_ERROR_MEMORY: there is not enough memory
 *
 * What can go wrong with a search.
 */
typedef enum {
  PLUMB_SEARCH_ERROR_ENCODING,
  PLUMB_SEARCH_ERROR_DAMAGED,
  PLUMB_SEARCH_ERROR_UNWRITABLE,
  PLUMB_SEARCH_ERROR_UNSUPPORTED,
  PLUMB_SEARCH_ERROR_MEMORY,
} PlumbSearchError;

GQuark plumb_search_error_quark (void);

void plumb_search_error_set (GError **error, PlumbSearchError code);

G_END_DECLS
