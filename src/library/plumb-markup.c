/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done with texts in markup: they are checked, shown without it, searched for links and marked. */

#include "config.h"

#include "plumb-markup.h"

#include <string.h>

#include "plumb-words.h"
#include "plumb-markup-scanner-private.h"

/**
 * plumb_markup_validate:
 * @markup: any text
 * @error: return location for a #PlumbMarkupError
 *
 * Checks that @markup is in Plumb's markup: `<b> <i> <tt> <sub> <sup>` without attributes and `<a href='…'>`, properly
 * nested and closed, with addresses that the format has, and without characters that no text may have. All of it is
 * also Pango's markup.
 *
 * Returns: whether it is
 */
gboolean
plumb_markup_validate (const char *markup, GError **error)
{
  PlumbMarkupScanner scanner;
  PlumbMarkupPart part;

  g_return_val_if_fail (markup != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!plumb_markup_scanner_init (&scanner, markup, error)) {
    return FALSE;
  }

  do {
    if (!plumb_markup_scanner_next (&scanner, &part, error)) {
      return FALSE;
    }
  } while (part.kind != PLUMB_MARKUP_END);

  return TRUE;
}

/* The words of @markup, and where each of their bytes stands in it, for those who ask. */
static GString *
read_plain (const char *markup, GArray *positions)
{
  g_autoptr (GString) plain = g_string_sized_new (strlen (markup));
  PlumbMarkupScanner scanner;
  PlumbMarkupPart part;

  if (!plumb_markup_scanner_init (&scanner, markup, NULL)) {
    return NULL;
  }

  do {
    if (!plumb_markup_scanner_next (&scanner, &part, NULL)) {
      return NULL;
    }

    if (part.kind == PLUMB_MARKUP_ENTITY) {
      g_string_append_c (plain, part.character);
      if (positions != NULL) {
        g_array_append_val (positions, part.start);
      }
    } else if (part.kind == PLUMB_MARKUP_TEXT) {
      g_string_append_len (plain, markup + part.start, (gssize) (part.end - part.start));
      for (gsize i = part.start; positions != NULL && i < part.end; i++) {
        g_array_append_val (positions, i);
      }
    }
  } while (part.kind != PLUMB_MARKUP_END);

  return g_steal_pointer (&plain);
}

/**
 * plumb_markup_to_plain:
 * @markup: a text in markup
 *
 * Returns: (transfer full): its words; a text that is not valid markup is taken as it stands
 */
char *
plumb_markup_to_plain (const char *markup)
{
  GString *plain;

  g_return_val_if_fail (markup != NULL, NULL);

  plain = read_plain (markup, NULL);
  if (plain == NULL) {
    return g_utf8_make_valid (markup, -1);
  }

  return g_string_free_and_steal (plain);
}

/**
 * plumb_markup_foreach_link:
 * @markup: a text in markup
 * @func: (scope call): called for each link, in order
 * @user_data: data for @func
 * @error: return location for a #PlumbMarkupError
 *
 * Finds the links of a text. Where the text is not valid markup, @func has been called for those before the fault.
 *
 * Returns: whether the text was valid
 */
gboolean
plumb_markup_foreach_link (const char *markup,
                           PlumbMarkupLinkFunc func,
                           gpointer user_data,
                           GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *href = NULL;
  PlumbMarkupScanner scanner;
  PlumbMarkupPart part;

  g_return_val_if_fail (markup != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!plumb_markup_scanner_init (&scanner, markup, error)) {
    return FALSE;
  }

  do {
    if (!plumb_markup_scanner_next (&scanner, &part, error)) {
      return FALSE;
    }

    if (part.kind == PLUMB_MARKUP_TEXT && href != NULL) {
      g_string_append_len (words, markup + part.start, (gssize) (part.end - part.start));
    } else if (part.kind == PLUMB_MARKUP_ENTITY && href != NULL) {
      g_string_append_c (words, part.character);
    } else if (part.kind == PLUMB_MARKUP_OPEN && strcmp (part.tag, "a") == 0) {
      href = plumb_markup_scanner_dup_href (&scanner, &part);
      g_string_truncate (words, 0);
    } else if (part.kind == PLUMB_MARKUP_CLOSE && strcmp (part.tag, "a") == 0) {
      func (href, words->str, user_data);
      g_clear_pointer (&href, g_free);
    }
  } while (part.kind != PLUMB_MARKUP_END);

  return TRUE;
}

/* A word as it is looked for: one or more words of the text in a row, the last perhaps only begun. */
typedef struct {
  GPtrArray *parts;
  gboolean prefix;
} Pattern;

typedef struct {
  char *folded;
  gsize start;
  gsize end;
} Word;

static void
pattern_clear (gpointer data)
{
  Pattern *pattern = data;

  g_ptr_array_unref (pattern->parts);
}

static void
word_clear (gpointer data)
{
  Word *word = data;

  g_free (word->folded);
}

static gboolean
add_part_cb (const char *folded, gsize start, gsize end, gpointer user_data)
{
  g_ptr_array_add (user_data, g_strdup (folded));

  return TRUE;
}

static gboolean
add_word_cb (const char *folded, gsize start, gsize end, gpointer user_data)
{
  Word word = { g_strdup (folded), start, end };

  g_array_append_val (user_data, word);

  return TRUE;
}

static GArray *
make_patterns (const char *const *words)
{
  GArray *patterns = g_array_new (FALSE, FALSE, sizeof (Pattern));

  g_array_set_clear_func (patterns, pattern_clear);
  for (gsize i = 0; words[i] != NULL; i++) {
    Pattern pattern = { g_ptr_array_new_with_free_func (g_free), g_str_has_suffix (words[i], "*") };

    if (g_utf8_validate (words[i], -1, NULL)) {
      plumb_words_foreach (words[i], -1, add_part_cb, pattern.parts);
    }
    if (pattern.parts->len > 0) {
      g_array_append_val (patterns, pattern);
    } else {
      pattern_clear (&pattern);
    }
  }

  return patterns;
}

static gboolean
matches (const Pattern *pattern, const GArray *words, guint at)
{
  if (pattern->parts->len > words->len - at) {
    return FALSE;
  }

  for (guint i = 0; i < pattern->parts->len; i++) {
    const char *part = g_ptr_array_index (pattern->parts, i);
    const char *word = g_array_index (words, Word, at + i).folded;
    gboolean begun = pattern->prefix && i == pattern->parts->len - 1;

    if (begun ? !g_str_has_prefix (word, part) : !g_str_equal (word, part)) {
      return FALSE;
    }
  }

  return TRUE;
}

/* Sets a flag for each byte of the markup that belongs to a match. */
static void
flag_matches (const GString *plain, const GArray *positions, const GArray *patterns, guint8 *flags)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));

  g_array_set_clear_func (words, word_clear);
  plumb_words_foreach (plain->str, (gssize) plain->len, add_word_cb, words);

  for (guint i = 0; i < words->len; i++) {
    for (guint j = 0; j < patterns->len; j++) {
      const Pattern *pattern = &g_array_index (patterns, Pattern, j);

      if (matches (pattern, words, i)) {
        gsize end = g_array_index (words, Word, i + pattern->parts->len - 1).end;

        for (gsize k = g_array_index (words, Word, i).start; k < end; k++) {
          flags[g_array_index (positions, gsize, k)] = TRUE;
        }
      }
    }
  }
}

/* A mark that would span a tag is closed before it and opened again behind it, so that tags stay nested. */
static char *
apply_flags (const char *markup, const guint8 *flags, const char *open, const char *close)
{
  GString *marked = g_string_sized_new (strlen (markup) + 64);
  PlumbMarkupScanner scanner;
  PlumbMarkupPart part;
  gboolean is_open = FALSE;

  plumb_markup_scanner_init (&scanner, markup, NULL);
  while (plumb_markup_scanner_next (&scanner, &part, NULL) && part.kind != PLUMB_MARKUP_END) {
    gboolean is_tag = part.kind == PLUMB_MARKUP_OPEN || part.kind == PLUMB_MARKUP_CLOSE;
    gsize i = part.start;

    while (i < part.end) {
      gboolean wanted = !is_tag && flags[i] != 0;
      gsize end = i + 1;

      if (wanted != is_open) {
        g_string_append (marked, wanted ? open : close);
        is_open = wanted;
      }
      /* An entity and a tag are one; of text, as much as is marked alike. */
      while (end < part.end && (part.kind != PLUMB_MARKUP_TEXT || (flags[end] != 0) == wanted)) {
        end++;
      }
      g_string_append_len (marked, markup + i, (gssize) (end - i));
      i = end;
    }
  }
  if (is_open) {
    g_string_append (marked, close);
  }

  return g_string_free_and_steal (marked);
}

/**
 * plumb_markup_mark:
 * @markup: a text in markup
 * @words: (array zero-terminated=1): words to look for; with a `*` at its end, one matches all words that it begins
 * @open: markup to put before a match, such as `<b>`
 * @close: markup to put behind it
 *
 * Marks whole words, as plumb_words_foreach() finds them and without regard to what plumb_words_fold() takes for the
 * same. A word of @words that is several of the text's, such as 对齐, matches them in a row. Words are found across
 * tags, and the result is nested properly.
 *
 * Returns: (transfer full): the text with its matches marked; unchanged where it is not valid markup
 */
char *
plumb_markup_mark (const char *markup,
                   const char *const *words,
                   const char *open,
                   const char *close)
{
  g_autoptr (GArray) patterns = NULL;
  g_autoptr (GArray) positions = NULL;
  g_autoptr (GString) plain = NULL;
  g_autofree guint8 *flags = NULL;

  g_return_val_if_fail (markup != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (open != NULL && close != NULL, NULL);

  patterns = make_patterns (words);
  positions = g_array_new (FALSE, FALSE, sizeof (gsize));
  plain = patterns->len > 0 ? read_plain (markup, positions) : NULL;
  if (plain == NULL) {
    return g_strdup (markup);
  }

  flags = g_new0 (guint8, strlen (markup) + 1);
  flag_matches (plain, positions, patterns, flags);

  return apply_flags (markup, flags, open, close);
}

/**
 * plumb_markup_mark_range:
 * @markup: a text in markup
 * @start: the first byte to mark, of the text as plumb_markup_to_plain() gives it
 * @end: the byte after the last
 * @open: markup to put before the range, such as `<b>`
 * @close: markup to put behind it
 *
 * Marks a range that was found in the words of a text. What reaches beyond their end is left out.
 *
 * Returns: (transfer full): the text with the range marked; unchanged where it is not valid markup
 */
char *
plumb_markup_mark_range (const char *markup,
                         gsize start,
                         gsize end,
                         const char *open,
                         const char *close)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GString) plain = NULL;
  g_autofree guint8 *flags = NULL;

  g_return_val_if_fail (markup != NULL, NULL);
  g_return_val_if_fail (open != NULL && close != NULL, NULL);

  plain = read_plain (markup, positions);
  if (plain == NULL) {
    return g_strdup (markup);
  }

  flags = g_new0 (guint8, strlen (markup) + 1);
  for (gsize i = start; i < MIN (end, plain->len); i++) {
    flags[g_array_index (positions, gsize, i)] = TRUE;
  }

  return apply_flags (markup, flags, open, close);
}

/**
 * plumb_markup_count_words:
 * @markup: a text in markup
 *
 * Returns: how many words it has, counted as by plumb_words_count()
 */
guint
plumb_markup_count_words (const char *markup)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (markup != NULL, 0);

  plain = plumb_markup_to_plain (markup);

  return plumb_words_count (plain);
}
