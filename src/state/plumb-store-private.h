/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plumb-database-private.h"
#include "plumb-store-writer-private.h"
#include "plumb-store.h"

G_BEGIN_DECLS

#define PLUMB_STORE_FILE "plumb.db"

/* How long another program may hold the database before we give up on it, in milliseconds. */
#define PLUMB_STORE_PATIENCE 5000

struct _PlumbStore {
  GObject parent_instance;

  PlumbStoreMode mode;
  guint patience;

  PlumbStoreCondition condition;
  char *notice;
  char *set_aside_name;

  /* The folder and the file in it, or NULL when nothing goes to the disk. */
  char *folder;
  char *path;

  /* In mode none, and only then, NULL. It is a database in memory when on_disk is not set. */
  PlumbDatabase *database;
  gboolean on_disk;
  /* Why it isn't, in mode disk, and which content of the file it was copied from. */
  GError *memory_reason;
  gint64 memory_stamp;

  /* Set while trouble is dealt with, so that further trouble doesn't start that over again. */
  gboolean in_trouble;

  /* Another program held the database: until then it is not asked again for what it holds. */
  gint64 busy_until;
  /* Changes when another connection has written. */
  gint64 data_version;

  /* What was read from the database so far, kept in step with it. NULL means not yet. */
  /* Library → topic → PlumbTopicMarks */
  GHashTable *progress;
  GListStore *bookmarks;
  gboolean bookmarks_loaded;
  /* PlumbKeptAnswers */
  GPtrArray *answers;
  /* PlumbCheck */
  GPtrArray *checks;
  /* PlumbScrollPlace as a set */
  GHashTable *scrolls;
  GPtrArray *windows;

  /* Writes the two above in a thread. NULL as long as there is nothing to write. */
  PlumbStoreWriter *writer;
  guint writer_serial;
};

typedef gboolean (*PlumbStoreFunc) (PlumbDatabase *database, gpointer data, GError **error);

/* What became of a change. */
typedef enum {
  /* It is where the store keeps things. */
  PLUMB_STORE_DONE,
  /* It could not be kept there, and is in memory now. */
  PLUMB_STORE_KEPT_IN_MEMORY,
  /* It did not happen. */
  PLUMB_STORE_UNCHANGED,
} PlumbStoreOutcome;

PlumbStore *plumb_store_open_with_patience (PlumbStoreMode mode, GFile *folder, guint patience);

gboolean plumb_store_read (PlumbStore *self, PlumbStoreFunc func, gpointer data);
PlumbStoreOutcome plumb_store_change (PlumbStore *self,
                                      gboolean was_on_disk,
                                      PlumbStoreFunc func,
                                      gpointer data,
                                      GError **error);

/* plumb-store-trouble.c */

void plumb_store_start (PlumbStore *self);
gboolean plumb_store_open_file (PlumbStore *self, PlumbDatabase **database, GError **error);
gboolean plumb_store_handle_trouble (PlumbStore *self, const GError *trouble);
gboolean plumb_store_follow_file (PlumbStore *self);
void plumb_store_set_condition (PlumbStore *self,
                                PlumbStoreCondition condition,
                                const char *notice,
                                const char *set_aside_name);

/* plumb-store-return.c */

#define PLUMB_STORE_NO_STAMP (-1)

gint64 plumb_store_get_stamp (PlumbStore *self);
gboolean plumb_store_return_to_disk (PlumbStore *self);

/* plumb-store-aside.c */

typedef enum {
  /* It has another name now. */
  PLUMB_SET_ASIDE_DONE,
  /* Another program has dealt with it. */
  PLUMB_SET_ASIDE_MOVED,
  /* It stands where it stood. */
  PLUMB_SET_ASIDE_FAILED,
} PlumbSetAside;

PlumbSetAside
plumb_store_set_aside (const char *folder, const char *kind, PlumbDatabase *database, char **name);

/* Each kind of content: how it is read when it was not yet, how it is read again, and how what is
 * known of it gets into a new database. Where the reader was is not read again: each program knows
 * best where its own windows are. */

void plumb_store_load_progress (PlumbStore *self);
void plumb_store_reload_progress (PlumbStore *self);
gboolean plumb_store_carry_progress (PlumbStore *self, PlumbDatabase *database, GError **error);

void plumb_store_load_bookmarks (PlumbStore *self);
void plumb_store_reload_bookmarks (PlumbStore *self);
gboolean plumb_store_carry_bookmarks (PlumbStore *self, PlumbDatabase *database, GError **error);

void plumb_store_load_answers (PlumbStore *self);
void plumb_store_reload_answers (PlumbStore *self);
gboolean plumb_store_carry_answers (PlumbStore *self, PlumbDatabase *database, GError **error);

void plumb_store_load_checks (PlumbStore *self);
void plumb_store_reload_checks (PlumbStore *self);
gboolean plumb_store_carry_checks (PlumbStore *self, PlumbDatabase *database, GError **error);

void plumb_store_load_places (PlumbStore *self);
gboolean plumb_store_carry_places (PlumbStore *self, PlumbDatabase *database, GError **error);

void plumb_store_emit_progress_changed (PlumbStore *self, const char *library, const char *topic);
void plumb_store_emit_bookmarks_changed (PlumbStore *self);
void plumb_store_emit_answers_changed (PlumbStore *self);
void plumb_store_emit_checks_changed (PlumbStore *self);

G_END_DECLS
