/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-depth-gauge.h"
#include "plumb-ui-test.h"

static void
test_new_destroy (void)
{
  for (int orientation = 0; orientation < 2; orientation++) {
    GtkWidget *gauge = g_object_ref_sink (plumb_depth_gauge_new (orientation));

    g_assert_cmpint (plumb_depth_gauge_get_level (PLUMB_DEPTH_GAUGE (gauge)), ==, 1);
    g_assert_finalize_object (gauge);
  }
}

static void
test_level_notifies (void)
{
  g_autoptr (GtkWidget)
      gauge = g_object_ref_sink (plumb_depth_gauge_new (GTK_ORIENTATION_VERTICAL));
  guint n = 0;

  g_signal_connect (gauge, "notify::level", G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
  plumb_depth_gauge_set_level (PLUMB_DEPTH_GAUGE (gauge), 2);
  g_assert_cmpuint (n, ==, 1);
  plumb_depth_gauge_set_level (PLUMB_DEPTH_GAUGE (gauge), 2);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_says_its_value (void)
{
  g_autoptr (GtkWidget)
      gauge = g_object_ref_sink (plumb_depth_gauge_new (GTK_ORIENTATION_VERTICAL));
  GtkWidget *scale = plumb_ui_test_find (gauge, GTK_TYPE_SCALE);
  const char *const texts[] = { "Level 1 of 3, Essentials",
                                "Level 2 of 3, Working knowledge",
                                "Level 3 of 3, Technical" };

  gtk_test_accessible_assert_role (scale, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL, "Depth");
  for (int level = 1; level <= 3; level++) {
    plumb_depth_gauge_set_level (PLUMB_DEPTH_GAUGE (gauge), level);
    gtk_test_accessible_assert_property (scale,
                                         GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                         texts[level - 1]);
  }
}

static void
test_rounds (void)
{
  g_autoptr (GtkWidget)
      gauge = g_object_ref_sink (plumb_depth_gauge_new (GTK_ORIENTATION_VERTICAL));
  GtkRange *range = GTK_RANGE (plumb_ui_test_find (gauge, GTK_TYPE_SCALE));
  const struct {
    double value;
    int level;
  } cases[] = { { 2.4, 2 }, { 2.6, 3 }, { 1.49, 1 }, { 3, 3 }, { -7, 1 }, { 99, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gtk_range_set_value (range, cases[i].value);
    g_assert_cmpint (plumb_depth_gauge_get_level (PLUMB_DEPTH_GAUGE (gauge)), ==, cases[i].level);
    g_assert_cmpfloat (gtk_range_get_value (range), ==, cases[i].level);
  }
}

static void
test_missing_levels (void)
{
  g_autoptr (GtkWidget)
      gauge = g_object_ref_sink (plumb_depth_gauge_new (GTK_ORIENTATION_VERTICAL));
  GtkWidget *scale = plumb_ui_test_find (gauge, GTK_TYPE_SCALE);

  plumb_depth_gauge_set_levels (PLUMB_DEPTH_GAUGE (gauge), 0x5);
  gtk_range_set_value (GTK_RANGE (scale), 2);
  g_assert_cmpint (plumb_depth_gauge_get_level (PLUMB_DEPTH_GAUGE (gauge)), ==, 1);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), ==, 1);
  gtk_range_set_value (GTK_RANGE (scale), 3);
  g_assert_cmpint (plumb_depth_gauge_get_level (PLUMB_DEPTH_GAUGE (gauge)), ==, 3);

  plumb_depth_gauge_set_levels (PLUMB_DEPTH_GAUGE (gauge), 0x1);
  g_assert_false (gtk_widget_get_sensitive (scale));
}

static void
assert_at_side (GtkTextDirection direction, gboolean scale_right)
{
  GtkWidget *gauge = plumb_depth_gauge_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *scale;
  GtkWidget *window;
  graphene_rect_t bounds;

  gtk_widget_set_direction (gauge, direction);
  gtk_widget_set_halign (gauge, GTK_ALIGN_START);
  window = plumb_ui_test_show (gauge, 400, 400);
  scale = plumb_ui_test_find (gauge, GTK_TYPE_SCALE);
  g_assert_true (gtk_widget_compute_bounds (scale, gauge, &bounds));
  if (scale_right) {
    g_assert_cmpfloat (bounds.origin.x, >, 20);
  } else {
    g_assert_cmpfloat (bounds.origin.x, <, 20);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_mirrors (void)
{
  assert_at_side (GTK_TEXT_DIR_LTR, TRUE);
  assert_at_side (GTK_TEXT_DIR_RTL, FALSE);
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/depth-gauge/new-destroy", test_new_destroy);
  g_test_add_func ("/depth-gauge/level-notifies", test_level_notifies);
  g_test_add_func ("/depth-gauge/says-its-value", test_says_its_value);
  g_test_add_func ("/depth-gauge/rounds", test_rounds);
  g_test_add_func ("/depth-gauge/missing-levels", test_missing_levels);
  g_test_add_func ("/depth-gauge/mirrors", test_mirrors);

  return g_test_run ();
}
