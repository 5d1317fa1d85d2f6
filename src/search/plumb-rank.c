/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * How well a topic answers a query.
 *
 * It is BM25 (Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”, 2009,
 * https://doi.org/10.1561/1500000019) with the parts of a topic weighed apart: for each word of the query, its rarity
 * times
 *
 *   3 if it is in the title + up to 1.5 for the headings + up to 1 for the text
 *
 * where the text's part grows with how often the word is there, less and less, and shrinks with the length of the
 * topic. The start of a topic (summary and first level) counts double. FTS5's own bm25() has one weight for each
 * column, but puts it inside the part that levels off, so that a title can't outweigh many mentions; it also reads the
 * length of each row from a table, which takes most of the time when a broad query matches all of 10,000 topics.
 */

#include "config.h"

#include "plumb-rank.h"

#include <math.h>

#include "plumb-fts5.h"
#include "plumb-query-private.h"

#define TITLE_WEIGHT 3.0
#define HEADINGS_WEIGHT 1.5
#define HEADINGS_K1 0.5
#define START_WEIGHT 2.0
/* The usual constants of BM25: how soon mentions level off, and how much length counts. */
#define K1 1.2
#define B 0.5
#define LEAST_RARITY 0.5

struct _PlumbRank {
  /* Bytes of text, for each topic. */
  GArray *lengths;
  double average_length;

  /* Of the running query. */
  guint n_words;
  GArray *phrase_words;
  GArray *weights;
  gboolean weighed;
  GCancellable *cancellable;
};

/*< private >
 * plumb_rank_new:
 * @lengths: (element-type guint32): the length of each topic, in the order of their row ids from 1
 *
 * Makes a ranking for one connection.
 *
 * Returns: (transfer full): the ranking
 */
PlumbRank *
plumb_rank_new (GArray *lengths)
{
  PlumbRank *self = g_new0 (PlumbRank, 1);
  double sum = 0;

  self->lengths = g_array_ref (lengths);
  self->phrase_words = g_array_new (FALSE, FALSE, sizeof (guint));
  self->weights = g_array_new (FALSE, TRUE, sizeof (double));

  for (guint i = 0; i < lengths->len; i++) {
    sum += g_array_index (lengths, guint32, i);
  }
  self->average_length = MAX (1.0, sum / MAX (1, lengths->len));

  return self;
}

/*< private >
 * plumb_rank_free:
 * @self: (transfer full): a ranking; its connection must be closed
 *
 * Frees a ranking.
 */
void
plumb_rank_free (PlumbRank *self)
{
  g_array_unref (self->lengths);
  g_array_unref (self->phrase_words);
  g_array_unref (self->weights);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static int
count_row_cb (const Fts5ExtensionApi *api, Fts5Context *context, void *user_data)
{
  guint *n_rows = user_data;

  (*n_rows)++;

  return SQLITE_OK;
}

/* The rarity of each word. Where there is one word only, its rarity is the same for all topics. */
static int
weigh_words (PlumbRank *self, const Fts5ExtensionApi *api, Fts5Context *context)
{
  double n_topics = self->lengths->len;

  for (guint i = 0; i < self->n_words; i++) {
    g_array_index (self->weights, double, i) = 1;
  }
  self->weighed = TRUE;

  if (self->n_words < 2) {
    return SQLITE_OK;
  }

  for (guint i = 0; i < self->n_words; i++) {
    guint most = 0;

    for (guint phrase = 0; phrase < self->phrase_words->len; phrase++) {
      guint n_rows = 0;
      int result;

      if (g_array_index (self->phrase_words, guint, phrase) != i) {
        continue;
      }
      if (g_cancellable_is_cancelled (self->cancellable)) {
        return SQLITE_INTERRUPT;
      }

      result = api->xQueryPhrase (context, (int) phrase, &n_rows, count_row_cb);
      if (result != SQLITE_OK) {
        return result;
      }
      most = MAX (most, n_rows);
    }

    /* A word that is in all topics of a small library still counts: it may be the one that is in the title. */
    g_array_index (self->weights,
                   double,
                   i) = LEAST_RARITY + log (1 + (MAX (0.0, n_topics - most) + 0.5) / (most + 0.5));
  }

  return SQLITE_OK;
}

typedef struct {
  gboolean in_title;
  double headings;
  double text;
} Counts;

static int
count_phrase (const Fts5ExtensionApi *api, Fts5Context *context, int phrase, Counts *counts)
{
  Fts5PhraseIter iter;
  int column;
  int offset;
  int result;

  result = api->xPhraseFirst (context, phrase, &iter, &column, &offset);
  if (result != SQLITE_OK) {
    return result;
  }

  for (; column >= 0; api->xPhraseNext (context, &iter, &column, &offset)) {
    switch (column) {
    case PLUMB_RANK_COLUMN_TITLE:
      counts->in_title = TRUE;
      break;
    case PLUMB_RANK_COLUMN_HEADINGS:
      counts->headings++;
      break;
    case PLUMB_RANK_COLUMN_START:
      counts->text += START_WEIGHT;
      break;
    default:
      counts->text++;
      break;
    }
  }

  return SQLITE_OK;
}

static double
score_word (PlumbRank *self, const Counts *counts, double length)
{
  double norm = K1 * (1 - B + B * length / self->average_length);
  double score = 0;

  if (counts->in_title) {
    score += TITLE_WEIGHT;
  }
  score += HEADINGS_WEIGHT * counts->headings / (counts->headings + HEADINGS_K1);
  score += counts->text / (counts->text + norm);

  return score;
}

static void
rank_cb (const Fts5ExtensionApi *api,
         Fts5Context *context,
         sqlite3_context *result_context,
         int n_values,
         sqlite3_value **values)
{
  PlumbRank *self = api->xUserData (context);
  sqlite3_int64 row = api->xRowid (context);
  double length;
  double score = 0;
  guint phrase = 0;

  if (row < 1 || row > self->lengths->len ||
      api->xPhraseCount (context) != (int) self->phrase_words->len) {
    sqlite3_result_error_code (result_context, SQLITE_CORRUPT);
    return;
  }

  if (!self->weighed) {
    int result = weigh_words (self, api, context);

    if (result != SQLITE_OK) {
      sqlite3_result_error_code (result_context, result);
      return;
    }
  }

  length = g_array_index (self->lengths, guint32, (guint) row - 1);

  /* The phrases of one word follow each other. */
  for (guint word = 0; word < self->n_words; word++) {
    Counts counts = { 0 };

    for (; phrase < self->phrase_words->len &&
           g_array_index (self->phrase_words, guint, phrase) == word;
         phrase++) {
      int result = count_phrase (api, context, (int) phrase, &counts);

      if (result != SQLITE_OK) {
        sqlite3_result_error_code (result_context, result);
        return;
      }
    }

    score += g_array_index (self->weights, double, word) * score_word (self, &counts, length);
  }

  sqlite3_result_double (result_context, score);
}

/*< private >
 * plumb_rank_register:
 * @self: a ranking, which must outlive @database
 * @database: a connection
 *
 * Offers the ranking on @database as %PLUMB_RANK_FUNCTION.
 *
 * Returns: a result of SQLite
 */
int
plumb_rank_register (PlumbRank *self, sqlite3 *database)
{
  fts5_api *api = plumb_fts5_get_api (database);

  if (api == NULL) {
    return SQLITE_ERROR;
  }

  return api->xCreateFunction (api, PLUMB_RANK_FUNCTION, self, rank_cb, NULL);
}

/*< private >
 * plumb_rank_begin:
 * @self: a ranking
 * @query: the query that will be run next
 * @cancellable: (nullable): ends the query when it is cancelled
 *
 * Prepares for a query.
 *
 * Returns: (transfer full) (nullable): what to match, or %NULL where the query is empty
 */
char *
plumb_rank_begin (PlumbRank *self, const PlumbQuery *query, GCancellable *cancellable)
{
  self->n_words = plumb_query_get_n_words (query);
  self->weighed = FALSE;
  g_set_object (&self->cancellable, cancellable);
  g_array_set_size (self->weights, self->n_words);
  g_array_set_size (self->phrase_words, 0);

  return plumb_query_to_fts5 (query, self->phrase_words);
}

/*< private >
 * plumb_rank_get_weights:
 * @self: a ranking that has run
 *
 * Gets the rarity of each word of the query.
 *
 * Returns: (transfer none): the weights
 */
const double *
plumb_rank_get_weights (PlumbRank *self)
{
  return (const double *) (gpointer) self->weights->data;
}
