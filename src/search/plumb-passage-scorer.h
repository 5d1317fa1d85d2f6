/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-matcher.h"
#include "plumb-text.h"

G_BEGIN_DECLS

/* Hits of one topic that are shown. */
#define PLUMB_MAX_HITS_IN_TOPIC 3

/**
 * PlumbScoredPassage:
 * @passage: which passage, from 0, or -1 for the topic itself
 * @score: how well it answers the query
 * @words: the words of the query that it holds, one bit each
 *
 * A passage that answers a query.
 */
typedef struct {
  int passage;
  double score;
  guint words;
} PlumbScoredPassage;

/**
 * PlumbScoredTopic:
 * @bonus: what its best places add to the rank of the topic
 * @passages: the best places, the best one first
 * @n_passages: how many there are; where there is none, the topic does not answer the query after all
 *
 * The places in a topic that answer a query.
 */
typedef struct {
  double bonus;
  PlumbScoredPassage passages[PLUMB_MAX_HITS_IN_TOPIC];
  guint n_passages;
} PlumbScoredTopic;

void plumb_passages_score (PlumbMatcher *matcher,
                           guint n_words,
                           const double *weights,
                           const char *title,
                           GPtrArray *passages,
                           PlumbScoredTopic *scored);

G_END_DECLS
