/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_ENTRIES_HEADER (plumb_entries_header_get_type ())

G_DECLARE_FINAL_TYPE (PlumbEntriesHeader, plumb_entries_header, PLUMB, ENTRIES_HEADER, GtkBox)

GtkWidget *plumb_entries_header_new (void);
void plumb_entries_header_set_page (PlumbEntriesHeader *self, const char *title, const char *lede);
void plumb_entries_header_set_section (PlumbEntriesHeader *self,
                                       const char *group,
                                       const char *heading,
                                       int level);

G_END_DECLS
