/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "plumb-place.h"
#include "plumb-query.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_SEARCH_HIT (plumb_search_hit_get_type ())

G_DECLARE_FINAL_TYPE (PlumbSearchHit, plumb_search_hit, PLUMB, SEARCH_HIT, GObject)

PlumbSearchHit *plumb_search_hit_new (PlumbQuery *query,
                                      const char *topic,
                                      const char *title,
                                      int level,
                                      const char *anchor,
                                      const char *heading,
                                      const char *snippet,
                                      guint rank);
PlumbQuery *plumb_search_hit_get_query (PlumbSearchHit *self);
const char *plumb_search_hit_get_topic (PlumbSearchHit *self);
const char *plumb_search_hit_get_title (PlumbSearchHit *self);
int plumb_search_hit_get_level (PlumbSearchHit *self);
const char *plumb_search_hit_get_anchor (PlumbSearchHit *self);
const char *plumb_search_hit_get_heading (PlumbSearchHit *self);
const char *plumb_search_hit_get_snippet (PlumbSearchHit *self);
guint plumb_search_hit_get_rank (PlumbSearchHit *self);
GStrv plumb_search_hit_dup_words (PlumbSearchHit *self);
PlumbPlace *plumb_search_hit_dup_place (PlumbSearchHit *self);

G_END_DECLS
