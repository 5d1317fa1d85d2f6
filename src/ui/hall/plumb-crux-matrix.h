/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-page-view.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_CRUX_MATRIX (plumb_crux_matrix_get_type ())

G_DECLARE_FINAL_TYPE (PlumbCruxMatrix, plumb_crux_matrix, PLUMB, CRUX_MATRIX, PlumbPageView)

gboolean plumb_crux_matrix_get_complete (PlumbCruxMatrix *self);
GListModel *plumb_crux_matrix_get_rows (PlumbCruxMatrix *self);

G_END_DECLS
