/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "plumb-state-test.h"

/* A day like any other. */
#define TODAY 20000

static void
answer (PlumbStore *store, const char *question, gboolean known, gint64 day)
{
  plumb_test_assert_done (
      plumb_store_note_check (store, "lib", "topic", question, known, day, &assert_error));
}

/* What is due on a day, as the questions' ids. */
static void
assert_due (PlumbStore *store, gint64 day, const char *expected, gint64 expected_next)
{
  gint64 next = -1;
  g_autoptr (GPtrArray) due = plumb_store_dup_checks (store, "lib", day, &next);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < due->len; i++) {
    g_string_append (all, ((PlumbCheck *) g_ptr_array_index (due, i))->question);
  }
  g_assert_cmpstr (all->str, ==, expected);
  g_assert_cmpint (next, ==, expected_next);
}

static void
count_cb (PlumbStore *store, guint *count)
{
  (*count)++;
}

/* What was known does not come back; what was missed does tomorrow, and then ever later. */
static void
test_schedule (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  const PlumbCheck *check;
  gint64 day = TODAY + 1;
  gint64 interval = 0;
  guint count = 0;

  g_signal_connect (store, "checks-changed", G_CALLBACK (count_cb), &count);
  assert_due (store, TODAY, "", 0);
  g_assert_null (plumb_store_find_check (store, "lib", "topic", "known"));
  answer (store, "known", TRUE, TODAY);
  answer (store, "missed", FALSE, TODAY);
  g_assert_cmpuint (count, ==, 2);

  check = plumb_store_find_check (store, "lib", "topic", "known");
  g_assert_true (check->known);
  g_assert_cmpint (check->day, ==, TODAY);
  g_assert_cmpint (check->due, ==, 0);
  check = plumb_store_find_check (store, "lib", "topic", "missed");
  g_assert_false (check->known);
  g_assert_cmpint (check->due, ==, TODAY + 1);
  assert_due (store, TODAY, "", TODAY + 1);
  assert_due (store, TODAY + 1, "missed", 0);

  for (guint i = 0; i < 5; i++) {
    answer (store, "missed", TRUE, day);
    check = plumb_store_find_check (store, "lib", "topic", "missed");
    g_assert_true (check->known);
    g_assert_cmpint (check->day, ==, day);
    g_assert_cmpint (check->due - day, >, interval);
    interval = check->due - day;
    assert_due (store, check->due - 1, "", check->due);
    assert_due (store, check->due, "missed", 0);
    day = check->due;
  }

  /* Missed again, it is back soon; and so is what was known, once it is missed. */
  answer (store, "missed", FALSE, day);
  check = plumb_store_find_check (store, "lib", "topic", "missed");
  g_assert_cmpint (check->due - day, <, interval);
  answer (store, "known", FALSE, day);
  check = plumb_store_find_check (store, "lib", "topic", "known");
  g_assert_cmpint (check->due, ==, day + 1);
}

/* Answering again on the same day does not make it due on that day, and a clock that is put back undoes nothing. */
static void
test_same_day (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  const PlumbCheck *check;

  for (guint i = 0; i < 4; i++) {
    answer (store, "q", i % 2 == 1, TODAY);
    g_assert_cmpint (plumb_store_find_check (store, "lib", "topic", "q")->due, >, TODAY);
  }
  answer (store, "q", TRUE, TODAY - 100);
  check = plumb_store_find_check (store, "lib", "topic", "q");
  g_assert_cmpint (check->day, ==, TODAY);
  g_assert_cmpint (check->due, >, TODAY);
}

static void
test_order (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (PlumbStore) again = NULL;

  answer (store, "c", FALSE, TODAY);
  answer (store, "b", FALSE, TODAY);
  answer (store, "a", FALSE, TODAY + 1);
  plumb_test_assert_done (
      plumb_store_note_check (store, "other", "topic", "x", FALSE, TODAY, &assert_error));
  assert_due (store, TODAY + 1, "bc", TODAY + 2);
  assert_due (store, TODAY + 2, "bca", 0);

  again = plumb_test_folder_open (folder);
  assert_due (again, TODAY + 2, "bca", 0);
}

static void
test_forget (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (PlumbStore) again = NULL;
  g_autoptr (PlumbCheck) before = NULL;

  answer (store, "a", FALSE, TODAY);
  answer (store, "b", FALSE, TODAY);
  before = plumb_check_copy (plumb_store_find_check (store, "lib", "topic", "a"));
  plumb_test_assert_done (plumb_store_forget_check (store, "lib", "topic", "a", &assert_error));
  assert_due (store, TODAY + 1, "b", 0);
  plumb_test_assert_done (plumb_store_restore_check (store, before, &assert_error));
  assert_due (store, TODAY + 1, "ab", 0);
  g_assert_true (plumb_check_equal (before, plumb_store_find_check (store, "lib", "topic", "a")));

  plumb_test_assert_done (
      plumb_store_note_check (store, "other", "topic", "x", FALSE, TODAY, &assert_error));
  plumb_test_assert_done (plumb_store_forget_all_checks (store, "lib", &assert_error));
  again = plumb_test_folder_open (folder);
  assert_due (store, TODAY + 1, "", 0);
  assert_due (again, TODAY + 1, "", 0);
  g_assert_nonnull (plumb_store_find_check (again, "other", "topic", "x"));
}

static void
test_modes (void)
{
  static const struct {
    PlumbStoreMode mode;
    const char *due;
  } cases[] = {
    { PLUMB_STORE_MODE_SESSION, "q" },
    { PLUMB_STORE_MODE_NONE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
    g_autoptr (PlumbStore) store = plumb_store_open (cases[i].mode, folder->folder);

    answer (store, "q", FALSE, TODAY);
    assert_due (store, TODAY + 1, cases[i].due, 0);
    g_assert_null (plumb_test_folder_list (folder));
  }
}

static void
test_refresh (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
  g_autoptr (PlumbStore) other = plumb_test_folder_open (folder);
  guint count = 0;

  assert_due (store, TODAY, "", 0);
  g_signal_connect (store, "checks-changed", G_CALLBACK (count_cb), &count);
  answer (other, "q", FALSE, TODAY);
  plumb_store_refresh (store);
  g_assert_cmpuint (count, ==, 1);
  assert_due (store, TODAY + 1, "q", 0);

  /* A store that has not looked since goes on from what the other one noted. */
  answer (other, "q", TRUE, TODAY + 1);
  answer (store, "q", TRUE, TODAY + 10);
  g_assert_cmpint (plumb_store_find_check (store, "lib", "topic", "q")->day, ==, TODAY + 10);
  plumb_store_refresh (other);
  g_assert_true (plumb_check_equal (plumb_store_find_check (store, "lib", "topic", "q"),
                                    plumb_store_find_check (other, "lib", "topic", "q")));
}

static void
test_damaged (void)
{
  static const char *const damage[] = {
    "UPDATE checks SET known = 2",
    "UPDATE checks SET day = -1",
    "UPDATE checks SET due = 1e15",
    "UPDATE checks SET stability = 0",
    "UPDATE checks SET stability = -1",
    "UPDATE checks SET stability = 9e999",
    "UPDATE checks SET difficulty = 0.5",
    "UPDATE checks SET difficulty = 11",
    "UPDATE checks SET topic = CAST (x'ff' AS TEXT)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damage); i++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
    g_autoptr (PlumbStore) store = plumb_test_folder_open (folder);
    g_autoptr (PlumbStore) other = plumb_test_folder_open (folder);

    answer (store, "q", FALSE, TODAY);
    plumb_test_folder_execute (folder, damage[i]);
    assert_due (other, TODAY + 1, "", 0);
    plumb_test_assert_set_aside (folder, other, PLUMB_STORE_CONDITION_DAMAGED, "plumb.db.damaged-");

    /* The store that knew it still does, and takes it into the new file. */
    plumb_store_refresh (store);
    assert_due (store, TODAY + 1, "q", 0);
    plumb_store_refresh (other);
    assert_due (other, TODAY + 1, "q", 0);
  }
}

static void
test_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 today = plumb_check_today ();
  gint64 local = g_date_time_to_unix (now) + g_date_time_get_utc_offset (now) / G_USEC_PER_SEC;

  /* A day may have begun in between. */
  g_assert_cmpint (today, >=, local / 86400 - 1);
  g_assert_cmpint (today, <=, local / 86400);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/checks/schedule", test_schedule);
  g_test_add_func ("/checks/same-day", test_same_day);
  g_test_add_func ("/checks/order", test_order);
  g_test_add_func ("/checks/forget", test_forget);
  g_test_add_func ("/checks/modes", test_modes);
  g_test_add_func ("/checks/refresh", test_refresh);
  g_test_add_func ("/checks/damaged", test_damaged);
  g_test_add_func ("/checks/today", test_today);

  return g_test_run ();
}
