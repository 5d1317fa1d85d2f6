/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-library.h"
#include "plumb-search-feed.h"

G_BEGIN_DECLS

PlumbSearchFeed *plumb_library_feed_new (PlumbLibrary *library);

G_END_DECLS
