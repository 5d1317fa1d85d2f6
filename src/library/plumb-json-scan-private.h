/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-json-private.h"
#include "plumb-reader.h"

G_BEGIN_DECLS

/* The key of a member, as it stands in the file. */
typedef struct {
  const char *text;
  gsize length;
  guint hash;
  gboolean escaped;
} PlumbJsonKey;

/* An object or a list that is not closed yet. */
typedef struct {
  gboolean is_object;
  guint n_values;
  /* Of an object: where its keys begin in the stack of keys. */
  guint first_key;
} PlumbJsonFrame;

typedef struct {
  const char *start;
  const char *end;
  const char *p;
  PlumbReport *report;
  PlumbJsonFrame frames[PLUMB_MAX_DEPTH];
  guint depth;
  GArray *keys;
  guint n_values;
  gboolean in_key;
  gboolean usable;
} PlumbJsonScan;

gboolean plumb_json_fail_at (PlumbJsonScan *scan,
                             const char *where,
                             PlumbLibraryError code,
                             const char *message);
gboolean plumb_json_fail_syntax (PlumbJsonScan *scan, const char *where, const char *message);
void plumb_json_report_at_path (PlumbJsonScan *scan, PlumbLibraryError code, const char *message);
gboolean plumb_json_scan_string (PlumbJsonScan *scan, PlumbJsonKey *key);
gboolean plumb_json_scan_key (PlumbJsonScan *scan);

G_END_DECLS
