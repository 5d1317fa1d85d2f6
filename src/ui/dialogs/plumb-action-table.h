/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many accelerators an action may have. */
#define PLUMB_MAX_ACCELS 3

/**
 * PlumbActionGroup:
 * @PLUMB_ACTION_GROUP_READING: depth, size and progress
 * @PLUMB_ACTION_GROUP_FINDING: search
 * @PLUMB_ACTION_GROUP_GOING: between pages and within one
 * @PLUMB_ACTION_GROUP_KEEPING: bookmarks and copies
 * @PLUMB_ACTION_GROUP_BOOKMARKS: within the list of bookmarks
 * @PLUMB_ACTION_GROUP_WEIGH: on the page “Weigh It Yourself”
 * @PLUMB_ACTION_GROUP_PROGRAM: windows and the program
 *
 * What actions are about, in the order in which they are shown.
 */
typedef enum {
  PLUMB_ACTION_GROUP_READING,
  PLUMB_ACTION_GROUP_FINDING,
  PLUMB_ACTION_GROUP_GOING,
  PLUMB_ACTION_GROUP_KEEPING,
  PLUMB_ACTION_GROUP_BOOKMARKS,
  PLUMB_ACTION_GROUP_WEIGH,
  PLUMB_ACTION_GROUP_PROGRAM,
  PLUMB_N_ACTION_GROUPS,
} PlumbActionGroup;

/* Something that can be done with the keyboard. */
typedef struct {
  PlumbActionGroup group;
  /* Its detailed name, or NULL where a widget listens for the keys itself. */
  const char *action;
  /* To be translated: see plumb_action_entry_get_title(). */
  const char *title;
  /* The first ones of the accelerators are worth telling; the others are the same key elsewhere on the
   * keyboard. */
  guint n_shown;
  const char *accels[PLUMB_MAX_ACCELS + 1];
  /* Where the interface runs from right to left, if they are others there. */
  const char *rtl_accels[PLUMB_MAX_ACCELS + 1];
} PlumbActionEntry;

const PlumbActionEntry *plumb_action_table_get (guint *n_entries);
const PlumbActionEntry *plumb_action_table_find (const char *action);
void plumb_action_table_apply (GtkApplication *application);

const char *plumb_action_entry_get_title (const PlumbActionEntry *self);
const char *const *plumb_action_entry_get_accels (const PlumbActionEntry *self,
                                                  GtkTextDirection direction);

const char *plumb_action_group_get_title (PlumbActionGroup group);

G_END_DECLS
