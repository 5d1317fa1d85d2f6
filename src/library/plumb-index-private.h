/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-catalogue-private.h"
#include "plumb-problem.h"

G_BEGIN_DECLS

/* A claim on its way into the index. */
typedef struct {
  char *id;
  PlumbClaimKind kind;
  PlumbConfidence confidence;
} PlumbIndexClaim;

/* A topic on its way into the index. */
typedef struct {
  char *id;
  char *title;
  char *summary;
  char *title_key;
  guint section;
  int order;
  guint levels;
  PlumbBadge badge;
  gboolean upcoming;
  guint words[3];
  GStrv aliases;
  GArray *claims;
  /* What the topic names, as `term:ID`: a set. */
  GHashTable *uses;
  /* Of #PlumbIndexHolding. */
  GArray *holdings;
  /* Of #PlumbIndexPitfall. */
  GArray *pitfalls;
} PlumbIndexRow;

/* Somebody holds a position in the debate of a topic. */
typedef struct {
  char *person;
  char *position;
  char *form;
  guint topic;
} PlumbIndexHolding;

/* A claim that people repeat. */
typedef struct {
  char *id;
  char *claim;
} PlumbIndexPitfall;

/* An index in the making. */
typedef struct {
  GFile *folder;
  PlumbLibraryFile *file;
  GListStore *problems;
  GPtrArray *rows;
  GChecksum *checksum;
} PlumbIndexBuilder;

void plumb_index_report (PlumbIndexBuilder *builder,
                         const char *file,
                         PlumbLibraryError code,
                         const char *path,
                         const char *format,
                         ...) G_GNUC_PRINTF (5, 6);
void plumb_index_collect_mentions (PlumbIndexRow *row, PlumbTopic *topic);
void plumb_index_clear_mentions (PlumbIndexRow *row);
GVariant *plumb_index_pack_uses (PlumbIndexBuilder *builder);
GVariant *plumb_index_pack_holdings (PlumbIndexBuilder *builder);
GVariant *plumb_index_pack_pitfalls (PlumbIndexBuilder *builder);
GBytes *plumb_index_pack (PlumbIndexBuilder *builder, const PlumbCatalogueStamp *stamp);

G_END_DECLS
