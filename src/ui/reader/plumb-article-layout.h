/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_ARTICLE_TEXT_WIDTH 680

#define PLUMB_TYPE_ARTICLE_LAYOUT (plumb_article_layout_get_type ())

G_DECLARE_FINAL_TYPE (PlumbArticleLayout,
                      plumb_article_layout,
                      PLUMB,
                      ARTICLE_LAYOUT,
                      GtkLayoutManager)

int plumb_article_layout_get_text_width (PlumbArticleLayout *self);
void plumb_article_layout_set_text_width (PlumbArticleLayout *self, int text_width);

G_END_DECLS
