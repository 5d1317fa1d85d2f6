/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-weighing.h"

G_BEGIN_DECLS

PlumbLibrary *plumb_test_open_bundled (void);
PlumbCruxSet *plumb_test_set (const char *ratings, const guint *order);
PlumbAnswers *plumb_test_answers (const char *answers);
PlumbAnswers *plumb_test_random_answers (PlumbCruxSet *set, GRand *random, guint step, double odds);
guint plumb_test_get_rounds (guint usual);

G_END_DECLS
