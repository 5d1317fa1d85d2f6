/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>
#include <plumb-store.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_BOOKMARKS_DIALOG (plumb_bookmarks_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlumbBookmarksDialog,
                      plumb_bookmarks_dialog,
                      PLUMB,
                      BOOKMARKS_DIALOG,
                      AdwDialog)

PlumbBookmarksDialog *plumb_bookmarks_dialog_new (PlumbStore *store);

G_END_DECLS
