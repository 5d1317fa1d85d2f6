/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include <plumb-library.h>
#include <plumb-place.h>
#include <plumb-store.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TOPICS_VIEW (plumb_topics_view_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTopicsView, plumb_topics_view, PLUMB, TOPICS_VIEW, AdwBin)

GtkWidget *plumb_topics_view_new (void);
void plumb_topics_view_set_library (PlumbTopicsView *self, PlumbLibrary *library);
void plumb_topics_view_set_store (PlumbTopicsView *self, PlumbStore *store);
void plumb_topics_view_set_place (PlumbTopicsView *self, PlumbPlace *place);
GtkSingleSelection *plumb_topics_view_get_selection (PlumbTopicsView *self);

G_END_DECLS
