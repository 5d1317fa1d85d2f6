/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-crux-row.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_CRUX_MARK (plumb_crux_mark_get_type ())

G_DECLARE_FINAL_TYPE (PlumbCruxMark, plumb_crux_mark, PLUMB, CRUX_MARK, GtkWidget)

GtkWidget *plumb_crux_mark_new (void);
void plumb_crux_mark_set_standing (PlumbCruxMark *self,
                                   PlumbPosition *position,
                                   PlumbStanding standing,
                                   int value);

G_END_DECLS
