/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures what the library does while a reader waits: bench-library FEW MANY, two folders with an index each. */

#include "config.h"

#include <stdlib.h>

#include "plumb-library.h"
#include "plumb-text.h"

#define ROUNDS 101

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The value below which @percent of the others are, in milliseconds. */
static double
percentile (GArray *times, guint percent)
{
  g_array_sort (times, compare);

  return g_array_index (times, double, (times->len - 1) * percent / 100);
}

static void
add_time (GArray *times, gint64 start)
{
  double time = (double) (g_get_monotonic_time () - start) / 1000;

  g_array_append_val (times, time);
}

static gboolean
report (const char *what, double value, double target)
{
  g_print ("%-44s %8.2f ms  (at most %.2f) %s\n",
           what,
           value,
           target,
           value <= target ? "" : "TOO SLOW");

  return value <= target;
}

static PlumbLibrary *
measure_open (const char *path, GArray *times)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  gint64 start = g_get_monotonic_time ();
  PlumbLibrary *library = plumb_library_open (folder, NULL, NULL);

  if (library == NULL) {
    g_printerr ("%s cannot be opened\n", path);
    exit (EXIT_FAILURE);
  }
  add_time (times, start);

  return library;
}

static void
measure_topics (PlumbLibrary *library, GArray *loads, GArray *counts)
{
  GListModel *topics = plumb_library_get_topics (library);
  guint n = MIN (g_list_model_get_n_items (topics), 200);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);
    g_autoptr (PlumbTopic) topic = NULL;
    gint64 start = g_get_monotonic_time ();

    if (plumb_topic_entry_is_upcoming (entry)) {
      continue;
    }
    topic = plumb_library_load_topic (library, plumb_topic_entry_get_id (entry), NULL);
    add_time (loads, start);

    start = g_get_monotonic_time ();
    plumb_topic_count_words (topic, 3);
    plumb_topic_count_sources (topic, 3);
    add_time (counts, start);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) few = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) many = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) loads = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean good = TRUE;

  if (argc != 3) {
    g_printerr ("usage: bench-library FEW MANY\n");
    return 2;
  }

  for (guint i = 0; i < ROUNDS; i++) {
    g_autoptr (PlumbLibrary) small = measure_open (argv[1], few);
    g_autoptr (PlumbLibrary) large = measure_open (argv[2], many);

    if (i == 0) {
      g_print ("topics: %u and %u\n",
               g_list_model_get_n_items (plumb_library_get_topics (small)),
               g_list_model_get_n_items (plumb_library_get_topics (large)));
    }
    if (i % 10 == 0) {
      measure_topics (small, loads, counts);
    }
  }

  good &= report ("open the smaller, median", percentile (few, 50), 2);
  good &= report ("open the larger, median", percentile (many, 50), 2);
  good &= report ("load a topic, median", percentile (loads, 50), 2);
  good &= report ("load a topic, 95th percentile", percentile (loads, 95), 8);
  good &= report ("count words and sources, 95th percentile", percentile (counts, 95), 1);

  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
