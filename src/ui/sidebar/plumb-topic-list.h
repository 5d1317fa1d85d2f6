/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-library.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TOPIC_LIST (plumb_topic_list_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTopicList, plumb_topic_list, PLUMB, TOPIC_LIST, GObject)

PlumbTopicList *plumb_topic_list_new (PlumbLibrary *library);
PlumbLibrary *plumb_topic_list_get_library (PlumbTopicList *self);
void plumb_topic_list_set_library (PlumbTopicList *self, PlumbLibrary *library);
const char *plumb_topic_list_get_section_title (PlumbTopicList *self, guint position);
void plumb_topic_list_narrow (PlumbTopicList *self, guint topic, guint n);
void plumb_topic_list_widen (PlumbTopicList *self);
guint plumb_topic_list_find (PlumbTopicList *self, guint topic);

G_END_DECLS
