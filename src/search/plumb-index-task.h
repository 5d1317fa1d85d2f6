/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-index-location.h"
#include "plumb-search-feed.h"

G_BEGIN_DECLS

/**
 * PlumbIndexTaskProgressFunc:
 * @task: the task
 * @progress: how much of it is done, from 0 to 1
 * @owner: who started it
 *
 * Called in the main context of whoever started a task, while it runs.
 */
typedef void (*PlumbIndexTaskProgressFunc) (GTask *task, double progress, gpointer owner);

GTask *plumb_index_task_start (GObject *owner,
                               PlumbSearchFeed *feed,
                               const char *folder,
                               gboolean discard,
                               PlumbIndexTaskProgressFunc progress,
                               GAsyncReadyCallback finished);
gpointer plumb_index_task_dup_owner (GTask *task);
PlumbIndexLocation *plumb_index_task_finish (GTask *task, GError **error);

G_END_DECLS
