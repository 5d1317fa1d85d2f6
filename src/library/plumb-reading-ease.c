/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How hard an English text is to read: the Flesch–Kincaid grade level, that is, years at school in the United States.
 *
 * Source: J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, “Derivation of New Readability Formulas … for
 * Navy Enlisted Personnel”, Research Branch Report 8-75, 1975. */

#include "config.h"

#include "plumb-reading-ease.h"

#include <string.h>

#include "plumb-markup.h"
#include "plumb-text.h"
#include "plumb-walk.h"

/* 0.39 × words a sentence + 11.8 × syllables a word − 15.59 */
#define GRADE_PER_SENTENCE_WORD 0.39
#define GRADE_PER_WORD_SYLLABLE 11.8
#define GRADE_OFFSET 15.59

/* A full stop behind these ends no sentence. */
static const char *const abbreviations[] = {
  "al", "cf", "dr",  "ed", "eds", "eg",   "etc", "fig",
  "ie", "mr", "mrs", "ms", "no",  "prof", "st",  "vs",
};

static gboolean
is_word_part (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019;
}

static gboolean
is_end_mark (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static gboolean
is_abbreviation (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  /* A single letter is an initial, or part of “e.g.”. */
  if (g_utf8_strlen (lower, -1) == 1 && !g_str_equal (lower, "i")) {
    return g_ascii_isalpha (lower[0]);
  }

  for (gsize i = 0; i < G_N_ELEMENTS (abbreviations); i++) {
    if (g_str_equal (lower, abbreviations[i])) {
      return TRUE;
    }
  }

  return FALSE;
}

/* Whether a sentence ends at a mark: what follows, but for closing quotes and brackets, is a space and then something
 * that a sentence begins with, or nothing. */
static gboolean
ends_sentence (const char *mark, const char *word)
{
  const char *p = g_utf8_next_char (mark);

  if (*mark == '.' && is_abbreviation (word)) {
    while (g_unichar_isspace (g_utf8_get_char (p))) {
      p = g_utf8_next_char (p);
    }
    return *p == '\0';
  }

  while (*p != '\0' && (strchr (")]\"'", *p) != NULL || is_end_mark (g_utf8_get_char (p)) ||
                        g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_FINAL_PUNCTUATION)) {
    p = g_utf8_next_char (p);
  }
  if (*p == '\0') {
    return TRUE;
  }
  if (!g_unichar_isspace (g_utf8_get_char (p))) {
    return FALSE;
  }
  while (g_unichar_isspace (g_utf8_get_char (p))) {
    p = g_utf8_next_char (p);
  }

  return *p == '\0' || !g_unichar_islower (g_utf8_get_char (p));
}

/**
 * plumb_reading_count_add:
 * @count: a count
 * @text: an English text, without markup
 *
 * Counts what is in a text. Its end is the end of a sentence, whether or not there is a full stop. What hyphens and dashes
 * join are several words, since they are read as such.
 */
void
plumb_reading_count_add (PlumbReadingCount *count, const char *text)
{
  g_autofree char *word = g_strdup ("");
  guint n_words = 0;

  g_return_if_fail (count != NULL);
  g_return_if_fail (text != NULL);

  for (const char *p = text; *p != '\0';) {
    const char *start = p;
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalnum (c)) {
      do {
        p = g_utf8_next_char (p);
        /* “1,000” and “2.5” are words, too. */
        if ((*p == ',' || *p == '.') && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1])) {
          p++;
        }
      } while (is_word_part (g_utf8_get_char (p)));

      g_free (word);
      word = g_strndup (start, (gsize) (p - start));
      count->n_words++;
      count->n_syllables += plumb_reading_count_syllables (word);
      n_words++;
      continue;
    }

    if (n_words > 0 && is_end_mark (c) && ends_sentence (p, word)) {
      count->n_sentences++;
      n_words = 0;
    }
    p = g_utf8_next_char (p);
  }

  if (n_words > 0) {
    count->n_sentences++;
  }
}

/**
 * plumb_reading_count_get_grade:
 * @count: a count of at least one word
 *
 * Returns: the Flesch–Kincaid grade level, in years at school
 */
double
plumb_reading_count_get_grade (const PlumbReadingCount *count)
{
  g_return_val_if_fail (count != NULL, 0);
  g_return_val_if_fail (count->n_words > 0 && count->n_sentences > 0, 0);

  return GRADE_PER_SENTENCE_WORD * count->n_words / count->n_sentences +
         GRADE_PER_WORD_SYLLABLE * count->n_syllables / count->n_words - GRADE_OFFSET;
}

/* Prose only: not titles, which are plain, nor formulas and the cells of tables. */
static void
add_text_cb (PlumbRecord *record,
             const PlumbField *field,
             const char *path,
             const char *text,
             gpointer user_data)
{
  g_autofree char *plain = NULL;

  if ((field->kind != PLUMB_FIELD_MARKUP && field->kind != PLUMB_FIELD_MARKUPS) ||
      PLUMB_IS_TABLE_ROW (record) ||
      (PLUMB_IS_FORMULA (record) && g_str_equal (field->name, "text"))) {
    return;
  }

  plain = plumb_markup_to_plain (text);
  plumb_reading_count_add (user_data, plain);
}

/**
 * plumb_reading_get_grade:
 * @topic: a topic in English
 * @level: 1, 2 or 3
 * @grade: (out): return location for the grade
 *
 * Reckons how hard the prose of a level is to read.
 *
 * Returns: whether there is any
 */
gboolean
plumb_reading_get_grade (PlumbTopic *topic, int level, double *grade)
{
  PlumbLevel *found;
  PlumbReadingCount count = { 0 };

  g_return_val_if_fail (PLUMB_IS_TOPIC (topic), FALSE);
  g_return_val_if_fail (grade != NULL, FALSE);

  found = plumb_topic_find_level (topic, level);
  if (found == NULL) {
    return FALSE;
  }

  plumb_walk_texts (PLUMB_RECORD (found), add_text_cb, &count);
  if (count.n_words == 0) {
    return FALSE;
  }
  *grade = plumb_reading_count_get_grade (&count);

  return TRUE;
}
