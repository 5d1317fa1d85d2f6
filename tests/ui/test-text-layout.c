/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-text-layout.h"
#include "plumb-ui-test.h"

static const char text[] =
    "A measure that becomes a target is a worse measure, in whatever script: \xe5\xaf\xb9\xe9\xbd\x90.";

static GtkWidget *
new_label (GtkLayoutManager *layout)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (layout != NULL) {
    gtk_widget_set_layout_manager (label, layout);
  }

  return g_object_ref_sink (label);
}

static void
test_new_destroy (void)
{
  GtkLayoutManager *layout = plumb_text_layout_new (5);
  GtkWidget *label = new_label (g_object_ref (layout));

  g_assert_cmpint (gtk_widget_get_request_mode (label), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  g_assert_finalize_object (label);
  g_assert_finalize_object (layout);
}

/* How wide it is says the layout without setting the text; and nothing wraps in the width that it would like. */
static void
test_width (void)
{
  g_autoptr (GtkWidget) label = new_label (plumb_text_layout_new (5));
  g_autoptr (GtkWidget) any = new_label (plumb_text_layout_new (0));
  g_autoptr (GtkWidget) plain = new_label (NULL);
  PangoLayout *set = gtk_label_get_layout (GTK_LABEL (label));
  guint serial = pango_layout_get_serial (set);
  int minimum, natural, widest;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_true (gtk_label_get_layout (GTK_LABEL (label)) == set);
  g_assert_cmpuint (pango_layout_get_serial (set), ==, serial);

  gtk_widget_measure (plain, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &widest, NULL, NULL);
  g_assert_cmpint (minimum, >, 30);
  g_assert_cmpint (minimum, <, 200);
  g_assert_cmpint (natural, >=, widest);

  gtk_widget_measure (any, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
}

/* At any width it is as high as a label is, and the height is no other once it has its place. */
static void
test_height (void)
{
  const int widths[] = { 120, 200, 333, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    g_autoptr (GtkWidget) label = new_label (plumb_text_layout_new (5));
    g_autoptr (GtkWidget) plain = new_label (NULL);
    PangoLayout *set = gtk_label_get_layout (GTK_LABEL (label));
    guint serial;
    int height, expected;

    gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, widths[i], &height, NULL, NULL, NULL);
    gtk_widget_measure (plain, GTK_ORIENTATION_VERTICAL, widths[i], &expected, NULL, NULL, NULL);
    g_assert_cmpint (height, ==, expected);

    serial = pango_layout_get_serial (set);
    gtk_widget_size_allocate (label, &(GtkAllocation) { 0, 0, widths[i], height }, -1);
    g_assert_cmpint (pango_layout_get_width (gtk_label_get_layout (GTK_LABEL (label))),
                     ==,
                     widths[i] * PANGO_SCALE);
    g_assert_cmpuint (pango_layout_get_serial (set), ==, serial);
  }
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/text-layout/new-destroy", test_new_destroy);
  g_test_add_func ("/text-layout/width", test_width);
  g_test_add_func ("/text-layout/height", test_height);

  return g_test_run ();
}
