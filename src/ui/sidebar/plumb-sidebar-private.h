/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-sidebar.h"

#include "plumb-results-view.h"
#include "plumb-topics-view.h"

G_BEGIN_DECLS

struct _PlumbSidebar {
  AdwBin parent_instance;

  PlumbLibrary *library;
  PlumbStore *store;
  PlumbSearch *search;
  PlumbPlace *place;
  GMenuModel *menu_model;
  gboolean search_mode;
  GListModel *errors;
  gulong errors_changed_id;
  GtkWidget *focus_before;
  GtkWidget *key_capture_widget;
  GtkEventController *key_controller;

  AdwToolbarView *toolbar_view;
  GtkMenuButton *menu_button;
  GtkStack *stack;
  PlumbTopicsView *topics_view;

  /* These are made when they are first needed. */
  GtkWidget *entry;
  PlumbResultsView *results_view;
  GtkWidget *problems_button;
  GtkLabel *problems_label;
};

void plumb_sidebar_class_init_search (GtkWidgetClass *widget_class);
void plumb_sidebar_init_search (PlumbSidebar *self);
void plumb_sidebar_ask (PlumbSidebar *self);

G_END_DECLS
