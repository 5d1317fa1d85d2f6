/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules for libraries of the profile “full”: that every part is there, of the length that it should have, and that the
 * positions are treated alike. */

#include "config.h"

#include "plumb-checker-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plumb-markup.h"
#include "plumb-text.h"

#define MIN_CLAIMS 12
#define MIN_POINTS 3
#define MIN_CRUXES 3
#define MAX_CRUXES 6
#define MIN_PITFALLS 2
#define MAX_PITFALLS 5
#define QUESTIONS_PER_LEVEL 2

/* The longest thesis may have this much more words than the shortest, in hundredths. */
#define MAX_THESIS_RATIO 125

static const struct {
  guint min;
  guint max;
} level_words[] = { { 80, 150 }, { 200, 350 }, { 300, 500 } };

G_GNUC_PRINTF (4, 5)
static void
miss (PlumbChecker *checker, const char *file, const char *path, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  plumb_checker_add (checker,
                     PLUMB_SEVERITY_ERROR,
                     PLUMB_LIBRARY_ERROR_INCOMPLETE,
                     file,
                     path,
                     "%s",
                     message);
}

static void
check_library (PlumbChecker *checker)
{
  if (checker->library->audiences == NULL) {
    miss (checker, "library.json", NULL, _ ("A full library has “%s”."), "audiences");
  }
  if (checker->library->positions == NULL) {
    miss (checker, "library.json", NULL, _ ("A full library has “%s”."), "positions");
  }
}

static void
check_parts (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  const struct {
    const char *name;
    gboolean there;
  } parts[] = {
    { "updated", topic->updated != NULL },
    { "objectives", topic->objectives != NULL },
    { "discussion", topic->discussion != NULL },
    { "why_now", topic->why_now != NULL },
    { "takeaways", topic->takeaways != NULL },
    { "status", topic->status != NULL },
    { "take", topic->take != NULL },
    { "debate", topic->debate != NULL },
    { "cruxes", topic->cruxes != NULL },
    { "claims", topic->claims != NULL },
    { "pitfalls", topic->pitfalls != NULL },
    { "questions", topic->questions != NULL },
    { "next", topic->next != NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (!parts[i].there) {
      miss (checker, file, NULL, _ ("A topic of a full library has “%s”."), parts[i].name);
    }
  }
}

static void
check_levels (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  for (guint i = 0; i < plumb_checker_n_items (topic->levels); i++) {
    g_autoptr (PlumbLevel) level = g_list_model_get_item (topic->levels, i);
    guint min = level_words[level->level - 1].min;
    guint max = level_words[level->level - 1].max;
    guint n_words = plumb_topic_count_words (topic, level->level);
    g_autofree char *path = g_strdup_printf ("/levels/%u", i);

    if (n_words < min || n_words > max) {
      miss (checker,
            file,
            path,
            _ ("Words at level %1$d: %2$u. In a full library there are from %3$u to %4$u."),
            level->level,
            n_words,
            min,
            max);
    }
  }

  for (int level = 1; level <= 3; level++) {
    if (plumb_topic_find_level (topic, level) == NULL) {
      miss (checker, file, "/levels", _ ("Level %d is missing."), level);
    }
  }
}

static gboolean
has_entry (GListModel *records, const char *key, const char *id)
{
  for (guint i = 0; i < plumb_checker_n_items (records); i++) {
    g_autoptr (PlumbRecord) record = g_list_model_get_item (records, i);
    const PlumbField *field = plumb_record_class_find_field (PLUMB_RECORD_GET_CLASS (record), key);

    if (g_strcmp0 (PLUMB_RECORD_FIELD (record, field, const char *), id) == 0) {
      return TRUE;
    }
  }

  return FALSE;
}

/* Whether @records has an entry for each of the library's positions. */
static void
check_each_position (PlumbChecker *checker, const char *file, GListModel *records, const char *path)
{
  for (guint i = 0; i < plumb_checker_n_items (checker->library->positions); i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (checker->library->positions, i);

    if (!has_entry (records, "position", position->id)) {
      miss (checker, file, path, _ ("The position “%s” is missing."), position->id);
    }
  }
}

static void
check_takeaways (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  for (guint i = 0; i < plumb_checker_n_items (checker->library->audiences); i++) {
    g_autoptr (PlumbAudience) audience = g_list_model_get_item (checker->library->audiences, i);

    if (topic->takeaways != NULL && !has_entry (topic->takeaways, "audience", audience->id)) {
      miss (checker, file, "/takeaways", _ ("The audience “%s” is missing."), audience->id);
    }
  }

  for (guint i = 0; i < plumb_checker_n_items (topic->takeaways); i++) {
    g_autoptr (PlumbTakeaway) takeaway = g_list_model_get_item (topic->takeaways, i);
    g_autofree char *path = g_strdup_printf ("/takeaways/%u/points", i);

    if (plumb_checker_n_texts (takeaway->points) < MIN_POINTS) {
      miss (checker,
            file,
            path,
            _ ("Points: %1$u. In a full library there are at least %2$u."),
            plumb_checker_n_texts (takeaway->points),
            MIN_POINTS);
    }
  }
}

static void
check_stance (PlumbChecker *checker, const char *file, PlumbStance *stance, const char *path)
{
  const struct {
    const char *name;
    gboolean there;
  } parts[] = {
    { "objection", stance->objection != NULL },
    { "answer", stance->answer != NULL },
    { "holders", stance->holders != NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (!parts[i].there) {
      miss (checker, file, path, _ ("A position in a full library has “%s”."), parts[i].name);
    }
  }
}

static void
check_debate (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  GListModel *stances = topic->debate != NULL ? topic->debate->positions : NULL;
  guint shortest = G_MAXUINT;
  guint longest = 0;
  guint fewest = G_MAXUINT;
  guint most = 0;

  if (topic->debate == NULL) {
    return;
  }

  for (guint i = 0; i < plumb_checker_n_items (stances); i++) {
    g_autoptr (PlumbStance) stance = g_list_model_get_item (stances, i);
    g_autofree char *path = g_strdup_printf ("/debate/positions/%u", i);
    guint n_words = plumb_markup_count_words (stance->thesis);
    guint n_reasons = plumb_checker_n_items (stance->reasons);

    check_stance (checker, file, stance, path);
    shortest = MIN (shortest, n_words);
    longest = MAX (longest, n_words);
    fewest = MIN (fewest, n_reasons);
    most = MAX (most, n_reasons);
  }

  check_each_position (checker, file, stances, "/debate/positions");
  if (longest * 100 > shortest * MAX_THESIS_RATIO) {
    miss (checker,
          file,
          "/debate/positions",
          _ ("The longest thesis has %1$u words and the shortest %2$u. They may differ by a "
             "quarter at most."),
          longest,
          shortest);
  }
  if (fewest != most) {
    miss (checker,
          file,
          "/debate/positions",
          _ ("One position gives %1$u reasons and another %2$u. All give as many."),
          most,
          fewest);
  }
}

static void
check_cruxes (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  guint n = plumb_checker_n_items (topic->cruxes);

  if (n > 0 && (n < MIN_CRUXES || n > MAX_CRUXES)) {
    miss (checker,
          file,
          "/cruxes",
          _ ("Cruxes: %1$u. In a full library there are from %2$u to %3$u."),
          n,
          MIN_CRUXES,
          MAX_CRUXES);
  }
}

static void
check_ratings (PlumbChecker *checker, const char *file, PlumbRecord *record, const char *path)
{
  g_autofree char *place = NULL;

  if (PLUMB_IS_CRUX (record)) {
    place = g_strconcat (path, "/ratings", NULL);
    check_each_position (checker, file, PLUMB_CRUX (record)->ratings, place);
  }
}

static void
check_claims (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  guint n = plumb_checker_n_items (topic->claims);

  if (n > 0 && n < MIN_CLAIMS) {
    miss (checker,
          file,
          "/claims",
          _ ("Claims: %1$u. In a full library there are at least %2$u."),
          n,
          MIN_CLAIMS);
  }
}

static void
check_claim (PlumbChecker *checker, const char *file, PlumbRecord *record, const char *path)
{
  if (!PLUMB_IS_CLAIM (record)) {
    return;
  }

  if (PLUMB_CLAIM (record)->sources == NULL) {
    miss (checker, file, path, _ ("A claim of a full library has “%s”."), "sources");
  }
  if (PLUMB_CLAIM (record)->as_of == NULL) {
    miss (checker, file, path, _ ("A claim of a full library has “%s”."), "as_of");
  }
}

/* An opinion that leans nowhere cannot be weighed with the others. */
static void
check_take (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  if (topic->take != NULL && topic->take->leans == NULL) {
    miss (checker, file, "/take", _ ("A take in a full library has “%s”."), "leans");
  }
}

/* The section that a reader begins with has nothing before it. */
static void
check_before (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  g_autoptr (PlumbSection) first = NULL;

  if (checker->library == NULL) {
    return;
  }

  first = g_list_model_get_item (checker->library->sections, 0);
  if (topic->prerequisites == NULL && g_strcmp0 (topic->section, first->id) != 0) {
    miss (checker, file, NULL, _ ("A topic of a full library has “%s”."), "prerequisites");
  }
}

static void
check_pitfalls (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  guint n = plumb_checker_n_items (topic->pitfalls);

  if (n > 0 && (n < MIN_PITFALLS || n > MAX_PITFALLS)) {
    miss (checker,
          file,
          "/pitfalls",
          _ ("Pitfalls: %1$u. In a full library there are from %2$u to %3$u."),
          n,
          MIN_PITFALLS,
          MAX_PITFALLS);
  }
}

static void
check_questions (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  guint n[3] = { 0, 0, 0 };

  if (topic->questions == NULL) {
    return;
  }

  for (guint i = 0; i < plumb_checker_n_items (topic->questions); i++) {
    g_autoptr (PlumbQuestion) question = g_list_model_get_item (topic->questions, i);

    n[question->level - 1]++;
  }

  for (guint i = 0; i < G_N_ELEMENTS (n); i++) {
    if (n[i] < QUESTIONS_PER_LEVEL) {
      miss (checker,
            file,
            "/questions",
            _ ("Questions for level %1$u: %2$u. In a full library there are %3$u."),
            i + 1,
            n[i],
            QUESTIONS_PER_LEVEL);
    }
  }
}

static void
check_option (PlumbChecker *checker, const char *file, PlumbRecord *record, const char *path)
{
  if ((PLUMB_IS_OPTION (record) && PLUMB_OPTION (record)->why == NULL) ||
      (PLUMB_IS_REPLY (record) && PLUMB_REPLY (record)->why == NULL)) {
    miss (checker, file, path, _ ("An option of a full library has “%s”."), "why");
  }
}

const PlumbCheckerRule plumb_checker_full_rules[] = {
  { .full_only = TRUE, .check_library = check_library },
  { .full_only = TRUE, .check_topic = check_parts },
  { .full_only = TRUE, .check_topic = check_before },
  { .full_only = TRUE, .check_topic = check_levels },
  { .full_only = TRUE, .check_topic = check_takeaways },
  { .full_only = TRUE, .check_topic = check_debate },
  { .full_only = TRUE, .check_topic = check_cruxes },
  { .full_only = TRUE, .check_record = check_ratings },
  { .full_only = TRUE, .check_topic = check_claims },
  { .full_only = TRUE, .check_record = check_claim },
  { .full_only = TRUE, .check_topic = check_take },
  { .full_only = TRUE, .check_topic = check_pitfalls },
  { .full_only = TRUE, .check_topic = check_questions },
  { .full_only = TRUE, .check_record = check_option },
  { 0 },
};
