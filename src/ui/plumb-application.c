/* plumb-application.c
 *
 * Copyright 2026 The Plumb contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-application.h"

#include "plumb-window.h"

/**
 * PlumbApplication:
 *
 * The running program: owns what its windows share.
 */
struct _PlumbApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (PlumbApplication, plumb_application, ADW_TYPE_APPLICATION)

static void
plumb_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL) {
    window = GTK_WINDOW (plumb_window_new (PLUMB_APPLICATION (application)));
  }

  gtk_window_present (window);
}

static void
plumb_application_class_init (PlumbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = plumb_application_activate;
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_cb },
};

static void
plumb_application_init (PlumbApplication *self)
{
  const char *quit_accels[] = { "<Control>q", NULL };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_accels);
}

/**
 * plumb_application_new:
 * @application_id: the application's id on the bus
 *
 * Creates the application.
 *
 * Returns: (transfer full): a new application
 */
PlumbApplication *
plumb_application_new (const char *application_id)
{
  g_return_val_if_fail (g_application_id_is_valid (application_id), NULL);

  return g_object_new (PLUMB_TYPE_APPLICATION,
                       "application-id",
                       application_id,
                       "resource-base-path",
                       RESOURCE_PATH,
                       NULL);
}
