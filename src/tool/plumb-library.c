/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* plumb-library: the command for those who write libraries. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>

#include "plumb-checker.h"
#include "plumb-index.h"
#include "plumb-problem.h"

/* What is found wrong with a library, and what is wrong with the command itself, are told apart by the exit status. */
#define EXIT_USAGE 2

typedef struct {
  const char *name;
  const char *arguments;
  const char *description;
  int (*run) (int argc, char **argv);
} Command;

static int run_check (int argc, char **argv);
static int run_index (int argc, char **argv);

static const Command commands[] = {
  { "check",
    N_ ("[--strict] FOLDER"),
    N_ ("read a library as the program does, and list everything that is wrong with it; with "
        "--strict, fail on warnings, too"),
    run_check },
  { "index", N_ ("FOLDER -o FILE"), N_ ("make the index that a library is opened by"), run_index },
};

static void
print_usage (GString *text)
{
  g_string_append (text, _ ("Usage: plumb-library COMMAND …"));
  g_string_append (text, "\n\n");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_string_append_printf (text,
                            "  %s %s\n      %s\n",
                            commands[i].name,
                            _ (commands[i].arguments),
                            _ (commands[i].description));
  }
  g_string_append_printf (text, "  --version\n      %s\n", _ ("print the version"));
  g_string_append_printf (text, "  --help\n      %s\n", _ ("print this text"));
}

static int
fail_usage (const char *message)
{
  g_autoptr (GString) text = g_string_new (NULL);

  print_usage (text);
  g_printerr ("plumb-library: %s\n\n%s", message, text->str);

  return EXIT_USAGE;
}

/* Parses the options of a command; what is left of @argv is the folder. */
static GFile *
parse_folder (const Command *command,
              const GOptionEntry *entries,
              int argc,
              char **argv,
              GError **error)
{
  g_autofree char *arguments = g_strdup_printf ("%s %s", command->name, _ (command->arguments));
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);

  g_option_context_set_summary (context, _ (command->description));
  if (entries != NULL) {
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  }
  if (!g_option_context_parse (context, &argc, &argv, error)) {
    return NULL;
  }
  if (argc != 2) {
    g_set_error (error,
                 G_OPTION_ERROR,
                 G_OPTION_ERROR_FAILED,
                 _ ("“%s” takes one folder, that of a library."),
                 command->name);
    return NULL;
  }

  return g_file_new_for_commandline_arg (argv[1]);
}

/* Returns how many of @problems are errors. */
static guint
print_problems (GListModel *problems, gboolean to_stderr)
{
  guint n = g_list_model_get_n_items (problems);
  guint n_errors = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbProblem) problem = g_list_model_get_item (problems, i);
    g_autofree char *text = plumb_problem_to_string (problem);

    if (to_stderr) {
      g_printerr ("%s\n", text);
    } else {
      g_print ("%s\n", text);
    }
    if (plumb_problem_get_severity (problem) == PLUMB_SEVERITY_ERROR) {
      n_errors++;
    }
  }

  return n_errors;
}

static int
run_check (int argc, char **argv)
{
  gboolean strict = FALSE;
  const GOptionEntry entries[] = {
    { "strict",
      's',
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_NONE,
      &strict,
      N_ ("fail on warnings, too"),
      NULL },
    { 0 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = parse_folder (&commands[0], entries, argc, argv, &error);
  g_autoptr (GListModel) problems = NULL;
  guint n_errors;
  guint n_warnings;

  if (folder == NULL) {
    return fail_usage (error->message);
  }

  problems = plumb_checker_check_folder (folder);
  n_errors = print_problems (problems, FALSE);
  n_warnings = g_list_model_get_n_items (problems) - n_errors;
  /* Translators: what “plumb-library check” says at its end. */
  g_print (_ ("Errors: %1$u. Warnings: %2$u."), n_errors, n_warnings);
  g_print ("\n");

  return n_errors > 0 || (strict && n_warnings > 0) ? EXIT_FAILURE : EXIT_SUCCESS;
}

static int
run_index (int argc, char **argv)
{
  g_autofree char *output = NULL;
  gboolean bundled = FALSE;
  const GOptionEntry entries[] = {
    { "output",
      'o',
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_FILENAME,
      &output,
      N_ ("where to write it; “index” in the library’s folder is found there"),
      N_ ("FILE") },
    { "bundled",
      0,
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_NONE,
      &bundled,
      N_ ("leave out the times of the files, for a resource of a program"),
      NULL },
    { 0 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = parse_folder (&commands[1], entries, argc, argv, &error);
  g_autoptr (GListStore) problems = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (folder == NULL) {
    return fail_usage (error->message);
  }
  if (output == NULL) {
    return fail_usage (_ ("“index” needs to know where to write it: give it “-o FILE”."));
  }

  problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  bytes = plumb_index_build_full (folder,
                                  bundled ? PLUMB_INDEX_BUNDLED : PLUMB_INDEX_DEFAULT,
                                  problems,
                                  NULL,
                                  NULL,
                                  NULL,
                                  &error);
  print_problems (G_LIST_MODEL (problems), TRUE);
  if (bytes == NULL) {
    return EXIT_FAILURE;
  }

  if (!g_file_set_contents (output,
                            g_bytes_get_data (bytes, NULL),
                            (gssize) g_bytes_get_size (bytes),
                            &error)) {
    g_printerr ("plumb-library: %s\n", error->message);
    return EXIT_FAILURE;
  }

  return EXIT_SUCCESS;
}

int
main (int argc, char **argv)
{
  g_autofree char *message = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("plumb-library");

  if (argc < 2) {
    return fail_usage (_ ("A command is missing."));
  }

  if (g_str_equal (argv[1], "--version")) {
    g_print ("plumb-library %s\n", PACKAGE_VERSION);
    return EXIT_SUCCESS;
  }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") ||
      g_str_equal (argv[1], "help")) {
    g_autoptr (GString) text = g_string_new (NULL);

    print_usage (text);
    g_print ("%s", text->str);
    return EXIT_SUCCESS;
  }

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (g_str_equal (argv[1], commands[i].name)) {
      return commands[i].run (argc - 1, argv + 1);
    }
  }

  message = g_strdup_printf (_ ("There is no command “%s”."), argv[1]);

  return fail_usage (message);
}
