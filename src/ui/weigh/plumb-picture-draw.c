/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Draws the plan of a picture, on the page and for a file. */

#include "config.h"

#include "plumb-picture-draw.h"

#include <adwaita.h>
#include <math.h>

/* Around a picture that is saved, in pixels, and how many pixels of the file there are to one. */
#define MARGIN 16
#define PIXELS 2

/* Those of the cards of a debate. */
static const AdwAccentColor accents[PLUMB_PICTURE_N_COLORS] = {
  ADW_ACCENT_COLOR_BLUE,
  ADW_ACCENT_COLOR_PURPLE,
  ADW_ACCENT_COLOR_TEAL,
  ADW_ACCENT_COLOR_ORANGE,
};

static void
init_colors (PlumbPictureColors *colors, const GdkRGBA *ink, gboolean high_contrast)
{
  colors->ink = *ink;
  colors->muted = *ink;
  colors->muted.alpha *= high_contrast ? 1 : 0.8f;
  colors->track = *ink;
  colors->track.alpha *= 0.15f;
  colors->high_contrast = high_contrast;
  for (guint i = 0; i < PLUMB_PICTURE_N_COLORS; i++) {
    if (high_contrast) {
      colors->positions[i] = *ink;
    } else {
      adw_accent_color_to_rgba (accents[i], &colors->positions[i]);
    }
  }
}

/**
 * plumb_picture_colors_init_for_widget:
 * @colors: (out caller-allocates): the colours
 * @widget: a widget
 *
 * Fills in the colours that a picture in @widget has now.
 */
void
plumb_picture_colors_init_for_widget (PlumbPictureColors *colors, GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GdkRGBA ink;

  gtk_widget_get_color (widget, &ink);
  init_colors (colors, &ink, adw_style_manager_get_high_contrast (manager));
}

/**
 * plumb_picture_colors_init_for_paper:
 * @colors: (out caller-allocates): the colours
 *
 * Fills in the colours of a picture on white.
 */
void
plumb_picture_colors_init_for_paper (PlumbPictureColors *colors)
{
  const GdkRGBA ink = { 0x24 / 255.0f, 0x1f / 255.0f, 0x31 / 255.0f, 1 };

  init_colors (colors, &ink, FALSE);
}

static const GdkRGBA *
get_color (const PlumbPictureColors *colors, const PlumbPictureItem *item)
{
  switch (item->tone) {
  case PLUMB_PICTURE_MUTED:
    return &colors->muted;
  case PLUMB_PICTURE_TRACK:
    return &colors->track;
  case PLUMB_PICTURE_POSITION:
    return &colors->positions[item->position % PLUMB_PICTURE_N_COLORS];
  case PLUMB_PICTURE_INK:
  default:
    return &colors->ink;
  }
}

static void
stroke (GtkSnapshot *snapshot, GskPathBuilder *builder, float thickness, const GdkRGBA *color)
{
  g_autoptr (GskPath) path = gsk_path_builder_to_path (builder);
  GskStroke *line = gsk_stroke_new (thickness);

  gtk_snapshot_append_stroke (snapshot, path, line, color);
  gsk_stroke_free (line);
}

static void
draw_box (GtkSnapshot *snapshot, const PlumbPictureItem *item, const PlumbPictureColors *colors)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (item->x, item->y, item->width, item->height);
  float radius = (float) MIN (item->width, item->height) / 4;
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskRoundedRect outline;

  if (item->tone == PLUMB_PICTURE_TRACK && colors->high_contrast) {
    graphene_rect_inset (&rect, 0.75, 0.75);
    gsk_rounded_rect_init_from_rect (&outline, &rect, radius);
    gsk_path_builder_add_rounded_rect (builder, &outline);
    stroke (snapshot, builder, 1.5, &colors->ink);
    return;
  }

  gsk_rounded_rect_init_from_rect (&outline, &rect, radius);
  gsk_path_builder_add_rounded_rect (builder, &outline);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, get_color (colors, item));
}

static void
draw_line (GtkSnapshot *snapshot, const PlumbPictureItem *item, const PlumbPictureColors *colors)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  const GdkRGBA *color = get_color (colors, item);

  gsk_path_builder_move_to (builder, (float) item->x, (float) item->y);
  gsk_path_builder_rel_line_to (builder, (float) item->width, (float) item->height);
  stroke (snapshot,
          builder,
          1.5,
          item->tone == PLUMB_PICTURE_TRACK && colors->high_contrast ? &colors->ink : color);
}

static void
draw_shape (GtkSnapshot *snapshot, const PlumbPictureItem *item, const PlumbPictureColors *colors)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  double corners[8];
  guint n = plumb_picture_item_get_corners (item, corners);

  if (n == 0) {
    gsk_path_builder_add_circle (builder,
                                 &GRAPHENE_POINT_INIT (item->x, item->y),
                                 (float) item->width / 2);
  } else {
    gsk_path_builder_move_to (builder, (float) corners[0], (float) corners[1]);
    for (guint i = 1; i < n; i++) {
      gsk_path_builder_line_to (builder, (float) corners[2 * i], (float) corners[2 * i + 1]);
    }
    gsk_path_builder_close (builder);
  }
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, get_color (colors, item));
}

static void
draw_ring (GtkSnapshot *snapshot, const PlumbPictureItem *item, const PlumbPictureColors *colors)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();

  gsk_path_builder_add_circle (builder,
                               &GRAPHENE_POINT_INIT (item->x, item->y),
                               (float) item->width / 2);
  if (item->kind == PLUMB_PICTURE_DISC) {
    g_autoptr (GskPathBuilder) inner = gsk_path_builder_new ();
    g_autoptr (GskPath) disc = NULL;

    gsk_path_builder_add_circle (inner,
                                 &GRAPHENE_POINT_INIT (item->x, item->y),
                                 (float) item->width / 4);
    disc = gsk_path_builder_to_path (inner);
    gtk_snapshot_append_fill (snapshot, disc, GSK_FILL_RULE_WINDING, get_color (colors, item));
  }
  stroke (snapshot, builder, 2, get_color (colors, item));
}

static void
draw_text (GtkSnapshot *snapshot,
           PangoContext *context,
           const PlumbPictureItem *item,
           const PlumbPictureColors *colors)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (context));
  double baseline;
  double x = item->x;
  int width;

  pango_font_description_set_absolute_size (font, item->height * PANGO_SCALE);
  if (item->bold) {
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  }
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, item->text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  if (item->align == PLUMB_PICTURE_MIDDLE) {
    x -= width / 2.0;
  } else if (item->align == PLUMB_PICTURE_RIGHT) {
    x -= width;
  }

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (x), round (item->y - baseline)));
  gtk_snapshot_append_layout (snapshot, layout, get_color (colors, item));
  gtk_snapshot_restore (snapshot);
}

/**
 * plumb_picture_draw:
 * @picture: the plan of a picture
 * @snapshot: what to draw on
 * @context: the font of its texts; their size is the plan’s
 * @colors: what to draw with
 *
 * Draws a picture with its corner at the origin.
 */
void
plumb_picture_draw (PlumbPicture *picture,
                    GtkSnapshot *snapshot,
                    PangoContext *context,
                    const PlumbPictureColors *colors)
{
  for (guint i = 0; i < plumb_picture_get_n_items (picture); i++) {
    const PlumbPictureItem *item = plumb_picture_get_item (picture, i);

    switch (item->kind) {
    case PLUMB_PICTURE_BOX:
      draw_box (snapshot, item, colors);
      break;
    case PLUMB_PICTURE_LINE:
      draw_line (snapshot, item, colors);
      break;
    case PLUMB_PICTURE_SHAPE:
      draw_shape (snapshot, item, colors);
      break;
    case PLUMB_PICTURE_TEXT:
      draw_text (snapshot, context, item, colors);
      break;
    case PLUMB_PICTURE_RING:
    case PLUMB_PICTURE_DISC:
    default:
      draw_ring (snapshot, item, colors);
      break;
    }
  }
}

/**
 * plumb_picture_to_png:
 * @picture: the plan of a picture
 * @widget: a widget that is in a window, which draws it
 *
 * Draws a picture on white, for a file.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL where @widget is in no window
 */
GBytes *
plumb_picture_to_png (PlumbPicture *picture, GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;
  float width = (float) plumb_picture_get_width (picture) + 2 * MARGIN;
  float height = (float) plumb_picture_get_height (picture) + 2 * MARGIN;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width * PIXELS, height * PIXELS);
  const GdkRGBA paper = { 1, 1, 1, 1 };
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  PlumbPictureColors colors;

  if (renderer == NULL) {
    return NULL;
  }

  plumb_picture_colors_init_for_paper (&colors);
  snapshot = gtk_snapshot_new ();
  gtk_snapshot_append_color (snapshot, &paper, &bounds);
  gtk_snapshot_scale (snapshot, PIXELS, PIXELS);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, MARGIN));
  plumb_picture_draw (picture, snapshot, gtk_widget_get_pango_context (widget), &colors);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &bounds);

  return gdk_texture_save_to_png_bytes (texture);
}
