/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-history.h"

static void
test_new_destroy (void)
{
  PlumbHistory *history = plumb_history_new ();

  g_assert_null (plumb_history_get_current (history));
  g_assert_false (plumb_history_get_can_go_back (history));
  g_assert_false (plumb_history_get_can_go_forward (history));
  g_assert_finalize_object (history);
}

static void
assert_at (PlumbHistory *history, const char *uri)
{
  g_autofree char *current = plumb_place_to_uri (plumb_history_get_current (history));

  g_assert_cmpstr (current, ==, uri);
}

static void
visit (PlumbHistory *history, const char *uri)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPlace) place = plumb_place_parse (uri, &error);

  g_assert_no_error (error);
  plumb_history_visit (history, place);
}

static void
test_travel (void)
{
  PlumbHistory *history = plumb_history_new ();

  visit (history, "plumb:topic/one");
  visit (history, "plumb:topic/two");
  visit (history, "plumb:topic/two");
  visit (history, "plumb:topic/three");
  g_assert_null (plumb_history_go (history, 1));
  g_assert_nonnull (plumb_history_go (history, -1));
  assert_at (history, "plumb:topic/two");
  g_assert_true (plumb_history_get_can_go_forward (history));
  g_assert_nonnull (plumb_history_go (history, -1));
  assert_at (history, "plumb:topic/one");
  g_assert_null (plumb_history_go (history, -1));
  assert_at (history, "plumb:topic/one");

  /* A new way from the middle forgets what lay ahead. */
  visit (history, "plumb:topic/four");
  g_assert_false (plumb_history_get_can_go_forward (history));
  g_assert_nonnull (plumb_history_go (history, -1));
  assert_at (history, "plumb:topic/one");
  g_assert_finalize_object (history);
}

static void
test_replace (void)
{
  PlumbHistory *history = plumb_history_new ();
  g_autoptr (PlumbPlace) deeper = plumb_place_parse ("plumb:topic/one?level=2", NULL);

  visit (history, "plumb:topic/zero");
  visit (history, "plumb:topic/one");
  plumb_history_replace (history, deeper);
  assert_at (history, "plumb:topic/one?level=2");
  g_assert_nonnull (plumb_history_go (history, -1));
  assert_at (history, "plumb:topic/zero");
  g_assert_finalize_object (history);
}

static void
test_bounded (void)
{
  PlumbHistory *history = plumb_history_new ();
  guint steps = 0;

  for (guint i = 0; i < 1000; i++) {
    g_autofree char *uri = g_strdup_printf ("plumb:topic/t%u", i);

    visit (history, uri);
  }
  while (plumb_history_go (history, -1) != NULL) {
    steps++;
  }
  g_assert_cmpuint (steps, >, 100);
  g_assert_cmpuint (steps, <, 500);
  g_assert_finalize_object (history);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  *(guint *) user_data += 1;
}

static void
test_notify (void)
{
  PlumbHistory *history = plumb_history_new ();
  guint n = 0;

  g_signal_connect (history, "notify::current", G_CALLBACK (count_cb), &n);
  visit (history, "plumb:topic/one");
  g_assert_cmpuint (n, ==, 1);
  visit (history, "plumb:topic/one");
  g_assert_cmpuint (n, ==, 1);
  visit (history, "plumb:topic/two");
  g_assert_cmpuint (n, ==, 2);
  plumb_history_go (history, -1);
  g_assert_cmpuint (n, ==, 3);
  g_assert_finalize_object (history);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/new-destroy", test_new_destroy);
  g_test_add_func ("/history/travel", test_travel);
  g_test_add_func ("/history/replace", test_replace);
  g_test_add_func ("/history/bounded", test_bounded);
  g_test_add_func ("/history/notify", test_notify);

  return g_test_run ();
}
