/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-policy.h"

#include <glib/gi18n-lib.h>

#include "plumb-preference-private.h"

/* A policy is a few lines. What is bigger is something else. */
#define MAX_SIZE (1024 * 1024)

/**
 * PlumbPolicy:
 *
 * What an administrator has decided for everybody who uses this machine. It is read from key files:
 *
 * ```
 * [preferences]
 * text-size=150
 * content-language=en
 *
 * [store]
 * mode=session
 *
 * [features]
 * hide-audience=investor;builder
 * hide-take=true
 * hide-review=true
 * lesson=first-steps
 * ```
 *
 * A preference that is named is set, and can't be changed by the reader. Where several files name
 * the same thing, the first one decides. What can't be understood is reported in
 * [method@PlumbPolicy.get_problems] and has no effect, with one exception: whoever writes a policy
 * may be relying on nothing being kept, so a store mode that can't be understood, or a file that
 * can't be read, counts as `session`.
 *
 * A policy never changes.
 */
struct _PlumbPolicy {
  GObject parent_instance;

  /* Ends in NULL. */
  GPtrArray *problems;
  GVariant *preferences[PLUMB_N_PREFERENCES];
  gboolean has_mode;
  PlumbStoreMode mode;
  char **hidden_audiences;
  gboolean has_hide_take;
  gboolean hide_take;
  gboolean has_hide_review;
  gboolean hide_review;
  char *lesson;
};

G_DEFINE_FINAL_TYPE (PlumbPolicy, plumb_policy, G_TYPE_OBJECT)

static void
plumb_policy_finalize (GObject *object)
{
  PlumbPolicy *self = PLUMB_POLICY (object);

  g_ptr_array_unref (self->problems);
  for (guint i = 0; i < PLUMB_N_PREFERENCES; i++) {
    g_clear_pointer (&self->preferences[i], g_variant_unref);
  }
  g_strfreev (self->hidden_audiences);
  g_free (self->lesson);

  G_OBJECT_CLASS (plumb_policy_parent_class)->finalize (object);
}

static void
plumb_policy_class_init (PlumbPolicyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_policy_finalize;
}

static void
plumb_policy_init (PlumbPolicy *self)
{
  self->problems = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->problems, NULL);
}

static void
add_problem (PlumbPolicy *self, char *problem)
{
  g_message ("%s", problem);
  g_ptr_array_insert (self->problems, (int) self->problems->len - 1, problem);
}

static void
add_unknown_key (PlumbPolicy *self, const char *name, const char *group, const char *key)
{
  /* Translators: a file, a group in it in brackets, and a name in that group. */
  add_problem (
      self,
      g_strdup_printf (_ ("%s: [%s] has no setting “%s”. It is ignored."), name, group, key));
}

static void
add_bad_value (PlumbPolicy *self, const char *name, const char *key, const char *value)
{
  /* Translators: a file, a name in it, and the value that it can’t have. */
  add_problem (self,
               g_strdup_printf (_ ("%s: “%s” can’t be “%s”. It is ignored."), name, key, value));
}

/* Settles for the most careful mode if nothing has been said about it. */
static void
be_careful (PlumbPolicy *self)
{
  if (!self->has_mode) {
    self->has_mode = TRUE;
    self->mode = PLUMB_STORE_MODE_SESSION;
  }
}

static void
read_preference (PlumbPolicy *self, const char *name, const char *key, const char *value)
{
  g_autoptr (GVariant) parsed = NULL;
  PlumbPreferenceId id;

  if (!plumb_preference_find (key, &id)) {
    add_unknown_key (self, name, "preferences", key);
    return;
  }
  parsed = plumb_preference_parse (id, value);
  if (parsed == NULL) {
    add_bad_value (self, name, key, value);
    return;
  }
  if (self->preferences[id] == NULL) {
    self->preferences[id] = g_steal_pointer (&parsed);
  }
}

static void
read_store (PlumbPolicy *self, const char *name, const char *key, const char *value)
{
  g_autoptr (GEnumClass) modes = g_type_class_ref (PLUMB_TYPE_STORE_MODE);
  GEnumValue *mode;

  if (!g_str_equal (key, "mode")) {
    add_unknown_key (self, name, "store", key);
    return;
  }

  mode = g_enum_get_value_by_nick (modes, value);
  if (mode == NULL) {
    /* Translators: a file and a value in it; "mode", "disk", "session" and "none" stay as they are. */
    add_problem (self,
                 g_strdup_printf (_ ("%s: “mode” can’t be “%s”, only “disk”, “session” or “none”. "
                                     "Nothing is kept when Plumb is closed."),
                                  name,
                                  value));
    be_careful (self);
  } else if (!self->has_mode) {
    self->has_mode = TRUE;
    self->mode = (PlumbStoreMode) mode->value;
  }
}

static void
read_switch (PlumbPolicy *self,
             const char *name,
             const char *key,
             const char *value,
             gboolean *has_switch,
             gboolean *is_on)
{
  if (!g_str_equal (value, "true") && !g_str_equal (value, "false")) {
    add_bad_value (self, name, key, value);
  } else if (!*has_switch) {
    *has_switch = TRUE;
    *is_on = g_str_equal (value, "true");
  }
}

static void
read_feature (PlumbPolicy *self,
              const char *name,
              GKeyFile *file,
              const char *key,
              const char *value)
{
  if (g_str_equal (key, "hide-audience")) {
    if (self->hidden_audiences == NULL) {
      self->hidden_audiences = g_key_file_get_string_list (file, "features", key, NULL, NULL);
    }
  } else if (g_str_equal (key, "hide-take")) {
    read_switch (self, name, key, value, &self->has_hide_take, &self->hide_take);
  } else if (g_str_equal (key, "hide-review")) {
    read_switch (self, name, key, value, &self->has_hide_review, &self->hide_review);
  } else if (g_str_equal (key, "lesson")) {
    if (*value == '\0') {
      add_bad_value (self, name, key, value);
    } else if (self->lesson == NULL) {
      self->lesson = g_strdup (value);
    }
  } else {
    add_unknown_key (self, name, "features", key);
  }
}

static void
read_group (PlumbPolicy *self, const char *name, GKeyFile *file, const char *group)
{
  g_auto (GStrv) keys = NULL;

  if (!g_str_equal (group, "preferences") && !g_str_equal (group, "store") &&
      !g_str_equal (group, "features")) {
    /* Translators: a file and a group in it. */
    add_problem (self,
                 g_strdup_printf (_ ("%s: there is no group [%s]. It is ignored."), name, group));
    return;
  }

  keys = g_key_file_get_keys (file, group, NULL, NULL);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++) {
    g_autofree char *value = g_key_file_get_string (file, group, keys[i], NULL);

    if (value == NULL) {
      g_autofree char *raw = g_key_file_get_value (file, group, keys[i], NULL);
      g_autofree char *valid = g_utf8_make_valid (raw != NULL ? raw : "", -1);

      add_bad_value (self, name, keys[i], valid);
      if (g_str_equal (group, "store")) {
        be_careful (self);
      }
    } else if (g_str_equal (group, "preferences")) {
      read_preference (self, name, keys[i], value);
    } else if (g_str_equal (group, "store")) {
      read_store (self, name, keys[i], value);
    } else {
      read_feature (self, name, file, keys[i], value);
    }
  }
}

static gboolean
load (GFile *file, GKeyFile *key_file, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE,
                            NULL,
                            error);
  if (info == NULL) {
    return FALSE;
  }
  /* A pipe would never end. */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR) {
    g_set_error_literal (error,
                         G_IO_ERROR,
                         G_IO_ERROR_NOT_REGULAR_FILE,
                         _ ("It is not an ordinary file."));
    return FALSE;
  }
  if (g_file_info_get_size (info) > MAX_SIZE) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("It is too big."));
    return FALSE;
  }

  return g_file_load_contents (file, NULL, &contents, &length, NULL, error) &&
         g_key_file_load_from_data (key_file, contents, length, G_KEY_FILE_NONE, error);
}

static void
read_file (PlumbPolicy *self, GFile *file)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  g_auto (GStrv) groups = NULL;

  if (!load (file, key_file, &error)) {
    g_autofree char *reason = NULL;

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)) {
      return;
    }
    reason = g_utf8_make_valid (error->message, -1);
    /* Translators: a file, and why it can’t be read, as a sentence. */
    add_problem (
        self,
        g_strdup_printf (_ ("%s can’t be read, and nothing is kept when Plumb is closed. %s"),
                         name,
                         reason));
    be_careful (self);
    return;
  }

  groups = g_key_file_get_groups (key_file, NULL);
  for (guint i = 0; groups[i] != NULL; i++) {
    read_group (self, name, key_file, groups[i]);
  }
}

/**
 * plumb_policy_new:
 * @files: (array length=n_files) (nullable): the files, the one that decides first; files that don't
 *   exist are passed over
 * @n_files: how many
 *
 * Reads a policy. This always succeeds.
 *
 * Returns: (transfer full): the policy, which is empty if there is no file
 */
PlumbPolicy *
plumb_policy_new (GFile *const *files, gsize n_files)
{
  PlumbPolicy *self;

  g_return_val_if_fail (files != NULL || n_files == 0, NULL);

  self = g_object_new (PLUMB_TYPE_POLICY, NULL);
  for (gsize i = 0; i < n_files; i++) {
    read_file (self, files[i]);
  }

  return self;
}

/**
 * plumb_policy_get_problems:
 * @self: a policy
 *
 * Returns: (transfer none) (array zero-terminated=1): what could not be understood, a sentence each,
 *   for an administrator
 */
const char *const *
plumb_policy_get_problems (PlumbPolicy *self)
{
  g_return_val_if_fail (PLUMB_IS_POLICY (self), NULL);

  return (const char *const *) self->problems->pdata;
}

/**
 * plumb_policy_get_preference:
 * @self: a policy
 * @name: the name of a preference
 *
 * Returns: (transfer none) (nullable): the value that the preference is fixed to, or %NULL if the
 *   reader decides
 */
GVariant *
plumb_policy_get_preference (PlumbPolicy *self, const char *name)
{
  PlumbPreferenceId id;

  g_return_val_if_fail (PLUMB_IS_POLICY (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return plumb_preference_find (name, &id) ? self->preferences[id] : NULL;
}

/**
 * plumb_policy_get_store_mode:
 * @self: a policy
 * @mode: (out): the mode that the store has to be opened in
 *
 * Returns: whether the mode is fixed; if not, @mode is not touched
 */
gboolean
plumb_policy_get_store_mode (PlumbPolicy *self, PlumbStoreMode *mode)
{
  g_return_val_if_fail (PLUMB_IS_POLICY (self), FALSE);
  g_return_val_if_fail (mode != NULL, FALSE);

  if (self->has_mode) {
    *mode = self->mode;
  }

  return self->has_mode;
}

/**
 * plumb_policy_get_hidden_audiences:
 * @self: a policy
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of audiences that are not to be shown
 */
const char *const *
plumb_policy_get_hidden_audiences (PlumbPolicy *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (PLUMB_IS_POLICY (self), NULL);

  return self->hidden_audiences != NULL ? (const char *const *) self->hidden_audiences : none;
}

/**
 * plumb_policy_get_hide_take:
 * @self: a policy
 *
 * Returns: whether the signed opinions are not to be shown
 */
gboolean
plumb_policy_get_hide_take (PlumbPolicy *self)
{
  g_return_val_if_fail (PLUMB_IS_POLICY (self), FALSE);

  return self->hide_take;
}

/**
 * plumb_policy_get_hide_review:
 * @self: a policy
 *
 * Returns: whether the review of questions is not to be shown
 */
gboolean
plumb_policy_get_hide_review (PlumbPolicy *self)
{
  g_return_val_if_fail (PLUMB_IS_POLICY (self), FALSE);

  return self->hide_review;
}

/**
 * plumb_policy_get_lesson:
 * @self: a policy
 *
 * Returns: (transfer none) (nullable): the name of the lesson that is to open at the start
 */
const char *
plumb_policy_get_lesson (PlumbPolicy *self)
{
  g_return_val_if_fail (PLUMB_IS_POLICY (self), NULL);

  return self->lesson;
}
