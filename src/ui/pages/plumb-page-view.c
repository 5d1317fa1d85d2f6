/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-page-view.h"

#include "plumb-text-style.h"

/**
 * PlumbPageView:
 *
 * What a window shows for a kind of place, other than a topic: the glossary, say. A window makes a page when it first
 * goes there, and keeps it; going to another place of the same page shows that on the same widget.
 *
 * A page is added by a class, a line in the table of pages (plumb-page-table.c), and a kind of #PlumbPlace. Everything
 * that a window does with places then works for it: history, bookmarks, restoring, links and the command line.
 *
 * ## Accessibility
 *
 * A page begins with a heading of level 1, which is its title. It takes the keyboard focus when it is asked to, where
 * the reader would begin.
 */
typedef struct {
  PlumbLibrary *library;
  PlumbStore *store;
  PlumbPreferences *preferences;
  char *title;
  char *subtitle;
  gboolean title_shown;
  int text_width;
} PlumbPageViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PlumbPageView, plumb_page_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_LIBRARY,
  PROP_STORE,
  PROP_PREFERENCES,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_TITLE_SHOWN,
  PROP_TEXT_WIDTH,
  N_PROPS,
};

enum {
  MOVED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static PlumbPageViewPrivate *
get_private (PlumbPageView *self)
{
  return plumb_page_view_get_instance_private (self);
}

static void
update_text_width (PlumbPageView *self)
{
  PlumbPageViewPrivate *priv = get_private (self);
  int width = plumb_text_style_get_width (plumb_preferences_get_reading_width (priv->preferences),
                                          plumb_preferences_get_text_size (priv->preferences));

  if (priv->text_width != width) {
    priv->text_width = width;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_WIDTH]);
  }
}

static void
plumb_page_view_constructed (GObject *object)
{
  PlumbPageView *self = PLUMB_PAGE_VIEW (object);
  PlumbPageViewPrivate *priv = get_private (self);

  G_OBJECT_CLASS (plumb_page_view_parent_class)->constructed (object);

  if (priv->preferences != NULL) {
    g_signal_connect_object (priv->preferences,
                             "notify::text-size",
                             G_CALLBACK (update_text_width),
                             self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (priv->preferences,
                             "notify::reading-width",
                             G_CALLBACK (update_text_width),
                             self,
                             G_CONNECT_SWAPPED);
    update_text_width (self);
  }
}

static void
plumb_page_view_dispose (GObject *object)
{
  PlumbPageViewPrivate *priv = get_private (PLUMB_PAGE_VIEW (object));

  g_clear_object (&priv->library);
  g_clear_object (&priv->store);
  g_clear_object (&priv->preferences);

  G_OBJECT_CLASS (plumb_page_view_parent_class)->dispose (object);
}

static void
plumb_page_view_finalize (GObject *object)
{
  PlumbPageViewPrivate *priv = get_private (PLUMB_PAGE_VIEW (object));

  g_free (priv->title);
  g_free (priv->subtitle);

  G_OBJECT_CLASS (plumb_page_view_parent_class)->finalize (object);
}

static void
plumb_page_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbPageViewPrivate *priv = get_private (PLUMB_PAGE_VIEW (object));

  switch (prop_id) {
  case PROP_LIBRARY:
    g_value_set_object (value, priv->library);
    break;
  case PROP_STORE:
    g_value_set_object (value, priv->store);
    break;
  case PROP_PREFERENCES:
    g_value_set_object (value, priv->preferences);
    break;
  case PROP_TITLE:
    g_value_set_string (value, priv->title);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, priv->subtitle);
    break;
  case PROP_TITLE_SHOWN:
    g_value_set_boolean (value, priv->title_shown);
    break;
  case PROP_TEXT_WIDTH:
    g_value_set_int (value, priv->text_width);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_page_view_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  PlumbPageViewPrivate *priv = get_private (PLUMB_PAGE_VIEW (object));

  switch (prop_id) {
  case PROP_LIBRARY:
    priv->library = g_value_dup_object (value);
    break;
  case PROP_STORE:
    priv->store = g_value_dup_object (value);
    break;
  case PROP_PREFERENCES:
    priv->preferences = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_page_view_class_init (PlumbPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = plumb_page_view_constructed;
  object_class->dispose = plumb_page_view_dispose;
  object_class->finalize = plumb_page_view_finalize;
  object_class->get_property = plumb_page_view_get_property;
  object_class->set_property = plumb_page_view_set_property;

  /**
   * PlumbPageView:library:
   *
   * The library that is read.
   */
  properties[PROP_LIBRARY] =
      g_param_spec_object ("library", NULL, NULL, PLUMB_TYPE_LIBRARY, construct);
  /**
   * PlumbPageView:store:
   *
   * Where what the reader does is kept.
   */
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, PLUMB_TYPE_STORE, construct);
  /**
   * PlumbPageView:preferences:
   *
   * What the reader prefers.
   */
  properties[PROP_PREFERENCES] =
      g_param_spec_object ("preferences", NULL, NULL, PLUMB_TYPE_PREFERENCES, construct);
  /**
   * PlumbPageView:title:
   *
   * The title of what is shown.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  /**
   * PlumbPageView:subtitle:
   *
   * What the title belongs to, or nothing.
   */
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, readable);
  /**
   * PlumbPageView:title-shown:
   *
   * Whether the window's header has to show the title, since the one on the page cannot be seen.
   */
  properties[PROP_TITLE_SHOWN] = g_param_spec_boolean ("title-shown", NULL, NULL, FALSE, readable);
  /**
   * PlumbPageView:text-width:
   *
   * How wide a column of text is to be at most, in `sp`. It follows the preferences.
   */
  properties[PROP_TEXT_WIDTH] =
      g_param_spec_int ("text-width", NULL, NULL, 0, G_MAXINT, 0, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbPageView::moved:
   * @self: a page
   * @place: where the reader is now
   *
   * The reader moved within the page. It is not a step of its own in the history.
   */
  signals[MOVED] = g_signal_new ("moved",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 PLUMB_TYPE_PLACE);
}

static void
plumb_page_view_init (PlumbPageView *self)
{
}

/**
 * plumb_page_view_show:
 * @self: a page
 * @place: where to go; one of the kinds of place that the page is for
 * @error: return location for an error in the reader's words
 *
 * Shows a place.
 *
 * Returns: (transfer full) (nullable): the place that is then shown, with what @place leaves open filled in; or %NULL
 *   with @error set where there is no such place
 */
PlumbPlace *
plumb_page_view_show (PlumbPageView *self, PlumbPlace *place, GError **error)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_VIEW (self), NULL);
  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return PLUMB_PAGE_VIEW_GET_CLASS (self)->show (self, place, error);
}

/**
 * plumb_page_view_can_find:
 * @self: a page
 *
 * Returns: whether the reader can look for words on the page
 */
gboolean
plumb_page_view_can_find (PlumbPageView *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_VIEW (self), FALSE);

  return PLUMB_PAGE_VIEW_GET_CLASS (self)->find != NULL;
}

/**
 * plumb_page_view_find:
 * @self: a page
 *
 * Lets the reader look for words on the page, where that can be done.
 */
void
plumb_page_view_find (PlumbPageView *self)
{
  g_return_if_fail (PLUMB_IS_PAGE_VIEW (self));

  if (plumb_page_view_can_find (self)) {
    PLUMB_PAGE_VIEW_GET_CLASS (self)->find (self);
  }
}

/**
 * plumb_page_view_get_library:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the library that is read
 */
PlumbLibrary *
plumb_page_view_get_library (PlumbPageView *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_VIEW (self), NULL);

  return get_private (self)->library;
}

/**
 * plumb_page_view_get_store:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): where what the reader does is kept
 */
PlumbStore *
plumb_page_view_get_store (PlumbPageView *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_VIEW (self), NULL);

  return get_private (self)->store;
}

/**
 * plumb_page_view_get_preferences:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what the reader prefers
 */
PlumbPreferences *
plumb_page_view_get_preferences (PlumbPageView *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_VIEW (self), NULL);

  return get_private (self)->preferences;
}

/**
 * plumb_page_view_get_title:
 * @self: a page
 *
 * Returns: (nullable): the title of what is shown
 */
const char *
plumb_page_view_get_title (PlumbPageView *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_VIEW (self), NULL);

  return get_private (self)->title;
}

/**
 * plumb_page_view_get_subtitle:
 * @self: a page
 *
 * Returns: (nullable): what the title belongs to
 */
const char *
plumb_page_view_get_subtitle (PlumbPageView *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_VIEW (self), NULL);

  return get_private (self)->subtitle;
}

/**
 * plumb_page_view_get_title_shown:
 * @self: a page
 *
 * Returns: whether the header has to show the title
 */
gboolean
plumb_page_view_get_title_shown (PlumbPageView *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_VIEW (self), FALSE);

  return get_private (self)->title_shown;
}

/**
 * plumb_page_view_get_text_width:
 * @self: a page
 *
 * Returns: how wide a column of text is to be at most, in `sp`
 */
int
plumb_page_view_get_text_width (PlumbPageView *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_VIEW (self), 0);

  return get_private (self)->text_width;
}

/**
 * plumb_page_view_set_titles:
 * @self: a page
 * @title: (nullable): the title of what is shown
 * @subtitle: (nullable): what it belongs to
 *
 * Sets the titles. For use by the page itself.
 */
void
plumb_page_view_set_titles (PlumbPageView *self, const char *title, const char *subtitle)
{
  g_return_if_fail (PLUMB_IS_PAGE_VIEW (self));

  if (g_set_str (&get_private (self)->title, title)) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  }
  if (g_set_str (&get_private (self)->subtitle, subtitle)) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
  }
}

/**
 * plumb_page_view_set_title_shown:
 * @self: a page
 * @title_shown: whether the title on the page is out of sight
 *
 * Sets whether the header has to show the title. For use by the page itself.
 */
void
plumb_page_view_set_title_shown (PlumbPageView *self, gboolean title_shown)
{
  g_return_if_fail (PLUMB_IS_PAGE_VIEW (self));

  title_shown = !!title_shown;
  if (get_private (self)->title_shown != title_shown) {
    get_private (self)->title_shown = title_shown;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE_SHOWN]);
  }
}

/**
 * plumb_page_view_moved:
 * @self: a page
 * @place: where the reader is now
 *
 * Tells that the reader moved within the page, so that the place can be reopened. For use by the page itself.
 */
void
plumb_page_view_moved (PlumbPageView *self, PlumbPlace *place)
{
  g_return_if_fail (PLUMB_IS_PAGE_VIEW (self));
  g_return_if_fail (place != NULL);

  g_signal_emit (self, signals[MOVED], 0, place);
}
