/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-index.h"
#include "plumb-library-file.h"
#include "plumb-topic.h"

G_BEGIN_DECLS

/* What an index holds, as a GVariant, so that it can be used where it lies: in a file that is mapped, or in a resource.
 * The first number tells the byte order and this layout; it changes with the layout, and an index with another is made
 * anew. */
#define PLUMB_CATALOGUE_MAGIC 0x504c0001u
#define PLUMB_CATALOGUE_ENTRY "(sssuuubuuu)"
#define PLUMB_CATALOGUE_NAME "(su)"
#define PLUMB_CATALOGUE_PROBLEM "(uusss)"
#define PLUMB_CATALOGUE_STAMP "(tttttu)"
/* The magic; the hash of the library; when it was so; where each section begins, and the end of the last; the topics in
 * reading order; their ids and aliases, sorted; the ids of claims, sorted, and whose they are; what is wrong. */
#define PLUMB_CATALOGUE_TYPE \
  "(us" PLUMB_CATALOGUE_STAMP "aua" PLUMB_CATALOGUE_ENTRY "a" PLUMB_CATALOGUE_NAME \
  "a" PLUMB_CATALOGUE_NAME "a" PLUMB_CATALOGUE_PROBLEM ")"

/* What files looked like when an index was made, as far as it can be seen without reading them. */
typedef struct {
  /* Times of change in microseconds, sizes in bytes. */
  guint64 library_time;
  guint64 library_size;
  guint64 topics_time;
  /* Of all topics: the latest time, the sum of their sizes, how many. */
  guint64 latest_time;
  guint64 total_size;
  guint n_files;
} PlumbCatalogueStamp;

/* A topic as an index knows it. The texts belong to the catalogue. */
typedef struct {
  const char *id;
  const char *title;
  const char *summary;
  guint section;
  guint levels;
  PlumbBadge badge;
  gboolean upcoming;
  guint words[3];
} PlumbCatalogueEntry;

/* An index in use. */
typedef struct _PlumbCatalogue PlumbCatalogue;

PlumbCatalogue *plumb_catalogue_new (GBytes *bytes, guint n_sections, gboolean trusted);
PlumbCatalogue *plumb_catalogue_ref (PlumbCatalogue *self);
void plumb_catalogue_unref (PlumbCatalogue *self);
const char *plumb_catalogue_get_hash (PlumbCatalogue *self);
void plumb_catalogue_get_stamp (PlumbCatalogue *self, PlumbCatalogueStamp *stamp);
guint plumb_catalogue_get_n_entries (PlumbCatalogue *self);
void plumb_catalogue_get_entry (PlumbCatalogue *self, guint position, PlumbCatalogueEntry *entry);
void
plumb_catalogue_get_section_range (PlumbCatalogue *self, guint section, guint *start, guint *end);
gboolean plumb_catalogue_find_topic (PlumbCatalogue *self, const char *id, guint *position);
gboolean plumb_catalogue_find_claim (PlumbCatalogue *self, const char *id, guint *position);
void plumb_catalogue_add_problems (PlumbCatalogue *self, GListStore *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbCatalogue, plumb_catalogue_unref)

/* plumb-catalogue-files.c */
gboolean plumb_catalogue_take_stamp (GFile *folder, PlumbCatalogueStamp *stamp);
gboolean plumb_catalogue_is_fresh (PlumbCatalogue *self, GFile *folder, gboolean thorough);
GPtrArray *plumb_catalogue_list_topics (GFile *folder, GListStore *problems);

/* plumb-index.c */
PlumbCatalogue *plumb_index_open (GFile *folder,
                                  GFile *cache,
                                  PlumbLibraryFile *file,
                                  PlumbProgressFunc progress,
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
