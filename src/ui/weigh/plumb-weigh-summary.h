/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-weighing.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_WEIGH_SUMMARY (plumb_weigh_summary_get_type ())

G_DECLARE_FINAL_TYPE (PlumbWeighSummary, plumb_weigh_summary, PLUMB, WEIGH_SUMMARY, GtkBox)

void plumb_weigh_summary_update (PlumbWeighSummary *self, PlumbWeighing *weighing);

G_END_DECLS
