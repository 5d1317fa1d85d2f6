/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the reader's place is kept: what is at the top of the view is held there, however the page is laid out. */

#include "config.h"

#include <math.h>

#include "plumb-block-view.h"
#include "plumb-reader-page-private.h"

GtkAdjustment *
plumb_reader_page_get_adjustment (PlumbReaderPage *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

gboolean
plumb_reader_page_get_top (PlumbReaderPage *self, GtkWidget *widget, double *y, double *height)
{
  graphene_rect_t bounds;

  if (widget == NULL || !gtk_widget_compute_bounds (widget, GTK_WIDGET (self->article), &bounds)) {
    return FALSE;
  }

  *y = bounds.origin.y;
  if (height != NULL) {
    *height = bounds.size.height;
  }

  return TRUE;
}

double
plumb_reader_page_get_scroll (PlumbReaderPage *self)
{
  return gtk_adjustment_get_value (plumb_reader_page_get_adjustment (self));
}

/* From now on a fraction of the height of @widget is at @offset in the view. @part is held where @widget goes away. */
static void
hold (PlumbReaderPage *self, GtkWidget *widget, GtkWidget *part, double fraction, double offset)
{
  g_set_weak_pointer (&self->held, widget);
  g_set_weak_pointer (&self->held_part, part);
  self->held_fraction = fraction;
  self->held_index = -1;
  self->held_offset = offset;
}

/* Nothing is held until the reader scrolls, or goes somewhere. */
void
plumb_reader_page_let_go (PlumbReaderPage *self)
{
  hold (self, NULL, NULL, 0, 0);
}

/* Goes to a widget, and holds it. */
void
plumb_reader_page_go_to (PlumbReaderPage *self, GtkWidget *widget, double fraction, double offset)
{
  hold (self, widget, widget, fraction, offset);
  self->arriving = TRUE;
  /* The frame that is being prepared, or the next one, scrolls there. */
  gtk_widget_queue_resize (GTK_WIDGET (self->article));
}

/* The smallest thing in @parent that is at the top of the view. */
static GtkWidget *
find_at_top (PlumbReaderPage *self, GtkWidget *parent)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    double y, height;

    if (gtk_widget_get_mapped (child) && plumb_reader_page_get_top (self, child, &y, &height) &&
        height > 0 && y + height > plumb_reader_page_get_scroll (self) + 1) {
      GtkWidget *inner = find_at_top (self, child);

      return inner != NULL ? inner : child;
    }
  }

  return NULL;
}

static void
hold_top (PlumbReaderPage *self)
{
  GtkWidget *article = GTK_WIDGET (self->article);
  GtkWidget *top = plumb_reader_page_get_scroll (self) > 0 ? find_at_top (self, article) : NULL;
  GtkWidget *part = top;
  double y, height;

  if (top == NULL || !plumb_reader_page_get_top (self, top, &y, &height)) {
    hold (self, NULL, NULL, 0, 0);
    return;
  }

  while (gtk_widget_get_parent (part) != article && !PLUMB_IS_BLOCK_VIEW (part)) {
    part = gtk_widget_get_parent (part);
  }
  if (y >= plumb_reader_page_get_scroll (self)) {
    hold (self, top, part, 0, y - plumb_reader_page_get_scroll (self));
  } else {
    hold (self, top, part, (plumb_reader_page_get_scroll (self) - y) / height, 0);
  }
}

/* What is held of a text that is not laid out yet has no height until it is. */
static double
get_held_y (PlumbReaderPage *self, double height)
{
  GtkLabel *label;
  PangoRectangle rectangle;
  int y;

  if (self->held_index < 0) {
    return self->held_fraction * height;
  }

  label = GTK_LABEL (self->held);
  gtk_label_get_layout_offsets (label, NULL, &y);
  pango_layout_index_to_pos (gtk_label_get_layout (label), self->held_index, &rectangle);

  return y + PANGO_PIXELS (rectangle.y);
}

/* Where the page has to be scrolled to for what is held to be where it is to be. */
static gboolean
find_held (PlumbReaderPage *self, double *value)
{
  gboolean whole = self->held != NULL && gtk_widget_get_mapped (self->held);
  double y, height;

  if (!plumb_reader_page_get_top (self, whole ? self->held : self->held_part, &y, &height)) {
    return FALSE;
  }

  *value = round (y + (whole ? get_held_y (self, height) : 0) - self->held_offset);

  return TRUE;
}

/* The block, or the part below the text, that is at the top of the view, and how far above it begins. */
static GtkWidget *
find_top (PlumbReaderPage *self, double *offset, const char **anchor)
{
  double value = plumb_reader_page_get_scroll (self);
  GtkWidget *text = plumb_article_get_text (self->article);

  if (text == NULL) {
    return NULL;
  }

  for (GtkWidget *child = gtk_widget_get_first_child (text); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    double y, height;

    if (plumb_reader_page_get_top (self, child, &y, &height) && y + height > value + 1 &&
        PLUMB_IS_BLOCK_VIEW (child)) {
      *offset = y - value;
      if (anchor != NULL) {
        *anchor = plumb_block_view_get_block (PLUMB_BLOCK_VIEW (child))->id;
      }
      return child;
    }
  }

  return NULL;
}

static gboolean
share_claim (PlumbBlock *block, PlumbBlock *other, guint *n)
{
  *n = 0;
  for (guint i = 0; block->claims != NULL && block->claims[i] != NULL; i++) {
    *n += other->claims != NULL &&
          g_strv_contains ((const char *const *) other->claims, block->claims[i]);
  }
  if (g_strcmp0 (block->relates_to, other->id) == 0 ||
      g_strcmp0 (other->relates_to, block->id) == 0) {
    *n += 1;
  }

  return *n > 0;
}

/* The block of the new level that says most of what @from said, else one that says it relates to it. */
static GtkWidget *
find_counterpart (PlumbReaderPage *self, PlumbBlock *from)
{
  GtkWidget *text = plumb_article_get_text (self->article);
  GtkWidget *best = NULL;
  guint most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (text); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    guint n;

    if (PLUMB_IS_BLOCK_VIEW (child) &&
        share_claim (plumb_block_view_get_block (PLUMB_BLOCK_VIEW (child)), from, &n) && n > most) {
      most = n;
      best = child;
    }
  }

  return best;
}

static GtkWidget *
find_heading (PlumbReaderPage *self, guint number)
{
  GtkWidget *text = plumb_article_get_text (self->article);
  GtkWidget *last = gtk_widget_get_first_child (text);
  guint n = 0;

  for (GtkWidget *child = last; child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (PLUMB_IS_BLOCK_VIEW (child) &&
        PLUMB_IS_HEADING (plumb_block_view_get_block (PLUMB_BLOCK_VIEW (child)))) {
      last = child;
      if (++n == number) {
        break;
      }
    }
  }

  return last;
}

static guint
count_headings_before (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = widget; child != NULL; child = gtk_widget_get_prev_sibling (child)) {
    n += PLUMB_IS_BLOCK_VIEW (child) &&
         PLUMB_IS_HEADING (plumb_block_view_get_block (PLUMB_BLOCK_VIEW (child)));
  }

  return n;
}

/* Changes the level of the article, and keeps the reader's place: the block that shares most claims with the one at the
 * top stays at the same height, else the same heading. */
void
plumb_reader_page_deepen (PlumbReaderPage *self, int level)
{
  g_autoptr (PlumbBlock) from = NULL;
  gboolean at_start = plumb_reader_page_get_scroll (self) <= 0;
  double offset = 0;
  GtkWidget *top = find_top (self, &offset, NULL);
  GtkWidget *counterpart;
  guint heading = 0;

  if (top != NULL) {
    from = g_object_ref (plumb_block_view_get_block (PLUMB_BLOCK_VIEW (top)));
    heading = count_headings_before (top);
  }

  /* What is below the text is not rebuilt, and is held already; what is in it goes away. */
  if (self->held_part != NULL &&
      gtk_widget_is_ancestor (self->held_part, plumb_article_get_text (self->article))) {
    hold (self, NULL, NULL, 0, 0);
  }
  plumb_article_set_level (self->article, level);
  if (from == NULL || at_start) {
    return;
  }

  plumb_article_build_text (self->article);
  counterpart = find_counterpart (self, from);
  plumb_reader_page_go_to (self,
                           counterpart != NULL ? counterpart : find_heading (self, heading),
                           0,
                           offset);
}

static void
note_scroll (PlumbReaderPage *self)
{
  PlumbTopic *topic = plumb_article_get_topic (self->article);
  const char *anchor = NULL;
  double offset = 0;
  double height, y;
  GtkWidget *top;

  if (topic == NULL || self->store == NULL) {
    return;
  }

  top = find_top (self, &offset, &anchor);
  if (top != NULL && plumb_reader_page_get_top (self, top, &y, &height)) {
    plumb_store_note_scroll (self->store,
                             plumb_library_get_file (self->library)->id,
                             topic->id,
                             self->level,
                             plumb_reader_page_get_scroll (self) <= 0 ? "" : anchor,
                             height > 0 ? -offset / height : 0);
  }
}

static void
update_title_shown (PlumbReaderPage *self)
{
  GtkWidget *title = plumb_article_get_title_widget (self->article);
  double y, height;
  gboolean shown = plumb_reader_page_get_top (self, title, &y, &height) && height > 0 &&
                   plumb_reader_page_get_scroll (self) >= y + height;

  if (self->title_shown != shown) {
    self->title_shown = shown;
    g_object_notify (G_OBJECT (self), "title-shown");
  }
}

static void
scrolled_cb (PlumbReaderPage *self)
{
  /* The reader has scrolled; or else the page has, or has become so short that it had to. */
  if (!self->scrolling && !self->allocating) {
    self->arriving = FALSE;
    hold_top (self);
    note_scroll (self);
  }
  update_title_shown (self);
  plumb_reader_page_watch_end (self);
}

/* GTK has laid the window out; what is scrolled or added now is laid out again before the frame is drawn. */
static void
after_layout_cb (PlumbReaderPage *self)
{
  GtkAdjustment *adjustment = plumb_reader_page_get_adjustment (self);
  double value = plumb_reader_page_get_scroll (self);
  gboolean held = find_held (self, &value);

  if (held && plumb_reader_page_get_scroll (self) != value) {
    self->scrolling = TRUE;
    gtk_adjustment_set_value (adjustment, value);
    self->scrolling = FALSE;
  }
  if (held && self->arriving && plumb_reader_page_get_scroll (self) == value) {
    self->arriving = FALSE;
    note_scroll (self);
  }
  plumb_article_fill_view (self->article, value + gtk_adjustment_get_page_size (adjustment));
  update_title_shown (self);
  plumb_reader_page_watch_end (self);
}

void
plumb_reader_page_restore_scroll (PlumbReaderPage *self, PlumbTopic *topic)
{
  const char *anchor = NULL;
  double fraction = 0;
  GtkWidget *widget = NULL;

  if (self->store != NULL &&
      plumb_store_get_scroll (self->store,
                              plumb_library_get_file (self->library)->id,
                              topic->id,
                              self->level,
                              &anchor,
                              &fraction) &&
      anchor != NULL && *anchor != '\0') {
    widget = plumb_article_find_anchor (self->article, anchor);
  }
  if (widget == NULL) {
    gtk_adjustment_set_value (plumb_reader_page_get_adjustment (self), 0);
    return;
  }

  plumb_reader_page_go_to (self, widget, CLAMP (fraction, 0, 1), 0);
}

/**
 * plumb_reader_page_scroll_to:
 * @self: a page
 * @widget: a part of the page
 *
 * Scrolls so that @widget is at the top of the view.
 */
void
plumb_reader_page_scroll_to (PlumbReaderPage *self, GtkWidget *widget)
{
  g_return_if_fail (PLUMB_IS_READER_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  plumb_reader_page_go_to (self, widget, 0, 12);
}

/**
 * plumb_reader_page_scroll_to_anchor:
 * @self: a page
 * @anchor: a block of the level that is shown, or another part of the page
 *
 * Scrolls to what @anchor names.
 *
 * Returns: whether the page has it
 */
gboolean
plumb_reader_page_scroll_to_anchor (PlumbReaderPage *self, const char *anchor)
{
  GtkWidget *widget;

  g_return_val_if_fail (PLUMB_IS_READER_PAGE (self), FALSE);

  widget = plumb_article_find_anchor (self->article, anchor);
  if (widget == NULL) {
    return FALSE;
  }
  plumb_reader_page_scroll_to (self, widget);

  return TRUE;
}

/* From now on a scroll is looked at as it happens. */
void
plumb_reader_page_watch_scroll (PlumbReaderPage *self)
{
  g_signal_connect_object (plumb_reader_page_get_adjustment (self),
                           "value-changed",
                           G_CALLBACK (scrolled_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

/* Looks at each frame of @clock, or of none. */
void
plumb_reader_page_watch_clock (PlumbReaderPage *self, GdkFrameClock *clock)
{
  if (self->clock != NULL) {
    g_signal_handlers_disconnect_by_func (self->clock, after_layout_cb, self);
  }
  g_set_object (&self->clock, clock);
  if (clock != NULL) {
    g_signal_connect_object (clock,
                             "layout",
                             G_CALLBACK (after_layout_cb),
                             self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  }
}
