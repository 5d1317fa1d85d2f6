/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-picture.h"

G_BEGIN_DECLS

struct _PlumbPicture {
  PlumbPictureStyle style;
  double height;
  char *title;
  char *description;
  GArray *items;
};

/* In ems. */
#define PLUMB_PICTURE_LINE_HEIGHT 1.4
#define PLUMB_PICTURE_MARK 0.9

PlumbPicture *plumb_picture_new (const PlumbPictureStyle *style);
void plumb_picture_add (PlumbPicture *self, PlumbPictureItem item);
double plumb_picture_side (PlumbPicture *self, double x);
void plumb_picture_add_text (PlumbPicture *self,
                             const char *text,
                             double x,
                             double y,
                             double size,
                             PlumbPictureAlign align,
                             PlumbPictureTone tone);
guint plumb_picture_add_lines (PlumbPicture *self,
                               const char *text,
                               double x,
                               double y,
                               double width,
                               double size,
                               PlumbPictureAlign align,
                               PlumbPictureTone tone);
void plumb_picture_add_heading (PlumbPicture *self);

G_END_DECLS
