/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "search-test.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "plumb-index-location.h"

#define TIMEOUT_SECONDS 30
/* How often a condition is looked at that nothing tells of. */
#define TICK_MILLISECONDS 5

const FixtureTopic search_test_topics[] = {
  { "outer", "Outer alignment", "0|||The goal that one writes.\n1|a||A proxy for the goal." },
  { "inner", "Inner alignment", "0|||The goal that one gets.\n2|b||A proxy that was learned." },
  { "gaming", "Specification gaming", "0|||Said, and not meant.\n3|c|Boats|Round and round." },
  { "goodhart", "Goodhart’s law", "0|||A measure as a target.\n1|d||The proxy comes apart." },
  { "oversight", "Scalable oversight", "0|||Judging what one can’t do.\n1|e||Who judges?" },
};
const guint search_test_n_topics = G_N_ELEMENTS (search_test_topics);

static gboolean
tick_cb (gpointer user_data)
{
  const char *what = g_object_get_data (user_data, "what");
  gint64 *deadline = g_object_get_data (user_data, "deadline");

  if (g_get_monotonic_time () > *deadline) {
    g_error ("%s: it took too long", what);
  }

  return G_SOURCE_CONTINUE;
}

guint
search_test_start_timeout (const char *what)
{
  GObject *data = g_object_new (G_TYPE_OBJECT, NULL);
  gint64 *deadline = g_new (gint64, 1);

  *deadline = g_get_monotonic_time () + TIMEOUT_SECONDS * G_USEC_PER_SEC;
  g_object_set_data (data, "what", (gpointer) what);
  g_object_set_data_full (data, "deadline", deadline, g_free);

  return g_timeout_add_full (G_PRIORITY_DEFAULT, TICK_MILLISECONDS, tick_cb, data, g_object_unref);
}

char *
search_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("plumb-search-XXXXXX", &error);

  g_assert_no_error (error);

  return path;
}

char **
search_test_list_folder (const char *path)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_strv_builder_take (builder, g_build_filename (path, name, NULL));
  }

  return g_strv_builder_end (builder);
}

void
search_test_remove_folder (const char *path)
{
  g_auto (GStrv) files = search_test_list_folder (path);

  for (guint i = 0; files[i] != NULL; i++) {
    g_unlink (files[i]);
  }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

guint
search_test_count_files (const char *path, const char *suffix)
{
  g_auto (GStrv) files = search_test_list_folder (path);
  guint n = 0;

  for (guint i = 0; files[i] != NULL; i++) {
    n += g_str_has_suffix (files[i], suffix) ? 1 : 0;
  }

  return n;
}

char *
search_test_find_index (const char *path)
{
  g_auto (GStrv) files = search_test_list_folder (path);

  for (guint i = 0; files[i] != NULL; i++) {
    if (g_str_has_suffix (files[i], ".index")) {
      return g_strdup (files[i]);
    }
  }

  g_error ("%s has no index", path);
}

void
search_test_damage (const char *path)
{
  g_autoptr (sqlite3) database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "UPDATE words_data SET block = x'0102030405060708'",
                                 NULL,
                                 NULL,
                                 NULL),
                   ==,
                   SQLITE_OK);
}

void
search_test_prepare (PlumbSearchIndex *index)
{
  plumb_search_index_prepare (index);
  search_test_wait_for (plumb_search_index_get_state (index) != PLUMB_SEARCH_INDEX_STATE_PREPARING);
}
