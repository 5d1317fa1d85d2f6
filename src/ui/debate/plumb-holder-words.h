/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-library.h>

G_BEGIN_DECLS

char *plumb_holder_to_markup (PlumbHolder *holder, PlumbLibrary *library);

G_END_DECLS
