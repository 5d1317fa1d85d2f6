/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "plumb-palette.h"

static const AdwAccentColor accents[] = {
  ADW_ACCENT_COLOR_BLUE,   ADW_ACCENT_COLOR_TEAL,   ADW_ACCENT_COLOR_GREEN,
  ADW_ACCENT_COLOR_YELLOW, ADW_ACCENT_COLOR_ORANGE, ADW_ACCENT_COLOR_RED,
  ADW_ACCENT_COLOR_PINK,   ADW_ACCENT_COLOR_PURPLE, ADW_ACCENT_COLOR_SLATE,
};

/* The page, a card on it, and the sidebar: whatever a chart may stand on. */
static const guint32 light_pages[] = { 0xffffff, 0xfafafb };
static const guint32 dark_pages[] = { 0x1d1d20, 0x222226, 0x2e2e32 };

static void
test_contrast_extremes (void)
{
  PlumbColor black = plumb_color_from_hex (0x000000);
  PlumbColor white = plumb_color_from_hex (0xffffff);

  g_assert_cmpfloat_with_epsilon (plumb_color_contrast (black, white), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (plumb_color_contrast (white, black), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (plumb_color_contrast (white, white), 1, 0.001);
}

static void
test_distance (void)
{
  PlumbColor black = plumb_color_from_hex (0x000000);
  PlumbColor white = plumb_color_from_hex (0xffffff);
  /* The red and the green that many readers cannot tell apart. */
  PlumbColor red = plumb_color_from_hex (0xb04040);
  PlumbColor green = plumb_color_from_hex (0x6b6b2c);

  g_assert_cmpfloat_with_epsilon (plumb_color_distance (black, white), 1, 0.01);
  g_assert_cmpfloat_with_epsilon (plumb_color_distance (red, red), 0, 0.001);
  g_assert_cmpfloat (plumb_color_distance (red, green), <, 0.1);
}

static void
check (gboolean dark, const guint32 *pages, gsize n_pages)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accents); i++) {
    PlumbColor colors[PLUMB_PALETTE_SIZE];
    GdkRGBA rgba;

    g_test_message ("accent %d", accents[i]);
    adw_accent_color_to_standalone_rgba (accents[i], dark, &rgba);
    plumb_palette_pick ((PlumbColor) { rgba.red, rgba.green, rgba.blue }, dark, colors);

    for (guint j = 0; j < PLUMB_PALETTE_SIZE; j++) {
      for (gsize k = 0; k < n_pages; k++) {
        g_assert_cmpfloat (plumb_color_contrast (colors[j], plumb_color_from_hex (pages[k])),
                           >=,
                           3);
      }
      for (guint k = 0; k < j; k++) {
        g_assert_cmpfloat (plumb_color_distance (colors[j], colors[k]), >=, 0.12);
      }
    }
  }
}

static void
test_light (void)
{
  check (FALSE, light_pages, G_N_ELEMENTS (light_pages));
}

static void
test_dark (void)
{
  check (TRUE, dark_pages, G_N_ELEMENTS (dark_pages));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/palette/contrast", test_contrast_extremes);
  g_test_add_func ("/figures/palette/distance", test_distance);
  g_test_add_func ("/figures/palette/light", test_light);
  g_test_add_func ("/figures/palette/dark", test_dark);

  return g_test_run ();
}
