/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes an empty topic. What is there already is never touched. */

#include "config.h"

#include "plumb-tool-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "plumb-library-file.h"
#include "plumb-problem.h"
#include "plumb-reader.h"
#include "plumb-skeleton.h"
#include "plumb-syntax.h"

static gboolean
write_new (GFile *folder, const char *id, const char *text, GError **error)
{
  g_autoptr (GFile) topics = g_file_get_child (folder, "topics");
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autoptr (GFile) file = g_file_get_child (topics, name);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) made = NULL;

  if (!g_file_make_directory (topics, NULL, &made) &&
      !g_error_matches (made, G_IO_ERROR, G_IO_ERROR_EXISTS)) {
    g_propagate_error (error, g_steal_pointer (&made));
    return FALSE;
  }
  g_clear_error (&made);

  stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &made);
  if (g_error_matches (made, G_IO_ERROR, G_IO_ERROR_EXISTS)) {
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_EXISTS,
                 _ ("%s is there already, and was left as it is."),
                 g_file_peek_path (file));
    return FALSE;
  }
  if (stream == NULL) {
    g_propagate_error (error, g_steal_pointer (&made));
    return FALSE;
  }

  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream),
                                  text,
                                  strlen (text),
                                  NULL,
                                  NULL,
                                  error) ||
      !g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error)) {
    /* Half a topic would be in the way of the next try. */
    g_file_delete (file, NULL, NULL);
    return FALSE;
  }

  g_print (_ ("An empty topic is in %s. Write your own words where hints stand between [[ and ]]."),
           g_file_peek_path (file));
  g_print ("\n");

  return TRUE;
}

int
plumb_tool_new (const PlumbToolCommand *command, int argc, char **argv)
{
  gboolean full = FALSE;
  const GOptionEntry entries[] = {
    { "full",
      0,
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_NONE,
      &full,
      N_ ("with all that the profile “full” asks for"),
      NULL },
    { 0 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) problems = NULL;
  g_autoptr (PlumbLibraryFile) library = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *message = NULL;
  g_autofree char *text = NULL;

  if (!plumb_tool_parse (command, entries, &argc, &argv, &error)) {
    return plumb_tool_fail_usage (error->message);
  }
  if (argc < 2 || argc > 3) {
    return plumb_tool_fail_usage (_ (
        "“new” takes the id of a topic and, where it is not this one, the folder of a library."));
  }
  if (!plumb_syntax_is_id (argv[1])) {
    g_autofree char *quoted = plumb_syntax_quote (argv[1], -1);

    message = g_strdup_printf (_ ("“%s” is no id: lower-case words joined by hyphens, such as "
                                  "“why-ponds-turn-green”."),
                               quoted);
    return plumb_tool_fail_usage (message);
  }

  folder = g_file_new_for_commandline_arg (argc == 3 ? argv[2] : ".");
  problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  library =
      plumb_reader_read_file (folder, "library.json", PLUMB_TYPE_LIBRARY_FILE, problems, NULL);
  if (library == NULL) {
    plumb_tool_print_problems (G_LIST_MODEL (problems), TRUE);
    return EXIT_FAILURE;
  }

  text = plumb_skeleton_make_topic (argv[1],
                                    library,
                                    full || library->profile == PLUMB_PROFILE_FULL);
  if (!write_new (folder, argv[1], text, &error)) {
    return plumb_tool_fail (error);
  }

  return EXIT_SUCCESS;
}
