/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where things are on the page: what an anchor names, and the outline. */

#include "config.h"

#include "plumb-article-private.h"
#include "plumb-block-view.h"
#include "plumb-debate-pane.h"

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  /* A page that is going is not looked in. */
  if (!gtk_widget_get_visible (widget)) {
    return NULL;
  }
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0) {
    return widget;
  }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_named (child, name);

    if (found != NULL) {
      return found;
    }
  }

  return NULL;
}

static GtkWidget *
find_built (PlumbArticle *self, const char *anchor)
{
  GtkWidget *widget = g_hash_table_lookup (self->anchors, anchor);

  if (widget != NULL) {
    return widget;
  }
  if (self->debate != NULL && g_str_has_prefix (anchor, "debate-")) {
    const char *position = anchor + strlen ("debate-");

    if (plumb_debate_pane_show_position (PLUMB_DEBATE_PANE (self->debate), position)) {
      return plumb_debate_pane_get_card (PLUMB_DEBATE_PANE (self->debate), position);
    }
  }
  if (self->takeaways != NULL && g_str_has_prefix (anchor, "takeaways-")) {
    g_object_set (self, "audience", anchor + strlen ("takeaways-"), NULL);
    return self->takeaways;
  }
  widget = find_named (GTK_WIDGET (self), anchor);
  /* A reply that one has asked for by name is shown. */
  if (GTK_IS_EXPANDER (widget)) {
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  }

  return widget;
}

/**
 * plumb_article_find_anchor:
 * @self: an article
 * @anchor: the id of a block of this level, or the name of another part of the page
 *
 * Finds what an anchor names, building as much of the page as that takes.
 *
 * Returns: (transfer none) (nullable): the widget, or %NULL where the page has no such anchor
 */
GtkWidget *
plumb_article_find_anchor (PlumbArticle *self, const char *anchor)
{
  GtkWidget *widget;

  g_return_val_if_fail (PLUMB_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (anchor != NULL, NULL);

  widget = find_built (self, anchor);
  if (widget == NULL && self->reading) {
    plumb_article_build_text (self);
    widget = find_built (self, anchor);
  }
  if (widget == NULL && self->building) {
    plumb_article_build_all (self);
    widget = find_built (self, anchor);
  }

  return widget;
}

/**
 * plumb_article_get_outline:
 * @self: an article
 *
 * Lists the headings of the page in order, building what is not built yet.
 *
 * Returns: (transfer full) (element-type PlumbOutlineItem): the headings; they are valid until the page changes
 */
GArray *
plumb_article_get_outline (PlumbArticle *self)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (PlumbOutlineItem));
  PlumbOutlineItem item;

  g_return_val_if_fail (PLUMB_IS_ARTICLE (self), outline);

  if (self->topic == NULL) {
    return outline;
  }

  plumb_article_build_all (self);
  item = (PlumbOutlineItem) { gtk_label_get_text (GTK_LABEL (self->level_tag)),
                              0,
                              self->level_tag };
  g_array_append_val (outline, item);
  for (GtkWidget *child = gtk_widget_get_first_child (self->text); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    PlumbBlock *block = PLUMB_IS_BLOCK_VIEW (child)
                            ? plumb_block_view_get_block (PLUMB_BLOCK_VIEW (child))
                            : NULL;

    if (block != NULL && PLUMB_IS_HEADING (block)) {
      item = (PlumbOutlineItem) { PLUMB_HEADING (block)->text, 1, child };
      g_array_append_val (outline, item);
    }
  }
  for (guint i = 0; i < self->parts->len; i++) {
    GtkWidget *section = g_ptr_array_index (self->parts, i);
    GtkWidget *heading = gtk_widget_get_first_child (section);

    item = (PlumbOutlineItem) { gtk_label_get_text (GTK_LABEL (heading)), 0, section };
    g_array_append_val (outline, item);
  }

  return outline;
}
