/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plumb-database-private.h"

G_BEGIN_DECLS

/* How far a reader had got in one level of a topic. */
typedef struct {
  char *library;
  char *topic;
  guint level;
  char *block;
  double fraction;
} PlumbScrollPlace;

PlumbScrollPlace *plumb_scroll_place_new (const char *library,
                                          const char *topic,
                                          guint level,
                                          const char *block,
                                          double fraction);
PlumbScrollPlace *plumb_scroll_place_copy (const PlumbScrollPlace *self);
void plumb_scroll_place_free (PlumbScrollPlace *self);
GHashTable *plumb_scroll_places_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbScrollPlace, plumb_scroll_place_free)

gboolean
plumb_scroll_place_write (const PlumbScrollPlace *self, PlumbDatabase *database, GError **error);
gboolean plumb_windows_write (GPtrArray *windows, PlumbDatabase *database, GError **error);

/* A thread that writes down where the reader is, so that nobody has to wait for the disk. */
typedef struct _PlumbStoreWriter PlumbStoreWriter;

typedef void (*PlumbStoreWriterFailed) (GObject *owner, guint serial, const GError *error);

PlumbStoreWriter *plumb_store_writer_new (const char *path,
                                          guint patience,
                                          GObject *owner,
                                          guint serial,
                                          PlumbStoreWriterFailed failed);
void plumb_store_writer_stop (PlumbStoreWriter *self);

void plumb_store_writer_note_scroll (PlumbStoreWriter *self, const PlumbScrollPlace *place);
void plumb_store_writer_note_windows (PlumbStoreWriter *self, GPtrArray *windows);
gboolean plumb_store_writer_flush (PlumbStoreWriter *self, GError **error);

G_END_DECLS
