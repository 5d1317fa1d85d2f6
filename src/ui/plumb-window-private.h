/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-window.h"

#include "plumb-history.h"
#include "plumb-page-view.h"
#include "plumb-reader-page.h"
#include "plumb-sidebar.h"

G_BEGIN_DECLS

struct _PlumbWindow {
  AdwApplicationWindow parent_instance;

  PlumbLibrary *library;
  PlumbSearchIndex *search_index;
  PlumbStore *store;
  PlumbPreferences *preferences;
  PlumbHistory *history;
  gboolean bookmarked;
  char *page_title;
  char *page_subtitle;
  GtkWidget *card;
  guint reap_id;
  GtkWidget *focus_before_card;

  GtkWidget *toasts;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  PlumbSidebar *sidebar;
  GtkWidget *header;
  GtkWidget *outline_button;
  GtkWidget *page_menu_button;
  GtkWidget *history_buttons;
  GtkWidget *bookmark_button;
  AdwToolbarView *toolbar_view;
  GtkWidget *cards;
  GtkStack *stack;
  PlumbReaderPage *reader;
  GMenuModel *page_menu;
  GMenuModel *primary_menu;

  /* These are made when they are first needed. */
  AdwBanner *banner;
  AdwStatusPage *problem;
  GtkWidget *problem_back;
};

PlumbPageView *plumb_window_get_page (PlumbWindow *self);
PlumbPlace *plumb_window_show_page (PlumbWindow *self, PlumbPlace *place);
void plumb_window_debate_hall_action (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_crux_matrix_action (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_page_changed (PlumbWindow *self);
void plumb_window_moved (PlumbWindow *self, PlumbPlace *place);
void plumb_window_travel (PlumbWindow *self, int steps);
gboolean plumb_window_shows_topic (PlumbWindow *self);
void plumb_window_install_actions (GtkWidgetClass *widget_class);
void plumb_window_update_actions (PlumbWindow *self);
void plumb_window_follow (PlumbWindow *self, const char *href, const GdkRectangle *rectangle);
void plumb_window_drop_card (PlumbWindow *self);
void plumb_window_close_card (PlumbWindow *self);
void plumb_window_show_outline (PlumbWindow *self);
void plumb_window_add_mouse_buttons (PlumbWindow *self);
void plumb_window_toast (PlumbWindow *self, const char *text);

G_END_DECLS
