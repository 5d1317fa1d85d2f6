/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-library.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_DEBATE_PANE (plumb_debate_pane_get_type ())

G_DECLARE_FINAL_TYPE (PlumbDebatePane, plumb_debate_pane, PLUMB, DEBATE_PANE, GtkWidget)

GtkWidget *plumb_debate_pane_new (PlumbLibrary *library, PlumbDebate *debate);
void plumb_debate_pane_set_level (PlumbDebatePane *self, int level);
gboolean plumb_debate_pane_set_next_level (PlumbDebatePane *self, int level);
guint plumb_debate_pane_get_columns (PlumbDebatePane *self);
void plumb_debate_pane_set_columns (PlumbDebatePane *self, guint columns);
gboolean plumb_debate_pane_show_position (PlumbDebatePane *self, const char *position);
GtkWidget *plumb_debate_pane_get_card (PlumbDebatePane *self, const char *position);

G_END_DECLS
