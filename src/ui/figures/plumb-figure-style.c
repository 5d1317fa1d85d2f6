/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-figure-style.h"

#include <adwaita.h>
#include <math.h>
#include <pango/pangocairo.h>

static GdkRGBA
with_alpha (const GdkRGBA *color, double alpha)
{
  return (GdkRGBA) { color->red, color->green, color->blue, color->alpha * alpha };
}

static double
font_size (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (size <= 0) {
    size = 11;
  }
  if (!pango_font_description_get_size_is_absolute (font)) {
    size *= (resolution > 0 ? resolution : 96) / 72;
  }

  return size;
}

/**
 * plumb_figure_style_init:
 * @style: (out caller-allocates): the style
 * @context: the font and language of the text; kept
 * @direction: the direction of the text
 * @foreground: the colour of the text
 * @accent: the accent colour, as it is used on a page
 * @dark: whether the page is dark
 * @high_contrast: whether thin and pale things have to be avoided
 *
 * Fills in a style from the few things that it follows from. Free it with plumb_figure_style_clear().
 */
void
plumb_figure_style_init (PlumbFigureStyle *style,
                         PangoContext *context,
                         GtkTextDirection direction,
                         const GdkRGBA *foreground,
                         const GdkRGBA *accent,
                         gboolean dark,
                         gboolean high_contrast)
{
  PlumbColor colors[PLUMB_PALETTE_SIZE];

  style->context = g_object_ref (context);
  style->spacing = NULL;
  style->em = font_size (context);
  style->direction = direction;
  style->high_contrast = high_contrast;
  style->foreground = *foreground;
  style->accent = high_contrast ? *foreground : *accent;
  style->muted = with_alpha (foreground, high_contrast ? 1 : 0.8);
  style->edge = with_alpha (foreground, high_contrast ? 1 : 0.18);
  style->fill = with_alpha (foreground, high_contrast ? 0 : 0.05);
  style->grid = with_alpha (foreground, high_contrast ? 0.4 : 0.13);
  style->tint = with_alpha (&style->accent, high_contrast ? 0 : 0.14);
  style->line_width = (high_contrast ? 3.5 : 2.25) * MAX (1, style->em / 15);

  plumb_palette_pick ((PlumbColor) { accent->red, accent->green, accent->blue }, dark, colors);
  for (guint i = 0; i < PLUMB_PALETTE_SIZE; i++) {
    /* In high contrast the dashes, the marks and the patterns of the series are left to tell them apart. */
    style->series[i] = high_contrast
                           ? *foreground
                           : (GdkRGBA) { colors[i].red, colors[i].green, colors[i].blue, 1 };
  }
}

static gboolean
is_spacing_cb (PangoAttribute *attribute, gpointer user_data)
{
  return attribute->klass->type == PANGO_ATTR_LETTER_SPACING ||
         attribute->klass->type == PANGO_ATTR_LINE_HEIGHT ||
         attribute->klass->type == PANGO_ATTR_ABSOLUTE_LINE_HEIGHT;
}

/* The style sheet's spacing reaches labels only, so it is read off one. */
static PangoAttrList *
find_spacing (GtkLabel *probe)
{
  PangoAttrList *attributes = pango_layout_get_attributes (gtk_label_get_layout (probe));
  g_autoptr (PangoAttrList) copy = NULL;
  PangoAttrList *spacing;
  GSList *found;

  if (attributes == NULL) {
    return NULL;
  }

  copy = pango_attr_list_copy (attributes);
  spacing = pango_attr_list_filter (copy, is_spacing_cb, NULL);
  if (spacing == NULL) {
    return NULL;
  }

  found = pango_attr_list_get_attributes (spacing);
  pango_attr_list_unref (spacing);
  spacing = pango_attr_list_new ();
  for (GSList *l = found; l != NULL; l = l->next) {
    PangoAttribute *attribute = l->data;

    /* For the whole of any text, and not only for as much as the label has. */
    attribute->start_index = PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING;
    attribute->end_index = PANGO_ATTR_INDEX_TO_TEXT_END;
    pango_attr_list_insert (spacing, attribute);
  }
  g_slist_free (found);

  return spacing;
}

/**
 * plumb_figure_probe_new:
 * @parent: a widget that draws text
 *
 * Adds a label to @parent that is never shown and has the style that text in @parent has.
 *
 * Returns: (transfer none): the label
 */
GtkWidget *
plumb_figure_probe_new (GtkWidget *parent)
{
  GtkWidget *probe =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, NULL);

  gtk_label_set_text (GTK_LABEL (probe), " ");
  gtk_widget_set_child_visible (probe, FALSE);
  gtk_widget_set_parent (probe, parent);

  return probe;
}

/**
 * plumb_figure_style_init_for_widget:
 * @style: (out caller-allocates): the style
 * @widget: a widget
 * @probe: (nullable): a label in it, for the space between letters and lines
 *
 * Fills in the style that a widget has now. Free it with plumb_figure_style_clear().
 */
void
plumb_figure_style_init_for_widget (PlumbFigureStyle *style, GtkWidget *widget, GtkLabel *probe)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean dark = adw_style_manager_get_dark (manager);
  GdkRGBA foreground, accent;

  gtk_widget_get_color (widget, &foreground);
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), dark, &accent);

  plumb_figure_style_init (style,
                           gtk_widget_get_pango_context (widget),
                           gtk_widget_get_direction (widget),
                           &foreground,
                           &accent,
                           dark,
                           adw_style_manager_get_high_contrast (manager));
  style->spacing = probe != NULL ? find_spacing (probe) : NULL;
}

/**
 * plumb_figure_style_watch:
 * @widget: a widget
 * @changed: (scope forever): called with @widget as its first argument
 *
 * Calls @changed, for as long as @widget lives, whenever the desktop turns dark or light, takes another accent colour, or
 * asks for more or less contrast.
 */
void
plumb_figure_style_watch (GtkWidget *widget, GCallback changed)
{
  static const char *const details[] = { "notify::dark",
                                         "notify::accent-color",
                                         "notify::high-contrast" };
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  for (gsize i = 0; i < G_N_ELEMENTS (details); i++) {
    g_signal_connect_object (manager, details[i], changed, widget, G_CONNECT_SWAPPED);
  }
}

/**
 * plumb_figure_style_clear:
 * @style: a style
 *
 * Frees what a style keeps.
 */
void
plumb_figure_style_clear (PlumbFigureStyle *style)
{
  g_clear_object (&style->context);
  g_clear_pointer (&style->spacing, pango_attr_list_unref);
}

static PangoLayout *
layout_new (const PlumbFigureStyle *style, double width)
{
  PangoLayout *layout = pango_layout_new (style->context);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) ceil (width) * PANGO_SCALE);

  return layout;
}

static void
add_attributes (const PlumbFigureStyle *style,
                PangoLayout *layout,
                double scale,
                PangoWeight weight)
{
  PangoAttrList *of_markup = pango_layout_get_attributes (layout);
  g_autoptr (PangoAttrList) attributes = NULL;

  attributes = of_markup != NULL ? pango_attr_list_copy (of_markup) : pango_attr_list_new ();
  if (style->spacing != NULL) {
    pango_attr_list_splice (attributes, style->spacing, 0, 0);
  }
  pango_attr_list_insert_before (attributes, pango_attr_scale_new (scale));
  if (weight != PANGO_WEIGHT_NORMAL) {
    pango_attr_list_insert_before (attributes, pango_attr_weight_new (weight));
  }
  pango_layout_set_attributes (layout, attributes);
}

/**
 * plumb_figure_style_layout:
 * @style: a style
 * @text: plain text
 * @scale: its size, with the font's as 1
 * @weight: its weight
 * @width: where it wraps, in pixels, or -1
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *
plumb_figure_style_layout (const PlumbFigureStyle *style,
                           const char *text,
                           double scale,
                           PangoWeight weight,
                           double width)
{
  PangoLayout *layout = layout_new (style, width);

  pango_layout_set_text (layout, text, -1);
  add_attributes (style, layout, scale, weight);

  return layout;
}

/**
 * plumb_figure_style_layout_markup:
 * @style: a style
 * @markup: Pango's markup
 * @scale: its size, with the font's as 1
 * @width: where it wraps, in pixels, or -1
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *
plumb_figure_style_layout_markup (const PlumbFigureStyle *style,
                                  const char *markup,
                                  double scale,
                                  double width)
{
  PangoLayout *layout = layout_new (style, width);

  pango_layout_set_markup (layout, markup, -1);
  add_attributes (style, layout, scale, PANGO_WEIGHT_NORMAL);

  return layout;
}

/**
 * plumb_figure_style_align:
 * @style: a style
 * @layout: a layout with a width
 * @align: where its lines shall stand
 *
 * Aligns a text. Pango swaps left and right in a paragraph that runs against its context, as an English name on an
 * Arabic page does; that is undone here, so that the sides are where they are said to be.
 */
void
plumb_figure_style_align (const PlumbFigureStyle *style,
                          PangoLayout *layout,
                          PlumbFigureAlign align)
{
  PangoDirection base = pango_context_get_base_dir (pango_layout_get_context (layout));
  PangoDirection own = pango_layout_get_direction (layout, 0);
  gboolean right = align == PLUMB_FIGURE_ALIGN_RIGHT ||
                   (align == PLUMB_FIGURE_ALIGN_START && style->direction == GTK_TEXT_DIR_RTL);

  if (align == PLUMB_FIGURE_ALIGN_CENTER) {
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
    return;
  }

  if ((own == PANGO_DIRECTION_LTR && base == PANGO_DIRECTION_RTL) ||
      (own == PANGO_DIRECTION_RTL && base == PANGO_DIRECTION_LTR)) {
    right = !right;
  }
  pango_layout_set_alignment (layout, right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/**
 * plumb_figure_style_longest_word:
 * @style: a style
 * @text: plain text
 * @scale: its size, with the font's as 1
 * @weight: its weight
 *
 * Returns: how wide a place has to be for @text to wrap between words only, in pixels
 */
double
plumb_figure_style_longest_word (const PlumbFigureStyle *style,
                                 const char *text,
                                 double scale,
                                 PangoWeight weight)
{
  g_autoptr (PangoLayout) layout = plumb_figure_style_layout (style, text, scale, weight, -1);

  return plumb_figure_layout_longest_word (layout);
}

static int
x_of (PangoLayout *layout, const char *start, const char *letter, gboolean trailing)
{
  int line, x;

  pango_layout_index_to_line_x (layout, (int) (letter - start), trailing, &line, &x);

  return x;
}

/**
 * plumb_figure_layout_longest_word:
 * @layout: a layout without a width
 *
 * Returns: how wide a place has to be for the text to wrap between words only, in whole pixels
 */
double
plumb_figure_layout_longest_word (PangoLayout *layout)
{
  const char *start = pango_layout_get_text (layout);
  const char *word = start;
  const char *last = NULL;
  int n_attributes;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  const char *p = start;
  int widest = 0;

  for (int i = 0; i < n_attributes; i++) {
    if (i > 0 && (attributes[i].is_line_break || *p == '\0')) {
      if (last != NULL) {
        widest = MAX (widest,
                      ABS (x_of (layout, start, last, TRUE) - x_of (layout, start, word, FALSE)));
      }
      word = p;
      last = NULL;
    }
    if (*p == '\0') {
      break;
    }
    if (!attributes[i].is_white) {
      last = p;
    }
    p = g_utf8_next_char (p);
  }

  return ceil ((double) widest / PANGO_SCALE);
}

/**
 * plumb_figure_layout_width:
 * @layout: a layout
 *
 * Returns: how wide its longest line is, in whole pixels
 */
double
plumb_figure_layout_width (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);

  return ceil ((double) extents.width / PANGO_SCALE);
}

/**
 * plumb_figure_layout_height:
 * @layout: a layout
 *
 * Returns: how high it is, in whole pixels
 */
double
plumb_figure_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return ceil ((double) height / PANGO_SCALE);
}

/**
 * plumb_figure_draw_layout:
 * @snapshot: what to draw on
 * @layout: a layout
 * @x: where it begins
 * @y: its top
 * @color: its colour
 *
 * Draws a text, at whole pixels: between them its bounds, to which it is clipped, can cut off the dots of letters.
 */
void
plumb_figure_draw_layout (GtkSnapshot *snapshot,
                          PangoLayout *layout,
                          double x,
                          double y,
                          const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (x), round (y)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}
