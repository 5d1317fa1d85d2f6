/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-picture.h>

G_BEGIN_DECLS

/**
 * PlumbPicturePlanFunc:
 * @style: how the picture is set
 * @user_data: what was given with the function
 *
 * Returns: (transfer full) (nullable): the plan of a picture, or %NULL where there is nothing to show
 */
typedef PlumbPicture *(*PlumbPicturePlanFunc) (const PlumbPictureStyle *style, gpointer user_data);

#define PLUMB_TYPE_PICTURE_VIEW (plumb_picture_view_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPictureView, plumb_picture_view, PLUMB, PICTURE_VIEW, GtkWidget)

GtkWidget *plumb_picture_view_new (void);
void plumb_picture_view_set_plan_func (PlumbPictureView *self,
                                       PlumbPicturePlanFunc func,
                                       gpointer user_data);
void plumb_picture_view_update (PlumbPictureView *self);
const char *plumb_picture_view_get_description (PlumbPictureView *self);

G_END_DECLS
