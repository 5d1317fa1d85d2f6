/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How much there is in a library. */

#include "config.h"

#include "plumb-library-counts.h"

#include "plumb-reference.h"
#include "plumb-topic.h"
#include "plumb-walk.h"

static void
count_cb (PlumbRecord *record, const char *path, gpointer user_data)
{
  PlumbLibraryCounts *counts = user_data;

  counts->topics += PLUMB_IS_TOPIC (record) ? 1 : 0;
  counts->claims += PLUMB_IS_CLAIM (record) ? 1 : 0;
  counts->terms += PLUMB_IS_TERM (record) ? 1 : 0;
  counts->people += PLUMB_IS_PERSON (record) ? 1 : 0;
  counts->questions += PLUMB_IS_QUESTION (record) ? 1 : 0;
  counts->flows += PLUMB_IS_FLOW (record) ? 1 : 0;
  counts->charts += PLUMB_IS_CHART (record) ? 1 : 0;
  if (PLUMB_IS_SOURCE (record)) {
    counts->sources++;
    counts->located += plumb_source_has_locator (PLUMB_SOURCE (record)) ? 1 : 0;
  }
}

/**
 * plumb_library_counts_add:
 * @counts: counts, all zero to begin with
 * @file: the outermost record of a file of a library
 *
 * Counts what is in a file.
 */
void
plumb_library_counts_add (PlumbLibraryCounts *counts, PlumbRecord *file)
{
  g_return_if_fail (counts != NULL);
  g_return_if_fail (PLUMB_IS_RECORD (file));

  plumb_walk_records (file, count_cb, counts);
}
