/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The style class of what is in the first header of a list. */
#define PLUMB_LIST_TOP_CLASS "first"

void plumb_list_top_keep (GtkListView *list_view);
void plumb_list_top_scroll_to (GtkListView *list_view, guint position);

G_END_DECLS
