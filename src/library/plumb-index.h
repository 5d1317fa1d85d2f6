/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *
plumb_index_build (GFile *folder, GListStore *problems, GCancellable *cancellable, GError **error);

G_END_DECLS
