/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "plumb-library-test.h"
#include "plumb-reader.h"
#include "plumb-walk.h"

static void
collect_types (GType type, GPtrArray *types)
{
  g_autofree GType *children = g_type_children (type, NULL);

  if (!G_TYPE_IS_ABSTRACT (type)) {
    g_ptr_array_add (types, GSIZE_TO_POINTER (type));
  }
  for (guint i = 0; children[i] != G_TYPE_INVALID; i++) {
    collect_types (children[i], types);
  }
}

/* Types are known once they have been used. */
static GPtrArray *
get_record_types (void)
{
  static GType (*const roots[]) (void) = {
    plumb_library_file_get_type, plumb_topic_get_type,     plumb_source_file_get_type,
    plumb_person_file_get_type,  plumb_term_file_get_type, plumb_section_get_type,
    plumb_audience_get_type,     plumb_position_get_type,  plumb_crux_get_type,
    plumb_upcoming_get_type,     plumb_level_get_type,     plumb_why_now_get_type,
    plumb_takeaway_get_type,     plumb_status_get_type,    plumb_take_get_type,
    plumb_debate_get_type,       plumb_claim_get_type,     plumb_pitfall_get_type,
    plumb_question_get_type,     plumb_next_get_type,      plumb_source_get_type,
    plumb_person_get_type,       plumb_term_get_type,      plumb_rating_get_type,
    plumb_shared_get_type,       plumb_stance_get_type,    plumb_reply_get_type,
    plumb_option_get_type,       plumb_reason_get_type,    plumb_holder_get_type,
    plumb_flow_step_get_type,    plumb_table_row_get_type, plumb_series_get_type,
    plumb_goals_get_type,
  };
  GPtrArray *types = g_ptr_array_new ();
  const char *const *names = plumb_block_get_type_names ();

  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++) {
    g_type_ensure (roots[i]());
  }
  for (guint i = 0; names[i] != NULL; i++) {
    g_type_ensure (plumb_block_type_for_name (names[i]));
  }
  collect_types (PLUMB_TYPE_RECORD, types);
  g_assert_cmpuint (types->len, ==, G_N_ELEMENTS (roots) + g_strv_length ((char **) names));

  return types;
}

static void
test_new_destroy (void)
{
  g_autoptr (GPtrArray) types = get_record_types ();

  for (guint i = 0; i < types->len; i++) {
    GType type = GPOINTER_TO_SIZE (g_ptr_array_index (types, i));
    PlumbRecord *record = g_object_new (type, NULL);

    g_test_message ("%s", g_type_name (type));
    g_assert_true (PLUMB_IS_RECORD (record));
    g_assert_finalize_object (record);
  }
}

typedef struct {
  guint n_fields;
  PlumbRecord *record;
} Count;

static gboolean
check_property_cb (const PlumbField *field, gpointer user_data)
{
  Count *count = user_data;
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (count->record), name);
  g_auto (GValue) value = G_VALUE_INIT;

  count->n_fields++;
  g_assert_nonnull (pspec);
  g_assert_cmpint (pspec->flags & G_PARAM_READWRITE, ==, G_PARAM_READABLE);

  g_object_get_property (G_OBJECT (count->record), name, &value);
  switch (field->kind) {
  case PLUMB_FIELD_PLAIN:
  case PLUMB_FIELD_MARKUP:
  case PLUMB_FIELD_ID:
  case PLUMB_FIELD_DATE:
  case PLUMB_FIELD_URL:
    g_assert_cmpstr (g_value_get_string (&value),
                     ==,
                     PLUMB_RECORD_FIELD (count->record, field, const char *));
    break;
  case PLUMB_FIELD_INT:
    g_assert_cmpint (g_value_get_int (&value), ==, PLUMB_RECORD_FIELD (count->record, field, int));
    break;
  case PLUMB_FIELD_BOOLEAN:
    g_assert_cmpint (g_value_get_boolean (&value),
                     ==,
                     PLUMB_RECORD_FIELD (count->record, field, gboolean));
    break;
  case PLUMB_FIELD_ENUM:
    g_assert_cmpint (g_value_get_enum (&value), ==, PLUMB_RECORD_FIELD (count->record, field, int));
    break;
  case PLUMB_FIELD_PLAINS:
  case PLUMB_FIELD_MARKUPS:
  case PLUMB_FIELD_IDS: {
    GStrv texts = PLUMB_RECORD_FIELD (count->record, field, GStrv);

    if (texts == NULL) {
      g_assert_null (g_value_get_boxed (&value));
    } else {
      g_assert_cmpstrv (g_value_get_boxed (&value), texts);
    }
    break;
  }
  case PLUMB_FIELD_NUMBERS:
    g_assert_true (g_value_get_boxed (&value) ==
                   PLUMB_RECORD_FIELD (count->record, field, gpointer));
    break;
  case PLUMB_FIELD_RECORD:
  case PLUMB_FIELD_RECORDS:
    g_assert_true (g_value_get_object (&value) ==
                   PLUMB_RECORD_FIELD (count->record, field, gpointer));
    break;
  default:
    g_assert_not_reached ();
  }

  return TRUE;
}

static void
check_properties_cb (PlumbRecord *record, const char *path, gpointer user_data)
{
  GHashTable *seen = user_data;
  Count count = { 0, record };
  guint n_properties;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (record),
                                                                       &n_properties);

  g_hash_table_add (seen, GSIZE_TO_POINTER (G_OBJECT_TYPE (record)));
  plumb_record_class_foreach_field (PLUMB_RECORD_GET_CLASS (record), check_property_cb, &count);
  g_assert_cmpuint (n_properties, ==, count.n_fields);
}

/* In the fixture there is one of each, with a value in every field. */
static void
test_properties (void)
{
  static const struct {
    const char *file;
    GType (*type) (void);
  } files[] = {
    { "library.json", plumb_library_file_get_type },
    { "sources.json", plumb_source_file_get_type },
    { "people.json", plumb_person_file_get_type },
    { "glossary.json", plumb_term_file_get_type },
    { "topics/why-ponds-turn-green.json", plumb_topic_get_type },
  };
  g_autoptr (GPtrArray) types = get_record_types ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autofree char *path = plumb_test_fixture ("full");
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbRecord)
        record = plumb_reader_read_file (folder, files[i].file, files[i].type (), NULL, &error);

    g_assert_no_error (error);
    plumb_walk_records (record, check_properties_cb, seen);
  }

  for (guint i = 0; i < types->len; i++) {
    g_test_message ("%s", g_type_name (GPOINTER_TO_SIZE (g_ptr_array_index (types, i))));
    g_assert_true (g_hash_table_contains (seen, g_ptr_array_index (types, i)));
  }
}

static void
weak_cb (gpointer data, GObject *where)
{
  guint *n_alive = data;

  (*n_alive)--;
}

static void
watch_cb (PlumbRecord *record, const char *path, gpointer user_data)
{
  guint *n_alive = user_data;

  (*n_alive)++;
  g_object_weak_ref (G_OBJECT (record), weak_cb, n_alive);
}

/* A topic that goes takes all that is in it along. */
static void
test_finalize_topic (void)
{
  g_autofree char *path = plumb_test_fixture ("full");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  PlumbTopic *topic = plumb_reader_read_file (folder,
                                              "topics/why-ponds-turn-green.json",
                                              PLUMB_TYPE_TOPIC,
                                              NULL,
                                              NULL);
  guint n_alive = 0;

  plumb_walk_records (PLUMB_RECORD (topic), watch_cb, &n_alive);
  g_assert_cmpuint (n_alive, >, 50);
  g_assert_finalize_object (topic);
  g_assert_cmpuint (n_alive, ==, 0);
}

static void
test_find_field (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (PLUMB_TYPE_QUOTE);
  const PlumbField *id = plumb_record_class_find_field (PLUMB_RECORD_CLASS (klass), "id");
  const PlumbField *by = plumb_record_class_find_field (PLUMB_RECORD_CLASS (klass), "by");

  g_assert_cmpint (id->ref, ==, PLUMB_REF_SELF);
  g_assert_cmpint (by->kind, ==, PLUMB_FIELD_PLAIN);
  g_assert_null (plumb_record_class_find_field (PLUMB_RECORD_CLASS (klass), "type"));
  g_assert_null (plumb_record_class_find_field (PLUMB_RECORD_CLASS (klass), ""));
}

static void
test_block_types (void)
{
  const char *const *names = plumb_block_get_type_names ();

  for (guint i = 0; names[i] != NULL; i++) {
    GType type = plumb_block_type_for_name (names[i]);
    g_autoptr (PlumbBlock) block = g_object_new (type, NULL);

    g_assert_true (g_type_is_a (type, PLUMB_TYPE_BLOCK));
    g_assert_cmpstr (plumb_block_get_type_name (block), ==, names[i]);
  }
  g_assert_cmpint (plumb_block_type_for_name ("block"), ==, G_TYPE_INVALID);
  g_assert_cmpint (plumb_block_type_for_name (""), ==, G_TYPE_INVALID);
}

static void
append_path_cb (PlumbRecord *record,
                const PlumbField *field,
                const char *path,
                const char *text,
                gpointer user_data)
{
  g_string_append_printf (user_data, "%s %s\n", path, text);
}

static void
test_walk (void)
{
  static const char json[] =
      "{\"format\": 1, \"terms\": [{\"id\": \"a\", \"name\": \"A\", \"definition\": \"<b>B</b>\", "
      "\"forms\": [\"x\", \"y\"]}, {\"id\": \"b\", \"name\": \"C\", \"definition\": \"D\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (PlumbRecord)
      file = plumb_reader_read_bytes (bytes, "a.json", PLUMB_TYPE_TERM_FILE, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  plumb_walk_texts (file, append_path_cb, text);
  g_assert_cmpstr (text->str,
                   ==,
                   "/terms/0/id a\n"
                   "/terms/0/name A\n"
                   "/terms/0/definition <b>B</b>\n"
                   "/terms/0/forms/0 x\n"
                   "/terms/0/forms/1 y\n"
                   "/terms/1/id b\n"
                   "/terms/1/name C\n"
                   "/terms/1/definition D\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/new-destroy", test_new_destroy);
  g_test_add_func ("/records/properties", test_properties);
  g_test_add_func ("/records/finalize-topic", test_finalize_topic);
  g_test_add_func ("/records/find-field", test_find_field);
  g_test_add_func ("/records/block-types", test_block_types);
  g_test_add_func ("/records/walk", test_walk);

  return g_test_run ();
}
