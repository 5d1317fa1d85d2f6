/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/**
 * PlumbLibrary:
 *
 * A library that is open: its topics as a list, and everything that an id in it can name.
 *
 * A topic is read when it is asked for, and the last few are kept; sources, people and terms are read when the first of
 * them is asked for. All of it belongs to one thread. What plumb_library_load_topic() and the lookups return is the
 * caller's (transfer full); lists belong to the library.
 */

#include "config.h"

#include "plumb-library.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plumb-catalogue-list-private.h"
#include "plumb-library-private.h"
#include "plumb-problem.h"
#include "plumb-reader.h"
#include "plumb-references-private.h"
#include "plumb-syntax.h"

/* A reader goes back and forth between a few. */
#define MAX_RECENT 8

struct _PlumbLibrary {
  GObject parent_instance;

  GFile *folder;
  PlumbLibraryFile *file;
  PlumbCatalogue *catalogue;
  PlumbCatalogueList *topics;
  GListStore *problems;
  /* The topics that were read last, the latest first. */
  GQueue recent;
  PlumbReferences sources;
  PlumbReferences people;
  PlumbReferences terms;
};

G_DEFINE_FINAL_TYPE (PlumbLibrary, plumb_library, G_TYPE_OBJECT)

static void
plumb_library_finalize (GObject *object)
{
  PlumbLibrary *self = PLUMB_LIBRARY (object);

  g_queue_clear_full (&self->recent, g_object_unref);
  plumb_references_clear (&self->sources);
  plumb_references_clear (&self->people);
  plumb_references_clear (&self->terms);
  g_clear_object (&self->topics);
  g_clear_pointer (&self->catalogue, plumb_catalogue_unref);
  g_clear_object (&self->problems);
  g_clear_object (&self->file);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (plumb_library_parent_class)->finalize (object);
}

static void
plumb_library_class_init (PlumbLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_library_finalize;
}

static void
plumb_library_init (PlumbLibrary *self)
{
  g_queue_init (&self->recent);
  self->sources = (PlumbReferences) {
    .file = "sources.json",
    .key = "sources",
    .file_type = plumb_source_file_get_type,
    .record_type = plumb_source_get_type,
  };
  self->people = (PlumbReferences) {
    .file = "people.json",
    .key = "people",
    .file_type = plumb_person_file_get_type,
    .record_type = plumb_person_get_type,
  };
  self->terms = (PlumbReferences) {
    .file = "glossary.json",
    .key = "terms",
    .file_type = plumb_term_file_get_type,
    .record_type = plumb_term_get_type,
  };
}

/**
 * plumb_library_new:
 * @opened: (transfer full): what opening found
 *
 * Returns: (transfer full): a library of it
 */
PlumbLibrary *
plumb_library_new (PlumbOpened *opened)
{
  PlumbLibrary *self = g_object_new (PLUMB_TYPE_LIBRARY, NULL);

  self->folder = g_steal_pointer (&opened->folder);
  self->file = g_steal_pointer (&opened->file);
  self->catalogue = g_steal_pointer (&opened->catalogue);
  self->problems = g_steal_pointer (&opened->problems);
  self->topics = plumb_catalogue_list_new (self->catalogue);
  plumb_opened_free (opened);

  return self;
}

/**
 * plumb_library_get_catalogue:
 * @self: a library
 *
 * Returns: (transfer none): its index
 */
PlumbCatalogue *
plumb_library_get_catalogue (PlumbLibrary *self)
{
  return self->catalogue;
}

/**
 * plumb_library_get_file:
 * @self: a library
 *
 * Returns: (transfer none): what its `library.json` says
 */
const PlumbLibraryFile *
plumb_library_get_file (PlumbLibrary *self)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);

  return self->file;
}

/**
 * plumb_library_get_folder:
 * @self: a library
 *
 * Returns: (transfer none): the folder that it was opened from. With plumb_reader_read_file() its topics can be read in
 *   other threads.
 */
GFile *
plumb_library_get_folder (PlumbLibrary *self)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);

  return self->folder;
}

/**
 * plumb_library_get_hash:
 * @self: a library
 *
 * Returns: what changes with the content: a SHA-256 over the names and bytes of its files, in hexadecimal
 */
const char *
plumb_library_get_hash (PlumbLibrary *self)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);

  return plumb_catalogue_get_hash (self->catalogue);
}

/**
 * plumb_library_get_topics:
 * @self: a library
 *
 * Returns: (transfer none) (element-type PlumbTopicEntry): its topics in reading order, in each section those to come
 *   last. It never changes.
 */
GListModel *
plumb_library_get_topics (PlumbLibrary *self)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);

  return G_LIST_MODEL (self->topics);
}

/**
 * plumb_library_get_section_range:
 * @self: a library
 * @section: which section, from 0, in the order of `library.json`
 * @start: (out): the place of its first topic
 * @end: (out): the place after its last; the same as @start where it has none
 *
 * Gets where in plumb_library_get_topics() the topics of a section are.
 */
void
plumb_library_get_section_range (PlumbLibrary *self, guint section, guint *start, guint *end)
{
  g_return_if_fail (PLUMB_IS_LIBRARY (self));
  g_return_if_fail (start != NULL && end != NULL);
  g_return_if_fail (section < g_list_model_get_n_items (self->file->sections));

  plumb_catalogue_get_section_range (self->catalogue, section, start, end);
}

/**
 * plumb_library_lookup_entry:
 * @self: a library
 * @id: a topic's id, or another name that it has or had
 * @position: (out) (optional): its place in plumb_library_get_topics()
 *
 * Returns: (transfer full) (nullable): what is known of that topic
 */
PlumbTopicEntry *
plumb_library_lookup_entry (PlumbLibrary *self, const char *id, guint *position)
{
  guint found;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!plumb_catalogue_find_topic (self->catalogue, id, &found)) {
    return NULL;
  }
  if (position != NULL) {
    *position = found;
  }

  return g_list_model_get_item (G_LIST_MODEL (self->topics), found);
}

/* Why a topic that has a file is not in the index. */
static gboolean
set_error_from_problems (PlumbLibrary *self, const char *file, GError **error)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->problems));

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbProblem) problem = g_list_model_get_item (G_LIST_MODEL (self->problems), i);

    if (plumb_problem_get_severity (problem) == PLUMB_SEVERITY_ERROR &&
        g_str_equal (plumb_problem_get_file (problem), file)) {
      g_propagate_error (error, plumb_problem_to_error (problem));
      return TRUE;
    }
  }

  return FALSE;
}

static void
set_error_for_missing (PlumbLibrary *self, const char *id, GError **error)
{
  g_autofree char *file = g_strdup_printf ("topics/%s.json", id);
  g_autofree char *shown = plumb_syntax_quote (id, -1);

  if (!set_error_from_problems (self, file, error)) {
    g_set_error (error,
                 PLUMB_LIBRARY_ERROR,
                 PLUMB_LIBRARY_ERROR_DANGLING,
                 _ ("This library has no topic “%s”."),
                 shown);
  }
}

static PlumbTopic *
find_recent (PlumbLibrary *self, const char *id)
{
  for (GList *link = self->recent.head; link != NULL; link = link->next) {
    PlumbTopic *topic = link->data;

    if (g_str_equal (topic->id, id)) {
      g_queue_unlink (&self->recent, link);
      g_queue_push_head_link (&self->recent, link);
      return topic;
    }
  }

  return NULL;
}

static void
keep_recent (PlumbLibrary *self, PlumbTopic *topic)
{
  g_queue_push_head (&self->recent, g_object_ref (topic));
  if (self->recent.length > MAX_RECENT) {
    g_object_unref (g_queue_pop_tail (&self->recent));
  }
}

/**
 * plumb_library_load_topic:
 * @self: a library
 * @id: a topic's id, or another name that it has or had
 * @error: return location for a #PlumbLibraryError, naming the file and the place in it
 *
 * Reads a topic, in a millisecond or two. A topic that the index left out gives the error for which it was.
 *
 * Returns: (transfer full) (nullable): the topic, or %NULL with @error set
 */
PlumbTopic *
plumb_library_load_topic (PlumbLibrary *self, const char *id, GError **error)
{
  PlumbCatalogueEntry entry;
  PlumbTopic *topic;
  g_autofree char *file = NULL;
  guint position;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!plumb_catalogue_find_topic (self->catalogue, id, &position)) {
    set_error_for_missing (self, id, error);
    return NULL;
  }

  plumb_catalogue_get_entry (self->catalogue, position, &entry);
  if (entry.upcoming) {
    g_set_error (error,
                 PLUMB_LIBRARY_ERROR,
                 PLUMB_LIBRARY_ERROR_MISSING,
                 _ ("The topic “%s” is still to come."),
                 entry.title);
    return NULL;
  }
  /* A cached index may say anything. */
  if (!plumb_syntax_is_id (entry.id)) {
    set_error_for_missing (self, id, error);
    return NULL;
  }

  topic = find_recent (self, entry.id);
  if (topic != NULL) {
    return g_object_ref (topic);
  }

  file = g_strdup_printf ("topics/%s.json", entry.id);
  topic = plumb_reader_read_file (self->folder, file, PLUMB_TYPE_TOPIC, NULL, error);
  if (topic != NULL) {
    keep_recent (self, topic);
  }

  return topic;
}

/**
 * plumb_library_lookup_claim:
 * @self: a library
 * @id: a claim's id
 * @topic_id: (out) (optional) (transfer full): the id of the topic that makes it
 *
 * Finds a claim of any topic. Its topic is loaded for it.
 *
 * Returns: (transfer full) (nullable): the claim
 */
PlumbClaim *
plumb_library_lookup_claim (PlumbLibrary *self, const char *id, char **topic_id)
{
  g_autoptr (PlumbTopic) topic = NULL;
  PlumbCatalogueEntry entry;
  PlumbClaimKind kind;
  PlumbConfidence confidence;
  guint position;
  guint n;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!plumb_catalogue_find_claim (self->catalogue, id, &position, &kind, &confidence)) {
    return NULL;
  }

  plumb_catalogue_get_entry (self->catalogue, position, &entry);
  topic = plumb_library_load_topic (self, entry.id, NULL);
  n = topic != NULL && topic->claims != NULL ? g_list_model_get_n_items (topic->claims) : 0;
  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbClaim) claim = g_list_model_get_item (topic->claims, i);

    if (g_str_equal (claim->id, id)) {
      if (topic_id != NULL) {
        *topic_id = g_strdup (topic->id);
      }
      return g_steal_pointer (&claim);
    }
  }

  return NULL;
}

/**
 * plumb_library_peek_claim:
 * @self: a library
 * @id: a claim's id
 * @kind: (out): what kind of statement it is
 * @confidence: (out): how far it is settled
 *
 * Says what the index knows of a claim. Its topic is not read for it.
 *
 * Returns: whether any topic makes such a claim
 */
gboolean
plumb_library_peek_claim (PlumbLibrary *self,
                          const char *id,
                          PlumbClaimKind *kind,
                          PlumbConfidence *confidence)
{
  guint position;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);
  g_return_val_if_fail (confidence != NULL, FALSE);

  return plumb_catalogue_find_claim (self->catalogue, id, &position, kind, confidence);
}

/**
 * plumb_library_lookup_source:
 * @self: a library
 * @id: a source's id
 *
 * Returns: (transfer full) (nullable): the source
 */
PlumbSource *
plumb_library_lookup_source (PlumbLibrary *self, const char *id)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return plumb_references_lookup (&self->sources, self->folder, self->problems, id);
}

/**
 * plumb_library_lookup_person:
 * @self: a library
 * @id: the id of a person or an organisation
 *
 * Returns: (transfer full) (nullable): their entry
 */
PlumbPerson *
plumb_library_lookup_person (PlumbLibrary *self, const char *id)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return plumb_references_lookup (&self->people, self->folder, self->problems, id);
}

/**
 * plumb_library_lookup_term:
 * @self: a library
 * @id: a term's id
 *
 * Returns: (transfer full) (nullable): the term
 */
PlumbTerm *
plumb_library_lookup_term (PlumbLibrary *self, const char *id)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return plumb_references_lookup (&self->terms, self->folder, self->problems, id);
}

/**
 * plumb_library_has:
 * @self: a library
 * @kind: %PLUMB_REF_TERM, %PLUMB_REF_PERSON or %PLUMB_REF_SOURCE
 *
 * Looks whether a library has a glossary, people or sources, without reading them.
 *
 * Returns: whether it seems to have any
 */
gboolean
plumb_library_has (PlumbLibrary *self, PlumbRef kind)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), FALSE);

  switch ((int) kind) {
  case PLUMB_REF_TERM:
    return plumb_references_exist (&self->terms, self->folder);
  case PLUMB_REF_PERSON:
    return plumb_references_exist (&self->people, self->folder);
  case PLUMB_REF_SOURCE:
    return plumb_references_exist (&self->sources, self->folder);
  default:
    g_return_val_if_reached (FALSE);
  }
}

/**
 * plumb_library_get_sources:
 * @self: a library
 *
 * Returns: (transfer none) (element-type PlumbSource): its sources; none where it has no `sources.json`
 */
GListModel *
plumb_library_get_sources (PlumbLibrary *self)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);

  return plumb_references_get_all (&self->sources, self->folder, self->problems);
}

/**
 * plumb_library_get_people:
 * @self: a library
 *
 * Returns: (transfer none) (element-type PlumbPerson): its people and organisations; none where it has no `people.json`
 */
GListModel *
plumb_library_get_people (PlumbLibrary *self)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);

  return plumb_references_get_all (&self->people, self->folder, self->problems);
}

/**
 * plumb_library_get_terms:
 * @self: a library
 *
 * Returns: (transfer none) (element-type PlumbTerm): its glossary; nothing where it has no `glossary.json`
 */
GListModel *
plumb_library_get_terms (PlumbLibrary *self)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);

  return plumb_references_get_all (&self->terms, self->folder, self->problems);
}

/**
 * plumb_library_get_problems:
 * @self: a library
 *
 * Returns: (transfer none) (element-type PlumbProblem): what is wrong with it. It grows where `sources.json` and its
 *   like are wrong, which is seen when they are first needed.
 */
GListModel *
plumb_library_get_problems (PlumbLibrary *self)
{
  g_return_val_if_fail (PLUMB_IS_LIBRARY (self), NULL);

  return G_LIST_MODEL (self->problems);
}
