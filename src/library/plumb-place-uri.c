/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Places as addresses: the grammar is in plumb-place.c. */

#include "config.h"

#include "plumb-place-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCHEME "plumb:"

static const char *const page_names[] = {
  [PLUMB_PAGE_HOME] = "",         [PLUMB_PAGE_TOPIC] = "topic",
  [PLUMB_PAGE_DEBATE] = "debate", [PLUMB_PAGE_TERM] = "term",
  [PLUMB_PAGE_PERSON] = "person", [PLUMB_PAGE_SOURCE] = "source",
  [PLUMB_PAGE_CLAIM] = "claim",   [PLUMB_PAGE_PITFALLS] = "pitfalls",
  [PLUMB_PAGE_SEARCH] = "search", [PLUMB_PAGE_CRUXES] = "cruxes",
  [PLUMB_PAGE_WEIGH] = "weigh",   [PLUMB_PAGE_COMPARE] = "compare",
  [PLUMB_PAGE_DRILL] = "drill",   [PLUMB_PAGE_REVIEW] = "review",
};

G_DEFINE_QUARK (plumb - place - error - quark, plumb_place_error)

G_GNUC_PRINTF (3, 4)
static gboolean
fail (GError **error, PlumbPlaceError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL) {
    *error = g_error_new_valist (PLUMB_PLACE_ERROR, (int) code, format, arguments);
  }
  va_end (arguments);

  return FALSE;
}

static gboolean
parse_path (const char *path, PlumbPlace *self, GError **error)
{
  const char *slash = strchr (path, '/');
  gsize length = slash != NULL ? (gsize) (slash - path) : strlen (path);
  g_autofree char *shown = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (page_names); i++) {
    if (strlen (page_names[i]) == length && strncmp (page_names[i], path, length) == 0) {
      self->page = (PlumbPage) i;
      break;
    }
    if (i == G_N_ELEMENTS (page_names) - 1) {
      shown = plumb_syntax_quote (path, (gssize) length);
      return fail (error, PLUMB_PLACE_ERROR_PAGE, _ ("There is no page called “%s”."), shown);
    }
  }

  if (slash == NULL) {
    if (plumb_place_get_id_use (self->page) == PLUMB_PLACE_ID_REQUIRED) {
      return fail (error,
                   PLUMB_PLACE_ERROR_ID,
                   _ ("The address does not say which “%s” it means."),
                   page_names[self->page]);
    }
    return TRUE;
  }

  if (plumb_place_get_id_use (self->page) == PLUMB_PLACE_ID_NONE) {
    shown = plumb_syntax_quote (path, -1);
    return fail (error, PLUMB_PLACE_ERROR_PAGE, _ ("There is no page called “%s”."), shown);
  }

  if (!plumb_syntax_is_id (slash + 1)) {
    shown = plumb_syntax_quote (slash + 1, -1);
    return fail (error,
                 PLUMB_PLACE_ERROR_ID,
                 _ ("“%s” is not an id: ids are lower-case letters, digits and single hyphens."),
                 shown);
  }
  self->id = g_strdup (slash + 1);

  return TRUE;
}

static gboolean
read_level (const char *value, int *level)
{
  if (value[0] < '1' || value[0] > '3' || value[1] != '\0') {
    return FALSE;
  }
  *level = value[0] - '0';

  return TRUE;
}

static gboolean
read_id (const char *value, char **id)
{
  if (!plumb_syntax_is_id (value)) {
    return FALSE;
  }
  *id = g_strdup (value);

  return TRUE;
}

static gboolean
set_level (PlumbPlace *self, const char *value)
{
  return read_level (value, &self->level);
}

static gboolean
set_other_level (PlumbPlace *self, const char *value)
{
  return read_level (value, &self->other_level);
}

static gboolean
set_audience (PlumbPlace *self, const char *value)
{
  return read_id (value, &self->audience);
}

static gboolean
set_position (PlumbPlace *self, const char *value)
{
  return read_id (value, &self->position);
}

static gboolean
set_sort (PlumbPlace *self, const char *value)
{
  return read_id (value, &self->sort);
}

static gboolean
set_query (PlumbPlace *self, const char *value)
{
  g_autofree char *query = g_uri_unescape_string (value, NULL);

  /* NULL for a bad escape and for %00. */
  if (query == NULL || !g_utf8_validate (query, -1, NULL)) {
    return FALSE;
  }
  for (const char *p = query; *p != '\0'; p = g_utf8_next_char (p)) {
    if (g_unichar_iscntrl (g_utf8_get_char (p))) {
      return FALSE;
    }
  }
  self->query = g_steal_pointer (&query);

  return TRUE;
}

static const struct {
  PlumbPlaceTakes takes;
  const char *name;
  gboolean (*set) (PlumbPlace *self, const char *value);
} parameters[] = {
  { PLUMB_PLACE_TAKES_LEVEL, "level", set_level },
  { PLUMB_PLACE_TAKES_OTHER_LEVEL, "with", set_other_level },
  { PLUMB_PLACE_TAKES_AUDIENCE, "audience", set_audience },
  { PLUMB_PLACE_TAKES_POSITION, "position", set_position },
  { PLUMB_PLACE_TAKES_SORT, "sort", set_sort },
  { PLUMB_PLACE_TAKES_QUERY, "q", set_query },
};

static gboolean
parse_parameter (const char *parameter, PlumbPlace *self, guint *seen, GError **error)
{
  const char *equals = strchr (parameter, '=');
  g_autofree char *shown = NULL;

  for (gsize i = 0; equals != NULL && i < G_N_ELEMENTS (parameters); i++) {
    gsize length = strlen (parameters[i].name);

    if ((plumb_place_get_takes (self->page) & parameters[i].takes) == 0 ||
        (gsize) (equals - parameter) != length ||
        strncmp (parameters[i].name, parameter, length) != 0) {
      continue;
    }

    if ((*seen & (1u << i)) != 0) {
      return fail (error,
                   PLUMB_PLACE_ERROR_PARAMETER,
                   _ ("The address gives “%s” twice."),
                   parameters[i].name);
    }
    *seen |= 1u << i;

    if (!parameters[i].set (self, equals + 1)) {
      shown = plumb_syntax_quote (equals + 1, -1);
      return fail (error,
                   PLUMB_PLACE_ERROR_PARAMETER,
                   _ ("“%1$s” is not a value that “%2$s” can have in an address."),
                   shown,
                   parameters[i].name);
    }

    return TRUE;
  }

  shown = plumb_syntax_quote (parameter, -1);

  return fail (error,
               PLUMB_PLACE_ERROR_PARAMETER,
               _ ("The address has a part that this page does not take: “%s”."),
               shown);
}

static gboolean
parse_parameters (const char *query, PlumbPlace *self, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (query, "&", -1);
  guint seen = 0;

  if (parts[0] == NULL) {
    return parse_parameter (query, self, &seen, error);
  }

  for (gsize i = 0; parts[i] != NULL; i++) {
    if (!parse_parameter (parts[i], self, &seen, error)) {
      return FALSE;
    }
  }

  return TRUE;
}

static gboolean
parse_anchor (const char *anchor, PlumbPlace *self, GError **error)
{
  if ((plumb_place_get_takes (self->page) & PLUMB_PLACE_TAKES_ANCHOR) == 0 ||
      !plumb_place_is_anchor (anchor)) {
    g_autofree char *shown = plumb_syntax_quote (anchor, -1);

    return fail (error,
                 PLUMB_PLACE_ERROR_PARAMETER,
                 _ ("“%s” is not a part of a page that an address can name."),
                 shown);
  }
  self->anchor = g_strdup (anchor);

  return TRUE;
}

/**
 * plumb_place_parse:
 * @uri: a `plumb:` address, from anywhere
 * @error: return location for a #PlumbPlaceError
 *
 * Returns: (transfer full) (nullable): the place, or %NULL with @error set
 */
PlumbPlace *
plumb_place_parse (const char *uri, GError **error)
{
  g_autoptr (PlumbPlace) self = NULL;
  g_autofree char *rest = NULL;
  char *query;
  char *anchor;

  g_return_val_if_fail (uri != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strnlen (uri, PLUMB_PLACE_MAX_URI_LENGTH + 1) > PLUMB_PLACE_MAX_URI_LENGTH) {
    fail (error, PLUMB_PLACE_ERROR_TOO_LONG, _ ("The address is too long to be one of Plumb’s."));
    return NULL;
  }

  if (g_ascii_strncasecmp (uri, SCHEME, strlen (SCHEME)) != 0) {
    g_autofree char *shown = plumb_syntax_quote (uri, -1);

    fail (error,
          PLUMB_PLACE_ERROR_SCHEME,
          _ ("“%s” is not one of Plumb’s addresses: those begin with “plumb:”."),
          shown);
    return NULL;
  }

  rest = g_strdup (uri + strlen (SCHEME));
  anchor = strchr (rest, '#');
  if (anchor != NULL) {
    *anchor++ = '\0';
  }
  query = strchr (rest, '?');
  if (query != NULL) {
    *query++ = '\0';
  }

  self = plumb_place_alloc (PLUMB_PAGE_HOME);
  if (!parse_path (rest, self, error) ||
      (query != NULL && !parse_parameters (query, self, error)) ||
      (anchor != NULL && !parse_anchor (anchor, self, error))) {
    return NULL;
  }
  if (self->page == PLUMB_PAGE_SEARCH && self->query == NULL) {
    self->query = g_strdup ("");
  }

  return g_steal_pointer (&self);
}

static void
add_text (GString *uri, const char *name, const char *value, char *separator)
{
  if (value != NULL && value[0] != '\0') {
    g_string_append_printf (uri, "%c%s=", *separator, name);
    g_string_append_uri_escaped (uri, value, NULL, FALSE);
    *separator = '&';
  }
}

static void
add_level (GString *uri, const char *name, int level, char *separator)
{
  if (level != 0) {
    g_string_append_printf (uri, "%c%s=%d", *separator, name, level);
    *separator = '&';
  }
}

/**
 * plumb_place_to_uri:
 * @self: a place
 *
 * Returns: (transfer full): its address, which plumb_place_parse() reads as an equal place
 */
char *
plumb_place_to_uri (const PlumbPlace *self)
{
  GString *uri;
  char separator = '?';

  g_return_val_if_fail (self != NULL, NULL);

  uri = g_string_new (SCHEME);
  g_string_append (uri, page_names[self->page]);
  if (self->id != NULL) {
    g_string_append_c (uri, '/');
    g_string_append (uri, self->id);
  }
  add_level (uri, "level", self->level, &separator);
  add_level (uri, "with", self->other_level, &separator);
  add_text (uri, "audience", self->audience, &separator);
  add_text (uri, "position", self->position, &separator);
  add_text (uri, "sort", self->sort, &separator);
  add_text (uri, "q", self->query, &separator);
  if (self->anchor != NULL) {
    g_string_append_c (uri, '#');
    g_string_append (uri, self->anchor);
  }

  return g_string_free_and_steal (uri);
}
