/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-library.h>

G_BEGIN_DECLS

GtkWidget *plumb_reference_card_new (PlumbLibrary *library, PlumbTopic *topic, const char *href);

G_END_DECLS
