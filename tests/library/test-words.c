/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-words.h"

static void
test_fold (void)
{
  static const struct {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Word", "word" },
    { "Naïve", "naive" },
    { "e\u0301", "e" },
    { "STRASSE", "strasse" },
    { "Straße", "strasse" },
    { "Łódź", "lodz" },
    { "ﬁne", "fine" },
    { "Ａ", "a" },
    /* Arabic: with and without vowel signs, the forms of alef and yeh, tatweel, digits. */
    { "مُحَاذَاة", "محاذاه" },
    { "أإآٱ", "اااا" },
    { "على", "علي" },
    { "مـحـ", "مح" },
    { "٣", "3" },
    /* Vowel signs of Devanagari and voicing of kana are letters of the word. */
    { "हिन्दी", "हिन्दी" },
    { "対齐", "対齐" },
    { "\xff", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *folded = plumb_words_fold (cases[i].text, -1);

    g_assert_cmpstr (folded, ==, cases[i].folded);
  }
}

static void
test_fold_tells_apart (void)
{
  g_autofree char *ka = plumb_words_fold ("カ", -1);
  g_autofree char *ga = plumb_words_fold ("ガ", -1);

  g_assert_cmpstr (ka, !=, ga);
}

static gboolean
append_cb (const char *folded, gsize start, gsize end, gpointer user_data)
{
  g_string_append_printf (user_data, "%s[%u-%u] ", folded, (guint) start, (guint) end);

  return !g_str_equal (folded, "stop");
}

static void
test_find (void)
{
  static const struct {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "" },
    { "  ", "" },
    { "One, two", "one[0-3] two[5-8] " },
    { "don’t", "don[0-3] t[6-7] " },
    { "well-known", "well[0-4] known[5-10] " },
    { "naïve é", "naive[0-6] e[7-9] " },
    { "对齐", "对[0-3] 齐[3-6] " },
    { "AI对", "ai[0-2] 对[2-5] " },
    { "对AI", "对[0-3] ai[3-5] " },
    { "one stop two", "one[0-3] stop[4-8] " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) words = g_string_new (NULL);

    plumb_words_foreach (cases[i].text, -1, append_cb, words);
    g_assert_cmpstr (words->str, ==, cases[i].words);
  }
}

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

  g_test_add_func ("/words/fold", test_fold);
  g_test_add_func ("/words/fold-tells-apart", test_fold_tells_apart);
  g_test_add_func ("/words/find", test_find);
  g_test_add_func ("/words/count", test_count);

  return g_test_run ();
}
