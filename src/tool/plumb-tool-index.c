/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-tool-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "plumb-index.h"
#include "plumb-problem.h"

int
plumb_tool_index (const PlumbToolCommand *command, int argc, char **argv)
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
  g_autoptr (GFile) folder = plumb_tool_parse_folder (command, entries, argc, argv, &error);
  g_autoptr (GListStore) problems = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (folder == NULL) {
    return plumb_tool_fail_usage (error->message);
  }
  if (output == NULL) {
    return plumb_tool_fail_usage (
        _ ("“index” needs to know where to write it: give it “-o FILE”."));
  }

  problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  bytes = plumb_index_build_full (folder,
                                  bundled ? PLUMB_INDEX_BUNDLED : PLUMB_INDEX_DEFAULT,
                                  problems,
                                  NULL,
                                  NULL,
                                  NULL,
                                  &error);
  plumb_tool_print_problems (G_LIST_MODEL (problems), TRUE);
  if (bytes == NULL) {
    return EXIT_FAILURE;
  }

  if (!g_file_set_contents (output,
                            g_bytes_get_data (bytes, NULL),
                            (gssize) g_bytes_get_size (bytes),
                            &error)) {
    return plumb_tool_fail (error);
  }

  return EXIT_SUCCESS;
}
