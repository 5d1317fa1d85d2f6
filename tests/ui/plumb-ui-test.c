/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-ui-test.h"

#include <glib/gstdio.h>

void
plumb_ui_test_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

PlumbLibrary *
plumb_ui_test_open_library (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("PLUMB_LIBRARY_DIR"));
  g_autoptr (GError) error = NULL;
  PlumbLibrary *library = plumb_library_open (folder, NULL, &error);

  g_assert_no_error (error);

  return library;
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* A library as a teacher begins it: one topic, and nothing beside it. It is read, and gone from the disk. */
PlumbLibrary *
plumb_ui_test_open_small_library (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("plumb-small-XXXXXX", &error);
  g_autofree char *topics = g_build_filename (path, "topics", NULL);
  g_autofree char *library_path = g_build_filename (path, "library.json", NULL);
  g_autofree char *topic_path = g_build_filename (topics, "ponds.json", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  PlumbLibrary *library;

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (topics, 0700), ==, 0);
  write_file (path,
              "library.json",
              "{ \"format\": 1, \"id\": \"pond\", \"version\": \"1\", \"title\": \"Our pond\", "
              "\"licence\": \"CC-BY-SA-4.0\", \"lang\": \"en\", "
              "\"sections\": [{ \"id\": \"water\", \"title\": \"Water\" }] }");
  write_file (topics,
              "ponds.json",
              "{ \"format\": 1, \"id\": \"ponds\", \"section\": \"water\", \"title\": \"Ponds\", "
              "\"summary\": \"Ponds turn green.\", \"levels\": [{ \"level\": 1, \"blocks\": "
              "[{ \"id\": \"start\", \"type\": \"paragraph\", \"framing\": true, "
              "\"text\": \"A pond that was clear in April is green in July.\" }] }] }");
  library = plumb_library_open (folder, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpint (g_remove (topic_path), ==, 0);
  g_assert_cmpint (g_remove (library_path), ==, 0);
  g_assert_cmpint (g_rmdir (topics), ==, 0);
  g_assert_cmpint (g_rmdir (path), ==, 0);

  return library;
}

PlumbPreferences *
plumb_ui_test_new_preferences (void)
{
  g_autoptr (PlumbPolicy) policy = plumb_policy_new (NULL, 0);

  return plumb_preferences_new (APP_ID, PLUMB_STORE_MODE_SESSION, policy);
}

PlumbStore *
plumb_ui_test_new_store (void)
{
  return plumb_store_open (PLUMB_STORE_MODE_SESSION, NULL);
}

/* The first widget of a type in a tree. */
GtkWidget *
plumb_ui_test_find (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type)) {
    return root;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = plumb_ui_test_find (child, type);

    if (found != NULL) {
      return found;
    }
  }

  return NULL;
}

guint
plumb_ui_test_count (GtkWidget *root, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (root, type);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    n += plumb_ui_test_count (child, type);
  }

  return n;
}

/* The first label in a tree that says just this, and is not hidden by itself or by what it is in. */
GtkWidget *
plumb_ui_test_find_label (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root)) {
    return NULL;
  }
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text)) {
    return root;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = plumb_ui_test_find_label (child, text);

    if (found != NULL) {
      return found;
    }
  }

  return NULL;
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* Runs the main loop until the next frame of the window that @widget is in has been drawn. */
void
plumb_ui_test_wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (widget);
  plumb_ui_test_wait_until (painted);
  g_signal_handler_disconnect (clock, id);
}

/* Shows a widget in a window of its own and waits until it is drawn. */
GtkWidget *
plumb_ui_test_show (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  plumb_ui_test_wait_until (gtk_widget_get_mapped (widget));
  plumb_ui_test_wait_for_frame (widget);

  return window;
}

void
plumb_ui_test_count_notify_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  guint *n = user_data;

  *n += 1;
}
