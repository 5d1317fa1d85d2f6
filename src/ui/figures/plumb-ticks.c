/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-ticks.h"

#include <math.h>
#include <string.h>

/* More digits than this do not fit under a tick, and are noise of the binary fraction. */
#define MAX_DECIMALS 6

/* Quotients of steps that are not binary fractions land a little beside whole numbers. */
#define SLACK 1e-9

/* The smallest of 1, 2 and 5 times a power of ten that is at least @rough (Heckbert, “Nice numbers for graph labels”,
 * Graphics Gems, 1990, with the rounding up that keeps the number of ticks below what was wanted). */
static double
nice_step (double rough)
{
  double magnitude = pow (10, floor (log10 (rough)));
  double fraction = rough / magnitude;

  if (fraction <= 1 + SLACK) {
    return magnitude;
  }
  if (fraction <= 2 + SLACK) {
    return 2 * magnitude;
  }
  if (fraction <= 5 + SLACK) {
    return 5 * magnitude;
  }

  return 10 * magnitude;
}

static guint
step_decimals (double step)
{
  double digits = -floor (log10 (step) + SLACK);

  return (guint) CLAMP (digits, 0, MAX_DECIMALS);
}

/* Puts a range in order, and opens one that has no length, or no meaning, so that a step can be found for it. */
static void
mend_range (double *min, double *max)
{
  if (!isfinite (*min) || !isfinite (*max)) {
    *min = 0;
    *max = 1;
  }
  if (*min > *max) {
    double swap = *min;

    *min = *max;
    *max = swap;
  }
  if (*max - *min < fabs (*max) * 1e-12 || *max == *min) {
    double margin = *max == 0 ? 1 : fabs (*max) / 2;

    *min -= *max == 0 ? 0 : margin;
    *max += margin;
  }
}

/**
 * plumb_ticks_around:
 * @min: the smallest value
 * @max: the largest value
 * @wanted: about how many ticks there is room for; at least 2
 *
 * Finds round numbers that enclose a range: the first tick is at most @min and the last at least @max. For the axis
 * that values are read on.
 *
 * Returns: the ticks, at most @wanted and one more
 */
PlumbTicks
plumb_ticks_around (double min, double max, guint wanted)
{
  PlumbTicks ticks;

  mend_range (&min, &max);
  ticks.step = nice_step ((max - min) / (MAX (wanted, 2) - 1));
  ticks.first = floor (min / ticks.step + SLACK) * ticks.step;
  ticks.n = (guint) (ceil (max / ticks.step - SLACK) - floor (min / ticks.step + SLACK)) + 1;
  ticks.decimals = step_decimals (ticks.step);

  return ticks;
}

/**
 * plumb_ticks_within:
 * @min: the smallest value
 * @max: the largest value
 * @wanted: about how many ticks there is room for; at least 2
 *
 * Finds round numbers inside a range. For an axis that ends where the data end, as time does.
 *
 * Returns: the ticks, at most @wanted
 */
PlumbTicks
plumb_ticks_within (double min, double max, guint wanted)
{
  PlumbTicks ticks;
  double from, to;

  mend_range (&min, &max);
  ticks.step = nice_step ((max - min) / (MAX (wanted, 2) - 1));
  from = ceil (min / ticks.step - SLACK);
  to = floor (max / ticks.step + SLACK);
  if (to < from) {
    /* With two ticks wanted, the step can be longer than the range and jump over it. */
    ticks.step = nice_step ((max - min) / 3);
    from = ceil (min / ticks.step - SLACK);
    to = floor (max / ticks.step + SLACK);
  }
  ticks.first = from * ticks.step;
  ticks.n = (guint) (to - from) + 1;
  ticks.decimals = step_decimals (ticks.step);

  return ticks;
}

/**
 * plumb_ticks_get:
 * @ticks: ticks
 * @position: from 0
 *
 * Returns: the value of a tick, exactly zero at zero
 */
double
plumb_ticks_get (const PlumbTicks *ticks, guint position)
{
  double value = ticks->first + position * ticks->step;

  /* Adding steps of a tenth ends beside zero, which would be written “−0.0”. */
  return fabs (value) < ticks->step * SLACK ? 0 : value;
}

/**
 * plumb_ticks_last:
 * @ticks: ticks
 *
 * Returns: the value of the last tick
 */
double
plumb_ticks_last (const PlumbTicks *ticks)
{
  return plumb_ticks_get (ticks, ticks->n - 1);
}

/**
 * plumb_number_decimals:
 * @value: a number
 *
 * Returns: how many digits after the point it takes to write @value as its author did, at most 6
 */
guint
plumb_number_decimals (double value)
{
  for (guint decimals = 0; decimals < MAX_DECIMALS; decimals++) {
    double scaled = value * pow (10, decimals);

    if (fabs (scaled - round (scaled)) < 1e-6 * MAX (1, fabs (scaled) * 1e-6)) {
      return decimals;
    }
  }

  return MAX_DECIMALS;
}

/**
 * plumb_number_format:
 * @value: a number
 * @decimals: digits after the point
 *
 * Writes a number as the locale does, with a true minus sign. Thousands are set apart from five digits on, so that years
 * stay years.
 *
 * Returns: (transfer full): the number
 */
char *
plumb_number_format (double value, guint decimals)
{
  g_autofree char *text = NULL;

  if (fabs (value) < 0.5 * pow (10, -(double) decimals)) {
    value = 0;
  }

  if (fabs (value) >= 1e15) {
    text = g_strdup_printf ("%.*g", 6, value);
  } else if (fabs (value) >= 10000) {
    text = g_strdup_printf ("%'.*f", (int) decimals, value);
  } else {
    text = g_strdup_printf ("%.*f", (int) decimals, value);
  }

  if (text[0] == '-') {
    return g_strconcat ("−", text + 1, NULL);
  }

  return g_steal_pointer (&text);
}
