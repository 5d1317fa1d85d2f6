/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is found wrong with a library, and what is wrong with the command itself, are told apart by the exit status. */
#define PLUMB_TOOL_EXIT_USAGE 2

/* A command of plumb-library. Its texts are marked for translation, and not translated yet. */
typedef struct _PlumbToolCommand PlumbToolCommand;

struct _PlumbToolCommand {
  const char *name;
  const char *arguments;
  const char *description;
  int (*run) (const PlumbToolCommand *command, int argc, char **argv);
};

/* plumb-library.c */
int plumb_tool_fail_usage (const char *message);
int plumb_tool_fail (const GError *error);
gboolean plumb_tool_parse (const PlumbToolCommand *command,
                           const GOptionEntry *entries,
                           int *argc,
                           char ***argv,
                           GError **error);
GFile *plumb_tool_parse_folder (const PlumbToolCommand *command,
                                const GOptionEntry *entries,
                                int argc,
                                char **argv,
                                GError **error);
guint plumb_tool_print_problems (GListModel *problems, gboolean to_stderr);

/* A file each. */
int plumb_tool_check (const PlumbToolCommand *command, int argc, char **argv);
int plumb_tool_index (const PlumbToolCommand *command, int argc, char **argv);
int plumb_tool_new (const PlumbToolCommand *command, int argc, char **argv);
int plumb_tool_stats (const PlumbToolCommand *command, int argc, char **argv);

G_END_DECLS
