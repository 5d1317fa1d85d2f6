/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes the index of a library: reads every topic once, keeps what a list of them needs, and leaves out those that
 * cannot be read. It touches nothing but files, so that it can run in a thread. */

#include "config.h"

#include "plumb-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plumb-index-private.h"
#include "plumb-reader.h"
#include "plumb-report-private.h"
#include "plumb-text.h"

static void
row_free (gpointer data)
{
  PlumbIndexRow *row = data;

  g_free (row->id);
  g_free (row->title);
  g_free (row->summary);
  g_free (row->title_key);
  g_strfreev (row->aliases);
  g_clear_pointer (&row->claims, g_array_unref);
  plumb_index_clear_mentions (row);
  g_free (row);
}

void
plumb_index_report (PlumbIndexBuilder *builder,
                    const char *file,
                    PlumbLibraryError code,
                    const char *path,
                    const char *format,
                    ...)
{
  g_auto (PlumbReport) problems = { 0 };
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  plumb_report_init (&problems, file, builder->problems);
  plumb_report_add (&problems, PLUMB_SEVERITY_ERROR, code, path, "%s", message);
}

static gboolean
find_section (PlumbIndexBuilder *builder, const char *id, guint *position)
{
  guint n = g_list_model_get_n_items (builder->file->sections);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbSection) section = g_list_model_get_item (builder->file->sections, i);

    if (g_str_equal (section->id, id)) {
      *position = i;
      return TRUE;
    }
  }

  return FALSE;
}

static void
clear_claim (gpointer data)
{
  g_free (((PlumbIndexClaim *) data)->id);
}

static GArray *
list_claims (PlumbTopic *topic)
{
  guint n = topic->claims != NULL ? g_list_model_get_n_items (topic->claims) : 0;
  GArray *claims = g_array_sized_new (FALSE, FALSE, sizeof (PlumbIndexClaim), n);

  g_array_set_clear_func (claims, clear_claim);
  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbClaim) claim = g_list_model_get_item (topic->claims, i);
    PlumbIndexClaim item = { g_strdup (claim->id), claim->kind, claim->confidence };

    g_array_append_val (claims, item);
  }

  return claims;
}

static void
add_bytes_to_checksum (PlumbIndexBuilder *builder, const char *file, GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree char *header = g_strdup_printf ("%s\n%" G_GSIZE_FORMAT "\n", file, length);

  g_checksum_update (builder->checksum, (const guchar *) header, -1);
  if (length > 0) {
    g_checksum_update (builder->checksum, data, (gssize) length);
  }
}

/* A topic's id is how it is found, and its section where; without either it has no place in a list. */
static gboolean
check_topic (PlumbIndexBuilder *builder,
             const char *id,
             const char *file,
             PlumbTopic *topic,
             guint *section)
{
  gboolean good = TRUE;

  if (!g_str_equal (topic->id, id)) {
    plumb_index_report (builder,
                        file,
                        PLUMB_LIBRARY_ERROR_VALUE,
                        "/id",
                        _ ("The id “%s” is not the name of the file."),
                        topic->id);
    good = FALSE;
  }
  if (!find_section (builder, topic->section, section)) {
    plumb_index_report (builder,
                        file,
                        PLUMB_LIBRARY_ERROR_DANGLING,
                        "/section",
                        _ ("The library has no section “%s”."),
                        topic->section);
    good = FALSE;
  }

  return good;
}

static void
add_topic (PlumbIndexBuilder *builder, const char *id)
{
  g_autofree char *file = g_strdup_printf ("topics/%s.json", id);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlumbTopic) topic = NULL;
  guint section;
  PlumbIndexRow *row;

  bytes = plumb_reader_load_file (builder->folder, file, builder->problems, NULL);
  if (bytes == NULL) {
    return;
  }
  add_bytes_to_checksum (builder, file, bytes);

  topic = plumb_reader_read_bytes (bytes, file, PLUMB_TYPE_TOPIC, builder->problems, NULL);
  if (topic == NULL || !check_topic (builder, id, file, topic, &section)) {
    return;
  }

  row = g_new0 (PlumbIndexRow, 1);
  row->id = g_strdup (topic->id);
  row->title = g_strdup (topic->title);
  row->summary = g_strdup (topic->summary);
  row->title_key = g_utf8_casefold (topic->title, -1);
  row->section = section;
  row->order = topic->order;
  row->badge = topic->badge;
  row->aliases = g_strdupv (topic->aliases);
  row->claims = list_claims (topic);
  plumb_index_collect_mentions (row, topic);
  for (int level = 1; level <= 3; level++) {
    if (plumb_topic_find_level (topic, level) != NULL) {
      row->levels |= 1u << (level - 1);
      row->words[level - 1] = plumb_topic_count_words (topic, level);
    }
  }
  g_ptr_array_add (builder->rows, row);
}

/* A topic that is announced and has come is a topic like others. */
static void
add_upcoming (PlumbIndexBuilder *builder)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *upcoming = builder->file->upcoming;
  guint n = upcoming != NULL ? g_list_model_get_n_items (upcoming) : 0;

  for (guint i = 0; i < builder->rows->len; i++) {
    g_hash_table_add (ids, ((PlumbIndexRow *) g_ptr_array_index (builder->rows, i))->id);
  }

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbUpcoming) item = g_list_model_get_item (upcoming, i);
    g_autofree char *path = g_strdup_printf ("/upcoming/%u/section", i);
    guint section;
    PlumbIndexRow *row;

    if (g_hash_table_contains (ids, item->id)) {
      continue;
    }
    if (!find_section (builder, item->section, &section)) {
      plumb_index_report (builder,
                          "library.json",
                          PLUMB_LIBRARY_ERROR_DANGLING,
                          path,
                          _ ("The library has no section “%s”."),
                          item->section);
      continue;
    }

    row = g_new0 (PlumbIndexRow, 1);
    row->id = g_strdup (item->id);
    row->title = g_strdup (item->title);
    row->summary = g_strdup (item->summary != NULL ? item->summary : "");
    row->title_key = g_utf8_casefold (item->title, -1);
    row->section = section;
    row->order = (int) i;
    row->upcoming = TRUE;
    g_hash_table_add (ids, row->id);
    g_ptr_array_add (builder->rows, row);
  }
}

static void
hand_over (GListStore *found, GListStore *problems)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (found));

  for (guint i = 0; problems != NULL && i < n; i++) {
    g_autoptr (PlumbProblem) problem = g_list_model_get_item (G_LIST_MODEL (found), i);

    g_list_store_append (problems, problem);
  }
}

static void
add_file_to_checksum (PlumbIndexBuilder *builder, const char *file)
{
  g_autoptr (GBytes) bytes = plumb_reader_load_file (builder->folder, file, NULL, NULL);

  if (bytes != NULL) {
    add_bytes_to_checksum (builder, file, bytes);
  }
}

/**
 * plumb_index_build_full:
 * @folder: the folder of a library
 * @flags: how to make it
 * @problems: (nullable): a list of #PlumbProblem, to which all that is wrong is added
 * @progress: (nullable) (scope call): called now and then, in the same thread
 * @user_data: data for @progress
 * @cancellable: (nullable): ends the work
 * @error: return location for a #PlumbLibraryError about `library.json`, or a #GIOErrorEnum where it was cancelled
 *
 * Reads a whole library and makes its index: the topics in reading order, where the sections begin, the ids of topics
 * and claims, a hash of the content, and what is wrong. A topic that cannot be read is left out, with its problems
 * kept. It takes about a millisecond for each topic and can be done in a thread.
 *
 * Returns: (transfer full) (nullable): the index
 */
GBytes *
plumb_index_build_full (GFile *folder,
                        PlumbIndexFlags flags,
                        GListStore *problems,
                        PlumbProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  static const char *const other_files[] = { "sources.json", "people.json", "glossary.json" };
  g_autoptr (PlumbLibraryFile) file = NULL;
  g_autoptr (GListStore) found = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GBytes) bytes = NULL;
  PlumbCatalogueStamp stamp = { 0 };
  PlumbIndexBuilder builder;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (problems == NULL || G_IS_LIST_STORE (problems), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  /* The stamp is the older: what changes while the topics are read makes the index stale. */
  if ((flags & PLUMB_INDEX_BUNDLED) == 0) {
    plumb_catalogue_take_stamp (folder, &stamp);
  }

  file = plumb_reader_read_file (folder, "library.json", PLUMB_TYPE_LIBRARY_FILE, found, error);
  if (file == NULL) {
    hand_over (found, problems);
    return NULL;
  }

  builder = (PlumbIndexBuilder) { folder, file, found, rows, checksum };
  add_file_to_checksum (&builder, "library.json");
  ids = plumb_catalogue_list_topics (folder, found);
  for (guint i = 0; i < ids->len; i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error)) {
      return NULL;
    }
    if (progress != NULL && i % 64 == 0) {
      progress (i, ids->len, user_data);
    }
    add_topic (&builder, g_ptr_array_index (ids, i));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (other_files); i++) {
    add_file_to_checksum (&builder, other_files[i]);
  }

  add_upcoming (&builder);
  bytes = plumb_index_pack (&builder, &stamp);
  hand_over (found, problems);
  if (progress != NULL) {
    progress (ids->len, ids->len, user_data);
  }

  return g_steal_pointer (&bytes);
}

/**
 * plumb_index_build:
 * @folder: the folder of a library
 * @problems: (nullable): a list of #PlumbProblem, to which all that is wrong is added
 * @cancellable: (nullable): ends the work
 * @error: return location for a #PlumbLibraryError about `library.json`, or a #GIOErrorEnum where it was cancelled
 *
 * Makes an index, as plumb_index_build_full() does.
 *
 * Returns: (transfer full) (nullable): the index
 */
GBytes *
plumb_index_build (GFile *folder, GListStore *problems, GCancellable *cancellable, GError **error)
{
  return plumb_index_build_full (folder,
                                 PLUMB_INDEX_DEFAULT,
                                 problems,
                                 NULL,
                                 NULL,
                                 cancellable,
                                 error);
}
