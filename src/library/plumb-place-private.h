/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-place.h"

#include "plumb-syntax.h"

G_BEGIN_DECLS

/* A block's id, or an id with the name of a part before it. */
#define PLUMB_PLACE_MAX_ANCHOR_LENGTH (PLUMB_MAX_ID_LENGTH + 16)

/* What a place on a page can say besides the page and the id, as flags. */
typedef enum {
  PLUMB_PLACE_TAKES_NOTHING = 0,
  PLUMB_PLACE_TAKES_LEVEL = 1 << 0,
  PLUMB_PLACE_TAKES_OTHER_LEVEL = 1 << 1,
  PLUMB_PLACE_TAKES_AUDIENCE = 1 << 2,
  PLUMB_PLACE_TAKES_POSITION = 1 << 3,
  PLUMB_PLACE_TAKES_SORT = 1 << 4,
  PLUMB_PLACE_TAKES_QUERY = 1 << 5,
  PLUMB_PLACE_TAKES_ANCHOR = 1 << 6,
} PlumbPlaceTakes;

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
  int other_level;
  char *position;
  char *sort;
};

PlumbPlace *plumb_place_alloc (PlumbPage page);
PlumbPlace *plumb_place_copy (const PlumbPlace *place);
PlumbPlaceIdUse plumb_place_get_id_use (PlumbPage page);
PlumbPlaceTakes plumb_place_get_takes (PlumbPage page);
gboolean plumb_place_is_level (int level);
gboolean plumb_place_is_anchor (const char *text);

G_END_DECLS
