/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-library.h>

#include "plumb-hall-row.h"

G_BEGIN_DECLS

GtkWidget *plumb_hall_rows_new_names (PlumbLibrary *library);
GtkWidget *plumb_hall_rows_new_summaries (PlumbLibrary *library);
GtkWidget *plumb_hall_rows_new_theses (PlumbLibrary *library, PlumbTopic *topic);
GPtrArray *plumb_hall_rows_new_debate (PlumbLibrary *library, PlumbDebate *debate);

G_END_DECLS
