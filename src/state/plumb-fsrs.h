/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No question stays away for longer than a year, in days. */
#define PLUMB_FSRS_MAX_INTERVAL 365

/**
 * PlumbMemory:
 * @stability: in how many days the odds of remembering fall from certain to nine in ten
 * @difficulty: how hard it is to make it stick, from 1 to 10
 *
 * What is known of how well somebody remembers one thing.
 */
typedef struct {
  double stability;
  double difficulty;
} PlumbMemory;

PlumbMemory plumb_memory_begin (gboolean known);
PlumbMemory plumb_memory_update (PlumbMemory memory, gint64 days, gboolean known);
double plumb_memory_get_recall (PlumbMemory memory, gint64 days);
gint64 plumb_memory_get_interval (PlumbMemory memory);

G_END_DECLS
