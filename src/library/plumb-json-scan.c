/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pass over the bytes of a file, without recursion and with all of its costs bounded. What passes is JSON after
 * RFC 8259, so that the parser behind it has nothing left to be generous about. */

#include "config.h"

#include "plumb-json-scan-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A file of 8 MB hardly has a hundred thousand values. Without this cap, millions of empty lists would fill the
 * memory. */
#define MAX_VALUES 500000
#define MAX_NUMBER_LENGTH 64
#define MAX_INTEGER_LENGTH 18

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
skip_digits (PlumbJsonScan *scan)
{
  const char *start = scan->p;

  while (scan->p < scan->end && g_ascii_isdigit (*scan->p)) {
    scan->p++;
  }

  return scan->p > start;
}

static gboolean
scan_number (PlumbJsonScan *scan)
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
    return plumb_json_fail_syntax (scan, start, _ ("This is not a number as JSON writes them."));
  }

  length = (gsize) (scan->p - start);
  if (length <= MAX_NUMBER_LENGTH) {
    memcpy (digits, start, length);
  }
  if (length > (whole ? MAX_INTEGER_LENGTH : MAX_NUMBER_LENGTH) ||
      !isfinite (g_ascii_strtod (digits, NULL))) {
    plumb_json_report_at_path (scan, PLUMB_LIBRARY_ERROR_VALUE, _ ("The number is too large."));
    scan->usable = FALSE;
  }

  return TRUE;
}

static gboolean
scan_word (PlumbJsonScan *scan)
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

  return plumb_json_fail_syntax (
      scan,
      start,
      _ ("A value is missing here: a text in double quotes, a number, a list, an "
         "object, true or false."));
}

static State
open_frame (PlumbJsonScan *scan, gboolean is_object)
{
  if (scan->depth == PLUMB_MAX_DEPTH) {
    plumb_json_fail_at (scan,
                        scan->p,
                        PLUMB_LIBRARY_ERROR_TOO_LARGE,
                        _ ("The file is nested more than 64 levels deep."));
    return STOP;
  }

  scan->frames[scan->depth++] = (PlumbJsonFrame) { is_object, 0, scan->keys->len };
  scan->p++;

  return is_object ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
}

static State
close_frame (PlumbJsonScan *scan)
{
  g_array_set_size (scan->keys, scan->frames[--scan->depth].first_key);
  scan->p++;

  return scan->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static State
scan_value (PlumbJsonScan *scan)
{
  PlumbJsonKey unused;
  gboolean good;

  if (++scan->n_values > MAX_VALUES) {
    plumb_json_fail_at (scan,
                        scan->p,
                        PLUMB_LIBRARY_ERROR_TOO_LARGE,
                        _ ("The file has too many values."));
    return STOP;
  }

  if (*scan->p == '{' || *scan->p == '[') {
    return open_frame (scan, *scan->p == '{');
  }

  if (*scan->p == '"') {
    good = plumb_json_scan_string (scan, &unused);
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
scan_comma (PlumbJsonScan *scan)
{
  PlumbJsonFrame *frame = &scan->frames[scan->depth - 1];

  if (*scan->p == ',') {
    scan->p++;
    frame->n_values++;
    return frame->is_object ? EXPECT_KEY : EXPECT_VALUE;
  }
  if (*scan->p == (frame->is_object ? '}' : ']')) {
    return close_frame (scan);
  }

  plumb_json_fail_syntax (scan,
                          scan->p,
                          frame->is_object
                              ? _ ("A comma, or the “}” that ends the object, is missing here.")
                              : _ ("A comma, or the “]” that ends the list, is missing here."));

  return STOP;
}

static State
scan_next (PlumbJsonScan *scan, State state)
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
      plumb_json_fail_syntax (scan, scan->p, _ ("A key in double quotes is missing here."));
      return STOP;
    }
    return plumb_json_scan_key (scan) ? EXPECT_VALUE : STOP;
  case EXPECT_COMMA_OR_END:
    return scan_comma (scan);
  case EXPECT_NOTHING:
    plumb_json_fail_syntax (scan, scan->p, _ ("There is something after the end of the JSON."));
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
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (PlumbJsonKey));
  PlumbJsonScan scan = {
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
        plumb_json_fail_syntax (&scan, scan.p, _ ("The file ends in the middle."));
      }
      break;
    }
    state = scan_next (&scan, state);
  }

  return scan.usable && !plumb_report_is_full (report);
}
