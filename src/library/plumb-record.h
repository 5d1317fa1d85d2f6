/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlumbFieldKind:
 * @PLUMB_FIELD_PLAIN: a string without markup: a title, a name, a label
 * @PLUMB_FIELD_MARKUP: a string in Plumb's markup: prose
 * @PLUMB_FIELD_ID: an id, declared here or naming something elsewhere
 * @PLUMB_FIELD_DATE: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @PLUMB_FIELD_URL: an `https:` address
 * @PLUMB_FIELD_INT: a whole number
 * @PLUMB_FIELD_BOOLEAN: true or false
 * @PLUMB_FIELD_ENUM: one word of a closed list, kept as the value of a #GEnumClass
 * @PLUMB_FIELD_PLAINS: a list of plain strings, kept as a #GStrv
 * @PLUMB_FIELD_MARKUPS: a list of strings in markup, kept as a #GStrv
 * @PLUMB_FIELD_IDS: a list of ids, kept as a #GStrv
 * @PLUMB_FIELD_NUMBERS: a list of numbers, kept as a #GArray of double
 * @PLUMB_FIELD_RECORD: another record
 * @PLUMB_FIELD_RECORDS: a list of records, kept as a #GListModel
 *
 * What a field of a record holds.
 */
typedef enum {
  PLUMB_FIELD_PLAIN,
  PLUMB_FIELD_MARKUP,
  PLUMB_FIELD_ID,
  PLUMB_FIELD_DATE,
  PLUMB_FIELD_URL,
  PLUMB_FIELD_INT,
  PLUMB_FIELD_BOOLEAN,
  PLUMB_FIELD_ENUM,
  PLUMB_FIELD_PLAINS,
  PLUMB_FIELD_MARKUPS,
  PLUMB_FIELD_IDS,
  PLUMB_FIELD_NUMBERS,
  PLUMB_FIELD_RECORD,
  PLUMB_FIELD_RECORDS,
} PlumbFieldKind;

/**
 * PlumbFieldFlags:
 * @PLUMB_FIELD_OPTIONAL: may be left out
 * @PLUMB_FIELD_REQUIRED: must be there and not empty
 * @PLUMB_FIELD_TRANSLATABLE: is shown to a reader, so translators see it
 * @PLUMB_FIELD_UNSET: the enumeration's zero stands for a field that is left out, and has no word in the format
 * @PLUMB_FIELD_BLANKS: a list whose items may be empty texts
 *
 * What the format asks of a field.
 */
typedef enum {
  PLUMB_FIELD_OPTIONAL = 0,
  PLUMB_FIELD_REQUIRED = 1 << 0,
  PLUMB_FIELD_TRANSLATABLE = 1 << 1,
  PLUMB_FIELD_UNSET = 1 << 2,
  PLUMB_FIELD_BLANKS = 1 << 3,
} PlumbFieldFlags;

/**
 * PlumbRef:
 * @PLUMB_REF_NONE: the field names nothing
 * @PLUMB_REF_SELF: the field declares the id of its own record
 * @PLUMB_REF_TOPIC: a topic, or one that is to come
 * @PLUMB_REF_SECTION: a section of the library
 * @PLUMB_REF_AUDIENCE: an audience of the library
 * @PLUMB_REF_POSITION: a position of the library
 * @PLUMB_REF_CLAIM: a claim of any topic
 * @PLUMB_REF_SOURCE: a source
 * @PLUMB_REF_PERSON: a person or an organisation
 * @PLUMB_REF_TERM: a glossary term
 * @PLUMB_REF_BLOCK: a block of the same topic
 * @PLUMB_REF_CRUX: a crux of the same topic or of the library
 *
 * What an id names, so that a dangling one can be told.
 */
typedef enum {
  PLUMB_REF_NONE,
  PLUMB_REF_SELF,
  PLUMB_REF_TOPIC,
  PLUMB_REF_SECTION,
  PLUMB_REF_AUDIENCE,
  PLUMB_REF_POSITION,
  PLUMB_REF_CLAIM,
  PLUMB_REF_SOURCE,
  PLUMB_REF_PERSON,
  PLUMB_REF_TERM,
  PLUMB_REF_BLOCK,
  PLUMB_REF_CRUX,
} PlumbRef;

/**
 * PlumbField:
 * @name: the key in JSON and the member of the struct; with hyphens, the #GObject property
 * @kind: what it holds
 * @flags: what the format asks of it
 * @offset: where the value is kept in the instance
 * @type: the record's, or the enumeration's, type; for other kinds %NULL
 * @ref: what an id names
 * @min: the least that a whole number can be
 * @max: the most that it can be
 *
 * One field of a record. The tables of fields are the only place where the format is declared: reading, checking,
 * extraction for translators, properties and freeing all follow them, so they cannot disagree.
 */
typedef struct {
  const char *name;
  PlumbFieldKind kind;
  PlumbFieldFlags flags;
  gsize offset;
  GType (*type) (void);
  PlumbRef ref;
  int min;
  int max;
} PlumbField;

#define PLUMB_TYPE_RECORD (plumb_record_get_type ())

G_DECLARE_DERIVABLE_TYPE (PlumbRecord, plumb_record, PLUMB, RECORD, GObject)

struct _PlumbRecordClass {
  GObjectClass parent_class;

  const PlumbField *fields;
  guint n_fields;
};

typedef gboolean (*PlumbFieldFunc) (const PlumbField *field, gpointer user_data);

void
plumb_record_class_set_fields (PlumbRecordClass *klass, const PlumbField *fields, guint n_fields);
const PlumbField *plumb_record_class_find_field (PlumbRecordClass *klass, const char *name);
void
plumb_record_class_foreach_field (PlumbRecordClass *klass, PlumbFieldFunc func, gpointer user_data);

/**
 * PLUMB_RECORD_FIELD:
 * @record: a #PlumbRecord
 * @field: one of its fields
 * @Type: the C type of the value
 *
 * The place in @record where the value of @field is kept.
 */
#define PLUMB_RECORD_FIELD(record, field, Type) \
  (*(Type *) G_STRUCT_MEMBER_P ((record), (field)->offset))

/* The rows of a table of fields. S is the struct, m the member and JSON key, f the flags. */
#define PLUMB_FIELD_ROW(S, m, k, f, t, r) \
  { #m, (k), (PlumbFieldFlags) (f), G_STRUCT_OFFSET (S, m), (t), (r), G_MININT, G_MAXINT }
#define PLUMB_PLAIN(S, m, f) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_PLAIN, f, NULL, PLUMB_REF_NONE)
#define PLUMB_MARKUP(S, m, f) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_MARKUP, f, NULL, PLUMB_REF_NONE)
#define PLUMB_ID(S, m, f, r) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_ID, f, NULL, r)
#define PLUMB_DATE(S, m, f) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_DATE, f, NULL, PLUMB_REF_NONE)
#define PLUMB_URL(S, m, f) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_URL, f, NULL, PLUMB_REF_NONE)
#define PLUMB_INT(S, m, f) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_INT, f, NULL, PLUMB_REF_NONE)
#define PLUMB_INT_RANGE(S, m, f, from, to) \
  { #m, PLUMB_FIELD_INT, (f), G_STRUCT_OFFSET (S, m), NULL, PLUMB_REF_NONE, (from), (to) }
#define PLUMB_BOOLEAN(S, m, f) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_BOOLEAN, f, NULL, PLUMB_REF_NONE)
#define PLUMB_ENUM(S, m, f, t) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_ENUM, f, t, PLUMB_REF_NONE)
#define PLUMB_PLAINS(S, m, f) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_PLAINS, f, NULL, PLUMB_REF_NONE)
#define PLUMB_MARKUPS(S, m, f) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_MARKUPS, f, NULL, PLUMB_REF_NONE)
#define PLUMB_IDS(S, m, f, r) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_IDS, f, NULL, r)
#define PLUMB_NUMBERS(S, m, f) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_NUMBERS, f, NULL, PLUMB_REF_NONE)
#define PLUMB_RECORD_OF(S, m, f, t) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_RECORD, f, t, PLUMB_REF_NONE)
#define PLUMB_RECORDS(S, m, f, t) PLUMB_FIELD_ROW (S, m, PLUMB_FIELD_RECORDS, f, t, PLUMB_REF_NONE)

/**
 * PLUMB_DEFINE_RECORD:
 * @TypeName: the type, in CamelCase
 * @type_name: the same in snake_case
 * @PARENT_TYPE: #PLUMB_TYPE_RECORD or a record type that it extends
 * @...: its own rows of fields
 *
 * Defines a record type from its table of fields.
 */
#define PLUMB_DEFINE_RECORD(TypeName, type_name, PARENT_TYPE, ...) \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, PARENT_TYPE) \
  static void type_name##_class_init (TypeName##Class *klass) \
  { \
    static const PlumbField fields[] = { __VA_ARGS__ }; \
    plumb_record_class_set_fields (PLUMB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields)); \
  } \
  static void type_name##_init (TypeName *self G_GNUC_UNUSED) \
  { \
  }

G_END_DECLS
