/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-feed.h"
#include "plumb-index-cache.h"
#include "plumb-index-reader.h"
#include "plumb-matcher.h"
#include "plumb-search-hit.h"
#include "plumb-search-error.h"
#include "plumb-snippet.h"

#include <string.h>

static const FixtureTopic library[] = {
  { "what-alignment-is",
    "What alignment is",
    "0|||Getting a system to want what people meant.\n"
    "1|a||The word alignment is used in two ways.\n"
    "2|b|Outer and inner|The outer problem is to say what is wanted.\n"
    "3|c|Outer and inner|A proxy can be gamed.\n" },
  { "outer-alignment",
    "Outer alignment",
    "0|||Writing down the goal that one means.\n"
    "1|a||An aim that is said badly is done well.\n"
    "2|b|Proxies|A proxy for the goal, in outer alignment, is what gets measured.\n"
    "3|c|Reward hacking|A reward model is a proxy too.\n" },
  { "goodharts-law",
    "Goodhart’s law",
    "0|||A measure that becomes a target ceases to be a good measure.\n"
    "1|a||Goodhart wrote of the money supply in 1975.\n"
    "1|b|A proxy|The proxy comes apart from the goal.\n"
    "2|c|A proxy|The proxy, once more the proxy.\n"
    "3|d|Proxy curves|The proxy goes up; the proxy is all. Proxy!\n"
    "3|e|Proxy curves|A fifth place for the proxy.\n" },
  { "specification-gaming",
    "Specification gaming",
    "0|||Doing what was said and not what was meant.\n"
    "1|a||A boat that turned in circles for its reward.\n"
    "2|b||Hacking is another word for it. The reward, far away from that word as it is by so many other words.\n"
    "3|c||Reward hacking in models that reason. Goodhart named it.\n" },
  { "corrigibility",
    "Corrigibility and the off switch",
    "0|||Letting oneself be mended.\n"
    "1|a||An off switch that stays within reach.\n" },
  { "unreadable", "Unreadable proxy", NULL },
  { "languages",
    "Languages",
    "0|||Le cafe\u0301 est à coté; l’alignement de l’IA.\n"
    "1|ar|المحاذاة|إنَّ مُحَاذَاةَ الأَهْدَافِ مسألةٌ صعبة.\n"
    "2|zh|对齐|人工智能对齐问题是什么？AI安全。\n"
    "3|ja|アラインメント|アライメント問題とは何か。\n"
    "3|ko||정렬 문제는 무엇인가.\n"
    "3|th||ปัญหาการจัดแนว\n" },
  { "places",
    "Places",
    "0|||Where hits lead.\n"
    "0|cruxes||A weasel, and a word.\n"
    "0|cruxes||A weasel word.\n"
    "0|cruxes||Another weasel.\n"
    "1|b||Weasel words.\n" },
  { "bare", "Bare", "" },
};

static PlumbIndexReader *
open_fixture (const FixtureTopic *topics, guint n_topics)
{
  g_autoptr (PlumbSearchFeed) feed = fixture_feed_new ("fixture", "1", topics, n_topics, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbIndexLocation) location = NULL;
  PlumbIndexReader *reader;

  location = plumb_index_cache_get (NULL, feed, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  reader = plumb_index_reader_open (location, &error);
  g_assert_no_error (error);
  g_assert_true (plumb_index_reader_verify (reader, "fixture", "1", &error));
  g_assert_no_error (error);

  return reader;
}

static GPtrArray *
search (PlumbIndexReader *reader, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbQuery) query = plumb_query_new (text, &error);
  GPtrArray *hits;
  guint n_topics;

  g_assert_no_error (error);
  hits = plumb_index_reader_search (reader, query, 60, &n_topics, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (hits);

  for (guint i = 0; i < hits->len; i++) {
    PlumbSearchHit *hit = g_ptr_array_index (hits, i);

    g_assert_true (PLUMB_IS_SEARCH_HIT (hit));
    g_assert_cmpuint (plumb_search_hit_get_rank (hit), ==, i + 1);
    g_assert_true (plumb_search_hit_get_query (hit) == query);
  }

  return hits;
}

/* Hits as “topic@level#anchor”, in order. */
static char *
describe (GPtrArray *hits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++) {
    PlumbSearchHit *hit = g_ptr_array_index (hits, i);

    g_string_append_printf (text,
                            "%s%s@%d",
                            i > 0 ? " " : "",
                            plumb_search_hit_get_topic (hit),
                            plumb_search_hit_get_level (hit));
    if (plumb_search_hit_get_anchor (hit) != NULL) {
      g_string_append_printf (text, "#%s", plumb_search_hit_get_anchor (hit));
    }
  }

  return g_string_free_and_steal (text);
}

static const struct {
  const char *query;
  const char *hits;
} ranking_cases[] = {
  { "nothingofthekind", "" },
  { "proxy nothingofthekind", "" },
  /* The title is the topic itself, ahead of its passages; an exact one comes before a longer one. */
  { "outer alignment", "outer-alignment@0 outer-alignment@2#b what-alignment-is@2#b" },
  { "alignment",
    "outer-alignment@0 outer-alignment@2#b what-alignment-is@0 what-alignment-is@1#a" },
  { "goodhart", "goodharts-law@0 goodharts-law@1#a specification-gaming@3#c" },
  { "goodharts law", "goodharts-law@0 goodharts-law@1#a" },
  /* Headings count more than text; of one topic there are three at most. */
  { "proxy",
    "goodharts-law@1#b goodharts-law@3#d goodharts-law@2#c outer-alignment@2#b outer-alignment@3#c "
    "what-alignment-is@3#c" },
  /* Words side by side count more than words far apart. */
  { "reward hacking", "outer-alignment@3#c specification-gaming@3#c specification-gaming@2#b" },
  { "\"reward hacking\"", "outer-alignment@3#c specification-gaming@3#c" },
  /* Words that a topic holds in different places */
  { "boat models", "specification-gaming@1#a" },
  { "goodhart 1975 curves", "goodharts-law@1#a" },
  { "switch mended", "corrigibility@0" },
  /* Of passages that lead to one place, the best */
  { "weasel word", "places@1#b places@0#cruxes" },
  { "hits lead", "places@0" },
  /* While typing */
  { "corr", "corrigibility@0" },
  { "off sw", "corrigibility@0 corrigibility@1#a" },
  { "switc ", "" },
  /* Spelling, diacritics, scripts */
  { "CAFÉ", "languages@0" },
  { "alignement ia", "languages@0" },
  { "محاذاة", "languages@1#ar" },
  { "المُحَاذَاة", "languages@1#ar" },
  { "الاهداف", "languages@1#ar" },
  { "اهداف", "" },
  { "对齐", "languages@2#zh" },
  { "对齐 安全", "languages@2#zh" },
  { "齐对", "" },
  { "AI安全", "languages@2#zh" },
  { "アライメント", "languages@3#ja" },
  { "ｱﾗｲﾒﾝﾄ", "languages@3#ja" },
  { "インメン", "languages@3#ja" },
  { "정렬", "languages@3#ko" },
  { "จัดแนว", "languages@3#th" },
  /* A topic of nothing but a title, and one that can't be read */
  { "bare", "bare@0" },
  { "unreadable", "" },
};

static void
test_ranking (void)
{
  g_autoptr (PlumbIndexReader) reader = open_fixture (library, G_N_ELEMENTS (library));

  for (gsize i = 0; i < G_N_ELEMENTS (ranking_cases); i++) {
    g_autoptr (GPtrArray) hits = search (reader, ranking_cases[i].query);
    g_autofree char *description = describe (hits);

    g_test_message ("“%s”", ranking_cases[i].query);
    g_assert_cmpstr (description, ==, ranking_cases[i].hits);
  }
}

static void
test_hit (void)
{
  g_autoptr (PlumbIndexReader) reader = open_fixture (library, G_N_ELEMENTS (library));
  g_autoptr (GPtrArray) title_hits = search (reader, "goodhart");
  g_autoptr (GPtrArray) hits = search (reader, "curves");
  g_autoptr (PlumbPlace) title_place = NULL;
  g_autoptr (PlumbPlace) place = NULL;
  g_autofree char *title_uri = NULL;
  g_autofree char *uri = NULL;
  g_auto (GStrv) words = NULL;
  PlumbSearchHit *hit = title_hits->pdata[0];

  g_assert_cmpstr (plumb_search_hit_get_title (hit), ==, "Goodhart’s law");
  g_assert_cmpint (plumb_search_hit_get_level (hit), ==, 0);
  g_assert_null (plumb_search_hit_get_anchor (hit));
  g_assert_null (plumb_search_hit_get_heading (hit));
  g_assert_cmpstr (plumb_search_hit_get_snippet (hit),
                   ==,
                   "A measure that becomes a target ceases to be a good measure.");
  title_place = plumb_search_hit_dup_place (hit);
  title_uri = plumb_place_to_uri (title_place);
  g_assert_cmpstr (title_uri, ==, "plumb:topic/goodharts-law");

  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpstr (plumb_search_hit_get_title (hit), ==, "Goodhart’s law");
  g_assert_cmpint (plumb_search_hit_get_level (hit), ==, 3);
  g_assert_cmpstr (plumb_search_hit_get_anchor (hit), ==, "d");
  g_assert_cmpstr (plumb_search_hit_get_heading (hit), ==, "Proxy curves");
  g_assert_cmpstr (plumb_search_hit_get_snippet (hit),
                   ==,
                   "The proxy goes up; the proxy is all. Proxy!");
  place = plumb_search_hit_dup_place (hit);
  uri = plumb_place_to_uri (place);
  g_assert_cmpstr (uri, ==, "plumb:topic/goodharts-law?level=3#d");

  words = plumb_search_hit_dup_words (hit);
  g_assert_cmpstrv (words, ((const char *const[]) { "curves*", "curve", NULL }));
}

static void
test_hit_properties (void)
{
  g_autoptr (PlumbQuery) query = plumb_query_new ("x", NULL);
  PlumbSearchHit *hit =
      plumb_search_hit_new (query, "topic", "Title", 2, "anchor", "Heading", "<b>x</b>", 7);
  g_autoptr (PlumbSearchHit)
      foreign = plumb_search_hit_new (query, "No such/../id", "T", 0, "a b?", NULL, "", 1);
  g_autofree char *topic = NULL;
  g_autofree char *title = NULL;
  g_autofree char *anchor = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *snippet = NULL;
  g_autoptr (PlumbQuery) same = NULL;
  int level;
  guint rank;

  g_object_get (hit,
                "query",
                &same,
                "topic",
                &topic,
                "title",
                &title,
                "level",
                &level,
                "anchor",
                &anchor,
                "heading",
                &heading,
                "snippet",
                &snippet,
                "rank",
                &rank,
                NULL);
  g_assert_true (same == query);
  g_assert_cmpstr (topic, ==, "topic");
  g_assert_cmpstr (title, ==, "Title");
  g_assert_cmpint (level, ==, 2);
  g_assert_cmpstr (anchor, ==, "anchor");
  g_assert_cmpstr (heading, ==, "Heading");
  g_assert_cmpstr (snippet, ==, "<b>x</b>");
  g_assert_cmpuint (rank, ==, 7);

  /* What a damaged index may say is no place. */
  g_assert_null (plumb_search_hit_dup_place (foreign));

  g_assert_finalize_object (hit);
}

/* A hundred topics that match alike: the first of the library come first, and not too many. */
static void
test_limit (void)
{
  FixtureTopic topics[100];
  char ids[100][16];
  g_autoptr (PlumbIndexReader) reader = NULL;
  g_autoptr (PlumbQuery) query = plumb_query_new ("word", NULL);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) few = NULL;
  g_autoptr (GError) error = NULL;
  guint n_topics = 0;

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++) {
    g_snprintf (ids[i], sizeof ids[i], "topic-%u", i);
    topics[i] = (FixtureTopic) { ids[i],
                                 "Title",
                                 "0|s||A word.\n1|a||A word.\n2|b||A word.\n3|c||A word.\n" };
  }
  reader = open_fixture (topics, G_N_ELEMENTS (topics));

  hits = plumb_index_reader_search (reader, query, 60, &n_topics, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_topics, ==, 100);
  g_assert_cmpuint (hits->len, ==, 60);
  for (guint i = 0; i < hits->len; i++) {
    g_assert_cmpstr (plumb_search_hit_get_topic (hits->pdata[i]), ==, ids[i / 3]);
  }

  few = plumb_index_reader_search (reader, query, 4, &n_topics, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (few->len, ==, 4);
}

static void
test_empty (void)
{
  g_autoptr (PlumbIndexReader) reader = open_fixture (NULL, 0);
  g_autoptr (GPtrArray) hits = search (reader, "word");
  g_autoptr (GPtrArray) nothing = search (reader, "?");

  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (PlumbIndexReader) reader = open_fixture (library, G_N_ELEMENTS (library));
  g_autoptr (PlumbQuery) query = plumb_query_new ("proxy reward", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  guint n_topics;

  g_cancellable_cancel (cancellable);
  hits = plumb_index_reader_search (reader, query, 60, &n_topics, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (hits);

  /* The reader is as good as before. */
  again = search (reader, "proxy");
  g_assert_cmpuint (again->len, ==, 6);
}

#define LONG_TEXT \
  "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " \
  "seventeen eighteen nineteen twenty. Here stands the needle in the middle of it all. " \
  "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " \
  "seventeen eighteen nineteen twenty, and here another needle and a thread."

static const struct {
  const char *query;
  const char *text;
  const char *snippet;
} snippet_cases[] = {
  { "x", "", "" },
  { "x", "No match.", "No match." },
  { "match", "A match, matches.", "A <b>match</b>, <b>matches</b>." },
  { "a b", "a b c", "<b>a</b> <b>b</b> c" },
  { "\"a b\" \"b c\"", "a b c", "<b>a b c</b>" },
  { "cafe",
    "Un café\u0301 & <i>cafés</i>",
    "Un <b>café\u0301</b> &amp; &lt;i&gt;<b>cafés</b>&lt;/i&gt;" },
  { "b", "</b> \"quoted\"", "&lt;/<b>b</b>&gt; &quot;quoted&quot;" },
  { "对齐", "人工智能对齐问题", "人工智能<b>对齐</b>问题" },
  { "محاذاة", "إنَّ مُحَاذَاةَ الأهداف", "إنَّ <b>مُحَاذَاةَ</b> الأهداف" },
  { "line", "a line\tof\x01text", "a <b>line</b> of text" },
  /* A line ends a text of its own, of which the next must not look like the rest. */
  { "got",
    "A clean room\nGot a hidden mess\nWhy",
    "A clean room · <b>Got</b> a hidden mess · Why" },
  { "got", "Wanted.\nGot:\n“Done!”\nNext", "Wanted. <b>Got</b>: “Done!” Next" },
  { "对齐", "人工智能。\n对齐\n问题", "人工智能。 <b>对齐</b> · 问题" },
  { "b", "\na\n\nb\n", " a ·  <b>b</b> · " },
  { "nothing",
    LONG_TEXT,
    "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty. Here stands the needle in…" },
  { "needle",
    LONG_TEXT,
    "…nineteen twenty. Here stands the <b>needle</b> in the middle of it all. One two three four five "
    "six seven eight nine ten eleven twelve thirteen fourteen fifteen…" },
  { "needle thread",
    LONG_TEXT,
    "…four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty, and here another <b>needle</b> and a <b>thread</b>." },
};

static char *
make_snippet (const char *query_text, const char *text)
{
  g_autoptr (PlumbQuery) query = plumb_query_new (query_text, NULL);
  g_autoptr (PlumbMatcher) matcher = plumb_matcher_new (query);

  return plumb_snippet_new (text, plumb_matcher_run (matcher, text));
}

static void
test_snippet (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (snippet_cases); i++) {
    g_autofree char *snippet = make_snippet (snippet_cases[i].query, snippet_cases[i].text);

    g_assert_cmpstr (snippet, ==, snippet_cases[i].snippet);
  }
}

/* Wherever the text is cut, the snippet is valid and not too long. */
static void
test_snippet_cut (void)
{
  static const char *const fillers[] = {
    "对", "word ", "é", "e\u0301\u0301", "مُ", "ที่", "<", "🙂", "&", "longwordwithoutend",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fillers); i++) {
    for (guint before = 0; before < 300; before += 7) {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *snippet = NULL;
      g_autoptr (GMarkupParseContext) context = NULL;
      g_autoptr (GError) error = NULL;
      const GMarkupParser parser = { NULL };
      g_autofree char *wrapped = NULL;

      for (guint j = 0; j < before; j++) {
        g_string_append (text, fillers[i]);
      }
      g_string_append (text, " needle ");
      for (guint j = 0; j < 300; j++) {
        g_string_append (text, fillers[i]);
      }

      snippet = make_snippet ("needle", text->str);
      g_assert_true (g_utf8_validate (snippet, -1, NULL));
      g_assert_nonnull (strstr (snippet, "<b>needle</b>"));
      g_assert_true (g_str_has_suffix (snippet, "…"));
      g_assert_cmpint (g_utf8_strlen (snippet, -1), <, 1200);
      g_assert_false (g_unichar_ismark (
          g_utf8_get_char (g_str_has_prefix (snippet, "…") ? snippet + strlen ("…") : snippet)));

      wrapped = g_strdup_printf ("<span>%s</span>", snippet);
      context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
      g_assert_true (g_markup_parse_context_parse (context, wrapped, -1, &error));
      g_assert_no_error (error);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/ranking/order", test_ranking);
  g_test_add_func ("/search/ranking/hit", test_hit);
  g_test_add_func ("/search/ranking/hit/new-destroy", test_hit_properties);
  g_test_add_func ("/search/ranking/limit", test_limit);
  g_test_add_func ("/search/ranking/empty", test_empty);
  g_test_add_func ("/search/ranking/cancelled", test_cancelled);
  g_test_add_func ("/search/snippet/table", test_snippet);
  g_test_add_func ("/search/snippet/cut", test_snippet_cut);

  return g_test_run ();
}
