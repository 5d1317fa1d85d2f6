/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Texts as rules of writing look at them: without markup, and knowing what was a link and what was code. */

#include "config.h"

#include "plumb-visible-private.h"

#include <string.h>

#include "plumb-markup-scanner-private.h"
#include "plumb-words.h"

/* How much of the text around a fault is shown with it, in characters on each side. */
#define CONTEXT 20

static void
link_clear (gpointer data)
{
  PlumbVisibleLink *link = data;

  g_free (link->href);
}

static void
word_clear (gpointer data)
{
  PlumbVisibleWord *word = data;

  g_free (word->folded);
}

static void
append (PlumbVisible *self, const char *text, gsize length, guint8 flags)
{
  gsize from = self->flags->len;

  g_string_append_len (self->text, text, (gssize) length);
  g_byte_array_set_size (self->flags, (guint) (from + length));
  memset (self->flags->data + from, flags, length);
}

/* Returns whether @markup is valid. */
static gboolean
read_markup (PlumbVisible *self, const char *markup)
{
  PlumbMarkupScanner scanner;
  PlumbMarkupPart part;
  guint n_code = 0;
  guint8 flags = PLUMB_VISIBLE_PLAIN;
  PlumbVisibleLink link = { 0 };

  if (!plumb_markup_scanner_init (&scanner, markup, NULL)) {
    return FALSE;
  }

  while (plumb_markup_scanner_next (&scanner, &part, NULL)) {
    gboolean is_tag = part.kind == PLUMB_MARKUP_OPEN || part.kind == PLUMB_MARKUP_CLOSE;
    gboolean is_link = is_tag && strcmp (part.tag, "a") == 0;
    gboolean is_code = is_tag && strcmp (part.tag, "tt") == 0;

    switch (part.kind) {
    case PLUMB_MARKUP_TEXT:
      append (self, markup + part.start, part.end - part.start, flags);
      break;
    case PLUMB_MARKUP_ENTITY:
      append (self, &part.character, 1, flags);
      break;
    case PLUMB_MARKUP_OPEN:
      n_code += is_code ? 1 : 0;
      if (is_link) {
        link.start = self->text->len;
        link.href = plumb_markup_scanner_dup_href (&scanner, &part);
      }
      break;
    case PLUMB_MARKUP_CLOSE:
      n_code -= is_code ? 1 : 0;
      if (is_link) {
        link.end = self->text->len;
        g_array_append_val (self->links, link);
        link = (PlumbVisibleLink) { 0 };
      }
      break;
    case PLUMB_MARKUP_END:
      return TRUE;
    default:
      g_assert_not_reached ();
    }
    flags = (guint8) ((link.href != NULL ? PLUMB_VISIBLE_LINK : 0) |
                      (n_code > 0 ? PLUMB_VISIBLE_CODE : 0));
  }

  g_free (link.href);

  return FALSE;
}

/**
 * plumb_visible_init:
 * @self: (out caller-allocates): where to put it
 * @text: a text
 * @markup: whether it is in markup
 *
 * Takes a text apart. A text that is not valid markup has nothing to see: it is reported as such elsewhere.
 */
void
plumb_visible_init (PlumbVisible *self, const char *text, gboolean markup)
{
  self->text = g_string_new (NULL);
  self->flags = g_byte_array_new ();
  self->links = g_array_new (FALSE, FALSE, sizeof (PlumbVisibleLink));
  g_array_set_clear_func (self->links, link_clear);

  if (!markup) {
    append (self, text, strlen (text), PLUMB_VISIBLE_PLAIN);
  } else if (!read_markup (self, text)) {
    g_string_truncate (self->text, 0);
    g_byte_array_set_size (self->flags, 0);
    g_array_set_size (self->links, 0);
  }
}

/**
 * plumb_visible_clear:
 * @self: a visible text, or one that is all zero
 *
 * Frees what @self holds.
 */
void
plumb_visible_clear (PlumbVisible *self)
{
  if (self->text == NULL) {
    return;
  }

  g_string_free (self->text, TRUE);
  g_byte_array_unref (self->flags);
  g_array_unref (self->links);
}

/**
 * plumb_visible_is:
 * @self: a visible text
 * @start: a byte
 * @end: the byte after the last
 * @flags: some of #PlumbVisibleFlags
 *
 * Returns: whether any of the bytes stands in any of @flags
 */
gboolean
plumb_visible_is (const PlumbVisible *self, gsize start, gsize end, guint flags)
{
  for (gsize i = start; i < end; i++) {
    if ((self->flags->data[i] & flags) != 0) {
      return TRUE;
    }
  }

  return FALSE;
}

/**
 * plumb_visible_quote:
 * @self: a visible text
 * @start: a byte at which a character begins
 * @end: the byte after the last
 *
 * Quotes a place with a few words on either side, by which an editor finds it.
 *
 * Returns: (transfer full): the place to show
 */
char *
plumb_visible_quote (const PlumbVisible *self, gsize start, gsize end)
{
  const char *text = self->text->str;
  const char *from = text + start;
  const char *to = text + end;
  const char *word;
  GString *quote = g_string_new (NULL);

  for (guint i = 0; i < CONTEXT && from > text; i++) {
    from = g_utf8_prev_char (from);
  }
  for (guint i = 0; i < CONTEXT && *to != '\0'; i++) {
    to = g_utf8_next_char (to);
  }

  /* Words are not cut where that can be helped. */
  if (from > text && (word = memchr (from, ' ', (gsize) (text + start - from))) != NULL) {
    from = word + 1;
  }
  if (*to != '\0') {
    for (word = to; word > text + end && *word != ' '; word--) {
    }
    to = word > text + end ? word : to;
  }

  g_string_append (quote, from > text ? "…" : "");
  g_string_append_len (quote, from, to - from);
  g_string_append (quote, *to != '\0' ? "…" : "");

  return g_string_free_and_steal (quote);
}

/**
 * plumb_visible_is_letter:
 * @c: a character
 *
 * Returns: whether it is part of words: a letter, a digit or a mark on them
 */
gboolean
plumb_visible_is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/**
 * plumb_visible_find_words:
 * @text: a text, without markup
 *
 * Finds the words of a text: runs of letters and digits, and each character of Chinese and Japanese. Unlike a search, this
 * takes words with different accents for different words, since rules of writing must.
 *
 * Returns: (transfer full) (element-type PlumbVisibleWord): the words, in order
 */
GArray *
plumb_visible_find_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (PlumbVisibleWord));
  const char *p = text;

  g_array_set_clear_func (words, word_clear);

  while (*p != '\0') {
    const char *start = p;
    gunichar c = g_utf8_get_char (p);
    PlumbVisibleWord word = { NULL, (gsize) (start - text), 0 };
    g_autofree char *normal = NULL;

    p = g_utf8_next_char (p);
    if (!plumb_visible_is_letter (c)) {
      continue;
    }

    while (plumb_visible_is_letter (g_utf8_get_char (p)) &&
           (g_unichar_ismark (g_utf8_get_char (p)) ||
            (!plumb_words_stands_alone (c) && !plumb_words_stands_alone (g_utf8_get_char (p))))) {
      p = g_utf8_next_char (p);
    }

    normal = g_utf8_normalize (start, p - start, G_NORMALIZE_NFC);
    word.folded = g_utf8_casefold (normal, -1);
    word.end = (gsize) (p - text);
    g_array_append_val (words, word);
  }

  return words;
}
