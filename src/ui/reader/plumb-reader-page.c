/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-reader-page.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "plumb-reader-page-private.h"

#define FADE_DURATION 180

/* How long after the page is built it has been drawn, in milliseconds. */
#define GIVE_BACK_DELAY 100

/**
 * PlumbReaderPage:
 *
 * A topic as it is read: the article, the gauge beside it or, in a narrow window, below it, and the bar that finds
 * words in it.
 *
 * It keeps the reader's place. The page holds the paragraph that is at the top of the view, or what a place names, at
 * its height of the view until the reader scrolls, however often the page is laid out anew meanwhile: when it is built,
 * after a change of depth, of the size of the text or of the window.
 */
G_DEFINE_FINAL_TYPE (PlumbReaderPage, plumb_reader_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_LEVEL,
  PROP_NARROW,
  PROP_COLUMNS,
  PROP_FINDING,
  PROP_TITLE_SHOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
fade_in (PlumbReaderPage *self)
{
  GtkWidget *text = plumb_article_get_text (self->article);

  if (self->fade != NULL) {
    adw_animation_skip (self->fade);
    g_clear_object (&self->fade);
  }
  if (!adw_get_enable_animations (GTK_WIDGET (self))) {
    return;
  }

  self->fade = adw_timed_animation_new (
      text,
      0.25,
      1,
      FADE_DURATION,
      adw_property_animation_target_new (G_OBJECT (text), "opacity"));
  adw_animation_play (self->fade);
}

static void
set_level (PlumbReaderPage *self, int level)
{
  if (self->level == level) {
    return;
  }

  self->level = level;
  if (plumb_article_get_topic (self->article) != NULL) {
    plumb_reader_page_deepen (self, level);
    fade_in (self);
    plumb_reader_page_find_again (self);
  }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

static GtkSizeRequestMode
plumb_reader_page_get_request_mode (GtkWidget *widget)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  return child != NULL ? gtk_widget_get_request_mode (child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
plumb_reader_page_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL) {
    gtk_widget_measure (child,
                        orientation,
                        for_size,
                        minimum,
                        natural,
                        minimum_baseline,
                        natural_baseline);
  }
}

static void
plumb_reader_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbReaderPage *self = PLUMB_READER_PAGE (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  self->allocating = TRUE;
  if (child != NULL) {
    gtk_widget_allocate (child, width, height, baseline, NULL);
  }
  self->allocating = FALSE;
}

static void
plumb_reader_page_realize (GtkWidget *widget)
{
  PlumbReaderPage *self = PLUMB_READER_PAGE (widget);

  GTK_WIDGET_CLASS (plumb_reader_page_parent_class)->realize (widget);

  plumb_reader_page_watch_clock (self, gtk_widget_get_frame_clock (widget));
}

static void
plumb_reader_page_unrealize (GtkWidget *widget)
{
  PlumbReaderPage *self = PLUMB_READER_PAGE (widget);

  plumb_reader_page_watch_clock (self, NULL);

  GTK_WIDGET_CLASS (plumb_reader_page_parent_class)->unrealize (widget);
}

static void
set_narrow (PlumbReaderPage *self, gboolean narrow)
{
  if (self->narrow == narrow) {
    return;
  }

  self->narrow = narrow;
  if (narrow && self->bar_gauge == NULL) {
    plumb_reader_page_build_bar_gauge (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
article_audience_cb (PlumbReaderPage *self)
{
  g_autofree char *audience = NULL;

  g_object_get (self->article, "audience", &audience, NULL);
  if (audience != NULL) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.audience", "s", audience);
  }
}

/* The first page is built along with the window, which takes several megabytes that are free again once it is there. They
 * lie at the end of the heap, where glibc would keep them. */
static void
give_back_cb (gpointer user_data)
{
  PlumbReaderPage *self = user_data;

  self->give_back_id = 0;
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static void
article_built_cb (PlumbReaderPage *self)
{
  if (!self->given_back) {
    self->given_back = TRUE;
    self->give_back_id = g_timeout_add_once (GIVE_BACK_DELAY, give_back_cb, self);
  }
  plumb_reader_page_find_again (self);
}

static void
find_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_reader_page_find_step (PLUMB_READER_PAGE (widget), 1);
}

static void
find_previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_reader_page_find_step (PLUMB_READER_PAGE (widget), -1);
}

/* The keys that scroll do so from the first, and no text has a cursor in it that nobody put there. */
static gboolean
plumb_reader_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLUMB_READER_PAGE (widget)->scroller);
}

static void
plumb_reader_page_dispose (GObject *object)
{
  PlumbReaderPage *self = PLUMB_READER_PAGE (object);

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_handle_id (&self->give_back_id, g_source_remove);
  if (self->fade != NULL) {
    adw_animation_skip (self->fade);
    g_clear_object (&self->fade);
  }
  plumb_reader_page_let_go (self);
  g_clear_weak_pointer (&self->focus_before_find);
  g_clear_object (&self->finder);
  g_clear_object (&self->library);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_READER_PAGE);
  self->find_bar = NULL;
  self->bar_gauge = NULL;

  G_OBJECT_CLASS (plumb_reader_page_parent_class)->dispose (object);
}

static void
plumb_reader_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbReaderPage *self = PLUMB_READER_PAGE (object);

  switch (prop_id) {
  case PROP_LEVEL:
    g_value_set_int (value, self->level);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  case PROP_COLUMNS:
    g_value_set_uint (value, self->columns);
    break;
  case PROP_FINDING:
    g_value_set_boolean (value, self->finding);
    break;
  case PROP_TITLE_SHOWN:
    g_value_set_boolean (value, self->title_shown);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_reader_page_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  PlumbReaderPage *self = PLUMB_READER_PAGE (object);

  switch (prop_id) {
  case PROP_LEVEL:
    set_level (self, g_value_get_int (value));
    break;
  case PROP_NARROW:
    set_narrow (self, g_value_get_boolean (value));
    break;
  case PROP_COLUMNS:
    if (self->columns != g_value_get_uint (value)) {
      self->columns = g_value_get_uint (value);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_FINDING:
    plumb_reader_page_set_finding (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_reader_page_class_init (PlumbReaderPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = plumb_reader_page_dispose;
  object_class->get_property = plumb_reader_page_get_property;
  object_class->set_property = plumb_reader_page_set_property;
  widget_class->grab_focus = plumb_reader_page_grab_focus;
  widget_class->realize = plumb_reader_page_realize;
  widget_class->unrealize = plumb_reader_page_unrealize;
  widget_class->get_request_mode = plumb_reader_page_get_request_mode;
  widget_class->measure = plumb_reader_page_measure;
  widget_class->size_allocate = plumb_reader_page_size_allocate;

  /**
   * PlumbReaderPage:level:
   *
   * The level that is shown.
   */
  properties[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, 1, 3, 1, flags);
  /**
   * PlumbReaderPage:narrow:
   *
   * Whether the gauge lies below the text, and the audiences are a list to choose from.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  /**
   * PlumbReaderPage:columns:
   *
   * How many positions of the debate stand beside each other.
   */
  properties[PROP_COLUMNS] = g_param_spec_uint ("columns", NULL, NULL, 1, 4, 4, flags);
  /**
   * PlumbReaderPage:finding:
   *
   * Whether the bar that finds words is shown.
   */
  properties[PROP_FINDING] = g_param_spec_boolean ("finding", NULL, NULL, FALSE, flags);
  /**
   * PlumbReaderPage:title-shown:
   *
   * Whether the title has scrolled out of view, so that the header shows it.
   */
  properties[PROP_TITLE_SHOWN] = g_param_spec_boolean ("title-shown",
                                                       NULL,
                                                       NULL,
                                                       FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                           G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLUMB_TYPE_ARTICLE);
  g_type_ensure (PLUMB_TYPE_DEPTH_GAUGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/reader/plumb-reader-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbReaderPage, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, PlumbReaderPage, gauge);
  gtk_widget_class_bind_template_child (widget_class, PlumbReaderPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlumbReaderPage, viewport);
  gtk_widget_class_bind_template_child (widget_class, PlumbReaderPage, article);
  gtk_widget_class_bind_template_callback_full (widget_class,
                                                "gauge_level_cb",
                                                G_CALLBACK (plumb_reader_page_gauge_level_cb));
  gtk_widget_class_bind_template_callback_full (widget_class,
                                                "gauge_scrolled_cb",
                                                G_CALLBACK (plumb_reader_page_gauge_scrolled_cb));
  gtk_widget_class_bind_template_callback (widget_class, article_audience_cb);
  gtk_widget_class_bind_template_callback (widget_class, article_built_cb);

  gtk_widget_class_install_action (widget_class, "reader.find-next", NULL, find_next_action);
  gtk_widget_class_install_action (widget_class,
                                   "reader.find-previous",
                                   NULL,
                                   find_previous_action);
}

static void
plumb_reader_page_init (PlumbReaderPage *self)
{
  self->level = 1;
  self->columns = 4;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* The page has to know when it is being laid out: a page that gets shorter scrolls then, and not the reader. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);

  self->finder = plumb_finder_new (GTK_WIDGET (self->article));
  plumb_reader_page_watch_scroll (self);
}

/**
 * plumb_reader_page_set_store:
 * @self: a page
 * @store: (nullable): where what the reader does is kept
 *
 * Gives the page its store.
 */
void
plumb_reader_page_set_store (PlumbReaderPage *self, PlumbStore *store)
{
  g_return_if_fail (PLUMB_IS_READER_PAGE (self));

  g_set_object (&self->store, store);
}

/**
 * plumb_reader_page_get_article:
 * @self: a page
 *
 * Returns: (transfer none): the article
 */
PlumbArticle *
plumb_reader_page_get_article (PlumbReaderPage *self)
{
  g_return_val_if_fail (PLUMB_IS_READER_PAGE (self), NULL);

  return self->article;
}

/**
 * plumb_reader_page_get_level:
 * @self: a page
 *
 * Returns: the level that is shown
 */
int
plumb_reader_page_get_level (PlumbReaderPage *self)
{
  g_return_val_if_fail (PLUMB_IS_READER_PAGE (self), 1);

  return self->level;
}

/**
 * plumb_reader_page_show:
 * @self: a page
 * @library: the library that @topic belongs to
 * @topic: a topic
 * @place: where in it to be; its level is one that the topic has
 *
 * Shows @topic at @place: at its anchor, else where the reader left off.
 */
void
plumb_reader_page_show (PlumbReaderPage *self,
                        PlumbLibrary *library,
                        PlumbTopic *topic,
                        PlumbPlace *place)
{
  int level = plumb_place_get_level (place);
  guint levels = 0;

  g_return_if_fail (PLUMB_IS_READER_PAGE (self));
  g_return_if_fail (level >= 1 && level <= 3);

  g_set_object (&self->library, library);
  for (guint i = 0; i < g_list_model_get_n_items (topic->levels); i++) {
    g_autoptr (PlumbLevel) each = g_list_model_get_item (topic->levels, i);

    levels |= PLUMB_LEVEL_BIT (each->level);
  }
  plumb_depth_gauge_set_levels (self->gauge, levels);
  if (self->bar_gauge != NULL) {
    plumb_depth_gauge_set_levels (self->bar_gauge, levels);
  }

  if (plumb_place_get_audience (place) != NULL) {
    g_object_set (self->article, "audience", plumb_place_get_audience (place), NULL);
  }
  if (plumb_article_get_topic (self->article) != topic) {
    plumb_finder_set_query (self->finder, NULL);
    plumb_reader_page_let_go (self);
    self->level = level;
    self->noted = 0;
    /* What has the keyboard when a topic opens says which one it is. */
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    topic->title,
                                    -1);
    plumb_article_show (self->article, library, topic, level);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
    if (plumb_place_get_anchor (place) == NULL) {
      plumb_reader_page_restore_scroll (self, topic);
    }
  } else {
    set_level (self, level);
  }

  if (plumb_place_get_anchor (place) != NULL) {
    plumb_reader_page_scroll_to_anchor (self, plumb_place_get_anchor (place));
  }
  plumb_reader_page_watch_end (self);
}
