/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is in a file of answers, in the tables from which the library's files are read: so they are read as strictly, and
 * by the same code. */

#include "config.h"

#include "plumb-answers-record-private.h"

#include "plumb-answers.h"

PLUMB_DEFINE_RECORD (
    PlumbAnswerRecord,
    plumb_answer_record,
    PLUMB_TYPE_RECORD,
    PLUMB_ID (PlumbAnswerRecord, crux, PLUMB_FIELD_REQUIRED, PLUMB_REF_CRUX),
    PLUMB_INT_RANGE (PlumbAnswerRecord, likelihood, PLUMB_FIELD_REQUIRED, 0, PLUMB_LIKELIHOOD_MAX),
    PLUMB_INT_RANGE (PlumbAnswerRecord, weight, PLUMB_FIELD_REQUIRED, 0, PLUMB_WEIGHT_MAX))

PLUMB_DEFINE_RECORD (
    PlumbAnswersRecord,
    plumb_answers_record,
    PLUMB_TYPE_RECORD,
    PLUMB_INT_RANGE (PlumbAnswersRecord, format, PLUMB_FIELD_REQUIRED, 1, PLUMB_ANSWERS_FORMAT),
    PLUMB_PLAIN (PlumbAnswersRecord, kind, PLUMB_FIELD_REQUIRED),
    PLUMB_PLAIN (PlumbAnswersRecord, library, PLUMB_FIELD_REQUIRED),
    PLUMB_PLAIN (PlumbAnswersRecord, version, PLUMB_FIELD_REQUIRED),
    PLUMB_DATE (PlumbAnswersRecord, date, PLUMB_FIELD_OPTIONAL),
    PLUMB_RECORDS (PlumbAnswersRecord, answers, PLUMB_FIELD_OPTIONAL, plumb_answer_record_get_type))
