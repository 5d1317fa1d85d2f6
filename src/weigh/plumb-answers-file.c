/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files of answers: written as JSON or CSV, read from JSON. A file comes from anybody, so it is read with the strictness
 * of the library's reader and a cap of its own, and what is read is handed over whole or not at all.
 *
 *     { "format": 1, "kind": "plumb-answers", "library": "ai-alignment", "version": "1.0", "date": "2026-11-21",
 *       "answers": [ { "crux": "solvable-sum-today", "likelihood": 70, "weight": 2 } ] }
 *
 * Likelihoods are in whole percent, weights from 0 to 3. The date may be missing; a name has no place in it. */

#include "config.h"

#include "plumb-answers-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <plumb-json-private.h>
#include <plumb-markup.h>
#include <plumb-reader.h>
#include <plumb-syntax.h>
#include <string.h>

#include "plumb-answers-record-private.h"

GQuark
plumb_answers_error_quark (void)
{
  return g_quark_from_static_string ("plumb-answers-error-quark");
}

static void
add_string (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder, const char *key, int value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

/**
 * plumb_answers_to_json:
 * @self: answers
 * @library: the id of the library that they are about
 * @version: its version
 * @date: (nullable): the day, as `YYYY-MM-DD`
 *
 * Writes answers as a file of answers that plumb_answers_parse() reads again. Only what has a likelihood is in it, in
 * the order of the cruxes’ ids; no name is.
 *
 * Returns: (transfer full): the text of the file
 */
char *
plumb_answers_to_json (PlumbAnswers *self,
                       const char *library,
                       const char *version,
                       const char *date)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_auto (GStrv) cruxes = NULL;

  g_return_val_if_fail (PLUMB_IS_ANSWERS (self), NULL);
  g_return_val_if_fail (library != NULL, NULL);
  g_return_val_if_fail (version != NULL, NULL);
  g_return_val_if_fail (date == NULL || plumb_syntax_is_date (date), NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_number (builder, "format", PLUMB_ANSWERS_FORMAT);
  add_string (builder, "kind", PLUMB_ANSWERS_KIND);
  add_string (builder, "library", library);
  add_string (builder, "version", version);
  if (date != NULL) {
    add_string (builder, "date", date);
  }
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_array (builder);
  cruxes = plumb_answers_dup_cruxes (self);
  for (guint i = 0; cruxes[i] != NULL; i++) {
    PlumbAnswer answer = plumb_answers_get (self, cruxes[i]);

    json_builder_begin_object (builder);
    add_string (builder, "crux", cruxes[i]);
    add_number (builder, "likelihood", answer.likelihood);
    add_number (builder, "weight", answer.weight);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}

/* RFC 4180 quotes. A text that a spreadsheet would take for a formula is kept from being one, as OWASP advises. */
static void
append_cell (GString *csv, const char *text)
{
  g_string_append_c (csv, '"');
  if (text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL) {
    g_string_append_c (csv, '\'');
  }
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"') {
      g_string_append_c (csv, '"');
    }
    g_string_append_c (csv, *p);
  }
  g_string_append_c (csv, '"');
}

/**
 * plumb_answers_to_csv:
 * @self: answers
 * @set: the cruxes that are on the table
 *
 * Writes the answers to the cruxes of @set as a table for spreadsheets, in CSV after RFC 4180 and in UTF-8: the id of
 * the crux, the id of its topic, the statement, the likelihood in percent, and how much it matters from 0 to 3. The names
 * of the columns are not translated, so that tables from several people go together. No name of a person is in it.
 *
 * Returns: (transfer full): the text of the file
 */
char *
plumb_answers_to_csv (PlumbAnswers *self, PlumbCruxSet *set)
{
  GString *csv;

  g_return_val_if_fail (PLUMB_IS_ANSWERS (self), NULL);
  g_return_val_if_fail (PLUMB_IS_CRUX_SET (set), NULL);

  csv = g_string_new ("crux,topic,statement,likelihood,weight\r\n");
  for (guint i = 0; i < plumb_crux_set_get_n_cruxes (set); i++) {
    PlumbCrux *crux = plumb_crux_set_get_crux (set, i);
    const char *topic = plumb_crux_set_get_topic (set, i);
    PlumbAnswer answer = plumb_answers_get (self, crux->id);
    g_autofree char *statement = NULL;

    if (answer.likelihood == PLUMB_LIKELIHOOD_NONE) {
      continue;
    }
    statement = plumb_markup_to_plain (crux->statement);
    append_cell (csv, crux->id);
    g_string_append_c (csv, ',');
    append_cell (csv, topic != NULL ? topic : "");
    g_string_append_c (csv, ',');
    append_cell (csv, statement);
    g_string_append_printf (csv, ",%d,%d\r\n", answer.likelihood, answer.weight);
  }

  return g_string_free_and_steal (csv);
}

static void
set_damaged (GError **error, const GError *reason)
{
  g_set_error (
      error,
      PLUMB_ANSWERS_ERROR,
      PLUMB_ANSWERS_ERROR_DAMAGED,
      /* Translators: the placeholder says which file, where in it, and what is wrong there. */
      _ ("These answers are damaged and can’t be read. %s"),
      reason->message);
}

/* Whether JSON says that it is a file of answers, of a format that this program knows. */
static gboolean
check_kind (JsonNode *root, const char *name, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *kind = object != NULL ? json_object_get_member (object, "kind") : NULL;
  JsonNode *format = object != NULL ? json_object_get_member (object, "format") : NULL;

  if (kind == NULL || json_node_get_value_type (kind) != G_TYPE_STRING ||
      !g_str_equal (json_node_get_string (kind), PLUMB_ANSWERS_KIND)) {
    g_set_error (error,
                 PLUMB_ANSWERS_ERROR,
                 PLUMB_ANSWERS_ERROR_FOREIGN,
                 /* Translators: the placeholder is the name of a file. */
                 _ ("“%s” is not a file of answers that Plumb has saved."),
                 name);
    return FALSE;
  }
  if (format != NULL && json_node_get_value_type (format) == G_TYPE_INT64 &&
      json_node_get_int (format) > PLUMB_ANSWERS_FORMAT) {
    g_set_error (error,
                 PLUMB_ANSWERS_ERROR,
                 PLUMB_ANSWERS_ERROR_NEWER,
                 /* Translators: the placeholder is the name of a file. */
                 _ ("“%s” was saved by a newer version of Plumb."),
                 name);
    return FALSE;
  }

  return TRUE;
}

static PlumbAnswersRecord *
read_record (GBytes *bytes, const char *name, GError **error)
{
  g_auto (PlumbReport) report = { 0 };
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) reason = NULL;
  PlumbAnswersRecord *record;

  if (g_bytes_get_size (bytes) > PLUMB_ANSWERS_MAX_SIZE) {
    g_set_error (error,
                 PLUMB_ANSWERS_ERROR,
                 PLUMB_ANSWERS_ERROR_TOO_LARGE,
                 /* Translators: the placeholder is the name of a file. */
                 _ ("“%s” is larger than 1 MB, and a file of answers is not."),
                 name);
    return NULL;
  }

  plumb_report_init (&report, name, NULL);
  root = plumb_json_parse (bytes, &report);
  if (!plumb_report_finish (&report, &reason)) {
    set_damaged (error, reason);
    return NULL;
  }
  if (!check_kind (root, name, error)) {
    return NULL;
  }

  record = plumb_reader_read_bytes (bytes, name, PLUMB_TYPE_ANSWERS_RECORD, NULL, &reason);
  if (record == NULL) {
    set_damaged (error, reason);
  }

  return record;
}

static PlumbAnswers *
take_answers (PlumbAnswersRecord *record, const char *name, GError **error)
{
  g_autoptr (PlumbAnswers) answers = plumb_answers_new ();
  guint n = record->answers != NULL ? g_list_model_get_n_items (record->answers) : 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbAnswerRecord) answer = g_list_model_get_item (record->answers, i);

    if (plumb_answers_get (answers, answer->crux).likelihood != PLUMB_LIKELIHOOD_NONE) {
      g_set_error (error,
                   PLUMB_ANSWERS_ERROR,
                   PLUMB_ANSWERS_ERROR_DAMAGED,
                   /* Translators: the first placeholder is the name of a file, the second an id. */
                   _ ("“%1$s” has two answers to the same statement, “%2$s”."),
                   name,
                   answer->crux);
      return NULL;
    }
    plumb_answers_set (answers, answer->crux, (PlumbAnswer) { answer->likelihood, answer->weight });
  }

  if (n == 0) {
    g_set_error (error,
                 PLUMB_ANSWERS_ERROR,
                 PLUMB_ANSWERS_ERROR_EMPTY,
                 /* Translators: the placeholder is the name of a file. */
                 _ ("“%s” has no answers in it."),
                 name);
    return NULL;
  }

  return g_steal_pointer (&answers);
}

/**
 * plumb_answers_parse:
 * @bytes: a file
 * @name: its name, for messages
 * @library: the id of the library that the answers have to be about
 * @version: (out) (optional) (transfer full): the version of that library for which they were given
 * @date: (out) (optional) (nullable) (transfer full): the day when they were given
 * @error: return location for a #PlumbAnswersError
 *
 * Reads a file of answers, all or nothing. Answers to cruxes that the library has not, or has no more, are kept; they
 * don’t count in a weighing.
 *
 * Returns: (transfer full) (nullable): the answers, or %NULL with @error set
 */
PlumbAnswers *
plumb_answers_parse (GBytes *bytes,
                     const char *name,
                     const char *library,
                     char **version,
                     char **date,
                     GError **error)
{
  g_autoptr (PlumbAnswersRecord) record = NULL;
  PlumbAnswers *answers;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (library != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  record = read_record (bytes, name, error);
  if (record == NULL) {
    return NULL;
  }
  if (!g_str_equal (record->library, library)) {
    g_autofree char *other = plumb_syntax_quote (record->library, -1);

    g_set_error (
        error,
        PLUMB_ANSWERS_ERROR,
        PLUMB_ANSWERS_ERROR_OTHER_LIBRARY,
        /* Translators: the first placeholder is the name of a file, the second the id of a library. */
        _ ("“%1$s” holds answers about another library, “%2$s”."),
        name,
        other);
    return NULL;
  }

  answers = take_answers (record, name, error);
  if (answers == NULL) {
    return NULL;
  }
  if (version != NULL) {
    *version = g_steal_pointer (&record->version);
  }
  if (date != NULL) {
    *date = g_steal_pointer (&record->date);
  }

  return answers;
}

static void
set_io_error (GError **error, const char *name, const GError *reason)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_error_copy (reason));
  } else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
             g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY)) {
    g_set_error (error,
                 PLUMB_ANSWERS_ERROR,
                 PLUMB_ANSWERS_ERROR_MISSING,
                 /* Translators: the placeholder is the name of a file. */
                 _ ("There is no file “%s”."),
                 name);
  } else {
    g_set_error (
        error,
        PLUMB_ANSWERS_ERROR,
        PLUMB_ANSWERS_ERROR_UNREADABLE,
        /* Translators: the first placeholder is the name of a file, the second the system’s own reason. */
        _ ("“%1$s” can’t be read: %2$s"),
        name,
        reason->message);
  }
}

/**
 * plumb_answers_load:
 * @file: a file
 * @library: the id of the library that the answers have to be about
 * @cancellable: (nullable): to give up
 * @error: return location for a #PlumbAnswersError, or %G_IO_ERROR_CANCELLED
 *
 * Reads a file of answers; see plumb_answers_parse(). Only a plain file is read, and no more of it than a file of
 * answers can have.
 *
 * Returns: (transfer full) (nullable): the answers, or %NULL with @error set
 */
PlumbAnswers *
plumb_answers_load (GFile *file, const char *library, GCancellable *cancellable, GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) reason = NULL;
  gsize n_read;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (library != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  base = g_file_get_basename (file);
  shown = g_filename_display_name (base);
  name = plumb_syntax_quote (shown, -1);
  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE,
                            cancellable,
                            &reason);
  if (info == NULL) {
    set_io_error (error, name, reason);
    return NULL;
  }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR) {
    g_set_error (error,
                 PLUMB_ANSWERS_ERROR,
                 PLUMB_ANSWERS_ERROR_UNREADABLE,
                 /* Translators: the placeholder is the name of a file. */
                 _ ("“%s” is not a plain file."),
                 name);
    return NULL;
  }

  /* One byte more than there may be tells that there is too much. */
  data = g_malloc (PLUMB_ANSWERS_MAX_SIZE + 1);
  stream = g_file_read (file, cancellable, &reason);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream),
                                                  data,
                                                  PLUMB_ANSWERS_MAX_SIZE + 1,
                                                  &n_read,
                                                  cancellable,
                                                  &reason)) {
    set_io_error (error, name, reason);
    return NULL;
  }
  bytes = g_bytes_new_take (g_steal_pointer (&data), n_read);

  return plumb_answers_parse (bytes, name, library, NULL, NULL, error);
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  gpointer *data = task_data;
  GError *error = NULL;
  PlumbAnswers *answers = plumb_answers_load (data[0], data[1], cancellable, &error);

  if (answers == NULL) {
    g_task_return_error (task, error);
  } else {
    g_task_return_pointer (task, answers, g_object_unref);
  }
}

static void
load_data_free (gpointer task_data)
{
  gpointer *data = task_data;

  g_object_unref (data[0]);
  g_free (data[1]);
  g_free (data);
}

/**
 * plumb_answers_load_async:
 * @file: a file
 * @library: the id of the library that the answers have to be about
 * @cancellable: (nullable): to give up
 * @callback: called when that is done
 * @user_data: data of the caller
 *
 * Does what plumb_answers_load() does in a thread: a file that somebody picks may lie on a slow disk.
 */
void
plumb_answers_load_async (GFile *file,
                          const char *library,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  gpointer *data;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (library != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, plumb_answers_load_async);
  data = g_new (gpointer, 2);
  data[0] = g_object_ref (file);
  data[1] = g_strdup (library);
  g_task_set_task_data (task, data, load_data_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * plumb_answers_load_finish:
 * @result: what the callback was called with
 * @error: return location for a #PlumbAnswersError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the answers, or %NULL with @error set
 */
PlumbAnswers *
plumb_answers_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
