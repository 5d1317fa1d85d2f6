/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-entries-page.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_PITFALLS_PAGE (plumb_pitfalls_page_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPitfallsPage,
                      plumb_pitfalls_page,
                      PLUMB,
                      PITFALLS_PAGE,
                      PlumbEntriesPage)

G_END_DECLS
