/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules about the library as a collection: that what is in it is used, and that it has as much as it means to have. */

#include "config.h"

#include "plumb-checker-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plumb-library-counts.h"
#include "plumb-markup.h"
#include "plumb-walk.h"

/* What is named somewhere. The ids belong to the records. */
typedef struct {
  PlumbChecker *checker;
  const char *file;
  GHashTable *used[PLUMB_REF_CRUX + 1];
} Uses;

static gboolean
is_counted (PlumbRef ref)
{
  return ref == PLUMB_REF_CLAIM || ref == PLUMB_REF_SOURCE || ref == PLUMB_REF_PERSON ||
         ref == PLUMB_REF_TERM;
}

static void
add_link_cb (const char *href, const char *text, gpointer user_data)
{
  static const struct {
    const char *scheme;
    PlumbRef ref;
  } links[] = {
    { "claim:", PLUMB_REF_CLAIM },
    { "source:", PLUMB_REF_SOURCE },
    { "term:", PLUMB_REF_TERM },
  };
  Uses *uses = user_data;

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++) {
    if (g_str_has_prefix (href, links[i].scheme)) {
      g_hash_table_add (uses->used[links[i].ref], g_strdup (href + strlen (links[i].scheme)));
    }
  }
}

static void
add_use_cb (PlumbRecord *record,
            const PlumbField *field,
            const char *path,
            const char *text,
            gpointer user_data)
{
  Uses *uses = user_data;

  /* That another entry points to a term does not bring a reader to either. */
  if (is_counted (field->ref) && !g_str_equal (field->name, "see")) {
    g_hash_table_add (uses->used[field->ref], g_strdup (text));
  } else if (field->kind == PLUMB_FIELD_MARKUP || field->kind == PLUMB_FIELD_MARKUPS) {
    plumb_markup_foreach_link (text, add_link_cb, uses, NULL);
  }
}

static void
report_unused (Uses *uses, PlumbRef kind, const char *id, const char *path)
{
  g_autofree char *message = NULL;

  switch ((int) kind) {
  case PLUMB_REF_CLAIM:
    message = g_strdup_printf (_ ("Nothing states or names the claim “%s”."), id);
    break;
  case PLUMB_REF_SOURCE:
    message = g_strdup_printf (_ ("Nothing rests on or names the source “%s”."), id);
    break;
  case PLUMB_REF_PERSON:
    message = g_strdup_printf (_ ("Nothing names the person or organisation “%s”."), id);
    break;
  case PLUMB_REF_TERM:
    message = g_strdup_printf (_ ("Nothing links to the term “%s”."), id);
    break;
  default:
    g_assert_not_reached ();
  }

  plumb_checker_add (uses->checker,
                     PLUMB_SEVERITY_WARNING,
                     PLUMB_LIBRARY_ERROR_UNUSED,
                     uses->file,
                     path,
                     "%s",
                     message);
}

static void
check_use_cb (PlumbRecord *record, const char *path, gpointer user_data)
{
  Uses *uses = user_data;
  PlumbRef kind = plumb_checker_get_kind (record);

  if (is_counted (kind) &&
      !g_hash_table_contains (uses->used[kind], plumb_checker_get_id (record))) {
    report_unused (uses, kind, plumb_checker_get_id (record), path);
  }
}

static gboolean
is_all_read (PlumbChecker *checker)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checker->unread); i++) {
    if (checker->unread[i]) {
      return FALSE;
    }
  }

  return TRUE;
}

/* A file that could not be read may use whatever there is, so then nothing is said. */
static void
check_uses (PlumbChecker *checker)
{
  Uses uses = { .checker = checker };

  if (!is_all_read (checker)) {
    return;
  }

  for (gsize i = 0; i < G_N_ELEMENTS (uses.used); i++) {
    uses.used[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  }
  for (guint i = 0; i < checker->files->len; i++) {
    PlumbCheckedFile *file = g_ptr_array_index (checker->files, i);

    plumb_walk_texts (file->record, add_use_cb, &uses);
  }
  for (guint i = 0; i < checker->files->len; i++) {
    PlumbCheckedFile *file = g_ptr_array_index (checker->files, i);

    uses.file = file->name;
    plumb_walk_records (file->record, check_use_cb, &uses);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (uses.used); i++) {
    g_hash_table_unref (uses.used[i]);
  }
}

static void
check_goal (PlumbChecker *checker, const char *path, int goal, guint n)
{
  if (n < (guint) goal) {
    plumb_checker_add (checker,
                       PLUMB_SEVERITY_WARNING,
                       PLUMB_LIBRARY_ERROR_INCOMPLETE,
                       "library.json",
                       path,
                       _ ("The library’s goal is %1$d. It has %2$u."),
                       goal,
                       n);
  }
}

static void
check_goals (PlumbChecker *checker)
{
  PlumbGoals *goals = checker->library != NULL ? checker->library->goals : NULL;
  PlumbLibraryCounts counts = { 0 };

  if (goals == NULL || !is_all_read (checker)) {
    return;
  }

  for (guint i = 0; i < checker->files->len; i++) {
    PlumbCheckedFile *file = g_ptr_array_index (checker->files, i);

    plumb_library_counts_add (&counts, file->record);
  }

  check_goal (checker, "/goals/topics", goals->topics, counts.topics);
  check_goal (checker, "/goals/claims", goals->claims, counts.claims);
  check_goal (checker, "/goals/sources", goals->sources, counts.located);
  check_goal (checker, "/goals/terms", goals->terms, counts.terms);
  check_goal (checker, "/goals/people", goals->people, counts.people);
  check_goal (checker, "/goals/questions", goals->questions, counts.questions);
  check_goal (checker, "/goals/flows", goals->flows, counts.flows);
  check_goal (checker, "/goals/charts", goals->charts, counts.charts);
}

const PlumbCheckerRule plumb_checker_use_rules[] = {
  { .check_library = check_uses },
  { .check_library = check_goals },
  { 0 },
};
