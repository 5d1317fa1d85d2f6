/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a byte of a visible text stands in. */
typedef enum {
  PLUMB_VISIBLE_PLAIN = 0,
  PLUMB_VISIBLE_LINK = 1 << 0,
  PLUMB_VISIBLE_CODE = 1 << 1,
} PlumbVisibleFlags;

/* A link, as bytes of the visible text. */
typedef struct {
  gsize start;
  gsize end;
  char *href;
} PlumbVisibleLink;

/* A text as a reader sees it, and what each part of it stands in. */
typedef struct {
  GString *text;
  /* One PlumbVisibleFlags a byte of the text. */
  GByteArray *flags;
  /* Of PlumbVisibleLink, in order. */
  GArray *links;
} PlumbVisible;

/* A word, in lower case, as bytes of a text. */
typedef struct {
  char *folded;
  gsize start;
  gsize end;
} PlumbVisibleWord;

void plumb_visible_init (PlumbVisible *self, const char *text, gboolean markup);
void plumb_visible_clear (PlumbVisible *self);
gboolean plumb_visible_is (const PlumbVisible *self, gsize start, gsize end, guint flags);
char *plumb_visible_quote (const PlumbVisible *self, gsize start, gsize end);
gboolean plumb_visible_is_letter (gunichar c);
GArray *plumb_visible_find_words (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlumbVisible, plumb_visible_clear)

G_END_DECLS
