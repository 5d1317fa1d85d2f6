/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-record.h"
#include "plumb-debate.h"

G_BEGIN_DECLS

/**
 * PlumbTextDirection:
 * @PLUMB_TEXT_DIRECTION_UNSET: as the language says
 * @PLUMB_TEXT_DIRECTION_LTR: left to right
 * @PLUMB_TEXT_DIRECTION_RTL: right to left
 *
 * Which way a language is written.
 */
typedef enum {
  PLUMB_TEXT_DIRECTION_UNSET,
  PLUMB_TEXT_DIRECTION_LTR,
  PLUMB_TEXT_DIRECTION_RTL,
} PlumbTextDirection;

/**
 * PlumbProfile:
 * @PLUMB_PROFILE_OPEN: nothing beyond the format
 * @PLUMB_PROFILE_FULL: every part, in balance
 *
 * What a library promises.
 */
typedef enum {
  PLUMB_PROFILE_OPEN,
  PLUMB_PROFILE_FULL,
} PlumbProfile;

/**
 * PlumbShape:
 * @PLUMB_SHAPE_CIRCLE: ●
 * @PLUMB_SHAPE_DIAMOND: ◆
 * @PLUMB_SHAPE_SQUARE: ■
 * @PLUMB_SHAPE_TRIANGLE: ▲
 *
 * The neutral shape that tells a position.
 */
typedef enum {
  PLUMB_SHAPE_CIRCLE,
  PLUMB_SHAPE_DIAMOND,
  PLUMB_SHAPE_SQUARE,
  PLUMB_SHAPE_TRIANGLE,
} PlumbShape;

#define PLUMB_TYPE_SECTION (plumb_section_get_type ())

G_DECLARE_FINAL_TYPE (PlumbSection, plumb_section, PLUMB, SECTION, PlumbRecord)

/**
 * PlumbSection:
 * @id: its id
 * @title: its title
 *
 * A section of the library.
 */
struct _PlumbSection {
  PlumbRecord parent_instance;

  char *id;
  char *title;
};

#define PLUMB_TYPE_AUDIENCE (plumb_audience_get_type ())

G_DECLARE_FINAL_TYPE (PlumbAudience, plumb_audience, PLUMB, AUDIENCE, PlumbRecord)

/**
 * PlumbAudience:
 * @id: its id
 * @title: its title
 *
 * A kind of reader.
 */
struct _PlumbAudience {
  PlumbRecord parent_instance;

  char *id;
  char *title;
};

#define PLUMB_TYPE_POSITION (plumb_position_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPosition, plumb_position, PLUMB, POSITION, PlumbRecord)

/**
 * PlumbPosition:
 * @id: its id
 * @title: its name
 * @shape: its shape
 * @summary: (nullable): what it holds
 *
 * A position in the library’s debates.
 */
struct _PlumbPosition {
  PlumbRecord parent_instance;

  char *id;
  char *title;
  PlumbShape shape;
  char *summary;
};

#define PLUMB_TYPE_UPCOMING (plumb_upcoming_get_type ())

G_DECLARE_FINAL_TYPE (PlumbUpcoming, plumb_upcoming, PLUMB, UPCOMING, PlumbRecord)

/**
 * PlumbUpcoming:
 * @id: its id
 * @section: its section
 * @title: its title
 * @summary: (nullable): what it will be about
 *
 * A topic that is to come.
 */
struct _PlumbUpcoming {
  PlumbRecord parent_instance;

  char *id;
  char *section;
  char *title;
  char *summary;
};

#define PLUMB_TYPE_GOALS (plumb_goals_get_type ())

G_DECLARE_FINAL_TYPE (PlumbGoals, plumb_goals, PLUMB, GOALS, PlumbRecord)

/**
 * PlumbGoals:
 * @topics: how many topics
 * @claims: how many claims
 * @sources: how many sources that can be looked up
 * @terms: how many terms of the glossary
 * @people: how many people and organisations
 * @questions: how many questions
 * @flows: how many flows
 * @charts: how many charts
 *
 * How much a library means to have at least. What it sets no goal for is 0.
 */
struct _PlumbGoals {
  PlumbRecord parent_instance;

  int topics;
  int claims;
  int sources;
  int terms;
  int people;
  int questions;
  int flows;
  int charts;
};

#define PLUMB_TYPE_LIBRARY_FILE (plumb_library_file_get_type ())

G_DECLARE_FINAL_TYPE (PlumbLibraryFile, plumb_library_file, PLUMB, LIBRARY_FILE, PlumbRecord)

/**
 * PlumbLibraryFile:
 * @format: the format
 * @id: its id
 * @version: its version
 * @title: its title
 * @description: (nullable): what it is about
 * @licence: an SPDX name
 * @lang: BCP 47
 * @direction: which way it is written
 * @profile: what it promises
 * @sections: (element-type PlumbSection): in reading order
 * @audiences: (nullable) (element-type PlumbAudience): in the order of the tabs
 * @positions: (nullable) (element-type PlumbPosition): in the order of the cards
 * @cruxes: (nullable) (element-type PlumbCrux): the library-wide cruxes
 * @upcoming: (nullable) (element-type PlumbUpcoming): topics to come
 * @goals: (nullable): how much it means to have
 * @source_lang: (nullable): the language it was translated from
 * @untranslated: (nullable): JSON paths still in the source language
 *
 * `library.json`.
 */
struct _PlumbLibraryFile {
  PlumbRecord parent_instance;

  int format;
  char *id;
  char *version;
  char *title;
  char *description;
  char *licence;
  char *lang;
  PlumbTextDirection direction;
  PlumbProfile profile;
  GListModel *sections;
  GListModel *audiences;
  GListModel *positions;
  GListModel *cruxes;
  GListModel *upcoming;
  PlumbGoals *goals;
  char *source_lang;
  GStrv untranslated;
};

G_END_DECLS
