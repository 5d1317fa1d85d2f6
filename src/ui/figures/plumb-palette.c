/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-palette.h"

#include <math.h>

/* What may stand beside the accent colour, in order of preference. Each has a contrast of 3:1 or more against the page
 * and against a card in its scheme. They differ in lightness as well as in hue, so that four of them, with any of the
 * desktop's accents as the first, stay apart for readers who do not see all hues. */
static const guint32 light_colors[] = {
  0xbb6802, 0x5f8f54, 0x5b5cb7, 0x4f0913, 0x22136a, 0x9260da
};
static const guint32 dark_colors[] = { 0xdb551d, 0xe3769b, 0xd9f95f, 0x80e1fe, 0x3f82f0, 0xb095a6 };

/* Colours that are at least this far apart are taken in order of preference. */
#define FAR_ENOUGH 0.13

typedef struct {
  double m[9];
} Matrix;

/* How linear sRGB looks without deficiency and with a severe deficiency of the red, green and blue cones (Machado, Oliveira and
 * Fernandes, “A physiologically-based model for simulation of color vision deficiency”, 2009). */
static const Matrix visions[] = {
  { { 1, 0, 0, 0, 1, 0, 0, 0, 1 } },
  { { 0.152286,
      1.052583,
      -0.204868,
      0.114503,
      0.786281,
      0.099216,
      -0.003882,
      -0.048116,
      1.051998 } },
  { { 0.367322,
      0.860646,
      -0.227968,
      0.280085,
      0.672501,
      0.047413,
      -0.011820,
      0.042940,
      0.968881 } },
  { { 1.255528,
      -0.076749,
      -0.178779,
      -0.078411,
      0.930809,
      0.147602,
      0.004733,
      0.691367,
      0.303900 } },
};

/* From linear sRGB to cones, and from the cube roots of these to lightness and two opponent axes (Ottosson, “A perceptual
 * color space for image processing”, 2020). */
static const Matrix to_cones = { { 0.4122214708,
                                   0.5363325363,
                                   0.0514459929,
                                   0.2119034982,
                                   0.6806995451,
                                   0.1073969566,
                                   0.0883024619,
                                   0.2817188376,
                                   0.6299787005 } };
static const Matrix to_oklab = { { 0.2104542553,
                                   0.7936177850,
                                   -0.0040720468,
                                   1.9779984951,
                                   -2.4285922050,
                                   0.4505937099,
                                   0.0259040371,
                                   0.7827717662,
                                   -0.8086757660 } };

static void
multiply (const Matrix *matrix, const double in[3], double out[3])
{
  for (guint i = 0; i < 3; i++) {
    out[i] = matrix->m[3 * i] * in[0] + matrix->m[3 * i + 1] * in[1] + matrix->m[3 * i + 2] * in[2];
  }
}

static double
linear (double component)
{
  return component <= 0.04045 ? component / 12.92 : pow ((component + 0.055) / 1.055, 2.4);
}

static void
seen (PlumbColor color, const Matrix *vision, double lab[3])
{
  double rgb[3] = { linear (color.red), linear (color.green), linear (color.blue) };
  double look[3], cones[3];

  multiply (vision, rgb, look);
  for (guint i = 0; i < 3; i++) {
    look[i] = MAX (look[i], 0);
  }
  multiply (&to_cones, look, cones);
  for (guint i = 0; i < 3; i++) {
    cones[i] = cbrt (cones[i]);
  }
  multiply (&to_oklab, cones, lab);
}

static double
luminance (PlumbColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

/**
 * plumb_color_from_hex:
 * @hex: a colour as `0xrrggbb`
 *
 * Returns: the colour
 */
PlumbColor
plumb_color_from_hex (guint32 hex)
{
  return (PlumbColor) { ((hex >> 16) & 0xff) / 255.0,
                        ((hex >> 8) & 0xff) / 255.0,
                        (hex & 0xff) / 255.0 };
}

/**
 * plumb_color_contrast:
 * @a: a colour
 * @b: another
 *
 * Finds the contrast ratio of WCAG 2.2. Graphics ask for 3.
 *
 * Returns: the ratio, from 1 to 21
 */
double
plumb_color_contrast (PlumbColor a, PlumbColor b)
{
  double one = luminance (a) + 0.05;
  double other = luminance (b) + 0.05;

  return MAX (one, other) / MIN (one, other);
}

/**
 * plumb_color_distance:
 * @a: a colour
 * @b: another
 *
 * Finds how far apart two colours are for the reader to whom they look most alike: one who sees all hues, or one who lacks one
 * kind of cones.
 *
 * Returns: the distance in Oklab; black and white are 1 apart
 */
double
plumb_color_distance (PlumbColor a, PlumbColor b)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (visions); i++) {
    double one[3], other[3];

    seen (a, &visions[i], one);
    seen (b, &visions[i], other);
    nearest = MIN (nearest,
                   sqrt ((one[0] - other[0]) * (one[0] - other[0]) +
                         (one[1] - other[1]) * (one[1] - other[1]) +
                         (one[2] - other[2]) * (one[2] - other[2])));
  }

  return nearest;
}

/**
 * plumb_palette_pick:
 * @accent: the desktop's accent colour, as it is used on a page
 * @dark: whether the page is dark
 * @colors: (out caller-allocates) (array fixed-size=4): the colours of four series
 *
 * Chooses colours that are told apart from each other and from the page. The first one is the accent.
 */
void
plumb_palette_pick (PlumbColor accent, gboolean dark, PlumbColor colors[PLUMB_PALETTE_SIZE])
{
  const guint32 *offered = dark ? dark_colors : light_colors;
  gsize n_offered = dark ? G_N_ELEMENTS (dark_colors) : G_N_ELEMENTS (light_colors);

  colors[0] = accent;

  for (guint n = 1; n < PLUMB_PALETTE_SIZE; n++) {
    double best = -1;

    for (gsize i = 0; i < n_offered && best < FAR_ENOUGH; i++) {
      PlumbColor color = plumb_color_from_hex (offered[i]);
      double nearest = G_MAXDOUBLE;

      for (guint j = 0; j < n; j++) {
        nearest = MIN (nearest, plumb_color_distance (color, colors[j]));
      }
      if (nearest > best) {
        best = nearest;
        colors[n] = color;
      }
    }
  }
}
