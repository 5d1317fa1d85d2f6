/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-library-feed.h"

#include "plumb-library-private.h"
#include "plumb-problem.h"
#include "plumb-reader.h"
#include "plumb-syntax.h"
#include "plumb-text.h"

/* The library and its list of topics belong to the thread of the windows, and to go through 10,000 entries there would
 * be felt when the first key is pressed. The catalogue below them never changes, and any thread may read it. */
typedef struct {
  GFile *folder;
  PlumbCatalogue *catalogue;
} LibraryFeed;

static void
library_feed_free (LibraryFeed *self)
{
  g_object_unref (self->folder);
  plumb_catalogue_unref (self->catalogue);
  g_free (self);
}

/* The title is a passage of a topic; here it is what it is the title of. */
static void
drop_title (PlumbSearchDocument *document)
{
  const PlumbPassage *first = document->passages->len > 0 ? document->passages->pdata[0] : NULL;

  if (first != NULL && first->anchor == NULL && g_str_equal (first->text, document->title)) {
    g_ptr_array_remove_index (document->passages, 0);
  }
}

static gboolean
load_topic_cb (guint index,
               PlumbSearchDocument *document,
               GCancellable *cancellable,
               gpointer user_data)
{
  LibraryFeed *self = user_data;
  PlumbCatalogueEntry entry;
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbTopic) topic = NULL;
  g_autofree char *file = NULL;

  /* A catalogue may be read from a cache that anything has happened to. */
  plumb_catalogue_get_entry (self->catalogue, index, &entry);
  if (entry.upcoming || !plumb_syntax_is_id (entry.id)) {
    return FALSE;
  }

  /* What is wrong with a topic is told where it is opened. */
  file = g_strdup_printf ("topics/%s.json", entry.id);
  topic = plumb_reader_read_file (self->folder, file, PLUMB_TYPE_TOPIC, problems, &error);
  if (topic == NULL) {
    g_debug ("%s is not searched: %s", file, error->message);
    return FALSE;
  }

  document->id = g_strdup (entry.id);
  document->title = g_strdup (topic->title);
  document->passages = plumb_topic_get_passages (topic);
  drop_title (document);

  return TRUE;
}

/*< private >
 * plumb_library_feed_new:
 * @library: a library
 *
 * Makes a feed of the topics of @library, which costs the same whether it has ten or ten thousand. Its threads read the
 * files anew, so that they share nothing with the library that changes. Topics to come are passed over.
 *
 * Returns: (transfer full): the feed
 */
PlumbSearchFeed *
plumb_library_feed_new (PlumbLibrary *library)
{
  const PlumbLibraryFile *file;
  LibraryFeed *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (library), NULL);

  self = g_new0 (LibraryFeed, 1);
  self->folder = g_object_ref (plumb_library_get_folder (library));
  self->catalogue = plumb_catalogue_ref (plumb_library_get_catalogue (library));

  /* A translation is a library of its own: a reader may go to and fro between two of them. */
  file = plumb_library_get_file (library);
  name = g_strjoin (" ", file->id, file->lang, NULL);

  return plumb_search_feed_new (name,
                                plumb_library_get_hash (library),
                                plumb_catalogue_get_n_entries (self->catalogue),
                                load_topic_cb,
                                self,
                                (GDestroyNotify) library_feed_free);
}
