/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-topic.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_QUESTION_VIEW (plumb_question_view_get_type ())

G_DECLARE_FINAL_TYPE (PlumbQuestionView, plumb_question_view, PLUMB, QUESTION_VIEW, GtkWidget)

GtkWidget *plumb_question_view_new (PlumbQuestion *question);
PlumbQuestion *plumb_question_view_get_question (PlumbQuestionView *self);
int plumb_question_view_get_chosen (PlumbQuestionView *self);
void plumb_question_view_set_chosen (PlumbQuestionView *self, int chosen);
gboolean plumb_question_view_get_answered (PlumbQuestionView *self);

G_END_DECLS
