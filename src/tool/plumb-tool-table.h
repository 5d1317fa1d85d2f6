/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlumbToolTable PlumbToolTable;

PlumbToolTable *plumb_tool_table_new (const char *const *heads);
void plumb_tool_table_free (PlumbToolTable *self);
void plumb_tool_table_add (PlumbToolTable *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void plumb_tool_table_end_row (PlumbToolTable *self);
char *plumb_tool_table_to_string (PlumbToolTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbToolTable, plumb_tool_table_free)

G_END_DECLS
