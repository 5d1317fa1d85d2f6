/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Collects the problems of a file: all of them for those who list them, the first error for those who only fail. */

#include "config.h"

#include "plumb-report-private.h"

#include <glib/gi18n-lib.h>

/**
 * plumb_report_init:
 * @report: (out caller-allocates): the report
 * @file: the file, relative to the library's folder; kept by the caller
 * @problems: (nullable): a list of #PlumbProblem to add to
 *
 * Begins a report.
 */
void
plumb_report_init (PlumbReport *report, const char *file, GListStore *problems)
{
  *report = (PlumbReport) { .file = file };
  g_set_object (&report->problems, problems);
}

/**
 * plumb_report_clear:
 * @report: a report
 *
 * Frees what @report holds.
 */
void
plumb_report_clear (PlumbReport *report)
{
  g_clear_object (&report->problems);
  g_clear_error (&report->error);
}

/**
 * plumb_report_add:
 * @report: a report
 * @severity: how bad the problem is
 * @code: what kind of problem it is
 * @path: (nullable): where in the file
 * @format: what is wrong, in the user's words
 * @...: what @format asks for
 *
 * Adds a problem. After %PLUMB_REPORT_MAX_PROBLEMS it only says that there are more.
 */
void
plumb_report_add (PlumbReport *report,
                  PlumbSeverity severity,
                  PlumbLibraryError code,
                  const char *path,
                  const char *format,
                  ...)
{
  g_autoptr (PlumbProblem) problem = NULL;
  g_autofree char *message = NULL;
  va_list arguments;

  if (report->n_problems > PLUMB_REPORT_MAX_PROBLEMS) {
    return;
  }

  if (report->n_problems++ == PLUMB_REPORT_MAX_PROBLEMS) {
    message = g_strdup (_ ("There are more problems in this file than are listed here."));
    path = NULL;
  } else {
    va_start (arguments, format);
    message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
  }

  problem = plumb_problem_new (severity, code, report->file, path, message);
  if (severity == PLUMB_SEVERITY_ERROR && report->error == NULL) {
    report->error = plumb_problem_to_error (problem);
  }
  if (report->problems != NULL) {
    g_list_store_append (report->problems, problem);
  }
}

/**
 * plumb_report_is_full:
 * @report: a report
 *
 * Returns: whether there is no use in looking for more problems
 */
gboolean
plumb_report_is_full (const PlumbReport *report)
{
  return report->n_problems > PLUMB_REPORT_MAX_PROBLEMS && report->error != NULL;
}

/**
 * plumb_report_finish:
 * @report: a report
 * @error: return location for the first error of @report
 *
 * Returns: whether there was none
 */
gboolean
plumb_report_finish (PlumbReport *report, GError **error)
{
  if (report->error == NULL) {
    return TRUE;
  }

  g_propagate_error (error, g_steal_pointer (&report->error));

  return FALSE;
}
