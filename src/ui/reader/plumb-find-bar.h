/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_FIND_BAR (plumb_find_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlumbFindBar, plumb_find_bar, PLUMB, FIND_BAR, AdwBin)

GtkWidget *plumb_find_bar_new (void);
gboolean plumb_find_bar_get_revealed (PlumbFindBar *self);
void plumb_find_bar_set_revealed (PlumbFindBar *self, gboolean revealed);
const char *plumb_find_bar_get_text (PlumbFindBar *self);
void plumb_find_bar_set_count (PlumbFindBar *self, const char *count);

G_END_DECLS
