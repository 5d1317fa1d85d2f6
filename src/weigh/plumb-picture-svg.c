/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The picture as SVG, item by item. It stands alone: a background, no style sheet, no script, no font but the reader's,
 * and title and description for those who do not see it (SVG Accessibility API Mappings 1.0). */

#include "config.h"

#include "plumb-picture-private.h"

#define MARGIN 16.0

#define PAPER "#ffffff"

/* The light colours of the desktop's accents, in the order in which the cards of a debate have them. */
static const char *const position_colors[] = { "#3584e4", "#9141ac", "#2190a4", "#ed5b00" };

static const char *
get_color (const PlumbPictureItem *item)
{
  switch (item->tone) {
  case PLUMB_PICTURE_MUTED:
    return "#5e5c64";
  case PLUMB_PICTURE_TRACK:
    return "#deddda";
  case PLUMB_PICTURE_POSITION:
    return position_colors[item->position % G_N_ELEMENTS (position_colors)];
  case PLUMB_PICTURE_INK:
  default:
    return "#241f31";
  }
}

/* A length, with a point in every language, and a hundredth of a pixel at most. */
static void
append_length (GString *svg, const char *name, double length)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", length);
  g_string_append_printf (svg, " %s=\"%s\"", name, buffer);
}

static void
append_point (GString *svg, double x, double y)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (svg, g_ascii_formatd (buffer, sizeof buffer, "%.2f", x));
  g_string_append_c (svg, ',');
  g_string_append (svg, g_ascii_formatd (buffer, sizeof buffer, "%.2f", y));
  g_string_append_c (svg, ' ');
}

static void
append_element (GString *svg, const char *name, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (svg, "<%s id=\"%s\">%s</%s>\n", name, name, escaped, name);
}

static void
append_shape (GString *svg, const PlumbPictureItem *item)
{
  double corners[8];
  guint n = plumb_picture_item_get_corners (item, corners);

  if (n == 0) {
    g_string_append (svg, "<circle");
    append_length (svg, "cx", item->x);
    append_length (svg, "cy", item->y);
    append_length (svg, "r", item->width / 2);
  } else {
    g_string_append (svg, "<polygon points=\"");
    for (guint i = 0; i < n; i++) {
      append_point (svg, corners[2 * i], corners[2 * i + 1]);
    }
    g_string_append_c (svg, '"');
  }
  g_string_append_printf (svg, " fill=\"%s\"/>\n", get_color (item));
}

static void
append_ring (GString *svg, const PlumbPictureItem *item)
{
  g_string_append (svg, "<circle");
  append_length (svg, "cx", item->x);
  append_length (svg, "cy", item->y);
  append_length (svg, "r", item->width / 2);
  g_string_append_printf (svg,
                          " fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>\n",
                          item->kind == PLUMB_PICTURE_DISC ? get_color (item) : PAPER,
                          get_color (item));
}

/* Where a text begins is its right end in writing from right to left. */
static const char *
get_anchor (const PlumbPictureItem *item, gboolean rtl)
{
  if (item->align == PLUMB_PICTURE_MIDDLE) {
    return "middle";
  }

  return (item->align == PLUMB_PICTURE_LEFT) != rtl ? "start" : "end";
}

static void
append_text (GString *svg, const PlumbPictureItem *item, gboolean rtl)
{
  g_autofree char *escaped = g_markup_escape_text (item->text, -1);

  g_string_append (svg, "<text");
  append_length (svg, "x", item->x);
  append_length (svg, "y", item->y);
  append_length (svg, "font-size", item->height);
  g_string_append_printf (svg,
                          " text-anchor=\"%s\"%s fill=\"%s\">%s</text>\n",
                          get_anchor (item, rtl),
                          item->bold ? " font-weight=\"bold\"" : "",
                          get_color (item),
                          escaped);
}

static void
append_item (GString *svg, const PlumbPictureItem *item, gboolean rtl)
{
  switch (item->kind) {
  case PLUMB_PICTURE_BOX:
    g_string_append (svg, "<rect");
    append_length (svg, "x", item->x);
    append_length (svg, "y", item->y);
    append_length (svg, "width", item->width);
    append_length (svg, "height", item->height);
    append_length (svg, "rx", MIN (item->width, item->height) / 4);
    g_string_append_printf (svg, " fill=\"%s\"/>\n", get_color (item));
    break;
  case PLUMB_PICTURE_LINE:
    g_string_append (svg, "<line");
    append_length (svg, "x1", item->x);
    append_length (svg, "y1", item->y);
    append_length (svg, "x2", item->x + item->width);
    append_length (svg, "y2", item->y + item->height);
    g_string_append_printf (svg, " stroke=\"%s\" stroke-width=\"1.5\"/>\n", get_color (item));
    break;
  case PLUMB_PICTURE_SHAPE:
    append_shape (svg, item);
    break;
  case PLUMB_PICTURE_RING:
  case PLUMB_PICTURE_DISC:
    append_ring (svg, item);
    break;
  case PLUMB_PICTURE_TEXT:
    append_text (svg, item, rtl);
    break;
  default:
    g_assert_not_reached ();
  }
}

/**
 * plumb_picture_to_svg:
 * @self: a picture
 *
 * Writes a picture as an SVG file, with a margin around it, in light colours on white, which print as well. It names no
 * person.
 *
 * Returns: (transfer full): the text of the file
 */
char *
plumb_picture_to_svg (PlumbPicture *self)
{
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
                               " aria-labelledby=\"title desc\" font-family=\"sans-serif\"");
  double width = self->style.width + 2 * MARGIN;
  double height = self->height + 2 * MARGIN;

  append_length (svg, "width", width);
  append_length (svg, "height", height);
  g_string_append (svg, " viewBox=\"0,0 ");
  append_point (svg, width, height);
  g_string_append_c (svg, '"');
  g_string_append (svg, self->style.rtl ? " direction=\"rtl\">\n" : ">\n");
  append_element (svg, "title", self->title);
  append_element (svg, "desc", self->description);
  g_string_append (svg, "<rect width=\"100%\" height=\"100%\" fill=\"" PAPER "\"/>\n");
  g_string_append (svg, "<g transform=\"translate(16 16)\">\n");
  for (guint i = 0; i < self->items->len; i++) {
    append_item (svg, &g_array_index (self->items, PlumbPictureItem, i), self->style.rtl);
  }
  g_string_append (svg, "</g>\n</svg>\n");

  return g_string_free_and_steal (svg);
}
