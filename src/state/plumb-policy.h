/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "plumb-store.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_POLICY (plumb_policy_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPolicy, plumb_policy, PLUMB, POLICY, GObject)

PlumbPolicy *plumb_policy_new (GFile *const *files, gsize n_files);

const char *const *plumb_policy_get_problems (PlumbPolicy *self);

GVariant *plumb_policy_get_preference (PlumbPolicy *self, const char *name);
gboolean plumb_policy_get_store_mode (PlumbPolicy *self, PlumbStoreMode *mode);

const char *const *plumb_policy_get_hidden_audiences (PlumbPolicy *self);
gboolean plumb_policy_get_hide_take (PlumbPolicy *self);
gboolean plumb_policy_get_hide_review (PlumbPolicy *self);
const char *plumb_policy_get_lesson (PlumbPolicy *self);

G_END_DECLS
