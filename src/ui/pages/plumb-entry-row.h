/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "plumb-entry.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_ENTRY_ROW (plumb_entry_row_get_type ())

G_DECLARE_FINAL_TYPE (PlumbEntryRow, plumb_entry_row, PLUMB, ENTRY_ROW, GtkBox)

GtkWidget *plumb_entry_row_new (void);
PlumbEntry *plumb_entry_row_get_entry (PlumbEntryRow *self);
void plumb_entry_row_set_entry (PlumbEntryRow *self, PlumbEntry *entry);

G_END_DECLS
