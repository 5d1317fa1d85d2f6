/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tokenizer, as FTS5 wants it: https://sqlite.org/fts5.html#custom_tokenizers */

#include "config.h"

#include "plumb-fts5.h"

#include "plumb-tokenizer.h"

typedef struct {
  void *context;
  int flags;
  int (*func) (void *, int, const char *, int, int, int);
} Call;

/* A tokenizer keeps nothing, but FTS5 wants something to hold. */
static int nothing;

static int
create_tokenizer (void *context, const char **args, int n_args, Fts5Tokenizer **tokenizer)
{
  *tokenizer = (Fts5Tokenizer *) &nothing;

  return SQLITE_OK;
}

static void
delete_tokenizer (Fts5Tokenizer *tokenizer)
{
}

static int
emit_token_cb (const PlumbToken *token, gpointer user_data)
{
  Call *call = user_data;

  if (token->kind == PLUMB_TOKEN_JOINED) {
    /* A query that wants the joined form asks for it. */
    if (call->flags & FTS5_TOKENIZE_QUERY) {
      return SQLITE_OK;
    }

    return call->func (call->context,
                       FTS5_TOKEN_COLOCATED,
                       token->text,
                       (int) token->length,
                       (int) token->start,
                       (int) token->end);
  }

  return call->func (call->context,
                     0,
                     token->text,
                     (int) token->length,
                     (int) token->start,
                     (int) token->end);
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void *context,
          int flags,
          const char *text,
          int length,
          int (*func) (void *, int, const char *, int, int, int))
{
  Call call = { context, flags, func };

  /* FTS5 tokenizes a missing text, too. */
  return text != NULL ? plumb_tokenize (text, length, emit_token_cb, &call) : SQLITE_OK;
}

/*< private >
 * plumb_fts5_get_api:
 * @database: a connection
 *
 * Gets FTS5's functions for extending it.
 *
 * Returns: (nullable): the functions, or %NULL where this SQLite has no FTS5
 */
fts5_api *
plumb_fts5_get_api (sqlite3 *database)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (database, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
    sqlite3_bind_pointer (statement, 1, (void *) &api, "fts5_api_ptr", NULL);
    sqlite3_step (statement);
  }
  sqlite3_finalize (statement);

  return api;
}

/*< private >
 * plumb_fts5_register_tokenizer:
 * @database: a connection
 *
 * Offers Plumb's tokenizer on @database, as %PLUMB_FTS5_TOKENIZER.
 *
 * Returns: SQLITE_OK, or SQLITE_ERROR where this SQLite has no FTS5
 */
int
plumb_fts5_register_tokenizer (sqlite3 *database)
{
  fts5_tokenizer tokenizer = { create_tokenizer, delete_tokenizer, tokenize };
  fts5_api *api = plumb_fts5_get_api (database);

  if (api == NULL) {
    return SQLITE_ERROR;
  }

  return api->xCreateTokenizer (api, PLUMB_FTS5_TOKENIZER, NULL, &tokenizer, NULL);
}
