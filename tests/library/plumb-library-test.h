/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "plumb-library.h"
#include "plumb-problem.h"

G_BEGIN_DECLS

/* A folder that is there for one test. */
typedef struct {
  char *path;
  GFile *file;
} PlumbTestFolder;

PlumbTestFolder *plumb_test_folder_new (void);
PlumbTestFolder *plumb_test_folder_new_copy (const char *fixture);
void plumb_test_folder_free (PlumbTestFolder *folder);
void plumb_test_folder_write (PlumbTestFolder *folder, const char *name, const char *text);
void plumb_test_folder_write_bytes (PlumbTestFolder *folder,
                                    const char *name,
                                    gconstpointer data,
                                    gsize length);
void plumb_test_folder_remove (PlumbTestFolder *folder, const char *name);
void plumb_test_folder_edit (PlumbTestFolder *folder,
                             const char *name,
                             const char *path,
                             const char *value);
char *plumb_test_fixture (const char *name);
GBytes *plumb_test_load (const char *path);
char *plumb_test_describe (GListModel *problems);
void plumb_test_assert_problem (GListModel *problems,
                                PlumbSeverity severity,
                                PlumbLibraryError code,
                                const char *file,
                                const char *path);
void plumb_test_assert_no_problems (GListModel *problems);
GAsyncResult *plumb_test_wait (GAsyncResult **result);
void plumb_test_wait_cb (GObject *source, GAsyncResult *result, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbTestFolder, plumb_test_folder_free)

G_END_DECLS
