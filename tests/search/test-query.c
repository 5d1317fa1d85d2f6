/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-fts5.h"
#include "plumb-query-private.h"
#include "plumb-query.h"
#include "plumb-search-error.h"
#include "plumb-spelling.h"

#include <string.h>

static const struct {
  const char *word;
  const char *variants;
} spelling_cases[] = {
  { "", "" },
  { "as", "" },
  { "cat", "" },
  { "reward", "rewards" },
  { "rewards", "reward" },
  { "loss", "" },
  { "optimise", "optimises optimize" },
  { "optimizers", "optimizer optimisers" },
  { "optimiz", "optimizs optimis" },
  { "generalisation", "generalisations generalization" },
  { "analyse", "analyses analyze" },
  { "behavior", "behaviors behaviour" },
  { "misbehaviour", "misbehaviours misbehavior" },
  { "four", "fours" },
  { "modeling", "modelings modelling" },
  { "modelling", "modellings modeling" },
  { "labelled", "labelleds labeled" },
  { "size", "sizes" },
  { "straße", "" },
  { "对齐", "" },
  { "gpt4", "" },
};

static void
test_spelling (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spelling_cases); i++) {
    g_autoptr (GPtrArray) variants = plumb_spelling_get_variants (spelling_cases[i].word);
    g_autofree char *joined = NULL;

    g_ptr_array_add (variants, NULL);
    joined = g_strjoinv (" ", (GStrv) variants->pdata);
    g_assert_cmpstr (joined, ==, spelling_cases[i].variants);
  }
}

static const struct {
  const char *text;
  const char *expression;
} expression_cases[] = {
  /* Nothing to look for */
  { "", NULL },
  { "   \t\n", NULL },
  { "?!… - ' . * ^ \" ( )", NULL },
  { "\"\"", NULL },
  { "\u0301", NULL },
  /* Words: all of them, the last one perhaps only begun */
  { "ai", "(\"ai\" *)" },
  { "ai ", "(\"ai\")" },
  { "AI is", "(\"ai\") AND (\"is\" *)" },
  { "Café Ü", "(\"cafe\" OR \"cafes\") AND (\"u\" *)" },
  { "is is is", "(\"is\") AND (\"is\" *)" },
  { "reward", "(\"reward\" *)" },
  { "rewards", "(\"rewards\" * OR \"reward\")" },
  { "optimizer", "(\"optimizer\" * OR \"optimiser\" *)" },
  { "optimizer,", "(\"optimizer\" OR \"optimizers\" OR \"optimiser\")" },
  /* Words in parts */
  { "gpt-4", "(\"gpt 4\" * OR \"gpt4\" *)" },
  { "gpt-4 ", "(\"gpt 4\" OR \"gpt4\")" },
  { "mesa-optimizer", "(\"mesa optimizer\" * OR \"mesaoptimizer\" * OR \"mesa optimiser\" *)" },
  { "Goodhart’s law", "(\"goodhart\" OR \"goodharts\") AND (\"law\" *)" },
  { "3.5", "(\"3 5\" *)" },
  { "foo,bar", "(\"foo\") AND (\"bar\" *)" },
  /* Scripts without spaces */
  { "对齐问题", "(\"对 齐 问 题\" *)" },
  { "AI对齐 问题", "(\"ai\") AND (\"对 齐\") AND (\"问 题\" *)" },
  { "アライメント", "(\"ア ラ イ メ ン ト\" *)" },
  /* Phrases */
  { "\"of the\"", "(\"of the\")" },
  { "“of the” x", "(\"of the\") AND (\"x\" *)" },
  { "«of the»", "(\"of the\")" },
  { "„of the“", "(\"of the\")" },
  { "「对齐问题」", "(\"对 齐 问 题\")" },
  { "\"of th", "(\"of th\" *)" },
  { "a\"of the\"b", "(\"a\") AND (\"of the\") AND (\"b\" *)" },
  { "\"rewards\"", "(\"rewards\")" },
  { "\"mesa-optimiser’s\"", "(\"mesa optimiser\")" },
  /* What means something to FTS5 means nothing here. */
  { "a NEAR b", "(\"a\") AND (\"near\" OR \"nears\") AND (\"b\" *)" },
  { "a NEAR(b, 2)", "(\"a\") AND (\"near\" OR \"nears\") AND (\"b\") AND (\"2\")" },
  { "a AND OR NOT b", "(\"a\") AND (\"and\") AND (\"or\") AND (\"not\") AND (\"b\" *)" },
  { "title:x", "(\"title\" OR \"titles\") AND (\"x\" *)" },
  { "{title rest}:x", "(\"title\" OR \"titles\") AND (\"rest\" OR \"rests\") AND (\"x\" *)" },
  { "^a*", "(\"a\")" },
  { "a+b", "(\"a\") AND (\"b\" *)" },
  { "-a", "(\"a\" *)" },
  { "a'; DROP TABLE words; --",
    "(\"a\") AND (\"drop\" OR \"drops\") AND (\"table\" OR \"tables\") AND (\"words\" OR \"word\")" },
  { "\x01\x02"
    "a\x7f\x1f"
    "b",
    "(\"a\") AND (\"b\" *)" },
};

static void
test_expression (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (expression_cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbQuery) query = plumb_query_new (expression_cases[i].text, &error);
    g_autofree char *expression = NULL;

    g_assert_no_error (error);
    g_assert_nonnull (query);

    expression = plumb_query_to_fts5 (query, NULL);
    g_assert_cmpstr (expression, ==, expression_cases[i].expression);
    g_assert_true (plumb_query_is_empty (query) == (expression == NULL));
  }
}

static void
test_phrase_words (void)
{
  g_autoptr (PlumbQuery) query = plumb_query_new ("gpt-4 of rewards", NULL);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  static const guint expected[] = { 0, 0, 1, 2, 2 };
  g_autofree char *expression = plumb_query_to_fts5 (query, words);

  g_assert_cmpstr (expression,
                   ==,
                   "(\"gpt 4\" OR \"gpt4\") AND (\"of\") AND (\"rewards\" * OR \"reward\")");
  g_assert_cmpmem (words->data, words->len * sizeof (guint), expected, sizeof expected);
  g_assert_cmpuint (plumb_query_get_n_words (query), ==, 3);
}

static void
test_invalid (void)
{
  static const char *const texts[] = { "\xff", "a \xc3", "\xed\xa0\x80", "ok \xf5\x80\x80\x80" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbQuery) query = plumb_query_new (texts[i], &error);

    g_assert_error (error, PLUMB_SEARCH_ERROR, PLUMB_SEARCH_ERROR_ENCODING);
    g_assert_null (query);
  }
}

static sqlite3 *
open_table (void)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  g_assert_cmpint (plumb_fts5_register_tokenizer (database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "CREATE VIRTUAL TABLE t USING fts5 (text, tokenize='plumb'); "
                                 "INSERT INTO t VALUES ('some text'), ('a b c'), ('对齐问题')",
                                 NULL,
                                 NULL,
                                 NULL),
                   ==,
                   SQLITE_OK);

  return database;
}

/* How many rows match; that it is no syntax error is the point. */
static guint
count_matches (sqlite3 *database, const char *text)
{
  g_autoptr (PlumbQuery) query = plumb_query_new (text, NULL);
  g_autofree char *expression = NULL;
  sqlite3_stmt *statement;
  guint n = 0;
  int result;

  g_assert_nonnull (query);
  expression = plumb_query_to_fts5 (query, NULL);
  if (expression == NULL) {
    return 0;
  }

  g_assert_cmpint (
      sqlite3_prepare_v2 (database, "SELECT 1 FROM t WHERE t MATCH ?1", -1, &statement, NULL),
      ==,
      SQLITE_OK);
  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW) {
    n++;
  }
  if (result != SQLITE_DONE) {
    g_test_message ("“%s”: %s", expression, sqlite3_errmsg (database));
  }
  g_assert_cmpint (result, ==, SQLITE_DONE);
  sqlite3_finalize (statement);

  return n;
}

/* Whatever is typed, FTS5 understands what is made of it. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "\"", "'", "(",  ")",  "*",  "^",    "NEAR", "NEAR(",  " ",      "AND", "OR",     "NOT",   "+",
    "-",  ":", "{",  "}",  ",",  "text", "a",    "对",     "é",      "ア",  "\x01",   "\\",    "%",
    "“",  "”", "\n", "\t", "’s", "3.5",  "🙂",   "\u202e", "\u0301", "ﷲ",   "\u200b", "x-y-z", ";",
  };
  sqlite3 *database = open_table ();

  for (guint i = 0; i < 3000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    guint n = (guint) g_test_rand_int_range (1, 30);

    for (guint j = 0; j < n; j++) {
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    }
    count_matches (database, text->str);
  }

  g_assert_cmpuint (count_matches (database, "\"a b"), ==, 1);
  sqlite3_close (database);
}

static void
test_long (void)
{
  sqlite3 *database = open_table ();
  g_autofree char *letters = g_strnfill (10000, 'a');
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) phrase = g_string_new ("\"");
  g_autoptr (GString) ideographs = g_string_new (NULL);
  g_autoptr (GString) compound = g_string_new (NULL);
  g_autoptr (PlumbQuery) query = NULL;

  for (guint i = 0; i < 2000; i++) {
    g_string_append_printf (words, "w%u ", i);
    g_string_append (phrase, "b c ");
    g_string_append (ideographs, "对");
    g_string_append (compound, "x-");
  }

  g_assert_cmpuint (count_matches (database, letters), ==, 0);
  g_assert_cmpuint (count_matches (database, words->str), ==, 0);
  g_assert_cmpuint (count_matches (database, phrase->str), ==, 0);
  g_assert_cmpuint (count_matches (database, ideographs->str), ==, 0);
  g_assert_cmpuint (count_matches (database, compound->str), ==, 0);

  query = plumb_query_new (words->str, NULL);
  g_assert_cmpuint (plumb_query_get_n_words (query), >=, 8);
  g_assert_cmpuint (plumb_query_get_n_words (query), <=, 32);

  sqlite3_close (database);
}

static const struct {
  const char *query;
  const char *text;
  const char *marked;
} find_cases[] = {
  { "", "some text", "some text" },
  { "reward", "Rewards reward the rewarded", "[Rewards] [reward] the [rewarded]" },
  { "reward ", "Rewards reward the rewarded", "[Rewards] [reward] the rewarded" },
  { "art", "party art", "party [art]" },
  { "cafe noir", "Le Café\u0301 NOIR", "Le [Café\u0301] [NOIR]" },
  { "\"of the\"", "of the people, of all the", "[of the] people, of all the" },
  { "محاذاة", "إنّ مُحَاذَاةُ القِيَم", "إنّ [مُحَاذَاةُ] القِيَم" },
  { "الاهداف", "الأهداف كلّها", "[الأهداف] كلّها" },
  { "对齐", "人工智能对齐问题，对 齐", "人工智能[对齐]问题，[对 齐]" },
  { "ライメ", "アライメント", "ア[ライメ]ント" },
  { "mesaoptimiser", "a mesa-optimiser’s goal", "a [mesa-optimiser’s] goal" },
  { "mesa-optimizer", "a mesa-optimiser", "a [mesa-optimiser]" },
  { "goodharts", "Goodhart’s law", "[Goodhart’s] law" },
  { "goodhart", "Goodhart’s law", "[Goodhart’s] law" },
  { "optimize", "optimises", "[optimises]" },
  { "b a", "a b a", "[a] [b] [a]" },
  { "\"a b\" \"b c\"", "a b c", "[a b c]" },
  { "2025", "in ٢٠٢٥", "in [٢٠٢٥]" },
};

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (find_cases); i++) {
    const char *text = find_cases[i].text;
    g_autoptr (PlumbQuery) query = plumb_query_new (find_cases[i].query, NULL);
    g_autoptr (GArray) ranges = plumb_query_find (query, text);
    g_autoptr (GString) marked = g_string_new (NULL);
    gsize at = 0;

    for (guint j = 0; j < ranges->len; j++) {
      const PlumbFoldRange *range = &g_array_index (ranges, PlumbFoldRange, j);

      g_assert_cmpuint (range->start, >=, at);
      g_string_append_len (marked, text + at, (gssize) (range->start - at));
      g_string_append_printf (marked,
                              "[%.*s]",
                              (int) (range->end - range->start),
                              text + range->start);
      at = range->end;
    }
    g_string_append (marked, text + at);
    g_assert_cmpstr (marked->str, ==, find_cases[i].marked);
  }
}

static void
test_words (void)
{
  g_autoptr (PlumbQuery) query = plumb_query_new ("Café \"Of the\" 对齐 rewards", NULL);
  g_auto (GStrv) words = plumb_query_dup_words (query);
  const char *const expected[] = { "cafe", "cafes", "of the", "对齐", "rewards*", "reward", NULL };

  g_assert_cmpstrv (words, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/spelling", test_spelling);
  g_test_add_func ("/search/query/expression", test_expression);
  g_test_add_func ("/search/query/phrase-words", test_phrase_words);
  g_test_add_func ("/search/query/invalid", test_invalid);
  g_test_add_func ("/search/query/hostile", test_hostile);
  g_test_add_func ("/search/query/long", test_long);
  g_test_add_func ("/search/query/find", test_find);
  g_test_add_func ("/search/query/words", test_words);

  return g_test_run ();
}
