/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-topic-row.h"

#include <glib/gi18n.h>

#include "plumb-read-marks.h"
#include "plumb-start-align.h"

/**
 * PlumbTopicRow:
 *
 * A topic in the sidebar: its title, how finished it is, and which of its levels were read.
 *
 * The title wraps, however large the text is. The marks follow the store while the row shows a topic.
 *
 * ## CSS nodes
 *
 * `PlumbTopicRow` is a box with the style class `.topic-row`, and `.upcoming` for a topic that is to come. Its tag has
 * the style class `.topic-tag`.
 *
 * ## Accessibility
 *
 * What the row says in words is its [property@TopicRow:label] and [property@TopicRow:tag], for the list item that it is in to bind
 * its own label and description to. The parts of the row are hidden from the screen reader, which would say them twice.
 */
struct _PlumbTopicRow {
  GtkBox parent_instance;

  PlumbTopicEntry *entry;
  PlumbStore *store;
  gulong progress_changed_id;
  char *library;
  char *label;
  const char *tag;

  GtkWidget *title_label;
  PlumbReadMarks *marks;
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

G_DEFINE_FINAL_TYPE (PlumbTopicRow, plumb_topic_row, GTK_TYPE_BOX)

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

  plumb_read_marks_set_read (self->marks, read);
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

static gboolean
has_text (PlumbTopicRow *self, const char *text)
{
  return text != NULL && *text != '\0';
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
  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_TOPIC_ROW);

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

  properties[PROP_ENTRY] =
      g_param_spec_object ("entry", NULL, NULL, PLUMB_TYPE_TOPIC_ENTRY, G_PARAM_READWRITE | flags);
  properties[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_TAG] = g_param_spec_string ("tag", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_UPCOMING] =
      g_param_spec_boolean ("upcoming", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLUMB_TYPE_READ_MARKS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sidebar/plumb-topic-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbTopicRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlumbTopicRow, marks);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
}

static void
plumb_topic_row_init (PlumbTopicRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plumb_start_align (GTK_LABEL (self->title_label));
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

  gtk_label_set_text (GTK_LABEL (self->title_label),
                      entry != NULL ? plumb_topic_entry_get_title (entry) : "");
  plumb_read_marks_set_levels (self->marks,
                               entry != NULL ? plumb_topic_entry_get_levels (entry) : 0);
  if (is_upcoming (self)) {
    gtk_widget_add_css_class (GTK_WIDGET (self), "upcoming");
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "upcoming");
  }
  self->tag = get_tag (entry);
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
