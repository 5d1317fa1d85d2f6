/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The picture of a weighing: what is drawn where. This is the only place where it is settled, so that the screen, SVG and
 * paper show the same. There is no Pango in this room, so a text is set in lines by how wide its letters are as a rule,
 * with room to spare. */

#include "config.h"

#include "plumb-picture-private.h"

#include <math.h>
#include <string.h>

/* How wide a letter is at most as a rule, in ems: of writing that is set in full squares, and of other. */
#define WIDE_LETTER 1.0
#define LETTER 0.58

#define MIN_WIDTH 12

static void
clear_item (gpointer data)
{
  PlumbPictureItem *item = data;

  g_free (item->text);
}

/*< private >
 * plumb_picture_new:
 * @style: how it is set
 *
 * Returns: (transfer full): a picture with nothing in it
 */
PlumbPicture *
plumb_picture_new (const PlumbPictureStyle *style)
{
  PlumbPicture *self = g_new0 (PlumbPicture, 1);

  self->style = *style;
  self->style.width = MAX (style->width, MIN_WIDTH * style->em);
  self->items = g_array_new (FALSE, FALSE, sizeof (PlumbPictureItem));
  g_array_set_clear_func (self->items, clear_item);

  return self;
}

/*< private >
 * plumb_picture_add:
 * @self: a picture
 * @item: what to draw, whose text it takes
 *
 * Adds an item, on top of the others.
 */
void
plumb_picture_add (PlumbPicture *self, PlumbPictureItem item)
{
  g_array_append_val (self->items, item);
}

/*< private >
 * plumb_picture_side:
 * @self: a picture
 * @x: how far from where reading begins
 *
 * Returns: how far from the left
 */
double
plumb_picture_side (PlumbPicture *self, double x)
{
  return self->style.rtl ? self->style.width - x : x;
}

/* Reading begins at the other side. */
static PlumbPictureAlign
mirror (PlumbPicture *self, PlumbPictureAlign align)
{
  if (!self->style.rtl || align == PLUMB_PICTURE_MIDDLE) {
    return align;
  }

  return align == PLUMB_PICTURE_LEFT ? PLUMB_PICTURE_RIGHT : PLUMB_PICTURE_LEFT;
}

/*< private >
 * plumb_picture_add_text:
 * @self: a picture
 * @text: one line
 * @x: how far from where reading begins
 * @y: the base line
 * @size: the size of type
 * @align: which part is at @x, as it would be where reading begins at the left
 * @tone: in what colour
 *
 * Adds a line of text.
 */
void
plumb_picture_add_text (PlumbPicture *self,
                        const char *text,
                        double x,
                        double y,
                        double size,
                        PlumbPictureAlign align,
                        PlumbPictureTone tone)
{
  plumb_picture_add (self,
                     (PlumbPictureItem) {
                         .kind = PLUMB_PICTURE_TEXT,
                         .tone = tone,
                         .x = plumb_picture_side (self, x),
                         .y = y,
                         .height = size,
                         .align = mirror (self, align),
                         .text = g_strdup (text),
                     });
}

static double
letter_width (gunichar letter)
{
  if (g_unichar_iszerowidth (letter)) {
    return 0;
  }

  return g_unichar_iswide (letter) ? WIDE_LETTER : LETTER;
}

/* Where the first line of a text ends that has room for so many ems, and where the next begins. At least one letter is on
 * it. */
static const char *
find_break (const char *text, double room, const char **next)
{
  const char *end = NULL;
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);

    /* After a space, and before any letter of a writing that has none. */
    if (*p == ' ') {
      end = p;
      *next = p + 1;
    } else if (g_unichar_iswide (letter) && p > text) {
      end = p;
      *next = p;
    }
    width += letter_width (letter);
    if (width > room && *p != ' ') {
      if (end == NULL) {
        end = p > text ? p : g_utf8_next_char (p);
        *next = end;
      }
      return end;
    }
  }
  *next = text + strlen (text);

  return *next;
}

/*< private >
 * plumb_picture_add_lines:
 * @self: a picture
 * @text: a text
 * @x: how far from where reading begins
 * @y: where the first line begins, at its top
 * @width: how wide a line may be
 * @size: the size of type
 * @align: which part is at @x, as it would be where reading begins at the left
 * @tone: in what colour
 *
 * Adds a text in as many lines as it takes.
 *
 * Returns: how many
 */
guint
plumb_picture_add_lines (PlumbPicture *self,
                         const char *text,
                         double x,
                         double y,
                         double width,
                         double size,
                         PlumbPictureAlign align,
                         PlumbPictureTone tone)
{
  guint n = 0;

  while (*text != '\0') {
    const char *next;
    const char *end = find_break (text, width / size, &next);
    g_autofree char *line = g_strndup (text, (gsize) (end - text));

    plumb_picture_add_text (self,
                            line,
                            x,
                            y + (n * PLUMB_PICTURE_LINE_HEIGHT + 1) * size,
                            size,
                            align,
                            tone);
    text = next;
    n++;
  }

  return n;
}

/*< private >
 * plumb_picture_add_heading:
 * @self: a picture that has a title
 *
 * Adds the title at the top, where the picture says itself what it is.
 */
void
plumb_picture_add_heading (PlumbPicture *self)
{
  double size = 1.15 * self->style.em;
  guint first = self->items->len;
  guint n;

  if (!self->style.heading) {
    return;
  }

  n = plumb_picture_add_lines (self,
                               self->title,
                               0,
                               self->height,
                               self->style.width,
                               size,
                               PLUMB_PICTURE_LEFT,
                               PLUMB_PICTURE_INK);
  for (guint i = first; i < self->items->len; i++) {
    g_array_index (self->items, PlumbPictureItem, i).bold = TRUE;
  }
  self->height += n * PLUMB_PICTURE_LINE_HEIGHT * size + 0.6 * self->style.em;
}

/**
 * plumb_picture_free:
 * @self: (transfer full): a picture
 *
 * Frees it.
 */
void
plumb_picture_free (PlumbPicture *self)
{
  g_array_unref (self->items);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}

/**
 * plumb_picture_get_width:
 * @self: a picture
 *
 * Returns: how wide it is, in pixels
 */
double
plumb_picture_get_width (PlumbPicture *self)
{
  return self->style.width;
}

/**
 * plumb_picture_get_height:
 * @self: a picture
 *
 * Returns: how high it is, in pixels
 */
double
plumb_picture_get_height (PlumbPicture *self)
{
  return self->height;
}

/**
 * plumb_picture_get_rtl:
 * @self: a picture
 *
 * Returns: whether its texts are written from right to left
 */
gboolean
plumb_picture_get_rtl (PlumbPicture *self)
{
  return self->style.rtl;
}

/**
 * plumb_picture_get_title:
 * @self: a picture
 *
 * Returns: (transfer none): what it is, which is its accessible name as well
 */
const char *
plumb_picture_get_title (PlumbPicture *self)
{
  return self->title;
}

/**
 * plumb_picture_get_description:
 * @self: a picture
 *
 * Returns: (transfer none): all that it shows, in sentences, which is its accessible description as well
 */
const char *
plumb_picture_get_description (PlumbPicture *self)
{
  return self->description;
}

/**
 * plumb_picture_get_n_items:
 * @self: a picture
 *
 * Returns: how many items are drawn
 */
guint
plumb_picture_get_n_items (PlumbPicture *self)
{
  return self->items->len;
}

/**
 * plumb_picture_get_item:
 * @self: a picture
 * @item: the number of an item; they are drawn in this order
 *
 * Returns: (transfer none): what is drawn
 */
const PlumbPictureItem *
plumb_picture_get_item (PlumbPicture *self, guint item)
{
  g_return_val_if_fail (item < self->items->len, NULL);

  return &g_array_index (self->items, PlumbPictureItem, item);
}

/**
 * plumb_picture_item_get_corners:
 * @item: a shape
 * @corners: (out) (array fixed-size=8): x and y of each corner
 *
 * Finds the corners of a shape. All four shapes cover the same area as a circle of the item’s diameter, so that none
 * looks bigger.
 *
 * Returns: how many corners there are; 0 for a circle
 */
guint
plumb_picture_item_get_corners (const PlumbPictureItem *item, double corners[8])
{
  double area = G_PI * item->width * item->width / 4;
  double half;

  switch (item->shape) {
  case PLUMB_SHAPE_DIAMOND:
    half = sqrt (area / 2);
    memcpy (corners,
            (double[8]) { item->x,
                          item->y - half,
                          item->x + half,
                          item->y,
                          item->x,
                          item->y + half,
                          item->x - half,
                          item->y },
            8 * sizeof (double));
    return 4;
  case PLUMB_SHAPE_SQUARE:
    half = sqrt (area) / 2;
    memcpy (corners,
            (double[8]) { item->x - half,
                          item->y - half,
                          item->x + half,
                          item->y - half,
                          item->x + half,
                          item->y + half,
                          item->x - half,
                          item->y + half },
            8 * sizeof (double));
    return 4;
  case PLUMB_SHAPE_TRIANGLE:
    /* Of equal sides, with the middle of its area at x and y. */
    half = sqrt (area / sqrt (3));
    memcpy (corners,
            (double[6]) { item->x,
                          item->y - 2 * half / sqrt (3),
                          item->x + half,
                          item->y + half / sqrt (3),
                          item->x - half,
                          item->y + half / sqrt (3) },
            6 * sizeof (double));
    return 3;
  case PLUMB_SHAPE_CIRCLE:
  default:
    return 0;
  }
}
