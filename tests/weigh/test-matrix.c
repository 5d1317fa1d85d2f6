/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "plumb-crux-row.h"
#include "plumb-shared-point.h"
#include "plumb-weigh-test.h"
#include "plumb-weighing-words.h"

#include <plumb-reader.h>

static void
test_new_destroy (void)
{
  PlumbCruxSet *set = plumb_test_set ("a 2 -2 0 R", NULL);
  PlumbCruxRow *row = plumb_crux_row_new (set, 0);
  g_autofree char *statement = NULL;
  g_autofree char *topic = NULL;
  double spread;
  guint number;

  g_object_get (row,
                "statement",
                &statement,
                "topic",
                &topic,
                "spread",
                &spread,
                "number",
                &number,
                NULL);
  g_assert_cmpstr (statement, ==, "Statement a.");
  g_assert_cmpstr (topic, ==, NULL);
  g_assert_cmpfloat (spread, ==, plumb_crux_row_get_spread (row));
  g_assert_cmpuint (number, ==, 0);
  g_assert_true (plumb_crux_row_get_set (row) == set);
  g_assert_cmpstr (plumb_crux_row_get_crux (row)->id, ==, "a");
  g_assert_finalize_object (row);
  g_assert_finalize_object (set);
}

static void
test_spread (void)
{
  static const struct {
    const char *ratings;
    double expected;
  } cases[] = {
    { "a 1 1 1 1", 0 },
    { "a 0 0 0 1", 3.0 / 6 },
    { "a 2 -2 -2 -2", 12.0 / 6 },
    { "a 2 2 -2 -2", 16.0 / 6 },
    { "a -2 2 2 -2", 16.0 / 6 },
    { "a 2 -2 0 0", 12.0 / 6 },
    { "a R R R R", 0 },
    { "a R 2 2 2", 6.0 / 6 },
    { "a R 0 0 0", 6.0 / 6 },
    { "a R -2 2 0", (6.0 + 4 + 2 + 2) / 6 },
    { "a - 2 2 0", (2.0 + 2) / 3 },
    { "a 2", 0 },
    { "a 2 -", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbCruxSet) set = plumb_test_set (cases[i].ratings, NULL);
    g_autoptr (PlumbCruxRow) row = plumb_crux_row_new (set, 0);

    g_assert_cmpfloat_with_epsilon (plumb_crux_row_get_spread (row), cases[i].expected, 1e-12);
  }
}

/* How much positions differ does not depend on which is which. */
static void
test_spread_symmetry (void)
{
  static const guint orders[][4] = { { 1, 0, 2, 3 }, { 3, 2, 1, 0 }, { 1, 2, 3, 0 } };
  static const char *const ratings[] = { "a 2 -1 0 R", "a R 1 - -2", "a 0 1 2 2" };

  for (guint i = 0; i < G_N_ELEMENTS (ratings) * G_N_ELEMENTS (orders); i++) {
    const char *text = ratings[i / G_N_ELEMENTS (orders)];
    g_autoptr (PlumbCruxSet) set = plumb_test_set (text, NULL);
    g_autoptr (PlumbCruxSet) other = plumb_test_set (text, orders[i % G_N_ELEMENTS (orders)]);
    g_autoptr (PlumbCruxRow) row = plumb_crux_row_new (set, 0);
    g_autoptr (PlumbCruxRow) other_row = plumb_crux_row_new (other, 0);

    g_assert_cmpfloat (plumb_crux_row_get_spread (row), ==, plumb_crux_row_get_spread (other_row));
  }
}

static void
test_agreeing (void)
{
  static const struct {
    const char *ratings;
    guint expected[4];
  } cases[] = {
    { "a 1 1 0 -1", { 3, 3, 4, 8 } },
    { "a 2 2 2 2", { 15, 15, 15, 15 } },
    { "a R 0 R -", { 5, 2, 5, 0 } },
    { "a R 2 -2 0", { 1, 2, 4, 8 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbCruxSet) set = plumb_test_set (cases[i].ratings, NULL);
    g_autoptr (PlumbCruxRow) row = plumb_crux_row_new (set, 0);

    for (guint j = 0; j < 4; j++) {
      g_assert_cmpuint (plumb_crux_row_get_agreeing (row, j), ==, cases[i].expected[j]);
    }
  }
}

typedef enum {
  BY_NUMBER,
  BY_SPREAD,
  BY_STATEMENT,
  BY_RATING,
} By;

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  PlumbCruxRow *one = (PlumbCruxRow *) a;
  PlumbCruxRow *other = (PlumbCruxRow *) b;

  switch ((By) GPOINTER_TO_INT (user_data)) {
  case BY_SPREAD:
    return plumb_crux_row_compare_spread (one, other);
  case BY_STATEMENT:
    return plumb_crux_row_compare_statement (one, other);
  case BY_RATING:
    return plumb_crux_row_compare_rating (one, other, 0);
  case BY_NUMBER:
  default:
    return plumb_crux_row_compare_number (one, other);
  }
}

static void
test_sort (void)
{
  static const char *const expected[] = { "d b a e c", "b d a e c", "a b c d e", "a d e b c" };
  g_autoptr (PlumbCruxSet) set = plumb_test_set ("d -1 0; b 1 1; a -2 -1; e 0 2; c R 0", NULL);
  g_autoptr (GListModel) rows = plumb_crux_set_dup_rows (set);

  /* a and d differ by 1, c and e by 2; d comes before a in the set, and e before c. */
  for (int by = BY_NUMBER; by <= BY_RATING; by++) {
    g_autoptr (GString) ids = g_string_new (NULL);

    g_list_store_sort (G_LIST_STORE (rows), compare_cb, GINT_TO_POINTER (by));
    for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
      g_autoptr (PlumbCruxRow) row = g_list_model_get_item (rows, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", plumb_crux_row_get_crux (row)->id);
    }
    g_assert_cmpstr (ids->str, ==, expected[by]);
  }
}

/* Every cell says something of its own, in a word, in a sign and in a sentence. */
static void
test_words (void)
{
  static const struct {
    PlumbStanding standing;
    int value;
  } cells[] = {
    { PLUMB_STANDING_RATES, -2 }, { PLUMB_STANDING_RATES, -1 }, { PLUMB_STANDING_RATES, 0 },
    { PLUMB_STANDING_RATES, 1 },  { PLUMB_STANDING_RATES, 2 },  { PLUMB_STANDING_REJECTS, 0 },
    { PLUMB_STANDING_SILENT, 0 },
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) explanation = plumb_weighing_dup_explanation ();

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++) {
    char *sentence = plumb_standing_to_sentence (cells[i].standing, cells[i].value, "Moderate");

    g_assert_true (g_str_has_prefix (sentence, "Moderate: "));
    g_assert_true (g_hash_table_add (seen, sentence));
    g_assert_true (
        g_hash_table_add (seen,
                          g_strdup (plumb_standing_get_name (cells[i].standing, cells[i].value))));
    g_assert_true (
        g_hash_table_add (seen,
                          g_strdup (plumb_standing_get_sign (cells[i].standing, cells[i].value))));
  }
  for (int weight = 0; weight <= PLUMB_WEIGHT_MAX; weight++) {
    g_assert_true (g_hash_table_add (seen, g_strdup (plumb_weight_get_name (weight))));
  }
  for (int likelihood = PLUMB_LIKELIHOOD_NONE; likelihood <= 100; likelihood++) {
    g_assert_true (g_hash_table_add (seen, plumb_likelihood_to_text (likelihood)));
  }
  g_assert_cmpuint (g_strv_length (explanation), >, 4);
  g_assert_nonnull (strstr (plumb_weighing_get_formula (), "÷"));
  g_assert_cmpstr (plumb_weighing_get_spoken_formula (), !=, "");
}

static void
test_sentences (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set ("a!b 2 -2; b 1 R", NULL);
  g_autoptr (PlumbAnswers) answers = plumb_test_answers ("a=100 b=75");
  g_autoptr (PlumbAnswers) nothing = plumb_answers_new ();
  g_autoptr (PlumbWeighing) weighing = plumb_weighing_new (set, answers);
  g_autoptr (PlumbWeighing) empty = plumb_weighing_new (set, nothing);
  g_autofree char *first = plumb_weighing_to_sentence (weighing, 0);
  g_autofree char *second = plumb_weighing_to_sentence (weighing, 1);
  g_autofree char *none = plumb_weighing_to_sentence (empty, 1);
  g_autofree char *down = NULL;
  g_autofree char *up = NULL;
  g_autofree char *all = NULL;
  g_autofree char *conflict = NULL;
  GArray *conflicts = plumb_weighing_get_conflicts (weighing);
  PlumbMove move;

  g_assert_cmpstr (first, ==, "Position 0: 100% close, by 2 answers.");
  g_assert_cmpstr (second, ==, "Position 1: 0% close, by 1 answer.");
  g_assert_cmpstr (none, ==, "Position 1: nothing to go by yet.");

  g_assert_true (plumb_weighing_get_largest_move (weighing, 0, &move));
  down = plumb_move_to_sentence (weighing, 0, &move);
  g_assert_cmpstr (down,
                   ==,
                   "“Statement a.” If your answer were 0%, you would be 50 points less close.");
  g_assert_true (plumb_weighing_get_largest_move (weighing, 1, &move));
  up = plumb_move_to_sentence (weighing, 1, &move);
  g_assert_cmpstr (up,
                   ==,
                   "“Statement a.” If your answer were 0%, you would be 100 points closer.");
  g_assert_true (plumb_weighing_get_largest_move (weighing, PLUMB_ALL_POSITIONS, &move));
  all = plumb_move_to_sentence (weighing, PLUMB_ALL_POSITIONS, &move);
  g_assert_cmpstr (
      all,
      ==,
      "“Statement a.” If your answer were 0%, the numbers would move by 75 points on average.");

  g_assert_cmpuint (conflicts->len, ==, 1);
  conflict = plumb_conflict_to_sentence (weighing, &g_array_index (conflicts, PlumbConflict, 0));
  g_assert_cmpstr (conflict,
                   ==,
                   "You think both of these likely, and they go ill together: “Statement a.” "
                   "(100%) and “Statement b.” (75%).");
}

static PlumbDebate *
make_debate (void)
{
  static const char json[] =
      "{\"question\":\"Q?\",\"shared\":["
      "{\"id\":\"s\",\"text\":\"Both.\",\"positions\":[\"p0\",\"p2\"],\"claims\":[\"told\"]},"
      "{\"id\":\"alone\",\"text\":\"One.\",\"positions\":[\"p1\"]}],\"positions\":["
      "{\"position\":\"p0\",\"thesis\":\"T\",\"reasons\":["
      "{\"text\":\"R\",\"claims\":[\"told\",\"both\"]},{\"text\":\"R\",\"claims\":[\"both\"]}]},"
      "{\"position\":\"p1\",\"thesis\":\"T\",\"reasons\":[{\"text\":\"R\",\"claims\":[\"all\"]},"
      "{\"text\":\"R\",\"claims\":[\"both\"]}]},"
      "{\"position\":\"p2\",\"thesis\":\"T\",\"reasons\":[{\"text\":\"R\"},"
      "{\"text\":\"R\",\"claims\":[\"all\",\"told\",\"own\"]}]}]}";
  g_autofree char *topic = g_strconcat (
      "{\"format\":1,\"id\":\"t\",\"section\":\"s\",\"title\":\"T\",\"summary\":\"S.\",\"levels\":["
      "{\"level\":1,\"blocks\":[{\"id\":\"b\",\"type\":\"paragraph\",\"framing\":true,\"text\":\"x\"}]}],"
      "\"debate\":",
      json,
      "}",
      NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (topic, strlen (topic));
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbTopic)
      record = plumb_reader_read_bytes (bytes, "topics/t.json", PLUMB_TYPE_TOPIC, NULL, &error);

  g_assert_no_error (error);

  return g_object_ref (record->debate);
}

/* Each point once: what is declared, and what several give as a reason and is not said yet. */
static void
test_shared (void)
{
  g_autoptr (PlumbDebate) debate = make_debate ();
  g_autoptr (GPtrArray) points = plumb_debate_dup_shared_points (debate);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++) {
    PlumbSharedPoint *point = g_ptr_array_index (points, i);

    g_assert_cmpint (point->shared != NULL, !=, point->claim != NULL);
    g_string_append_printf (found,
                            "%s:%u ",
                            point->shared != NULL ? point->shared->id : point->claim,
                            point->positions);
  }
  g_assert_cmpstr (found->str, ==, "s:5 both:3 all:6 ");
}

/* The library that is shipped has a full matrix, in which nobody is silent, and shared points in every debate. */
static void
test_bundled (void)
{
  g_autoptr (PlumbLibrary) library = plumb_test_open_bundled ();
  g_autoptr (PlumbCruxSet) set = plumb_crux_set_new_for_all (library);
  g_autoptr (GListModel) rows = plumb_crux_set_dup_rows (set);
  GListModel *topics = plumb_library_get_topics (library);
  guint n_rejected = 0;

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, plumb_crux_set_get_n_cruxes (set));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (PlumbCruxRow) row = g_list_model_get_item (rows, i);

    g_assert_cmpfloat (plumb_crux_row_get_spread (row), >, 0);
    g_assert_cmpfloat (plumb_crux_row_get_spread (row), <=, 16.0 / 6);
    for (guint j = 0; j < 4; j++) {
      PlumbStanding standing = plumb_crux_row_get_standing (row, j, NULL);

      g_assert_cmpint (standing, !=, PLUMB_STANDING_SILENT);
      n_rejected += standing == PLUMB_STANDING_REJECTS ? 1 : 0;
    }
  }
  g_assert_cmpuint (n_rejected, >, 0);

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);
    g_autoptr (PlumbTopic) topic = NULL;
    g_autoptr (GPtrArray) points = NULL;

    if (plumb_topic_entry_is_upcoming (entry)) {
      continue;
    }
    topic = plumb_library_load_topic (library, plumb_topic_entry_get_id (entry), NULL);
    points = plumb_debate_dup_shared_points (topic->debate);
    g_assert_cmpuint (points->len, >=, g_list_model_get_n_items (topic->debate->shared));
    g_assert_cmpuint (points->len, >, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matrix/new-destroy", test_new_destroy);
  g_test_add_func ("/matrix/spread", test_spread);
  g_test_add_func ("/matrix/spread-symmetry", test_spread_symmetry);
  g_test_add_func ("/matrix/agreeing", test_agreeing);
  g_test_add_func ("/matrix/sort", test_sort);
  g_test_add_func ("/matrix/words", test_words);
  g_test_add_func ("/matrix/sentences", test_sentences);
  g_test_add_func ("/matrix/shared", test_shared);
  g_test_add_func ("/matrix/bundled", test_bundled);

  return g_test_run ();
}
