/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many levels a topic can have. */
#define PLUMB_READ_MARKS_N_LEVELS 3

#define PLUMB_TYPE_READ_MARKS (plumb_read_marks_get_type ())

G_DECLARE_FINAL_TYPE (PlumbReadMarks, plumb_read_marks, PLUMB, READ_MARKS, GtkWidget)

GtkWidget *plumb_read_marks_new (void);
int plumb_read_marks_get_font_size (PlumbReadMarks *self);
guint plumb_read_marks_get_levels (PlumbReadMarks *self);
void plumb_read_marks_set_levels (PlumbReadMarks *self, guint levels);
guint plumb_read_marks_get_read (PlumbReadMarks *self);
void plumb_read_marks_set_read (PlumbReadMarks *self, guint read);

G_END_DECLS
