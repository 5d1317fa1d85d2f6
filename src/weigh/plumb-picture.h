/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-crowd.h"

G_BEGIN_DECLS

/**
 * PlumbPictureKind:
 * @PLUMB_PICTURE_BOX: a filled box with rounded corners
 * @PLUMB_PICTURE_LINE: a line
 * @PLUMB_PICTURE_SHAPE: the filled shape of a position
 * @PLUMB_PICTURE_RING: a ring, where somebody stands
 * @PLUMB_PICTURE_DISC: a disc in a ring, where the reader stands
 * @PLUMB_PICTURE_TEXT: a line of text
 *
 * What is drawn.
 */
typedef enum {
  PLUMB_PICTURE_BOX,
  PLUMB_PICTURE_LINE,
  PLUMB_PICTURE_SHAPE,
  PLUMB_PICTURE_RING,
  PLUMB_PICTURE_DISC,
  PLUMB_PICTURE_TEXT,
} PlumbPictureKind;

/**
 * PlumbPictureTone:
 * @PLUMB_PICTURE_INK: the colour of text
 * @PLUMB_PICTURE_MUTED: that of text of less weight
 * @PLUMB_PICTURE_TRACK: that of what lies behind
 * @PLUMB_PICTURE_POSITION: that of a position
 *
 * In what colour it is drawn. Colour never says anything alone.
 */
typedef enum {
  PLUMB_PICTURE_INK,
  PLUMB_PICTURE_MUTED,
  PLUMB_PICTURE_TRACK,
  PLUMB_PICTURE_POSITION,
} PlumbPictureTone;

/**
 * PlumbPictureAlign:
 * @PLUMB_PICTURE_LEFT: a text begins at its x
 * @PLUMB_PICTURE_MIDDLE: its middle is there
 * @PLUMB_PICTURE_RIGHT: it ends there
 *
 * Which part of a text is at its x. These are sides of the picture, whichever way the text is written.
 */
typedef enum {
  PLUMB_PICTURE_LEFT,
  PLUMB_PICTURE_MIDDLE,
  PLUMB_PICTURE_RIGHT,
} PlumbPictureAlign;

/**
 * PlumbPictureItem:
 * @kind: what is drawn
 * @tone: in what colour
 * @position: of which position that is
 * @shape: the shape
 * @x: of a box the left, of a line where it begins, of a shape or ring the middle, of a text see @align
 * @y: of a box the top, of a line where it begins, of a shape or ring the middle, of a text its base line
 * @width: of a box its width, of a line how far it goes to the right, of a shape or ring its diameter
 * @height: of a box its height, of a line how far it goes down, of a text the size of its type
 * @align: which part of a text is at @x
 * @bold: whether a text is bold
 * @text: (nullable): the text
 *
 * One thing to draw. All lengths are in pixels, from the left and the top.
 */
typedef struct {
  PlumbPictureKind kind;
  PlumbPictureTone tone;
  guint position;
  PlumbShape shape;
  double x;
  double y;
  double width;
  double height;
  PlumbPictureAlign align;
  gboolean bold;
  char *text;
} PlumbPictureItem;

/**
 * PlumbPictureStyle:
 * @width: how wide it may be, in pixels
 * @em: the size of type, in pixels
 * @rtl: whether it is read from right to left
 * @heading: whether it says itself what it is, as one that is saved has to, and one on a page has not
 *
 * How a picture is set.
 */
typedef struct {
  double width;
  double em;
  gboolean rtl;
  gboolean heading;
} PlumbPictureStyle;

typedef struct _PlumbPicture PlumbPicture;

PlumbPicture *plumb_picture_new_scales (PlumbWeighing *weighing, const PlumbPictureStyle *style);
PlumbPicture *
plumb_picture_new_map (PlumbCrowd *crowd, PlumbWeighing *reader, const PlumbPictureStyle *style);
void plumb_picture_free (PlumbPicture *self);

double plumb_picture_get_width (PlumbPicture *self);
double plumb_picture_get_height (PlumbPicture *self);
gboolean plumb_picture_get_rtl (PlumbPicture *self);
const char *plumb_picture_get_title (PlumbPicture *self);
const char *plumb_picture_get_description (PlumbPicture *self);
guint plumb_picture_get_n_items (PlumbPicture *self);
const PlumbPictureItem *plumb_picture_get_item (PlumbPicture *self, guint item);

guint plumb_picture_item_get_corners (const PlumbPictureItem *item, double corners[8]);

char *plumb_picture_to_svg (PlumbPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbPicture, plumb_picture_free)

G_END_DECLS
