/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-words.h"

static void
test_count (void)
{
  static const struct {
    const char *text;
    guint n;
  } cases[] = {
    { "", 0 },
    { " — … ", 0 },
    { "one", 1 },
    { "one two\u00a0three", 3 },
    { "don’t well-known", 2 },
    { "10–20%", 1 },
    { "before—after", 2 },
    { "and/or", 2 },
    { "5 × 3", 2 },
    { "对齐问题", 4 },
    { "对齐 AI 问题。", 5 },
    { "かな", 2 },
    { "한국어 단어", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].text);
    g_assert_cmpuint (plumb_words_count (cases[i].text), ==, cases[i].n);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/count", test_count);

  return g_test_run ();
}
