/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-search.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "generated-feed.h"
#include "plumb-search-error.h"
#include "search-test.h"

typedef struct {
  char *path;
  GFile *folder;
  FixtureGate *gate;
  PlumbSearchIndex *index;
  PlumbSearch *search;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbSearchFeed) feed = NULL;

  fixture->path = search_test_make_folder ();
  fixture->folder = g_file_new_for_path (fixture->path);
  fixture->gate = fixture_gate_new ();
  feed = fixture_feed_new ("n", "h", search_test_topics, search_test_n_topics, fixture->gate);
  fixture->index = plumb_search_index_new_for_feed (feed, fixture->folder);
  fixture->search = plumb_search_new (fixture->index);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  if (fixture->search != NULL) {
    g_assert_finalize_object (fixture->search);
  }
  g_assert_finalize_object (fixture->index);
  search_test_remove_folder (fixture->path);
  g_free (fixture->path);
  g_object_unref (fixture->folder);
  fixture_gate_unref (fixture->gate);
}

static gboolean
is_settled (PlumbSearch *search)
{
  switch (plumb_search_get_state (search)) {
  case PLUMB_SEARCH_STATE_INDEXING:
  case PLUMB_SEARCH_STATE_SEARCHING:
    return FALSE;
  case PLUMB_SEARCH_STATE_IDLE:
  case PLUMB_SEARCH_STATE_DONE:
  case PLUMB_SEARCH_STATE_NOTHING:
  case PLUMB_SEARCH_STATE_ERROR:
  default:
    return TRUE;
  }
}

static char *
describe (PlumbSearch *search)
{
  GListModel *results = plumb_search_get_results (search);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (results); i++) {
    g_autoptr (PlumbSearchHit) hit = g_list_model_get_item (results, i);

    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", plumb_search_hit_get_topic (hit));
  }

  return g_string_free_and_steal (text);
}

#define assert_results(search, expected) \
  G_STMT_START \
  { \
    g_autofree char *results_found = describe (search); \
    g_assert_cmpstr (results_found, ==, expected); \
  } \
  G_STMT_END

static void
ask (PlumbSearch *search, const char *query)
{
  plumb_search_set_query (search, query);
  search_test_wait_for (is_settled (search));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
record_state_cb (PlumbSearch *search, GParamSpec *pspec, GString *states)
{
  GEnumClass *klass = g_type_class_get (PLUMB_TYPE_SEARCH_STATE);

  g_string_append_printf (
      states,
      "%s ",
      g_enum_get_value (klass, (int) plumb_search_get_state (search))->value_nick);
}

static void
test_new_destroy (Fixture *fixture, gconstpointer user_data)
{
  PlumbSearch *search = plumb_search_new (fixture->index);
  g_autoptr (PlumbSearchIndex) index = NULL;
  g_autoptr (GListModel) results = NULL;
  g_autofree char *query = NULL;
  PlumbSearchState state;
  guint n_results;
  guint n_topics;
  double progress;

  g_object_get (search,
                "index",
                &index,
                "query",
                &query,
                "results",
                &results,
                "state",
                &state,
                "n-results",
                &n_results,
                "n-topics",
                &n_topics,
                "progress",
                &progress,
                NULL);
  g_assert_true (index == fixture->index);
  g_assert_cmpstr (query, ==, "");
  g_assert_true (results == plumb_search_get_results (search));
  g_assert_true (g_list_model_get_item_type (results) == PLUMB_TYPE_SEARCH_HIT);
  g_assert_cmpint (state, ==, PLUMB_SEARCH_STATE_IDLE);
  g_assert_cmpuint (n_results, ==, 0);
  g_assert_cmpuint (n_topics, ==, 0);
  g_assert_cmpfloat (progress, ==, 0);
  g_assert_null (plumb_search_get_error (search));

  g_clear_object (&results);
  g_assert_finalize_object (search);

  /* Nobody asked for anything, so nothing was read. */
  g_assert_cmpint (plumb_search_index_get_state (fixture->index),
                   ==,
                   PLUMB_SEARCH_INDEX_STATE_IDLE);
}

static void
test_properties (Fixture *fixture, gconstpointer user_data)
{
  guint n_query = 0;
  guint n_n_results = 0;
  guint n_n_topics = 0;

  g_signal_connect_swapped (fixture->search, "notify::query", G_CALLBACK (count_cb), &n_query);
  g_signal_connect_swapped (fixture->search,
                            "notify::n-results",
                            G_CALLBACK (count_cb),
                            &n_n_results);
  g_signal_connect_swapped (fixture->search,
                            "notify::n-topics",
                            G_CALLBACK (count_cb),
                            &n_n_topics);

  g_object_set (fixture->search, "query", "alignment", NULL);
  g_assert_cmpuint (n_query, ==, 1);
  g_object_set (fixture->search, "query", "alignment", NULL);
  g_assert_cmpuint (n_query, ==, 1);
  search_test_wait_for (is_settled (fixture->search));
  g_assert_cmpuint (n_n_results, ==, 1);
  g_assert_cmpuint (n_n_topics, ==, 1);
  g_assert_cmpuint (plumb_search_get_n_topics (fixture->search), ==, 2);

  /* Other topics, and as many */
  ask (fixture->search, "goodhart OR");
  ask (fixture->search, "alignment");
  plumb_search_set_query (fixture->search, NULL);
  g_assert_cmpstr (plumb_search_get_query (fixture->search), ==, "");
  g_assert_cmpint (plumb_search_get_state (fixture->search), ==, PLUMB_SEARCH_STATE_IDLE);
  g_assert_cmpuint (plumb_search_get_n_results (fixture->search), ==, 0);
  g_assert_cmpuint (plumb_search_get_n_topics (fixture->search), ==, 0);
}

static void
test_states (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GString) states = g_string_new (NULL);

  g_signal_connect (fixture->search, "notify::state", G_CALLBACK (record_state_cb), states);

  ask (fixture->search, "proxy");
  assert_results (fixture->search, "goodhart outer inner");
  ask (fixture->search, "nothingofthekind");
  assert_results (fixture->search, "");
  ask (fixture->search, "measure");
  assert_results (fixture->search, "goodhart");
  ask (fixture->search, "?!");
  ask (fixture->search, "  ");
  ask (fixture->search, "“");
  ask (fixture->search, "“round and");
  assert_results (fixture->search, "gaming");

  g_assert_cmpstr (states->str,
                   ==,
                   "indexing searching done searching nothing searching done "
                   "searching nothing idle searching done ");
}

/* While the index is made, there is progress; then the newest query is answered. */
static void
test_indexing (Fixture *fixture, gconstpointer user_data)
{
  guint n_progress = 0;

  g_signal_connect_swapped (fixture->search,
                            "notify::progress",
                            G_CALLBACK (count_cb),
                            &n_progress);

  fixture_gate_close (fixture->gate, 3);
  plumb_search_set_query (fixture->search, "alignment");
  g_assert_cmpint (plumb_search_get_state (fixture->search), ==, PLUMB_SEARCH_STATE_INDEXING);
  search_test_wait_for (plumb_search_get_progress (fixture->search) > 0.5);
  g_assert_cmpuint (n_progress, >, 0);

  plumb_search_set_query (fixture->search, "oversight");
  g_assert_cmpint (plumb_search_get_state (fixture->search), ==, PLUMB_SEARCH_STATE_INDEXING);
  plumb_search_set_query (fixture->search, "");
  g_assert_cmpint (plumb_search_get_state (fixture->search), ==, PLUMB_SEARCH_STATE_IDLE);
  plumb_search_set_query (fixture->search, "goodhart");
  g_assert_cmpint (plumb_search_get_state (fixture->search), ==, PLUMB_SEARCH_STATE_INDEXING);

  fixture_gate_open (fixture->gate);
  search_test_wait_for (is_settled (fixture->search));
  assert_results (fixture->search, "goodhart");
  g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), ==, search_test_n_topics);
}

/* Making the index is stopped by somebody else; the next query starts it again. */
static void
test_index_cancelled (Fixture *fixture, gconstpointer user_data)
{
  fixture_gate_close (fixture->gate, 3);
  plumb_search_set_query (fixture->search, "alignment");
  fixture_gate_wait (fixture->gate);
  plumb_search_set_query (fixture->search, "");
  plumb_search_index_cancel (fixture->index);
  fixture_gate_open (fixture->gate);

  ask (fixture->search, "goodhart");
  assert_results (fixture->search, "goodhart");
  search_test_wait_for (search_test_count_files (fixture->path, "") == 1);
}

static void
test_invalid (Fixture *fixture, gconstpointer user_data)
{
  ask (fixture->search, "proxy");

  plumb_search_set_query (fixture->search, "pro\xff");
  g_assert_cmpint (plumb_search_get_state (fixture->search), ==, PLUMB_SEARCH_STATE_ERROR);
  g_assert_error (plumb_search_get_error (fixture->search),
                  PLUMB_SEARCH_ERROR,
                  PLUMB_SEARCH_ERROR_ENCODING);
  g_assert_cmpstr (plumb_search_get_query (fixture->search), ==, "proxy");
  g_assert_cmpuint (plumb_search_get_n_results (fixture->search), ==, 0);

  ask (fixture->search, "proxy");
  g_assert_cmpint (plumb_search_get_state (fixture->search), ==, PLUMB_SEARCH_STATE_DONE);
  g_assert_null (plumb_search_get_error (fixture->search));
  assert_results (fixture->search, "goodhart outer inner");

  /* In the middle of a search, too: what was refused stays refused. */
  plumb_search_set_query (fixture->search, "alignment");
  plumb_search_set_query (fixture->search, "\xc3");
  ask (fixture->search, "\xc3");
  for (guint i = 0; i < 20; i++) {
    g_main_context_iteration (NULL, FALSE);
  }
  g_assert_cmpint (plumb_search_get_state (fixture->search), ==, PLUMB_SEARCH_STATE_ERROR);
}

static void
test_failed (Fixture *fixture, gconstpointer user_data)
{
  sqlite3_int64 limit = sqlite3_hard_heap_limit64 (0);

  sqlite3_hard_heap_limit64 (1);
  ask (fixture->search, "proxy");
  sqlite3_hard_heap_limit64 (limit);

  g_assert_cmpint (plumb_search_get_state (fixture->search), ==, PLUMB_SEARCH_STATE_ERROR);
  g_assert_error (plumb_search_get_error (fixture->search),
                  PLUMB_SEARCH_ERROR,
                  PLUMB_SEARCH_ERROR_MEMORY);

  /* When the index comes after all, so does the answer. */
  plumb_search_index_prepare (fixture->index);
  search_test_wait_for (plumb_search_get_state (fixture->search) == PLUMB_SEARCH_STATE_DONE);
  assert_results (fixture->search, "goodhart outer inner");
}

/* A file that was good when it was opened, and is not when it is searched */
static void
test_repaired (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GString) states = g_string_new (NULL);
  g_autofree char *path = NULL;

  search_test_prepare (fixture->index);
  path = search_test_find_index (fixture->path);
  search_test_damage (path);

  g_signal_connect (fixture->search, "notify::state", G_CALLBACK (record_state_cb), states);
  ask (fixture->search, "proxy");
  assert_results (fixture->search, "goodhart outer inner");
  g_assert_cmpstr (states->str, ==, "searching indexing searching done ");
  g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), ==, 2 * search_test_n_topics);

  /* So is one that somebody removed. */
  g_clear_object (&fixture->search);
  fixture->search = plumb_search_new (fixture->index);
  g_assert_cmpint (g_unlink (path), ==, 0);
  ask (fixture->search, "proxy");
  assert_results (fixture->search, "goodhart outer inner");
  g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), ==, 3 * search_test_n_topics);
}

static void
damage_when_ready_cb (PlumbSearchIndex *index, GParamSpec *pspec, const char *folder)
{
  if (plumb_search_index_get_ready (index)) {
    g_autofree char *path = search_test_find_index (folder);

    search_test_damage (path);
  }
}

static void
test_irreparable (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbSearch) search = NULL;

  /* Before the search hears that the index is ready */
  g_clear_object (&fixture->search);
  g_signal_connect (fixture->index,
                    "notify::state",
                    G_CALLBACK (damage_when_ready_cb),
                    fixture->path);
  search = plumb_search_new (fixture->index);

  ask (search, "proxy");
  g_assert_cmpint (plumb_search_get_state (search), ==, PLUMB_SEARCH_STATE_ERROR);
  g_assert_error (plumb_search_get_error (search), PLUMB_SEARCH_ERROR, PLUMB_SEARCH_ERROR_DAMAGED);
  g_assert_cmpuint (plumb_search_get_n_results (search), ==, 0);
  /* It was tried a few times, and not for ever. */
  g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), >, search_test_n_topics);
  g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), <=, 5 * search_test_n_topics);
}

static void
test_two_searches (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbSearch) other = plumb_search_new (fixture->index);

  plumb_search_set_query (fixture->search, "proxy");
  plumb_search_set_query (other, "oversight");
  search_test_wait_for (is_settled (fixture->search) && is_settled (other));
  assert_results (fixture->search, "goodhart outer inner");
  assert_results (other, "oversight");
  g_assert_cmpuint (fixture_gate_get_n_loads (fixture->gate), ==, search_test_n_topics);
}

static void
test_in_memory (void)
{
  g_autoptr (PlumbSearchFeed) feed = NULL;
  g_autoptr (PlumbSearchIndex) index = NULL;
  g_autoptr (PlumbSearch) search = NULL;
  g_autoptr (PlumbSearch) other = NULL;

  feed = fixture_feed_new ("n", "h", search_test_topics, search_test_n_topics, NULL);
  index = plumb_search_index_new_for_feed (feed, NULL);
  search = plumb_search_new (index);
  other = plumb_search_new (index);

  ask (search, "proxy");
  ask (other, "alignment");
  assert_results (search, "goodhart outer inner");
  assert_results (other, "outer inner");
  g_assert_true (plumb_search_index_get_in_memory (index));
}

/* Each answer is that of the query that stands there. */
static void
check_answer (PlumbSearch *search)
{
  GListModel *results = plumb_search_get_results (search);
  g_autoptr (PlumbSearchHit) hit = g_list_model_get_item (results, 0);
  g_autoptr (PlumbQuery) query = plumb_query_new (plumb_search_get_query (search), NULL);
  g_auto (GStrv) expected = plumb_query_dup_words (query);
  g_auto (GStrv) words = NULL;

  g_assert_nonnull (hit);
  words = plumb_search_hit_dup_words (hit);
  g_assert_cmpstrv (words, expected);
}

static void
check_done_cb (PlumbSearch *search, GParamSpec *pspec, guint *n)
{
  if (plumb_search_get_state (search) == PLUMB_SEARCH_STATE_DONE) {
    check_answer (search);
    (*n)++;
  }
}

/* Somebody types faster than searches end. */
static void
test_fast_typist (void)
{
  static const char *const typed = "the of reward alignment of the measure";
  g_autoptr (PlumbSearchFeed) feed = generated_feed_new (150);
  g_autoptr (PlumbSearchIndex) index = plumb_search_index_new_for_feed (feed, NULL);
  g_autoptr (PlumbSearch) search = plumb_search_new (index);
  guint n_changes = 0;
  guint n_answers = 0;

  search_test_prepare (index);
  g_signal_connect_swapped (plumb_search_get_results (search),
                            "items-changed",
                            G_CALLBACK (count_cb),
                            &n_changes);
  g_signal_connect (search, "notify::state", G_CALLBACK (check_done_cb), &n_answers);

  /* All keys at once: only the last is answered. */
  for (const char *p = typed; *p != '\0'; p++) {
    g_autofree char *query = g_strndup (typed, (gsize) (p + 1 - typed));

    plumb_search_set_query (search, query);
  }
  g_assert_cmpint (plumb_search_get_state (search), ==, PLUMB_SEARCH_STATE_SEARCHING);
  search_test_wait_for (is_settled (search));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (n_answers, ==, 1);
  g_assert_cmpuint (plumb_search_get_n_results (search), ==, PLUMB_SEARCH_MAX_HITS);

  /* With pauses of all lengths, each answer that comes is the right one. */
  for (guint i = 0; i < 300; i++) {
    gsize length = (gsize) g_test_rand_int_range (1, (gint32) strlen (typed) + 1);
    guint n_iterations = (guint) g_test_rand_int_range (0, 4);
    g_autofree char *query = g_strndup (typed, length);

    plumb_search_set_query (search, query);
    for (guint j = 0; j < n_iterations; j++) {
      g_main_context_iteration (NULL, j == 3);
    }
  }
  search_test_wait_for (is_settled (search));
  check_answer (search);

  /* Nothing comes after the query was cleared. */
  plumb_search_set_query (search, "alignment t");
  plumb_search_set_query (search, "");
  n_changes = 0;
  for (guint i = 0; i < 20; i++) {
    g_main_context_iteration (NULL, FALSE);
  }
  ask (search, "nothingofthekind");
  g_assert_cmpuint (n_changes, ==, 0);
}

/* An answer that is not waited for: the search may go at any time. */
static void
test_destroyed (void)
{
  g_autoptr (PlumbSearchFeed) feed = generated_feed_new (50);
  g_autoptr (PlumbSearchIndex) index = plumb_search_index_new_for_feed (feed, NULL);

  search_test_prepare (index);
  for (guint i = 0; i < 100; i++) {
    PlumbSearch *search = plumb_search_new (index);
    guint n_iterations = (guint) g_test_rand_int_range (0, 3);

    plumb_search_set_query (search, "the of a");
    for (guint j = 0; j < n_iterations; j++) {
      g_main_context_iteration (NULL, FALSE);
    }
    plumb_search_set_query (search, "the of al");
    g_assert_finalize_object (search);
  }
}

static void
test_destroyed_while_indexing (Fixture *fixture, gconstpointer user_data)
{
  fixture_gate_close (fixture->gate, 3);
  plumb_search_set_query (fixture->search, "proxy");
  fixture_gate_wait (fixture->gate);
  g_assert_finalize_object (g_steal_pointer (&fixture->search));
  fixture_gate_open (fixture->gate);

  /* The index is not the search's, and goes on. */
  search_test_prepare (fixture->index);
  g_assert_true (plumb_search_index_get_ready (fixture->index));
}

static void
drop_search_cb (GListModel *results,
                guint position,
                guint removed,
                guint added,
                PlumbSearch **search)
{
  g_clear_object (search);
}

/* Whoever shows the results may be gone when they come. */
static void
test_destroyed_by_answer (Fixture *fixture, gconstpointer user_data)
{
  PlumbSearch *search = plumb_search_new (fixture->index);

  g_signal_connect (plumb_search_get_results (search),
                    "items-changed",
                    G_CALLBACK (drop_search_cb),
                    &search);
  plumb_search_set_query (search, "proxy");
  search_test_wait_for (search == NULL);
}

#define ADD(path, function) \
  g_test_add ("/search/search/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("new-destroy", test_new_destroy);
  ADD ("properties", test_properties);
  ADD ("states", test_states);
  ADD ("indexing", test_indexing);
  ADD ("index-cancelled", test_index_cancelled);
  ADD ("invalid", test_invalid);
  ADD ("failed", test_failed);
  ADD ("repaired", test_repaired);
  ADD ("irreparable", test_irreparable);
  ADD ("two-searches", test_two_searches);
  ADD ("destroyed-while-indexing", test_destroyed_while_indexing);
  ADD ("destroyed-by-answer", test_destroyed_by_answer);
  g_test_add_func ("/search/search/in-memory", test_in_memory);
  g_test_add_func ("/search/search/fast-typist", test_fast_typist);
  g_test_add_func ("/search/search/destroyed", test_destroyed);

  return g_test_run ();
}
