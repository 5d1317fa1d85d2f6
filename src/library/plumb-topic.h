/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-record.h"
#include "plumb-blocks.h"
#include "plumb-claim.h"
#include "plumb-debate.h"

G_BEGIN_DECLS

/**
 * PlumbBadge:
 * @PLUMB_BADGE_NONE: finished
 * @PLUMB_BADGE_DRAFT: a draft
 * @PLUMB_BADGE_BETA: open to correction
 * @PLUMB_BADGE_NEW: newly added
 *
 * How finished a topic is.
 */
typedef enum {
  PLUMB_BADGE_NONE,
  PLUMB_BADGE_DRAFT,
  PLUMB_BADGE_BETA,
  PLUMB_BADGE_NEW,
} PlumbBadge;

/**
 * PlumbAges:
 * @PLUMB_AGES_SLOWLY: years
 * @PLUMB_AGES_STEADILY: a year
 * @PLUMB_AGES_FAST: months
 *
 * How soon a topic wants checking again.
 */
typedef enum {
  PLUMB_AGES_SLOWLY,
  PLUMB_AGES_STEADILY,
  PLUMB_AGES_FAST,
} PlumbAges;

/**
 * PlumbState:
 * @PLUMB_STATE_SOLVED: solved
 * @PLUMB_STATE_PARTLY: partly solved
 * @PLUMB_STATE_UNCERTAIN: not known
 * @PLUMB_STATE_UNSOLVED: unsolved
 *
 * How far a problem is solved.
 */
typedef enum {
  PLUMB_STATE_SOLVED,
  PLUMB_STATE_PARTLY,
  PLUMB_STATE_UNCERTAIN,
  PLUMB_STATE_UNSOLVED,
} PlumbState;

#define PLUMB_TYPE_LEVEL (plumb_level_get_type ())

G_DECLARE_FINAL_TYPE (PlumbLevel, plumb_level, PLUMB, LEVEL, PlumbRecord)

/**
 * PlumbLevel:
 * @level: 1, 2 or 3
 * @blocks: (element-type PlumbBlock): the text
 *
 * A topic at one depth.
 */
struct _PlumbLevel {
  PlumbRecord parent_instance;

  int level;
  GListModel *blocks;
};

#define PLUMB_TYPE_WHY_NOW (plumb_why_now_get_type ())

G_DECLARE_FINAL_TYPE (PlumbWhyNow, plumb_why_now, PLUMB, WHY_NOW, PlumbRecord)

/**
 * PlumbWhyNow:
 * @text: the text
 * @claims: (nullable): what it states
 *
 * Why a topic matters now.
 */
struct _PlumbWhyNow {
  PlumbRecord parent_instance;

  char *text;
  GStrv claims;
};

#define PLUMB_TYPE_TAKEAWAY (plumb_takeaway_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTakeaway, plumb_takeaway, PLUMB, TAKEAWAY, PlumbRecord)

/**
 * PlumbTakeaway:
 * @audience: which audience
 * @points: the points
 *
 * What a topic means for an audience.
 */
struct _PlumbTakeaway {
  PlumbRecord parent_instance;

  char *audience;
  GStrv points;
};

#define PLUMB_TYPE_STATUS (plumb_status_get_type ())

G_DECLARE_FINAL_TYPE (PlumbStatus, plumb_status, PLUMB, STATUS, PlumbRecord)

/**
 * PlumbStatus:
 * @id: its id
 * @facet: which facet
 * @state: how it stands
 * @text: (nullable): in words
 * @claims: (nullable): what it states
 *
 * How one facet of a problem stands.
 */
struct _PlumbStatus {
  PlumbRecord parent_instance;

  char *id;
  char *facet;
  PlumbState state;
  char *text;
  GStrv claims;
};

#define PLUMB_TYPE_TAKE (plumb_take_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTake, plumb_take, PLUMB, TAKE, PlumbRecord)

/**
 * PlumbTake:
 * @text: the opinion
 * @author: whose
 * @leans: (nullable): which position it leans to
 *
 * A signed opinion.
 */
struct _PlumbTake {
  PlumbRecord parent_instance;

  char *text;
  char *author;
  char *leans;
};

#define PLUMB_TYPE_REPLY (plumb_reply_get_type ())

G_DECLARE_FINAL_TYPE (PlumbReply, plumb_reply, PLUMB, REPLY, PlumbRecord)

/**
 * PlumbReply:
 * @text: the reply
 * @why: (nullable): what is good or bad about it
 *
 * A reply to choose from.
 */
struct _PlumbReply {
  PlumbRecord parent_instance;

  char *text;
  char *why;
};

#define PLUMB_TYPE_PITFALL (plumb_pitfall_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPitfall, plumb_pitfall, PLUMB, PITFALL, PlumbRecord)

/**
 * PlumbPitfall:
 * @id: its id
 * @claim: the claim
 * @reply: our reply
 * @options: (nullable) (element-type PlumbReply): replies to choose from
 * @claims: (nullable): what the reply states
 *
 * A claim that people repeat, and a reply.
 */
struct _PlumbPitfall {
  PlumbRecord parent_instance;

  char *id;
  char *claim;
  char *reply;
  GListModel *options;
  GStrv claims;
};

#define PLUMB_TYPE_OPTION (plumb_option_get_type ())

G_DECLARE_FINAL_TYPE (PlumbOption, plumb_option, PLUMB, OPTION, PlumbRecord)

/**
 * PlumbOption:
 * @text: the answer
 * @right: whether it is right
 * @why: (nullable): why it is or is not
 *
 * An answer to choose.
 */
struct _PlumbOption {
  PlumbRecord parent_instance;

  char *text;
  gboolean right;
  char *why;
};

#define PLUMB_TYPE_QUESTION (plumb_question_get_type ())

G_DECLARE_FINAL_TYPE (PlumbQuestion, plumb_question, PLUMB, QUESTION, PlumbRecord)

/**
 * PlumbQuestion:
 * @id: its id
 * @level: the level it belongs to
 * @prompt: the question
 * @options: (element-type PlumbOption): answers to choose from
 * @claims: (nullable): what it is about
 *
 * A question to check one’s understanding.
 */
struct _PlumbQuestion {
  PlumbRecord parent_instance;

  char *id;
  int level;
  char *prompt;
  GListModel *options;
  GStrv claims;
};

#define PLUMB_TYPE_NEXT (plumb_next_get_type ())

G_DECLARE_FINAL_TYPE (PlumbNext, plumb_next, PLUMB, NEXT, PlumbRecord)

/**
 * PlumbNext:
 * @topic: which topic
 * @why: (nullable): why
 *
 * Where to read on.
 */
struct _PlumbNext {
  PlumbRecord parent_instance;

  char *topic;
  char *why;
};

#define PLUMB_TYPE_TOPIC (plumb_topic_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTopic, plumb_topic, PLUMB, TOPIC, PlumbRecord)

/**
 * PlumbTopic:
 * @format: the format
 * @id: its id
 * @aliases: (nullable): earlier or other ids
 * @section: its section
 * @order: its place in the section
 * @title: its title
 * @summary: one sentence
 * @badge: how finished it is
 * @updated: (nullable): when it was last checked
 * @ages: how soon it wants checking again
 * @objectives: (nullable): what a reader will be able to do
 * @prerequisites: (nullable): what to read first
 * @discussion: (nullable): questions to talk about
 * @levels: (element-type PlumbLevel): the depths
 * @why_now: (nullable): why it matters now
 * @takeaways: (nullable) (element-type PlumbTakeaway): what it means for whom
 * @status: (nullable) (element-type PlumbStatus): how it stands
 * @take: (nullable): an opinion
 * @debate: (nullable): the four positions
 * @cruxes: (nullable) (element-type PlumbCrux): what they turn on
 * @claims: (nullable) (element-type PlumbClaim): what it states
 * @pitfalls: (nullable) (element-type PlumbPitfall): what people get wrong
 * @questions: (nullable) (element-type PlumbQuestion): to check one’s understanding
 * @next: (nullable) (element-type PlumbNext): where to read on
 * @people: (nullable): who matters here
 * @lang: (nullable): the language
 * @source_lang: (nullable): the language it was translated from
 * @untranslated: (nullable): JSON paths still in the source language
 *
 * A topic, with all that is in its file.
 */
struct _PlumbTopic {
  PlumbRecord parent_instance;

  int format;
  char *id;
  GStrv aliases;
  char *section;
  int order;
  char *title;
  char *summary;
  PlumbBadge badge;
  char *updated;
  PlumbAges ages;
  GStrv objectives;
  GStrv prerequisites;
  GStrv discussion;
  GListModel *levels;
  PlumbWhyNow *why_now;
  GListModel *takeaways;
  GListModel *status;
  PlumbTake *take;
  PlumbDebate *debate;
  GListModel *cruxes;
  GListModel *claims;
  GListModel *pitfalls;
  GListModel *questions;
  GListModel *next;
  GStrv people;
  char *lang;
  char *source_lang;
  GStrv untranslated;
};

G_END_DECLS
