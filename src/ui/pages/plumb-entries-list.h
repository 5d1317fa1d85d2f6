/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "plumb-entry.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_ENTRIES_LIST (plumb_entries_list_get_type ())

G_DECLARE_FINAL_TYPE (PlumbEntriesList, plumb_entries_list, PLUMB, ENTRIES_LIST, AdwBin)

GtkWidget *plumb_entries_list_new (void);
void plumb_entries_list_set_intro (PlumbEntriesList *self, const char *title, const char *lede);
void plumb_entries_list_set_entries (PlumbEntriesList *self, GPtrArray *entries);
void plumb_entries_list_set_words (PlumbEntriesList *self, const char *const *words);
guint plumb_entries_list_get_n_shown (PlumbEntriesList *self);
void plumb_entries_list_reveal (PlumbEntriesList *self, PlumbEntry *entry);
void plumb_entries_list_expand_all (PlumbEntriesList *self, gboolean expanded);
gboolean plumb_entries_list_get_complete (PlumbEntriesList *self);

G_END_DECLS
