/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-topic.h"

G_BEGIN_DECLS

/**
 * PlumbReadingCount:
 * @n_sentences: how many sentences
 * @n_words: how many words
 * @n_syllables: how many syllables
 *
 * What the ease of an English text is reckoned from.
 */
typedef struct {
  guint n_sentences;
  guint n_words;
  guint n_syllables;
} PlumbReadingCount;

guint plumb_reading_count_syllables (const char *word);
void plumb_reading_count_add (PlumbReadingCount *count, const char *text);
double plumb_reading_count_get_grade (const PlumbReadingCount *count);
gboolean plumb_reading_get_grade (PlumbTopic *topic, int level, double *grade);

G_END_DECLS
