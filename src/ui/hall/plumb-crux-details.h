/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-crux-row.h>

G_BEGIN_DECLS

GtkWidget *plumb_crux_details_new (PlumbLibrary *library, PlumbCruxRow *row);

G_END_DECLS
