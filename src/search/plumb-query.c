/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A query is what a person types, not a language. All its words have to be in a topic; quotation marks of any kind make
 * a phrase; the last word may be the start of one, because it is still being typed. Nothing that can be typed is an
 * error, and what means something to FTS5 (NEAR, *, ^) means nothing here.
 */

#include "config.h"

#include "plumb-query.h"
#include "plumb-query-private.h"

#include <string.h>

#include "plumb-matcher.h"
#include "plumb-search-error.h"
#include "plumb-spelling.h"
#include "plumb-tokenizer.h"

/* More than anyone asks for, and few enough that whatever is pasted is answered in time. */
#define MAX_LENGTH 2000
#define MAX_WORDS 16
#define MAX_PHRASE_TOKENS 32

struct _PlumbQuery {
  gatomicrefcount ref_count;
  /* (element-type PlumbQueryWord) */
  GPtrArray *words;
};

G_DEFINE_BOXED_TYPE (PlumbQuery, plumb_query, plumb_query_ref, plumb_query_unref)

static void
phrase_free (PlumbQueryPhrase *phrase)
{
  g_strfreev (phrase->tokens);
  g_free (phrase);
}

static void
word_free (PlumbQueryWord *word)
{
  g_ptr_array_unref (word->phrases);
  g_free (word);
}

static PlumbQueryWord *
word_new (gboolean spaced)
{
  PlumbQueryWord *word = g_new0 (PlumbQueryWord, 1);

  word->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) phrase_free);
  word->spaced = spaced;

  return word;
}

static void
word_add_phrase (PlumbQueryWord *word, const char *const *tokens, gboolean prefix)
{
  PlumbQueryPhrase *phrase;

  for (guint i = 0; i < word->phrases->len; i++) {
    const PlumbQueryPhrase *before = g_ptr_array_index (word->phrases, i);

    if (before->prefix == prefix && g_strv_equal ((const char *const *) before->tokens, tokens)) {
      return;
    }
  }

  phrase = g_new0 (PlumbQueryPhrase, 1);
  phrase->tokens = g_strdupv ((GStrv) tokens);
  phrase->n_tokens = g_strv_length (phrase->tokens);
  phrase->prefix = prefix;
  g_ptr_array_add (word->phrases, phrase);
}

static const PlumbQueryPhrase *
word_get_phrase (const PlumbQueryWord *word, guint phrase)
{
  return g_ptr_array_index (word->phrases, phrase);
}

static gboolean
word_equal (gconstpointer a, gconstpointer b)
{
  const PlumbQueryPhrase *phrase_a = word_get_phrase (a, 0);
  const PlumbQueryPhrase *phrase_b = word_get_phrase (b, 0);

  return phrase_a->prefix == phrase_b->prefix &&
         g_strv_equal ((const char *const *) phrase_a->tokens,
                       (const char *const *) phrase_b->tokens);
}

typedef struct {
  PlumbQuery *query;
  /* Where the text ends that the reader is still typing at. */
  gsize typing_at;
  gboolean quoted;

  /* What is being put together: tokens of one run, or of one quotation. */
  GStrvBuilder *tokens;
  guint n_tokens;
  char *joined;
  PlumbTokenKind kind;
  guint run;
  gboolean prefix;
} Parser;

/* Other spellings of the word, or of its last part. */
static void
add_variants (PlumbQueryWord *word, GStrv tokens, gboolean prefix)
{
  guint last = g_strv_length (tokens) - 1;
  g_autofree char *written = tokens[last];
  g_autoptr (GPtrArray) variants = plumb_spelling_get_variants (written);

  for (guint i = 0; i < variants->len; i++) {
    char *variant = g_ptr_array_index (variants, i);

    /* The start of a word already finds what only goes on from it. */
    if (!prefix || !g_str_has_prefix (variant, written)) {
      tokens[last] = variant;
      /* A shorter form is a whole word; as a start it would find too much. */
      word_add_phrase (word,
                       (const char *const *) tokens,
                       prefix && strlen (variant) >= strlen (written));
    }
  }

  tokens[last] = g_steal_pointer (&written);
}

static void
finish_word (Parser *parser)
{
  g_autoptr (GStrvBuilder) builder = g_steal_pointer (&parser->tokens);
  g_autofree char *joined = g_steal_pointer (&parser->joined);
  g_auto (GStrv) tokens = NULL;
  PlumbQueryWord *word;
  GPtrArray *words = parser->query->words;

  if (builder == NULL) {
    return;
  }

  tokens = g_strv_builder_end (builder);
  word = word_new (parser->kind != PLUMB_TOKEN_IDEOGRAPH);
  word_add_phrase (word, (const char *const *) tokens, parser->prefix);

  /* What stands in quotation marks is meant as it is written. */
  if (!parser->quoted) {
    if (joined != NULL) {
      word_add_phrase (word, (const char *const[]) { joined, NULL }, parser->prefix);
    }
    if (parser->kind == PLUMB_TOKEN_WORD) {
      add_variants (word, tokens, parser->prefix);
    }
  }

  if (words->len >= MAX_WORDS || g_ptr_array_find_with_equal_func (words, word, word_equal, NULL)) {
    word_free (word);
  } else {
    g_ptr_array_add (words, word);
  }
}

static int
add_token_cb (const PlumbToken *token, gpointer user_data)
{
  Parser *parser = user_data;

  if (parser->tokens != NULL && !parser->quoted && token->run != parser->run) {
    finish_word (parser);
  }

  if (parser->tokens == NULL) {
    parser->tokens = g_strv_builder_new ();
    parser->n_tokens = 0;
    parser->prefix = FALSE;
  }

  if (token->kind == PLUMB_TOKEN_JOINED) {
    g_free (parser->joined);
    parser->joined = g_strndup (token->text, token->length);
  } else if (parser->n_tokens < MAX_PHRASE_TOKENS) {
    g_strv_builder_add (parser->tokens, token->text);
    parser->n_tokens++;
    parser->kind = token->kind;
  }

  parser->run = token->run;
  parser->prefix = parser->prefix || token->end == parser->typing_at;

  return 0;
}

/* Single quotation marks don't start a phrase: they are apostrophes as well. */
static gboolean
is_quotation_mark (gunichar c)
{
  switch (c) {
  case '"':
  case 0x00ab:
  case 0x00bb:
  case 0x201c:
  case 0x201d:
  case 0x201e:
  case 0x201f:
  case 0x300c:
  case 0x300d:
  case 0x300e:
  case 0x300f:
  case 0xff02:
    return TRUE;
  default:
    return FALSE;
  }
}

/* LAST is whether the reader's text ends with this part of it. */
static void
parse_part (Parser *parser, const char *text, gsize length, gboolean last)
{
  parser->typing_at = last ? length : G_MAXSIZE;
  plumb_tokenize (text, (gssize) length, add_token_cb, parser);
  finish_word (parser);
}

/**
 * plumb_query_new:
 * @text: what the reader typed, of any length
 * @error: return location for a #PlumbSearchError
 *
 * Understands what a reader typed. Where @text goes on for longer than anyone types, the rest of it is left out.
 *
 * Returns: (transfer full) (nullable): the query, or %NULL where @text is not UTF-8
 */
PlumbQuery *
plumb_query_new (const char *text, GError **error)
{
  g_autoptr (PlumbQuery) self = NULL;
  Parser parser = { 0 };
  const char *start;
  const char *end;
  gboolean cut;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL)) {
    plumb_search_error_set (error, PLUMB_SEARCH_ERROR_ENCODING);
    return NULL;
  }

  self = g_new0 (PlumbQuery, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);

  cut = strlen (text) > MAX_LENGTH;
  end = cut ? g_utf8_find_prev_char (text, text + MAX_LENGTH + 1) : text + strlen (text);

  parser.query = self;
  start = text;
  for (const char *p = text; p < end; p = g_utf8_next_char (p)) {
    if (is_quotation_mark (g_utf8_get_char (p))) {
      parse_part (&parser, start, (gsize) (p - start), FALSE);
      parser.quoted = !parser.quoted;
      start = g_utf8_next_char (p);
    }
  }
  parse_part (&parser, start, (gsize) (end - start), !cut);

  return g_steal_pointer (&self);
}

/**
 * plumb_query_is_blank:
 * @text: a text in UTF-8
 *
 * Returns: whether there is nothing in @text yet: only spaces, and quotation marks of a phrase that is about to be typed
 */
gboolean
plumb_query_is_blank (const char *text)
{
  g_return_val_if_fail (text != NULL, TRUE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isspace (c) && !is_quotation_mark (c)) {
      return FALSE;
    }
  }

  return TRUE;
}

/**
 * plumb_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): @self
 */
PlumbQuery *
plumb_query_ref (PlumbQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * plumb_query_unref:
 * @self: (transfer full): a query
 */
void
plumb_query_unref (PlumbQuery *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count)) {
    g_ptr_array_unref (self->words);
    g_free (self);
  }
}

/**
 * plumb_query_is_empty:
 * @self: a query
 *
 * Returns: whether there is no word in the query, so that nothing can be found
 */
gboolean
plumb_query_is_empty (const PlumbQuery *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->words->len == 0;
}

/*< private >
 * plumb_query_get_n_words:
 * @self: a query
 *
 * Returns: how many things the reader asked for
 */
guint
plumb_query_get_n_words (const PlumbQuery *self)
{
  return self->words->len;
}

/*< private >
 * plumb_query_get_word:
 * @self: a query
 * @word: which one, from 0
 *
 * Returns: (transfer none): one of the things that the reader asked for
 */
const PlumbQueryWord *
plumb_query_get_word (const PlumbQuery *self, guint word)
{
  return g_ptr_array_index (self->words, word);
}

/**
 * plumb_query_dup_words:
 * @self: a query
 *
 * Lists what the reader asked for, folded, in all the ways that the search looks for it: words, and phrases with their
 * words side by side. One that ends with `*` is the start of a word. plumb_query_find() says where they stand in a text.
 *
 * Returns: (transfer full): the words
 */
GStrv
plumb_query_dup_words (const PlumbQuery *self)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  builder = g_strv_builder_new ();
  for (guint i = 0; i < self->words->len; i++) {
    const PlumbQueryWord *word = plumb_query_get_word (self, i);

    for (guint j = 0; j < word->phrases->len; j++) {
      const PlumbQueryPhrase *phrase = word_get_phrase (word, j);
      g_autofree char *text = g_strjoinv (word->spaced ? " " : "", phrase->tokens);

      g_strv_builder_take (builder, g_strconcat (text, phrase->prefix ? "*" : NULL, NULL));
    }
  }

  return g_strv_builder_end (builder);
}

/**
 * plumb_query_find:
 * @self: a query
 * @text: a text in UTF-8, without markup
 *
 * Finds all that the query matches in @text, as the search does: whole words and phrases, and words that start with
 * what was still being typed. Ranges are in order and never overlap.
 *
 * Returns: (transfer full) (element-type PlumbFoldRange): the ranges, in bytes of @text
 */
GArray *
plumb_query_find (const PlumbQuery *self, const char *text)
{
  g_autoptr (PlumbMatcher) matcher = NULL;
  GArray *matches;
  GArray *ranges;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  ranges = g_array_new (FALSE, FALSE, sizeof (PlumbFoldRange));
  matcher = plumb_matcher_new (self);
  matches = plumb_matcher_run (matcher, text);

  for (guint i = 0; i < matches->len; i++) {
    const PlumbMatch *match = &g_array_index (matches, PlumbMatch, i);
    PlumbFoldRange *last = ranges->len > 0
                               ? &g_array_index (ranges, PlumbFoldRange, ranges->len - 1)
                               : NULL;

    if (last != NULL && match->start < last->end) {
      last->end = MAX (last->end, match->end);
    } else {
      const PlumbFoldRange range = { match->start, match->end };

      g_array_append_val (ranges, range);
    }
  }

  return ranges;
}

static void
append_phrase (GString *expression, const PlumbQueryPhrase *phrase)
{
  g_string_append_c (expression, '"');
  for (guint i = 0; i < phrase->n_tokens; i++) {
    if (i > 0) {
      g_string_append_c (expression, ' ');
    }
    /* Tokens are letters, digits and marks: there is nothing in them to quote. */
    g_string_append (expression, phrase->tokens[i]);
  }
  g_string_append_c (expression, '"');
  if (phrase->prefix) {
    g_string_append (expression, " *");
  }
}

/*< private >
 * plumb_query_to_fts5:
 * @self: a query
 * @phrase_words: (element-type guint) (nullable): where to append, for each phrase of the expression, the word that it
 *   puts
 *
 * Writes the query as an expression for FTS5's MATCH.
 *
 * Returns: (transfer full) (nullable): the expression, or %NULL where the query is empty
 */
char *
plumb_query_to_fts5 (const PlumbQuery *self, GArray *phrase_words)
{
  GString *expression;

  if (plumb_query_is_empty (self)) {
    return NULL;
  }

  expression = g_string_new (NULL);
  for (guint i = 0; i < self->words->len; i++) {
    const PlumbQueryWord *word = plumb_query_get_word (self, i);

    g_string_append (expression, i > 0 ? " AND (" : "(");
    for (guint j = 0; j < word->phrases->len; j++) {
      if (j > 0) {
        g_string_append (expression, " OR ");
      }
      append_phrase (expression, word_get_phrase (word, j));
      if (phrase_words != NULL) {
        g_array_append_val (phrase_words, i);
      }
    }
    g_string_append_c (expression, ')');
  }

  return g_string_free_and_steal (expression);
}
