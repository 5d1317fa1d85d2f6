/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/**
 * PlumbRecord:
 *
 * An immutable value of a library: a topic, a block, a claim and so on.
 *
 * A record type is a struct and a table of #PlumbField. The struct's members are public and read-only: only the
 * reader fills them, before anyone else sees the record. Each field is also a read-only #GObject property, for
 * bindings in templates.
 */

#include "config.h"

#include "plumb-record.h"

G_DEFINE_ABSTRACT_TYPE (PlumbRecord, plumb_record, G_TYPE_OBJECT)

static PlumbRecordClass *
parent_record_class (PlumbRecordClass *klass)
{
  gpointer parent = g_type_class_peek_parent (klass);

  if (!g_type_is_a (G_TYPE_FROM_CLASS (parent), PLUMB_TYPE_RECORD)) {
    return NULL;
  }

  return parent;
}

static void
clear_field (PlumbRecord *self, const PlumbField *field)
{
  switch (field->kind) {
  case PLUMB_FIELD_PLAIN:
  case PLUMB_FIELD_MARKUP:
  case PLUMB_FIELD_ID:
  case PLUMB_FIELD_DATE:
  case PLUMB_FIELD_URL:
    g_clear_pointer (&PLUMB_RECORD_FIELD (self, field, char *), g_free);
    break;
  case PLUMB_FIELD_PLAINS:
  case PLUMB_FIELD_MARKUPS:
  case PLUMB_FIELD_IDS:
    g_clear_pointer (&PLUMB_RECORD_FIELD (self, field, GStrv), g_strfreev);
    break;
  case PLUMB_FIELD_NUMBERS:
    g_clear_pointer (&PLUMB_RECORD_FIELD (self, field, GArray *), g_array_unref);
    break;
  case PLUMB_FIELD_RECORD:
  case PLUMB_FIELD_RECORDS:
    g_clear_object (&PLUMB_RECORD_FIELD (self, field, GObject *));
    break;
  case PLUMB_FIELD_INT:
  case PLUMB_FIELD_BOOLEAN:
  case PLUMB_FIELD_ENUM:
    break;
  default:
    g_assert_not_reached ();
  }
}

static gboolean
clear_field_cb (const PlumbField *field, gpointer user_data)
{
  clear_field (user_data, field);

  return TRUE;
}

static void
plumb_record_finalize (GObject *object)
{
  plumb_record_class_foreach_field (PLUMB_RECORD_GET_CLASS (object), clear_field_cb, object);

  G_OBJECT_CLASS (plumb_record_parent_class)->finalize (object);
}

static void
plumb_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbRecord *self = PLUMB_RECORD (object);
  PlumbRecordClass *owner = g_type_class_peek (pspec->owner_type);
  const PlumbField *field = &owner->fields[prop_id - 1];

  switch (field->kind) {
  case PLUMB_FIELD_PLAIN:
  case PLUMB_FIELD_MARKUP:
  case PLUMB_FIELD_ID:
  case PLUMB_FIELD_DATE:
  case PLUMB_FIELD_URL:
    g_value_set_string (value, PLUMB_RECORD_FIELD (self, field, char *));
    break;
  case PLUMB_FIELD_INT:
    g_value_set_int (value, PLUMB_RECORD_FIELD (self, field, int));
    break;
  case PLUMB_FIELD_BOOLEAN:
    g_value_set_boolean (value, PLUMB_RECORD_FIELD (self, field, gboolean));
    break;
  case PLUMB_FIELD_ENUM:
    g_value_set_enum (value, PLUMB_RECORD_FIELD (self, field, int));
    break;
  case PLUMB_FIELD_PLAINS:
  case PLUMB_FIELD_MARKUPS:
  case PLUMB_FIELD_IDS:
  case PLUMB_FIELD_NUMBERS:
    g_value_set_boxed (value, PLUMB_RECORD_FIELD (self, field, gpointer));
    break;
  case PLUMB_FIELD_RECORD:
  case PLUMB_FIELD_RECORDS:
    g_value_set_object (value, PLUMB_RECORD_FIELD (self, field, gpointer));
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
plumb_record_class_init (PlumbRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plumb_record_finalize;
}

static void
plumb_record_init (PlumbRecord *self G_GNUC_UNUSED)
{
}

static GParamSpec *
param_spec_for_field (const PlumbField *field)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');

  switch (field->kind) {
  case PLUMB_FIELD_INT:
    return g_param_spec_int (name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  case PLUMB_FIELD_BOOLEAN:
    return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
  case PLUMB_FIELD_ENUM:
    return g_param_spec_enum (name, NULL, NULL, field->type (), 0, flags);
  case PLUMB_FIELD_PLAINS:
  case PLUMB_FIELD_MARKUPS:
  case PLUMB_FIELD_IDS:
    return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, flags);
  case PLUMB_FIELD_NUMBERS:
    return g_param_spec_boxed (name, NULL, NULL, G_TYPE_ARRAY, flags);
  case PLUMB_FIELD_RECORD:
    return g_param_spec_object (name, NULL, NULL, field->type (), flags);
  case PLUMB_FIELD_RECORDS:
    return g_param_spec_object (name, NULL, NULL, G_TYPE_LIST_MODEL, flags);
  case PLUMB_FIELD_PLAIN:
  case PLUMB_FIELD_MARKUP:
  case PLUMB_FIELD_ID:
  case PLUMB_FIELD_DATE:
  case PLUMB_FIELD_URL:
  default:
    return g_param_spec_string (name, NULL, NULL, NULL, flags);
  }
}

/**
 * plumb_record_class_set_fields:
 * @klass: the class, while it is initialised
 * @fields: (array length=n_fields): its own rows, kept by the caller for ever
 * @n_fields: how many
 *
 * Declares the fields that a record type adds to those of its parent, and installs a read-only property for each.
 */
void
plumb_record_class_set_fields (PlumbRecordClass *klass, const PlumbField *fields, guint n_fields)
{
  g_return_if_fail (PLUMB_IS_RECORD_CLASS (klass));

  klass->fields = fields;
  klass->n_fields = n_fields;
  /* Unlike other methods this one is not inherited. */
  G_OBJECT_CLASS (klass)->get_property = plumb_record_get_property;

  for (guint i = 0; i < n_fields; i++) {
    g_object_class_install_property (G_OBJECT_CLASS (klass),
                                     i + 1,
                                     param_spec_for_field (&fields[i]));
  }
}

/**
 * plumb_record_class_foreach_field:
 * @klass: a record class
 * @func: (scope call): called for each field; returns %FALSE to stop
 * @user_data: data for @func
 *
 * Calls @func for every field of the type, the parents' first, in the order of the tables.
 */
void
plumb_record_class_foreach_field (PlumbRecordClass *klass, PlumbFieldFunc func, gpointer user_data)
{
  PlumbRecordClass *chain[8];
  guint n = 0;

  g_return_if_fail (PLUMB_IS_RECORD_CLASS (klass));

  for (PlumbRecordClass *k = klass; k != NULL; k = parent_record_class (k)) {
    /* A class without a table of its own carries a copy of its parent's, which must not be walked twice. */
    PlumbRecordClass *parent = parent_record_class (k);

    if (k->fields != NULL && (parent == NULL || parent->fields != k->fields)) {
      g_assert (n < G_N_ELEMENTS (chain));
      chain[n++] = k;
    }
  }

  while (n > 0) {
    PlumbRecordClass *k = chain[--n];

    for (guint i = 0; i < k->n_fields; i++) {
      if (!func (&k->fields[i], user_data)) {
        return;
      }
    }
  }
}

typedef struct {
  const char *name;
  const PlumbField *found;
} FindField;

static gboolean
find_field_cb (const PlumbField *field, gpointer user_data)
{
  FindField *find = user_data;

  if (g_str_equal (field->name, find->name)) {
    find->found = field;
  }

  return find->found == NULL;
}

/**
 * plumb_record_class_find_field:
 * @klass: a record class
 * @name: a JSON key
 *
 * Returns: (nullable): the field of that name, or %NULL where the format has none
 */
const PlumbField *
plumb_record_class_find_field (PlumbRecordClass *klass, const char *name)
{
  FindField find = { name, NULL };

  g_return_val_if_fail (name != NULL, NULL);

  plumb_record_class_foreach_field (klass, find_field_cb, &find);

  return find.found;
}
