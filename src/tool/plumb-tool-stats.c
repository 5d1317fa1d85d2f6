/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Prints a library as tables: what each topic has, and how even the balance is. */

#include "config.h"

#include "plumb-tool-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "plumb-checker.h"
#include "plumb-library-counts.h"
#include "plumb-library.h"
#include "plumb-markup.h"
#include "plumb-reading-ease.h"
#include "plumb-text.h"
#include "plumb-tool-table.h"
#include "plumb-walk.h"

#define N_LEVELS 3
#define N_KINDS (PLUMB_CLAIM_KIND_OPINION + 1)
#define N_CONFIDENCES (PLUMB_CONFIDENCE_SPECULATIVE + 1)

/* Of a topic, or of all. */
typedef struct {
  guint words[N_LEVELS];
  guint kinds[N_KINDS];
  guint confidences[N_CONFIDENCES];
  guint claims;
  guint questions;
  guint cruxes;
  guint flows;
  guint charts;
} Stats;

typedef struct {
  PlumbLibrary *library;
  const PlumbLibraryFile *file;
  gboolean english;
  /* Of PlumbTopic, in reading order. */
  GPtrArray *topics;
  Stats *stats;
  Stats total;
} Report;

static guint
n_items (GListModel *list)
{
  return list != NULL ? g_list_model_get_n_items (list) : 0;
}

static void
add_link_cb (const char *href, const char *text, gpointer user_data)
{
  if (g_str_has_prefix (href, "source:")) {
    g_hash_table_add (user_data, g_strdup (href + strlen ("source:")));
  }
}

static void
add_source_cb (PlumbRecord *record,
               const PlumbField *field,
               const char *path,
               const char *text,
               gpointer user_data)
{
  if (field->ref == PLUMB_REF_SOURCE) {
    g_hash_table_add (user_data, g_strdup (text));
  } else if (field->kind == PLUMB_FIELD_MARKUP || field->kind == PLUMB_FIELD_MARKUPS) {
    plumb_markup_foreach_link (text, add_link_cb, user_data, NULL);
  }
}

static guint
count_sources (PlumbTopic *topic)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  plumb_walk_texts (PLUMB_RECORD (topic), add_source_cb, ids);

  return g_hash_table_size (ids);
}

static void
count_topic (PlumbTopic *topic, Stats *stats)
{
  PlumbLibraryCounts counts = { 0 };

  plumb_library_counts_add (&counts, PLUMB_RECORD (topic));
  stats->claims = counts.claims;
  stats->questions = counts.questions;
  stats->flows = counts.flows;
  stats->charts = counts.charts;
  stats->cruxes = n_items (topic->cruxes);
  for (int level = 1; level <= N_LEVELS; level++) {
    stats->words[level - 1] = plumb_topic_count_words (topic, level);
  }
  for (guint i = 0; i < n_items (topic->claims); i++) {
    g_autoptr (PlumbClaim) claim = g_list_model_get_item (topic->claims, i);

    stats->kinds[claim->kind]++;
    stats->confidences[claim->confidence]++;
  }
}

static void
add_stats (Stats *total, const Stats *stats)
{
  total->claims += stats->claims;
  total->questions += stats->questions;
  total->cruxes += stats->cruxes;
  total->flows += stats->flows;
  total->charts += stats->charts;
  for (guint i = 0; i < N_LEVELS; i++) {
    total->words[i] += stats->words[i];
  }
  for (guint i = 0; i < N_KINDS; i++) {
    total->kinds[i] += stats->kinds[i];
  }
  for (guint i = 0; i < N_CONFIDENCES; i++) {
    total->confidences[i] += stats->confidences[i];
  }
}

static void
print_table (const char *title, PlumbToolTable *table)
{
  g_autofree char *text = plumb_tool_table_to_string (table);

  g_print ("\n%s\n%s", title, text);
}

static void
print_levels (Report *report)
{
  const char *const heads[] = { _ ("Topic"),  _ ("Level 1"), _ ("grade"), _ ("Level 2"),
                                _ ("grade"),  _ ("Level 3"), _ ("grade"), _ ("Flows"),
                                _ ("Charts"), NULL };
  g_autoptr (PlumbToolTable) table = plumb_tool_table_new (heads);

  for (guint i = 0; i < report->topics->len; i++) {
    PlumbTopic *topic = g_ptr_array_index (report->topics, i);

    plumb_tool_table_add (table, "%s", topic->id);
    for (int level = 1; level <= N_LEVELS; level++) {
      double grade;

      plumb_tool_table_add (table, "%u", report->stats[i].words[level - 1]);
      if (report->english && plumb_reading_get_grade (topic, level, &grade)) {
        plumb_tool_table_add (table, "%.1f", grade);
      } else {
        plumb_tool_table_add (table, "–");
      }
    }
    plumb_tool_table_add (table, "%u", report->stats[i].flows);
    plumb_tool_table_add (table, "%u", report->stats[i].charts);
  }

  plumb_tool_table_add (table, "%s", _ ("All"));
  for (guint i = 0; i < N_LEVELS; i++) {
    plumb_tool_table_add (table, "%u", report->total.words[i]);
    plumb_tool_table_add (table, "%s", "");
  }
  plumb_tool_table_add (table, "%u", report->total.flows);
  plumb_tool_table_add (table, "%u", report->total.charts);
  print_table (_ ("Words, and reading grade (Flesch–Kincaid)"), table);
}

static void
add_row (PlumbToolTable *table, const char *name, const guint *numbers, guint n_numbers)
{
  plumb_tool_table_add (table, "%s", name);
  for (guint i = 0; i < n_numbers; i++) {
    plumb_tool_table_add (table, "%u", numbers[i]);
  }
}

static void
print_kinds (Report *report)
{
  const char *const heads[] = {
    _ ("Topic"),   _ ("fact"),   _ ("argument"), _ ("forecast"),
    _ ("opinion"), _ ("Claims"), _ ("Sources"),  NULL,
  };
  g_autoptr (PlumbToolTable) table = plumb_tool_table_new (heads);

  for (guint i = 0; i < report->topics->len; i++) {
    PlumbTopic *topic = g_ptr_array_index (report->topics, i);

    add_row (table, topic->id, report->stats[i].kinds, N_KINDS);
    plumb_tool_table_add (table, "%u", report->stats[i].claims);
    plumb_tool_table_add (table, "%u", count_sources (topic));
  }
  add_row (table, _ ("All"), report->total.kinds, N_KINDS);
  plumb_tool_table_add (table, "%u", report->total.claims);
  plumb_tool_table_add (table, "%u", n_items (plumb_library_get_sources (report->library)));
  print_table (_ ("Claims by kind, and sources"), table);
}

static void
print_confidences (Report *report)
{
  const char *const heads[] = {
    _ ("Topic"), _ ("established"), _ ("likely"), _ ("contested"), _ ("speculative"), NULL,
  };
  g_autoptr (PlumbToolTable) table = plumb_tool_table_new (heads);

  for (guint i = 0; i < report->topics->len; i++) {
    PlumbTopic *topic = g_ptr_array_index (report->topics, i);

    add_row (table, topic->id, report->stats[i].confidences, N_CONFIDENCES);
  }
  add_row (table, _ ("All"), report->total.confidences, N_CONFIDENCES);
  print_table (_ ("Claims by confidence"), table);
}

/* How many words the shortest and the longest thesis have, and how many reasons the poorest and the richest position. */
static void
add_balance (PlumbToolTable *table, PlumbDebate *debate)
{
  guint words[2] = { G_MAXUINT, 0 };
  guint reasons[2] = { G_MAXUINT, 0 };

  for (guint i = 0; debate != NULL && i < n_items (debate->positions); i++) {
    g_autoptr (PlumbStance) stance = g_list_model_get_item (debate->positions, i);
    guint n_words = plumb_markup_count_words (stance->thesis);
    guint n_reasons = n_items (stance->reasons);

    words[0] = MIN (words[0], n_words);
    words[1] = MAX (words[1], n_words);
    reasons[0] = MIN (reasons[0], n_reasons);
    reasons[1] = MAX (reasons[1], n_reasons);
  }

  if (words[1] == 0) {
    plumb_tool_table_add (table, "–");
    plumb_tool_table_add (table, "–");
    plumb_tool_table_add (table, "–");
    return;
  }
  plumb_tool_table_add (table, "%u–%u", words[0], words[1]);
  if (words[0] > 0) {
    plumb_tool_table_add (table, "+%u%%", (words[1] - words[0]) * 100 / words[0]);
  } else {
    plumb_tool_table_add (table, "–");
  }
  if (reasons[0] == reasons[1]) {
    plumb_tool_table_add (table, "%u", reasons[0]);
  } else {
    plumb_tool_table_add (table, "%u–%u", reasons[0], reasons[1]);
  }
}

static void
print_debates (Report *report)
{
  const char *const heads[] = {
    _ ("Topic"),  _ ("Questions"), _ ("Cruxes"),     _ ("Theses"),
    _ ("spread"), _ ("Reasons"),   _ ("Take leans"), NULL,
  };
  g_autoptr (PlumbToolTable) table = plumb_tool_table_new (heads);

  for (guint i = 0; i < report->topics->len; i++) {
    PlumbTopic *topic = g_ptr_array_index (report->topics, i);
    gboolean leans = topic->take != NULL && topic->take->leans != NULL;

    plumb_tool_table_add (table, "%s", topic->id);
    plumb_tool_table_add (table, "%u", report->stats[i].questions);
    plumb_tool_table_add (table, "%u", report->stats[i].cruxes);
    add_balance (table, topic->debate);
    plumb_tool_table_add (table, "%s", leans ? topic->take->leans : "–");
  }
  plumb_tool_table_add (table, "%s", _ ("All"));
  plumb_tool_table_add (table, "%u", report->total.questions);
  plumb_tool_table_add (table, "%u", report->total.cruxes);
  plumb_tool_table_end_row (table);
  print_table (_ ("Questions, debate (words of the shortest and the longest thesis) and take"),
               table);
}

/* Which way the takes lean in all. */
static void
print_leanings (Report *report)
{
  const char *const heads[] = { _ ("Position"), _ ("Takes that lean to it"), NULL };
  g_autoptr (PlumbToolTable) table = NULL;

  if (n_items (report->file->positions) == 0) {
    return;
  }

  table = plumb_tool_table_new (heads);
  for (guint i = 0; i < n_items (report->file->positions); i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (report->file->positions, i);
    guint n = 0;

    for (guint j = 0; j < report->topics->len; j++) {
      PlumbTopic *topic = g_ptr_array_index (report->topics, j);

      n += topic->take != NULL && g_strcmp0 (topic->take->leans, position->id) == 0 ? 1 : 0;
    }
    plumb_tool_table_add (table, "%s", position->title);
    plumb_tool_table_add (table, "%u", n);
  }
  print_table (_ ("Takes"), table);
}

static void
add_total (PlumbToolTable *table, const char *name, guint n, int goal)
{
  plumb_tool_table_add (table, "%s", name);
  plumb_tool_table_add (table, "%u", n);
  if (goal > 0) {
    plumb_tool_table_add (table, "%d", goal);
  } else {
    plumb_tool_table_add (table, "–");
  }
}

static guint
count_located (GListModel *sources)
{
  guint n_located = 0;

  for (guint i = 0; i < n_items (sources); i++) {
    g_autoptr (PlumbSource) source = g_list_model_get_item (sources, i);

    n_located += plumb_source_has_locator (source) ? 1 : 0;
  }

  return n_located;
}

static void
print_total (Report *report)
{
  const char *const heads[] = { _ ("In all"), _ ("number"), _ ("goal"), NULL };
  g_autoptr (PlumbToolTable) table = plumb_tool_table_new (heads);
  g_autoptr (PlumbGoals) none = g_object_new (PLUMB_TYPE_GOALS, NULL);
  PlumbGoals *goals = report->file->goals != NULL ? report->file->goals : none;
  GListModel *sources = plumb_library_get_sources (report->library);
  GListModel *terms = plumb_library_get_terms (report->library);
  GListModel *people = plumb_library_get_people (report->library);

  add_total (table, _ ("Topics"), report->topics->len, goals->topics);
  add_total (table, _ ("Claims"), report->total.claims, goals->claims);
  add_total (table, _ ("Sources that can be looked up"), count_located (sources), goals->sources);
  add_total (table, _ ("Terms"), n_items (terms), goals->terms);
  add_total (table, _ ("People and organisations"), n_items (people), goals->people);
  add_total (table, _ ("Questions"), report->total.questions, goals->questions);
  add_total (table, _ ("Flows"), report->total.flows, goals->flows);
  add_total (table, _ ("Charts"), report->total.charts, goals->charts);
  print_table (_ ("Totals"), table);
}

static void
load_topics (Report *report)
{
  GListModel *entries = plumb_library_get_topics (report->library);

  for (guint i = 0; i < n_items (entries); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (entries, i);
    PlumbTopic *topic;

    if (plumb_topic_entry_is_upcoming (entry)) {
      continue;
    }
    topic = plumb_library_load_topic (report->library, plumb_topic_entry_get_id (entry), NULL);
    if (topic != NULL) {
      g_ptr_array_add (report->topics, topic);
    }
  }
}

int
plumb_tool_stats (const PlumbToolCommand *command, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = plumb_tool_parse_folder (command, NULL, argc, argv, &error);
  g_autoptr (PlumbLibrary) library = NULL;
  g_autoptr (GPtrArray) topics = NULL;
  g_autofree Stats *stats = NULL;
  Report report = { 0 };

  if (folder == NULL) {
    return plumb_tool_fail_usage (error->message);
  }
  library = plumb_library_open (folder, NULL, &error);
  if (library == NULL) {
    return plumb_tool_fail (error);
  }

  topics = g_ptr_array_new_with_free_func (g_object_unref);
  report = (Report) { .library = library, .topics = topics };
  report.file = plumb_library_get_file (library);
  report.english = plumb_checker_is_english (report.file->lang);
  load_topics (&report);
  stats = g_new0 (Stats, topics->len + 1);
  report.stats = stats;
  for (guint i = 0; i < topics->len; i++) {
    count_topic (g_ptr_array_index (topics, i), &stats[i]);
    add_stats (&report.total, &stats[i]);
  }

  g_print ("%s %s\n", report.file->title, report.file->version);
  print_levels (&report);
  print_kinds (&report);
  print_confidences (&report);
  print_debates (&report);
  print_leanings (&report);
  print_total (&report);
  /* A topic that cannot be read is in none of the tables. */
  plumb_tool_print_problems (plumb_library_get_problems (library), TRUE);

  return EXIT_SUCCESS;
}
