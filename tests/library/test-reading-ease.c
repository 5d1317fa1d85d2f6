/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-library-test.h"
#include "plumb-reader.h"
#include "plumb-reading-ease.h"

static void
test_syllables (void)
{
  static const struct {
    guint n;
    const char *words;
  } cases[] = {
    { 1,
      "a the I cat horse strange times asked moved scores eye league vogue rogue true cue view" },
    { 1,
      "guess quick guard straight weight through don’t can’t build field liege queue suit voids" },
    { 2,
      "table little wanted boxes pages judges judge’s value issue people question language safely" },
    { 2,
      "someone sometimes safeguards lying trying being seeing doing bias trial create layer buyer" },
    { 2,
      "action million reason measures doesn’t isn’t unsaid rhythm prism chasm colleague brilliant" },
    { 2,
      "unique critiques guided persuade poem fluent science quiet client react reuse beyond social" },
    { 3, "idea area theorem video annual radius period opinion easily behaviour argument example" },
    { 3,
      "outrageous several dialogue whoever reasoning earlier takeover deception Italian familiar" },
    { 4,
      "society ability evaluate simulated appreciate coincidence geometry coefficients situation" },
    { 4, "material ingredient experience" },
    { 5, "ambiguity ambiguities verifiable cooperation optimisation continuously underdetermined" },
    { 6, "responsibility" },
    { 2, "AI RL 42 7B naïve cliché" },
    { 4, "RLHF 1918 1,000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) words = g_strsplit (cases[i].words, " ", -1);

    for (guint j = 0; words[j] != NULL; j++) {
      g_test_message ("%s", words[j]);
      g_assert_cmpuint (plumb_reading_count_syllables (words[j]), ==, cases[i].n);
    }
  }
  g_assert_cmpuint (plumb_reading_count_syllables (""), ==, 1);
  g_assert_cmpuint (plumb_reading_count_syllables ("对"), ==, 1);
}

static void
test_counts (void)
{
  static const struct {
    const char *text;
    guint n_sentences;
    guint n_words;
  } cases[] = {
    { "", 0, 0 },
    { " … ", 0, 0 },
    { "One", 1, 1 },
    { "One two. Three? Four!", 3, 4 },
    { "“One two.” Three.", 2, 3 },
    { "Well… Perhaps. Well… perhaps.", 3, 4 },
    { "It costs 2.5 or 1,000 or so.", 1, 7 },
    { "As Smith et al. showed, e.g. by Dr. Jones, it is. Yes.", 2, 13 },
    { "J. Peter Kincaid wrote it.", 1, 5 },
    { "A well-known half–truth don’t.", 1, 6 },
    { "It (as they say). It is.", 2, 6 },
    { "All in all etc.", 1, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    PlumbReadingCount count = { 0 };

    g_test_message ("%s", cases[i].text);
    plumb_reading_count_add (&count, cases[i].text);
    g_assert_cmpuint (count.n_sentences, ==, cases[i].n_sentences);
    g_assert_cmpuint (count.n_words, ==, cases[i].n_words);
  }
}

/* Examples published with the formula: the figures of “Green Eggs and Ham” and a sentence of 13 words and 24 syllables,
 * both as Wikipedia’s article on the tests gives them. */
static void
test_published (void)
{
  static const char platypus[] =
      "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.";
  PlumbReadingCount count = { 0 };
  PlumbReadingCount ham = { 1000, 5700, 5814 };
  PlumbReadingCount least = { 1, 1, 1 };

  plumb_reading_count_add (&count, platypus);
  g_assert_cmpuint (count.n_words, ==, 13);
  g_assert_cmpuint (count.n_syllables, ==, 24);
  g_assert_cmpfloat_with_epsilon (plumb_reading_count_get_grade (&count), 11.3, 0.05);

  g_assert_cmpfloat_with_epsilon (plumb_reading_count_get_grade (&ham), -1.3, 0.05);
  /* The least that there can be. */
  g_assert_cmpfloat_with_epsilon (plumb_reading_count_get_grade (&least), -3.4, 0.001);
}

/* Prose counts; what is a title, a formula or a cell does not. */
static void
test_topic (void)
{
  g_autofree char *path = plumb_test_fixture ("full");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (PlumbTopic) topic = plumb_reader_read_file (folder,
                                                         "topics/why-ponds-turn-green.json",
                                                         PLUMB_TYPE_TOPIC,
                                                         NULL,
                                                         NULL);
  double grade = 100;

  for (int level = 1; level <= 3; level++) {
    g_assert_true (plumb_reading_get_grade (topic, level, &grade));
    g_assert_cmpfloat (grade, <, 4);
    g_assert_cmpfloat (grade, >, -3.4);
  }
}

static void
test_topic_without_prose (void)
{
  static const char json[] =
      "{\"format\": 1, \"id\": \"a\", \"section\": \"s\", \"title\": \"T\", \"summary\": \"S\", "
      "\"levels\": [{\"level\": 1, \"blocks\": ["
      "{\"id\": \"h\", \"type\": \"heading\", \"text\": \"Incomprehensibilities\"},"
      "{\"id\": \"f\", \"type\": \"formula\", \"framing\": true, \"text\": \"a = b\", "
      "\"spoken\": \"a is b\"},"
      "{\"id\": \"t\", \"type\": \"table\", \"framing\": true, \"caption\": \"Cap\", "
      "\"columns\": [\"X\"], \"rows\": [{\"cells\": [\"Incomprehensibilities\"]}]}]}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr (PlumbTopic)
      topic = plumb_reader_read_bytes (bytes, "a.json", PLUMB_TYPE_TOPIC, NULL, NULL);
  double grade;

  g_assert_nonnull (topic);
  g_assert_false (plumb_reading_get_grade (topic, 1, &grade));
  g_assert_false (plumb_reading_get_grade (topic, 2, &grade));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading-ease/syllables", test_syllables);
  g_test_add_func ("/reading-ease/counts", test_counts);
  g_test_add_func ("/reading-ease/published", test_published);
  g_test_add_func ("/reading-ease/topic", test_topic);
  g_test_add_func ("/reading-ease/topic-without-prose", test_topic_without_prose);

  return g_test_run ();
}
