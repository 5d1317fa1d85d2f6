/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>
#include <plumb-preferences.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TEXT_STYLE (plumb_text_style_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTextStyle, plumb_text_style, PLUMB, TEXT_STYLE, GObject)

PlumbTextStyle *plumb_text_style_new (PlumbPreferences *preferences, GdkDisplay *display);

char *plumb_text_style_to_css (int text_size, gboolean easier_spacing);
int plumb_text_style_get_width (PlumbReadingWidth reading_width, int text_size);

G_END_DECLS
