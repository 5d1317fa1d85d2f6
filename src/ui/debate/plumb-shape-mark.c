/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-shape-mark.h"

#include <math.h>

/**
 * PlumbShapeMark:
 *
 * The neutral shape of a position. It is drawn, and not a letter, so that no font makes one position’s bigger than
 * another’s: all four have the same area. Its size follows that of the text.
 *
 * ## Accessibility
 *
 * The mark stands beside the position’s name, and is hidden from the screen reader.
 */
struct _PlumbShapeMark {
  GtkWidget parent_instance;

  PlumbShape shape;
};

G_DEFINE_FINAL_TYPE (PlumbShapeMark, plumb_shape_mark, GTK_TYPE_WIDGET)

static int
font_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);

  return PANGO_PIXELS (
      pango_font_description_get_size (pango_context_get_font_description (context)));
}

static void
plumb_shape_mark_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = MAX (font_size (widget), 8);
}

static void
plumb_shape_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbShapeMark *self = PLUMB_SHAPE_MARK (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int size = MIN (width, height);
  g_autoptr (GskPath)
      path = plumb_shape_to_path (self->shape, (width - size) / 2.0f, (height - size) / 2.0f, size);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
}

static void
plumb_shape_mark_class_init (PlumbShapeMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = plumb_shape_mark_measure;
  widget_class->snapshot = plumb_shape_mark_snapshot;

  gtk_widget_class_set_css_name (widget_class, "shapemark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static void
plumb_shape_mark_init (PlumbShapeMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * plumb_shape_mark_new:
 * @shape: a shape
 *
 * Creates a mark.
 *
 * Returns: (transfer floating): a new mark
 */
GtkWidget *
plumb_shape_mark_new (PlumbShape shape)
{
  PlumbShapeMark *self = g_object_new (PLUMB_TYPE_SHAPE_MARK, NULL);

  self->shape = shape;

  return GTK_WIDGET (self);
}

/**
 * plumb_shape_to_path:
 * @shape: a shape
 * @x: the left of the square that it is drawn in
 * @y: the top of that square
 * @size: the side of that square, in pixels
 *
 * Outlines a shape. All shapes drawn in one size have the same area, that of a circle of three quarters the size.
 *
 * Returns: (transfer full): the outline
 */
GskPath *
plumb_shape_to_path (PlumbShape shape, float x, float y, float size)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  float radius = size * 0.375f;
  float area = (float) G_PI * radius * radius;
  float cx = x + size / 2;
  float cy = y + size / 2;

  switch (shape) {
  case PLUMB_SHAPE_DIAMOND: {
    float half = sqrtf (area / 2);

    gsk_path_builder_move_to (builder, cx, cy - half);
    gsk_path_builder_line_to (builder, cx + half, cy);
    gsk_path_builder_line_to (builder, cx, cy + half);
    gsk_path_builder_line_to (builder, cx - half, cy);
    gsk_path_builder_close (builder);
    break;
  }
  case PLUMB_SHAPE_SQUARE: {
    float side = sqrtf (area);

    gsk_path_builder_add_rect (builder,
                               &GRAPHENE_RECT_INIT (cx - side / 2, cy - side / 2, side, side));
    break;
  }
  case PLUMB_SHAPE_TRIANGLE: {
    /* Equilateral, and set a little above the middle, where it looks to be in it. */
    float side = sqrtf (area * 4 / sqrtf (3));
    float height = side * sqrtf (3) / 2;

    gsk_path_builder_move_to (builder, cx, cy - height * 0.57f);
    gsk_path_builder_line_to (builder, cx + side / 2, cy + height * 0.43f);
    gsk_path_builder_line_to (builder, cx - side / 2, cy + height * 0.43f);
    gsk_path_builder_close (builder);
    break;
  }
  case PLUMB_SHAPE_CIRCLE:
  default:
    gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (cx, cy), radius);
    break;
  }

  return gsk_path_builder_to_path (builder);
}
