/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_HALL_ROW (plumb_hall_row_get_type ())

G_DECLARE_FINAL_TYPE (PlumbHallRow, plumb_hall_row, PLUMB, HALL_ROW, GtkWidget)

GtkWidget *plumb_hall_row_new (const char *anchor, const char *name, GtkWidget *header);
const char *plumb_hall_row_get_anchor (PlumbHallRow *self);
GtkWidget *plumb_hall_row_append (PlumbHallRow *self,
                                  GtkAccessibleRole role,
                                  GtkWidget *content,
                                  const char *sentence);
guint plumb_hall_row_get_n_cells (PlumbHallRow *self);
GtkWidget *plumb_hall_row_get_cell (PlumbHallRow *self, guint column);
gboolean plumb_hall_row_find_cell (PlumbHallRow *self, GtkWidget *widget, guint *column);
void plumb_hall_row_set_shown (PlumbHallRow *self, int shown);

G_END_DECLS
