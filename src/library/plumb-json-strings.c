/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The strings of a file, its keys among them, and saying where in it something is wrong. */

#include "config.h"

#include "plumb-json-scan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The format's largest object has some thirty keys. Without this cap, keys that all fall into one slot of a hash table
 * would stop the program. */
#define MAX_KEYS 256

gboolean
plumb_json_fail_at (PlumbJsonScan *scan,
                    const char *where,
                    PlumbLibraryError code,
                    const char *message)
{
  g_autofree char *path = NULL;
  guint line = 1;
  const char *line_start = scan->start;

  for (const char *p = scan->start; p < where; p++) {
    if (*p == '\n') {
      line++;
      line_start = p + 1;
    }
  }

  /* Translators: where in a file something is wrong. */
  path = g_strdup_printf (_ ("line %1$u, column %2$u"),
                          line,
                          (guint) g_utf8_strlen (line_start, where - line_start) + 1);
  plumb_report_add (scan->report, PLUMB_SEVERITY_ERROR, code, path, "%s", message);
  scan->usable = FALSE;

  return FALSE;
}

gboolean
plumb_json_fail_syntax (PlumbJsonScan *scan, const char *where, const char *message)
{
  return plumb_json_fail_at (scan, where, PLUMB_LIBRARY_ERROR_SYNTAX, message);
}

static char *
decode_key (const PlumbJsonKey *key)
{
  GString *decoded = g_string_sized_new (key->length);

  for (gsize i = 0; i < key->length; i++) {
    char c = key->text[i];
    guint64 code = 0;
    guint64 low = 0;

    if (c != '\\') {
      g_string_append_c (decoded, c);
      continue;
    }

    c = key->text[++i];
    if (c != 'u') {
      static const char from[] = "\"\\/bfnrt";
      static const char to[] = "\"\\/\b\f\n\r\t";

      g_string_append_c (decoded, to[strchr (from, c) - from]);
      continue;
    }

    for (gsize j = 1; j <= 4; j++) {
      code = code * 16 + (guint64) g_ascii_xdigit_value (key->text[i + j]);
    }
    i += 4;
    if (code >= 0xd800 && code < 0xdc00) {
      for (gsize j = 3; j <= 6; j++) {
        low = low * 16 + (guint64) g_ascii_xdigit_value (key->text[i + j]);
      }
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
      i += 6;
    }
    g_string_append_unichar (decoded, (gunichar) code);
  }

  return g_string_free_and_steal (decoded);
}

/* The path of the value that is being read; of the object, while it is a key that is read. */
static char *
dup_path (const PlumbJsonScan *scan)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < scan->depth; i++) {
    const PlumbJsonFrame *frame = &scan->frames[i];
    guint next_key = i + 1 < scan->depth ? scan->frames[i + 1].first_key : scan->keys->len;

    if (!frame->is_object) {
      g_string_append_printf (path, "/%u", frame->n_values);
    } else if (next_key > frame->first_key && !(scan->in_key && i + 1 == scan->depth)) {
      const PlumbJsonKey *key = &g_array_index (scan->keys, PlumbJsonKey, next_key - 1);
      g_autofree char *decoded = key->escaped ? decode_key (key)
                                              : g_strndup (key->text, key->length);

      plumb_json_append_key (path, decoded, -1);
    }
  }

  return g_string_free_and_steal (path);
}

void
plumb_json_report_at_path (PlumbJsonScan *scan, PlumbLibraryError code, const char *message)
{
  g_autofree char *path = dup_path (scan);

  plumb_report_add (scan->report, PLUMB_SEVERITY_ERROR, code, path, "%s", message);
}

static void
refuse_character (PlumbJsonScan *scan, const char *message)
{
  plumb_json_report_at_path (scan, PLUMB_LIBRARY_ERROR_ENCODING, message);
  scan->usable = FALSE;
}

static gboolean
read_hex (PlumbJsonScan *scan, guint *code)
{
  *code = 0;

  for (gsize i = 0; i < 4; i++) {
    if (scan->p == scan->end || !g_ascii_isxdigit (*scan->p)) {
      return plumb_json_fail_syntax (scan,
                                     scan->p,
                                     _ ("Four hexadecimal digits belong after “\\u”."));
    }
    *code = *code * 16 + (guint) g_ascii_xdigit_value (*scan->p++);
  }

  return TRUE;
}

/* After the backslash. */
static gboolean
scan_escape (PlumbJsonScan *scan)
{
  guint code;
  guint low;

  if (scan->p == scan->end || strchr ("\"\\/bfnrtu", *scan->p) == NULL || *scan->p == '\0') {
    return plumb_json_fail_syntax (scan, scan->p, _ ("There is no such escape after a “\\”."));
  }
  if (*scan->p++ != 'u') {
    return TRUE;
  }

  if (!read_hex (scan, &code)) {
    return FALSE;
  }
  if (code == 0) {
    refuse_character (scan, _ ("A text cannot have “\\u0000” in it."));
  } else if (code >= 0xdc00 && code < 0xe000) {
    refuse_character (scan, _ ("Half of a character (a lone surrogate) is in the text."));
  } else if (code >= 0xd800 && code < 0xdc00) {
    if (scan->end - scan->p < 2 || scan->p[0] != '\\' || scan->p[1] != 'u') {
      refuse_character (scan, _ ("Half of a character (a lone surrogate) is in the text."));
      return TRUE;
    }
    scan->p += 2;
    if (!read_hex (scan, &low)) {
      return FALSE;
    }
    if (low < 0xdc00 || low >= 0xe000) {
      refuse_character (scan, _ ("Half of a character (a lone surrogate) is in the text."));
    }
  }

  return TRUE;
}

gboolean
plumb_json_scan_string (PlumbJsonScan *scan, PlumbJsonKey *key)
{
  const char *start = ++scan->p;
  guint hash = 5381;
  gboolean escaped = FALSE;

  while (scan->p < scan->end && *scan->p != '"') {
    guchar c = (guchar) *scan->p;

    if (c < 0x20) {
      return plumb_json_fail_syntax (
          scan,
          scan->p,
          _ ("A text goes on to the next line, or has a control character in it."));
    }
    scan->p++;
    if (c == '\\') {
      escaped = TRUE;
      if (!scan_escape (scan)) {
        return FALSE;
      }
    }
    hash = hash * 33 + c;
  }

  if (scan->p == scan->end) {
    return plumb_json_fail_syntax (scan, start - 1, _ ("A text that begins here does not end."));
  }
  *key = (PlumbJsonKey) { start, (gsize) (scan->p - start), hash, escaped };
  scan->p++;

  return TRUE;
}

static gboolean
same_key (const PlumbJsonKey *a, const PlumbJsonKey *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (!a->escaped && !b->escaped) {
    return a->hash == b->hash && a->length == b->length &&
           memcmp (a->text, b->text, a->length) == 0;
  }

  first = a->escaped ? decode_key (a) : g_strndup (a->text, a->length);
  second = b->escaped ? decode_key (b) : g_strndup (b->text, b->length);

  return g_str_equal (first, second);
}

gboolean
plumb_json_scan_key (PlumbJsonScan *scan)
{
  PlumbJsonFrame *frame = &scan->frames[scan->depth - 1];
  const char *start = scan->p;
  PlumbJsonKey key;
  gboolean twice = FALSE;

  scan->in_key = TRUE;
  if (!plumb_json_scan_string (scan, &key)) {
    return FALSE;
  }
  scan->in_key = FALSE;
  /* A key that cannot be decoded cannot be compared. */
  if (!scan->usable) {
    key.escaped = FALSE;
  }

  if (scan->keys->len - frame->first_key == MAX_KEYS) {
    return plumb_json_fail_at (scan,
                               start,
                               PLUMB_LIBRARY_ERROR_TOO_LARGE,
                               _ ("An object has too many keys."));
  }
  for (guint i = frame->first_key; !twice && i < scan->keys->len; i++) {
    twice = same_key (&g_array_index (scan->keys, PlumbJsonKey, i), &key);
  }
  g_array_append_val (scan->keys, key);
  if (twice) {
    plumb_json_report_at_path (scan, PLUMB_LIBRARY_ERROR_DUPLICATE, _ ("This key is there twice."));
  }

  while (scan->p < scan->end && strchr (" \t\r\n", *scan->p) != NULL && *scan->p != '\0') {
    scan->p++;
  }
  if (scan->p == scan->end || *scan->p != ':') {
    return plumb_json_fail_syntax (scan, scan->p, _ ("A colon is missing after a key."));
  }
  scan->p++;

  return TRUE;
}
