/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-library-file.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_SHAPE_MARK (plumb_shape_mark_get_type ())

G_DECLARE_FINAL_TYPE (PlumbShapeMark, plumb_shape_mark, PLUMB, SHAPE_MARK, GtkWidget)

GtkWidget *plumb_shape_mark_new (PlumbShape shape);
GskPath *plumb_shape_to_path (PlumbShape shape, float x, float y, float size);

G_END_DECLS
