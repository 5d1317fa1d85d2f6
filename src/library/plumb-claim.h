/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-record.h"

G_BEGIN_DECLS

/**
 * PlumbClaimKind:
 * @PLUMB_CLAIM_KIND_FACT: something that was observed or is the case
 * @PLUMB_CLAIM_KIND_ARGUMENT: a line of reasoning
 * @PLUMB_CLAIM_KIND_FORECAST: what somebody expects
 * @PLUMB_CLAIM_KIND_OPINION: what somebody holds to be right
 *
 * What kind of statement a claim is.
 */
typedef enum {
  PLUMB_CLAIM_KIND_FACT,
  PLUMB_CLAIM_KIND_ARGUMENT,
  PLUMB_CLAIM_KIND_FORECAST,
  PLUMB_CLAIM_KIND_OPINION,
} PlumbClaimKind;

/**
 * PlumbConfidence:
 * @PLUMB_CONFIDENCE_ESTABLISHED: few informed people doubt it
 * @PLUMB_CONFIDENCE_LIKELY: the evidence is good and not complete
 * @PLUMB_CONFIDENCE_CONTESTED: informed people disagree
 * @PLUMB_CONFIDENCE_SPECULATIVE: little evidence either way
 *
 * How far a claim is settled.
 */
typedef enum {
  PLUMB_CONFIDENCE_ESTABLISHED,
  PLUMB_CONFIDENCE_LIKELY,
  PLUMB_CONFIDENCE_CONTESTED,
  PLUMB_CONFIDENCE_SPECULATIVE,
} PlumbConfidence;

#define PLUMB_TYPE_CLAIM (plumb_claim_get_type ())

G_DECLARE_FINAL_TYPE (PlumbClaim, plumb_claim, PLUMB, CLAIM, PlumbRecord)

/**
 * PlumbClaim:
 * @id: its id, unique in the library
 * @text: the sentence
 * @kind: what kind of statement it is
 * @confidence: how far it is settled
 * @as_of: (nullable): when it was so
 * @sources: (nullable): what it rests on
 * @where: (nullable): where in the source
 *
 * One sentence that can be true or false, with what it rests on.
 */
struct _PlumbClaim {
  PlumbRecord parent_instance;

  char *id;
  char *text;
  PlumbClaimKind kind;
  PlumbConfidence confidence;
  char *as_of;
  GStrv sources;
  char *where;
};

G_END_DECLS
