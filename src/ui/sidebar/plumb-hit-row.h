/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-search-hit.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_HIT_ROW (plumb_hit_row_get_type ())

G_DECLARE_FINAL_TYPE (PlumbHitRow, plumb_hit_row, PLUMB, HIT_ROW, GtkBox)

GtkWidget *plumb_hit_row_new (void);
PlumbSearchHit *plumb_hit_row_get_hit (PlumbHitRow *self);
void plumb_hit_row_set_hit (PlumbHitRow *self, PlumbSearchHit *hit);
const char *plumb_hit_row_get_label (PlumbHitRow *self);
const char *plumb_hit_row_get_description (PlumbHitRow *self);

char *plumb_hit_row_describe_where (int level, const char *heading);

G_END_DECLS
