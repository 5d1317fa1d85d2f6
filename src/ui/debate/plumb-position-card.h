/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-library.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_POSITION_CARD (plumb_position_card_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPositionCard, plumb_position_card, PLUMB, POSITION_CARD, GtkWidget)

GtkWidget *plumb_position_card_new (PlumbLibrary *library,
                                    PlumbPosition *position,
                                    guint number,
                                    PlumbStance *stance);
int plumb_position_card_get_level (PlumbPositionCard *self);
void plumb_position_card_set_level (PlumbPositionCard *self, int level);
PlumbPosition *plumb_position_card_get_position (PlumbPositionCard *self);

G_END_DECLS
