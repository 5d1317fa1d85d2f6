/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-page-view.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_REVIEW_PAGE (plumb_review_page_get_type ())

G_DECLARE_FINAL_TYPE (PlumbReviewPage, plumb_review_page, PLUMB, REVIEW_PAGE, PlumbPageView)

G_END_DECLS
