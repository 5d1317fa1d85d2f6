/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A topic as words: what is searched, counted and copied. */

#include "config.h"

#include "plumb-text.h"

#include <string.h>

#include "plumb-markup.h"
#include "plumb-walk.h"
#include "plumb-words.h"

/**
 * plumb_passage_free:
 * @passage: (transfer full): a passage
 *
 * Frees a passage.
 */
void
plumb_passage_free (PlumbPassage *passage)
{
  g_free (passage->anchor);
  g_free (passage->heading);
  g_free (passage->text);
  g_free (passage);
}

static guint
n_items (GListModel *list)
{
  return list != NULL ? g_list_model_get_n_items (list) : 0;
}

static gboolean
is_markup (const PlumbField *field)
{
  return field->kind == PLUMB_FIELD_MARKUP || field->kind == PLUMB_FIELD_MARKUPS;
}

/* What is written on the page: not what is only read aloud, nor where in a source a number stands. */
static gboolean
is_seen (const PlumbField *field)
{
  return (field->flags & PLUMB_FIELD_TRANSLATABLE) != 0 && strcmp (field->name, "spoken") != 0 &&
         strcmp (field->name, "locator") != 0;
}

static void
append_text (GString *all, const char *text, gboolean markup)
{
  g_autofree char *plain = NULL;

  if (text == NULL || text[0] == '\0') {
    return;
  }

  if (all->len > 0) {
    g_string_append_c (all, '\n');
  }
  if (!markup) {
    g_string_append (all, text);
    return;
  }

  plain = plumb_markup_to_plain (text);
  g_string_append (all, plain);
}

static void
append_text_cb (PlumbRecord *record,
                const PlumbField *field,
                const char *path,
                const char *text,
                gpointer user_data)
{
  if (is_seen (field)) {
    append_text (user_data, text, is_markup (field));
  }
}

/* All that is written in a record, one text a line. */
static char *
record_to_plain (gpointer record)
{
  GString *all = g_string_new (NULL);

  plumb_walk_texts (record, append_text_cb, all);

  return g_string_free_and_steal (all);
}

/**
 * plumb_block_to_plain:
 * @block: a block
 *
 * Returns: (transfer full): its words, one text (a paragraph, an item, a cell) a line
 */
char *
plumb_block_to_plain (PlumbBlock *block)
{
  g_return_val_if_fail (PLUMB_IS_BLOCK (block), NULL);

  return record_to_plain (block);
}

static void
add_passage (GPtrArray *passages, int level, const char *anchor, const char *heading, char *text)
{
  PlumbPassage *passage;

  if (text[0] == '\0') {
    g_free (text);
    return;
  }

  passage = g_new0 (PlumbPassage, 1);
  passage->level = level;
  passage->anchor = g_strdup (anchor);
  passage->heading = g_strdup (heading);
  passage->text = text;
  g_ptr_array_add (passages, passage);
}

static void
add_markup (GPtrArray *passages, const char *anchor, const char *heading, const char *markup)
{
  add_passage (passages, 0, anchor, heading, plumb_markup_to_plain (markup));
}

static void
add_markups (GPtrArray *passages, const char *anchor, const char *const *markups)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; markups[i] != NULL; i++) {
    append_text (all, markups[i], TRUE);
  }
  add_passage (passages, 0, anchor, NULL, g_string_free_and_steal (all));
}

static void
add_level (GPtrArray *passages, PlumbLevel *level)
{
  const char *heading = NULL;
  guint n = n_items (level->blocks);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbBlock) block = g_list_model_get_item (level->blocks, i);

    if (PLUMB_IS_HEADING (block)) {
      /* The list keeps the block, and with it the text. */
      heading = PLUMB_HEADING (block)->text;
    }
    add_passage (passages, level->level, block->id, heading, plumb_block_to_plain (block));
  }
}

static void
add_debate (GPtrArray *passages, PlumbDebate *debate)
{
  g_autofree char *question = plumb_markup_to_plain (debate->question);
  guint n_shared = n_items (debate->shared);
  guint n_positions = n_items (debate->positions);

  add_passage (passages, 0, "debate", NULL, g_strdup (question));
  for (guint i = 0; i < n_shared; i++) {
    g_autoptr (PlumbShared) shared = g_list_model_get_item (debate->shared, i);

    add_markup (passages, "debate", question, shared->text);
  }
  for (guint i = 0; i < n_positions; i++) {
    g_autoptr (PlumbStance) stance = g_list_model_get_item (debate->positions, i);
    g_autofree char *anchor = g_strconcat ("debate-", stance->position, NULL);

    add_passage (passages, 0, anchor, question, record_to_plain (stance));
  }
}

/* What stands on the page at every level. */
static void
add_parts (GPtrArray *passages, PlumbTopic *topic)
{
  guint n_takeaways = n_items (topic->takeaways);
  guint n_status = n_items (topic->status);
  guint n_cruxes = n_items (topic->cruxes);
  guint n_pitfalls = n_items (topic->pitfalls);

  if (topic->why_now != NULL) {
    add_markup (passages, "why-now", NULL, topic->why_now->text);
  }
  for (guint i = 0; i < n_takeaways; i++) {
    g_autoptr (PlumbTakeaway) takeaway = g_list_model_get_item (topic->takeaways, i);
    g_autofree char *anchor = g_strconcat ("takeaways-", takeaway->audience, NULL);

    add_markups (passages, anchor, (const char *const *) takeaway->points);
  }
  for (guint i = 0; i < n_status; i++) {
    g_autoptr (PlumbStatus) status = g_list_model_get_item (topic->status, i);

    add_passage (passages, 0, "status", NULL, record_to_plain (status));
  }
  if (topic->take != NULL) {
    add_markup (passages, "take", NULL, topic->take->text);
  }
  if (topic->debate != NULL) {
    add_debate (passages, topic->debate);
  }
  for (guint i = 0; i < n_cruxes; i++) {
    g_autoptr (PlumbCrux) crux = g_list_model_get_item (topic->cruxes, i);

    add_markup (passages, "cruxes", NULL, crux->statement);
  }
  for (guint i = 0; i < n_pitfalls; i++) {
    g_autoptr (PlumbPitfall) pitfall = g_list_model_get_item (topic->pitfalls, i);
    g_autofree char *anchor = g_strconcat ("pitfall-", pitfall->id, NULL);
    GString *text = g_string_new (NULL);

    append_text (text, pitfall->claim, TRUE);
    append_text (text, pitfall->reply, TRUE);
    add_passage (passages, 0, anchor, NULL, g_string_free_and_steal (text));
  }
}

/**
 * plumb_topic_get_passages:
 * @topic: a topic
 *
 * Cuts a topic into the runs of text that a search can lead to: its title, its summary, each block of each level under
 * its heading, and the parts that stand at every level. The anchors of these are `why-now`, `takeaways-AUDIENCE`,
 * `status`, `take`, `debate`, `debate-POSITION`, `cruxes` and `pitfall-ID`; title and summary, which come first, have
 * none.
 *
 * Returns: (transfer full) (element-type PlumbPassage): the passages, in the order of the page
 */
GPtrArray *
plumb_topic_get_passages (PlumbTopic *topic)
{
  GPtrArray *passages;

  g_return_val_if_fail (PLUMB_IS_TOPIC (topic), NULL);

  passages = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_passage_free);
  add_passage (passages, 0, NULL, NULL, g_strdup (topic->title));
  add_markup (passages, NULL, NULL, topic->summary);
  for (int i = 1; i <= 3; i++) {
    PlumbLevel *level = plumb_topic_find_level (topic, i);

    if (level != NULL) {
      add_level (passages, level);
    }
  }
  add_parts (passages, topic);

  return passages;
}

/**
 * plumb_topic_find_level:
 * @topic: a topic
 * @level: 1, 2 or 3
 *
 * Returns: (transfer none) (nullable): that level, which belongs to @topic, or %NULL where it has none
 */
PlumbLevel *
plumb_topic_find_level (PlumbTopic *topic, int level)
{
  guint n;

  g_return_val_if_fail (PLUMB_IS_TOPIC (topic), NULL);

  n = n_items (topic->levels);
  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbLevel) candidate = g_list_model_get_item (topic->levels, i);

    if (candidate->level == level) {
      return candidate;
    }
  }

  return NULL;
}

static void
count_words_cb (PlumbRecord *record,
                const PlumbField *field,
                const char *path,
                const char *text,
                gpointer user_data)
{
  guint *n = user_data;

  if (is_seen (field)) {
    *n += is_markup (field) ? plumb_markup_count_words (text) : plumb_words_count (text);
  }
}

/**
 * plumb_topic_count_words:
 * @topic: a topic
 * @level: 1, 2 or 3
 *
 * Returns: how many words stand in the blocks of that level, with headings, captions and cells; 0 where it has none
 */
guint
plumb_topic_count_words (PlumbTopic *topic, int level)
{
  PlumbLevel *found = plumb_topic_find_level (topic, level);
  guint n = 0;

  if (found != NULL) {
    plumb_walk_texts (PLUMB_RECORD (found), count_words_cb, &n);
  }

  return n;
}

typedef struct {
  PlumbTopic *topic;
  GHashTable *sources;
} Cited;

static void
add_claim_sources (Cited *cited, const char *id)
{
  guint n = n_items (cited->topic->claims);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbClaim) claim = g_list_model_get_item (cited->topic->claims, i);

    if (g_str_equal (claim->id, id)) {
      for (guint j = 0; claim->sources != NULL && claim->sources[j] != NULL; j++) {
        g_hash_table_add (cited->sources, g_strdup (claim->sources[j]));
      }
    }
  }
}

static void
add_link_cb (const char *href, const char *text, gpointer user_data)
{
  Cited *cited = user_data;

  if (g_str_has_prefix (href, "source:")) {
    g_hash_table_add (cited->sources, g_strdup (href + strlen ("source:")));
  } else if (g_str_has_prefix (href, "claim:")) {
    add_claim_sources (cited, href + strlen ("claim:"));
  }
}

static void
add_sources_cb (PlumbRecord *record,
                const PlumbField *field,
                const char *path,
                const char *text,
                gpointer user_data)
{
  Cited *cited = user_data;

  if (field->ref == PLUMB_REF_SOURCE) {
    g_hash_table_add (cited->sources, g_strdup (text));
  } else if (field->ref == PLUMB_REF_CLAIM) {
    add_claim_sources (cited, text);
  } else if (is_markup (field)) {
    plumb_markup_foreach_link (text, add_link_cb, cited, NULL);
  }
}

/**
 * plumb_topic_count_sources:
 * @topic: a topic
 * @level: 1, 2 or 3
 *
 * Counts the works that a level rests on: those that its blocks name or link to, and those of the topic's claims that
 * they state.
 *
 * Returns: how many different sources there are
 */
guint
plumb_topic_count_sources (PlumbTopic *topic, int level)
{
  PlumbLevel *found = plumb_topic_find_level (topic, level);
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Cited cited = { topic, sources };

  if (found != NULL) {
    plumb_walk_texts (PLUMB_RECORD (found), add_sources_cb, &cited);
  }

  return g_hash_table_size (sources);
}
