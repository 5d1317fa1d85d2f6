/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the topics of a library name, for the index: so that a page of all terms can say where each is used without
 * reading every topic. */

#include "config.h"

#include "plumb-index-private.h"

#include <string.h>

#include "plumb-markup.h"
#include "plumb-walk.h"

static void
add_use (PlumbIndexRow *row, const char *scheme, const char *id)
{
  g_hash_table_add (row->uses, g_strconcat (scheme, id, NULL));
}

static void
link_cb (const char *href, const char *text, gpointer user_data)
{
  if (g_str_has_prefix (href, "term:") || g_str_has_prefix (href, "source:")) {
    add_use (user_data, "", href);
  }
}

static void
text_cb (PlumbRecord *record,
         const PlumbField *field,
         const char *path,
         const char *text,
         gpointer user_data)
{
  switch ((int) field->kind) {
  case PLUMB_FIELD_ID:
  case PLUMB_FIELD_IDS:
    if (field->ref == PLUMB_REF_TERM) {
      add_use (user_data, "term:", text);
    } else if (field->ref == PLUMB_REF_PERSON) {
      add_use (user_data, "person:", text);
    } else if (field->ref == PLUMB_REF_SOURCE) {
      add_use (user_data, "source:", text);
    }
    break;
  case PLUMB_FIELD_MARKUP:
  case PLUMB_FIELD_MARKUPS:
    /* Most texts have no link, and are not taken apart to learn it. */
    if (strstr (text, "<a") != NULL) {
      plumb_markup_foreach_link (text, link_cb, user_data, NULL);
    }
    break;
  default:
    break;
  }
}

static void
collect_holdings (PlumbIndexRow *row, PlumbTopic *topic)
{
  guint n = topic->debate != NULL ? g_list_model_get_n_items (topic->debate->positions) : 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbStance) stance = g_list_model_get_item (topic->debate->positions, i);
    guint n_holders = stance->holders != NULL ? g_list_model_get_n_items (stance->holders) : 0;

    for (guint j = 0; j < n_holders; j++) {
      g_autoptr (PlumbHolder) holder = g_list_model_get_item (stance->holders, j);
      PlumbIndexHolding holding = { 0 };

      if (holder->person == NULL) {
        continue;
      }
      holding.person = g_strdup (holder->person);
      holding.position = g_strdup (stance->position);
      holding.form = g_strdup (holder->form != NULL ? holder->form : "");
      g_array_append_val (row->holdings, holding);
    }
  }
}

static void
collect_pitfalls (PlumbIndexRow *row, PlumbTopic *topic)
{
  guint n = topic->pitfalls != NULL ? g_list_model_get_n_items (topic->pitfalls) : 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbPitfall) pitfall = g_list_model_get_item (topic->pitfalls, i);
    PlumbIndexPitfall kept = { g_strdup (pitfall->id), g_strdup (pitfall->claim) };

    g_array_append_val (row->pitfalls, kept);
  }
}

static void
clear_holding (gpointer data)
{
  PlumbIndexHolding *holding = data;

  g_free (holding->person);
  g_free (holding->position);
  g_free (holding->form);
}

static void
clear_pitfall (gpointer data)
{
  PlumbIndexPitfall *pitfall = data;

  g_free (pitfall->id);
  g_free (pitfall->claim);
}

/**
 * plumb_index_collect_mentions:
 * @row: a topic on its way into the index
 * @topic: the same topic
 *
 * Notes what @topic names: terms, sources and people, who holds a position in its debate, and its pitfalls.
 */
void
plumb_index_collect_mentions (PlumbIndexRow *row, PlumbTopic *topic)
{
  row->uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  row->holdings = g_array_new (FALSE, FALSE, sizeof (PlumbIndexHolding));
  g_array_set_clear_func (row->holdings, clear_holding);
  row->pitfalls = g_array_new (FALSE, FALSE, sizeof (PlumbIndexPitfall));
  g_array_set_clear_func (row->pitfalls, clear_pitfall);

  plumb_walk_texts (PLUMB_RECORD (topic), text_cb, row);
  collect_holdings (row, topic);
  collect_pitfalls (row, topic);
}

/**
 * plumb_index_clear_mentions:
 * @row: a topic on its way into the index
 *
 * Frees what plumb_index_collect_mentions() noted.
 */
void
plumb_index_clear_mentions (PlumbIndexRow *row)
{
  g_clear_pointer (&row->uses, g_hash_table_unref);
  g_clear_pointer (&row->holdings, g_array_unref);
  g_clear_pointer (&row->pitfalls, g_array_unref);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * plumb_index_pack_uses:
 * @builder: what was read, in reading order
 *
 * Returns: (transfer floating): what is named, sorted, and by which topics
 */
GVariant *
plumb_index_pack_uses (PlumbIndexBuilder *builder)
{
  g_autoptr (GHashTable) topics =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) names = NULL;
  GVariantBuilder list;

  for (guint i = 0; i < builder->rows->len; i++) {
    const PlumbIndexRow *row = g_ptr_array_index (builder->rows, i);
    GHashTableIter iter;
    gpointer name;

    if (row->uses == NULL) {
      continue;
    }
    g_hash_table_iter_init (&iter, row->uses);
    while (g_hash_table_iter_next (&iter, &name, NULL)) {
      GArray *places = g_hash_table_lookup (topics, name);

      if (places == NULL) {
        places = g_array_new (FALSE, FALSE, sizeof (guint32));
        g_hash_table_insert (topics, name, places);
      }
      g_array_append_val (places, i);
    }
  }

  names = g_hash_table_get_keys_as_ptr_array (topics);
  g_ptr_array_sort (names, compare_texts);
  g_variant_builder_init_static (&list, G_VARIANT_TYPE ("a" PLUMB_CATALOGUE_USE));
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    const GArray *places = g_hash_table_lookup (topics, name);

    g_variant_builder_add (&list,
                           "(s@au)",
                           name,
                           g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32,
                                                      places->data,
                                                      places->len,
                                                      sizeof (guint32)));
  }

  return g_variant_builder_end (&list);
}

static int
compare_holdings (gconstpointer a, gconstpointer b)
{
  const PlumbIndexHolding *first = *(const PlumbIndexHolding *const *) a;
  const PlumbIndexHolding *second = *(const PlumbIndexHolding *const *) b;
  int order = strcmp (first->person, second->person);

  if (order != 0) {
    return order;
  }

  return first->topic < second->topic ? -1 : first->topic > second->topic;
}

/**
 * plumb_index_pack_holdings:
 * @builder: what was read, in reading order
 *
 * Returns: (transfer floating): who holds what, by person and then in reading order
 */
GVariant *
plumb_index_pack_holdings (PlumbIndexBuilder *builder)
{
  g_autoptr (GPtrArray) holdings = g_ptr_array_new ();
  GVariantBuilder list;

  for (guint i = 0; i < builder->rows->len; i++) {
    const PlumbIndexRow *row = g_ptr_array_index (builder->rows, i);

    for (guint j = 0; row->holdings != NULL && j < row->holdings->len; j++) {
      PlumbIndexHolding *holding = &g_array_index (row->holdings, PlumbIndexHolding, j);

      holding->topic = i;
      g_ptr_array_add (holdings, holding);
    }
  }

  g_ptr_array_sort (holdings, compare_holdings);
  g_variant_builder_init_static (&list, G_VARIANT_TYPE ("a" PLUMB_CATALOGUE_HOLDING));
  for (guint i = 0; i < holdings->len; i++) {
    const PlumbIndexHolding *holding = g_ptr_array_index (holdings, i);

    g_variant_builder_add (&list,
                           PLUMB_CATALOGUE_HOLDING,
                           holding->person,
                           holding->topic,
                           holding->position,
                           holding->form);
  }

  return g_variant_builder_end (&list);
}

/**
 * plumb_index_pack_pitfalls:
 * @builder: what was read, in reading order
 *
 * Returns: (transfer floating): the pitfalls of all topics, in reading order
 */
GVariant *
plumb_index_pack_pitfalls (PlumbIndexBuilder *builder)
{
  GVariantBuilder list;

  g_variant_builder_init_static (&list, G_VARIANT_TYPE ("a" PLUMB_CATALOGUE_PITFALL));
  for (guint i = 0; i < builder->rows->len; i++) {
    const PlumbIndexRow *row = g_ptr_array_index (builder->rows, i);

    for (guint j = 0; row->pitfalls != NULL && j < row->pitfalls->len; j++) {
      const PlumbIndexPitfall *pitfall = &g_array_index (row->pitfalls, PlumbIndexPitfall, j);

      g_variant_builder_add (&list, PLUMB_CATALOGUE_PITFALL, i, pitfall->id, pitfall->claim);
    }
  }

  return g_variant_builder_end (&list);
}
