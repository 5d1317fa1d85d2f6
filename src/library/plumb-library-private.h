/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-catalogue-private.h"
#include "plumb-library.h"

G_BEGIN_DECLS

/* What opening a library finds. It can be made in a thread and handed over. */
typedef struct {
  GFile *folder;
  PlumbLibraryFile *file;
  PlumbCatalogue *catalogue;
  GListStore *problems;
} PlumbOpened;

PlumbOpened *plumb_opened_new (GFile *folder,
                               GFile *index_cache,
                               PlumbProgressFunc progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GError **error);
void plumb_opened_free (PlumbOpened *opened);
PlumbLibrary *plumb_library_new (PlumbOpened *opened);
PlumbCatalogue *plumb_library_get_catalogue (PlumbLibrary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbOpened, plumb_opened_free)

G_END_DECLS
