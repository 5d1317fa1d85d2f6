/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include <plumb-library.h>
#include <plumb-search.h>
#include <plumb-store.h>

G_BEGIN_DECLS

/* What a made library has. Its topics are called t0, t1, t2 …, by their place; what is to come is called later-0 … */
typedef struct {
  /* How many topics each section has, ended by -1. */
  const int *sections;
  /* How many topics the last section has to come. */
  guint n_upcoming;
  /* How many topic files are there besides, and can't be read. */
  guint n_broken;
} SidebarSpec;

typedef struct {
  char *path;
  PlumbLibrary *library;
} SidebarLibrary;

SidebarLibrary *sidebar_library_new (const SidebarSpec *spec);
void sidebar_library_free (SidebarLibrary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SidebarLibrary, sidebar_library_free)

/* A window around @widget with the actions that the sidebar goes places with, which write a line each to @log. */
GtkWidget *sidebar_window_new (GtkWidget *widget, GString *log);

PlumbSearch *sidebar_search_new (PlumbLibrary *library);

/* Asks for @query and waits for the answer. */
void sidebar_search_run (PlumbSearch *search, const char *query);

/* The list item that a row of a list is in. */
GtkAccessible *sidebar_get_item (GtkWidget *row);

/* The row of a type, among those that a list has made, that has this label. */
GtkWidget *sidebar_find_row (GtkWidget *root, GType type, const char *label);

void sidebar_assert_label (GtkAccessible *accessible, const char *label);

G_END_DECLS
