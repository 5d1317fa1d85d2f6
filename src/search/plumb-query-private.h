/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-query.h"

G_BEGIN_DECLS

/*< private >
 * PlumbQueryPhrase:
 * @tokens: folded tokens, which stand next to each other
 * @n_tokens: how many there are, at least one
 * @prefix: whether the last token is the start of a word
 *
 * One way of putting what a reader asked for.
 */
typedef struct {
  GStrv tokens;
  guint n_tokens;
  gboolean prefix;
} PlumbQueryPhrase;

/*< private >
 * PlumbQueryWord:
 * @phrases: (element-type PlumbQueryPhrase): ways of putting it, as the reader did first
 * @spaced: whether its tokens are words, with spaces between them
 *
 * One thing that a reader asked for.
 */
typedef struct {
  GPtrArray *phrases;
  gboolean spaced;
} PlumbQueryWord;

guint plumb_query_get_n_words (const PlumbQuery *self);
const PlumbQueryWord *plumb_query_get_word (const PlumbQuery *self, guint word);
char *plumb_query_to_fts5 (const PlumbQuery *self, GArray *phrase_words);

G_END_DECLS
