/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The small grammars that the whole library shares: ids, dates, addresses, and the characters of a text. */

#include "config.h"

#include "plumb-syntax.h"

#include <string.h>

/* As much of a stranger's text as an error message repeats, in characters. */
#define MAX_QUOTED_LENGTH 60

/**
 * plumb_syntax_is_id:
 * @text: (nullable): what may be an id
 *
 * An id is lower-case words (`a-z`, `0-9`) joined by single hyphens, of at most %PLUMB_MAX_ID_LENGTH characters.
 *
 * Returns: whether @text is an id
 */
gboolean
plumb_syntax_is_id (const char *text)
{
  gboolean in_word = FALSE;
  gsize length = 0;

  if (text == NULL) {
    return FALSE;
  }

  for (; text[length] != '\0'; length++) {
    char c = text[length];

    if (length == PLUMB_MAX_ID_LENGTH) {
      return FALSE;
    }

    if (g_ascii_islower (c) || g_ascii_isdigit (c)) {
      in_word = TRUE;
    } else if (c == '-' && in_word) {
      in_word = FALSE;
    } else {
      return FALSE;
    }
  }

  return in_word;
}

static gboolean
parse_digits (const char *text, gsize n, guint *value)
{
  *value = 0;

  for (gsize i = 0; i < n; i++) {
    if (!g_ascii_isdigit (text[i])) {
      return FALSE;
    }
    *value = *value * 10 + (guint) (text[i] - '0');
  }

  return TRUE;
}

/**
 * plumb_syntax_is_date:
 * @text: (nullable): what may be a date
 *
 * Returns: whether @text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and a day that the calendar has
 */
gboolean
plumb_syntax_is_date (const char *text)
{
  guint year;
  guint month = 1;
  guint day = 1;
  gsize length;

  if (text == NULL) {
    return FALSE;
  }

  length = strnlen (text, 11);
  if (length != 4 && length != 7 && length != 10) {
    return FALSE;
  }

  if (!parse_digits (text, 4, &year)) {
    return FALSE;
  }
  if (length >= 7 && (text[4] != '-' || !parse_digits (text + 5, 2, &month))) {
    return FALSE;
  }
  if (length == 10 && (text[7] != '-' || !parse_digits (text + 8, 2, &day))) {
    return FALSE;
  }

  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/**
 * plumb_syntax_is_web_address:
 * @text: (nullable): what may be an address
 *
 * Accepts `https:` addresses with a host, in ASCII: what is shown to a reader before it is opened must not be able to
 * look like another address, so user names, escapes of the host and letters of other scripts are refused.
 *
 * Returns: whether @text is an address on the web that the format allows
 */
gboolean
plumb_syntax_is_web_address (const char *text)
{
  const char *host;
  gsize length;

  if (text == NULL || !g_str_has_prefix (text, "https://") ||
      strnlen (text, PLUMB_MAX_ADDRESS_LENGTH + 1) > PLUMB_MAX_ADDRESS_LENGTH) {
    return FALSE;
  }

  for (const char *p = text; *p != '\0'; p++) {
    if (!g_ascii_isgraph (*p) || strchr ("\"'<>\\^`{|}", *p) != NULL) {
      return FALSE;
    }
  }

  host = text + strlen ("https://");
  length = strcspn (host, "/?#");
  if (!g_ascii_isalnum (host[0]) || memchr (host, '.', length) == NULL ||
      memchr (host, '@', length) != NULL || memchr (host, '%', length) != NULL) {
    return FALSE;
  }

  return g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL);
}

/**
 * plumb_syntax_find_bad_character:
 * @text: valid UTF-8
 *
 * Looks for characters that no text of a library holds: control characters, line and paragraph breaks, and the
 * bidirectional embeddings and overrides (U+202A–U+202E), which can make a text look like another. Bidirectional
 * isolates and marks are allowed, where each isolate is closed.
 *
 * Returns: (nullable): where the first of them stands, or %NULL
 */
const char *
plumb_syntax_find_bad_character (const char *text)
{
  const char *isolate = NULL;
  guint isolates = 0;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c;

    /* Nearly every character is printable ASCII. */
    if (*p >= 0x20 && *p < 0x7f) {
      continue;
    }

    c = g_utf8_get_char (p);
    if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff ||
        (c >= 0x202a && c <= 0x202e) || (c & 0xfffe) == 0xfffe) {
      return p;
    }

    if (c >= 0x2066 && c <= 0x2068) {
      if (isolates++ == 0) {
        isolate = p;
      }
    } else if (c == 0x2069) {
      if (isolates == 0) {
        return p;
      }
      isolates--;
    }
  }

  return isolates > 0 ? isolate : NULL;
}

/**
 * plumb_syntax_quote:
 * @text: any bytes
 * @length: how many of them, or −1 where they end with a nul
 *
 * Makes a stranger's text fit to be repeated in a message: valid UTF-8, without control characters and bidirectional
 * overrides, and short.
 *
 * Returns: (transfer full): the text to show
 */
char *
plumb_syntax_quote (const char *text, gssize length)
{
  g_autofree char *valid = NULL;
  GString *quoted = g_string_new (NULL);
  guint n = 0;
  gsize size;

  g_return_val_if_fail (text != NULL, NULL);

  /* Whatever follows the first few hundred bytes is not shown, so it need not be made valid. */
  size = length < 0 ? strnlen (text, MAX_QUOTED_LENGTH * 6)
                    : MIN ((gsize) length, MAX_QUOTED_LENGTH * 6);
  valid = g_utf8_make_valid (text, (gssize) size);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (n++ == MAX_QUOTED_LENGTH) {
      g_string_append (quoted, "…");
      break;
    }

    if (g_unichar_isprint (c) && !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069)) {
      g_string_append_unichar (quoted, c);
    } else {
      g_string_append_unichar (quoted, 0xfffd);
    }
  }

  return g_string_free_and_steal (quoted);
}
