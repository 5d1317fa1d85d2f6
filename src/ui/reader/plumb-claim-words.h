/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-claim.h>

G_BEGIN_DECLS

char *plumb_claim_words_name (PlumbClaimKind kind, PlumbConfidence confidence, guint n);
const char *plumb_claim_words_kind (PlumbClaimKind kind);
const char *plumb_claim_words_explain_kind (PlumbClaimKind kind);
const char *plumb_claim_words_confidence (PlumbConfidence confidence);
const char *plumb_claim_words_explain_confidence (PlumbConfidence confidence);
char *plumb_claim_words_date (const char *date);

G_END_DECLS
