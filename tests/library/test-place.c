/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "plumb-place.h"

static void
test_round_trip (void)
{
  static const struct {
    const char *uri;
    PlumbPage page;
    const char *id;
    int level;
    const char *audience;
    const char *anchor;
    const char *query;
    int other_level;
    const char *position;
    const char *sort;
  } cases[] = {
    { "plumb:", PLUMB_PAGE_HOME },
    { "plumb:topic/corrigibility", PLUMB_PAGE_TOPIC, "corrigibility" },
    { "plumb:topic/a?level=3", PLUMB_PAGE_TOPIC, "a", 3 },
    { "plumb:topic/a?audience=builder", PLUMB_PAGE_TOPIC, "a", 0, "builder" },
    { "plumb:topic/a?level=1&audience=builder#why-now",
      PLUMB_PAGE_TOPIC,
      "a",
      1,
      "builder",
      "why-now" },
    { "plumb:topic/a#takeaways-builder", PLUMB_PAGE_TOPIC, "a", 0, NULL, "takeaways-builder" },
    { "plumb:debate", PLUMB_PAGE_DEBATE },
    { "plumb:debate/goodharts-law", PLUMB_PAGE_DEBATE, "goodharts-law" },
    { "plumb:term", PLUMB_PAGE_TERM },
    { "plumb:term/proxy", PLUMB_PAGE_TERM, "proxy" },
    { "plumb:person", PLUMB_PAGE_PERSON },
    { "plumb:person/norbert-wiener", PLUMB_PAGE_PERSON, "norbert-wiener" },
    { "plumb:source", PLUMB_PAGE_SOURCE },
    { "plumb:source/gao22", PLUMB_PAGE_SOURCE, "gao22" },
    { "plumb:claim/gao-1", PLUMB_PAGE_CLAIM, "gao-1" },
    { "plumb:pitfalls", PLUMB_PAGE_PITFALLS },
    { "plumb:pitfalls/a", PLUMB_PAGE_PITFALLS, "a" },
    { "plumb:debate?position=moderate", PLUMB_PAGE_DEBATE, .position = "moderate" },
    { "plumb:debate/a?position=moderate#objection",
      PLUMB_PAGE_DEBATE,
      "a",
      .position = "moderate",
      .anchor = "objection" },
    { "plumb:cruxes", PLUMB_PAGE_CRUXES },
    { "plumb:cruxes/a?sort=difference#crux-1",
      PLUMB_PAGE_CRUXES,
      "a",
      .sort = "difference",
      .anchor = "crux-1" },
    { "plumb:weigh", PLUMB_PAGE_WEIGH },
    { "plumb:weigh/a#crux-1", PLUMB_PAGE_WEIGH, "a", .anchor = "crux-1" },
    { "plumb:compare/a", PLUMB_PAGE_COMPARE, "a" },
    { "plumb:compare/a?level=1&with=3#aim",
      PLUMB_PAGE_COMPARE,
      "a",
      1,
      .other_level = 3,
      .anchor = "aim" },
    { "plumb:drill", PLUMB_PAGE_DRILL },
    { "plumb:drill/a#pitfall-1", PLUMB_PAGE_DRILL, "a", .anchor = "pitfall-1" },
    { "plumb:review", PLUMB_PAGE_REVIEW },
    { "plumb:search", PLUMB_PAGE_SEARCH, NULL, 0, NULL, NULL, "" },
    { "plumb:search?q=reward%20hacking", PLUMB_PAGE_SEARCH, NULL, 0, NULL, NULL, "reward hacking" },
    { "plumb:search?q=%E5%AF%B9%E9%BD%90", PLUMB_PAGE_SEARCH, NULL, 0, NULL, NULL, "对齐" },
    { "plumb:search?q=a%26b%3D%23%3F%25%2B%2F",
      PLUMB_PAGE_SEARCH,
      NULL,
      0,
      NULL,
      NULL,
      "a&b=#?%+/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbPlace) place = plumb_place_parse (cases[i].uri, &error);
    g_autoptr (PlumbPlace) again = NULL;
    g_autofree char *uri = NULL;

    g_test_message ("%s", cases[i].uri);
    g_assert_no_error (error);
    g_assert_cmpint (plumb_place_get_page (place), ==, cases[i].page);
    g_assert_cmpstr (plumb_place_get_id (place), ==, cases[i].id);
    g_assert_cmpint (plumb_place_get_level (place), ==, cases[i].level);
    g_assert_cmpstr (plumb_place_get_audience (place), ==, cases[i].audience);
    g_assert_cmpstr (plumb_place_get_anchor (place), ==, cases[i].anchor);
    g_assert_cmpstr (plumb_place_get_query (place), ==, cases[i].query);
    g_assert_cmpint (plumb_place_get_other_level (place), ==, cases[i].other_level);
    g_assert_cmpstr (plumb_place_get_position (place), ==, cases[i].position);
    g_assert_cmpstr (plumb_place_get_sort (place), ==, cases[i].sort);

    uri = plumb_place_to_uri (place);
    g_assert_cmpstr (uri, ==, cases[i].uri);
    again = plumb_place_parse (uri, &error);
    g_assert_no_error (error);
    g_assert_true (plumb_place_equal (place, again));
  }
}

/* What is written in more than one way comes out in one. */
static void
test_normal_form (void)
{
  static const struct {
    const char *uri;
    const char *normal;
  } cases[] = {
    { "PLUMB:topic/a", "plumb:topic/a" },
    { "plumb:topic/a?audience=b&level=2", "plumb:topic/a?level=2&audience=b" },
    { "plumb:search?q=", "plumb:search" },
    { "plumb:search?q=对齐", "plumb:search?q=%E5%AF%B9%E9%BD%90" },
    { "plumb:search?q=a+b", "plumb:search?q=a%2Bb" },
    { "plumb:search?q=%61", "plumb:search?q=a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbPlace) place = plumb_place_parse (cases[i].uri, &error);
    g_autofree char *uri = NULL;

    g_assert_no_error (error);
    uri = plumb_place_to_uri (place);
    g_assert_cmpstr (uri, ==, cases[i].normal);
  }
}

static void
test_errors (void)
{
  static const struct {
    const char *uri;
    int code;
  } cases[] = {
    { "", PLUMB_PLACE_ERROR_SCHEME },
    { "plumb", PLUMB_PLACE_ERROR_SCHEME },
    { "topic/a", PLUMB_PLACE_ERROR_SCHEME },
    { " plumb:topic/a", PLUMB_PLACE_ERROR_SCHEME },
    { "https://example.org", PLUMB_PLACE_ERROR_SCHEME },
    { "javascript:alert(1)", PLUMB_PLACE_ERROR_SCHEME },
    { "\xff\xfe", PLUMB_PLACE_ERROR_SCHEME },
    { "plumb:nowhere", PLUMB_PLACE_ERROR_PAGE },
    { "plumb:Topic/a", PLUMB_PLACE_ERROR_PAGE },
    { "plumb:topics/a", PLUMB_PLACE_ERROR_PAGE },
    { "plumb:topi/a", PLUMB_PLACE_ERROR_PAGE },
    { "plumb://topic/a", PLUMB_PLACE_ERROR_PAGE },
    { "plumb:/topic/a", PLUMB_PLACE_ERROR_PAGE },
    { "plumb:/", PLUMB_PLACE_ERROR_PAGE },
    { "plumb: ", PLUMB_PLACE_ERROR_PAGE },
    { "plumb:\xff", PLUMB_PLACE_ERROR_PAGE },
    { "plumb:search/a", PLUMB_PLACE_ERROR_PAGE },
    { "plumb:topic", PLUMB_PLACE_ERROR_ID },
    { "plumb:topic/", PLUMB_PLACE_ERROR_ID },
    { "plumb:claim", PLUMB_PLACE_ERROR_ID },
    { "plumb:debate/", PLUMB_PLACE_ERROR_ID },
    { "plumb:topic/A", PLUMB_PLACE_ERROR_ID },
    { "plumb:topic/a/b", PLUMB_PLACE_ERROR_ID },
    { "plumb:topic/..", PLUMB_PLACE_ERROR_ID },
    { "plumb:topic/../../etc/passwd", PLUMB_PLACE_ERROR_ID },
    { "plumb:topic/%2e%2e", PLUMB_PLACE_ERROR_ID },
    { "plumb:topic/a%00", PLUMB_PLACE_ERROR_ID },
    { "plumb:topic/a b", PLUMB_PLACE_ERROR_ID },
    { "plumb:topic/a\n", PLUMB_PLACE_ERROR_ID },
    { "plumb:topic/é", PLUMB_PLACE_ERROR_ID },
    { "plumb:topic/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      PLUMB_PLACE_ERROR_ID },
    { "plumb:topic/a?", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?level", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?level=", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?level=0", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?level=4", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?level=-1", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?level=1.5", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?level=01", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?level=1&level=1", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?level=1&", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?Level=1", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?audience=", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?audience=B", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?q=x", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?exec=rm", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:debate/a?level=1", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:?level=1", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:search?q=%zz", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:search?q=%", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:search?q=%00", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:search?q=%0a", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:search?q=%ff", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:search?q=\xff", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:search?q=a&q=b", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a#", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a#A", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a#b#c", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a#-b", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a#b?level=1", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:#a", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:term/a#b", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:debate?position=", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:debate?position=a&position=b", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?position=moderate", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:topic/a?with=2", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:compare", PLUMB_PLACE_ERROR_ID },
    { "plumb:compare/a?with=4", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:cruxes?sort=A", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:weigh?sort=a", PLUMB_PLACE_ERROR_PARAMETER },
    { "plumb:review/a", PLUMB_PLACE_ERROR_PAGE },
    { "plumb:review#a", PLUMB_PLACE_ERROR_PARAMETER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbPlace) place = plumb_place_parse (cases[i].uri, &error);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_error (error, PLUMB_PLACE_ERROR, cases[i].code);
    g_assert_null (place);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    g_assert_null (strchr (error->message, '\n'));
    /* Who does not ask why may still ask. */
    g_assert_null (plumb_place_parse (cases[i].uri, NULL));
  }
}

static void
test_too_long (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPlace) longest = NULL;
  g_autoptr (PlumbPlace) longer = NULL;
  g_autofree char *words = g_strnfill (PLUMB_PLACE_MAX_URI_LENGTH, 'x');
  g_autofree char *uri = g_strconcat ("plumb:search?q=", words, NULL);

  longer = plumb_place_parse (uri, &error);
  g_assert_error (error, PLUMB_PLACE_ERROR, PLUMB_PLACE_ERROR_TOO_LONG);
  g_assert_null (longer);
  g_clear_error (&error);

  uri[PLUMB_PLACE_MAX_URI_LENGTH] = '\0';
  longest = plumb_place_parse (uri, &error);
  g_assert_no_error (error);
  g_assert_nonnull (longest);
}

/* Whatever is typed can be searched for, restored and shared. */
static void
test_search (void)
{
  static const char *const typed[] = {
    "", "a", "reward hacking", "对齐", "\xff\xfe", "a\nb\tc", "#?&=%", "\u202e", "100%",
  };
  g_autofree char *ideographs = g_malloc (30001);
  g_autoptr (PlumbPlace) cut = NULL;
  g_autofree char *cut_uri = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++) {
    g_autoptr (PlumbPlace) place = plumb_place_new_search (typed[i]);
    g_autofree char *uri = plumb_place_to_uri (place);
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbPlace) again = plumb_place_parse (uri, &error);

    g_assert_no_error (error);
    g_assert_true (plumb_place_equal (place, again));
  }

  for (gsize i = 0; i < 10000; i++) {
    memcpy (ideographs + 3 * i, "对", 3);
  }
  ideographs[30000] = '\0';
  cut = plumb_place_new_search (ideographs);
  cut_uri = plumb_place_to_uri (cut);
  g_assert_cmpuint (strlen (cut_uri), <=, PLUMB_PLACE_MAX_URI_LENGTH);
  g_assert_cmpuint (strlen (cut_uri), >, PLUMB_PLACE_MAX_URI_LENGTH - 9);
  g_assert_true (g_utf8_validate (plumb_place_get_query (cut), -1, NULL));
}

static void
test_change (void)
{
  g_autoptr (PlumbPlace) place = plumb_place_new_topic ("a", 1, "b", "c");
  g_autoptr (PlumbPlace) level = plumb_place_with_level (place, 3);
  g_autoptr (PlumbPlace) audience = plumb_place_with_audience (place, NULL);
  g_autoptr (PlumbPlace) anchor = plumb_place_with_anchor (place, "why-now");
  g_autoptr (PlumbPlace) other = plumb_place_new_topic ("b", 1, "b", "c");
  g_autoptr (PlumbPlace) debate = plumb_place_new (PLUMB_PAGE_DEBATE, "a");
  g_autoptr (PlumbPlace) copy = g_boxed_copy (PLUMB_TYPE_PLACE, place);
  g_autofree char *uri = plumb_place_to_uri (place);
  g_autofree char *level_uri = plumb_place_to_uri (level);
  g_autofree char *audience_uri = plumb_place_to_uri (audience);
  g_autofree char *anchor_uri = plumb_place_to_uri (anchor);

  g_assert_cmpstr (uri, ==, "plumb:topic/a?level=1&audience=b#c");
  g_assert_cmpstr (level_uri, ==, "plumb:topic/a?level=3&audience=b#c");
  g_assert_cmpstr (audience_uri, ==, "plumb:topic/a?level=1#c");
  g_assert_cmpstr (anchor_uri, ==, "plumb:topic/a?level=1&audience=b#why-now");

  g_assert_true (copy == place);
  g_assert_true (plumb_place_equal (place, copy));
  g_assert_false (plumb_place_equal (place, level));
  g_assert_false (plumb_place_equal (place, audience));
  g_assert_false (plumb_place_equal (place, anchor));
  g_assert_true (plumb_place_same_page (place, level));
  g_assert_true (plumb_place_same_page (place, anchor));
  g_assert_false (plumb_place_same_page (place, other));
  g_assert_false (plumb_place_same_page (place, debate));
}

/* The pages of the debate say more than a topic does. */
static void
test_change_pages (void)
{
  g_autoptr (PlumbPlace) debate = plumb_place_new (PLUMB_PAGE_DEBATE, "a");
  g_autoptr (PlumbPlace) position = plumb_place_with_position (debate, "moderate");
  g_autoptr (PlumbPlace) row = plumb_place_with_anchor (position, "objection");
  g_autoptr (PlumbPlace) cruxes = plumb_place_new (PLUMB_PAGE_CRUXES, NULL);
  g_autoptr (PlumbPlace) sorted = plumb_place_with_sort (cruxes, "difference");
  g_autoptr (PlumbPlace) depths = plumb_place_new (PLUMB_PAGE_COMPARE, "a");
  g_autoptr (PlumbPlace) lower = plumb_place_with_level (depths, 1);
  g_autoptr (PlumbPlace) both = plumb_place_with_other_level (lower, 3);
  g_autofree char *row_uri = plumb_place_to_uri (row);
  g_autofree char *sorted_uri = plumb_place_to_uri (sorted);
  g_autofree char *both_uri = plumb_place_to_uri (both);

  g_assert_cmpstr (row_uri, ==, "plumb:debate/a?position=moderate#objection");
  g_assert_cmpstr (sorted_uri, ==, "plumb:cruxes?sort=difference");
  g_assert_cmpstr (both_uri, ==, "plumb:compare/a?level=1&with=3");

  g_assert_false (plumb_place_equal (debate, position));
  g_assert_false (plumb_place_equal (cruxes, sorted));
  g_assert_false (plumb_place_equal (lower, both));
  g_assert_true (plumb_place_same_page (debate, row));
  g_assert_true (plumb_place_same_page (cruxes, sorted));
  g_assert_true (plumb_place_same_page (depths, both));
}

static void
test_same_search (void)
{
  g_autoptr (PlumbPlace) one = plumb_place_new_search ("a");
  g_autoptr (PlumbPlace) two = plumb_place_new_search ("ab");

  g_assert_true (plumb_place_same_page (one, two));
  g_assert_false (plumb_place_equal (one, two));
}

static void
test_preconditions (void)
{
  g_test_expect_message ("plumb-library", G_LOG_LEVEL_CRITICAL, "*id != NULL*");
  g_assert_null (plumb_place_new (PLUMB_PAGE_TOPIC, NULL));
  g_test_expect_message ("plumb-library", G_LOG_LEVEL_CRITICAL, "*is_id*");
  g_assert_null (plumb_place_new (PLUMB_PAGE_TOPIC, "../a"));
  g_test_expect_message ("plumb-library", G_LOG_LEVEL_CRITICAL, "*is_level*");
  g_assert_null (plumb_place_new_topic ("a", 4, NULL, NULL));
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/place/round-trip", test_round_trip);
  g_test_add_func ("/place/normal-form", test_normal_form);
  g_test_add_func ("/place/errors", test_errors);
  g_test_add_func ("/place/too-long", test_too_long);
  g_test_add_func ("/place/search", test_search);
  g_test_add_func ("/place/change", test_change);
  g_test_add_func ("/place/change-pages", test_change_pages);
  g_test_add_func ("/place/same-search", test_same_search);
  g_test_add_func ("/place/preconditions", test_preconditions);

  return g_test_run ();
}
