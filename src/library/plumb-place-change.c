/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Other places, made from one. */

#include "config.h"

#include "plumb-place-private.h"

/**
 * plumb_place_with_level:
 * @self: a place in a topic, or where levels are compared
 * @level: 1, 2 or 3; 0 for none
 *
 * Returns: (transfer full): the same place at another level
 */
PlumbPlace *
plumb_place_with_level (const PlumbPlace *self, int level)
{
  PlumbPlace *place;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((plumb_place_get_takes (self->page) & PLUMB_PLACE_TAKES_LEVEL) != 0, NULL);
  g_return_val_if_fail (level == 0 || plumb_place_is_level (level), NULL);

  place = plumb_place_copy (self);
  place->level = level;

  return place;
}

/**
 * plumb_place_with_audience:
 * @self: a place in a topic
 * @audience: (nullable): an audience's id, or none
 *
 * Returns: (transfer full): the same place for another audience
 */
PlumbPlace *
plumb_place_with_audience (const PlumbPlace *self, const char *audience)
{
  PlumbPlace *place;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((plumb_place_get_takes (self->page) & PLUMB_PLACE_TAKES_AUDIENCE) != 0,
                        NULL);
  g_return_val_if_fail (audience == NULL || plumb_syntax_is_id (audience), NULL);

  place = plumb_place_copy (self);
  g_set_str (&place->audience, audience);

  return place;
}

/**
 * plumb_place_with_anchor:
 * @self: a place on a page that has parts
 * @anchor: (nullable): the id of a block or of another part, or none
 *
 * Returns: (transfer full): another part of the same page, alike in all else
 */
PlumbPlace *
plumb_place_with_anchor (const PlumbPlace *self, const char *anchor)
{
  PlumbPlace *place;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((plumb_place_get_takes (self->page) & PLUMB_PLACE_TAKES_ANCHOR) != 0, NULL);
  g_return_val_if_fail (anchor == NULL || plumb_place_is_anchor (anchor), NULL);

  place = plumb_place_copy (self);
  g_set_str (&place->anchor, anchor);

  return place;
}

/**
 * plumb_place_with_other_level:
 * @self: a place where levels are compared
 * @level: 1, 2 or 3; 0 for none
 *
 * Returns: (transfer full): the same place, compared with another level
 */
PlumbPlace *
plumb_place_with_other_level (const PlumbPlace *self, int level)
{
  PlumbPlace *place;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((plumb_place_get_takes (self->page) & PLUMB_PLACE_TAKES_OTHER_LEVEL) != 0,
                        NULL);
  g_return_val_if_fail (level == 0 || plumb_place_is_level (level), NULL);

  place = plumb_place_copy (self);
  place->other_level = level;

  return place;
}

/**
 * plumb_place_with_position:
 * @self: a place in the debate
 * @position: (nullable): a position's id, or none
 *
 * Returns: (transfer full): the same place at another position
 */
PlumbPlace *
plumb_place_with_position (const PlumbPlace *self, const char *position)
{
  PlumbPlace *place;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((plumb_place_get_takes (self->page) & PLUMB_PLACE_TAKES_POSITION) != 0,
                        NULL);
  g_return_val_if_fail (position == NULL || plumb_syntax_is_id (position), NULL);

  place = plumb_place_copy (self);
  g_set_str (&place->position, position);

  return place;
}

/**
 * plumb_place_with_sort:
 * @self: a place among the cruxes
 * @sort: (nullable): what to sort by: a position's id, or the name of a measure; none for the library's order
 *
 * Returns: (transfer full): the same place, sorted otherwise
 */
PlumbPlace *
plumb_place_with_sort (const PlumbPlace *self, const char *sort)
{
  PlumbPlace *place;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((plumb_place_get_takes (self->page) & PLUMB_PLACE_TAKES_SORT) != 0, NULL);
  g_return_val_if_fail (sort == NULL || plumb_syntax_is_id (sort), NULL);

  place = plumb_place_copy (self);
  g_set_str (&place->sort, sort);

  return place;
}
