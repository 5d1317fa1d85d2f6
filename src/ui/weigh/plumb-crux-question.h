/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-answers.h>
#include <plumb-crux-set.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_CRUX_QUESTION (plumb_crux_question_get_type ())

G_DECLARE_FINAL_TYPE (PlumbCruxQuestion, plumb_crux_question, PLUMB, CRUX_QUESTION, GtkBox)

GtkWidget *plumb_crux_question_new (PlumbLibrary *library,
                                    PlumbCruxSet *set,
                                    guint number,
                                    PlumbAnswers *answers);
PlumbCrux *plumb_crux_question_get_crux (PlumbCruxQuestion *self);

G_END_DECLS
