/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-due-words.h"

#include <glib/gi18n.h>

/**
 * plumb_due_to_sentence:
 * @today: a day, as plumb_check_today() counts
 * @due: when a question comes back
 *
 * Says when a question comes back, for people.
 *
 * Returns: (transfer full): a sentence
 */
char *
plumb_due_to_sentence (gint64 today, gint64 due)
{
  int days = (int) MIN (due - today, G_MAXINT);

  if (days <= 0) {
    return g_strdup (_ ("It comes back today."));
  }
  if (days == 1) {
    return g_strdup (_ ("It comes back tomorrow."));
  }

  return g_strdup_printf (
      ngettext ("It comes back in %d day.", "It comes back in %d days.", (gulong) days),
      days);
}

/**
 * plumb_due_next_to_sentence:
 * @today: a day, as plumb_check_today() counts
 * @next: the next day on which a question is due, or 0 where none is
 *
 * Says when there is something to review again.
 *
 * Returns: (transfer full): a sentence
 */
char *
plumb_due_next_to_sentence (gint64 today, gint64 next)
{
  gint64 days = next - today;
  g_autoptr (GDateTime) epoch = NULL;
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL;

  if (next == 0) {
    return g_strdup (
        _ ("A question that you miss at the end of a text comes back here after a day or more."));
  }
  if (days <= 1) {
    return g_strdup (_ ("The next question comes back tomorrow."));
  }

  epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  day = g_date_time_add_days (epoch, (int) MIN (next, 1000000));
  /* Translators: a day in the months to come, as in “Tuesday, 24 November”: see the manual of strftime. */
  date = g_date_time_format (day, C_ ("review", "%A, %-e %B"));

  /* Translators: %s is a day, as in “Tuesday, 24 November”. */
  return g_strdup_printf (_ ("The next question comes back on %s."), date);
}

/**
 * plumb_due_count_to_sentence:
 * @n_due: how many questions are due
 *
 * Returns: (transfer full): a sentence that says so
 */
char *
plumb_due_count_to_sentence (guint n_due)
{
  if (n_due == 0) {
    return g_strdup (_ ("Nothing is due today."));
  }

  return g_strdup_printf (
      ngettext ("%u question is due today.", "%u questions are due today.", n_due),
      n_due);
}
