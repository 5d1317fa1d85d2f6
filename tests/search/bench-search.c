/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Measures searching, in the bundled library and in one of 10,000 topics, each as long as a bundled one:
 *
 * - the time of the main thread that a key takes, from setting the query to having the results in the list;
 * - the time from a key to its results.
 *
 * Prints “name: value target”. Exits with 1 where a target is missed.
 *
 * Usage: bench-search [TOPICS]
 */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#include "generated-feed.h"
#include "plumb-search.h"

#define MANY_TOPICS 10000

/* What people look for, typed key by key, so that each start of each is a query. The last ones match everything. */
static const char *const typed[] = {
  "goodhart",
  "reward hacking",
  "outer alignment",
  "mesa-optimiser",
  "is alignment solvable?",
  "how to measure what people want",
  "corrigibility and the off switch",
  "“specification gaming”",
  "optimization",
  "the of to a and is in that it",
};

/* Each letter alone, which is the broadest that a key can be. */
static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";

typedef struct {
  PlumbSearch *search;
  /* Milliseconds, one for each key. */
  GArray *main_thread;
  GArray *results;
} Bench;

static double
thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gboolean
is_settled (PlumbSearch *search)
{
  PlumbSearchState state = plumb_search_get_state (search);

  return state != PLUMB_SEARCH_STATE_SEARCHING && state != PLUMB_SEARCH_STATE_INDEXING;
}

static void
press (Bench *bench, const char *query)
{
  double thread_start = thread_time ();
  gint64 start = g_get_monotonic_time ();
  double main_thread;
  double results;

  plumb_search_set_query (bench->search, query);
  while (!is_settled (bench->search)) {
    g_main_context_iteration (NULL, TRUE);
  }

  main_thread = thread_time () - thread_start;
  results = (double) (g_get_monotonic_time () - start) / 1e3;
  g_array_append_val (bench->main_thread, main_thread);
  g_array_append_val (bench->results, results);

  if (g_getenv ("PLUMB_BENCH_VERBOSE") != NULL) {
    g_printerr ("%8.2f ms  %5u of %u topics  “%s”\n",
                results,
                plumb_search_get_n_results (bench->search),
                plumb_search_get_n_topics (bench->search),
                query);
  }
}

static gint
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static double
percentile (GArray *values, double fraction)
{
  g_array_sort (values, compare_doubles);

  return g_array_index (values, double, (guint) (fraction * (values->len - 1)));
}

static gboolean
report (const char *library, const char *name, double value, double target, const char *unit)
{
  gboolean met = value < target;

  g_print ("search-%s-%s: %.2f %s, target < %.0f %s%s\n",
           library,
           name,
           value,
           unit,
           target,
           unit,
           met ? "" : " MISSED");

  return met;
}

static double
prepare (PlumbSearchIndex *index)
{
  gint64 start = g_get_monotonic_time ();

  plumb_search_index_prepare (index);
  while (plumb_search_index_get_state (index) == PLUMB_SEARCH_INDEX_STATE_PREPARING) {
    g_main_context_iteration (NULL, TRUE);
  }
  if (!plumb_search_index_get_ready (index)) {
    g_error ("%s", plumb_search_index_get_error (index)->message);
  }

  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static gboolean
run (const char *library, PlumbSearchIndex *first, PlumbSearchIndex *index, double results_target)
{
  g_autoptr (PlumbSearch) search = plumb_search_new (index);
  Bench bench = { search, NULL, NULL };
  gboolean met = TRUE;

  bench.main_thread = g_array_new (FALSE, FALSE, sizeof (double));
  bench.results = g_array_new (FALSE, FALSE, sizeof (double));

  g_print ("search-%s-index-made: %.0f ms\n", library, prepare (first));
  g_print ("search-%s-index-opened: %.2f ms\n", library, prepare (index));

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++) {
    for (const char *p = typed[i]; *p != '\0'; p = g_utf8_next_char (p)) {
      const char *end = g_utf8_next_char (p);
      g_autofree char *query = g_strndup (typed[i], (gsize) (end - typed[i]));

      press (&bench, query);
    }
  }
  for (gsize i = 0; letters[i] != '\0'; i++) {
    const char query[] = { letters[i], '\0' };

    press (&bench, query);
  }

  met &= report (library, "key-main-thread-max", percentile (bench.main_thread, 1), 4, "ms");
  met &= report (library, "results-p95", percentile (bench.results, 0.95), results_target, "ms");
  g_print ("search-%s-results-median: %.2f ms\n", library, percentile (bench.results, 0.5));
  g_print ("search-%s-results-max: %.2f ms\n", library, percentile (bench.results, 1));

  g_array_unref (bench.main_thread);
  g_array_unref (bench.results);

  return met;
}

static gboolean
run_bundled (GFile *cache)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("PLUMB_LIBRARY_DIR"));
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbLibrary) library = plumb_library_open (folder, NULL, &error);
  g_autoptr (PlumbSearchIndex) first = NULL;
  g_autoptr (PlumbSearchIndex) index = NULL;

  if (library == NULL) {
    g_error ("%s", error->message);
  }
  first = plumb_search_index_new (library, cache);
  index = plumb_search_index_new (library, cache);

  return run ("bundled", first, index, 50);
}

static gboolean
run_generated (GFile *cache, guint n_topics)
{
  g_autoptr (PlumbSearchFeed) feed = generated_feed_new (n_topics);
  g_autoptr (PlumbSearchIndex) first = plumb_search_index_new_for_feed (feed, cache);
  g_autoptr (PlumbSearchIndex) index = plumb_search_index_new_for_feed (feed, cache);
  g_autofree char *name = g_strdup_printf ("%u-topics", n_topics);

  return run (name, first, index, 300);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    g_unlink (file);
  }
  g_rmdir (path);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("plumb-bench-XXXXXX", &error);
  g_autoptr (GFile) folder = NULL;
  guint n_topics = argc > 1 ? (guint) atoi (argv[1]) : MANY_TOPICS;
  gboolean met = TRUE;

  if (path == NULL) {
    g_printerr ("bench-search: %s\n", error->message);
    return 1;
  }
  folder = g_file_new_for_path (path);

  if (g_getenv ("PLUMB_LIBRARY_DIR") != NULL) {
    met &= run_bundled (folder);
  }
  met &= run_generated (folder, n_topics);

  remove_folder (path);

  return met ? 0 : 1;
}
