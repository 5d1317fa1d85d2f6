/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/**
 * PlumbCatalogueList:
 *
 * The topics of an index as a list. An entry is made when somebody asks for it, and is the same one for as long as
 * somebody keeps it, so that ten thousand topics cost no more than the rows on the screen.
 */

#include "config.h"

#include "plumb-catalogue-list-private.h"

struct _PlumbCatalogueList {
  GObject parent_instance;

  PlumbCatalogue *catalogue;
  /* Place to entry. An entry keeps the list, and takes itself out of here when it goes. */
  GHashTable *entries;
};

static void plumb_catalogue_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlumbCatalogueList,
                               plumb_catalogue_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      plumb_catalogue_list_iface_init))

static GType
plumb_catalogue_list_get_item_type (GListModel *list)
{
  return PLUMB_TYPE_TOPIC_ENTRY;
}

static guint
plumb_catalogue_list_get_n_items (GListModel *list)
{
  return plumb_catalogue_get_n_entries (PLUMB_CATALOGUE_LIST (list)->catalogue);
}

static gpointer
plumb_catalogue_list_get_item (GListModel *list, guint position)
{
  PlumbCatalogueList *self = PLUMB_CATALOGUE_LIST (list);
  PlumbTopicEntry *entry;

  if (position >= plumb_catalogue_get_n_entries (self->catalogue)) {
    return NULL;
  }

  entry = g_hash_table_lookup (self->entries, GUINT_TO_POINTER (position));
  if (entry != NULL) {
    return g_object_ref (entry);
  }

  entry = plumb_topic_entry_new (self, position);
  g_hash_table_insert (self->entries, GUINT_TO_POINTER (position), entry);

  return entry;
}

static void
plumb_catalogue_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = plumb_catalogue_list_get_item_type;
  iface->get_n_items = plumb_catalogue_list_get_n_items;
  iface->get_item = plumb_catalogue_list_get_item;
}

static void
plumb_catalogue_list_finalize (GObject *object)
{
  PlumbCatalogueList *self = PLUMB_CATALOGUE_LIST (object);

  g_assert (g_hash_table_size (self->entries) == 0);

  g_hash_table_unref (self->entries);
  plumb_catalogue_unref (self->catalogue);

  G_OBJECT_CLASS (plumb_catalogue_list_parent_class)->finalize (object);
}

static void
plumb_catalogue_list_class_init (PlumbCatalogueListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_catalogue_list_finalize;
}

static void
plumb_catalogue_list_init (PlumbCatalogueList *self)
{
  self->entries = g_hash_table_new (NULL, NULL);
}

/**
 * plumb_catalogue_list_new:
 * @catalogue: an index
 *
 * Returns: (transfer full): its topics, those to come among them, in reading order
 */
PlumbCatalogueList *
plumb_catalogue_list_new (PlumbCatalogue *catalogue)
{
  PlumbCatalogueList *self = g_object_new (PLUMB_TYPE_CATALOGUE_LIST, NULL);

  self->catalogue = plumb_catalogue_ref (catalogue);

  return self;
}

/**
 * plumb_catalogue_list_get_catalogue:
 * @self: a list
 *
 * Returns: (transfer none): the index
 */
PlumbCatalogue *
plumb_catalogue_list_get_catalogue (PlumbCatalogueList *self)
{
  return self->catalogue;
}

/**
 * plumb_catalogue_list_forget:
 * @self: a list
 * @position: the place of an entry that is going
 *
 * Lets go of an entry.
 */
void
plumb_catalogue_list_forget (PlumbCatalogueList *self, guint position)
{
  g_hash_table_remove (self->entries, GUINT_TO_POINTER (position));
}
