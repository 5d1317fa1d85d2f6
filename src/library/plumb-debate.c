/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-debate.h"

#include "plumb-library-enums.h"

PLUMB_DEFINE_RECORD (PlumbReason,
                     plumb_reason,
                     PLUMB_TYPE_RECORD,
                     PLUMB_MARKUP (PlumbReason,
                                   text,
                                   PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_IDS (PlumbReason, claims, PLUMB_FIELD_OPTIONAL, PLUMB_REF_CLAIM))

PLUMB_DEFINE_RECORD (PlumbHolder,
                     plumb_holder,
                     PLUMB_TYPE_RECORD,
                     PLUMB_ID (PlumbHolder, person, PLUMB_FIELD_OPTIONAL, PLUMB_REF_PERSON),
                     PLUMB_PLAIN (PlumbHolder, name, PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_PLAIN (PlumbHolder, form, PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_ID (PlumbHolder, source, PLUMB_FIELD_OPTIONAL, PLUMB_REF_SOURCE))

PLUMB_DEFINE_RECORD (
    PlumbStance,
    plumb_stance,
    PLUMB_TYPE_RECORD,
    PLUMB_ID (PlumbStance, position, PLUMB_FIELD_REQUIRED, PLUMB_REF_POSITION),
    PLUMB_MARKUP (PlumbStance, thesis, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_RECORDS (PlumbStance, reasons, PLUMB_FIELD_REQUIRED, plumb_reason_get_type),
    PLUMB_MARKUP (PlumbStance, objection, PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbStance, answer, PLUMB_FIELD_TRANSLATABLE),
    PLUMB_IDS (PlumbStance, sources, PLUMB_FIELD_OPTIONAL, PLUMB_REF_SOURCE),
    PLUMB_RECORDS (PlumbStance, holders, PLUMB_FIELD_OPTIONAL, plumb_holder_get_type))

PLUMB_DEFINE_RECORD (PlumbShared,
                     plumb_shared,
                     PLUMB_TYPE_RECORD,
                     PLUMB_ID (PlumbShared, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
                     PLUMB_MARKUP (PlumbShared,
                                   text,
                                   PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_IDS (PlumbShared, positions, PLUMB_FIELD_REQUIRED, PLUMB_REF_POSITION),
                     PLUMB_IDS (PlumbShared, claims, PLUMB_FIELD_OPTIONAL, PLUMB_REF_CLAIM))

PLUMB_DEFINE_RECORD (
    PlumbDebate,
    plumb_debate,
    PLUMB_TYPE_RECORD,
    PLUMB_MARKUP (PlumbDebate, question, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_RECORDS (PlumbDebate, shared, PLUMB_FIELD_OPTIONAL, plumb_shared_get_type),
    PLUMB_RECORDS (PlumbDebate, positions, PLUMB_FIELD_REQUIRED, plumb_stance_get_type))

PLUMB_DEFINE_RECORD (PlumbRating,
                     plumb_rating,
                     PLUMB_TYPE_RECORD,
                     PLUMB_ID (PlumbRating, position, PLUMB_FIELD_REQUIRED, PLUMB_REF_POSITION),
                     PLUMB_INT_RANGE (PlumbRating, value, PLUMB_FIELD_OPTIONAL, -2, 2),
                     PLUMB_BOOLEAN (PlumbRating, rejects, PLUMB_FIELD_OPTIONAL),
                     PLUMB_MARKUP (PlumbRating, why, PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_IDS (PlumbRating, sources, PLUMB_FIELD_OPTIONAL, PLUMB_REF_SOURCE),
                     PLUMB_BOOLEAN (PlumbRating, reading, PLUMB_FIELD_OPTIONAL))

PLUMB_DEFINE_RECORD (
    PlumbCrux,
    plumb_crux,
    PLUMB_TYPE_RECORD,
    PLUMB_ID (PlumbCrux, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
    PLUMB_MARKUP (PlumbCrux, statement, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_ID (PlumbCrux, claim, PLUMB_FIELD_OPTIONAL, PLUMB_REF_CLAIM),
    PLUMB_RECORDS (PlumbCrux, ratings, PLUMB_FIELD_REQUIRED, plumb_rating_get_type),
    PLUMB_IDS (PlumbCrux, conflicts, PLUMB_FIELD_OPTIONAL, PLUMB_REF_CRUX))
