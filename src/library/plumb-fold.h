/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlumbFoldFunc:
 * @folded: a word, folded
 * @start: where it begins, in bytes of the text
 * @end: where it ends
 * @user_data: data of the caller
 *
 * Called for each word of a text, in order.
 *
 * Returns: whether to go on
 */
typedef gboolean (*PlumbFoldFunc) (const char *folded, gsize start, gsize end, gpointer user_data);

char *plumb_fold (const char *text, gssize length);
gboolean plumb_fold_is_word (gunichar c);
gboolean plumb_fold_stands_alone (gunichar c);
void
plumb_fold_foreach_word (const char *text, gssize length, PlumbFoldFunc func, gpointer user_data);

G_END_DECLS
