/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-library.h>
#include <plumb-store.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TOPIC_ROW (plumb_topic_row_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTopicRow, plumb_topic_row, PLUMB, TOPIC_ROW, GtkWidget)

GtkWidget *plumb_topic_row_new (void);
void plumb_topic_row_set_store (PlumbTopicRow *self, PlumbStore *store, const char *library);
PlumbTopicEntry *plumb_topic_row_get_entry (PlumbTopicRow *self);
void plumb_topic_row_set_entry (PlumbTopicRow *self, PlumbTopicEntry *entry);
const char *plumb_topic_row_get_label (PlumbTopicRow *self);
const char *plumb_topic_row_get_tag (PlumbTopicRow *self);

char *plumb_topic_row_describe (const char *title, guint read, gboolean upcoming);

G_END_DECLS
