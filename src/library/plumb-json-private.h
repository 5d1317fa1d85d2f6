/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "plumb-report-private.h"

G_BEGIN_DECLS

gboolean plumb_json_scan (const char *data, gsize length, PlumbReport *report);
JsonNode *plumb_json_parse (GBytes *bytes, PlumbReport *report);
void plumb_json_append_key (GString *path, const char *key, gssize length);

G_END_DECLS
