/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-page-entry.h"

/**
 * PlumbPageEntry:
 *
 * A page that a reader can choose, as an item of a list.
 */
struct _PlumbPageEntry {
  GObject parent_instance;

  const PlumbPageInfo *info;
};

G_DEFINE_FINAL_TYPE (PlumbPageEntry, plumb_page_entry, G_TYPE_OBJECT)

static void
plumb_page_entry_class_init (PlumbPageEntryClass *klass)
{
}

static void
plumb_page_entry_init (PlumbPageEntry *self)
{
}

/**
 * plumb_page_entry_new:
 * @info: a page of the table of pages
 *
 * Returns: (transfer full): an item for it
 */
PlumbPageEntry *
plumb_page_entry_new (const PlumbPageInfo *info)
{
  PlumbPageEntry *self;

  g_return_val_if_fail (info != NULL && info->title != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_PAGE_ENTRY, NULL);
  self->info = info;

  return self;
}

/**
 * plumb_page_entry_get_title:
 * @self: a page
 *
 * Returns: its title, in the reader's language
 */
const char *
plumb_page_entry_get_title (PlumbPageEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_ENTRY (self), NULL);

  return plumb_page_info_get_title (self->info);
}

/**
 * plumb_page_entry_dup_place:
 * @self: a page
 *
 * Returns: (transfer full): where it is
 */
PlumbPlace *
plumb_page_entry_dup_place (PlumbPageEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_ENTRY (self), NULL);

  return plumb_place_new (self->info->page, NULL);
}

/**
 * plumb_page_entry_has_place:
 * @self: a page
 * @place: (nullable): a place
 *
 * Returns: whether @place is somewhere on the page
 */
gboolean
plumb_page_entry_has_place (PlumbPageEntry *self, PlumbPlace *place)
{
  const PlumbPageInfo *info;

  g_return_val_if_fail (PLUMB_IS_PAGE_ENTRY (self), FALSE);

  /* Several kinds of place may be on one page. */
  info = place != NULL ? plumb_page_table_lookup (plumb_place_get_page (place)) : NULL;

  return info != NULL && info->get_type == self->info->get_type;
}
