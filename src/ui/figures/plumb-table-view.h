/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-blocks.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TABLE_VIEW (plumb_table_view_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTableView, plumb_table_view, PLUMB, TABLE_VIEW, GtkWidget)

GtkWidget *plumb_table_view_new (PlumbTable *table);
PlumbTable *plumb_table_view_get_table (PlumbTableView *self);
const char *plumb_table_view_get_credit (PlumbTableView *self);
void plumb_table_view_set_credit (PlumbTableView *self, const char *credit);

G_END_DECLS
