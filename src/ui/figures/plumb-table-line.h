/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "plumb-table-columns.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_TABLE_LINE (plumb_table_line_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTableLine, plumb_table_line, PLUMB, TABLE_LINE, GtkWidget)

GtkWidget *plumb_table_line_new_heads (const char *const *columns);
GtkWidget *plumb_table_line_new (const char *const *columns, const char *const *cells);

guint plumb_table_line_get_n_cells (PlumbTableLine *self);
GtkLabel *plumb_table_line_get_cell (PlumbTableLine *self, guint column);
void plumb_table_line_set_numeric (PlumbTableLine *self, guint column);
void plumb_table_line_measure_cell (PlumbTableLine *self, guint column, int *minimum, int *natural);
int plumb_table_line_columns_height (PlumbTableLine *self,
                                     const PlumbTableColumn *columns,
                                     guint n_columns);
int plumb_table_line_stack_height (PlumbTableLine *self, int width, int gap);
void plumb_table_line_place_columns (PlumbTableLine *self,
                                     const PlumbTableColumn *columns,
                                     guint n_columns,
                                     int gap,
                                     const GtkAllocation *line_place);
void plumb_table_line_place_stack (PlumbTableLine *self, int gap, const GtkAllocation *line_place);

G_END_DECLS
