/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-entries-page.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_PEOPLE_PAGE (plumb_people_page_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPeoplePage, plumb_people_page, PLUMB, PEOPLE_PAGE, PlumbEntriesPage)

G_END_DECLS
