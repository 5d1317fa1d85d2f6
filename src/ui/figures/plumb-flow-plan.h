/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-blocks.h>

#include "plumb-figure-style.h"
#include "plumb-flow-layout.h"

G_BEGIN_DECLS

/* The size of a note, with the font's as 1. Labels that stand in for notes have it too. */
#define PLUMB_FLOW_NOTE_SCALE 0.92

typedef struct _PlumbFlowPlan PlumbFlowPlan;

double plumb_flow_min_width (const PlumbFigureStyle *style);
double plumb_flow_natural_width (PlumbFlow *flow, const PlumbFigureStyle *style);

PlumbFlowPlan *plumb_flow_plan_new (PlumbFlow *flow, const PlumbFigureStyle *style, double width);
void plumb_flow_plan_free (PlumbFlowPlan *self);
double plumb_flow_plan_get_width (PlumbFlowPlan *self);
double plumb_flow_plan_get_height (PlumbFlowPlan *self);
gboolean plumb_flow_plan_get_note (PlumbFlowPlan *self, guint step, PlumbFlowBox *place);
const PlumbFlowBox *plumb_flow_plan_get_boxes (PlumbFlowPlan *self, guint *n_boxes);
void plumb_flow_plan_draw (PlumbFlowPlan *self,
                           GtkSnapshot *snapshot,
                           const PlumbFigureStyle *style,
                           gboolean linked_notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbFlowPlan, plumb_flow_plan_free)

G_END_DECLS
