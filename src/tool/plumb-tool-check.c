/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-tool-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "plumb-checker.h"

int
plumb_tool_check (const PlumbToolCommand *command, int argc, char **argv)
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
  g_autoptr (GFile) folder = plumb_tool_parse_folder (command, entries, argc, argv, &error);
  g_autoptr (GListModel) problems = NULL;
  guint n_errors;
  guint n_warnings;

  if (folder == NULL) {
    return plumb_tool_fail_usage (error->message);
  }

  problems = plumb_checker_check_folder (folder);
  n_errors = plumb_tool_print_problems (problems, FALSE);
  n_warnings = g_list_model_get_n_items (problems) - n_errors;
  /* Translators: what “plumb-library check” says at its end. */
  g_print (_ ("Errors: %1$u. Warnings: %2$u."), n_errors, n_warnings);
  g_print ("\n");

  return n_errors > 0 || (strict && n_warnings > 0) ? EXIT_FAILURE : EXIT_SUCCESS;
}
