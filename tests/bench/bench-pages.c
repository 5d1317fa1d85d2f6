/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What it costs the main thread to go from topic to topic and from level to level.
 *
 * A step goes from a page at rest to a place, and ends with the frame that is drawn next. It is timed by the processor
 * time of the main thread, from the going to the end of that frame. That the frame has the new content, from the top of
 * the view to its bottom, is checked.
 *
 * Every topic is gone to at every level, and in each of them every level from the level beside it: from the top of the
 * page, and from the middle of the text, where the reader's place has to be kept. All of it is done in several rounds,
 * and a step counts as the middle one of its rounds, since the machine has other things to do.
 */

#include <adwaita.h>
#include <time.h>

#include <plumb-library.h>
#include <plumb-preferences.h>
#include <plumb-store.h>

#include "plumb-block-view.h"
#include "plumb-reader-page.h"
#include "plumb-window.h"

#define ROUNDS 3
#define WARM_TOPICS 3
#define TARGET_MS 16.0

/* What a step consists of: the window is told the place; the clock comes to the layout; the layout; the drawing. */
typedef enum {
  PHASE_GO,
  PHASE_UPDATE,
  PHASE_LAYOUT,
  PHASE_PAINT,
  N_PHASES,
} Phase;

static const char *const phase_names[] = { "building", "updating", "layout", "drawing" };

typedef enum {
  KIND_TOPIC,
  KIND_LEVEL,
  KIND_LEVEL_IN_TEXT,
  N_KINDS,
} Kind;

static const char *const kind_names[] = {
  "topic to topic",
  "level to level, at the top",
  "level to level, in the text",
};

typedef struct {
  const char *topic;
  int level;
  double phases[N_PHASES];
  double total;
} Step;

typedef struct {
  PlumbWindow *window;
  PlumbLibrary *library;
  gboolean painted;
  double last;
  Step step;
  GPtrArray *ids;
  /* The steps of a round in order, one round after the other. */
  GArray *steps[N_KINDS];
} Bench;

static double
thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static void
end_phase (Bench *bench, Phase phase)
{
  double now = thread_ms ();

  bench->step.phases[phase] += now - bench->last;
  bench->step.total += now - bench->last;
  bench->last = now;
}

static void
after_update_cb (Bench *bench)
{
  end_phase (bench, PHASE_UPDATE);
}

static void
after_layout_cb (Bench *bench)
{
  end_phase (bench, PHASE_LAYOUT);
}

static void
after_paint_cb (Bench *bench)
{
  end_phase (bench, PHASE_PAINT);
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

static PlumbArticle *
get_article (Bench *bench)
{
  return PLUMB_ARTICLE (find_type (GTK_WIDGET (bench->window), PLUMB_TYPE_ARTICLE));
}

static GtkAdjustment *
get_adjustment (PlumbArticle *article)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (article), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static void
wait_for_frame (Bench *bench)
{
  bench->painted = FALSE;
  while (!bench->painted) {
    g_main_context_iteration (NULL, TRUE);
  }
}

/* What a step is measured from is a page at rest: all of it built, laid out and drawn. */
static void
rest (Bench *bench)
{
  plumb_article_build_all (get_article (bench));
  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
  wait_for_frame (bench);
  while (g_main_context_iteration (NULL, FALSE)) {
  }
}

/* Brings the paragraph in the middle of the text to the top of the view. */
static void
scroll_into_text (Bench *bench)
{
  PlumbArticle *article = get_article (bench);
  GtkWidget *text = plumb_article_get_text (article);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (text, GTK_WIDGET (article), &bounds));
  gtk_adjustment_set_value (get_adjustment (article), bounds.origin.y + bounds.size.height / 2);
}

/* The frame shows the topic at the level, and is filled by it. */
static void
check (Bench *bench, const char *topic, int level)
{
  PlumbArticle *article = get_article (bench);
  GtkAdjustment *adjustment = get_adjustment (article);
  double bottom = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;

  g_assert_cmpstr (plumb_article_get_topic (article)->id, ==, topic);
  g_assert_cmpint (plumb_article_get_level (article), ==, level);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_last_child (GTK_WIDGET (article)),
                                            GTK_WIDGET (article),
                                            &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, >=, bottom);
}

static void
step (Bench *bench, Kind kind, const char *topic, int level)
{
  g_autoptr (PlumbPlace) place = plumb_place_new_topic (topic, level, NULL, NULL);

  rest (bench);
  if (kind == KIND_LEVEL_IN_TEXT) {
    scroll_into_text (bench);
    rest (bench);
  }

  bench->step = (Step) { topic, level };
  bench->last = thread_ms ();
  plumb_window_go (bench->window, place);
  end_phase (bench, PHASE_GO);
  wait_for_frame (bench);

  check (bench, topic, level);
  g_array_append_val (bench->steps[kind], bench->step);
}

/* One topic, come to from the one before it in the list. */
static void
go_through (Bench *bench, const char *before, const char *topic)
{
  const int ways[] = { 2, 3, 2, 1 };

  for (int level = 1; level <= 3; level++) {
    g_autoptr (PlumbPlace) from = plumb_place_new_topic (before, level, NULL, NULL);

    plumb_window_go (bench->window, from);
    step (bench, KIND_TOPIC, topic, level);
  }

  for (Kind kind = KIND_LEVEL; kind <= KIND_LEVEL_IN_TEXT; kind++) {
    g_autoptr (PlumbPlace) start = plumb_place_new_topic (topic, 1, NULL, NULL);

    plumb_window_go (bench->window, start);
    for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
      gtk_adjustment_set_value (get_adjustment (get_article (bench)), 0);
      step (bench, kind, topic, ways[i]);
    }
  }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Step *x = a;
  const Step *y = b;

  return x->total < y->total ? -1 : x->total > y->total;
}

static void
report_step (const char *name, const Step *step)
{
  g_print ("  %s: %.1f ms, to level %d of %s:", name, step->total, step->level, step->topic);
  for (Phase phase = 0; phase < N_PHASES; phase++) {
    g_print (" %s %.1f%s",
             phase_names[phase],
             step->phases[phase],
             phase + 1 < N_PHASES ? "," : "\n");
  }
}

static void
report (Kind kind, GArray *rounds)
{
  guint n = rounds->len / ROUNDS;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  const Step *middle, *late;

  for (guint i = 0; i < n; i++) {
    Step round[ROUNDS];

    for (guint j = 0; j < ROUNDS; j++) {
      round[j] = g_array_index (rounds, Step, j * n + i);
    }
    qsort (round, ROUNDS, sizeof (Step), compare);
    g_array_append_val (steps, round[ROUNDS / 2]);
  }
  g_array_sort (steps, compare);
  middle = &g_array_index (steps, Step, n / 2);
  late = &g_array_index (steps, Step, (n - 1) * 95 / 100);

  g_print ("%s: 95th percentile %.1f ms, target %.0f ms, %s (median %.1f ms, %u steps)\n",
           kind_names[kind],
           late->total,
           TARGET_MS,
           late->total < TARGET_MS ? "met" : "MISSED",
           middle->total,
           n);
  report_step ("median", middle);
  report_step ("95th percentile", late);
  report_step ("slowest", &g_array_index (steps, Step, n - 1));
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
  GPtrArray *ids = bench->ids;
  GdkFrameClock *clock;

  bench->window = plumb_window_new (application, bench->library, NULL, store, preferences);
  gtk_window_present (GTK_WINDOW (bench->window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect_data (clock,
                         "update",
                         G_CALLBACK (after_update_cb),
                         bench,
                         NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_data (clock,
                         "layout",
                         G_CALLBACK (after_layout_cb),
                         bench,
                         NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_data (clock,
                         "after-paint",
                         G_CALLBACK (after_paint_cb),
                         bench,
                         NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);

    if (!plumb_topic_entry_is_upcoming (entry)) {
      g_ptr_array_add (ids, g_strdup (plumb_topic_entry_get_id (entry)));
    }
  }

  /* What is made once, such as fonts, style and types, is made before the first round. */
  for (guint i = 1; i <= WARM_TOPICS; i++) {
    go_through (bench, g_ptr_array_index (ids, i - 1), g_ptr_array_index (ids, i));
  }
  for (Kind kind = 0; kind < N_KINDS; kind++) {
    g_array_set_size (bench->steps[kind], 0);
  }
  for (int round = 0; round < ROUNDS; round++) {
    for (guint i = 0; i < ids->len; i++) {
      go_through (bench,
                  g_ptr_array_index (ids, (i + ids->len - 1) % ids->len),
                  g_ptr_array_index (ids, i));
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
  bench.ids = g_ptr_array_new_with_free_func (g_free);
  for (Kind kind = 0; kind < N_KINDS; kind++) {
    bench.steps[kind] = g_array_new (FALSE, FALSE, sizeof (Step));
  }
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &bench);
  g_application_run (G_APPLICATION (application), 0, NULL);

  for (Kind kind = 0; kind < N_KINDS; kind++) {
    report (kind, bench.steps[kind]);
    g_array_unref (bench.steps[kind]);
  }
  g_ptr_array_unref (bench.ids);
  g_object_unref (bench.library);

  return 0;
}
