/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-bookmark.h"

/**
 * PlumbBookmark:
 *
 * A place that the reader wants to find again. It never changes: a bookmark that is renamed is
 * replaced by another, so that lists of bookmarks can be compared and shared.
 */
struct _PlumbBookmark {
  GObject parent_instance;

  char *place;
  char *title;
  gint64 created;
};

G_DEFINE_FINAL_TYPE (PlumbBookmark, plumb_bookmark, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_PLACE,
  PROP_TITLE,
  PROP_CREATED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
plumb_bookmark_finalize (GObject *object)
{
  PlumbBookmark *self = PLUMB_BOOKMARK (object);

  g_free (self->place);
  g_free (self->title);

  G_OBJECT_CLASS (plumb_bookmark_parent_class)->finalize (object);
}

static void
plumb_bookmark_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlumbBookmark *self = PLUMB_BOOKMARK (object);

  switch (property_id) {
  case PROP_PLACE:
    g_value_set_string (value, self->place);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_CREATED:
    g_value_set_int64 (value, self->created);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
plumb_bookmark_set_property (GObject *object,
                             guint property_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  PlumbBookmark *self = PLUMB_BOOKMARK (object);

  switch (property_id) {
  case PROP_PLACE:
    self->place = g_value_dup_string (value);
    break;
  case PROP_TITLE:
    self->title = g_value_dup_string (value);
    break;
  case PROP_CREATED:
    self->created = g_value_get_int64 (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
plumb_bookmark_class_init (PlumbBookmarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plumb_bookmark_finalize;
  object_class->get_property = plumb_bookmark_get_property;
  object_class->set_property = plumb_bookmark_set_property;

  /**
   * PlumbBookmark:place:
   *
   * Where it leads: the `plumb:` address of a place.
   */
  properties[PROP_PLACE] = g_param_spec_string ("place",
                                                NULL,
                                                NULL,
                                                NULL,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                    G_PARAM_STATIC_STRINGS |
                                                    G_PARAM_EXPLICIT_NOTIFY);

  /**
   * PlumbBookmark:title:
   *
   * What it is called, as plain text.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title",
                                                NULL,
                                                NULL,
                                                NULL,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                    G_PARAM_STATIC_STRINGS |
                                                    G_PARAM_EXPLICIT_NOTIFY);

  /**
   * PlumbBookmark:created:
   *
   * When it was made, in seconds since 1970 in UTC.
   */
  properties[PROP_CREATED] = g_param_spec_int64 ("created",
                                                 NULL,
                                                 NULL,
                                                 G_MININT64,
                                                 G_MAXINT64,
                                                 0,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                     G_PARAM_STATIC_STRINGS |
                                                     G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_bookmark_init (PlumbBookmark *self)
{
}

/**
 * plumb_bookmark_new:
 * @place: the address of a place
 * @title: what it is called
 * @created: when it was made, in seconds since 1970
 *
 * Returns: (transfer full): a bookmark that belongs to no store yet
 */
PlumbBookmark *
plumb_bookmark_new (const char *place, const char *title, gint64 created)
{
  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  return g_object_new (PLUMB_TYPE_BOOKMARK,
                       "place",
                       place,
                       "title",
                       title,
                       "created",
                       created,
                       NULL);
}

/**
 * plumb_bookmark_get_place:
 * @self: a bookmark
 *
 * Returns: (transfer none): the address that it leads to
 */
const char *
plumb_bookmark_get_place (PlumbBookmark *self)
{
  g_return_val_if_fail (PLUMB_IS_BOOKMARK (self), NULL);

  return self->place;
}

/**
 * plumb_bookmark_get_title:
 * @self: a bookmark
 *
 * Returns: (transfer none): what it is called
 */
const char *
plumb_bookmark_get_title (PlumbBookmark *self)
{
  g_return_val_if_fail (PLUMB_IS_BOOKMARK (self), NULL);

  return self->title;
}

/**
 * plumb_bookmark_get_created:
 * @self: a bookmark
 *
 * Returns: when it was made, in seconds since 1970
 */
gint64
plumb_bookmark_get_created (PlumbBookmark *self)
{
  g_return_val_if_fail (PLUMB_IS_BOOKMARK (self), 0);

  return self->created;
}

/**
 * plumb_bookmark_equal:
 * @self: a bookmark
 * @other: another
 *
 * Returns: whether both lead to the same place under the same title and were made at the same time
 */
gboolean
plumb_bookmark_equal (PlumbBookmark *self, PlumbBookmark *other)
{
  g_return_val_if_fail (PLUMB_IS_BOOKMARK (self), FALSE);
  g_return_val_if_fail (PLUMB_IS_BOOKMARK (other), FALSE);

  return self->created == other->created && g_str_equal (self->place, other->place) &&
         g_str_equal (self->title, other->title);
}
