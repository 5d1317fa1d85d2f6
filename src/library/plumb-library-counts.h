/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-record.h"

G_BEGIN_DECLS

/**
 * PlumbLibraryCounts:
 * @topics: how many topics
 * @claims: how many claims
 * @sources: how many sources
 * @located: how many of them can be looked up
 * @terms: how many terms of the glossary
 * @people: how many people and organisations
 * @questions: how many questions
 * @flows: how many flows
 * @charts: how many charts
 *
 * How much there is in a library, or in a file of it.
 */
typedef struct {
  guint topics;
  guint claims;
  guint sources;
  guint located;
  guint terms;
  guint people;
  guint questions;
  guint flows;
  guint charts;
} PlumbLibraryCounts;

void plumb_library_counts_add (PlumbLibraryCounts *counts, PlumbRecord *file);

G_END_DECLS
