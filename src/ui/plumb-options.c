/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-options.h"

#include <glib/gi18n.h>

#include <plumb-syntax.h>

/* Written out, since a formatter takes the hyphens in G_DEFINE_QUARK() for subtractions. */
GQuark
plumb_options_error_quark (void)
{
  return g_quark_from_static_string ("plumb-options-error-quark");
}

/**
 * plumb_options_add_to:
 * @application: the application
 *
 * Declares the command line: `plumb [--topic ID] [--level N] [--audience ID] [--library FOLDER] [URI]`.
 */
void
plumb_options_add_to (GApplication *application)
{
  const GOptionEntry entries[] = {
    { "topic",
      't',
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_STRING,
      NULL,
      N_ ("Open the topic with this id"),
      N_ ("ID") },
    { "level",
      'l',
      G_OPTION_FLAG_NONE,
      /* A number 0 would not be told from none. */
      G_OPTION_ARG_STRING,
      NULL,
      N_ ("Read at level 1, 2 or 3"),
      N_ ("N") },
    { "audience",
      'a',
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_STRING,
      NULL,
      N_ ("Show what it means for this audience"),
      N_ ("ID") },
    { "library",
      0,
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_FILENAME,
      NULL,
      N_ ("Read the library in this folder"),
      N_ ("FOLDER") },
    { "version",
      'v',
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_NONE,
      NULL,
      N_ ("Show the version and end"),
      NULL },
    { G_OPTION_REMAINING,
      0,
      G_OPTION_FLAG_NONE,
      /* As bytes, so that what is not text is refused in our words. */
      G_OPTION_ARG_FILENAME_ARRAY,
      NULL,
      NULL,
      N_ ("[URI]") },
    { 0 },
  };

  g_application_add_main_option_entries (application, entries);
}

static gboolean
check_id (const char *id, GError **error)
{
  g_autofree char *shown = NULL;

  if (id == NULL || plumb_syntax_is_id (id)) {
    return TRUE;
  }

  shown = plumb_syntax_quote (id, -1);
  g_set_error (error,
               PLUMB_OPTIONS_ERROR,
               PLUMB_OPTIONS_ERROR_VALUE,
               _ ("“%s” is not an id: ids are lower-case letters, digits and single hyphens."),
               shown);

  return FALSE;
}

static gboolean
parse_level (const char *text, int *level, GError **error)
{
  guint64 number;
  g_autofree char *shown = NULL;

  if (text == NULL) {
    *level = 0;
    return TRUE;
  }
  if (g_ascii_string_to_unsigned (text, 10, 1, 3, &number, NULL)) {
    *level = (int) number;
    return TRUE;
  }

  shown = plumb_syntax_quote (text, -1);
  g_set_error (error,
               PLUMB_OPTIONS_ERROR,
               PLUMB_OPTIONS_ERROR_VALUE,
               _ ("There is no level “%s”. A topic has level 1, 2 or 3."),
               shown);

  return FALSE;
}

static PlumbPlace *
parse_topic (GVariantDict *dict, GError **error)
{
  const char *topic = NULL;
  const char *audience = NULL;
  const char *level_text = NULL;
  int level;

  g_variant_dict_lookup (dict, "topic", "&s", &topic);
  g_variant_dict_lookup (dict, "audience", "&s", &audience);
  g_variant_dict_lookup (dict, "level", "&s", &level_text);
  if (!parse_level (level_text, &level, error) || !check_id (topic, error) ||
      !check_id (audience, error)) {
    return NULL;
  }
  if (topic == NULL) {
    if (level != 0 || audience != NULL) {
      g_set_error_literal (error,
                           PLUMB_OPTIONS_ERROR,
                           PLUMB_OPTIONS_ERROR_CONFLICT,
                           _ ("--level and --audience go with --topic."));
    }
    return NULL;
  }

  return plumb_place_new_topic (topic, level, audience, NULL);
}

/**
 * plumb_options_parse:
 * @dict: the options, as #GApplication hands them over
 * @error: where to say what is wrong with them, in the user’s words
 *
 * Reads the command line.
 *
 * Returns: (transfer full) (nullable): what it asks for, or %NULL with @error set
 */
PlumbOptions *
plumb_options_parse (GVariantDict *dict, GError **error)
{
  g_autoptr (PlumbOptions) self = g_new0 (PlumbOptions, 1);
  g_autofree const char **rest = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (dict != NULL, NULL);

  g_variant_dict_lookup (dict, "library", "^ay", &self->library);
  self->place = parse_topic (dict, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }

  if (g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &rest) && rest[0] != NULL) {
    if (self->place != NULL || rest[1] != NULL) {
      g_set_error_literal (error,
                           PLUMB_OPTIONS_ERROR,
                           PLUMB_OPTIONS_ERROR_CONFLICT,
                           _ ("Only one place can be opened at a time."));
      return NULL;
    }
    self->place = plumb_place_parse (rest[0], error);
    if (self->place == NULL) {
      return NULL;
    }
  }

  return g_steal_pointer (&self);
}

/**
 * plumb_options_free:
 * @self: (transfer full): options
 *
 * Frees options.
 */
void
plumb_options_free (PlumbOptions *self)
{
  g_clear_pointer (&self->place, plumb_place_unref);
  g_free (self->library);
  g_free (self);
}
