/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "plumb-preferences-dialog.h"

static PlumbPreferences *
create_preferences (const char *rules)
{
  g_autoptr (PlumbPolicy) policy = NULL;

  if (rules != NULL) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GFile) file = NULL;
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp ("plumb-policy-XXXXXX", &path, &error);

    g_assert_no_error (error);
    g_close (fd, NULL);
    g_file_set_contents (path, rules, -1, &error);
    g_assert_no_error (error);
    file = g_file_new_for_path (path);
    policy = plumb_policy_new (&file, 1);
    g_remove (path);
  } else {
    policy = plumb_policy_new (NULL, 0);
  }

  return plumb_preferences_new (APP_ID, PLUMB_STORE_MODE_SESSION, policy);
}

static gpointer
get_child (PlumbPreferencesDialog *dialog, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (dialog),
                                                  PLUMB_TYPE_PREFERENCES_DIALOG,
                                                  name);

  g_assert_nonnull (child);

  return child;
}

static void
test_new_destroy (void)
{
  PlumbPreferences *preferences = create_preferences (NULL);
  PlumbPreferencesDialog *dialog = g_object_ref_sink (plumb_preferences_dialog_new (preferences));
  PlumbPreferences *shown = NULL;

  g_object_get (dialog, "preferences", &shown, NULL);
  g_assert_true (shown == preferences);
  g_clear_object (&shown);

  g_assert_finalize_object (dialog);
  g_assert_finalize_object (preferences);
}

static void
test_text_size (void)
{
  g_autoptr (PlumbPreferences) preferences = create_preferences (NULL);
  PlumbPreferencesDialog *dialog = g_object_ref_sink (plumb_preferences_dialog_new (preferences));
  AdwSpinRow *row = get_child (dialog, "text_size_row");
  GtkAdjustment *adjustment = adw_spin_row_get_adjustment (row);

  g_assert_cmpint ((int) gtk_adjustment_get_lower (adjustment), ==, PLUMB_TEXT_SIZE_MIN);
  g_assert_cmpint ((int) gtk_adjustment_get_upper (adjustment), ==, PLUMB_TEXT_SIZE_MAX);
  g_assert_cmpint ((int) adw_spin_row_get_value (row), ==, PLUMB_TEXT_SIZE_DEFAULT);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "100%");

  plumb_preferences_set_text_size (preferences, 150);
  g_assert_cmpint ((int) adw_spin_row_get_value (row), ==, 150);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "150%");

  adw_spin_row_set_value (row, 80);
  g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, 80);

  g_assert_finalize_object (dialog);
}

static void
test_text_size_typed (void)
{
  static const struct {
    const char *text;
    int size;
  } rows[] = {
    { "175", 175 },
    { "120%", 120 },
    { " 90 % ", 90 },
    { "%130", 130 },
    { "١٥٠٪", 150 },
    { "\u200e200\u00a0%", 200 },
    { "5", 75 },
    { "9999", 300 },
    { "99999999999999999999999", 300 },
    /* What is no number leaves it as it was. */
    { "big", 300 },
    { "", 300 },
  };
  g_autoptr (PlumbPreferences) preferences = create_preferences (NULL);
  PlumbPreferencesDialog *dialog = g_object_ref_sink (plumb_preferences_dialog_new (preferences));
  AdwSpinRow *row = get_child (dialog, "text_size_row");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].text);
    gtk_editable_set_text (GTK_EDITABLE (row), rows[i].text);
    adw_spin_row_update (row);
    g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, rows[i].size);
  }

  g_assert_finalize_object (dialog);
}

static void
test_reset (void)
{
  g_autoptr (PlumbPreferences) preferences = create_preferences (NULL);
  PlumbPreferencesDialog *dialog = g_object_ref_sink (plumb_preferences_dialog_new (preferences));
  GtkWidget *button = get_child (dialog, "reset_button");

  g_assert_false (gtk_widget_get_sensitive (button));
  plumb_preferences_set_text_size (preferences, 150);
  g_assert_true (gtk_widget_get_sensitive (button));

  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (plumb_preferences_get_text_size (preferences), ==, PLUMB_TEXT_SIZE_DEFAULT);
  g_assert_false (gtk_widget_get_sensitive (button));

  g_assert_finalize_object (dialog);
}

static void
assert_choice (const char *child, const char *preference, GType type)
{
  g_autoptr (PlumbPreferences) preferences = create_preferences (NULL);
  PlumbPreferencesDialog *dialog = g_object_ref_sink (plumb_preferences_dialog_new (preferences));
  AdwComboRow *row = get_child (dialog, child);
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  int choice;

  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==, klass->n_values);
  g_object_get (preferences, preference, &choice, NULL);
  g_assert_cmpint ((int) adw_combo_row_get_selected (row), ==, choice);

  for (guint i = klass->n_values; i-- > 0;) {
    g_object_set (preferences, preference, klass->values[i].value, NULL);
    g_assert_cmpint ((int) adw_combo_row_get_selected (row), ==, klass->values[i].value);
  }
  for (guint i = klass->n_values; i-- > 0;) {
    adw_combo_row_set_selected (row, i);
    g_object_get (preferences, preference, &choice, NULL);
    g_assert_cmpint (choice, ==, (int) i);
  }
  adw_combo_row_set_selected (row, GTK_INVALID_LIST_POSITION);
  g_object_get (preferences, preference, &choice, NULL);
  g_assert_cmpint (choice, ==, 0);

  g_assert_finalize_object (dialog);
}

static void
test_choices (void)
{
  assert_choice ("reading_width_row", "reading-width", PLUMB_TYPE_READING_WIDTH);
  assert_choice ("color_scheme_row", "color-scheme", PLUMB_TYPE_COLOR_SCHEME);
}

static void
assert_switch (const char *child, const char *preference)
{
  g_autoptr (PlumbPreferences) preferences = create_preferences (NULL);
  PlumbPreferencesDialog *dialog = g_object_ref_sink (plumb_preferences_dialog_new (preferences));
  AdwSwitchRow *row = get_child (dialog, child);
  gboolean before, active;

  g_object_get (preferences, preference, &before, NULL);
  g_assert_cmpint (adw_switch_row_get_active (row), ==, before);

  g_object_set (preferences, preference, !before, NULL);
  g_assert_cmpint (adw_switch_row_get_active (row), ==, !before);

  adw_switch_row_set_active (row, before);
  g_object_get (preferences, preference, &active, NULL);
  g_assert_cmpint (active, ==, before);

  g_assert_finalize_object (dialog);
}

static void
test_switches (void)
{
  assert_switch ("easier_spacing_row", "easier-spacing");
  assert_switch ("claim_marks_row", "claim-marks");
  assert_switch ("restore_place_row", "restore-place");
}

static gboolean
has_padlock (GtkWidget *widget)
{
  if (GTK_IS_IMAGE (widget) && gtk_widget_get_visible (widget) &&
      g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), "changes-prevent-symbolic") == 0) {
    return TRUE;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (has_padlock (child)) {
      return TRUE;
    }
  }

  return FALSE;
}

static void
assert_lock (PlumbPreferencesDialog *dialog, const char *child, gboolean is_locked)
{
  AdwActionRow *row = get_child (dialog, child);

  g_test_message ("%s", child);
  g_assert_cmpint (gtk_widget_get_sensitive (GTK_WIDGET (row)), ==, !is_locked);
  g_assert_cmpint (has_padlock (GTK_WIDGET (row)), ==, is_locked);
  g_assert_cmpint (g_strcmp0 (adw_action_row_get_subtitle (row), "Fixed by the administrator") == 0,
                   ==,
                   is_locked);
}

static void
test_locked (void)
{
  static const struct {
    const char *rule;
    const char *child;
  } rows[] = {
    { "text-size=125", "text_size_row" },
    { "reading-width=wide", "reading_width_row" },
    { "easier-spacing=true", "easier_spacing_row" },
    { "claim-marks=false", "claim_marks_row" },
    { "color-scheme=dark", "color_scheme_row" },
    { "restore-place=false", "restore_place_row" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *rules = g_strdup_printf ("[preferences]\n%s\n", rows[i].rule);
    g_autoptr (PlumbPreferences) preferences = create_preferences (rules);
    PlumbPreferencesDialog *dialog = g_object_ref_sink (plumb_preferences_dialog_new (preferences));

    for (gsize j = 0; j < G_N_ELEMENTS (rows); j++) {
      assert_lock (dialog, rows[j].child, i == j);
    }
    g_assert_finalize_object (dialog);
  }
}

static void
test_locked_value (void)
{
  g_autoptr (PlumbPreferences)
      preferences = create_preferences ("[preferences]\ntext-size=125\neasier-spacing=true\n");
  PlumbPreferencesDialog *dialog = g_object_ref_sink (plumb_preferences_dialog_new (preferences));

  g_assert_cmpstr (gtk_editable_get_text (get_child (dialog, "text_size_row")), ==, "125%");
  g_assert_true (adw_switch_row_get_active (get_child (dialog, "easier_spacing_row")));

  g_assert_finalize_object (dialog);
}

static void
test_lock_changed (void)
{
  g_autoptr (PlumbPreferences) preferences = create_preferences (NULL);
  PlumbPreferencesDialog *dialog = g_object_ref_sink (plumb_preferences_dialog_new (preferences));
  AdwActionRow *row = get_child (dialog, "easier_spacing_row");

  /* That it is asked again shows in what it puts back. */
  adw_action_row_set_subtitle (row, "Stale");
  g_signal_emit_by_name (preferences, "lock-changed", "text-size");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Stale");
  g_signal_emit_by_name (preferences, "lock-changed", "easier-spacing");
  g_assert_cmpstr (adw_action_row_get_subtitle (row),
                   ==,
                   "More space between letters, words and lines");
  /* There are preferences that are not shown here. */
  g_signal_emit_by_name (preferences, "lock-changed", "audience");

  g_assert_finalize_object (dialog);
}

static gboolean
has_article (GtkWidget *widget)
{
  if (g_str_equal (gtk_widget_get_css_name (widget), "article")) {
    return TRUE;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (has_article (child)) {
      return TRUE;
    }
  }

  return FALSE;
}

static void
test_preview (void)
{
  g_autoptr (PlumbPreferences) preferences = create_preferences (NULL);
  PlumbPreferencesDialog *dialog = g_object_ref_sink (plumb_preferences_dialog_new (preferences));

  g_assert_true (has_article (
      gtk_widget_get_ancestor (get_child (dialog, "text_size_row"), GTK_TYPE_LIST_BOX)));

  g_assert_finalize_object (dialog);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/dialogs/preferences/new-destroy", test_new_destroy);
  g_test_add_func ("/dialogs/preferences/text-size", test_text_size);
  g_test_add_func ("/dialogs/preferences/text-size-typed", test_text_size_typed);
  g_test_add_func ("/dialogs/preferences/reset", test_reset);
  g_test_add_func ("/dialogs/preferences/choices", test_choices);
  g_test_add_func ("/dialogs/preferences/switches", test_switches);
  g_test_add_func ("/dialogs/preferences/locked", test_locked);
  g_test_add_func ("/dialogs/preferences/locked-value", test_locked_value);
  g_test_add_func ("/dialogs/preferences/lock-changed", test_lock_changed);
  g_test_add_func ("/dialogs/preferences/preview", test_preview);

  return g_test_run ();
}
