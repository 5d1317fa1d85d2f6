/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "plumb-bookmark.h"
#include "plumb-check.h"
#include "plumb-kept-answers.h"
#include "plumb-window-record.h"

G_BEGIN_DECLS

/**
 * PlumbStoreMode:
 * @PLUMB_STORE_MODE_DISK: kept in a database in the user's data folder
 * @PLUMB_STORE_MODE_SESSION: kept in memory until the program ends
 * @PLUMB_STORE_MODE_NONE: nothing is kept, not even in memory
 *
 * What becomes of what the reader did. It is fixed when the store is opened.
 */
typedef enum {
  PLUMB_STORE_MODE_DISK,
  PLUMB_STORE_MODE_SESSION,
  PLUMB_STORE_MODE_NONE,
} PlumbStoreMode;

/**
 * PlumbStoreCondition:
 * @PLUMB_STORE_CONDITION_FINE: the store does what its mode says
 * @PLUMB_STORE_CONDITION_IN_MEMORY: the disk can't be used (it is read-only, full or locked), so what
 *   the reader does is kept until the program ends
 * @PLUMB_STORE_CONDITION_DAMAGED: the database was damaged, and was set aside under another name
 * @PLUMB_STORE_CONDITION_NEWER: the database was written by a newer Plumb, and was set aside under
 *   another name
 *
 * How a store is doing.
 */
typedef enum {
  PLUMB_STORE_CONDITION_FINE,
  PLUMB_STORE_CONDITION_IN_MEMORY,
  PLUMB_STORE_CONDITION_DAMAGED,
  PLUMB_STORE_CONDITION_NEWER,
} PlumbStoreCondition;

/**
 * PlumbReadHow:
 * @PLUMB_READ_HOW_SEEN: the end of the text was on screen
 * @PLUMB_READ_HOW_MARKED: the reader said so
 *
 * How a level came to be marked as read.
 */
typedef enum {
  PLUMB_READ_HOW_SEEN = 1,
  PLUMB_READ_HOW_MARKED = 2,
} PlumbReadHow;

/**
 * PlumbStoreError:
 * @PLUMB_STORE_ERROR_FULL: the disk is full, or the user's share of it is; the store has gone on in
 *   memory, and what was asked for is kept there
 * @PLUMB_STORE_ERROR_UNWRITABLE: the file or its folder can't be written, or the disk failed; the
 *   store has gone on in memory, and what was asked for is kept there
 * @PLUMB_STORE_ERROR_BUSY: another program holds the database; nothing was changed
 * @PLUMB_STORE_ERROR_DAMAGED: the database is damaged
 * @PLUMB_STORE_ERROR_NEWER: the database was written by a newer Plumb
 * @PLUMB_STORE_ERROR_NOT_FOUND: what was to be changed is not there
 *
 * What can go wrong with a store.
 */
typedef enum {
  PLUMB_STORE_ERROR_FULL,
  PLUMB_STORE_ERROR_UNWRITABLE,
  PLUMB_STORE_ERROR_BUSY,
  PLUMB_STORE_ERROR_DAMAGED,
  PLUMB_STORE_ERROR_NEWER,
  PLUMB_STORE_ERROR_NOT_FOUND,
} PlumbStoreError;

#define PLUMB_STORE_ERROR (plumb_store_error_quark ())
GQuark plumb_store_error_quark (void);

#define PLUMB_TYPE_STORE_MODE (plumb_store_mode_get_type ())
GType plumb_store_mode_get_type (void);

#define PLUMB_TYPE_STORE_CONDITION (plumb_store_condition_get_type ())
GType plumb_store_condition_get_type (void);

#define PLUMB_TYPE_STORE (plumb_store_get_type ())

G_DECLARE_FINAL_TYPE (PlumbStore, plumb_store, PLUMB, STORE, GObject)

/* The bit that stands for @level (from 1) in a set of levels. */
#define PLUMB_LEVEL_BIT(level) (1u << ((level) - 1))

PlumbStore *plumb_store_open (PlumbStoreMode mode, GFile *folder);

PlumbStoreMode plumb_store_get_mode (PlumbStore *self);
PlumbStoreCondition plumb_store_get_condition (PlumbStore *self);
const char *plumb_store_get_notice (PlumbStore *self);
const char *plumb_store_get_set_aside_name (PlumbStore *self);

void plumb_store_refresh (PlumbStore *self);
void plumb_store_flush (PlumbStore *self);

/* What was read */

gboolean plumb_store_mark_read (PlumbStore *self,
                                const char *library,
                                const char *topic,
                                guint level,
                                PlumbReadHow how,
                                GError **error);
gboolean plumb_store_unmark_read (PlumbStore *self,
                                  const char *library,
                                  const char *topic,
                                  guint level,
                                  GError **error);
guint plumb_store_get_levels_read (PlumbStore *self, const char *library, const char *topic);
gboolean plumb_store_get_read_mark (PlumbStore *self,
                                    const char *library,
                                    const char *topic,
                                    guint level,
                                    PlumbReadHow *how,
                                    gint64 *when);

/* Bookmarks */

GListModel *plumb_store_get_bookmarks (PlumbStore *self);
PlumbBookmark *plumb_store_find_bookmark (PlumbStore *self, const char *place);
gboolean
plumb_store_add_bookmark (PlumbStore *self, const char *place, const char *title, GError **error);
gboolean plumb_store_restore_bookmark (PlumbStore *self,
                                       PlumbBookmark *bookmark,
                                       guint position,
                                       GError **error);
gboolean plumb_store_rename_bookmark (PlumbStore *self,
                                      const char *place,
                                      const char *title,
                                      GError **error);
gboolean
plumb_store_move_bookmark (PlumbStore *self, const char *place, guint position, GError **error);
gboolean plumb_store_remove_bookmark (PlumbStore *self, const char *place, GError **error);

/* Answers that the reader asked to keep */

gboolean plumb_store_keep_answers (PlumbStore *self,
                                   const char *library,
                                   const char *answers,
                                   GError **error);
gboolean plumb_store_erase_answers (PlumbStore *self, PlumbKeptAnswers *kept, GError **error);
gboolean plumb_store_restore_answers (PlumbStore *self, PlumbKeptAnswers *kept, GError **error);
gboolean plumb_store_erase_all_answers (PlumbStore *self, const char *library, GError **error);
GPtrArray *plumb_store_dup_answers (PlumbStore *self, const char *library);

/* Check questions, and when to ask them again */

gboolean plumb_store_note_check (PlumbStore *self,
                                 const char *library,
                                 const char *topic,
                                 const char *question,
                                 gboolean known,
                                 gint64 day,
                                 GError **error);
gboolean plumb_store_forget_check (PlumbStore *self,
                                   const char *library,
                                   const char *topic,
                                   const char *question,
                                   GError **error);
gboolean plumb_store_restore_check (PlumbStore *self, const PlumbCheck *check, GError **error);
gboolean plumb_store_forget_all_checks (PlumbStore *self, const char *library, GError **error);
const PlumbCheck *plumb_store_find_check (PlumbStore *self,
                                          const char *library,
                                          const char *topic,
                                          const char *question);
GPtrArray *plumb_store_dup_checks (PlumbStore *self, const char *library, gint64 day, gint64 *next);

/* Where the reader was */

void plumb_store_note_windows (PlumbStore *self, GPtrArray *windows);
GPtrArray *plumb_store_dup_windows (PlumbStore *self);

void plumb_store_note_scroll (PlumbStore *self,
                              const char *library,
                              const char *topic,
                              guint level,
                              const char *block,
                              double fraction);
gboolean plumb_store_get_scroll (PlumbStore *self,
                                 const char *library,
                                 const char *topic,
                                 guint level,
                                 const char **block,
                                 double *fraction);

G_END_DECLS
