/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the index of a library comes from: it lies beside the library, or in a cache, or is made. */

#include "config.h"

#include "plumb-index.h"

#include <glib/gi18n-lib.h>

#include "plumb-catalogue-private.h"
#include "plumb-problem.h"

/* A resource is used where it is; a file is mapped, so that only what is looked at is read. */
static GBytes *
load_bytes (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GMappedFile) mapped = NULL;

  if (path == NULL) {
    return g_file_load_bytes (file, NULL, NULL, NULL);
  }

  mapped = g_mapped_file_new (path, FALSE, NULL);

  return mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
}

static PlumbCatalogue *
open_index (GFile *file, GFile *folder, guint n_sections)
{
  /* The program's own resources cannot change under it. */
  gboolean is_resource = g_file_has_uri_scheme (file, "resource");
  g_autoptr (GBytes) bytes = load_bytes (file);
  g_autoptr (PlumbCatalogue) catalogue = NULL;

  if (bytes == NULL) {
    return NULL;
  }

  catalogue = plumb_catalogue_new (bytes, n_sections, is_resource);
  if (catalogue == NULL || (!is_resource && !plumb_catalogue_is_fresh (catalogue, folder, FALSE))) {
    return NULL;
  }

  return g_steal_pointer (&catalogue);
}

/* Others may have the old index mapped, and others may write at the same time: a new file takes the old one's name. A
 * cache that cannot be written costs time, and nothing else. */
static void
store (GBytes *bytes, GFile *cache)
{
  g_autofree char *path = g_file_get_path (cache);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (path == NULL) {
    return;
  }

  folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (path,
                                 data,
                                 (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT,
                                 0600,
                                 &error)) {
    g_debug ("The index is not kept: %s", error->message);
  }
}

/**
 * plumb_index_open:
 * @folder: the folder of a library
 * @cache: (nullable): a file to keep the index in
 * @file: the library's own file
 * @progress: (nullable): called now and then while an index is made
 * @progress_data: data for @progress
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Opens the index that lies beside a library, as in the program's resources; else the one in @cache; else makes one.
 * An index is not used where the library has changed since it was made.
 *
 * Returns: (transfer full) (nullable): the index
 */
PlumbCatalogue *
plumb_index_open (GFile *folder,
                  GFile *cache,
                  PlumbLibraryFile *file,
                  PlumbProgressFunc progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GFile) beside = g_file_get_child (folder, "index");
  g_autoptr (PlumbCatalogue) catalogue = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint n_sections = g_list_model_get_n_items (file->sections);

  catalogue = open_index (beside, folder, n_sections);
  if (catalogue == NULL && cache != NULL) {
    catalogue = open_index (cache, folder, n_sections);
  }
  if (catalogue != NULL) {
    return g_steal_pointer (&catalogue);
  }

  bytes = plumb_index_build_full (folder,
                                  PLUMB_INDEX_DEFAULT,
                                  NULL,
                                  progress,
                                  progress_data,
                                  cancellable,
                                  error);
  if (bytes == NULL) {
    return NULL;
  }
  if (cache != NULL) {
    store (bytes, cache);
  }

  catalogue = plumb_catalogue_new (bytes, n_sections, FALSE);
  if (catalogue == NULL) {
    /* It fits the library as it is now, and not as it was a moment ago. */
    g_set_error_literal (error,
                         PLUMB_LIBRARY_ERROR,
                         PLUMB_LIBRARY_ERROR_UNREADABLE,
                         _ ("The library changed while it was read."));
  }

  return g_steal_pointer (&catalogue);
}
