/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_BOOKMARK (plumb_bookmark_get_type ())

G_DECLARE_FINAL_TYPE (PlumbBookmark, plumb_bookmark, PLUMB, BOOKMARK, GObject)

PlumbBookmark *plumb_bookmark_new (const char *place, const char *title, gint64 created);

const char *plumb_bookmark_get_place (PlumbBookmark *self);
const char *plumb_bookmark_get_title (PlumbBookmark *self);
gint64 plumb_bookmark_get_created (PlumbBookmark *self);

gboolean plumb_bookmark_equal (PlumbBookmark *self, PlumbBookmark *other);

G_END_DECLS
