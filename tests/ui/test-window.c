/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-reader-page.h"
#include "plumb-ui-test.h"
#include "plumb-window.h"

typedef struct {
  AdwApplication *application;
  PlumbLibrary *library;
  PlumbStore *store;
  PlumbPreferences *preferences;
  PlumbWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static guint n = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup_printf ("io.github.plumbreader.Plumb.Test%u", n++);

  fixture->application = adw_application_new (id, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  fixture->library = plumb_ui_test_open_library ();
  fixture->store = plumb_ui_test_new_store ();
  fixture->preferences = plumb_ui_test_new_preferences ();
  fixture->window = plumb_window_new (fixture->application,
                                      fixture->library,
                                      NULL,
                                      fixture->store,
                                      fixture->preferences);
  gtk_window_present (GTK_WINDOW (fixture->window));
  plumb_ui_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  plumb_ui_test_wait_until (fixture->window == NULL);
  g_clear_object (&fixture->preferences);
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->library);
  g_clear_object (&fixture->application);
}

static void
assert_at (Fixture *fixture, const char *uri)
{
  g_autofree char *at = plumb_place_to_uri (plumb_window_get_place (fixture->window));

  g_assert_cmpstr (at, ==, uri);
}

static void
go (Fixture *fixture, const char *uri)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go", "s", uri));
}

static void
test_goes (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  g_signal_connect (fixture->window,
                    "notify::place",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n);
  go (fixture, "plumb:topic/goodharts-law?level=2");
  assert_at (fixture, "plumb:topic/goodharts-law?level=2");
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.level", "i", 3));
  assert_at (fixture, "plumb:topic/goodharts-law?level=3");
  go (fixture, "plumb:topic/outer-alignment?level=1");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  assert_at (fixture, "plumb:topic/goodharts-law?level=3");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.forward", NULL);
  assert_at (fixture, "plumb:topic/outer-alignment?level=1");
}

/* A level is not a step: back leads to the topic before. */
static void
test_level_is_no_step (Fixture *fixture, gconstpointer data)
{
  go (fixture, "plumb:topic/outer-alignment?level=1");
  go (fixture, "plumb:topic/goodharts-law?level=1");
  for (int level = 2; level <= 3; level++) {
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.level", "i", level);
  }
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  assert_at (fixture, "plumb:topic/outer-alignment?level=1");
}

static void
test_bad_places (Fixture *fixture, gconstpointer data)
{
  const char *const uris[] = { "",
                               "plumb:topic/no-such-topic",
                               "plumb:nonsense",
                               "https://example.org/",
                               "plumb:topic/goodharts-law?level=9",
                               "plumb:topic/../../etc/passwd" };

  go (fixture, "plumb:topic/goodharts-law?level=2");
  for (guint i = 0; i < G_N_ELEMENTS (uris); i++) {
    go (fixture, uris[i]);
    assert_at (fixture, "plumb:topic/goodharts-law?level=2");
  }
}

static void
test_bookmark (Fixture *fixture, gconstpointer data)
{
  guint n = 0;
  gboolean bookmarked;

  go (fixture, "plumb:topic/goodharts-law?level=2");
  g_signal_connect (fixture->window,
                    "notify::bookmarked",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.bookmark", NULL);
  g_object_get (fixture->window, "bookmarked", &bookmarked, NULL);
  g_assert_true (bookmarked);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (plumb_store_get_bookmarks (fixture->store)), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.level", "i", 1);
  g_object_get (fixture->window, "bookmarked", &bookmarked, NULL);
  g_assert_false (bookmarked);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.level", "i", 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.bookmark", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (plumb_store_get_bookmarks (fixture->store)), ==, 0);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  const char *library = plumb_library_get_file (fixture->library)->id;

  go (fixture, "plumb:topic/is-alignment-solvable?level=3");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.read", NULL);
  g_assert_cmpuint (plumb_store_get_levels_read (fixture->store, library, "is-alignment-solvable"),
                    ==,
                    PLUMB_LEVEL_BIT (3));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.read", NULL);
  g_assert_cmpuint (plumb_store_get_levels_read (fixture->store, library, "is-alignment-solvable"),
                    ==,
                    0);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 60; i++) {
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.zoom-in", NULL);
  }
  g_assert_cmpint (plumb_preferences_get_text_size (fixture->preferences), ==, PLUMB_TEXT_SIZE_MAX);
  for (guint i = 0; i < 60; i++) {
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.zoom-out", NULL);
  }
  g_assert_cmpint (plumb_preferences_get_text_size (fixture->preferences), ==, PLUMB_TEXT_SIZE_MIN);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.zoom-reset", NULL);
  g_assert_cmpint (plumb_preferences_get_text_size (fixture->preferences),
                   ==,
                   PLUMB_TEXT_SIZE_DEFAULT);
}

static void
test_cards (Fixture *fixture, gconstpointer data)
{
  go (fixture, "plumb:topic/goodharts-law?level=2");
  go (fixture, "plumb:term/proxy");
  assert_at (fixture, "plumb:topic/goodharts-law?level=2");
  plumb_ui_test_wait_until (plumb_ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_POPOVER) !=
                            NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-card", NULL);
}

static void
test_outline (Fixture *fixture, gconstpointer data)
{
  go (fixture, "plumb:topic/goodharts-law?level=3");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.outline", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-card", NULL);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  ADD ("/window/goes", test_goes);
  ADD ("/window/level-is-no-step", test_level_is_no_step);
  ADD ("/window/bad-places", test_bad_places);
  ADD ("/window/bookmark", test_bookmark);
  ADD ("/window/read", test_read);
  ADD ("/window/zoom", test_zoom);
  ADD ("/window/cards", test_cards);
  ADD ("/window/outline", test_outline);

  return g_test_run ();
}
