/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What counts as a word, for saying how long a text is. */

#include "config.h"

#include "plumb-words.h"

#define EM_DASH 0x2014

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
