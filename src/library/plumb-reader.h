/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-record.h"

G_BEGIN_DECLS

#define PLUMB_FORMAT 1
#define PLUMB_MAX_FILE_SIZE (8 * 1024 * 1024)
#define PLUMB_MAX_DEPTH 64
#define PLUMB_MAX_TOPICS 20000

GBytes *
plumb_reader_load_file (GFile *folder, const char *file, GListStore *problems, GError **error);
gpointer plumb_reader_read_bytes (GBytes *bytes,
                                  const char *file,
                                  GType type,
                                  GListStore *problems,
                                  GError **error);
gpointer plumb_reader_read_file (GFile *folder,
                                 const char *file,
                                 GType type,
                                 GListStore *problems,
                                 GError **error);

G_END_DECLS
