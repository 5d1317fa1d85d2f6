/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-comparison.h"

#include <string.h>

#include "plumb-library-test.h"
#include "plumb-reader.h"
#include "plumb-text.h"

/* A topic from blocks such as “a:c1,c2 b h! c:c3>a”: ids, their claims, ! for a heading, and > for what it relates to. One
 * line a level. */
static PlumbTopic *
make_topic (const char *const *levels)
{
  g_autoptr (GString) json = g_string_new (
      "{\"format\":1,\"id\":\"t\",\"section\":\"s\",\"title\":\"T\",\"summary\":\"S.\",\"levels\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PlumbTopic *topic;

  for (guint i = 0; levels[i] != NULL; i++) {
    g_auto (GStrv) words = g_strsplit (levels[i], " ", -1);

    g_string_append_printf (json, "%s{\"level\":%u,\"blocks\":[", i > 0 ? "," : "", i + 1);
    for (guint j = 0; words[j] != NULL; j++) {
      g_auto (GStrv) related = g_strsplit (words[j], ">", 2);
      g_auto (GStrv) parts = g_strsplit (related[0], ":", 2);
      gboolean heading = g_str_has_suffix (parts[0], "!");

      if (heading) {
        parts[0][strlen (parts[0]) - 1] = '\0';
      }
      g_string_append_printf (json,
                              "%s{\"id\":\"%s\",\"type\":\"%s\",\"text\":\"x\"",
                              j > 0 ? "," : "",
                              parts[0],
                              heading ? "heading" : "paragraph");
      if (parts[1] != NULL) {
        g_auto (GStrv) claims = g_strsplit (parts[1], ",", -1);
        g_autofree char *list = g_strjoinv ("\",\"", claims);

        g_string_append_printf (json, ",\"claims\":[\"%s\"]", list);
      }
      if (related[1] != NULL) {
        g_string_append_printf (json,
                                ",\"relation\":\"qualifies\",\"relates_to\":\"%s\"",
                                related[1]);
      }
      g_string_append_c (json, '}');
    }
    g_string_append (json, "]}");
  }
  g_string_append (json, "]}");

  bytes = g_bytes_new (json->str, json->len);
  topic = plumb_reader_read_bytes (bytes, "topics/t.json", PLUMB_TYPE_TOPIC, NULL, &error);
  g_assert_no_error (error);

  return topic;
}

/* Rows such as “a=b,c -=d e=”, with * for a relation that qualifies, and + for one that adds. */
static char *
describe (PlumbComparison *comparison)
{
  static const char *const marks[] = { "", "+", "*", "!" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plumb_comparison_get_n_rows (comparison); i++) {
    PlumbBlock *block = plumb_comparison_get_block (comparison, i);

    g_string_append_printf (text, "%s%s=", i > 0 ? " " : "", block != NULL ? block->id : "-");
    for (guint j = 0; j < plumb_comparison_get_n_deeper (comparison, i); j++) {
      const PlumbComparedBlock *deeper = plumb_comparison_get_deeper (comparison, i, j);

      g_string_append_printf (text,
                              "%s%s%s",
                              j > 0 ? "," : "",
                              deeper->block->id,
                              marks[deeper->relation]);
    }
  }

  return g_string_free_and_steal (text);
}

static void
test_rows (void)
{
  static const struct {
    const char *levels[4];
    int level;
    int deeper;
    const char *expected;
  } cases[] = {
    /* By claims. */
    { { "a:x b:y", "c:x d:y" }, 1, 2, "a=c b=d" },
    /* Several beside one, with what stands between them; and what has no counterpart. */
    { { "a:x b:y", "c:x d e:x f g:y h" }, 1, 2, "a=c,d,e -=f b=g -=h" },
    { { "a b:y c", "d:y" }, 1, 2, "a= b=d c=" },
    /* Order is kept: of pairs that cross, the one with more claims stands, and then the nearer, or either. */
    { { "a:x,z b:y", "c:y d:x,z" }, 1, 2, "-=c a=d b=" },
    { { "a:x b:y", "c:y d:x" }, 1, 2, "-=c a=d b=" },
    { { "a:x b:x", "c:x d:x" }, 1, 2, "a=c b=d" },
    /* What is declared stands before what is shared. */
    { { "a:x b:y", "c:y>a d:y" }, 1, 2, "a=c* b=d" },
    { { "a:x b:y", "c>b d:x,y" }, 1, 2, "a= b=c*,d" },
    /* A relation that can't stand beside its block is still said. */
    { { "a:x,y b", "c>b d:x,y>a" }, 1, 2, "-=c* a=d* b=" },
    /* A heading goes with what comes below it. */
    { { "a:x b:y", "c:x h! d:y i!" }, 1, 2, "a=c b=h,d -=i" },
    { { "a:x", "h! i! d:x" }, 1, 2, "a=h,i,d" },
    /* By way of the level between. */
    { { "a b", "c>a d>b", "e>d f>c" }, 1, 3, "-=e+ a=f+ b=" },
    { { "a b", "c>a d>b", "e>c f>d g" }, 1, 3, "a=e+ b=f+ -=g" },
    /* Levels that are not there. */
    { { "a b" }, 1, 2, "a= b=" },
    { { "a b" }, 2, 3, "" },
    { { "a", "b" }, 1, 3, "a=" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbTopic) topic = make_topic (cases[i].levels);
    g_autoptr (PlumbComparison)
        comparison = plumb_comparison_new (topic, cases[i].level, cases[i].deeper);
    g_autofree char *rows = describe (comparison);

    g_test_message ("case %u", i);
    g_assert_cmpstr (rows, ==, cases[i].expected);
  }
}

static void
test_details (void)
{
  static const char *const levels[] = { "a:x,y b", "c:x,y,z>a d e>b", NULL };
  g_autoptr (PlumbTopic) topic = make_topic (levels);
  g_autoptr (PlumbComparison) comparison = plumb_comparison_new (topic, 1, 2);
  const PlumbComparedBlock *deeper = plumb_comparison_get_deeper (comparison, 0, 0);

  g_assert_cmpuint (deeper->n_shared, ==, 2);
  g_assert_true (deeper->related == plumb_comparison_get_block (comparison, 0));
  g_assert_cmpint (deeper->relation, ==, PLUMB_RELATION_QUALIFIES);
  g_assert_cmpuint (plumb_comparison_count (comparison, PLUMB_RELATION_QUALIFIES), ==, 2);
  g_assert_cmpuint (plumb_comparison_count (comparison, PLUMB_RELATION_NONE), ==, 1);
  g_assert_cmpuint (plumb_comparison_count (comparison, PLUMB_RELATION_RETRACTS), ==, 0);
}

/* Every block of both levels is there exactly once and in order, and it comes out the same each time. */
static void
check_topic (PlumbTopic *topic, int level, int deeper, guint *n_declared, guint *n_beside)
{
  g_autoptr (PlumbComparison) comparison = plumb_comparison_new (topic, level, deeper);
  g_autoptr (PlumbComparison) again = plumb_comparison_new (topic, level, deeper);
  g_autofree char *rows = describe (comparison);
  g_autofree char *rows_again = describe (again);
  GListModel *above = plumb_topic_find_level (topic, level)->blocks;
  GListModel *below = plumb_topic_find_level (topic, deeper)->blocks;
  guint n_above = 0, n_below = 0;

  g_assert_cmpstr (rows, ==, rows_again);
  for (guint i = 0; i < plumb_comparison_get_n_rows (comparison); i++) {
    PlumbBlock *block = plumb_comparison_get_block (comparison, i);
    guint n_deeper = plumb_comparison_get_n_deeper (comparison, i);

    g_assert_true (block != NULL || n_deeper > 0);
    if (block != NULL) {
      g_autoptr (PlumbBlock) expected = g_list_model_get_item (above, n_above++);

      g_assert_true (block == expected);
    }
    for (guint j = 0; j < n_deeper; j++) {
      g_autoptr (PlumbBlock) expected = g_list_model_get_item (below, n_below++);
      const PlumbComparedBlock *compared = plumb_comparison_get_deeper (comparison, i, j);

      g_assert_true (compared->block == expected);
      if (compared->related != NULL) {
        g_assert_cmpint (compared->relation, !=, PLUMB_RELATION_NONE);
        *n_declared += 1;
        *n_beside += compared->related == block ? 1 : 0;
      }
    }
  }
  g_assert_cmpuint (n_above, ==, g_list_model_get_n_items (above));
  g_assert_cmpuint (n_below, ==, g_list_model_get_n_items (below));
}

static void
test_bundled (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("PLUMB_LIBRARY_DIR"));
  g_autoptr (PlumbLibrary) library = plumb_library_open (folder, NULL, NULL);
  GListModel *topics = plumb_library_get_topics (library);
  guint n_topics = 0, n_declared = 0, n_beside = 0;

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);
    g_autoptr (PlumbTopic) topic = NULL;

    if (plumb_topic_entry_is_upcoming (entry)) {
      continue;
    }
    topic = plumb_library_load_topic (library, plumb_topic_entry_get_id (entry), NULL);
    check_topic (topic, 1, 2, &n_declared, &n_beside);
    check_topic (topic, 2, 3, &n_declared, &n_beside);
    check_topic (topic, 1, 3, &n_declared, &n_beside);
    n_topics++;
  }
  g_test_message ("%u of %u relations stand side by side", n_beside, n_declared);
  g_assert_cmpuint (n_topics, ==, 24);
  /* Most of what says that it stands to a block stands beside it. */
  g_assert_cmpuint (n_declared, >, 24);
  g_assert_cmpuint (n_beside * 3, >, n_declared * 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison/rows", test_rows);
  g_test_add_func ("/comparison/details", test_details);
  g_test_add_func ("/comparison/bundled", test_bundled);

  return g_test_run ();
}
