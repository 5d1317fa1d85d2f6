/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-article.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plumb-article-private.h"
#include "plumb-block-view.h"
#include "plumb-claim-marks.h"
#include "plumb-content.h"
#include "plumb-debate-pane.h"
#include "plumb-depth-gauge.h"
#include "plumb-takeaways.h"

#include <plumb-text.h>

/* A line of text this long, in pixels at the usual size, holds some 70 letters. */
#define DEFAULT_TEXT_WIDTH 680
#define WIDE_EXTRA 360

#define SPACING 30

/* Before the page has been laid out for the first time. */
#define DEFAULT_VIEW_HEIGHT 860

/* What the title, the facts and the summary take of the view, at least. */
#define HEAD_HEIGHT 200

/* How much text is added in a frame once the view is full, in pixels. */
#define BLOCKS_PER_STEP 300

/* As narrow as a page becomes. */
#define MINIMUM_WIDTH 260

/**
 * PlumbArticle:
 *
 * A topic from its title to its sources, at one level.
 *
 * As much of the text as fills the view is built at once. The rest of it, and then the parts below it, are built bit by
 * bit from the frame after the one that first shows the text, so that no frame waits for what is not in view. Deepening keeps them and rebuilds the text;
 * the debate follows at once where it is in view, else one position a frame.
 */
struct _PlumbArticle {
  GtkWidget parent_instance;

  PlumbLibrary *library;
  PlumbTopic *topic;
  int level;
  guint columns;
  gboolean compact;
  int text_width;
  gboolean claim_marks;
  char *audience;
  GtkTextDirection direction;

  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *text;
  GtkWidget *level_tag;
  GtkWidget *debate;
  GtkWidget *takeaways;
  GHashTable *anchors;
  GPtrArray *parts;
  GPtrArray *stale;
  guint next_block;
  guint next_part;
  gboolean reading;
  gboolean building;
  gboolean deepening;
  gboolean frame_due;
  guint tick_id;
  guint idle_id;
};

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

static void
set_text_width (PlumbArticle *self, int text_width)
{
  if (self->text_width == text_width) {
    return;
  }

  self->text_width = text_width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
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
    g_value_set_int (value, self->text_width);
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

static int
width_for (PlumbArticle *self, GtkWidget *part, int available)
{
  int widest = gtk_widget_has_css_class (part, "wide") ? self->text_width + WIDE_EXTRA
                                                       : self->text_width;
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  return MIN (available, (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, widest, settings));
}

static GtkSizeRequestMode
plumb_article_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A page is as wide as it is given, and asks how high its parts are at that width and no other: each time that a
 * paragraph is asked, Pango shapes its text again, which is most of what a page costs. */
static void
plumb_article_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  PlumbArticle *self = PLUMB_ARTICLE (widget);
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 0;
    for (GtkWidget *part = gtk_widget_get_first_child (widget); part != NULL;
         part = gtk_widget_get_next_sibling (part)) {
      int part_minimum;

      if (gtk_widget_should_layout (part)) {
        gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &part_minimum, NULL, NULL, NULL);
        *minimum = MAX (*minimum, part_minimum);
      }
    }
    *natural = MAX (*minimum, self->text_width + WIDE_EXTRA);
    return;
  }
  if (for_size < 0) {
    *minimum = *natural = 0;
    return;
  }

  for (GtkWidget *part = gtk_widget_get_first_child (widget); part != NULL;
       part = gtk_widget_get_next_sibling (part)) {
    int part_height;

    if (!gtk_widget_should_layout (part)) {
      continue;
    }
    gtk_widget_measure (part,
                        GTK_ORIENTATION_VERTICAL,
                        width_for (self, part, for_size),
                        &part_height,
                        NULL,
                        NULL,
                        NULL);
    height += part_height + (height > 0 ? SPACING : 0);
  }
  *minimum = *natural = height;
}

static void
plumb_article_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbArticle *self = PLUMB_ARTICLE (widget);
  int y = 0;

  for (GtkWidget *part = gtk_widget_get_first_child (widget); part != NULL;
       part = gtk_widget_get_next_sibling (part)) {
    int part_width = width_for (self, part, width);
    int part_height;

    if (!gtk_widget_should_layout (part)) {
      continue;
    }
    gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, part_width, &part_height, NULL, NULL, NULL);
    gtk_widget_size_allocate (
        part,
        &(GtkAllocation) { (width - part_width) / 2, y, part_width, part_height },
        -1);
    y += part_height + SPACING;
  }
}

static void start_work (PlumbArticle *self);

static void
plumb_article_map (GtkWidget *widget)
{
  PlumbArticle *self = PLUMB_ARTICLE (widget);

  GTK_WIDGET_CLASS (plumb_article_parent_class)->map (widget);

  if (!plumb_article_is_complete (self)) {
    start_work (self);
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
  widget_class->get_request_mode = plumb_article_get_request_mode;
  widget_class->measure = plumb_article_measure;
  widget_class->size_allocate = plumb_article_size_allocate;
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
      g_param_spec_int ("text-width", NULL, NULL, 100, 10000, DEFAULT_TEXT_WIDTH, flags);
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

  gtk_widget_class_set_css_name (widget_class, "article");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ARTICLE);
}

static void
plumb_article_init (PlumbArticle *self)
{
  self->level = 1;
  self->columns = 4;
  self->text_width = DEFAULT_TEXT_WIDTH;
  self->parts = g_ptr_array_new ();
  self->stale = g_ptr_array_new ();
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
align (PlumbArticle *self, GtkWidget *widget)
{
  if (self->direction != gtk_widget_get_default_direction ()) {
    plumb_content_set_direction (widget, self->direction);
  }
}

/* How high a block will be, roughly: enough to know when there is more than a view can show. */
static int
estimate_height (PlumbArticle *self, PlumbBlock *block)
{
  g_autofree char *plain = NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (PLUMB_IS_CHART (block)) {
    return 480;
  }

  plain = plumb_block_to_plain (block);

  /* At the usual width a line holds some 75 letters and is 26 pixels high. */
  return 30 + (int) (g_utf8_strlen (plain, -1) / 75 + 1) * 26 * DEFAULT_TEXT_WIDTH /
                  CLAMP (width, MINIMUM_WIDTH, DEFAULT_TEXT_WIDTH);
}

/* Adds blocks until they are as high as @height. Returns whether there are more. */
static gboolean
build_blocks (PlumbArticle *self, int height)
{
  PlumbLevel *level = plumb_topic_find_level (self->topic, self->level);
  guint n = level != NULL ? g_list_model_get_n_items (level->blocks) : 0;

  while (self->next_block < n && height > 0) {
    g_autoptr (PlumbBlock) block = g_list_model_get_item (level->blocks, self->next_block++);
    GtkWidget *view = plumb_block_view_new (block);
    GtkWidget *marks = plumb_claim_marks_new (self->library, (const char *const *) block->claims);

    if (marks != NULL) {
      plumb_block_view_add_marks (PLUMB_BLOCK_VIEW (view), marks);
    }
    gtk_box_append (GTK_BOX (self->text), view);
    align (self, view);
    g_hash_table_insert (self->anchors, g_strdup (block->id), view);
    height -= estimate_height (self, block);
  }

  return self->next_block < n;
}

static int
view_height (PlumbArticle *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  int height = scroller != NULL ? gtk_widget_get_height (scroller) : 0;

  /* The head of the page takes its share. */
  return (height > 0 ? height : DEFAULT_VIEW_HEIGHT) - HEAD_HEIGHT;
}

static void
fill_text (PlumbArticle *self)
{
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
  align (self, self->level_tag);
  plumb_article_fill_facts (self->facts, self->topic, self->level);

  self->next_block = 0;
  build_blocks (self, view_height (self));
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
    if (part->wide) {
      gtk_widget_add_css_class (section, "wide");
    }
    gtk_box_append (GTK_BOX (section), heading);
    gtk_box_append (GTK_BOX (section), widget);
    gtk_widget_set_parent (section, GTK_WIDGET (self));
    adopt_part (self, part, widget);
    align (self, section);
    g_hash_table_insert (self->anchors, g_strdup (part->anchor), section);
    g_ptr_array_add (self->parts, section);

    return TRUE;
  }

  return FALSE;
}

/* One step of what is left to do. Returns whether there is more. */
static gboolean
work (PlumbArticle *self)
{
  if (self->reading) {
    self->reading = build_blocks (self, BLOCKS_PER_STEP);
    return self->reading || self->building || self->deepening;
  }
  if (self->deepening) {
    self->deepening = self->debate != NULL &&
                      plumb_debate_pane_set_next_level (PLUMB_DEBATE_PANE (self->debate),
                                                        self->level);
    if (self->deepening) {
      return TRUE;
    }
  }
  if (self->building && !build_next_part (self)) {
    self->building = FALSE;
    g_signal_emit (self, signals[SIGNAL_BUILT], 0);
  }

  if (self->building || self->deepening) {
    return TRUE;
  }
  if (self->stale->len > 0) {
    gtk_widget_unparent (g_ptr_array_steal_index (self->stale, self->stale->len - 1));
  }

  return self->stale->len > 0;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PlumbArticle *self = PLUMB_ARTICLE (widget);

  /* This frame shows the text; what is below it can wait for the next. */
  if (self->frame_due) {
    self->frame_due = FALSE;
    return G_SOURCE_CONTINUE;
  }
  if (work (self)) {
    return G_SOURCE_CONTINUE;
  }

  self->tick_id = 0;

  return G_SOURCE_REMOVE;
}

static gboolean
idle_cb (gpointer user_data)
{
  PlumbArticle *self = user_data;

  if (work (self)) {
    return G_SOURCE_CONTINUE;
  }

  self->idle_id = 0;

  return G_SOURCE_REMOVE;
}

static void
stop_work (PlumbArticle *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->tick_id != 0) {
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
    self->tick_id = 0;
  }
}

static void
start_work (PlumbArticle *self)
{
  stop_work (self);
  self->frame_due = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self))) {
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  } else if (!gtk_widget_get_realized (GTK_WIDGET (self))) {
    /* No frame will come while the page is not shown. */
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  }
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

  stop_work (self);
  self->reading = FALSE;
  self->building = FALSE;
  self->deepening = FALSE;
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = next) {
    next = gtk_widget_get_next_sibling (child);
    /* To take a page of labels apart takes as long as to make one, and can wait until the next page is shown. */
    if (gtk_widget_get_mapped (child)) {
      gtk_widget_set_visible (child, FALSE);
      g_ptr_array_add (self->stale, child);
    } else if (!g_ptr_array_find (self->stale, child, NULL)) {
      gtk_widget_unparent (child);
    }
  }
  if (self->anchors != NULL) {
    g_hash_table_remove_all (self->anchors);
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
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  align (self, head);

  self->text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  gtk_widget_add_css_class (self->text, "level-text");
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  fill_text (self);

  self->reading = TRUE;
  self->building = TRUE;
  start_work (self);
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
  if (self->debate != NULL && is_in_view (self->debate)) {
    plumb_debate_pane_set_level (PLUMB_DEBATE_PANE (self->debate), level);
  } else {
    self->deepening = self->debate != NULL;
  }
  self->reading = TRUE;
  start_work (self);
}

/**
 * plumb_article_build_text:
 * @self: an article
 *
 * Builds at once whatever of the level’s text is not built yet.
 */
void
plumb_article_build_text (PlumbArticle *self)
{
  g_return_if_fail (PLUMB_IS_ARTICLE (self));

  if (self->reading) {
    build_blocks (self, G_MAXINT);
    self->reading = FALSE;
  }
}

/**
 * plumb_article_is_text_complete:
 * @self: an article
 *
 * Returns: whether all the text of the level is there
 */
gboolean
plumb_article_is_text_complete (PlumbArticle *self)
{
  g_return_val_if_fail (PLUMB_IS_ARTICLE (self), FALSE);

  return !self->reading;
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

  stop_work (self);
  while (work (self)) {
  }
}

/**
 * plumb_article_is_complete:
 * @self: an article
 *
 * Returns: whether the whole page is there, and none of it still to be built or deepened
 */
gboolean
plumb_article_is_complete (PlumbArticle *self)
{
  g_return_val_if_fail (PLUMB_IS_ARTICLE (self), FALSE);

  return !self->reading && !self->building && !self->deepening && self->stale->len == 0;
}

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  /* A page that is going is not looked in. */
  if (!gtk_widget_get_visible (widget)) {
    return NULL;
  }
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
  if (widget == NULL && self->reading) {
    plumb_article_build_text (self);
    widget = find_built (self, anchor);
  }
  if (widget == NULL && self->building) {
    plumb_article_build_all (self);
    widget = find_built (self, anchor);
  }

  return widget;
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
