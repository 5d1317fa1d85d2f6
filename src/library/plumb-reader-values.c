/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading the fields of a record that are no records themselves: texts, ids, dates, numbers, words, and lists of them. */

#include "config.h"

#include "plumb-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plumb-markup.h"
#include "plumb-syntax.h"

typedef gboolean (*TextCheck) (PlumbReader *reader, const PlumbField *field, const char *text);

static gboolean
check_plain (PlumbReader *reader, const PlumbField *field, const char *text)
{
  const char *bad;

  if (g_utf8_strlen (text, -1) > PLUMB_READER_MAX_PLAIN) {
    plumb_reader_complain (reader,
                           PLUMB_LIBRARY_ERROR_TOO_LARGE,
                           _ ("The text is too long for what it is."));
    return FALSE;
  }

  bad = plumb_syntax_find_bad_character (text);
  if (bad != NULL) {
    plumb_reader_complain (reader,
                           PLUMB_LIBRARY_ERROR_VALUE,
                           _ ("The text has a character that no text may have: U+%04X."),
                           g_utf8_get_char (bad));
    return FALSE;
  }

  return TRUE;
}

static gboolean
check_markup (PlumbReader *reader, const PlumbField *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (g_utf8_strlen (text, -1) > PLUMB_READER_MAX_MARKUP) {
    plumb_reader_complain (reader,
                           PLUMB_LIBRARY_ERROR_TOO_LARGE,
                           _ ("The text is too long for what it is."));
    return FALSE;
  }

  if (!plumb_markup_validate (text, &error)) {
    plumb_reader_complain (reader, PLUMB_LIBRARY_ERROR_MARKUP, "%s", error->message);
    return FALSE;
  }

  return TRUE;
}

static gboolean
check_id (PlumbReader *reader, const PlumbField *field, const char *text)
{
  g_autofree char *shown = NULL;

  if (plumb_syntax_is_id (text)) {
    return TRUE;
  }

  shown = plumb_syntax_quote (text, -1);
  plumb_reader_complain (reader,
                         PLUMB_LIBRARY_ERROR_VALUE,
                         _ ("“%s” is not an id: lower-case letters and digits in words joined by "
                            "single hyphens, 64 characters at most."),
                         shown);

  return FALSE;
}

static gboolean
check_date (PlumbReader *reader, const PlumbField *field, const char *text)
{
  g_autofree char *shown = NULL;

  if (plumb_syntax_is_date (text)) {
    return TRUE;
  }

  shown = plumb_syntax_quote (text, -1);
  plumb_reader_complain (
      reader,
      PLUMB_LIBRARY_ERROR_VALUE,
      _ ("“%s” is not a date: a year, a year and month such as 2026-03, or a day "
         "such as 2026-03-31."),
      shown);

  return FALSE;
}

static gboolean
check_url (PlumbReader *reader, const PlumbField *field, const char *text)
{
  g_autofree char *shown = NULL;

  if (plumb_syntax_is_web_address (text)) {
    return TRUE;
  }

  shown = plumb_syntax_quote (text, -1);
  plumb_reader_complain (reader,
                         PLUMB_LIBRARY_ERROR_VALUE,
                         _ ("“%s” is not an address on the web that begins with “https://”."),
                         shown);

  return FALSE;
}

static TextCheck
check_for_kind (PlumbFieldKind kind)
{
  switch ((int) kind) {
  case PLUMB_FIELD_MARKUP:
  case PLUMB_FIELD_MARKUPS:
    return check_markup;
  case PLUMB_FIELD_ID:
  case PLUMB_FIELD_IDS:
    return check_id;
  case PLUMB_FIELD_DATE:
    return check_date;
  case PLUMB_FIELD_URL:
    return check_url;
  default:
    return check_plain;
  }
}

/* A text, checked; NULL, and a complaint, where there is none that can be used. */
static const char *
read_text (PlumbReader *reader, const PlumbField *field, JsonNode *node, gboolean may_be_empty)
{
  const char *text;

  if (json_node_get_value_type (node) != G_TYPE_STRING) {
    plumb_reader_complain (reader,
                           PLUMB_LIBRARY_ERROR_FIELD,
                           _ ("This must be a text in double quotes."));
    return NULL;
  }

  text = json_node_get_string (node);
  if (text[0] == '\0') {
    if (!may_be_empty) {
      plumb_reader_complain (reader, PLUMB_LIBRARY_ERROR_FIELD, _ ("The text is empty."));
      return NULL;
    }
    return text;
  }

  return check_for_kind (field->kind) (reader, field, text) ? text : NULL;
}

static JsonArray *
read_array (PlumbReader *reader, const PlumbField *field, JsonNode *node)
{
  JsonArray *array;

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
  if (json_array_get_length (array) > PLUMB_READER_MAX_ITEMS) {
    plumb_reader_complain (reader, PLUMB_LIBRARY_ERROR_TOO_LARGE, _ ("The list is too long."));
    return NULL;
  }

  return array;
}

static GStrv
read_texts (PlumbReader *reader, const PlumbField *field, JsonNode *node)
{
  JsonArray *array = read_array (reader, field, node);
  g_autoptr (GStrvBuilder) builder = NULL;
  gsize length = reader->path->len;

  if (array == NULL) {
    return NULL;
  }

  builder = g_strv_builder_new ();
  for (guint i = 0; i < json_array_get_length (array); i++) {
    const char *text;

    g_string_append_printf (reader->path, "/%u", i);
    text = read_text (reader,
                      field,
                      json_array_get_element (array, i),
                      (field->flags & PLUMB_FIELD_BLANKS) != 0);
    if (text != NULL) {
      g_strv_builder_add (builder, text);
    }
    g_string_truncate (reader->path, length);
  }

  return g_strv_builder_end (builder);
}

static GArray *
read_numbers (PlumbReader *reader, const PlumbField *field, JsonNode *node)
{
  JsonArray *array = read_array (reader, field, node);
  GArray *numbers;
  gsize length = reader->path->len;

  if (array == NULL) {
    return NULL;
  }

  numbers = g_array_sized_new (FALSE, FALSE, sizeof (double), json_array_get_length (array));
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *element = json_array_get_element (array, i);
    GType type = json_node_get_value_type (element);
    double number = 0;

    g_string_append_printf (reader->path, "/%u", i);
    if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE) {
      number = json_node_get_double (element);
    } else {
      plumb_reader_complain (reader, PLUMB_LIBRARY_ERROR_FIELD, _ ("This must be a number."));
    }
    g_array_append_val (numbers, number);
    g_string_truncate (reader->path, length);
  }

  return numbers;
}

/* JSON knows only one kind of number: 2.0 is as whole as 2. */
static gboolean
get_whole_number (JsonNode *node, double *value)
{
  GType type = json_node_get_value_type (node);

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE) {
    return FALSE;
  }
  *value = json_node_get_double (node);

  return *value == floor (*value);
}

static void
read_int (PlumbReader *reader, PlumbRecord *record, const PlumbField *field, JsonNode *node)
{
  double value;

  if (!get_whole_number (node, &value)) {
    plumb_reader_complain (reader, PLUMB_LIBRARY_ERROR_FIELD, _ ("This must be a whole number."));
    return;
  }

  if (value < field->min || value > field->max) {
    if (field->min == G_MININT) {
      plumb_reader_complain (reader, PLUMB_LIBRARY_ERROR_VALUE, _ ("The number is too large."));
    } else {
      plumb_reader_complain (reader,
                             PLUMB_LIBRARY_ERROR_VALUE,
                             _ ("The number must be from %1$d to %2$d."),
                             field->min,
                             field->max);
    }
    return;
  }
  PLUMB_RECORD_FIELD (record, field, int) = (int) value;
}

static void
read_boolean (PlumbReader *reader, PlumbRecord *record, const PlumbField *field, JsonNode *node)
{
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN) {
    plumb_reader_complain (reader, PLUMB_LIBRARY_ERROR_FIELD, _ ("This must be true or false."));
    return;
  }
  PLUMB_RECORD_FIELD (record, field, gboolean) = json_node_get_boolean (node);
}

static void
read_enum (PlumbReader *reader, PlumbRecord *record, const PlumbField *field, JsonNode *node)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (field->type ());
  g_autoptr (GString) words = NULL;
  g_autofree char *shown = NULL;
  const GEnumValue *value;
  const char *text = read_text (reader, field, node, FALSE);

  if (text == NULL) {
    return;
  }

  value = g_enum_get_value_by_nick (klass, text);
  if (value != NULL && !(value->value == 0 && (field->flags & PLUMB_FIELD_UNSET) != 0)) {
    PLUMB_RECORD_FIELD (record, field, int) = value->value;
    return;
  }

  words = g_string_new (NULL);
  for (guint i = 0; i < klass->n_values; i++) {
    if (klass->values[i].value != 0 || (field->flags & PLUMB_FIELD_UNSET) == 0) {
      g_string_append (words, words->len > 0 ? ", " : "");
      g_string_append (words, klass->values[i].value_nick);
    }
  }
  shown = plumb_syntax_quote (text, -1);
  /* Translators: the first is what was found, the second the words that the file format has, with commas. */
  plumb_reader_complain (reader,
                         PLUMB_LIBRARY_ERROR_VALUE,
                         _ ("“%1$s” is not one of the words that may stand here: %2$s."),
                         shown,
                         words->str);
}

/**
 * plumb_reader_read_value:
 * @reader: a reader
 * @record: the record that is being read
 * @field: a field of @record that holds no record
 * @node: its value
 *
 * Reads @node into @field, or complains about it. An empty text where the format asks for none, and an empty list, are
 * as if the field were left out.
 */
void
plumb_reader_read_value (PlumbReader *reader,
                         PlumbRecord *record,
                         const PlumbField *field,
                         JsonNode *node)
{
  gboolean may_be_empty = (field->kind == PLUMB_FIELD_PLAIN || field->kind == PLUMB_FIELD_MARKUP) &&
                          (field->flags & PLUMB_FIELD_REQUIRED) == 0;

  switch ((int) field->kind) {
  case PLUMB_FIELD_PLAIN:
  case PLUMB_FIELD_MARKUP:
  case PLUMB_FIELD_ID:
  case PLUMB_FIELD_DATE:
  case PLUMB_FIELD_URL: {
    const char *text = read_text (reader, field, node, may_be_empty);

    if (text != NULL && text[0] != '\0') {
      g_set_str (&PLUMB_RECORD_FIELD (record, field, char *), text);
    }
    break;
  }
  case PLUMB_FIELD_PLAINS:
  case PLUMB_FIELD_MARKUPS:
  case PLUMB_FIELD_IDS:
    PLUMB_RECORD_FIELD (record, field, GStrv) = read_texts (reader, field, node);
    break;
  case PLUMB_FIELD_NUMBERS:
    PLUMB_RECORD_FIELD (record, field, GArray *) = read_numbers (reader, field, node);
    break;
  case PLUMB_FIELD_INT:
    read_int (reader, record, field, node);
    break;
  case PLUMB_FIELD_BOOLEAN:
    read_boolean (reader, record, field, node);
    break;
  case PLUMB_FIELD_ENUM:
    read_enum (reader, record, field, node);
    break;
  default:
    g_assert_not_reached ();
  }
}
