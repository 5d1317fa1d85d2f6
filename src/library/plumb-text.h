/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-topic.h"

G_BEGIN_DECLS

/**
 * PlumbPassage:
 * @level: 1, 2 or 3; 0 for what stands at every level
 * @anchor: (nullable): the id of the block, or of the part, that it is
 * @heading: (nullable): the heading that it stands under, plain
 * @text: its words, without markup
 *
 * A run of text of a topic, as search and word counts see it.
 */
typedef struct {
  int level;
  char *anchor;
  char *heading;
  char *text;
} PlumbPassage;

void plumb_passage_free (PlumbPassage *passage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbPassage, plumb_passage_free)

GPtrArray *plumb_topic_get_passages (PlumbTopic *topic);
guint plumb_topic_count_words (PlumbTopic *topic, int level);
guint plumb_topic_count_sources (PlumbTopic *topic, int level);
char *plumb_block_to_plain (PlumbBlock *block);
PlumbLevel *plumb_topic_find_level (PlumbTopic *topic, int level);

G_END_DECLS
