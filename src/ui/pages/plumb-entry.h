/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-library.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_ENTRY (plumb_entry_get_type ())

G_DECLARE_FINAL_TYPE (PlumbEntry, plumb_entry, PLUMB, ENTRY, GObject)

/**
 * PlumbEntryFillFunc:
 * @entry: an entry
 *
 * Sets the texts of an entry, before they are first shown or looked through.
 */
typedef void (*PlumbEntryFillFunc) (PlumbEntry *entry);

/**
 * PlumbEntryDetailsFunc:
 * @entry: an entry
 *
 * Returns: (transfer full) (nullable): what is shown when the entry is opened: markup
 */
typedef char *(*PlumbEntryDetailsFunc) (PlumbEntry *entry);

/**
 * PlumbEntry:
 * @key: what a link or a place calls it, such as `term:proxy`; several may share one
 * @library: the library that it is of
 * @record: what it is made from
 * @section: which section of the page it is in, from 0
 * @heading: the title of that section
 * @group: (nullable): what several sections are part of
 * @title: (nullable): its name, plain
 * @keywords: (nullable): what it can be found by besides its texts, plain
 * @text: (nullable): what there is to say: markup
 * @notes: (nullable): where it is used, and the like: markup, perhaps of several lines
 * @details_title: (nullable): what is opened to see the rest: markup
 * @fill: (nullable): sets the texts when they are first needed
 * @dup_details: (nullable): makes what is behind @details_title
 *
 * An entry of a page that is a list. The page that makes it sets the fields; its row and the filter read them.
 */
struct _PlumbEntry {
  GObject parent_instance;

  char *key;
  PlumbLibrary *library;
  GObject *record;
  guint section;
  char *heading;
  char *group;
  char *title;
  char *keywords;
  char *text;
  char *notes;
  char *details_title;
  PlumbEntryFillFunc fill;
  PlumbEntryDetailsFunc dup_details;

  /*< private >*/
  gboolean filled;
  char *folded;
  gboolean expanded;
  gboolean marked;
};

PlumbEntry *plumb_entry_new (PlumbLibrary *library, const char *key, gpointer record);
void plumb_entry_fill (PlumbEntry *self);
char *plumb_entry_dup_name (PlumbEntry *self);
gboolean plumb_entry_matches (PlumbEntry *self, const char *const *words);
gboolean plumb_entry_get_expanded (PlumbEntry *self);
void plumb_entry_set_expanded (PlumbEntry *self, gboolean expanded);
gboolean plumb_entry_get_marked (PlumbEntry *self);
void plumb_entry_set_marked (PlumbEntry *self, gboolean marked);

G_END_DECLS
