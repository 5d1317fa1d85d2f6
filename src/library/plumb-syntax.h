/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLUMB_MAX_ID_LENGTH 64
#define PLUMB_MAX_ADDRESS_LENGTH 2048

gboolean plumb_syntax_is_id (const char *text);
gboolean plumb_syntax_is_date (const char *text);
gboolean plumb_syntax_is_web_address (const char *text);
const char *plumb_syntax_find_bad_character (const char *text);
char *plumb_syntax_quote (const char *text, gssize length);

G_END_DECLS
