/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-preferences.h"

#include "plumb-preferences-private.h"

/**
 * PlumbPreferences:
 *
 * What the reader prefers. Every preference is read here and nowhere else, so that whatever decides
 * about it, decides everywhere: a policy first, then the settings of the desktop, which may be locked
 * as well, then the default.
 *
 * A preference that is locked keeps its value when it is set. A program asks
 * [method@PlumbPreferences.is_locked] and says so where the preference is shown;
 * [signal@PlumbPreferences::lock-changed] tells when that changes.
 *
 * In the store modes `session` and `none`, and when the schema is not installed, what the reader
 * changes holds until the program ends, and nothing is read from the desktop's settings.
 */
struct _PlumbPreferences {
  GObject parent_instance;

  PlumbPolicy *policy;
  /* NULL if nothing is kept */
  GSettings *settings;
  /* Whether the preference is kept in the settings: an old schema may lack it. */
  gboolean is_kept[PLUMB_N_PREFERENCES];
  GVariant *values[PLUMB_N_PREFERENCES];
};

G_DEFINE_FINAL_TYPE (PlumbPreferences, plumb_preferences, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlumbReadingWidth,
                    plumb_reading_width,
                    G_DEFINE_ENUM_VALUE (PLUMB_READING_WIDTH_NARROW, "narrow"),
                    G_DEFINE_ENUM_VALUE (PLUMB_READING_WIDTH_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (PLUMB_READING_WIDTH_WIDE, "wide"))

G_DEFINE_ENUM_TYPE (PlumbColorScheme,
                    plumb_color_scheme,
                    G_DEFINE_ENUM_VALUE (PLUMB_COLOR_SCHEME_SYSTEM, "system"),
                    G_DEFINE_ENUM_VALUE (PLUMB_COLOR_SCHEME_LIGHT, "light"),
                    G_DEFINE_ENUM_VALUE (PLUMB_COLOR_SCHEME_DARK, "dark"))

/* A property's id is that of its preference, and one. */
#define PROP_ID(preference) ((guint) (preference) + 1)

static GParamSpec *properties[PROP_ID (PLUMB_N_PREFERENCES)];

enum {
  LOCK_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_locked (PlumbPreferences *self, PlumbPreferenceId id)
{
  const char *name = plumb_preference_get (id)->name;

  if (plumb_policy_get_preference (self->policy, name) != NULL) {
    return TRUE;
  }

  return self->is_kept[id] && !g_settings_is_writable (self->settings, name);
}

static GVariant *
look_up (PlumbPreferences *self, PlumbPreferenceId id)
{
  const char *name = plumb_preference_get (id)->name;
  GVariant *fixed = plumb_policy_get_preference (self->policy, name);

  if (fixed != NULL) {
    return g_variant_ref (fixed);
  }
  if (self->is_kept[id]) {
    g_autoptr (GVariant) value = g_settings_get_value (self->settings, name);

    if (plumb_preference_accepts (id, value)) {
      return g_steal_pointer (&value);
    }
  }

  return plumb_preference_get_default (id);
}

static void
take (PlumbPreferences *self, PlumbPreferenceId id, GVariant *value)
{
  if (g_variant_equal (self->values[id], value)) {
    return;
  }
  g_variant_unref (self->values[id]);
  self->values[id] = g_variant_ref_sink (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID (id)]);
}

/*< private >
 * plumb_preferences_peek:
 * @self: preferences
 * @id: a preference
 *
 * Returns: (transfer none): its value, until it changes
 */
GVariant *
plumb_preferences_peek (PlumbPreferences *self, PlumbPreferenceId id)
{
  return self->values[id];
}

/*< private >
 * plumb_preferences_set:
 * @self: preferences
 * @id: a preference
 * @value: a value that it can have; sunk if it is floating
 *
 * Sets a preference, unless it is locked.
 */
void
plumb_preferences_set (PlumbPreferences *self, PlumbPreferenceId id, GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);

  g_return_if_fail (plumb_preference_accepts (id, value));

  if (is_locked (self, id) || g_variant_equal (self->values[id], value)) {
    return;
  }

  if (self->is_kept[id]) {
    g_autoptr (GVariant) now = NULL;

    g_settings_set_value (self->settings, plumb_preference_get (id)->name, value);
    /* Whether it was taken, only the settings know. */
    now = look_up (self, id);
    take (self, id, now);
  } else {
    take (self, id, value);
  }
}

static void
changed_cb (PlumbPreferences *self, const char *key)
{
  g_autoptr (GVariant) value = NULL;
  PlumbPreferenceId id;

  if (plumb_preference_find (key, &id)) {
    value = look_up (self, id);
    take (self, id, value);
  }
}

static void
writable_changed_cb (PlumbPreferences *self, const char *key)
{
  PlumbPreferenceId id;

  /* A lock of the desktop makes no difference to what the policy has locked. */
  if (plumb_preference_find (key, &id) && plumb_policy_get_preference (self->policy, key) == NULL) {
    g_signal_emit (self, signals[LOCK_CHANGED], 0, key);
  }
}

static void
plumb_preferences_dispose (GObject *object)
{
  PlumbPreferences *self = PLUMB_PREFERENCES (object);

  if (self->settings != NULL) {
    g_signal_handlers_disconnect_by_data (self->settings, self);
  }

  G_OBJECT_CLASS (plumb_preferences_parent_class)->dispose (object);
}

static void
plumb_preferences_finalize (GObject *object)
{
  PlumbPreferences *self = PLUMB_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->policy);
  for (guint i = 0; i < PLUMB_N_PREFERENCES; i++) {
    g_clear_pointer (&self->values[i], g_variant_unref);
  }

  G_OBJECT_CLASS (plumb_preferences_parent_class)->finalize (object);
}

static void
plumb_preferences_get_property (GObject *object,
                                guint property_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  PlumbPreferences *self = PLUMB_PREFERENCES (object);
  PlumbPreferenceId id;

  if (property_id == 0 || property_id >= G_N_ELEMENTS (properties)) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    return;
  }

  id = (PlumbPreferenceId) (property_id - 1);
  switch (plumb_preference_get (id)->kind) {
  case PLUMB_PREFERENCE_KIND_NUMBER:
    g_value_set_int (value, g_variant_get_int32 (self->values[id]));
    break;
  case PLUMB_PREFERENCE_KIND_SWITCH:
    g_value_set_boolean (value, g_variant_get_boolean (self->values[id]));
    break;
  case PLUMB_PREFERENCE_KIND_CHOICE:
    g_value_set_enum (value, plumb_preferences_get_choice (self, id));
    break;
  case PLUMB_PREFERENCE_KIND_TEXT:
    g_value_set_string (value, g_variant_get_string (self->values[id], NULL));
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
plumb_preferences_set_property (GObject *object,
                                guint property_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  PlumbPreferences *self = PLUMB_PREFERENCES (object);
  PlumbPreferenceId id;

  if (property_id == 0 || property_id >= G_N_ELEMENTS (properties)) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    return;
  }

  id = (PlumbPreferenceId) (property_id - 1);
  switch (plumb_preference_get (id)->kind) {
  case PLUMB_PREFERENCE_KIND_NUMBER:
    plumb_preferences_set_number (self, id, g_value_get_int (value));
    break;
  case PLUMB_PREFERENCE_KIND_SWITCH:
    plumb_preferences_set (self, id, g_variant_new_boolean (g_value_get_boolean (value)));
    break;
  case PLUMB_PREFERENCE_KIND_CHOICE:
    plumb_preferences_set_choice (self, id, g_value_get_enum (value));
    break;
  case PLUMB_PREFERENCE_KIND_TEXT:
    plumb_preferences_set_text (self, id, g_value_get_string (value));
    break;
  default:
    g_assert_not_reached ();
  }
}

static GParamSpec *
make_property (PlumbPreferenceId id)
{
  const PlumbPreference *preference = plumb_preference_get (id);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GType type;

  switch (preference->kind) {
  case PLUMB_PREFERENCE_KIND_NUMBER:
    return g_param_spec_int (preference->name,
                             NULL,
                             NULL,
                             preference->min,
                             preference->max,
                             preference->fallback,
                             flags);
  case PLUMB_PREFERENCE_KIND_SWITCH:
    return g_param_spec_boolean (preference->name, NULL, NULL, preference->fallback, flags);
  case PLUMB_PREFERENCE_KIND_CHOICE:
    type = id == PLUMB_PREFERENCE_READING_WIDTH ? PLUMB_TYPE_READING_WIDTH
                                                : PLUMB_TYPE_COLOR_SCHEME;
    return g_param_spec_enum (preference->name, NULL, NULL, type, preference->fallback, flags);
  case PLUMB_PREFERENCE_KIND_TEXT:
    return g_param_spec_string (preference->name, NULL, NULL, "", flags);
  default:
    g_assert_not_reached ();
  }
}

static void
plumb_preferences_class_init (PlumbPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plumb_preferences_dispose;
  object_class->finalize = plumb_preferences_finalize;
  object_class->get_property = plumb_preferences_get_property;
  object_class->set_property = plumb_preferences_set_property;

  for (guint i = 0; i < PLUMB_N_PREFERENCES; i++) {
    properties[PROP_ID (i)] = make_property ((PlumbPreferenceId) i);
  }
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * PlumbPreferences::lock-changed:
   * @self: preferences
   * @name: the name of a preference
   *
   * Emitted when a preference gets locked or unlocked.
   */
  signals[LOCK_CHANGED] = g_signal_new ("lock-changed",
                                        G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        1,
                                        G_TYPE_STRING);
}

static void
plumb_preferences_init (PlumbPreferences *self)
{
}

/* GSettings ends the program over a schema that is not there, or lacks a key. */
static void
open_settings (PlumbPreferences *self, const char *schema_id)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL) {
    schema = g_settings_schema_source_lookup (source, schema_id, TRUE);
  }
  if (schema == NULL || g_settings_schema_get_path (schema) == NULL) {
    g_message ("The schema %s is not installed: preferences are not kept.", schema_id);
    return;
  }

  self->settings = g_settings_new_full (schema, NULL, NULL);
  for (guint i = 0; i < PLUMB_N_PREFERENCES; i++) {
    const char *name = plumb_preference_get ((PlumbPreferenceId) i)->name;
    g_autoptr (GVariant) fallback = plumb_preference_get_default ((PlumbPreferenceId) i);

    if (g_settings_schema_has_key (schema, name)) {
      g_autoptr (GSettingsSchemaKey) key = g_settings_schema_get_key (schema, name);

      self->is_kept[i] = g_variant_is_of_type (fallback,
                                               g_settings_schema_key_get_value_type (key));
    }
  }

  g_signal_connect_swapped (self->settings, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->settings,
                            "writable-changed",
                            G_CALLBACK (writable_changed_cb),
                            self);
}

/**
 * plumb_preferences_new:
 * @schema_id: the id of the GSettings schema, which is that of the application
 * @mode: the mode that the store is opened in
 * @policy: (nullable): what an administrator has decided
 *
 * Returns: (transfer full): the preferences
 */
PlumbPreferences *
plumb_preferences_new (const char *schema_id, PlumbStoreMode mode, PlumbPolicy *policy)
{
  PlumbPreferences *self;

  g_return_val_if_fail (schema_id != NULL, NULL);
  g_return_val_if_fail (policy == NULL || PLUMB_IS_POLICY (policy), NULL);

  self = g_object_new (PLUMB_TYPE_PREFERENCES, NULL);
  self->policy = policy != NULL ? g_object_ref (policy) : plumb_policy_new (NULL, 0);
  if (mode == PLUMB_STORE_MODE_DISK) {
    open_settings (self, schema_id);
  }
  for (guint i = 0; i < PLUMB_N_PREFERENCES; i++) {
    self->values[i] = look_up (self, (PlumbPreferenceId) i);
  }

  return self;
}

/**
 * plumb_preferences_get_policy:
 * @self: preferences
 *
 * Returns: (transfer none): what an administrator has decided
 */
PlumbPolicy *
plumb_preferences_get_policy (PlumbPreferences *self)
{
  g_return_val_if_fail (PLUMB_IS_PREFERENCES (self), NULL);

  return self->policy;
}

/**
 * plumb_preferences_is_locked:
 * @self: preferences
 * @name: the name of a preference
 *
 * Returns: whether the reader can't change it
 */
gboolean
plumb_preferences_is_locked (PlumbPreferences *self, const char *name)
{
  PlumbPreferenceId id;

  g_return_val_if_fail (PLUMB_IS_PREFERENCES (self), TRUE);
  g_return_val_if_fail (plumb_preference_find (name, &id), TRUE);

  return is_locked (self, id);
}

/**
 * plumb_preferences_reset:
 * @self: preferences
 * @name: the name of a preference
 *
 * Gives a preference its default back, unless it is locked.
 */
void
plumb_preferences_reset (PlumbPreferences *self, const char *name)
{
  g_autoptr (GVariant) value = NULL;
  PlumbPreferenceId id;

  g_return_if_fail (PLUMB_IS_PREFERENCES (self));
  g_return_if_fail (plumb_preference_find (name, &id));

  if (is_locked (self, id)) {
    return;
  }

  if (self->is_kept[id]) {
    g_settings_reset (self->settings, name);
    value = look_up (self, id);
  } else {
    value = plumb_preference_get_default (id);
  }
  take (self, id, value);
}
