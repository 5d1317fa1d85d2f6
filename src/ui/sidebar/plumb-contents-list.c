/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-contents-list.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "plumb-page-entry.h"

/**
 * PlumbContentsList:
 *
 * What a reader can choose in a library: its topics in their sections, and after them, as one more section, the pages
 * that are of no topic: #PlumbTopicEntry and then #PlumbPageEntry.
 */
struct _PlumbContentsList {
  GObject parent_instance;

  PlumbTopicList *topics;
  GListModel *pages;
};

enum {
  PROP_0,
  PROP_TOPICS,
  PROP_ITEM_TYPE,
  PROP_N_ITEMS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlumbContentsList,
                               plumb_contents_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          section_model_init))

static guint
count (gpointer model)
{
  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static GType
plumb_contents_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
plumb_contents_list_get_n_items (GListModel *model)
{
  PlumbContentsList *self = PLUMB_CONTENTS_LIST (model);

  return count (self->topics) + count (self->pages);
}

static gpointer
plumb_contents_list_get_item (GListModel *model, guint position)
{
  PlumbContentsList *self = PLUMB_CONTENTS_LIST (model);
  guint n_topics = count (self->topics);

  if (position < n_topics) {
    return g_list_model_get_item (G_LIST_MODEL (self->topics), position);
  }

  return self->pages != NULL ? g_list_model_get_item (self->pages, position - n_topics) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = plumb_contents_list_get_item_type;
  iface->get_n_items = plumb_contents_list_get_n_items;
  iface->get_item = plumb_contents_list_get_item;
}

static void
plumb_contents_list_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  PlumbContentsList *self = PLUMB_CONTENTS_LIST (model);
  guint n_topics = count (self->topics);
  guint n_items = n_topics + count (self->pages);

  if (position < n_topics) {
    gtk_section_model_get_section (GTK_SECTION_MODEL (self->topics), position, start, end);
  } else if (position < n_items) {
    *start = n_topics;
    *end = n_items;
  } else {
    *start = n_items;
    *end = G_MAXUINT;
  }
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = plumb_contents_list_get_section;
}

static void
topics_changed_cb (PlumbContentsList *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  }
}

static void
sections_changed_cb (PlumbContentsList *self, guint position, guint n)
{
  gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position, n);
}

static void
plumb_contents_list_dispose (GObject *object)
{
  PlumbContentsList *self = PLUMB_CONTENTS_LIST (object);

  if (self->topics != NULL) {
    g_signal_handlers_disconnect_by_data (self->topics, self);
  }
  g_clear_object (&self->topics);
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (plumb_contents_list_parent_class)->dispose (object);
}

static void
plumb_contents_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbContentsList *self = PLUMB_CONTENTS_LIST (object);

  switch (prop_id) {
  case PROP_TOPICS:
    g_value_set_object (value, self->topics);
    break;
  case PROP_ITEM_TYPE:
    g_value_set_gtype (value, G_TYPE_OBJECT);
    break;
  case PROP_N_ITEMS:
    g_value_set_uint (value, plumb_contents_list_get_n_items (G_LIST_MODEL (self)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_contents_list_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  PlumbContentsList *self = PLUMB_CONTENTS_LIST (object);

  switch (prop_id) {
  case PROP_TOPICS:
    self->topics = g_value_dup_object (value);
    if (self->topics != NULL) {
      g_signal_connect_swapped (self->topics,
                                "items-changed",
                                G_CALLBACK (topics_changed_cb),
                                self);
      g_signal_connect_swapped (self->topics,
                                "sections-changed",
                                G_CALLBACK (sections_changed_cb),
                                self);
    }
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_contents_list_class_init (PlumbContentsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plumb_contents_list_dispose;
  object_class->get_property = plumb_contents_list_get_property;
  object_class->set_property = plumb_contents_list_set_property;

  properties[PROP_TOPICS] = g_param_spec_object ("topics",
                                                 NULL,
                                                 NULL,
                                                 PLUMB_TYPE_TOPIC_LIST,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                     G_PARAM_STATIC_STRINGS);
  properties[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type",
                                                   NULL,
                                                   NULL,
                                                   G_TYPE_OBJECT,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items",
                                                NULL,
                                                NULL,
                                                0,
                                                G_MAXUINT,
                                                0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                    G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_contents_list_init (PlumbContentsList *self)
{
}

/**
 * plumb_contents_list_new:
 * @topics: topics
 *
 * Creates a list of @topics, without pages.
 *
 * Returns: (transfer full): a new list
 */
PlumbContentsList *
plumb_contents_list_new (PlumbTopicList *topics)
{
  return g_object_new (PLUMB_TYPE_CONTENTS_LIST, "topics", topics, NULL);
}

/**
 * plumb_contents_list_set_pages:
 * @self: a list
 * @pages: (nullable) (element-type PlumbPageEntry): pages, which do not change
 *
 * Puts pages after the topics, in the place of those that are there.
 */
void
plumb_contents_list_set_pages (PlumbContentsList *self, GListModel *pages)
{
  guint removed;

  g_return_if_fail (PLUMB_IS_CONTENTS_LIST (self));

  removed = count (self->pages);
  if (!g_set_object (&self->pages, pages) || (removed == 0 && count (pages) == 0)) {
    return;
  }

  topics_changed_cb (self, count (self->topics), removed, count (pages));
}

/**
 * plumb_contents_list_has_pages:
 * @self: a list
 *
 * Returns: whether pages have been set
 */
gboolean
plumb_contents_list_has_pages (PlumbContentsList *self)
{
  g_return_val_if_fail (PLUMB_IS_CONTENTS_LIST (self), FALSE);

  return self->pages != NULL;
}

/**
 * plumb_contents_list_find_page:
 * @self: a list
 * @place: (nullable): a place
 *
 * Finds the page that a place is on.
 *
 * Returns: its position, or %GTK_INVALID_LIST_POSITION where it is on none, or in a topic
 */
guint
plumb_contents_list_find_page (PlumbContentsList *self, PlumbPlace *place)
{
  g_return_val_if_fail (PLUMB_IS_CONTENTS_LIST (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < count (self->pages); i++) {
    g_autoptr (PlumbPageEntry) entry = g_list_model_get_item (self->pages, i);

    if (plumb_page_entry_has_place (entry, place)) {
      return count (self->topics) + i;
    }
  }

  return GTK_INVALID_LIST_POSITION;
}

/**
 * plumb_contents_list_get_section_title:
 * @self: a list
 * @position: the position of an item
 *
 * Returns: (transfer none) (nullable): the title of the section that it is in
 */
const char *
plumb_contents_list_get_section_title (PlumbContentsList *self, guint position)
{
  g_return_val_if_fail (PLUMB_IS_CONTENTS_LIST (self), NULL);

  if (position >= count (self->topics)) {
    /* Translators: above the pages in the sidebar that are of no topic: the glossary and the like. */
    return C_ ("sidebar", "Reference");
  }

  return plumb_topic_list_get_section_title (self->topics, position);
}
