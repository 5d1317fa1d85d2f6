/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *plumb_wrapping_button_new (const char *mnemonic);
GtkWidget *plumb_wrapping_expander_new (const char *text);

G_END_DECLS
