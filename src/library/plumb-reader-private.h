/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "plumb-reader.h"
#include "plumb-report-private.h"

G_BEGIN_DECLS

/* In characters and items. They leave room for all that is sensible, and spare a page what it could not show. */
#define PLUMB_READER_MAX_PLAIN 2000
#define PLUMB_READER_MAX_MARKUP 20000
#define PLUMB_READER_MAX_ITEMS 10000

/* Reading one file. */
typedef struct {
  PlumbReport *report;
  /* The JSON path of what is being read. */
  GString *path;
  /* The file is of a later format than this one. */
  gboolean newer;
} PlumbReader;

void plumb_reader_complain (PlumbReader *reader, PlumbLibraryError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void plumb_reader_read_value (PlumbReader *reader,
                              PlumbRecord *record,
                              const PlumbField *field,
                              JsonNode *node);
void plumb_reader_check_shape (PlumbReader *reader, PlumbRecord *record, JsonObject *object);

G_END_DECLS
