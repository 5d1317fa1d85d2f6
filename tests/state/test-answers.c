/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "plumb-state-test.h"

static void
assert_answers (PlumbStore *store, const char *library, const char *expected)
{
  g_autoptr (GPtrArray) kept = plumb_store_dup_answers (store, library);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < kept->len; i++) {
    PlumbKeptAnswers *answers = g_ptr_array_index (kept, i);

    g_assert_cmpstr (plumb_kept_answers_get_library (answers), ==, library);
    g_string_append (all, plumb_kept_answers_get_answers (answers));
  }
  g_assert_cmpstr (all->str, ==, expected);
}

/* The same in memory, and after opening the store again. */
static void
assert_answers_on_disk (PlumbTestFolder *folder, PlumbStore *store, const char *expected)
{
  g_autoptr (PlumbStore) other = plumb_test_folder_open (folder);

  assert_answers (store, "lib", expected);
  assert_answers (other, "lib", expected);
}

static void
keep (PlumbStore *store, const char *answers)
{
  plumb_test_assert_done (plumb_store_keep_answers (store, "lib", answers, &assert_error));
}

static void
count_cb (PlumbStore *store, guint *count)
{
  (*count)++;
}

static void
test_new_destroy (void)
{
  PlumbKeptAnswers *kept = plumb_kept_answers_new ("lib", "{}", 7);
  g_autoptr (PlumbKeptAnswers) same = plumb_kept_answers_new ("lib", "{}", 7);
  g_autofree char *library = NULL;
  g_autofree char *answers = NULL;
  gint64 created;

  g_object_get (kept, "library", &library, "answers", &answers, "created", &created, NULL);
  g_assert_cmpstr (library, ==, "lib");
  g_assert_cmpstr (answers, ==, "{}");
  g_assert_cmpint (created, ==, 7);
  g_assert_true (plumb_kept_answers_equal (kept, same));
  for (guint i = 0; i < 3; i++) {
    g_autoptr (PlumbKeptAnswers) other = plumb_kept_answers_new (i == 0 ? "other" : "lib",
                                                                 i == 1 ? "[]" : "{}",
                                                                 i == 2 ? 8 : 7);

    g_assert_false (plumb_kept_answers_equal (kept, other));
  }

  g_assert_finalize_object (kept);
}

/* Nothing is there that nobody asked to keep; what is kept has its time; the oldest comes first. */
static void
test_keep (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (GPtrArray) kept = NULL;
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  guint count = 0;

  g_signal_connect (store, "answers-changed", G_CALLBACK (count_cb), &count);
  assert_answers_on_disk (folder, store, "");
  keep (store, "a");
  keep (store, "b");
  plumb_test_assert_done (plumb_store_keep_answers (store, "other", "c", &assert_error));
  g_assert_cmpuint (count, ==, 3);
  assert_answers_on_disk (folder, store, "ab");
  assert_answers (store, "other", "c");

  kept = plumb_store_dup_answers (store, "lib");
  g_assert_cmpint (plumb_kept_answers_get_created (g_ptr_array_index (kept, 0)), >=, before);
}

static void
test_erase_and_restore (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (GPtrArray) kept = NULL;
  PlumbKeptAnswers *second;
  guint count = 0;

  keep (store, "a");
  keep (store, "b");
  keep (store, "c");
  kept = plumb_store_dup_answers (store, "lib");
  second = g_ptr_array_index (kept, 1);

  plumb_test_assert_done (plumb_store_erase_answers (store, second, &assert_error));
  assert_answers_on_disk (folder, store, "ac");
  g_signal_connect (store, "answers-changed", G_CALLBACK (count_cb), &count);
  /* They are gone already, which is what was asked for. */
  plumb_test_assert_done (plumb_store_erase_answers (store, second, &assert_error));
  g_assert_cmpuint (count, ==, 0);

  plumb_test_assert_done (plumb_store_restore_answers (store, second, &assert_error));
  /* Twice is once. */
  plumb_test_assert_done (plumb_store_restore_answers (store, second, &assert_error));
  g_assert_cmpuint (count, ==, 1);
  {
    g_autoptr (GPtrArray) again = plumb_store_dup_answers (store, "lib");
    guint n_same = 0;

    g_assert_cmpuint (again->len, ==, 3);
    for (guint i = 0; i < again->len; i++) {
      n_same += plumb_kept_answers_equal (g_ptr_array_index (again, i), second) ? 1 : 0;
    }
    g_assert_cmpuint (n_same, ==, 1);
  }
}

/* What was erased is nowhere on the disk, not even between the records. */
static void
test_erase_for_good (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char *longer = g_strnfill (20000, 'x');
  g_autofree char *text = g_strconcat (longer, "what-i-think", longer, NULL);

  keep (store, text);
  plumb_test_assert_done (plumb_store_keep_answers (store, "other", "left", &assert_error));
  g_assert_true (plumb_test_folder_holds (folder, "what-i-think"));
  plumb_test_assert_done (plumb_store_erase_all_answers (store, "lib", &assert_error));
  assert_answers_on_disk (folder, store, "");
  assert_answers (store, "other", "left");
  g_assert_false (plumb_test_folder_holds (folder, "what-i-think"));
  g_assert_true (plumb_test_folder_holds (folder, "left"));
}

/* On a shared machine nobody's opinions reach the disk. */
static void
test_modes (void)
{
  static const struct {
    PlumbStoreMode mode;
    const char *kept;
  } cases[] = {
    { PLUMB_STORE_MODE_SESSION, "a" },
    { PLUMB_STORE_MODE_NONE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
    g_autoptr (PlumbStore) store = plumb_store_open (cases[i].mode, folder->folder);
    g_autoptr (PlumbStore) other = plumb_store_open (cases[i].mode, folder->folder);

    keep (store, "a");
    assert_answers (store, "lib", cases[i].kept);
    assert_answers (other, "lib", "");
    plumb_test_assert_done (plumb_store_erase_all_answers (store, "lib", &assert_error));
    assert_answers (store, "lib", "");
    g_assert_null (plumb_test_folder_list (folder));
  }
}

/* What another window's program has kept is taken in, and said. */
static void
test_refresh (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (PlumbStore) other = plumb_test_folder_open (folder);
  guint count = 0;

  assert_answers (store, "lib", "");
  g_signal_connect (store, "answers-changed", G_CALLBACK (count_cb), &count);
  plumb_store_refresh (store);
  g_assert_cmpuint (count, ==, 0);
  keep (other, "a");
  plumb_store_refresh (store);
  g_assert_cmpuint (count, ==, 1);
  assert_answers (store, "lib", "a");
  g_assert_true (plumb_test_mark (other, "t", 1));
  plumb_store_refresh (store);
  g_assert_cmpuint (count, ==, 1);
}

static void
test_damaged (void)
{
  static const char *const damage[] = {
    "UPDATE kept_answers SET answers = CAST (x'ff' AS TEXT)",
    "UPDATE kept_answers SET library = CAST (x'ff' AS TEXT)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damage); i++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
    g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
    g_autoptr (PlumbStore) other = plumb_test_folder_open (folder);

    keep (store, "a");
    plumb_test_folder_execute (folder, damage[i]);
    assert_answers (other, "lib", "");
    plumb_test_assert_set_aside (folder, other, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");

    /* The store that knew them still does, and takes them into the new file. */
    plumb_store_refresh (store);
    assert_answers_on_disk (folder, store, "a");
  }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/answers/new-destroy", test_new_destroy);
  g_test_add_func ("/answers/keep", test_keep);
  g_test_add_func ("/answers/erase-and-restore", test_erase_and_restore);
  g_test_add_func ("/answers/erase-for-good", test_erase_for_good);
  g_test_add_func ("/answers/modes", test_modes);
  g_test_add_func ("/answers/refresh", test_refresh);
  g_test_add_func ("/answers/damaged", test_damaged);

  return g_test_run ();
}
