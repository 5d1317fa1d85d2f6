/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the tests of the library share: folders that are there for one test, and looking for problems. */

#include "config.h"

#include "plumb-library-test.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Makes an empty folder. */
PlumbTestFolder *
plumb_test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  PlumbTestFolder *folder = g_new0 (PlumbTestFolder, 1);

  folder->path = g_dir_make_tmp ("plumb-library-XXXXXX", &error);
  g_assert_no_error (error);
  folder->file = g_file_new_for_path (folder->path);

  return folder;
}

static void
copy_tree (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *source = g_build_filename (from, name, NULL);
    g_autofree char *target = g_build_filename (to, name, NULL);

    if (g_file_test (source, G_FILE_TEST_IS_DIR)) {
      copy_tree (source, target);
    } else {
      g_autoptr (GBytes) bytes = plumb_test_load (source);

      g_assert_true (g_file_set_contents (target,
                                          g_bytes_get_data (bytes, NULL),
                                          (gssize) g_bytes_get_size (bytes),
                                          NULL));
    }
  }
}

/* Makes a copy of a folder of fixtures, such as `full`. */
PlumbTestFolder *
plumb_test_folder_new_copy (const char *fixture)
{
  PlumbTestFolder *folder = plumb_test_folder_new ();
  g_autofree char *from = plumb_test_fixture (fixture);

  copy_tree (from, folder->path);

  return folder;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK)) {
    g_chmod (path, 0700);
    dir = g_dir_open (path, 0, NULL);
    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  }
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* Removes the folder with all that is in it. */
void
plumb_test_folder_free (PlumbTestFolder *folder)
{
  remove_tree (folder->path);
  g_object_unref (folder->file);
  g_free (folder->path);
  g_free (folder);
}

void
plumb_test_folder_write_bytes (PlumbTestFolder *folder,
                               const char *name,
                               gconstpointer data,
                               gsize length)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

void
plumb_test_folder_write (PlumbTestFolder *folder, const char *name, const char *text)
{
  plumb_test_folder_write_bytes (folder, name, text, strlen (text));
}

void
plumb_test_folder_remove (PlumbTestFolder *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);

  remove_tree (path);
}

/* json-glib can only add to the end of a list, so it is filled anew. */
static void
edit_list (JsonArray *list, const char *key, JsonNode *new_node)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  guint n = json_array_get_length (list);
  guint index = g_str_equal (key, "-") ? n : (guint) g_ascii_strtoull (key, NULL, 10);

  g_assert_cmpuint (index, <=, n);
  for (guint i = 0; i < n; i++) {
    JsonNode *node = json_array_dup_element (list, i);

    if (i != index) {
      g_ptr_array_add (nodes, node);
    } else {
      json_node_unref (node);
    }
  }
  if (new_node != NULL) {
    g_ptr_array_insert (nodes, (int) index, new_node);
  }

  while (json_array_get_length (list) > 0) {
    json_array_remove_element (list, 0);
  }
  for (guint i = 0; i < nodes->len; i++) {
    json_array_add_element (list, g_ptr_array_index (nodes, i));
  }
}

/* Puts a value, as JSON, at a JSON path of a file; NULL takes away what is there, and “-” as the last key of a path
 * adds to a list. */
void
plumb_test_folder_edit (PlumbTestFolder *folder,
                        const char *name,
                        const char *path,
                        const char *value)
{
  g_autofree char *file = g_build_filename (folder->path, name, NULL);
  g_auto (GStrv) keys = g_strsplit (path + 1, "/", -1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;
  JsonNode *new_node = value != NULL ? json_from_string (value, &error) : NULL;
  gsize i = 0;

  g_assert_no_error (error);
  json_parser_load_from_file (parser, file, &error);
  g_assert_no_error (error);

  node = json_parser_get_root (parser);
  for (; keys[i + 1] != NULL; i++) {
    node = JSON_NODE_HOLDS_OBJECT (node)
               ? json_object_get_member (json_node_get_object (node), keys[i])
               : json_array_get_element (json_node_get_array (node),
                                         (guint) g_ascii_strtoull (keys[i], NULL, 10));
    g_assert_nonnull (node);
  }

  if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonObject *object = json_node_get_object (node);

    if (new_node != NULL) {
      json_object_set_member (object, keys[i], new_node);
    } else {
      g_assert_true (json_object_has_member (object, keys[i]));
      json_object_remove_member (object, keys[i]);
    }
  } else {
    edit_list (json_node_get_array (node), keys[i], new_node);
  }

  text = json_to_string (json_parser_get_root (parser), TRUE);
  plumb_test_folder_write (folder, name, text);
}

/* Returns the path of a fixture of this room. */
char *
plumb_test_fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", "library", name, NULL);
}

GBytes *
plumb_test_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

/* Returns all of @problems, one a line. */
char *
plumb_test_describe (GListModel *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++) {
    g_autoptr (PlumbProblem) problem = g_list_model_get_item (problems, i);
    g_autofree char *line = plumb_problem_to_string (problem);

    g_string_append_printf (text, "%s\n", line);
  }

  return g_string_free_and_steal (text);
}

/* Asserts that one of @problems is of this kind, at this place, and says something. */
void
plumb_test_assert_problem (GListModel *problems,
                           PlumbSeverity severity,
                           PlumbLibraryError code,
                           const char *file,
                           const char *path)
{
  g_autofree char *all = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++) {
    g_autoptr (PlumbProblem) problem = g_list_model_get_item (problems, i);

    if (plumb_problem_get_severity (problem) == severity &&
        plumb_problem_get_code (problem) == code &&
        g_str_equal (plumb_problem_get_file (problem), file) &&
        g_str_equal (plumb_problem_get_path (problem), path)) {
      g_assert_cmpstr (plumb_problem_get_message (problem), !=, "");
      g_assert_true (g_utf8_validate (plumb_problem_get_message (problem), -1, NULL));
      return;
    }
  }

  all = plumb_test_describe (problems);
  g_error ("no problem of code %d at %s: %s among:\n%s", (int) code, file, path, all);
}

void
plumb_test_assert_no_problems (GListModel *problems)
{
  g_autofree char *all = plumb_test_describe (problems);

  g_assert_cmpstr (all, ==, "");
}

/* A GAsyncReadyCallback that puts the result where plumb_test_wait() looks for it. */
void
plumb_test_wait_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

/* Runs the main loop until there is a result. */
GAsyncResult *
plumb_test_wait (GAsyncResult **result)
{
  while (*result == NULL) {
    g_main_context_iteration (NULL, TRUE);
  }

  return *result;
}
