/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Puts what was read of a library in order and writes it down as plumb-catalogue-private.h lays it out. */

#include "config.h"

#include "plumb-index-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *name;
  guint position;
} Name;

/* Is sorted as its name is. */
typedef struct {
  Name name;
  const PlumbIndexClaim *item;
} Claim;

/* By section, those to come last in it, then by order, then by title. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PlumbIndexRow *first = *(const PlumbIndexRow *const *) a;
  const PlumbIndexRow *second = *(const PlumbIndexRow *const *) b;
  int order;

  if (first->section != second->section) {
    return first->section < second->section ? -1 : 1;
  }
  if (first->upcoming != second->upcoming) {
    return first->upcoming ? 1 : -1;
  }
  if (first->order != second->order) {
    return first->order < second->order ? -1 : 1;
  }

  order = strcmp (first->title_key, second->title_key);

  return order != 0 ? order : strcmp (first->id, second->id);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Name *) a)->name, ((const Name *) b)->name);
}

static GVariant *
make_names (GArray *names)
{
  GVariantBuilder list;

  g_array_sort (names, compare_names);
  g_variant_builder_init_static (&list, G_VARIANT_TYPE ("a" PLUMB_CATALOGUE_NAME));
  for (guint i = 0; i < names->len; i++) {
    const Name *name = &g_array_index (names, Name, i);

    g_variant_builder_add (&list, PLUMB_CATALOGUE_NAME, name->name, name->position);
  }

  return g_variant_builder_end (&list);
}

/* Ids go before aliases, so that no alias can hide a topic. */
static GVariant *
make_topic_names (PlumbIndexBuilder *builder)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < builder->rows->len; i++) {
    PlumbIndexRow *row = g_ptr_array_index (builder->rows, i);
    Name name = { row->id, i };

    g_hash_table_add (seen, row->id);
    g_array_append_val (names, name);
  }

  for (guint i = 0; i < builder->rows->len; i++) {
    PlumbIndexRow *row = g_ptr_array_index (builder->rows, i);

    for (guint j = 0; row->aliases != NULL && row->aliases[j] != NULL; j++) {
      Name name = { row->aliases[j], i };
      g_autofree char *file = NULL;
      g_autofree char *path = NULL;

      if (g_hash_table_add (seen, row->aliases[j])) {
        g_array_append_val (names, name);
        continue;
      }

      file = g_strdup_printf ("topics/%s.json", row->id);
      path = g_strdup_printf ("/aliases/%u", j);
      plumb_index_report (builder,
                          file,
                          PLUMB_LIBRARY_ERROR_DUPLICATE,
                          path,
                          _ ("“%s” is the id, or an alias, of another topic."),
                          row->aliases[j]);
    }
  }

  return make_names (names);
}

static GVariant *
make_claims (PlumbIndexBuilder *builder)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GVariantBuilder list;

  for (guint i = 0; i < builder->rows->len; i++) {
    PlumbIndexRow *row = g_ptr_array_index (builder->rows, i);

    for (guint j = 0; row->claims != NULL && j < row->claims->len; j++) {
      PlumbIndexClaim *item = &g_array_index (row->claims, PlumbIndexClaim, j);
      Claim claim = { { item->id, i }, item };
      g_autofree char *file = NULL;
      g_autofree char *path = NULL;

      if (g_hash_table_add (seen, item->id)) {
        g_array_append_val (claims, claim);
        continue;
      }

      file = g_strdup_printf ("topics/%s.json", row->id);
      path = g_strdup_printf ("/claims/%u/id", j);
      plumb_index_report (builder,
                          file,
                          PLUMB_LIBRARY_ERROR_DUPLICATE,
                          path,
                          _ ("The library has another claim “%s”."),
                          item->id);
    }
  }

  g_array_sort (claims, compare_names);
  g_variant_builder_init_static (&list, G_VARIANT_TYPE ("a" PLUMB_CATALOGUE_CLAIM));
  for (guint i = 0; i < claims->len; i++) {
    const Claim *claim = &g_array_index (claims, Claim, i);

    g_variant_builder_add (&list,
                           PLUMB_CATALOGUE_CLAIM,
                           claim->name.name,
                           claim->name.position,
                           (guint8) claim->item->kind,
                           (guint8) claim->item->confidence);
  }

  return g_variant_builder_end (&list);
}

static GVariant *
make_starts (PlumbIndexBuilder *builder)
{
  guint n_sections = g_list_model_get_n_items (builder->file->sections);
  GVariantBuilder starts;
  guint position = 0;

  g_variant_builder_init_static (&starts, G_VARIANT_TYPE ("au"));
  for (guint section = 0; section <= n_sections; section++) {
    while (position < builder->rows->len &&
           ((PlumbIndexRow *) g_ptr_array_index (builder->rows, position))->section < section) {
      position++;
    }
    g_variant_builder_add (&starts, "u", position);
  }

  return g_variant_builder_end (&starts);
}

static GVariant *
make_entries (PlumbIndexBuilder *builder)
{
  GVariantBuilder entries;

  g_variant_builder_init_static (&entries, G_VARIANT_TYPE ("a" PLUMB_CATALOGUE_ENTRY));
  for (guint i = 0; i < builder->rows->len; i++) {
    const PlumbIndexRow *row = g_ptr_array_index (builder->rows, i);

    g_variant_builder_add (&entries,
                           PLUMB_CATALOGUE_ENTRY,
                           row->id,
                           row->title,
                           row->summary,
                           row->section,
                           row->levels,
                           (guint) row->badge,
                           row->upcoming,
                           row->words[0],
                           row->words[1],
                           row->words[2]);
  }

  return g_variant_builder_end (&entries);
}

static GVariant *
make_problems (PlumbIndexBuilder *builder)
{
  GListModel *problems = G_LIST_MODEL (builder->problems);
  guint n = g_list_model_get_n_items (problems);
  GVariantBuilder list;

  g_variant_builder_init_static (&list, G_VARIANT_TYPE ("a" PLUMB_CATALOGUE_PROBLEM));
  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbProblem) problem = g_list_model_get_item (problems, i);

    g_variant_builder_add (&list,
                           PLUMB_CATALOGUE_PROBLEM,
                           (guint) plumb_problem_get_severity (problem),
                           (guint) plumb_problem_get_code (problem),
                           plumb_problem_get_file (problem),
                           plumb_problem_get_path (problem),
                           plumb_problem_get_message (problem));
  }

  return g_variant_builder_end (&list);
}

/**
 * plumb_index_pack:
 * @builder: what was read; its rows are put in reading order
 * @stamp: what the files looked like before
 *
 * Writes an index.
 *
 * Returns: (transfer full): the index
 */
GBytes *
plumb_index_pack (PlumbIndexBuilder *builder, const PlumbCatalogueStamp *stamp)
{
  g_autoptr (GVariant) index = NULL;
  GVariant *topics;
  GVariant *claims;

  g_ptr_array_sort (builder->rows, compare_rows);
  /* These find problems, so they come before the list of those. */
  topics = make_topic_names (builder);
  claims = make_claims (builder);

  index = g_variant_ref_sink (g_variant_new (
      "(us@" PLUMB_CATALOGUE_STAMP "@au@a" PLUMB_CATALOGUE_ENTRY "@a" PLUMB_CATALOGUE_NAME
      "@a" PLUMB_CATALOGUE_CLAIM "@a" PLUMB_CATALOGUE_USE "@a" PLUMB_CATALOGUE_HOLDING
      "@a" PLUMB_CATALOGUE_PITFALL "@a" PLUMB_CATALOGUE_PROBLEM ")",
      PLUMB_CATALOGUE_MAGIC,
      g_checksum_get_string (builder->checksum),
      g_variant_new (PLUMB_CATALOGUE_STAMP,
                     stamp->library_time,
                     stamp->library_size,
                     stamp->topics_time,
                     stamp->latest_time,
                     stamp->total_size,
                     stamp->n_files),
      make_starts (builder),
      make_entries (builder),
      topics,
      claims,
      plumb_index_pack_uses (builder),
      plumb_index_pack_holdings (builder),
      plumb_index_pack_pitfalls (builder),
      make_problems (builder)));

  return g_variant_get_data_as_bytes (index);
}
