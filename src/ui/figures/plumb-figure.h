/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-blocks.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_FIGURE (plumb_figure_get_type ())

G_DECLARE_FINAL_TYPE (PlumbFigure, plumb_figure, PLUMB, FIGURE, GtkWidget)

GtkWidget *plumb_figure_new (PlumbBlock *block);
PlumbBlock *plumb_figure_get_block (PlumbFigure *self);
gboolean plumb_figure_get_show_table (PlumbFigure *self);
void plumb_figure_set_show_table (PlumbFigure *self, gboolean show_table);
const char *plumb_figure_get_credit (PlumbFigure *self);
void plumb_figure_set_credit (PlumbFigure *self, const char *credit);

G_END_DECLS
