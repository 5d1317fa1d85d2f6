/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLUMB_LIBRARY_ERROR (plumb_library_error_quark ())

/**
 * PlumbLibraryError:
 * @PLUMB_LIBRARY_ERROR_MISSING: there is no such file
 * @PLUMB_LIBRARY_ERROR_UNREADABLE: the file is there and cannot be read
 * @PLUMB_LIBRARY_ERROR_TOO_LARGE: a file, its nesting or the number of topics is over the cap
 * @PLUMB_LIBRARY_ERROR_ENCODING: it is not UTF-8, or has a `\\u0000`
 * @PLUMB_LIBRARY_ERROR_SYNTAX: it is not JSON
 * @PLUMB_LIBRARY_ERROR_DUPLICATE: a key or an id is there twice
 * @PLUMB_LIBRARY_ERROR_FORMAT: the file's format is one that this program does not know
 * @PLUMB_LIBRARY_ERROR_FIELD: a field is unknown, missing, empty or of the wrong type
 * @PLUMB_LIBRARY_ERROR_VALUE: a field has a value that it cannot have
 * @PLUMB_LIBRARY_ERROR_MARKUP: a text is not Plumb's markup
 * @PLUMB_LIBRARY_ERROR_DANGLING: an id names nothing
 * @PLUMB_LIBRARY_ERROR_CYCLE: records refer to each other in a circle
 * @PLUMB_LIBRARY_ERROR_INCOMPLETE: a library lacks something that it promises, or a hint stands where a text should
 * @PLUMB_LIBRARY_ERROR_UNUSED: something is there that nothing names
 * @PLUMB_LIBRARY_ERROR_TERM: a term of the glossary stands in a level without a link to its definition
 * @PLUMB_LIBRARY_ERROR_STYLE: a text is hard to read, or not in the spelling or typography of the library
 *
 * What can be wrong with a library.
 */
typedef enum {
  PLUMB_LIBRARY_ERROR_MISSING,
  PLUMB_LIBRARY_ERROR_UNREADABLE,
  PLUMB_LIBRARY_ERROR_TOO_LARGE,
  PLUMB_LIBRARY_ERROR_ENCODING,
  PLUMB_LIBRARY_ERROR_SYNTAX,
  PLUMB_LIBRARY_ERROR_DUPLICATE,
  PLUMB_LIBRARY_ERROR_FORMAT,
  PLUMB_LIBRARY_ERROR_FIELD,
  PLUMB_LIBRARY_ERROR_VALUE,
  PLUMB_LIBRARY_ERROR_MARKUP,
  PLUMB_LIBRARY_ERROR_DANGLING,
  PLUMB_LIBRARY_ERROR_CYCLE,
  PLUMB_LIBRARY_ERROR_INCOMPLETE,
  PLUMB_LIBRARY_ERROR_UNUSED,
  PLUMB_LIBRARY_ERROR_TERM,
  PLUMB_LIBRARY_ERROR_STYLE,
} PlumbLibraryError;

GQuark plumb_library_error_quark (void);

/**
 * PlumbSeverity:
 * @PLUMB_SEVERITY_WARNING: the file can be used all the same
 * @PLUMB_SEVERITY_ERROR: what it is about cannot be used
 *
 * How bad a problem is.
 */
typedef enum {
  PLUMB_SEVERITY_WARNING,
  PLUMB_SEVERITY_ERROR,
} PlumbSeverity;

#define PLUMB_TYPE_PROBLEM (plumb_problem_get_type ())

G_DECLARE_FINAL_TYPE (PlumbProblem, plumb_problem, PLUMB, PROBLEM, GObject)

PlumbProblem *plumb_problem_new (PlumbSeverity severity,
                                 PlumbLibraryError code,
                                 const char *file,
                                 const char *path,
                                 const char *message);
PlumbSeverity plumb_problem_get_severity (PlumbProblem *self);
PlumbLibraryError plumb_problem_get_code (PlumbProblem *self);
const char *plumb_problem_get_file (PlumbProblem *self);
const char *plumb_problem_get_path (PlumbProblem *self);
const char *plumb_problem_get_message (PlumbProblem *self);
char *plumb_problem_to_string (PlumbProblem *self);
GError *plumb_problem_to_error (PlumbProblem *self);
int plumb_problem_compare (gconstpointer a, gconstpointer b, gpointer user_data);

G_END_DECLS
