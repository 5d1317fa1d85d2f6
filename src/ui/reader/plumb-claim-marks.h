/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-library.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_CLAIM_MARKS (plumb_claim_marks_get_type ())

G_DECLARE_FINAL_TYPE (PlumbClaimMarks, plumb_claim_marks, PLUMB, CLAIM_MARKS, GtkWidget)

GtkWidget *plumb_claim_marks_new (PlumbLibrary *library, const char *const *claims);
void plumb_claim_marks_append (GtkBox *box, PlumbLibrary *library, char **claims);

G_END_DECLS
