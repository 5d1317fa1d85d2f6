/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-library-file.h"

G_BEGIN_DECLS

/* What the hints of a skeleton stand between, so that those that were left are found. */
#define PLUMB_SKELETON_HINT_OPEN "[["
#define PLUMB_SKELETON_HINT_CLOSE "]]"

char *plumb_skeleton_make_topic (const char *id, PlumbLibraryFile *library, gboolean full);

G_END_DECLS
