/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlumbWordFunc:
 * @folded: a word, folded
 * @start: where it begins, in bytes of the text
 * @end: where it ends
 * @user_data: data of the caller
 *
 * Called for each word of a text, in order.
 *
 * Returns: whether to go on
 */
typedef gboolean (*PlumbWordFunc) (const char *folded, gsize start, gsize end, gpointer user_data);

char *plumb_words_fold (const char *text, gssize length);
gboolean plumb_words_is_part (gunichar c);
gboolean plumb_words_stands_alone (gunichar c);
void plumb_words_foreach (const char *text, gssize length, PlumbWordFunc func, gpointer user_data);
guint plumb_words_count (const char *text);

G_END_DECLS
