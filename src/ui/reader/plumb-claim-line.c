/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-claim-line.h"

#include <math.h>

/* Of the size of the text. */
#define LENGTH 1.5

/* Of the length of the line. */
#define THICKNESS 0.085f

/**
 * PlumbClaimLine:
 *
 * A short line that shows how far a claim is settled: drawn through where it is established, in dashes where it is
 * likely, in waves where it is contested, in dots where it is speculative. It is drawn, and no letter, since not every
 * font has these; and it is a line, so that nobody takes it for the shape of a position.
 *
 * ## Accessibility
 *
 * The line stands beside words that say the same, and is hidden from the screen reader.
 */
struct _PlumbClaimLine {
  GtkWidget parent_instance;

  PlumbConfidence confidence;
};

G_DEFINE_FINAL_TYPE (PlumbClaimLine, plumb_claim_line, GTK_TYPE_WIDGET)

static void
plumb_claim_line_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = *natural = plumb_claim_line_get_width (widget);
    return;
  }

  /* As high as a line of text, so that it runs through the middle of the first one beside it. */
  metrics = pango_context_get_metrics (context, NULL, NULL);
  *minimum = *natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
}

static void
plumb_claim_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbClaimLine *self = PLUMB_CLAIM_LINE (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  plumb_claim_line_draw (snapshot,
                         self->confidence,
                         0,
                         (float) gtk_widget_get_height (widget) / 2,
                         (float) gtk_widget_get_width (widget),
                         &color);
}

static void
plumb_claim_line_class_init (PlumbClaimLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = plumb_claim_line_measure;
  widget_class->snapshot = plumb_claim_line_snapshot;

  gtk_widget_class_set_css_name (widget_class, "claimline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static void
plumb_claim_line_init (PlumbClaimLine *self)
{
}

/**
 * plumb_claim_line_new:
 * @confidence: how far a claim is settled
 *
 * Creates a line.
 *
 * Returns: (transfer floating): a new line
 */
GtkWidget *
plumb_claim_line_new (PlumbConfidence confidence)
{
  PlumbClaimLine *self = g_object_new (PLUMB_TYPE_CLAIM_LINE, NULL);

  self->confidence = confidence;

  return GTK_WIDGET (self);
}

/**
 * plumb_claim_line_get_width:
 * @widget: where the line stands
 *
 * Returns: how long a line beside the text of @widget is, in pixels
 */
int
plumb_claim_line_get_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);

  return (int) ceil (pango_units_to_double (pango_font_description_get_size (font)) * LENGTH);
}

static void
add_wave (GskPathBuilder *builder, float x, float y, float width)
{
  const int n = 4;
  float step = width / (float) n;
  float height = step * 0.62f;

  gsk_path_builder_move_to (builder, x, y);
  for (int i = 0; i < n; i++) {
    gsk_path_builder_quad_to (builder,
                              x + step * ((float) i + 0.5f),
                              y + (i % 2 == 0 ? -height : height),
                              x + step * (float) (i + 1),
                              y);
  }
}

/**
 * plumb_claim_line_draw:
 * @snapshot: what to draw on
 * @confidence: how far a claim is settled
 * @x: the left end
 * @y: the middle
 * @width: how long it is, in pixels
 * @color: the colour
 *
 * Draws a line, as vectors.
 */
void
plumb_claim_line_draw (GtkSnapshot *snapshot,
                       PlumbConfidence confidence,
                       float x,
                       float y,
                       float width,
                       const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = NULL;
  float thickness = MAX (width * THICKNESS, 1.5f);
  float inset = thickness / 2;
  float length = width - 2 * inset;

  stroke = gsk_stroke_new (thickness);
  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  switch (confidence) {
  case PLUMB_CONFIDENCE_CONTESTED:
    add_wave (builder, x + inset, y, length);
    break;
  case PLUMB_CONFIDENCE_LIKELY:
    /* Two dashes with a gap as long as half of one; round ends reach into it. */
    gsk_path_builder_move_to (builder, x + inset, y);
    gsk_path_builder_rel_line_to (builder, length * 0.36f, 0);
    gsk_path_builder_move_to (builder, x + inset + length * 0.64f, y);
    gsk_path_builder_rel_line_to (builder, length * 0.36f, 0);
    break;
  case PLUMB_CONFIDENCE_SPECULATIVE:
    for (int i = 0; i < 4; i++) {
      gsk_path_builder_add_circle (builder,
                                   &GRAPHENE_POINT_INIT (x + inset + length * (float) i / 3, y),
                                   thickness * 0.3f);
    }
    break;
  case PLUMB_CONFIDENCE_ESTABLISHED:
  default:
    gsk_path_builder_move_to (builder, x + inset, y);
    gsk_path_builder_rel_line_to (builder, length, 0);
    break;
  }

  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}
