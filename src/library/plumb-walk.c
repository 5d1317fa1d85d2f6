/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goes through a record and all that is in it, in the order of the tables of fields. */

#include "config.h"

#include "plumb-walk.h"

typedef struct {
  GString *path;
  PlumbRecord *record;
  PlumbWalkTextFunc text_func;
  PlumbWalkRecordFunc record_func;
  gpointer user_data;
} Walk;

static void walk (Walk *self, PlumbRecord *record);

static void
walk_text (Walk *self, const PlumbField *field, const char *text)
{
  if (self->text_func != NULL && text != NULL) {
    self->text_func (self->record, field, self->path->str, text, self->user_data);
  }
}

static void
walk_texts (Walk *self, const PlumbField *field, const char *const *texts)
{
  gsize length = self->path->len;

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++) {
    g_string_append_printf (self->path, "/%u", i);
    walk_text (self, field, texts[i]);
    g_string_truncate (self->path, length);
  }
}

static void
walk_list (Walk *self, GListModel *records)
{
  guint n = records != NULL ? g_list_model_get_n_items (records) : 0;
  gsize length = self->path->len;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbRecord) record = g_list_model_get_item (records, i);

    g_string_append_printf (self->path, "/%u", i);
    walk (self, record);
    g_string_truncate (self->path, length);
  }
}

static gboolean
walk_field_cb (const PlumbField *field, gpointer user_data)
{
  Walk *self = user_data;
  gsize length = self->path->len;
  PlumbRecord *child;

  g_string_append_c (self->path, '/');
  g_string_append (self->path, field->name);

  switch (field->kind) {
  case PLUMB_FIELD_PLAIN:
  case PLUMB_FIELD_MARKUP:
  case PLUMB_FIELD_ID:
  case PLUMB_FIELD_DATE:
  case PLUMB_FIELD_URL:
    walk_text (self, field, PLUMB_RECORD_FIELD (self->record, field, const char *));
    break;
  case PLUMB_FIELD_PLAINS:
  case PLUMB_FIELD_MARKUPS:
  case PLUMB_FIELD_IDS:
    walk_texts (self, field, PLUMB_RECORD_FIELD (self->record, field, const char *const *));
    break;
  case PLUMB_FIELD_RECORD:
    child = PLUMB_RECORD_FIELD (self->record, field, PlumbRecord *);
    if (child != NULL) {
      walk (self, child);
    }
    break;
  case PLUMB_FIELD_RECORDS:
    walk_list (self, PLUMB_RECORD_FIELD (self->record, field, GListModel *));
    break;
  case PLUMB_FIELD_INT:
  case PLUMB_FIELD_BOOLEAN:
  case PLUMB_FIELD_ENUM:
  case PLUMB_FIELD_NUMBERS:
  default:
    break;
  }

  g_string_truncate (self->path, length);

  return TRUE;
}

static void
walk (Walk *self, PlumbRecord *record)
{
  PlumbRecord *outer = self->record;

  if (self->record_func != NULL) {
    self->record_func (record, self->path->str, self->user_data);
  }

  self->record = record;
  plumb_record_class_foreach_field (PLUMB_RECORD_GET_CLASS (record), walk_field_cb, self);
  self->record = outer;
}

/**
 * plumb_walk_texts:
 * @record: a record
 * @func: (scope call): called for each string
 * @user_data: data for @func
 *
 * Calls @func for every string in @record, of whatever kind: texts, ids, dates and addresses.
 */
void
plumb_walk_texts (PlumbRecord *record, PlumbWalkTextFunc func, gpointer user_data)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Walk self = { .path = path, .text_func = func, .user_data = user_data };

  g_return_if_fail (PLUMB_IS_RECORD (record));
  g_return_if_fail (func != NULL);

  walk (&self, record);
}

/**
 * plumb_walk_records:
 * @record: a record
 * @func: (scope call): called for @record and each record in it, the outer before the inner
 * @user_data: data for @func
 *
 * Calls @func for every record there is in @record.
 */
void
plumb_walk_records (PlumbRecord *record, PlumbWalkRecordFunc func, gpointer user_data)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Walk self = { .path = path, .record_func = func, .user_data = user_data };

  g_return_if_fail (PLUMB_IS_RECORD (record));
  g_return_if_fail (func != NULL);

  walk (&self, record);
}
