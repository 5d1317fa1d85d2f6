/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/**
 * PlumbSearch:
 *
 * A search that follows what a reader types.
 *
 * Setting #PlumbSearch:query returns at once. The search runs in a thread, with a connection of its own, and ends as
 * soon as the next query is set; #PlumbSearch:results are always those of the newest query that was answered, and never
 * go back to an older one. The first query makes the index, where nobody did before.
 */

#include "config.h"

#include "plumb-search.h"

#include "plumb-search-error.h"
#include "plumb-search-index-private.h"
#include "plumb-search-runner.h"

struct _PlumbSearch {
  GObject parent_instance;

  PlumbSearchIndex *index;
  char *query;
  PlumbSearchState state;
  GListStore *results;
  guint n_topics;
  GError *error;

  PlumbSearchRunner *runner;
};

G_DEFINE_FINAL_TYPE (PlumbSearch, plumb_search, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlumbSearchState,
                    plumb_search_state,
                    G_DEFINE_ENUM_VALUE (PLUMB_SEARCH_STATE_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (PLUMB_SEARCH_STATE_INDEXING, "indexing"),
                    G_DEFINE_ENUM_VALUE (PLUMB_SEARCH_STATE_SEARCHING, "searching"),
                    G_DEFINE_ENUM_VALUE (PLUMB_SEARCH_STATE_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (PLUMB_SEARCH_STATE_NOTHING, "nothing"),
                    G_DEFINE_ENUM_VALUE (PLUMB_SEARCH_STATE_ERROR, "error"))

enum {
  PROP_INDEX = 1,
  PROP_QUERY,
  PROP_RESULTS,
  PROP_STATE,
  PROP_N_RESULTS,
  PROP_N_TOPICS,
  PROP_PROGRESS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void update (PlumbSearch *self);

static void
set_state (PlumbSearch *self, PlumbSearchState state)
{
  if (self->state == state) {
    return;
  }

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_results (PlumbSearch *self, GPtrArray *hits, guint n_topics)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->results));
  guint n_hits = hits != NULL ? hits->len : 0;

  if (n_before > 0 || n_hits > 0) {
    g_list_store_splice (self->results, 0, n_before, hits != NULL ? hits->pdata : NULL, n_hits);
  }

  if (n_hits != n_before) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_RESULTS]);
  }
  if (self->n_topics != n_topics) {
    self->n_topics = n_topics;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOPICS]);
  }
}

static void
fail (PlumbSearch *self, const GError *error)
{
  plumb_search_runner_cancel (self->runner);
  set_results (self, NULL, 0);
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  set_state (self, PLUMB_SEARCH_STATE_ERROR);
}

static void
answered_cb (GPtrArray *hits,
             guint n_topics,
             PlumbIndexLocation *location,
             const GError *error,
             gpointer user_data)
{
  /* Whoever watches the results may let go of the search. */
  g_autoptr (PlumbSearch) self = g_object_ref (user_data);

  if (hits != NULL) {
    set_results (self, hits, n_topics);
    set_state (self, hits->len > 0 ? PLUMB_SEARCH_STATE_DONE : PLUMB_SEARCH_STATE_NOTHING);
  } else if (g_error_matches (error, PLUMB_SEARCH_ERROR, PLUMB_SEARCH_ERROR_MEMORY) ||
             !plumb_search_index_report_damage (self->index, location)) {
    fail (self, error);
  } else {
    /* There is another index, or will be: then this is asked once more. */
    update (self);
  }
}

static void
update (PlumbSearch *self)
{
  g_clear_error (&self->error);

  if (plumb_query_is_blank (self->query)) {
    plumb_search_runner_cancel (self->runner);
    set_results (self, NULL, 0);
    set_state (self, PLUMB_SEARCH_STATE_IDLE);
    return;
  }

  switch (plumb_search_index_get_state (self->index)) {
  case PLUMB_SEARCH_INDEX_STATE_IDLE:
    /* This comes back here when the state changes. */
    plumb_search_runner_cancel (self->runner);
    plumb_search_index_prepare (self->index);
    break;

  case PLUMB_SEARCH_INDEX_STATE_PREPARING:
    plumb_search_runner_cancel (self->runner);
    set_state (self, PLUMB_SEARCH_STATE_INDEXING);
    break;

  case PLUMB_SEARCH_INDEX_STATE_READY:
    plumb_search_runner_run (self->runner,
                             self->query,
                             plumb_search_index_get_location (self->index));
    set_state (self, PLUMB_SEARCH_STATE_SEARCHING);
    break;

  case PLUMB_SEARCH_INDEX_STATE_FAILED:
    fail (self, plumb_search_index_get_error (self->index));
    break;

  default:
    g_assert_not_reached ();
  }
}

static void
index_state_changed_cb (PlumbSearch *self)
{
  /* What was refused has nothing to do with the index. */
  if (!plumb_query_is_blank (self->query) &&
      !g_error_matches (self->error, PLUMB_SEARCH_ERROR, PLUMB_SEARCH_ERROR_ENCODING)) {
    update (self);
  }
}

static void
index_progress_changed_cb (PlumbSearch *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static void
plumb_search_constructed (GObject *object)
{
  PlumbSearch *self = PLUMB_SEARCH (object);

  G_OBJECT_CLASS (plumb_search_parent_class)->constructed (object);

  g_signal_connect_object (self->index,
                           "notify::state",
                           G_CALLBACK (index_state_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->index,
                           "notify::progress",
                           G_CALLBACK (index_progress_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
plumb_search_dispose (GObject *object)
{
  PlumbSearch *self = PLUMB_SEARCH (object);

  g_clear_pointer (&self->runner, plumb_search_runner_free);
  g_clear_object (&self->index);
  g_clear_object (&self->results);
  g_clear_pointer (&self->query, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (plumb_search_parent_class)->dispose (object);
}

static void
plumb_search_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbSearch *self = PLUMB_SEARCH (object);

  switch (prop_id) {
  case PROP_INDEX:
    g_value_set_object (value, self->index);
    break;
  case PROP_QUERY:
    g_value_set_string (value, self->query);
    break;
  case PROP_RESULTS:
    g_value_set_object (value, self->results);
    break;
  case PROP_STATE:
    g_value_set_enum (value, self->state);
    break;
  case PROP_N_RESULTS:
    g_value_set_uint (value, plumb_search_get_n_results (self));
    break;
  case PROP_N_TOPICS:
    g_value_set_uint (value, self->n_topics);
    break;
  case PROP_PROGRESS:
    g_value_set_double (value, plumb_search_get_progress (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_search_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlumbSearch *self = PLUMB_SEARCH (object);

  switch (prop_id) {
  case PROP_INDEX:
    self->index = g_value_dup_object (value);
    break;
  case PROP_QUERY:
    plumb_search_set_query (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_search_class_init (PlumbSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = plumb_search_constructed;
  object_class->dispose = plumb_search_dispose;
  object_class->get_property = plumb_search_get_property;
  object_class->set_property = plumb_search_set_property;

  /**
   * PlumbSearch:index:
   *
   * The index that is searched.
   */
  properties[PROP_INDEX] =
      g_param_spec_object ("index", NULL, NULL, PLUMB_TYPE_SEARCH_INDEX, construct);
  /**
   * PlumbSearch:query:
   *
   * What the reader typed.
   */
  properties[PROP_QUERY] = g_param_spec_string ("query",
                                                NULL,
                                                NULL,
                                                "",
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  /**
   * PlumbSearch:results:
   *
   * The hits, the best first; those of one topic together. It is one model for the life of the search.
   */
  properties[PROP_RESULTS] =
      g_param_spec_object ("results", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  /**
   * PlumbSearch:state:
   *
   * How the search is doing.
   */
  properties[PROP_STATE] = g_param_spec_enum ("state",
                                              NULL,
                                              NULL,
                                              PLUMB_TYPE_SEARCH_STATE,
                                              PLUMB_SEARCH_STATE_IDLE,
                                              readable);
  /**
   * PlumbSearch:n-results:
   *
   * How many hits there are, at most %PLUMB_SEARCH_MAX_HITS.
   */
  properties[PROP_N_RESULTS] =
      g_param_spec_uint ("n-results", NULL, NULL, 0, PLUMB_SEARCH_MAX_HITS, 0, readable);
  /**
   * PlumbSearch:n-topics:
   *
   * How many topics match, with those that no hit is shown of.
   */
  properties[PROP_N_TOPICS] = g_param_spec_uint ("n-topics", NULL, NULL, 0, G_MAXUINT, 0, readable);
  /**
   * PlumbSearch:progress:
   *
   * How much of the index is made, from 0 to 1.
   */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_search_init (PlumbSearch *self)
{
  self->query = g_strdup ("");
  self->results = g_list_store_new (PLUMB_TYPE_SEARCH_HIT);
  self->runner = plumb_search_runner_new (PLUMB_SEARCH_MAX_HITS, answered_cb, self);
}

/**
 * plumb_search_new:
 * @index: an index, ready or not; several searches can share one
 *
 * Makes a search, which asks for nothing yet.
 *
 * Returns: (transfer full): the search
 */
PlumbSearch *
plumb_search_new (PlumbSearchIndex *index)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_INDEX (index), NULL);

  return g_object_new (PLUMB_TYPE_SEARCH, "index", index, NULL);
}

/**
 * plumb_search_get_index:
 * @self: a search
 *
 * Returns: (transfer none): the index that is searched
 */
PlumbSearchIndex *
plumb_search_get_index (PlumbSearch *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH (self), NULL);

  return self->index;
}

/**
 * plumb_search_get_query:
 * @self: a search
 *
 * Returns: (transfer none): what is asked for
 */
const char *
plumb_search_get_query (PlumbSearch *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH (self), NULL);

  return self->query;
}

/**
 * plumb_search_set_query:
 * @self: a search
 * @query: (nullable): what the reader typed; %NULL is like nothing
 *
 * Asks for something else. The answer comes later, to the main context that this is called in.
 *
 * What is not UTF-8 is refused: the query stays as it was, and the state is %PLUMB_SEARCH_STATE_ERROR.
 */
void
plumb_search_set_query (PlumbSearch *self, const char *query)
{
  gboolean changed;

  g_return_if_fail (PLUMB_IS_SEARCH (self));

  if (query != NULL && !g_utf8_validate (query, -1, NULL)) {
    g_autoptr (GError) error = NULL;

    plumb_search_error_set (&error, PLUMB_SEARCH_ERROR_ENCODING);
    fail (self, error);
    return;
  }

  changed = g_set_str (&self->query, query != NULL ? query : "");
  if (changed) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
  }
  if (changed || self->state == PLUMB_SEARCH_STATE_ERROR) {
    update (self);
  }
}

/**
 * plumb_search_get_results:
 * @self: a search
 *
 * Returns: (transfer none): a model of #PlumbSearchHit, the same for the life of the search
 */
GListModel *
plumb_search_get_results (PlumbSearch *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH (self), NULL);

  return G_LIST_MODEL (self->results);
}

/**
 * plumb_search_get_state:
 * @self: a search
 *
 * Returns: how the search is doing
 */
PlumbSearchState
plumb_search_get_state (PlumbSearch *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH (self), PLUMB_SEARCH_STATE_IDLE);

  return self->state;
}

/**
 * plumb_search_get_n_results:
 * @self: a search
 *
 * Returns: how many hits there are, at most %PLUMB_SEARCH_MAX_HITS
 */
guint
plumb_search_get_n_results (PlumbSearch *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->results));
}

/**
 * plumb_search_get_n_topics:
 * @self: a search
 *
 * Returns: how many topics match, with those that no hit is shown of
 */
guint
plumb_search_get_n_topics (PlumbSearch *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH (self), 0);

  return self->n_topics;
}

/**
 * plumb_search_get_progress:
 * @self: a search
 *
 * Returns: how much of the index is made, from 0 to 1
 */
double
plumb_search_get_progress (PlumbSearch *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH (self), 0);

  return plumb_search_index_get_progress (self->index);
}

/**
 * plumb_search_get_error:
 * @self: a search
 *
 * Returns: (transfer none) (nullable): why the search failed, in words for the reader; %NULL where it did not
 */
const GError *
plumb_search_get_error (PlumbSearch *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH (self), NULL);

  return self->error;
}
