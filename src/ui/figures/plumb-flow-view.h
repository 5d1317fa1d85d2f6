/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-blocks.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_FLOW_VIEW (plumb_flow_view_get_type ())

G_DECLARE_FINAL_TYPE (PlumbFlowView, plumb_flow_view, PLUMB, FLOW_VIEW, GtkWidget)

GtkWidget *plumb_flow_view_new (PlumbFlow *flow);
PlumbFlow *plumb_flow_view_get_flow (PlumbFlowView *self);

G_END_DECLS
