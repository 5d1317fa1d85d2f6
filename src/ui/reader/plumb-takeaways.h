/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include <plumb-library.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TAKEAWAYS (plumb_takeaways_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTakeaways, plumb_takeaways, PLUMB, TAKEAWAYS, GtkWidget)

GtkWidget *plumb_takeaways_new (PlumbLibrary *library, PlumbTopic *topic);
gboolean plumb_takeaways_build_next (PlumbTakeaways *self);
gboolean plumb_takeaways_is_complete (PlumbTakeaways *self);
const char *plumb_takeaways_get_audience (PlumbTakeaways *self);
void plumb_takeaways_set_audience (PlumbTakeaways *self, const char *audience);
gboolean plumb_takeaways_get_compact (PlumbTakeaways *self);
void plumb_takeaways_set_compact (PlumbTakeaways *self, gboolean compact);

G_END_DECLS
