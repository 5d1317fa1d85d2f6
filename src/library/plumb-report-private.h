/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-problem.h"

G_BEGIN_DECLS

/* More than these of one file tell nobody more, and a hostile file must not fill the memory with them. */
#define PLUMB_REPORT_MAX_PROBLEMS 1000

/* What is found wrong with one file. The members are for reading. */
typedef struct {
  const char *file;
  GListStore *problems;
  GError *error;
  guint n_problems;
} PlumbReport;

void plumb_report_init (PlumbReport *report, const char *file, GListStore *problems);
void plumb_report_clear (PlumbReport *report);
void plumb_report_add (PlumbReport *report,
                       PlumbSeverity severity,
                       PlumbLibraryError code,
                       const char *path,
                       const char *format,
                       ...) G_GNUC_PRINTF (5, 6);
gboolean plumb_report_is_full (const PlumbReport *report);
gboolean plumb_report_finish (PlumbReport *report, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlumbReport, plumb_report_clear)

G_END_DECLS
