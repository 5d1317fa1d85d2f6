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
#define PLUMB_CATALOGUE_MAGIC 0x504c0003u
#define PLUMB_CATALOGUE_ENTRY "(sssuuubuuu)"
#define PLUMB_CATALOGUE_NAME "(su)"
#define PLUMB_CATALOGUE_CLAIM "(suyy)"
#define PLUMB_CATALOGUE_PROBLEM "(uusss)"
/* What is named, as `term:ID`, `person:ID` or `source:ID`, and the topics that name it, in reading order. */
#define PLUMB_CATALOGUE_USE "(sau)"
/* Who holds a position: the person, the topic, the position, and in what form. */
#define PLUMB_CATALOGUE_HOLDING "(suss)"
/* A claim that people repeat: its topic, its id, and what it says. */
#define PLUMB_CATALOGUE_PITFALL "(uss)"
#define PLUMB_CATALOGUE_STAMP "(tttttu)"
/* The magic; the hash of the library; when it was so; where each section begins, and the end of the last; the topics in
 * reading order; their ids and aliases, sorted; the ids of claims, sorted, whose they are, and of what kind and
 * confidence; what topics name, sorted; who holds what, sorted by person and in reading order; what people get wrong, in
 * reading order; what is wrong here. */
#define PLUMB_CATALOGUE_TYPE \
  "(us" PLUMB_CATALOGUE_STAMP "aua" PLUMB_CATALOGUE_ENTRY "a" PLUMB_CATALOGUE_NAME \
  "a" PLUMB_CATALOGUE_CLAIM "a" PLUMB_CATALOGUE_USE "a" PLUMB_CATALOGUE_HOLDING \
  "a" PLUMB_CATALOGUE_PITFALL "a" PLUMB_CATALOGUE_PROBLEM ")"

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

/* That somebody holds a position in the debate of a topic. The texts belong to the catalogue. */
typedef struct {
  const char *person;
  guint topic;
  const char *position;
  const char *form;
} PlumbCatalogueHolding;

/* A pitfall as an index knows it. The texts belong to the catalogue. */
typedef struct {
  guint topic;
  const char *id;
  const char *claim;
} PlumbCataloguePitfall;

/* What an index holds besides the topics themselves. */
typedef enum {
  PLUMB_CATALOGUE_USES,
  PLUMB_CATALOGUE_HOLDINGS,
  PLUMB_CATALOGUE_PITFALLS,
  PLUMB_CATALOGUE_N_LISTS,
} PlumbCatalogueListKind;

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
gboolean plumb_catalogue_find_claim (PlumbCatalogue *self,
                                     const char *id,
                                     guint *position,
                                     PlumbClaimKind *kind,
                                     PlumbConfidence *confidence);
void plumb_catalogue_add_problems (PlumbCatalogue *self, GListStore *problems);
GVariant *plumb_catalogue_get_list (PlumbCatalogue *self, PlumbCatalogueListKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbCatalogue, plumb_catalogue_unref)

/* plumb-catalogue-mentions.c */
guint *plumb_catalogue_dup_uses (PlumbCatalogue *self, const char *name, guint *n);
void
plumb_catalogue_find_holdings (PlumbCatalogue *self, const char *person, guint *start, guint *end);
gboolean
plumb_catalogue_get_holding (PlumbCatalogue *self, guint position, PlumbCatalogueHolding *holding);
guint plumb_catalogue_get_n_pitfalls (PlumbCatalogue *self);
gboolean
plumb_catalogue_get_pitfall (PlumbCatalogue *self, guint position, PlumbCataloguePitfall *pitfall);

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
