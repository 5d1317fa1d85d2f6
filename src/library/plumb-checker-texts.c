/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules about texts as a whole: that no hint is left in them, that none is there twice, that they are easy to read. */

#include "config.h"

#include "plumb-checker-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plumb-reading-ease.h"
#include "plumb-skeleton.h"

/* What most people can read with ease. */
#define MAX_GRADE 10.0
#define EASY_LEVEL 1

/* A hint that a reader would see is a mistake in every library. */
static void
check_hint (PlumbChecker *checker, const PlumbCheckedText *text)
{
  const char *hint = strstr (text->visible->text->str, PLUMB_SKELETON_HINT_OPEN);
  g_autofree char *quote = NULL;

  if (hint == NULL) {
    return;
  }

  quote = plumb_visible_quote (text->visible,
                               (gsize) (hint - text->visible->text->str),
                               text->visible->text->len);
  plumb_checker_add (checker,
                     PLUMB_SEVERITY_ERROR,
                     PLUMB_LIBRARY_ERROR_INCOMPLETE,
                     text->file,
                     text->path,
                     _ ("This is still the hint of an empty topic: “%s”."),
                     quote);
}

static void
check_reading_ease (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  const char *lang = plumb_checker_get_lang (checker, PLUMB_RECORD (topic));
  double grade;

  if (!plumb_checker_is_english (lang)) {
    return;
  }

  for (guint i = 0; i < plumb_checker_n_items (topic->levels); i++) {
    g_autoptr (PlumbLevel) level = g_list_model_get_item (topic->levels, i);
    g_autofree char *path = g_strdup_printf ("/levels/%u", i);

    if (level->level == EASY_LEVEL && plumb_reading_get_grade (topic, level->level, &grade) &&
        grade > MAX_GRADE) {
      plumb_checker_add (checker,
                         PLUMB_SEVERITY_WARNING,
                         PLUMB_LIBRARY_ERROR_STYLE,
                         file,
                         path,
                         _ ("Level %1$d reads at school grade %2$.1f (Flesch–Kincaid). Shorter "
                            "sentences and words bring it to %3$.0f or less."),
                         level->level,
                         grade,
                         MAX_GRADE);
    }
  }
}

/* What is told to one audience in the words that another reads was written for neither. */
static void
check_takeaways (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plumb_checker_n_items (topic->takeaways); i++) {
    g_autoptr (PlumbTakeaway) takeaway = g_list_model_get_item (topic->takeaways, i);

    for (guint j = 0; j < plumb_checker_n_texts (takeaway->points); j++) {
      g_autofree char *path = g_strdup_printf ("/takeaways/%u/points/%u", i, j);

      if (strstr (takeaway->points[j], PLUMB_SKELETON_HINT_OPEN) == NULL &&
          !g_hash_table_add (seen, g_strdup (takeaway->points[j]))) {
        plumb_checker_add (checker,
                           PLUMB_SEVERITY_WARNING,
                           PLUMB_LIBRARY_ERROR_DUPLICATE,
                           file,
                           path,
                           _ ("The same point is there already. Each says something of its own."));
      }
    }
  }
}

const PlumbCheckerRule plumb_checker_text_rules[] = {
  { .check_text = check_hint },
  { .check_topic = check_reading_ease },
  { .check_topic = check_takeaways },
  { 0 },
};
