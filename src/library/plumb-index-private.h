/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-catalogue-private.h"
#include "plumb-problem.h"

G_BEGIN_DECLS

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
  GStrv claims;
} PlumbIndexRow;

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
GBytes *plumb_index_pack (PlumbIndexBuilder *builder, const PlumbCatalogueStamp *stamp);

G_END_DECLS
