/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Finds what a query matches in one text, with the tokenizer that the index was made with. The index says which topics
 * hold the words; this says where in them, for choosing passages, for snippets and for marks.
 */

#include "config.h"

#include "plumb-matcher.h"

#include <string.h>

#include "plumb-query-private.h"
#include "plumb-tokenizer.h"

typedef struct {
  /* Where its text is among the texts of all tokens. */
  gsize offset;
  gsize length;
  guint position;
  gsize start;
  gsize end;
} Token;

struct _PlumbMatcher {
  PlumbQuery *query;
  /* The bytes that tokens of the query start with. Tokens that start with others need not be kept. */
  gboolean starts[256];

  GString *texts;
  GArray *tokens;
  GArray *matches;
  guint n_positions;
};

static void
add_starts (PlumbMatcher *self, const PlumbQueryWord *word)
{
  for (guint i = 0; i < word->phrases->len; i++) {
    const PlumbQueryPhrase *phrase = g_ptr_array_index (word->phrases, i);

    for (guint j = 0; j < phrase->n_tokens; j++) {
      self->starts[(guchar) phrase->tokens[j][0]] = TRUE;
    }
  }
}

/**
 * plumb_matcher_new:
 * @query: a query
 *
 * Makes a matcher, which can look through any number of texts, one at a time.
 *
 * Returns: (transfer full): the matcher
 */
PlumbMatcher *
plumb_matcher_new (const PlumbQuery *query)
{
  PlumbMatcher *self;

  g_return_val_if_fail (query != NULL, NULL);

  self = g_new0 (PlumbMatcher, 1);
  self->query = plumb_query_ref ((PlumbQuery *) query);
  self->texts = g_string_new (NULL);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  self->matches = g_array_new (FALSE, FALSE, sizeof (PlumbMatch));
  for (guint i = 0; i < plumb_query_get_n_words (query); i++) {
    add_starts (self, plumb_query_get_word (query, i));
  }

  return self;
}

/**
 * plumb_matcher_free:
 * @self: (transfer full): a matcher
 *
 * Frees a matcher.
 */
void
plumb_matcher_free (PlumbMatcher *self)
{
  g_return_if_fail (self != NULL);

  plumb_query_unref (self->query);
  g_string_free (self->texts, TRUE);
  g_array_unref (self->tokens);
  g_array_unref (self->matches);
  g_free (self);
}

static int
add_token_cb (const PlumbToken *token, gpointer user_data)
{
  PlumbMatcher *self = user_data;
  Token kept = {
    .offset = self->texts->len,
    .length = token->length,
    .start = token->start,
    .end = token->end,
  };

  if (token->kind != PLUMB_TOKEN_JOINED) {
    self->n_positions++;
  }
  if (!self->starts[(guchar) token->text[0]]) {
    return 0;
  }
  kept.position = self->n_positions - 1;

  g_string_append_len (self->texts, token->text, (gssize) token->length);
  g_array_append_val (self->tokens, kept);

  return 0;
}

static const Token *
get_token (PlumbMatcher *self, guint index)
{
  return &g_array_index (self->tokens, Token, index);
}

static gboolean
token_matches (PlumbMatcher *self, const Token *token, const char *wanted, gboolean prefix)
{
  const char *text = self->texts->str + token->offset;
  gsize length;

  if (text[0] != wanted[0]) {
    return FALSE;
  }

  length = strlen (wanted);
  if (prefix ? token->length < length : token->length != length) {
    return FALSE;
  }

  return memcmp (text, wanted, length) == 0;
}

/* Whether the phrase starts at the token; if so, where it ends. */
static gboolean
phrase_matches (PlumbMatcher *self, const PlumbQueryPhrase *phrase, guint index, gsize *end)
{
  const Token *token = get_token (self, index);
  guint n = phrase->n_tokens;
  guint at = index;

  if (!token_matches (self, token, phrase->tokens[0], phrase->prefix && n == 1)) {
    return FALSE;
  }

  for (guint i = 1; i < n; i++) {
    guint position = token->position + 1;

    do {
      at++;
      if (at == self->tokens->len || get_token (self, at)->position > position) {
        return FALSE;
      }
    } while (get_token (self, at)->position < position ||
             !token_matches (self,
                             get_token (self, at),
                             phrase->tokens[i],
                             phrase->prefix && i == n - 1));

    token = get_token (self, at);
  }

  *end = token->end;

  return TRUE;
}

static void
add_match (PlumbMatcher *self, guint word, const Token *token, gsize end)
{
  const PlumbMatch match = { word, token->position, token->start, end };

  /* A word and its joined form can both match at one place. */
  for (guint i = self->matches->len; i > 0; i--) {
    PlumbMatch *before = &g_array_index (self->matches, PlumbMatch, i - 1);

    if (before->position < token->position) {
      break;
    }
    if (before->word == word) {
      before->end = MAX (before->end, end);
      return;
    }
  }

  g_array_append_val (self->matches, match);
}

static void
match_token (PlumbMatcher *self, guint index)
{
  for (guint i = 0; i < plumb_query_get_n_words (self->query); i++) {
    const PlumbQueryWord *word = plumb_query_get_word (self->query, i);

    for (guint j = 0; j < word->phrases->len; j++) {
      gsize end;

      if (phrase_matches (self, g_ptr_array_index (word->phrases, j), index, &end)) {
        add_match (self, i, get_token (self, index), end);
        break;
      }
    }
  }
}

/**
 * plumb_matcher_run:
 * @self: a matcher
 * @text: a text, without markup
 *
 * Looks through @text.
 *
 * Returns: (transfer none) (element-type PlumbMatch): what was found, in order of position; it is there until the
 *   matcher runs again or is freed
 */
GArray *
plumb_matcher_run (PlumbMatcher *self, const char *text)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  g_string_truncate (self->texts, 0);
  g_array_set_size (self->tokens, 0);
  g_array_set_size (self->matches, 0);
  self->n_positions = 0;

  plumb_tokenize (text, -1, add_token_cb, self);

  for (guint i = 0; i < self->tokens->len; i++) {
    match_token (self, i);
  }

  return self->matches;
}

/**
 * plumb_matcher_get_n_positions:
 * @self: a matcher
 *
 * Gets how many words, or characters of scripts without spaces, the text had that was looked through last.
 *
 * Returns: how many
 */
guint
plumb_matcher_get_n_positions (PlumbMatcher *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_positions;
}
