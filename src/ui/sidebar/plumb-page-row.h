/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "plumb-page-entry.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_PAGE_ROW (plumb_page_row_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPageRow, plumb_page_row, PLUMB, PAGE_ROW, GtkWidget)

GtkWidget *plumb_page_row_new (PlumbPageEntry *entry);
PlumbPageEntry *plumb_page_row_get_entry (PlumbPageRow *self);

G_END_DECLS
