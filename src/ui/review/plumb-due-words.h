/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plumb_due_to_sentence (gint64 today, gint64 due);
char *plumb_due_next_to_sentence (gint64 today, gint64 next);
char *plumb_due_count_to_sentence (guint n_due);

G_END_DECLS
