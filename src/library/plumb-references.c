/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-references-private.h"

#include "plumb-problem.h"
#include "plumb-reader.h"

static const char *
get_id (PlumbRecord *record)
{
  const PlumbField *field = plumb_record_class_find_field (PLUMB_RECORD_GET_CLASS (record), "id");

  return PLUMB_RECORD_FIELD (record, field, const char *);
}

/* A library may do without the file; one that is wrong is said and then done without. */
static GListModel *
read_records (PlumbReferences *self, GFile *folder, GListStore *problems)
{
  g_autoptr (GListStore) found = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbRecord) file = NULL;
  const PlumbField *field;

  file = plumb_reader_read_file (folder, self->file, self->file_type (), found, &error);
  if (!g_error_matches (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_MISSING)) {
    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (found)); i++) {
      g_autoptr (PlumbProblem) problem = g_list_model_get_item (G_LIST_MODEL (found), i);

      g_list_store_append (problems, problem);
    }
  }
  if (file == NULL) {
    return G_LIST_MODEL (g_list_store_new (self->record_type ()));
  }

  field = plumb_record_class_find_field (PLUMB_RECORD_GET_CLASS (file), self->key);

  return g_object_ref (PLUMB_RECORD_FIELD (file, field, GListModel *));
}

static void
ensure (PlumbReferences *self, GFile *folder, GListStore *problems)
{
  guint n;

  if (self->records != NULL) {
    return;
  }

  self->records = read_records (self, folder, problems);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  n = g_list_model_get_n_items (self->records);
  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbRecord) record = g_list_model_get_item (self->records, i);
    const char *id = get_id (record);

    /* The list keeps the record, and with it its id. */
    if (!g_hash_table_contains (self->by_id, id)) {
      g_hash_table_insert (self->by_id, (gpointer) id, record);
    }
  }
}

/**
 * plumb_references_clear:
 * @self: references
 *
 * Forgets what was read.
 */
void
plumb_references_clear (PlumbReferences *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_object (&self->records);
}

/**
 * plumb_references_get_all:
 * @self: references
 * @folder: the folder of the library
 * @problems: a list of #PlumbProblem, to which is added what is wrong when they are first read
 *
 * Returns: (transfer none): all of them, in the order of the file
 */
GListModel *
plumb_references_get_all (PlumbReferences *self, GFile *folder, GListStore *problems)
{
  ensure (self, folder, problems);

  return self->records;
}

/**
 * plumb_references_exist:
 * @self: references
 * @folder: the folder of the library
 *
 * Looks whether there are any. As long as nobody has asked for one, only whether there is a file.
 *
 * Returns: whether there are any
 */
gboolean
plumb_references_exist (PlumbReferences *self, GFile *folder)
{
  g_autoptr (GFile) file = NULL;

  if (self->records != NULL) {
    return g_list_model_get_n_items (self->records) > 0;
  }

  file = g_file_get_child (folder, self->file);

  return g_file_query_exists (file, NULL);
}

/**
 * plumb_references_lookup:
 * @self: references
 * @folder: the folder of the library
 * @problems: a list of #PlumbProblem, to which is added what is wrong when they are first read
 * @id: the id of one
 *
 * Returns: (transfer full) (nullable): that one
 */
gpointer
plumb_references_lookup (PlumbReferences *self, GFile *folder, GListStore *problems, const char *id)
{
  PlumbRecord *record;

  ensure (self, folder, problems);
  record = g_hash_table_lookup (self->by_id, id);

  return record != NULL ? g_object_ref (record) : NULL;
}
