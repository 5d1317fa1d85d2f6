/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-place.h"

#include "plumb-syntax.h"

G_BEGIN_DECLS

/* A block's id, or an id with the name of a part before it. */
#define PLUMB_PLACE_MAX_ANCHOR_LENGTH (PLUMB_MAX_ID_LENGTH + 16)

/* Whether a page is of something. */
typedef enum {
  PLUMB_PLACE_ID_NONE,
  PLUMB_PLACE_ID_OPTIONAL,
  PLUMB_PLACE_ID_REQUIRED,
} PlumbPlaceIdUse;

struct _PlumbPlace {
  gatomicrefcount ref_count;

  PlumbPage page;
  int level;
  char *id;
  char *audience;
  char *anchor;
  char *query;
};

PlumbPlace *plumb_place_alloc (PlumbPage page);
PlumbPlaceIdUse plumb_place_get_id_use (PlumbPage page);
gboolean plumb_place_is_anchor (const char *text);

G_END_DECLS
