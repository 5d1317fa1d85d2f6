/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-text-layout.h"

/* No text is longer than this in a line, in letters; Pango counts in 1024ths of a pixel. */
#define LONGEST 4000

/**
 * PlumbTextLayout:
 *
 * Lays out a label of text that wraps within the width that it is given.
 *
 * Asked how wide it would like to be, a label shapes all of its text, twice: in one line, and in lines as short as can
 * be. Then it shapes it once more for the width that it gets. To shape text is most of what a page costs, and in a
 * column the first two answers make no difference. So this layout makes them up from the size of the font and the
 * number of letters, and a label that has it shapes its text once.
 *
 * It is not for a label that stands beside others in a row and is to be as wide as its text.
 */
struct _PlumbTextLayout {
  GtkLayoutManager parent_instance;

  double narrowest;
};

G_DEFINE_FINAL_TYPE (PlumbTextLayout, plumb_text_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
font_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);

  return PANGO_PIXELS (pango_font_description_get_size (font));
}

static GtkSizeRequestMode
plumb_text_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plumb_text_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  PlumbTextLayout *self = PLUMB_TEXT_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    int em = font_size (widget);
    glong letters = g_utf8_strlen (gtk_label_get_text (GTK_LABEL (widget)), -1);

    /* Hardly any letter is wider than it is high: in so much room nothing wraps. */
    *natural = (int) MIN (letters, LONGEST) * em;
    *minimum = MIN (*natural, (int) (self->narrowest * em));
    return;
  }

  GTK_WIDGET_GET_CLASS (widget)->measure (widget,
                                          orientation,
                                          for_size,
                                          minimum,
                                          natural,
                                          minimum_baseline,
                                          natural_baseline);
}

static void
plumb_text_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, width, height, baseline);
}

static void
plumb_text_layout_class_init (PlumbTextLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = plumb_text_layout_get_request_mode;
  layout_class->measure = plumb_text_layout_measure;
  layout_class->allocate = plumb_text_layout_allocate;
}

static void
plumb_text_layout_init (PlumbTextLayout *self)
{
}

/**
 * plumb_text_layout_new:
 * @narrowest: how narrow the text may become, in ems
 *
 * Creates a layout for a #GtkLabel that wraps, to be set with gtk_widget_set_layout_manager().
 *
 * Returns: (transfer full): a new layout
 */
GtkLayoutManager *
plumb_text_layout_new (double narrowest)
{
  PlumbTextLayout *self;

  g_return_val_if_fail (narrowest >= 0, NULL);

  self = g_object_new (PLUMB_TYPE_TEXT_LAYOUT, NULL);
  self->narrowest = narrowest;

  return GTK_LAYOUT_MANAGER (self);
}
