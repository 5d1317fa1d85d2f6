/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-article-layout.h"

#include <adwaita.h>

/* How much wider than the text a part with the class `wide` may be, in pixels at the usual size. */
#define WIDE_EXTRA 360

#define SPACING 30

/**
 * PlumbArticleLayout:
 *
 * Places the parts of an article below each other, in the middle of the page: as wide as a line of text should be or,
 * where they have the style class `wide`, wider.
 */
struct _PlumbArticleLayout {
  GtkLayoutManager parent_instance;

  int text_width;
};

G_DEFINE_FINAL_TYPE (PlumbArticleLayout, plumb_article_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
width_for (PlumbArticleLayout *self, GtkWidget *part, int available)
{
  int widest = gtk_widget_has_css_class (part, "wide") ? self->text_width + WIDE_EXTRA
                                                       : self->text_width;
  GtkSettings *settings = gtk_widget_get_settings (part);

  return MIN (available, (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, widest, settings));
}

static GtkSizeRequestMode
plumb_article_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (PlumbArticleLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  for (GtkWidget *part = gtk_widget_get_first_child (widget); part != NULL;
       part = gtk_widget_get_next_sibling (part)) {
    int part_minimum;

    if (gtk_widget_should_layout (part)) {
      gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &part_minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, part_minimum);
    }
  }
  *natural = MAX (*minimum, self->text_width + WIDE_EXTRA);
}

/* A page is as wide as it is given, and asks how high its parts are at that width and no other: for any other, their
 * text would be shaped once more. */
static void
plumb_article_layout_measure (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  PlumbArticleLayout *self = PLUMB_ARTICLE_LAYOUT (manager);
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_width (self, widget, minimum, natural);
    return;
  }

  for (GtkWidget *part = gtk_widget_get_first_child (widget); part != NULL && for_size >= 0;
       part = gtk_widget_get_next_sibling (part)) {
    int part_height;

    if (!gtk_widget_should_layout (part)) {
      continue;
    }
    gtk_widget_measure (part,
                        GTK_ORIENTATION_VERTICAL,
                        width_for (self, part, for_size),
                        &part_height,
                        NULL,
                        NULL,
                        NULL);
    height += part_height + (height > 0 ? SPACING : 0);
  }
  *minimum = *natural = height;
}

static void
plumb_article_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  PlumbArticleLayout *self = PLUMB_ARTICLE_LAYOUT (manager);
  int y = 0;

  for (GtkWidget *part = gtk_widget_get_first_child (widget); part != NULL;
       part = gtk_widget_get_next_sibling (part)) {
    int part_width = width_for (self, part, width);
    int part_height;

    if (!gtk_widget_should_layout (part)) {
      continue;
    }
    gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, part_width, &part_height, NULL, NULL, NULL);
    gtk_widget_size_allocate (
        part,
        &(GtkAllocation) { (width - part_width) / 2, y, part_width, part_height },
        -1);
    y += part_height + SPACING;
  }
}

static void
plumb_article_layout_class_init (PlumbArticleLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = plumb_article_layout_get_request_mode;
  layout_class->measure = plumb_article_layout_measure;
  layout_class->allocate = plumb_article_layout_allocate;
}

static void
plumb_article_layout_init (PlumbArticleLayout *self)
{
  self->text_width = PLUMB_ARTICLE_TEXT_WIDTH;
}

/**
 * plumb_article_layout_get_text_width:
 * @self: a layout
 *
 * Returns: the longest that a line of text may be, in pixels at the usual size
 */
int
plumb_article_layout_get_text_width (PlumbArticleLayout *self)
{
  g_return_val_if_fail (PLUMB_IS_ARTICLE_LAYOUT (self), PLUMB_ARTICLE_TEXT_WIDTH);

  return self->text_width;
}

/**
 * plumb_article_layout_set_text_width:
 * @self: a layout
 * @text_width: the longest that a line of text may be, in pixels at the usual size
 *
 * Makes lines longer or shorter. At the width that it has first, a line holds some 70 letters.
 */
void
plumb_article_layout_set_text_width (PlumbArticleLayout *self, int text_width)
{
  g_return_if_fail (PLUMB_IS_ARTICLE_LAYOUT (self));

  if (self->text_width == text_width) {
    return;
  }

  self->text_width = text_width;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
