/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pages of a window that are not topics: each is made when the window first goes there. */

#include "config.h"

#include "plumb-window-private.h"

#include <glib/gi18n.h>

#include "plumb-page-table.h"

static void
changed_cb (PlumbWindow *self, GParamSpec *pspec, PlumbPageView *page)
{
  if (page == plumb_window_get_page (self)) {
    plumb_window_page_changed (self);
  }
}

static void
moved_cb (PlumbWindow *self, PlumbPlace *place, PlumbPageView *page)
{
  if (page == plumb_window_get_page (self)) {
    plumb_window_moved (self, place);
  }
}

static PlumbPageView *
ensure_page (PlumbWindow *self, const PlumbPageInfo *info)
{
  GType type = info->get_type ();
  const char *name = g_type_name (type);
  const char *const changes[] = { "notify::title", "notify::subtitle", "notify::title-shown" };
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);

  if (page == NULL) {
    page = g_object_new (type,
                         "library",
                         self->library,
                         "store",
                         self->store,
                         "preferences",
                         self->preferences,
                         NULL);
    gtk_stack_add_named (self->stack, page, name);
    for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
      g_signal_connect_object (page, changes[i], G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
    g_signal_connect_object (page, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  }

  return PLUMB_PAGE_VIEW (page);
}

/* The page that is shown, where it is one of these. */
PlumbPageView *
plumb_window_get_page (PlumbWindow *self)
{
  GtkWidget *child = self->stack != NULL ? gtk_stack_get_visible_child (self->stack) : NULL;

  return child != NULL && PLUMB_IS_PAGE_VIEW (child) ? PLUMB_PAGE_VIEW (child) : NULL;
}

/* Shows @place on the page that it is on. Returns where the window then is; what the page does not have is a place all
 * the same, at which the window says so. */
PlumbPlace *
plumb_window_show_page (PlumbWindow *self, PlumbPlace *place)
{
  const PlumbPageInfo *info = plumb_page_table_lookup (plumb_place_get_page (place));
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPlace) shown = NULL;
  PlumbPageView *page;
  GtkWidget *focus;

  g_return_val_if_fail (info != NULL, NULL);

  page = ensure_page (self, info);
  shown = plumb_page_view_show (page, place, &error);
  if (shown == NULL) {
    plumb_window_show_problem (self, _ ("This Page Can’t Be Shown"), error->message);
    return plumb_place_ref (place);
  }

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  plumb_window_page_changed (self);
  /* Somebody who moves through the sidebar stays in it. Else what had the keyboard is on another page now. */
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar))) {
    gtk_widget_grab_focus (GTK_WIDGET (page));
  }

  return g_steal_pointer (&shown);
}

/* The topic that the window is about, if it is about one. */
static const char *
get_topic (PlumbWindow *self)
{
  PlumbPlace *place = plumb_window_get_place (self);
  PlumbPage page = place != NULL ? plumb_place_get_page (place) : PLUMB_PAGE_HOME;
  g_autoptr (PlumbTopicEntry) entry = NULL;

  if (page != PLUMB_PAGE_TOPIC && page != PLUMB_PAGE_DEBATE && page != PLUMB_PAGE_CRUXES) {
    return NULL;
  }
  if (plumb_place_get_id (place) != NULL) {
    entry = plumb_library_lookup_entry (self->library, plumb_place_get_id (place), NULL);
  }

  return entry != NULL && !plumb_topic_entry_is_upcoming (entry) ? plumb_place_get_id (place)
                                                                 : NULL;
}

static void
open_page (PlumbWindow *self, PlumbPage page)
{
  g_autoptr (PlumbPlace) place = NULL;

  if (self->library != NULL) {
    place = plumb_place_new (page, get_topic (self));
    plumb_window_go (self, place);
  }
}

void
plumb_window_debate_hall_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_page (PLUMB_WINDOW (widget), PLUMB_PAGE_DEBATE);
}

void
plumb_window_crux_matrix_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_page (PLUMB_WINDOW (widget), PLUMB_PAGE_CRUXES);
}
