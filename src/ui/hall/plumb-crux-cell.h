/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-crux-row.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_CRUX_CELL (plumb_crux_cell_get_type ())

G_DECLARE_FINAL_TYPE (PlumbCruxCell, plumb_crux_cell, PLUMB, CRUX_CELL, GtkBox)

GtkWidget *plumb_crux_cell_new (PlumbPosition *position, guint number, gboolean compact);
void plumb_crux_cell_set_row (PlumbCruxCell *self, PlumbCruxRow *row);
const char *plumb_crux_cell_get_sentence (PlumbCruxCell *self);

G_END_DECLS
