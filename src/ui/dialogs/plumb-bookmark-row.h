/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>
#include <plumb-bookmark.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_BOOKMARK_ROW (plumb_bookmark_row_get_type ())

G_DECLARE_FINAL_TYPE (PlumbBookmarkRow, plumb_bookmark_row, PLUMB, BOOKMARK_ROW, AdwActionRow)

PlumbBookmarkRow *plumb_bookmark_row_new (PlumbBookmark *bookmark);

PlumbBookmark *plumb_bookmark_row_get_bookmark (PlumbBookmarkRow *self);

char *plumb_bookmark_row_describe (const char *place, gint64 created);

G_END_DECLS
