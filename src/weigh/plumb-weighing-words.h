/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-weighing.h"

G_BEGIN_DECLS

const char *plumb_standing_get_name (PlumbStanding standing, int value);
const char *plumb_standing_get_sign (PlumbStanding standing, int value);
char *plumb_standing_to_sentence (PlumbStanding standing, int value, const char *position);

const char *plumb_weight_get_name (int weight);
char *plumb_likelihood_to_text (int likelihood);

GStrv plumb_weighing_dup_explanation (void);
const char *plumb_weighing_get_formula (void);
const char *plumb_weighing_get_spoken_formula (void);
char *plumb_weighing_to_sentence (PlumbWeighing *self, guint position);
char *plumb_move_to_sentence (PlumbWeighing *self, guint position, const PlumbMove *move);
char *plumb_conflict_to_sentence (PlumbWeighing *self, const PlumbConflict *conflict);

G_END_DECLS
