/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-preferences-dialog.h"

#include <glib/gi18n-lib.h>

/* The preferences that are shown. */
typedef enum {
  ROW_TEXT_SIZE,
  ROW_READING_WIDTH,
  ROW_EASIER_SPACING,
  ROW_CLAIM_MARKS,
  ROW_COLOR_SCHEME,
  ROW_RESTORE_PLACE,
  N_ROWS,
} Row;

/**
 * PlumbPreferencesDialog:
 *
 * Shows the reader's preferences, and changes them at once.
 *
 * What an administrator has fixed can be seen and not changed, and is said to be so.
 *
 * ## Accessibility
 *
 * Every row is named by its title and described by its subtitle, which also says that a preference is
 * fixed: the padlock beside it is for the eye only.
 */
struct _PlumbPreferencesDialog {
  AdwPreferencesDialog parent_instance;

  PlumbPreferences *preferences;

  GtkWidget *reset_button;
  AdwActionRow *rows[N_ROWS];
  GtkWidget *padlocks[N_ROWS];
  /* What is said of a preference that can be changed. */
  char *subtitles[N_ROWS];
};

G_DEFINE_FINAL_TYPE (PlumbPreferencesDialog, plumb_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

enum {
  PROP_0,
  PROP_PREFERENCES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const struct {
  /* Of the preference, and of the row's property that shows it. */
  const char *name;
  const char *property;
  const char *child;
} row_infos[] = {
  [ROW_TEXT_SIZE] = { "text-size", "value", "text_size_row" },
  [ROW_READING_WIDTH] = { "reading-width", "selected", "reading_width_row" },
  [ROW_EASIER_SPACING] = { "easier-spacing", "active", "easier_spacing_row" },
  [ROW_CLAIM_MARKS] = { "claim-marks", "active", "claim_marks_row" },
  [ROW_COLOR_SCHEME] = { "color-scheme", "selected", "color_scheme_row" },
  [ROW_RESTORE_PLACE] = { "restore-place", "active", "restore_place_row" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (row_infos) == N_ROWS);

static gboolean
choice_to_index (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_uint (to, (guint) g_value_get_enum (from));

  return TRUE;
}

static gboolean
index_to_choice (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  guint index = g_value_get_uint (from);

  if (index == GTK_INVALID_LIST_POSITION) {
    return FALSE;
  }
  g_value_set_enum (to, (int) index);

  return TRUE;
}

static void
bind_row (PlumbPreferencesDialog *self, Row row)
{
  gboolean is_choice = ADW_IS_COMBO_ROW (self->rows[row]);

  g_object_bind_property_full (self->preferences,
                               row_infos[row].name,
                               self->rows[row],
                               row_infos[row].property,
                               G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE,
                               is_choice ? choice_to_index : NULL,
                               is_choice ? index_to_choice : NULL,
                               NULL,
                               NULL);
}

static void
update_lock (PlumbPreferencesDialog *self, Row row)
{
  gboolean is_locked = plumb_preferences_is_locked (self->preferences, row_infos[row].name);

  gtk_widget_set_sensitive (GTK_WIDGET (self->rows[row]), !is_locked);
  gtk_widget_set_visible (self->padlocks[row], is_locked);
  adw_action_row_set_subtitle (self->rows[row],
                               is_locked ? _ ("Fixed by the administrator") : self->subtitles[row]);
}

static void
lock_changed_cb (PlumbPreferencesDialog *self, const char *name)
{
  for (Row row = 0; row < N_ROWS; row++) {
    if (g_str_equal (row_infos[row].name, name)) {
      update_lock (self, row);
    }
  }
}

static int
text_size_input_cb (AdwSpinRow *row, double *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  gint64 number = 0;
  gboolean has_digits = FALSE;

  /* What is around the number may be anything: a percent sign before or behind it, a space, marks for
   * the direction. */
  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    int digit = g_unichar_digit_value (g_utf8_get_char (text));

    if (digit >= 0) {
      number = MIN (number * 10 + digit, G_MAXINT);
      has_digits = TRUE;
    }
  }
  /* Where there is none, the size stays what it was. */
  *value = has_digits ? (double) number : adw_spin_row_get_value (row);

  return TRUE;
}

static gboolean
text_size_output_cb (AdwSpinRow *row)
{
  /* Translators: the size of text. */
  g_autofree char *text = g_strdup_printf (C_ ("text size", "%d%%"),
                                           (int) adw_spin_row_get_value (row));

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (row)))) {
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  }

  return TRUE;
}

static void
text_size_changed_cb (PlumbPreferencesDialog *self)
{
  double value = adw_spin_row_get_value (ADW_SPIN_ROW (self->rows[ROW_TEXT_SIZE]));

  gtk_widget_set_sensitive (self->reset_button, value != PLUMB_TEXT_SIZE_DEFAULT);
}

static void
reset_cb (PlumbPreferencesDialog *self)
{
  /* The button can't be used any more after that, and would leave the keyboard nowhere. */
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[ROW_TEXT_SIZE]));
  plumb_preferences_reset (self->preferences, row_infos[ROW_TEXT_SIZE].name);
}

static void
add_padlock (PlumbPreferencesDialog *self, Row row)
{
  self->padlocks[row] = g_object_new (GTK_TYPE_IMAGE,
                                      "icon-name",
                                      "changes-prevent-symbolic",
                                      "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                      NULL);
  adw_action_row_add_prefix (self->rows[row], self->padlocks[row]);
}

static void
plumb_preferences_dialog_constructed (GObject *object)
{
  PlumbPreferencesDialog *self = PLUMB_PREFERENCES_DIALOG (object);

  G_OBJECT_CLASS (plumb_preferences_dialog_parent_class)->constructed (object);

  for (Row row = 0; row < N_ROWS; row++) {
    self->subtitles[row] = g_strdup (adw_action_row_get_subtitle (self->rows[row]));
    add_padlock (self, row);
    bind_row (self, row);
    update_lock (self, row);
  }
  text_size_changed_cb (self);

  g_signal_connect_object (self->preferences,
                           "lock-changed",
                           G_CALLBACK (lock_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
plumb_preferences_dialog_dispose (GObject *object)
{
  PlumbPreferencesDialog *self = PLUMB_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_PREFERENCES_DIALOG);
  for (Row row = 0; row < N_ROWS; row++) {
    g_clear_pointer (&self->subtitles[row], g_free);
  }
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (plumb_preferences_dialog_parent_class)->dispose (object);
}

static void
plumb_preferences_dialog_get_property (GObject *object,
                                       guint property_id,
                                       GValue *value,
                                       GParamSpec *pspec)
{
  PlumbPreferencesDialog *self = PLUMB_PREFERENCES_DIALOG (object);

  switch (property_id) {
  case PROP_PREFERENCES:
    g_value_set_object (value, self->preferences);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
plumb_preferences_dialog_set_property (GObject *object,
                                       guint property_id,
                                       const GValue *value,
                                       GParamSpec *pspec)
{
  PlumbPreferencesDialog *self = PLUMB_PREFERENCES_DIALOG (object);

  switch (property_id) {
  case PROP_PREFERENCES:
    self->preferences = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
plumb_preferences_dialog_class_init (PlumbPreferencesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plumb_preferences_dialog_constructed;
  object_class->dispose = plumb_preferences_dialog_dispose;
  object_class->get_property = plumb_preferences_dialog_get_property;
  object_class->set_property = plumb_preferences_dialog_set_property;

  /**
   * PlumbPreferencesDialog:preferences:
   *
   * What is shown and changed.
   */
  properties[PROP_PREFERENCES] = g_param_spec_object ("preferences",
                                                      NULL,
                                                      NULL,
                                                      PLUMB_TYPE_PREFERENCES,
                                                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                          G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH
                                               "/dialogs/plumb-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbPreferencesDialog, reset_button);
  for (Row row = 0; row < N_ROWS; row++) {
    gtk_widget_class_bind_template_child_full (widget_class,
                                               row_infos[row].child,
                                               FALSE,
                                               G_STRUCT_OFFSET (PlumbPreferencesDialog, rows) +
                                                   (gssize) row * (gssize) sizeof (AdwActionRow *));
  }
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_size_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_size_input_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_size_output_cb);
}

static void
plumb_preferences_dialog_init (PlumbPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_preferences_dialog_new:
 * @preferences: what is to be shown and changed
 *
 * Creates a dialog for the preferences.
 *
 * Returns: (transfer floating): a new dialog
 */
PlumbPreferencesDialog *
plumb_preferences_dialog_new (PlumbPreferences *preferences)
{
  g_return_val_if_fail (PLUMB_IS_PREFERENCES (preferences), NULL);

  return g_object_new (PLUMB_TYPE_PREFERENCES_DIALOG, "preferences", preferences, NULL);
}
