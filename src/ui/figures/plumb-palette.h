/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLUMB_PALETTE_SIZE 4

/**
 * PlumbColor:
 * @red: from 0 to 1
 * @green: from 0 to 1
 * @blue: from 0 to 1
 *
 * An opaque sRGB colour.
 */
typedef struct {
  double red;
  double green;
  double blue;
} PlumbColor;

PlumbColor plumb_color_from_hex (guint32 hex);
double plumb_color_contrast (PlumbColor a, PlumbColor b);
double plumb_color_distance (PlumbColor a, PlumbColor b);
void plumb_palette_pick (PlumbColor accent, gboolean dark, PlumbColor colors[PLUMB_PALETTE_SIZE]);

G_END_DECLS
