/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-claim.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_CLAIM_MARK (plumb_claim_mark_get_type ())

G_DECLARE_FINAL_TYPE (PlumbClaimMark, plumb_claim_mark, PLUMB, CLAIM_MARK, GtkButton)

GtkWidget *
plumb_claim_mark_new (PlumbClaimKind kind, PlumbConfidence confidence, guint n, const char *href);
const char *plumb_claim_mark_get_text (PlumbClaimMark *self);
const char *plumb_claim_mark_get_href (PlumbClaimMark *self);

G_END_DECLS
