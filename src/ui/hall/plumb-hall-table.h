/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-hall-row.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_HALL_TABLE (plumb_hall_table_get_type ())

G_DECLARE_FINAL_TYPE (PlumbHallTable, plumb_hall_table, PLUMB, HALL_TABLE, GtkWidget)

GtkWidget *plumb_hall_table_new (guint n_columns);
void plumb_hall_table_append (PlumbHallTable *self, PlumbHallRow *row);
PlumbHallRow *plumb_hall_table_get_row (PlumbHallTable *self);
guint plumb_hall_table_get_column (PlumbHallTable *self);
void plumb_hall_table_set_column (PlumbHallTable *self, guint column);
gboolean plumb_hall_table_choose (PlumbHallTable *self, const char *anchor);
gboolean plumb_hall_table_get_single (PlumbHallTable *self);
void plumb_hall_table_set_single (PlumbHallTable *self, gboolean single);

G_END_DECLS
