/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store costs the main thread, beside its targets. */

#include <stdlib.h>

#include "plumb-state-test.h"

#define N_RUNS 101
#define N_TOPICS 300

typedef struct {
  const char *what;
  double target;
  double runs[N_RUNS];
} Figure;

static int
compare (const void *a, const void *b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
since (gint64 *start)
{
  gint64 now = g_get_monotonic_time ();
  double milliseconds = (double) (now - *start) / 1000;

  *start = g_get_monotonic_time ();

  return milliseconds;
}

int
main (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  PlumbStore *store = plumb_test_folder_open (folder);
  Figure figures[] = {
    { "open a store", 3, { 0 } },
    { "read all marks", 4, { 0 } },
    { "mark a level", 16, { 0 } },
    { "note 100 scroll places", 1, { 0 } },
  };
  int result = EXIT_SUCCESS;

  for (guint i = 0; i < N_TOPICS; i++) {
    g_autofree char *topic = g_strdup_printf ("topic-%u", i);

    plumb_test_mark (store, topic, 1);
    plumb_store_add_bookmark (store, topic, topic, NULL);
  }
  g_object_unref (store);

  for (guint run = 0; run < N_RUNS; run++) {
    g_autofree char *topic = g_strdup_printf ("run-%u", run);
    gint64 start = g_get_monotonic_time ();

    store = plumb_store_open (PLUMB_STORE_MODE_DISK, folder->folder);
    figures[0].runs[run] = since (&start);
    plumb_store_get_levels_read (store, "lib", topic);
    figures[1].runs[run] = since (&start);
    plumb_test_mark (store, topic, 1);
    figures[2].runs[run] = since (&start);
    for (guint i = 0; i < 100; i++) {
      plumb_store_note_scroll (store, "lib", topic, 1, "block", i / 100.0);
    }
    figures[3].runs[run] = since (&start);
    g_object_unref (store);
  }

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
    qsort (figures[i].runs, N_RUNS, sizeof (double), compare);
    g_print ("%-24s median %6.2f ms, 95th percentile %6.2f ms, target %5.1f ms\n",
             figures[i].what,
             figures[i].runs[N_RUNS / 2],
             figures[i].runs[N_RUNS * 95 / 100],
             figures[i].target);
    if (figures[i].runs[N_RUNS / 2] > figures[i].target) {
      result = EXIT_FAILURE;
    }
  }

  return result;
}
