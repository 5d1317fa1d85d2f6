/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-library.h>

G_BEGIN_DECLS

/* What opens the card that explains the marks. */
#define PLUMB_CLAIM_LEGEND_HREF "legend:claims"

GtkWidget *plumb_claim_card_new (PlumbLibrary *library, PlumbTopic *topic, const char *ids);
GtkWidget *plumb_claim_legend_new (void);

G_END_DECLS
