/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-article.h"

G_BEGIN_DECLS

/* What the functions that build the parts of an article are given. */
typedef struct {
  PlumbLibrary *library;
  PlumbTopic *topic;
} PlumbArticleContext;

/* A part of an article below its text: what makes it, under which title, whether it may be wider than a line of text
 * should be, and how high it is at least, in pixels. */
typedef struct {
  const char *anchor;
  const char *title;
  GtkWidget *(*build) (const PlumbArticleContext *context);
  gboolean wide;
  int height;
} PlumbArticlePart;

extern const PlumbArticlePart plumb_article_parts[];
extern const guint plumb_article_n_parts;

struct _PlumbArticle {
  GtkWidget parent_instance;

  PlumbLibrary *library;
  PlumbTopic *topic;
  int level;
  guint columns;
  gboolean compact;
  gboolean claim_marks;
  char *audience;
  GtkTextDirection direction;

  GtkWidget *title;
  GtkWidget *facts;
  /* Its only child that is shown is the text. With the texts of two levels beside the parts below them, all of these
   * would be styled anew. */
  GtkWidget *text_frame;
  GtkWidget *text;
  GtkWidget *level_tag;
  GtkWidget *debate;
  GtkWidget *takeaways;
  GHashTable *anchors;
  GPtrArray *parts;

  /* What is left to do, and when it is done. */
  guint next_block;
  guint next_part;
  gboolean reading;
  gboolean building;
  gboolean deepening;
  GPtrArray *stale;
  guint frames;
  guint passes;
  guint tick_id;
  guint idle_id;
};

GtkWidget *
plumb_article_build_head (const PlumbArticleContext *context, GtkWidget **title, GtkWidget **facts);
void plumb_article_fill_facts (GtkWidget *facts, PlumbTopic *topic, int level);

void plumb_article_align (PlumbArticle *self, GtkWidget *widget);
void plumb_article_put_away (PlumbArticle *self, GtkWidget *widget);
void plumb_article_begin_text (PlumbArticle *self);
void plumb_article_start_work (PlumbArticle *self);
void plumb_article_stop_work (PlumbArticle *self);
void plumb_article_emit_built (PlumbArticle *self);

G_END_DECLS
