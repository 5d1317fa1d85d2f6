/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "plumb-library-test.h"
#include "plumb-reader.h"
#include "plumb-text.h"

static const char topic_json[] =
    "{\"format\": 1, \"id\": \"a\", \"section\": \"s\", \"title\": \"Title\","
    "\"summary\": \"A <b>summary</b>.\", \"levels\": ["
    "{\"level\": 2, \"blocks\": ["
    "{\"id\": \"p0\", \"type\": \"paragraph\", \"claims\": [\"c1\"], \"text\": \"Before all.\"},"
    "{\"id\": \"h\", \"type\": \"heading\", \"text\": \"Heading\"},"
    "{\"id\": \"l\", \"type\": \"list\", \"claims\": [\"c1\", \"c2\"], \"items\": "
    "[\"One &amp; two\", \"<a href='source:s9'>three</a>\"]},"
    "{\"id\": \"f\", \"type\": \"formula\", \"framing\": true, \"text\": \"a = b\", "
    "\"spoken\": \"a is b\", \"note\": \"b is big\"},"
    "{\"id\": \"t\", \"type\": \"table\", \"framing\": true, \"caption\": \"Cap\", "
    "\"columns\": [\"X\", \"Y\"], \"rows\": [{\"cells\": [\"1\", \"\"]}], \"source\": \"s3\", "
    "\"locator\": \"Table 7\"}]},"
    "{\"level\": 1, \"blocks\": ["
    "{\"id\": \"p1\", \"type\": \"paragraph\", \"framing\": true, "
    "\"text\": \"See <a href='claim:c2'>this</a>.\"}]}],"
    "\"why_now\": {\"text\": \"Now.\"},"
    "\"takeaways\": [{\"audience\": \"builder\", \"points\": [\"P1\", \"P2\"]}],"
    "\"status\": [{\"id\": \"st\", \"facet\": \"Facet\", \"state\": \"solved\", \"text\": \"Done\"}],"
    "\"take\": {\"text\": \"Take.\", \"author\": \"Me\"},"
    "\"debate\": {\"question\": \"Who?\", \"shared\": [{\"id\": \"sh\", \"text\": \"Shared.\", "
    "\"positions\": [\"x\", \"y\"]}], \"positions\": [{\"position\": \"x\", \"thesis\": \"Thesis.\", "
    "\"reasons\": [{\"text\": \"Reason.\"}], \"objection\": \"Objection.\", "
    "\"holders\": [{\"name\": \"Someone\", \"form\": \"firmly\"}]}]},"
    "\"cruxes\": [{\"id\": \"k\", \"statement\": \"Crux.\", \"ratings\": [{\"position\": \"x\", "
    "\"value\": 1, \"reading\": true}]}],"
    "\"claims\": ["
    "{\"id\": \"c1\", \"text\": \"C1\", \"kind\": \"fact\", \"confidence\": \"likely\", "
    "\"sources\": [\"s1\", \"s2\"]},"
    "{\"id\": \"c2\", \"text\": \"C2\", \"kind\": \"fact\", \"confidence\": \"likely\", "
    "\"sources\": [\"s2\"]}],"
    "\"pitfalls\": [{\"id\": \"pit\", \"claim\": \"Wrong.\", \"reply\": \"Right.\"}]}";

static PlumbTopic *
make_topic (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (topic_json, strlen (topic_json));
  g_autoptr (GError) error = NULL;
  PlumbTopic *topic = plumb_reader_read_bytes (bytes, "a.json", PLUMB_TYPE_TOPIC, NULL, &error);

  g_assert_no_error (error);

  return topic;
}

static void
test_passages (void)
{
  static const struct {
    int level;
    const char *anchor;
    const char *heading;
    const char *text;
  } expected[] = {
    { 0, NULL, NULL, "Title" },
    { 0, NULL, NULL, "A summary." },
    { 1, "p1", NULL, "See this." },
    { 2, "p0", NULL, "Before all." },
    { 2, "h", "Heading", "Heading" },
    { 2, "l", "Heading", "One & two\nthree" },
    { 2, "f", "Heading", "a = b\nb is big" },
    { 2, "t", "Heading", "Cap\nX\nY\n1" },
    { 0, "why-now", NULL, "Now." },
    { 0, "takeaways-builder", NULL, "P1\nP2" },
    { 0, "status", NULL, "Facet\nDone" },
    { 0, "take", NULL, "Take." },
    { 0, "debate", NULL, "Who?" },
    { 0, "debate", "Who?", "Shared." },
    { 0, "debate-x", "Who?", "Thesis.\nReason.\nObjection.\nSomeone\nfirmly" },
    { 0, "cruxes", NULL, "Crux." },
    { 0, "pitfall-pit", NULL, "Wrong.\nRight." },
  };
  g_autoptr (PlumbTopic) topic = make_topic ();
  g_autoptr (GPtrArray) passages = plumb_topic_get_passages (topic);

  for (guint i = 0; i < MIN (passages->len, G_N_ELEMENTS (expected)); i++) {
    PlumbPassage *passage = g_ptr_array_index (passages, i);

    g_assert_cmpstr (passage->text, ==, expected[i].text);
    g_assert_cmpint (passage->level, ==, expected[i].level);
    g_assert_cmpstr (passage->anchor, ==, expected[i].anchor);
    g_assert_cmpstr (passage->heading, ==, expected[i].heading);
  }
  g_assert_cmpuint (passages->len, ==, G_N_ELEMENTS (expected));
}

static void
test_smallest (void)
{
  static const char json[] =
      "{\"format\": 1, \"id\": \"a\", \"section\": \"s\", \"title\": \"T\", \"summary\": \"S\", "
      "\"levels\": [{\"level\": 3, \"blocks\": [{\"id\": \"p\", \"type\": \"paragraph\", "
      "\"framing\": true, \"text\": \"<b></b>\"}]}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (PlumbTopic)
      topic = plumb_reader_read_bytes (bytes, "a.json", PLUMB_TYPE_TOPIC, NULL, NULL);
  g_autoptr (GPtrArray) passages = plumb_topic_get_passages (topic);

  /* A block without words is no passage. */
  g_assert_cmpuint (passages->len, ==, 2);
  g_assert_cmpuint (plumb_topic_count_words (topic, 3), ==, 0);
  g_assert_cmpuint (plumb_topic_count_words (topic, 1), ==, 0);
}

static void
test_levels (void)
{
  g_autoptr (PlumbTopic) topic = make_topic ();
  PlumbLevel *first = plumb_topic_find_level (topic, 1);
  PlumbLevel *second = plumb_topic_find_level (topic, 2);

  g_assert_cmpint (first->level, ==, 1);
  g_assert_cmpint (second->level, ==, 2);
  g_assert_null (plumb_topic_find_level (topic, 3));
  g_assert_null (plumb_topic_find_level (topic, 0));
}

static void
test_counts (void)
{
  g_autoptr (PlumbTopic) topic = make_topic ();

  g_assert_cmpuint (plumb_topic_count_words (topic, 1), ==, 2);
  /* Before all / Heading / One two three / a b b is big / Cap X Y 1 */
  g_assert_cmpuint (plumb_topic_count_words (topic, 2), ==, 15);
  g_assert_cmpuint (plumb_topic_count_words (topic, 3), ==, 0);

  /* By a link to a claim: s2. */
  g_assert_cmpuint (plumb_topic_count_sources (topic, 1), ==, 1);
  /* By claims: s1, s2; by a link: s9; named: s3. */
  g_assert_cmpuint (plumb_topic_count_sources (topic, 2), ==, 4);
  g_assert_cmpuint (plumb_topic_count_sources (topic, 3), ==, 0);
}

/* Every block has words, and none of its markup is left in them. */
static void
test_blocks (void)
{
  g_autofree char *path = plumb_test_fixture ("full");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (PlumbTopic) topic = plumb_reader_read_file (folder,
                                                         "topics/why-ponds-turn-green.json",
                                                         PLUMB_TYPE_TOPIC,
                                                         NULL,
                                                         NULL);

  for (int i = 1; i <= 3; i++) {
    PlumbLevel *level = plumb_topic_find_level (topic, i);

    for (guint j = 0; j < g_list_model_get_n_items (level->blocks); j++) {
      g_autoptr (PlumbBlock) block = g_list_model_get_item (level->blocks, j);
      g_autofree char *plain = plumb_block_to_plain (block);

      g_assert_cmpstr (plain, !=, "");
      g_assert_null (strstr (plain, "</"));
      g_assert_null (strstr (plain, "&amp;"));
      g_assert_null (strstr (plain, "\n\n"));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/passages", test_passages);
  g_test_add_func ("/text/smallest", test_smallest);
  g_test_add_func ("/text/levels", test_levels);
  g_test_add_func ("/text/counts", test_counts);
  g_test_add_func ("/text/blocks", test_blocks);

  return g_test_run ();
}
