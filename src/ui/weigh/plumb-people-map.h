/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-crowd.h>
#include <plumb-picture.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_PEOPLE_MAP (plumb_people_map_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPeopleMap, plumb_people_map, PLUMB, PEOPLE_MAP, GtkBox)

void plumb_people_map_show (PlumbPeopleMap *self, PlumbCruxSet *set, GPtrArray *people);
void plumb_people_map_set_reader (PlumbPeopleMap *self, PlumbWeighing *reader);
PlumbPicture *plumb_people_map_plan (PlumbPeopleMap *self, const PlumbPictureStyle *style);

G_END_DECLS
