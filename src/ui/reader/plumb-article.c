/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-article.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plumb-article-private.h"
#include "plumb-block-view.h"
#include "plumb-content.h"
#include "plumb-debate-pane.h"
#include "plumb-depth-gauge.h"
#include "plumb-takeaways.h"

#include <plumb-text.h>

/* A line of text this long, in pixels at the usual size, holds some 70 letters. */
#define DEFAULT_TEXT_WIDTH 680
#define WIDE_EXTRA 360

/**
 * PlumbArticle:
 *
 * A topic from its title to its sources, at one level.
 *
 * The text of the level is built at once. The parts below it are built one by one when the main loop is idle, so that
 * the first frame does not wait for what is not in view. Deepening keeps them and rebuilds the text alone.
 */
struct _PlumbArticle {
  GtkWidget parent_instance;

  PlumbLibrary *library;
  PlumbTopic *topic;
  int level;
  guint columns;
  gboolean compact;
  int text_width;
  char *audience;
  GtkTextDirection direction;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *text;
  GtkWidget *level_tag;
  GtkWidget *debate;
  GtkWidget *takeaways;
  GPtrArray *clamps;
  GHashTable *anchors;
  GPtrArray *parts;
  guint next_part;
  guint build_id;
};

G_DEFINE_FINAL_TYPE (PlumbArticle, plumb_article, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_AUDIENCE,
  PROP_COLUMNS,
  PROP_COMPACT,
  PROP_TEXT_WIDTH,
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

  plumb_article_clear (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->clamps, g_ptr_array_unref);
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

static int
width_of (PlumbArticle *self, GtkWidget *clamp)
{
  return gtk_widget_has_css_class (clamp, "wide") ? self->text_width + WIDE_EXTRA
                                                  : self->text_width;
}

static void
set_text_width (PlumbArticle *self, int text_width)
{
  if (self->text_width == text_width) {
    return;
  }

  self->text_width = text_width;
  for (guint i = 0; i < self->clamps->len; i++) {
    AdwClamp *clamp = g_ptr_array_index (self->clamps, i);

    adw_clamp_set_maximum_size (clamp, width_of (self, GTK_WIDGET (clamp)));
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_WIDTH]);
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
    g_value_set_int (value, self->text_width);
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
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
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
      g_param_spec_int ("text-width", NULL, NULL, 100, 10000, DEFAULT_TEXT_WIDTH, flags);

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

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "article");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ARTICLE);
}

static void
plumb_article_init (PlumbArticle *self)
{
  self->level = 1;
  self->columns = 4;
  self->text_width = DEFAULT_TEXT_WIDTH;
  self->clamps = g_ptr_array_new ();
  self->parts = g_ptr_array_new ();
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
append_clamped (PlumbArticle *self, GtkWidget *child, gboolean wide)
{
  GtkWidget *clamp = adw_clamp_new ();

  if (wide) {
    gtk_widget_add_css_class (clamp, "wide");
  }
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width_of (self, clamp));
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width_of (self, clamp));
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_box_append (GTK_BOX (self->box), clamp);
  g_ptr_array_add (self->clamps, clamp);

  return clamp;
}

static void
align (PlumbArticle *self, GtkWidget *widget)
{
  if (self->direction != gtk_widget_get_default_direction ()) {
    plumb_content_set_direction (widget, self->direction);
  }
}

static void
fill_text (PlumbArticle *self)
{
  PlumbLevel *level = plumb_topic_find_level (self->topic, self->level);
  g_autofree char *tag = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->text)) != NULL) {
    if (PLUMB_IS_BLOCK_VIEW (child)) {
      g_hash_table_remove (self->anchors,
                           plumb_block_view_get_block (PLUMB_BLOCK_VIEW (child))->id);
    }
    gtk_box_remove (GTK_BOX (self->text), child);
  }

  /* Translators: above the text. %1$d is the level, %2$s its name. */
  tag = g_strdup_printf (C_ ("level", "Level %1$d · %2$s"),
                         self->level,
                         plumb_level_get_name (self->level));
  self->level_tag = plumb_content_heading (tag, 2, "level-tag", NULL);
  gtk_box_append (GTK_BOX (self->text), self->level_tag);

  for (guint i = 0; level != NULL && i < g_list_model_get_n_items (level->blocks); i++) {
    g_autoptr (PlumbBlock) block = g_list_model_get_item (level->blocks, i);
    GtkWidget *view = plumb_block_view_new (block);

    gtk_box_append (GTK_BOX (self->text), view);
    g_hash_table_insert (self->anchors, g_strdup (block->id), view);
  }

  align (self, self->text);
  plumb_article_fill_facts (self->facts, self->topic, self->level);
}

static void
takeaways_audience_cb (PlumbArticle *self)
{
  const char *audience = plumb_takeaways_get_audience (PLUMB_TAKEAWAYS (self->takeaways));

  if (g_set_str (&self->audience, audience)) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUDIENCE]);
  }
}

static void
adopt_part (PlumbArticle *self, const PlumbArticlePart *part, GtkWidget *widget)
{
  if (PLUMB_IS_DEBATE_PANE (widget)) {
    self->debate = widget;
    plumb_debate_pane_set_level (PLUMB_DEBATE_PANE (widget), self->level);
    plumb_debate_pane_set_columns (PLUMB_DEBATE_PANE (widget), self->columns);
  } else if (PLUMB_IS_TAKEAWAYS (widget)) {
    self->takeaways = widget;
    plumb_takeaways_set_audience (PLUMB_TAKEAWAYS (widget), self->audience);
    plumb_takeaways_set_compact (PLUMB_TAKEAWAYS (widget), self->compact);
    g_signal_connect_swapped (widget, "notify::audience", G_CALLBACK (takeaways_audience_cb), self);
  }
}

static gboolean
build_next_part (PlumbArticle *self)
{
  const PlumbArticleContext context = { self->library, self->topic };

  while (self->next_part < plumb_article_n_parts) {
    const PlumbArticlePart *part = &plumb_article_parts[self->next_part++];
    GtkWidget *widget = part->build (&context);
    GtkWidget *section;
    GtkWidget *heading;

    if (widget == NULL) {
      continue;
    }

    section = g_object_new (GTK_TYPE_BOX,
                            "orientation",
                            GTK_ORIENTATION_VERTICAL,
                            "spacing",
                            12,
                            "accessible-role",
                            GTK_ACCESSIBLE_ROLE_REGION,
                            NULL);
    heading = plumb_content_heading (g_dpgettext2 (NULL, "part", part->title), 2, NULL);
    gtk_accessible_update_relation (GTK_ACCESSIBLE (section),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    heading,
                                    NULL,
                                    -1);
    gtk_widget_add_css_class (section, "part");
    gtk_box_append (GTK_BOX (section), heading);
    gtk_box_append (GTK_BOX (section), widget);
    append_clamped (self, section, part->wide);
    adopt_part (self, part, widget);
    align (self, section);
    g_hash_table_insert (self->anchors, g_strdup (part->anchor), section);
    g_ptr_array_add (self->parts, section);

    return TRUE;
  }

  return FALSE;
}

static gboolean
build_cb (gpointer user_data)
{
  PlumbArticle *self = user_data;

  if (build_next_part (self)) {
    return G_SOURCE_CONTINUE;
  }

  self->build_id = 0;
  g_signal_emit (self, signals[SIGNAL_BUILT], 0);

  return G_SOURCE_REMOVE;
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
  GtkWidget *child;

  g_return_if_fail (PLUMB_IS_ARTICLE (self));

  g_clear_handle_id (&self->build_id, g_source_remove);
  while (self->box != NULL && (child = gtk_widget_get_first_child (self->box)) != NULL) {
    gtk_box_remove (GTK_BOX (self->box), child);
  }
  if (self->anchors != NULL) {
    g_hash_table_remove_all (self->anchors);
    g_ptr_array_set_size (self->clamps, 0);
    g_ptr_array_set_size (self->parts, 0);
  }
  self->title = NULL;
  self->facts = NULL;
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
 * Shows @topic. Its text is there when this returns; the parts below it follow, and ::built is emitted after the last.
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
  append_clamped (self, head, FALSE);
  align (self, head);

  self->text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  gtk_widget_add_css_class (self->text, "level-text");
  append_clamped (self, self->text, FALSE);
  fill_text (self);

  /* After the frame that shows the text has been drawn. */
  self->build_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 20, build_cb, self, NULL);
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
  fill_text (self);
  if (self->debate != NULL) {
    plumb_debate_pane_set_level (PLUMB_DEBATE_PANE (self->debate), level);
  }
}

/**
 * plumb_article_build_all:
 * @self: an article
 *
 * Builds at once whatever of the page is not built yet.
 */
void
plumb_article_build_all (PlumbArticle *self)
{
  g_return_if_fail (PLUMB_IS_ARTICLE (self));

  if (self->build_id == 0) {
    return;
  }

  while (build_next_part (self)) {
  }
  g_clear_handle_id (&self->build_id, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_BUILT], 0);
}

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0) {
    return widget;
  }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_named (child, name);

    if (found != NULL) {
      return found;
    }
  }

  return NULL;
}

static GtkWidget *
find_built (PlumbArticle *self, const char *anchor)
{
  GtkWidget *widget = g_hash_table_lookup (self->anchors, anchor);

  if (widget != NULL) {
    return widget;
  }
  if (self->debate != NULL && g_str_has_prefix (anchor, "debate-")) {
    const char *position = anchor + strlen ("debate-");

    if (plumb_debate_pane_show_position (PLUMB_DEBATE_PANE (self->debate), position)) {
      return plumb_debate_pane_get_card (PLUMB_DEBATE_PANE (self->debate), position);
    }
  }
  if (self->takeaways != NULL && g_str_has_prefix (anchor, "takeaways-")) {
    set_audience (self, anchor + strlen ("takeaways-"));
    return self->takeaways;
  }
  widget = find_named (GTK_WIDGET (self), anchor);
  /* A reply that one has asked for by name is shown. */
  if (GTK_IS_EXPANDER (widget)) {
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  }

  return widget;
}

/**
 * plumb_article_find_anchor:
 * @self: an article
 * @anchor: the id of a block of this level, or the name of another part of the page
 *
 * Finds what an anchor names, building as much of the page as that takes.
 *
 * Returns: (transfer none) (nullable): the widget, or %NULL where the page has no such anchor
 */
GtkWidget *
plumb_article_find_anchor (PlumbArticle *self, const char *anchor)
{
  GtkWidget *widget;

  g_return_val_if_fail (PLUMB_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (anchor != NULL, NULL);

  widget = find_built (self, anchor);
  if (widget == NULL && self->build_id != 0) {
    plumb_article_build_all (self);
    widget = find_built (self, anchor);
  }

  return widget;
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

/**
 * plumb_article_get_outline:
 * @self: an article
 *
 * Lists the headings of the page in order, building what is not built yet.
 *
 * Returns: (transfer full) (element-type PlumbOutlineItem): the headings; they are valid until the page changes
 */
GArray *
plumb_article_get_outline (PlumbArticle *self)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (PlumbOutlineItem));
  PlumbOutlineItem item;

  g_return_val_if_fail (PLUMB_IS_ARTICLE (self), outline);

  if (self->topic == NULL) {
    return outline;
  }

  plumb_article_build_all (self);
  item = (PlumbOutlineItem) { gtk_label_get_text (GTK_LABEL (self->level_tag)),
                              0,
                              self->level_tag };
  g_array_append_val (outline, item);
  for (GtkWidget *child = gtk_widget_get_first_child (self->text); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    PlumbBlock *block = PLUMB_IS_BLOCK_VIEW (child)
                            ? plumb_block_view_get_block (PLUMB_BLOCK_VIEW (child))
                            : NULL;

    if (block != NULL && PLUMB_IS_HEADING (block)) {
      item = (PlumbOutlineItem) { PLUMB_HEADING (block)->text, 1, child };
      g_array_append_val (outline, item);
    }
  }
  for (guint i = 0; i < self->parts->len; i++) {
    GtkWidget *section = g_ptr_array_index (self->parts, i);
    GtkWidget *heading = gtk_widget_get_first_child (section);

    item = (PlumbOutlineItem) { gtk_label_get_text (GTK_LABEL (heading)), 0, section };
    g_array_append_val (outline, item);
  }

  return outline;
}
