/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "plumb-about-dialog.h"
#include "plumb-action-table.h"
#include "plumb-shortcuts-dialog.h"

static void
assert_accels (GtkTextDirection direction)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const PlumbActionEntry *entries;
  guint n_entries;

  entries = plumb_action_table_get (&n_entries);
  for (guint i = 0; i < n_entries; i++) {
    const char *const *accels = plumb_action_entry_get_accels (&entries[i], direction);
    guint n_accels = g_strv_length ((char **) accels);

    g_test_message ("%s", entries[i].title);
    g_assert_cmpuint (entries[i].n_shown, >=, 1);
    g_assert_cmpuint (entries[i].n_shown, <=, 2);
    g_assert_cmpuint (n_accels, >=, entries[i].n_shown);
    for (guint j = 0; j < n_accels; j++) {
      GdkModifierType mods;
      guint key;

      g_assert_true (gtk_accelerator_parse (accels[j], &key, &mods));
      g_assert_cmpuint (key, !=, 0);
      g_assert_true (g_hash_table_add (seen, gtk_accelerator_name (key, mods)));
    }
  }
}

static void
test_accels (void)
{
  assert_accels (GTK_TEXT_DIR_LTR);
  assert_accels (GTK_TEXT_DIR_RTL);
}

static void
test_titles (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const PlumbActionEntry *entries;
  guint n_entries;

  entries = plumb_action_table_get (&n_entries);
  g_assert_cmpuint (n_entries, >, 0);
  for (guint i = 0; i < n_entries; i++) {
    const char *title = plumb_action_entry_get_title (&entries[i]);

    g_assert_nonnull (title);
    g_assert_cmpstr (title, !=, "");
    g_assert_true (g_hash_table_add (seen, (gpointer) title));
    /* Groups are shown one after the other. */
    g_assert_true (i == 0 || entries[i].group >= entries[i - 1].group);
  }
  for (PlumbActionGroup group = 0; group < PLUMB_N_ACTION_GROUPS; group++) {
    g_assert_cmpstr (plumb_action_group_get_title (group), !=, "");
  }
}

static void
test_actions (void)
{
  const PlumbActionEntry *entries;
  guint n_entries;

  entries = plumb_action_table_get (&n_entries);
  for (guint i = 0; i < n_entries; i++) {
    g_autofree char *name = NULL;
    g_autoptr (GVariant) target = NULL;
    g_autoptr (GError) error = NULL;

    if (entries[i].action == NULL) {
      continue;
    }
    g_action_parse_detailed_name (entries[i].action, &name, &target, &error);
    g_assert_no_error (error);
    g_assert_true (plumb_action_table_find (entries[i].action) == &entries[i]);
  }

  g_assert_null (plumb_action_table_find ("win.no-such-action"));
}

static void
test_direction (void)
{
  const PlumbActionEntry *back = plumb_action_table_find ("win.back");
  const PlumbActionEntry *forward = plumb_action_table_find ("win.forward");
  const PlumbActionEntry *find = plumb_action_table_find ("win.find");

  g_assert_cmpstr (plumb_action_entry_get_accels (back, GTK_TEXT_DIR_LTR)[0], ==, "<Alt>Left");
  g_assert_cmpstr (plumb_action_entry_get_accels (back, GTK_TEXT_DIR_RTL)[0], ==, "<Alt>Right");
  g_assert_cmpstr (plumb_action_entry_get_accels (forward, GTK_TEXT_DIR_LTR)[0], ==, "<Alt>Right");
  g_assert_cmpstr (plumb_action_entry_get_accels (forward, GTK_TEXT_DIR_RTL)[0], ==, "<Alt>Left");
  g_assert_cmpstr (plumb_action_entry_get_accels (find, GTK_TEXT_DIR_RTL)[0], ==, "<Control>f");
}

static void
test_apply (void)
{
  g_autoptr (GtkApplication)
      application = gtk_application_new ("io.github.plumbreader.Test", G_APPLICATION_NON_UNIQUE);
  const PlumbActionEntry *entries;
  g_auto (GStrv) level = NULL;
  g_autoptr (GError) error = NULL;
  guint n_entries;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  plumb_action_table_apply (application);

  entries = plumb_action_table_get (&n_entries);
  for (guint i = 0; i < n_entries; i++) {
    g_auto (GStrv) accels = NULL;

    if (entries[i].action != NULL) {
      accels = gtk_application_get_accels_for_action (application, entries[i].action);
      g_assert_cmpuint (g_strv_length (accels), >=, 1);
    }
  }
  level = gtk_application_get_accels_for_action (application, "win.level(2)");
  g_assert_cmpstr (level[0], ==, "<Control>2");
}

static void
find_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (ADW_IS_PREFERENCES_ROW (widget)) {
    g_ptr_array_add (rows, widget);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    find_rows (child, rows);
  }
}

static void
find_caps (GtkWidget *widget, GString *caps)
{
  if (gtk_widget_has_css_class (widget, "plumb-keycap")) {
    g_string_append_printf (caps, "[%s]", gtk_label_get_text (GTK_LABEL (widget)));
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    find_caps (child, caps);
  }
}

static void
assert_row (GPtrArray *rows, const char *action, const char *caps, const char *keys)
{
  const PlumbActionEntry *entry = plumb_action_table_find (action);

  g_assert_nonnull (entry);
  for (guint i = 0; i < rows->len; i++) {
    AdwPreferencesRow *row = g_ptr_array_index (rows, i);

    if (g_strcmp0 (adw_preferences_row_get_title (row), entry->title) == 0) {
      g_autoptr (GString) found = g_string_new (NULL);

      find_caps (GTK_WIDGET (row), found);
      g_assert_cmpstr (found->str, ==, caps);
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, entry->title);
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys);
      g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (row)));
      return;
    }
  }
  g_assert_not_reached ();
}

static void
test_dialog (void)
{
  PlumbShortcutsDialog *dialog = g_object_ref_sink (plumb_shortcuts_dialog_new ());
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  guint n_entries;

  plumb_action_table_get (&n_entries);
  find_rows (adw_dialog_get_child (ADW_DIALOG (dialog)), rows);
  g_assert_cmpuint (rows->len, ==, n_entries);

  assert_row (rows, "win.find", "[Ctrl][F]", "Ctrl+F");
  assert_row (rows, "win.search", "[Ctrl][K][Shift][Ctrl][F]", "Ctrl+K or Shift+Ctrl+F");
  assert_row (rows, "win.zoom-in", "[Ctrl][+]", "Ctrl++");
  assert_row (rows, "win.sidebar", "[F9]", "F9");
  assert_row (rows, "app.preferences", "[Ctrl][,]", "Ctrl+,");
  assert_row (rows, "win.back", "[Alt][Left]", "Alt+Left");

  g_assert_finalize_object (dialog);
}

static void
test_dialog_rtl (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  PlumbShortcutsDialog *dialog;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  dialog = g_object_ref_sink (plumb_shortcuts_dialog_new ());
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);

  find_rows (adw_dialog_get_child (ADW_DIALOG (dialog)), rows);
  assert_row (rows, "win.back", "[Alt][Right]", "Alt+Right");
  assert_row (rows, "win.forward", "[Alt][Left]", "Alt+Left");

  g_assert_finalize_object (dialog);
}

static void
test_about (void)
{
  AdwDialog *dialog = g_object_ref_sink (plumb_about_dialog_new ());
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);

  g_assert_cmpint (adw_about_dialog_get_license_type (about), ==, GTK_LICENSE_GPL_3_0);
  g_assert_cmpstr (adw_about_dialog_get_developer_name (about), ==, "The Plumb contributors");
  g_assert_true (g_uri_is_valid (adw_about_dialog_get_website (about), G_URI_FLAGS_NONE, NULL));
  g_assert_true (g_uri_is_valid (adw_about_dialog_get_issue_url (about), G_URI_FLAGS_NONE, NULL));
  g_assert_cmpstr (adw_about_dialog_get_version (about), !=, "");

  g_assert_finalize_object (dialog);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/dialogs/action-table/accels", test_accels);
  g_test_add_func ("/dialogs/action-table/titles", test_titles);
  g_test_add_func ("/dialogs/action-table/actions", test_actions);
  g_test_add_func ("/dialogs/action-table/direction", test_direction);
  g_test_add_func ("/dialogs/action-table/apply", test_apply);
  g_test_add_func ("/dialogs/shortcuts/new-destroy", test_dialog);
  g_test_add_func ("/dialogs/shortcuts/rtl", test_dialog_rtl);
  g_test_add_func ("/dialogs/about/new-destroy", test_about);

  return g_test_run ();
}
