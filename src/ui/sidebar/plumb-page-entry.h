/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "plumb-page-table.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_PAGE_ENTRY (plumb_page_entry_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPageEntry, plumb_page_entry, PLUMB, PAGE_ENTRY, GObject)

PlumbPageEntry *plumb_page_entry_new (const PlumbPageInfo *info);
const char *plumb_page_entry_get_title (PlumbPageEntry *self);
PlumbPlace *plumb_page_entry_dup_place (PlumbPageEntry *self);
gboolean plumb_page_entry_has_place (PlumbPageEntry *self, PlumbPlace *place);

G_END_DECLS
