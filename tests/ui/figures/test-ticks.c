/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <math.h>

#include "plumb-ticks.h"

static const struct {
  double min;
  double max;
  guint wanted;
  double first;
  double step;
  guint n;
  guint decimals;
} around[] = {
  { 0, 8, 5, 0, 2, 5, 0 },
  { 0, 10, 6, 0, 2, 6, 0 },
  { 0, 1, 6, 0, 0.2, 6, 1 },
  { 0, 0.3, 4, 0, 0.1, 4, 1 },
  { 0, 47, 6, 0, 10, 6, 0 },
  { 0, 13, 4, 0, 5, 4, 0 },
  { -3, 7, 6, -4, 2, 7, 0 },
  { -0.9, -0.1, 5, -1, 0.2, 6, 1 },
  { 0, 12345678, 5, 0, 5000000, 4, 0 },
  { 0.00012, 0.00048, 5, 0.0001, 0.0001, 5, 4 },
  /* No length: room is made on both sides; above zero only. */
  { 5, 5, 5, 2, 2, 4, 0 },
  { 0, 0, 3, 0, 0.5, 3, 1 },
  { -5, -5, 5, -8, 2, 4, 0 },
  /* The wrong way round, and not numbers. */
  { 8, 0, 5, 0, 2, 5, 0 },
  { NAN, 3, 3, 0, 0.5, 3, 1 },
  { 0, INFINITY, 3, 0, 0.5, 3, 1 },
  /* Nonsense is wanted. */
  { 0, 8, 0, 0, 10, 2, 0 },
};

static void
test_around (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (around); i++) {
    PlumbTicks ticks = plumb_ticks_around (around[i].min, around[i].max, around[i].wanted);

    g_test_message ("%g to %g", around[i].min, around[i].max);
    g_assert_cmpfloat_with_epsilon (ticks.step, around[i].step, 1e-9);
    g_assert_cmpfloat_with_epsilon (ticks.first, around[i].first, 1e-9);
    g_assert_cmpuint (ticks.n, ==, around[i].n);
    g_assert_cmpuint (ticks.decimals, ==, around[i].decimals);
  }
}

/* Whatever the range, the ticks enclose it, are few, and are round. */
static void
test_around_any (void)
{
  for (guint i = 0; i < 2000; i++) {
    double scale = pow (10, g_test_rand_double_range (-5, 8));
    double min = g_test_rand_double_range (-1, 1) * scale;
    double max = min + g_test_rand_double_range (0.01, 2) * scale;
    guint wanted = (guint) g_test_rand_int_range (3, 9);
    PlumbTicks ticks = plumb_ticks_around (min, max, wanted);
    double mantissa = ticks.step / pow (10, floor (log10 (ticks.step) + 1e-9));

    g_assert_cmpfloat (plumb_ticks_get (&ticks, 0), <=, min + scale * 1e-6);
    g_assert_cmpfloat (plumb_ticks_last (&ticks), >=, max - scale * 1e-6);
    g_assert_cmpuint (ticks.n, >=, 2);
    g_assert_cmpuint (ticks.n, <=, wanted + 1);
    g_assert_true (fabs (mantissa - 1) < 1e-6 || fabs (mantissa - 2) < 1e-6 ||
                   fabs (mantissa - 5) < 1e-6);
  }
}

static const struct {
  double min;
  double max;
  guint wanted;
  double first;
  double last;
  guint n;
} within[] = {
  { 0, 8, 5, 0, 8, 5 },
  { 1, 4, 4, 1, 4, 4 },
  { 2018, 2024, 4, 2018, 2024, 4 },
  { 0.5, 7.5, 5, 2, 6, 3 },
  { 3, 3, 5, 2, 4, 3 },
  { 0.1, 0.9, 2, 0.5, 0.5, 1 },
  { -1.5, 1.5, 4, -1, 1, 3 },
  { 2019, 2021, 2, 2020, 2020, 1 },
};

static void
test_within (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (within); i++) {
    PlumbTicks ticks = plumb_ticks_within (within[i].min, within[i].max, within[i].wanted);

    g_test_message ("%g to %g", within[i].min, within[i].max);
    g_assert_cmpfloat_with_epsilon (plumb_ticks_get (&ticks, 0), within[i].first, 1e-9);
    g_assert_cmpfloat_with_epsilon (plumb_ticks_last (&ticks), within[i].last, 1e-9);
    g_assert_cmpuint (ticks.n, ==, within[i].n);
  }
}

static void
test_zero (void)
{
  PlumbTicks ticks = plumb_ticks_around (-0.3, 0.3, 7);
  gboolean found = FALSE;

  for (guint i = 0; i < ticks.n; i++) {
    double value = plumb_ticks_get (&ticks, i);

    if (fabs (value) < 1e-6) {
      g_assert_cmpfloat (value, ==, 0);
      found = TRUE;
    }
  }
  g_assert_true (found);
}

static const struct {
  double value;
  guint decimals;
  const char *text;
} formats[] = {
  { 0, 0, "0" },         { -0.0, 0, "0" },      { -0.04, 1, "0.0" }, { 4.5, 1, "4.5" },
  { -3.25, 2, "−3.25" }, { 2024, 0, "2024" },   { 13, 1, "13.0" },   { 1e15, 0, "1e+15" },
  { -1, 0, "−1" },       { 0.475, 3, "0.475" },
};

static void
test_format (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *text = plumb_number_format (formats[i].value, formats[i].decimals);

    g_assert_cmpstr (text, ==, formats[i].text);
  }
}

static const struct {
  double value;
  guint decimals;
} decimals[] = {
  { 0, 0 },   { 8, 0 },   { 0.5, 1 },     { 0.475, 3 },     { 1.1, 1 }, { -2.25, 2 },
  { 1e9, 0 }, { 0.1, 1 }, { 1.0 / 3, 6 }, { 1234567.5, 1 }, { 0.3, 1 }, { 0.29999, 5 },
};

static void
test_decimals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (decimals); i++) {
    g_test_message ("%g", decimals[i].value);
    g_assert_cmpuint (plumb_number_decimals (decimals[i].value), ==, decimals[i].decimals);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/ticks/around", test_around);
  g_test_add_func ("/figures/ticks/around-any", test_around_any);
  g_test_add_func ("/figures/ticks/within", test_within);
  g_test_add_func ("/figures/ticks/zero", test_zero);
  g_test_add_func ("/figures/number/format", test_format);
  g_test_add_func ("/figures/number/decimals", test_decimals);

  return g_test_run ();
}
