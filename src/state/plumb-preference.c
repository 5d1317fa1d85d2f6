/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-preference-private.h"

#include "plumb-preferences.h"

static const char *const reading_widths[] = { "narrow", "medium", "wide", NULL };
static const char *const color_schemes[] = { "system", "light", "dark", NULL };

/* Every preference is declared here once more than in the schema, so that a program whose schema is
 * not installed still runs. A test holds the two together. */
static const PlumbPreference preferences[] = {
  [PLUMB_PREFERENCE_TEXT_SIZE] = {
    .name = "text-size",
    .kind = PLUMB_PREFERENCE_KIND_NUMBER,
    .fallback = PLUMB_TEXT_SIZE_DEFAULT,
    .min = PLUMB_TEXT_SIZE_MIN,
    .max = PLUMB_TEXT_SIZE_MAX,
  },
  [PLUMB_PREFERENCE_READING_WIDTH] = {
    .name = "reading-width",
    .kind = PLUMB_PREFERENCE_KIND_CHOICE,
    .fallback = PLUMB_READING_WIDTH_MEDIUM,
    .choices = reading_widths,
  },
  [PLUMB_PREFERENCE_COLOR_SCHEME] = {
    .name = "color-scheme",
    .kind = PLUMB_PREFERENCE_KIND_CHOICE,
    .fallback = PLUMB_COLOR_SCHEME_SYSTEM,
    .choices = color_schemes,
  },
  [PLUMB_PREFERENCE_EASIER_SPACING] = {
    .name = "easier-spacing",
    .kind = PLUMB_PREFERENCE_KIND_SWITCH,
    .fallback = FALSE,
  },
  [PLUMB_PREFERENCE_CLAIM_MARKS] = {
    .name = "claim-marks",
    .kind = PLUMB_PREFERENCE_KIND_SWITCH,
    .fallback = TRUE,
  },
  [PLUMB_PREFERENCE_AUDIENCE] = {
    .name = "audience",
    .kind = PLUMB_PREFERENCE_KIND_TEXT,
  },
  [PLUMB_PREFERENCE_LEVEL] = {
    .name = "level",
    .kind = PLUMB_PREFERENCE_KIND_NUMBER,
    .fallback = 0,
    .min = 0,
    .max = 3,
  },
  [PLUMB_PREFERENCE_RESTORE_PLACE] = {
    .name = "restore-place",
    .kind = PLUMB_PREFERENCE_KIND_SWITCH,
    .fallback = TRUE,
  },
  [PLUMB_PREFERENCE_CONTENT_LANGUAGE] = {
    .name = "content-language",
    .kind = PLUMB_PREFERENCE_KIND_TEXT,
  },
  [PLUMB_PREFERENCE_SEARCH_PROVIDER] = {
    .name = "search-provider",
    .kind = PLUMB_PREFERENCE_KIND_SWITCH,
    .fallback = TRUE,
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (preferences) == PLUMB_N_PREFERENCES);

/*< private >
 * plumb_preference_get:
 * @id: a preference
 *
 * Returns: what it is
 */
const PlumbPreference *
plumb_preference_get (PlumbPreferenceId id)
{
  g_assert (id < PLUMB_N_PREFERENCES);

  return &preferences[id];
}

/*< private >
 * plumb_preference_find:
 * @name: a name
 * @id: (out): the preference of that name
 *
 * Returns: whether there is one
 */
gboolean
plumb_preference_find (const char *name, PlumbPreferenceId *id)
{
  for (guint i = 0; i < PLUMB_N_PREFERENCES; i++) {
    if (g_strcmp0 (preferences[i].name, name) == 0) {
      *id = (PlumbPreferenceId) i;
      return TRUE;
    }
  }

  return FALSE;
}

/*< private >
 * plumb_preference_get_default:
 * @id: a preference
 *
 * Returns: (transfer full): its value when nobody has set it
 */
GVariant *
plumb_preference_get_default (PlumbPreferenceId id)
{
  const PlumbPreference *preference = plumb_preference_get (id);

  switch (preference->kind) {
  case PLUMB_PREFERENCE_KIND_NUMBER:
    return g_variant_ref_sink (g_variant_new_int32 (preference->fallback));
  case PLUMB_PREFERENCE_KIND_SWITCH:
    return g_variant_ref_sink (g_variant_new_boolean (preference->fallback));
  case PLUMB_PREFERENCE_KIND_CHOICE:
    return g_variant_ref_sink (g_variant_new_string (preference->choices[preference->fallback]));
  case PLUMB_PREFERENCE_KIND_TEXT:
    return g_variant_ref_sink (g_variant_new_string (""));
  default:
    g_assert_not_reached ();
  }
}

/*< private >
 * plumb_preference_accepts:
 * @id: a preference
 * @value: a value of any type
 *
 * Returns: whether the preference can have that value
 */
gboolean
plumb_preference_accepts (PlumbPreferenceId id, GVariant *value)
{
  const PlumbPreference *preference = plumb_preference_get (id);

  switch (preference->kind) {
  case PLUMB_PREFERENCE_KIND_NUMBER:
    return g_variant_is_of_type (value, G_VARIANT_TYPE_INT32) &&
           g_variant_get_int32 (value) >= preference->min &&
           g_variant_get_int32 (value) <= preference->max;
  case PLUMB_PREFERENCE_KIND_SWITCH:
    return g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN);
  case PLUMB_PREFERENCE_KIND_CHOICE:
    return g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) &&
           g_strv_contains (preference->choices, g_variant_get_string (value, NULL));
  case PLUMB_PREFERENCE_KIND_TEXT:
    return g_variant_is_of_type (value, G_VARIANT_TYPE_STRING);
  default:
    g_assert_not_reached ();
  }
}

/*< private >
 * plumb_preference_parse:
 * @id: a preference
 * @text: what an administrator wrote
 *
 * Returns: (transfer full) (nullable): the value that @text stands for, or %NULL if it is none that
 *   the preference can have
 */
GVariant *
plumb_preference_parse (PlumbPreferenceId id, const char *text)
{
  const PlumbPreference *preference = plumb_preference_get (id);
  g_autoptr (GVariant) value = NULL;
  gint64 number;

  switch (preference->kind) {
  case PLUMB_PREFERENCE_KIND_NUMBER:
    if (!g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, &number, NULL)) {
      return NULL;
    }
    value = g_variant_ref_sink (g_variant_new_int32 ((gint32) number));
    break;
  case PLUMB_PREFERENCE_KIND_SWITCH:
    if (!g_str_equal (text, "true") && !g_str_equal (text, "false")) {
      return NULL;
    }
    value = g_variant_ref_sink (g_variant_new_boolean (g_str_equal (text, "true")));
    break;
  case PLUMB_PREFERENCE_KIND_CHOICE:
  case PLUMB_PREFERENCE_KIND_TEXT:
    value = g_variant_ref_sink (g_variant_new_string (text));
    break;
  default:
    g_assert_not_reached ();
  }

  return plumb_preference_accepts (id, value) ? g_steal_pointer (&value) : NULL;
}
