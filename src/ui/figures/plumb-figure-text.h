/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-blocks.h>

G_BEGIN_DECLS

gboolean plumb_figure_has_link (const char *markup);
char *plumb_figure_drop_links (const char *markup);

char *plumb_flow_step_join_alternatives (PlumbFlowStep *step);
char *plumb_flow_describe (PlumbFlow *flow);
char *plumb_chart_describe (PlumbChart *chart);

G_END_DECLS
