/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-fts5.h"
#include "plumb-tokenizer.h"

#include <string.h>

typedef struct {
  const char *text;
  /* Tokens with a space between them; “+” before one that stands where the one before it does; “|” before one that
   * starts a new run. */
  const char *tokens;
} TokenCase;

static const TokenCase token_cases[] = {
  { "", "" },
  { " .,-'\"!? ", "" },
  { "one", "|one" },
  { "One two, THREE.", "|one |two |three" },
  { "naïve Café", "|naive |cafe" },
  { "mesa-optimiser here", "|mesa +mesaoptimiser optimiser |here" },
  { "state‐of‑the-art", "|state +stateoftheart of the art" },
  { "a-b-c-d-e-f", "|a b c d e f" },
  { "Goodhart’s law", "|goodhart +goodharts |law" },
  { "Goodhart's-law", "|goodhart +goodhartslaw s law" },
  { "it’s don't we’re", "|it +its |don +dont t |we +were re" },
  { "l’alignement d’IA", "|l +lalignement alignement |d +dia ia" },
  { "'quoted' -dash- a - b", "|quoted |dash |a |b" },
  { "agents’ goals", "|agents |goals" },
  { "GPT-4 gpt4", "|gpt +gpt4 4 |gpt4" },
  { "3.5 1,000 10:30 1.", "|3 5 |1 000 |10 30 |1" },
  { "end.Start a.b 3.a", "|end |start |a |b |3 |a" },
  { "snake_case", "|snake +snakecase case" },
  { "and/or e@f.org", "|and |or |e |f |org" },
  { "word—word", "|word |word" },
  { "x² H₂O", "|x2 |h2o" },
  { "β Β ϐ", "|β |β |β" },
  { "对齐问题", "|对 齐 问 题" },
  { "AI对齐，问题 v2", "|ai |对 齐 |问 题 |v2" },
  { "アライメント", "|ア ラ イ メ ン ト" },
  { "ｱﾗｲﾒﾝﾄのガ", "|ア ラ イ メ ン ト の ガ" },
  { "々〇ー", "|々 〇 ー" },
  { "アライメント・タックス", "|ア ラ イ メ ン ト |タ ッ ク ス" },
  { "한국어 정렬", "|한국어 |정렬" },
  { "مُحَاذَاةُ القِيَم", "|محاذاه |القيم" },
  { "می‌خواهم", "|ميخواهم" },
  { "हिन्दी भाषा", "|हिन्दी |भाषा" },
  { "ภาษาไทย", "|ภ า ษ า ไ ท ย" },
  { "ที่นี่", "|ที่ นี่" },
  { "٢٠٢٥", "|2025" },
  { "a\x01"
    "b\xff"
    "c",
    "|a |b |c" },
  { "🙂 ok → fine", "|ok |fine" },
  { "\u0301 x", "|x" },
  { "㍿", "|株 式 会 社" },
};

static int
append_token_cb (const PlumbToken *token, gpointer user_data)
{
  GString *tokens = user_data;
  static guint run;

  g_assert_cmpuint (strlen (token->text), ==, token->length);
  g_assert_cmpuint (token->length, >, 0);
  g_assert_cmpuint (token->end, >, token->start);

  if (tokens->len > 0) {
    g_string_append_c (tokens, ' ');
  }
  if (token->kind == PLUMB_TOKEN_JOINED) {
    g_assert_cmpuint (token->run, ==, run);
    g_string_append_c (tokens, '+');
  } else if (tokens->len == 0 || token->run != run) {
    g_string_append_c (tokens, '|');
  }
  g_string_append (tokens, token->text);
  run = token->run;

  return 0;
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (token_cases); i++) {
    g_autoptr (GString) tokens = g_string_new (NULL);

    g_assert_cmpint (plumb_tokenize (token_cases[i].text, -1, append_token_cb, tokens), ==, 0);
    g_assert_cmpstr (tokens->str, ==, token_cases[i].tokens);
  }
}

typedef struct {
  const char *text;
  GString *words;
} Words;

static int
append_original_cb (const PlumbToken *token, gpointer user_data)
{
  Words *words = user_data;

  g_string_append_printf (words->words,
                          "[%.*s]",
                          (int) (token->end - token->start),
                          words->text + token->start);

  return 0;
}

static void
test_offsets (void)
{
  const char *text = "Le Café\u0301, mesa-optimiser’s 对齐 مُحَاذَاةُ!";
  Words words = { text, g_string_new (NULL) };

  plumb_tokenize (text, -1, append_original_cb, &words);
  g_assert_cmpstr (words.words->str,
                   ==,
                   "[Le][Café\u0301][mesa][mesa-optimiser’s][optimiser][对][齐][مُحَاذَاةُ]");
  g_string_free (words.words, TRUE);
}

static int
stop_cb (const PlumbToken *token, gpointer user_data)
{
  guint *n = user_data;

  (*n)++;

  return g_str_equal (token->text, "stop") ? 42 : 0;
}

static void
test_stop (void)
{
  guint n = 0;

  g_assert_cmpint (plumb_tokenize ("go on stop here and there", -1, stop_cb, &n), ==, 42);
  g_assert_cmpuint (n, ==, 3);
}

static int
check_length_cb (const PlumbToken *token, gpointer user_data)
{
  guint *n = user_data;

  (*n)++;
  g_assert_cmpuint (token->length, <=, 128);
  g_assert_true (g_utf8_validate (token->text, (gssize) token->length, NULL));

  return 0;
}

static void
test_long (void)
{
  g_autofree char *word = g_strnfill (1000000, 'x');
  g_autoptr (GString) marks = g_string_new ("e");
  g_autoptr (GString) compound = g_string_new (NULL);
  guint n = 0;

  plumb_tokenize (word, -1, check_length_cb, &n);
  g_assert_cmpuint (n, ==, 1);

  /* A tower of marks, dropped ones and kept ones */
  for (guint i = 0; i < 100000; i++) {
    g_string_append (marks, i % 2 == 0 ? "\u0301" : "\u0941");
  }
  n = 0;
  plumb_tokenize (marks->str, -1, check_length_cb, &n);
  g_assert_cmpuint (n, ==, 1);

  for (guint i = 0; i < 100000; i++) {
    g_string_append (compound, "é-");
  }
  n = 0;
  plumb_tokenize (compound->str, -1, check_length_cb, &n);
  g_assert_cmpuint (n, ==, 100000);
}

/* A folded token is given to FTS5 in a query, and must be the same token again. */
static int
check_again_cb (const PlumbToken *token, gpointer user_data)
{
  g_autoptr (GString) again = g_string_new (NULL);
  g_autofree char *expected = g_strconcat ("|", token->text, NULL);

  plumb_tokenize (token->text, (gssize) token->length, append_token_cb, again);
  g_assert_cmpstr (again->str, ==, expected);

  return 0;
}

static void
test_again (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++) {
    char text[16] = { 0 };
    int length;

    if (!g_unichar_validate (c)) {
      continue;
    }

    length = g_unichar_to_utf8 (c, text);
    plumb_tokenize (text, -1, check_again_cb, NULL);
    text[length] = 'a';
    plumb_tokenize (text, -1, check_again_cb, NULL);
  }
}

static sqlite3 *
open_table (void)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  g_assert_cmpint (plumb_fts5_register_tokenizer (database), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (database,
                    "CREATE VIRTUAL TABLE t USING fts5 (text, tokenize='plumb', prefix='1 2 3')",
                    NULL,
                    NULL,
                    NULL),
      ==,
      SQLITE_OK);

  return database;
}

static void
insert (sqlite3 *database, const char *text)
{
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (database, "INSERT INTO t VALUES (?1)", -1, &statement, NULL),
                   ==,
                   SQLITE_OK);
  sqlite3_bind_text (statement, 1, text, -1, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

static const struct {
  const char *text;
  const char *match;
  const char *highlighted;
} highlight_cases[] = {
  { "Un café noir", "cafe", "Un [café] noir" },
  { "Un cafe\u0301 noir", "\"cafe noir\"", "Un [cafe\u0301 noir]" },
  { "Alignments", "ali*", "[Alignments]" },
  { "人工智能对齐问题", "\"对齐\"", "人工智能[对齐]问题" },
  { "アライメント税", "\"ライメ\"", "ア[ライメ]ント税" },
  { "قال مُحَاذَاةُ القِيَم", "محاذاة", "قال [مُحَاذَاةُ] القِيَم" },
  { "الأهداف", "الاهداف", "[الأهداف]" },
  { "the mesa-optimiser", "\"mesa optimiser\"", "the [mesa-optimiser]" },
  { "the mesa-optimiser", "optimiser", "the mesa-[optimiser]" },
  { "Goodhart’s law", "\"goodhart law\"", "[Goodhart’s law]" },
};

static void
test_fts5_highlight (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (highlight_cases); i++) {
    sqlite3 *database = open_table ();
    sqlite3_stmt *statement;

    insert (database, highlight_cases[i].text);
    g_assert_cmpint (sqlite3_prepare_v2 (database,
                                         "SELECT highlight (t, 0, '[', ']'), "
                                         "snippet (t, 0, '[', ']', '…', 20) FROM t WHERE t MATCH ?",
                                         -1,
                                         &statement,
                                         NULL),
                     ==,
                     SQLITE_OK);
    sqlite3_bind_text (statement, 1, highlight_cases[i].match, -1, SQLITE_STATIC);
    g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
    g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0),
                     ==,
                     highlight_cases[i].highlighted);
    g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 1),
                     ==,
                     highlight_cases[i].highlighted);
    sqlite3_finalize (statement);
    sqlite3_close (database);
  }
}

static void
test_fts5_joined (void)
{
  static const char *const matches[] = { "mesaoptimiser", "mesa*", "mesaopt*", "goodharts" };
  sqlite3 *database = open_table ();

  insert (database, "A mesa-optimiser under Goodhart’s law");
  insert (database, "Nothing of the kind");

  for (gsize i = 0; i < G_N_ELEMENTS (matches); i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM t WHERE t MATCH '%s'", matches[i]);
    sqlite3_stmt *statement;

    g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
    g_assert_cmpint (sqlite3_column_int (statement, 0), ==, 1);
    g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
    sqlite3_finalize (statement);
  }

  /* The index is what the tokenizer says that it is. */
  g_assert_cmpint (
      sqlite3_exec (database, "INSERT INTO t (t) VALUES ('integrity-check')", NULL, NULL, NULL),
      ==,
      SQLITE_OK);

  sqlite3_close (database);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/tokenizer/table", test_table);
  g_test_add_func ("/search/tokenizer/offsets", test_offsets);
  g_test_add_func ("/search/tokenizer/stop", test_stop);
  g_test_add_func ("/search/tokenizer/long", test_long);
  g_test_add_func ("/search/tokenizer/again", test_again);
  g_test_add_func ("/search/tokenizer/fts5/highlight", test_fts5_highlight);
  g_test_add_func ("/search/tokenizer/fts5/joined", test_fts5_joined);

  return g_test_run ();
}
