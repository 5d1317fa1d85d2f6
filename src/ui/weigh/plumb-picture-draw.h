/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-picture.h>

G_BEGIN_DECLS

/* How many colours there are for positions. The shapes and names tell them apart as well. */
#define PLUMB_PICTURE_N_COLORS 4

/**
 * PlumbPictureColors:
 * @ink: of text
 * @muted: of text of less weight
 * @track: of what lies behind
 * @positions: of the positions
 * @high_contrast: whether what is pale gets an outline instead
 *
 * What a picture is drawn with.
 */
typedef struct {
  GdkRGBA ink;
  GdkRGBA muted;
  GdkRGBA track;
  GdkRGBA positions[PLUMB_PICTURE_N_COLORS];
  gboolean high_contrast;
} PlumbPictureColors;

void plumb_picture_colors_init_for_widget (PlumbPictureColors *colors, GtkWidget *widget);
void plumb_picture_colors_init_for_paper (PlumbPictureColors *colors);
void plumb_picture_draw (PlumbPicture *picture,
                         GtkSnapshot *snapshot,
                         PangoContext *context,
                         const PlumbPictureColors *colors);
GBytes *plumb_picture_to_png (PlumbPicture *picture, GtkWidget *widget);

G_END_DECLS
