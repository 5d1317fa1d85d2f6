/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-crux-set.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_CRUX_ROW (plumb_crux_row_get_type ())

G_DECLARE_FINAL_TYPE (PlumbCruxRow, plumb_crux_row, PLUMB, CRUX_ROW, GObject)

PlumbCruxRow *plumb_crux_row_new (PlumbCruxSet *set, guint number);

PlumbCruxSet *plumb_crux_row_get_set (PlumbCruxRow *self);
guint plumb_crux_row_get_number (PlumbCruxRow *self);
PlumbCrux *plumb_crux_row_get_crux (PlumbCruxRow *self);
const char *plumb_crux_row_get_topic (PlumbCruxRow *self);
const char *plumb_crux_row_get_statement (PlumbCruxRow *self);
double plumb_crux_row_get_spread (PlumbCruxRow *self);
PlumbStanding plumb_crux_row_get_standing (PlumbCruxRow *self, guint position, int *value);
guint plumb_crux_row_get_agreeing (PlumbCruxRow *self, guint position);

int plumb_crux_row_compare_number (PlumbCruxRow *self, PlumbCruxRow *other);
int plumb_crux_row_compare_spread (PlumbCruxRow *self, PlumbCruxRow *other);
int plumb_crux_row_compare_statement (PlumbCruxRow *self, PlumbCruxRow *other);
int plumb_crux_row_compare_rating (PlumbCruxRow *self, PlumbCruxRow *other, guint position);

GListModel *plumb_crux_set_dup_rows (PlumbCruxSet *set);

G_END_DECLS
