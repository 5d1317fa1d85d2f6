/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-flow-plan.h"

G_BEGIN_DECLS

/* In ems. */
#define PLUMB_FLOW_PADDING 0.8
#define PLUMB_FLOW_BADGE 1.6

/* A text inside a box, and the plate under it if it is one of several choices. */
typedef struct {
  PangoLayout *layout;
  double x;
  double y;
  gboolean muted;
  gboolean on_plate;
  PlumbFlowBox plate;
} PlumbFlowPart;

typedef struct {
  PangoLayout *number;
  GArray *parts;
  int note;
  gboolean note_linked;
  double height;
} PlumbFlowPlace;

struct _PlumbFlowPlan {
  PlumbFlowGrid grid;
  double height;
  double em;
  guint n_steps;
  PlumbFlowPlace *steps;
  PlumbFlowBox *boxes;
};

G_END_DECLS
