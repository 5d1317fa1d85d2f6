/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include <plumb-library.h>
#include <plumb-place.h>
#include <plumb-preferences.h>
#include <plumb-search-index.h>
#include <plumb-store.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_WINDOW (plumb_window_get_type ())

G_DECLARE_FINAL_TYPE (PlumbWindow, plumb_window, PLUMB, WINDOW, AdwApplicationWindow)

PlumbWindow *plumb_window_new (AdwApplication *application,
                               PlumbLibrary *library,
                               PlumbSearchIndex *search_index,
                               PlumbStore *store,
                               PlumbPreferences *preferences);
PlumbPlace *plumb_window_get_place (PlumbWindow *self);
void plumb_window_go (PlumbWindow *self, PlumbPlace *place);
void plumb_window_show_problem (PlumbWindow *self, const char *title, const char *message);

G_END_DECLS
