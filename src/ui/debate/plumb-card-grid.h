/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_CARD_GRID (plumb_card_grid_get_type ())

G_DECLARE_FINAL_TYPE (PlumbCardGrid, plumb_card_grid, PLUMB, CARD_GRID, GtkWidget)

GtkWidget *plumb_card_grid_new (void);
void plumb_card_grid_append (PlumbCardGrid *self, GtkWidget *card);
guint plumb_card_grid_get_columns (PlumbCardGrid *self);
void plumb_card_grid_set_columns (PlumbCardGrid *self, guint columns);

G_END_DECLS
