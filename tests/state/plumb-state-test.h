/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "plumb-store.h"

G_BEGIN_DECLS

/* A folder for one test, in which the store's own folder is not there yet. */
typedef struct {
  char *root;
  char *path;
  char *database;
  GFile *folder;
} PlumbTestFolder;

PlumbTestFolder *plumb_test_folder_new (void);
void plumb_test_folder_free (PlumbTestFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbTestFolder, plumb_test_folder_free)

PlumbStore *plumb_test_folder_open (PlumbTestFolder *self);
void plumb_test_folder_make (PlumbTestFolder *self);
void plumb_test_folder_execute (PlumbTestFolder *self, const char *sql);
char *plumb_test_folder_query (PlumbTestFolder *self, const char *sql);
GStrv plumb_test_folder_list (PlumbTestFolder *self);
gboolean plumb_test_folder_holds (PlumbTestFolder *self, const char *text);
guint plumb_test_folder_count (PlumbTestFolder *self, const char *prefix);
void plumb_test_folder_overwrite (PlumbTestFolder *self, goffset offset, gsize length, guint8 byte);
gsize plumb_test_folder_get_size (PlumbTestFolder *self);

/* Notes each signal of a store as a line, with the state that the handler saw. */
void plumb_test_record (PlumbStore *store, GString *log);

void plumb_test_folder_fill (PlumbTestFolder *self, guint n_topics);
void plumb_test_assert_usable (PlumbStore *store);
void plumb_test_assert_kept (PlumbTestFolder *folder);
void plumb_test_assert_set_aside (PlumbTestFolder *folder,
                                  PlumbStore *store,
                                  PlumbStoreCondition condition,
                                  const char *prefix);
void plumb_test_assert_in_memory (PlumbStore *store);

gboolean plumb_test_mark (PlumbStore *store, const char *topic, guint level);

#define plumb_test_assert_done(expression) \
  G_STMT_START \
  { \
    GError *assert_error = NULL; \
    gboolean assert_result = (expression); \
    g_assert_no_error (assert_error); \
    g_assert_true (assert_result); \
  } \
  G_STMT_END

G_END_DECLS
