/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Chooses the places in a topic that answer a query best.
 *
 * The index has found that the topic holds all the words somewhere. A place is better the more of them it holds, the
 * rarer these are, the more often and the closer together they stand; a heading counts for the first passage under
 * it; and of two like places the one at a shallower level comes first, because it is where a reader would start.
 */

#include "config.h"

#include "plumb-passage-scorer.h"

#include "plumb-query-private.h"

/* How soon mentions in one passage level off. */
#define K1 1.0
#define HEADING_WEIGHT 0.7
#define CLOSENESS_WEIGHT 1.0
/* What a title adds to the rank of its topic, when it is nothing but what was asked for. */
#define EXACT_TITLE_WEIGHT 2.0

typedef struct {
  guint words;
  guint n_positions;
  guint n_matched;
  guint *counts;
  double closeness;
} Found;

/* How close together the words stand that were found: 1 when they stand side by side, in whatever order. */
static double
measure_closeness (GArray *matches, guint words, guint n_words)
{
  g_autofree guint *last = g_new (guint, n_words);
  guint n_wanted = 0;
  guint shortest = G_MAXUINT;

  for (guint i = 0; i < n_words; i++) {
    last[i] = G_MAXUINT;
    n_wanted += (words >> i) & 1;
  }
  if (n_wanted < 2) {
    return 0;
  }

  /* At each match, the last place of each word before it gives the shortest run of text that ends here. */
  for (guint i = 0; i < matches->len; i++) {
    const PlumbMatch *match = &g_array_index (matches, PlumbMatch, i);
    guint first = match->position;
    gboolean all = TRUE;

    last[match->word] = match->position;
    for (guint j = 0; j < n_words; j++) {
      if ((words >> j) & 1) {
        all = all && last[j] != G_MAXUINT;
        first = MIN (first, last[j]);
      }
    }
    if (all) {
      shortest = MIN (shortest, match->position - first + 1);
    }
  }

  return MIN (1.0, (double) n_wanted / shortest);
}

static void
look_through (PlumbMatcher *matcher, const char *text, guint n_words, guint *counts, Found *found)
{
  GArray *matches = plumb_matcher_run (matcher, text);
  guint position = G_MAXUINT;

  *found = (Found) { .counts = counts, .n_positions = plumb_matcher_get_n_positions (matcher) };
  for (guint i = 0; i < n_words; i++) {
    counts[i] = 0;
  }

  for (guint i = 0; i < matches->len; i++) {
    const PlumbMatch *match = &g_array_index (matches, PlumbMatch, i);

    counts[match->word]++;
    found->words |= 1u << match->word;
    found->n_matched += match->position != position ? 1 : 0;
    position = match->position;
  }

  found->closeness = measure_closeness (matches, found->words, n_words);
}

static double
sum_weights (const double *weights, guint n_words, guint words)
{
  double sum = 0;

  for (guint i = 0; i < n_words; i++) {
    if ((words >> i) & 1) {
      sum += weights[i];
    }
  }

  return sum;
}

static double
score_text (const Found *found, const double *weights, guint n_words)
{
  double score = 0;

  for (guint i = 0; i < n_words; i++) {
    if (found->counts[i] > 0) {
      score += weights[i] * (1 + found->counts[i] / (found->counts[i] + K1));
    }
  }

  return score + CLOSENESS_WEIGHT * found->closeness * sum_weights (weights, n_words, found->words);
}

static double
level_factor (int level, guint passage)
{
  /* The first passage of a topic is its summary. */
  if (passage == 0) {
    return 1.2;
  }

  switch (level) {
  case 1:
    return 1.15;
  case 2:
    return 1.05;
  default:
    return 1;
  }
}

/* Whether two hits would lead to the same place. */
static gboolean
is_same_place (GPtrArray *passages, int a, int b)
{
  const PlumbPassage topic = { 0 };
  const PlumbPassage *passage_a = a >= 0 ? g_ptr_array_index (passages, (guint) a) : &topic;
  const PlumbPassage *passage_b = b >= 0 ? g_ptr_array_index (passages, (guint) b) : &topic;

  return passage_a->level == passage_b->level &&
         g_strcmp0 (passage_a->anchor, passage_b->anchor) == 0;
}

/* Keeps the best ones, in order, and of those that lead to one place only the best. Of equal ones the first in the text
 * comes first. */
static void
keep (PlumbScoredTopic *scored, GPtrArray *passages, const PlumbScoredPassage *passage)
{
  guint at = scored->n_passages;
  guint end = scored->n_passages;

  while (at > 0 && scored->passages[at - 1].score < passage->score) {
    at--;
  }
  for (guint i = 0; i < scored->n_passages; i++) {
    if (is_same_place (passages, scored->passages[i].passage, passage->passage)) {
      if (i < at) {
        return;
      }
      end = i;
    }
  }
  if (at == PLUMB_MAX_HITS_IN_TOPIC) {
    return;
  }

  /* A better one takes the place of the one that it leads to; otherwise all after it move on. */
  if (end == scored->n_passages) {
    end = MIN (end, PLUMB_MAX_HITS_IN_TOPIC - 1);
    scored->n_passages = end + 1;
  }
  for (guint i = end; i > at; i--) {
    scored->passages[i] = scored->passages[i - 1];
  }
  scored->passages[at] = *passage;
}

static void
drop_weak (PlumbScoredTopic *scored, guint title_words)
{
  guint best = scored->passages[0].words;
  guint n = 1;

  /* A second place is worth a line only if it answers as much of the query as the best one. */
  for (guint i = 1; i < scored->n_passages; i++) {
    guint words = scored->passages[i].words;

    if ((words | title_words) == (best | title_words) && words != 0) {
      scored->passages[n++] = scored->passages[i];
    }
  }

  scored->n_passages = n;
}

/*< private >
 * plumb_passages_score:
 * @matcher: a matcher of the query
 * @n_words: how many words the query has
 * @weights: the rarity of each
 * @title: the title of a topic
 * @passages: (element-type PlumbPassage): its passages
 * @scored: (out caller-allocates): where to put what is found
 *
 * Finds the places in a topic that answer a query best. Where the title holds all words, the topic itself is the first.
 */
void
plumb_passages_score (PlumbMatcher *matcher,
                      guint n_words,
                      const double *weights,
                      const char *title,
                      GPtrArray *passages,
                      PlumbScoredTopic *scored)
{
  g_autofree guint *counts = g_new0 (guint, n_words);
  const guint all_words = n_words < 32 ? (1u << n_words) - 1 : G_MAXUINT;
  const char *heading = NULL;
  guint heading_words = 0;
  guint title_words;
  guint found_words;
  double title_score = 0;
  double exact = 0;
  double best = 0;
  Found found;

  *scored = (PlumbScoredTopic) { 0 };

  look_through (matcher, title, n_words, counts, &found);
  title_words = found.words;
  found_words = found.words;
  if (title_words == all_words) {
    exact = (double) found.n_matched / MAX (1, found.n_positions);
    title_score = found.closeness;
  }

  for (guint i = 0; i < passages->len; i++) {
    const PlumbPassage *passage = g_ptr_array_index (passages, i);
    PlumbScoredPassage candidate = { .passage = (int) i };
    double score = 0;

    if (passage->heading != NULL && g_strcmp0 (passage->heading, heading) != 0) {
      look_through (matcher, passage->heading, n_words, counts, &found);
      heading_words = found.words;
      best = MAX (best, found.closeness);
      score += HEADING_WEIGHT * sum_weights (weights, n_words, heading_words);
    } else {
      heading_words = 0;
    }
    heading = passage->heading;

    look_through (matcher, passage->text, n_words, counts, &found);
    score += score_text (&found, weights, n_words);
    candidate.words = found.words | heading_words;
    found_words |= candidate.words;

    if (candidate.words != 0) {
      /* What is asked for in three places is better answered in one. */
      score += sum_weights (weights, n_words, candidate.words | title_words);
      candidate.score = score * level_factor (passage->level, i);
      best = MAX (best, found.closeness);
      keep (scored, passages, &candidate);
    }
  }

  if (found_words != all_words) {
    scored->n_passages = 0;
    return;
  }

  if (title_words == all_words) {
    const PlumbScoredPassage topic = { .passage = -1, .score = G_MAXDOUBLE, .words = all_words };

    keep (scored, passages, &topic);
  }

  drop_weak (scored, title_words);

  scored->bonus = sum_weights (weights, n_words, all_words) *
                  (EXACT_TITLE_WEIGHT * exact + CLOSENESS_WEIGHT * MAX (best, title_score));
}
