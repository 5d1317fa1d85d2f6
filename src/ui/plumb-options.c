/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-options.h"

#include <glib/gi18n.h>

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
      G_OPTION_ARG_INT,
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
      G_OPTION_ARG_STRING_ARRAY,
      NULL,
      NULL,
      N_ ("[URI]") },
    { 0 },
  };

  g_application_add_main_option_entries (application, entries);
}

static PlumbPlace *
parse_topic (GVariantDict *dict, GError **error)
{
  const char *topic = NULL;
  const char *audience = NULL;
  int level = 0;
  g_autoptr (GString) uri = NULL;

  g_variant_dict_lookup (dict, "topic", "&s", &topic);
  g_variant_dict_lookup (dict, "audience", "&s", &audience);
  if (g_variant_dict_lookup (dict, "level", "i", &level) && (level < 1 || level > 3)) {
    g_set_error (error,
                 PLUMB_OPTIONS_ERROR,
                 PLUMB_OPTIONS_ERROR_VALUE,
                 _ ("There is no level %d. A topic has level 1, 2 or 3."),
                 level);
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

  /* Going through the address checks the ids as those of a link are checked. */
  uri = g_string_new ("plumb:topic/");
  g_string_append_uri_escaped (uri, topic, NULL, FALSE);
  if (level != 0) {
    g_string_append_printf (uri, "?level=%d", level);
  }
  if (audience != NULL) {
    g_string_append (uri, level != 0 ? "&audience=" : "?audience=");
    g_string_append_uri_escaped (uri, audience, NULL, FALSE);
  }

  return plumb_place_parse (uri->str, error);
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

  if (g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&s", &rest) && rest[0] != NULL) {
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
