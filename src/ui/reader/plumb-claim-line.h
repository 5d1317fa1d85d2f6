/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-claim.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_CLAIM_LINE (plumb_claim_line_get_type ())

G_DECLARE_FINAL_TYPE (PlumbClaimLine, plumb_claim_line, PLUMB, CLAIM_LINE, GtkWidget)

GtkWidget *plumb_claim_line_new (PlumbConfidence confidence);

int plumb_claim_line_get_width (GtkWidget *widget);
void plumb_claim_line_draw (GtkSnapshot *snapshot,
                            PlumbConfidence confidence,
                            float x,
                            float y,
                            float width,
                            const GdkRGBA *color);

G_END_DECLS
