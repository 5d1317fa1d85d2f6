/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-answers.h>
#include <plumb-crux-set.h>
#include <plumb-store.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_KEPT_LIST (plumb_kept_list_get_type ())

G_DECLARE_FINAL_TYPE (PlumbKeptList, plumb_kept_list, PLUMB, KEPT_LIST, GtkBox)

void plumb_kept_list_show (PlumbKeptList *self,
                           PlumbStore *store,
                           PlumbCruxSet *set,
                           PlumbAnswers *answers);
guint plumb_kept_list_get_n_kept (PlumbKeptList *self);
PlumbKeptAnswers *plumb_kept_list_get_kept (PlumbKeptList *self, guint number);
PlumbAnswers *plumb_kept_list_parse (PlumbKeptList *self, PlumbKeptAnswers *kept, GError **error);

G_END_DECLS
