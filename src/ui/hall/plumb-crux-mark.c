/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-crux-mark.h"

#include "plumb-shape-mark.h"

/**
 * PlumbCruxMark:
 *
 * How a position rates a crux: its shape on a scale from −2 to 2. A cross stands for a question that is rejected, and
 * an empty scale for no rating. Its size follows that of the text.
 *
 * ## Accessibility
 *
 * The mark stands beside words that say the same, and is hidden from the screen reader.
 */
struct _PlumbCruxMark {
  GtkWidget parent_instance;

  PlumbShape shape;
  PlumbStanding standing;
  int value;
};

G_DEFINE_FINAL_TYPE (PlumbCruxMark, plumb_crux_mark, GTK_TYPE_WIDGET)

static int
font_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);

  return MAX (
      PANGO_PIXELS (pango_font_description_get_size (pango_context_get_font_description (context))),
      8);
}

static void
plumb_crux_mark_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  int size = font_size (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 4 * size : size;
}

static void
append_cross (GtkSnapshot *snapshot, float x, float y, float size, const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (2);
  float half = size * 0.32f;

  gsk_path_builder_move_to (builder, x - half, y - half);
  gsk_path_builder_line_to (builder, x + half, y + half);
  gsk_path_builder_move_to (builder, x + half, y - half);
  gsk_path_builder_line_to (builder, x - half, y + half);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static void
plumb_crux_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbCruxMark *self = PLUMB_CRUX_MARK (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float size = (float) font_size (widget);
  float step = (width - size) / 4;
  float middle = width / 2;
  float y = height / 2;
  GdkRGBA color, track;

  gtk_widget_get_color (widget, &color);
  track = color;
  track.alpha *= 0.35f;

  gtk_snapshot_append_color (snapshot,
                             &track,
                             &GRAPHENE_RECT_INIT (size / 2, y - 0.5f, width - size, 1));
  for (int i = -2; i <= 2; i++) {
    float half = i == 0 ? size * 0.3f : size * 0.15f;

    gtk_snapshot_append_color (
        snapshot,
        &track,
        &GRAPHENE_RECT_INIT (middle + (float) i * step - 0.5f, y - half, 1, 2 * half));
  }

  if (self->standing == PLUMB_STANDING_REJECTS) {
    append_cross (snapshot, middle, y, size, &color);
  } else if (self->standing == PLUMB_STANDING_RATES) {
    float x = middle + (float) (rtl ? -self->value : self->value) * step;
    g_autoptr (GskPath) path = plumb_shape_to_path (self->shape, x - size / 2, y - size / 2, size);

    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
  }
}

static void
plumb_crux_mark_class_init (PlumbCruxMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = plumb_crux_mark_measure;
  widget_class->snapshot = plumb_crux_mark_snapshot;

  gtk_widget_class_set_css_name (widget_class, "cruxmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static void
plumb_crux_mark_init (PlumbCruxMark *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * plumb_crux_mark_new:
 *
 * Creates a mark of no rating.
 *
 * Returns: (transfer floating): a new mark
 */
GtkWidget *
plumb_crux_mark_new (void)
{
  return g_object_new (PLUMB_TYPE_CRUX_MARK, NULL);
}

/**
 * plumb_crux_mark_set_standing:
 * @self: a mark
 * @position: the position
 * @standing: how it stands to a crux
 * @value: its rating, from −2 to 2
 *
 * Says what is marked.
 */
void
plumb_crux_mark_set_standing (PlumbCruxMark *self,
                              PlumbPosition *position,
                              PlumbStanding standing,
                              int value)
{
  g_return_if_fail (PLUMB_IS_CRUX_MARK (self));
  g_return_if_fail (PLUMB_IS_POSITION (position));

  self->shape = position->shape;
  self->standing = standing;
  self->value = CLAMP (value, -2, 2);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
