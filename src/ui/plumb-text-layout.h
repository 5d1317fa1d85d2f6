/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TEXT_LAYOUT (plumb_text_layout_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTextLayout, plumb_text_layout, PLUMB, TEXT_LAYOUT, GtkLayoutManager)

GtkLayoutManager *plumb_text_layout_new (double narrowest);

G_END_DECLS
