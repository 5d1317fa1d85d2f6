/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include <plumb-library.h>
#include <plumb-place.h>
#include <plumb-preferences.h>
#include <plumb-store.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_PAGE_VIEW (plumb_page_view_get_type ())

G_DECLARE_DERIVABLE_TYPE (PlumbPageView, plumb_page_view, PLUMB, PAGE_VIEW, AdwBin)

/**
 * PlumbPageViewClass:
 * @show: shows a place of this page. Returns (transfer full) the place that is then shown, with what @place leaves open
 *   filled in, or %NULL with the error set where there is no such place
 * @find: lets the reader look for words on the page; %NULL where a page has nothing to look in
 *
 * What a page has to do.
 */
struct _PlumbPageViewClass {
  AdwBinClass parent_class;

  PlumbPlace *(*show) (PlumbPageView *self, PlumbPlace *place, GError **error);
  void (*find) (PlumbPageView *self);

  /*< private >*/
  gpointer padding[4];
};

PlumbPlace *plumb_page_view_show (PlumbPageView *self, PlumbPlace *place, GError **error);
gboolean plumb_page_view_can_find (PlumbPageView *self);
void plumb_page_view_find (PlumbPageView *self);
PlumbLibrary *plumb_page_view_get_library (PlumbPageView *self);
PlumbStore *plumb_page_view_get_store (PlumbPageView *self);
PlumbPreferences *plumb_page_view_get_preferences (PlumbPageView *self);
const char *plumb_page_view_get_title (PlumbPageView *self);
const char *plumb_page_view_get_subtitle (PlumbPageView *self);
gboolean plumb_page_view_get_title_shown (PlumbPageView *self);
int plumb_page_view_get_text_width (PlumbPageView *self);

/* For the pages themselves. */
void plumb_page_view_set_titles (PlumbPageView *self, const char *title, const char *subtitle);
void plumb_page_view_moved (PlumbPageView *self, PlumbPlace *place);
void plumb_page_view_set_title_shown (PlumbPageView *self, gboolean title_shown);

G_END_DECLS
