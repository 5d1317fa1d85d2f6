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

/* A part of an article below its text: what makes it, under which title, and whether it may be wider than a line of
 * text should be. */
typedef struct {
  const char *anchor;
  const char *title;
  GtkWidget *(*build) (const PlumbArticleContext *context);
  gboolean wide;
} PlumbArticlePart;

extern const PlumbArticlePart plumb_article_parts[];
extern const guint plumb_article_n_parts;

GtkWidget *
plumb_article_build_head (const PlumbArticleContext *context, GtkWidget **title, GtkWidget **facts);
void plumb_article_fill_facts (GtkWidget *facts, PlumbTopic *topic, int level);

G_END_DECLS
