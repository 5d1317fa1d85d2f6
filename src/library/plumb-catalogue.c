/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Uses an index where it lies. Nothing is read of it before it is asked for, so that opening a library costs the same
 * whether it has ten topics or ten thousand. An index in a cache may be damaged or forged: GVariant gives harmless
 * values for what is malformed, and every number that leads elsewhere is checked here. */

#include "config.h"

#include "plumb-catalogue-private.h"

#include <string.h>

#include "plumb-library-enums.h"
#include "plumb-problem.h"

struct _PlumbCatalogue {
  gatomicrefcount ref_count;

  GVariant *root;
  GVariant *starts;
  GVariant *entries;
  GVariant *topics;
  GVariant *claims;
  GVariant *lists[PLUMB_CATALOGUE_N_LISTS];
  const char *hash;
  guint n_sections;
  guint n_entries;
};

enum {
  CHILD_MAGIC,
  CHILD_HASH,
  CHILD_STAMP,
  CHILD_STARTS,
  CHILD_ENTRIES,
  CHILD_TOPICS,
  CHILD_CLAIMS,
  CHILD_LISTS,
  CHILD_PROBLEMS = CHILD_LISTS + PLUMB_CATALOGUE_N_LISTS,
};

static gboolean
check_starts (PlumbCatalogue *self)
{
  guint previous = 0;

  if (g_variant_n_children (self->starts) != (gsize) self->n_sections + 1) {
    return FALSE;
  }

  for (guint i = 0; i <= self->n_sections; i++) {
    guint start;

    g_variant_get_child (self->starts, i, "u", &start);
    if ((i == 0 && start != 0) || start < previous || start > self->n_entries) {
      return FALSE;
    }
    previous = start;
  }

  return previous == self->n_entries;
}

/* Others name files by it. */
static gboolean
check_hash (const char *hash)
{
  return strlen (hash) == 64 && strspn (hash, "0123456789abcdef") == 64;
}

/**
 * plumb_catalogue_new:
 * @bytes: an index
 * @n_sections: how many sections the library has
 * @trusted: whether it came with the program
 *
 * Takes an index into use.
 *
 * Returns: (transfer full) (nullable): a catalogue, or %NULL where @bytes is no index of such a library, or is one of
 *   another version
 */
PlumbCatalogue *
plumb_catalogue_new (GBytes *bytes, guint n_sections, gboolean trusted)
{
  g_autoptr (PlumbCatalogue) self = g_new0 (PlumbCatalogue, 1);
  guint magic;

  g_atomic_ref_count_init (&self->ref_count);
  self->root = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (PLUMB_CATALOGUE_TYPE), bytes, trusted));
  g_variant_get_child (self->root, CHILD_MAGIC, "u", &magic);
  g_variant_get_child (self->root, CHILD_HASH, "&s", &self->hash);
  self->starts = g_variant_get_child_value (self->root, CHILD_STARTS);
  self->entries = g_variant_get_child_value (self->root, CHILD_ENTRIES);
  self->topics = g_variant_get_child_value (self->root, CHILD_TOPICS);
  self->claims = g_variant_get_child_value (self->root, CHILD_CLAIMS);
  for (guint i = 0; i < PLUMB_CATALOGUE_N_LISTS; i++) {
    self->lists[i] = g_variant_get_child_value (self->root, CHILD_LISTS + i);
  }
  self->n_sections = n_sections;
  self->n_entries = (guint) g_variant_n_children (self->entries);

  if (magic != PLUMB_CATALOGUE_MAGIC || !check_hash (self->hash) || !check_starts (self)) {
    return NULL;
  }

  return g_steal_pointer (&self);
}

/**
 * plumb_catalogue_ref:
 * @self: a catalogue
 *
 * Returns: (transfer full): the same catalogue
 */
PlumbCatalogue *
plumb_catalogue_ref (PlumbCatalogue *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * plumb_catalogue_unref:
 * @self: (transfer full): a catalogue
 *
 * Gives up a reference.
 */
void
plumb_catalogue_unref (PlumbCatalogue *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count)) {
    return;
  }

  g_clear_pointer (&self->starts, g_variant_unref);
  g_clear_pointer (&self->entries, g_variant_unref);
  g_clear_pointer (&self->topics, g_variant_unref);
  g_clear_pointer (&self->claims, g_variant_unref);
  for (guint i = 0; i < PLUMB_CATALOGUE_N_LISTS; i++) {
    g_clear_pointer (&self->lists[i], g_variant_unref);
  }
  g_clear_pointer (&self->root, g_variant_unref);
  g_free (self);
}

/**
 * plumb_catalogue_get_hash:
 * @self: a catalogue
 *
 * Returns: what changes with the content of the library
 */
const char *
plumb_catalogue_get_hash (PlumbCatalogue *self)
{
  return self->hash;
}

/**
 * plumb_catalogue_get_stamp:
 * @self: a catalogue
 * @stamp: (out caller-allocates): what the library's files looked like when it was made
 *
 * Gets what tells whether the catalogue is still right.
 */
void
plumb_catalogue_get_stamp (PlumbCatalogue *self, PlumbCatalogueStamp *stamp)
{
  g_variant_get_child (self->root,
                       CHILD_STAMP,
                       PLUMB_CATALOGUE_STAMP,
                       &stamp->library_time,
                       &stamp->library_size,
                       &stamp->topics_time,
                       &stamp->latest_time,
                       &stamp->total_size,
                       &stamp->n_files);
}

/**
 * plumb_catalogue_get_n_entries:
 * @self: a catalogue
 *
 * Returns: how many topics there are, with those that are to come
 */
guint
plumb_catalogue_get_n_entries (PlumbCatalogue *self)
{
  return self->n_entries;
}

/**
 * plumb_catalogue_get_entry:
 * @self: a catalogue
 * @position: the topic's place in reading order
 * @entry: (out caller-allocates): what is known of it
 *
 * Gets what is known of a topic.
 */
void
plumb_catalogue_get_entry (PlumbCatalogue *self, guint position, PlumbCatalogueEntry *entry)
{
  guint badge;

  g_assert (position < self->n_entries);

  g_variant_get_child (self->entries,
                       position,
                       "(&s&s&suuubuuu)",
                       &entry->id,
                       &entry->title,
                       &entry->summary,
                       &entry->section,
                       &entry->levels,
                       &badge,
                       &entry->upcoming,
                       &entry->words[0],
                       &entry->words[1],
                       &entry->words[2]);

  entry->section = MIN (entry->section, self->n_sections > 0 ? self->n_sections - 1 : 0);
  entry->levels &= 7;
  entry->badge = badge <= PLUMB_BADGE_NEW ? (PlumbBadge) badge : PLUMB_BADGE_NONE;
}

/**
 * plumb_catalogue_get_section_range:
 * @self: a catalogue
 * @section: which section, from 0
 * @start: (out): the place of its first topic
 * @end: (out): the place after its last
 *
 * Gets where the topics of a section are.
 */
void
plumb_catalogue_get_section_range (PlumbCatalogue *self, guint section, guint *start, guint *end)
{
  g_assert (section < self->n_sections);

  g_variant_get_child (self->starts, section, "u", start);
  g_variant_get_child (self->starts, section + 1, "u", end);
}

/* Finds the tuple that begins with @id in a list that is sorted. */
static gboolean
find (GVariant *names, const char *id, gsize *index)
{
  gsize low = 0;
  gsize high = g_variant_n_children (names);

  while (low < high) {
    gsize middle = low + (high - low) / 2;
    g_autoptr (GVariant) item = g_variant_get_child_value (names, middle);
    const char *name;
    int order;

    g_variant_get_child (item, 0, "&s", &name);
    order = strcmp (id, name);
    if (order == 0) {
      *index = middle;
      return TRUE;
    }
    if (order < 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }

  return FALSE;
}

/**
 * plumb_catalogue_find_topic:
 * @self: a catalogue
 * @id: a topic's id, or another name of it
 * @position: (out): its place in reading order
 *
 * Returns: whether there is such a topic
 */
gboolean
plumb_catalogue_find_topic (PlumbCatalogue *self, const char *id, guint *position)
{
  gsize index;

  if (!find (self->topics, id, &index)) {
    return FALSE;
  }

  g_variant_get_child (self->topics, index, PLUMB_CATALOGUE_NAME, NULL, position);

  return *position < self->n_entries;
}

/**
 * plumb_catalogue_find_claim:
 * @self: a catalogue
 * @id: a claim's id
 * @position: (out): the place of its topic in reading order
 * @kind: (out): what kind of statement it is
 * @confidence: (out): how far it is settled
 *
 * Finds what is known of a claim without opening its topic.
 *
 * Returns: whether there is such a claim
 */
gboolean
plumb_catalogue_find_claim (PlumbCatalogue *self,
                            const char *id,
                            guint *position,
                            PlumbClaimKind *kind,
                            PlumbConfidence *confidence)
{
  guint8 kind_number;
  guint8 confidence_number;
  gsize index;

  if (!find (self->claims, id, &index)) {
    return FALSE;
  }

  g_variant_get_child (self->claims,
                       index,
                       PLUMB_CATALOGUE_CLAIM,
                       NULL,
                       position,
                       &kind_number,
                       &confidence_number);
  *kind = (PlumbClaimKind) MIN (kind_number, PLUMB_CLAIM_KIND_OPINION);
  *confidence = (PlumbConfidence) MIN (confidence_number, PLUMB_CONFIDENCE_SPECULATIVE);

  return *position < self->n_entries;
}

/**
 * plumb_catalogue_add_problems:
 * @self: a catalogue
 * @problems: a list of #PlumbProblem to add to
 *
 * Adds what was wrong with the library when its index was made.
 */
void
plumb_catalogue_add_problems (PlumbCatalogue *self, GListStore *problems)
{
  g_autoptr (GVariant) list = g_variant_get_child_value (self->root, CHILD_PROBLEMS);
  gsize n = g_variant_n_children (list);

  for (gsize i = 0; i < n; i++) {
    g_autoptr (PlumbProblem) problem = NULL;
    guint severity;
    guint code;
    const char *file;
    const char *path;
    const char *message;

    g_variant_get_child (list, i, "(uu&s&s&s)", &severity, &code, &file, &path, &message);
    if (severity <= PLUMB_SEVERITY_ERROR && code <= PLUMB_LIBRARY_ERROR_STYLE) {
      problem = plumb_problem_new ((PlumbSeverity) severity,
                                   (PlumbLibraryError) code,
                                   file,
                                   path,
                                   message);
      g_list_store_append (problems, problem);
    }
  }
}

/**
 * plumb_catalogue_get_list:
 * @self: a catalogue
 * @kind: which list
 *
 * Returns: (transfer none): what the index holds of that kind
 */
GVariant *
plumb_catalogue_get_list (PlumbCatalogue *self, PlumbCatalogueListKind kind)
{
  g_assert (kind < PLUMB_CATALOGUE_N_LISTS);

  return self->lists[kind];
}
