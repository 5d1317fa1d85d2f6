/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_KEPT_ANSWERS (plumb_kept_answers_get_type ())

G_DECLARE_FINAL_TYPE (PlumbKeptAnswers, plumb_kept_answers, PLUMB, KEPT_ANSWERS, GObject)

PlumbKeptAnswers *plumb_kept_answers_new (const char *library, const char *answers, gint64 created);

const char *plumb_kept_answers_get_library (PlumbKeptAnswers *self);
const char *plumb_kept_answers_get_answers (PlumbKeptAnswers *self);
gint64 plumb_kept_answers_get_created (PlumbKeptAnswers *self);

gboolean plumb_kept_answers_equal (PlumbKeptAnswers *self, PlumbKeptAnswers *other);

G_END_DECLS
