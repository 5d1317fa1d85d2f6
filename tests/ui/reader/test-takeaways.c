/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-takeaways.h"
#include "plumb-ui-test.h"

static GtkWidget *
new_takeaways (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopic) topic = plumb_library_load_topic (library, "goodharts-law", NULL);

  g_assert_nonnull (topic);

  return g_object_ref_sink (plumb_takeaways_new (library, topic));
}

static void
test_new_destroy (void)
{
  GtkWidget *takeaways = new_takeaways ();

  g_assert_finalize_object (takeaways);
}

static void
test_audience (void)
{
  g_autoptr (GtkWidget) takeaways = new_takeaways ();
  GtkDropDown *choice;
  guint n = 0;

  plumb_takeaways_set_compact (PLUMB_TAKEAWAYS (takeaways), TRUE);
  choice = GTK_DROP_DOWN (plumb_ui_test_find (takeaways, GTK_TYPE_DROP_DOWN));
  g_assert_cmpstr (plumb_takeaways_get_audience (PLUMB_TAKEAWAYS (takeaways)), ==, "researcher");
  g_signal_connect (takeaways, "notify::audience", G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
  plumb_takeaways_set_audience (PLUMB_TAKEAWAYS (takeaways), "investor");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, 2);
  gtk_drop_down_set_selected (choice, 1);
  g_assert_cmpstr (plumb_takeaways_get_audience (PLUMB_TAKEAWAYS (takeaways)), ==, "builder");
  /* An audience that the topic does not know changes nothing. */
  plumb_takeaways_set_audience (PLUMB_TAKEAWAYS (takeaways), "astronaut");
  g_assert_cmpstr (plumb_takeaways_get_audience (PLUMB_TAKEAWAYS (takeaways)), ==, "builder");
}

static void
test_compact (void)
{
  g_autoptr (GtkWidget) takeaways = new_takeaways ();
  GtkWidget *tabs = plumb_ui_test_find (takeaways, ADW_TYPE_INLINE_VIEW_SWITCHER);
  GtkWidget *choice;
  guint n = 0;

  g_signal_connect (takeaways, "notify::compact", G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
  g_assert_true (gtk_widget_get_visible (tabs));
  g_assert_null (plumb_ui_test_find (takeaways, GTK_TYPE_DROP_DOWN));
  plumb_takeaways_set_compact (PLUMB_TAKEAWAYS (takeaways), TRUE);
  plumb_takeaways_set_compact (PLUMB_TAKEAWAYS (takeaways), TRUE);
  g_assert_cmpuint (n, ==, 1);
  choice = plumb_ui_test_find (takeaways, GTK_TYPE_DROP_DOWN);
  g_assert_false (gtk_widget_get_visible (tabs));
  g_assert_true (gtk_widget_get_visible (choice));
  gtk_test_accessible_assert_role (choice, GTK_ACCESSIBLE_ROLE_COMBO_BOX);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (choice),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

/* What the tabs hold that is not shown is made when it is shown, or asked for. */
static void
test_built_when_needed (void)
{
  g_autoptr (GtkWidget) takeaways = new_takeaways ();
  PlumbTakeaways *self = PLUMB_TAKEAWAYS (takeaways);

  g_assert_false (plumb_takeaways_is_complete (self));
  g_assert_cmpuint (plumb_ui_test_count (takeaways, GTK_TYPE_GRID), ==, 1);
  plumb_takeaways_set_audience (self, "curious");
  g_assert_cmpuint (plumb_ui_test_count (takeaways, GTK_TYPE_GRID), ==, 2);
  while (plumb_takeaways_build_next (self)) {
    g_assert_cmpuint (plumb_ui_test_count (takeaways, GTK_TYPE_GRID), <=, 4);
  }
  g_assert_true (plumb_takeaways_is_complete (self));
  g_assert_cmpuint (plumb_ui_test_count (takeaways, GTK_TYPE_GRID), ==, 4);
}

/* Whatever the width, no label is cut short. */
static void
test_fits_a_phone (void)
{
  GtkWidget *takeaways = new_takeaways ();
  int minimum;

  plumb_takeaways_set_compact (PLUMB_TAKEAWAYS (takeaways), TRUE);
  gtk_widget_measure (takeaways, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 312);
  g_assert_finalize_object (takeaways);
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/takeaways/new-destroy", test_new_destroy);
  g_test_add_func ("/takeaways/audience", test_audience);
  g_test_add_func ("/takeaways/compact", test_compact);
  g_test_add_func ("/takeaways/built-when-needed", test_built_when_needed);
  g_test_add_func ("/takeaways/fits-a-phone", test_fits_a_phone);

  return g_test_run ();
}
