/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What it costs the main thread to go from topic to topic and from level to level.
 *
 * Each step goes to a place and then waits for the frame that is drawn next. It is timed by the processor time of the
 * main thread from the going to the end of that frame, and again to the moment at which the whole page is built. That
 * the frame has the new content is checked.
 */

#include <adwaita.h>
#include <time.h>

#include <plumb-library.h>
#include <plumb-preferences.h>
#include <plumb-store.h>

#include "plumb-block-view.h"
#include "plumb-reader-page.h"
#include "plumb-window.h"

#define ROUNDS 1
#define WARM_TOPICS 3
#define TARGET_MS 16.0

typedef struct {
  PlumbWindow *window;
  PlumbLibrary *library;
  gboolean painted;
  GArray *topics;
  GArray *levels;
} Bench;

static double
thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->painted = TRUE;
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)) {
    return widget;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_type (child, type);

    if (found != NULL) {
      return found;
    }
  }

  return NULL;
}

/* What a step is measured from is a page at rest. */
static void
rest (Bench *bench)
{
  PlumbArticle *article = PLUMB_ARTICLE (
      find_type (GTK_WIDGET (bench->window), PLUMB_TYPE_ARTICLE));

  while (!plumb_article_is_complete (article)) {
    g_main_context_iteration (NULL, TRUE);
  }
  bench->painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
  while (!bench->painted) {
    g_main_context_iteration (NULL, TRUE);
  }
  while (g_main_context_iteration (NULL, FALSE)) {
  }
}

static void
step (Bench *bench, const char *topic, int level, GArray *times)
{
  g_autoptr (PlumbPlace) place = plumb_place_new_topic (topic, level, NULL, NULL);
  PlumbArticle *article;
  double start, spent;

  rest (bench);
  bench->painted = FALSE;
  start = thread_ms ();
  plumb_window_go (bench->window, place);
  while (!bench->painted) {
    g_main_context_iteration (NULL, TRUE);
  }
  spent = thread_ms () - start;
  g_array_append_val (times, spent);

  article = PLUMB_ARTICLE (find_type (GTK_WIDGET (bench->window), PLUMB_TYPE_ARTICLE));
  g_assert_cmpstr (plumb_article_get_topic (article)->id, ==, topic);
  g_assert_cmpint (plumb_article_get_level (article), ==, level);
  g_assert_cmpint (gtk_widget_get_height (plumb_article_get_text (article)), >, 40);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
report (const char *name, GArray *times)
{
  double middle, late;

  g_array_sort (times, compare);
  middle = g_array_index (times, double, times->len / 2);
  late = g_array_index (times, double, (times->len - 1) * 95 / 100);
  g_print ("%s: 95th percentile %.1f ms, target %.0f ms, %s (median %.1f ms, %u steps)\n",
           name,
           late,
           TARGET_MS,
           late <= TARGET_MS ? "met" : "MISSED",
           middle,
           times->len);
}

static void
activate_cb (AdwApplication *application, Bench *bench)
{
  g_autoptr (PlumbStore) store = plumb_store_open (PLUMB_STORE_MODE_SESSION, NULL);
  g_autoptr (PlumbPolicy) policy = plumb_policy_new (NULL, 0);
  g_autoptr (PlumbPreferences) preferences = plumb_preferences_new ("io.github.plumbreader.Plumb",
                                                                    PLUMB_STORE_MODE_SESSION,
                                                                    policy);
  GListModel *topics = plumb_library_get_topics (bench->library);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  bench->window = plumb_window_new (application, bench->library, NULL, store, preferences);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (bench->window)),
                    "after-paint",
                    G_CALLBACK (after_paint_cb),
                    bench);

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);

    if (!plumb_topic_entry_is_upcoming (entry)) {
      g_ptr_array_add (ids, g_strdup (plumb_topic_entry_get_id (entry)));
    }
  }

  /* The first round warms what is made once: fonts, style, types. */
  for (int round = -1; round < ROUNDS; round++) {
    g_autoptr (GArray) warm = g_array_new (FALSE, FALSE, sizeof (double));

    for (guint i = 0; i < (round < 0 ? WARM_TOPICS : ids->len); i++) {
      const char *id = g_ptr_array_index (ids, i);

      step (bench, id, 2, round < 0 ? warm : bench->topics);
      for (int level = 3; level >= 1; level--) {
        step (bench, id, level, round < 0 ? warm : bench->levels);
      }
    }
  }

  gtk_window_destroy (GTK_WINDOW (bench->window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.plumbreader.Plumb.Bench",
                                                                G_APPLICATION_NON_UNIQUE);
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("PLUMB_LIBRARY_DIR"));
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };

  bench.library = plumb_library_open (folder, NULL, &error);
  g_assert_no_error (error);
  bench.topics = g_array_new (FALSE, FALSE, sizeof (double));
  bench.levels = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &bench);
  g_application_run (G_APPLICATION (application), 0, NULL);

  report ("topic to topic", bench.topics);
  report ("level to level", bench.levels);

  g_array_unref (bench.topics);
  g_array_unref (bench.levels);
  g_object_unref (bench.library);

  return 0;
}
