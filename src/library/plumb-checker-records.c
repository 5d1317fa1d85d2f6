/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules of the format about single records, which hold for every library. A page can be shown without them. */

#include "config.h"

#include "plumb-checker-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
check_block (PlumbChecker *checker, const char *file, PlumbRecord *record, const char *path)
{
  PlumbBlock *block;

  if (!PLUMB_IS_BLOCK (record) || PLUMB_IS_HEADING (record)) {
    return;
  }

  block = PLUMB_BLOCK (record);
  if (block->claims == NULL && !block->framing) {
    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_FIELD,
                       file,
                       path,
                       _ ("The block names no “claims”, and does not say “framing” either."));
  } else if (block->claims != NULL && block->framing) {
    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_FIELD,
                       file,
                       path,
                       _ ("The block names “claims”, and says that it is “framing”."));
  }
}

/* The level that a block stands in, or 0 where the topic has none such. */
static int
find_block_level (PlumbTopic *topic, const char *id)
{
  for (guint i = 0; i < plumb_checker_n_items (topic->levels); i++) {
    g_autoptr (PlumbLevel) level = g_list_model_get_item (topic->levels, i);

    for (guint j = 0; j < plumb_checker_n_items (level->blocks); j++) {
      g_autoptr (PlumbBlock) block = g_list_model_get_item (level->blocks, j);

      if (g_str_equal (block->id, id)) {
        return level->level;
      }
    }
  }

  return 0;
}

static void
check_block_relation (PlumbChecker *checker,
                      const char *file,
                      PlumbTopic *topic,
                      PlumbBlock *block,
                      int level,
                      const char *path)
{
  gboolean says_how = block->relation != PLUMB_RELATION_NONE;
  int other = block->relates_to != NULL ? find_block_level (topic, block->relates_to) : 0;

  if (says_how != (block->relates_to != NULL)) {
    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_FIELD,
                       file,
                       path,
                       _ ("“relation” and “relates_to” belong together."));
  }
  if (other >= level) {
    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_VALUE,
                       file,
                       path,
                       _ ("“%s” is not a block of a level above this one."),
                       block->relates_to);
  }
}

static void
check_relations (PlumbChecker *checker, const char *file, PlumbTopic *topic)
{
  for (guint i = 0; i < plumb_checker_n_items (topic->levels); i++) {
    g_autoptr (PlumbLevel) level = g_list_model_get_item (topic->levels, i);

    for (guint j = 0; j < plumb_checker_n_items (level->blocks); j++) {
      g_autoptr (PlumbBlock) block = g_list_model_get_item (level->blocks, j);
      g_autofree char *path = g_strdup_printf ("/levels/%u/blocks/%u", i, j);

      check_block_relation (checker, file, topic, block, level->level, path);
    }
  }
}

static void
check_question (PlumbChecker *checker, const char *file, PlumbRecord *record, const char *path)
{
  PlumbQuestion *question;
  guint n_right = 0;

  if (!PLUMB_IS_QUESTION (record)) {
    return;
  }

  question = PLUMB_QUESTION (record);
  for (guint i = 0; i < plumb_checker_n_items (question->options); i++) {
    g_autoptr (PlumbOption) option = g_list_model_get_item (question->options, i);

    n_right += option->right ? 1 : 0;
  }

  if (n_right != 1) {
    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_VALUE,
                       file,
                       path,
                       _ ("Options that are right: %u. A question has one."),
                       n_right);
  }
  if (plumb_checker_n_items (question->options) < 2) {
    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_VALUE,
                       file,
                       path,
                       _ ("There is nothing to choose between."));
  }
}

static void
check_holder (PlumbChecker *checker, const char *file, PlumbRecord *record, const char *path)
{
  if (PLUMB_IS_HOLDER (record) &&
      (PLUMB_HOLDER (record)->person == NULL) == (PLUMB_HOLDER (record)->name == NULL)) {
    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_FIELD,
                       file,
                       path,
                       _ ("A holder has either “person” or “name”."));
  }
}

static void
check_rating (PlumbChecker *checker, const char *file, PlumbRecord *record, const char *path)
{
  PlumbRating *rating;

  if (!PLUMB_IS_RATING (record)) {
    return;
  }

  rating = PLUMB_RATING (record);
  if ((rating->sources != NULL) == rating->reading) {
    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_FIELD,
                       file,
                       path,
                       _ ("A rating either has “sources” or says that it is our “reading”."));
  }
}

static void
check_shared (PlumbChecker *checker, const char *file, PlumbRecord *record, const char *path)
{
  if (PLUMB_IS_SHARED (record) && plumb_checker_n_texts (PLUMB_SHARED (record)->positions) < 2) {
    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_VALUE,
                       file,
                       path,
                       _ ("What one position holds is not shared."));
  }
}

/* Lists with an entry for each position, or for each audience, have no more than one. */
static void
check_once (PlumbChecker *checker,
            const char *file,
            GListModel *records,
            const char *key,
            const char *path)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plumb_checker_n_items (records); i++) {
    g_autoptr (PlumbRecord) record = g_list_model_get_item (records, i);
    const PlumbField *field = plumb_record_class_find_field (PLUMB_RECORD_GET_CLASS (record), key);
    const char *id = PLUMB_RECORD_FIELD (record, field, const char *);

    if (!g_hash_table_add (seen, g_strdup (id))) {
      g_autofree char *place = g_strdup_printf ("%s/%u/%s", path, i, key);

      plumb_checker_add (checker,
                         PLUMB_SEVERITY_ERROR,
                         PLUMB_LIBRARY_ERROR_DUPLICATE,
                         file,
                         place,
                         _ ("The list has “%s” twice."),
                         id);
    }
  }
}

static void
check_lists (PlumbChecker *checker, const char *file, PlumbRecord *record, const char *path)
{
  g_autofree char *place = NULL;

  if (PLUMB_IS_CRUX (record)) {
    place = g_strconcat (path, "/ratings", NULL);
    check_once (checker, file, PLUMB_CRUX (record)->ratings, "position", place);
  } else if (PLUMB_IS_DEBATE (record)) {
    place = g_strconcat (path, "/positions", NULL);
    check_once (checker, file, PLUMB_DEBATE (record)->positions, "position", place);
  } else if (PLUMB_IS_TOPIC (record)) {
    check_once (checker, file, PLUMB_TOPIC (record)->takeaways, "audience", "/takeaways");
  }
}

static void
check_source (PlumbChecker *checker, const char *file, PlumbRecord *record, const char *path)
{
  PlumbSource *source;

  if (!PLUMB_IS_SOURCE (record)) {
    return;
  }

  source = PLUMB_SOURCE (record);
  if (source->arxiv != NULL &&
      !g_regex_match_simple ("^([0-9]{4}\\.[0-9]{4,5}|[a-z-]+/[0-9]{7})(v[0-9]+)?$",
                             source->arxiv,
                             G_REGEX_DEFAULT,
                             G_REGEX_MATCH_DEFAULT)) {
    g_autofree char *place = g_strconcat (path, "/arxiv", NULL);

    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_VALUE,
                       file,
                       place,
                       _ ("“%s” is not an arXiv identifier such as 2210.10760."),
                       source->arxiv);
  }
  if (source->doi != NULL && !g_regex_match_simple ("^10\\.[0-9]{4,9}/[^\\s]+$",
                                                    source->doi,
                                                    G_REGEX_DEFAULT,
                                                    G_REGEX_MATCH_DEFAULT)) {
    g_autofree char *place = g_strconcat (path, "/doi", NULL);

    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_VALUE,
                       file,
                       place,
                       _ ("“%s” is not a DOI such as 10.1000/182."),
                       source->doi);
  }
}

/* Which sources can be looked up; every claim asks. */
static void
collect_located (PlumbChecker *checker)
{
  GListModel *sources = checker->sources != NULL ? checker->sources->sources : NULL;

  for (guint i = 0; i < plumb_checker_n_items (sources); i++) {
    g_autoptr (PlumbSource) source = g_list_model_get_item (sources, i);

    if (plumb_source_has_locator (source)) {
      g_hash_table_add (checker->located, source->id);
    }
  }
}

static gboolean
has_locator (PlumbChecker *checker, GStrv ids)
{
  for (guint i = 0; ids[i] != NULL; i++) {
    if (g_hash_table_contains (checker->located, ids[i])) {
      return TRUE;
    }
  }

  return FALSE;
}

/* For a library that promises everything this is an error. */
static void
check_confidence (PlumbChecker *checker, const char *file, PlumbRecord *record, const char *path)
{
  gboolean full = checker->library != NULL && checker->library->profile == PLUMB_PROFILE_FULL;
  PlumbClaim *claim;
  g_autofree char *place = NULL;

  if (!PLUMB_IS_CLAIM (record) || checker->sources == NULL) {
    return;
  }

  claim = PLUMB_CLAIM (record);
  if (claim->confidence == PLUMB_CONFIDENCE_ESTABLISHED && claim->sources != NULL &&
      !has_locator (checker, claim->sources)) {
    place = g_strconcat (path, "/confidence", NULL);
    plumb_checker_add (checker,
                       full ? PLUMB_SEVERITY_ERROR : PLUMB_SEVERITY_WARNING,
                       PLUMB_LIBRARY_ERROR_VALUE,
                       file,
                       place,
                       _ ("None of its sources can be looked up by an arXiv identifier, a DOI or "
                          "an address, so the claim is “likely” at most."));
  }
}

static void
check_language (PlumbChecker *checker)
{
  if (checker->library != NULL &&
      !g_regex_match_simple ("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$",
                             checker->library->lang,
                             G_REGEX_DEFAULT,
                             G_REGEX_MATCH_DEFAULT)) {
    plumb_checker_add (checker,
                       PLUMB_SEVERITY_ERROR,
                       PLUMB_LIBRARY_ERROR_VALUE,
                       "library.json",
                       "/lang",
                       _ ("“%s” is not a language as BCP 47 writes it, such as “en” or “pt-BR”."),
                       checker->library->lang);
  }
}

const PlumbCheckerRule plumb_checker_record_rules[] = {
  { .check_library = check_language },  { .check_topic = check_relations },
  { .check_record = check_block },      { .check_record = check_question },
  { .check_record = check_holder },     { .check_record = check_rating },
  { .check_record = check_shared },     { .check_record = check_lists },
  { .check_record = check_source },     { .check_library = collect_located },
  { .check_record = check_confidence }, { 0 },
};
