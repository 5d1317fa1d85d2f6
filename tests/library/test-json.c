/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "plumb-json-private.h"
#include "plumb-library-test.h"
#include "plumb-reader.h"

static JsonNode *
parse (const char *data, gsize length, GListStore *problems)
{
  g_auto (PlumbReport) report = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  plumb_report_init (&report, "a.json", problems);

  return plumb_json_parse (bytes, &report);
}

static void
test_good (void)
{
  static const char *const cases[] = {
    "{}",
    "[]",
    "null",
    "true",
    " \t\r\n\"text\" ",
    "-0.5e+10",
    "[0, -1, 10, 1.5, 1E3, 123456789012345678]",
    "{\"a\": {\"b\": [1, {\"c\": false}]}, \"d\": \"\"}",
    "\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e9 \\ud83d\\ude00\"",
    "{\"a\": {\"k\": 1}, \"b\": {\"k\": 1}}",
    "\"naïve 对齐\"",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
    g_autoptr (JsonNode) node = parse (cases[i], strlen (cases[i]), problems);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    plumb_test_assert_no_problems (G_LIST_MODEL (problems));
    g_assert_nonnull (node);
  }
}

static void
test_errors (void)
{
  static const struct {
    const char *text;
    PlumbLibraryError code;
    const char *path;
  } cases[] = {
    { "", PLUMB_LIBRARY_ERROR_SYNTAX, "" },
    { " ", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 2" },
    { "{", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 2" },
    { "[1,\n2", PLUMB_LIBRARY_ERROR_SYNTAX, "line 2, column 2" },
    { "{\"a\": 1", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 8" },
    { "{\"a\"", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 5" },
    { "{\"a\":", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 6" },
    { "{\"a", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 2" },
    { "\"a", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { "\"a\\", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 4" },
    { "\"a\\u12", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 7" },
    { "\"\\u12g4\"", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 6" },
    { "\"\\x41\"", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 3" },
    { "\"a\nb\"", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 3" },
    { "\"a\tb\"", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 3" },
    { "[1,]", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 4" },
    { "[,1]", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 2" },
    { "[1 2]", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 4" },
    { "[1}", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 3" },
    { "]", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { "{\"a\": 1,}", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 9" },
    { "{a: 1}", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 2" },
    { "{'a': 1}", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 2" },
    { "{1: 1}", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 2" },
    { "{\"a\" 1}", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 6" },
    { "{\"é\" 1}", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 6" },
    { "{} {}", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 4" },
    { "{}x", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 3" },
    { "// note\n{}", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { "{/* note */}", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 2" },
    { "NaN", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { "[Infinity]", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 2" },
    { "-Infinity", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { "True", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { "nul", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { "nullx", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { "+1", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { "-", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { "01", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { "1.", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { ".5", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { "1e", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 1" },
    { "0x10", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 2" },
    { "[1, 1e999]", PLUMB_LIBRARY_ERROR_VALUE, "/1" },
    { "{\"a\": 1234567890123456789}", PLUMB_LIBRARY_ERROR_VALUE, "/a" },
    { "{\"a\": [-1e400]}", PLUMB_LIBRARY_ERROR_VALUE, "/a/0" },
    { "{\"a\": {\"b\": [0, \"x\\u0000y\"]}}", PLUMB_LIBRARY_ERROR_ENCODING, "/a/b/1" },
    { "{\"a\\u0000b\": 1}", PLUMB_LIBRARY_ERROR_ENCODING, "" },
    { "{\"z\": 1, \"y\": {\"a\\u0000b\": 1}}", PLUMB_LIBRARY_ERROR_ENCODING, "/y" },
    { "[\"\\ud800\"]", PLUMB_LIBRARY_ERROR_ENCODING, "/0" },
    { "[\"\\ud800x\"]", PLUMB_LIBRARY_ERROR_ENCODING, "/0" },
    { "[\"\\ud800\\n\"]", PLUMB_LIBRARY_ERROR_ENCODING, "/0" },
    { "[\"\\ud800\\u0041\"]", PLUMB_LIBRARY_ERROR_ENCODING, "/0" },
    { "[\"\\udc00\"]", PLUMB_LIBRARY_ERROR_ENCODING, "/0" },
    { "{\"\\ud800\": 1}", PLUMB_LIBRARY_ERROR_ENCODING, "" },
    { "\xef\xbb\xbf{}", PLUMB_LIBRARY_ERROR_ENCODING, "" },
    { "\xff\xfe{}", PLUMB_LIBRARY_ERROR_ENCODING, "" },
    { "\xfe\xff", PLUMB_LIBRARY_ERROR_ENCODING, "" },
    { "{}\n\"caf\xe9\"", PLUMB_LIBRARY_ERROR_ENCODING, "line 2" },
    { "\"\xc0\x80\"", PLUMB_LIBRARY_ERROR_ENCODING, "line 1" },
    { "\"\xed\xa0\x80\"", PLUMB_LIBRARY_ERROR_ENCODING, "line 1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
    g_autoptr (JsonNode) node = parse (cases[i].text, strlen (cases[i].text), problems);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_null (node);
    plumb_test_assert_problem (G_LIST_MODEL (problems),
                               PLUMB_SEVERITY_ERROR,
                               cases[i].code,
                               "a.json",
                               cases[i].path);
  }
}

/* json-glib keeps the last of two equal keys, and so does what comes after: the error is said all the same. */
static void
test_duplicates (void)
{
  static const struct {
    const char *text;
    const char *path;
  } cases[] = {
    { "{\"a\": 1, \"a\": 2}", "/a" },
    { "{\"a\": 1, \"b\": 2, \"a\": {\"c\": 1}}", "/a" },
    { "[0, {\"a\": {\"b\": 1, \"b\": 2}}]", "/1/a/b" },
    { "{\"a\": 1, \"\\u0061\": 2}", "/a" },
    { "{\"\\u00e9\": 1, \"é\": 2}", "/é" },
    { "{\"\\ud83d\\ude00\": 1, \"😀\": 2}", "/😀" },
    { "{\"\": 1, \"\": 2}", "/" },
    { "{\"a/b\": 1, \"a\\/b\": 2}", "/a~1b" },
    { "{\"a~\": 1, \"a~\": 2}", "/a~0" },
    { "{\"\\n\": 1, \"\\u000a\": 2}", "/\ufffd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
    g_autoptr (JsonNode) node = parse (cases[i].text, strlen (cases[i].text), problems);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_nonnull (node);
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (problems)), ==, 1);
    plumb_test_assert_problem (G_LIST_MODEL (problems),
                               PLUMB_SEVERITY_ERROR,
                               PLUMB_LIBRARY_ERROR_DUPLICATE,
                               "a.json",
                               cases[i].path);
  }
}

static void
test_nul_byte (void)
{
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);

  g_assert_null (parse ("\"a\0b\"", 5, problems));
  plumb_test_assert_problem (G_LIST_MODEL (problems),
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_ENCODING,
                             "a.json",
                             "line 1");
}

static char *
nest (gsize depth, const char *open, const char *close)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < depth; i++) {
    g_string_append (text, open);
  }
  g_string_append (text, "1");
  for (gsize i = 0; i < depth; i++) {
    g_string_append (text, close);
  }

  return g_string_free_and_steal (text);
}

static void
test_depth (void)
{
  static const struct {
    gsize depth;
    gboolean good;
  } cases[] = { { 1, TRUE }, { 64, TRUE }, { 65, FALSE }, { 100000, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lists = nest (cases[i].depth, "[", "]");
    g_autofree char *objects = nest (cases[i].depth, "{\"a\":", "}");
    const char *texts[] = { lists, objects };

    for (gsize j = 0; j < G_N_ELEMENTS (texts); j++) {
      g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
      g_autoptr (JsonNode) node = parse (texts[j], strlen (texts[j]), problems);
      g_autoptr (PlumbProblem) problem = g_list_model_get_item (G_LIST_MODEL (problems), 0);

      g_assert_cmpint (node != NULL, ==, cases[i].good);
      g_assert_cmpint (problem == NULL, ==, cases[i].good);
      if (problem != NULL) {
        g_assert_cmpint (plumb_problem_get_code (problem), ==, PLUMB_LIBRARY_ERROR_TOO_LARGE);
      }
    }
  }
}

static void
test_size (void)
{
  g_autofree char *text = g_malloc (PLUMB_MAX_FILE_SIZE + 1);
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (JsonNode) node = NULL;

  memset (text, ' ', PLUMB_MAX_FILE_SIZE + 1);
  memcpy (text, "[]", 2);

  node = parse (text, PLUMB_MAX_FILE_SIZE, problems);
  g_assert_nonnull (node);
  plumb_test_assert_no_problems (G_LIST_MODEL (problems));

  g_assert_null (parse (text, PLUMB_MAX_FILE_SIZE + 1, problems));
  plumb_test_assert_problem (G_LIST_MODEL (problems),
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_TOO_LARGE,
                             "a.json",
                             "");
}

/* Files that are small and would cost much. */
static void
test_caps (void)
{
  g_autoptr (GString) keys = g_string_new ("{");
  g_autoptr (GString) values = g_string_new ("[");
  g_autoptr (GString) slots = g_string_new ("[");
  const GString *texts[] = { keys, values };

  for (guint i = 0; i < 300; i++) {
    g_string_append_printf (keys, "%s\"k%u\": 1", i > 0 ? "," : "", i);
  }
  g_string_append (keys, "}");
  for (guint i = 0; i < 1000000; i++) {
    g_string_append (values, i > 0 ? ",[]" : "[]");
  }
  g_string_append (values, "]");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
    g_autoptr (PlumbProblem) problem = NULL;

    g_assert_null (parse (texts[i]->str, texts[i]->len, problems));
    problem = g_list_model_get_item (G_LIST_MODEL (problems), 0);
    g_assert_nonnull (problem);
    g_assert_cmpint (plumb_problem_get_code (problem), ==, PLUMB_LIBRARY_ERROR_TOO_LARGE);
  }

  /* Far more problems than are of use to anyone. */
  for (guint i = 0; i < 100000; i++) {
    g_string_append (slots, i > 0 ? ",\"\\u0000\"" : "\"\\u0000\"");
  }
  g_string_append (slots, "]");
  {
    g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);

    g_assert_null (parse (slots->str, slots->len, problems));
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (problems)),
                      ==,
                      PLUMB_REPORT_MAX_PROBLEMS + 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/good", test_good);
  g_test_add_func ("/json/errors", test_errors);
  g_test_add_func ("/json/duplicates", test_duplicates);
  g_test_add_func ("/json/nul-byte", test_nul_byte);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/size", test_size);
  g_test_add_func ("/json/caps", test_caps);

  return g_test_run ();
}
