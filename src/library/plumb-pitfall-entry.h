/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-library.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_PITFALL_ENTRY (plumb_pitfall_entry_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPitfallEntry, plumb_pitfall_entry, PLUMB, PITFALL_ENTRY, GObject)

PlumbPitfallEntry *
plumb_pitfall_entry_new (PlumbTopicEntry *topic, const char *id, const char *claim);
PlumbTopicEntry *plumb_pitfall_entry_get_topic (PlumbPitfallEntry *self);
const char *plumb_pitfall_entry_get_id (PlumbPitfallEntry *self);
const char *plumb_pitfall_entry_get_claim (PlumbPitfallEntry *self);

G_END_DECLS
