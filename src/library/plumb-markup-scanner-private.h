/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-markup.h"

G_BEGIN_DECLS

#define PLUMB_MARKUP_MAX_DEPTH 16

/* The parts that a text in markup is made of. */
typedef enum {
  /* Characters that stand for themselves. */
  PLUMB_MARKUP_TEXT,
  /* An entity, which stands for one character. */
  PLUMB_MARKUP_ENTITY,
  PLUMB_MARKUP_OPEN,
  PLUMB_MARKUP_CLOSE,
  PLUMB_MARKUP_END,
} PlumbMarkupPartKind;

/* A part, as bytes from start to end of the text. */
typedef struct {
  PlumbMarkupPartKind kind;
  gsize start;
  gsize end;
  /* Of an entity. */
  char character;
  /* Of a tag: its name in a table of constants. */
  const char *tag;
  /* Of an opening a: the bytes of its address, entities and all. */
  gsize href_start;
  gsize href_end;
} PlumbMarkupPart;

typedef struct {
  const char *markup;
  gsize position;
  guint depth;
  const char *open[PLUMB_MARKUP_MAX_DEPTH];
  gboolean in_link;
  gboolean link_has_text;
} PlumbMarkupScanner;

gboolean
plumb_markup_scanner_init (PlumbMarkupScanner *scanner, const char *markup, GError **error);
gboolean
plumb_markup_scanner_next (PlumbMarkupScanner *scanner, PlumbMarkupPart *part, GError **error);
char *plumb_markup_scanner_dup_href (PlumbMarkupScanner *scanner, const PlumbMarkupPart *part);

G_END_DECLS
