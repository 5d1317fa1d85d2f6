/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "plumb-markup.h"
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
                               "plumb:nonsense",
                               "plumb:topic/",
                               "https://example.org/",
                               "plumb:topic/goodharts-law?level=9",
                               "plumb:topic/../../etc/passwd" };

  go (fixture, "plumb:topic/goodharts-law?level=2");
  for (guint i = 0; i < G_N_ELEMENTS (uris); i++) {
    go (fixture, uris[i]);
    assert_at (fixture, "plumb:topic/goodharts-law?level=2");
  }
}

/* A button knows whether its action can be had; the window itself doesn't say. */
static void
assert_enabled (Fixture *fixture, const char *action, gboolean enabled)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "action-name", action, NULL);

  g_test_message ("%s", action);
  gtk_widget_set_parent (button, GTK_WIDGET (fixture->window));
  g_assert_cmpint (gtk_widget_get_sensitive (button), ==, enabled);
  gtk_widget_unparent (button);
}

static void
act (Fixture *fixture, const char *action)
{
  assert_enabled (fixture, action, TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static void
assert_title (Fixture *fixture, const char *title)
{
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, title);
}

/* A page that says why there is no topic is a step like any other, and has nothing to read on it. */
static void
test_unknown_topic (Fixture *fixture, gconstpointer data)
{
  const char *const not_there[] = { "win.read", "win.copy-citation", "win.outline",
                                    "win.find", "win.bookmark",      "win.forward" };
  guint n = 0;
  int level;

  go (fixture, "plumb:topic/outer-alignment?level=1");
  go (fixture, "plumb:topic/goodharts-law?level=2");
  g_signal_connect (fixture->window,
                    "notify::place",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n);
  gtk_widget_grab_focus (plumb_ui_test_find (GTK_WIDGET (fixture->window), PLUMB_TYPE_READER_PAGE));
  go (fixture, "plumb:topic/no-such-topic?level=3");
  g_assert_cmpuint (n, ==, 1);
  assert_at (fixture, "plumb:topic/no-such-topic?level=3");
  assert_title (fixture, "This Topic Can’t Be Shown");
  g_assert_nonnull (plumb_ui_test_find_label (GTK_WIDGET (fixture->window),
                                              "This library has no topic “no-such-topic”."));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  for (guint i = 0; i < G_N_ELEMENTS (not_there); i++) {
    assert_enabled (fixture, not_there[i], FALSE);
  }
  g_object_set (fixture->window, "level", 1, NULL);
  assert_at (fixture, "plumb:topic/no-such-topic?level=3");
  assert_enabled (fixture, "win.copy-link", TRUE);

  act (fixture, "win.back");
  assert_at (fixture, "plumb:topic/goodharts-law?level=2");
  assert_title (fixture, "Goodhart’s law");
  g_object_get (fixture->window, "level", &level, NULL);
  g_assert_cmpint (level, ==, 2);
  act (fixture, "win.forward");
  assert_title (fixture, "This Topic Can’t Be Shown");
  go (fixture, "plumb:topic/inner-alignment?level=1");
  act (fixture, "win.back");
  assert_at (fixture, "plumb:topic/no-such-topic?level=3");
}

/* A mark on a topic that is gone can be taken back. */
static void
test_unknown_topic_with_bookmark (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plumb_store_add_bookmark (fixture->store,
                                           "plumb:topic/no-such-topic",
                                           "A topic of long ago",
                                           &error));
  g_assert_no_error (error);
  go (fixture, "plumb:topic/no-such-topic");
  act (fixture, "win.bookmark");
  g_assert_cmpuint (g_list_model_get_n_items (plumb_store_get_bookmarks (fixture->store)), ==, 0);
  assert_enabled (fixture, "win.bookmark", FALSE);
}

static void
test_topic_to_come (Fixture *fixture, gconstpointer data)
{
  GListModel *upcoming = plumb_library_get_file (fixture->library)->upcoming;
  g_autoptr (PlumbUpcoming) topic = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *message = NULL;

  g_assert_nonnull (upcoming);
  g_assert_cmpuint (g_list_model_get_n_items (upcoming), >, 0);
  topic = g_list_model_get_item (upcoming, 0);
  uri = g_strdup_printf ("plumb:topic/%s", topic->id);
  summary = plumb_markup_to_plain (topic->summary);
  message = g_strdup_printf ("This topic is still to be written.\n\n%s", summary);

  go (fixture, "plumb:topic/goodharts-law?level=2");
  go (fixture, uri);
  assert_at (fixture, uri);
  assert_title (fixture, topic->title);
  g_assert_nonnull (plumb_ui_test_find_label (GTK_WIDGET (fixture->window), message));
  assert_enabled (fixture, "win.read", FALSE);
  act (fixture, "win.bookmark");
  g_assert_nonnull (plumb_store_find_bookmark (fixture->store, uri));
  act (fixture, "win.back");
  assert_at (fixture, "plumb:topic/goodharts-law?level=2");
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

static gboolean
has_marks (PlumbWindow *window)
{
  GtkWidget *reader = plumb_ui_test_find (GTK_WIDGET (window), PLUMB_TYPE_READER_PAGE);

  return plumb_article_get_claim_marks (plumb_reader_page_get_article (PLUMB_READER_PAGE (reader)));
}

static void
test_claim_marks (Fixture *fixture, gconstpointer data)
{
  PlumbWindow *other = plumb_window_new (fixture->application,
                                         fixture->library,
                                         NULL,
                                         fixture->store,
                                         fixture->preferences);
  guint n = 0;

  g_signal_connect (fixture->window,
                    "notify::claim-marks",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n);
  go (fixture, "plumb:topic/goodharts-law?level=2");
  g_assert_true (has_marks (fixture->window));
  g_assert_true (has_marks (other));

  /* One switch for all windows. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.claim-marks", NULL);
  g_assert_false (plumb_preferences_get_claim_marks (fixture->preferences));
  g_assert_false (has_marks (fixture->window));
  g_assert_false (has_marks (other));
  g_assert_cmpuint (n, ==, 1);
  plumb_preferences_set_claim_marks (fixture->preferences, TRUE);
  g_assert_true (has_marks (fixture->window));
  g_assert_true (has_marks (other));
  g_assert_cmpuint (n, ==, 2);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.claim-legend", NULL);
  plumb_ui_test_wait_until (
      plumb_ui_test_find_label (GTK_WIDGET (fixture->window), "What the Marks Mean") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-card", NULL);
  gtk_window_destroy (GTK_WINDOW (other));
}

static void
set_up_locked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (PlumbPolicy) policy = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  set_up (fixture, data);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->preferences);

  fd = g_file_open_tmp ("plumb-policy-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, "[preferences]\nclaim-marks=false\n", -1, &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (path);
  policy = plumb_policy_new (&file, 1);
  g_remove (path);
  fixture->preferences = plumb_preferences_new (APP_ID, PLUMB_STORE_MODE_SESSION, policy);
  fixture->window = plumb_window_new (fixture->application,
                                      fixture->library,
                                      NULL,
                                      fixture->store,
                                      fixture->preferences);
}

static void
test_locked_claim_marks (Fixture *fixture, gconstpointer data)
{
  go (fixture, "plumb:topic/goodharts-law?level=2");
  g_assert_false (has_marks (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.claim-marks", NULL);
  g_assert_false (plumb_preferences_get_claim_marks (fixture->preferences));
  g_assert_false (has_marks (fixture->window));
}

/* A link to a term opens a card over the page; as a place, the term is on a page of its own. */
static void
test_cards (Fixture *fixture, gconstpointer data)
{
  go (fixture, "plumb:topic/goodharts-law?level=2");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window),
                                             "win.follow",
                                             "(siiii)",
                                             "term:proxy",
                                             10,
                                             10,
                                             10,
                                             10));
  assert_at (fixture, "plumb:topic/goodharts-law?level=2");
  plumb_ui_test_wait_until (plumb_ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_POPOVER) !=
                            NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-card", NULL);
}

static char *
dup_title (Fixture *fixture)
{
  char *title;

  g_object_get (fixture->window, "page-title", &title, NULL);

  return title;
}

/* Pages are places: they have an address, a mark, and a place in the history. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  const struct {
    const char *uri;
    const char *title;
  } pages[] = {
    { "plumb:term", "Glossary" },
    { "plumb:term/proxy", "Glossary" },
    { "plumb:person", "Key People and Resources" },
    { "plumb:source/gao22", "Key People and Resources" },
    { "plumb:pitfalls/goodharts-law", "Common Pitfalls" },
  };

  go (fixture, "plumb:topic/goodharts-law?level=2");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autofree char *title = NULL;

    go (fixture, pages[i].uri);
    assert_at (fixture, pages[i].uri);
    title = dup_title (fixture);
    g_assert_cmpstr (title, ==, pages[i].title);
  }
  for (guint i = G_N_ELEMENTS (pages) - 1; i > 0; i--) {
    g_autofree char *title = NULL;

    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
    assert_at (fixture, pages[i - 1].uri);
    title = dup_title (fixture);
    g_assert_cmpstr (title, ==, pages[i - 1].title);
  }
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  assert_at (fixture, "plumb:topic/goodharts-law?level=2");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.forward", NULL);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.bookmark", NULL);
  g_assert_nonnull (plumb_store_find_bookmark (fixture->store, "plumb:term"));
  go (fixture, "plumb:topic/goodharts-law#debate");
  go (fixture, "plumb:term/no-such-term");
  assert_at (fixture, "plumb:term/no-such-term");
  g_assert_nonnull (
      plumb_ui_test_find_label (GTK_WIDGET (fixture->window), "This Page Can’t Be Shown"));
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
  ADD ("/window/unknown-topic", test_unknown_topic);
  ADD ("/window/unknown-topic-with-bookmark", test_unknown_topic_with_bookmark);
  ADD ("/window/topic-to-come", test_topic_to_come);
  ADD ("/window/bookmark", test_bookmark);
  ADD ("/window/read", test_read);
  ADD ("/window/zoom", test_zoom);
  ADD ("/window/claim-marks", test_claim_marks);
  g_test_add ("/window/locked-claim-marks",
              Fixture,
              NULL,
              set_up_locked,
              test_locked_claim_marks,
              tear_down);
  ADD ("/window/cards", test_cards);
  ADD ("/window/pages", test_pages);
  ADD ("/window/outline", test_outline);

  return g_test_run ();
}
