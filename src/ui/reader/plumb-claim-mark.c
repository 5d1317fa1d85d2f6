/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-claim-mark.h"

#include "plumb-claim-line.h"
#include "plumb-claim-words.h"
#include "plumb-content.h"

/* Between the line and the words, as a part of the length of the line. */
#define GAP 0.35

/**
 * PlumbClaimMark:
 *
 * A small mark that says of what kind claims are and how far they are settled, in words and by a [class@ClaimLine],
 * and opens the card that names their sources.
 *
 * A page has dozens of them, so a mark is one widget that draws its words itself. That keeps them out of what is found
 * on the page, too.
 *
 * ## Accessibility
 *
 * A mark is a link that is named by its words. It is a button to GTK, since only those can be pressed by a screen
 * reader.
 */
struct _PlumbClaimMark {
  GtkButton parent_instance;

  PlumbConfidence confidence;
  char *text;
  char *href;
  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (PlumbClaimMark, plumb_claim_mark, GTK_TYPE_BUTTON)

static PangoLayout *
ensure_layout (PlumbClaimMark *self)
{
  if (self->layout == NULL) {
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
    pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  }

  return self->layout;
}

/* What stands before the words. */
static int
get_indent (PlumbClaimMark *self)
{
  return (int) (plumb_claim_line_get_width (GTK_WIDGET (self)) * (1 + GAP));
}

static GtkSizeRequestMode
plumb_claim_mark_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plumb_claim_mark_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  PlumbClaimMark *self = PLUMB_CLAIM_MARK (widget);
  PangoLayout *layout = ensure_layout (self);
  int indent = get_indent (self);
  PangoRectangle rectangle;

  if (orientation == GTK_ORIENTATION_VERTICAL) {
    pango_layout_set_width (layout, for_size < 0 ? -1 : MAX (for_size - indent, 1) * PANGO_SCALE);
    pango_layout_get_pixel_size (layout, NULL, minimum);
    *natural = *minimum;
    return;
  }

  pango_layout_set_width (layout, -1);
  pango_layout_get_extents (layout, NULL, &rectangle);
  *natural = indent + PANGO_PIXELS_CEIL (rectangle.width);
  /* In a column that is narrower than the words, these take two lines. */
  *minimum = indent + PANGO_PIXELS_CEIL (rectangle.width / 2);
}

static void
plumb_claim_mark_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbClaimMark *self = PLUMB_CLAIM_MARK (widget);

  pango_layout_set_width (ensure_layout (self), MAX (width - get_indent (self), 1) * PANGO_SCALE);
}

static void
plumb_claim_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbClaimMark *self = PLUMB_CLAIM_MARK (widget);
  PangoLayout *layout = ensure_layout (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int line = plumb_claim_line_get_width (widget);
  PangoRectangle first;
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  /* The words may be written in another direction than the page, and stand next to the line all the same. */
  pango_layout_set_alignment (layout,
                              rtl == (pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL)
                                  ? PANGO_ALIGN_LEFT
                                  : PANGO_ALIGN_RIGHT);
  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (layout, 0), NULL, &first);
  plumb_claim_line_draw (snapshot,
                         self->confidence,
                         rtl ? (float) (gtk_widget_get_width (widget) - line) : 0,
                         (float) first.height / 2,
                         (float) line,
                         &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rtl ? 0 : (float) get_indent (self), 0));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
plumb_claim_mark_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PlumbClaimMark *self = PLUMB_CLAIM_MARK (widget);

  g_clear_object (&self->layout);

  GTK_WIDGET_CLASS (plumb_claim_mark_parent_class)->css_changed (widget, change);
}

static void
plumb_claim_mark_clicked (GtkButton *button)
{
  PlumbClaimMark *self = PLUMB_CLAIM_MARK (button);

  plumb_content_follow (GTK_WIDGET (self), self->href, NULL);
}

static void
plumb_claim_mark_finalize (GObject *object)
{
  PlumbClaimMark *self = PLUMB_CLAIM_MARK (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  g_free (self->href);

  G_OBJECT_CLASS (plumb_claim_mark_parent_class)->finalize (object);
}

static void
plumb_claim_mark_class_init (PlumbClaimMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkButtonClass *button_class = GTK_BUTTON_CLASS (klass);

  object_class->finalize = plumb_claim_mark_finalize;
  widget_class->get_request_mode = plumb_claim_mark_get_request_mode;
  widget_class->measure = plumb_claim_mark_measure;
  widget_class->size_allocate = plumb_claim_mark_size_allocate;
  widget_class->snapshot = plumb_claim_mark_snapshot;
  widget_class->css_changed = plumb_claim_mark_css_changed;
  button_class->clicked = plumb_claim_mark_clicked;

  gtk_widget_class_set_css_name (widget_class, "claimmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LINK);
}

static void
plumb_claim_mark_init (PlumbClaimMark *self)
{
  /* It measures itself. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

/**
 * plumb_claim_mark_new:
 * @kind: what kind of claims they are
 * @confidence: how far they are settled
 * @n: how many
 * @href: what opens their card
 *
 * Creates a mark for claims of one kind and one confidence.
 *
 * Returns: (transfer floating): a new mark
 */
GtkWidget *
plumb_claim_mark_new (PlumbClaimKind kind, PlumbConfidence confidence, guint n, const char *href)
{
  PlumbClaimMark *self = g_object_new (PLUMB_TYPE_CLAIM_MARK, NULL);

  self->confidence = confidence;
  self->text = plumb_claim_words_name (kind, confidence, n);
  self->href = g_strdup (href);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->text,
                                  -1);

  return GTK_WIDGET (self);
}

/**
 * plumb_claim_mark_get_text:
 * @self: a mark
 *
 * Returns: (transfer none): what it says
 */
const char *
plumb_claim_mark_get_text (PlumbClaimMark *self)
{
  g_return_val_if_fail (PLUMB_IS_CLAIM_MARK (self), NULL);

  return self->text;
}

/**
 * plumb_claim_mark_get_href:
 * @self: a mark
 *
 * Returns: (transfer none): what opens its card
 */
const char *
plumb_claim_mark_get_href (PlumbClaimMark *self)
{
  g_return_val_if_fail (PLUMB_IS_CLAIM_MARK (self), NULL);

  return self->href;
}
