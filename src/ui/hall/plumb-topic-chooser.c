/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-topic-chooser.h"

#include "plumb-wrapping-choices.h"

/**
 * PlumbTopicChooser:
 *
 * Chooses what a page is about: a topic, or what stands for several of them. In the list one can type to find a title.
 *
 * ## Accessibility
 *
 * It is a drop-down with a name.
 */
struct _PlumbTopicChooser {
  AdwBin parent_instance;

  GtkDropDown *drop_down;
  GtkStringList *titles;
  GPtrArray *ids;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (PlumbTopicChooser, plumb_topic_chooser, ADW_TYPE_BIN)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
selected_cb (PlumbTopicChooser *self)
{
  guint i = gtk_drop_down_get_selected (self->drop_down);

  if (!self->setting && i < self->ids->len) {
    g_signal_emit (self, signals[CHOSEN], 0, g_ptr_array_index (self->ids, i));
  }
}

static void
plumb_topic_chooser_dispose (GObject *object)
{
  PlumbTopicChooser *self = PLUMB_TOPIC_CHOOSER (object);

  self->setting = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->drop_down);
  g_clear_object (&self->titles);

  G_OBJECT_CLASS (plumb_topic_chooser_parent_class)->dispose (object);
}

static void
plumb_topic_chooser_finalize (GObject *object)
{
  g_ptr_array_unref (PLUMB_TOPIC_CHOOSER (object)->ids);

  G_OBJECT_CLASS (plumb_topic_chooser_parent_class)->finalize (object);
}

static gboolean
plumb_topic_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLUMB_TOPIC_CHOOSER (widget)->drop_down));
}

static void
plumb_topic_chooser_class_init (PlumbTopicChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_topic_chooser_dispose;
  object_class->finalize = plumb_topic_chooser_finalize;
  widget_class->grab_focus = plumb_topic_chooser_grab_focus;

  /**
   * PlumbTopicChooser::chosen:
   * @self: a chooser
   * @id: (nullable): what was chosen
   *
   * The reader chose something else.
   */
  signals[CHOSEN] = g_signal_new ("chosen",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);
}

static void
plumb_topic_chooser_init (PlumbTopicChooser *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->titles = gtk_string_list_new (NULL);
  self->drop_down = g_object_ref_sink (GTK_DROP_DOWN (
      gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->titles)),
                         gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"))));
  plumb_wrapping_choices_set (self->drop_down);
  gtk_drop_down_set_enable_search (self->drop_down, TRUE);
  gtk_drop_down_set_search_match_mode (self->drop_down, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
}

/**
 * plumb_topic_chooser_new:
 * @label: what is chosen
 *
 * Creates a chooser without a choice.
 *
 * Returns: (transfer floating): a new chooser
 */
GtkWidget *
plumb_topic_chooser_new (const char *label)
{
  PlumbTopicChooser *self = g_object_new (PLUMB_TYPE_TOPIC_CHOOSER, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);

  return GTK_WIDGET (self);
}

/**
 * plumb_topic_chooser_append:
 * @self: a chooser
 * @id: (nullable): what a place calls it
 * @title: what a reader does
 *
 * Adds a choice after the others.
 */
void
plumb_topic_chooser_append (PlumbTopicChooser *self, const char *id, const char *title)
{
  g_return_if_fail (PLUMB_IS_TOPIC_CHOOSER (self));

  g_ptr_array_add (self->ids, g_strdup (id));
  self->setting = TRUE;
  gtk_string_list_append (self->titles, title);
  self->setting = FALSE;
}

/**
 * plumb_topic_chooser_append_topics:
 * @self: a chooser
 * @library: a library
 *
 * Adds the topics that can be read, in their order.
 */
void
plumb_topic_chooser_append_topics (PlumbTopicChooser *self, PlumbLibrary *library)
{
  GListModel *topics;

  g_return_if_fail (PLUMB_IS_TOPIC_CHOOSER (self));
  g_return_if_fail (PLUMB_IS_LIBRARY (library));

  topics = plumb_library_get_topics (library);
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);

    if (!plumb_topic_entry_is_upcoming (entry)) {
      plumb_topic_chooser_append (self,
                                  plumb_topic_entry_get_id (entry),
                                  plumb_topic_entry_get_title (entry));
    }
  }
}

/**
 * plumb_topic_chooser_get_chosen:
 * @self: a chooser
 *
 * Returns: (nullable): the id of what is chosen
 */
const char *
plumb_topic_chooser_get_chosen (PlumbTopicChooser *self)
{
  guint i;

  g_return_val_if_fail (PLUMB_IS_TOPIC_CHOOSER (self), NULL);

  i = gtk_drop_down_get_selected (self->drop_down);

  return i < self->ids->len ? g_ptr_array_index (self->ids, i) : NULL;
}

/**
 * plumb_topic_chooser_set_chosen:
 * @self: a chooser
 * @id: (nullable): what a place calls it
 *
 * Shows what is chosen, without telling anybody.
 */
void
plumb_topic_chooser_set_chosen (PlumbTopicChooser *self, const char *id)
{
  g_return_if_fail (PLUMB_IS_TOPIC_CHOOSER (self));

  for (guint i = 0; i < self->ids->len; i++) {
    if (g_strcmp0 (g_ptr_array_index (self->ids, i), id) == 0) {
      self->setting = TRUE;
      gtk_drop_down_set_selected (self->drop_down, i);
      self->setting = FALSE;
      return;
    }
  }
}
