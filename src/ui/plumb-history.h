/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-place.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_HISTORY (plumb_history_get_type ())

G_DECLARE_FINAL_TYPE (PlumbHistory, plumb_history, PLUMB, HISTORY, GObject)

PlumbHistory *plumb_history_new (void);
PlumbPlace *plumb_history_get_current (PlumbHistory *self);
void plumb_history_visit (PlumbHistory *self, PlumbPlace *place);
void plumb_history_replace (PlumbHistory *self, PlumbPlace *place);
PlumbPlace *plumb_history_go (PlumbHistory *self, int steps);
gboolean plumb_history_get_can_go_back (PlumbHistory *self);
gboolean plumb_history_get_can_go_forward (PlumbHistory *self);

G_END_DECLS
