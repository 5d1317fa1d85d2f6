/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-index-location.h"
#include "plumb-search-index.h"

G_BEGIN_DECLS

PlumbIndexLocation *plumb_search_index_get_location (PlumbSearchIndex *self);
gboolean plumb_search_index_report_damage (PlumbSearchIndex *self, PlumbIndexLocation *location);

G_END_DECLS
