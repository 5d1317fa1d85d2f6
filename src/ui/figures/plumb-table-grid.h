/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-blocks.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TABLE_GRID (plumb_table_grid_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTableGrid, plumb_table_grid, PLUMB, TABLE_GRID, GtkWidget)

GtkWidget *plumb_table_grid_new (PlumbTable *table);
gboolean plumb_table_grid_get_stacked (PlumbTableGrid *self);

G_END_DECLS
