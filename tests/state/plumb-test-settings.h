/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void plumb_test_settings_install (void);
void plumb_test_settings_set_writable (const char *key, gboolean writable);
void plumb_test_settings_store (const char *key, GVariant *value);
guint plumb_test_settings_get_n_writes (void);
guint plumb_test_settings_get_n_reads (void);
void plumb_test_settings_clear (void);

G_END_DECLS
