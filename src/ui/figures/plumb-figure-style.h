/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "plumb-palette.h"

G_BEGIN_DECLS

/**
 * PlumbFigureStyle:
 * @context: the font, its size and the language of the text
 * @spacing: (nullable): how far apart letters and lines stand
 * @em: the size of the font, in pixels
 * @direction: the direction of the text
 * @foreground: the colour of text and of what must be seen
 * @muted: for text that is not the first to be read
 * @edge: around boxes
 * @fill: inside boxes
 * @grid: for lines that help the eye
 * @accent: the accent colour, as it is used on a page
 * @tint: the same, thin enough to write on
 * @series: the colours of the series of a chart
 * @line_width: how thick the lines of a series are, in pixels
 * @high_contrast: whether thin and pale things have to be avoided
 *
 * Everything that a figure is drawn with and that is not in its record, so that the same functions draw it in a window and on
 * paper.
 */
typedef struct {
  PangoContext *context;
  PangoAttrList *spacing;
  double em;
  GtkTextDirection direction;
  GdkRGBA foreground;
  GdkRGBA muted;
  GdkRGBA edge;
  GdkRGBA fill;
  GdkRGBA grid;
  GdkRGBA accent;
  GdkRGBA tint;
  GdkRGBA series[PLUMB_PALETTE_SIZE];
  double line_width;
  gboolean high_contrast;
} PlumbFigureStyle;

void plumb_figure_style_init (PlumbFigureStyle *style,
                              PangoContext *context,
                              GtkTextDirection direction,
                              const GdkRGBA *foreground,
                              const GdkRGBA *accent,
                              gboolean dark,
                              gboolean high_contrast);
void
plumb_figure_style_init_for_widget (PlumbFigureStyle *style, GtkWidget *widget, GtkLabel *probe);
GtkWidget *plumb_figure_probe_new (GtkWidget *parent);
void plumb_figure_style_watch (GtkWidget *widget, GCallback changed);
void plumb_figure_style_clear (PlumbFigureStyle *style);

/**
 * PlumbFigureAlign:
 * @PLUMB_FIGURE_ALIGN_LEFT: at the left, whatever the direction
 * @PLUMB_FIGURE_ALIGN_CENTER: in the middle
 * @PLUMB_FIGURE_ALIGN_RIGHT: at the right, whatever the direction
 * @PLUMB_FIGURE_ALIGN_START: where lines of the style’s direction begin
 *
 * Where the lines of a text stand.
 */
typedef enum {
  PLUMB_FIGURE_ALIGN_LEFT,
  PLUMB_FIGURE_ALIGN_CENTER,
  PLUMB_FIGURE_ALIGN_RIGHT,
  PLUMB_FIGURE_ALIGN_START,
} PlumbFigureAlign;

PangoLayout *plumb_figure_style_layout (const PlumbFigureStyle *style,
                                        const char *text,
                                        double scale,
                                        PangoWeight weight,
                                        double width);
PangoLayout *plumb_figure_style_layout_markup (const PlumbFigureStyle *style,
                                               const char *markup,
                                               double scale,
                                               double width);
void plumb_figure_style_align (const PlumbFigureStyle *style,
                               PangoLayout *layout,
                               PlumbFigureAlign align);
double plumb_figure_style_longest_word (const PlumbFigureStyle *style,
                                        const char *text,
                                        double scale,
                                        PangoWeight weight);
double plumb_figure_layout_longest_word (PangoLayout *layout);
double plumb_figure_layout_width (PangoLayout *layout);
double plumb_figure_layout_height (PangoLayout *layout);
void plumb_figure_draw_layout (GtkSnapshot *snapshot,
                               PangoLayout *layout,
                               double x,
                               double y,
                               const GdkRGBA *color);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlumbFigureStyle, plumb_figure_style_clear)

G_END_DECLS
