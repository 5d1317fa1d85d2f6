/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads markup from start to end, once, part by part, and stops at the first thing that the subset does not have. All
 * that is done with markup goes through here, so that nothing can be shown that would not be accepted. */

#include "config.h"

#include "plumb-markup-scanner-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plumb-syntax.h"

static const char *const tags[] = { "a", "b", "i", "sub", "sup", "tt" };

static const char *const link_kinds[] = { "topic:", "term:", "source:", "claim:" };

static const struct {
  const char *name;
  char character;
} entities[] = {
  { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&apos;", '\'' }, { "&quot;", '"' },
};

G_DEFINE_QUARK (plumb - markup - error - quark, plumb_markup_error)

G_GNUC_PRINTF (3, 4)
static gboolean
fail (GError **error, PlumbMarkupError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL) {
    *error = g_error_new_valist (PLUMB_MARKUP_ERROR, (int) code, format, arguments);
  }
  va_end (arguments);

  return FALSE;
}

/**
 * plumb_markup_scanner_init:
 * @scanner: (out caller-allocates): the scanner
 * @markup: any text, which must outlive @scanner
 * @error: return location for a #PlumbMarkupError
 *
 * Begins to read @markup.
 *
 * Returns: whether its characters are such as a text may have
 */
gboolean
plumb_markup_scanner_init (PlumbMarkupScanner *scanner, const char *markup, GError **error)
{
  const char *bad;

  memset (scanner, 0, sizeof *scanner);
  scanner->markup = markup;

  if (!g_utf8_validate (markup, -1, NULL)) {
    return fail (error, PLUMB_MARKUP_ERROR_CHARACTER, _ ("The text is not valid UTF-8."));
  }

  bad = plumb_syntax_find_bad_character (markup);
  if (bad != NULL) {
    return fail (error,
                 PLUMB_MARKUP_ERROR_CHARACTER,
                 _ ("The text has a character that no text may have: U+%04X."),
                 g_utf8_get_char (bad));
  }

  return TRUE;
}

static const char *
find_tag (const char *name, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++) {
    if (strlen (tags[i]) == length && memcmp (tags[i], name, length) == 0) {
      return tags[i];
    }
  }

  return NULL;
}

static gboolean
read_entity (PlumbMarkupScanner *scanner, PlumbMarkupPart *part, GError **error)
{
  const char *p = scanner->markup + part->start;

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++) {
    if (g_str_has_prefix (p, entities[i].name)) {
      part->kind = PLUMB_MARKUP_ENTITY;
      part->character = entities[i].character;
      part->end = part->start + strlen (entities[i].name);
      return TRUE;
    }
  }

  return fail (error, PLUMB_MARKUP_ERROR_SYNTAX, _ ("An “&” is written “&amp;” in a text."));
}

static gboolean
read_closing (PlumbMarkupScanner *scanner, PlumbMarkupPart *part, GError **error)
{
  const char *name = scanner->markup + part->start + 2;
  gsize length = strcspn (name, "<> ");
  g_autofree char *shown = plumb_syntax_quote (name, (gssize) length);

  part->kind = PLUMB_MARKUP_CLOSE;
  part->end = part->start + 2 + length + 1;
  part->tag = find_tag (name, length);

  if (part->tag == NULL || name[length] != '>') {
    return fail (error,
                 PLUMB_MARKUP_ERROR_TAG,
                 _ ("“</%s” is not the end of a tag that there is."),
                 shown);
  }
  if (scanner->depth == 0 || scanner->open[scanner->depth - 1] != part->tag) {
    return fail (error,
                 PLUMB_MARKUP_ERROR_SYNTAX,
                 _ ("“</%s>” does not close the tag that was opened last."),
                 shown);
  }

  scanner->depth--;
  if (strcmp (part->tag, "a") == 0) {
    scanner->in_link = FALSE;
    if (!scanner->link_has_text) {
      return fail (error, PLUMB_MARKUP_ERROR_LINK, _ ("A link has no words to select."));
    }
  }

  return TRUE;
}

static gboolean
check_href (PlumbMarkupScanner *scanner, const PlumbMarkupPart *part, GError **error)
{
  g_autofree char *href = plumb_markup_scanner_dup_href (scanner, part);
  g_autofree char *shown = NULL;

  if (href != NULL) {
    if (plumb_syntax_is_web_address (href)) {
      return TRUE;
    }
    for (gsize i = 0; i < G_N_ELEMENTS (link_kinds); i++) {
      if (g_str_has_prefix (href, link_kinds[i]) &&
          plumb_syntax_is_id (href + strlen (link_kinds[i]))) {
        return TRUE;
      }
    }
  }

  shown = plumb_syntax_quote (scanner->markup + part->href_start,
                              (gssize) (part->href_end - part->href_start));

  return fail (error,
               PLUMB_MARKUP_ERROR_LINK,
               _ ("“%s” is not where a link may lead: topic:, term:, source: or claim: with an id, "
                  "or an https address."),
               shown);
}

/* After "<a": exactly one space, href, and an address in quotes. */
static gboolean
read_href (PlumbMarkupScanner *scanner, PlumbMarkupPart *part, GError **error)
{
  const char *p = scanner->markup + part->start + 2;
  const char *end = NULL;

  if (g_str_has_prefix (p, " href='") || g_str_has_prefix (p, " href=\"")) {
    const char *start = p + strlen (" href='");

    end = strchr (start, start[-1]);
    part->href_start = (gsize) (start - scanner->markup);
  }
  if (end == NULL || end[1] != '>') {
    return fail (error,
                 PLUMB_MARKUP_ERROR_ATTRIBUTE,
                 _ ("A link is written “<a href='…'>”, with nothing else in the tag."));
  }
  part->href_end = (gsize) (end - scanner->markup);
  part->end = part->href_end + 2;

  if (scanner->in_link) {
    return fail (error, PLUMB_MARKUP_ERROR_SYNTAX, _ ("A link cannot stand in another link."));
  }
  scanner->in_link = TRUE;
  scanner->link_has_text = FALSE;

  return check_href (scanner, part, error);
}

static gboolean
read_opening (PlumbMarkupScanner *scanner, PlumbMarkupPart *part, GError **error)
{
  const char *name = scanner->markup + part->start + 1;
  gsize length = 0;
  g_autofree char *shown = NULL;

  while (g_ascii_isalnum (name[length])) {
    length++;
  }
  if (length == 0) {
    return fail (error, PLUMB_MARKUP_ERROR_SYNTAX, _ ("A “<” is written “&lt;” in a text."));
  }

  shown = plumb_syntax_quote (name, (gssize) length);
  part->kind = PLUMB_MARKUP_OPEN;
  part->tag = find_tag (name, length);
  if (part->tag == NULL) {
    return fail (error,
                 PLUMB_MARKUP_ERROR_TAG,
                 _ ("“<%s>” is not a tag of the markup, which has b, i, tt, sub, sup and a."),
                 shown);
  }

  if (scanner->depth == PLUMB_MARKUP_MAX_DEPTH) {
    return fail (error, PLUMB_MARKUP_ERROR_SYNTAX, _ ("Too many tags are open at once."));
  }

  if (strcmp (part->tag, "a") == 0) {
    if (!read_href (scanner, part, error)) {
      return FALSE;
    }
  } else if (name[length] == '>') {
    part->end = part->start + 1 + length + 1;
  } else {
    return fail (error,
                 PLUMB_MARKUP_ERROR_ATTRIBUTE,
                 _ ("“<%s>” takes nothing else in the tag."),
                 part->tag);
  }
  scanner->open[scanner->depth++] = part->tag;

  return TRUE;
}

/**
 * plumb_markup_scanner_next:
 * @scanner: a scanner
 * @part: (out caller-allocates): the next part of the text
 * @error: return location for a #PlumbMarkupError
 *
 * Reads on. After the last part comes %PLUMB_MARKUP_END.
 *
 * Returns: whether there was a part, or the end
 */
gboolean
plumb_markup_scanner_next (PlumbMarkupScanner *scanner, PlumbMarkupPart *part, GError **error)
{
  const char *p = scanner->markup + scanner->position;
  gboolean read = TRUE;

  *part = (PlumbMarkupPart) { .kind = PLUMB_MARKUP_TEXT,
                              .start = scanner->position,
                              .end = scanner->position + strcspn (p, "<&") };

  switch (*p) {
  case '\0':
    part->kind = PLUMB_MARKUP_END;
    if (scanner->depth > 0) {
      return fail (error,
                   PLUMB_MARKUP_ERROR_SYNTAX,
                   _ ("“<%s>” is not closed."),
                   scanner->open[scanner->depth - 1]);
    }
    break;
  case '&':
    read = read_entity (scanner, part, error);
    scanner->link_has_text = TRUE;
    break;
  case '<':
    read = p[1] == '/' ? read_closing (scanner, part, error) : read_opening (scanner, part, error);
    break;
  default:
    scanner->link_has_text = TRUE;
    break;
  }
  scanner->position = part->end;

  return read;
}

/**
 * plumb_markup_scanner_dup_href:
 * @scanner: a scanner
 * @part: an opening `a` that it read
 *
 * Returns: (transfer full) (nullable): where the link leads, entities resolved; %NULL where one of them is malformed
 */
char *
plumb_markup_scanner_dup_href (PlumbMarkupScanner *scanner, const PlumbMarkupPart *part)
{
  g_autoptr (GString) href = g_string_new (NULL);
  PlumbMarkupPart inner = { .start = part->href_start };

  while (inner.start < part->href_end) {
    char c = scanner->markup[inner.start];

    if (c != '&') {
      g_string_append_c (href, c);
      inner.start++;
      continue;
    }

    if (!read_entity (scanner, &inner, NULL)) {
      return NULL;
    }
    g_string_append_c (href, inner.character);
    inner.start = inner.end;
  }

  return g_string_free_and_steal (g_steal_pointer (&href));
}
