/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules about ids: none is there twice, each that is named is there, and nothing comes before itself. */

#include "config.h"

#include "plumb-checker-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plumb-markup.h"
#include "plumb-walk.h"

static void
report_duplicate (PlumbChecker *checker,
                  const char *file,
                  const char *path,
                  const char *id,
                  const char *other)
{
  g_autofree char *place = g_strconcat (path, "/id", NULL);

  plumb_checker_add (checker,
                     PLUMB_SEVERITY_ERROR,
                     PLUMB_LIBRARY_ERROR_DUPLICATE,
                     file,
                     place,
                     _ ("The id “%1$s” is there already, in %2$s."),
                     id,
                     other);
}

typedef struct {
  PlumbChecker *checker;
  const char *file;
  /* Id to the file that declares it. */
  GHashTable *own;
} Declare;

static void
declare_cb (PlumbRecord *record, const char *path, gpointer user_data)
{
  Declare *declare = user_data;
  const char *id = plumb_checker_get_id (record);
  PlumbRef kind = plumb_checker_get_kind (record);
  gboolean is_own = kind == PLUMB_REF_NONE || kind == PLUMB_REF_BLOCK;
  GHashTable *ids = is_own ? declare->own : declare->checker->ids[kind];
  const char *other;

  if (id == NULL || PLUMB_IS_LIBRARY_FILE (record)) {
    return;
  }

  other = g_hash_table_lookup (ids, id);
  /* A topic that is announced and has come is no duplicate. */
  if (other != NULL && !PLUMB_IS_UPCOMING (record)) {
    report_duplicate (declare->checker, declare->file, path, id, other);
  } else if (other == NULL) {
    g_hash_table_insert (ids, g_strdup (id), g_strdup (declare->file));
  }

  /* A crux is known in its topic by the same kind of name as what else is in it. */
  if (kind == PLUMB_REF_CRUX) {
    g_hash_table_insert (declare->own, g_strdup (id), g_strdup (declare->file));
  }
}

static void
declare_aliases (PlumbChecker *checker, PlumbCheckedFile *file)
{
  PlumbTopic *topic = PLUMB_TOPIC (file->record);

  for (guint i = 0; i < plumb_checker_n_texts (topic->aliases); i++) {
    const char *other = g_hash_table_lookup (checker->ids[PLUMB_REF_TOPIC], topic->aliases[i]);
    g_autofree char *path = g_strdup_printf ("/aliases/%u", i);

    if (other == NULL) {
      g_hash_table_insert (checker->ids[PLUMB_REF_TOPIC],
                           g_strdup (topic->aliases[i]),
                           g_strdup (file->name));
      continue;
    }
    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_DUPLICATE,
                       file->name,
                       path,
                       _ ("The id “%1$s” is there already, in %2$s."),
                       topic->aliases[i],
                       other);
  }
}

static void
declare_file (PlumbChecker *checker, PlumbCheckedFile *file)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Declare declare = { checker, file->name, own };

  plumb_walk_records (file->record, declare_cb, &declare);
}

/* Comes before the other rules, which look up what it collects. The library's own file comes last, so that a topic that
 * has come is found before its announcement. */
static void
declare_ids (PlumbChecker *checker)
{
  PlumbCheckedFile *library = NULL;

  for (guint i = 0; i < checker->files->len; i++) {
    PlumbCheckedFile *file = g_ptr_array_index (checker->files, i);

    if (PLUMB_IS_LIBRARY_FILE (file->record)) {
      library = file;
    } else {
      declare_file (checker, file);
    }
  }
  if (library != NULL) {
    declare_file (checker, library);
  }

  for (guint i = 0; i < checker->topics->len; i++) {
    declare_aliases (checker, g_ptr_array_index (checker->topics, i));
  }
}

static void
check_name (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  g_autofree char *name = g_strdup_printf ("topics/%s.json", topic->id);

  if (!g_str_equal (name, file)) {
    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_VALUE,
                       file,
                       "/id",
                       _ ("The id “%s” is not the name of the file."),
                       topic->id);
  }
}

static char *
describe_dangling (PlumbRef kind, const char *id)
{
  switch ((int) kind) {
  case PLUMB_REF_TOPIC:
    return g_strdup_printf (_ ("There is no topic “%s”."), id);
  case PLUMB_REF_SECTION:
    return g_strdup_printf (_ ("There is no section “%s”."), id);
  case PLUMB_REF_AUDIENCE:
    return g_strdup_printf (_ ("There is no audience “%s”."), id);
  case PLUMB_REF_POSITION:
    return g_strdup_printf (_ ("There is no position “%s”."), id);
  case PLUMB_REF_CLAIM:
    return g_strdup_printf (_ ("There is no claim “%s”."), id);
  case PLUMB_REF_SOURCE:
    return g_strdup_printf (_ ("There is no source “%s”."), id);
  case PLUMB_REF_PERSON:
    return g_strdup_printf (_ ("There is no person or organisation “%s”."), id);
  case PLUMB_REF_TERM:
    return g_strdup_printf (_ ("There is no term “%s”."), id);
  case PLUMB_REF_BLOCK:
    return g_strdup_printf (_ ("The topic has no block “%s”."), id);
  case PLUMB_REF_CRUX:
    return g_strdup_printf (_ ("Neither the topic nor the library has a crux “%s”."), id);
  default:
    g_return_val_if_reached (NULL);
  }
}

typedef struct {
  PlumbChecker *checker;
  const char *file;
  const char *path;
  GHashTable *blocks;
  GHashTable *cruxes;
} Lookup;

static void
check_named (Lookup *lookup, PlumbRef kind, const char *id, const char *path)
{
  g_autofree char *message = NULL;
  gboolean found = FALSE;

  switch ((int) kind) {
  case PLUMB_REF_NONE:
  case PLUMB_REF_SELF:
    return;
  case PLUMB_REF_BLOCK:
    found = g_hash_table_contains (lookup->blocks, id);
    break;
  case PLUMB_REF_CRUX:
    found = lookup->checker->unread[kind] || g_hash_table_contains (lookup->cruxes, id);
    break;
  default:
    found = lookup->checker->unread[kind] || g_hash_table_contains (lookup->checker->ids[kind], id);
    break;
  }

  if (!found) {
    message = describe_dangling (kind, id);
    plumb_checker_add (lookup->checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_DANGLING,
                       lookup->file,
                       path,
                       "%s",
                       message);
  }
}

static void
check_link_cb (const char *href, const char *text, gpointer user_data)
{
  static const struct {
    const char *scheme;
    PlumbRef kind;
  } links[] = {
    { "topic:", PLUMB_REF_TOPIC },
    { "term:", PLUMB_REF_TERM },
    { "source:", PLUMB_REF_SOURCE },
    { "claim:", PLUMB_REF_CLAIM },
  };
  Lookup *lookup = user_data;

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++) {
    if (g_str_has_prefix (href, links[i].scheme)) {
      check_named (lookup, links[i].kind, href + strlen (links[i].scheme), lookup->path);
    }
  }
}

static void
check_text_cb (PlumbRecord *record,
               const PlumbField *field,
               const char *path,
               const char *text,
               gpointer user_data)
{
  Lookup *lookup = user_data;

  if (field->kind == PLUMB_FIELD_ID || field->kind == PLUMB_FIELD_IDS) {
    check_named (lookup, field->ref, text, path);
  } else if (field->kind == PLUMB_FIELD_MARKUP || field->kind == PLUMB_FIELD_MARKUPS) {
    lookup->path = path;
    plumb_markup_foreach_link (text, check_link_cb, lookup, NULL);
  }
}

static void
collect_cb (PlumbRecord *record, const char *path, gpointer user_data)
{
  Lookup *lookup = user_data;

  if (PLUMB_IS_BLOCK (record)) {
    g_hash_table_add (lookup->blocks, (gpointer) plumb_checker_get_id (record));
  } else if (PLUMB_IS_CRUX (record)) {
    g_hash_table_add (lookup->cruxes, (gpointer) plumb_checker_get_id (record));
  }
}

static void
check_dangling (PlumbChecker *checker)
{
  for (guint i = 0; i < checker->files->len; i++) {
    PlumbCheckedFile *file = g_ptr_array_index (checker->files, i);
    g_autoptr (GHashTable) blocks = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GHashTable) cruxes = g_hash_table_new (g_str_hash, g_str_equal);
    Lookup lookup = { checker, file->name, NULL, blocks, cruxes };

    plumb_walk_records (file->record, collect_cb, &lookup);
    if (checker->library != NULL) {
      plumb_walk_records (PLUMB_RECORD (checker->library), collect_cb, &lookup);
    }
    plumb_walk_texts (file->record, check_text_cb, &lookup);
  }
}

typedef struct {
  PlumbChecker *checker;
  const char *file;
  const char *path;
  PlumbRecord *record;
} Repeated;

static gboolean
check_repeated_cb (const PlumbField *field, gpointer user_data)
{
  Repeated *repeated = user_data;
  GStrv ids;

  if (field->kind != PLUMB_FIELD_IDS) {
    return TRUE;
  }

  ids = PLUMB_RECORD_FIELD (repeated->record, field, GStrv);
  for (guint i = 1; i < plumb_checker_n_texts (ids); i++) {
    for (guint j = 0; j < i; j++) {
      if (g_str_equal (ids[i], ids[j])) {
        g_autofree char *place = g_strdup_printf ("%s/%s/%u", repeated->path, field->name, i);

        plumb_checker_add (repeated->checker,
                           PLUMB_SEVERITY_ERROR,
                           PLUMB_LIBRARY_ERROR_DUPLICATE,
                           repeated->file,
                           place,
                           _ ("The list names “%s” twice."),
                           ids[i]);
        break;
      }
    }
  }

  return TRUE;
}

/* A list that names the same twice is a slip. */
static void
check_repeated (PlumbChecker *checker, const char *file, PlumbRecord *record, const char *path)
{
  Repeated repeated = { checker, file, path, record };

  plumb_record_class_foreach_field (PLUMB_RECORD_GET_CLASS (record), check_repeated_cb, &repeated);
}

/* The topics on the way from one to its prerequisites. */
typedef struct {
  PlumbChecker *checker;
  GHashTable *topics;
  GHashTable *done;
  GPtrArray *way;
} Circle;

static void
report_circle (Circle *circle, guint start)
{
  g_autoptr (GString) names = g_string_new (NULL);
  PlumbCheckedFile *first = g_ptr_array_index (circle->way, start);

  for (guint i = start; i < circle->way->len; i++) {
    PlumbCheckedFile *file = g_ptr_array_index (circle->way, i);

    g_string_append (names, PLUMB_TOPIC (file->record)->id);
    g_string_append (names, " → ");
  }
  g_string_append (names, PLUMB_TOPIC (first->record)->id);

  plumb_checker_add (circle->checker,
                     PLUMB_SEVERITY_ERROR,
                     PLUMB_LIBRARY_ERROR_CYCLE,
                     first->name,
                     "/prerequisites",
                     _ ("Each of these topics is to be read before the other: %s."),
                     names->str);
}

/* Deep chains are long lists of topics, so this keeps its own stack. */
static void
follow_prerequisites (Circle *circle, PlumbCheckedFile *start)
{
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (guint));
  guint zero = 0;

  g_ptr_array_add (circle->way, start);
  g_array_append_val (next, zero);

  while (circle->way->len > 0) {
    PlumbCheckedFile *file = g_ptr_array_index (circle->way, circle->way->len - 1);
    PlumbTopic *topic = PLUMB_TOPIC (file->record);
    guint *position = &g_array_index (next, guint, next->len - 1);
    PlumbCheckedFile *before;
    guint at;

    if (*position == plumb_checker_n_texts (topic->prerequisites)) {
      g_hash_table_add (circle->done, file);
      g_ptr_array_set_size (circle->way, (int) circle->way->len - 1);
      g_array_set_size (next, next->len - 1);
      continue;
    }

    before = g_hash_table_lookup (circle->topics, topic->prerequisites[(*position)++]);
    if (before == NULL || g_hash_table_contains (circle->done, before)) {
      continue;
    }
    if (g_ptr_array_find (circle->way, before, &at)) {
      report_circle (circle, at);
    } else {
      g_ptr_array_add (circle->way, before);
      g_array_append_val (next, zero);
    }
  }
}

static void
check_prerequisites (PlumbChecker *checker)
{
  g_autoptr (GHashTable) topics = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) way = g_ptr_array_new ();
  Circle circle = { checker, topics, done, way };

  for (guint i = 0; i < checker->topics->len; i++) {
    PlumbCheckedFile *file = g_ptr_array_index (checker->topics, i);
    PlumbTopic *topic = PLUMB_TOPIC (file->record);

    g_hash_table_insert (topics, topic->id, file);
    for (guint j = 0; j < plumb_checker_n_texts (topic->aliases); j++) {
      g_hash_table_insert (topics, topic->aliases[j], file);
    }
  }

  for (guint i = 0; i < checker->topics->len; i++) {
    PlumbCheckedFile *file = g_ptr_array_index (checker->topics, i);

    if (!g_hash_table_contains (done, file)) {
      follow_prerequisites (&circle, file);
    }
  }
}

const PlumbCheckerRule plumb_checker_id_rules[] = {
  { .check_library = declare_ids },         { .check_topic = check_name },
  { .check_library = check_dangling },      { .check_record = check_repeated },
  { .check_library = check_prerequisites }, { 0 },
};
