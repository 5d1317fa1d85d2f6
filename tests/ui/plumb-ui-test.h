/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include <plumb-library.h>
#include <plumb-preferences.h>
#include <plumb-store.h>

G_BEGIN_DECLS

void plumb_ui_test_init (int *argc, char ***argv);
PlumbLibrary *plumb_ui_test_open_library (void);
PlumbLibrary *plumb_ui_test_open_small_library (void);
PlumbPreferences *plumb_ui_test_new_preferences (void);
PlumbStore *plumb_ui_test_new_store (void);
GtkWidget *plumb_ui_test_find (GtkWidget *root, GType type);
guint plumb_ui_test_count (GtkWidget *root, GType type);
GtkWidget *plumb_ui_test_find_label (GtkWidget *root, const char *text);
GtkWidget *plumb_ui_test_show (GtkWidget *widget, int width, int height);
void plumb_ui_test_wait_for_frame (GtkWidget *widget);
void plumb_ui_test_count_notify_cb (GObject *object, GParamSpec *pspec, gpointer user_data);

/* Runs the main loop until @condition holds; gives up after ten seconds. */
#define plumb_ui_test_wait_until(condition) \
  G_STMT_START \
  { \
    gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; \
\
    while (!(condition)) { \
      g_assert_cmpint (g_get_monotonic_time (), <, deadline); \
      if (!g_main_context_iteration (NULL, FALSE)) { \
        g_usleep (1000); \
      } \
    } \
  } \
  G_STMT_END

G_END_DECLS
