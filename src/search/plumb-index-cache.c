/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Keeps finished indexes in a folder.
 *
 * A file's name says what it was made from, so that a file that is there is the right one. It is written under another
 * name and gets its own when it is whole and on the disk: whoever looks sees a whole index or none, however many
 * programs write at once and whenever one of them is killed. There are no locks, which file servers are slow or wrong
 * about; two programs that start together each write their own file, and the later one stays.
 */

#include "config.h"

#include "plumb-index-cache.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "plumb-index-reader.h"
#include "plumb-search-error.h"
#include "plumb-tokenizer.h"

#define SUFFIX ".index"
#define UNFINISHED_SUFFIX ".part"
#define NAME_LENGTH 16
#define HASH_LENGTH 32
/* A file that is being written changes all the time: one that has not for so long was left behind. */
#define ABANDONED_AFTER (60 * 60)

/* The part of a file's name that indexes share which replace each other. */
static char *
get_name_prefix (PlumbSearchFeed *feed)
{
  g_autofree char *sum = NULL;

  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, plumb_search_feed_get_name (feed), -1);

  return g_strdup_printf ("%.*s-", NAME_LENGTH, sum);
}

/*< private >
 * plumb_index_cache_get_path:
 * @folder: a folder
 * @feed: what the index is made from
 *
 * Gets the name of the file that the index of @feed is kept in.
 *
 * Returns: (transfer full): the file name
 */
char *
plumb_index_cache_get_path (const char *folder, PlumbSearchFeed *feed)
{
  g_autofree char *prefix = get_name_prefix (feed);
  g_autofree char *content = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *name = NULL;

  content = g_strdup_printf ("%d %d %s",
                             PLUMB_INDEX_SCHEMA_VERSION,
                             PLUMB_TOKENIZER_VERSION,
                             plumb_search_feed_get_hash (feed));
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  name = g_strdup_printf ("%s%.*s" SUFFIX, prefix, HASH_LENGTH, sum);

  return g_build_filename (folder, name, NULL);
}

static gboolean
is_abandoned (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 &&
         info.st_mtime < g_get_real_time () / G_USEC_PER_SEC - ABANDONED_AFTER;
}

/* Removes what was left behind and, after a new index was made, the ones that it replaces. */
static void
clean_up (const char *folder, PlumbSearchFeed *feed, const char *made)
{
  g_autofree char *prefix = get_name_prefix (feed);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = NULL;

    if (!g_str_has_prefix (name, prefix)) {
      continue;
    }

    path = g_build_filename (folder, name, NULL);
    if (g_str_has_suffix (name, UNFINISHED_SUFFIX)) {
      if (is_abandoned (path)) {
        g_unlink (path);
      }
    } else if (made != NULL && g_str_has_suffix (name, SUFFIX) && !g_str_equal (path, made)) {
      g_unlink (path);
    }
  }
}

static gboolean
verify (PlumbIndexLocation *location, PlumbSearchFeed *feed, GError **error)
{
  g_autoptr (PlumbIndexReader) reader = plumb_index_reader_open (location, error);

  return reader != NULL && plumb_index_reader_verify (reader,
                                                      plumb_search_feed_get_name (feed),
                                                      plumb_search_feed_get_hash (feed),
                                                      error);
}

static PlumbIndexLocation *
find (const char *path, PlumbSearchFeed *feed)
{
  g_autoptr (PlumbIndexLocation) location = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    return NULL;
  }

  location = plumb_index_location_new_for_file (path);
  if (!verify (location, feed, &error)) {
    g_debug ("%s can’t be used: %s", path, error->message);
    return NULL;
  }

  return g_steal_pointer (&location);
}

static gboolean
sync_file (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok;

  if (fd < 0) {
    return FALSE;
  }

  ok = g_fsync (fd) == 0;

  return g_close (fd, NULL) && ok;
}

static PlumbIndexLocation *
make_file (const char *folder,
           const char *path,
           PlumbSearchFeed *feed,
           PlumbIndexProgressFunc progress,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (PlumbIndexLocation) unfinished = NULL;
  g_autofree char *unfinished_path = g_strconcat (path, "-XXXXXX" UNFINISHED_SUFFIX, NULL);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    plumb_search_error_set (error, PLUMB_SEARCH_ERROR_UNWRITABLE);
    return NULL;
  }

  fd = g_mkstemp_full (unfinished_path, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0) {
    plumb_search_error_set (error, PLUMB_SEARCH_ERROR_UNWRITABLE);
    return NULL;
  }
  g_close (fd, NULL);

  unfinished = plumb_index_location_new_for_file (unfinished_path);
  if (!plumb_index_write (unfinished, feed, progress, user_data, cancellable, error)) {
    g_unlink (unfinished_path);
    return NULL;
  }

  if (!sync_file (unfinished_path) || g_rename (unfinished_path, path) != 0) {
    plumb_search_error_set (error, PLUMB_SEARCH_ERROR_UNWRITABLE);
    g_unlink (unfinished_path);
    return NULL;
  }

  return plumb_index_location_new_for_file (path);
}

static PlumbIndexLocation *
make_in_memory (PlumbSearchFeed *feed,
                PlumbIndexProgressFunc progress,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (PlumbIndexLocation) location = plumb_index_location_new_in_memory (error);

  if (location == NULL ||
      !plumb_index_write (location, feed, progress, user_data, cancellable, error)) {
    return NULL;
  }

  return g_steal_pointer (&location);
}

/*< private >
 * plumb_index_cache_get:
 * @folder: (nullable): the folder that indexes are kept in, which is made where there is none, or %NULL to keep none
 * @feed: what the index is made from
 * @discard: whether the index that is kept is known to be damaged
 * @progress: (scope call) (nullable): told how far the work is
 * @user_data: data for @progress
 * @cancellable: (nullable): ends the work when it is cancelled
 * @error: return location for a #PlumbSearchError or %G_IO_ERROR_CANCELLED
 *
 * Finds the index of @feed, or makes it; in memory, where it can't be kept. This may take a while, and is for threads.
 *
 * Returns: (transfer full) (nullable): where the index is
 */
PlumbIndexLocation *
plumb_index_cache_get (const char *folder,
                       PlumbSearchFeed *feed,
                       gboolean discard,
                       PlumbIndexProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (PlumbIndexLocation) location = NULL;
  g_autoptr (GError) file_error = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (feed != NULL, NULL);

  if (folder == NULL) {
    return make_in_memory (feed, progress, user_data, cancellable, error);
  }

  path = plumb_index_cache_get_path (folder, feed);
  location = discard ? NULL : find (path, feed);
  if (location != NULL) {
    clean_up (folder, feed, NULL);
    return g_steal_pointer (&location);
  }

  location = make_file (folder, path, feed, progress, user_data, cancellable, &file_error);
  if (location != NULL) {
    clean_up (folder, feed, path);
    return g_steal_pointer (&location);
  }

  if (g_error_matches (file_error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_steal_pointer (&file_error));
    return NULL;
  }

  /* The folder is read-only, or the disk is full or failing: search works all the same. */
  g_debug ("%s can’t be made: %s", path, file_error->message);

  return make_in_memory (feed, progress, user_data, cancellable, error);
}
