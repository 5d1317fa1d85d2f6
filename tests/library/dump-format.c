/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Prints the tables of fields as JSON, for the test that compares the schemas with them. */

#include "config.h"

#include <json-glib/json-glib.h>

#include "plumb-library.h"

static const char *const kinds[] = {
  [PLUMB_FIELD_PLAIN] = "plain",     [PLUMB_FIELD_MARKUP] = "markup",
  [PLUMB_FIELD_ID] = "id",           [PLUMB_FIELD_DATE] = "date",
  [PLUMB_FIELD_URL] = "url",         [PLUMB_FIELD_INT] = "int",
  [PLUMB_FIELD_BOOLEAN] = "boolean", [PLUMB_FIELD_ENUM] = "enum",
  [PLUMB_FIELD_PLAINS] = "plains",   [PLUMB_FIELD_MARKUPS] = "markups",
  [PLUMB_FIELD_IDS] = "ids",         [PLUMB_FIELD_NUMBERS] = "numbers",
  [PLUMB_FIELD_RECORD] = "record",   [PLUMB_FIELD_RECORDS] = "records",
};

typedef struct {
  JsonBuilder *builder;
  GHashTable *seen;
  GQueue *waiting;
} Dump;

static void
add_words (Dump *dump, const PlumbField *field)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (field->type ());

  json_builder_set_member_name (dump->builder, "words");
  json_builder_begin_array (dump->builder);
  for (guint i = 0; i < klass->n_values; i++) {
    if (klass->values[i].value != 0 || (field->flags & PLUMB_FIELD_UNSET) == 0) {
      json_builder_add_string_value (dump->builder, klass->values[i].value_nick);
    }
  }
  json_builder_end_array (dump->builder);
}

static gboolean
add_field_cb (const PlumbField *field, gpointer user_data)
{
  Dump *dump = user_data;
  JsonBuilder *builder = dump->builder;

  json_builder_set_member_name (builder, field->name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, kinds[field->kind]);
  json_builder_set_member_name (builder, "required");
  json_builder_add_boolean_value (builder, (field->flags & PLUMB_FIELD_REQUIRED) != 0);
  json_builder_set_member_name (builder, "blanks");
  json_builder_add_boolean_value (builder, (field->flags & PLUMB_FIELD_BLANKS) != 0);
  if (field->kind == PLUMB_FIELD_INT && field->min != G_MININT) {
    json_builder_set_member_name (builder, "min");
    json_builder_add_int_value (builder, field->min);
    json_builder_set_member_name (builder, "max");
    json_builder_add_int_value (builder, field->max);
  }
  if (field->kind == PLUMB_FIELD_ENUM) {
    add_words (dump, field);
  }
  if (field->kind == PLUMB_FIELD_RECORD || field->kind == PLUMB_FIELD_RECORDS) {
    json_builder_set_member_name (builder, "type");
    json_builder_add_string_value (builder, g_type_name (field->type ()));
    g_queue_push_tail (dump->waiting, GSIZE_TO_POINTER (field->type ()));
  }
  json_builder_end_object (builder);

  return TRUE;
}

static void
dump_type (Dump *dump, GType type)
{
  g_autoptr (GTypeClass) klass = NULL;

  if (!g_hash_table_add (dump->seen, GSIZE_TO_POINTER (type))) {
    return;
  }
  if (type == PLUMB_TYPE_BLOCK) {
    const char *const *names = plumb_block_get_type_names ();

    json_builder_set_member_name (dump->builder, "PlumbBlock");
    json_builder_begin_object (dump->builder);
    for (guint i = 0; names[i] != NULL; i++) {
      GType block = plumb_block_type_for_name (names[i]);

      json_builder_set_member_name (dump->builder, names[i]);
      json_builder_add_string_value (dump->builder, g_type_name (block));
      g_queue_push_tail (dump->waiting, GSIZE_TO_POINTER (block));
    }
    json_builder_end_object (dump->builder);
    return;
  }

  klass = g_type_class_ref (type);
  json_builder_set_member_name (dump->builder, g_type_name (type));
  json_builder_begin_object (dump->builder);
  plumb_record_class_foreach_field (PLUMB_RECORD_CLASS (klass), add_field_cb, dump);
  json_builder_end_object (dump->builder);
}

int
main (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  GQueue waiting = G_QUEUE_INIT;
  Dump dump = { builder, seen, &waiting };

  g_queue_push_tail (&waiting, GSIZE_TO_POINTER (PLUMB_TYPE_LIBRARY_FILE));
  g_queue_push_tail (&waiting, GSIZE_TO_POINTER (PLUMB_TYPE_TOPIC));
  g_queue_push_tail (&waiting, GSIZE_TO_POINTER (PLUMB_TYPE_SOURCE_FILE));
  g_queue_push_tail (&waiting, GSIZE_TO_POINTER (PLUMB_TYPE_PERSON_FILE));
  g_queue_push_tail (&waiting, GSIZE_TO_POINTER (PLUMB_TYPE_TERM_FILE));

  json_builder_begin_object (builder);
  while (!g_queue_is_empty (&waiting)) {
    dump_type (&dump, GPOINTER_TO_SIZE (g_queue_pop_head (&waiting)));
  }
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);

  return 0;
}
