/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "plumb-catalogue-private.h"
#include "plumb-library-test.h"

/* Whether an index was used or made is seen by whether the file of the cache is still the same one. */
static guint64
get_inode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return info.st_ino;
}

/* Gives a file, or a folder, a time of its own, since what is written in the same moment looks the same. */
static void
set_time (PlumbTestFolder *folder, const char *name, time_t seconds)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  const struct timespec times[] = { { seconds, 0 }, { seconds, 0 } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

typedef struct {
  PlumbTestFolder *folder;
  PlumbTestFolder *cache_folder;
  GFile *cache;
  char *cache_path;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = plumb_test_folder_new_copy ("full");
  fixture->cache_folder = plumb_test_folder_new ();
  fixture->cache_path = g_build_filename (fixture->cache_folder->path, "a", "b", "index", NULL);
  fixture->cache = g_file_new_for_path (fixture->cache_path);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  plumb_test_folder_free (fixture->folder);
  plumb_test_folder_free (fixture->cache_folder);
  g_object_unref (fixture->cache);
  g_free (fixture->cache_path);
}

static PlumbLibrary *
open_cached (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PlumbLibrary *library = plumb_library_open (fixture->folder->file, fixture->cache, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (plumb_library_get_topics (library)), >, 0);

  return library;
}

static void
test_cache (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *file;
    time_t time;
  } changes[] = {
    { "library.json", 1000000001 },
    { "topics", 1000000002 },
    { "topics/how-ponds-clear.json", G_MAXINT32 },
  };
  g_autoptr (PlumbLibrary) library = open_cached (fixture);
  guint64 inode = get_inode (fixture->cache_path);

  for (guint i = 0; i < 3; i++) {
    g_clear_object (&library);
    library = open_cached (fixture);
    g_assert_cmpuint (get_inode (fixture->cache_path), ==, inode);
  }

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    /* The old file is kept open, so that its number is not given to another. */
    g_autoptr (GMappedFile) old = g_mapped_file_new (fixture->cache_path, FALSE, NULL);
    int keep = g_open (fixture->cache_path, O_RDONLY, 0);

    g_test_message ("%s", changes[i].file);
    set_time (fixture->folder, changes[i].file, changes[i].time);
    g_clear_object (&library);
    library = open_cached (fixture);
    g_assert_cmpuint (get_inode (fixture->cache_path), !=, inode);
    inode = get_inode (fixture->cache_path);
    g_close (keep, NULL);
  }
}

static void
test_cache_sees_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLibrary) before = open_cached (fixture);
  g_autoptr (PlumbLibrary) after = NULL;
  g_autoptr (PlumbTopicEntry) entry = NULL;

  plumb_test_folder_edit (fixture->folder,
                          "topics/how-ponds-clear.json",
                          "/title",
                          "\"How a pond clears\"");
  after = open_cached (fixture);
  entry = plumb_library_lookup_entry (after, "how-ponds-clear", NULL);
  g_assert_cmpstr (plumb_topic_entry_get_title (entry), ==, "How a pond clears");
  /* The one that is open still has what it had. */
  g_clear_object (&entry);
  entry = plumb_library_lookup_entry (before, "how-ponds-clear", NULL);
  g_assert_cmpstr (plumb_topic_entry_get_title (entry), ==, "How ponds clear");
}

/* Problems are there whether the index is new or not. */
static void
test_cache_keeps_problems (Fixture *fixture, gconstpointer data)
{
  plumb_test_folder_write (fixture->folder, "topics/bad.json", "{}");

  for (guint i = 0; i < 2; i++) {
    g_autoptr (PlumbLibrary) library = open_cached (fixture);

    plumb_test_assert_problem (plumb_library_get_problems (library),
                               PLUMB_SEVERITY_ERROR,
                               PLUMB_LIBRARY_ERROR_FIELD,
                               "topics/bad.json",
                               "");
  }
}

/* A cache that cannot be written costs time and nothing else. */
static void
test_cache_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLibrary) library = NULL;
  g_autoptr (PlumbLibrary) again = NULL;

  plumb_test_folder_write (fixture->cache_folder, "a", "in the way");
  library = open_cached (fixture);
  again = open_cached (fixture);
  g_assert_cmpstr (plumb_library_get_hash (library), ==, plumb_library_get_hash (again));
}

/* What lies in the cache may be anything. */
static void
test_cache_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLibrary) library = open_cached (fixture);
  g_autoptr (GBytes) good = plumb_test_load (fixture->cache_path);
  g_autofree char *hash = g_strdup (plumb_library_get_hash (library));
  gsize length = g_bytes_get_size (good);

  for (gsize size = 0; size < length; size += 97) {
    g_autoptr (PlumbLibrary) other = NULL;

    g_assert_true (g_file_set_contents (fixture->cache_path,
                                        g_bytes_get_data (good, NULL),
                                        (gssize) size,
                                        NULL));
    other = open_cached (fixture);
    g_assert_cmpstr (plumb_library_get_hash (other), ==, hash);
  }
}

static void
use_mentions (PlumbCatalogue *catalogue)
{
  static const char *const names[] = { "term:algae", "person:ada-reed", "source:reed99" };
  guint n_entries = plumb_catalogue_get_n_entries (catalogue);
  guint start;
  guint end;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    guint n;
    g_autofree guint *uses = plumb_catalogue_dup_uses (catalogue, names[i], &n);

    g_assert_cmpuint (n, <=, n_entries);
    for (guint j = 0; j < n; j++) {
      g_assert_cmpuint (uses[j], <, n_entries);
    }
  }

  plumb_catalogue_find_holdings (catalogue, "ada-reed", &start, &end);
  g_assert_cmpuint (start, <=, end);
  for (guint i = start; i < end; i++) {
    PlumbCatalogueHolding holding;

    if (plumb_catalogue_get_holding (catalogue, i, &holding)) {
      g_assert_cmpuint (holding.topic, <, n_entries);
    }
    g_assert_true (g_utf8_validate (holding.form, -1, NULL));
  }

  for (guint i = 0; i < MIN (plumb_catalogue_get_n_pitfalls (catalogue), 100); i++) {
    PlumbCataloguePitfall pitfall;

    if (plumb_catalogue_get_pitfall (catalogue, i, &pitfall)) {
      g_assert_cmpuint (pitfall.topic, <, n_entries);
    }
    g_assert_true (g_utf8_validate (pitfall.claim, -1, NULL));
  }
}

/* Whatever the bytes are, what comes out of a catalogue is harmless. */
static void
use_catalogue (PlumbCatalogue *catalogue, guint n_sections)
{
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  guint n = plumb_catalogue_get_n_entries (catalogue);
  guint previous = 0;
  PlumbCatalogueStamp stamp;
  guint position;
  PlumbClaimKind kind;
  PlumbConfidence confidence;

  g_assert_true (g_utf8_validate (plumb_catalogue_get_hash (catalogue), -1, NULL));
  plumb_catalogue_get_stamp (catalogue, &stamp);

  for (guint i = 0; i < MIN (n, 100); i++) {
    PlumbCatalogueEntry entry;

    plumb_catalogue_get_entry (catalogue, i, &entry);
    g_assert_true (g_utf8_validate (entry.id, -1, NULL));
    g_assert_true (g_utf8_validate (entry.title, -1, NULL));
    g_assert_true (g_utf8_validate (entry.summary, -1, NULL));
    g_assert_cmpuint (entry.section, <, n_sections);
    g_assert_cmpuint (entry.levels, <=, 7);
    g_assert_cmpint (entry.badge, <=, PLUMB_BADGE_NEW);
  }

  for (guint i = 0; i < n_sections; i++) {
    guint start;
    guint end;

    plumb_catalogue_get_section_range (catalogue, i, &start, &end);
    g_assert_cmpuint (start, ==, previous);
    g_assert_cmpuint (end, >=, start);
    previous = end;
  }
  g_assert_cmpuint (previous, ==, n);

  if (plumb_catalogue_find_topic (catalogue, "how-ponds-clear", &position)) {
    g_assert_cmpuint (position, <, n);
  }
  if (plumb_catalogue_find_claim (catalogue, "green-c1", &position, &kind, &confidence)) {
    g_assert_cmpuint (position, <, n);
    g_assert_cmpint (kind, <=, PLUMB_CLAIM_KIND_OPINION);
    g_assert_cmpint (confidence, <=, PLUMB_CONFIDENCE_SPECULATIVE);
  }
  use_mentions (catalogue);
  plumb_catalogue_add_problems (catalogue, problems);
}

static void
test_fuzz (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) good = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (20261121);
  guint n_used = 0;
  gsize length;

  plumb_test_folder_write (fixture->folder, "topics/bad.json", "{}");
  good = plumb_index_build (fixture->folder->file, NULL, NULL, NULL);
  g_assert_nonnull (good);
  length = g_bytes_get_size (good);

  for (guint i = 0; i < 5000; i++) {
    g_autofree guint8 *damaged = g_memdup2 (g_bytes_get_data (good, NULL), length);
    gsize size = g_rand_int_range (random, 0, 4) > 0
                     ? length
                     : (gsize) g_rand_int_range (random, 0, (gint32) length);
    guint n_changes = (guint) g_rand_int_range (random, 1, 9);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (PlumbCatalogue) catalogue = NULL;

    for (guint j = 0; j < n_changes; j++) {
      damaged[g_rand_int_range (random, 0, (gint32) length)] = (guint8) g_rand_int_range (random,
                                                                                          0,
                                                                                          256);
    }
    bytes = g_bytes_new (damaged, size);
    catalogue = plumb_catalogue_new (bytes, 2, FALSE);
    if (catalogue != NULL) {
      use_catalogue (catalogue, 2);
      n_used++;
    }
  }
  g_assert_cmpuint (n_used, >, 100);
}

/* An index is of its library: with other sections it is of no use. */
static void
test_other_sections (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = plumb_index_build (fixture->folder->file, NULL, NULL, NULL);
  g_autoptr (PlumbCatalogue) two = plumb_catalogue_new (bytes, 2, FALSE);
  g_autoptr (PlumbCatalogue) one = plumb_catalogue_new (bytes, 1, FALSE);
  g_autoptr (PlumbCatalogue) three = plumb_catalogue_new (bytes, 3, FALSE);

  g_assert_nonnull (two);
  g_assert_null (one);
  g_assert_null (three);
}

static void
test_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLibrary) library = open_cached (fixture);
  g_autofree char *beside = g_build_filename (fixture->folder->path, "index", NULL);
  g_autoptr (PlumbTopicEntry) entry = NULL;

  g_assert_cmpint (g_rename (fixture->cache_path, beside), ==, 0);
  g_clear_object (&library);
  library = open_cached (fixture);
  g_assert_false (g_file_test (fixture->cache_path, G_FILE_TEST_EXISTS));

  /* One that is out of date is not used. */
  plumb_test_folder_edit (fixture->folder,
                          "topics/how-ponds-clear.json",
                          "/title",
                          "\"How a pond clears\"");
  g_clear_object (&library);
  library = open_cached (fixture);
  g_assert_true (g_file_test (fixture->cache_path, G_FILE_TEST_EXISTS));
  entry = plumb_library_lookup_entry (library, "how-ponds-clear", NULL);
  g_assert_cmpstr (plumb_topic_entry_get_title (entry), ==, "How a pond clears");
}

/* Made for a resource it comes out the same from files of any age. */
static void
test_bundled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  first = plumb_index_build_full (fixture->folder->file,
                                  PLUMB_INDEX_BUNDLED,
                                  NULL,
                                  NULL,
                                  NULL,
                                  NULL,
                                  NULL);
  set_time (fixture->folder, "library.json", 1000000001);
  set_time (fixture->folder, "topics/how-ponds-clear.json", 1000000001);
  second = plumb_index_build_full (fixture->folder->file,
                                   PLUMB_INDEX_BUNDLED,
                                   NULL,
                                   NULL,
                                   NULL,
                                   NULL,
                                   NULL);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (plumb_index_build (fixture->folder->file, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_problems (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  plumb_test_folder_write (fixture->folder, "topics/bad.json", "[]");
  bytes = plumb_index_build (fixture->folder->file, problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  plumb_test_assert_problem (G_LIST_MODEL (problems),
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_FIELD,
                             "topics/bad.json",
                             "");

  g_list_store_remove_all (problems);
  g_clear_pointer (&bytes, g_bytes_unref);
  plumb_test_folder_write (fixture->folder, "library.json", "[]");
  bytes = plumb_index_build (fixture->folder->file, problems, NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_FIELD);
  plumb_test_assert_problem (G_LIST_MODEL (problems),
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_FIELD,
                             "library.json",
                             "");
}

static void
test_too_many_topics (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GPtrArray) ids = NULL;

  for (guint i = 0; i <= 20000; i++) {
    g_autofree char *path = g_strdup_printf ("%s/topics/t%05u.json", fixture->folder->path, i);

    g_close (g_creat (path, 0600), NULL);
  }
  ids = plumb_catalogue_list_topics (fixture->folder->file, problems);
  g_assert_cmpuint (ids->len, ==, 20000);
  plumb_test_assert_problem (G_LIST_MODEL (problems),
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_TOO_LARGE,
                             "topics",
                             "");
}

#define ADD(name, func) \
  g_test_add ("/index/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("cache", test_cache);
  ADD ("cache-sees-changes", test_cache_sees_changes);
  ADD ("cache-keeps-problems", test_cache_keeps_problems);
  ADD ("cache-unwritable", test_cache_unwritable);
  ADD ("cache-damaged", test_cache_damaged);
  ADD ("fuzz", test_fuzz);
  ADD ("other-sections", test_other_sections);
  ADD ("beside", test_beside);
  ADD ("bundled", test_bundled);
  ADD ("cancelled", test_cancelled);
  ADD ("problems", test_problems);
  ADD ("too-many-topics", test_too_many_topics);

  return g_test_run ();
}
