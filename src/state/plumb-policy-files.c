/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-policy-files.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Adds the policy of each folder in DIR/plumb/extensions, in the order of their names, so that it is the same every
 * time which one decides. */
static void
add_extensions (GPtrArray *files, const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "plumb", "extensions", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL) {
    return;
  }
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR)) {
      g_ptr_array_add (names, g_strdup (name));
    }
  }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++) {
    g_ptr_array_add (
        files,
        g_file_new_build_filename (path, g_ptr_array_index (names, i), "policy.ini", NULL));
  }
}

/**
 * plumb_policy_new_for_system:
 * @config_dirs: (array zero-terminated=1): folders of system-wide settings, the one that decides first
 * @data_dirs: (array zero-terminated=1): folders of system-wide data, the one that decides first
 *
 * Reads the policy of this machine. An administrator puts it into `plumb/policy.ini` in a folder of settings (mostly
 * `/etc/xdg`), or into `plumb/extensions/NAME/policy.ini` in one of data. The second is where the Flatpak has its
 * extensions, and the only one of the two that can be reached from outside its sandbox. Settings decide before
 * extensions, and extensions by their names.
 *
 * Returns: (transfer full): the policy, which is empty if there is no file
 */
PlumbPolicy *
plumb_policy_new_for_system (const char *const *config_dirs, const char *const *data_dirs)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (config_dirs != NULL, NULL);
  g_return_val_if_fail (data_dirs != NULL, NULL);

  for (gsize i = 0; config_dirs[i] != NULL; i++) {
    g_ptr_array_add (files,
                     g_file_new_build_filename (config_dirs[i], "plumb", "policy.ini", NULL));
  }
  for (gsize i = 0; data_dirs[i] != NULL; i++) {
    add_extensions (files, data_dirs[i]);
  }

  return plumb_policy_new ((GFile *const *) files->pdata, files->len);
}
