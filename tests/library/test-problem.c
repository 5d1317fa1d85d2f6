/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-library-enums.h"
#include "plumb-problem.h"

static void
test_new_destroy (void)
{
  PlumbProblem *problem =
      plumb_problem_new (PLUMB_SEVERITY_WARNING, PLUMB_LIBRARY_ERROR_VALUE, "a.json", NULL, "Ow.");

  g_assert_cmpstr (plumb_problem_get_path (problem), ==, "");
  g_assert_finalize_object (problem);
}

static void
test_properties (void)
{
  g_autoptr (PlumbProblem) problem =
      plumb_problem_new (PLUMB_SEVERITY_ERROR, PLUMB_LIBRARY_ERROR_CYCLE, "a.json", "/b/0", "Ow.");
  PlumbSeverity severity;
  PlumbLibraryError code;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *message = NULL;

  g_object_get (problem,
                "severity",
                &severity,
                "code",
                &code,
                "file",
                &file,
                "path",
                &path,
                "message",
                &message,
                NULL);
  g_assert_cmpint (severity, ==, plumb_problem_get_severity (problem));
  g_assert_cmpint (code, ==, plumb_problem_get_code (problem));
  g_assert_cmpint (code, ==, PLUMB_LIBRARY_ERROR_CYCLE);
  g_assert_cmpstr (file, ==, "a.json");
  g_assert_cmpstr (path, ==, "/b/0");
  g_assert_cmpstr (message, ==, "Ow.");
}

static void
test_to_string (void)
{
  static const struct {
    PlumbSeverity severity;
    const char *path;
    const char *text;
  } cases[] = {
    { PLUMB_SEVERITY_ERROR, "/b", "a.json: /b: Ow." },
    { PLUMB_SEVERITY_ERROR, "", "a.json: Ow." },
    { PLUMB_SEVERITY_WARNING, "/b", "a.json: /b: warning: Ow." },
    { PLUMB_SEVERITY_WARNING, NULL, "a.json: warning: Ow." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbProblem) problem = plumb_problem_new (cases[i].severity,
                                                          PLUMB_LIBRARY_ERROR_FIELD,
                                                          "a.json",
                                                          cases[i].path,
                                                          "Ow.");
    g_autofree char *text = plumb_problem_to_string (problem);
    g_autoptr (GError) error = plumb_problem_to_error (problem);

    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_FIELD);
    g_assert_cmpstr (error->message, ==, text);
  }
}

/* Each comes before the next. */
static void
test_order (void)
{
  static const struct {
    const char *file;
    const char *path;
    PlumbSeverity severity;
    const char *message;
  } cases[] = {
    { "a.json", "", PLUMB_SEVERITY_ERROR, "a" },
    { "a.json", "/b", PLUMB_SEVERITY_ERROR, "a" },
    { "a.json", "/b", PLUMB_SEVERITY_ERROR, "b" },
    { "a.json", "/b", PLUMB_SEVERITY_WARNING, "a" },
    { "a.json", "/b/2", PLUMB_SEVERITY_ERROR, "a" },
    { "a.json", "/b/9/c/11", PLUMB_SEVERITY_ERROR, "a" },
    { "a.json", "/b/10", PLUMB_SEVERITY_ERROR, "a" },
    { "a.json", "/b/10/c/2", PLUMB_SEVERITY_ERROR, "a" },
    { "a.json", "/b/10/c/10", PLUMB_SEVERITY_ERROR, "a" },
    { "a.json", "/b/x", PLUMB_SEVERITY_ERROR, "a" },
    { "b.json", "", PLUMB_SEVERITY_ERROR, "a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (gsize j = 0; j < G_N_ELEMENTS (cases); j++) {
      g_autoptr (PlumbProblem) a = plumb_problem_new (cases[i].severity,
                                                      PLUMB_LIBRARY_ERROR_VALUE,
                                                      cases[i].file,
                                                      cases[i].path,
                                                      cases[i].message);
      g_autoptr (PlumbProblem) b = plumb_problem_new (cases[j].severity,
                                                      PLUMB_LIBRARY_ERROR_VALUE,
                                                      cases[j].file,
                                                      cases[j].path,
                                                      cases[j].message);
      int order = plumb_problem_compare (a, b, NULL);

      g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/problem/new-destroy", test_new_destroy);
  g_test_add_func ("/problem/properties", test_properties);
  g_test_add_func ("/problem/to-string", test_to_string);
  g_test_add_func ("/problem/order", test_order);

  return g_test_run ();
}
