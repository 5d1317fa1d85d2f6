/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-place.h>

#include "plumb-topic-list.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_CONTENTS_LIST (plumb_contents_list_get_type ())

G_DECLARE_FINAL_TYPE (PlumbContentsList, plumb_contents_list, PLUMB, CONTENTS_LIST, GObject)

PlumbContentsList *plumb_contents_list_new (PlumbTopicList *topics);
void plumb_contents_list_set_pages (PlumbContentsList *self, GListModel *pages);
gboolean plumb_contents_list_has_pages (PlumbContentsList *self);
guint plumb_contents_list_find_page (PlumbContentsList *self, PlumbPlace *place);
const char *plumb_contents_list_get_section_title (PlumbContentsList *self, guint position);

G_END_DECLS
