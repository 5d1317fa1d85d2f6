/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "plumb-table-columns.h"

static const struct {
  const char *what;
  PlumbTableColumn columns[3];
  int width;
  gboolean fit;
} fits[] = {
  { "nothing wraps", { { 50, 80, 80 }, { 50, 80, 80 }, { 50, 80, 80 } }, 300, TRUE },
  { "only heads wrap", { { 50, 60, 300 }, { 50, 60, 90 }, { 50, 60, 90 } }, 300, TRUE },
  { "cells would wrap in a narrow place",
    { { 50, 200, 200 }, { 50, 200, 200 }, { 50, 200, 200 } },
    360,
    FALSE },
  { "the same in a wide one", { { 50, 200, 200 }, { 50, 200, 200 }, { 50, 200, 200 } }, 500, TRUE },
  { "words too long for a wide one",
    { { 250, 260, 260 }, { 250, 260, 260 }, { 250, 260, 260 } },
    700,
    FALSE },
  { "columns too thin to read",
    { { 20, 900, 900 }, { 20, 900, 900 }, { 20, 900, 900 } },
    330,
    FALSE },
};

static void
test_fit (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fits); i++) {
    g_test_message ("%s", fits[i].what);
    g_assert_cmpint (plumb_table_columns_fit (fits[i].columns, 3, fits[i].width, 20, 15),
                     ==,
                     fits[i].fit);
  }
}

static const struct {
  const char *what;
  PlumbTableColumn columns[3];
  int width;
  int widths[3];
  int used;
} shares[] = {
  { "a little more than it needs, and no more",
    { { 50, 100, 100 }, { 50, 60, 60 }, { 50, 40, 40 } },
    900,
    { 150, 90, 60 },
    340 },
  { "all of the room",
    { { 50, 100, 100 }, { 50, 60, 60 }, { 50, 40, 40 } },
    280,
    { 120, 72, 48 },
    280 },
  { "heads wrap, cells do not",
    { { 50, 60, 260 }, { 50, 60, 60 }, { 50, 60, 60 } },
    300,
    { 140, 60, 60 },
    300 },
  { "cells wrap where there is most to wrap",
    { { 50, 250, 250 }, { 50, 50, 50 }, { 50, 150, 150 } },
    340,
    { 150, 50, 100 },
    340 },
  { "what needs little gets it, whatever the others need",
    { { 50, 58, 58 }, { 60, 300, 300 }, { 60, 220, 220 } },
    540,
    { 58, 222, 220 },
    540 },
  { "what needs little gets no word of others",
    { { 20, 80, 80 }, { 150, 900, 900 }, { 40, 90, 90 } },
    280,
    { 22, 176, 41 },
    279 },
  { "never less than a word",
    { { 90, 250, 250 }, { 90, 95, 95 }, { 90, 150, 150 } },
    100,
    { 90, 90, 90 },
    310 },
};

static void
test_share (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++) {
    PlumbTableColumn columns[3] = { shares[i].columns[0],
                                    shares[i].columns[1],
                                    shares[i].columns[2] };

    g_test_message ("%s", shares[i].what);
    g_assert_cmpint (plumb_table_columns_share (columns, 3, shares[i].width, 20),
                     ==,
                     shares[i].used);
    for (guint j = 0; j < 3; j++) {
      g_assert_cmpint (columns[j].width, ==, shares[i].widths[j]);
    }
  }
}

static void
test_no_columns (void)
{
  g_assert_true (plumb_table_columns_fit (NULL, 0, 300, 20, 15));
  g_assert_cmpint (plumb_table_columns_share (NULL, 0, 300, 20), ==, 0);
}

static const struct {
  const char *text;
  gboolean number;
} numbers[] = {
  { "0", TRUE },      { "−3.25", TRUE },    { "12,000", TRUE }, { "89%", TRUE },
  { "–", TRUE },      { "٤٢", TRUE },       { "", FALSE },      { "n/a", FALSE },
  { "GPT-4", FALSE }, { "3 steps", FALSE }, { "—", FALSE },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_test_message ("“%s”", numbers[i].text);
    g_assert_cmpint (plumb_table_text_is_number (numbers[i].text), ==, numbers[i].number);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/table-columns/fit", test_fit);
  g_test_add_func ("/figures/table-columns/share", test_share);
  g_test_add_func ("/figures/table-columns/none", test_no_columns);
  g_test_add_func ("/figures/table-columns/numbers", test_numbers);

  return g_test_run ();
}
