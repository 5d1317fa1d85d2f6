/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The name of the tokenizer in SQL. */
#define PLUMB_FTS5_TOKENIZER "plumb"

fts5_api *plumb_fts5_get_api (sqlite3 *database);
int plumb_fts5_register_tokenizer (sqlite3 *database);

G_END_DECLS
