/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-entries-list.h"

G_BEGIN_DECLS

/* How many rows the list begins with: enough to fill a window. */
#define PLUMB_ENTRIES_LIST_FIRST_ROWS 12

struct _PlumbEntriesList {
  AdwBin parent_instance;

  GPtrArray *entries;
  GStrv words;
  char *title;
  char *lede;
  gboolean scrolled;
  int text_width;
  gboolean narrow;

  GListStore *store;
  GtkFilter *filter;
  GtkFilterListModel *filtered;
  GtkSliceListModel *slice;

  /* The entry that is being scrolled to, and how often that was tried. */
  PlumbEntry *target;
  guint n_tries;
  gboolean target_focus;
  gboolean target_at_top;
  /* The entry that stays where it is, and where that is in the list. */
  PlumbEntry *held;
  float held_y;
  guint n_held;
  /* While all are being opened or closed: how many have been. */
  gboolean expanding;
  gboolean expanded;
  guint n_expanded;
  guint tick_id;

  GtkScrolledWindow *scroller;
  GtkListView *list_view;
};

/* plumb-entries-list-steps.c */
GtkWidget *plumb_entries_list_find_row (PlumbEntriesList *self, PlumbEntry *entry);
void plumb_entries_list_ensure_steps (PlumbEntriesList *self);

G_END_DECLS
