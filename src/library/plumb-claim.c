/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-claim.h"

#include "plumb-library-enums.h"

PLUMB_DEFINE_RECORD (
    PlumbClaim,
    plumb_claim,
    PLUMB_TYPE_RECORD,
    PLUMB_ID (PlumbClaim, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
    PLUMB_MARKUP (PlumbClaim, text, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_ENUM (PlumbClaim, kind, PLUMB_FIELD_REQUIRED, plumb_claim_kind_get_type),
    PLUMB_ENUM (PlumbClaim, confidence, PLUMB_FIELD_REQUIRED, plumb_confidence_get_type),
    PLUMB_DATE (PlumbClaim, as_of, PLUMB_FIELD_OPTIONAL),
    PLUMB_IDS (PlumbClaim, sources, PLUMB_FIELD_OPTIONAL, PLUMB_REF_SOURCE),
    PLUMB_PLAIN (PlumbClaim, where, PLUMB_FIELD_TRANSLATABLE))
