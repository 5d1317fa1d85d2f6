/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlumbTicks:
 * @first: the lowest tick
 * @step: from one tick to the next; 1, 2 or 5 times a power of ten
 * @n: how many ticks there are; at least one
 * @decimals: how many digits after the point tell the ticks apart
 *
 * Round numbers along an axis.
 */
typedef struct {
  double first;
  double step;
  guint n;
  guint decimals;
} PlumbTicks;

PlumbTicks plumb_ticks_around (double min, double max, guint wanted);
PlumbTicks plumb_ticks_within (double min, double max, guint wanted);
double plumb_ticks_get (const PlumbTicks *ticks, guint position);
double plumb_ticks_last (const PlumbTicks *ticks);

guint plumb_number_decimals (double value);
char *plumb_number_format (double value, guint decimals);

G_END_DECLS
