/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a page is built: what is in view before the first frame that shows it, and the rest of it a little each frame. */

#include "config.h"

#include <glib/gi18n.h>

#include "plumb-article-layout.h"
#include "plumb-article-private.h"
#include "plumb-block-view.h"
#include "plumb-claim-marks.h"
#include "plumb-content.h"
#include "plumb-debate-pane.h"
#include "plumb-depth-gauge.h"
#include "plumb-takeaways.h"

#include <plumb-text.h>

/* Before the page has been laid out for the first time. */
#define DEFAULT_VIEW_HEIGHT 860

/* What the title, the facts and the summary take of the view, at least. */
#define HEAD_HEIGHT 200

/* How much text is added in a frame once the view is full, in pixels. */
#define BLOCKS_PER_STEP 300

/* GDK lays a frame out four times at most. After the second, nothing is added that would have it laid out again: to
 * scroll to what has been added takes one more. */
#define PASSES_TO_FILL 2

/* As narrow as a page becomes. */
#define MINIMUM_WIDTH 260

void
plumb_article_align (PlumbArticle *self, GtkWidget *widget)
{
  if (self->direction != gtk_widget_get_default_direction ()) {
    plumb_content_set_direction (widget, self->direction);
  }
}

/* Takes a part off the page. To take labels apart takes as long as to make them, and waits until the next page is
 * shown. */
void
plumb_article_put_away (PlumbArticle *self, GtkWidget *widget)
{
  if (gtk_widget_get_mapped (widget)) {
    gtk_widget_set_visible (widget, FALSE);
    g_ptr_array_add (self->stale, g_object_ref (widget));
  } else if (!g_ptr_array_find (self->stale, widget, NULL)) {
    gtk_widget_unparent (widget);
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
  return 30 + (int) (g_utf8_strlen (plain, -1) / 75 + 1) * 26 * PLUMB_ARTICLE_TEXT_WIDTH /
                  CLAMP (width, MINIMUM_WIDTH, PLUMB_ARTICLE_TEXT_WIDTH);
}

static void
build_block (PlumbArticle *self, PlumbBlock *block)
{
  GtkWidget *view = plumb_block_view_new (block);
  GtkWidget *marks = plumb_claim_marks_new (self->library, (const char *const *) block->claims);

  if (marks != NULL) {
    plumb_block_view_add_marks (PLUMB_BLOCK_VIEW (view), marks);
  }
  gtk_box_append (GTK_BOX (self->text), view);
  plumb_article_align (self, view);
  g_hash_table_insert (self->anchors, g_strdup (block->id), view);
}

/* Adds blocks until they are as high as @height, which becomes what is left of it. */
static void
build_blocks (PlumbArticle *self, int *height)
{
  PlumbLevel *level = plumb_topic_find_level (self->topic, self->level);
  guint n = level != NULL ? g_list_model_get_n_items (level->blocks) : 0;

  while (self->next_block < n && *height > 0) {
    g_autoptr (PlumbBlock) block = g_list_model_get_item (level->blocks, self->next_block++);

    build_block (self, block);
    *height -= estimate_height (self, block);
  }

  self->reading = self->next_block < n;
}

static void
takeaways_audience_cb (PlumbArticle *self)
{
  const char *audience = plumb_takeaways_get_audience (PLUMB_TAKEAWAYS (self->takeaways));

  if (g_set_str (&self->audience, audience)) {
    g_object_notify (G_OBJECT (self), "audience");
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

/* Adds a part. Returns how high it is, at least. */
static int
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
    plumb_article_align (self, section);
    g_hash_table_insert (self->anchors, g_strdup (part->anchor), section);
    g_ptr_array_add (self->parts, section);

    return part->height;
  }

  self->building = FALSE;
  plumb_article_emit_built (self);

  return 0;
}

/* Builds what there is room for in @height. */
static void
fill (PlumbArticle *self, int height)
{
  if (self->reading) {
    build_blocks (self, &height);
  }
  while (self->building && height > 0) {
    height -= build_next_part (self);
  }
}

static int
view_height (PlumbArticle *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  int height = scroller != NULL ? gtk_widget_get_height (scroller) : 0;

  return height > 0 ? height : DEFAULT_VIEW_HEIGHT;
}

/* Puts the text of the level where that of another was, or where there was none, and as much of it as fills a view. */
void
plumb_article_begin_text (PlumbArticle *self)
{
  GtkWidget *old = self->text;
  g_autofree char *tag = NULL;

  for (GtkWidget *child = old != NULL ? gtk_widget_get_first_child (old) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (PLUMB_IS_BLOCK_VIEW (child)) {
      g_hash_table_remove (self->anchors,
                           plumb_block_view_get_block (PLUMB_BLOCK_VIEW (child))->id);
    }
  }
  self->text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  gtk_widget_add_css_class (self->text, "level-text");
  gtk_box_append (GTK_BOX (self->text_frame), self->text);
  if (old != NULL) {
    plumb_article_put_away (self, old);
  }

  /* Translators: above the text. %1$d is the level, %2$s its name. */
  tag = g_strdup_printf (C_ ("level", "Level %1$d · %2$s"),
                         self->level,
                         plumb_level_get_name (self->level));
  self->level_tag = plumb_content_heading (tag, 2, "level-tag", NULL);
  gtk_box_append (GTK_BOX (self->text), self->level_tag);
  plumb_article_align (self, self->level_tag);
  plumb_article_fill_facts (self->facts, self->topic, self->level);

  self->next_block = 0;
  self->reading = TRUE;
  fill (self, view_height (self) - HEAD_HEIGHT);
}

/* One step of what is left to do. Returns whether there is more. */
static gboolean
work (PlumbArticle *self)
{
  if (self->reading) {
    int height = BLOCKS_PER_STEP;

    build_blocks (self, &height);
  } else if (self->deepening) {
    self->deepening = self->debate != NULL &&
                      plumb_debate_pane_set_next_level (PLUMB_DEBATE_PANE (self->debate),
                                                        self->level);
  } else if (self->building) {
    build_next_part (self);
  } else if (self->takeaways != NULL &&
             plumb_takeaways_build_next (PLUMB_TAKEAWAYS (self->takeaways))) {
    return TRUE;
  } else if (self->stale->len > 0) {
    g_autoptr (GtkWidget) widget = g_ptr_array_steal_index (self->stale, self->stale->len - 1);

    gtk_widget_unparent (widget);
  }

  return !plumb_article_is_complete (self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PlumbArticle *self = PLUMB_ARTICLE (widget);

  /* This frame shows what is in view; the rest can wait for the next. */
  if (self->frames++ == 0 || work (self)) {
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

void
plumb_article_stop_work (PlumbArticle *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->tick_id != 0) {
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
    self->tick_id = 0;
  }
}

void
plumb_article_start_work (PlumbArticle *self)
{
  plumb_article_stop_work (self);
  self->frames = 0;
  self->passes = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self))) {
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  } else if (!gtk_widget_get_realized (GTK_WIDGET (self))) {
    /* No frame will come while the page is not shown. */
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  }
}

/**
 * plumb_article_fill_view:
 * @self: an article
 * @end: how far down it is in view, or will be once it has been scrolled, in pixels from its top
 *
 * Adds to a page that is shown for the first time what it lacks to fill the view. To be called each time that it has
 * been laid out; it is then laid out again before the frame is drawn. In later frames it does nothing.
 */
void
plumb_article_fill_view (PlumbArticle *self, double end)
{
  GtkWidget *last;
  graphene_rect_t bounds;
  int room;

  g_return_if_fail (PLUMB_IS_ARTICLE (self));

  if (self->frames > 1 || self->passes >= PASSES_TO_FILL || (!self->reading && !self->building)) {
    return;
  }

  self->passes++;
  last = gtk_widget_get_last_child (GTK_WIDGET (self));
  if (last == NULL || !gtk_widget_compute_bounds (last, GTK_WIDGET (self), &bounds)) {
    return;
  }

  room = (int) (end - (bounds.origin.y + bounds.size.height));
  if (room > 0) {
    self->passes = PASSES_TO_FILL;
    fill (self, room);
  }
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
  int height = G_MAXINT;

  g_return_if_fail (PLUMB_IS_ARTICLE (self));

  if (self->reading) {
    build_blocks (self, &height);
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

  plumb_article_stop_work (self);
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

  return !self->reading && !self->building && !self->deepening && self->stale->len == 0 &&
         (self->takeaways == NULL ||
          plumb_takeaways_is_complete (PLUMB_TAKEAWAYS (self->takeaways)));
}
