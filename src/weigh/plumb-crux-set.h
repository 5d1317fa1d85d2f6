/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-library.h>

G_BEGIN_DECLS

/**
 * PlumbStanding:
 * @PLUMB_STANDING_SILENT: nothing is said of it
 * @PLUMB_STANDING_REJECTS: it rejects the question
 * @PLUMB_STANDING_RATES: it rates it
 *
 * How a position stands to a crux.
 */
typedef enum {
  PLUMB_STANDING_SILENT,
  PLUMB_STANDING_REJECTS,
  PLUMB_STANDING_RATES,
} PlumbStanding;

#define PLUMB_TYPE_CRUX_SET (plumb_crux_set_get_type ())

G_DECLARE_FINAL_TYPE (PlumbCruxSet, plumb_crux_set, PLUMB, CRUX_SET, GObject)

PlumbCruxSet *plumb_crux_set_new (const PlumbLibraryFile *file);
PlumbCruxSet *plumb_crux_set_new_for_library (PlumbLibrary *library,
                                              gboolean library_wide,
                                              const char *const *topics);
PlumbCruxSet *plumb_crux_set_new_for_all (PlumbLibrary *library);
void plumb_crux_set_add (PlumbCruxSet *self, const char *topic, GListModel *cruxes);

const char *plumb_crux_set_get_library_id (PlumbCruxSet *self);
const char *plumb_crux_set_get_library_version (PlumbCruxSet *self);

guint plumb_crux_set_get_n_positions (PlumbCruxSet *self);
PlumbPosition *plumb_crux_set_get_position (PlumbCruxSet *self, guint position);
gboolean plumb_crux_set_find_position (PlumbCruxSet *self, const char *id, guint *position);

guint plumb_crux_set_get_n_cruxes (PlumbCruxSet *self);
PlumbCrux *plumb_crux_set_get_crux (PlumbCruxSet *self, guint crux);
const char *plumb_crux_set_get_topic (PlumbCruxSet *self, guint crux);
gboolean plumb_crux_set_find (PlumbCruxSet *self, const char *id, guint *crux);
PlumbStanding
plumb_crux_set_get_standing (PlumbCruxSet *self, guint crux, guint position, int *value);
PlumbRating *plumb_crux_set_get_rating (PlumbCruxSet *self, guint crux, guint position);

G_END_DECLS
