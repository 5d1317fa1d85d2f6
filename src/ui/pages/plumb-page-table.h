/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-library.h>
#include <plumb-place.h>

G_BEGIN_DECLS

/**
 * PlumbPageInfo:
 * @page: the kind of place
 * @get_type: the class of its widget, a #PlumbPageView
 * @title: its title in a list of pages, for translation with the context `page`; %NULL where no list has it
 * @is_there: whether a library has what the page is of
 *
 * A page, as the program knows it before there is one.
 */
typedef struct {
  PlumbPage page;
  GType (*get_type) (void);
  const char *title;
  gboolean (*is_there) (PlumbLibrary *library);
} PlumbPageInfo;

const PlumbPageInfo *plumb_page_table_lookup (PlumbPage page);
GPtrArray *plumb_page_table_dup_listed (PlumbLibrary *library);
const char *plumb_page_info_get_title (const PlumbPageInfo *self);

G_END_DECLS
