/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pass over the bytes of a file, without recursion and with all of its costs bounded. What passes is JSON after
 * RFC 8259, so that the parser behind it has nothing left to be generous about. */

#include "config.h"

#include "plumb-json-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plumb-reader.h"
#include "plumb-syntax.h"

/* The format's largest object has some thirty keys, and a file of 8 MB hardly a hundred thousand values. Without these
 * caps keys that all fall into one slot of a hash table, or millions of empty lists, would stop the program. */
#define MAX_KEYS 256
#define MAX_VALUES 500000
#define MAX_NUMBER_LENGTH 64
#define MAX_INTEGER_LENGTH 18

typedef struct {
  const char *text;
  gsize length;
  guint hash;
  gboolean escaped;
} Key;

/* An object or a list that is not closed yet. */
typedef struct {
  gboolean is_object;
  guint n_values;
  /* Of an object: where its keys begin in the stack of keys. */
  guint first_key;
} Frame;

typedef struct {
  const char *start;
  const char *end;
  const char *p;
  PlumbReport *report;
  Frame frames[PLUMB_MAX_DEPTH];
  guint depth;
  GArray *keys;
  guint n_values;
  gboolean in_key;
  gboolean usable;
} Scan;

typedef enum {
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_KEY,
  EXPECT_KEY_OR_END,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
  STOP,
} State;

static gboolean
fail_at (Scan *scan, const char *where, PlumbLibraryError code, const char *message)
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

static gboolean
fail_syntax (Scan *scan, const char *where, const char *message)
{
  return fail_at (scan, where, PLUMB_LIBRARY_ERROR_SYNTAX, message);
}

static char *
decode_key (const Key *key)
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
dup_path (const Scan *scan)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < scan->depth; i++) {
    const Frame *frame = &scan->frames[i];
    guint next_key = i + 1 < scan->depth ? scan->frames[i + 1].first_key : scan->keys->len;

    if (!frame->is_object) {
      g_string_append_printf (path, "/%u", frame->n_values);
    } else if (next_key > frame->first_key && !(scan->in_key && i + 1 == scan->depth)) {
      const Key *key = &g_array_index (scan->keys, Key, next_key - 1);
      g_autofree char *decoded = key->escaped ? decode_key (key)
                                              : g_strndup (key->text, key->length);

      plumb_json_append_key (path, decoded, -1);
    }
  }

  return g_string_free_and_steal (path);
}

static void
report_at_path (Scan *scan, PlumbLibraryError code, const char *message)
{
  g_autofree char *path = dup_path (scan);

  plumb_report_add (scan->report, PLUMB_SEVERITY_ERROR, code, path, "%s", message);
}

static void
refuse_character (Scan *scan, const char *message)
{
  report_at_path (scan, PLUMB_LIBRARY_ERROR_ENCODING, message);
  scan->usable = FALSE;
}

static gboolean
read_hex (Scan *scan, guint *code)
{
  *code = 0;

  for (gsize i = 0; i < 4; i++) {
    if (scan->p == scan->end || !g_ascii_isxdigit (*scan->p)) {
      return fail_syntax (scan, scan->p, _ ("Four hexadecimal digits belong after “\\u”."));
    }
    *code = *code * 16 + (guint) g_ascii_xdigit_value (*scan->p++);
  }

  return TRUE;
}

/* After the backslash. */
static gboolean
scan_escape (Scan *scan)
{
  guint code;
  guint low;

  if (scan->p == scan->end || strchr ("\"\\/bfnrtu", *scan->p) == NULL || *scan->p == '\0') {
    return fail_syntax (scan, scan->p, _ ("There is no such escape after a “\\”."));
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

static gboolean
scan_string (Scan *scan, Key *key)
{
  const char *start = ++scan->p;
  guint hash = 5381;
  gboolean escaped = FALSE;

  while (scan->p < scan->end && *scan->p != '"') {
    guchar c = (guchar) *scan->p;

    if (c < 0x20) {
      return fail_syntax (scan,
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
    return fail_syntax (scan, start - 1, _ ("A text that begins here does not end."));
  }
  *key = (Key) { start, (gsize) (scan->p - start), hash, escaped };
  scan->p++;

  return TRUE;
}

static gboolean
same_key (const Key *a, const Key *b)
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

static gboolean
scan_key (Scan *scan)
{
  Frame *frame = &scan->frames[scan->depth - 1];
  const char *start = scan->p;
  Key key;
  gboolean twice = FALSE;

  scan->in_key = TRUE;
  if (!scan_string (scan, &key)) {
    return FALSE;
  }
  scan->in_key = FALSE;
  /* A key that cannot be decoded cannot be compared. */
  if (!scan->usable) {
    key.escaped = FALSE;
  }

  if (scan->keys->len - frame->first_key == MAX_KEYS) {
    return fail_at (scan, start, PLUMB_LIBRARY_ERROR_TOO_LARGE, _ ("An object has too many keys."));
  }
  for (guint i = frame->first_key; !twice && i < scan->keys->len; i++) {
    twice = same_key (&g_array_index (scan->keys, Key, i), &key);
  }
  g_array_append_val (scan->keys, key);
  if (twice) {
    report_at_path (scan, PLUMB_LIBRARY_ERROR_DUPLICATE, _ ("This key is there twice."));
  }

  while (scan->p < scan->end && strchr (" \t\r\n", *scan->p) != NULL && *scan->p != '\0') {
    scan->p++;
  }
  if (scan->p == scan->end || *scan->p != ':') {
    return fail_syntax (scan, scan->p, _ ("A colon is missing after a key."));
  }
  scan->p++;

  return TRUE;
}

static gboolean
skip_digits (Scan *scan)
{
  const char *start = scan->p;

  while (scan->p < scan->end && g_ascii_isdigit (*scan->p)) {
    scan->p++;
  }

  return scan->p > start;
}

static gboolean
scan_number (Scan *scan)
{
  const char *start = scan->p;
  gboolean valid;
  gboolean whole = TRUE;
  char digits[MAX_NUMBER_LENGTH + 1] = "";
  gsize length;

  if (*scan->p == '-') {
    scan->p++;
  }
  if (scan->p < scan->end && *scan->p == '0') {
    scan->p++;
    valid = scan->p == scan->end || !g_ascii_isdigit (*scan->p);
  } else {
    valid = skip_digits (scan);
  }
  if (valid && scan->p < scan->end && *scan->p == '.') {
    scan->p++;
    valid = skip_digits (scan);
    whole = FALSE;
  }
  if (valid && scan->p < scan->end && (*scan->p == 'e' || *scan->p == 'E')) {
    scan->p++;
    if (scan->p < scan->end && (*scan->p == '+' || *scan->p == '-')) {
      scan->p++;
    }
    valid = skip_digits (scan);
    whole = FALSE;
  }
  if (!valid) {
    return fail_syntax (scan, start, _ ("This is not a number as JSON writes them."));
  }

  length = (gsize) (scan->p - start);
  if (length <= MAX_NUMBER_LENGTH) {
    memcpy (digits, start, length);
  }
  if (length > (whole ? MAX_INTEGER_LENGTH : MAX_NUMBER_LENGTH) ||
      !isfinite (g_ascii_strtod (digits, NULL))) {
    report_at_path (scan, PLUMB_LIBRARY_ERROR_VALUE, _ ("The number is too large."));
    scan->usable = FALSE;
  }

  return TRUE;
}

static gboolean
scan_word (Scan *scan)
{
  static const char *const words[] = { "true", "false", "null" };
  const char *start = scan->p;
  gsize length = 0;

  while (scan->p + length < scan->end && g_ascii_isalnum (scan->p[length])) {
    length++;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    if (strlen (words[i]) == length && memcmp (words[i], start, length) == 0) {
      scan->p += length;
      return TRUE;
    }
  }

  return fail_syntax (scan,
                      start,
                      _ ("A value is missing here: a text in double quotes, a number, a list, an "
                         "object, true or false."));
}

static State
open_frame (Scan *scan, gboolean is_object)
{
  if (scan->depth == PLUMB_MAX_DEPTH) {
    fail_at (scan,
             scan->p,
             PLUMB_LIBRARY_ERROR_TOO_LARGE,
             _ ("The file is nested more than 64 levels deep."));
    return STOP;
  }

  scan->frames[scan->depth++] = (Frame) { is_object, 0, scan->keys->len };
  scan->p++;

  return is_object ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
}

static State
close_frame (Scan *scan)
{
  g_array_set_size (scan->keys, scan->frames[--scan->depth].first_key);
  scan->p++;

  return scan->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static State
scan_value (Scan *scan)
{
  Key unused;
  gboolean good;

  if (++scan->n_values > MAX_VALUES) {
    fail_at (scan, scan->p, PLUMB_LIBRARY_ERROR_TOO_LARGE, _ ("The file has too many values."));
    return STOP;
  }

  if (*scan->p == '{' || *scan->p == '[') {
    return open_frame (scan, *scan->p == '{');
  }

  if (*scan->p == '"') {
    good = scan_string (scan, &unused);
  } else if (*scan->p == '-' || g_ascii_isdigit (*scan->p)) {
    good = scan_number (scan);
  } else {
    good = scan_word (scan);
  }
  if (!good) {
    return STOP;
  }

  return scan->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static State
scan_comma (Scan *scan)
{
  Frame *frame = &scan->frames[scan->depth - 1];

  if (*scan->p == ',') {
    scan->p++;
    frame->n_values++;
    return frame->is_object ? EXPECT_KEY : EXPECT_VALUE;
  }
  if (*scan->p == (frame->is_object ? '}' : ']')) {
    return close_frame (scan);
  }

  fail_syntax (scan,
               scan->p,
               frame->is_object ? _ ("A comma, or the “}” that ends the object, is missing here.")
                                : _ ("A comma, or the “]” that ends the list, is missing here."));

  return STOP;
}

static State
scan_next (Scan *scan, State state)
{
  switch (state) {
  case EXPECT_VALUE_OR_END:
    return *scan->p == ']' ? close_frame (scan) : scan_value (scan);
  case EXPECT_VALUE:
    return scan_value (scan);
  case EXPECT_KEY_OR_END:
    if (*scan->p == '}') {
      return close_frame (scan);
    }
    G_GNUC_FALLTHROUGH;
  case EXPECT_KEY:
    if (*scan->p != '"') {
      fail_syntax (scan, scan->p, _ ("A key in double quotes is missing here."));
      return STOP;
    }
    return scan_key (scan) ? EXPECT_VALUE : STOP;
  case EXPECT_COMMA_OR_END:
    return scan_comma (scan);
  case EXPECT_NOTHING:
    fail_syntax (scan, scan->p, _ ("There is something after the end of the JSON."));
    return STOP;
  case STOP:
  default:
    g_return_val_if_reached (STOP);
  }
}

/**
 * plumb_json_scan:
 * @data: valid UTF-8
 * @length: bytes of @data
 * @report: where to say what is wrong with it
 *
 * Checks that @data is one JSON value, within the caps of the format, without keys that are there twice and without
 * text that json-glib would change.
 *
 * Returns: whether json-glib may read it; twice the same key is only reported
 */
gboolean
plumb_json_scan (const char *data, gsize length, PlumbReport *report)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  Scan scan = {
    .start = data,
    .end = data + length,
    .p = data,
    .report = report,
    .keys = keys,
    .usable = TRUE,
  };
  State state = EXPECT_VALUE;

  while (state != STOP && !plumb_report_is_full (report)) {
    while (scan.p < scan.end &&
           (*scan.p == ' ' || *scan.p == '\t' || *scan.p == '\r' || *scan.p == '\n')) {
      scan.p++;
    }

    if (scan.p == scan.end) {
      if (state != EXPECT_NOTHING) {
        fail_syntax (&scan, scan.p, _ ("The file ends in the middle."));
      }
      break;
    }
    state = scan_next (&scan, state);
  }

  return scan.usable && !plumb_report_is_full (report);
}
