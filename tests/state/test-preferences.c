/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "plumb-preference-private.h"
#include "plumb-preferences.h"
#include "plumb-state-test.h"
#include "plumb-test-settings.h"

#define SCHEMA_ID "io.github.plumbreader.Plumb"

static PlumbPolicy *
make_policy (const char *contents)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  plumb_test_folder_make (folder);
  path = g_build_filename (folder->path, "policy", NULL);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  file = g_file_new_for_path (path);

  return plumb_policy_new (&file, 1);
}

static PlumbPreferences *
open_preferences (void)
{
  plumb_test_settings_clear ();

  return plumb_preferences_new (SCHEMA_ID, PLUMB_STORE_MODE_DISK, NULL);
}

static void
note_cb (GObject *object, GParamSpec *pspec, GString *log)
{
  g_string_append_printf (log, "%s ", pspec->name);
}

static void
lock_changed_cb (PlumbPreferences *preferences, const char *name, GString *log)
{
  g_string_append_printf (log, "%s:%d ", name, plumb_preferences_is_locked (preferences, name));
}

static void
assert_defaults (PlumbPreferences *preferences)
{
  g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, 100);
  g_assert_cmpint (plumb_preferences_get_reading_width (preferences),
                   ==,
                   PLUMB_READING_WIDTH_MEDIUM);
  g_assert_cmpint (plumb_preferences_get_color_scheme (preferences), ==, PLUMB_COLOR_SCHEME_SYSTEM);
  g_assert_false (plumb_preferences_get_easier_spacing (preferences));
  g_assert_true (plumb_preferences_get_claim_marks (preferences));
  g_assert_cmpstr (plumb_preferences_get_audience (preferences), ==, "");
  g_assert_cmpint (plumb_preferences_get_level (preferences), ==, 0);
  g_assert_true (plumb_preferences_get_restore_place (preferences));
  g_assert_cmpstr (plumb_preferences_get_content_language (preferences), ==, "");
  g_assert_true (plumb_preferences_get_search_provider (preferences));
}

static void
set_all (PlumbPreferences *preferences)
{
  plumb_preferences_set_text_size (preferences, 150);
  plumb_preferences_set_reading_width (preferences, PLUMB_READING_WIDTH_NARROW);
  plumb_preferences_set_color_scheme (preferences, PLUMB_COLOR_SCHEME_DARK);
  plumb_preferences_set_easier_spacing (preferences, TRUE);
  plumb_preferences_set_claim_marks (preferences, FALSE);
  plumb_preferences_set_audience (preferences, "builder");
  plumb_preferences_set_level (preferences, 3);
  plumb_preferences_set_restore_place (preferences, FALSE);
  plumb_preferences_set_content_language (preferences, "ar");
  plumb_preferences_set_search_provider (preferences, FALSE);
}

static void
assert_all (PlumbPreferences *preferences)
{
  g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, 150);
  g_assert_cmpint (plumb_preferences_get_reading_width (preferences),
                   ==,
                   PLUMB_READING_WIDTH_NARROW);
  g_assert_cmpint (plumb_preferences_get_color_scheme (preferences), ==, PLUMB_COLOR_SCHEME_DARK);
  g_assert_true (plumb_preferences_get_easier_spacing (preferences));
  g_assert_false (plumb_preferences_get_claim_marks (preferences));
  g_assert_cmpstr (plumb_preferences_get_audience (preferences), ==, "builder");
  g_assert_cmpint (plumb_preferences_get_level (preferences), ==, 3);
  g_assert_false (plumb_preferences_get_restore_place (preferences));
  g_assert_cmpstr (plumb_preferences_get_content_language (preferences), ==, "ar");
  g_assert_false (plumb_preferences_get_search_provider (preferences));
}

#define ALL_NAMES \
  "text-size reading-width color-scheme easier-spacing claim-marks audience level restore-place " \
  "content-language search-provider "

static void
test_new_destroy (void)
{
  g_autoptr (PlumbPolicy) policy = plumb_policy_new (NULL, 0);
  PlumbPreferences *preferences = open_preferences ();

  assert_defaults (preferences);
  g_assert_nonnull (plumb_preferences_get_policy (preferences));
  g_assert_finalize_object (preferences);

  preferences = plumb_preferences_new (SCHEMA_ID, PLUMB_STORE_MODE_NONE, policy);
  g_assert_true (plumb_preferences_get_policy (preferences) == policy);
  g_assert_finalize_object (preferences);

  /* Nobody who has gone is told of changes. */
  plumb_test_settings_store ("level", g_variant_new_int32 (2));
}

/* The table and the schema say the same. */
static void
test_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);
  g_auto (GStrv) keys = NULL;

  g_assert_nonnull (schema);
  g_assert_cmpstr (g_settings_schema_get_path (schema), ==, "/io/github/plumbreader/Plumb/");
  keys = g_settings_schema_list_keys (schema);
  g_assert_cmpuint (g_strv_length (keys), ==, PLUMB_N_PREFERENCES);

  for (guint i = 0; i < PLUMB_N_PREFERENCES; i++) {
    const PlumbPreference *preference = plumb_preference_get ((PlumbPreferenceId) i);
    g_autoptr (GSettingsSchemaKey) key = g_settings_schema_get_key (schema, preference->name);
    g_autoptr (GVariant) schema_default = g_settings_schema_key_get_default_value (key);
    g_autoptr (GVariant) fallback = plumb_preference_get_default ((PlumbPreferenceId) i);

    g_assert_cmpvariant (schema_default, fallback);
    g_assert_true (plumb_preference_accepts ((PlumbPreferenceId) i, fallback));
    if (preference->kind == PLUMB_PREFERENCE_KIND_NUMBER) {
      for (int value = preference->min - 2; value <= preference->max + 2; value++) {
        g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_int32 (value));

        g_assert_cmpint (g_settings_schema_key_range_check (key, variant),
                         ==,
                         plumb_preference_accepts ((PlumbPreferenceId) i, variant));
      }
    }
    if (preference->kind == PLUMB_PREFERENCE_KIND_CHOICE) {
      g_autoptr (GVariant) range = g_settings_schema_key_get_range (key);
      g_autoptr (GVariant) choices = NULL;
      g_autofree const char **names = NULL;
      const char *type;

      g_variant_get (range, "(&sv)", &type, &choices);
      g_assert_cmpstr (type, ==, "enum");
      names = g_variant_get_strv (choices, NULL);
      g_assert_true (g_strv_equal (names, preference->choices));
    }
  }
}

/* Every preference can be set, is told once, kept, and read again. */
static void
test_values (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  PlumbPreferences *preferences = open_preferences ();

  g_signal_connect (preferences, "notify", G_CALLBACK (note_cb), log);
  set_all (preferences);
  assert_all (preferences);
  g_assert_cmpstr (log->str, ==, ALL_NAMES);
  g_assert_cmpuint (plumb_test_settings_get_n_writes (), ==, PLUMB_N_PREFERENCES);

  /* The same again is no change. */
  set_all (preferences);
  g_assert_cmpstr (log->str, ==, ALL_NAMES);
  g_assert_cmpuint (plumb_test_settings_get_n_writes (), ==, PLUMB_N_PREFERENCES);
  g_assert_finalize_object (preferences);

  preferences = plumb_preferences_new (SCHEMA_ID, PLUMB_STORE_MODE_DISK, NULL);
  assert_all (preferences);
  for (guint i = 0; i < PLUMB_N_PREFERENCES; i++) {
    const char *name = plumb_preference_get ((PlumbPreferenceId) i)->name;

    g_assert_false (plumb_preferences_is_locked (preferences, name));
    plumb_preferences_reset (preferences, name);
  }
  assert_defaults (preferences);
  g_assert_finalize_object (preferences);
}

static void
test_properties (void)
{
  g_autoptr (PlumbPreferences) preferences = open_preferences ();
  g_autofree char *audience = NULL;
  PlumbReadingWidth width;
  PlumbColorScheme scheme;
  gboolean spacing;
  int size;

  g_object_set (preferences,
                "text-size",
                200,
                "reading-width",
                PLUMB_READING_WIDTH_WIDE,
                "color-scheme",
                PLUMB_COLOR_SCHEME_LIGHT,
                "easier-spacing",
                TRUE,
                "audience",
                "curious",
                NULL);
  g_object_get (preferences,
                "text-size",
                &size,
                "reading-width",
                &width,
                "color-scheme",
                &scheme,
                "easier-spacing",
                &spacing,
                "audience",
                &audience,
                NULL);
  g_assert_cmpint (size, ==, 200);
  g_assert_cmpint (width, ==, PLUMB_READING_WIDTH_WIDE);
  g_assert_cmpint (scheme, ==, PLUMB_COLOR_SCHEME_LIGHT);
  g_assert_true (spacing);
  g_assert_cmpstr (audience, ==, "curious");

  g_object_set (preferences, "audience", NULL, NULL);
  g_assert_cmpstr (plumb_preferences_get_audience (preferences), ==, "");
}

static void
test_range (void)
{
  g_autoptr (PlumbPreferences) preferences = open_preferences ();

  plumb_preferences_set_text_size (preferences, 10);
  g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, PLUMB_TEXT_SIZE_MIN);
  plumb_preferences_set_text_size (preferences, 1000);
  g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, PLUMB_TEXT_SIZE_MAX);
  plumb_preferences_set_level (preferences, -1);
  g_assert_cmpint (plumb_preferences_get_level (preferences), ==, 0);
  plumb_preferences_set_level (preferences, 9);
  g_assert_cmpint (plumb_preferences_get_level (preferences), ==, 3);
}

static void
test_changed_elsewhere (void)
{
  g_autoptr (PlumbPreferences) preferences = open_preferences ();
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (preferences, "notify", G_CALLBACK (note_cb), log);
  plumb_test_settings_store ("text-size", g_variant_new_int32 (120));
  g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, 120);
  g_assert_cmpstr (log->str, ==, "text-size ");

  /* What can't be is taken for the default. */
  plumb_test_settings_store ("text-size", g_variant_new_int32 (9999));
  g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, 100);
  plumb_test_settings_store ("color-scheme", g_variant_new_string ("pink"));
  g_assert_cmpint (plumb_preferences_get_color_scheme (preferences), ==, PLUMB_COLOR_SCHEME_SYSTEM);
}

static void
test_locked_by_policy (void)
{
  g_autoptr (PlumbPolicy) policy = make_policy (
      "[preferences]\ntext-size=150\nclaim-marks=false\ncontent-language=en\n");
  g_autoptr (PlumbPreferences) preferences = NULL;
  g_autoptr (GString) log = g_string_new (NULL);

  plumb_test_settings_clear ();
  plumb_test_settings_store ("text-size", g_variant_new_int32 (80));
  preferences = plumb_preferences_new (SCHEMA_ID, PLUMB_STORE_MODE_DISK, policy);
  g_signal_connect (preferences, "notify", G_CALLBACK (note_cb), log);
  g_signal_connect (preferences, "lock-changed", G_CALLBACK (lock_changed_cb), log);

  g_assert_true (plumb_preferences_is_locked (preferences, "text-size"));
  g_assert_true (plumb_preferences_is_locked (preferences, "claim-marks"));
  g_assert_true (plumb_preferences_is_locked (preferences, "content-language"));
  g_assert_false (plumb_preferences_is_locked (preferences, "level"));
  g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, 150);

  /* Nobody can change them, in any way. */
  plumb_preferences_set_text_size (preferences, 200);
  g_object_set (preferences, "text-size", 201, "claim-marks", TRUE, "content-language", "de", NULL);
  plumb_preferences_reset (preferences, "text-size");
  plumb_test_settings_store ("text-size", g_variant_new_int32 (90));
  plumb_test_settings_set_writable ("text-size", FALSE);
  plumb_test_settings_set_writable ("text-size", TRUE);
  g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, 150);
  g_assert_false (plumb_preferences_get_claim_marks (preferences));
  g_assert_cmpstr (plumb_preferences_get_content_language (preferences), ==, "en");
  g_assert_true (plumb_preferences_is_locked (preferences, "text-size"));
  g_assert_cmpstr (log->str, ==, "");
  g_assert_cmpuint (plumb_test_settings_get_n_writes (), ==, 0);

  plumb_preferences_set_level (preferences, 2);
  g_assert_cmpint (plumb_preferences_get_level (preferences), ==, 2);
  g_assert_cmpstr (log->str, ==, "level ");
}

static void
test_locked_by_desktop (void)
{
  g_autoptr (PlumbPreferences) preferences = open_preferences ();
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (preferences, "lock-changed", G_CALLBACK (lock_changed_cb), log);
  plumb_test_settings_set_writable ("text-size", FALSE);
  g_assert_true (plumb_preferences_is_locked (preferences, "text-size"));
  plumb_preferences_set_text_size (preferences, 200);
  plumb_preferences_reset (preferences, "text-size");
  g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, 100);
  g_assert_cmpuint (plumb_test_settings_get_n_writes (), ==, 0);

  plumb_test_settings_set_writable ("text-size", TRUE);
  g_assert_false (plumb_preferences_is_locked (preferences, "text-size"));
  plumb_preferences_set_text_size (preferences, 200);
  g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, 200);
  g_assert_cmpstr (log->str, ==, "text-size:1 text-size:0 ");
}

/* In these modes the desktop's settings are neither read nor written. */
static void
test_modes (void)
{
  static const PlumbStoreMode modes[] = { PLUMB_STORE_MODE_SESSION, PLUMB_STORE_MODE_NONE };
  g_autoptr (PlumbPolicy) policy = make_policy ("[preferences]\nlevel=1\n");

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    PlumbPreferences *preferences;
    PlumbPreferences *locked;

    plumb_test_settings_clear ();
    plumb_test_settings_store ("text-size", g_variant_new_int32 (80));
    preferences = plumb_preferences_new (SCHEMA_ID, modes[i], NULL);
    assert_defaults (preferences);
    set_all (preferences);
    assert_all (preferences);
    plumb_preferences_reset (preferences, "text-size");
    g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, 100);
    g_assert_finalize_object (preferences);

    locked = plumb_preferences_new (SCHEMA_ID, modes[i], policy);
    g_assert_true (plumb_preferences_is_locked (locked, "level"));
    plumb_preferences_set_level (locked, 2);
    g_assert_cmpint (plumb_preferences_get_level (locked), ==, 1);
    g_assert_cmpint (plumb_preferences_get_text_size (locked), ==, 100);
    g_assert_finalize_object (locked);

    g_assert_cmpuint (plumb_test_settings_get_n_writes (), ==, 0);
    g_assert_cmpuint (plumb_test_settings_get_n_reads (), ==, 0);
  }
}

/* A program whose schema is not installed, or is another's, runs all the same. */
static void
test_no_schema (void)
{
  static const char *const ids[] = {
    "io.github.plumbreader.NotInstalled",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    PlumbPreferences *preferences;
    g_autoptr (GString) log = g_string_new (NULL);

    plumb_test_settings_clear ();
    preferences = plumb_preferences_new (ids[i], PLUMB_STORE_MODE_DISK, NULL);
    g_signal_connect (preferences, "notify", G_CALLBACK (note_cb), log);
    assert_defaults (preferences);
    set_all (preferences);
    assert_all (preferences);
    g_assert_cmpstr (log->str, ==, ALL_NAMES);
    g_assert_cmpuint (plumb_test_settings_get_n_writes (), ==, 0);
    g_assert_finalize_object (preferences);
  }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  plumb_test_settings_install ();

  g_test_add_func ("/preferences/new-destroy", test_new_destroy);
  g_test_add_func ("/preferences/schema", test_schema);
  g_test_add_func ("/preferences/values", test_values);
  g_test_add_func ("/preferences/properties", test_properties);
  g_test_add_func ("/preferences/range", test_range);
  g_test_add_func ("/preferences/changed-elsewhere", test_changed_elsewhere);
  g_test_add_func ("/preferences/locked-by-policy", test_locked_by_policy);
  g_test_add_func ("/preferences/locked-by-desktop", test_locked_by_desktop);
  g_test_add_func ("/preferences/modes", test_modes);
  g_test_add_func ("/preferences/no-schema", test_no_schema);

  return g_test_run ();
}
