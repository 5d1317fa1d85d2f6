/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-list-top.h"

/* The key under which a list keeps the callback that waits for its next frame. */
#define TICK_KEY "plumb-list-top-tick"

/* Whether an item comes right after the header that says it is the first. */
static gboolean
is_first (GtkWidget *item)
{
  GtkWidget *header = gtk_widget_get_prev_sibling (item);
  GtkWidget *child = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  return child != NULL && gtk_widget_has_css_class (child, PLUMB_LIST_TOP_CLASS);
}

static gboolean
scroll_cb (GtkWidget *list_view, GdkFrameClock *clock, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (list_view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* A list that has not been laid out has rows, and no headers yet. */
  if (gtk_widget_get_height (list_view) == 0) {
    return G_SOURCE_CONTINUE;
  }

  if (focus != NULL && gtk_widget_get_parent (focus) == list_view && is_first (focus)) {
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view)), 0);
  }
  g_object_set_data (G_OBJECT (list_view), TICK_KEY, NULL);

  return G_SOURCE_REMOVE;
}

/* Gives up what is about to be done. */
static void
let_go (GtkWidget *list_view)
{
  guint id = GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (list_view), TICK_KEY));

  if (id != 0) {
    gtk_widget_remove_tick_callback (list_view, id);
  }
}

/* The list scrolls after this, so that what comes next has to wait for a frame. */
static void
focus_changed_cb (GtkWidget *list_view, GParamSpec *pspec, GtkRoot *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus != NULL && gtk_widget_get_parent (focus) == list_view) {
    let_go (list_view);
    g_object_set_data (
        G_OBJECT (list_view),
        TICK_KEY,
        GUINT_TO_POINTER (gtk_widget_add_tick_callback (list_view, scroll_cb, NULL, NULL)));
  }
}

static void
root_changed_cb (GtkWidget *list_view)
{
  GtkRoot *root = gtk_widget_get_root (list_view);

  if (root != NULL) {
    /* It may be back in the window that it was in. */
    g_signal_handlers_disconnect_by_func (root, focus_changed_cb, list_view);
    g_signal_connect_object (root,
                             "notify::focus-widget",
                             G_CALLBACK (focus_changed_cb),
                             list_view,
                             G_CONNECT_SWAPPED);
  }
}

/**
 * plumb_list_top_keep:
 * @list_view: a list with section headers, which is not in a window yet
 *
 * Shows the first header with the first row, when the keyboard focus gets there. The list would scroll just so far that the row
 * is in view, and nothing that can have the focus would lead to the header above it. The child of the first header is the one that has
 * the style class %PLUMB_LIST_TOP_CLASS.
 */
void
plumb_list_top_keep (GtkListView *list_view)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list_view));

  g_signal_connect (list_view, "notify::root", G_CALLBACK (root_changed_cb), NULL);
}

/**
 * plumb_list_top_scroll_to:
 * @list_view: a list with section headers
 * @position: the position of an item
 *
 * Brings an item into view, with the first header where it is the first.
 */
void
plumb_list_top_scroll_to (GtkListView *list_view, guint position)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list_view));

  let_go (GTK_WIDGET (list_view));
  if (position == 0) {
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view)), 0);
  } else {
    gtk_list_view_scroll_to (list_view, position, GTK_LIST_SCROLL_NONE, NULL);
  }
}
