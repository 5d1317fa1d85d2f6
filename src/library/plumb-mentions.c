/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the things that a library has pages of are named: answered from the index, so that no topic is read for it. */

#include "config.h"

#include "plumb-mentions.h"

#include <string.h>

#include "plumb-library-private.h"

static const char *
get_scheme (PlumbRef kind)
{
  switch ((int) kind) {
  case PLUMB_REF_TERM:
    return "term";
  case PLUMB_REF_PERSON:
    return "person";
  case PLUMB_REF_SOURCE:
    return "source";
  default:
    return NULL;
  }
}

/**
 * plumb_library_dup_topics_naming:
 * @self: a library
 * @kind: %PLUMB_REF_TERM, %PLUMB_REF_PERSON or %PLUMB_REF_SOURCE
 * @id: the id of a term, person, organisation or source
 *
 * Finds the topics that link to a term, list a person or an organisation or quote them or count them among the holders
 * of a position, or rest on a source.
 *
 * Returns: (transfer full) (element-type PlumbTopicEntry): those topics, in reading order
 */
GPtrArray *
plumb_library_dup_topics_naming (PlumbLibrary *self, PlumbRef kind, const char *id)
{
  g_autofree char *name = NULL;
  g_autofree guint *places = NULL;
  GPtrArray *topics;
  guint n;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (get_scheme (kind) != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  name = g_strdup_printf ("%s:%s", get_scheme (kind), id);
  places = plumb_catalogue_dup_uses (plumb_library_get_catalogue (self), name, &n);
  topics = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++) {
    g_ptr_array_add (topics, g_list_model_get_item (plumb_library_get_topics (self), places[i]));
  }

  return topics;
}

/**
 * plumb_library_dup_holdings:
 * @self: a library
 * @person: the id of a person or an organisation
 *
 * Finds the debates in which somebody is named as a holder of a position.
 *
 * Returns: (transfer full) (element-type PlumbHolding): what they hold, in reading order
 */
GPtrArray *
plumb_library_dup_holdings (PlumbLibrary *self, const char *person)
{
  PlumbCatalogue *catalogue;
  GPtrArray *holdings;
  guint start;
  guint end;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);

  catalogue = plumb_library_get_catalogue (self);
  holdings = g_ptr_array_new_with_free_func (g_object_unref);
  plumb_catalogue_find_holdings (catalogue, person, &start, &end);
  for (guint i = start; i < end; i++) {
    PlumbCatalogueHolding found;
    g_autoptr (PlumbTopicEntry) topic = NULL;

    if (plumb_catalogue_get_holding (catalogue, i, &found)) {
      topic = g_list_model_get_item (plumb_library_get_topics (self), found.topic);
      g_ptr_array_add (holdings, plumb_holding_new (topic, found.position, found.form));
    }
  }

  return holdings;
}

/**
 * plumb_library_dup_authors:
 * @self: a library
 * @source: the id of a source
 *
 * Finds the people and organisations who name a source among their works. What a source itself says of its authors is
 * text.
 *
 * Returns: (transfer full) (element-type PlumbPerson): those who have an entry of their own, in its order
 */
GPtrArray *
plumb_library_dup_authors (PlumbLibrary *self, const char *source)
{
  GListModel *people;
  GPtrArray *authors;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  people = plumb_library_get_people (self);
  authors = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (people); i++) {
    g_autoptr (PlumbPerson) person = g_list_model_get_item (people, i);

    if (person->works != NULL && g_strv_contains ((const char *const *) person->works, source)) {
      g_ptr_array_add (authors, g_steal_pointer (&person));
    }
  }

  return authors;
}

/**
 * plumb_library_get_n_pitfalls:
 * @self: a library
 *
 * Returns: how many pitfalls its topics have
 */
guint
plumb_library_get_n_pitfalls (PlumbLibrary *self)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), 0);

  return plumb_catalogue_get_n_pitfalls (plumb_library_get_catalogue (self));
}

/**
 * plumb_library_dup_pitfalls:
 * @self: a library
 *
 * Lists the pitfalls of all topics.
 *
 * Returns: (transfer full) (element-type PlumbPitfallEntry): the pitfalls, in reading order
 */
GListModel *
plumb_library_dup_pitfalls (PlumbLibrary *self)
{
  PlumbCatalogue *catalogue;
  GListStore *pitfalls;
  guint n;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);

  catalogue = plumb_library_get_catalogue (self);
  pitfalls = g_list_store_new (PLUMB_TYPE_PITFALL_ENTRY);
  n = plumb_catalogue_get_n_pitfalls (catalogue);
  for (guint i = 0; i < n; i++) {
    PlumbCataloguePitfall found;
    g_autoptr (PlumbTopicEntry) topic = NULL;
    g_autoptr (PlumbPitfallEntry) entry = NULL;

    if (plumb_catalogue_get_pitfall (catalogue, i, &found)) {
      topic = g_list_model_get_item (plumb_library_get_topics (self), found.topic);
      entry = plumb_pitfall_entry_new (topic, found.id, found.claim);
      g_list_store_append (pitfalls, entry);
    }
  }

  return G_LIST_MODEL (pitfalls);
}

/**
 * plumb_library_dup_pitfall_reply:
 * @self: a library
 * @entry: one of its pitfalls
 *
 * Reads the reply to a pitfall. Its topic is loaded for it.
 *
 * Returns: (transfer full) (nullable): the reply: markup; or %NULL where the topic has no such pitfall any more
 */
char *
plumb_library_dup_pitfall_reply (PlumbLibrary *self, PlumbPitfallEntry *entry)
{
  g_autoptr (PlumbTopic) topic = NULL;
  guint n;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (PLUMB_IS_PITFALL_ENTRY (entry), NULL);

  topic = plumb_library_load_topic (
      self,
      plumb_topic_entry_get_id (plumb_pitfall_entry_get_topic (entry)),
      NULL);
  n = topic != NULL && topic->pitfalls != NULL ? g_list_model_get_n_items (topic->pitfalls) : 0;
  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbPitfall) pitfall = g_list_model_get_item (topic->pitfalls, i);

    if (g_str_equal (pitfall->id, plumb_pitfall_entry_get_id (entry))) {
      return g_strdup (pitfall->reply);
    }
  }

  return NULL;
}
