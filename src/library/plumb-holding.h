/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-library.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_HOLDING (plumb_holding_get_type ())

G_DECLARE_FINAL_TYPE (PlumbHolding, plumb_holding, PLUMB, HOLDING, GObject)

PlumbHolding *plumb_holding_new (PlumbTopicEntry *topic, const char *position, const char *form);
PlumbTopicEntry *plumb_holding_get_topic (PlumbHolding *self);
const char *plumb_holding_get_position (PlumbHolding *self);
const char *plumb_holding_get_form (PlumbHolding *self);

G_END_DECLS
