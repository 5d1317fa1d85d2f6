/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-picture-draw.h"
#include "plumb-picture-view.h"
#include "plumb-ui-test.h"

#include <plumb-weighing.h>

typedef struct {
  PlumbLibrary *library;
  PlumbCruxSet *set;
  PlumbAnswers *answers;
  PlumbWeighing *weighing;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = plumb_ui_test_open_library ();
  fixture->set = plumb_crux_set_new_for_library (fixture->library, TRUE, NULL);
  fixture->answers = plumb_answers_new ();
  fixture->weighing = plumb_weighing_new (fixture->set, fixture->answers);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plumb_weighing_free (fixture->weighing);
  g_object_unref (fixture->answers);
  g_object_unref (fixture->set);
  g_object_unref (fixture->library);
}

static PlumbPicture *
plan_cb (const PlumbPictureStyle *style, gpointer user_data)
{
  Fixture *fixture = user_data;

  return plumb_picture_new_scales (fixture->weighing, style);
}

static void
test_new_destroy (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = g_object_ref_sink (plumb_picture_view_new ());
  int natural;

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  /* With nothing to show it takes no room. */
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 300, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 0);
  g_assert_null (plumb_picture_view_get_description (PLUMB_PICTURE_VIEW (view)));
  g_assert_finalize_object (view);
}

/* Who does not see it hears all the numbers, and hears them anew when they change. */
static void
test_describes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = g_object_ref_sink (plumb_picture_view_new ());
  GtkWidget *window;
  g_autofree char *before = NULL;
  const char *id = plumb_crux_set_get_crux (fixture->set, 0)->id;

  plumb_picture_view_set_plan_func (PLUMB_PICTURE_VIEW (view), plan_cb, fixture);
  window = plumb_ui_test_show (view, 320, 400);
  plumb_ui_test_wait_for_frame (view);
  before = g_strdup (plumb_picture_view_get_description (PLUMB_PICTURE_VIEW (view)));
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, before);

  plumb_answers_set_likelihood (fixture->answers, id, 0);
  plumb_weighing_free (fixture->weighing);
  fixture->weighing = plumb_weighing_new (fixture->set, fixture->answers);
  plumb_picture_view_update (PLUMB_PICTURE_VIEW (view));
  g_assert_cmpstr (plumb_picture_view_get_description (PLUMB_PICTURE_VIEW (view)), !=, before);
  plumb_ui_test_wait_for_frame (view);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

/* It fits a phone, and where it is too narrow for the type of the page its own is smaller. */
static void
test_measures (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = g_object_ref_sink (plumb_picture_view_new ());
  int minimum, wide, narrow;

  plumb_picture_view_set_plan_func (PLUMB_PICTURE_VIEW (view), plan_cb, fixture);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 500, &wide, NULL, NULL, NULL);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, minimum, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 328);
  g_assert_cmpint (wide, >, 0);
  g_assert_cmpint (narrow, >, 0);
  g_assert_cmpint (narrow, <, wide);
  g_assert_finalize_object (view);
}

static void
test_png (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = g_object_ref_sink (plumb_picture_view_new ());
  const PlumbPictureStyle style = { .width = 400, .em = 16, .heading = TRUE };
  g_autoptr (PlumbPicture) picture = plumb_picture_new_scales (fixture->weighing, &style);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  g_assert_null (plumb_picture_to_png (picture, view));
  window = plumb_ui_test_show (view, 320, 400);
  bytes = plumb_picture_to_png (picture, view);
  g_assert_nonnull (bytes);
  texture = gdk_texture_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2 * (400 + 32));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  ADD ("/ui/picture-view/new-destroy", test_new_destroy);
  ADD ("/ui/picture-view/describes", test_describes);
  ADD ("/ui/picture-view/measures", test_measures);
  ADD ("/ui/picture-view/png", test_png);

  return g_test_run ();
}
