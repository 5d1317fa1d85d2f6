/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-application-private.h"

#include <glib/gi18n.h>
#include <sys/mman.h>

#include "plumb-action-table.h"
#include "plumb-options.h"
#include "plumb-policy-files.h"
#include "plumb-window.h"

#define LIBRARY_URI "resource://" RESOURCE_PATH "/library"

G_DEFINE_FINAL_TYPE (PlumbApplication, plumb_application, ADW_TYPE_APPLICATION)

/* Where the bundled library is: beside the program while it is developed, else where it was installed. */
static gboolean
load_bundled_library (GError **error)
{
  const char *folder = g_getenv ("PLUMB_DATA_DIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : PKGDATADIR,
                                            "plumb-library.gresource",
                                            NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GResource) resource = NULL;

  if (file == NULL) {
    return FALSE;
  }

  /* A reader opens one topic of many, and what lies around it in the file need not be in memory. */
  madvise (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), MADV_RANDOM);
  bytes = g_mapped_file_get_bytes (file);
  resource = g_resource_new_from_data (bytes, error);
  if (resource == NULL) {
    return FALSE;
  }
  g_resources_register (resource);

  return TRUE;
}

static void
open_library (PlumbApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) cache = NULL;

  cache = g_file_new_build_filename (g_get_user_cache_dir (), "plumb", NULL);
  if (self->library_folder != NULL) {
    folder = g_file_new_for_path (self->library_folder);
  } else if (load_bundled_library (&error)) {
    folder = g_file_new_for_uri (LIBRARY_URI);
  }
  if (folder != NULL) {
    self->library = plumb_library_open (folder, cache, &error);
  }
  if (self->library == NULL) {
    g_autofree char *shown = self->library_folder != NULL
                                 ? g_filename_display_name (self->library_folder)
                                 : NULL;

    /* Translators: %1$s is a folder, %2$s the file in it and what is wrong with that. */
    self->library_problem = shown != NULL
                                ? g_strdup_printf (_ ("There is no library in “%1$s”. %2$s"),
                                                   shown,
                                                   error->message)
                                : g_strdup (error->message);
    return;
  }

  /* It is made, or read, when somebody first searches. */
  self->search_index = plumb_search_index_new (self->library, cache);
}

static void
note_windows_cb (gpointer user_data)
{
  PlumbApplication *self = user_data;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  self->note_id = 0;
  for (GList *l = g_list_last (gtk_application_get_windows (GTK_APPLICATION (self))); l != NULL;
       l = l->prev) {
    PlumbPlace *place;
    g_autofree char *uri = NULL;
    int width, height;

    if (!PLUMB_IS_WINDOW (l->data)) {
      continue;
    }
    place = plumb_window_get_place (l->data);
    if (place == NULL) {
      continue;
    }
    uri = plumb_place_to_uri (place);
    gtk_window_get_default_size (l->data, &width, &height);
    g_ptr_array_add (
        records,
        plumb_window_record_new (uri, width, height, gtk_window_is_maximized (l->data)));
  }

  /* When the last window closes, what was open stays what will be opened. */
  if (records->len > 0) {
    plumb_store_note_windows (self->store, records);
  }
}

/**
 * plumb_application_keep_windows:
 * @self: the application
 *
 * Keeps at once which windows are open, since they are about to be closed: what was open when one leaves is what is
 * opened next time.
 */
void
plumb_application_keep_windows (PlumbApplication *self)
{
  g_clear_handle_id (&self->note_id, g_source_remove);
  note_windows_cb (self);
  self->quitting = TRUE;
}

static void
note_windows (PlumbApplication *self)
{
  if (self->note_id == 0 && !self->quitting) {
    self->note_id = g_idle_add_once (note_windows_cb, self);
  }
}

static PlumbWindow *
new_window (PlumbApplication *self, PlumbWindowRecord *record)
{
  PlumbWindow *window = plumb_window_new (ADW_APPLICATION (self),
                                          self->library,
                                          self->search_index,
                                          self->store,
                                          self->preferences);
  const char *const changes[] = { "notify::place",
                                  "notify::default-width",
                                  "notify::default-height",
                                  "notify::maximized" };

  if (record != NULL) {
    gtk_window_set_default_size (GTK_WINDOW (window),
                                 plumb_window_record_get_width (record),
                                 plumb_window_record_get_height (record));
    if (plumb_window_record_get_maximised (record)) {
      gtk_window_maximize (GTK_WINDOW (window));
    }
  }
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_signal_connect_object (window,
                             changes[i],
                             G_CALLBACK (note_windows),
                             self,
                             G_CONNECT_SWAPPED);
  }
  if (self->library == NULL) {
    plumb_window_show_problem (window, _ ("The Library Can’t Be Read"), self->library_problem);
  }

  return window;
}

/**
 * plumb_application_show_window:
 * @self: the application
 * @place: (nullable): where to go; %NULL means where a reader starts
 *
 * Opens one more window.
 */
void
plumb_application_show_window (PlumbApplication *self, PlumbPlace *place)
{
  g_autoptr (PlumbPlace) home = plumb_place_new (PLUMB_PAGE_HOME, NULL);
  PlumbWindow *window = new_window (self, NULL);

  if (self->library != NULL) {
    plumb_window_go (window, place != NULL ? place : home);
  }
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * plumb_application_restore_windows:
 * @self: the application
 *
 * Opens the windows of last time, each where it was.
 *
 * Returns: whether there were any
 */
gboolean
plumb_application_restore_windows (PlumbApplication *self)
{
  g_autoptr (GPtrArray) records = NULL;
  gboolean restored = FALSE;

  if (self->library == NULL) {
    return FALSE;
  }

  records = plumb_store_dup_windows (self->store);
  for (guint i = 0; records != NULL && i < records->len; i++) {
    PlumbWindowRecord *record = g_ptr_array_index (records, i);
    g_autoptr (PlumbPlace) place = plumb_place_parse (plumb_window_record_get_place (record), NULL);
    PlumbWindow *window;

    if (place == NULL) {
      continue;
    }
    window = new_window (self, record);
    plumb_window_go (window, place);
    gtk_window_present (GTK_WINDOW (window));
    restored = TRUE;
  }

  return restored;
}

static void
plumb_application_activate (GApplication *application)
{
  PlumbApplication *self = PLUMB_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL) {
    gtk_window_present (window);
    return;
  }
  if (plumb_preferences_get_restore_place (self->preferences) &&
      plumb_application_restore_windows (self)) {
    return;
  }

  plumb_application_show_window (self, NULL);
}

static void
open_place (PlumbApplication *self, PlumbPlace *place)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL) {
    g_autoptr (GPtrArray) records = plumb_store_dup_windows (self->store);
    PlumbWindowRecord *record = records != NULL && records->len > 0 ? g_ptr_array_index (records, 0)
                                                                    : NULL;

    window = GTK_WINDOW (new_window (self, record));
  }
  if (self->library != NULL) {
    plumb_window_go (PLUMB_WINDOW (window), place);
  }
  gtk_window_present (window);
}

/* What the desktop asks for over the bus, where there is no terminal to say what is wrong in. */
static void
plumb_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PlumbApplication *self = PLUMB_APPLICATION (application);

  for (int i = 0; i < n_files; i++) {
    g_autofree char *uri = g_file_get_uri (files[i]);
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbPlace) place = plumb_place_parse (uri, &error);

    if (place != NULL) {
      open_place (self, place);
    } else {
      plumb_application_refuse_link (self, error->message);
    }
  }
}

static int
plumb_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  PlumbApplication *self = PLUMB_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbOptions) options = NULL;

  if (g_variant_dict_contains (dict, "version")) {
    g_print ("%s %s\n", g_get_application_name (), PACKAGE_VERSION);
    return 0;
  }

  /* What is wrong with the words of the command line is said where it was typed. */
  options = plumb_options_parse (dict, &error);
  if (options == NULL) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  /* Another library is another program as far as the bus is concerned: it does not turn up in a window of this one. */
  if (options->library != NULL) {
    self->library_folder = g_canonicalize_filename (options->library, NULL);
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  }

  return -1;
}

static gboolean
has_audience (PlumbLibrary *library, const char *id)
{
  GListModel *audiences = plumb_library_get_file (library)->audiences;
  guint n = audiences != NULL ? g_list_model_get_n_items (audiences) : 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbAudience) audience = g_list_model_get_item (audiences, i);

    if (g_str_equal (audience->id, id)) {
      return TRUE;
    }
  }

  return FALSE;
}

/* Says what can't be shown of a place as it was asked for, or nothing. The library keeps the topics that it reads, so
 * that the window does not read them again. */
static char *
find_fault (PlumbApplication *self, PlumbPlace *place)
{
  const char *id = plumb_place_get_id (place);
  const char *audience = plumb_place_get_audience (place);
  g_autoptr (PlumbTopicEntry) entry = NULL;
  g_autoptr (PlumbTopic) topic = NULL;
  g_autoptr (GError) error = NULL;

  if (self->library == NULL) {
    return g_strdup (self->library_problem);
  }
  if (plumb_place_get_page (place) != PLUMB_PAGE_TOPIC) {
    return NULL;
  }

  entry = plumb_library_lookup_entry (self->library, id, NULL);
  if (entry == NULL || !plumb_topic_entry_is_upcoming (entry)) {
    topic = plumb_library_load_topic (self->library, id, &error);
    if (topic == NULL) {
      return g_strdup (error->message);
    }
  }
  if (audience != NULL && !has_audience (self->library, audience)) {
    return g_strdup_printf (_ ("This library has no audience “%s”."), audience);
  }

  return NULL;
}

static int
plumb_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  PlumbApplication *self = PLUMB_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbOptions)
      options = plumb_options_parse (g_application_command_line_get_options_dict (command_line),
                                     &error);
  g_autofree char *fault = NULL;

  if (options == NULL) {
    g_application_command_line_printerr (command_line, "%s\n", error->message);
    return 1;
  }
  if (options->place == NULL) {
    g_application_activate (application);
    if (self->library == NULL) {
      g_application_command_line_printerr (command_line, "%s\n", self->library_problem);
    }
    return self->library == NULL;
  }

  fault = find_fault (self, options->place);
  if (fault != NULL) {
    g_application_command_line_printerr (command_line, "%s\n", fault);
  }
  /* A link that was clicked has no terminal: the window says why the topic is not there, too. */
  open_place (self, options->place);

  return fault != NULL;
}

static void
plumb_application_startup (GApplication *application)
{
  PlumbApplication *self = PLUMB_APPLICATION (application);
  g_autoptr (GFile) data = g_file_new_build_filename (g_get_user_data_dir (), "plumb", NULL);
  g_autoptr (PlumbPolicy) policy = NULL;
  PlumbStoreMode mode = PLUMB_STORE_MODE_DISK;

  G_APPLICATION_CLASS (plumb_application_parent_class)->startup (application);

  policy = plumb_policy_new_for_system (g_get_system_config_dirs (), g_get_system_data_dirs ());
  plumb_policy_get_store_mode (policy, &mode);
  self->store = plumb_store_open (mode, data);
  self->preferences = plumb_preferences_new (APP_ID, mode, policy);
  self->text_style = plumb_text_style_new (self->preferences, gdk_display_get_default ());
  open_library (self);

  /* With it on, the Tab key selects a paragraph instead of going to the links in it. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  plumb_action_table_apply (GTK_APPLICATION (self));
}

static void
plumb_application_shutdown (GApplication *application)
{
  PlumbApplication *self = PLUMB_APPLICATION (application);

  g_clear_handle_id (&self->note_id, g_source_remove);
  g_clear_object (&self->text_style);
  if (self->store != NULL) {
    plumb_store_flush (self->store);
  }

  G_APPLICATION_CLASS (plumb_application_parent_class)->shutdown (application);
}

static void
plumb_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (plumb_application_parent_class)->window_removed (application, window);

  if (PLUMB_IS_WINDOW (window)) {
    note_windows (PLUMB_APPLICATION (application));
  }
}

static void
plumb_application_dispose (GObject *object)
{
  PlumbApplication *self = PLUMB_APPLICATION (object);

  g_clear_handle_id (&self->note_id, g_source_remove);
  g_clear_object (&self->search_index);
  g_clear_object (&self->library);
  g_clear_object (&self->text_style);
  g_clear_object (&self->preferences);
  g_clear_object (&self->store);
  g_clear_pointer (&self->library_folder, g_free);
  g_clear_pointer (&self->library_problem, g_free);

  G_OBJECT_CLASS (plumb_application_parent_class)->dispose (object);
}

static void
plumb_application_class_init (PlumbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_application_dispose;
  application_class->activate = plumb_application_activate;
  application_class->command_line = plumb_application_command_line;
  application_class->handle_local_options = plumb_application_handle_local_options;
  application_class->open = plumb_application_open;
  application_class->startup = plumb_application_startup;
  application_class->shutdown = plumb_application_shutdown;
  GTK_APPLICATION_CLASS (klass)->window_removed = plumb_application_window_removed;
}

static void
plumb_application_init (PlumbApplication *self)
{
  plumb_application_add_actions (self);
  plumb_options_add_to (G_APPLICATION (self));
}

/**
 * plumb_application_new:
 * @application_id: the application's id on the bus
 *
 * Creates the application.
 *
 * Returns: (transfer full): a new application
 */
PlumbApplication *
plumb_application_new (const char *application_id)
{
  g_return_val_if_fail (g_application_id_is_valid (application_id), NULL);

  return g_object_new (PLUMB_TYPE_APPLICATION,
                       "application-id",
                       application_id,
                       "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       RESOURCE_PATH,
                       NULL);
}
