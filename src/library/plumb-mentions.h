/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-holding.h"
#include "plumb-library.h"
#include "plumb-pitfall-entry.h"

G_BEGIN_DECLS

GPtrArray *plumb_library_dup_topics_naming (PlumbLibrary *self, PlumbRef kind, const char *id);
GPtrArray *plumb_library_dup_holdings (PlumbLibrary *self, const char *person);
GPtrArray *plumb_library_dup_authors (PlumbLibrary *self, const char *source);
GListModel *plumb_library_dup_pitfalls (PlumbLibrary *self);
guint plumb_library_get_n_pitfalls (PlumbLibrary *self);
char *plumb_library_dup_pitfall_reply (PlumbLibrary *self, PlumbPitfallEntry *entry);

G_END_DECLS
