/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What an index knows of the things that topics name: terms, sources, people, and what people get wrong. As elsewhere,
 * an index from a cache may say anything, so that every place of a topic is checked. */

#include "config.h"

#include "plumb-catalogue-private.h"

#include <string.h>

/* The first item of a sorted list whose name is not before @name. */
static gsize
find_first (GVariant *list, const char *name)
{
  gsize low = 0;
  gsize high = g_variant_n_children (list);

  while (low < high) {
    gsize middle = low + (high - low) / 2;
    g_autoptr (GVariant) item = g_variant_get_child_value (list, middle);
    const char *found;

    g_variant_get_child (item, 0, "&s", &found);
    if (strcmp (found, name) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }

  return low;
}

/**
 * plumb_catalogue_dup_uses:
 * @self: a catalogue
 * @name: what is named: `term:ID`, `person:ID` or `source:ID`
 * @n: (out): how many topics name it
 *
 * Returns: (transfer full) (array length=n) (nullable): the places of those topics, in reading order
 */
guint *
plumb_catalogue_dup_uses (PlumbCatalogue *self, const char *name, guint *n)
{
  GVariant *list = plumb_catalogue_get_list (self, PLUMB_CATALOGUE_USES);
  gsize position = find_first (list, name);
  g_autoptr (GVariant) topics = NULL;
  const char *found;
  const guint32 *places;
  guint *uses;
  gsize length;

  *n = 0;
  if (position >= g_variant_n_children (list)) {
    return NULL;
  }
  g_variant_get_child (list, position, "(&s@au)", &found, &topics);
  if (!g_str_equal (found, name)) {
    return NULL;
  }

  places = g_variant_get_fixed_array (topics, &length, sizeof (guint32));
  uses = g_new (guint, MAX (length, 1));
  for (gsize i = 0; i < length; i++) {
    /* In order, and none twice: else there could be more of them than there are topics. */
    if (places[i] < plumb_catalogue_get_n_entries (self) && (*n == 0 || places[i] > uses[*n - 1])) {
      uses[(*n)++] = places[i];
    }
  }

  return uses;
}

/**
 * plumb_catalogue_find_holdings:
 * @self: a catalogue
 * @person: the id of a person or an organisation
 * @start: (out): the first of what they hold
 * @end: (out): the one after the last
 *
 * Finds what somebody holds.
 */
void
plumb_catalogue_find_holdings (PlumbCatalogue *self, const char *person, guint *start, guint *end)
{
  GVariant *list = plumb_catalogue_get_list (self, PLUMB_CATALOGUE_HOLDINGS);
  gsize n = g_variant_n_children (list);

  *start = (guint) find_first (list, person);
  for (*end = *start; *end < n; (*end)++) {
    g_autoptr (GVariant) item = g_variant_get_child_value (list, *end);
    const char *found;

    g_variant_get_child (item, 0, "&s", &found);
    if (!g_str_equal (found, person)) {
      break;
    }
  }
}

/**
 * plumb_catalogue_get_holding:
 * @self: a catalogue
 * @position: which one
 * @holding: (out caller-allocates): what it says
 *
 * Returns: whether it is of a topic that there is
 */
gboolean
plumb_catalogue_get_holding (PlumbCatalogue *self, guint position, PlumbCatalogueHolding *holding)
{
  g_variant_get_child (plumb_catalogue_get_list (self, PLUMB_CATALOGUE_HOLDINGS),
                       position,
                       "(&su&s&s)",
                       &holding->person,
                       &holding->topic,
                       &holding->position,
                       &holding->form);

  return holding->topic < plumb_catalogue_get_n_entries (self);
}

/**
 * plumb_catalogue_get_n_pitfalls:
 * @self: a catalogue
 *
 * Returns: how many pitfalls the topics have
 */
guint
plumb_catalogue_get_n_pitfalls (PlumbCatalogue *self)
{
  return (guint) g_variant_n_children (plumb_catalogue_get_list (self, PLUMB_CATALOGUE_PITFALLS));
}

/**
 * plumb_catalogue_get_pitfall:
 * @self: a catalogue
 * @position: which one, in reading order
 * @pitfall: (out caller-allocates): what it says
 *
 * Returns: whether it is of a topic that there is
 */
gboolean
plumb_catalogue_get_pitfall (PlumbCatalogue *self, guint position, PlumbCataloguePitfall *pitfall)
{
  g_variant_get_child (plumb_catalogue_get_list (self, PLUMB_CATALOGUE_PITFALLS),
                       position,
                       "(u&s&s)",
                       &pitfall->topic,
                       &pitfall->id,
                       &pitfall->claim);

  return pitfall->topic < plumb_catalogue_get_n_entries (self);
}
