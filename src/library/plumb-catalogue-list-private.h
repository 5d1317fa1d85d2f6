/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-catalogue-private.h"
#include "plumb-library.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_CATALOGUE_LIST (plumb_catalogue_list_get_type ())

G_DECLARE_FINAL_TYPE (PlumbCatalogueList, plumb_catalogue_list, PLUMB, CATALOGUE_LIST, GObject)

PlumbCatalogueList *plumb_catalogue_list_new (PlumbCatalogue *catalogue);
PlumbCatalogue *plumb_catalogue_list_get_catalogue (PlumbCatalogueList *self);
void plumb_catalogue_list_forget (PlumbCatalogueList *self, guint position);

/* plumb-topic-entry.c */
PlumbTopicEntry *plumb_topic_entry_new (PlumbCatalogueList *list, guint position);

G_END_DECLS
