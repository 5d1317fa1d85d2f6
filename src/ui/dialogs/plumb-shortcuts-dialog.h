/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_SHORTCUTS_DIALOG (plumb_shortcuts_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlumbShortcutsDialog,
                      plumb_shortcuts_dialog,
                      PLUMB,
                      SHORTCUTS_DIALOG,
                      AdwDialog)

PlumbShortcutsDialog *plumb_shortcuts_dialog_new (void);

G_END_DECLS
