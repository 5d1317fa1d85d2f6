/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "plumb-query.h"

G_BEGIN_DECLS

/* The name of the ranking function in SQL. */
#define PLUMB_RANK_FUNCTION "plumb_rank"

/**
 * PlumbRankColumn:
 * @PLUMB_RANK_COLUMN_TITLE: the title
 * @PLUMB_RANK_COLUMN_HEADINGS: the headings
 * @PLUMB_RANK_COLUMN_START: the summary and the first level
 * @PLUMB_RANK_COLUMN_REST: all else
 *
 * The columns of the full-text index, in their order.
 */
typedef enum {
  PLUMB_RANK_COLUMN_TITLE,
  PLUMB_RANK_COLUMN_HEADINGS,
  PLUMB_RANK_COLUMN_START,
  PLUMB_RANK_COLUMN_REST,
} PlumbRankColumn;

typedef struct _PlumbRank PlumbRank;

PlumbRank *plumb_rank_new (GArray *lengths);
void plumb_rank_free (PlumbRank *self);
int plumb_rank_register (PlumbRank *self, sqlite3 *database);
char *plumb_rank_begin (PlumbRank *self, const PlumbQuery *query, GCancellable *cancellable);
const double *plumb_rank_get_weights (PlumbRank *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbRank, plumb_rank_free)

G_END_DECLS
