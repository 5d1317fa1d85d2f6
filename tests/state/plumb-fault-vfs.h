/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What SQLite asks of the disk, as a set. */
typedef enum {
  PLUMB_FAULT_READ = 1 << 0,
  PLUMB_FAULT_WRITE = 1 << 1,
  PLUMB_FAULT_SYNC = 1 << 2,
  PLUMB_FAULT_TRUNCATE = 1 << 3,
  PLUMB_FAULT_CREATE = 1 << 4,
  PLUMB_FAULT_DELETE = 1 << 5,
} PlumbFaultKind;

void plumb_fault_vfs_install (void);
void plumb_fault_vfs_arm (guint kinds, guint countdown, gboolean lasting, int result);
guint plumb_fault_vfs_disarm (void);

G_END_DECLS
