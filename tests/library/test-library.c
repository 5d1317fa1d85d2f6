/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "plumb-library-test.h"

static PlumbLibrary *
open_library (PlumbTestFolder *folder, GFile *cache)
{
  g_autoptr (GError) error = NULL;
  PlumbLibrary *library = plumb_library_open (folder->file, cache, &error);

  g_assert_no_error (error);
  g_assert_true (PLUMB_IS_LIBRARY (library));

  return library;
}

static char *
list_ids (PlumbLibrary *library)
{
  GListModel *topics = plumb_library_get_topics (library);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);

    g_assert_cmpuint (plumb_topic_entry_get_position (entry), ==, i);
    g_string_append_printf (ids, "%s ", plumb_topic_entry_get_id (entry));
  }

  return g_string_free_and_steal (ids);
}

static void
test_new_destroy (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  PlumbLibrary *library = open_library (folder, NULL);
  GListModel *topics = g_object_ref (plumb_library_get_topics (library));
  PlumbTopicEntry *entry = g_list_model_get_item (topics, 0);

  g_object_unref (plumb_library_load_topic (library, "how-ponds-clear", NULL));
  g_object_unref (plumb_library_lookup_source (library, "reed99"));
  g_assert_finalize_object (library);

  /* An entry outlives its library, and a list an entry. */
  g_assert_cmpstr (plumb_topic_entry_get_title (entry), ==, "Why ponds turn green");
  g_assert_cmpuint (g_list_model_get_n_items (topics), ==, 3);
  g_object_unref (topics);
  g_assert_finalize_object (entry);
}

static void
test_topics (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = open_library (folder, NULL);
  GListModel *topics = plumb_library_get_topics (library);
  g_autofree char *ids = list_ids (library);
  g_autoptr (PlumbTopicEntry) green = g_list_model_get_item (topics, 0);
  g_autoptr (PlumbTopicEntry) again = g_list_model_get_item (topics, 0);
  g_autoptr (PlumbTopicEntry) frogs = g_list_model_get_item (topics, 2);
  g_autofree char *summary = plumb_topic_entry_dup_summary (green);
  g_autofree char *frogs_summary = plumb_topic_entry_dup_summary (frogs);
  guint start;
  guint end;

  g_assert_cmpstr (ids, ==, "why-ponds-turn-green how-ponds-clear frogs-in-winter ");
  g_assert_true (g_list_model_get_item_type (topics) == PLUMB_TYPE_TOPIC_ENTRY);
  g_assert_null (g_list_model_get_item (topics, 3));
  g_assert_null (g_list_model_get_item (topics, G_MAXUINT));

  g_assert_true (green == again);
  g_assert_cmpstr (plumb_topic_entry_get_title (green), ==, "Why ponds turn green");
  g_assert_cmpstr (summary,
                   ==,
                   "Warmth &amp; food feed <i>algae</i> faster than anything eats them.");
  g_assert_cmpuint (plumb_topic_entry_get_section (green), ==, 0);
  g_assert_cmpuint (plumb_topic_entry_get_levels (green), ==, 7);
  g_assert_cmpint (plumb_topic_entry_get_badge (green), ==, PLUMB_BADGE_BETA);
  g_assert_false (plumb_topic_entry_is_upcoming (green));
  g_assert_cmpuint (plumb_topic_entry_get_words (green, 1), >=, 80);
  g_assert_cmpuint (plumb_topic_entry_get_words (green, 3), >=, 300);

  g_assert_cmpstr (plumb_topic_entry_get_title (frogs), ==, "Frogs in winter");
  g_assert_cmpstr (frogs_summary, ==, "Where they go.");
  g_assert_cmpuint (plumb_topic_entry_get_section (frogs), ==, 1);
  g_assert_cmpuint (plumb_topic_entry_get_levels (frogs), ==, 0);
  g_assert_true (plumb_topic_entry_is_upcoming (frogs));

  plumb_library_get_section_range (library, 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 2);
  plumb_library_get_section_range (library, 1, &start, &end);
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, 3);
  plumb_test_assert_no_problems (plumb_library_get_problems (library));
}

static void
test_entry_properties (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = open_library (folder, NULL);
  g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (plumb_library_get_topics (library), 1);
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  guint section;
  guint levels;
  PlumbBadge badge;
  gboolean upcoming;

  g_object_get (entry,
                "id",
                &id,
                "title",
                &title,
                "section",
                &section,
                "levels",
                &levels,
                "badge",
                &badge,
                "upcoming",
                &upcoming,
                NULL);
  g_assert_cmpstr (id, ==, "how-ponds-clear");
  g_assert_cmpstr (title, ==, "How ponds clear");
  g_assert_cmpuint (section, ==, 0);
  g_assert_cmpuint (levels, ==, 7);
  g_assert_cmpint (badge, ==, PLUMB_BADGE_BETA);
  g_assert_false (upcoming);
}

/* By section, then by order, then by title; those to come are last. */
static void
test_reading_order (void)
{
  static const struct {
    const char *id;
    const char *section;
    int order;
    const char *title;
  } topics[] = {
    { "a", "banks", 0, "First of banks" }, { "b", "water", 20, "x" }, { "c", "water", 10, "Zebra" },
    { "d", "water", 10, "apple" },         { "e", "water", -5, "y" }, { "f", "water", 0, "y" },
  };
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = NULL;
  g_autofree char *ids = NULL;

  plumb_test_folder_remove (folder, "topics");
  plumb_test_folder_edit (folder,
                          "library.json",
                          "/upcoming/-",
                          "{\"id\": \"soon\", \"section\": \"water\", \"title\": \"Aa\"}");
  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++) {
    g_autofree char *file = g_strdup_printf ("topics/%s.json", topics[i].id);
    g_autofree char *json = g_strdup_printf (
        "{\"format\": 1, \"id\": \"%s\", \"section\": \"%s\", \"order\": %d, \"title\": \"%s\", "
        "\"summary\": \"S.\", \"levels\": [{\"level\": 2, \"blocks\": [{\"id\": \"p\", "
        "\"type\": \"paragraph\", \"framing\": true, \"text\": \"Two words.\"}]}]}",
        topics[i].id,
        topics[i].section,
        topics[i].order,
        topics[i].title);

    plumb_test_folder_write (folder, file, json);
  }
  /* What editors leave behind is no topic. */
  plumb_test_folder_write (folder, "topics/.b.json.swp", "x");
  plumb_test_folder_write (folder, "topics/.b.json", "x");
  plumb_test_folder_write (folder, "topics/b.json~", "x");
  plumb_test_folder_write (folder, "topics/#b.json#", "x");
  plumb_test_folder_write (folder, "topics/README.md", "x");

  library = open_library (folder, NULL);
  plumb_test_assert_no_problems (plumb_library_get_problems (library));
  ids = list_ids (library);
  g_assert_cmpstr (ids, ==, "e f d c b soon a frogs-in-winter ");
  {
    g_autoptr (PlumbTopicEntry) entry = plumb_library_lookup_entry (library, "e", NULL);

    g_assert_cmpuint (plumb_topic_entry_get_levels (entry), ==, 2);
    g_assert_cmpuint (plumb_topic_entry_get_words (entry, 1), ==, 0);
    g_assert_cmpuint (plumb_topic_entry_get_words (entry, 2), ==, 2);
  }
}

static void
test_lookup (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = open_library (folder, NULL);
  g_autoptr (PlumbTopicEntry) by_id = NULL;
  g_autoptr (PlumbTopicEntry) by_alias = NULL;
  g_autoptr (PlumbClaim) claim = NULL;
  g_autoptr (PlumbSource) source = NULL;
  g_autoptr (PlumbPerson) person = NULL;
  g_autoptr (PlumbTerm) term = NULL;
  g_autofree char *topic_id = NULL;
  PlumbClaimKind kind;
  PlumbConfidence confidence;
  guint position = 99;

  by_id = plumb_library_lookup_entry (library, "how-ponds-clear", &position);
  g_assert_cmpuint (position, ==, 1);
  by_alias = plumb_library_lookup_entry (library, "clear-old", NULL);
  g_assert_true (by_id == by_alias);
  g_assert_null (plumb_library_lookup_entry (library, "none", NULL));
  g_assert_null (plumb_library_lookup_entry (library, "", NULL));

  claim = plumb_library_lookup_claim (library, "clear-c3", &topic_id);
  g_assert_cmpstr (claim->id, ==, "clear-c3");
  g_assert_cmpstr (topic_id, ==, "how-ponds-clear");
  g_assert_null (plumb_library_lookup_claim (library, "clear-c99", NULL));
  g_assert_true (plumb_library_peek_claim (library, "clear-c3", &kind, &confidence));
  g_assert_cmpint (kind, ==, claim->kind);
  g_assert_cmpint (confidence, ==, claim->confidence);
  g_assert_true (plumb_library_peek_claim (library, "green-c1", &kind, &confidence));
  g_assert_false (plumb_library_peek_claim (library, "clear-c99", &kind, &confidence));

  source = plumb_library_lookup_source (library, "reed99");
  g_assert_cmpstr (source->title, ==, "On ponds");
  g_assert_null (plumb_library_lookup_source (library, "none"));
  person = plumb_library_lookup_person (library, "pond-society");
  g_assert_cmpint (person->kind, ==, PLUMB_PERSON_KIND_ORGANISATION);
  g_assert_null (plumb_library_lookup_person (library, "none"));
  term = plumb_library_lookup_term (library, "algae");
  g_assert_cmpstr (term->forms[1], ==, "algal");
  g_assert_null (plumb_library_lookup_term (library, "none"));

  g_assert_cmpuint (g_list_model_get_n_items (plumb_library_get_sources (library)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (plumb_library_get_people (library)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (plumb_library_get_terms (library)), ==, 2);
}

static void
test_load (void)
{
  static const struct {
    const char *id;
    PlumbLibraryError code;
  } cases[] = {
    { "none", PLUMB_LIBRARY_ERROR_DANGLING },           { "", PLUMB_LIBRARY_ERROR_DANGLING },
    { "../library", PLUMB_LIBRARY_ERROR_DANGLING },     { "\xff", PLUMB_LIBRARY_ERROR_DANGLING },
    { "frogs-in-winter", PLUMB_LIBRARY_ERROR_MISSING },
  };
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = open_library (folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbTopic) topic = plumb_library_load_topic (library, "clear-old", &error);
  g_autoptr (PlumbTopic) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (topic->id, ==, "how-ponds-clear");
  again = plumb_library_load_topic (library, "how-ponds-clear", &error);
  g_assert_true (topic == again);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_null (plumb_library_load_topic (library, cases[i].id, &error));
    g_assert_error (error, PLUMB_LIBRARY_ERROR, (int) cases[i].code);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    g_clear_error (&error);
  }

  /* Gone, or spoilt, since the library was opened. */
  plumb_test_folder_write (folder, "topics/why-ponds-turn-green.json", "{");
  g_assert_null (plumb_library_load_topic (library, "why-ponds-turn-green", &error));
  g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_SYNTAX);
  g_clear_error (&error);
  plumb_test_folder_remove (folder, "topics/why-ponds-turn-green.json");
  g_assert_null (plumb_library_load_topic (library, "why-ponds-turn-green", &error));
  g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_MISSING);
  g_assert_true (g_str_has_prefix (error->message, "topics/why-ponds-turn-green.json: "));
}

/* The last eight are kept, and no more. */
static void
test_recent (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = NULL;
  PlumbTopic *first;
  PlumbTopic *kept;

  for (guint i = 0; i < 12; i++) {
    g_autofree char *file = g_strdup_printf ("topics/t%u.json", i);
    g_autofree char *json = g_strdup_printf (
        "{\"format\": 1, \"id\": \"t%u\", \"section\": \"water\", \"title\": \"T\", "
        "\"summary\": \"S.\", \"levels\": [{\"level\": 1, \"blocks\": [{\"id\": \"p\", "
        "\"type\": \"paragraph\", \"framing\": true, \"text\": \"Two words.\"}]}]}",
        i);

    plumb_test_folder_write (folder, file, json);
  }

  library = open_library (folder, NULL);
  first = plumb_library_load_topic (library, "t0", NULL);
  kept = plumb_library_load_topic (library, "t1", NULL);
  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  g_object_add_weak_pointer (G_OBJECT (kept), (gpointer *) &kept);
  g_object_unref (first);
  g_object_unref (kept);

  for (guint i = 2; i < 12; i++) {
    g_autofree char *id = g_strdup_printf ("t%u", i);

    g_object_unref (plumb_library_load_topic (library, id, NULL));
    /* One that is asked for again stays. */
    g_object_unref (plumb_library_load_topic (library, "t1", NULL));
  }
  g_assert_null (first);
  g_assert_nonnull (kept);
  g_clear_object (&library);
  g_assert_null (kept);
}

static void
test_hash (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbTestFolder) copy = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = open_library (folder, NULL);
  g_autoptr (PlumbLibrary) same = open_library (copy, NULL);
  g_autoptr (PlumbLibrary) other = NULL;

  g_assert_cmpuint (strlen (plumb_library_get_hash (library)), ==, 64);
  g_assert_cmpstr (plumb_library_get_hash (library), ==, plumb_library_get_hash (same));

  plumb_test_folder_edit (copy, "glossary.json", "/terms/0/name", "\"green stuff\"");
  other = open_library (copy, NULL);
  g_assert_cmpstr (plumb_library_get_hash (library), !=, plumb_library_get_hash (other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/new-destroy", test_new_destroy);
  g_test_add_func ("/library/topics", test_topics);
  g_test_add_func ("/library/entry-properties", test_entry_properties);
  g_test_add_func ("/library/reading-order", test_reading_order);
  g_test_add_func ("/library/lookup", test_lookup);
  g_test_add_func ("/library/load", test_load);
  g_test_add_func ("/library/recent", test_recent);
  g_test_add_func ("/library/hash", test_hash);

  return g_test_run ();
}
