/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-entry.h"
#include "plumb-page-view.h"

G_BEGIN_DECLS

/**
 * PlumbEntriesTexts:
 * @title: the title of the page
 * @lede: what it is, in a sentence
 * @filter: what the entry for words says
 * @empty_title: what is said where the library has nothing of the kind, in a few words
 * @empty_text: and in a sentence
 * @expand: (nullable): what the button that opens all entries says, where they can be opened
 *
 * What a page of entries says, for translation.
 */
typedef struct {
  const char *title;
  const char *lede;
  const char *filter;
  const char *empty_title;
  const char *empty_text;
  const char *expand;
} PlumbEntriesTexts;

#define PLUMB_TYPE_ENTRIES_PAGE (plumb_entries_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (PlumbEntriesPage, plumb_entries_page, PLUMB, ENTRIES_PAGE, PlumbPageView)

/**
 * PlumbEntriesPageClass:
 * @texts: what the page says
 * @load: makes the entries, in order and by section: (transfer full) (element-type PlumbEntry)
 *
 * A page of entries.
 */
struct _PlumbEntriesPageClass {
  PlumbPageViewClass parent_class;

  const PlumbEntriesTexts *texts;
  GPtrArray *(*load) (PlumbEntriesPage *self, PlumbLibrary *library);

  /*< private >*/
  gpointer padding[4];
};

guint plumb_entries_page_get_n_shown (PlumbEntriesPage *self);
const char *plumb_entries_page_get_filter (PlumbEntriesPage *self);
void plumb_entries_page_set_filter (PlumbEntriesPage *self, const char *filter);
PlumbEntry *plumb_entries_page_get_marked (PlumbEntriesPage *self);

G_END_DECLS
