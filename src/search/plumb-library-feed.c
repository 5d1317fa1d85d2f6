/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-library-feed.h"

#include "plumb-problem.h"
#include "plumb-reader.h"
#include "plumb-text.h"

typedef struct {
  GFile *folder;
  /* (element-type utf8): the ids of the topics */
  GPtrArray *ids;
} LibraryFeed;

static void
library_feed_free (LibraryFeed *self)
{
  g_object_unref (self->folder);
  g_ptr_array_unref (self->ids);
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
  const char *id = g_ptr_array_index (self->ids, index);
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbTopic) topic = NULL;
  g_autofree char *file = g_strdup_printf ("topics/%s.json", id);

  /* What is wrong with a topic is told where it is opened. */
  topic = plumb_reader_read_file (self->folder, file, PLUMB_TYPE_TOPIC, problems, &error);
  if (topic == NULL) {
    g_debug ("%s is not searched: %s", file, error->message);
    return FALSE;
  }

  document->id = g_strdup (id);
  document->title = g_strdup (topic->title);
  document->passages = plumb_topic_get_passages (topic);
  drop_title (document);

  return TRUE;
}

/*< private >
 * plumb_library_feed_new:
 * @library: a library
 *
 * Makes a feed of the topics of @library. Its threads read the files anew, so that they share nothing with the library.
 *
 * Returns: (transfer full): the feed
 */
PlumbSearchFeed *
plumb_library_feed_new (PlumbLibrary *library)
{
  const PlumbLibraryFile *file;
  GListModel *topics;
  LibraryFeed *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (library), NULL);

  file = plumb_library_get_file (library);
  topics = plumb_library_get_topics (library);
  /* A translation is a library of its own: a reader may go to and fro between two of them. */
  name = g_strjoin (" ", file->id, file->lang, NULL);

  self = g_new0 (LibraryFeed, 1);
  self->folder = g_object_ref (plumb_library_get_folder (library));
  self->ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);

    if (!plumb_topic_entry_is_upcoming (entry)) {
      g_ptr_array_add (self->ids, g_strdup (plumb_topic_entry_get_id (entry)));
    }
  }

  return plumb_search_feed_new (name,
                                plumb_library_get_hash (library),
                                self->ids->len,
                                load_topic_cb,
                                self,
                                (GDestroyNotify) library_feed_free);
}
