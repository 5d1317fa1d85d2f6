/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean plumb_words_stands_alone (gunichar c);
guint plumb_words_count (const char *text);

G_END_DECLS
