/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plumb_start_align (GtkLabel *label);
gboolean plumb_start_align_runs_against (const char *text, GtkTextDirection direction);

G_END_DECLS
