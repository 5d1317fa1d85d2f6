/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-page-view.h"

#include <plumb-answers.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_WEIGH_PAGE (plumb_weigh_page_get_type ())

G_DECLARE_FINAL_TYPE (PlumbWeighPage, plumb_weigh_page, PLUMB, WEIGH_PAGE, PlumbPageView)

PlumbAnswers *plumb_weigh_page_get_answers (PlumbWeighPage *self);
guint plumb_weigh_page_get_n_people (PlumbWeighPage *self);
void plumb_weigh_page_compare (PlumbWeighPage *self, GListModel *files);
GBytes *plumb_weigh_page_export (PlumbWeighPage *self, const char *format);

G_END_DECLS
