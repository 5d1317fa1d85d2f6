/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean plumb_checker_is_english (const char *lang);
GListModel *plumb_checker_check_folder (GFile *folder);

G_END_DECLS
