/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-reader-page.h"

#include <glib/gi18n.h>
#include <math.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "plumb-block-view.h"
#include "plumb-depth-gauge.h"
#include "plumb-find-bar.h"
#include "plumb-finder.h"

/* How long the end of a text must be in view before it counts as read, in milliseconds. */
#define READ_DELAY 1500
#define FADE_DURATION 180

/* How long after the page is built it has been drawn, in milliseconds. */
#define GIVE_BACK_DELAY 100

#define WHEEL_STEP 60

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
struct _PlumbReaderPage {
  AdwBin parent_instance;

  PlumbLibrary *library;
  PlumbStore *store;
  int level;
  gboolean narrow;
  guint columns;
  gboolean finding;
  gboolean title_shown;

  PlumbFinder *finder;
  GdkFrameClock *clock;
  GtkWidget *held;
  GtkWidget *held_part;
  double held_fraction;
  int held_index;
  double held_offset;
  gboolean arriving;
  gboolean allocating;
  gboolean scrolling;
  guint read_id;
  guint give_back_id;
  gboolean given_back;
  guint noted;
  AdwAnimation *fade;
  GtkWidget *focus_before_find;

  AdwToolbarView *toolbar_view;
  PlumbDepthGauge *gauge;
  GtkWidget *scroller;
  GtkWidget *viewport;
  PlumbArticle *article;

  /* These are made when they are first needed. */
  PlumbFindBar *find_bar;
  PlumbDepthGauge *bar_gauge;
};

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

static GtkAdjustment *
get_adjustment (PlumbReaderPage *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static gboolean
get_top (PlumbReaderPage *self, GtkWidget *widget, double *y, double *height)
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

static double
get_value (PlumbReaderPage *self)
{
  return gtk_adjustment_get_value (get_adjustment (self));
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

/* Goes to a widget, and holds it. */
static void
go_to (PlumbReaderPage *self, GtkWidget *widget, double fraction, double offset)
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

    if (gtk_widget_get_mapped (child) && get_top (self, child, &y, &height) && height > 0 &&
        y + height > get_value (self) + 1) {
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
  GtkWidget *top = get_value (self) > 0 ? find_at_top (self, article) : NULL;
  GtkWidget *part = top;
  double y, height;

  if (top == NULL || !get_top (self, top, &y, &height)) {
    hold (self, NULL, NULL, 0, 0);
    return;
  }

  while (gtk_widget_get_parent (part) != article && !PLUMB_IS_BLOCK_VIEW (part)) {
    part = gtk_widget_get_parent (part);
  }
  if (y >= get_value (self)) {
    hold (self, top, part, 0, y - get_value (self));
  } else {
    hold (self, top, part, (get_value (self) - y) / height, 0);
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

/* Scrolls to where what is held is where it is to be. Returns whether it is there. */
static gboolean
apply_hold (PlumbReaderPage *self)
{
  gboolean whole = self->held != NULL && gtk_widget_get_mapped (self->held);
  double y, height, value;

  if (!get_top (self, whole ? self->held : self->held_part, &y, &height)) {
    return FALSE;
  }

  value = round (y + (whole ? get_held_y (self, height) : 0) - self->held_offset);
  if (get_value (self) != value) {
    self->scrolling = TRUE;
    gtk_adjustment_set_value (get_adjustment (self), value);
    self->scrolling = FALSE;
  }

  return get_value (self) == value;
}

/* The block, or the part below the text, that is at the top of the view, and how far above it begins. */
static GtkWidget *
find_top (PlumbReaderPage *self, double *offset, const char **anchor)
{
  double value = get_value (self);
  GtkWidget *text = plumb_article_get_text (self->article);

  if (text == NULL) {
    return NULL;
  }

  for (GtkWidget *child = gtk_widget_get_first_child (text); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    double y, height;

    if (get_top (self, child, &y, &height) && y + height > value + 1 &&
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
update_find_count (PlumbReaderPage *self)
{
  guint n = plumb_finder_get_n_matches (self->finder);
  g_autofree char *text = NULL;

  if (self->find_bar == NULL) {
    return;
  }

  if (plumb_finder_get_query (self->finder) == NULL) {
    text = g_strdup ("");
  } else if (n == 0) {
    text = g_strdup (_ ("Not found"));
  } else {
    /* Translators: %1$u is which match is shown, %2$u how many there are. */
    text = g_strdup_printf (C_ ("find", "%1$u of %2$u"),
                            plumb_finder_get_position (self->finder) + 1,
                            n);
  }
  plumb_find_bar_set_count (self->find_bar, text);
}

static void
set_level (PlumbReaderPage *self, int level)
{
  g_autoptr (PlumbBlock) from = NULL;
  GtkWidget *top;
  GtkWidget *counterpart = NULL;
  gboolean at_start;
  guint heading = 0;
  double offset = 0;

  if (self->level == level) {
    return;
  }

  self->level = level;
  if (plumb_article_get_topic (self->article) != NULL) {
    at_start = get_value (self) <= 0;
    top = find_top (self, &offset, NULL);
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
    if (from != NULL && !at_start) {
      plumb_article_build_text (self->article);
      counterpart = find_counterpart (self, from);
      go_to (self, counterpart != NULL ? counterpart : find_heading (self, heading), 0, offset);
    }
    fade_in (self);
    plumb_finder_refresh (self->finder);
    update_find_count (self);
  }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

static gboolean
end_in_view (PlumbReaderPage *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double bottom = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment);
  GtkWidget *text = plumb_article_get_text (self->article);
  GtkWidget *last = text != NULL ? gtk_widget_get_last_child (text) : NULL;
  double y, height;

  return gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         plumb_article_is_text_complete (self->article) && get_top (self, last, &y, &height) &&
         height > 0 && y + height <= bottom + 1;
}

static void
read_cb (gpointer user_data)
{
  PlumbReaderPage *self = user_data;
  PlumbTopic *topic = plumb_article_get_topic (self->article);
  g_autoptr (GError) error = NULL;

  self->read_id = 0;
  if (topic == NULL || self->store == NULL || !end_in_view (self)) {
    return;
  }
  self->noted |= PLUMB_LEVEL_BIT (self->level);

  if (!plumb_store_mark_read (self->store,
                              plumb_library_get_file (self->library)->id,
                              topic->id,
                              plumb_article_get_level (self->article),
                              PLUMB_READ_HOW_SEEN,
                              &error)) {
    g_debug ("Not marked as read: %s", error->message);
  }
}

static void
watch_end (PlumbReaderPage *self)
{
  PlumbTopic *topic = plumb_article_get_topic (self->article);
  gboolean wanted;

  if (topic == NULL || self->store == NULL) {
    return;
  }

  /* A mark that was taken back while the page is open stays off, though the end is still in view. */
  self->noted |= plumb_store_get_levels_read (self->store,
                                              plumb_library_get_file (self->library)->id,
                                              topic->id);
  wanted = (self->noted & PLUMB_LEVEL_BIT (self->level)) == 0 && end_in_view (self);
  if (wanted && self->read_id == 0) {
    self->read_id = g_timeout_add_once (READ_DELAY, read_cb, self);
  } else if (!wanted) {
    g_clear_handle_id (&self->read_id, g_source_remove);
    g_clear_handle_id (&self->give_back_id, g_source_remove);
  }
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
  if (top != NULL && get_top (self, top, &y, &height)) {
    plumb_store_note_scroll (self->store,
                             plumb_library_get_file (self->library)->id,
                             topic->id,
                             self->level,
                             get_value (self) <= 0 ? "" : anchor,
                             height > 0 ? -offset / height : 0);
  }
}

static void
update_title_shown (PlumbReaderPage *self)
{
  GtkWidget *title = plumb_article_get_title_widget (self->article);
  double y, height;
  gboolean shown = get_top (self, title, &y, &height) && height > 0 &&
                   get_value (self) >= y + height;

  if (self->title_shown != shown) {
    self->title_shown = shown;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE_SHOWN]);
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
  watch_end (self);
}

/* GTK has laid the window out; what is scrolled now is laid out again before the frame is drawn. */
static void
after_layout_cb (PlumbReaderPage *self)
{
  if (apply_hold (self) && self->arriving) {
    self->arriving = FALSE;
    note_scroll (self);
  }
  update_title_shown (self);
  watch_end (self);
}

static void
plumb_reader_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbReaderPage *self = PLUMB_READER_PAGE (widget);

  self->allocating = TRUE;
  GTK_WIDGET_CLASS (plumb_reader_page_parent_class)
      ->size_allocate (widget, width, height, baseline);
  self->allocating = FALSE;
}

static void
plumb_reader_page_realize (GtkWidget *widget)
{
  PlumbReaderPage *self = PLUMB_READER_PAGE (widget);

  GTK_WIDGET_CLASS (plumb_reader_page_parent_class)->realize (widget);

  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  g_signal_connect_object (self->clock,
                           "layout",
                           G_CALLBACK (after_layout_cb),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
plumb_reader_page_unrealize (GtkWidget *widget)
{
  PlumbReaderPage *self = PLUMB_READER_PAGE (widget);

  g_signal_handlers_disconnect_by_func (self->clock, after_layout_cb, self);
  g_clear_object (&self->clock);

  GTK_WIDGET_CLASS (plumb_reader_page_parent_class)->unrealize (widget);
}

static void
gauge_level_cb (PlumbReaderPage *self, GParamSpec *pspec, PlumbDepthGauge *gauge)
{
  int level = plumb_depth_gauge_get_level (gauge);

  if (level != self->level) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.level", "i", level);
  }
}

static void
bar_gauge_level_cb (PlumbReaderPage *self)
{
  gauge_level_cb (self, NULL, self->bar_gauge);
}

static void
gauge_scrolled_cb (PlumbReaderPage *self, double dy)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  gtk_adjustment_set_value (adjustment, get_value (self) + dy * WHEEL_STEP);
}

/* The gauge of a narrow window lies in a bar below the text. */
static void
build_bar_gauge (PlumbReaderPage *self)
{
  GtkWidget *bar = adw_bin_new ();
  GtkWidget *gauge = plumb_depth_gauge_new (GTK_ORIENTATION_HORIZONTAL);

  self->bar_gauge = PLUMB_DEPTH_GAUGE (gauge);
  plumb_depth_gauge_set_levels (self->bar_gauge, plumb_depth_gauge_get_levels (self->gauge));
  g_object_bind_property (self, "level", gauge, "level", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (gauge, "notify::level", G_CALLBACK (bar_gauge_level_cb), self);
  g_signal_connect_swapped (gauge, "scrolled", G_CALLBACK (gauge_scrolled_cb), self);
  gtk_widget_add_css_class (bar, "gauge-bar");
  g_object_bind_property (self, "narrow", bar, "visible", G_BINDING_SYNC_CREATE);
  adw_bin_set_child (ADW_BIN (bar), gauge);
  adw_toolbar_view_add_bottom_bar (self->toolbar_view, bar);
}

static void
set_narrow (PlumbReaderPage *self, gboolean narrow)
{
  if (self->narrow == narrow) {
    return;
  }

  self->narrow = narrow;
  if (narrow && self->bar_gauge == NULL) {
    build_bar_gauge (self);
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
  if (plumb_finder_get_query (self->finder) != NULL) {
    plumb_finder_refresh (self->finder);
    update_find_count (self);
  }
}

static void
scroll_to_match (PlumbReaderPage *self, GtkWidget *label, int index)
{
  if (label != NULL) {
    go_to (self, label, 0, gtk_adjustment_get_page_size (get_adjustment (self)) / 3);
    self->held_index = index;
  }
  update_find_count (self);
}

static void
find_step (PlumbReaderPage *self, int steps)
{
  int index = 0;
  GtkWidget *label = plumb_finder_step (self->finder, steps, &index);

  scroll_to_match (self, label, index);
}

static void
find_changed_cb (PlumbReaderPage *self)
{
  const char *text = plumb_find_bar_get_text (self->find_bar);

  /* The bar says so, too, when it is made; nothing is looked for then, and the page need not be whole. */
  if (*text == '\0' && plumb_finder_get_query (self->finder) == NULL) {
    return;
  }

  plumb_article_build_all (self->article);
  plumb_finder_set_query (self->finder, text);
  find_step (self, 0);
}

static void set_finding (PlumbReaderPage *self, gboolean finding);

static void
find_bar_revealed_cb (PlumbReaderPage *self)
{
  set_finding (self, plumb_find_bar_get_revealed (self->find_bar));
}

static void
build_find_bar (PlumbReaderPage *self)
{
  self->find_bar = PLUMB_FIND_BAR (plumb_find_bar_new ());
  g_signal_connect_swapped (self->find_bar, "changed", G_CALLBACK (find_changed_cb), self);
  g_signal_connect_swapped (self->find_bar,
                            "notify::revealed",
                            G_CALLBACK (find_bar_revealed_cb),
                            self);
  adw_toolbar_view_add_top_bar (self->toolbar_view, GTK_WIDGET (self->find_bar));
}

static void
set_finding (PlumbReaderPage *self, gboolean finding)
{
  if (self->finding == finding) {
    return;
  }

  self->finding = finding;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);

  if (finding) {
    GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

    g_set_weak_pointer (&self->focus_before_find, root != NULL ? gtk_root_get_focus (root) : NULL);
    if (self->find_bar == NULL) {
      build_find_bar (self);
    }
    plumb_find_bar_set_revealed (self->find_bar, TRUE);
    gtk_widget_grab_focus (GTK_WIDGET (self->find_bar));
    return;
  }

  plumb_finder_set_query (self->finder, NULL);
  plumb_find_bar_set_revealed (self->find_bar, FALSE);
  update_find_count (self);
  if (self->focus_before_find != NULL && gtk_widget_get_mapped (self->focus_before_find)) {
    gtk_widget_grab_focus (self->focus_before_find);
  } else {
    gtk_widget_child_focus (GTK_WIDGET (self->article), GTK_DIR_TAB_FORWARD);
  }
  g_clear_weak_pointer (&self->focus_before_find);
}

static void
find_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  find_step (PLUMB_READER_PAGE (widget), 1);
}

static void
find_previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  find_step (PLUMB_READER_PAGE (widget), -1);
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
  if (self->fade != NULL) {
    adw_animation_skip (self->fade);
    g_clear_object (&self->fade);
  }
  hold (self, NULL, NULL, 0, 0);
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
    set_finding (self, g_value_get_boolean (value));
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
  gtk_widget_class_bind_template_callback (widget_class, gauge_level_cb);
  gtk_widget_class_bind_template_callback (widget_class, gauge_scrolled_cb);
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

  self->finder = plumb_finder_new (GTK_WIDGET (self->article));
  g_signal_connect_object (get_adjustment (self),
                           "value-changed",
                           G_CALLBACK (scrolled_cb),
                           self,
                           G_CONNECT_SWAPPED);
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

  go_to (self, widget, 0, 12);
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

/**
 * plumb_reader_page_mark_words:
 * @self: a page
 * @words: what was searched for
 * @anchor: (nullable): where it was found
 *
 * Marks the words of a search and goes to the first of them at @anchor.
 */
void
plumb_reader_page_mark_words (PlumbReaderPage *self, const char *words, const char *anchor)
{
  GtkWidget *part;
  GtkWidget *widget = NULL;
  int index = 0;

  g_return_if_fail (PLUMB_IS_READER_PAGE (self));

  plumb_article_build_all (self->article);
  plumb_finder_set_search (self->finder, words);
  part = anchor != NULL ? plumb_article_find_anchor (self->article, anchor) : NULL;
  if (part != NULL) {
    widget = plumb_finder_select_first_in (self->finder, part, &index);
  }
  if (widget == NULL && part == NULL) {
    widget = plumb_finder_step (self->finder, 0, &index);
  }
  if (widget != NULL) {
    scroll_to_match (self, widget, index);
  } else if (part != NULL) {
    plumb_reader_page_scroll_to (self, part);
  }
}

static void
restore_scroll (PlumbReaderPage *self, PlumbTopic *topic)
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
    gtk_adjustment_set_value (get_adjustment (self), 0);
    return;
  }

  go_to (self, widget, CLAMP (fraction, 0, 1), 0);
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
    hold (self, NULL, NULL, 0, 0);
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
      restore_scroll (self, topic);
    }
  } else {
    set_level (self, level);
  }

  if (plumb_place_get_anchor (place) != NULL) {
    plumb_reader_page_scroll_to_anchor (self, plumb_place_get_anchor (place));
  }
  watch_end (self);
}
