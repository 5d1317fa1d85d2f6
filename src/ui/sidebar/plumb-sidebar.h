/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include <plumb-library.h>
#include <plumb-place.h>
#include <plumb-search.h>
#include <plumb-store.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_SIDEBAR (plumb_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (PlumbSidebar, plumb_sidebar, PLUMB, SIDEBAR, AdwBin)

GtkWidget *plumb_sidebar_new (void);
void plumb_sidebar_set_library (PlumbSidebar *self, PlumbLibrary *library);
void plumb_sidebar_set_store (PlumbSidebar *self, PlumbStore *store);
void plumb_sidebar_set_search (PlumbSidebar *self, PlumbSearch *search);
void plumb_sidebar_set_place (PlumbSidebar *self, PlumbPlace *place);
gboolean plumb_sidebar_get_search_mode (PlumbSidebar *self);
void plumb_sidebar_set_search_mode (PlumbSidebar *self, gboolean search_mode);
void plumb_sidebar_search (PlumbSidebar *self, const char *query);
void plumb_sidebar_set_key_capture_widget (PlumbSidebar *self, GtkWidget *widget);

G_END_DECLS
