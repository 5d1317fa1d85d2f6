/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Damages good input at random, always in the same way, and looks that nothing worse than an error comes of it. With
 * more rounds, as in PLUMB_FUZZ_ROUNDS=1000000, it takes longer and sees more. */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "plumb-library-test.h"
#include "plumb-markup.h"
#include "plumb-place.h"
#include "plumb-reader.h"
#include "plumb-text.h"
#include "plumb-walk.h"

#define SEED 20261121

static guint
get_rounds (guint usual)
{
  const char *rounds = g_getenv ("PLUMB_FUZZ_ROUNDS");

  return rounds != NULL ? (guint) g_ascii_strtoull (rounds, NULL, 10) : usual;
}

static guint
pick (GRand *random, gsize n)
{
  return n > 0 ? (guint) (g_rand_int (random) % n) : 0;
}

/* Changes a few bytes, takes some away, doubles some, or puts in something that means something. */
static void
damage (GString *text, const char *const *dictionary, GRand *random)
{
  guint n_changes = 1 + pick (random, 5);
  gsize n_words = g_strv_length ((char **) dictionary);

  for (guint i = 0; i < n_changes; i++) {
    gsize at = pick (random, text->len + 1);
    gsize wanted = pick (random, 40);
    gsize length = MIN (wanted, text->len - at);

    switch (pick (random, 6)) {
    case 0:
      if (at < text->len) {
        text->str[at] = (char) (1 + pick (random, 255));
      }
      break;
    case 1:
      g_string_erase (text, (gssize) at, (gssize) length);
      break;
    case 2: {
      g_autofree char *copy = g_strndup (text->str + at, length);

      g_string_insert (text, (gssize) pick (random, text->len + 1), copy);
      break;
    }
    case 3:
      g_string_truncate (text, at);
      break;
    default:
      g_string_insert (text, (gssize) at, dictionary[pick (random, n_words)]);
      break;
    }
  }
}

static void
use_topic (PlumbTopic *topic)
{
  g_autoptr (GPtrArray) passages = plumb_topic_get_passages (topic);

  for (guint i = 0; i < passages->len; i++) {
    PlumbPassage *passage = g_ptr_array_index (passages, i);

    g_assert_true (g_utf8_validate (passage->text, -1, NULL));
  }
  for (int level = 1; level <= 3; level++) {
    plumb_topic_count_words (topic, level);
    plumb_topic_count_sources (topic, level);
  }
}

static void
read_damaged (GString *text, guint *n_good, guint *n_bad)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbTopic)
      topic = plumb_reader_read_bytes (bytes, "a.json", PLUMB_TYPE_TOPIC, problems, &error);

  if (topic != NULL) {
    g_assert_no_error (error);
    use_topic (topic);
    (*n_good)++;
    return;
  }

  g_assert_nonnull (error);
  g_assert_true (error->domain == PLUMB_LIBRARY_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (problems)), >, 0);
  (*n_bad)++;
}

static void
test_topic (void)
{
  static const char *const dictionary[] = {
    "\\u0000",
    "\\ud800",
    "\\udc00",
    "\\",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "-1",
    "1e999",
    "99999999999999",
    "[[[[[[",
    "{\"a\":",
    "\"id\":1",
    "<b>",
    "</b>",
    "&",
    "\xff",
    "\xe2\x80\xae",
    "\xef\xbb\xbf",
    "\"levels\"",
    "\"blocks\"",
    "\"type\"",
    "\"chart\"",
    "\"table\"",
    "\"\"",
    "{}",
    "[]",
    "0.5",
    "\n",
    NULL,
  };
  static const char *const fixtures[] = {
    "schema/good/topic-everything.json",
    "schema/good/topic-smallest.json",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint rounds = get_rounds (4000);
  guint n_good = 0;
  guint n_bad = 0;

  for (guint i = 0; i < rounds; i++) {
    g_autofree char *path = plumb_test_fixture (fixtures[i % G_N_ELEMENTS (fixtures)]);
    g_autoptr (GBytes) good = plumb_test_load (path);
    g_autoptr (GString)
        text = g_string_new_len (g_bytes_get_data (good, NULL), (gssize) g_bytes_get_size (good));

    damage (text, dictionary, random);
    read_damaged (text, &n_good, &n_bad);
  }
  g_assert_cmpuint (n_good, >, 0);
  g_assert_cmpuint (n_bad, >, rounds / 2);
}

/* Values of other types, at random places of good JSON: so the reader is reached, not only the parser. */
static JsonNode *
mutate_node (JsonNode *node, GRand *random)
{
  static const char *const values[] = {
    "null",    "true",       "0",           "-3",   "1.5",           "\"\"",      "\"a\"",
    "\"A b\"", "\"<b>\"",    "[]",          "[1]",  "[\"a\"]",       "{}",        "[[]]",
    "[{}]",    "{\"a\": 1}", "\"\\u202e\"", "1e15", "\"paragraph\"", "\"chart\"",
  };

  if (pick (random, 60) == 0) {
    return json_from_string (values[pick (random, G_N_ELEMENTS (values))], NULL);
  }

  if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonObject *object = json_node_get_object (node);
    g_autoptr (GList) members = json_object_get_members (object);
    g_autoptr (JsonObject) copy = json_object_new ();
    JsonNode *result = json_node_new (JSON_NODE_OBJECT);

    for (GList *l = members; l != NULL; l = l->next) {
      if (pick (random, 80) > 0) {
        json_object_set_member (copy,
                                pick (random, 80) > 0 ? l->data : "colour",
                                mutate_node (json_object_get_member (object, l->data), random));
      }
    }
    json_node_set_object (result, copy);
    return result;
  }

  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);
    g_autoptr (JsonArray) copy = json_array_new ();
    JsonNode *result = json_node_new (JSON_NODE_ARRAY);

    for (guint i = 0; i < json_array_get_length (array); i++) {
      guint times = pick (random, 60) > 0 ? 1 : pick (random, 3);

      for (guint j = 0; j < times; j++) {
        json_array_add_element (copy, mutate_node (json_array_get_element (array, i), random));
      }
    }
    json_node_set_array (result, copy);
    return result;
  }

  return json_node_copy (node);
}

static void
test_structure (void)
{
  static const char *const fixtures[] = {
    "schema/good/topic-everything.json",
    "schema/good/topic-smallest.json",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint rounds = get_rounds (2000);
  guint n_good = 0;
  guint n_bad = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++) {
    g_autofree char *path = plumb_test_fixture (fixtures[i]);
    g_autoptr (GBytes) good = plumb_test_load (path);
    g_autoptr (JsonNode) root = json_from_string (g_bytes_get_data (good, NULL), NULL);

    for (guint j = 0; j < rounds / G_N_ELEMENTS (fixtures); j++) {
      g_autoptr (JsonNode) mutated = mutate_node (root, random);
      g_autofree char *json = json_to_string (mutated, FALSE);
      g_autoptr (GString) text = g_string_new (json);

      read_damaged (text, &n_good, &n_bad);
    }
  }
  g_assert_cmpuint (n_good, >, 0);
  g_assert_cmpuint (n_bad, >, 0);
}

static void
ignore_link_cb (const char *href, const char *text, gpointer user_data)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpstr (text, !=, "");
}

static void
use_markup (const char *markup, guint *n_good)
{
  g_autoptr (GError) error = NULL;
  gboolean valid = plumb_markup_validate (markup, &error);
  g_autofree char *plain = plumb_markup_to_plain (markup);

  g_assert_true (g_utf8_validate (plain, -1, NULL));
  plumb_markup_foreach_link (markup, ignore_link_cb, NULL, NULL);
  plumb_markup_count_words (markup);

  if (!valid) {
    g_assert_nonnull (error);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    return;
  }

  (*n_good)++;
}

static void
test_markup (void)
{
  static const char *const seeds[] = {
    "Warm water <b>opens</b> <i>what <sub>sleeps</sub></i>; 对齐.",
    "<a href='term:proxy'>stand-in</a> &amp; <a href=\"https://example.org/?a&amp;b\">page</a>",
    "<b><i><tt><sup>deep</sup></tt></i></b> \xe2\x81\xa8x\xe2\x81\xa9 &lt;&gt;&apos;&quot;",
  };
  static const char *const dictionary[] = {
    "<b>",    "</b>",         "<i>",   "</i>", "<a href='", "'>",   "</a>",
    "term:x", "https://",     "&amp;", "&",    "&#0;",      "<",    ">",
    "'",      "\"",           "\xff",  "\n",   "/",         "<!--", "对",
    "warm",   "\xe2\x80\xae", NULL,
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint rounds = get_rounds (20000);
  guint n_good = 0;

  for (guint i = 0; i < rounds; i++) {
    g_autoptr (GString) text = g_string_new (seeds[i % G_N_ELEMENTS (seeds)]);

    damage (text, dictionary, random);
    use_markup (text->str, &n_good);
  }
  g_assert_cmpuint (n_good, >, rounds / 50);
  g_assert_cmpuint (n_good, <, rounds);
}

static void
test_place (void)
{
  static const char *const seeds[] = {
    "plumb:topic/goodharts-law?level=3&audience=builder#why-now",
    "plumb:search?q=reward%20hacking%E5%AF%B9",
    "plumb:debate/corrigibility",
    "plumb:",
  };
  static const char *const dictionary[] = {
    "plumb:", "topic/", "?",      "#",    "&",  "=",  "%",  "%00", "%ff", "level=2",   "q=",
    "..",     "/",      "term/a", "\xff", "\n", "对", "a-", "A",   "2",   "audience=", NULL,
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint rounds = get_rounds (20000);
  guint n_good = 0;

  for (guint i = 0; i < rounds; i++) {
    g_autoptr (GString) text = g_string_new (seeds[i % G_N_ELEMENTS (seeds)]);
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbPlace) place = NULL;
    g_autoptr (PlumbPlace) again = NULL;
    g_autofree char *uri = NULL;

    damage (text, dictionary, random);
    place = plumb_place_parse (text->str, &error);
    if (place == NULL) {
      g_assert_true (error->domain == PLUMB_PLACE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      continue;
    }

    uri = plumb_place_to_uri (place);
    g_assert_true (g_str_is_ascii (uri));
    again = plumb_place_parse (uri, NULL);
    g_assert_nonnull (again);
    g_assert_true (plumb_place_equal (place, again));
    n_good++;
  }
  g_assert_cmpuint (n_good, >, rounds / 100);
  g_assert_cmpuint (n_good, <, rounds);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzz/topic", test_topic);
  g_test_add_func ("/fuzz/structure", test_structure);
  g_test_add_func ("/fuzz/markup", test_markup);
  g_test_add_func ("/fuzz/place", test_place);

  return g_test_run ();
}
