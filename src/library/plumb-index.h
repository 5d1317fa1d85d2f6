/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlumbIndexFlags:
 * @PLUMB_INDEX_DEFAULT: nothing special
 * @PLUMB_INDEX_BUNDLED: for a resource, which cannot change: without the times of the files, so that it comes out the
 *   same whenever it is made
 *
 * How an index is made.
 */
typedef enum {
  PLUMB_INDEX_DEFAULT = 0,
  PLUMB_INDEX_BUNDLED = 1 << 0,
} PlumbIndexFlags;

/**
 * PlumbProgressFunc:
 * @done: how many topics have been read
 * @total: how many there are
 * @user_data: data of the caller
 *
 * Called now and then while an index is made.
 */
typedef void (*PlumbProgressFunc) (guint done, guint total, gpointer user_data);

GBytes *
plumb_index_build (GFile *folder, GListStore *problems, GCancellable *cancellable, GError **error);
GBytes *plumb_index_build_full (GFile *folder,
                                PlumbIndexFlags flags,
                                GListStore *problems,
                                PlumbProgressFunc progress,
                                gpointer user_data,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
