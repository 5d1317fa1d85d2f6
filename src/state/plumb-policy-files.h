/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plumb-policy.h"

G_BEGIN_DECLS

PlumbPolicy *plumb_policy_new_for_system (const char *const *config_dirs,
                                          const char *const *data_dirs);

G_END_DECLS
