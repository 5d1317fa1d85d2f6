/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* JSON, read as strictly as it is written. json-glib keeps the last of two equal keys without a word, cuts strings at
 * `\u0000`, and recurses as deep as a file asks it to, so the bytes are scanned before it sees them. */

#include "config.h"

#include "plumb-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plumb-reader.h"
#include "plumb-syntax.h"

static gboolean
fail (PlumbReport *report, PlumbLibraryError code, const char *message)
{
  plumb_report_add (report, PLUMB_SEVERITY_ERROR, code, NULL, "%s", message);

  return FALSE;
}

/* What editors on other systems may have made of a file is told apart, since it is mended there. */
static gboolean
check_encoding (const char *data, gsize length, PlumbReport *report)
{
  const char *end;
  guint line = 1;
  g_autofree char *path = NULL;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0) {
    return fail (report,
                 PLUMB_LIBRARY_ERROR_ENCODING,
                 _ ("The file begins with a byte order mark. Save it as UTF-8 without one."));
  }
  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0)) {
    return fail (report,
                 PLUMB_LIBRARY_ERROR_ENCODING,
                 _ ("The file is in UTF-16. Save it as UTF-8."));
  }

  if (g_utf8_validate_len (data, length, &end)) {
    return TRUE;
  }

  for (const char *p = data; p < end; p++) {
    if (*p == '\n') {
      line++;
    }
  }
  /* Translators: where in a file something is wrong. */
  path = g_strdup_printf (_ ("line %u"), line);
  plumb_report_add (report,
                    PLUMB_SEVERITY_ERROR,
                    PLUMB_LIBRARY_ERROR_ENCODING,
                    path,
                    _ ("This is not UTF-8. Save the file as UTF-8."));

  return FALSE;
}

/**
 * plumb_json_append_key:
 * @path: a JSON path
 * @key: the key of an object
 * @length: bytes of @key, or −1 where it ends with a nul
 *
 * Makes @path lead to a member of the object that it leads to, as JSON Pointer (RFC 6901) writes it.
 */
void
plumb_json_append_key (GString *path, const char *key, gssize length)
{
  g_autofree char *shown = plumb_syntax_quote (key, length);

  g_string_append_c (path, '/');
  for (const char *p = shown; *p != '\0'; p++) {
    if (*p == '~') {
      g_string_append (path, "~0");
    } else if (*p == '/') {
      g_string_append (path, "~1");
    } else {
      g_string_append_c (path, *p);
    }
  }
}

/**
 * plumb_json_parse:
 * @bytes: a file
 * @report: where to say what is wrong with it
 *
 * Parses JSON after RFC 8259, within the caps of the format. Where only keys are there twice, the value is returned as
 * well, so that what else is wrong can be found.
 *
 * Returns: (transfer full) (nullable): the value
 */
JsonNode *
plumb_json_parse (GBytes *bytes, PlumbReport *report)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) error = NULL;

  if (length > PLUMB_MAX_FILE_SIZE) {
    fail (report,
          PLUMB_LIBRARY_ERROR_TOO_LARGE,
          _ ("The file is larger than 8 MB, and a library’s files are not."));
    return NULL;
  }
  if (length == 0) {
    fail (report, PLUMB_LIBRARY_ERROR_SYNTAX, _ ("The file is empty."));
    return NULL;
  }
  if (!check_encoding (data, length, report) || !plumb_json_scan (data, length, report)) {
    return NULL;
  }

  parser = json_parser_new_immutable ();
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, data, (gssize) length, &error)) {
    fail (report, PLUMB_LIBRARY_ERROR_SYNTAX, error->message);
    return NULL;
  }

  return json_parser_steal_root (parser);
}
