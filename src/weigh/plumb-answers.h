/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How likely somebody thinks a crux, in whole percent. Whole, because nobody means more, and because sums of whole
 * numbers come out the same in any order. */
#define PLUMB_LIKELIHOOD_MAX 100
#define PLUMB_LIKELIHOOD_NONE (-1)

/* How much it matters to them: 0 not at all, 1 a little, 2 somewhat, 3 a lot. Only the ratios count, so that it makes no
 * difference what all are as long as all are the same. */
#define PLUMB_WEIGHT_MAX 3
#define PLUMB_WEIGHT_DEFAULT 2

/**
 * PlumbAnswer:
 * @likelihood: how likely they think it, in percent, or %PLUMB_LIKELIHOOD_NONE
 * @weight: how much it matters to them, from 0 to %PLUMB_WEIGHT_MAX
 *
 * What somebody answers to a crux.
 */
typedef struct {
  int likelihood;
  int weight;
} PlumbAnswer;

/**
 * PlumbAnswerChange:
 * @crux: the id of the crux
 * @before: what was answered before
 * @after: what was answered after
 *
 * How an answer differs between two times.
 */
typedef struct {
  char *crux;
  PlumbAnswer before;
  PlumbAnswer after;
} PlumbAnswerChange;

#define PLUMB_TYPE_ANSWERS (plumb_answers_get_type ())

G_DECLARE_FINAL_TYPE (PlumbAnswers, plumb_answers, PLUMB, ANSWERS, GObject)

PlumbAnswers *plumb_answers_new (void);
PlumbAnswers *plumb_answers_copy (PlumbAnswers *self);
void plumb_answers_assign (PlumbAnswers *self, PlumbAnswers *other);
gboolean plumb_answers_equal (PlumbAnswers *self, PlumbAnswers *other);

PlumbAnswer plumb_answers_get (PlumbAnswers *self, const char *crux);
void plumb_answers_set (PlumbAnswers *self, const char *crux, PlumbAnswer answer);
void plumb_answers_set_likelihood (PlumbAnswers *self, const char *crux, int likelihood);
void plumb_answers_set_weight (PlumbAnswers *self, const char *crux, int weight);
void plumb_answers_clear (PlumbAnswers *self);

guint plumb_answers_get_n_answered (PlumbAnswers *self);
GStrv plumb_answers_dup_cruxes (PlumbAnswers *self);
GPtrArray *plumb_answers_compare (PlumbAnswers *self, PlumbAnswers *later);

void plumb_answer_change_free (PlumbAnswerChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbAnswerChange, plumb_answer_change_free)

G_END_DECLS
