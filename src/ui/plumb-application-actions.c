/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "plumb-about-dialog.h"
#include "plumb-application-private.h"
#include "plumb-preferences-dialog.h"
#include "plumb-shortcuts-dialog.h"
#include "plumb-window.h"

static GtkWindow *
active_window (PlumbApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlumbApplication *self = user_data;

  plumb_application_keep_windows (self);
  g_application_quit (G_APPLICATION (self));
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlumbApplication *self = user_data;
  GtkWindow *active = active_window (self);

  plumb_application_show_window (
      self,
      PLUMB_IS_WINDOW (active) ? plumb_window_get_place (PLUMB_WINDOW (active)) : NULL);
}

static void
continue_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlumbApplication *self = user_data;

  /* Whoever asks for it gets it, also where it is not what happens by itself. */
  if (active_window (self) != NULL || !plumb_application_restore_windows (self)) {
    g_application_activate (G_APPLICATION (self));
  }
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlumbApplication *self = user_data;

  g_application_activate (G_APPLICATION (self));
  gtk_widget_activate_action (GTK_WIDGET (active_window (self)), "win.search", NULL);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlumbApplication *self = user_data;

  adw_dialog_present (ADW_DIALOG (plumb_preferences_dialog_new (self->preferences)),
                      GTK_WIDGET (active_window (self)));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (ADW_DIALOG (plumb_shortcuts_dialog_new ()),
                      GTK_WIDGET (active_window (user_data)));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (ADW_DIALOG (plumb_about_dialog_new ()),
                      GTK_WIDGET (active_window (user_data)));
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_cb },
  { .name = "new-window", .activate = new_window_cb },
  { .name = "continue", .activate = continue_cb },
  { .name = "search", .activate = search_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "about", .activate = about_cb },
};

/**
 * plumb_application_add_actions:
 * @self: the application
 *
 * Adds what can be asked of the whole program: from its menus, from the keyboard, and from the desktop over the bus.
 */
void
plumb_application_add_actions (PlumbApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * plumb_application_refuse_link:
 * @self: the application
 * @reason: what is wrong with the link, in the user’s words
 *
 * Says in a window that a link can’t be opened.
 */
void
plumb_application_refuse_link (PlumbApplication *self, const char *reason)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("This Link Can’t Be Opened"), reason);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  g_application_activate (G_APPLICATION (self));
  adw_dialog_present (dialog, GTK_WIDGET (active_window (self)));
}
