/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-topic-list.h"

#include <gtk/gtk.h>

/**
 * PlumbTopicList:
 *
 * The topics of a library as a list with sections.
 *
 * It holds no topics. An item is made by the library when it is asked for, and what the list keeps is where each section
 * starts, so a library of ten thousand topics costs as much as one of ten. The topics of a library never change.
 *
 * It can be narrowed to some of them, for a list view that is not shown yet: that makes two hundred rows of however many
 * there are, where a window shows thirty.
 */
struct _PlumbTopicList {
  GObject parent_instance;

  PlumbLibrary *library;
  GListModel *topics;
  guint n_topics;

  /* Which of the topics are in the list. */
  guint first;
  guint n_items;

  /* Where each section that has topics starts, in order, and which section it is. */
  GArray *starts;
};

typedef struct {
  guint position;
  guint section;
} Start;

enum {
  PROP_0,
  PROP_LIBRARY,
  PROP_ITEM_TYPE,
  PROP_N_ITEMS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlumbTopicList,
                               plumb_topic_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          section_model_init))

static GType
plumb_topic_list_get_item_type (GListModel *model)
{
  return PLUMB_TYPE_TOPIC_ENTRY;
}

static guint
plumb_topic_list_get_n_items (GListModel *model)
{
  PlumbTopicList *self = PLUMB_TOPIC_LIST (model);

  return self->n_items;
}

static gpointer
plumb_topic_list_get_item (GListModel *model, guint position)
{
  PlumbTopicList *self = PLUMB_TOPIC_LIST (model);

  return position < self->n_items ? g_list_model_get_item (self->topics, self->first + position)
                                  : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = plumb_topic_list_get_item_type;
  iface->get_n_items = plumb_topic_list_get_n_items;
  iface->get_item = plumb_topic_list_get_item;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const Start *one = a, *other = b;

  return one->position < other->position ? -1 : one->position > other->position;
}

/* The index of the last start at or before a position, or -1. */
static int
find_start (PlumbTopicList *self, guint position)
{
  int low = 0, high = (int) self->starts->len;

  while (low < high) {
    int middle = low + (high - low) / 2;

    if (g_array_index (self->starts, Start, middle).position <= position) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }

  return low - 1;
}

static void
plumb_topic_list_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  PlumbTopicList *self = PLUMB_TOPIC_LIST (model);
  guint next;
  int index;

  if (position >= self->n_items) {
    *start = self->n_items;
    *end = G_MAXUINT;
    return;
  }

  index = find_start (self, self->first + position);
  next = (guint) (index + 1);
  *start = index >= 0 ? g_array_index (self->starts, Start, index).position : 0;
  *end = next < self->starts->len ? g_array_index (self->starts, Start, next).position
                                  : self->n_topics;
  *start = *start > self->first ? *start - self->first : 0;
  *end = MIN (*end - self->first, self->n_items);
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = plumb_topic_list_get_section;
}

static void
update (PlumbTopicList *self)
{
  GListModel *sections;
  guint n_sections;

  g_array_set_size (self->starts, 0);
  self->n_topics = self->topics != NULL ? g_list_model_get_n_items (self->topics) : 0;
  self->first = 0;
  self->n_items = self->n_topics;
  if (self->library == NULL) {
    return;
  }

  sections = plumb_library_get_file (self->library)->sections;
  n_sections = sections != NULL ? g_list_model_get_n_items (sections) : 0;
  for (guint i = 0; i < n_sections; i++) {
    Start start = { .section = i };
    guint end;

    plumb_library_get_section_range (self->library, i, &start.position, &end);
    if (start.position < end && start.position < self->n_topics) {
      g_array_append_val (self->starts, start);
    }
  }
  g_array_sort (self->starts, compare_starts);
}

static void
clear_library (PlumbTopicList *self)
{
  g_clear_object (&self->topics);
  g_clear_object (&self->library);
}

static void
plumb_topic_list_dispose (GObject *object)
{
  clear_library (PLUMB_TOPIC_LIST (object));

  G_OBJECT_CLASS (plumb_topic_list_parent_class)->dispose (object);
}

static void
plumb_topic_list_finalize (GObject *object)
{
  PlumbTopicList *self = PLUMB_TOPIC_LIST (object);

  g_array_unref (self->starts);

  G_OBJECT_CLASS (plumb_topic_list_parent_class)->finalize (object);
}

static void
plumb_topic_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbTopicList *self = PLUMB_TOPIC_LIST (object);

  switch (prop_id) {
  case PROP_LIBRARY:
    g_value_set_object (value, self->library);
    break;
  case PROP_ITEM_TYPE:
    g_value_set_gtype (value, PLUMB_TYPE_TOPIC_ENTRY);
    break;
  case PROP_N_ITEMS:
    g_value_set_uint (value, self->n_items);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_topic_list_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  PlumbTopicList *self = PLUMB_TOPIC_LIST (object);

  switch (prop_id) {
  case PROP_LIBRARY:
    plumb_topic_list_set_library (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_topic_list_class_init (PlumbTopicListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plumb_topic_list_dispose;
  object_class->finalize = plumb_topic_list_finalize;
  object_class->get_property = plumb_topic_list_get_property;
  object_class->set_property = plumb_topic_list_set_property;

  properties[PROP_LIBRARY] = g_param_spec_object ("library",
                                                  NULL,
                                                  NULL,
                                                  PLUMB_TYPE_LIBRARY,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                      G_PARAM_EXPLICIT_NOTIFY);
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
plumb_topic_list_init (PlumbTopicList *self)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (Start));
}

/**
 * plumb_topic_list_new:
 * @library: (nullable): a library
 *
 * Creates a list of the topics of @library, in reading order, in the library's sections. A section without topics is not
 * there.
 *
 * Returns: (transfer full): a new list
 */
PlumbTopicList *
plumb_topic_list_new (PlumbLibrary *library)
{
  return g_object_new (PLUMB_TYPE_TOPIC_LIST, "library", library, NULL);
}

/**
 * plumb_topic_list_get_library:
 * @self: a list of topics
 *
 * Returns: (transfer none) (nullable): the library whose topics these are
 */
PlumbLibrary *
plumb_topic_list_get_library (PlumbTopicList *self)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_LIST (self), NULL);

  return self->library;
}

/**
 * plumb_topic_list_set_library:
 * @self: a list of topics
 * @library: (nullable): a library
 *
 * Lists the topics of another library.
 */
void
plumb_topic_list_set_library (PlumbTopicList *self, PlumbLibrary *library)
{
  guint removed;

  g_return_if_fail (PLUMB_IS_TOPIC_LIST (self));
  g_return_if_fail (library == NULL || PLUMB_IS_LIBRARY (library));

  if (self->library == library) {
    return;
  }

  removed = self->n_items;
  clear_library (self);
  if (library != NULL) {
    self->library = g_object_ref (library);
    self->topics = g_object_ref (plumb_library_get_topics (library));
  }
  update (self);

  if (removed > 0 || self->n_items > 0) {
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, self->n_items);
  }
  if (removed != self->n_items) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

/**
 * plumb_topic_list_get_section_title:
 * @self: a list of topics
 * @position: the position of a topic
 *
 * Looks up the title of the section that a topic is in.
 *
 * Returns: (transfer none) (nullable): the title, in the library's language, or %NULL where there is no such topic
 */
const char *
plumb_topic_list_get_section_title (PlumbTopicList *self, guint position)
{
  g_autoptr (PlumbSection) section = NULL;
  int index;

  g_return_val_if_fail (PLUMB_IS_TOPIC_LIST (self), NULL);

  index = position < self->n_items ? find_start (self, self->first + position) : -1;
  if (index < 0) {
    return NULL;
  }

  /* The library's file keeps the section. */
  section = g_list_model_get_item (plumb_library_get_file (self->library)->sections,
                                   g_array_index (self->starts, Start, index).section);

  return section->title;
}

/**
 * plumb_topic_list_narrow:
 * @self: a list of topics
 * @topic: the position of a topic in the library
 * @n: how many topics
 *
 * Leaves @n topics around @topic in the list.
 */
void
plumb_topic_list_narrow (PlumbTopicList *self, guint topic, guint n)
{
  guint removed, first;

  g_return_if_fail (PLUMB_IS_TOPIC_LIST (self));

  n = MIN (n, self->n_topics);
  first = MIN (topic > n / 2 ? topic - n / 2 : 0, self->n_topics - n);
  if (self->first == first && self->n_items == n) {
    return;
  }

  removed = self->n_items;
  self->first = first;
  self->n_items = n;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, n);
  if (removed != n) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  }
}

/**
 * plumb_topic_list_widen:
 * @self: a list of topics
 *
 * Puts all topics into the list again.
 */
void
plumb_topic_list_widen (PlumbTopicList *self)
{
  guint before, after;

  g_return_if_fail (PLUMB_IS_TOPIC_LIST (self));

  before = self->first;
  after = self->n_topics - self->first - self->n_items;
  if (before == 0 && after == 0) {
    return;
  }

  self->n_items += after;
  if (after > 0) {
    g_list_model_items_changed (G_LIST_MODEL (self), self->n_items - after, 0, after);
  }
  self->first = 0;
  self->n_items += before;
  if (before > 0) {
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, before);
  }
  /* What was the first and the last of the list need not be the first and the last of a section. */
  gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, self->n_items);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/**
 * plumb_topic_list_find:
 * @self: a list of topics
 * @topic: the position of a topic in the library
 *
 * Returns: its position in the list, or %GTK_INVALID_LIST_POSITION where it is not among those that the list was narrowed to
 */
guint
plumb_topic_list_find (PlumbTopicList *self, guint topic)
{
  g_return_val_if_fail (PLUMB_IS_TOPIC_LIST (self), GTK_INVALID_LIST_POSITION);

  return topic >= self->first && topic - self->first < self->n_items ? topic - self->first
                                                                     : GTK_INVALID_LIST_POSITION;
}
