/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-store-private.h"

/**
 * PlumbStore:
 *
 * What the reader did: which levels they read, their bookmarks, the answers that they asked to keep, the check questions
 * that they answered, and where they were.
 *
 * A store is always there, and never stands in the way of reading. If the disk can't be used, what
 * the reader does is kept in memory, and written when it can be used again; if the database is damaged or from a newer Plumb, it is set
 * aside under another name and a new one is begun. [property@PlumbStore:condition] and
 * [property@PlumbStore:notice] tell the reader so, at any time.
 *
 * A change is on the disk when the function that makes it returns %TRUE, and before any signal says
 * so. Where the reader is changes all the time, so it is written by a thread, at most a second late.
 *
 * Several programs may use the same database. [method@PlumbStore.refresh] takes in what the others
 * have written.
 *
 * A store is used by one thread.
 */
G_DEFINE_FINAL_TYPE (PlumbStore, plumb_store, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlumbStoreMode,
                    plumb_store_mode,
                    G_DEFINE_ENUM_VALUE (PLUMB_STORE_MODE_DISK, "disk"),
                    G_DEFINE_ENUM_VALUE (PLUMB_STORE_MODE_SESSION, "session"),
                    G_DEFINE_ENUM_VALUE (PLUMB_STORE_MODE_NONE, "none"))

G_DEFINE_ENUM_TYPE (PlumbStoreCondition,
                    plumb_store_condition,
                    G_DEFINE_ENUM_VALUE (PLUMB_STORE_CONDITION_FINE, "fine"),
                    G_DEFINE_ENUM_VALUE (PLUMB_STORE_CONDITION_IN_MEMORY, "in-memory"),
                    G_DEFINE_ENUM_VALUE (PLUMB_STORE_CONDITION_DAMAGED, "damaged"),
                    G_DEFINE_ENUM_VALUE (PLUMB_STORE_CONDITION_NEWER, "newer"))

enum {
  PROP_0,
  PROP_MODE,
  PROP_CONDITION,
  PROP_NOTICE,
  PROP_SET_ASIDE_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  PROGRESS_CHANGED,
  BOOKMARKS_CHANGED,
  ANSWERS_CHANGED,
  CHECKS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
plumb_store_dispose (GObject *object)
{
  PlumbStore *self = PLUMB_STORE (object);

  g_clear_pointer (&self->writer, plumb_store_writer_stop);
  g_clear_pointer (&self->database, plumb_database_close);

  G_OBJECT_CLASS (plumb_store_parent_class)->dispose (object);
}

static void
plumb_store_finalize (GObject *object)
{
  PlumbStore *self = PLUMB_STORE (object);

  g_clear_error (&self->memory_reason);
  g_free (self->notice);
  g_free (self->set_aside_name);
  g_free (self->folder);
  g_free (self->path);
  g_clear_pointer (&self->progress, g_hash_table_unref);
  g_clear_object (&self->bookmarks);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->scrolls, g_hash_table_unref);
  g_clear_pointer (&self->windows, g_ptr_array_unref);

  G_OBJECT_CLASS (plumb_store_parent_class)->finalize (object);
}

static void
plumb_store_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlumbStore *self = PLUMB_STORE (object);

  switch (property_id) {
  case PROP_MODE:
    g_value_set_enum (value, self->mode);
    break;
  case PROP_CONDITION:
    g_value_set_enum (value, self->condition);
    break;
  case PROP_NOTICE:
    g_value_set_string (value, self->notice);
    break;
  case PROP_SET_ASIDE_NAME:
    g_value_set_string (value, self->set_aside_name);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
plumb_store_class_init (PlumbStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plumb_store_dispose;
  object_class->finalize = plumb_store_finalize;
  object_class->get_property = plumb_store_get_property;

  /**
   * PlumbStore:mode:
   *
   * What becomes of what the reader did.
   */
  properties[PROP_MODE] = g_param_spec_enum ("mode",
                                             NULL,
                                             NULL,
                                             PLUMB_TYPE_STORE_MODE,
                                             PLUMB_STORE_MODE_DISK,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                 G_PARAM_EXPLICIT_NOTIFY);

  /**
   * PlumbStore:condition:
   *
   * How the store is doing. It can change at any time.
   */
  properties[PROP_CONDITION] = g_param_spec_enum ("condition",
                                                  NULL,
                                                  NULL,
                                                  PLUMB_TYPE_STORE_CONDITION,
                                                  PLUMB_STORE_CONDITION_FINE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                      G_PARAM_EXPLICIT_NOTIFY);

  /**
   * PlumbStore:notice:
   *
   * What the reader has to be told about the condition, in their language, or %NULL when the store
   * is fine.
   */
  properties[PROP_NOTICE] = g_param_spec_string ("notice",
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                     G_PARAM_EXPLICIT_NOTIFY);

  /**
   * PlumbStore:set-aside-name:
   *
   * The name that the last database was given when it was set aside, in the same folder, or %NULL
   * if none was.
   */
  properties[PROP_SET_ASIDE_NAME] = g_param_spec_string ("set-aside-name",
                                                         NULL,
                                                         NULL,
                                                         NULL,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                             G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbStore::progress-changed:
   * @self: a store
   * @library: the id of a library
   * @topic: the id of a topic of it
   *
   * Emitted after the levels of @topic that were read have changed.
   */
  signals[PROGRESS_CHANGED] = g_signal_new ("progress-changed",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            2,
                                            G_TYPE_STRING,
                                            G_TYPE_STRING);

  /**
   * PlumbStore::bookmarks-changed:
   * @self: a store
   *
   * Emitted after bookmarks were added, removed, renamed or moved, when their list has changed
   * already.
   */
  signals[BOOKMARKS_CHANGED] = g_signal_new ("bookmarks-changed",
                                             G_TYPE_FROM_CLASS (klass),
                                             G_SIGNAL_RUN_LAST,
                                             0,
                                             NULL,
                                             NULL,
                                             NULL,
                                             G_TYPE_NONE,
                                             0);

  /**
   * PlumbStore::answers-changed:
   * @self: a store
   *
   * Emitted after answers were kept or erased.
   */
  signals[ANSWERS_CHANGED] = g_signal_new ("answers-changed",
                                           G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           0);

  /**
   * PlumbStore::checks-changed:
   * @self: a store
   *
   * Emitted after it was noted that a check question was answered, or forgotten.
   */
  signals[CHECKS_CHANGED] = g_signal_new ("checks-changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
}

static void
plumb_store_init (PlumbStore *self)
{
  self->bookmarks = g_list_store_new (PLUMB_TYPE_BOOKMARK);
}

/*< private >
 * plumb_store_open_with_patience:
 * @mode: what becomes of what the reader does
 * @folder: (nullable): the folder for the database
 * @patience: how long another program may hold the database, in milliseconds
 *
 * Like plumb_store_open(), for tests that don't want to wait.
 *
 * Returns: (transfer full): a store
 */
PlumbStore *
plumb_store_open_with_patience (PlumbStoreMode mode, GFile *folder, guint patience)
{
  PlumbStore *self;

  g_return_val_if_fail (folder == NULL || G_IS_FILE (folder), NULL);
  g_return_val_if_fail (folder != NULL || mode != PLUMB_STORE_MODE_DISK, NULL);

  self = g_object_new (PLUMB_TYPE_STORE, NULL);
  self->mode = mode;
  self->patience = patience;
  if (mode == PLUMB_STORE_MODE_DISK) {
    self->folder = g_file_get_path (folder);
  }
  if (self->folder != NULL) {
    self->path = g_build_filename (self->folder, PLUMB_STORE_FILE, NULL);
  }
  plumb_store_start (self);

  return self;
}

/**
 * plumb_store_open:
 * @mode: what becomes of what the reader does
 * @folder: (nullable): the folder for the database, which is made if need be; only used, and then
 *   needed, in mode %PLUMB_STORE_MODE_DISK
 *
 * Opens a store. This always succeeds; [property@PlumbStore:condition] says how well.
 *
 * In the other modes nothing is read from the disk or written to it.
 *
 * Returns: (transfer full): a store
 */
PlumbStore *
plumb_store_open (PlumbStoreMode mode, GFile *folder)
{
  return plumb_store_open_with_patience (mode, folder, PLUMB_STORE_PATIENCE);
}

/**
 * plumb_store_get_mode:
 * @self: a store
 *
 * In mode %PLUMB_STORE_MODE_NONE changes succeed and have no effect; a program does well not to offer
 * them.
 *
 * Returns: what becomes of what the reader does
 */
PlumbStoreMode
plumb_store_get_mode (PlumbStore *self)
{
  g_return_val_if_fail (PLUMB_IS_STORE (self), PLUMB_STORE_MODE_NONE);

  return self->mode;
}

/**
 * plumb_store_get_condition:
 * @self: a store
 *
 * Returns: how the store is doing
 */
PlumbStoreCondition
plumb_store_get_condition (PlumbStore *self)
{
  g_return_val_if_fail (PLUMB_IS_STORE (self), PLUMB_STORE_CONDITION_FINE);

  return self->condition;
}

/**
 * plumb_store_get_notice:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what the reader has to be told, as plain text
 */
const char *
plumb_store_get_notice (PlumbStore *self)
{
  g_return_val_if_fail (PLUMB_IS_STORE (self), NULL);

  return self->notice;
}

/**
 * plumb_store_get_set_aside_name:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): the name that a database was given when it was set aside
 */
const char *
plumb_store_get_set_aside_name (PlumbStore *self)
{
  g_return_val_if_fail (PLUMB_IS_STORE (self), NULL);

  return self->set_aside_name;
}

void
plumb_store_set_condition (PlumbStore *self,
                           PlumbStoreCondition condition,
                           const char *notice,
                           const char *set_aside_name)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->condition != condition) {
    self->condition = condition;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONDITION]);
  }
  if (g_set_str (&self->notice, notice)) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICE]);
  }
  if (set_aside_name != NULL && g_set_str (&self->set_aside_name, set_aside_name)) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SET_ASIDE_NAME]);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

void
plumb_store_emit_progress_changed (PlumbStore *self, const char *library, const char *topic)
{
  g_signal_emit (self, signals[PROGRESS_CHANGED], 0, library, topic);
}

void
plumb_store_emit_bookmarks_changed (PlumbStore *self)
{
  g_signal_emit (self, signals[BOOKMARKS_CHANGED], 0);
}

void
plumb_store_emit_answers_changed (PlumbStore *self)
{
  g_signal_emit (self, signals[ANSWERS_CHANGED], 0);
}

void
plumb_store_emit_checks_changed (PlumbStore *self)
{
  g_signal_emit (self, signals[CHECKS_CHANGED], 0);
}

static gboolean
read_data_version (PlumbDatabase *database, gpointer data, GError **error)
{
  return plumb_database_get_number (database, "PRAGMA data_version", data, error);
}

/**
 * plumb_store_refresh:
 * @self: a store
 *
 * Takes in what other programs have written since. It costs next to nothing if there is nothing; a
 * window calls it when it gets the focus. If the store went on in memory because it could not write,
 * it tries again, and is fine again if that succeeds.
 *
 * What has changed is told by the same signals as ever.
 */
void
plumb_store_refresh (PlumbStore *self)
{
  gint64 version;

  g_return_if_fail (PLUMB_IS_STORE (self));

  if (!self->on_disk && !plumb_store_return_to_disk (self)) {
    return;
  }

  /* Time enough has passed to ask a busy database again. */
  self->busy_until = MIN (self->busy_until, 1);

  if (plumb_store_follow_file (self)) {
    return;
  }

  version = self->data_version;
  if (plumb_store_read (self, read_data_version, &self->data_version) &&
      self->data_version != version) {
    plumb_store_reload_progress (self);
    plumb_store_reload_bookmarks (self);
    plumb_store_reload_answers (self);
    plumb_store_reload_checks (self);
  }
}

/**
 * plumb_store_flush:
 * @self: a store
 *
 * Waits until where the reader is, is on the disk. Only needed where nothing may come after, such as
 * before the session ends; the end of the store does the same.
 */
void
plumb_store_flush (PlumbStore *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PLUMB_IS_STORE (self));

  plumb_store_return_to_disk (self);
  if (self->writer != NULL && !plumb_store_writer_flush (self->writer, &error)) {
    plumb_store_handle_trouble (self, error);
  }
}
