/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-page-view.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_DEBATE_HALL (plumb_debate_hall_get_type ())

G_DECLARE_FINAL_TYPE (PlumbDebateHall, plumb_debate_hall, PLUMB, DEBATE_HALL, PlumbPageView)

gboolean plumb_debate_hall_get_complete (PlumbDebateHall *self);

G_END_DECLS
