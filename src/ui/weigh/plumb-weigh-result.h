/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-weighing.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_WEIGH_RESULT (plumb_weigh_result_get_type ())

G_DECLARE_FINAL_TYPE (PlumbWeighResult, plumb_weigh_result, PLUMB, WEIGH_RESULT, GtkBox)

void plumb_weigh_result_set_weighing (PlumbWeighResult *self, PlumbWeighing *weighing);
char *plumb_weigh_result_dup_sentences (PlumbWeighing *weighing);

G_END_DECLS
