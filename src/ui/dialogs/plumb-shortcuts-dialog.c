/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-shortcuts-dialog.h"

#include <glib/gi18n-lib.h>

#include "plumb-action-table.h"

/* What is between the caps of one accelerator, and between two accelerators. */
#define CAP_SPACING 3
#define ACCEL_SPACING 12

/**
 * PlumbShortcutsDialog:
 *
 * Shows what can be done with the keyboard, from the table that the accelerators are set from.
 *
 * ## Accessibility
 *
 * Rows can be walked through with the arrow keys. Each is named by what the keys do and described by the
 * keys; the caps are for the eye only.
 */
struct _PlumbShortcutsDialog {
  AdwDialog parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (PlumbShortcutsDialog, plumb_shortcuts_dialog, ADW_TYPE_DIALOG)

static void
append_cap (GtkBox *box, const char *text)
{
  GtkWidget *cap = gtk_label_new (text);

  gtk_widget_add_css_class (cap, "plumb-keycap");
  gtk_box_append (box, cap);
}

/* A cap for each key of an accelerator, in the words that GTK uses for them in menus. */
static GtkWidget *
build_caps (const char *accel)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, CAP_SPACING);
  g_autofree char *whole = NULL;
  g_autofree char *last = NULL;
  g_auto (GStrv) modifiers = NULL;
  GdkModifierType mods;
  guint key;

  if (!gtk_accelerator_parse (accel, &key, &mods)) {
    g_return_val_if_reached (box);
  }

  /* The last key may be a plus itself, so what is before it is what remains without it. */
  whole = gtk_accelerator_get_label (key, mods);
  last = gtk_accelerator_get_label (key, 0);
  if (g_str_has_suffix (whole, last)) {
    whole[strlen (whole) - strlen (last)] = '\0';
    modifiers = g_strsplit (whole, "+", -1);
    for (guint i = 0; modifiers[i] != NULL; i++) {
      if (modifiers[i][0] != '\0') {
        append_cap (GTK_BOX (box), modifiers[i]);
      }
    }
    append_cap (GTK_BOX (box), last);
  } else {
    append_cap (GTK_BOX (box), whole);
  }

  return box;
}

static char *
get_label (const char *accel)
{
  GdkModifierType mods;
  guint key;

  if (!gtk_accelerator_parse (accel, &key, &mods)) {
    return g_strdup (accel);
  }

  return gtk_accelerator_get_label (key, mods);
}

static char *
describe_accels (const char *const *accels, guint n_shown)
{
  g_autofree char *first = get_label (accels[0]);

  if (n_shown > 1) {
    g_autofree char *second = get_label (accels[1]);

    /* Translators: two keys, or combinations of keys, that do the same: “Ctrl+K or Ctrl+Shift+F”. */
    return g_strdup_printf (C_ ("shortcut", "%1$s or %2$s"), first, second);
  }

  return g_steal_pointer (&first);
}

static GtkWidget *
build_row (const PlumbActionEntry *entry, GtkTextDirection direction)
{
  const char *title = plumb_action_entry_get_title (entry);
  const char *const *accels = plumb_action_entry_get_accels (entry, direction);
  g_autofree char *keys = describe_accels (accels, entry->n_shown);
  GtkWidget *row, *line, *label, *caps;

  label = g_object_new (GTK_TYPE_LABEL, "label", title, "wrap", TRUE, "xalign", 0.0, NULL);
  caps = g_object_new (ADW_TYPE_WRAP_BOX,
                       "child-spacing",
                       ACCEL_SPACING,
                       "line-spacing",
                       CAP_SPACING,
                       "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       NULL);
  for (guint i = 0; i < entry->n_shown; i++) {
    adw_wrap_box_append (ADW_WRAP_BOX (caps), build_caps (accels[i]));
  }

  /* Where both don't fit on one line, the keys go below. */
  line = g_object_new (ADW_TYPE_WRAP_BOX,
                       "child-spacing",
                       ACCEL_SPACING,
                       "line-spacing",
                       6,
                       "justify",
                       ADW_JUSTIFY_SPREAD,
                       "justify-last-line",
                       TRUE,
                       "valign",
                       GTK_ALIGN_CENTER,
                       NULL);
  gtk_widget_add_css_class (line, "plumb-shortcut");
  adw_wrap_box_append (ADW_WRAP_BOX (line), label);
  adw_wrap_box_append (ADW_WRAP_BOX (line), caps);

  row = g_object_new (ADW_TYPE_PREFERENCES_ROW,
                      "title",
                      title,
                      "activatable",
                      FALSE,
                      "child",
                      line,
                      NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  keys,
                                  -1);

  return row;
}

static void
fill (PlumbShortcutsDialog *self)
{
  GtkTextDirection direction = gtk_widget_get_direction (GTK_WIDGET (self));
  const PlumbActionEntry *entries;
  AdwPreferencesGroup *group = NULL;
  guint n_entries;

  entries = plumb_action_table_get (&n_entries);
  for (guint i = 0; i < n_entries; i++) {
    if (i == 0 || entries[i].group != entries[i - 1].group) {
      group = g_object_new (ADW_TYPE_PREFERENCES_GROUP,
                            "title",
                            plumb_action_group_get_title (entries[i].group),
                            NULL);
      adw_preferences_page_add (self->page, group);
    }
    adw_preferences_group_add (group, build_row (&entries[i], direction));
  }
}

static void
plumb_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLUMB_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (plumb_shortcuts_dialog_parent_class)->dispose (object);
}

static void
plumb_shortcuts_dialog_class_init (PlumbShortcutsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/dialogs/plumb-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbShortcutsDialog, page);
}

static void
plumb_shortcuts_dialog_init (PlumbShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/**
 * plumb_shortcuts_dialog_new:
 *
 * Creates a dialog that shows what can be done with the keyboard.
 *
 * Returns: (transfer floating): a new dialog
 */
PlumbShortcutsDialog *
plumb_shortcuts_dialog_new (void)
{
  return g_object_new (PLUMB_TYPE_SHORTCUTS_DIALOG, NULL);
}
