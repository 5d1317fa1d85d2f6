/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the page saves, and the files of answers that it opens. There is no name in any of them. */

#include "config.h"

#include "plumb-weigh-page-private.h"

#include <glib/gi18n.h>
#include <plumb-answers-file.h>
#include <plumb-picture.h>

#include "plumb-picture-draw.h"

/* Of a picture that is saved, in pixels. */
#define PICTURE_WIDTH 640
#define PICTURE_EM 16

typedef struct {
  const char *format;
  /* Offered as the name of the file. */
  const char *name;
} Format;

static const Format formats[] = {
  { "png", N_ ("answers.png") },       { "svg", N_ ("answers.svg") },
  { "csv", N_ ("answers.csv") },       { "json", N_ ("answers.json") },
  { "map-png", N_ ("positions.png") }, { "map-svg", N_ ("positions.svg") },
};

static PlumbPicture *
plan_picture (PlumbWeighPage *self, gboolean map)
{
  PlumbPictureStyle style = {
    .width = PICTURE_WIDTH,
    .em = PICTURE_EM,
    .rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .heading = TRUE,
  };

  return map ? plumb_people_map_plan (self->map, &style)
             : plumb_picture_new_scales (self->weighing, &style);
}

static GBytes *
take_text (char *text)
{
  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

/**
 * plumb_weigh_page_export:
 * @self: a page
 * @format: `png`, `svg`, `csv` or `json`; for the map of several people, `map-png` or `map-svg`
 *
 * Makes a file of what the reader answers, without a name.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL where there is nothing to put into one
 */
GBytes *
plumb_weigh_page_export (PlumbWeighPage *self, const char *format)
{
  g_autoptr (PlumbPicture) picture = NULL;

  g_return_val_if_fail (PLUMB_IS_WEIGH_PAGE (self), NULL);
  g_return_val_if_fail (format != NULL, NULL);

  if (self->weighing == NULL) {
    return NULL;
  }
  if (g_str_equal (format, "csv")) {
    return take_text (plumb_answers_to_csv (self->answers, self->set));
  }
  if (g_str_equal (format, "json")) {
    g_autoptr (GDateTime) now = g_date_time_new_now_local ();
    g_autofree char *date = g_date_time_format (now, "%F");

    return take_text (plumb_answers_to_json (self->answers,
                                             plumb_crux_set_get_library_id (self->set),
                                             plumb_crux_set_get_library_version (self->set),
                                             date));
  }

  picture = plan_picture (self, g_str_has_prefix (format, "map-"));
  if (picture == NULL) {
    return NULL;
  }

  return g_str_has_suffix (format, "svg") ? take_text (plumb_picture_to_svg (picture))
                                          : plumb_picture_to_png (picture, GTK_WIDGET (self));
}

/* Saving. */

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlumbWeighPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (object));
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;
  g_autofree char *message = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error)) {
    /* Translators: the placeholder is the name of a file. */
    message = g_strdup_printf (_ ("Saved as “%s”"), shown);
  } else {
    /* Translators: the name of a file, and what the system says. */
    message = g_strdup_printf (_ ("“%1$s” can’t be saved: %2$s"), shown, error->message);
  }
  plumb_weigh_page_toast (self, message);
}

typedef struct {
  PlumbWeighPage *self;
  char *format;
} Save;

static void
save_to_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Save *save = user_data;
  g_autoptr (PlumbWeighPage) self = save->self;
  g_autofree char *format = save->format;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL) {
    if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)) {
      plumb_weigh_page_toast (self, error->message);
    }
    return;
  }

  bytes = plumb_weigh_page_export (self, format);
  if (bytes != NULL) {
    g_file_replace_contents_bytes_async (file,
                                         bytes,
                                         NULL,
                                         FALSE,
                                         G_FILE_CREATE_REPLACE_DESTINATION,
                                         NULL,
                                         written_cb,
                                         g_object_ref (self));
  }
}

void
plumb_weigh_page_save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (widget);
  const char *format = g_variant_get_string (parameter, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    if (g_str_equal (formats[i].format, format) && self->weighing != NULL) {
      g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
      Save *save = g_new0 (Save, 1);

      save->self = g_object_ref (self);
      save->format = g_strdup (format);
      gtk_file_dialog_set_title (dialog, _ ("Save a Copy"));
      gtk_file_dialog_set_initial_name (dialog, _ (formats[i].name));
      gtk_file_dialog_save (dialog,
                            GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                            NULL,
                            save_to_cb,
                            save);
    }
  }
}

/* Opening. */

typedef struct {
  PlumbWeighPage *self;
  guint n_waiting;
  /* In the order of the files; NULL where one can't be used. */
  GPtrArray *loaded;
  GStrvBuilder *messages;
  guint n_bad;
} Load;

typedef struct {
  Load *load;
  guint number;
} LoadOne;

static void
show_messages (PlumbWeighPage *self, guint n_bad, const char *messages)
{
  g_autofree char *heading = g_strdup_printf (
      ngettext ("%u File Can’t Be Used", "%u Files Can’t Be Used", n_bad),
      n_bad);
  AdwDialog *dialog = adw_alert_dialog_new (heading, messages);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_people (PlumbWeighPage *self, GPtrArray *loaded)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->people->len; i++) {
    g_ptr_array_add (people, g_object_ref (g_ptr_array_index (self->people, i)));
  }
  for (guint i = 0; i < loaded->len; i++) {
    if (g_ptr_array_index (loaded, i) != NULL) {
      g_ptr_array_add (people, g_object_ref (g_ptr_array_index (loaded, i)));
    }
  }
  if (people->len != self->people->len) {
    plumb_weigh_page_set_people (self, people);
  }
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree LoadOne *one = user_data;
  Load *load = one->load;
  g_autoptr (GError) error = NULL;
  PlumbAnswers *answers = plumb_answers_load_finish (result, &error);
  gboolean cancelled = g_cancellable_is_cancelled (load->self->cancellable);

  g_ptr_array_index (load->loaded, one->number) = answers;
  if (answers == NULL && !cancelled) {
    g_strv_builder_add (load->messages, error->message);
    load->n_bad++;
  }
  if (--load->n_waiting > 0) {
    return;
  }

  if (!cancelled) {
    g_auto (GStrv) messages = g_strv_builder_end (load->messages);
    g_autofree char *text = g_strjoinv ("\n\n", messages);

    add_people (load->self, load->loaded);
    if (load->n_bad > 0) {
      show_messages (load->self, load->n_bad, text);
    }
  }
  g_object_unref (load->self);
  g_ptr_array_unref (load->loaded);
  g_strv_builder_unref (load->messages);
  g_free (load);
}

static void
clear_answers (gpointer data)
{
  g_clear_object (&data);
}

/**
 * plumb_weigh_page_compare:
 * @self: a page
 * @files: (element-type GFile): files of answers
 *
 * Puts people on the map. A file that can’t be used changes nothing, and what is wrong with it is said once all are read.
 */
void
plumb_weigh_page_compare (PlumbWeighPage *self, GListModel *files)
{
  Load *load;
  guint n;

  g_return_if_fail (PLUMB_IS_WEIGH_PAGE (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  n = g_list_model_get_n_items (files);
  if (n == 0 || self->set == NULL) {
    return;
  }

  load = g_new0 (Load, 1);
  load->self = g_object_ref (self);
  load->n_waiting = n;
  load->loaded = g_ptr_array_new_with_free_func (clear_answers);
  g_ptr_array_set_size (load->loaded, (int) n);
  load->messages = g_strv_builder_new ();
  for (guint i = 0; i < n; i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);
    LoadOne *one = g_new0 (LoadOne, 1);

    one->load = load;
    one->number = i;
    plumb_answers_load_async (file,
                              plumb_crux_set_get_library_id (self->set),
                              self->cancellable,
                              loaded_cb,
                              one);
  }
}

static GtkFileDialog *
new_open_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Answers (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));

  return dialog;
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
compare_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlumbWeighPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel)
      files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (object), result, &error);

  if (files != NULL) {
    plumb_weigh_page_compare (self, files);
  } else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)) {
    plumb_weigh_page_toast (self, error->message);
  }
}

void
plumb_weigh_page_compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = new_open_dialog (_ ("Open Answers of Several People"));

  gtk_file_dialog_open_multiple (dialog,
                                 get_window (widget),
                                 NULL,
                                 compare_cb,
                                 g_object_ref (widget));
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlumbWeighPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbAnswers) answers = plumb_answers_load_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable)) {
    return;
  }
  if (answers == NULL) {
    show_messages (self, 1, error->message);
    return;
  }

  plumb_weigh_page_forget_undo (self);
  self->undo_answers = plumb_answers_copy (self->answers);
  plumb_answers_assign (self->answers, answers);
  plumb_weigh_page_offer_undo (self, _ ("Answers read from the file"));
}

static void
open_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlumbWeighPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL && self->set != NULL) {
    plumb_answers_load_async (file,
                              plumb_crux_set_get_library_id (self->set),
                              self->cancellable,
                              opened_cb,
                              g_object_ref (self));
  } else if (error != NULL &&
             !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)) {
    plumb_weigh_page_toast (self, error->message);
  }
}

void
plumb_weigh_page_open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = new_open_dialog (_ ("Open Your Answers"));

  gtk_file_dialog_open (dialog, get_window (widget), NULL, open_cb, g_object_ref (widget));
}
