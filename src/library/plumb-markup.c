/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done with texts in markup: they are checked, shown without it, and searched for links. */

#include "config.h"

#include "plumb-markup.h"

#include <string.h>

#include "plumb-markup-scanner-private.h"
#include "plumb-words.h"

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

/* The words of @markup, or NULL where it is not valid. */
static GString *
read_plain (const char *markup)
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
    } else if (part.kind == PLUMB_MARKUP_TEXT) {
      g_string_append_len (plain, markup + part.start, (gssize) (part.end - part.start));
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

  plain = read_plain (markup);
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
