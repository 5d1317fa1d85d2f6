/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-check.h"

#include <string.h>

/* The first of January 1970, as GDate counts. */
#define EPOCH 719163

G_DEFINE_BOXED_TYPE (PlumbCheck, plumb_check, plumb_check_copy, plumb_check_free)

/**
 * plumb_check_new:
 * @library: the id of a library
 * @topic: the id of a topic of it
 * @question: the id of a check question of the topic
 *
 * Returns: (transfer full): a check question that was not answered yet
 */
PlumbCheck *
plumb_check_new (const char *library, const char *topic, const char *question)
{
  PlumbCheck *check = g_new0 (PlumbCheck, 1);

  check->library = g_strdup (library);
  check->topic = g_strdup (topic);
  check->question = g_strdup (question);

  return check;
}

/**
 * plumb_check_copy:
 * @check: what became of a check question
 *
 * Returns: (transfer full): a copy
 */
PlumbCheck *
plumb_check_copy (const PlumbCheck *check)
{
  PlumbCheck *copy = plumb_check_new (check->library, check->topic, check->question);

  copy->known = check->known;
  copy->day = check->day;
  copy->due = check->due;
  copy->memory = check->memory;

  return copy;
}

/**
 * plumb_check_free:
 * @check: (transfer full): what became of a check question
 *
 * Frees it.
 */
void
plumb_check_free (PlumbCheck *check)
{
  g_free (check->library);
  g_free (check->topic);
  g_free (check->question);
  g_free (check);
}

static int
compare_questions (const PlumbCheck *check, const PlumbCheck *other)
{
  int order = strcmp (check->library, other->library);

  if (order == 0) {
    order = strcmp (check->topic, other->topic);
  }

  return order != 0 ? order : strcmp (check->question, other->question);
}

/**
 * plumb_check_equal:
 * @check: what became of a check question
 * @other: another
 *
 * Returns: whether they are the same in everything
 */
gboolean
plumb_check_equal (const PlumbCheck *check, const PlumbCheck *other)
{
  return compare_questions (check, other) == 0 && check->known == other->known &&
         check->day == other->day && check->due == other->due &&
         check->memory.stability == other->memory.stability &&
         check->memory.difficulty == other->memory.difficulty;
}

/**
 * plumb_check_compare_due:
 * @a: (type PlumbCheck**): a pointer to one
 * @b: (type PlumbCheck**): a pointer to another
 *
 * Compares for g_ptr_array_sort(): what is due first comes first, and then by the ids.
 *
 * Returns: less than, equal to or more than 0
 */
int
plumb_check_compare_due (gconstpointer a, gconstpointer b)
{
  const PlumbCheck *one = *(const PlumbCheck *const *) a;
  const PlumbCheck *other = *(const PlumbCheck *const *) b;

  if (one->due != other->due) {
    return one->due < other->due ? -1 : 1;
  }

  return compare_questions (one, other);
}

/**
 * plumb_check_answer:
 * @check: a check question
 * @known: whether it was answered rightly now
 * @day: the day, as plumb_check_today() counts
 *
 * Takes an answer into account. A question comes back for the first time when it was missed; from then on FSRS-6 says
 * when. One that was always known does not come back.
 */
void
plumb_check_answer (PlumbCheck *check, gboolean known, gint64 day)
{
  gboolean begun = check->due != 0;

  if (begun) {
    check->memory = plumb_memory_update (check->memory, day - check->day, known);
  } else if (!known) {
    check->memory = plumb_memory_begin (FALSE);
  }
  if (begun || !known) {
    check->due = day + plumb_memory_get_interval (check->memory);
  }
  check->known = known;
  check->day = day;
}

/**
 * plumb_check_today:
 *
 * Gets the day by the reader's own calendar: what was missed in the evening is due the next morning.
 *
 * Returns: the days since 1 January 1970
 */
gint64
plumb_check_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date,
                  (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));

  return (gint64) g_date_get_julian (&date) - EPOCH;
}
