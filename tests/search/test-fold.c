/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-fold.h"

#include <glib-object.h>
#include <string.h>

typedef struct {
  const char *text;
  const char *folded;
} FoldCase;

static const FoldCase fold_cases[] = {
  { "", "" },
  { "plain", "plain" },
  { "Naïve", "naive" },
  { "Łódź", "lodz" },
  { "PLAIN Case", "plain case" },
  /* Diacritics, composed and not */
  { "Café", "cafe" },
  { "Cafe\u0301", "cafe" },
  { "naïve façade", "naive facade" },
  { "Ångström", "angstrom" },
  { "Tiếng Việt Đà", "tieng viet da" },
  { "Łukasz, Bostrøm, Ærø, œuvre", "lukasz, bostrom, aero, oeuvre" },
  { "Straße STRASSE ẞ", "strasse strasse ss" },
  { "İstanbul ısı", "istanbul isi" },
  { "ΆΛΦΑ ὀδός", "αλφα οδοσ" },
  { "Ёлка", "елка" },
  { "שָׁלוֹם", "שלום" },
  /* A mark with nothing to stand on */
  { "\u0301a", "a" },
  { "\u0301", "" },
  /* Arabic: harakat, tatweel, forms of letters, presentation forms */
  { "مُحَاذَاة", "محاذاه" },
  { "محــاذاة", "محاذاه" },
  { "أإآٱا", "ااااا" },
  { "ؤئ", "وي" },
  { "هدى", "هدي" },
  { "على", "علي" },
  { "مـحـ", "مح" },
  { "٣", "3" },
  { "کتاب یار ہم", "كتاب يار هم" },
  { "ﻻ ﷲ ﻣﺤﺎذاة", "لا الله محاذاه" },
  { "قُرْآنٌ", "قران" },
  { "می\u200cخواهم", "ميخواهم" },
  /* Digits */
  { "٠١٢٣٤٥٦٧٨٩", "0123456789" },
  { "۰۱۲۳۴۵۶۷۸۹", "0123456789" },
  { "०१२ ๑๒ １２", "012 12 12" },
  { "x² ① ½", "x2 1 1\u20442" },
  /* Compatibility forms */
  { "ＧＰＴ－４", "gpt-4" },
  { "ﬁnd ﬂow", "find flow" },
  { "™ № …", "tm no ..." },
  { "ｱﾗｲﾒﾝﾄ ｶﾞ", "アライメント ガ" },
  { "㍿", "株式会社" },
  /* What would make different words alike is kept. */
  { "が か", "が か" },
  { "か\u3099", "が" },
  { "ハ\u309a", "パ" },
  { "カ ガ", "カ ガ" },
  { "対齐", "対齐" },
  { "हिन्दी", "हिन्दी" },
  { "한국어", "한국어" },
  { "\u1112\u1161\u11ab", "한" },
  { "कि कु", "कि कु" },
  { "क़", "क" },
  { "กิ กุ", "กิ กุ" },
  /* What is typed with a plainer key */
  { "don’t “quote” ‘single’", "don't \"quote\" 'single'" },
  { "a‐b a‑b 1–2 −3", "a-b a-b 1-2 -3" },
  { "10\u00a0000\u202fkm\u3000x\ty\nz", "10 000 km x y z" },
  /* What nobody sees */
  { "soft\u00adhyphen", "softhyphen" },
  { "\u200eleft\u202ato\u202cright\u2069", "lefttoright" },
  { "a\ufe0fb", "ab" },
};

static void
test_fold (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fold_cases); i++) {
    g_autofree char *folded = plumb_fold (fold_cases[i].text);

    g_test_message ("“%s”", fold_cases[i].text);
    g_assert_cmpstr (folded, ==, fold_cases[i].folded);
  }
}

/* The index holds folded words, and queries are folded twice on their way to it. */
static void
test_fold_twice (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++) {
    char text[8] = { 0 };
    g_autofree char *once = NULL;
    g_autofree char *twice = NULL;

    if (!g_unichar_validate (c)) {
      continue;
    }

    g_unichar_to_utf8 (c, text);
    once = plumb_fold (text);
    g_assert_true (g_utf8_validate (once, -1, NULL));
    twice = plumb_fold (once);
    if (!g_str_equal (once, twice)) {
      g_test_message ("U+%04X", c);
    }
    g_assert_cmpstr (twice, ==, once);
  }
}

/* One letter in upper and lower case is one letter. */
static void
test_fold_case (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++) {
    gunichar upper = g_unichar_toupper (c);
    char text[8] = { 0 };
    char upper_text[8] = { 0 };
    g_autofree char *folded = NULL;
    g_autofree char *upper_folded = NULL;

    if (!g_unichar_validate (c) || upper == c || g_unichar_tolower (upper) != c) {
      continue;
    }

    g_unichar_to_utf8 (c, text);
    g_unichar_to_utf8 (upper, upper_text);
    folded = plumb_fold (text);
    upper_folded = plumb_fold (upper_text);
    if (!g_str_equal (folded, upper_folded)) {
      g_test_message ("U+%04X", c);
    }
    g_assert_cmpstr (folded, ==, upper_folded);
  }
}

static void
test_iter_offsets (void)
{
  static const struct {
    const char *folded;
    gsize start;
    gsize end;
  } expected[] = {
    { "e", 2, 5 }, { "ss", 5, 7 }, { "x", 7, 10 }, { "が", 10, 16 }, { "z", 16, 19 },
  };
  PlumbFoldIter iter;
  gsize n = 0;

  /* A stray mark; e with an acute; ß; x and a soft hyphen; か and its voicing; z and an acute */
  plumb_fold_iter_init (&iter, "\u0301e\u0301ßx\u00adか\u3099z\u0301", -1);
  while (plumb_fold_iter_next (&iter)) {
    g_autoptr (GString) folded = g_string_new (NULL);

    for (guint i = 0; i < iter.n_chars; i++) {
      g_string_append_unichar (folded, iter.chars[i]);
    }

    g_assert_cmpuint (n, <, G_N_ELEMENTS (expected));
    g_assert_cmpstr (folded->str, ==, expected[n].folded);
    g_assert_cmpuint (iter.start, ==, expected[n].start);
    g_assert_cmpuint (iter.end, ==, expected[n].end);
    n++;
  }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
}

/* Bytes that are no UTF-8 are gaps, and nothing beyond the end is read. */
static void
test_iter_invalid (void)
{
  static const char *const texts[] = { "a\xff"
                                       "b",
                                       "\xe5\xaf",
                                       "\xc3",
                                       "a\xcc",
                                       "\xed\xa0\x80",
                                       "\xf8\x88\x80\x80\x80" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    gsize length = strlen (texts[i]);
    /* On the heap and without a zero, so that reading on is seen. */
    g_autofree char *copy = g_memdup2 (texts[i], length);
    PlumbFoldIter iter;
    gsize end = 0;

    plumb_fold_iter_init (&iter, copy, (gssize) length);
    while (plumb_fold_iter_next (&iter)) {
      g_assert_cmpuint (iter.start, >=, end);
      g_assert_cmpuint (iter.end, >, iter.start);
      end = iter.end;
      for (guint j = 0; j < iter.n_chars; j++) {
        g_assert_true (g_unichar_validate (iter.chars[j]));
      }
    }
    g_assert_cmpuint (end, ==, length);
  }
}

typedef struct {
  const char *haystack;
  const char *needle;
  /* The haystack with brackets around what is found. */
  const char *marked;
} FindCase;

static const FindCase find_cases[] = {
  { "", "a", "" },
  { "abc", "", "abc" },
  { "abc", "\u0301", "abc" },
  { "abc", "abcd", "abc" },
  { "Reward and REWARD", "reward", "[Reward] and [REWARD]" },
  { "aaaa", "aa", "[aa][aa]" },
  { "un café, deux cafés", "cafe", "un [café], deux [café]s" },
  { "un cafe\u0301!", "CAFÉ", "un [cafe\u0301]!" },
  { "un cafe\u0301!", "caf", "un [caf]e\u0301!" },
  { "مُحَاذَاةُ القِيَم", "محاذاة", "[مُحَاذَاةُ] القِيَم" },
  { "الأهداف والاهداف", "اهداف", "ال[أهداف] وال[اهداف]" },
  { "ال\u0640\u0640أهداف", "الا", "[ال\u0640\u0640أ]هداف" },
  { "人工智能对齐问题", "对齐", "人工智能[对齐]问题" },
  { "アライメント", "らい", "アライメント" },
  { "アライメント", "ライ", "ア[ライ]メント" },
  { "がか", "か", "が[か]" },
  /* Part of a character stands for all of it. */
  { "ﬁnd", "f", "[ﬁ]nd" },
  { "ﬁnd", "in", "[ﬁn]d" },
  { "Straße", "s", "[S]tra[ß]e" },
  { "Straße", "ss", "Stra[ß]e" },
  { "wait…", ".", "wait[…]" },
  /* Spaces, hyphens and quotation marks as the keyboard has them */
  { "10\u00a0000 people", "10 000", "[10\u00a0000] people" },
  { "it’s 1990–2000", "it's 1990-2000", "[it’s 1990–2000]" },
  { "“alignment”", "\"alignment\"", "[“alignment”]" },
  { "٢٠٢٥", "2025", "[٢٠٢٥]" },
  { "co\u00adoperate", "coop", "[co\u00adop]erate" },
};

static char *
mark (const char *text, GArray *ranges)
{
  GString *marked = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < ranges->len; i++) {
    const PlumbFoldRange *range = &g_array_index (ranges, PlumbFoldRange, i);

    g_assert_cmpuint (range->start, >=, at);
    g_assert_cmpuint (range->end, >, range->start);
    g_string_append_len (marked, text + at, (gssize) (range->start - at));
    g_string_append_printf (marked,
                            "[%.*s]",
                            (int) (range->end - range->start),
                            text + range->start);
    at = range->end;
  }
  g_string_append (marked, text + at);

  return g_string_free_and_steal (marked);
}

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (find_cases); i++) {
    g_autoptr (GArray) ranges = plumb_fold_find (find_cases[i].haystack, find_cases[i].needle);
    g_autofree char *marked = mark (find_cases[i].haystack, ranges);

    g_assert_cmpstr (marked, ==, find_cases[i].marked);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/fold/table", test_fold);
  g_test_add_func ("/search/fold/twice", test_fold_twice);
  g_test_add_func ("/search/fold/case", test_fold_case);
  g_test_add_func ("/search/fold/iter/offsets", test_iter_offsets);
  g_test_add_func ("/search/fold/iter/invalid", test_iter_invalid);
  g_test_add_func ("/search/fold/find", test_find);

  return g_test_run ();
}
