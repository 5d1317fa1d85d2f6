/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-topic-row.h"

#include <glib/gi18n.h>

#include "plumb-read-marks.h"
#include "plumb-start-align.h"

/* Between the title and the marks. */
#define SPACING 12

/* The least that a title is given, in times of the size of its letters. */
#define LEAST_TITLE 6

/**
 * PlumbTopicRow:
 *
 * A topic in the sidebar: its title, how finished it is, and which of its levels were read.
 *
 * The title wraps, however large the text is. The marks follow the store while the row shows a topic.
 *
 * A list makes up to two hundred rows before it is first shown, so a row is made of plain code and of as few widgets as
 * it needs. It draws its title itself: a label would lay the text out four times, where once will do.
 *
 * ## CSS nodes
 *
 * `PlumbTopicRow` has a node named `topicrow`, with the style class `.upcoming` for a topic that is to come. Its tag has
 * the style class `.topic-tag`.
 *
 * ## Accessibility
 *
 * What the row says in words is its [property@TopicRow:label] and [property@TopicRow:tag], for the list item that it is in to bind
 * its own label and description to. The parts of the row are hidden from the screen reader, which would say them twice.
 */
struct _PlumbTopicRow {
  GtkWidget parent_instance;

  PlumbTopicEntry *entry;
  PlumbStore *store;
  gulong progress_changed_id;
  char *library;
  char *label;
  const char *tag;

  PangoLayout *title;
  GtkWidget *tag_label;
  GtkWidget *marks;
};

enum {
  PROP_0,
  PROP_ENTRY,
  PROP_LABEL,
  PROP_TAG,
  PROP_UPCOMING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlumbTopicRow, plumb_topic_row, GTK_TYPE_WIDGET)

static gboolean
is_upcoming (PlumbTopicRow *self)
{
  return self->entry != NULL && plumb_topic_entry_is_upcoming (self->entry);
}

static const char *
get_tag (PlumbTopicEntry *entry)
{
  if (entry == NULL) {
    return NULL;
  }
  if (plumb_topic_entry_is_upcoming (entry)) {
    /* Translators: a tag on a topic that has not been written yet. */
    return C_ ("topic tag", "To come");
  }

  switch (plumb_topic_entry_get_badge (entry)) {
  case PLUMB_BADGE_DRAFT:
    /* Translators: a tag on a topic that is not finished. */
    return C_ ("topic tag", "Draft");
  case PLUMB_BADGE_BETA:
    /* Translators: a tag on a topic that is finished and open to correction. */
    return C_ ("topic tag", "Beta");
  case PLUMB_BADGE_NEW:
    /* Translators: a tag on a topic that was added lately. */
    return C_ ("topic tag", "New");
  case PLUMB_BADGE_NONE:
  default:
    return NULL;
  }
}

/**
 * plumb_topic_row_describe:
 * @title: the title of a topic
 * @read: the levels that were read, a bit for each, the lowest for level 1
 * @upcoming: whether the topic is still to come
 *
 * Says in words what a row shows.
 *
 * Returns: (transfer full): whole sentences, in the reader's language
 */
char *
plumb_topic_row_describe (const char *title, guint read, gboolean upcoming)
{
  g_return_val_if_fail (title != NULL, NULL);

  if (upcoming) {
    /* Translators: what the screen reader says for a topic that has not been written yet. %s is its title. */
    return g_strdup_printf (C_ ("accessibility", "%s. To come."), title);
  }

  switch (read & 7) {
  case 1:
    /* Translators: what the screen reader says for a topic, and which of its three levels were read. %s is its title. */
    return g_strdup_printf (C_ ("accessibility", "%s. Level 1 read."), title);
  case 2:
    /* Translators: what the screen reader says for a topic, and which of its three levels were read. %s is its title. */
    return g_strdup_printf (C_ ("accessibility", "%s. Level 2 read."), title);
  case 3:
    /* Translators: what the screen reader says for a topic, and which of its three levels were read. %s is its title. */
    return g_strdup_printf (C_ ("accessibility", "%s. Levels 1 and 2 read."), title);
  case 4:
    /* Translators: what the screen reader says for a topic, and which of its three levels were read. %s is its title. */
    return g_strdup_printf (C_ ("accessibility", "%s. Level 3 read."), title);
  case 5:
    /* Translators: what the screen reader says for a topic, and which of its three levels were read. %s is its title. */
    return g_strdup_printf (C_ ("accessibility", "%s. Levels 1 and 3 read."), title);
  case 6:
    /* Translators: what the screen reader says for a topic, and which of its three levels were read. %s is its title. */
    return g_strdup_printf (C_ ("accessibility", "%s. Levels 2 and 3 read."), title);
  case 7:
    /* Translators: what the screen reader says for a topic, and which of its three levels were read. %s is its title. */
    return g_strdup_printf (C_ ("accessibility", "%s. Levels 1, 2 and 3 read."), title);
  default:
    /* Translators: what the screen reader says for a topic of which nothing was read. %s is its title. */
    return g_strdup_printf (C_ ("accessibility", "%s. Not read yet."), title);
  }
}

static void
update_read (PlumbTopicRow *self)
{
  g_autofree char *label = NULL;
  guint read = 0;

  if (self->entry != NULL) {
    if (self->store != NULL) {
      read = plumb_store_get_levels_read (self->store,
                                          self->library,
                                          plumb_topic_entry_get_id (self->entry));
    }
    read &= plumb_topic_entry_get_levels (self->entry);
    label = plumb_topic_row_describe (plumb_topic_entry_get_title (self->entry),
                                      read,
                                      plumb_topic_entry_is_upcoming (self->entry));
  }

  plumb_read_marks_set_read (PLUMB_READ_MARKS (self->marks), read);
  if (g_set_str (&self->label, label)) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
  }
}

static void
progress_changed_cb (PlumbTopicRow *self, const char *library, const char *topic)
{
  if (self->entry != NULL && g_str_equal (topic, plumb_topic_entry_get_id (self->entry)) &&
      g_str_equal (library, self->library)) {
    update_read (self);
  }
}

/* Few topics have a tag, so the label for it is made when one does. */
static void
set_tag (PlumbTopicRow *self, const char *tag)
{
  self->tag = tag;
  if (tag != NULL && self->tag_label == NULL) {
    self->tag_label =
        g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, NULL);
    gtk_label_set_wrap (GTK_LABEL (self->tag_label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (self->tag_label), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_width_chars (GTK_LABEL (self->tag_label), LEAST_TITLE);
    gtk_label_set_xalign (GTK_LABEL (self->tag_label), 0);
    gtk_widget_add_css_class (self->tag_label, "caption");
    gtk_widget_add_css_class (self->tag_label, "topic-tag");
    gtk_widget_set_parent (self->tag_label, GTK_WIDGET (self));
  }
  if (self->tag_label != NULL) {
    gtk_label_set_text (GTK_LABEL (self->tag_label), tag != NULL ? tag : "");
    gtk_widget_set_visible (self->tag_label, tag != NULL);
  }
}

/* Lines begin where those of the interface do. Pango sets a text that runs against its widget at the other side, so that for
 * it the right is what for others is the left. */
static void
align_title (PlumbTopicRow *self)
{
  GtkTextDirection direction = gtk_widget_get_direction (GTK_WIDGET (self));
  gboolean against = plumb_start_align_runs_against (pango_layout_get_text (self->title),
                                                     direction);
  gboolean rtl = direction == GTK_TEXT_DIR_RTL;

  pango_layout_set_alignment (self->title, rtl != against ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static void
set_title (PlumbTopicRow *self, const char *title)
{
  if (self->title == NULL) {
    self->title = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
    pango_layout_set_wrap (self->title, PANGO_WRAP_WORD_CHAR);
  }
  pango_layout_set_text (self->title, title, -1);
  align_title (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* How high the title is where it is so wide. */
static int
lay_out_title (PlumbTopicRow *self, int width)
{
  int height;

  if (self->title == NULL) {
    return 0;
  }
  pango_layout_set_width (self->title, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->title, NULL, &height);

  return height;
}

static gboolean
has_tag (PlumbTopicRow *self)
{
  return self->tag_label != NULL && gtk_widget_get_visible (self->tag_label);
}

/* How wide the marks are, with the space before them. */
static int
get_marks_width (PlumbTopicRow *self)
{
  int width;

  if (!gtk_widget_get_visible (self->marks)) {
    return 0;
  }
  gtk_widget_measure (self->marks, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width + SPACING;
}

static int
measure_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static GtkSizeRequestMode
plumb_topic_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A row is as wide as the sidebar, and has nothing to say about that but the least. */
static void
plumb_topic_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  PlumbTopicRow *self = PLUMB_TOPIC_ROW (widget);
  int marks_width = get_marks_width (self);
  int least = LEAST_TITLE * plumb_read_marks_get_font_size (PLUMB_READ_MARKS (self->marks));
  int width, height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = *natural = least + marks_width;
    return;
  }

  width = for_size >= 0 ? MAX (for_size - marks_width, 0) : least;
  height = lay_out_title (self, width);
  if (has_tag (self)) {
    height += measure_height (self->tag_label, width);
  }
  if (marks_width > 0) {
    height = MAX (height, measure_height (self->marks, marks_width));
  }
  *minimum = *natural = height;
}

/* Where the text is in a row of this size: @area is above the tag. */
static void
get_title_area (PlumbTopicRow *self, int width, int height, GdkRectangle *area, int *tag_height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int marks_width = get_marks_width (self);

  area->width = MAX (width - marks_width, 0);
  area->height = lay_out_title (self, area->width);
  *tag_height = has_tag (self) ? measure_height (self->tag_label, area->width) : 0;
  area->x = rtl ? marks_width : 0;
  area->y = MAX ((height - area->height - *tag_height) / 2, 0);
}

static void
plumb_topic_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbTopicRow *self = PLUMB_TOPIC_ROW (widget);
  int marks_width = get_marks_width (self);
  GdkRectangle area;
  int tag_height;

  get_title_area (self, width, height, &area, &tag_height);
  if (has_tag (self)) {
    gtk_widget_size_allocate (
        self->tag_label,
        &(GtkAllocation) { area.x, area.y + area.height, area.width, tag_height },
        -1);
  }
  if (marks_width > 0) {
    gtk_widget_size_allocate (self->marks,
                              &(GtkAllocation) { area.x > 0 ? 0 : area.width + SPACING,
                                                 0,
                                                 marks_width - SPACING,
                                                 height },
                              -1);
  }
}

static void
plumb_topic_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbTopicRow *self = PLUMB_TOPIC_ROW (widget);
  GdkRectangle area;
  GdkRGBA color;
  int tag_height;

  if (self->title != NULL) {
    get_title_area (self,
                    gtk_widget_get_width (widget),
                    gtk_widget_get_height (widget),
                    &area,
                    &tag_height);
    gtk_widget_get_color (widget, &color);
    gtk_snapshot_save (snapshot);
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) area.x, (float) area.y));
    gtk_snapshot_append_layout (snapshot, self->title, &color);
    gtk_snapshot_restore (snapshot);
  }

  GTK_WIDGET_CLASS (plumb_topic_row_parent_class)->snapshot (widget, snapshot);
}

/* The style does not say whether the font is what has changed. */
static void
plumb_topic_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plumb_topic_row_parent_class)->css_changed (widget, change);

  gtk_widget_queue_resize (widget);
}

static void
plumb_topic_row_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  PlumbTopicRow *self = PLUMB_TOPIC_ROW (widget);

  GTK_WIDGET_CLASS (plumb_topic_row_parent_class)->direction_changed (widget, previous);

  if (self->title != NULL) {
    align_title (self);
    pango_layout_context_changed (self->title);
  }
}

static void
plumb_topic_row_dispose (GObject *object)
{
  PlumbTopicRow *self = PLUMB_TOPIC_ROW (object);

  if (self->store != NULL) {
    g_clear_signal_handler (&self->progress_changed_id, self->store);
    g_clear_object (&self->store);
  }
  g_clear_object (&self->entry);
  g_clear_object (&self->title);
  g_clear_pointer (&self->tag_label, gtk_widget_unparent);
  g_clear_pointer (&self->marks, gtk_widget_unparent);

  G_OBJECT_CLASS (plumb_topic_row_parent_class)->dispose (object);
}

static void
plumb_topic_row_finalize (GObject *object)
{
  PlumbTopicRow *self = PLUMB_TOPIC_ROW (object);

  g_free (self->library);
  g_free (self->label);

  G_OBJECT_CLASS (plumb_topic_row_parent_class)->finalize (object);
}

static void
plumb_topic_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbTopicRow *self = PLUMB_TOPIC_ROW (object);

  switch (prop_id) {
  case PROP_ENTRY:
    g_value_set_object (value, self->entry);
    break;
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  case PROP_TAG:
    g_value_set_string (value, self->tag);
    break;
  case PROP_UPCOMING:
    g_value_set_boolean (value, is_upcoming (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_topic_row_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  PlumbTopicRow *self = PLUMB_TOPIC_ROW (object);

  switch (prop_id) {
  case PROP_ENTRY:
    plumb_topic_row_set_entry (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_topic_row_class_init (PlumbTopicRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = plumb_topic_row_dispose;
  object_class->finalize = plumb_topic_row_finalize;
  object_class->get_property = plumb_topic_row_get_property;
  object_class->set_property = plumb_topic_row_set_property;
  widget_class->get_request_mode = plumb_topic_row_get_request_mode;
  widget_class->measure = plumb_topic_row_measure;
  widget_class->size_allocate = plumb_topic_row_size_allocate;
  widget_class->snapshot = plumb_topic_row_snapshot;
  widget_class->css_changed = plumb_topic_row_css_changed;
  widget_class->direction_changed = plumb_topic_row_direction_changed;

  properties[PROP_ENTRY] =
      g_param_spec_object ("entry", NULL, NULL, PLUMB_TYPE_TOPIC_ENTRY, G_PARAM_READWRITE | flags);
  properties[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_TAG] = g_param_spec_string ("tag", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_UPCOMING] =
      g_param_spec_boolean ("upcoming", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "topicrow");
}

static void
plumb_topic_row_init (PlumbTopicRow *self)
{
  self->marks = plumb_read_marks_new ();
  gtk_widget_set_parent (self->marks, GTK_WIDGET (self));
}

/**
 * plumb_topic_row_new:
 *
 * Creates a row that shows no topic yet.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
plumb_topic_row_new (void)
{
  return g_object_new (PLUMB_TYPE_TOPIC_ROW, NULL);
}

/**
 * plumb_topic_row_set_store:
 * @self: a row
 * @store: (nullable): where it is kept what was read
 * @library: (nullable): the id of the library that the topics are of; needed with a store
 *
 * Sets whose marks the row shows, and keeps in step with.
 */
void
plumb_topic_row_set_store (PlumbTopicRow *self, PlumbStore *store, const char *library)
{
  g_return_if_fail (PLUMB_IS_TOPIC_ROW (self));
  g_return_if_fail (store == NULL || (PLUMB_IS_STORE (store) && library != NULL));

  if (self->store != NULL) {
    g_clear_signal_handler (&self->progress_changed_id, self->store);
  }
  g_set_object (&self->store, store);
  g_set_str (&self->library, library);
  if (store != NULL) {
    self->progress_changed_id = g_signal_connect_swapped (store,
                                                          "progress-changed",
                                                          G_CALLBACK (progress_changed_cb),
                                                          self);
  }
  update_read (self);
}

/**
 * plumb_topic_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the topic that it shows
 */
PlumbTopicEntry *
plumb_topic_row_get_entry (PlumbTopicRow *self)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_ROW (self), NULL);

  return self->entry;
}

/**
 * plumb_topic_row_set_entry:
 * @self: a row
 * @entry: (nullable): a topic
 *
 * Shows another topic.
 */
void
plumb_topic_row_set_entry (PlumbTopicRow *self, PlumbTopicEntry *entry)
{
  g_return_if_fail (PLUMB_IS_TOPIC_ROW (self));
  g_return_if_fail (entry == NULL || PLUMB_IS_TOPIC_ENTRY (entry));

  if (!g_set_object (&self->entry, entry)) {
    return;
  }

  set_title (self, entry != NULL ? plumb_topic_entry_get_title (entry) : "");
  plumb_read_marks_set_levels (PLUMB_READ_MARKS (self->marks),
                               entry != NULL ? plumb_topic_entry_get_levels (entry) : 0);
  gtk_widget_set_visible (self->marks, !is_upcoming (self));
  if (is_upcoming (self)) {
    gtk_widget_add_css_class (GTK_WIDGET (self), "upcoming");
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "upcoming");
  }
  set_tag (self, get_tag (entry));
  update_read (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAG]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UPCOMING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

/**
 * plumb_topic_row_get_label:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the topic and what was read of it, in words
 */
const char *
plumb_topic_row_get_label (PlumbTopicRow *self)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_ROW (self), NULL);

  return self->label;
}

/**
 * plumb_topic_row_get_tag:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): how finished the topic is, where that needs saying
 */
const char *
plumb_topic_row_get_tag (PlumbTopicRow *self)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_ROW (self), NULL);

  return self->tag;
}
