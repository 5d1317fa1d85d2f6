/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-index-reader.h"
#include "plumb-rank.h"

G_BEGIN_DECLS

struct _PlumbIndexReader {
  PlumbIndexLocation *location;
  sqlite3 *database;
  PlumbRank *rank;

  sqlite3_stmt *match;
  sqlite3_stmt *select_topic;
  sqlite3_stmt *select_passages;
};

int plumb_index_reader_step (PlumbIndexReader *self, sqlite3_stmt *statement, GError **error);
gboolean
plumb_index_reader_dup_text (sqlite3_stmt *statement, int column, char **text, GError **error);
gboolean plumb_index_reader_set_damaged (GError **error);

G_END_DECLS
