/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-action-table.h"

#include <glib/gi18n-lib.h>

/* Ctrl+Shift+E and Ctrl+Shift+U are left alone: input methods take them. */
static const PlumbActionEntry entries[] = {
  {
      .group = PLUMB_ACTION_GROUP_READING,
      .action = "win.level(1)",
      .title = NC_ ("shortcut", "Read the essentials"),
      .n_shown = 1,
      .accels = { "<Control>1", "<Control>KP_1" },
  },
  {
      .group = PLUMB_ACTION_GROUP_READING,
      .action = "win.level(2)",
      .title = NC_ ("shortcut", "Read for working knowledge"),
      .n_shown = 1,
      .accels = { "<Control>2", "<Control>KP_2" },
  },
  {
      .group = PLUMB_ACTION_GROUP_READING,
      .action = "win.level(3)",
      .title = NC_ ("shortcut", "Read the technical text"),
      .n_shown = 1,
      .accels = { "<Control>3", "<Control>KP_3" },
  },
  {
      .group = PLUMB_ACTION_GROUP_READING,
      .action = "win.read",
      .title = NC_ ("shortcut", "Mark as read or unread"),
      .n_shown = 1,
      .accels = { "<Control>m" },
  },
  {
      .group = PLUMB_ACTION_GROUP_READING,
      .action = "win.claim-marks",
      .title = NC_ ("shortcut", "Show or hide the marks of claims"),
      .n_shown = 1,
      .accels = { "<Control><Shift>m" },
  },
  {
      .group = PLUMB_ACTION_GROUP_READING,
      .action = "win.zoom-in",
      .title = NC_ ("shortcut", "Larger text"),
      .n_shown = 1,
      .accels = { "<Control>plus", "<Control>equal", "<Control>KP_Add" },
  },
  {
      .group = PLUMB_ACTION_GROUP_READING,
      .action = "win.zoom-out",
      .title = NC_ ("shortcut", "Smaller text"),
      .n_shown = 1,
      .accels = { "<Control>minus", "<Control>KP_Subtract" },
  },
  {
      .group = PLUMB_ACTION_GROUP_READING,
      .action = "win.zoom-reset",
      .title = NC_ ("shortcut", "Normal size"),
      .n_shown = 1,
      .accels = { "<Control>0", "<Control>KP_0" },
  },

  {
      .group = PLUMB_ACTION_GROUP_FINDING,
      .action = "win.search",
      .title = NC_ ("shortcut", "Search the library"),
      .n_shown = 2,
      .accels = { "<Control>k", "<Control><Shift>f" },
  },
  {
      .group = PLUMB_ACTION_GROUP_FINDING,
      .action = "win.find",
      .title = NC_ ("shortcut", "Find on this page"),
      .n_shown = 1,
      .accels = { "<Control>f" },
  },
  {
      .group = PLUMB_ACTION_GROUP_FINDING,
      .action = "win.find-next",
      .title = NC_ ("shortcut", "Next match"),
      .n_shown = 1,
      .accels = { "<Control>g" },
  },
  {
      .group = PLUMB_ACTION_GROUP_FINDING,
      .action = "win.find-previous",
      .title = NC_ ("shortcut", "Previous match"),
      .n_shown = 1,
      .accels = { "<Control><Shift>g" },
  },

  {
      .group = PLUMB_ACTION_GROUP_GOING,
      .action = "win.back",
      .title = NC_ ("shortcut", "Go back"),
      .n_shown = 1,
      .accels = { "<Alt>Left", "Back" },
      .rtl_accels = { "<Alt>Right", "Back" },
  },
  {
      .group = PLUMB_ACTION_GROUP_GOING,
      .action = "win.forward",
      .title = NC_ ("shortcut", "Go forward"),
      .n_shown = 1,
      .accels = { "<Alt>Right", "Forward" },
      .rtl_accels = { "<Alt>Left", "Forward" },
  },
  {
      .group = PLUMB_ACTION_GROUP_GOING,
      .action = "win.outline",
      .title = NC_ ("shortcut", "Jump to a part of this page"),
      .n_shown = 1,
      .accels = { "<Control>j" },
  },
  {
      .group = PLUMB_ACTION_GROUP_GOING,
      .action = "win.debate-hall",
      .title = NC_ ("shortcut", "Open the debate hall"),
      .n_shown = 1,
      .accels = { "<Control><Shift>d" },
  },
  {
      .group = PLUMB_ACTION_GROUP_GOING,
      .action = "win.crux-matrix",
      .title = NC_ ("shortcut", "Open the crux matrix"),
      .n_shown = 1,
      .accels = { "<Control><Shift>x" },
  },
  {
      .group = PLUMB_ACTION_GROUP_GOING,
      .action = "win.sidebar",
      .title = NC_ ("shortcut", "Show or hide the sidebar"),
      .n_shown = 1,
      .accels = { "F9" },
  },

  {
      .group = PLUMB_ACTION_GROUP_KEEPING,
      .action = "win.bookmark",
      .title = NC_ ("shortcut", "Add or remove a bookmark"),
      .n_shown = 1,
      .accels = { "<Control>d" },
  },
  {
      .group = PLUMB_ACTION_GROUP_KEEPING,
      .action = "win.bookmarks",
      .title = NC_ ("shortcut", "Show the bookmarks"),
      .n_shown = 1,
      .accels = { "<Control><Shift>o" },
  },
  {
      .group = PLUMB_ACTION_GROUP_KEEPING,
      .action = "win.copy-link",
      .title = NC_ ("shortcut", "Copy a link to this place"),
      .n_shown = 1,
      .accels = { "<Control><Shift>c" },
  },
  {
      .group = PLUMB_ACTION_GROUP_KEEPING,
      .action = "win.copy-citation",
      .title = NC_ ("shortcut", "Copy a citation of this page"),
      .n_shown = 1,
      .accels = { "<Control><Alt>c" },
  },

  {
      .group = PLUMB_ACTION_GROUP_BOOKMARKS,
      .title = NC_ ("shortcut", "Move a bookmark up"),
      .n_shown = 1,
      .accels = { "<Alt>Up", "<Alt>KP_Up" },
  },
  {
      .group = PLUMB_ACTION_GROUP_BOOKMARKS,
      .title = NC_ ("shortcut", "Move a bookmark down"),
      .n_shown = 1,
      .accels = { "<Alt>Down", "<Alt>KP_Down" },
  },
  {
      .group = PLUMB_ACTION_GROUP_BOOKMARKS,
      .title = NC_ ("shortcut", "Remove a bookmark"),
      .n_shown = 1,
      .accels = { "Delete", "KP_Delete" },
  },
  {
      .group = PLUMB_ACTION_GROUP_BOOKMARKS,
      .title = NC_ ("shortcut", "Undo the removal"),
      .n_shown = 1,
      .accels = { "<Control>z" },
  },

  {
      .group = PLUMB_ACTION_GROUP_WEIGH,
      .title = NC_ ("shortcut", "Take back an answer"),
      .n_shown = 1,
      .accels = { "BackSpace" },
  },
  {
      .group = PLUMB_ACTION_GROUP_WEIGH,
      .title = NC_ ("shortcut", "Keep these answers"),
      .n_shown = 1,
      .accels = { "<Control>s" },
  },
  {
      .group = PLUMB_ACTION_GROUP_WEIGH,
      .title = NC_ ("shortcut", "Compare answer files"),
      .n_shown = 1,
      .accels = { "<Control>o" },
  },
  {
      .group = PLUMB_ACTION_GROUP_WEIGH,
      .title = NC_ ("shortcut", "Show or hide the result"),
      .n_shown = 1,
      .accels = { "<Control>r" },
  },

  {
      .group = PLUMB_ACTION_GROUP_PROGRAM,
      .action = "app.new-window",
      .title = NC_ ("shortcut", "New window"),
      .n_shown = 1,
      .accels = { "<Control>n" },
  },
  {
      .group = PLUMB_ACTION_GROUP_PROGRAM,
      .action = "window.close",
      .title = NC_ ("shortcut", "Close the window"),
      .n_shown = 1,
      .accels = { "<Control>w" },
  },
  {
      .group = PLUMB_ACTION_GROUP_PROGRAM,
      .action = "win.fullscreen",
      .title = NC_ ("shortcut", "Full screen"),
      .n_shown = 1,
      .accels = { "F11" },
  },
  {
      .group = PLUMB_ACTION_GROUP_PROGRAM,
      .action = "win.menu",
      .title = NC_ ("shortcut", "Main menu"),
      .n_shown = 1,
      .accels = { "F10" },
  },
  {
      .group = PLUMB_ACTION_GROUP_PROGRAM,
      .action = "app.preferences",
      .title = NC_ ("shortcut", "Preferences"),
      .n_shown = 1,
      .accels = { "<Control>comma" },
  },
  {
      .group = PLUMB_ACTION_GROUP_PROGRAM,
      .action = "app.shortcuts",
      .title = NC_ ("shortcut", "Keyboard shortcuts"),
      .n_shown = 1,
      .accels = { "<Control>question" },
  },
  {
      .group = PLUMB_ACTION_GROUP_PROGRAM,
      .action = "app.quit",
      .title = NC_ ("shortcut", "Quit"),
      .n_shown = 1,
      .accels = { "<Control>q" },
  },
};

static const char *const group_titles[] = {
  [PLUMB_ACTION_GROUP_READING] = NC_ ("shortcuts", "Reading"),
  [PLUMB_ACTION_GROUP_FINDING] = NC_ ("shortcuts", "Finding"),
  [PLUMB_ACTION_GROUP_GOING] = NC_ ("shortcuts", "Getting around"),
  [PLUMB_ACTION_GROUP_KEEPING] = NC_ ("shortcuts", "Keeping and sharing"),
  [PLUMB_ACTION_GROUP_BOOKMARKS] = NC_ ("shortcuts", "In the list of bookmarks"),
  [PLUMB_ACTION_GROUP_WEIGH] = NC_ ("shortcuts", "On the page “Weigh It Yourself”"),
  [PLUMB_ACTION_GROUP_PROGRAM] = NC_ ("shortcuts", "Windows and the program"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (group_titles) == PLUMB_N_ACTION_GROUPS);

/**
 * plumb_action_table_get:
 * @n_entries: (out): return location for how many there are
 *
 * Gets what can be done with the keyboard. Accelerators are set from it, and shown from it, so that what
 * is shown is true.
 *
 * Returns: (transfer none) (array length=n_entries): the table, ordered by group
 */
const PlumbActionEntry *
plumb_action_table_get (guint *n_entries)
{
  g_return_val_if_fail (n_entries != NULL, NULL);

  *n_entries = G_N_ELEMENTS (entries);

  return entries;
}

/**
 * plumb_action_table_find:
 * @action: the detailed name of an action
 *
 * Returns: (transfer none) (nullable): its entry in the table
 */
const PlumbActionEntry *
plumb_action_table_find (const char *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    if (g_strcmp0 (entries[i].action, action) == 0) {
      return &entries[i];
    }
  }

  return NULL;
}

/**
 * plumb_action_table_apply:
 * @application: an application
 *
 * Gives the actions of @application and its windows their accelerators.
 */
void
plumb_action_table_apply (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    if (entries[i].action != NULL) {
      gtk_application_set_accels_for_action (
          application,
          entries[i].action,
          plumb_action_entry_get_accels (&entries[i], gtk_widget_get_default_direction ()));
    }
  }
}

/**
 * plumb_action_entry_get_title:
 * @self: an entry of the table
 *
 * Returns: (transfer none): what it does, in the reader's language
 */
const char *
plumb_action_entry_get_title (const PlumbActionEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "shortcut", self->title);
}

/**
 * plumb_action_entry_get_accels:
 * @self: an entry of the table
 * @direction: which way the interface runs
 *
 * Returns: (transfer none) (array zero-terminated=1): its accelerators, the best known first
 */
const char *const *
plumb_action_entry_get_accels (const PlumbActionEntry *self, GtkTextDirection direction)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (direction == GTK_TEXT_DIR_RTL && self->rtl_accels[0] != NULL) {
    return self->rtl_accels;
  }

  return self->accels;
}

/**
 * plumb_action_group_get_title:
 * @group: a group of actions
 *
 * Returns: (transfer none): what it is about, in the reader's language
 */
const char *
plumb_action_group_get_title (PlumbActionGroup group)
{
  g_return_val_if_fail (group < PLUMB_N_ACTION_GROUPS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "shortcuts", group_titles[group]);
}
