/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "plumb-markup.h"

static void
test_good (void)
{
  static const struct {
    const char *markup;
    const char *plain;
  } cases[] = {
    { "", "" },
    { "plain", "plain" },
    { "a &amp; b &lt; c &gt; d &apos;e&apos; &quot;f&quot;", "a & b < c > d 'e' \"f\"" },
    { "a > b", "a > b" },
    { "<b>a</b><i>b</i><tt>c</tt><sub>d</sub><sup>e</sup>", "abcde" },
    { "<b><i><b>deep</b></i></b>", "deep" },
    { "<b></b>", "" },
    { "<a href='topic:goodharts-law'>law</a>", "law" },
    { "<a href=\"term:proxy\">stand-in</a>", "stand-in" },
    { "<a href='source:gao22'><i>a</i></a>", "a" },
    { "<a href='claim:gao-1'>&amp;</a>", "&" },
    { "<a href='https://example.org/?a=1&amp;b=2'>page</a>", "page" },
    { "<a href=\"https://example.org/#it's\">", NULL },
    { "\u2068a\u2069", "\u2068a\u2069" },
    { "对齐 <b>مرحبا</b>", "对齐 مرحبا" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *plain = plumb_markup_to_plain (cases[i].markup);

    g_test_message ("%s", cases[i].markup);
    if (cases[i].plain == NULL) {
      g_assert_false (plumb_markup_validate (cases[i].markup, NULL));
      continue;
    }
    g_assert_true (plumb_markup_validate (cases[i].markup, &error));
    g_assert_no_error (error);
    g_assert_cmpstr (plain, ==, cases[i].plain);
  }
}

static void
test_errors (void)
{
  static const struct {
    const char *markup;
    int code;
  } cases[] = {
    { "a & b", PLUMB_MARKUP_ERROR_SYNTAX },
    { "&", PLUMB_MARKUP_ERROR_SYNTAX },
    { "&amp", PLUMB_MARKUP_ERROR_SYNTAX },
    { "&nbsp;", PLUMB_MARKUP_ERROR_SYNTAX },
    { "&#38;", PLUMB_MARKUP_ERROR_SYNTAX },
    { "&#x26;", PLUMB_MARKUP_ERROR_SYNTAX },
    { "a < b", PLUMB_MARKUP_ERROR_SYNTAX },
    { "<", PLUMB_MARKUP_ERROR_SYNTAX },
    { "<>", PLUMB_MARKUP_ERROR_SYNTAX },
    { "<!-- a -->", PLUMB_MARKUP_ERROR_SYNTAX },
    { "<![CDATA[a]]>", PLUMB_MARKUP_ERROR_SYNTAX },
    { "<?xml?>", PLUMB_MARKUP_ERROR_SYNTAX },
    { "<b>a", PLUMB_MARKUP_ERROR_SYNTAX },
    { "a</b>", PLUMB_MARKUP_ERROR_SYNTAX },
    { "<b><i>a</b></i>", PLUMB_MARKUP_ERROR_SYNTAX },
    { "<a href='term:a'>b", PLUMB_MARKUP_ERROR_SYNTAX },
    { "<a href='term:a'>b<a href='term:c'>d</a></a>", PLUMB_MARKUP_ERROR_SYNTAX },
    { "<u>a</u>", PLUMB_MARKUP_ERROR_TAG },
    { "<B>a</B>", PLUMB_MARKUP_ERROR_TAG },
    { "<span>a</span>", PLUMB_MARKUP_ERROR_TAG },
    { "<script>a</script>", PLUMB_MARKUP_ERROR_TAG },
    { "</", PLUMB_MARKUP_ERROR_TAG },
    { "<b>a</", PLUMB_MARKUP_ERROR_TAG },
    { "<b>a</b", PLUMB_MARKUP_ERROR_TAG },
    { "<b>a</b >", PLUMB_MARKUP_ERROR_TAG },
    { "<b>a</u>", PLUMB_MARKUP_ERROR_TAG },
    { "<b", PLUMB_MARKUP_ERROR_ATTRIBUTE },
    { "<b/>", PLUMB_MARKUP_ERROR_ATTRIBUTE },
    { "<b >a</b>", PLUMB_MARKUP_ERROR_ATTRIBUTE },
    { "<b size='1'>a</b>", PLUMB_MARKUP_ERROR_ATTRIBUTE },
    { "<a>b</a>", PLUMB_MARKUP_ERROR_ATTRIBUTE },
    { "<a href=term:a>b</a>", PLUMB_MARKUP_ERROR_ATTRIBUTE },
    { "<a href='term:a>b</a>", PLUMB_MARKUP_ERROR_ATTRIBUTE },
    { "<a href='", PLUMB_MARKUP_ERROR_ATTRIBUTE },
    { "<a href='term:a'", PLUMB_MARKUP_ERROR_ATTRIBUTE },
    { "<a  href='term:a'>b</a>", PLUMB_MARKUP_ERROR_ATTRIBUTE },
    { "<a href='term:a' title='c'>b</a>", PLUMB_MARKUP_ERROR_ATTRIBUTE },
    { "<a href='term:a'></a>", PLUMB_MARKUP_ERROR_LINK },
    { "<a href='term:a'><b></b></a>", PLUMB_MARKUP_ERROR_LINK },
    { "<a href=''>b</a>", PLUMB_MARKUP_ERROR_LINK },
    { "<a href='term:'>b</a>", PLUMB_MARKUP_ERROR_LINK },
    { "<a href='term:A'>b</a>", PLUMB_MARKUP_ERROR_LINK },
    { "<a href='topic:../x'>b</a>", PLUMB_MARKUP_ERROR_LINK },
    { "<a href='person:a'>b</a>", PLUMB_MARKUP_ERROR_LINK },
    { "<a href='plumb:topic/a'>b</a>", PLUMB_MARKUP_ERROR_LINK },
    { "<a href='http://example.org'>b</a>", PLUMB_MARKUP_ERROR_LINK },
    { "<a href='javascript:alert(1)'>b</a>", PLUMB_MARKUP_ERROR_LINK },
    { "<a href='file:///etc/passwd'>b</a>", PLUMB_MARKUP_ERROR_LINK },
    { "<a href='https://a@b.org'>b</a>", PLUMB_MARKUP_ERROR_LINK },
    { "<a href='https://example.org/?a=1&b=2'>c</a>", PLUMB_MARKUP_ERROR_LINK },
    { "<a href='term:&quot;'>b</a>", PLUMB_MARKUP_ERROR_LINK },
    { "a\nb", PLUMB_MARKUP_ERROR_CHARACTER },
    { "a\tb", PLUMB_MARKUP_ERROR_CHARACTER },
    { "a\u202eb", PLUMB_MARKUP_ERROR_CHARACTER },
    { "a\u2066b", PLUMB_MARKUP_ERROR_CHARACTER },
    { "a\xff", PLUMB_MARKUP_ERROR_CHARACTER },
    { "a\xe5", PLUMB_MARKUP_ERROR_CHARACTER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *plain = plumb_markup_to_plain (cases[i].markup);
    g_autofree char *as_is = g_utf8_make_valid (cases[i].markup, -1);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_false (plumb_markup_validate (cases[i].markup, &error));
    g_assert_error (error, PLUMB_MARKUP_ERROR, cases[i].code);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    g_assert_cmpstr (plain, ==, as_is);
  }
}

static void
test_deep (void)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 16; i++) {
    g_string_append (markup, "<b>");
  }
  for (int i = 0; i < 16; i++) {
    g_string_append (markup, "</b>");
  }
  g_assert_true (plumb_markup_validate (markup->str, NULL));

  g_string_prepend (markup, "<b>");
  g_string_append (markup, "</b>");
  g_assert_false (plumb_markup_validate (markup->str, &error));
  g_assert_error (error, PLUMB_MARKUP_ERROR, PLUMB_MARKUP_ERROR_SYNTAX);
}

static void
append_link_cb (const char *href, const char *text, gpointer user_data)
{
  g_string_append_printf (user_data, "[%s|%s]", href, text);
}

static void
test_links (void)
{
  static const struct {
    const char *markup;
    const char *links;
    gboolean valid;
  } cases[] = {
    { "none", "", TRUE },
    { "a <a href='term:b'>c</a> d", "[term:b|c]", TRUE },
    { "<a href='term:b'>c <i>d</i> &amp; e</a><a href='claim:f'>g</a>",
      "[term:b|c d & e][claim:f|g]",
      TRUE },
    { "<a href='https://example.org/?a&amp;b'>c</a>", "[https://example.org/?a&b|c]", TRUE },
    { "<a href='term:b'>c</a> <a>", "[term:b|c]", FALSE },
    { "a\n<a href='term:b'>c</a>", "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) links = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    gboolean valid = plumb_markup_foreach_link (cases[i].markup, append_link_cb, links, &error);

    g_assert_cmpint (valid, ==, cases[i].valid);
    g_assert_cmpint (error == NULL, ==, cases[i].valid);
    g_assert_cmpstr (links->str, ==, cases[i].links);
  }
}

static void
test_count (void)
{
  g_assert_cmpuint (plumb_markup_count_words (""), ==, 0);
  g_assert_cmpuint (plumb_markup_count_words ("<b>one</b> two &amp; three"), ==, 3);
  g_assert_cmpuint (plumb_markup_count_words ("<b>on</b>e"), ==, 1);
  g_assert_cmpuint (plumb_markup_count_words ("对<i>齐</i>"), ==, 2);
}

/* Twice the text takes about twice the time: twenty thousand tags are read at once. */
static void
test_large (void)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  for (int i = 0; i < 20000; i++) {
    g_string_append (markup, "<b>word</b> &amp; ");
  }
  g_assert_true (plumb_markup_validate (markup->str, NULL));
  g_assert_cmpuint (plumb_markup_count_words (markup->str), ==, 20000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markup/good", test_good);
  g_test_add_func ("/markup/errors", test_errors);
  g_test_add_func ("/markup/deep", test_deep);
  g_test_add_func ("/markup/links", test_links);
  g_test_add_func ("/markup/count", test_count);
  g_test_add_func ("/markup/large", test_large);

  return g_test_run ();
}
