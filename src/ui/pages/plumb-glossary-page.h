/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-entries-page.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_GLOSSARY_PAGE (plumb_glossary_page_get_type ())

G_DECLARE_FINAL_TYPE (PlumbGlossaryPage,
                      plumb_glossary_page,
                      PLUMB,
                      GLOSSARY_PAGE,
                      PlumbEntriesPage)

G_END_DECLS
