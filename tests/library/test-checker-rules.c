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
  /* Names, and single records. */
  ERROR_AT (GREEN, "/id", "\"why\"", VALUE, GREEN, "/id"),
  ERROR_AT ("library.json", "/lang", "\"English\"", VALUE, "library.json", "/lang"),
  ERROR_AT (GREEN, "/levels/0/blocks/0/claims", NULL, FIELD, GREEN, "/levels/0/blocks/0"),
  ERROR_AT (GREEN, "/levels/0/blocks/0/claims", "[]", FIELD, GREEN, "/levels/0/blocks/0"),
  ERROR_AT (GREEN, "/levels/0/blocks/0/framing", "true", FIELD, GREEN, "/levels/0/blocks/0"),
  ERROR_AT (GREEN, "/levels/1/blocks/1/relation", NULL, FIELD, GREEN, "/levels/1/blocks/1"),
  ERROR_AT (GREEN, "/levels/1/blocks/1/relates_to", NULL, FIELD, GREEN, "/levels/1/blocks/1"),
  ERROR_AT (GREEN, "/levels/1/blocks/1/relates_to", "\"more\"", VALUE, GREEN, "/levels/1/blocks/1"),
  ERROR_AT (GREEN,
            "/levels/1/blocks/1/relates_to",
            "\"formula\"",
            VALUE,
            GREEN,
            "/levels/1/blocks/1"),
  ERROR_AT (GREEN, "/questions/0/options/1/right", "true", VALUE, GREEN, "/questions/0"),
  ERROR_AT (GREEN, "/questions/0/options/0/right", "false", VALUE, GREEN, "/questions/0"),
  ERROR_AT (GREEN, "/questions/0/options/1", NULL, VALUE, GREEN, "/questions/0"),
  ERROR_AT (GREEN,
            "/debate/positions/0/holders/0/name",
            "\"A\"",
            FIELD,
            GREEN,
            "/debate/positions/0/holders/0"),
  ERROR_AT (GREEN,
            "/debate/positions/0/holders/0/person",
            NULL,
            FIELD,
            GREEN,
            "/debate/positions/0/holders/0"),
  ERROR_AT (GREEN, "/debate/shared/0/positions/1", NULL, VALUE, GREEN, "/debate/shared/0"),
  ERROR_AT (GREEN, "/cruxes/0/ratings/0/reading", "true", FIELD, GREEN, "/cruxes/0/ratings/0"),
  ERROR_AT (GREEN, "/cruxes/0/ratings/1/reading", NULL, FIELD, GREEN, "/cruxes/0/ratings/1"),
  ERROR_AT (GREEN, "/cruxes/0/ratings/0/value", NULL, FIELD, GREEN, "/cruxes/0/ratings/0"),
  ERROR_AT (GREEN, "/cruxes/0/ratings/0/value", "3", VALUE, GREEN, "/cruxes/0/ratings/0/value"),
  ERROR_AT (GREEN,
            "/levels/2/blocks/2/rows/0/cells/-",
            "\"a\"",
            VALUE,
            GREEN,
            "/levels/2/blocks/2/rows/0/cells"),
  ERROR_AT (GREEN,
            "/levels/2/blocks/3/series/0/x/-",
            "4",
            VALUE,
            GREEN,
            "/levels/2/blocks/3/series/0"),
  ERROR_AT (GREEN,
            "/levels/2/blocks/4/categories/-",
            "\"July\"",
            VALUE,
            GREEN,
            "/levels/2/blocks/4/series/0"),
  ERROR_AT ("sources.json", "/sources/0/arxiv", "\"x\"", VALUE, "sources.json", "/sources/0/arxiv"),
  ERROR_AT ("sources.json",
            "/sources/0/doi",
            "\"10.1 a\"",
            VALUE,
            "sources.json",
            "/sources/0/doi"),
  ERROR_AT (GREEN, "/claims/3/sources/0", "\"law\"", VALUE, GREEN, "/claims/3/confidence"),

  /* What a full library promises. */
  ERROR_AT ("library.json", "/audiences", NULL, INCOMPLETE, "library.json", ""),
  ERROR_AT ("library.json", "/positions", NULL, INCOMPLETE, "library.json", ""),
  ERROR_AT (GREEN, "/updated", NULL, INCOMPLETE, GREEN, ""),
  ERROR_AT (GREEN, "/objectives", NULL, INCOMPLETE, GREEN, ""),
  ERROR_AT (GREEN, "/discussion", "[]", INCOMPLETE, GREEN, ""),
  ERROR_AT (GREEN, "/why_now", NULL, INCOMPLETE, GREEN, ""),
  ERROR_AT (GREEN, "/takeaways", NULL, INCOMPLETE, GREEN, ""),
  ERROR_AT (GREEN, "/status", NULL, INCOMPLETE, GREEN, ""),
  ERROR_AT (GREEN, "/take", NULL, INCOMPLETE, GREEN, ""),
  ERROR_AT (GREEN, "/debate", NULL, INCOMPLETE, GREEN, ""),
  ERROR_AT (GREEN, "/cruxes", NULL, INCOMPLETE, GREEN, ""),
  ERROR_AT (GREEN, "/pitfalls", NULL, INCOMPLETE, GREEN, ""),
  ERROR_AT (GREEN, "/questions", NULL, INCOMPLETE, GREEN, ""),
  ERROR_AT (GREEN, "/next", NULL, INCOMPLETE, GREEN, ""),
  ERROR_AT (GREEN, "/levels/2", NULL, INCOMPLETE, GREEN, "/levels"),
  ERROR_AT (GREEN, "/levels/0/blocks/1", NULL, INCOMPLETE, GREEN, "/levels/0"),
  ERROR_AT (GREEN, "/levels/1/blocks/7/text", "\"Short.\"", INCOMPLETE, GREEN, "/levels/1"),
  ERROR_AT (GREEN, "/levels/2/blocks/6", NULL, INCOMPLETE, GREEN, "/levels/2"),
  ERROR_AT (GREEN, "/takeaways/1", NULL, INCOMPLETE, GREEN, "/takeaways"),
  ERROR_AT (GREEN, "/takeaways/0/points/2", NULL, INCOMPLETE, GREEN, "/takeaways/0/points"),
  ERROR_AT (GREEN, "/debate/positions/1", NULL, INCOMPLETE, GREEN, "/debate/positions"),
  ERROR_AT (GREEN,
            "/debate/positions/1/thesis",
            "\"Too short.\"",
            INCOMPLETE,
            GREEN,
            "/debate/positions"),
  ERROR_AT (GREEN, "/debate/positions/1/reasons/1", NULL, INCOMPLETE, GREEN, "/debate/positions"),
  ERROR_AT (GREEN, "/debate/positions/1/objection", NULL, INCOMPLETE, GREEN, "/debate/positions/1"),
  ERROR_AT (GREEN, "/debate/positions/1/answer", "\"\"", INCOMPLETE, GREEN, "/debate/positions/1"),
  ERROR_AT (GREEN, "/debate/positions/1/holders", NULL, INCOMPLETE, GREEN, "/debate/positions/1"),
  ERROR_AT (GREEN, "/cruxes/2", NULL, INCOMPLETE, GREEN, "/cruxes"),
  ERROR_AT (GREEN, "/cruxes/1/ratings/1", NULL, INCOMPLETE, GREEN, "/cruxes/1/ratings"),
  ERROR_AT ("library.json",
            "/cruxes/0/ratings/1",
            NULL,
            INCOMPLETE,
            "library.json",
            "/cruxes/0/ratings"),
  ERROR_AT (GREEN, "/claims/11/sources", NULL, INCOMPLETE, GREEN, "/claims/11"),
  ERROR_AT (GREEN, "/claims/11/as_of", NULL, INCOMPLETE, GREEN, "/claims/11"),
  ERROR_AT (GREEN, "/take/leans", NULL, INCOMPLETE, GREEN, "/take"),
  ERROR_AT (GREEN, "/section", "\"banks\"", INCOMPLETE, GREEN, ""),
  ERROR_AT (GREEN, "/pitfalls/1", NULL, INCOMPLETE, GREEN, "/pitfalls"),
  ERROR_AT (GREEN, "/pitfalls/0/options/0/why", NULL, INCOMPLETE, GREEN, "/pitfalls/0/options/0"),
  ERROR_AT (GREEN, "/questions/5", NULL, INCOMPLETE, GREEN, "/questions"),
  ERROR_AT (GREEN, "/questions/0/options/0/why", NULL, INCOMPLETE, GREEN, "/questions/0/options/0"),

  /* What the reader finds is found here too. */
  ERROR_AT (GREEN, "/colour", "1", FIELD, GREEN, "/colour"),
  ERROR_AT (GREEN, "/summary", "\"<b>\"", MARKUP, GREEN, "/summary"),
  ERROR_AT ("library.json", "/licence", NULL, FIELD, "library.json", ""),
  ERROR_AT ("sources.json",
            "/sources/0/kind",
            "\"song\"",
            VALUE,
            "sources.json",
            "/sources/0/kind"),
};

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/checker-rules/%03" G_GSIZE_FORMAT, i);

    g_test_add_data_func (path, &cases[i], test_case);
  }

  return g_test_run ();
}
