/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the files of a library into records. What a record looks like is in its table of fields and nowhere else, so
 * this knows no type by name, save the blocks, which their files tell apart by a word. */

#include "config.h"

#include "plumb-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plumb-blocks.h"
#include "plumb-json-private.h"
#include "plumb-syntax.h"

static PlumbRecord *read_record (PlumbReader *reader, JsonNode *node, GType type);

/**
 * plumb_reader_complain:
 * @reader: a reader
 * @code: what kind of problem it is
 * @format: what is wrong with what is being read
 * @...: what @format asks for
 *
 * Adds an error at the place that is being read.
 */
void
plumb_reader_complain (PlumbReader *reader, PlumbLibraryError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  plumb_report_add (reader->report, PLUMB_SEVERITY_ERROR, code, reader->path->str, "%s", message);
}

static GListModel *
read_records (PlumbReader *reader, const PlumbField *field, JsonNode *node)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GListStore) store = NULL;
  JsonArray *array;
  gsize length = reader->path->len;

  if (!JSON_NODE_HOLDS_ARRAY (node)) {
    plumb_reader_complain (reader, PLUMB_LIBRARY_ERROR_FIELD, _ ("This must be a list."));
    return NULL;
  }

  array = json_node_get_array (node);
  if (json_array_get_length (array) == 0) {
    if ((field->flags & PLUMB_FIELD_REQUIRED) != 0) {
      plumb_reader_complain (reader, PLUMB_LIBRARY_ERROR_FIELD, _ ("The list is empty."));
    }
    return NULL;
  }

  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < json_array_get_length (array) && !plumb_report_is_full (reader->report);
       i++) {
    PlumbRecord *record;

    g_string_append_printf (reader->path, "/%u", i);
    record = read_record (reader, json_array_get_element (array, i), field->type ());
    if (record != NULL) {
      g_ptr_array_add (records, record);
    }
    g_string_truncate (reader->path, length);
  }

  store = g_list_store_new (field->type ());
  g_list_store_splice (store, 0, 0, records->pdata, records->len);

  return G_LIST_MODEL (g_steal_pointer (&store));
}

static void
read_field (PlumbReader *reader, PlumbRecord *record, const PlumbField *field, JsonNode *node)
{
  switch ((int) field->kind) {
  case PLUMB_FIELD_RECORD:
    PLUMB_RECORD_FIELD (record, field, PlumbRecord *) = read_record (reader, node, field->type ());
    break;
  case PLUMB_FIELD_RECORDS:
    PLUMB_RECORD_FIELD (record, field, GListModel *) = read_records (reader, field, node);
    break;
  default:
    plumb_reader_read_value (reader, record, field, node);
    break;
  }
}

static void
read_members (PlumbReader *reader, PlumbRecord *record, JsonObject *object, gboolean is_block)
{
  PlumbRecordClass *klass = PLUMB_RECORD_GET_CLASS (record);
  gsize length = reader->path->len;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node) &&
         !plumb_report_is_full (reader->report)) {
    const PlumbField *field;

    if (is_block && strcmp (name, "type") == 0) {
      continue;
    }

    plumb_json_append_key (reader->path, name, -1);
    field = plumb_record_class_find_field (klass, name);
    if (field != NULL) {
      read_field (reader, record, field, node);
    } else if (reader->newer) {
      plumb_report_add (reader->report,
                        PLUMB_SEVERITY_WARNING,
                        PLUMB_LIBRARY_ERROR_FIELD,
                        reader->path->str,
                        _ ("This version of Plumb does not know this key, and leaves it out."));
    } else {
      plumb_reader_complain (reader,
                             PLUMB_LIBRARY_ERROR_FIELD,
                             _ ("The format has no such key here."));
    }
    g_string_truncate (reader->path, length);
  }
}

typedef struct {
  PlumbReader *reader;
  JsonObject *object;
} Missing;

static gboolean
find_missing_cb (const PlumbField *field, gpointer user_data)
{
  Missing *missing = user_data;

  if ((field->flags & PLUMB_FIELD_REQUIRED) != 0 &&
      !json_object_has_member (missing->object, field->name)) {
    plumb_reader_complain (missing->reader,
                           PLUMB_LIBRARY_ERROR_FIELD,
                           _ ("“%s” is missing."),
                           field->name);
  }

  return TRUE;
}

/* A block says itself what it is. */
static GType
read_block_type (PlumbReader *reader, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "type");
  const char *name = NULL;
  g_autofree char *shown = NULL;
  GType type;
  gsize length = reader->path->len;

  if (node == NULL) {
    plumb_reader_complain (reader, PLUMB_LIBRARY_ERROR_FIELD, _ ("“%s” is missing."), "type");
    return G_TYPE_INVALID;
  }

  if (json_node_get_value_type (node) == G_TYPE_STRING) {
    name = json_node_get_string (node);
  }
  type = name != NULL ? plumb_block_type_for_name (name) : G_TYPE_INVALID;
  if (type != G_TYPE_INVALID) {
    return type;
  }

  g_string_append (reader->path, "/type");
  if (name == NULL) {
    plumb_reader_complain (reader,
                           PLUMB_LIBRARY_ERROR_FIELD,
                           _ ("This must be a text in double quotes."));
  } else {
    g_autofree char *words = g_strjoinv (", ", (char **) plumb_block_get_type_names ());

    shown = plumb_syntax_quote (name, -1);
    plumb_reader_complain (reader,
                           PLUMB_LIBRARY_ERROR_VALUE,
                           _ ("“%1$s” is not one of the words that may stand here: %2$s."),
                           shown,
                           words);
  }
  g_string_truncate (reader->path, length);

  return G_TYPE_INVALID;
}

static PlumbRecord *
read_record (PlumbReader *reader, JsonNode *node, GType type)
{
  gboolean is_block = type == PLUMB_TYPE_BLOCK;
  guint n_problems = reader->report->n_problems;
  PlumbRecord *record;
  JsonObject *object;
  Missing missing;

  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    plumb_reader_complain (reader,
                           PLUMB_LIBRARY_ERROR_FIELD,
                           _ ("This must be an object in braces."));
    return NULL;
  }

  object = json_node_get_object (node);
  if (is_block) {
    type = read_block_type (reader, object);
    if (type == G_TYPE_INVALID) {
      return NULL;
    }
  }

  record = g_object_new (type, NULL);
  read_members (reader, record, object, is_block);

  missing = (Missing) { reader, object };
  plumb_record_class_foreach_field (PLUMB_RECORD_GET_CLASS (record), find_missing_cb, &missing);

  if (reader->report->n_problems == n_problems) {
    plumb_reader_check_shape (reader, record, object);
  }

  return record;
}

/* A later format may have keys that this one lacks; what it still has of this one can be read. */
static void
read_format (PlumbReader *reader, JsonNode *root)
{
  JsonNode *node = NULL;
  gint64 format;

  if (JSON_NODE_HOLDS_OBJECT (root)) {
    node = json_object_get_member (json_node_get_object (root), "format");
  }
  /* Whether it is there, and a whole number, is seen when it is read as a field. */
  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64) {
    return;
  }

  format = json_node_get_int (node);
  if (format < 1) {
    plumb_report_add (reader->report,
                      PLUMB_SEVERITY_ERROR,
                      PLUMB_LIBRARY_ERROR_FORMAT,
                      "/format",
                      _ ("There is no such format; this version of Plumb knows format %d."),
                      PLUMB_FORMAT);
  } else if (format > PLUMB_FORMAT) {
    reader->newer = TRUE;
    plumb_report_add (reader->report,
                      PLUMB_SEVERITY_WARNING,
                      PLUMB_LIBRARY_ERROR_FORMAT,
                      "/format",
                      _ ("The file is of a later format than this version of Plumb knows. Some of "
                         "it may not be shown."));
  }
}

/**
 * plumb_reader_read_bytes:
 * @bytes: the bytes of a file
 * @file: its name, relative to the library's folder, for messages
 * @type: the type of record that it holds, such as %PLUMB_TYPE_TOPIC
 * @problems: (nullable): a list of #PlumbProblem, to which all that is wrong is added
 * @error: return location for a #PlumbLibraryError: the first error, naming the file and the place in it
 *
 * Reads a record from JSON. It is all there and well-formed, or there is none; with warnings alone there is one.
 *
 * Returns: (transfer full) (nullable) (type PlumbRecord): the record
 */
gpointer
plumb_reader_read_bytes (GBytes *bytes,
                         const char *file,
                         GType type,
                         GListStore *problems,
                         GError **error)
{
  g_auto (PlumbReport) report = { 0 };
  g_autoptr (GString) path = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (PlumbRecord) record = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (g_type_is_a (type, PLUMB_TYPE_RECORD), NULL);
  g_return_val_if_fail (problems == NULL || G_IS_LIST_STORE (problems), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  plumb_report_init (&report, file, problems);
  root = plumb_json_parse (bytes, &report);
  if (root != NULL) {
    PlumbReader reader = { &report, NULL, FALSE };

    path = g_string_new (NULL);
    reader.path = path;
    read_format (&reader, root);
    record = read_record (&reader, root, type);
  }

  if (!plumb_report_finish (&report, error)) {
    return NULL;
  }

  return g_steal_pointer (&record);
}
