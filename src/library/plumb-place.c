/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/**
 * PlumbPlace:
 *
 * Where a reader is or could go: a page, and within a topic the level, the audience and the part of the text.
 *
 * A place is immutable, and is written as a `plumb:` address:
 *
 * ```
 * plumb:                                          home
 * plumb:topic/ID?level=N&audience=ID#ANCHOR       a topic; all after the id may be left out
 * plumb:debate?position=ID#ANCHOR                 the debate of all topics, or of one: plumb:debate/ID
 * plumb:term    plumb:term/ID                     likewise person and source
 * plumb:claim/ID
 * plumb:pitfalls plumb:pitfalls/ID               those of all topics, or at those of one
 * plumb:search?q=WORDS                            UTF-8, percent-encoded
 * plumb:cruxes?sort=ID#ANCHOR                     or plumb:cruxes/ID; sorted by a position or by a measure
 * plumb:weigh#ANCHOR                              or plumb:weigh/ID; at one crux
 * plumb:compare/ID?level=N&with=N#ANCHOR          two levels of a topic; the lower one first
 * plumb:drill#ANCHOR                              or plumb:drill/ID; at one pitfall
 * plumb:review
 * ```
 *
 * History, restoring, bookmarks, search hits, links and the command line are all places. An address may come from
 * anywhere, so plumb_place_parse() takes nothing that is not in this grammar. Whether the library has what a place
 * names is another question, which the library answers.
 */

#include "config.h"

#include "plumb-place-private.h"

#include <string.h>

static const struct {
  PlumbPlaceIdUse id;
  PlumbPlaceTakes takes;
} pages[] = {
  [PLUMB_PAGE_HOME] = { PLUMB_PLACE_ID_NONE, PLUMB_PLACE_TAKES_NOTHING },
  [PLUMB_PAGE_TOPIC] = { PLUMB_PLACE_ID_REQUIRED,
                         PLUMB_PLACE_TAKES_LEVEL | PLUMB_PLACE_TAKES_AUDIENCE |
                             PLUMB_PLACE_TAKES_ANCHOR },
  [PLUMB_PAGE_DEBATE] = { PLUMB_PLACE_ID_OPTIONAL,
                          PLUMB_PLACE_TAKES_POSITION | PLUMB_PLACE_TAKES_ANCHOR },
  [PLUMB_PAGE_TERM] = { PLUMB_PLACE_ID_OPTIONAL, PLUMB_PLACE_TAKES_NOTHING },
  [PLUMB_PAGE_PERSON] = { PLUMB_PLACE_ID_OPTIONAL, PLUMB_PLACE_TAKES_NOTHING },
  [PLUMB_PAGE_SOURCE] = { PLUMB_PLACE_ID_OPTIONAL, PLUMB_PLACE_TAKES_NOTHING },
  [PLUMB_PAGE_CLAIM] = { PLUMB_PLACE_ID_REQUIRED, PLUMB_PLACE_TAKES_NOTHING },
  [PLUMB_PAGE_PITFALLS] = { PLUMB_PLACE_ID_OPTIONAL, PLUMB_PLACE_TAKES_NOTHING },
  [PLUMB_PAGE_SEARCH] = { PLUMB_PLACE_ID_NONE, PLUMB_PLACE_TAKES_QUERY },
  [PLUMB_PAGE_CRUXES] = { PLUMB_PLACE_ID_OPTIONAL,
                          PLUMB_PLACE_TAKES_SORT | PLUMB_PLACE_TAKES_ANCHOR },
  [PLUMB_PAGE_WEIGH] = { PLUMB_PLACE_ID_OPTIONAL, PLUMB_PLACE_TAKES_ANCHOR },
  [PLUMB_PAGE_COMPARE] = { PLUMB_PLACE_ID_REQUIRED,
                           PLUMB_PLACE_TAKES_LEVEL | PLUMB_PLACE_TAKES_OTHER_LEVEL |
                               PLUMB_PLACE_TAKES_ANCHOR },
  [PLUMB_PAGE_DRILL] = { PLUMB_PLACE_ID_OPTIONAL, PLUMB_PLACE_TAKES_ANCHOR },
  [PLUMB_PAGE_REVIEW] = { PLUMB_PLACE_ID_NONE, PLUMB_PLACE_TAKES_NOTHING },
};

G_DEFINE_BOXED_TYPE (PlumbPlace, plumb_place, plumb_place_ref, plumb_place_unref)

PlumbPlace *
plumb_place_alloc (PlumbPage page)
{
  PlumbPlace *self = g_new0 (PlumbPlace, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->page = page;

  return self;
}

PlumbPlace *
plumb_place_copy (const PlumbPlace *place)
{
  PlumbPlace *self = plumb_place_alloc (place->page);

  self->id = g_strdup (place->id);
  self->level = place->level;
  self->audience = g_strdup (place->audience);
  self->anchor = g_strdup (place->anchor);
  self->query = g_strdup (place->query);
  self->other_level = place->other_level;
  self->position = g_strdup (place->position);
  self->sort = g_strdup (place->sort);

  return self;
}

PlumbPlaceIdUse
plumb_place_get_id_use (PlumbPage page)
{
  return pages[page].id;
}

PlumbPlaceTakes
plumb_place_get_takes (PlumbPage page)
{
  return pages[page].takes;
}

/* Like an id, and longer: parts of a topic are named by a word and an id. */
gboolean
plumb_place_is_anchor (const char *text)
{
  gsize length = strnlen (text, PLUMB_PLACE_MAX_ANCHOR_LENGTH + 1);

  if (length == 0 || length > PLUMB_PLACE_MAX_ANCHOR_LENGTH || !g_ascii_isalnum (text[0])) {
    return FALSE;
  }

  return strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

gboolean
plumb_place_is_level (int level)
{
  return level >= 1 && level <= 3;
}

/**
 * plumb_place_new:
 * @page: which page
 * @id: (nullable): what it is of; a topic and a claim need one, and of home and search there is none
 *
 * Returns: (transfer full): a place
 */
PlumbPlace *
plumb_place_new (PlumbPage page, const char *id)
{
  PlumbPlace *self;

  g_return_val_if_fail ((guint) page < G_N_ELEMENTS (pages), NULL);
  g_return_val_if_fail (id != NULL || pages[page].id != PLUMB_PLACE_ID_REQUIRED, NULL);
  g_return_val_if_fail (id == NULL || pages[page].id != PLUMB_PLACE_ID_NONE, NULL);
  g_return_val_if_fail (id == NULL || plumb_syntax_is_id (id), NULL);

  self = plumb_place_alloc (page);
  self->id = g_strdup (id);
  if (page == PLUMB_PAGE_SEARCH) {
    self->query = g_strdup ("");
  }

  return self;
}

/**
 * plumb_place_new_topic:
 * @topic: the topic's id
 * @level: 1, 2 or 3; 0 leaves it to the reader's habit
 * @audience: (nullable): an audience's id
 * @anchor: (nullable): the id of a block or of a part
 *
 * Returns: (transfer full): a place in a topic
 */
PlumbPlace *
plumb_place_new_topic (const char *topic, int level, const char *audience, const char *anchor)
{
  PlumbPlace *self;

  g_return_val_if_fail (plumb_syntax_is_id (topic), NULL);
  g_return_val_if_fail (level == 0 || plumb_place_is_level (level), NULL);
  g_return_val_if_fail (audience == NULL || plumb_syntax_is_id (audience), NULL);
  g_return_val_if_fail (anchor == NULL || plumb_place_is_anchor (anchor), NULL);

  self = plumb_place_new (PLUMB_PAGE_TOPIC, topic);
  self->level = level;
  self->audience = g_strdup (audience);
  self->anchor = g_strdup (anchor);

  return self;
}

/**
 * plumb_place_new_search:
 * @query: what to look for, as a reader typed it
 *
 * Makes a place of a search. Anything can be typed, so this cannot fail: control characters become spaces, and a
 * query that would not fit an address is cut.
 *
 * Returns: (transfer full): a place
 */
PlumbPlace *
plumb_place_new_search (const char *query)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) kept = NULL;
  gsize room = PLUMB_PLACE_MAX_URI_LENGTH - strlen ("plumb:search?q=");
  PlumbPlace *self;

  g_return_val_if_fail (query != NULL, NULL);

  valid = g_utf8_make_valid (query, (gssize) strnlen (query, PLUMB_PLACE_MAX_URI_LENGTH));
  kept = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    /* What percent-encoding makes of it: letters and digits stay, other bytes take three. */
    gsize cost = g_ascii_isalnum (*p) || strchr ("-._~", *p) != NULL
                     ? 1
                     : 3 * (gsize) g_unichar_to_utf8 (c, NULL);

    if (cost > room) {
      break;
    }
    room -= cost;
    g_string_append_unichar (kept, g_unichar_iscntrl (c) ? ' ' : c);
  }

  self = plumb_place_alloc (PLUMB_PAGE_SEARCH);
  self->query = g_string_free_and_steal (g_steal_pointer (&kept));

  return self;
}

/**
 * plumb_place_ref:
 * @self: a place
 *
 * Returns: (transfer full): the same place
 */
PlumbPlace *
plumb_place_ref (PlumbPlace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * plumb_place_unref:
 * @self: (transfer full): a place
 *
 * Gives up a reference.
 */
void
plumb_place_unref (PlumbPlace *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count)) {
    g_free (self->id);
    g_free (self->audience);
    g_free (self->anchor);
    g_free (self->query);
    g_free (self->position);
    g_free (self->sort);
    g_free (self);
  }
}

/**
 * plumb_place_get_page:
 * @self: a place
 *
 * Returns: which page it is on
 */
PlumbPage
plumb_place_get_page (const PlumbPlace *self)
{
  g_return_val_if_fail (self != NULL, PLUMB_PAGE_HOME);

  return self->page;
}

/**
 * plumb_place_get_id:
 * @self: a place
 *
 * Returns: (nullable): what the page is of
 */
const char *
plumb_place_get_id (const PlumbPlace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * plumb_place_get_level:
 * @self: a place
 *
 * Returns: 1, 2 or 3; 0 where the place says none
 */
int
plumb_place_get_level (const PlumbPlace *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->level;
}

/**
 * plumb_place_get_audience:
 * @self: a place
 *
 * Returns: (nullable): the audience's id
 */
const char *
plumb_place_get_audience (const PlumbPlace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->audience;
}

/**
 * plumb_place_get_anchor:
 * @self: a place
 *
 * Returns: (nullable): the id of the block, or of the part, that it is at
 */
const char *
plumb_place_get_anchor (const PlumbPlace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->anchor;
}

/**
 * plumb_place_get_query:
 * @self: a place
 *
 * Returns: (nullable): what is looked for, perhaps nothing yet; %NULL where the page is no search
 */
const char *
plumb_place_get_query (const PlumbPlace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->query;
}

/**
 * plumb_place_get_other_level:
 * @self: a place
 *
 * Returns: the level that another is compared with: 1, 2 or 3; 0 where the place says none
 */
int
plumb_place_get_other_level (const PlumbPlace *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->other_level;
}

/**
 * plumb_place_get_position:
 * @self: a place
 *
 * Returns: (nullable): the id of the position in the debate that it is at
 */
const char *
plumb_place_get_position (const PlumbPlace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->position;
}

/**
 * plumb_place_get_sort:
 * @self: a place
 *
 * Returns: (nullable): what the cruxes are sorted by
 */
const char *
plumb_place_get_sort (const PlumbPlace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sort;
}

/**
 * plumb_place_equal:
 * @self: a place
 * @other: a place
 *
 * Returns: whether they are the same in everything
 */
gboolean
plumb_place_equal (const PlumbPlace *self, const PlumbPlace *other)
{
  return plumb_place_same_page (self, other) && self->level == other->level &&
         g_strcmp0 (self->audience, other->audience) == 0 &&
         g_strcmp0 (self->anchor, other->anchor) == 0 &&
         g_strcmp0 (self->query, other->query) == 0 && self->other_level == other->other_level &&
         g_strcmp0 (self->position, other->position) == 0 &&
         g_strcmp0 (self->sort, other->sort) == 0;
}

/**
 * plumb_place_same_page:
 * @self: a place
 * @other: a place
 *
 * Returns: whether both are on one page; all else may differ
 */
gboolean
plumb_place_same_page (const PlumbPlace *self, const PlumbPlace *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->page == other->page && g_strcmp0 (self->id, other->id) == 0;
}
