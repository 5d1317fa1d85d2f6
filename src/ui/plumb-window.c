/* plumb-window.c
 *
 * Copyright 2026 The Plumb contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-window.h"

/**
 * PlumbWindow:
 *
 * A window of the reader.
 */
struct _PlumbWindow {
  AdwApplicationWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (PlumbWindow, plumb_window, ADW_TYPE_APPLICATION_WINDOW)

static void
plumb_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLUMB_TYPE_WINDOW);

  G_OBJECT_CLASS (plumb_window_parent_class)->dispose (object);
}

static void
plumb_window_class_init (PlumbWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/plumb-window.ui");
}

static void
plumb_window_init (PlumbWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_window_new:
 * @application: the application that the window belongs to
 *
 * Creates a window. It is not shown yet.
 *
 * Returns: (transfer none): the new window, owned by GTK
 */
PlumbWindow *
plumb_window_new (PlumbApplication *application)
{
  g_return_val_if_fail (PLUMB_IS_APPLICATION (application), NULL);

  return g_object_new (PLUMB_TYPE_WINDOW, "application", application, NULL);
}
