/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "plumb-checker.h"
#include "plumb-library-test.h"

#define GREEN "topics/why-ponds-turn-green.json"
#define CLEAR "topics/how-ponds-clear.json"

/* One thing is done to a library that has no problems; that one problem is found. */
typedef struct {
  const char *file;
  const char *edit;
  const char *value;
  PlumbSeverity severity;
  PlumbLibraryError code;
  const char *problem_file;
  const char *problem_path;
} Case;

#define ERROR_AT(file, edit, value, code, problem_file, problem_path) \
  { \
    file, edit, value, PLUMB_SEVERITY_ERROR, PLUMB_LIBRARY_ERROR_##code, problem_file, problem_path \
  }

static const Case cases[] = {
  /* Ids that are there twice. */
  ERROR_AT (GREEN, "/levels/0/blocks/1/id", "\"start\"", DUPLICATE, GREEN, "/levels/0/blocks/1/id"),
  ERROR_AT (GREEN, "/levels/1/blocks/1/id", "\"start\"", DUPLICATE, GREEN, "/levels/1/blocks/1/id"),
  ERROR_AT (GREEN, "/pitfalls/1/id", "\"pit-1\"", DUPLICATE, GREEN, "/pitfalls/1/id"),
  ERROR_AT (GREEN, "/questions/1/id", "\"pit-1\"", DUPLICATE, GREEN, "/questions/1/id"),
  ERROR_AT (GREEN, "/status/1/id", "\"status-causes\"", DUPLICATE, GREEN, "/status/1/id"),
  ERROR_AT (GREEN, "/claims/11/id", "\"green-c1\"", DUPLICATE, GREEN, "/claims/11/id"),
  ERROR_AT (CLEAR, "/claims/10/id", "\"green-c1\"", DUPLICATE, GREEN, "/claims/0/id"),
  ERROR_AT (GREEN, "/cruxes/2/id", "\"clear-crux-1\"", DUPLICATE, GREEN, "/cruxes/2/id"),
  ERROR_AT ("library.json",
            "/cruxes/0/id",
            "\"green-crux-3\"",
            DUPLICATE,
            "library.json",
            "/cruxes/0/id"),
  ERROR_AT (GREEN, "/aliases/0", "\"how-ponds-clear\"", DUPLICATE, GREEN, "/aliases/0"),
  ERROR_AT (GREEN, "/aliases/0", "\"clear-old\"", DUPLICATE, GREEN, "/aliases/0"),
  ERROR_AT ("sources.json",
            "/sources/1/id",
            "\"reed99\"",
            DUPLICATE,
            "sources.json",
            "/sources/1/id"),
  ERROR_AT ("people.json",
            "/people/1/id",
            "\"ada-reed\"",
            DUPLICATE,
            "people.json",
            "/people/1/id"),
  ERROR_AT ("glossary.json", "/terms/1/id", "\"algae\"", DUPLICATE, "glossary.json", "/terms/1/id"),
  ERROR_AT ("library.json",
            "/sections/1/id",
            "\"water\"",
            DUPLICATE,
            "library.json",
            "/sections/1/id"),
  ERROR_AT ("library.json",
            "/audiences/1/id",
            "\"owner\"",
            DUPLICATE,
            "library.json",
            "/audiences/1/id"),
  ERROR_AT ("library.json",
            "/positions/1/id",
            "\"keepers\"",
            DUPLICATE,
            "library.json",
            "/positions/1/id"),
  ERROR_AT (GREEN, "/people/1", "\"ada-reed\"", DUPLICATE, GREEN, "/people/1"),
  ERROR_AT (GREEN,
            "/levels/0/blocks/0/claims/-",
            "\"green-c1\"",
            DUPLICATE,
            GREEN,
            "/levels/0/blocks/0/claims/1"),
  ERROR_AT (GREEN, "/takeaways/1/audience", "\"owner\"", DUPLICATE, GREEN, "/takeaways/1/audience"),
  ERROR_AT (GREEN,
            "/debate/positions/1/position",
            "\"keepers\"",
            DUPLICATE,
            GREEN,
            "/debate/positions/1/position"),
  ERROR_AT (GREEN,
            "/cruxes/0/ratings/1/position",
            "\"keepers\"",
            DUPLICATE,
            GREEN,
            "/cruxes/0/ratings/1/position"),
  ERROR_AT (GREEN, "/levels/2/level", "2", DUPLICATE, GREEN, "/levels/2/level"),

  /* Ids that name nothing: one for each kind of field that names something. */
  ERROR_AT (GREEN, "/section", "\"sky\"", DANGLING, GREEN, "/section"),
  ERROR_AT (GREEN, "/next/0/topic", "\"none\"", DANGLING, GREEN, "/next/0/topic"),
  ERROR_AT (CLEAR, "/prerequisites/0", "\"none\"", DANGLING, CLEAR, "/prerequisites/0"),
  ERROR_AT (GREEN, "/takeaways/0/audience", "\"none\"", DANGLING, GREEN, "/takeaways/0/audience"),
  ERROR_AT (GREEN, "/take/leans", "\"none\"", DANGLING, GREEN, "/take/leans"),
  ERROR_AT (GREEN,
            "/debate/shared/0/positions/0",
            "\"none\"",
            DANGLING,
            GREEN,
            "/debate/shared/0/positions/0"),
  ERROR_AT (GREEN,
            "/debate/positions/0/position",
            "\"none\"",
            DANGLING,
            GREEN,
            "/debate/positions/0/position"),
  ERROR_AT (GREEN,
            "/debate/positions/0/reasons/0/claims/0",
            "\"none\"",
            DANGLING,
            GREEN,
            "/debate/positions/0/reasons/0/claims/0"),
  ERROR_AT (GREEN,
            "/debate/positions/0/sources/0",
            "\"none\"",
            DANGLING,
            GREEN,
            "/debate/positions/0/sources/0"),
  ERROR_AT (GREEN,
            "/debate/positions/0/holders/0/person",
            "\"none\"",
            DANGLING,
            GREEN,
            "/debate/positions/0/holders/0/person"),
  ERROR_AT (GREEN,
            "/debate/positions/0/holders/0/source",
            "\"none\"",
            DANGLING,
            GREEN,
            "/debate/positions/0/holders/0/source"),
  ERROR_AT (GREEN,
            "/cruxes/0/ratings/0/position",
            "\"none\"",
            DANGLING,
            GREEN,
            "/cruxes/0/ratings/0/position"),
  ERROR_AT (GREEN, "/cruxes/0/claim", "\"none\"", DANGLING, GREEN, "/cruxes/0/claim"),
  ERROR_AT (GREEN, "/cruxes/0/conflicts/0", "\"none\"", DANGLING, GREEN, "/cruxes/0/conflicts/0"),
  /* Another topic's crux is none of this one's. */
  ERROR_AT (GREEN,
            "/cruxes/0/conflicts/-",
            "\"clear-crux-1\"",
            DANGLING,
            GREEN,
            "/cruxes/0/conflicts/2"),
  ERROR_AT (GREEN,
            "/levels/0/blocks/0/claims/0",
            "\"none\"",
            DANGLING,
            GREEN,
            "/levels/0/blocks/0/claims/0"),
  ERROR_AT (GREEN,
            "/levels/1/blocks/1/relates_to",
            "\"none\"",
            DANGLING,
            GREEN,
            "/levels/1/blocks/1/relates_to"),
  ERROR_AT (GREEN,
            "/levels/1/blocks/1/term",
            "\"none\"",
            DANGLING,
            GREEN,
            "/levels/1/blocks/1/term"),
  ERROR_AT (GREEN,
            "/levels/1/blocks/2/person",
            "\"none\"",
            DANGLING,
            GREEN,
            "/levels/1/blocks/2/person"),
  ERROR_AT (GREEN,
            "/levels/1/blocks/2/source",
            "\"none\"",
            DANGLING,
            GREEN,
            "/levels/1/blocks/2/source"),
  ERROR_AT (GREEN, "/claims/0/sources/0", "\"none\"", DANGLING, GREEN, "/claims/0/sources/0"),
  ERROR_AT (GREEN, "/people/0", "\"none\"", DANGLING, GREEN, "/people/0"),
  ERROR_AT ("people.json",
            "/people/0/works/0",
            "\"none\"",
            DANGLING,
            "people.json",
            "/people/0/works/0"),
  ERROR_AT ("glossary.json",
            "/terms/0/see/0",
            "\"none\"",
            DANGLING,
            "glossary.json",
            "/terms/0/see/0"),
  ERROR_AT ("glossary.json",
            "/terms/0/topic",
            "\"none\"",
            DANGLING,
            "glossary.json",
            "/terms/0/topic"),
  ERROR_AT ("library.json",
            "/upcoming/0/section",
            "\"sky\"",
            DANGLING,
            "library.json",
            "/upcoming/0/section"),
  ERROR_AT ("library.json",
            "/cruxes/0/claim",
            "\"none\"",
            DANGLING,
            "library.json",
            "/cruxes/0/claim"),
  ERROR_AT (GREEN, "/summary", "\"<a href='topic:none'>a</a>\"", DANGLING, GREEN, "/summary"),
  ERROR_AT (GREEN, "/summary", "\"<a href='term:none'>a</a>\"", DANGLING, GREEN, "/summary"),
  ERROR_AT (GREEN, "/summary", "\"<a href='source:none'>a</a>\"", DANGLING, GREEN, "/summary"),
  ERROR_AT (GREEN, "/summary", "\"<a href='claim:none'>a</a>\"", DANGLING, GREEN, "/summary"),
  ERROR_AT (GREEN,
            "/objectives/-",
            "\"<a href='term:none'>a</a>\"",
            DANGLING,
            GREEN,
            "/objectives/1"),
  ERROR_AT ("glossary.json",
            "/terms/0/definition",
            "\"<a href='term:none'>a</a>\"",
            DANGLING,
            "glossary.json",
            "/terms/0/definition"),

  /* Circles. */
  ERROR_AT (GREEN, "/prerequisites/-", "\"how-ponds-clear\"", CYCLE, CLEAR, "/prerequisites"),
  ERROR_AT (GREEN, "/prerequisites/-", "\"clear-old\"", CYCLE, CLEAR, "/prerequisites"),
  ERROR_AT (GREEN, "/prerequisites/-", "\"why-ponds-turn-green\"", CYCLE, GREEN, "/prerequisites"),
};

static void
test_good (void)
{
  g_autofree char *path = plumb_test_fixture ("full");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GListModel) problems = plumb_checker_check_folder (folder);

  plumb_test_assert_no_problems (problems);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = NULL;

  plumb_test_folder_edit (folder, test->file, test->edit, test->value);
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_problem (problems,
                             test->severity,
                             test->code,
                             test->problem_file,
                             test->problem_path);
}

/* Without the promise, what is promised may be missing. */
static void
test_open_profile (void)
{
  static const char *const parts[] = {
    "/updated", "/objectives", "/discussion", "/why_now", "/takeaways", "/status",   "/take",
    "/debate",  "/pitfalls",   "/questions",  "/next",    "/people",    "/levels/2", "/levels/1",
  };
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = NULL;

  plumb_test_folder_edit (folder, "library.json", "/profile", NULL);
  plumb_test_folder_edit (folder, "library.json", "/goals", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    plumb_test_folder_edit (folder, GREEN, parts[i], NULL);
  }
  plumb_test_folder_edit (folder,
                          GREEN,
                          "/levels/0/blocks/0/claims",
                          "[\"green-c1\", \"green-c2\", \"green-c3\", \"green-c4\", "
                          "\"green-c5\", \"green-c6\", \"green-c7\", \"green-c8\", "
                          "\"green-c9\", \"green-c10\", \"green-c11\", \"green-c12\"]");
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_no_problems (problems);

  /* There a claim on a source that nobody can look up is only warned of. */
  g_clear_object (&problems);
  plumb_test_folder_edit (folder, GREEN, "/claims/3/sources/0", "\"law\"");
  problems = plumb_checker_check_folder (folder->file);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
  plumb_test_assert_problem (problems,
                             PLUMB_SEVERITY_WARNING,
                             PLUMB_LIBRARY_ERROR_VALUE,
                             GREEN,
                             "/claims/3/confidence");
}

/* A file that cannot be read may declare anything, so what others name in it is not held against them. */
static void
test_unread_files (void)
{
  static const struct {
    const char *file;
    PlumbLibraryError code;
  } files[] = {
    { "sources.json", PLUMB_LIBRARY_ERROR_SYNTAX },
    { "people.json", PLUMB_LIBRARY_ERROR_SYNTAX },
    { "glossary.json", PLUMB_LIBRARY_ERROR_SYNTAX },
    { CLEAR, PLUMB_LIBRARY_ERROR_SYNTAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
    g_autoptr (GListModel) problems = NULL;

    plumb_test_folder_write (folder, files[i].file, "");
    problems = plumb_checker_check_folder (folder->file);
    g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
    plumb_test_assert_problem (problems, PLUMB_SEVERITY_ERROR, files[i].code, files[i].file, "");
  }
}

static void
test_missing_files (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbTestFolder) copy = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = plumb_checker_check_folder (folder->file);

  plumb_test_assert_problem (problems,
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_MISSING,
                             "library.json",
                             "");
  plumb_test_assert_problem (problems,
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_MISSING,
                             "topics",
                             "");
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 2);

  /* Sources that nobody wrote down are not there. */
  g_clear_object (&problems);
  plumb_test_folder_remove (copy, "sources.json");
  problems = plumb_checker_check_folder (copy->file);
  plumb_test_assert_problem (problems,
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_DANGLING,
                             GREEN,
                             "/claims/0/sources/0");
}

static void
test_sorted (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = NULL;

  plumb_test_folder_remove (folder, "glossary.json");
  plumb_test_folder_remove (folder, "people.json");
  plumb_test_folder_edit (folder, GREEN, "/updated", NULL);
  problems = plumb_checker_check_folder (folder->file);
  g_assert_cmpuint (g_list_model_get_n_items (problems), >, 10);
  for (guint i = 1; i < g_list_model_get_n_items (problems); i++) {
    g_autoptr (PlumbProblem) before = g_list_model_get_item (problems, i - 1);
    g_autoptr (PlumbProblem) after = g_list_model_get_item (problems, i);

    g_assert_cmpint (plumb_problem_compare (before, after, NULL), <=, 0);
  }
}

/* A topic that is announced and has come is no mistake. */
static void
test_upcoming_has_come (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = NULL;

  plumb_test_folder_edit (
      folder,
      "library.json",
      "/upcoming/-",
      "{\"id\": \"how-ponds-clear\", \"section\": \"water\", \"title\": \"T\"}");
  problems = plumb_checker_check_folder (folder->file);
  plumb_test_assert_no_problems (problems);
}

static void
write_chain_topic (PlumbTestFolder *folder, guint i, guint before)
{
  g_autofree char *file = g_strdup_printf ("topics/t%u.json", i);
  g_autofree char *json = g_strdup_printf (
      "{\"format\": 1, \"id\": \"t%u\", \"section\": \"water\", \"title\": \"T\", "
      "\"summary\": \"S.\", \"prerequisites\": [\"t%u\"], \"levels\": [{\"level\": 1, \"blocks\": "
      "[{\"id\": \"p\", \"type\": \"paragraph\", \"framing\": true, \"text\": \"A.\"}]}]}",
      i,
      before);

  plumb_test_folder_write (folder, file, json);
}

/* A circle of two thousand topics is found once, and does not exhaust the stack. */
static void
test_long_circle (void)
{
  const guint n = 2000;
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (GListModel) problems = NULL;
  g_autoptr (PlumbProblem) problem = NULL;

  plumb_test_folder_edit (folder, "library.json", "/profile", NULL);
  for (guint i = 0; i < n; i++) {
    write_chain_topic (folder, i, (i + 1) % n);
  }
  problems = plumb_checker_check_folder (folder->file);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
  problem = g_list_model_get_item (problems, 0);
  g_assert_cmpint (plumb_problem_get_code (problem), ==, PLUMB_LIBRARY_ERROR_CYCLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checker/good", test_good);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/checker/ids/%03" G_GSIZE_FORMAT, i);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/checker/open-profile", test_open_profile);
  g_test_add_func ("/checker/unread-files", test_unread_files);
  g_test_add_func ("/checker/missing-files", test_missing_files);
  g_test_add_func ("/checker/sorted", test_sorted);
  g_test_add_func ("/checker/upcoming-has-come", test_upcoming_has_come);
  g_test_add_func ("/checker/long-circle", test_long_circle);

  return g_test_run ();
}
