/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-read-marks.h"

#include "plumb-ui-test.h"

static void
test_new_destroy (void)
{
  GtkWidget *marks = g_object_ref_sink (plumb_read_marks_new ());

  g_assert_cmpuint (plumb_read_marks_get_levels (PLUMB_READ_MARKS (marks)), ==, 7);
  g_assert_cmpuint (plumb_read_marks_get_read (PLUMB_READ_MARKS (marks)), ==, 0);
  gtk_test_accessible_assert_role (marks, GTK_ACCESSIBLE_ROLE_NONE);
  g_assert_finalize_object (marks);
}

static void
test_properties (void)
{
  const char *const names[] = { "levels", "read" };
  g_autoptr (GtkWidget) marks = g_object_ref_sink (plumb_read_marks_new ());

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *signal = g_strconcat ("notify::", names[i], NULL);
    guint n = 0, value;

    g_signal_connect (marks, signal, G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
    g_object_set (marks, names[i], 5, NULL);
    g_object_set (marks, names[i], 5, NULL);
    g_object_get (marks, names[i], &value, NULL);
    g_assert_cmpuint (value, ==, 5);
    g_assert_cmpuint (n, ==, 1);
    g_signal_handlers_disconnect_by_data (marks, &n);
  }

  plumb_read_marks_set_read (PLUMB_READ_MARKS (marks), 0xff);
  g_assert_cmpuint (plumb_read_marks_get_read (PLUMB_READ_MARKS (marks)), ==, 7);
}

static void
count_nodes (GskRenderNode *node, guint *n_fills, guint *n_strokes)
{
  if (node == NULL) {
    return;
  }

  switch ((int) gsk_render_node_get_node_type (node)) {
  case GSK_CONTAINER_NODE:
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++) {
      count_nodes (gsk_container_node_get_child (node, i), n_fills, n_strokes);
    }
    break;
  case GSK_TRANSFORM_NODE:
    count_nodes (gsk_transform_node_get_child (node), n_fills, n_strokes);
    break;
  case GSK_FILL_NODE:
    *n_fills += 1;
    break;
  case GSK_STROKE_NODE:
    *n_strokes += 1;
    break;
  default:
    g_assert_not_reached ();
  }
}

/* What was read is filled, the rest is drawn round, and a level that is not there is not drawn. */
static void
test_drawing (void)
{
  const struct {
    guint levels;
    guint read;
    guint n_fills;
    guint n_strokes;
  } cases[] = {
    { 7, 0, 0, 1 }, { 7, 7, 1, 0 }, { 7, 2, 1, 1 }, { 1, 1, 1, 0 }, { 1, 6, 0, 1 }, { 0, 7, 0, 0 },
  };
  GtkWidget *marks = plumb_read_marks_new ();
  GtkWidget *window = plumb_ui_test_show (marks, 100, 100);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
    g_autoptr (GskRenderNode) node = NULL;
    guint n_fills = 0, n_strokes = 0;

    g_object_set (marks, "levels", cases[i].levels, "read", cases[i].read, NULL);
    GTK_WIDGET_GET_CLASS (marks)->snapshot (marks, snapshot);
    node = gtk_snapshot_to_node (snapshot);
    count_nodes (node, &n_fills, &n_strokes);
    g_assert_cmpuint (n_fills, ==, cases[i].n_fills);
    g_assert_cmpuint (n_strokes, ==, cases[i].n_strokes);
  }

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
get_size (GtkWidget *marks, int *width, int *height)
{
  gtk_widget_measure (marks, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  gtk_widget_measure (marks, GTK_ORIENTATION_VERTICAL, -1, NULL, height, NULL, NULL);
}

static void
test_size (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *marks = plumb_read_marks_new ();
  GtkWidget *window = plumb_ui_test_show (marks, 100, 100);
  int width, height, large_width, large_height;

  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  plumb_ui_test_wait_for_frame (marks);
  get_size (marks, &width, &height);
  g_assert_cmpint (height, >, 0);
  g_assert_cmpint (width, >, 3 * height);

  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  plumb_ui_test_wait_for_frame (marks);
  get_size (marks, &large_width, &large_height);
  g_assert_cmpint (large_height, >=, 2 * height - 1);
  g_assert_cmpint (large_height, <=, 2 * height + 1);
  g_assert_cmpint (large_width, >, width);

  gtk_settings_reset_property (settings, "gtk-xft-dpi");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/read-marks/new-destroy", test_new_destroy);
  g_test_add_func ("/ui/read-marks/properties", test_properties);
  g_test_add_func ("/ui/read-marks/drawing", test_drawing);
  g_test_add_func ("/ui/read-marks/size", test_size);

  return g_test_run ();
}
