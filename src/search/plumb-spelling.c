/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Other spellings of an English word, so that “optimizer” finds a text that writes “optimiser”, “behavior” one that
 * writes “behaviour”, and “rewards” one that says “reward”. A variant that is no word does no harm: it is in no text.
 */

#include "config.h"

#include "plumb-spelling.h"

#include <string.h>

/* Shorter words have no second spelling, and would only gain false ones. */
#define MIN_LENGTH 4

/* What stands before -or or -our. A general rule would make “for” find “four”. */
static const char *const our_stems[] = {
  "behavi", "col", "endeav", "fav", "harb", "hon", "hum", "lab", "neighb", "rum", "vap", "vig",
};

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

static void
add (GPtrArray *variants, const char *word, char *variant)
{
  if (g_str_equal (word, variant) ||
      g_ptr_array_find_with_equal_func (variants, variant, g_str_equal, NULL)) {
    g_free (variant);
    return;
  }

  g_ptr_array_add (variants, variant);
}

/* Puts BY in the place of LENGTH bytes at AT. */
static char *
replace (const char *word, gsize at, gsize length, const char *by)
{
  return g_strdup_printf ("%.*s%s%s", (int) at, word, by, word + at + length);
}

/* Number: reward, rewards. */
static void
add_number (GPtrArray *variants, const char *word)
{
  gsize length = strlen (word);

  if (word[length - 1] != 's') {
    add (variants, word, g_strconcat (word, "s", NULL));
  } else if (word[length - 2] != 's') {
    add (variants, word, g_strndup (word, length - 1));
  }
}

/* optimise, optimize; analyse, analyze. The last one counts, and not one that starts a word. */
static void
add_ise (GPtrArray *variants, const char *word)
{
  for (gsize at = strlen (word) - 2; at >= 2; at--) {
    if ((word[at] == 'i' || word[at] == 'y') && (word[at + 1] == 's' || word[at + 1] == 'z') &&
        (is_vowel (word[at + 2]) || word[at + 2] == '\0')) {
      add (variants, word, replace (word, at + 1, 1, word[at + 1] == 's' ? "z" : "s"));
      return;
    }
  }
}

/* behaviour, behavior. */
static void
add_our (GPtrArray *variants, const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (our_stems); i++) {
    const char *found = strstr (word, our_stems[i]);
    gsize at;

    if (found == NULL) {
      continue;
    }

    at = (gsize) (found - word) + strlen (our_stems[i]);
    if (g_str_has_prefix (word + at, "our")) {
      add (variants, word, replace (word, at, 3, "or"));
    } else if (g_str_has_prefix (word + at, "or")) {
      add (variants, word, replace (word, at, 2, "our"));
    }
  }
}

/* modelling, modeling; labelled, labeled; traveller, traveler. */
static void
add_double_l (GPtrArray *variants, const char *word)
{
  static const char *const endings[] = { "ing", "ed", "er", "ers" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    gsize at;

    if (!g_str_has_suffix (word, endings[i])) {
      continue;
    }

    at = strlen (word) - strlen (endings[i]);
    if (at < 3 || word[at - 1] != 'l') {
      continue;
    }

    if (word[at - 2] == 'l') {
      add (variants, word, replace (word, at - 1, 1, ""));
    } else if (word[at - 2] == 'e' || word[at - 2] == 'a') {
      add (variants, word, replace (word, at, 0, "l"));
    }
  }
}

/**
 * plumb_spelling_get_variants:
 * @word: a folded word
 *
 * Lists what else @word may be written as: British or American, one or many. Words that are not all of `a` to `z`, or
 * are very short, have no variants.
 *
 * Returns: (transfer full) (element-type utf8): the variants, without @word
 */
GPtrArray *
plumb_spelling_get_variants (const char *word)
{
  GPtrArray *variants;

  g_return_val_if_fail (word != NULL, NULL);

  variants = g_ptr_array_new_with_free_func (g_free);

  if (strlen (word) < MIN_LENGTH || strspn (word, "abcdefghijklmnopqrstuvwxyz") != strlen (word)) {
    return variants;
  }

  add_number (variants, word);
  add_ise (variants, word);
  add_our (variants, word);
  add_double_l (variants, word);

  return variants;
}
