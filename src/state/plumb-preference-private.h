/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The preferences, in the order of the table. */
typedef enum {
  PLUMB_PREFERENCE_TEXT_SIZE,
  PLUMB_PREFERENCE_READING_WIDTH,
  PLUMB_PREFERENCE_COLOR_SCHEME,
  PLUMB_PREFERENCE_EASIER_SPACING,
  PLUMB_PREFERENCE_CLAIM_MARKS,
  PLUMB_PREFERENCE_AUDIENCE,
  PLUMB_PREFERENCE_LEVEL,
  PLUMB_PREFERENCE_RESTORE_PLACE,
  PLUMB_PREFERENCE_CONTENT_LANGUAGE,
  PLUMB_PREFERENCE_SEARCH_PROVIDER,
  PLUMB_N_PREFERENCES,
} PlumbPreferenceId;

typedef enum {
  PLUMB_PREFERENCE_KIND_NUMBER,
  PLUMB_PREFERENCE_KIND_SWITCH,
  PLUMB_PREFERENCE_KIND_CHOICE,
  PLUMB_PREFERENCE_KIND_TEXT,
} PlumbPreferenceKind;

typedef struct {
  const char *name;
  PlumbPreferenceKind kind;
  /* A number, a switch, or which of the choices */
  int fallback;
  /* Of a number */
  int min;
  int max;
  /* Of a choice, ending in NULL */
  const char *const *choices;
} PlumbPreference;

const PlumbPreference *plumb_preference_get (PlumbPreferenceId id);
gboolean plumb_preference_find (const char *name, PlumbPreferenceId *id);

GVariant *plumb_preference_get_default (PlumbPreferenceId id);
gboolean plumb_preference_accepts (PlumbPreferenceId id, GVariant *value);
GVariant *plumb_preference_parse (PlumbPreferenceId id, const char *text);

G_END_DECLS
