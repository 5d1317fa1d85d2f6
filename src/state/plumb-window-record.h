/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_WINDOW_RECORD (plumb_window_record_get_type ())

G_DECLARE_FINAL_TYPE (PlumbWindowRecord, plumb_window_record, PLUMB, WINDOW_RECORD, GObject)

PlumbWindowRecord *
plumb_window_record_new (const char *place, int width, int height, gboolean maximised);

const char *plumb_window_record_get_place (PlumbWindowRecord *self);
int plumb_window_record_get_width (PlumbWindowRecord *self);
int plumb_window_record_get_height (PlumbWindowRecord *self);
gboolean plumb_window_record_get_maximised (PlumbWindowRecord *self);

G_END_DECLS
