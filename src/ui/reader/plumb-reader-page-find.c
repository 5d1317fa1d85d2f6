/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How words are found on the page. */

#include "config.h"

#include <glib/gi18n.h>

#include "plumb-reader-page-private.h"

static void
update_find_count (PlumbReaderPage *self)
{
  guint n = plumb_finder_get_n_matches (self->finder);
  g_autofree char *text = NULL;

  if (self->find_bar == NULL) {
    return;
  }

  if (plumb_finder_get_query (self->finder) == NULL) {
    text = g_strdup ("");
  } else if (n == 0) {
    text = g_strdup (_ ("Not found"));
  } else {
    /* Translators: %1$u is which match is shown, %2$u how many there are. */
    text = g_strdup_printf (C_ ("find", "%1$u of %2$u"),
                            plumb_finder_get_position (self->finder) + 1,
                            n);
  }
  plumb_find_bar_set_count (self->find_bar, text);
}

static void
scroll_to_match (PlumbReaderPage *self, GtkWidget *label, int index)
{
  if (label != NULL) {
    plumb_reader_page_go_to (
        self,
        label,
        0,
        gtk_adjustment_get_page_size (plumb_reader_page_get_adjustment (self)) / 3);
    self->held_index = index;
  }
  update_find_count (self);
}

void
plumb_reader_page_find_step (PlumbReaderPage *self, int steps)
{
  int index = 0;
  GtkWidget *label = plumb_finder_step (self->finder, steps, &index);

  scroll_to_match (self, label, index);
}

static void
find_changed_cb (PlumbReaderPage *self)
{
  const char *text = plumb_find_bar_get_text (self->find_bar);

  /* The bar says so, too, when it is made; nothing is looked for then, and the page need not be whole. */
  if (*text == '\0' && plumb_finder_get_query (self->finder) == NULL) {
    return;
  }

  plumb_article_build_all (self->article);
  plumb_finder_set_query (self->finder, text);
  plumb_reader_page_find_step (self, 0);
}

/* The page is another one, or there is more of it. */
void
plumb_reader_page_find_again (PlumbReaderPage *self)
{
  if (plumb_finder_get_query (self->finder) != NULL) {
    plumb_finder_refresh (self->finder);
    update_find_count (self);
  }
}

static void
find_bar_revealed_cb (PlumbReaderPage *self)
{
  plumb_reader_page_set_finding (self, plumb_find_bar_get_revealed (self->find_bar));
}

static void
build_find_bar (PlumbReaderPage *self)
{
  self->find_bar = PLUMB_FIND_BAR (plumb_find_bar_new ());
  g_signal_connect_swapped (self->find_bar, "changed", G_CALLBACK (find_changed_cb), self);
  g_signal_connect_swapped (self->find_bar,
                            "notify::revealed",
                            G_CALLBACK (find_bar_revealed_cb),
                            self);
  adw_toolbar_view_add_top_bar (self->toolbar_view, GTK_WIDGET (self->find_bar));
}

void
plumb_reader_page_set_finding (PlumbReaderPage *self, gboolean finding)
{
  if (self->finding == finding) {
    return;
  }

  self->finding = finding;
  g_object_notify (G_OBJECT (self), "finding");

  if (finding) {
    GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

    g_set_weak_pointer (&self->focus_before_find, root != NULL ? gtk_root_get_focus (root) : NULL);
    if (self->find_bar == NULL) {
      build_find_bar (self);
    }
    plumb_find_bar_set_revealed (self->find_bar, TRUE);
    gtk_widget_grab_focus (GTK_WIDGET (self->find_bar));
    return;
  }

  plumb_finder_set_query (self->finder, NULL);
  plumb_find_bar_set_revealed (self->find_bar, FALSE);
  update_find_count (self);
  if (self->focus_before_find != NULL && gtk_widget_get_mapped (self->focus_before_find)) {
    gtk_widget_grab_focus (self->focus_before_find);
  } else {
    gtk_widget_child_focus (GTK_WIDGET (self->article), GTK_DIR_TAB_FORWARD);
  }
  g_clear_weak_pointer (&self->focus_before_find);
}

/**
 * plumb_reader_page_mark_words:
 * @self: a page
 * @words: what was searched for
 * @anchor: (nullable): where it was found
 *
 * Marks the words of a search and goes to the first of them at @anchor.
 */
void
plumb_reader_page_mark_words (PlumbReaderPage *self, const char *words, const char *anchor)
{
  GtkWidget *part;
  GtkWidget *widget = NULL;
  int index = 0;

  g_return_if_fail (PLUMB_IS_READER_PAGE (self));

  plumb_article_build_all (self->article);
  plumb_finder_set_search (self->finder, words);
  part = anchor != NULL ? plumb_article_find_anchor (self->article, anchor) : NULL;
  if (part != NULL) {
    widget = plumb_finder_select_first_in (self->finder, part, &index);
  }
  if (widget == NULL && part == NULL) {
    widget = plumb_finder_step (self->finder, 0, &index);
  }
  if (widget != NULL) {
    scroll_to_match (self, widget, index);
  } else if (part != NULL) {
    plumb_reader_page_scroll_to (self, part);
  }
}
