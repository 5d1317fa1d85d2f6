/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-preferences-private.h"

/* The preferences by their types, and by their names. */

int
plumb_preferences_get_choice (PlumbPreferences *self, PlumbPreferenceId id)
{
  const char *const *choices = plumb_preference_get (id)->choices;
  const char *choice = g_variant_get_string (plumb_preferences_peek (self, id), NULL);

  for (int i = 0; choices[i] != NULL; i++) {
    if (g_str_equal (choices[i], choice)) {
      return i;
    }
  }

  g_assert_not_reached ();
}

void
plumb_preferences_set_text (PlumbPreferences *self, PlumbPreferenceId id, const char *text)
{
  g_return_if_fail (text == NULL || g_utf8_validate (text, -1, NULL));

  plumb_preferences_set (self, id, g_variant_new_string (text != NULL ? text : ""));
}

void
plumb_preferences_set_choice (PlumbPreferences *self, PlumbPreferenceId id, int choice)
{
  plumb_preferences_set (self,
                         id,
                         g_variant_new_string (plumb_preference_get (id)->choices[choice]));
}

void
plumb_preferences_set_number (PlumbPreferences *self, PlumbPreferenceId id, int number)
{
  const PlumbPreference *preference = plumb_preference_get (id);

  plumb_preferences_set (self,
                         id,
                         g_variant_new_int32 (CLAMP (number, preference->min, preference->max)));
}

/**
 * plumb_preferences_get_text_size:
 * @self: preferences
 *
 * Returns: the size of the text, in percent of what the desktop asks for
 */
int
plumb_preferences_get_text_size (PlumbPreferences *self)
{
  g_return_val_if_fail (PLUMB_IS_PREFERENCES (self), 0);

  return g_variant_get_int32 (plumb_preferences_peek (self, PLUMB_PREFERENCE_TEXT_SIZE));
}

/**
 * plumb_preferences_set_text_size:
 * @self: preferences
 * @text_size: the new value
 *
 * Sets the size of the text. A value outside 75 to 300 is brought into that range.
 * Has no effect if the preference is locked.
 */
void
plumb_preferences_set_text_size (PlumbPreferences *self, int text_size)
{
  g_return_if_fail (PLUMB_IS_PREFERENCES (self));

  plumb_preferences_set_number (self, PLUMB_PREFERENCE_TEXT_SIZE, text_size);
}

/**
 * plumb_preferences_get_reading_width:
 * @self: preferences
 *
 * Returns: how long the lines of an article may become
 */
PlumbReadingWidth
plumb_preferences_get_reading_width (PlumbPreferences *self)
{
  g_return_val_if_fail (PLUMB_IS_PREFERENCES (self), PLUMB_READING_WIDTH_MEDIUM);

  return (PlumbReadingWidth) plumb_preferences_get_choice (self, PLUMB_PREFERENCE_READING_WIDTH);
}

/**
 * plumb_preferences_set_reading_width:
 * @self: preferences
 * @reading_width: the new value
 *
 * Sets how long the lines of an article may become.
 * Has no effect if the preference is locked.
 */
void
plumb_preferences_set_reading_width (PlumbPreferences *self, PlumbReadingWidth reading_width)
{
  g_return_if_fail (PLUMB_IS_PREFERENCES (self));
  g_return_if_fail ((guint) reading_width <= PLUMB_READING_WIDTH_WIDE);

  plumb_preferences_set_choice (self, PLUMB_PREFERENCE_READING_WIDTH, (int) reading_width);
}

/**
 * plumb_preferences_get_color_scheme:
 * @self: preferences
 *
 * Returns: whether windows are light, dark, or follow the desktop
 */
PlumbColorScheme
plumb_preferences_get_color_scheme (PlumbPreferences *self)
{
  g_return_val_if_fail (PLUMB_IS_PREFERENCES (self), PLUMB_COLOR_SCHEME_SYSTEM);

  return (PlumbColorScheme) plumb_preferences_get_choice (self, PLUMB_PREFERENCE_COLOR_SCHEME);
}

/**
 * plumb_preferences_set_color_scheme:
 * @self: preferences
 * @color_scheme: the new value
 *
 * Sets whether windows are light, dark, or follow the desktop.
 * Has no effect if the preference is locked.
 */
void
plumb_preferences_set_color_scheme (PlumbPreferences *self, PlumbColorScheme color_scheme)
{
  g_return_if_fail (PLUMB_IS_PREFERENCES (self));
  g_return_if_fail ((guint) color_scheme <= PLUMB_COLOR_SCHEME_DARK);

  plumb_preferences_set_choice (self, PLUMB_PREFERENCE_COLOR_SCHEME, (int) color_scheme);
}

/**
 * plumb_preferences_get_easier_spacing:
 * @self: preferences
 *
 * Returns: whether letters, words and lines of articles stand further apart
 */
gboolean
plumb_preferences_get_easier_spacing (PlumbPreferences *self)
{
  g_return_val_if_fail (PLUMB_IS_PREFERENCES (self), FALSE);

  return g_variant_get_boolean (plumb_preferences_peek (self, PLUMB_PREFERENCE_EASIER_SPACING));
}

/**
 * plumb_preferences_set_easier_spacing:
 * @self: preferences
 * @easier_spacing: the new value
 *
 * Sets whether letters, words and lines of articles stand further apart.
 * Has no effect if the preference is locked.
 */
void
plumb_preferences_set_easier_spacing (PlumbPreferences *self, gboolean easier_spacing)
{
  g_return_if_fail (PLUMB_IS_PREFERENCES (self));

  plumb_preferences_set (self,
                         PLUMB_PREFERENCE_EASIER_SPACING,
                         g_variant_new_boolean (easier_spacing));
}

/**
 * plumb_preferences_get_claim_marks:
 * @self: preferences
 *
 * Returns: whether claims in the text carry a mark
 */
gboolean
plumb_preferences_get_claim_marks (PlumbPreferences *self)
{
  g_return_val_if_fail (PLUMB_IS_PREFERENCES (self), FALSE);

  return g_variant_get_boolean (plumb_preferences_peek (self, PLUMB_PREFERENCE_CLAIM_MARKS));
}

/**
 * plumb_preferences_set_claim_marks:
 * @self: preferences
 * @claim_marks: the new value
 *
 * Sets whether claims in the text carry a mark.
 * Has no effect if the preference is locked.
 */
void
plumb_preferences_set_claim_marks (PlumbPreferences *self, gboolean claim_marks)
{
  g_return_if_fail (PLUMB_IS_PREFERENCES (self));

  plumb_preferences_set (self, PLUMB_PREFERENCE_CLAIM_MARKS, g_variant_new_boolean (claim_marks));
}

/**
 * plumb_preferences_get_audience:
 * @self: preferences
 *
 * Returns: (transfer none): the id of the audience that was shown last, or an empty string
 */
const char *
plumb_preferences_get_audience (PlumbPreferences *self)
{
  g_return_val_if_fail (PLUMB_IS_PREFERENCES (self), NULL);

  return g_variant_get_string (plumb_preferences_peek (self, PLUMB_PREFERENCE_AUDIENCE), NULL);
}

/**
 * plumb_preferences_set_audience:
 * @self: preferences
 * @audience: (nullable): the new value
 *
 * Notes which audience is shown.
 * Has no effect if the preference is locked.
 */
void
plumb_preferences_set_audience (PlumbPreferences *self, const char *audience)
{
  g_return_if_fail (PLUMB_IS_PREFERENCES (self));

  plumb_preferences_set_text (self, PLUMB_PREFERENCE_AUDIENCE, audience);
}

/**
 * plumb_preferences_get_level:
 * @self: preferences
 *
 * Returns: the level that was read last, from 1, or 0 for none
 */
int
plumb_preferences_get_level (PlumbPreferences *self)
{
  g_return_val_if_fail (PLUMB_IS_PREFERENCES (self), 0);

  return g_variant_get_int32 (plumb_preferences_peek (self, PLUMB_PREFERENCE_LEVEL));
}

/**
 * plumb_preferences_set_level:
 * @self: preferences
 * @level: the new value
 *
 * Notes which level is read. A value outside 0 to 3 is brought into that range.
 * Has no effect if the preference is locked.
 */
void
plumb_preferences_set_level (PlumbPreferences *self, int level)
{
  g_return_if_fail (PLUMB_IS_PREFERENCES (self));

  plumb_preferences_set_number (self, PLUMB_PREFERENCE_LEVEL, level);
}

/**
 * plumb_preferences_get_restore_place:
 * @self: preferences
 *
 * Returns: whether the windows of last time are opened again
 */
gboolean
plumb_preferences_get_restore_place (PlumbPreferences *self)
{
  g_return_val_if_fail (PLUMB_IS_PREFERENCES (self), FALSE);

  return g_variant_get_boolean (plumb_preferences_peek (self, PLUMB_PREFERENCE_RESTORE_PLACE));
}

/**
 * plumb_preferences_set_restore_place:
 * @self: preferences
 * @restore_place: the new value
 *
 * Sets whether the windows of last time are opened again.
 * Has no effect if the preference is locked.
 */
void
plumb_preferences_set_restore_place (PlumbPreferences *self, gboolean restore_place)
{
  g_return_if_fail (PLUMB_IS_PREFERENCES (self));

  plumb_preferences_set (self,
                         PLUMB_PREFERENCE_RESTORE_PLACE,
                         g_variant_new_boolean (restore_place));
}

/**
 * plumb_preferences_get_content_language:
 * @self: preferences
 *
 * Returns: (transfer none): the language of topics as a BCP 47 tag, or an empty string for that
 *   of the interface
 */
const char *
plumb_preferences_get_content_language (PlumbPreferences *self)
{
  g_return_val_if_fail (PLUMB_IS_PREFERENCES (self), NULL);

  return g_variant_get_string (plumb_preferences_peek (self, PLUMB_PREFERENCE_CONTENT_LANGUAGE),
                               NULL);
}

/**
 * plumb_preferences_set_content_language:
 * @self: preferences
 * @content_language: (nullable): the new value
 *
 * Sets the language of topics.
 * Has no effect if the preference is locked.
 */
void
plumb_preferences_set_content_language (PlumbPreferences *self, const char *content_language)
{
  g_return_if_fail (PLUMB_IS_PREFERENCES (self));

  plumb_preferences_set_text (self, PLUMB_PREFERENCE_CONTENT_LANGUAGE, content_language);
}

/**
 * plumb_preferences_get_search_provider:
 * @self: preferences
 *
 * Returns: whether topics are found from the desktop's search
 */
gboolean
plumb_preferences_get_search_provider (PlumbPreferences *self)
{
  g_return_val_if_fail (PLUMB_IS_PREFERENCES (self), FALSE);

  return g_variant_get_boolean (plumb_preferences_peek (self, PLUMB_PREFERENCE_SEARCH_PROVIDER));
}

/**
 * plumb_preferences_set_search_provider:
 * @self: preferences
 * @search_provider: the new value
 *
 * Sets whether topics are found from the desktop's search.
 * Has no effect if the preference is locked.
 */
void
plumb_preferences_set_search_provider (PlumbPreferences *self, gboolean search_provider)
{
  g_return_if_fail (PLUMB_IS_PREFERENCES (self));

  plumb_preferences_set (self,
                         PLUMB_PREFERENCE_SEARCH_PROVIDER,
                         g_variant_new_boolean (search_provider));
}
