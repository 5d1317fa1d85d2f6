/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads one file of a library and prints what is wrong with it: read-file KIND FILE, where the kind is that of a
 * schema. */

#include "config.h"

#include <locale.h>

#include "plumb-library.h"
#include "plumb-problem.h"
#include "plumb-reader.h"

static const struct {
  const char *kind;
  GType (*type) (void);
} kinds[] = {
  { "library", plumb_library_file_get_type }, { "topic", plumb_topic_get_type },
  { "sources", plumb_source_file_get_type },  { "people", plumb_person_file_get_type },
  { "glossary", plumb_term_file_get_type },
};

int
main (int argc, char **argv)
{
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (PlumbRecord) record = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;
  GType type = G_TYPE_INVALID;

  setlocale (LC_ALL, "");

  for (gsize i = 0; argc == 3 && i < G_N_ELEMENTS (kinds); i++) {
    if (g_str_equal (kinds[i].kind, argv[1])) {
      type = kinds[i].type ();
    }
  }
  if (type == G_TYPE_INVALID) {
    g_printerr ("usage: read-file KIND FILE\n");
    return 2;
  }

  file = g_file_new_for_commandline_arg (argv[2]);
  folder = g_file_get_parent (file);
  name = g_file_get_basename (file);
  record = plumb_reader_read_file (folder, name, type, problems, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (problems)); i++) {
    g_autoptr (PlumbProblem) problem = g_list_model_get_item (G_LIST_MODEL (problems), i);
    g_autofree char *text = plumb_problem_to_string (problem);

    g_print ("%s\n", text);
  }

  return record != NULL ? 0 : 1;
}
