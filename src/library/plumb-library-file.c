/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-library-file.h"

#include "plumb-library-enums.h"

/* More than a library can have. */
#define MAX_GOAL 1000000

PLUMB_DEFINE_RECORD (PlumbSection,
                     plumb_section,
                     PLUMB_TYPE_RECORD,
                     PLUMB_ID (PlumbSection, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
                     PLUMB_PLAIN (PlumbSection,
                                  title,
                                  PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (PlumbAudience,
                     plumb_audience,
                     PLUMB_TYPE_RECORD,
                     PLUMB_ID (PlumbAudience, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
                     PLUMB_PLAIN (PlumbAudience,
                                  title,
                                  PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (PlumbPosition,
                     plumb_position,
                     PLUMB_TYPE_RECORD,
                     PLUMB_ID (PlumbPosition, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
                     PLUMB_PLAIN (PlumbPosition,
                                  title,
                                  PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_ENUM (PlumbPosition, shape, PLUMB_FIELD_REQUIRED, plumb_shape_get_type),
                     PLUMB_MARKUP (PlumbPosition, summary, PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (PlumbUpcoming,
                     plumb_upcoming,
                     PLUMB_TYPE_RECORD,
                     PLUMB_ID (PlumbUpcoming, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
                     PLUMB_ID (PlumbUpcoming, section, PLUMB_FIELD_REQUIRED, PLUMB_REF_SECTION),
                     PLUMB_PLAIN (PlumbUpcoming,
                                  title,
                                  PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_MARKUP (PlumbUpcoming, summary, PLUMB_FIELD_TRANSLATABLE))

PLUMB_DEFINE_RECORD (PlumbGoals,
                     plumb_goals,
                     PLUMB_TYPE_RECORD,
                     PLUMB_INT_RANGE (PlumbGoals, topics, PLUMB_FIELD_OPTIONAL, 0, MAX_GOAL),
                     PLUMB_INT_RANGE (PlumbGoals, claims, PLUMB_FIELD_OPTIONAL, 0, MAX_GOAL),
                     PLUMB_INT_RANGE (PlumbGoals, sources, PLUMB_FIELD_OPTIONAL, 0, MAX_GOAL),
                     PLUMB_INT_RANGE (PlumbGoals, terms, PLUMB_FIELD_OPTIONAL, 0, MAX_GOAL),
                     PLUMB_INT_RANGE (PlumbGoals, people, PLUMB_FIELD_OPTIONAL, 0, MAX_GOAL),
                     PLUMB_INT_RANGE (PlumbGoals, questions, PLUMB_FIELD_OPTIONAL, 0, MAX_GOAL),
                     PLUMB_INT_RANGE (PlumbGoals, flows, PLUMB_FIELD_OPTIONAL, 0, MAX_GOAL),
                     PLUMB_INT_RANGE (PlumbGoals, charts, PLUMB_FIELD_OPTIONAL, 0, MAX_GOAL))

PLUMB_DEFINE_RECORD (
    PlumbLibraryFile,
    plumb_library_file,
    PLUMB_TYPE_RECORD,
    PLUMB_INT (PlumbLibraryFile, format, PLUMB_FIELD_REQUIRED),
    PLUMB_ID (PlumbLibraryFile, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
    PLUMB_PLAIN (PlumbLibraryFile, version, PLUMB_FIELD_REQUIRED),
    PLUMB_PLAIN (PlumbLibraryFile, title, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_PLAIN (PlumbLibraryFile, description, PLUMB_FIELD_TRANSLATABLE),
    PLUMB_PLAIN (PlumbLibraryFile, licence, PLUMB_FIELD_REQUIRED),
    PLUMB_PLAIN (PlumbLibraryFile, lang, PLUMB_FIELD_REQUIRED),
    PLUMB_ENUM (PlumbLibraryFile, direction, PLUMB_FIELD_UNSET, plumb_text_direction_get_type),
    PLUMB_ENUM (PlumbLibraryFile, profile, PLUMB_FIELD_UNSET, plumb_profile_get_type),
    PLUMB_RECORDS (PlumbLibraryFile, sections, PLUMB_FIELD_REQUIRED, plumb_section_get_type),
    PLUMB_RECORDS (PlumbLibraryFile, audiences, PLUMB_FIELD_OPTIONAL, plumb_audience_get_type),
    PLUMB_RECORDS (PlumbLibraryFile, positions, PLUMB_FIELD_OPTIONAL, plumb_position_get_type),
    PLUMB_RECORDS (PlumbLibraryFile, cruxes, PLUMB_FIELD_OPTIONAL, plumb_crux_get_type),
    PLUMB_RECORDS (PlumbLibraryFile, upcoming, PLUMB_FIELD_OPTIONAL, plumb_upcoming_get_type),
    PLUMB_RECORD_OF (PlumbLibraryFile, goals, PLUMB_FIELD_OPTIONAL, plumb_goals_get_type),
    PLUMB_PLAIN (PlumbLibraryFile, source_lang, PLUMB_FIELD_OPTIONAL),
    PLUMB_PLAINS (PlumbLibraryFile, untranslated, PLUMB_FIELD_OPTIONAL))
