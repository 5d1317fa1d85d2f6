/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-library.h>
#include <plumb-store.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_DUE_QUESTIONS (plumb_due_questions_get_type ())

G_DECLARE_FINAL_TYPE (PlumbDueQuestions, plumb_due_questions, PLUMB, DUE_QUESTIONS, GObject)

/**
 * PlumbDueQuestion:
 * @question: the question
 * @topic: the id of its topic
 * @topic_title: the title of its topic
 *
 * A question that is due again.
 */
typedef struct {
  PlumbQuestion *question;
  char *topic;
  char *topic_title;
} PlumbDueQuestion;

PlumbDueQuestions *plumb_due_questions_new (PlumbLibrary *library, PlumbStore *store);
void plumb_due_questions_settle (PlumbDueQuestions *self);
void plumb_due_questions_set_today (PlumbDueQuestions *self, gint64 today);
gint64 plumb_due_questions_get_today (PlumbDueQuestions *self);
void plumb_due_questions_update_day (PlumbDueQuestions *self);
guint plumb_due_questions_get_n_due (PlumbDueQuestions *self);
const PlumbDueQuestion *plumb_due_questions_get (PlumbDueQuestions *self, guint i);
gint64 plumb_due_questions_get_next_day (PlumbDueQuestions *self);
gboolean plumb_due_questions_has_questions (PlumbDueQuestions *self);

G_END_DECLS
