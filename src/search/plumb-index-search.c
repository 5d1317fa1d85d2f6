/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Searches an index: ranks the topics that a query matches, then looks through the passages of the best of them. */

#include "config.h"

#include "plumb-index-reader-private.h"

#include "plumb-matcher.h"
#include "plumb-passage-scorer.h"
#include "plumb-query-private.h"
#include "plumb-search-hit.h"
#include "plumb-snippet.h"
#include "plumb-text.h"

/* Topics whose passages are looked through. */
#define MAX_CANDIDATES 60

typedef struct {
  gint64 row;
  double score;

  char *name;
  char *title;
  GPtrArray *passages;
  PlumbScoredTopic scored;
} Candidate;

static void
candidate_clear (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->name);
  g_free (candidate->title);
  g_clear_pointer (&candidate->passages, g_ptr_array_unref);
}

/* The best first; of equal ones, the first in the library. */
static gint
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *candidate_a = a;
  const Candidate *candidate_b = b;

  if (candidate_a->score != candidate_b->score) {
    return candidate_a->score > candidate_b->score ? -1 : 1;
  }

  return (candidate_a->row > candidate_b->row) - (candidate_a->row < candidate_b->row);
}

/* Puts a topic in its place among the best ones. Rows come in order, so of equal ones the first stays ahead. */
static void
keep_candidate (GArray *candidates, gint64 row, double score)
{
  const Candidate candidate = { .row = row, .score = score };
  guint at = candidates->len;

  while (at > 0 && g_array_index (candidates, Candidate, at - 1).score < score) {
    at--;
  }
  if (at == MAX_CANDIDATES) {
    return;
  }

  g_array_insert_val (candidates, at, candidate);
  if (candidates->len > MAX_CANDIDATES) {
    g_array_set_size (candidates, MAX_CANDIDATES);
  }
}

static GArray *
rank_topics (PlumbIndexReader *self,
             const PlumbQuery *query,
             guint *n_topics,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GArray) candidates = NULL;
  g_autofree char *expression = plumb_rank_begin (self->rank, query, cancellable);
  int more;

  candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (candidates, candidate_clear);
  *n_topics = 0;

  sqlite3_bind_text (self->match, 1, expression, -1, SQLITE_STATIC);
  while ((more = plumb_index_reader_step (self, self->match, error)) > 0) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error)) {
      more = -1;
      break;
    }

    (*n_topics)++;
    keep_candidate (candidates,
                    sqlite3_column_int64 (self->match, 0),
                    sqlite3_column_double (self->match, 1));
  }
  sqlite3_reset (self->match);
  sqlite3_clear_bindings (self->match);

  return more == 0 ? g_steal_pointer (&candidates) : NULL;
}

static gboolean
read_passages (PlumbIndexReader *self, Candidate *candidate, GError **error)
{
  int more;

  candidate->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_passage_free);

  while ((more = plumb_index_reader_step (self, self->select_passages, error)) > 0) {
    PlumbPassage *passage = g_new0 (PlumbPassage, 1);

    g_ptr_array_add (candidate->passages, passage);
    passage->level = CLAMP (sqlite3_column_int (self->select_passages, 0), 0, 3);
    if (!plumb_index_reader_dup_text (self->select_passages, 1, &passage->anchor, error) ||
        !plumb_index_reader_dup_text (self->select_passages, 2, &passage->heading, error) ||
        !plumb_index_reader_dup_text (self->select_passages, 3, &passage->text, error) ||
        (passage->text == NULL && !plumb_index_reader_set_damaged (error))) {
      return FALSE;
    }
  }

  return more == 0;
}

static gboolean
read_topic (PlumbIndexReader *self, Candidate *candidate, GError **error)
{
  gboolean ok = FALSE;
  int more;

  sqlite3_bind_int64 (self->select_topic, 1, candidate->row);
  more = plumb_index_reader_step (self, self->select_topic, error);
  if (more == 0) {
    plumb_index_reader_set_damaged (error);
  } else if (more > 0 &&
             plumb_index_reader_dup_text (self->select_topic, 0, &candidate->name, error) &&
             plumb_index_reader_dup_text (self->select_topic, 1, &candidate->title, error)) {
    if (candidate->name == NULL || candidate->title == NULL) {
      plumb_index_reader_set_damaged (error);
    } else {
      sqlite3_bind_int64 (self->select_passages, 1, sqlite3_column_int64 (self->select_topic, 2));
      sqlite3_bind_int64 (self->select_passages, 2, sqlite3_column_int64 (self->select_topic, 3));
      ok = read_passages (self, candidate, error);
      sqlite3_reset (self->select_passages);
    }
  }
  sqlite3_reset (self->select_topic);

  return ok;
}

static PlumbSearchHit *
make_hit (const Candidate *candidate,
          const PlumbScoredPassage *place,
          PlumbQuery *query,
          PlumbMatcher *matcher,
          guint rank)
{
  const gboolean is_topic = place->passage < 0;
  const guint index = is_topic ? 0 : (guint) place->passage;
  const PlumbPassage *passage = NULL;
  g_autofree char *snippet = NULL;

  if (index < candidate->passages->len) {
    passage = g_ptr_array_index (candidate->passages, index);
    snippet = plumb_snippet_new (passage->text, plumb_matcher_run (matcher, passage->text));
  }

  return plumb_search_hit_new (query,
                               candidate->name,
                               candidate->title,
                               is_topic ? 0 : passage->level,
                               is_topic ? NULL : passage->anchor,
                               is_topic ? NULL : passage->heading,
                               snippet != NULL ? snippet : "",
                               rank);
}

static GPtrArray *
make_hits (GArray *candidates, PlumbQuery *query, PlumbMatcher *matcher, guint limit)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < candidates->len; i++) {
    const Candidate *candidate = &g_array_index (candidates, Candidate, i);

    for (guint j = 0; j < candidate->scored.n_passages && hits->len < limit; j++) {
      g_ptr_array_add (
          hits,
          make_hit (candidate, &candidate->scored.passages[j], query, matcher, hits->len + 1));
    }
  }

  return hits;
}

/*< private >
 * plumb_index_reader_search:
 * @self: a reader
 * @query: what to look for
 * @limit: the most hits to give
 * @n_topics: (out): how many topics there are that match
 * @cancellable: (nullable): ends the search when it is cancelled
 * @error: return location for a #PlumbSearchError or %G_IO_ERROR_CANCELLED
 *
 * Searches. The hits of one topic are together, at most %PLUMB_MAX_HITS_IN_TOPIC of them, and the best topics come
 * first.
 *
 * Returns: (transfer full) (nullable) (element-type PlumbSearchHit): the hits
 */
GPtrArray *
plumb_index_reader_search (PlumbIndexReader *self,
                           PlumbQuery *query,
                           guint limit,
                           guint *n_topics,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (PlumbMatcher) matcher = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (n_topics != NULL, NULL);

  if (plumb_query_is_empty (query)) {
    *n_topics = 0;
    return g_ptr_array_new_with_free_func (g_object_unref);
  }

  candidates = rank_topics (self, query, n_topics, cancellable, error);
  if (candidates == NULL) {
    return NULL;
  }

  matcher = plumb_matcher_new (query);
  for (guint i = 0; i < candidates->len; i++) {
    Candidate *candidate = &g_array_index (candidates, Candidate, i);

    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !read_topic (self, candidate, error)) {
      return NULL;
    }

    plumb_passages_score (matcher,
                          plumb_query_get_n_words (query),
                          plumb_rank_get_weights (self->rank),
                          candidate->title,
                          candidate->passages,
                          &candidate->scored);
    candidate->score += candidate->scored.bonus;
  }

  g_array_sort (candidates, compare_candidates);

  return make_hits (candidates, query, matcher, limit);
}
