/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Folding: what makes “cafe” find “Café”, and ا find أ.
 *
 * A text is folded one character at a time, so that a place in the folded text can always be traced back to the
 * original. Three things happen to a character: it is decomposed (NFKD, which also undoes full-width, Arabic
 * presentation and circled forms), its marks are dropped, and what is left is mapped to one form of each letter and
 * digit.
 *
 * Marks are dropped where they only shade a letter: Latin, Greek, Cyrillic, Arabic, Hebrew. In the scripts of India and
 * South-East Asia the same Unicode category holds the vowels, and dropping them would make different words alike, so
 * there they stay. Korean syllables and voiced kana are letters of their own, and are kept or put together whole.
 */

#include "config.h"

#include "plumb-fold.h"

#include <string.h>

#define HANGUL_FIRST 0xac00
#define HANGUL_LAST 0xd7a3
#define KANA_VOICED 0x3099
#define KANA_SEMI_VOICED 0x309a
#define DEVANAGARI_NUKTA 0x093c
#define ARABIC_TATWEEL 0x0640

typedef struct {
  gunichar from;
  gunichar to[2];
} Mapping;

/* Letters that do not decompose, and yet are typed without what makes them special. Sorted. */
static const Mapping mappings[] = {
  { 0x00df, { 's', 's' } },
  { 0x00e6, { 'a', 'e' } },
  { 0x00f0, { 'd' } },
  { 0x00f8, { 'o' } },
  { 0x00fe, { 't', 'h' } },
  { 0x0111, { 'd' } },
  { 0x0127, { 'h' } },
  { 0x0131, { 'i' } },
  { 0x0142, { 'l' } },
  { 0x0153, { 'o', 'e' } },
  { 0x0167, { 't' } },
  { 0x02b9, { '\'' } },
  { 0x02bb, { '\'' } },
  { 0x02bc, { '\'' } },
  /* The sigma that ends a word. */
  { 0x03c2, { 0x03c3 } },
  /* Arabic: the wasla and high hamza alefs. Those with madda and hamza decompose. */
  { 0x0629, { 0x0647 } },
  { 0x0649, { 0x064a } },
  { 0x0671, { 0x0627 } },
  { 0x0672, { 0x0627 } },
  { 0x0673, { 0x0627 } },
  { 0x0675, { 0x0627 } },
  /* Persian, Urdu and Kurdish letters that look like the Arabic ones and are typed for them. */
  { 0x06a9, { 0x0643 } },
  { 0x06aa, { 0x0643 } },
  { 0x06be, { 0x0647 } },
  { 0x06c1, { 0x0647 } },
  { 0x06c3, { 0x0647 } },
  { 0x06cc, { 0x064a } },
  { 0x06d2, { 0x064a } },
  { 0x06d5, { 0x0647 } },
  /* Typographic hyphens, quotation marks and primes, for whoever looks for them with a keyboard. */
  { 0x2010, { '-' } },
  { 0x2012, { '-' } },
  { 0x2013, { '-' } },
  { 0x2018, { '\'' } },
  { 0x2019, { '\'' } },
  { 0x201a, { '\'' } },
  { 0x201b, { '\'' } },
  { 0x201c, { '"' } },
  { 0x201d, { '"' } },
  { 0x201e, { '"' } },
  { 0x201f, { '"' } },
  { 0x2032, { '\'' } },
  { 0x2212, { '-' } },
};

static const Mapping *
find_mapping (gunichar c)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (mappings);

  while (low < high) {
    gsize middle = low + (high - low) / 2;

    if (mappings[middle].from == c) {
      return &mappings[middle];
    }
    if (mappings[middle].from < c) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }

  return NULL;
}

/* Characters that nobody sees: joiners, directions, soft hyphens, variation selectors. */
static gboolean
is_ignorable (gunichar c)
{
  return c == 0x00ad || c == 0x034f || c == 0x061c || (c >= 0x180b && c <= 0x180f) ||
         (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x206f) || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff ||
         (c >= 0xe0000 && c <= 0xe0fff);
}

static gboolean
is_dropped (gunichar c)
{
  GUnicodeType type;

  if (is_ignorable (c) || c == ARABIC_TATWEEL || c == DEVANAGARI_NUKTA) {
    return TRUE;
  }

  type = g_unichar_type (c);
  if (type != G_UNICODE_NON_SPACING_MARK && type != G_UNICODE_ENCLOSING_MARK) {
    return FALSE;
  }

  if (c == KANA_VOICED || c == KANA_SEMI_VOICED) {
    return FALSE;
  }

  switch ((int) g_unichar_get_script (c)) {
  case G_UNICODE_SCRIPT_COMMON:
  case G_UNICODE_SCRIPT_INHERITED:
  case G_UNICODE_SCRIPT_ARABIC:
  case G_UNICODE_SCRIPT_COPTIC:
  case G_UNICODE_SCRIPT_CYRILLIC:
  case G_UNICODE_SCRIPT_GEORGIAN:
  case G_UNICODE_SCRIPT_GREEK:
  case G_UNICODE_SCRIPT_HEBREW:
  case G_UNICODE_SCRIPT_LATIN:
  case G_UNICODE_SCRIPT_NKO:
  case G_UNICODE_SCRIPT_SYRIAC:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Puts a voicing mark or a jamo together with what is before it. */
static gboolean
compose (gunichar before, gunichar c, gunichar *composed)
{
  if (c != KANA_VOICED && c != KANA_SEMI_VOICED && !(c >= 0x1161 && c <= 0x11c2)) {
    return FALSE;
  }

  return g_unichar_compose (before, c, composed);
}

static guint
fold_mapped (gunichar c, gunichar *out)
{
  const Mapping *mapping;
  int digit;

  /* The spaces that do not decompose to the plain one. */
  if (g_unichar_isspace (c)) {
    out[0] = ' ';
    return 1;
  }

  digit = g_unichar_digit_value (c);
  if (digit >= 0) {
    out[0] = '0' + (gunichar) digit;
    return 1;
  }

  c = g_unichar_tolower (c);

  mapping = find_mapping (c);
  if (mapping == NULL) {
    out[0] = c;
    return 1;
  }

  out[0] = mapping->to[0];
  out[1] = mapping->to[1];

  return mapping->to[1] != 0 ? 2 : 1;
}

static guint
fold_char (gunichar c, gunichar out[PLUMB_FOLD_MAX_LENGTH])
{
  gunichar decomposed[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_decomposed;
  guint n = 0;

  if (c < 0x80) {
    out[0] = g_ascii_isspace (c) ? ' ' : (gunichar) g_ascii_tolower ((char) c);
    return 1;
  }

  if (c >= HANGUL_FIRST && c <= HANGUL_LAST) {
    out[0] = c;
    return 1;
  }

  /* Lower case first, because a capital may decompose where its small letter does not. */
  n_decomposed = g_unichar_fully_decompose (g_unichar_tolower (c),
                                            TRUE,
                                            decomposed,
                                            G_N_ELEMENTS (decomposed));

  for (gsize i = 0; i < n_decomposed; i++) {
    if (is_dropped (decomposed[i])) {
      continue;
    }
    /* A mark on its own is written as a mark on a space. */
    if (decomposed[i] == ' ' && n_decomposed > 1 && i == 0) {
      continue;
    }
    if (n > 0 && compose (out[n - 1], decomposed[i], &out[n - 1])) {
      continue;
    }
    n += fold_mapped (decomposed[i], out + n);
  }

  return n;
}

/* Texts are checked where they come in, but a tokenizer must survive anything. */
static gsize
decode (const char *text, gsize left, gunichar *c)
{
  if ((guchar) *text < 0x80) {
    *c = (guchar) *text;
    return 1;
  }

  *c = g_utf8_get_char_validated (text, (gssize) left);
  if (*c >= (gunichar) -2) {
    *c = 0xfffd;
    return 1;
  }

  return g_utf8_skip[(guchar) *text];
}

/**
 * plumb_fold_iter_init:
 * @iter: an iterator, which needs no freeing
 * @text: a text, which must outlive the iterator
 * @length: its length in bytes, or -1 where it ends with a zero
 *
 * Prepares to go through @text. A byte that is not UTF-8 is read as U+FFFD.
 */
void
plumb_fold_iter_init (PlumbFoldIter *iter, const char *text, gssize length)
{
  g_return_if_fail (iter != NULL);
  g_return_if_fail (text != NULL || length == 0);

  iter->text = text;
  iter->length = length < 0 ? strlen (text) : (gsize) length;
  iter->n_chars = 0;
  iter->start = 0;
  iter->end = 0;
}

/**
 * plumb_fold_iter_next:
 * @iter: an iterator
 *
 * Goes on to the next character that leaves anything when folded, and takes those after it that are dropped or
 * become one with it.
 *
 * Returns: whether there was one
 */
gboolean
plumb_fold_iter_next (PlumbFoldIter *iter)
{
  gsize position = iter->end;
  gunichar c;

  /* Only at the start can there be characters to drop: later ones belong to what is before them. */
  do {
    if (position >= iter->length) {
      return FALSE;
    }

    iter->start = position;
    position += decode (iter->text + position, iter->length - position, &c);
    iter->n_chars = fold_char (c, iter->chars);
  } while (iter->n_chars == 0);

  while (position < iter->length && (guchar) iter->text[position] >= 0x80) {
    gunichar folded[PLUMB_FOLD_MAX_LENGTH];
    gunichar *last = &iter->chars[iter->n_chars - 1];
    gsize size = decode (iter->text + position, iter->length - position, &c);
    guint n_folded;

    /* Below the first combining mark only the soft hyphen is dropped. */
    if (c < 0x300 && c != 0xad) {
      break;
    }

    n_folded = fold_char (c, folded);
    if (n_folded > 1 || (n_folded == 1 && !compose (*last, folded[0], last))) {
      break;
    }

    position += size;
  }

  iter->end = position;

  return TRUE;
}

/**
 * plumb_fold_iter_skip:
 * @iter: an iterator
 * @position: where to go on, in bytes: at a character, and not before the end of the last one
 *
 * Leaves out some of the text.
 */
void
plumb_fold_iter_skip (PlumbFoldIter *iter, gsize position)
{
  g_return_if_fail (position >= iter->end && position <= iter->length);

  iter->end = position;
}

typedef struct {
  GString *text;
  /* For each byte of the text, where its character starts in the original, and last where the original ends. */
  GArray *starts;
} Folded;

static void
folded_clear (Folded *folded)
{
  if (folded->text != NULL) {
    g_string_free (folded->text, TRUE);
    g_array_unref (folded->starts);
  }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folded, folded_clear)

static void
folded_init (Folded *folded, const char *text)
{
  gsize length = strlen (text);
  PlumbFoldIter iter;

  folded->text = g_string_sized_new (length);
  folded->starts = g_array_sized_new (FALSE, FALSE, sizeof (gsize), (guint) length + 1);

  plumb_fold_iter_init (&iter, text, (gssize) length);
  while (plumb_fold_iter_next (&iter)) {
    for (guint i = 0; i < iter.n_chars; i++) {
      g_string_append_unichar (folded->text, iter.chars[i]);
    }
    while (folded->starts->len < folded->text->len) {
      g_array_append_val (folded->starts, iter.start);
    }
  }
  g_array_append_val (folded->starts, length);
}

/**
 * plumb_fold:
 * @text: a text in UTF-8
 *
 * Folds a text for comparing: without case, diacritics, harakat and tatweel, with one form of each Arabic letter, with
 * ASCII digits, and with plain spaces, hyphens and quotation marks. Folding a folded text changes nothing.
 *
 * Returns: (transfer full): the folded text
 */
char *
plumb_fold (const char *text)
{
  GString *folded;
  PlumbFoldIter iter;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_string_new (NULL);

  plumb_fold_iter_init (&iter, text, -1);
  while (plumb_fold_iter_next (&iter)) {
    for (guint i = 0; i < iter.n_chars; i++) {
      g_string_append_unichar (folded, iter.chars[i]);
    }
  }

  return g_string_free_and_steal (folded);
}

/**
 * plumb_fold_find:
 * @haystack: a text in UTF-8
 * @needle: what to look for in it, as a reader typed it
 *
 * Finds @needle wherever it stands in @haystack, in the middle of words too, folding both. This is for finding in a
 * page; plumb_query_find() marks what a search matched.
 *
 * Where part of a character matches (the “f” of “ﬁ”), the range holds all of it, and it holds the marks that follow its
 * last letter. Ranges are in order and never overlap.
 *
 * Returns: (transfer full) (element-type PlumbFoldRange): the ranges, in bytes of @haystack
 */
GArray *
plumb_fold_find (const char *haystack, const char *needle)
{
  g_auto (Folded) folded = { NULL, NULL };
  g_autofree char *folded_needle = NULL;
  GArray *ranges;
  gsize needle_length;
  gsize from = 0;

  g_return_val_if_fail (haystack != NULL, NULL);
  g_return_val_if_fail (needle != NULL, NULL);

  ranges = g_array_new (FALSE, FALSE, sizeof (PlumbFoldRange));
  folded_init (&folded, haystack);
  folded_needle = plumb_fold (needle);
  needle_length = strlen (folded_needle);

  while (needle_length > 0 && from < folded.text->len) {
    const char *found =
        memmem (folded.text->str + from, folded.text->len - from, folded_needle, needle_length);
    PlumbFoldRange range;
    gsize last;
    gsize next;

    if (found == NULL) {
      break;
    }

    next = (gsize) (found - folded.text->str) + needle_length;
    range.start = g_array_index (folded.starts, gsize, (gsize) (found - folded.text->str));
    last = g_array_index (folded.starts, gsize, next - 1);
    while (next < folded.text->len && g_array_index (folded.starts, gsize, next) == last) {
      next++;
    }
    range.end = g_array_index (folded.starts, gsize, next);

    g_array_append_val (ranges, range);
    from = next;
  }

  return ranges;
}
