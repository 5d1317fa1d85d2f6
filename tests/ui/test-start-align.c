/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-start-align.h"
#include "plumb-ui-test.h"

/* How far the short last line stands from the left of the text, and from the right, in Pango's units. */
static void
measure (GtkLabel *label, int *left, int *right)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle line;

  while (pango_layout_iter_next_line (iter)) {
  }
  pango_layout_iter_get_line_extents (iter, NULL, &line);
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
  *left = line.x;
  *right = pango_layout_get_width (layout) - line.x - line.width;
  pango_layout_iter_free (iter);
}

#define ENGLISH "What you asked for, and what you meant by it: yes"
#define ARABIC "ما طلبته وما كنت تعنيه به حين طلبته في ذلك اليوم: نعم"

static void
test_lines (void)
{
  static const struct {
    const char *text;
    GtkTextDirection direction;
  } cases[] = {
    { ENGLISH, GTK_TEXT_DIR_LTR },
    { ENGLISH, GTK_TEXT_DIR_RTL },
    { ARABIC, GTK_TEXT_DIR_LTR },
    { ARABIC, GTK_TEXT_DIR_RTL },
  };
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  GtkWidget *window;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  plumb_start_align (GTK_LABEL (label));
  window = plumb_ui_test_show (label, 300, 200);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gboolean rtl = cases[i].direction == GTK_TEXT_DIR_RTL;
    int left, right;

    g_test_message ("%s, %s", cases[i].text, rtl ? "from right to left" : "from left to right");
    /* In either order: the words of a row change, and so does the direction. */
    if (i % 2 == 0) {
      gtk_widget_set_direction (label, cases[i].direction);
      gtk_label_set_text (GTK_LABEL (label), cases[i].text);
    } else {
      gtk_label_set_text (GTK_LABEL (label), cases[i].text);
      gtk_widget_set_direction (label, cases[i].direction);
    }
    plumb_ui_test_wait_for_frame (label);
    measure (GTK_LABEL (label), &left, &right);
    if (rtl) {
      g_assert_cmpint (left, >, right);
    } else {
      g_assert_cmpint (left, <, right);
    }
  }

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (label);
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/start-align/lines", test_lines);

  return g_test_run ();
}
