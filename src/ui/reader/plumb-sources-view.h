/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-library.h>

G_BEGIN_DECLS

GtkWidget *plumb_sources_view_new (PlumbLibrary *library, PlumbTopic *topic);
GPtrArray *plumb_sources_list_ids (PlumbLibrary *library, PlumbTopic *topic);
GtkWidget *plumb_sources_grid_new (void);
void
plumb_sources_attach (GtkGrid *grid, int row, guint number, PlumbLibrary *library, const char *id);
char *plumb_source_get_short_name (PlumbSource *source);
char *plumb_source_to_markup (PlumbSource *source);
char *plumb_source_dup_address (PlumbSource *source);

G_END_DECLS
