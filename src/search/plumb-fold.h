/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most characters that one character can become. */
#define PLUMB_FOLD_MAX_LENGTH (2 * G_UNICHAR_MAX_DECOMPOSITION_LENGTH)

/**
 * PlumbFoldIter:
 * @chars: what the character became
 * @n_chars: how many of @chars there are
 * @start: where the character starts in the text, in bytes
 * @end: where it ends, with the marks that were dropped after it
 *
 * Goes through a text one visible character at a time. The members are for reading.
 */
typedef struct {
  gunichar chars[PLUMB_FOLD_MAX_LENGTH];
  guint n_chars;
  gsize start;
  gsize end;

  /*< private >*/
  const char *text;
  gsize length;
} PlumbFoldIter;

/**
 * PlumbFoldRange:
 * @start: the first byte
 * @end: the byte after the last
 *
 * A run of bytes of a text, always of whole characters.
 */
typedef struct {
  gsize start;
  gsize end;
} PlumbFoldRange;

void plumb_fold_iter_init (PlumbFoldIter *iter, const char *text, gssize length);
gboolean plumb_fold_iter_next (PlumbFoldIter *iter);
void plumb_fold_iter_skip (PlumbFoldIter *iter, gsize position);

char *plumb_fold (const char *text);
GArray *plumb_fold_find (const char *haystack, const char *needle);

G_END_DECLS
