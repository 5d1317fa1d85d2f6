/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-state-test.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

PlumbTestFolder *
plumb_test_folder_new (void)
{
  PlumbTestFolder *self = g_new0 (PlumbTestFolder, 1);
  g_autoptr (GError) error = NULL;

  self->root = g_dir_make_tmp ("plumb-state-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->root, "share", "plumb", NULL);
  self->database = g_build_filename (self->path, "plumb.db", NULL);
  self->folder = g_file_new_for_path (self->path);

  return self;
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK)) {
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  }
  g_remove (path);
}

void
plumb_test_folder_free (PlumbTestFolder *self)
{
  remove_tree (self->root);
  g_object_unref (self->folder);
  g_free (self->database);
  g_free (self->path);
  g_free (self->root);
  g_free (self);
}

/* Opens a store on the disk, and expects it to be fine. */
PlumbStore *
plumb_test_folder_open (PlumbTestFolder *self)
{
  PlumbStore *store = plumb_store_open (PLUMB_STORE_MODE_DISK, self->folder);

  g_assert_cmpstr (plumb_store_get_notice (store), ==, NULL);
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_FINE);

  return store;
}

void
plumb_test_folder_make (PlumbTestFolder *self)
{
  g_assert_cmpint (g_mkdir_with_parents (self->path, 0700), ==, 0);
}

/* Runs SQL on the database behind the store's back, making the file if need be. */
void
plumb_test_folder_execute (PlumbTestFolder *self, const char *sql)
{
  sqlite3 *handle;
  char *message = NULL;

  plumb_test_folder_make (self);
  g_assert_cmpint (sqlite3_open (self->database, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* Runs a query on the database behind the store's back. Values are joined by |, rows by spaces. */
char *
plumb_test_folder_query (PlumbTestFolder *self, const char *sql)
{
  GString *result = g_string_new (NULL);
  sqlite3_stmt *statement;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open_v2 (self->database, &handle, SQLITE_OPEN_READWRITE, NULL),
                   ==,
                   SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    if (result->len > 0) {
      g_string_append_c (result, ' ');
    }
    for (int i = 0; i < sqlite3_column_count (statement); i++) {
      const char *text = (const char *) sqlite3_column_text (statement, i);

      g_string_append_printf (result, "%s%s", i > 0 ? "|" : "", text != NULL ? text : "NULL");
    }
  }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  return g_string_free_and_steal (result);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Lists what is in the store's folder, sorted; NULL if there is no such folder. */
GStrv
plumb_test_folder_list (PlumbTestFolder *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->path, 0, NULL);
  g_autoptr (GPtrArray) names = NULL;
  const char *name;

  if (dir == NULL) {
    return NULL;
  }
  names = g_ptr_array_new ();
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_ptr_array_add (names, g_strdup (name));
  }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_steal (names, NULL);
}

/* Whether any file of the folder has this text in it, wherever in the file. */
gboolean
plumb_test_folder_holds (PlumbTestFolder *folder, const char *text)
{
  g_auto (GStrv) names = plumb_test_folder_list (folder);

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *path = g_build_filename (folder->path, names[i], NULL);
    g_autofree char *contents = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
    if (memmem (contents, length, text, strlen (text)) != NULL) {
      return TRUE;
    }
  }

  return FALSE;
}

guint
plumb_test_folder_count (PlumbTestFolder *self, const char *prefix)
{
  g_auto (GStrv) names = plumb_test_folder_list (self);
  guint n = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    n += g_str_has_prefix (names[i], prefix) ? 1 : 0;
  }

  return n;
}

void
plumb_test_folder_overwrite (PlumbTestFolder *self, goffset offset, gsize length, guint8 byte)
{
  g_autofree guint8 *bytes = g_malloc (length);
  int file = open (self->database, O_WRONLY | O_CLOEXEC);

  memset (bytes, byte, length);
  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (pwrite (file, bytes, length, offset), ==, length);
  g_assert_cmpint (close (file), ==, 0);
}

gsize
plumb_test_folder_get_size (PlumbTestFolder *self)
{
  GStatBuf buffer;

  g_assert_cmpint (g_stat (self->database, &buffer), ==, 0);

  return (gsize) buffer.st_size;
}

static void
progress_changed_cb (PlumbStore *store, const char *library, const char *topic, gpointer data)
{
  g_string_append_printf (data,
                          "progress %s %s %u\n",
                          library,
                          topic,
                          plumb_store_get_levels_read (store, library, topic));
}

static void
bookmarks_changed_cb (PlumbStore *store, gpointer data)
{
  g_string_append_printf (data,
                          "bookmarks %u\n",
                          g_list_model_get_n_items (plumb_store_get_bookmarks (store)));
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  g_string_append_printf (data, "items %u -%u +%u\n", position, removed, added);
}

static void
notify_notice_cb (PlumbStore *store, GParamSpec *pspec, gpointer data)
{
  g_string_append_printf (data, "notice %d\n", plumb_store_get_condition (store));
}

void
plumb_test_record (PlumbStore *store, GString *log)
{
  g_signal_connect (store, "progress-changed", G_CALLBACK (progress_changed_cb), log);
  g_signal_connect (store, "bookmarks-changed", G_CALLBACK (bookmarks_changed_cb), log);
  g_signal_connect (store, "notify::notice", G_CALLBACK (notify_notice_cb), log);
  g_signal_connect (plumb_store_get_bookmarks (store),
                    "items-changed",
                    G_CALLBACK (items_changed_cb),
                    log);
}

/* Marks a level of a topic of the library "lib". */
gboolean
plumb_test_mark (PlumbStore *store, const char *topic, guint level)
{
  return plumb_store_mark_read (store, "lib", topic, level, PLUMB_READ_HOW_SEEN, NULL);
}

/* The store can be used, in every way. */
void
plumb_test_assert_usable (PlumbStore *store)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) kept = NULL;
  const char *block;
  double fraction;

  plumb_test_assert_done (
      plumb_store_mark_read (store, "lib", "usable", 2, PLUMB_READ_HOW_MARKED, &assert_error));
  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "usable"), ==, 2);
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:usable", "U", &assert_error));
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:usable"));
  plumb_test_assert_done (plumb_store_keep_answers (store, "usable", "{}", &assert_error));
  kept = plumb_store_dup_answers (store, "usable");
  g_assert_cmpuint (kept->len, >, 0);
  plumb_test_assert_done (
      plumb_store_note_check (store, "lib", "usable", "q", FALSE, 20000, &assert_error));
  g_assert_nonnull (plumb_store_find_check (store, "lib", "usable", "q"));
  plumb_store_note_scroll (store, "lib", "usable", 2, "block", 0.5);
  plumb_store_note_windows (store, none);
  plumb_store_flush (store);
  g_assert_true (plumb_store_get_scroll (store, "lib", "usable", 2, &block, &fraction));
  g_assert_cmpstr (block, ==, "block");
  g_assert_cmpfloat (fraction, ==, 0.5);
}

/* What plumb_test_assert_usable() did is there when the store is opened again. */
void
plumb_test_assert_kept (PlumbTestFolder *folder)
{
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (GPtrArray) kept = plumb_store_dup_answers (store, "usable");
  const char *block;
  double fraction;

  g_assert_cmpuint (plumb_store_get_levels_read (store, "lib", "usable"), ==, 2);
  g_assert_nonnull (plumb_store_find_bookmark (store, "p:usable"));
  g_assert_cmpuint (kept->len, >, 0);
  g_assert_nonnull (plumb_store_find_check (store, "lib", "usable", "q"));
  g_assert_true (plumb_store_get_scroll (store, "lib", "usable", 2, &block, &fraction));
}

void
plumb_test_assert_set_aside (PlumbTestFolder *folder,
                             PlumbStore *store,
                             PlumbStoreCondition condition,
                             const char *prefix)
{
  const char *name = plumb_store_get_set_aside_name (store);
  g_autofree char *path = NULL;

  g_assert_cmpint (plumb_store_get_condition (store), ==, condition);
  g_assert_nonnull (name);
  g_assert_true (g_str_has_prefix (name, prefix));
  g_assert_true (g_regex_match_simple ("-[0-9]{8}-[0-9]{6}(-[0-9]+)?$", name, 0, 0));
  g_assert_nonnull (strstr (plumb_store_get_notice (store), name));
  path = g_build_filename (folder->path, name, NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

void
plumb_test_assert_in_memory (PlumbStore *store)
{
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_IN_MEMORY);
  g_assert_nonnull (plumb_store_get_notice (store));
  g_assert_cmpstr (plumb_store_get_set_aside_name (store), ==, NULL);
}

/* A folder with a store in which something was kept; more, if it has to fill several pages. */
void
plumb_test_folder_fill (PlumbTestFolder *folder, guint n_topics)
{
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
      " INSERT INTO read_marks (library, topic, level, how, time)"
      " SELECT 'lib', 'topic-' || i, 1, 1, 0 FROM n",
      n_topics - 1);

  g_clear_object (&store);
  plumb_test_folder_execute (folder, sql);
}
