/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/**
 * PlumbSearchHit:
 *
 * A place in a topic that answers a query. It never changes.
 */

#include "config.h"

#include "plumb-search-hit.h"

struct _PlumbSearchHit {
  GObject parent_instance;

  PlumbQuery *query;
  char *topic;
  char *title;
  int level;
  char *anchor;
  char *heading;
  char *snippet;
  guint rank;
};

G_DEFINE_FINAL_TYPE (PlumbSearchHit, plumb_search_hit, G_TYPE_OBJECT)

enum {
  PROP_QUERY = 1,
  PROP_TOPIC,
  PROP_TITLE,
  PROP_LEVEL,
  PROP_ANCHOR,
  PROP_HEADING,
  PROP_SNIPPET,
  PROP_RANK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
plumb_search_hit_finalize (GObject *object)
{
  PlumbSearchHit *self = PLUMB_SEARCH_HIT (object);

  g_clear_pointer (&self->query, plumb_query_unref);
  g_clear_pointer (&self->topic, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->anchor, g_free);
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->snippet, g_free);

  G_OBJECT_CLASS (plumb_search_hit_parent_class)->finalize (object);
}

static void
plumb_search_hit_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbSearchHit *self = PLUMB_SEARCH_HIT (object);

  switch (prop_id) {
  case PROP_QUERY:
    g_value_set_boxed (value, self->query);
    break;
  case PROP_TOPIC:
    g_value_set_string (value, self->topic);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_LEVEL:
    g_value_set_int (value, self->level);
    break;
  case PROP_ANCHOR:
    g_value_set_string (value, self->anchor);
    break;
  case PROP_HEADING:
    g_value_set_string (value, self->heading);
    break;
  case PROP_SNIPPET:
    g_value_set_string (value, self->snippet);
    break;
  case PROP_RANK:
    g_value_set_uint (value, self->rank);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_search_hit_class_init (PlumbSearchHitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plumb_search_hit_finalize;
  object_class->get_property = plumb_search_hit_get_property;

  /**
   * PlumbSearchHit:query:
   *
   * What was asked for.
   */
  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, PLUMB_TYPE_QUERY, flags);
  /**
   * PlumbSearchHit:topic:
   *
   * The id of the topic.
   */
  properties[PROP_TOPIC] = g_param_spec_string ("topic", NULL, NULL, NULL, flags);
  /**
   * PlumbSearchHit:title:
   *
   * The title of the topic, plain.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * PlumbSearchHit:level:
   *
   * The level, from 1 to 3, or 0 where it stands at every level.
   */
  properties[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, 0, 3, 0, flags);
  /**
   * PlumbSearchHit:anchor:
   *
   * The block or part, or %NULL for the topic itself.
   */
  properties[PROP_ANCHOR] = g_param_spec_string ("anchor", NULL, NULL, NULL, flags);
  /**
   * PlumbSearchHit:heading:
   *
   * The heading that the place stands under, plain, or %NULL.
   */
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  /**
   * PlumbSearchHit:snippet:
   *
   * Some of the text, as Pango markup: what matches is in `<b>`.
   */
  properties[PROP_SNIPPET] = g_param_spec_string ("snippet", NULL, NULL, NULL, flags);
  /**
   * PlumbSearchHit:rank:
   *
   * Its place among the hits, from 1.
   */
  properties[PROP_RANK] = g_param_spec_uint ("rank", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_search_hit_init (PlumbSearchHit *self)
{
}

/**
 * plumb_search_hit_new:
 * @query: what was asked for
 * @topic: the id of the topic
 * @title: its title, plain
 * @level: the level, from 1 to 3, or 0 where it stands at every level
 * @anchor: (nullable): the block or part
 * @heading: (nullable): the heading that it stands under
 * @snippet: some of the text, as Pango markup
 * @rank: its place among the hits, from 1
 *
 * Makes a hit. Any thread may do so.
 *
 * Returns: (transfer full): the hit
 */
PlumbSearchHit *
plumb_search_hit_new (PlumbQuery *query,
                      const char *topic,
                      const char *title,
                      int level,
                      const char *anchor,
                      const char *heading,
                      const char *snippet,
                      guint rank)
{
  PlumbSearchHit *self;

  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (topic != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (level >= 0 && level <= 3, NULL);
  g_return_val_if_fail (snippet != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_SEARCH_HIT, NULL);
  self->query = plumb_query_ref (query);
  self->topic = g_strdup (topic);
  self->title = g_strdup (title);
  self->level = level;
  self->anchor = g_strdup (anchor);
  self->heading = g_strdup (heading);
  self->snippet = g_strdup (snippet);
  self->rank = rank;

  return self;
}

/**
 * plumb_search_hit_get_query:
 * @self: a hit
 *
 * Gets what was asked for: plumb_query_find() marks it in a text.
 *
 * Returns: (transfer none): the query
 */
PlumbQuery *
plumb_search_hit_get_query (PlumbSearchHit *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_HIT (self), NULL);

  return self->query;
}

/**
 * plumb_search_hit_get_topic:
 * @self: a hit
 *
 * Gets the id of the topic.
 *
 * Returns: (transfer none): the id
 */
const char *
plumb_search_hit_get_topic (PlumbSearchHit *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_HIT (self), NULL);

  return self->topic;
}

/**
 * plumb_search_hit_get_title:
 * @self: a hit
 *
 * Gets the title of the topic.
 *
 * Returns: (transfer none): the title, plain
 */
const char *
plumb_search_hit_get_title (PlumbSearchHit *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_HIT (self), NULL);

  return self->title;
}

/**
 * plumb_search_hit_get_level:
 * @self: a hit
 *
 * Gets the level.
 *
 * Returns: from 1 to 3, or 0 where it stands at every level
 */
int
plumb_search_hit_get_level (PlumbSearchHit *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_HIT (self), 0);

  return self->level;
}

/**
 * plumb_search_hit_get_anchor:
 * @self: a hit
 *
 * Gets the block or part.
 *
 * Returns: (transfer none) (nullable): its id, or %NULL for the topic itself
 */
const char *
plumb_search_hit_get_anchor (PlumbSearchHit *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_HIT (self), NULL);

  return self->anchor;
}

/**
 * plumb_search_hit_get_heading:
 * @self: a hit
 *
 * Gets the heading that the place stands under.
 *
 * Returns: (transfer none) (nullable): the heading, plain
 */
const char *
plumb_search_hit_get_heading (PlumbSearchHit *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_HIT (self), NULL);

  return self->heading;
}

/**
 * plumb_search_hit_get_snippet:
 * @self: a hit
 *
 * Gets some of the text around what matches.
 *
 * Returns: (transfer none): Pango markup, in which the text is escaped and what matches is in `<b>`
 */
const char *
plumb_search_hit_get_snippet (PlumbSearchHit *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_HIT (self), NULL);

  return self->snippet;
}

/**
 * plumb_search_hit_get_rank:
 * @self: a hit
 *
 * Gets its place among the hits.
 *
 * Returns: the place, from 1
 */
guint
plumb_search_hit_get_rank (PlumbSearchHit *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_HIT (self), 0);

  return self->rank;
}

/**
 * plumb_search_hit_dup_words:
 * @self: a hit
 *
 * Lists the words that were looked for, as plumb_query_dup_words() does.
 *
 * Returns: (transfer full): the words
 */
GStrv
plumb_search_hit_dup_words (PlumbSearchHit *self)
{
  g_return_val_if_fail (PLUMB_IS_SEARCH_HIT (self), NULL);

  return plumb_query_dup_words (self->query);
}

/**
 * plumb_search_hit_dup_place:
 * @self: a hit
 *
 * Gets the hit as a place to go to.
 *
 * Returns: (transfer full) (nullable): the place, or %NULL where the index says what can't be one
 */
PlumbPlace *
plumb_search_hit_dup_place (PlumbSearchHit *self)
{
  g_autoptr (GString) uri = NULL;

  g_return_val_if_fail (PLUMB_IS_SEARCH_HIT (self), NULL);

  /* The index is read from a file, so what it says is checked like any other address. */
  uri = g_string_new ("plumb:topic/");
  g_string_append_uri_escaped (uri, self->topic, NULL, FALSE);
  if (self->level > 0) {
    g_string_append_printf (uri, "?level=%d", self->level);
  }
  if (self->anchor != NULL) {
    g_string_append_c (uri, '#');
    g_string_append_uri_escaped (uri, self->anchor, NULL, FALSE);
  }

  return plumb_place_parse (uri->str, NULL);
}
