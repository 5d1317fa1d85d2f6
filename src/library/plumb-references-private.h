/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-record.h"

G_BEGIN_DECLS

/* The records of sources.json, people.json or glossary.json, which are read when one of them is first asked for. */
typedef struct {
  const char *file;
  const char *key;
  GType (*file_type) (void);
  GType (*record_type) (void);
  GListModel *records;
  GHashTable *by_id;
} PlumbReferences;

void plumb_references_clear (PlumbReferences *self);
GListModel *plumb_references_get_all (PlumbReferences *self, GFile *folder, GListStore *problems);
gboolean plumb_references_exist (PlumbReferences *self, GFile *folder);
gpointer plumb_references_lookup (PlumbReferences *self,
                                  GFile *folder,
                                  GListStore *problems,
                                  const char *id);

G_END_DECLS
