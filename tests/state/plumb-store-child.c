/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Another process for the tests. It is told what to do by its first argument, on the store's folder,
 * which is the second. It says on its output what it has done, and ends with its input. */

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plumb-store.h"

static void
say (const char *line)
{
  printf ("%s\n", line);
  fflush (stdout);
}

/* Marks one topic after the other until it is killed. */
static int
mark_forever (GFile *folder)
{
  g_autoptr (PlumbStore) store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder);

  for (guint i = 0; TRUE; i++) {
    g_autofree char *topic = g_strdup_printf ("topic-%u", i);
    g_autofree char *place = g_strdup_printf ("plumb:topic/topic-%u", i);

    if (!plumb_store_mark_read (store, "lib", topic, 1 + i % 3, PLUMB_READ_HOW_MARKED, NULL) ||
        !plumb_store_add_bookmark (store, place, topic, NULL)) {
      return EXIT_FAILURE;
    }
    say (topic);
  }
}

/* Does what each line of its input says. */
static int
obey (GFile *folder)
{
  g_autoptr (PlumbStore) store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder);
  char line[256];

  say ("ready");
  while (fgets (line, sizeof line, stdin) != NULL) {
    g_auto (GStrv) words = g_strsplit (g_strchomp (line), " ", 3);
    gboolean done;

    if (g_str_equal (words[0], "mark")) {
      done = plumb_store_mark_read (store,
                                    "lib",
                                    words[1],
                                    (guint) atoi (words[2]),
                                    PLUMB_READ_HOW_MARKED,
                                    NULL);
    } else if (g_str_equal (words[0], "unmark")) {
      done = plumb_store_unmark_read (store, "lib", words[1], (guint) atoi (words[2]), NULL);
    } else if (g_str_equal (words[0], "bookmark")) {
      done = plumb_store_add_bookmark (store, words[1], words[2], NULL);
    } else {
      return EXIT_FAILURE;
    }
    say (done ? "done" : "failed");
  }

  return EXIT_SUCCESS;
}

/* Keeps the database for itself until it is told to stop. */
static int
hold (GFile *folder)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), "plumb.db", NULL);
  sqlite3 *handle;

  if (sqlite3_open (path, &handle) != SQLITE_OK ||
      sqlite3_exec (handle, "BEGIN EXCLUSIVE", NULL, NULL, NULL) != SQLITE_OK) {
    return EXIT_FAILURE;
  }
  say ("held");
  while (getchar () != EOF) {
  }
  sqlite3_close (handle);

  return EXIT_SUCCESS;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) folder = NULL;

  if (argc != 3) {
    return EXIT_FAILURE;
  }
  folder = g_file_new_for_path (argv[2]);

  if (strcmp (argv[1], "mark-forever") == 0) {
    return mark_forever (folder);
  }
  if (strcmp (argv[1], "obey") == 0) {
    return obey (folder);
  }
  if (strcmp (argv[1], "hold") == 0) {
    return hold (folder);
  }

  return EXIT_FAILURE;
}
