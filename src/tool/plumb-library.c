/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* plumb-library: the command for those who write libraries. */

#include "config.h"

#include "plumb-tool-private.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>

#include "plumb-problem.h"

static const PlumbToolCommand commands[] = {
  { "check",
    N_ ("[--strict] FOLDER"),
    N_ ("read a library as the program does, and list everything that is wrong with it; with "
        "--strict, fail on warnings, too"),
    plumb_tool_check },
  { "new",
    N_ ("[--full] TOPIC [FOLDER]"),
    N_ ("write an empty topic with hints into a library; with --full, with all that the profile "
        "“full” asks for"),
    plumb_tool_new },
  { "stats",
    N_ ("FOLDER"),
    N_ ("print how much there is in a library, as tables"),
    plumb_tool_stats },
  { "index",
    N_ ("FOLDER -o FILE"),
    N_ ("make the index that a library is opened by"),
    plumb_tool_index },
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

/* Says what is wrong with the command line, and how it is used. Returns the exit status. */
int
plumb_tool_fail_usage (const char *message)
{
  g_autoptr (GString) text = g_string_new (NULL);

  print_usage (text);
  g_printerr ("plumb-library: %s\n\n%s", message, text->str);

  return PLUMB_TOOL_EXIT_USAGE;
}

/* Says what went wrong. Returns the exit status. */
int
plumb_tool_fail (const GError *error)
{
  g_printerr ("plumb-library: %s\n", error->message);

  return EXIT_FAILURE;
}

/* Parses the options of a command, and takes them off @argv. */
gboolean
plumb_tool_parse (const PlumbToolCommand *command,
                  const GOptionEntry *entries,
                  int *argc,
                  char ***argv,
                  GError **error)
{
  g_autofree char *arguments = g_strdup_printf ("%s %s", command->name, _ (command->arguments));
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);

  g_option_context_set_summary (context, _ (command->description));
  if (entries != NULL) {
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  }

  return g_option_context_parse (context, argc, argv, error);
}

/* Parses the options of a command that takes a folder, and returns that. */
GFile *
plumb_tool_parse_folder (const PlumbToolCommand *command,
                         const GOptionEntry *entries,
                         int argc,
                         char **argv,
                         GError **error)
{
  if (!plumb_tool_parse (command, entries, &argc, &argv, error)) {
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
guint
plumb_tool_print_problems (GListModel *problems, gboolean to_stderr)
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
    return plumb_tool_fail_usage (_ ("A command is missing."));
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
      return commands[i].run (&commands[i], argc - 1, argv + 1);
    }
  }

  message = g_strdup_printf (_ ("There is no command “%s”."), argv[1]);

  return plumb_tool_fail_usage (message);
}
