/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a window shows over its page: the card that a link opens, and the outline. */

#include "config.h"

#include "plumb-window-private.h"

#include <glib/gi18n.h>

#include "plumb-reference-card.h"
#include "plumb-start-align.h"

#define CARD_WIDTH 320
#define CARD_HEIGHT 420

static void
reap_cb (gpointer user_data)
{
  PlumbWindow *self = user_data;

  self->reap_id = 0;
  g_clear_pointer (&self->card, gtk_widget_unparent);
}

static void
closed_cb (PlumbWindow *self, GtkPopover *popover)
{
  GtkWidget *focus = self->focus_before_card;
  GtkWidget *now = gtk_window_get_focus (GTK_WINDOW (self));

  /* A card that led to another page leaves the keyboard there. */
  if (focus != NULL && gtk_widget_get_mapped (focus) &&
      (now == NULL || gtk_widget_is_ancestor (now, GTK_WIDGET (popover)))) {
    gtk_widget_grab_focus (focus);
  }
  g_clear_weak_pointer (&self->focus_before_card);
  /* It is still being closed. */
  if (self->reap_id == 0) {
    self->reap_id = g_idle_add_once (reap_cb, self);
  }
}

/* Takes the card away at once, even while it is closing: what it is in does not know it, and could not go. */
void
plumb_window_drop_card (PlumbWindow *self)
{
  g_clear_handle_id (&self->reap_id, g_source_remove);
  g_clear_pointer (&self->card, gtk_widget_unparent);
}

void
plumb_window_close_card (PlumbWindow *self)
{
  if (self->card != NULL && self->reap_id == 0) {
    gtk_popover_popdown (GTK_POPOVER (self->card));
  }
}

/* A label would be as wide as its text is long: the clamp makes it wrap. */
static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP,
                                   "maximum-size",
                                   CARD_WIDTH,
                                   "tightening-threshold",
                                   CARD_WIDTH,
                                   "child",
                                   child,
                                   NULL);

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                       "hscrollbar-policy",
                       GTK_POLICY_NEVER,
                       "propagate-natural-height",
                       TRUE,
                       "propagate-natural-width",
                       TRUE,
                       "min-content-width",
                       CARD_WIDTH - 60,
                       "max-content-height",
                       CARD_HEIGHT,
                       "child",
                       clamp,
                       NULL);
}

static void
open_card (PlumbWindow *self, GtkWidget *child, GtkWidget *parent, const GdkRectangle *rectangle)
{
  GtkWidget *popover;

  if (self->card != NULL && self->reap_id == 0) {
    /* A link within a card: the card stays where it is, and says something else. */
    gtk_popover_set_child (GTK_POPOVER (self->card), scrolled (child));
    return;
  }

  plumb_window_drop_card (self);
  g_set_weak_pointer (&self->focus_before_card, gtk_window_get_focus (GTK_WINDOW (self)));
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled (child));
  gtk_widget_set_parent (popover, parent);
  if (rectangle != NULL) {
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), rectangle);
  }
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  self->card = popover;
  gtk_popover_popup (GTK_POPOVER (popover));
}

static gboolean
follow_when_shown_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);

  if (gtk_widget_get_width (self->cards) == 0) {
    return G_SOURCE_CONTINUE;
  }
  plumb_window_follow (self, user_data, NULL);

  return G_SOURCE_REMOVE;
}

/* Follows a link from where it is in the window. Topics open, everything else is shown on a card. */
void
plumb_window_follow (PlumbWindow *self, const char *href, const GdkRectangle *rectangle)
{
  graphene_point_t point;
  GdkRectangle at = { 0 };
  PlumbTopic *topic = plumb_article_get_topic (plumb_reader_page_get_article (self->reader));

  if (g_str_has_prefix (href, "topic:")) {
    g_autoptr (PlumbPlace) place = plumb_place_new_topic (href + strlen ("topic:"), 0, NULL, NULL);

    plumb_window_go (self, place);
    return;
  }

  /* What the program itself links to; a library cannot. */
  if (g_str_has_prefix (href, "plumb:")) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", href);
    return;
  }

  if (gtk_widget_get_width (self->cards) == 0) {
    /* A window that has no size yet, or shows its list of topics, has no place for a card. */
    adw_navigation_split_view_set_show_content (self->split_view, TRUE);
    gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_when_shown_cb, g_strdup (href), g_free);
    return;
  }

  if (rectangle != NULL &&
      gtk_widget_compute_point (GTK_WIDGET (self),
                                self->cards,
                                &GRAPHENE_POINT_INIT (rectangle->x, rectangle->y),
                                &point)) {
    at = (GdkRectangle) { (int) point.x, (int) point.y, rectangle->width, rectangle->height };
  } else {
    at = (GdkRectangle) { gtk_widget_get_width (self->cards) / 2, 1, 1, 1 };
  }
  open_card (self, plumb_reference_card_new (self->library, topic, href), self->cards, &at);
}

static void
outline_activated_cb (PlumbWindow *self, GtkListBoxRow *row, GtkListBox *list)
{
  GtkWidget *target = g_object_get_data (G_OBJECT (row), "plumb-outline-target");

  plumb_window_close_card (self);
  plumb_reader_page_scroll_to (self->reader, target);
}

/* The headings of the page; choosing one scrolls to it. */
void
plumb_window_show_outline (PlumbWindow *self)
{
  g_autoptr (GArray)
      outline = plumb_article_get_outline (plumb_reader_page_get_article (self->reader));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *parent = gtk_widget_get_visible (self->outline_button) ? self->outline_button
                                                                    : self->page_menu_button;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Outline"),
                                  -1);
  for (guint i = 0; i < outline->len; i++) {
    const PlumbOutlineItem *item = &g_array_index (outline, PlumbOutlineItem, i);
    GtkWidget *row = gtk_list_box_row_new ();
    GtkWidget *label = gtk_label_new (item->title);

    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    plumb_start_align (GTK_LABEL (label));
    gtk_widget_set_margin_start (label, 18 * (int) item->depth);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    item->title,
                                    -1);
    g_object_set_data (G_OBJECT (row), "plumb-outline-target", item->widget);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
  g_signal_connect_object (list,
                           "row-activated",
                           G_CALLBACK (outline_activated_cb),
                           self,
                           G_CONNECT_SWAPPED);

  plumb_window_drop_card (self);
  open_card (self, list, parent, NULL);
}
