/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-topic.h"

#include "plumb-library-enums.h"

PLUMB_DEFINE_RECORD (PlumbLevel,
                     plumb_level,
                     PLUMB_TYPE_RECORD,
                     PLUMB_INT_RANGE (PlumbLevel, level, PLUMB_FIELD_REQUIRED, 1, 3),
                     PLUMB_RECORDS (PlumbLevel, blocks, PLUMB_FIELD_REQUIRED, plumb_block_get_type))

PLUMB_DEFINE_RECORD (PlumbWhyNow,
                     plumb_why_now,
                     PLUMB_TYPE_RECORD,
                     PLUMB_MARKUP (PlumbWhyNow,
                                   text,
                                   PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_IDS (PlumbWhyNow, claims, PLUMB_FIELD_OPTIONAL, PLUMB_REF_CLAIM))

PLUMB_DEFINE_RECORD (PlumbTakeaway,
                     plumb_takeaway,
                     PLUMB_TYPE_RECORD,
                     PLUMB_ID (PlumbTakeaway, audience, PLUMB_FIELD_REQUIRED, PLUMB_REF_AUDIENCE),
                     PLUMB_MARKUPS (PlumbTakeaway,
                                    points,
                                    PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (PlumbStatus,
                     plumb_status,
                     PLUMB_TYPE_RECORD,
                     PLUMB_ID (PlumbStatus, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
                     PLUMB_PLAIN (PlumbStatus,
                                  facet,
                                  PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_ENUM (PlumbStatus, state, PLUMB_FIELD_REQUIRED, plumb_state_get_type),
                     PLUMB_MARKUP (PlumbStatus, text, PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_IDS (PlumbStatus, claims, PLUMB_FIELD_OPTIONAL, PLUMB_REF_CLAIM))

PLUMB_DEFINE_RECORD (
    PlumbTake,
    plumb_take,
    PLUMB_TYPE_RECORD,
    PLUMB_MARKUP (PlumbTake, text, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_PLAIN (PlumbTake, author, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_ID (PlumbTake, leans, PLUMB_FIELD_OPTIONAL, PLUMB_REF_POSITION))

PLUMB_DEFINE_RECORD (PlumbReply,
                     plumb_reply,
                     PLUMB_TYPE_RECORD,
                     PLUMB_MARKUP (PlumbReply,
                                   text,
                                   PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_MARKUP (PlumbReply, why, PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (
    PlumbPitfall,
    plumb_pitfall,
    PLUMB_TYPE_RECORD,
    PLUMB_ID (PlumbPitfall, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
    PLUMB_MARKUP (PlumbPitfall, claim, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbPitfall, reply, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_RECORDS (PlumbPitfall, options, PLUMB_FIELD_OPTIONAL, plumb_reply_get_type),
    PLUMB_IDS (PlumbPitfall, claims, PLUMB_FIELD_OPTIONAL, PLUMB_REF_CLAIM))

PLUMB_DEFINE_RECORD (PlumbOption,
                     plumb_option,
                     PLUMB_TYPE_RECORD,
                     PLUMB_MARKUP (PlumbOption,
                                   text,
                                   PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_BOOLEAN (PlumbOption, right, PLUMB_FIELD_OPTIONAL),
                     PLUMB_MARKUP (PlumbOption, why, PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (
    PlumbQuestion,
    plumb_question,
    PLUMB_TYPE_RECORD,
    PLUMB_ID (PlumbQuestion, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
    PLUMB_INT_RANGE (PlumbQuestion, level, PLUMB_FIELD_REQUIRED, 1, 3),
    PLUMB_MARKUP (PlumbQuestion, prompt, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_RECORDS (PlumbQuestion, options, PLUMB_FIELD_REQUIRED, plumb_option_get_type),
    PLUMB_IDS (PlumbQuestion, claims, PLUMB_FIELD_OPTIONAL, PLUMB_REF_CLAIM))

PLUMB_DEFINE_RECORD (PlumbNext,
                     plumb_next,
                     PLUMB_TYPE_RECORD,
                     PLUMB_ID (PlumbNext, topic, PLUMB_FIELD_REQUIRED, PLUMB_REF_TOPIC),
                     PLUMB_MARKUP (PlumbNext, why, PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (
    PlumbTopic,
    plumb_topic,
    PLUMB_TYPE_RECORD,
    PLUMB_INT (PlumbTopic, format, PLUMB_FIELD_REQUIRED),
    PLUMB_ID (PlumbTopic, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
    PLUMB_IDS (PlumbTopic, aliases, PLUMB_FIELD_OPTIONAL, PLUMB_REF_NONE),
    PLUMB_ID (PlumbTopic, section, PLUMB_FIELD_REQUIRED, PLUMB_REF_SECTION),
    PLUMB_INT (PlumbTopic, order, PLUMB_FIELD_OPTIONAL),
    PLUMB_PLAIN (PlumbTopic, title, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_MARKUP (PlumbTopic, summary, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_ENUM (PlumbTopic, badge, PLUMB_FIELD_UNSET, plumb_badge_get_type),
    PLUMB_DATE (PlumbTopic, updated, PLUMB_FIELD_OPTIONAL),
    PLUMB_ENUM (PlumbTopic, ages, PLUMB_FIELD_OPTIONAL, plumb_ages_get_type),
    PLUMB_MARKUPS (PlumbTopic, objectives, PLUMB_FIELD_TRANSLATABLE),
    PLUMB_IDS (PlumbTopic, prerequisites, PLUMB_FIELD_OPTIONAL, PLUMB_REF_TOPIC),
    PLUMB_MARKUPS (PlumbTopic, discussion, PLUMB_FIELD_TRANSLATABLE),
    PLUMB_RECORDS (PlumbTopic, levels, PLUMB_FIELD_REQUIRED, plumb_level_get_type),
    PLUMB_RECORD_OF (PlumbTopic, why_now, PLUMB_FIELD_OPTIONAL, plumb_why_now_get_type),
    PLUMB_RECORDS (PlumbTopic, takeaways, PLUMB_FIELD_OPTIONAL, plumb_takeaway_get_type),
    PLUMB_RECORDS (PlumbTopic, status, PLUMB_FIELD_OPTIONAL, plumb_status_get_type),
    PLUMB_RECORD_OF (PlumbTopic, take, PLUMB_FIELD_OPTIONAL, plumb_take_get_type),
    PLUMB_RECORD_OF (PlumbTopic, debate, PLUMB_FIELD_OPTIONAL, plumb_debate_get_type),
    PLUMB_RECORDS (PlumbTopic, cruxes, PLUMB_FIELD_OPTIONAL, plumb_crux_get_type),
    PLUMB_RECORDS (PlumbTopic, claims, PLUMB_FIELD_OPTIONAL, plumb_claim_get_type),
    PLUMB_RECORDS (PlumbTopic, pitfalls, PLUMB_FIELD_OPTIONAL, plumb_pitfall_get_type),
    PLUMB_RECORDS (PlumbTopic, questions, PLUMB_FIELD_OPTIONAL, plumb_question_get_type),
    PLUMB_RECORDS (PlumbTopic, next, PLUMB_FIELD_OPTIONAL, plumb_next_get_type),
    PLUMB_IDS (PlumbTopic, people, PLUMB_FIELD_OPTIONAL, PLUMB_REF_PERSON),
    PLUMB_PLAIN (PlumbTopic, lang, PLUMB_FIELD_OPTIONAL),
    PLUMB_PLAIN (PlumbTopic, source_lang, PLUMB_FIELD_OPTIONAL),
    PLUMB_PLAINS (PlumbTopic, untranslated, PLUMB_FIELD_OPTIONAL))
