/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-record.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_REASON (plumb_reason_get_type ())

G_DECLARE_FINAL_TYPE (PlumbReason, plumb_reason, PLUMB, REASON, PlumbRecord)

/**
 * PlumbReason:
 * @text: the reason
 * @claims: (nullable): what it states
 *
 * A reason that a position gives.
 */
struct _PlumbReason {
  PlumbRecord parent_instance;

  char *text;
  GStrv claims;
};

#define PLUMB_TYPE_HOLDER (plumb_holder_get_type ())

G_DECLARE_FINAL_TYPE (PlumbHolder, plumb_holder, PLUMB, HOLDER, PlumbRecord)

/**
 * PlumbHolder:
 * @person: (nullable): who, where they have an entry
 * @name: (nullable): who, where they have none
 * @form: (nullable): in what form
 * @source: (nullable): where they say so
 *
 * Somebody who holds a position, and in what form.
 */
struct _PlumbHolder {
  PlumbRecord parent_instance;

  char *person;
  char *name;
  char *form;
  char *source;
};

#define PLUMB_TYPE_STANCE (plumb_stance_get_type ())

G_DECLARE_FINAL_TYPE (PlumbStance, plumb_stance, PLUMB, STANCE, PlumbRecord)

/**
 * PlumbStance:
 * @position: which position
 * @thesis: what it says
 * @reasons: (element-type PlumbReason): why
 * @objection: (nullable): the strongest objection to it
 * @answer: (nullable): what its holders answer
 * @sources: (nullable): where it is set out
 * @holders: (nullable) (element-type PlumbHolder): who holds it
 *
 * One position in a debate.
 */
struct _PlumbStance {
  PlumbRecord parent_instance;

  char *position;
  char *thesis;
  GListModel *reasons;
  char *objection;
  char *answer;
  GStrv sources;
  GListModel *holders;
};

#define PLUMB_TYPE_SHARED (plumb_shared_get_type ())

G_DECLARE_FINAL_TYPE (PlumbShared, plumb_shared, PLUMB, SHARED, PlumbRecord)

/**
 * PlumbShared:
 * @id: its id
 * @text: what they agree on
 * @positions: which of them
 * @claims: (nullable): what it states
 *
 * Something that several positions agree on.
 */
struct _PlumbShared {
  PlumbRecord parent_instance;

  char *id;
  char *text;
  GStrv positions;
  GStrv claims;
};

#define PLUMB_TYPE_DEBATE (plumb_debate_get_type ())

G_DECLARE_FINAL_TYPE (PlumbDebate, plumb_debate, PLUMB, DEBATE, PlumbRecord)

/**
 * PlumbDebate:
 * @question: the question
 * @shared: (nullable) (element-type PlumbShared): what positions agree on
 * @positions: (element-type PlumbStance): the positions, in the order of the library
 *
 * A question, and what each position says to it.
 */
struct _PlumbDebate {
  PlumbRecord parent_instance;

  char *question;
  GListModel *shared;
  GListModel *positions;
};

#define PLUMB_TYPE_RATING (plumb_rating_get_type ())

G_DECLARE_FINAL_TYPE (PlumbRating, plumb_rating, PLUMB, RATING, PlumbRecord)

/**
 * PlumbRating:
 * @position: which position
 * @value: from −2, sure it is false, to 2, sure it is true
 * @rejects: whether it rejects the question
 * @why: (nullable): why
 * @sources: (nullable): where it says so
 * @reading: whether this is the editors’ reading
 *
 * How a position rates a crux.
 */
struct _PlumbRating {
  PlumbRecord parent_instance;

  char *position;
  int value;
  gboolean rejects;
  char *why;
  GStrv sources;
  gboolean reading;
};

#define PLUMB_TYPE_CRUX (plumb_crux_get_type ())

G_DECLARE_FINAL_TYPE (PlumbCrux, plumb_crux, PLUMB, CRUX, PlumbRecord)

/**
 * PlumbCrux:
 * @id: its id
 * @statement: the statement
 * @claim: (nullable): the claim that it rests on
 * @ratings: (element-type PlumbRating): how each position rates it
 * @conflicts: (nullable): cruxes that go ill with it
 *
 * A statement that the positions rate differently.
 */
struct _PlumbCrux {
  PlumbRecord parent_instance;

  char *id;
  char *statement;
  char *claim;
  GListModel *ratings;
  GStrv conflicts;
};

G_END_DECLS
