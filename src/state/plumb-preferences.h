/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "plumb-policy.h"
#include "plumb-store.h"

G_BEGIN_DECLS

/* Text size, in percent of the size that the desktop asks for. */
#define PLUMB_TEXT_SIZE_MIN 75
#define PLUMB_TEXT_SIZE_MAX 300
#define PLUMB_TEXT_SIZE_DEFAULT 100

/**
 * PlumbReadingWidth:
 * @PLUMB_READING_WIDTH_NARROW: short lines
 * @PLUMB_READING_WIDTH_MEDIUM: lines of ordinary length
 * @PLUMB_READING_WIDTH_WIDE: long lines
 *
 * How long the lines of an article may become.
 */
typedef enum {
  PLUMB_READING_WIDTH_NARROW,
  PLUMB_READING_WIDTH_MEDIUM,
  PLUMB_READING_WIDTH_WIDE,
} PlumbReadingWidth;

/**
 * PlumbColorScheme:
 * @PLUMB_COLOR_SCHEME_SYSTEM: as the desktop says
 * @PLUMB_COLOR_SCHEME_LIGHT: always light
 * @PLUMB_COLOR_SCHEME_DARK: always dark
 *
 * The colours of the window.
 */
typedef enum {
  PLUMB_COLOR_SCHEME_SYSTEM,
  PLUMB_COLOR_SCHEME_LIGHT,
  PLUMB_COLOR_SCHEME_DARK,
} PlumbColorScheme;

#define PLUMB_TYPE_READING_WIDTH (plumb_reading_width_get_type ())
GType plumb_reading_width_get_type (void);

#define PLUMB_TYPE_COLOR_SCHEME (plumb_color_scheme_get_type ())
GType plumb_color_scheme_get_type (void);

#define PLUMB_TYPE_PREFERENCES (plumb_preferences_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPreferences, plumb_preferences, PLUMB, PREFERENCES, GObject)

PlumbPreferences *
plumb_preferences_new (const char *schema_id, PlumbStoreMode mode, PlumbPolicy *policy);

PlumbPolicy *plumb_preferences_get_policy (PlumbPreferences *self);
gboolean plumb_preferences_is_locked (PlumbPreferences *self, const char *name);
void plumb_preferences_reset (PlumbPreferences *self, const char *name);

int plumb_preferences_get_text_size (PlumbPreferences *self);
void plumb_preferences_set_text_size (PlumbPreferences *self, int text_size);

PlumbReadingWidth plumb_preferences_get_reading_width (PlumbPreferences *self);
void plumb_preferences_set_reading_width (PlumbPreferences *self, PlumbReadingWidth reading_width);

PlumbColorScheme plumb_preferences_get_color_scheme (PlumbPreferences *self);
void plumb_preferences_set_color_scheme (PlumbPreferences *self, PlumbColorScheme color_scheme);

gboolean plumb_preferences_get_easier_spacing (PlumbPreferences *self);
void plumb_preferences_set_easier_spacing (PlumbPreferences *self, gboolean easier_spacing);

gboolean plumb_preferences_get_claim_marks (PlumbPreferences *self);
void plumb_preferences_set_claim_marks (PlumbPreferences *self, gboolean claim_marks);

const char *plumb_preferences_get_audience (PlumbPreferences *self);
void plumb_preferences_set_audience (PlumbPreferences *self, const char *audience);

int plumb_preferences_get_level (PlumbPreferences *self);
void plumb_preferences_set_level (PlumbPreferences *self, int level);

gboolean plumb_preferences_get_restore_place (PlumbPreferences *self);
void plumb_preferences_set_restore_place (PlumbPreferences *self, gboolean restore_place);

const char *plumb_preferences_get_content_language (PlumbPreferences *self);
void plumb_preferences_set_content_language (PlumbPreferences *self, const char *content_language);

gboolean plumb_preferences_get_search_provider (PlumbPreferences *self);
void plumb_preferences_set_search_provider (PlumbPreferences *self, gboolean search_provider);

G_END_DECLS
