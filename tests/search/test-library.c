/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "plumb-library-feed.h"
#include "plumb-search.h"
#include "plumb-text.h"
#include "search-test.h"

static const char library_json[] =
    "{ \"format\": 1, \"id\": \"pond\", \"version\": \"1\", \"title\": \"Our pond\","
    "  \"licence\": \"CC-BY-SA-4.0\", \"lang\": \"%s\","
    "  \"sections\": [ { \"id\": \"water\", \"title\": \"Water\" } ],"
    "  \"upcoming\": [ { \"id\": \"frogs\", \"section\": \"water\", \"title\": \"Frogs\" } ] }";

static const char algae_json[] =
    "{ \"format\": 1, \"id\": \"algae\", \"section\": \"water\", \"title\": \"Green algae\","
    "  \"summary\": \"Warmth and <b>fertiliser</b> feed algae &amp; more.\","
    "  \"levels\": [ { \"level\": 1, \"blocks\": ["
    "    { \"id\": \"start\", \"type\": \"paragraph\", \"framing\": true,"
    "      \"text\": \"A pond that was clear in April is often green in July.\" } ] },"
    "    { \"level\": 2, \"blocks\": ["
    "    { \"id\": \"how\", \"type\": \"heading\", \"text\": \"How they eat\" },"
    "    { \"id\": \"light\", \"type\": \"paragraph\", \"framing\": true,"
    "      \"text\": \"Light &amp; phosphate, in caf\\u00e9-au-lait water.\" } ] } ] }";

static const char newts_json[] =
    "{ \"format\": 1, \"id\": \"newts\", \"section\": \"water\", \"title\": \"Newts\","
    "  \"summary\": \"Newts eat algae’s eaters.\","
    "  \"levels\": [ { \"level\": 1, \"blocks\": ["
    "    { \"id\": \"start\", \"type\": \"paragraph\", \"framing\": true,"
    "      \"text\": \"They come in spring.\" } ] } ] }";

typedef struct {
  char *path;
  char *topics;
  GFile *folder;
} Fixture;

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
write_library_file (Fixture *fixture, const char *lang)
{
  g_autofree char *json = NULL;
  g_auto (GStrv) parts = g_strsplit (library_json, "%s", 2);

  json = g_strjoinv (lang, parts);
  write_file (fixture->path, "library.json", json);
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->path = search_test_make_folder ();
  fixture->topics = g_build_filename (fixture->path, "topics", NULL);
  fixture->folder = g_file_new_for_path (fixture->path);

  g_assert_cmpint (g_mkdir (fixture->topics, 0700), ==, 0);
  write_library_file (fixture, "en");
  write_file (fixture->topics, "algae.json", algae_json);
  write_file (fixture->topics, "newts.json", newts_json);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  search_test_remove_folder (fixture->topics);
  search_test_remove_folder (fixture->path);
  g_free (fixture->path);
  g_free (fixture->topics);
  g_object_unref (fixture->folder);
}

static PlumbLibrary *
open_library (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PlumbLibrary *library = plumb_library_open (fixture->folder, NULL, &error);

  g_assert_no_error (error);

  return library;
}

static char *
search (PlumbSearch *search, const char *query)
{
  GListModel *results = plumb_search_get_results (search);
  GString *text = g_string_new (NULL);

  plumb_search_set_query (search, query);
  search_test_wait_for (plumb_search_get_state (search) == PLUMB_SEARCH_STATE_DONE ||
                        plumb_search_get_state (search) == PLUMB_SEARCH_STATE_NOTHING);

  for (guint i = 0; i < g_list_model_get_n_items (results); i++) {
    g_autoptr (PlumbSearchHit) hit = g_list_model_get_item (results, i);
    g_autoptr (PlumbPlace) place = plumb_search_hit_dup_place (hit);
    g_autofree char *uri = plumb_place_to_uri (place);

    g_string_append_printf (text,
                            "%s %s: %s\n",
                            plumb_search_hit_get_title (hit),
                            uri,
                            plumb_search_hit_get_snippet (hit));
  }

  return g_string_free_and_steal (text);
}

static void
test_search (Fixture *fixture, gconstpointer user_data)
{
  static const struct {
    const char *query;
    const char *hits;
  } cases[] = {
    { "algae",
      "Green algae plumb:topic/algae: Warmth and fertiliser feed <b>algae</b> &amp; more.\n"
      "Newts plumb:topic/newts: Newts eat <b>algae’s</b> eaters.\n" },
    { "cafe",
      "Green algae plumb:topic/algae?level=2#light: "
      "Light &amp; phosphate, in <b>café-au-lait</b> water.\n" },
    { "how they eat",
      "Green algae plumb:topic/algae?level=2#how: <b>How</b> <b>they</b> <b>eat</b>\n" },
    { "spring", "Newts plumb:topic/newts?level=1#start: They come in <b>spring</b>.\n" },
    { "frogs", "" },
    { "href", "" },
  };
  g_autoptr (PlumbLibrary) library = open_library (fixture);
  g_autoptr (PlumbSearchIndex) index = plumb_search_index_new (library, NULL);
  g_autoptr (PlumbSearch) object = plumb_search_new (index);

  g_assert_true (plumb_search_index_get_library (index) == library);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *hits = search (object, cases[i].query);

    g_assert_cmpstr (hits, ==, cases[i].hits);
  }
}

/* A topic that can't be read is not found, and the others are. */
static void
test_bad_topic (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbLibrary) library = open_library (fixture);
  g_autoptr (PlumbSearchIndex) index = plumb_search_index_new (library, NULL);
  g_autoptr (PlumbSearch) object = plumb_search_new (index);
  g_autofree char *algae = NULL;
  g_autofree char *newts = NULL;

  /* It was good when the library was opened. */
  write_file (fixture->topics, "newts.json", "{ \"format\": 1, ");

  algae = search (object, "phosphate");
  newts = search (object, "spring");
  g_assert_cmpstr (algae, !=, "");
  g_assert_cmpstr (newts, ==, "");
}

static void
test_feed (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (PlumbLibrary) library = open_library (fixture);
  g_autoptr (PlumbSearchFeed) feed = plumb_library_feed_new (library);
  g_autoptr (PlumbLibrary) translated = NULL;
  g_autoptr (PlumbSearchFeed) translated_feed = NULL;
  g_autoptr (PlumbLibrary) changed = NULL;
  g_autoptr (PlumbSearchFeed) changed_feed = NULL;
  g_auto (PlumbSearchDocument) document = { 0 };
  g_auto (PlumbSearchDocument) upcoming = { 0 };
  const PlumbPassage *passage;

  /* Two topics, and one that is to come and has no text */
  g_assert_cmpuint (plumb_search_feed_get_n_topics (feed), ==, 3);
  g_assert_false (plumb_search_feed_load (feed, 2, &upcoming, NULL));
  g_assert_null (upcoming.id);
  g_assert_true (plumb_search_feed_load (feed, 0, &document, NULL));
  g_assert_cmpstr (document.id, ==, "algae");
  g_assert_cmpstr (document.title, ==, "Green algae");
  /* The title is not a passage as well. */
  passage = document.passages->pdata[0];
  g_assert_cmpstr (passage->text, ==, "Warmth and fertiliser feed algae & more.");

  write_library_file (fixture, "de");
  translated = open_library (fixture);
  translated_feed = plumb_library_feed_new (translated);
  g_assert_cmpstr (plumb_search_feed_get_name (translated_feed),
                   !=,
                   plumb_search_feed_get_name (feed));

  write_library_file (fixture, "en");
  write_file (fixture->topics, "newts.json", "{}");
  changed = open_library (fixture);
  changed_feed = plumb_library_feed_new (changed);
  g_assert_cmpstr (plumb_search_feed_get_name (changed_feed),
                   ==,
                   plumb_search_feed_get_name (feed));
  g_assert_cmpstr (plumb_search_feed_get_hash (changed_feed),
                   !=,
                   plumb_search_feed_get_hash (feed));
}

/* The bundled library: what its readers look for is found where they would look first. */
static void
test_bundled (void)
{
  static const struct {
    const char *query;
    const char *topic;
  } cases[] = {
    { "goodhart", "goodharts-law" },
    { "goodharts law", "goodharts-law" },
    { "outer alignment", "outer-alignment" },
    { "inner alignment", "inner-alignment" },
    { "specification gaming", "specification-gaming" },
    { "spec", "specification-gaming" },
    { "what alignment is", "what-alignment-is" },
  };
  const char *path = g_getenv ("PLUMB_LIBRARY_DIR");
  g_autoptr (GFile) folder = NULL;
  g_autoptr (PlumbLibrary) library = NULL;
  g_autoptr (PlumbSearchIndex) index = NULL;
  g_autoptr (PlumbSearch) object = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL) {
    g_test_skip ("PLUMB_LIBRARY_DIR is not set");
    return;
  }

  folder = g_file_new_for_path (path);
  library = plumb_library_open (folder, NULL, &error);
  g_assert_no_error (error);
  index = plumb_search_index_new (library, NULL);
  object = plumb_search_new (index);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *hits = search (object, cases[i].query);
    g_autoptr (PlumbSearchHit) first = g_list_model_get_item (plumb_search_get_results (object), 0);

    g_test_message ("“%s”:\n%s", cases[i].query, hits);
    g_assert_nonnull (first);
    g_assert_cmpstr (plumb_search_hit_get_topic (first), ==, cases[i].topic);
  }
}

#define ADD(path, function) \
  g_test_add ("/search/library/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("search", test_search);
  ADD ("bad-topic", test_bad_topic);
  ADD ("feed", test_feed);
  g_test_add_func ("/search/library/bundled", test_bundled);

  return g_test_run ();
}
