/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_SETTINGS_ENABLE_BACKEND

#include "plumb-test-settings.h"

#include <gio/gsettingsbackend.h>

/* A desktop's settings in memory, which an administrator can lock and another program can change. */

#define PLUMB_TYPE_TEST_SETTINGS (plumb_test_settings_get_type ())
G_DECLARE_FINAL_TYPE (PlumbTestSettings,
                      plumb_test_settings,
                      PLUMB,
                      TEST_SETTINGS,
                      GSettingsBackend)

struct _PlumbTestSettings {
  GSettingsBackend parent_instance;
};

G_DEFINE_FINAL_TYPE (PlumbTestSettings, plumb_test_settings, G_TYPE_SETTINGS_BACKEND)

/* GSettings makes the backend, and there is one. */
static struct {
  GSettingsBackend *backend;
  GHashTable *values;
  GHashTable *locked;
  guint n_reads;
  guint n_writes;
} settings;

static GVariant *
test_settings_read (GSettingsBackend *backend,
                    const char *key,
                    const GVariantType *type,
                    gboolean default_value)
{
  GVariant *value = default_value ? NULL : g_hash_table_lookup (settings.values, key);

  settings.n_reads++;

  return value != NULL && g_variant_is_of_type (value, type) ? g_variant_ref (value) : NULL;
}

static gboolean
test_settings_get_writable (GSettingsBackend *backend, const char *key)
{
  return !g_hash_table_contains (settings.locked, key);
}

static gboolean
test_settings_write (GSettingsBackend *backend, const char *key, GVariant *value, gpointer tag)
{
  settings.n_writes++;
  if (g_hash_table_contains (settings.locked, key)) {
    return FALSE;
  }
  g_hash_table_insert (settings.values, g_strdup (key), g_variant_ref_sink (value));
  g_settings_backend_changed (backend, key, tag);

  return TRUE;
}

static void
test_settings_reset (GSettingsBackend *backend, const char *key, gpointer tag)
{
  settings.n_writes++;
  g_hash_table_remove (settings.values, key);
  g_settings_backend_changed (backend, key, tag);
}

static GPermission *
test_settings_get_permission (GSettingsBackend *backend, const char *path)
{
  return g_simple_permission_new (TRUE);
}

static void
plumb_test_settings_class_init (PlumbTestSettingsClass *klass)
{
  GSettingsBackendClass *backend_class = G_SETTINGS_BACKEND_CLASS (klass);

  backend_class->read = test_settings_read;
  backend_class->get_writable = test_settings_get_writable;
  backend_class->write = test_settings_write;
  backend_class->reset = test_settings_reset;
  backend_class->get_permission = test_settings_get_permission;
}

static void
plumb_test_settings_init (PlumbTestSettings *self)
{
  settings.backend = G_SETTINGS_BACKEND (self);
}

/* Has to come before anything that uses settings. */
void
plumb_test_settings_install (void)
{
  settings.values =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  settings.locked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_setenv ("GSETTINGS_BACKEND", "plumb-test", TRUE);
  /* The extension point is there once GIO has looked for a backend, and it must not find one yet. */
  g_io_extension_point_register (G_SETTINGS_BACKEND_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_SETTINGS_BACKEND_EXTENSION_POINT_NAME,
                                  PLUMB_TYPE_TEST_SETTINGS,
                                  "plumb-test",
                                  1000);
}

static char *
make_path (const char *key)
{
  return g_strconcat ("/io/github/plumbreader/Plumb/", key, NULL);
}

void
plumb_test_settings_set_writable (const char *key, gboolean writable)
{
  g_autofree char *path = make_path (key);

  if (writable) {
    g_hash_table_remove (settings.locked, path);
  } else {
    g_hash_table_add (settings.locked, g_strdup (path));
  }
  if (settings.backend != NULL) {
    g_settings_backend_writable_changed (settings.backend, path);
  }
}

/* As if another program had set it. */
void
plumb_test_settings_store (const char *key, GVariant *value)
{
  g_autofree char *path = make_path (key);

  g_hash_table_insert (settings.values, g_strdup (path), g_variant_ref_sink (value));
  if (settings.backend != NULL) {
    g_settings_backend_changed (settings.backend, path, NULL);
  }
}

guint
plumb_test_settings_get_n_writes (void)
{
  return settings.n_writes;
}

guint
plumb_test_settings_get_n_reads (void)
{
  return settings.n_reads;
}

void
plumb_test_settings_clear (void)
{
  g_hash_table_remove_all (settings.values);
  g_hash_table_remove_all (settings.locked);
  settings.n_reads = 0;
  settings.n_writes = 0;
}
