/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Checks a whole library: reads it as the program does, then looks at what no file can tell by itself. The rules are in
 * tables, in the files beside this one. */

#include "config.h"

#include "plumb-checker-private.h"

#include <glib/gi18n-lib.h>

#include "plumb-catalogue-private.h"
#include "plumb-reader.h"
#include "plumb-walk.h"

static void
checked_file_free (gpointer data)
{
  PlumbCheckedFile *file = data;

  g_free (file->name);
  g_object_unref (file->record);
  g_free (file);
}

/**
 * plumb_checker_add:
 * @checker: a checker
 * @severity: how bad the problem is
 * @code: what kind of problem it is
 * @file: the file, relative to the library's folder
 * @path: (nullable): where in the file
 * @format: what is wrong, in the user's words
 * @...: what @format asks for
 *
 * Adds a problem.
 */
void
plumb_checker_add (PlumbChecker *checker,
                   PlumbSeverity severity,
                   PlumbLibraryError code,
                   const char *file,
                   const char *path,
                   const char *format,
                   ...)
{
  g_autoptr (PlumbProblem) problem = NULL;
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  problem = plumb_problem_new (severity, code, file, path, message);
  g_list_store_append (checker->problems, problem);
}

/**
 * plumb_checker_n_items:
 * @list: (nullable): a list
 *
 * Returns: how long it is
 */
guint
plumb_checker_n_items (GListModel *list)
{
  return list != NULL ? g_list_model_get_n_items (list) : 0;
}

/**
 * plumb_checker_n_texts:
 * @texts: (nullable): a list of texts
 *
 * Returns: how long it is
 */
guint
plumb_checker_n_texts (GStrv texts)
{
  return texts != NULL ? g_strv_length (texts) : 0;
}

/**
 * plumb_checker_get_kind:
 * @record: a record
 *
 * Returns: as what others name it, or %PLUMB_REF_NONE where they cannot
 */
PlumbRef
plumb_checker_get_kind (PlumbRecord *record)
{
  static const struct {
    GType (*type) (void);
    PlumbRef kind;
  } kinds[] = {
    { plumb_topic_get_type, PLUMB_REF_TOPIC },
    { plumb_upcoming_get_type, PLUMB_REF_TOPIC },
    { plumb_section_get_type, PLUMB_REF_SECTION },
    { plumb_audience_get_type, PLUMB_REF_AUDIENCE },
    { plumb_position_get_type, PLUMB_REF_POSITION },
    { plumb_claim_get_type, PLUMB_REF_CLAIM },
    { plumb_source_get_type, PLUMB_REF_SOURCE },
    { plumb_person_get_type, PLUMB_REF_PERSON },
    { plumb_term_get_type, PLUMB_REF_TERM },
    { plumb_crux_get_type, PLUMB_REF_CRUX },
  };
  GType type = G_OBJECT_TYPE (record);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (type == kinds[i].type ()) {
      return kinds[i].kind;
    }
  }

  return PLUMB_IS_BLOCK (record) ? PLUMB_REF_BLOCK : PLUMB_REF_NONE;
}

/**
 * plumb_checker_get_id:
 * @record: a record
 *
 * Returns: (nullable): the id that it declares
 */
const char *
plumb_checker_get_id (PlumbRecord *record)
{
  const PlumbField *field = plumb_record_class_find_field (PLUMB_RECORD_GET_CLASS (record), "id");

  if (field == NULL || field->ref != PLUMB_REF_SELF) {
    return NULL;
  }

  return PLUMB_RECORD_FIELD (record, field, const char *);
}

/**
 * plumb_checker_get_lang:
 * @checker: a checker
 * @file: the outermost record of a file
 *
 * Returns: the language that the file is in: its own, where it says so, or else the library's
 */
const char *
plumb_checker_get_lang (PlumbChecker *checker, PlumbRecord *file)
{
  const PlumbField *field = plumb_record_class_find_field (PLUMB_RECORD_GET_CLASS (file), "lang");
  const char *lang = field != NULL ? PLUMB_RECORD_FIELD (file, field, const char *) : NULL;

  if (lang == NULL && checker->library != NULL) {
    lang = checker->library->lang;
  }

  return lang != NULL ? lang : "";
}

/**
 * plumb_checker_is_english:
 * @lang: a language, as BCP 47 writes it
 *
 * Returns: whether it is English, of whatever country
 */
gboolean
plumb_checker_is_english (const char *lang)
{
  return g_str_equal (lang, "en") || g_str_has_prefix (lang, "en-");
}

/**
 * plumb_checker_is_british:
 * @lang: a language, as BCP 47 writes it
 *
 * English that names no country is held to British spelling, so that there is one standard.
 *
 * Returns: whether it is English with British spelling
 */
gboolean
plumb_checker_is_british (const char *lang)
{
  return g_str_equal (lang, "en") || g_str_equal (lang, "en-GB");
}

/* Reads a file, and keeps it with those that could be read. */
static gpointer
read_file (PlumbChecker *checker, const char *name, GType type, gboolean required)
{
  g_autoptr (GListStore) found = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  PlumbRecord *record = plumb_reader_read_file (checker->folder, name, type, found, &error);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (found));
  PlumbCheckedFile *file;

  if (record == NULL && !required &&
      g_error_matches (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_MISSING)) {
    return NULL;
  }
  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbProblem) problem = g_list_model_get_item (G_LIST_MODEL (found), i);

    g_list_store_append (checker->problems, problem);
  }
  if (record == NULL) {
    return NULL;
  }

  file = g_new0 (PlumbCheckedFile, 1);
  file->name = g_strdup (name);
  file->record = record;
  g_ptr_array_add (checker->files, file);

  return record;
}

/* A file that is there and could not be read may declare whatever others name. */
static gboolean
is_unread (PlumbChecker *checker, const char *name, gpointer record)
{
  g_autoptr (GFile) file = g_file_get_child (checker->folder, name);

  return record == NULL && g_file_query_exists (file, NULL);
}

static void
read_topics (PlumbChecker *checker)
{
  g_autoptr (GPtrArray) ids = plumb_catalogue_list_topics (checker->folder, checker->problems);

  for (guint i = 0; i < ids->len; i++) {
    const char *id = g_ptr_array_index (ids, i);
    g_autofree char *name = g_strdup_printf ("topics/%s.json", id);

    if (read_file (checker, name, PLUMB_TYPE_TOPIC, TRUE) != NULL) {
      g_ptr_array_add (checker->topics,
                       g_ptr_array_index (checker->files, checker->files->len - 1));
    } else {
      checker->unread[PLUMB_REF_CLAIM] = TRUE;
      /* Its aliases are not known, and its id is. */
      g_hash_table_insert (checker->ids[PLUMB_REF_TOPIC], g_strdup (id), g_strdup (name));
    }
  }
}

static void
read_all (PlumbChecker *checker)
{
  checker->library = read_file (checker, "library.json", PLUMB_TYPE_LIBRARY_FILE, TRUE);
  checker->sources = read_file (checker, "sources.json", PLUMB_TYPE_SOURCE_FILE, FALSE);
  checker->people = read_file (checker, "people.json", PLUMB_TYPE_PERSON_FILE, FALSE);
  checker->terms = read_file (checker, "glossary.json", PLUMB_TYPE_TERM_FILE, FALSE);

  if (checker->library == NULL) {
    checker->unread[PLUMB_REF_SECTION] = TRUE;
    checker->unread[PLUMB_REF_AUDIENCE] = TRUE;
    checker->unread[PLUMB_REF_POSITION] = TRUE;
    checker->unread[PLUMB_REF_CRUX] = TRUE;
    checker->unread[PLUMB_REF_TOPIC] = TRUE;
  }
  checker->unread[PLUMB_REF_SOURCE] = is_unread (checker, "sources.json", checker->sources);
  checker->unread[PLUMB_REF_PERSON] = is_unread (checker, "people.json", checker->people);
  checker->unread[PLUMB_REF_TERM] = is_unread (checker, "glossary.json", checker->terms);

  read_topics (checker);
}

typedef struct {
  PlumbChecker *checker;
  const PlumbCheckerRule *rule;
  const char *file;
} RecordCheck;

static void
check_record_cb (PlumbRecord *record, const char *path, gpointer user_data)
{
  RecordCheck *check = user_data;

  check->rule->check_record (check->checker, check->file, record, path);
}

typedef struct {
  PlumbChecker *checker;
  const PlumbCheckerRule *rule;
  PlumbCheckedText text;
} TextCheck;

static void
check_text_cb (PlumbRecord *record,
               const PlumbField *field,
               const char *path,
               const char *text,
               gpointer user_data)
{
  TextCheck *check = user_data;
  gboolean markup = field->kind == PLUMB_FIELD_MARKUP || field->kind == PLUMB_FIELD_MARKUPS;
  g_auto (PlumbVisible) visible = { 0 };

  if (!markup && field->kind != PLUMB_FIELD_PLAIN && field->kind != PLUMB_FIELD_PLAINS) {
    return;
  }

  plumb_visible_init (&visible, text, markup);
  check->text.record = record;
  check->text.field = field;
  check->text.path = path;
  check->text.visible = &visible;
  check->rule->check_text (check->checker, &check->text);
}

static void
run_text_rule (PlumbChecker *checker, const PlumbCheckerRule *rule, PlumbCheckedFile *file)
{
  TextCheck check = { checker, rule, { .file = file->name } };

  check.text.lang = plumb_checker_get_lang (checker, file->record);
  plumb_walk_texts (file->record, check_text_cb, &check);
}

static void
run_rule (PlumbChecker *checker, const PlumbCheckerRule *rule)
{
  if (rule->check_library != NULL) {
    rule->check_library (checker);
  }

  for (guint i = 0; rule->check_topic != NULL && i < checker->topics->len; i++) {
    PlumbCheckedFile *file = g_ptr_array_index (checker->topics, i);

    rule->check_topic (checker, file->name, PLUMB_TOPIC (file->record));
  }

  for (guint i = 0; rule->check_record != NULL && i < checker->files->len; i++) {
    PlumbCheckedFile *file = g_ptr_array_index (checker->files, i);
    RecordCheck check = { checker, rule, file->name };

    plumb_walk_records (file->record, check_record_cb, &check);
  }

  for (guint i = 0; rule->check_text != NULL && i < checker->files->len; i++) {
    run_text_rule (checker, rule, g_ptr_array_index (checker->files, i));
  }
}

static void
run_rules (PlumbChecker *checker, const PlumbCheckerRule *rules)
{
  gboolean full = checker->library != NULL && checker->library->profile == PLUMB_PROFILE_FULL;

  for (; rules->check_library != NULL || rules->check_topic != NULL ||
         rules->check_record != NULL || rules->check_text != NULL;
       rules++) {
    if (full || !rules->full_only) {
      run_rule (checker, rules);
    }
  }
}

/**
 * plumb_checker_check_folder:
 * @folder: the folder of a library
 *
 * Checks a library: that each file is as the format asks, that every id names something, and that what the library
 * promises in its profile is there.
 *
 * Returns: (transfer full) (element-type PlumbProblem): all that is wrong with it, sorted by file and place
 */
GListModel *
plumb_checker_check_folder (GFile *folder)
{
  static const PlumbCheckerRule *const rules[] = {
    plumb_checker_id_rules,         plumb_checker_record_rules,   plumb_checker_full_rules,
    plumb_checker_use_rules,        plumb_checker_term_rules,     plumb_checker_text_rules,
    plumb_checker_typography_rules, plumb_checker_spelling_rules,
  };
  PlumbChecker checker = { .folder = folder };

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  checker.problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  checker.files = g_ptr_array_new_with_free_func (checked_file_free);
  checker.topics = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (checker.ids); i++) {
    checker.ids[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  }

  checker.located = g_hash_table_new (g_str_hash, g_str_equal);
  checker.names = g_ptr_array_new ();

  read_all (&checker);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++) {
    run_rules (&checker, rules[i]);
  }
  g_list_store_sort (checker.problems, plumb_problem_compare, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (checker.ids); i++) {
    g_hash_table_unref (checker.ids[i]);
  }
  g_hash_table_unref (checker.located);
  g_ptr_array_unref (checker.names);
  g_ptr_array_unref (checker.topics);
  g_ptr_array_unref (checker.files);

  return G_LIST_MODEL (checker.problems);
}
