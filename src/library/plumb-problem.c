/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/**
 * PlumbProblem:
 *
 * Something that is wrong with a library: what, in which file, and where in it.
 */

#include "config.h"

#include "plumb-problem.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plumb-library-enums.h"

struct _PlumbProblem {
  GObject parent_instance;

  PlumbSeverity severity;
  PlumbLibraryError code;
  char *file;
  char *path;
  char *message;
};

/* Not G_DEFINE_QUARK: the formatter would put spaces into the name. */
GQuark
plumb_library_error_quark (void)
{
  return g_quark_from_static_string ("plumb-library-error-quark");
}

G_DEFINE_FINAL_TYPE (PlumbProblem, plumb_problem, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_SEVERITY,
  PROP_CODE,
  PROP_FILE,
  PROP_PATH,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
plumb_problem_finalize (GObject *object)
{
  PlumbProblem *self = PLUMB_PROBLEM (object);

  g_free (self->file);
  g_free (self->path);
  g_free (self->message);

  G_OBJECT_CLASS (plumb_problem_parent_class)->finalize (object);
}

static void
plumb_problem_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbProblem *self = PLUMB_PROBLEM (object);

  switch (prop_id) {
  case PROP_SEVERITY:
    g_value_set_enum (value, (int) self->severity);
    break;
  case PROP_CODE:
    g_value_set_enum (value, (int) self->code);
    break;
  case PROP_FILE:
    g_value_set_string (value, self->file);
    break;
  case PROP_PATH:
    g_value_set_string (value, self->path);
    break;
  case PROP_MESSAGE:
    g_value_set_string (value, self->message);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_problem_class_init (PlumbProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plumb_problem_finalize;
  object_class->get_property = plumb_problem_get_property;

  properties[PROP_SEVERITY] = g_param_spec_enum ("severity",
                                                 NULL,
                                                 NULL,
                                                 PLUMB_TYPE_SEVERITY,
                                                 PLUMB_SEVERITY_WARNING,
                                                 flags);
  properties[PROP_CODE] = g_param_spec_enum ("code",
                                             NULL,
                                             NULL,
                                             PLUMB_TYPE_LIBRARY_ERROR,
                                             PLUMB_LIBRARY_ERROR_MISSING,
                                             flags);
  properties[PROP_FILE] = g_param_spec_string ("file", NULL, NULL, NULL, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_problem_init (PlumbProblem *self)
{
}

/**
 * plumb_problem_new:
 * @severity: how bad it is
 * @code: what kind of problem it is
 * @file: the file, relative to the library's folder, such as `topics/corrigibility.json`
 * @path: (nullable): where in the file: a JSON path such as `/levels/0/blocks/3/text`, or a line and a column
 * @message: what is wrong, in the user's words
 *
 * Returns: (transfer full): a problem
 */
PlumbProblem *
plumb_problem_new (PlumbSeverity severity,
                   PlumbLibraryError code,
                   const char *file,
                   const char *path,
                   const char *message)
{
  PlumbProblem *self;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_PROBLEM, NULL);
  self->severity = severity;
  self->code = code;
  self->file = g_strdup (file);
  self->path = g_strdup (path != NULL ? path : "");
  self->message = g_strdup (message);

  return self;
}

/**
 * plumb_problem_get_severity:
 * @self: a problem
 *
 * Returns: how bad it is
 */
PlumbSeverity
plumb_problem_get_severity (PlumbProblem *self)
{
  g_return_val_if_fail (PLUMB_IS_PROBLEM (self), PLUMB_SEVERITY_ERROR);

  return self->severity;
}

/**
 * plumb_problem_get_code:
 * @self: a problem
 *
 * Returns: what kind of problem it is
 */
PlumbLibraryError
plumb_problem_get_code (PlumbProblem *self)
{
  g_return_val_if_fail (PLUMB_IS_PROBLEM (self), PLUMB_LIBRARY_ERROR_UNREADABLE);

  return self->code;
}

/**
 * plumb_problem_get_file:
 * @self: a problem
 *
 * Returns: the file, relative to the library's folder
 */
const char *
plumb_problem_get_file (PlumbProblem *self)
{
  g_return_val_if_fail (PLUMB_IS_PROBLEM (self), NULL);

  return self->file;
}

/**
 * plumb_problem_get_path:
 * @self: a problem
 *
 * Returns: where in the file; empty where it is about the whole of it
 */
const char *
plumb_problem_get_path (PlumbProblem *self)
{
  g_return_val_if_fail (PLUMB_IS_PROBLEM (self), NULL);

  return self->path;
}

/**
 * plumb_problem_get_message:
 * @self: a problem
 *
 * Returns: what is wrong, in the user's words
 */
const char *
plumb_problem_get_message (PlumbProblem *self)
{
  g_return_val_if_fail (PLUMB_IS_PROBLEM (self), NULL);

  return self->message;
}

/**
 * plumb_problem_to_string:
 * @self: a problem
 *
 * Returns: (transfer full): one line such as `topics/ponds.json: /levels/0: The list is empty.`
 */
char *
plumb_problem_to_string (PlumbProblem *self)
{
  gboolean whole_file;

  g_return_val_if_fail (PLUMB_IS_PROBLEM (self), NULL);

  whole_file = self->path[0] == '\0';

  if (self->severity == PLUMB_SEVERITY_ERROR) {
    return whole_file ? g_strdup_printf ("%s: %s", self->file, self->message)
                      : g_strdup_printf ("%s: %s: %s", self->file, self->path, self->message);
  }

  if (whole_file) {
    /* Translators: a file of a library, then what should be mended in it. Keep the colons. */
    return g_strdup_printf (_ ("%s: warning: %s"), self->file, self->message);
  }

  /* Translators: a file of a library, a place in it, then what should be mended there. Keep the colons. */
  return g_strdup_printf (_ ("%s: %s: warning: %s"), self->file, self->path, self->message);
}

/**
 * plumb_problem_to_error:
 * @self: a problem
 *
 * Returns: (transfer full): a #PlumbLibraryError whose message names the file and the place in it
 */
GError *
plumb_problem_to_error (PlumbProblem *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (PLUMB_IS_PROBLEM (self), NULL);

  text = plumb_problem_to_string (self);

  return g_error_new_literal (PLUMB_LIBRARY_ERROR, (int) self->code, text);
}

/* By bytes, except that numbers go by their value: block 10 comes after block 9. */
static int
compare_paths (const char *a, const char *b)
{
  while (*a != '\0' && *b != '\0') {
    if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b)) {
      gsize n_a = strspn (a, "0123456789");
      gsize n_b = strspn (b, "0123456789");

      if (n_a != n_b) {
        return n_a < n_b ? -1 : 1;
      }
    }
    if (*a != *b) {
      break;
    }
    a++;
    b++;
  }

  return (int) (guchar) *a - (int) (guchar) *b;
}

/**
 * plumb_problem_compare:
 * @a: (type PlumbProblem): a problem
 * @b: (type PlumbProblem): a problem
 * @user_data: unused, so that this is a #GCompareDataFunc
 *
 * Orders problems by file, then by place, then by severity, the worse first, then by what they say.
 *
 * Returns: less than, equal to or more than 0
 */
int
plumb_problem_compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PlumbProblem *first = a;
  const PlumbProblem *second = b;
  int order = strcmp (first->file, second->file);

  if (order == 0) {
    order = compare_paths (first->path, second->path);
  }
  if (order == 0) {
    order = (int) second->severity - (int) first->severity;
  }
  if (order == 0) {
    order = strcmp (first->message, second->message);
  }

  return order;
}
