/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-application.h"
#include "plumb-library.h"
#include "plumb-place.h"
#include "plumb-preferences.h"
#include "plumb-search-index.h"
#include "plumb-store.h"
#include "plumb-text-style.h"

G_BEGIN_DECLS

/**
 * PlumbApplication:
 *
 * The running program: owns what its windows share (the library, what the reader did, what the reader prefers), and
 * hands it to them.
 */
struct _PlumbApplication {
  AdwApplication parent_instance;

  char *library_folder;
  PlumbLibrary *library;
  PlumbSearchIndex *search_index;
  char *library_problem;
  PlumbStore *store;
  PlumbPreferences *preferences;
  PlumbTextStyle *text_style;
  guint note_id;
  gboolean quitting;
};

void plumb_application_add_actions (PlumbApplication *self);
void plumb_application_refuse_link (PlumbApplication *self, const char *reason);

void plumb_application_keep_windows (PlumbApplication *self);
gboolean plumb_application_restore_windows (PlumbApplication *self);
void plumb_application_show_window (PlumbApplication *self, PlumbPlace *place);

G_END_DECLS
