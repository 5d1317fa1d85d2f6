/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "plumb-state-test.h"

static void
assert_titles (PlumbStore *store, const char *expected)
{
  GListModel *bookmarks = plumb_store_get_bookmarks (store);
  g_autoptr (GString) titles = g_string_new (NULL);

  g_assert_true (g_list_model_get_item_type (bookmarks) == PLUMB_TYPE_BOOKMARK);
  for (guint i = 0; i < g_list_model_get_n_items (bookmarks); i++) {
    g_autoptr (PlumbBookmark) bookmark = g_list_model_get_item (bookmarks, i);

    g_string_append (titles, plumb_bookmark_get_title (bookmark));
  }
  g_assert_cmpstr (titles->str, ==, expected);
}

/* The same in the list, and after opening the store again. */
static void
assert_titles_on_disk (PlumbTestFolder *folder, PlumbStore *store, const char *expected)
{
  g_autoptr (PlumbStore) other = plumb_test_folder_open (folder);

  assert_titles (store, expected);
  assert_titles (other, expected);
}

static PlumbStore *
open_with (PlumbTestFolder *folder, const char *titles)
{
  PlumbStore *store = plumb_test_folder_open (folder);

  for (const char *title = titles; *title != '\0'; title++) {
    const char place[] = { 'p', ':', *title, '\0' };
    const char name[] = { *title, '\0' };

    plumb_test_assert_done (plumb_store_add_bookmark (store, place, name, &assert_error));
  }

  return store;
}

static void
test_bookmark_new_destroy (void)
{
  PlumbBookmark *bookmark = plumb_bookmark_new ("plumb:a", "A", 7);
  g_autoptr (PlumbBookmark) same = plumb_bookmark_new ("plumb:a", "A", 7);
  g_autoptr (PlumbBookmark) other = plumb_bookmark_new ("plumb:a", "B", 7);
  g_autofree char *place = NULL;
  g_autofree char *title = NULL;
  gint64 created;

  g_object_get (bookmark, "place", &place, "title", &title, "created", &created, NULL);
  g_assert_cmpstr (place, ==, "plumb:a");
  g_assert_cmpstr (title, ==, "A");
  g_assert_cmpint (created, ==, 7);
  g_assert_true (plumb_bookmark_equal (bookmark, same));
  g_assert_false (plumb_bookmark_equal (bookmark, other));

  g_assert_finalize_object (bookmark);
}

static void
test_add (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (GString) log = g_string_new (NULL);
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  PlumbBookmark *bookmark;

  assert_titles (store, "");
  plumb_test_record (store, log);

  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:a", "A", &assert_error));
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:b", "B", &assert_error));
  /* A place has one bookmark. */
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:a", "C", &assert_error));

  assert_titles_on_disk (folder, store, "AB");
  g_assert_cmpstr (log->str, ==, "items 0 -0 +1\nbookmarks 1\nitems 1 -0 +1\nbookmarks 2\n");

  bookmark = plumb_store_find_bookmark (store, "p:b");
  g_assert_cmpstr (plumb_bookmark_get_place (bookmark), ==, "p:b");
  g_assert_cmpint (plumb_bookmark_get_created (bookmark), >=, before);
  g_assert_null (plumb_store_find_bookmark (store, "p:c"));
}

static void
test_remove_and_restore (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = open_with (folder, "abcd");
  g_autoptr (PlumbBookmark) bookmark = g_object_ref (plumb_store_find_bookmark (store, "p:b"));
  g_autoptr (GString) log = g_string_new (NULL);

  plumb_test_record (store, log);
  plumb_test_assert_done (plumb_store_remove_bookmark (store, "p:b", &assert_error));
  assert_titles_on_disk (folder, store, "acd");
  /* It is gone already, which is what was asked for. */
  plumb_test_assert_done (plumb_store_remove_bookmark (store, "p:b", &assert_error));

  plumb_test_assert_done (plumb_store_restore_bookmark (store, bookmark, 1, &assert_error));
  assert_titles_on_disk (folder, store, "abcd");
  g_assert_true (plumb_bookmark_equal (bookmark, plumb_store_find_bookmark (store, "p:b")));
  g_assert_cmpstr (log->str, ==, "items 1 -1 +0\nbookmarks 3\nitems 1 -0 +1\nbookmarks 4\n");

  plumb_test_assert_done (plumb_store_remove_bookmark (store, "p:b", &assert_error));
  plumb_test_assert_done (plumb_store_restore_bookmark (store, bookmark, 99, &assert_error));
  assert_titles_on_disk (folder, store, "acdb");
}

static void
test_move (void)
{
  static const struct {
    const char *place;
    guint position;
    const char *expected;
    const char *log;
  } cases[] = {
    { "p:a", 0, "abcde", "" },
    { "p:a", 1, "bacde", "items 0 -2 +2\nbookmarks 5\n" },
    { "p:a", 4, "bcdea", "items 0 -5 +5\nbookmarks 5\n" },
    { "p:e", 0, "eabcd", "items 0 -5 +5\nbookmarks 5\n" },
    { "p:d", 2, "abdce", "items 2 -2 +2\nbookmarks 5\n" },
    { "p:c", G_MAXUINT, "abdec", "items 2 -3 +3\nbookmarks 5\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
    g_autoptr (PlumbStore) store = open_with (folder, "abcde");
    g_autoptr (GString) log = g_string_new (NULL);

    plumb_test_record (store, log);
    plumb_test_assert_done (
        plumb_store_move_bookmark (store, cases[i].place, cases[i].position, &assert_error));
    assert_titles_on_disk (folder, store, cases[i].expected);
    g_assert_cmpstr (log->str, ==, cases[i].log);
  }
}

static void
test_rename (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = open_with (folder, "abc");
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (PlumbBookmark) first = NULL;
  g_autoptr (PlumbBookmark) still_first = NULL;

  first = g_list_model_get_item (plumb_store_get_bookmarks (store), 0);
  plumb_test_record (store, log);
  plumb_test_assert_done (plumb_store_rename_bookmark (store, "p:b", "é", &assert_error));
  plumb_test_assert_done (plumb_store_rename_bookmark (store, "p:b", "é", &assert_error));

  assert_titles_on_disk (folder, store, "aéc");
  g_assert_cmpstr (log->str, ==, "items 1 -1 +1\nbookmarks 3\n");
  still_first = g_list_model_get_item (plumb_store_get_bookmarks (store), 0);
  g_assert_true (first == still_first);
}

static void
test_not_found (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = open_with (folder, "a");
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  plumb_test_record (store, log);
  g_assert_false (plumb_store_rename_bookmark (store, "p:z", "Z", &error));
  g_assert_error (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (plumb_store_move_bookmark (store, "p:z", 0, &error));
  g_assert_error (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_NOT_FOUND);

  assert_titles_on_disk (folder, store, "a");
  g_assert_cmpstr (log->str, ==, "");
  g_assert_cmpint (plumb_store_get_condition (store), ==, PLUMB_STORE_CONDITION_FINE);
}

/* What is kept in memory is kept in the same order. */
static void
test_session (void)
{
  g_autoptr (PlumbStore) store = plumb_store_open (PLUMB_STORE_MODE_SESSION, NULL);

  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:a", "a", &assert_error));
  plumb_test_assert_done (plumb_store_add_bookmark (store, "p:b", "b", &assert_error));
  plumb_test_assert_done (plumb_store_move_bookmark (store, "p:b", 0, &assert_error));
  assert_titles (store, "ba");
  plumb_test_assert_done (plumb_store_remove_bookmark (store, "p:a", &assert_error));
  assert_titles (store, "b");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/bookmark/new-destroy", test_bookmark_new_destroy);
  g_test_add_func ("/bookmarks/add", test_add);
  g_test_add_func ("/bookmarks/remove-and-restore", test_remove_and_restore);
  g_test_add_func ("/bookmarks/move", test_move);
  g_test_add_func ("/bookmarks/rename", test_rename);
  g_test_add_func ("/bookmarks/not-found", test_not_found);
  g_test_add_func ("/bookmarks/session", test_session);

  return g_test_run ();
}
