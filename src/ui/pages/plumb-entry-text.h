/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "plumb-entry.h"

G_BEGIN_DECLS

/* How the pages of entries write links. Everything that is returned is markup, and the caller's. */
char *plumb_entry_link (const char *href, const char *text);
char *plumb_entry_topic_link (PlumbTopicEntry *topic);
char *plumb_entry_topic_links (GPtrArray *topics);
char *plumb_entry_list (const char *const *items);
void plumb_entry_add_note (PlumbEntry *self, const char *note);
void plumb_entry_sort (GPtrArray *entries, guint start, guint end);

G_END_DECLS
