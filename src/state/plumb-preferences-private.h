/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plumb-preference-private.h"
#include "plumb-preferences.h"

G_BEGIN_DECLS

GVariant *plumb_preferences_peek (PlumbPreferences *self, PlumbPreferenceId id);
void plumb_preferences_set (PlumbPreferences *self, PlumbPreferenceId id, GVariant *value);

int plumb_preferences_get_choice (PlumbPreferences *self, PlumbPreferenceId id);
void plumb_preferences_set_choice (PlumbPreferences *self, PlumbPreferenceId id, int choice);
void plumb_preferences_set_number (PlumbPreferences *self, PlumbPreferenceId id, int number);
void plumb_preferences_set_text (PlumbPreferences *self, PlumbPreferenceId id, const char *text);

G_END_DECLS
