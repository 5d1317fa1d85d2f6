/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "plumb-syntax.h"

static void
test_id (void)
{
  static const char *const good[] = {
    "a",
    "0",
    "a-b",
    "goodharts-law",
    "gao22",
    "2x-y3",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  };
  static const char *const bad[] = {
    "",    "-",     "a-",
    "-a",  "a--b",  "A",
    "a_b", "a b",   "a.b",
    "a/b", "..",    "é",
    "a\n", "a\xff", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_assert_true (plumb_syntax_is_id (good[i]));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_false (plumb_syntax_is_id (bad[i]));
  }
  g_assert_false (plumb_syntax_is_id (NULL));
}

static void
test_date (void)
{
  static const char *const good[] = { "2026",    "1999",       "2026-01",
                                      "2026-12", "2024-02-29", "2026-11-21" };
  static const char *const bad[] = {
    "",           "26",        "202",         "20266",       "2026-",     "2026-1",
    "2026-00",    "2026-13",   "2026-02-29",  "2026-02-30",  "2026-1-01", "2026/01",
    "2026-01-1",  "2026-01-",  "2026-01-01x", "2026-01-01T", "-202",      " 2026",
    "+2026-1-01", "2026-0x-1", "0000",        "2026-01-32",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_assert_true (plumb_syntax_is_date (good[i]));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_false (plumb_syntax_is_date (bad[i]));
  }
  g_assert_false (plumb_syntax_is_date (NULL));
}

static void
test_web_address (void)
{
  static const char *const good[] = {
    "https://example.org",          "https://example.org/a?b=c&d=e#f",
    "https://a.example.org:8080/",  "https://example.org/%20(a)_b",
    "https://1.example.org/~a/[b]",
  };
  static const char *const bad[] = {
    "",
    "http://example.org",
    "HTTPS://example.org",
    "https:example.org",
    "https://",
    "https:///a",
    "https://localhost/",
    "https://user@example.org/",
    "https://example.org@evil.org/",
    "https://exa%6dple.org/",
    "https://exämple.org/",
    "https://example.org/ä",
    "https://example.org/a b",
    "https://example.org/\"",
    "https://example.org/'",
    "https://example.org/<",
    "https://example.org/\\",
    "https://example.org/\n",
    "https://-a.org",
    "javascript:alert(1)",
    "file:///etc/passwd",
  };
  g_autofree char *longest = g_strnfill (PLUMB_MAX_ADDRESS_LENGTH, 'a');
  g_autofree char *longer = g_strconcat ("https://example.org/", longest, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_test_message ("“%s”", good[i]);
    g_assert_true (plumb_syntax_is_web_address (good[i]));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_false (plumb_syntax_is_web_address (bad[i]));
  }
  g_assert_false (plumb_syntax_is_web_address (longer));
  longer[PLUMB_MAX_ADDRESS_LENGTH] = '\0';
  g_assert_true (plumb_syntax_is_web_address (longer));
  g_assert_false (plumb_syntax_is_web_address (NULL));
}

static void
test_bad_characters (void)
{
  static const struct {
    const char *text;
    int at;
  } cases[] = {
    { "", -1 },
    { "plain", -1 },
    { "naïve 对齐 مرحبا", -1 },
    { "5\u00a0million", -1 },
    { "a\u200eb\u200fc", -1 },
    { "a\u2068b\u2069c", -1 },
    { "\u2066a\u2067b\u2069\u2069", -1 },
    { "a\tb", 1 },
    { "ab\n", 2 },
    { "\r", 0 },
    { "a\x7f", 1 },
    { "a\xc2\x85", 1 },
    { "a\u2028", 1 },
    { "a\u2029", 1 },
    { "\u202aa", 0 },
    { "a\u202eb", 1 },
    { "\ufeffa", 0 },
    { "a\ufffe", 1 },
    { "a\u2066b", 1 },
    { "a\u2069", 1 },
    { "\u2066\u2069\u2067", 6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *bad = plumb_syntax_find_bad_character (cases[i].text);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (bad != NULL ? (int) (bad - cases[i].text) : -1, ==, cases[i].at);
  }
}

static void
test_quote (void)
{
  static const struct {
    const char *text;
    gssize length;
    const char *quoted;
  } cases[] = {
    { "", -1, "" },
    { "word", -1, "word" },
    { "word", 2, "wo" },
    { "对齐", -1, "对齐" },
    { "a\nb", -1, "a\ufffdb" },
    { "a\u202eb", -1, "a\ufffdb" },
    { "a\u2066b", -1, "a\ufffdb" },
    { "a\xff", -1, "a\ufffd" },
  };
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autofree char *cut = plumb_syntax_quote (long_text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *quoted = plumb_syntax_quote (cases[i].text, cases[i].length);

    g_assert_cmpstr (quoted, ==, cases[i].quoted);
  }
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 61);
  g_assert_true (g_str_has_suffix (cut, "…"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/syntax/id", test_id);
  g_test_add_func ("/syntax/date", test_date);
  g_test_add_func ("/syntax/web-address", test_web_address);
  g_test_add_func ("/syntax/bad-characters", test_bad_characters);
  g_test_add_func ("/syntax/quote", test_quote);

  return g_test_run ();
}
