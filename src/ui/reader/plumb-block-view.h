/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include <plumb-blocks.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_BLOCK_VIEW (plumb_block_view_get_type ())

G_DECLARE_FINAL_TYPE (PlumbBlockView, plumb_block_view, PLUMB, BLOCK_VIEW, GtkWidget)

GtkWidget *plumb_block_view_new (PlumbBlock *block);
void plumb_block_view_add_marks (PlumbBlockView *self, GtkWidget *marks);
PlumbBlock *plumb_block_view_get_block (PlumbBlockView *self);

G_END_DECLS
