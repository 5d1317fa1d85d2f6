/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "fixture-feed.h"
#include "plumb-search-index.h"

G_BEGIN_DECLS

/* Runs the main loop until CONDITION holds, and fails the test where that takes half a minute. */
#define search_test_wait_for(condition) \
  G_STMT_START \
  { \
    guint search_test_timeout = search_test_start_timeout (G_STRLOC ": " #condition); \
    while (!(condition)) { \
      g_main_context_iteration (NULL, TRUE); \
    } \
    g_source_remove (search_test_timeout); \
  } \
  G_STMT_END

guint search_test_start_timeout (const char *what);

char *search_test_make_folder (void);
void search_test_remove_folder (const char *path);
char **search_test_list_folder (const char *path);
guint search_test_count_files (const char *path, const char *suffix);
char *search_test_find_index (const char *path);

/* Makes the full-text part of a finished index unreadable, in a way that SQLite itself does not see. */
void search_test_damage (const char *path);

void search_test_prepare (PlumbSearchIndex *index);

extern const FixtureTopic search_test_topics[];
extern const guint search_test_n_topics;

G_END_DECLS
