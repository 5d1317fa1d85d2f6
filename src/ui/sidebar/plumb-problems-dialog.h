/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_PROBLEMS_DIALOG (plumb_problems_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlumbProblemsDialog, plumb_problems_dialog, PLUMB, PROBLEMS_DIALOG, AdwDialog)

PlumbProblemsDialog *plumb_problems_dialog_new (GListModel *problems);

GListModel *plumb_problems_only_errors (GListModel *problems);
char *plumb_problems_describe (GListModel *errors);

G_END_DECLS
