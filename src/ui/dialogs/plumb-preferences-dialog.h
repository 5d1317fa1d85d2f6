/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>
#include <plumb-preferences.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_PREFERENCES_DIALOG (plumb_preferences_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPreferencesDialog,
                      plumb_preferences_dialog,
                      PLUMB,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

PlumbPreferencesDialog *plumb_preferences_dialog_new (PlumbPreferences *preferences);

G_END_DECLS
