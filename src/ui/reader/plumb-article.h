/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-library.h>

G_BEGIN_DECLS

/**
 * PlumbOutlineItem:
 * @title: the heading, plain
 * @depth: 0 for a part of the page, 1 for a heading within the text
 * @widget: where it is
 *
 * A line of an article's outline.
 */
typedef struct {
  const char *title;
  guint depth;
  GtkWidget *widget;
} PlumbOutlineItem;

#define PLUMB_TYPE_ARTICLE (plumb_article_get_type ())

G_DECLARE_FINAL_TYPE (PlumbArticle, plumb_article, PLUMB, ARTICLE, GtkWidget)

void plumb_article_show (PlumbArticle *self, PlumbLibrary *library, PlumbTopic *topic, int level);
void plumb_article_clear (PlumbArticle *self);
PlumbTopic *plumb_article_get_topic (PlumbArticle *self);
gboolean plumb_article_get_claim_marks (PlumbArticle *self);
int plumb_article_get_level (PlumbArticle *self);
void plumb_article_set_level (PlumbArticle *self, int level);
gboolean plumb_article_is_text_complete (PlumbArticle *self);
gboolean plumb_article_is_complete (PlumbArticle *self);
void plumb_article_fill_view (PlumbArticle *self, double end);
void plumb_article_build_text (PlumbArticle *self);
void plumb_article_build_all (PlumbArticle *self);
GtkWidget *plumb_article_find_anchor (PlumbArticle *self, const char *anchor);
GtkWidget *plumb_article_get_title_widget (PlumbArticle *self);
GtkWidget *plumb_article_get_text (PlumbArticle *self);
GArray *plumb_article_get_outline (PlumbArticle *self);

G_END_DECLS
