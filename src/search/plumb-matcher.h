/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-query.h"

G_BEGIN_DECLS

/**
 * PlumbMatch:
 * @word: which word of the query it is, from 0
 * @position: which word of the text it starts at, from 0
 * @start: where it starts in the text, in bytes
 * @end: where it ends
 *
 * A place in a text that a word of a query matches.
 */
typedef struct {
  guint word;
  guint position;
  gsize start;
  gsize end;
} PlumbMatch;

typedef struct _PlumbMatcher PlumbMatcher;

PlumbMatcher *plumb_matcher_new (const PlumbQuery *query);
void plumb_matcher_free (PlumbMatcher *self);
GArray *plumb_matcher_run (PlumbMatcher *self, const char *text);
guint plumb_matcher_get_n_positions (PlumbMatcher *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbMatcher, plumb_matcher_free)

G_END_DECLS
