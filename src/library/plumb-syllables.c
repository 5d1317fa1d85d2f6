/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts the syllables of English words. A rule cannot know how a word is spoken, so this is a count that is right for
 * most words and out by one for some:
 *
 * - a run of the vowels a, e, i, o, u, y is a syllable; y before a vowel is none where it opens a word or follows a vowel;
 * - a last e, or the e of a last “es” or “ed”, is silent, but for “table”, “boxes” and “wanted”; so is the e before “ly”,
 *   “ment”, “ful”, “less” and “ness”, and that inside words such as “someone”;
 * - some pairs of vowels are two syllables, as in “bias”, “create”, “being”; the function below lists them;
 * - a last “sm” or “thm”, and “n’t” behind d, s or t, is a syllable;
 * - a digit counts as one, about as it is spoken (“1918” has four), and so does a letter of what is spelled out (“AI”);
 * - every word has at least one. */

#include "config.h"

#include "plumb-reading-ease.h"

#include <string.h>

/* Longer words in capitals are spoken as words. */
#define MAX_SPELLED_OUT 5

#define ACUTE 0x0301
#define DIAERESIS 0x0308

/* Their e stays silent when something is joined to them. */
static const char *const silent_starts[] = {
  "base",  "care",  "code",  "core", "else",  "face",  "fore",  "game", "guide",
  "here",  "home",  "house", "life", "like",  "line",  "make",  "more", "name",
  "note",  "place", "safe",  "side", "some",  "state", "store", "take", "there",
  "these", "time",  "trade", "use",  "where", "white", "wide",  "wire",
};

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

static gboolean
is_one_of (char c, const char *letters)
{
  return c != '\0' && strchr (letters, c) != NULL;
}

/* Whether the vowels at @p and behind it are spoken as two. @word is where the word begins. */
static gboolean
is_hiatus (const char *word, const char *p)
{
  char before = p > word ? p[-1] : '\0';
  char before2 = p > word + 1 ? p[-2] : '\0';
  const char *after = p + 2;
  gboolean ends = after[0] == '\0' || (after[0] == 's' && after[1] == '\0');

  /* “doing”, “seeing”, “trying” */
  if (p[1] == 'i' && g_str_has_prefix (after, "ng") && !is_one_of (before, "q")) {
    return TRUE;
  }

  switch (p[0]) {
  case 'e':
    if (p[1] == 'a') {
      /* “create”, “idea”, “area”, “theatre”, “linear”, “react”, “reality” */
      return (before == 'r' && before2 == 'c' && after[0] == 't' && is_one_of (after[1], "eio")) ||
             (ends && (before == 'r' || before == 'd') && p > word + 1) ||
             (before == 'h' && before2 == 't' && after[0] == 't') ||
             (before == 'n' && before2 == 'i' && after[0] == 'r') ||
             g_str_has_prefix (word, "react") || g_str_has_prefix (word, "realit") ||
             g_str_has_prefix (word, "realis");
    }
    if (p[1] == 'o') {
      /* “theorem”, “video”; not “people”, “outrageous” */
      return !g_str_has_prefix (after, "pl") && (before != 'g' || p == word + 1);
    }
    /* “reinforce”, “reuse” */
    return p == word + 1 && before == 'r' &&
           ((p[1] == 'i' && after[0] == 'n' && is_one_of (after[1], "fst")) || p[1] == 'u');
  case 'i':
    if (p[1] == 'a') {
      /* “bias”, “initiate”, “associate”; not “social”, “marriage”, “brilliant”, “Italian”, “familiar” */
      return (!is_one_of (before, "cstgx") || (is_one_of (before, "ct") && after[0] == 't')) &&
             !g_str_has_prefix (after, "ge") &&
             !(before == 'l' && before2 == 'l' && !g_str_has_prefix (after, "nc")) &&
             !(before == 'l' && (g_str_equal (after, "n") || g_str_equal (after, "ns"))) &&
             !(before == 'l' && before2 == 'i' && after[0] == 'r');
    }
    if (p[1] == 'o') {
      /* “period”; not “action”, “million”, “opinion”, “behaviour” */
      return !is_one_of (before, "cstgx") && !(before == 'l' && before2 == 'l') &&
             !(before == 'n' && after[0] == 'n') &&
             !(before == 'v' && g_str_has_prefix (after, "ur"));
    }
    if (p[1] == 'e') {
      /* “society”, “science”, “client”, “quiet”, “diet”, “hierarchy”, “easier”; not “efficient”, “field” */
      return g_str_has_prefix (after, "ty") || g_str_has_prefix (word, "scien") ||
             (after[0] == 'n' && is_one_of (after[1], "ct") && !is_one_of (before, "cts")) ||
             g_str_has_prefix (word, "quie") || g_str_has_prefix (word, "diet") ||
             g_str_has_prefix (word, "hier") ||
             (after[0] == 'r' && !is_vowel (before) && p > word + 2 &&
              (after[1] == '\0' || (after[1] == 's' && after[2] == '\0')) &&
              !g_str_has_prefix (word, "front"));
    }
    return p[1] == 'u';
  case 'o':
    if (p[1] == 'e') {
      /* “coefficient”, “poem”, “whoever”, “autoencoder” */
      return g_str_has_prefix (word, "coe") || is_one_of (after[0], "mtvn");
    }
    /* “coincidence”, “cooperate”, “coordinate” */
    return g_str_has_prefix (word, "coinc") || g_str_has_prefix (word, "coop") ||
           g_str_has_prefix (word, "coord");
  case 'u':
    if (p[1] == 'a') {
      /* “annual”; not “quality”, “guard”, “persuade” */
      return !is_one_of (before, "qgs");
    }
    if (p[1] == 'e') {
      /* “influence”, “fluent”; not “question”, “guess” */
      return is_one_of (after[0], "nt") && !is_one_of (before, "qg");
    }
    if (p[1] == 'i') {
      /* “ambiguity”, “ambiguities”, “fluid”, “intuition”; not “guided”, “build”, “suit” */
      return g_str_has_prefix (after, "ty") || g_str_has_prefix (after, "tie") ||
             (after[0] == 'd' && after[1] != 'e' && !is_one_of (before, "qg")) ||
             (before == 't' && g_str_has_prefix (after, "ti"));
    }
    /* “continuous” */
    return p[1] == 'o' && after[0] == 'u';
  default:
    return FALSE;
  }
}

/* Takes off an ending, if there is one behind a consonant. */
static gboolean
has_silent_end (const char *word, gsize length)
{
  static const char *const ends[] = { "ly", "ment", "ments", "ful", "fully", "less", "ness" };
  char before = length > 2 ? word[length - 3] : '\0';
  char before2 = length > 3 ? word[length - 4] : '\0';
  gboolean is_le;

  if (length < 3) {
    return FALSE;
  }
  if (g_str_has_suffix (word, "gue") || g_str_has_suffix (word, "gues") ||
      g_str_has_suffix (word, "que") || g_str_has_suffix (word, "ques")) {
    return !g_str_has_prefix (word, "argue");
  }
  if (word[length - 1] == 'e') {
    before2 = before;
    before = word[length - 2];
    is_le = before == 'l' && before2 != '\0' && !is_vowel (before2);
    return !is_vowel (before) && !is_le;
  }

  is_le = before == 'l' && before2 != '\0' && !is_vowel (before2);
  if (g_str_has_suffix (word, "es")) {
    return !is_vowel (before) && !is_le && !is_one_of (before, "sxzcg") &&
           !(before == 'h' && is_one_of (before2, "cs"));
  }
  if (g_str_has_suffix (word, "ed")) {
    return !is_vowel (before) && !is_le && !is_one_of (before, "td");
  }

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
    gsize n = strlen (ends[i]);

    if (length > n + 2 && g_str_has_suffix (word, ends[i]) && word[length - n - 1] == 'e') {
      before = word[length - n - 2];
      before2 = word[length - n - 3];
      return !is_vowel (before) && !(before == 'l' && !is_vowel (before2));
    }
  }

  return FALSE;
}

static guint
count_lower (const char *word)
{
  gsize length = strlen (word);
  gboolean in_vowels = FALSE;
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (silent_starts); i++) {
    gsize start = strlen (silent_starts[i]);

    if (length > start + 2 && g_str_has_prefix (word, silent_starts[i])) {
      return 1 + count_lower (word + start);
    }
  }

  for (const char *p = word; *p != '\0'; p++) {
    gboolean follows_vowel = p > word && is_vowel (p[-1]);
    gboolean vowel = is_vowel (*p) &&
                     !(*p == 'y' && is_vowel (p[1]) && (p == word || follows_vowel));

    n += vowel && !in_vowels ? 1 : 0;
    n += vowel && is_vowel (p[1]) && is_hiatus (word, p) ? 1 : 0;
    in_vowels = vowel;
  }

  if (has_silent_end (word, length) && n > 1) {
    n--;
  }
  if (g_str_has_suffix (word, "sm") || g_str_has_suffix (word, "sms") ||
      g_str_has_suffix (word, "thm") || g_str_has_suffix (word, "thms")) {
    n++;
  }

  return MAX (n, 1);
}

/* Accents are left out, but for those that say how many syllables there are: “naïve”, “cliché”. */
static char *
simplify (const char *word, guint *n_syllables)
{
  g_autofree char *decomposed = g_utf8_normalize (word, -1, G_NORMALIZE_ALL);
  GString *simple = g_string_new (NULL);
  gunichar last = 0;

  for (const char *p = decomposed != NULL ? decomposed : ""; *p != '\0'; p = g_utf8_next_char (p)) {
    last = g_utf8_get_char (p);

    if (last < 0x80 && g_ascii_isalnum ((char) last)) {
      g_string_append_c (simple, (char) last);
    } else if (last == DIAERESIS && simple->len > 1 && is_vowel (simple->str[simple->len - 2])) {
      (*n_syllables)++;
    }
  }
  if (last == ACUTE && g_str_has_suffix (simple->str, "e")) {
    (*n_syllables)++;
  }

  return g_string_free_and_steal (simple);
}

/**
 * plumb_reading_count_syllables:
 * @word: an English word, with an apostrophe perhaps
 *
 * Counts syllables by the rules at the head of this file.
 *
 * Returns: how many
 */
guint
plumb_reading_count_syllables (const char *word)
{
  g_autofree char *simple = NULL;
  g_autofree char *letters = NULL;
  guint n_digits = 0;
  guint n_capitals = 0;
  guint n = 0;
  gsize length;

  g_return_val_if_fail (word != NULL, 0);

  simple = simplify (word, &n);
  length = strlen (simple);
  for (gsize i = 0; i < length; i++) {
    n_digits += g_ascii_isdigit (simple[i]) ? 1 : 0;
    n_capitals += g_ascii_isupper (simple[i]) ? 1 : 0;
  }

  if (n_digits > 0) {
    return (guint) length;
  }
  if (n_capitals > 1 && n_capitals == length && length <= MAX_SPELLED_OUT) {
    return (guint) length;
  }

  letters = g_ascii_strdown (simple, -1);
  if (g_str_equal (letters, "eye") || g_str_equal (letters, "eyes")) {
    return 1;
  }
  if (length > 3 && g_str_has_suffix (letters, "nt") && is_one_of (letters[length - 3], "dst") &&
      (strchr (word, '\'') != NULL || strstr (word, "’") != NULL)) {
    n++;
    letters[length - 2] = '\0';
  }

  return n + count_lower (letters);
}
