/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-article.h"

#include "plumb-article-layout.h"
#include "plumb-article-private.h"
#include "plumb-content.h"
#include "plumb-debate-pane.h"
#include "plumb-takeaways.h"

/**
 * PlumbArticle:
 *
 * A topic from its title to its sources, at one level.
 *
 * As much of the page as fills the view is built at once. The rest of it is built bit by bit from the frame after the
 * one that first shows the text, so that no frame waits for what is not in view. Deepening keeps the parts below the
 * text and makes the text anew; the debate follows at once where it is in view, else one position a frame.
 */
G_DEFINE_FINAL_TYPE (PlumbArticle, plumb_article, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_AUDIENCE,
  PROP_COLUMNS,
  PROP_COMPACT,
  PROP_TEXT_WIDTH,
  PROP_CLAIM_MARKS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_BUILT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
plumb_article_dispose (GObject *object)
{
  PlumbArticle *self = PLUMB_ARTICLE (object);
  GtkWidget *child;

  plumb_article_clear (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL) {
    gtk_widget_unparent (child);
  }
  g_clear_pointer (&self->stale, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->anchors, g_hash_table_unref);
  g_clear_pointer (&self->audience, g_free);

  G_OBJECT_CLASS (plumb_article_parent_class)->dispose (object);
}

static void
set_columns (PlumbArticle *self, guint columns)
{
  if (self->columns == columns) {
    return;
  }

  self->columns = columns;
  if (self->debate != NULL) {
    plumb_debate_pane_set_columns (PLUMB_DEBATE_PANE (self->debate), columns);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMNS]);
}

static void
set_compact (PlumbArticle *self, gboolean compact)
{
  if (self->compact == compact) {
    return;
  }

  self->compact = compact;
  if (compact) {
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  }
  if (self->takeaways != NULL) {
    plumb_takeaways_set_compact (PLUMB_TAKEAWAYS (self->takeaways), compact);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
set_audience (PlumbArticle *self, const char *audience)
{
  if (!g_set_str (&self->audience, audience)) {
    return;
  }

  if (self->takeaways != NULL) {
    plumb_takeaways_set_audience (PLUMB_TAKEAWAYS (self->takeaways), audience);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUDIENCE]);
}

static PlumbArticleLayout *
get_layout (PlumbArticle *self)
{
  return PLUMB_ARTICLE_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
}

static void
set_text_width (PlumbArticle *self, int text_width)
{
  PlumbArticleLayout *layout = get_layout (self);

  if (plumb_article_layout_get_text_width (layout) == text_width) {
    return;
  }

  plumb_article_layout_set_text_width (layout, text_width);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_WIDTH]);
}

static void
set_claim_marks (PlumbArticle *self, gboolean claim_marks)
{
  if (self->claim_marks == claim_marks) {
    return;
  }

  self->claim_marks = claim_marks;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLAIM_MARKS]);
}

static void
plumb_article_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbArticle *self = PLUMB_ARTICLE (object);

  switch (prop_id) {
  case PROP_AUDIENCE:
    g_value_set_string (value, self->audience);
    break;
  case PROP_COLUMNS:
    g_value_set_uint (value, self->columns);
    break;
  case PROP_COMPACT:
    g_value_set_boolean (value, self->compact);
    break;
  case PROP_TEXT_WIDTH:
    g_value_set_int (value, plumb_article_layout_get_text_width (get_layout (self)));
    break;
  case PROP_CLAIM_MARKS:
    g_value_set_boolean (value, self->claim_marks);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_article_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlumbArticle *self = PLUMB_ARTICLE (object);

  switch (prop_id) {
  case PROP_AUDIENCE:
    set_audience (self, g_value_get_string (value));
    break;
  case PROP_COLUMNS:
    set_columns (self, g_value_get_uint (value));
    break;
  case PROP_COMPACT:
    set_compact (self, g_value_get_boolean (value));
    break;
  case PROP_TEXT_WIDTH:
    set_text_width (self, g_value_get_int (value));
    break;
  case PROP_CLAIM_MARKS:
    set_claim_marks (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_article_map (GtkWidget *widget)
{
  PlumbArticle *self = PLUMB_ARTICLE (widget);

  GTK_WIDGET_CLASS (plumb_article_parent_class)->map (widget);

  if (!plumb_article_is_complete (self)) {
    plumb_article_start_work (self);
  }
}

static void
plumb_article_class_init (PlumbArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = plumb_article_dispose;
  object_class->get_property = plumb_article_get_property;
  object_class->set_property = plumb_article_set_property;
  widget_class->map = plumb_article_map;

  /**
   * PlumbArticle:audience:
   *
   * The id of the audience whose takeaways are shown.
   */
  properties[PROP_AUDIENCE] = g_param_spec_string ("audience", NULL, NULL, NULL, flags);
  /**
   * PlumbArticle:columns:
   *
   * How many positions of the debate stand beside each other: 4, 2 or 1.
   */
  properties[PROP_COLUMNS] = g_param_spec_uint ("columns", NULL, NULL, 1, 4, 4, flags);
  /**
   * PlumbArticle:compact:
   *
   * Whether the audiences are a list to choose from in place of tabs.
   */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  /**
   * PlumbArticle:text-width:
   *
   * The longest that a line of text may be, in pixels.
   */
  properties[PROP_TEXT_WIDTH] =
      g_param_spec_int ("text-width", NULL, NULL, 100, 10000, PLUMB_ARTICLE_TEXT_WIDTH, flags);
  /**
   * PlumbArticle:claim-marks:
   *
   * Whether claims have marks that say of what kind they are, and lead to their sources.
   */
  properties[PROP_CLAIM_MARKS] = g_param_spec_boolean ("claim-marks", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbArticle::built:
   * @self: the article
   *
   * The last part of the article has been built.
   */
  signals[SIGNAL_BUILT] = g_signal_new ("built",
                                        G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        0);

  gtk_widget_class_set_layout_manager_type (widget_class, PLUMB_TYPE_ARTICLE_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "article");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ARTICLE);
}

static void
plumb_article_init (PlumbArticle *self)
{
  self->level = 1;
  self->columns = 4;
  self->parts = g_ptr_array_new ();
  self->stale = g_ptr_array_new_with_free_func (g_object_unref);
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
plumb_article_emit_built (PlumbArticle *self)
{
  g_signal_emit (self, signals[SIGNAL_BUILT], 0);
}

static gboolean
is_in_view (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return scroller == NULL || (gtk_widget_compute_bounds (widget, scroller, &bounds) &&
                              bounds.origin.y < gtk_widget_get_height (scroller) &&
                              bounds.origin.y + bounds.size.height > 0);
}

/**
 * plumb_article_clear:
 * @self: an article
 *
 * Takes everything off the page.
 */
void
plumb_article_clear (PlumbArticle *self)
{
  GtkWidget *child, *next;

  g_return_if_fail (PLUMB_IS_ARTICLE (self));

  plumb_article_stop_work (self);
  self->reading = FALSE;
  self->building = FALSE;
  self->deepening = FALSE;
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = next) {
    next = gtk_widget_get_next_sibling (child);
    plumb_article_put_away (self, child);
  }
  if (self->anchors != NULL) {
    g_hash_table_remove_all (self->anchors);
    g_ptr_array_set_size (self->parts, 0);
  }
  self->title = NULL;
  self->facts = NULL;
  self->text_frame = NULL;
  self->text = NULL;
  self->level_tag = NULL;
  self->debate = NULL;
  self->takeaways = NULL;
  self->next_part = 0;
  g_clear_object (&self->topic);
  g_clear_object (&self->library);
}

/**
 * plumb_article_show:
 * @self: an article
 * @library: the library that @topic belongs to
 * @topic: a topic
 * @level: which of its levels
 *
 * Shows @topic. What fills the view is there when this returns; the rest follows, and ::built is emitted after the last
 * part.
 */
void
plumb_article_show (PlumbArticle *self, PlumbLibrary *library, PlumbTopic *topic, int level)
{
  const PlumbArticleContext context = { library, topic };
  const PlumbLibraryFile *file;
  GtkWidget *head;

  g_return_if_fail (PLUMB_IS_ARTICLE (self));
  g_return_if_fail (PLUMB_IS_LIBRARY (library));
  g_return_if_fail (PLUMB_IS_TOPIC (topic));

  plumb_article_clear (self);

  file = plumb_library_get_file (library);
  self->library = g_object_ref (library);
  self->topic = g_object_ref (topic);
  self->level = level;
  self->direction = plumb_content_direction (topic->lang != NULL ? topic->lang : file->lang,
                                             file->direction);

  head = plumb_article_build_head (&context, &self->title, &self->facts);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  plumb_article_align (self, head);

  self->text_frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->text_frame, GTK_WIDGET (self));

  self->building = TRUE;
  plumb_article_begin_text (self);
  plumb_article_start_work (self);
}

/**
 * plumb_article_get_topic:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): the topic that it shows
 */
PlumbTopic *
plumb_article_get_topic (PlumbArticle *self)
{
  g_return_val_if_fail (PLUMB_IS_ARTICLE (self), NULL);

  return self->topic;
}

/**
 * plumb_article_get_level:
 * @self: an article
 *
 * Returns: the level that it shows
 */
int
plumb_article_get_level (PlumbArticle *self)
{
  g_return_val_if_fail (PLUMB_IS_ARTICLE (self), 1);

  return self->level;
}

/**
 * plumb_article_set_level:
 * @self: an article that shows a topic
 * @level: which of its levels
 *
 * Goes deeper or shallower, with the debate.
 */
void
plumb_article_set_level (PlumbArticle *self, int level)
{
  g_return_if_fail (PLUMB_IS_ARTICLE (self));
  g_return_if_fail (self->topic != NULL);

  if (self->level == level) {
    return;
  }

  self->level = level;
  plumb_article_begin_text (self);
  if (self->debate != NULL && is_in_view (self->debate)) {
    plumb_debate_pane_set_level (PLUMB_DEBATE_PANE (self->debate), level);
  } else {
    self->deepening = self->debate != NULL;
  }
  plumb_article_start_work (self);
}

/**
 * plumb_article_get_claim_marks:
 * @self: an article
 *
 * Returns: whether claims have marks
 */
gboolean
plumb_article_get_claim_marks (PlumbArticle *self)
{
  g_return_val_if_fail (PLUMB_IS_ARTICLE (self), FALSE);

  return self->claim_marks;
}

/**
 * plumb_article_get_title_widget:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): the title at the top of the page
 */
GtkWidget *
plumb_article_get_title_widget (PlumbArticle *self)
{
  g_return_val_if_fail (PLUMB_IS_ARTICLE (self), NULL);

  return self->title;
}

/**
 * plumb_article_get_text:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): what holds the text of the level; its #PlumbBlockView children are the blocks
 */
GtkWidget *
plumb_article_get_text (PlumbArticle *self)
{
  g_return_val_if_fail (PLUMB_IS_ARTICLE (self), NULL);

  return self->text;
}
