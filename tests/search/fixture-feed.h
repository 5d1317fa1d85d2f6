/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-search-feed.h"

G_BEGIN_DECLS

/* A topic of a fixture. Each line of TEXT is a passage: “level|anchor|heading|text”, where the middle ones may be empty.
 * A topic without text can't be read. */
typedef struct {
  const char *id;
  const char *title;
  const char *text;
} FixtureTopic;

/* How often topics were read, and a gate that can hold readers up. */
typedef struct _FixtureGate FixtureGate;

FixtureGate *fixture_gate_new (void);
void fixture_gate_unref (FixtureGate *gate);
void fixture_gate_close (FixtureGate *gate, guint before_topic);
void fixture_gate_open (FixtureGate *gate);
void fixture_gate_wait (FixtureGate *gate);
guint fixture_gate_get_n_loads (FixtureGate *gate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FixtureGate, fixture_gate_unref)

PlumbSearchFeed *fixture_feed_new (const char *name,
                                   const char *hash,
                                   const FixtureTopic *topics,
                                   guint n_topics,
                                   FixtureGate *gate);

G_END_DECLS
