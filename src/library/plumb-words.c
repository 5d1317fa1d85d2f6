/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What counts as a word, and which words count as the same, for finding and for marking what was found. */

#include "config.h"

#include "plumb-words.h"

#include <string.h>

/* Letters that people type for one another and that Unicode does not decompose. */
static const struct {
  gunichar from;
  gunichar to;
} letters[] = {
  { 0x00d8, 'o' },
  { 0x00f8, 'o' },
  { 0x0110, 'd' },
  { 0x0111, 'd' },
  { 0x0131, 'i' },
  { 0x0141, 'l' },
  { 0x0142, 'l' },
  /* Arabic: alef wasla, teh marbuta, alef maksura, and the Persian keheh and yeh. */
  { 0x0671, 0x0627 },
  { 0x0629, 0x0647 },
  { 0x0649, 0x064a },
  { 0x06a9, 0x0643 },
  { 0x06cc, 0x064a },
};

#define TATWEEL 0x0640
#define ZERO_WIDTH_NON_JOINER 0x200c
#define ZERO_WIDTH_JOINER 0x200d
#define EM_DASH 0x2014
#define VOICED_MARK 0x3099
#define SEMI_VOICED_MARK 0x309a

static gunichar
fold_letter (gunichar c)
{
  if (c < 0x80) {
    return c;
  }

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++) {
    if (letters[i].from == c) {
      return letters[i].to;
    }
  }

  if (g_unichar_type (c) == G_UNICODE_DECIMAL_NUMBER) {
    return (gunichar) ('0' + g_unichar_digit_value (c));
  }

  return c;
}

/* Accents and vowel points may be left out when typing. The vowel signs of Indic scripts and the voicing marks of
 * Japanese may not: without them it is another word. */
static gboolean
is_ignored (gunichar c)
{
  if (c == TATWEEL || c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
    return TRUE;
  }
  if (!g_unichar_ismark (c) || c == VOICED_MARK || c == SEMI_VOICED_MARK) {
    return FALSE;
  }

  switch ((int) g_unichar_get_script (c)) {
  case G_UNICODE_SCRIPT_INHERITED:
  case G_UNICODE_SCRIPT_ARABIC:
  case G_UNICODE_SCRIPT_HEBREW:
  case G_UNICODE_SCRIPT_SYRIAC:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    if ((guchar) text[i] >= 0x80) {
      return FALSE;
    }
  }

  return TRUE;
}

/**
 * plumb_words_fold:
 * @text: UTF-8
 * @length: bytes of @text, or −1 where it ends with a nul
 *
 * Makes words that a reader takes for the same the same: without case, diacritics, vowel points, Arabic letter
 * forms and widths.
 *
 * Returns: (transfer full): @text, folded; empty where it is not UTF-8
 */
char *
plumb_words_fold (const char *text, gssize length)
{
  g_autofree char *cased = NULL;
  g_autofree char *decomposed = NULL;
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  if (length < 0) {
    length = (gssize) strlen (text);
  }
  if (is_ascii (text, (gsize) length)) {
    return g_ascii_strdown (text, length);
  }
  if (!g_utf8_validate_len (text, (gsize) length, NULL)) {
    return g_strdup ("");
  }

  cased = g_utf8_casefold (text, length);
  decomposed = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  folded = g_string_sized_new (strlen (decomposed));

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!is_ignored (c)) {
      g_string_append_unichar (folded, fold_letter (c));
    }
  }

  return g_string_free_and_steal (folded);
}

/**
 * plumb_words_is_part:
 * @c: a character
 *
 * Returns: whether it is part of words: a letter, a digit, a mark on them or a joiner between them
 */
gboolean
plumb_words_is_part (gunichar c)
{
  if (c < 0x80) {
    return g_ascii_isalnum ((char) c);
  }

  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == ZERO_WIDTH_JOINER ||
         c == ZERO_WIDTH_NON_JOINER;
}

/**
 * plumb_words_stands_alone:
 * @c: a character
 *
 * Chinese and Japanese are written without spaces, so each of their characters is taken as a word.
 *
 * Returns: whether it is a word by itself
 */
gboolean
plumb_words_stands_alone (gunichar c)
{
  if (c < 0x2e80) {
    return FALSE;
  }

  switch ((int) g_unichar_get_script (c)) {
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_BOPOMOFO:
    return g_unichar_isalnum (c);
  default:
    return FALSE;
  }
}

/**
 * plumb_words_foreach:
 * @text: UTF-8
 * @length: bytes of @text, or −1 where it ends with a nul
 * @func: (scope call): called for each word
 * @user_data: data for @func
 *
 * Finds the words of a text. A run of letters and digits is a word; of Chinese and Japanese, each character is.
 */
void
plumb_words_foreach (const char *text, gssize length, PlumbWordFunc func, gpointer user_data)
{
  const char *end;
  const char *p = text;

  g_return_if_fail (text != NULL);
  g_return_if_fail (func != NULL);

  end = length < 0 ? text + strlen (text) : text + length;

  while (p < end) {
    const char *start = p;
    gunichar c = g_utf8_get_char (p);
    g_autofree char *folded = NULL;

    p = g_utf8_next_char (p);
    if (!plumb_words_is_part (c)) {
      continue;
    }

    while (p < end) {
      gunichar next = g_utf8_get_char (p);

      if (!plumb_words_is_part (next) ||
          (!g_unichar_ismark (next) &&
           (plumb_words_stands_alone (c) || plumb_words_stands_alone (next)))) {
        break;
      }
      p = g_utf8_next_char (p);
    }

    folded = plumb_words_fold (start, p - start);
    if (folded[0] != '\0' &&
        !func (folded, (gsize) (start - text), (gsize) (p - text), user_data)) {
      return;
    }
  }
}

/**
 * plumb_words_count:
 * @text: UTF-8
 *
 * Counts words as people do: what stands between spaces, dashes and slashes, if there is a letter or a digit in it.
 * Chinese and Japanese have no spaces; there each character counts, which is what reading speeds are given in.
 *
 * Returns: how many
 */
guint
plumb_words_count (const char *text)
{
  gboolean in_word = FALSE;
  guint n = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (plumb_words_stands_alone (c)) {
      n++;
      in_word = FALSE;
    } else if (g_unichar_isspace (c) || c == EM_DASH || c == '/') {
      in_word = FALSE;
    } else if (!in_word && g_unichar_isalnum (c)) {
      n++;
      in_word = TRUE;
    }
  }

  return n;
}
