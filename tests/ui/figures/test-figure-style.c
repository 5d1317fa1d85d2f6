/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "figure-fixtures.h"
#include "plumb-figure-style.h"

/* A place as wide as the longest word breaks no word, and one that is a little narrower does. */
static void
test_longest_word (void)
{
  const char *const texts[] = {
    "Whoever runs them: limits and watching",
    "extraordinarily short",
    "A human-in-the-loop system",
    "34.7% of one group",
    "One line\nand another",
    "من يملك النموذج",
    "word",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    for (int scale = 1; scale <= 2; scale++) {
      g_auto (PlumbFigureStyle) style = { NULL };
      g_autoptr (PangoLayout) wrapped = NULL;
      double width;

      fixture_style (&style, i == 5 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR, 11);
      width = plumb_figure_style_longest_word (&style, texts[i], scale, PANGO_WEIGHT_BOLD);

      wrapped = plumb_figure_style_layout (&style, texts[i], scale, PANGO_WEIGHT_BOLD, 0);
      pango_layout_set_wrap (wrapped, PANGO_WRAP_WORD);
      g_assert_cmpfloat (ABS (width - plumb_figure_layout_width (wrapped)), <=, 1);
    }
  }
}

static void
test_no_word (void)
{
  g_auto (PlumbFigureStyle) style = { NULL };

  fixture_style (&style, GTK_TEXT_DIR_LTR, 11);
  g_assert_cmpfloat (plumb_figure_style_longest_word (&style, "", 1, PANGO_WEIGHT_NORMAL), ==, 0);
  g_assert_cmpfloat (plumb_figure_style_longest_word (&style, " \n ", 1, PANGO_WEIGHT_NORMAL),
                     ==,
                     0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/figures/figure-style/longest-word", test_longest_word);
  g_test_add_func ("/figures/figure-style/no-word", test_no_word);

  return g_test_run ();
}
