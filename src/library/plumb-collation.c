/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-collation.h"

#include <string.h>

/* Whether the locale puts a letter with a mark among those without, as French does with É, or gives it a place of its
 * own, as Swedish does with Å. In the former, the letter after it decides. */
static gboolean
is_variant (const char *letter, const char *base)
{
  g_autofree char *marked = g_strconcat (letter, "a", NULL);
  g_autofree char *plain = g_strconcat (base, "b", NULL);

  return g_utf8_collate (marked, plain) < 0;
}

/**
 * plumb_collation_dup_initial:
 * @text: a name
 *
 * Finds the letter under which a name stands in an alphabetical list, in the order of the locale
 * (g_utf8_collate()). Quotation marks and the like before the first letter do not count, and all digits
 * stand under one heading.
 *
 * Returns: (transfer full): a capital letter, “0–9”, or “#” for what begins with neither
 */
char *
plumb_collation_dup_initial (const char *text)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  char letter[7] = { 0 };
  char base[7] = { 0 };
  gunichar c;

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text))) {
    text = g_utf8_next_char (text);
  }
  if (*text == '\0') {
    return g_strdup ("#");
  }

  c = g_unichar_toupper (g_utf8_get_char (text));
  if (g_unichar_isdigit (c)) {
    return g_strdup ("0–9");
  }

  g_unichar_to_utf8 (c, letter);
  /* A syllable of Hangul is made of parts too, but those are letters and no marks. */
  if (g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts)) > 1 &&
      g_unichar_ismark (parts[1])) {
    g_unichar_to_utf8 (parts[0], base);
    if (is_variant (letter, base)) {
      return g_strdup (base);
    }
  }

  return g_strdup (letter);
}
