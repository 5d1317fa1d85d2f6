/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-index.h"
#include "plumb-library-file.h"
#include "plumb-reference.h"
#include "plumb-topic.h"

G_BEGIN_DECLS

/**
 * PLUMB_TYPE_TOPIC_ENTRY:
 *
 * What the index knows of a topic without opening it.
 */
#define PLUMB_TYPE_TOPIC_ENTRY (plumb_topic_entry_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTopicEntry, plumb_topic_entry, PLUMB, TOPIC_ENTRY, GObject)

const char *plumb_topic_entry_get_id (PlumbTopicEntry *self);
const char *plumb_topic_entry_get_title (PlumbTopicEntry *self);
guint plumb_topic_entry_get_section (PlumbTopicEntry *self);
guint plumb_topic_entry_get_levels (PlumbTopicEntry *self);
guint plumb_topic_entry_get_words (PlumbTopicEntry *self, int level);
guint plumb_topic_entry_get_position (PlumbTopicEntry *self);
PlumbBadge plumb_topic_entry_get_badge (PlumbTopicEntry *self);
gboolean plumb_topic_entry_is_upcoming (PlumbTopicEntry *self);
char *plumb_topic_entry_dup_summary (PlumbTopicEntry *self);

#define PLUMB_TYPE_LIBRARY (plumb_library_get_type ())

G_DECLARE_FINAL_TYPE (PlumbLibrary, plumb_library, PLUMB, LIBRARY, GObject)

PlumbLibrary *plumb_library_open (GFile *folder, GFile *index_cache, GError **error);
void plumb_library_open_async (GFile *folder,
                               GFile *index_cache,
                               GCancellable *cancellable,
                               PlumbProgressFunc progress,
                               gpointer progress_data,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
PlumbLibrary *plumb_library_open_finish (GAsyncResult *result, GError **error);
void plumb_library_check_fresh_async (PlumbLibrary *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean
plumb_library_check_fresh_finish (PlumbLibrary *self, GAsyncResult *result, GError **error);
const PlumbLibraryFile *plumb_library_get_file (PlumbLibrary *self);
GFile *plumb_library_get_folder (PlumbLibrary *self);
const char *plumb_library_get_hash (PlumbLibrary *self);
GListModel *plumb_library_get_topics (PlumbLibrary *self);
void plumb_library_get_section_range (PlumbLibrary *self, guint section, guint *start, guint *end);
PlumbTopicEntry *plumb_library_lookup_entry (PlumbLibrary *self, const char *id, guint *position);
PlumbTopic *plumb_library_load_topic (PlumbLibrary *self, const char *id, GError **error);
PlumbClaim *plumb_library_lookup_claim (PlumbLibrary *self, const char *id, char **topic_id);
gboolean plumb_library_peek_claim (PlumbLibrary *self,
                                   const char *id,
                                   PlumbClaimKind *kind,
                                   PlumbConfidence *confidence);
PlumbSource *plumb_library_lookup_source (PlumbLibrary *self, const char *id);
PlumbPerson *plumb_library_lookup_person (PlumbLibrary *self, const char *id);
PlumbTerm *plumb_library_lookup_term (PlumbLibrary *self, const char *id);
gboolean plumb_library_has (PlumbLibrary *self, PlumbRef kind);
GListModel *plumb_library_get_sources (PlumbLibrary *self);
GListModel *plumb_library_get_people (PlumbLibrary *self);
GListModel *plumb_library_get_terms (PlumbLibrary *self);
GListModel *plumb_library_get_problems (PlumbLibrary *self);

G_END_DECLS
