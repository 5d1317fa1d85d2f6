/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rules of good writing: each finds what is bad, and leaves alone what is good. */

#include "config.h"

#include <string.h>

#include "plumb-checker.h"
#include "plumb-library-test.h"

#define GREEN "topics/why-ponds-turn-green.json"
#define CLEAR "topics/how-ponds-clear.json"

/* A text that no rule but those of this file looks at. */
#define TAKE "/take/text"
/* Texts of the levels. */
#define FIRST "/levels/0/blocks/1/items/0"
#define SECOND "/levels/1/blocks/4/gains"
#define THIRD "/levels/2/blocks/3/summary"

typedef struct {
  const char *file;
  const char *edit;
  const char *value;
  PlumbLibraryError code;
  const char *problem_file;
  const char *problem_path;
} Bad;

#define STYLE(value) { GREEN, TAKE, "\"" value "\"", PLUMB_LIBRARY_ERROR_STYLE, GREEN, TAKE }
#define TERM(place, value) { GREEN, place, "\"" value "\"", PLUMB_LIBRARY_ERROR_TERM, GREEN, place }
#define GOAL(key, n) \
  { "library.json", "/goals",     "{\"" key "\": " n "}", PLUMB_LIBRARY_ERROR_INCOMPLETE, \
    "library.json", "/goals/" key }

static const Bad bad[] = {
  /* What nothing uses. */
  { "sources.json",
    "/sources/-",
    "{\"id\": \"s\", \"title\": \"S\", \"kind\": \"page\"}",
    PLUMB_LIBRARY_ERROR_UNUSED,
    "sources.json",
    "/sources/2" },
  { "people.json",
    "/people/-",
    "{\"id\": \"p\", \"name\": \"P\", \"kind\": \"person\", \"role\": \"R.\"}",
    PLUMB_LIBRARY_ERROR_UNUSED,
    "people.json",
    "/people/2" },
  /* It is enough for no term that another points to it. */
  { "glossary.json",
    "/terms/-",
    "{\"id\": \"t\", \"name\": \"T\", \"definition\": \"D.\", \"see\": [\"t\"]}",
    PLUMB_LIBRARY_ERROR_UNUSED,
    "glossary.json",
    "/terms/2" },
  { GREEN,
    "/claims/-",
    "{\"id\": \"green-c13\", \"text\": \"C.\", \"kind\": \"fact\", \"confidence\": \"likely\", "
    "\"as_of\": \"1999\", \"sources\": [\"reed99\"]}",
    PLUMB_LIBRARY_ERROR_UNUSED,
    GREEN,
    "/claims/12" },

  /* What the library set itself. */
  GOAL ("topics", "3"),
  GOAL ("claims", "25"),
  GOAL ("sources", "2"),
  GOAL ("terms", "3"),
  GOAL ("people", "3"),
  GOAL ("questions", "13"),
  GOAL ("flows", "3"),
  GOAL ("charts", "5"),

  /* The same for two audiences. */
  { GREEN,
    "/takeaways/1/points/0",
    "\"Stands in the pond. Warmth wakes.\"",
    PLUMB_LIBRARY_ERROR_DUPLICATE,
    GREEN,
    "/takeaways/1/points/0" },

  /* Terms. */
  TERM (FIRST, "In the pond. Plankton wakes what sleeps in."),
  TERM (THIRD, "The pond. Algae wake what sleeps in it."),
  TERM (THIRD, "The pond. ALGAL life sleeps in it."),
  TERM (THIRD, "The pond. Al<b>gae</b> wake what sleeps in it."),
  TERM (THIRD, "The alga’s pond sleeps in it."),
  TERM (THIRD, "“Algae” wake what sleeps in it."),
  TERM (THIRD, "Algae, or <a href='term:algae'>algae</a>, sleep in it."),
  TERM (SECOND, "The pond. Plankton sleeps in it."),

  /* Typography, in every language. */
  STYLE ("Two  spaces."),
  STYLE ("Two <b> </b> spaces."),
  STYLE (" One before."),
  STYLE ("One behind. "),
  STYLE ("And so on..."),
  STYLE ("A hyphen - as a dash."),
  STYLE ("Two--as a dash."),
  STYLE ("From -3 to 3."),
  STYLE ("(-3)"),
  STYLE ("-3 is less."),
  STYLE ("It weighs 5 kg."),
  STYLE ("It weighs 1,500.5 kg, they say."),
  STYLE ("At 20 °C it wakes."),

  /* Typography of English. */
  STYLE ("It is \\\"so\\\"."),
  STYLE ("It isn't."),
  STYLE ("It was 3-4."),
  STYLE ("From 1990-95."),
  STYLE ("It took 12 months."),
  STYLE ("Some 3 million gnats."),
  STYLE ("“It is so."),
  STYLE ("It is so.”"),
  STYLE ("“It “is” so.”"),
  STYLE ("”It is so.“"),

  /* Spelling. */
  STYLE ("The color of it."),
  STYLE ("Behavior counts."),
  STYLE ("BEHAVIOR counts."),
  STYLE ("We organize it."),
  STYLE ("The organization of it."),
  STYLE ("It is customizable."),
  STYLE ("We analyze it."),
  STYLE ("Those are skeptical of it."),
  STYLE ("A skeptic waits."),
  STYLE ("Skeptical of it, we wait."),
  STYLE ("A re-organized pond."),
  STYLE ("A <b>modeled</b> pond."),
  STYLE ("“We organize it”, and we organize it."),
};

/* A text, and a place for it where there is nothing to say. */
typedef struct {
  const char *edit;
  const char *value;
} Good;

static const Good good[] = {
  /* Terms: linked first, once a level, or in another’s words. */
  { THIRD, "The <a href='term:algae'>algal</a> pond. Algae sleep in it." },
  { THIRD, "The <a href='term:algae'>threads</a> are algae that sleep in it." },
  { THIRD, "The <a href='topic:how-ponds-clear'>algae of</a> the pond sleep." },
  { THIRD, "The <tt>algae</tt> command sleeps in it." },
  { THIRD, "The algae-free pond and the anti-algae pond sleep." },
  { THIRD, "The microalgae and algaes sleep in it." },
  /* Level 2 has a block that defines it. */
  { SECOND, "The pond. Algae sleep in it." },
  { FIRST, "In the pond. Algae wake what sleeps in." },
  { "/levels/1/blocks/2/text", "Nobody has counted the plankton." },
  { "/levels/1/blocks/4/name", "Plankton" },

  /* Typography. */
  { TAKE, "It is “so”, isn’t it – or not? It’s 3–4, −3, from 1990–95…" },
  { TAKE, "It weighs 5\u00a0kg, took 12\u00a0months and 3\u00a0million gnats." },
  { TAKE, "<tt>a  -b \\\"c\\\" 'd' 5 kg...</tt>" },
  { TAKE, "On 2026-11-21, by M-25-21 and GPT-4, at 5 knots." },
  { TAKE, "A 3-day week, a 12-month wait, a well-kept pond, GPT-4 s." },
  { TAKE, "Chapter 5 mentions 7 people." },

  /* Spelling. */
  { TAKE, "The size, sized and resized, is a prize to seize; they capsize in maize." },
  { TAKE, "The organisation analyses its colours, and is sceptical." },
  { TAKE, "They wrote “we organize the color of behavior”." },
  { TAKE, "By the Center for Color it was done." },
  { TAKE, "<tt>color</tt> and <tt>organize</tt>." },
  { TAKE, "A license to practice in a program with a meter." },
  { TAKE, "Clearers of the Skeptical kind." },
  { "/levels/1/blocks/2/text", "Nobody has organized the color." },
  { "/debate/positions/0/holders/1/name", "Color organizers" },
};

static void
test_bad (gconstpointer data)
{
  const Bad *test = data;
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = NULL;

  plumb_test_folder_edit (folder, test->file, test->edit, test->value);
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_problem (problems,
                             PLUMB_SEVERITY_WARNING,
                             test->code,
                             test->problem_file,
                             test->problem_path);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
}

static void
test_good (gconstpointer data)
{
  const Good *test = data;
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = NULL;
  g_autofree char *value = g_strdup_printf ("\"%s\"", test->value);

  plumb_test_folder_edit (folder, GREEN, test->edit, value);
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_no_problems (problems);
}

/* At level 1 a term is explained even where it stands in a title. */
static void
test_mentioned (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = NULL;

  plumb_test_folder_edit (folder,
                          GREEN,
                          "/levels/0/blocks/-",
                          "{\"id\": \"h1\", \"type\": \"heading\", \"text\": \"Plankton\"}");
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_problem (problems,
                             PLUMB_SEVERITY_WARNING,
                             PLUMB_LIBRARY_ERROR_TERM,
                             GREEN,
                             "/levels/0/blocks/2/text");
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);

  g_clear_object (&problems);
  plumb_test_folder_edit (folder,
                          GREEN,
                          FIRST,
                          "\"In <a href='term:plankton'>what drifts</a>. Warmth wakes it.\"");
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_no_problems (problems);
}

/* The longest form counts, a hyphen may stand for a space but no space for a hyphen, and a name with a bracket is none. */
static void
test_forms (void)
{
  static const struct {
    const char *text;
    gboolean found;
  } cases[] = {
    { "The green tide sleeps in it.", TRUE },      { "The green-tide season sleeps.", TRUE },
    { "The green, tide and all, sleeps.", FALSE }, { "The take-up of it sleeps.", TRUE },
    { "They take up what sleeps.", FALSE },        { "A loss sleeps in it.", FALSE },
    { "A loss of green sleeps in it.", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
    g_autoptr (GListModel) problems = NULL;
    g_autofree char *value = g_strdup_printf ("\"%s\"", cases[i].text);

    plumb_test_folder_edit (folder,
                            "glossary.json",
                            "/terms/-",
                            "{\"id\": \"green-tide\", \"name\": \"Green tide\", "
                            "\"definition\": \"<a href='term:tide'>D</a>.\", "
                            "\"forms\": [\"take-up\"]}");
    plumb_test_folder_edit (folder,
                            "glossary.json",
                            "/terms/-",
                            "{\"id\": \"tide\", \"name\": \"Loss (of green)\", "
                            "\"definition\": \"<a href='term:green-tide'>D</a>.\", "
                            "\"forms\": [\"loss of green\"]}");
    plumb_test_folder_edit (folder, GREEN, THIRD, value);
    problems = plumb_checker_check_folder (folder->file);
    g_test_message ("%s", cases[i].text);
    g_assert_cmpuint (g_list_model_get_n_items (problems), ==, cases[i].found ? 1 : 0);
  }
}

/* A topic’s own word, which its title says, is linked at level 1 only. */
static void
test_own_term (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = NULL;

  plumb_test_folder_edit (folder, GREEN, THIRD, "\"The pond. Algae sleep in it.\"");
  plumb_test_folder_edit (folder, GREEN, "/title", "\"Why algae bloom\"");
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_no_problems (problems);

  g_clear_object (&problems);
  plumb_test_folder_edit (folder, GREEN, FIRST, "\"Rest.\"");
  plumb_test_folder_edit (
      folder,
      GREEN,
      "/levels/0/blocks/0/text",
      "\"Warmth wakes what sleeps in it. Green threads grow where light falls. "
      "A snail eats some of them. Rain brings food from the field. The wind "
      "moves the leaves on the bank. In winter most of this rests. Frogs lay "
      "eggs near the reeds. A heron waits for them. Nobody has counted the "
      "gnats. Water stands in the pond. Warmth. The algae come first, and so it "
      "goes on and on and on.\"");
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_problem (problems,
                             PLUMB_SEVERITY_WARNING,
                             PLUMB_LIBRARY_ERROR_TERM,
                             GREEN,
                             "/levels/0/blocks/0/text");
}

static void
make_hard (PlumbTestFolder *folder)
{
  plumb_test_folder_edit (
      folder,
      GREEN,
      "/levels/0/blocks/1/items/1",
      "\"Incomprehensible administrative interdependencies unfortunately characterise "
      "eutrophication, notwithstanding extraordinarily sophisticated interdisciplinary "
      "investigations, demonstrating unpredictability, irreversibility, uncontrollability, "
      "unmanageability, incompatibility, irresponsibility and considerable unavoidable "
      "institutional misunderstandings accumulating uninterruptedly.\"");
}

static void
test_reading_ease (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = NULL;

  make_hard (folder);
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_problem (problems,
                             PLUMB_SEVERITY_WARNING,
                             PLUMB_LIBRARY_ERROR_STYLE,
                             GREEN,
                             "/levels/0");
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
}

/* A hint that was left is an error in every library. */
static void
test_hint (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = NULL;

  plumb_test_folder_edit (folder, "library.json", "/profile", NULL);
  plumb_test_folder_edit (folder, GREEN, "/title", "\"[[A title]]\"");
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_problem (problems,
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_INCOMPLETE,
                             GREEN,
                             "/title");
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
}

/* What is English is asked of English only, and what is British of those who write it. */
static void
test_languages (void)
{
  static const struct {
    const char *lang;
    guint n;
  } cases[] = {
    { "\"en\"", 4 }, { "\"en-GB\"", 4 }, { "\"en-US\"", 3 }, { "\"de\"", 1 }, { "\"pt-BR\"", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
    g_autoptr (GListModel) problems = NULL;

    plumb_test_folder_edit (folder, "library.json", "/lang", cases[i].lang);
    /* Of every language, a space too many; of English, a quotation mark and its ease; of British, a word. */
    plumb_test_folder_edit (folder, GREEN, TAKE, "\"It  is \\\"of color\\\".\"");
    make_hard (folder);
    problems = plumb_checker_check_folder (folder->file);
    g_test_message ("%s", cases[i].lang);
    g_assert_cmpuint (g_list_model_get_n_items (problems), ==, cases[i].n);
  }
}

/* A translated file is held to the rules of its own language. */
static void
test_translated_file (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = NULL;

  plumb_test_folder_edit (folder, GREEN, "/lang", "\"de\"");
  plumb_test_folder_edit (folder, GREEN, TAKE, "\"Der \\\"color\\\".\"");
  make_hard (folder);
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_no_problems (problems);
}

/* How a source is cited is looked at, but not the numbers in it. */
static void
test_sources (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = NULL;

  plumb_test_folder_edit (folder, "sources.json", "/sources/0/venue", "\"Act 104-0538, 5 kg\"");
  plumb_test_folder_edit (folder, "sources.json", "/sources/0/title", "\"Organizing behavior\"");
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_no_problems (problems);

  g_clear_object (&problems);
  plumb_test_folder_edit (folder, "sources.json", "/sources/0/title", "\"Reed's ponds\"");
  /* A title is spelled as it is wherever it stands. */
  plumb_test_folder_edit (folder, GREEN, TAKE, "\"As Organizing behavior says.\"");
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_problem (problems,
                             PLUMB_SEVERITY_WARNING,
                             PLUMB_LIBRARY_ERROR_STYLE,
                             "sources.json",
                             "/sources/0/title");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *path = g_strdup_printf ("/checker-writing/bad/%03" G_GSIZE_FORMAT, i);

    g_test_add_data_func (path, &bad[i], test_bad);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autofree char *path = g_strdup_printf ("/checker-writing/good/%03" G_GSIZE_FORMAT, i);

    g_test_add_data_func (path, &good[i], test_good);
  }
  g_test_add_func ("/checker-writing/mentioned", test_mentioned);
  g_test_add_func ("/checker-writing/forms", test_forms);
  g_test_add_func ("/checker-writing/own-term", test_own_term);
  g_test_add_func ("/checker-writing/reading-ease", test_reading_ease);
  g_test_add_func ("/checker-writing/hint", test_hint);
  g_test_add_func ("/checker-writing/languages", test_languages);
  g_test_add_func ("/checker-writing/translated-file", test_translated_file);
  g_test_add_func ("/checker-writing/sources", test_sources);

  return g_test_run ();
}
