/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-library.h>

G_BEGIN_DECLS

GtkWidget *plumb_sources_view_new (PlumbLibrary *library, PlumbTopic *topic);
GPtrArray *plumb_topic_dup_source_ids (PlumbTopic *topic);
char *plumb_source_get_short_name (PlumbSource *source);
char *plumb_source_to_markup (PlumbSource *source);
char *plumb_source_dup_address (PlumbSource *source);

G_END_DECLS
