/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes Tab and Shift+Tab reach the links in a text each time that they come to it. */

#include "config.h"

#include "plumb-link-focus.h"

#include <adwaita.h>

static gboolean
is_text (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_label_get_selectable (GTK_LABEL (widget));
}

/* What lies over the page and holds the focus until it closes, or NULL. */
static GtkWidget *
find_layer (GtkWidget *widget)
{
  while (widget != NULL && !GTK_IS_POPOVER (widget) && !ADW_IS_DIALOG (widget)) {
    widget = gtk_widget_get_parent (widget);
  }

  return widget;
}

static gboolean
is_shift_held (GtkWidget *widget)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  return keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_SHIFT_MASK) != 0;
}

static void
focus_widget_cb (GtkWindow *window, GParamSpec *pspec, GWeakRef *last)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  g_autoptr (GtkWidget) before = g_weak_ref_get (last);

  g_weak_ref_set (last, focus);
  /* Who comes back from a card goes on at the link that opened it. */
  if (focus == NULL || before == NULL || before == focus || !is_text (focus) ||
      find_layer (before) != find_layer (focus)) {
    return;
  }

  if (!gtk_label_get_selection_bounds (GTK_LABEL (focus), NULL, NULL)) {
    const char *text = gtk_label_get_text (GTK_LABEL (focus));
    int at = is_shift_held (focus) ? (int) g_utf8_strlen (text, -1) : 0;

    gtk_label_select_region (GTK_LABEL (focus), at, at);
  }
}

static void
weak_ref_free (gpointer data, GClosure *closure)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/**
 * plumb_link_focus_watch:
 * @window: a window with texts that have links
 *
 * Lets the keyboard come into a text at its beginning, and with Shift at its end.
 *
 * GtkLabel goes from link to link from where its cursor is, and leaves the cursor there: who went through a text once
 * would not come to its links again.
 */
void
plumb_link_focus_watch (GtkWindow *window)
{
  GWeakRef *last;

  g_return_if_fail (GTK_IS_WINDOW (window));

  last = g_new0 (GWeakRef, 1);
  g_weak_ref_init (last, NULL);
  g_signal_connect_data (window,
                         "notify::focus-widget",
                         G_CALLBACK (focus_widget_cb),
                         last,
                         weak_ref_free,
                         G_CONNECT_DEFAULT);
}
