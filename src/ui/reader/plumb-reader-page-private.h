/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-reader-page.h"

#include "plumb-depth-gauge.h"
#include "plumb-find-bar.h"
#include "plumb-finder.h"

G_BEGIN_DECLS

struct _PlumbReaderPage {
  AdwBin parent_instance;

  PlumbLibrary *library;
  PlumbStore *store;
  int level;
  gboolean narrow;
  guint columns;
  gboolean finding;
  gboolean title_shown;

  /* What is held, where in it, and at which height of the view; who scrolls. */
  GdkFrameClock *clock;
  GtkWidget *held;
  GtkWidget *held_part;
  double held_fraction;
  int held_index;
  double held_offset;
  gboolean arriving;
  gboolean allocating;
  gboolean scrolling;

  PlumbFinder *finder;
  GtkWidget *focus_before_find;

  /* The levels that are known to be read, and the one that will be. */
  guint noted;
  guint read_id;

  guint give_back_id;
  gboolean given_back;
  AdwAnimation *fade;

  AdwToolbarView *toolbar_view;
  PlumbDepthGauge *gauge;
  GtkWidget *scroller;
  GtkWidget *viewport;
  PlumbArticle *article;

  /* These are made when they are first needed. */
  PlumbFindBar *find_bar;
  PlumbDepthGauge *bar_gauge;
};

/* Keeping the place: plumb-reader-page-place.c */
double plumb_reader_page_get_scroll (PlumbReaderPage *self);
GtkAdjustment *plumb_reader_page_get_adjustment (PlumbReaderPage *self);
gboolean
plumb_reader_page_get_top (PlumbReaderPage *self, GtkWidget *widget, double *y, double *height);
void plumb_reader_page_let_go (PlumbReaderPage *self);
void
plumb_reader_page_go_to (PlumbReaderPage *self, GtkWidget *widget, double fraction, double offset);
void plumb_reader_page_restore_scroll (PlumbReaderPage *self, PlumbTopic *topic);
void plumb_reader_page_deepen (PlumbReaderPage *self, int level);
void plumb_reader_page_watch_scroll (PlumbReaderPage *self);
void plumb_reader_page_watch_clock (PlumbReaderPage *self, GdkFrameClock *clock);

/* Finding words: plumb-reader-page-find.c */
void plumb_reader_page_set_finding (PlumbReaderPage *self, gboolean finding);
void plumb_reader_page_find_step (PlumbReaderPage *self, int steps);
void plumb_reader_page_find_again (PlumbReaderPage *self);

/* The gauges: plumb-reader-page-gauge.c */
void
plumb_reader_page_gauge_level_cb (PlumbReaderPage *self, GParamSpec *pspec, PlumbDepthGauge *gauge);
void plumb_reader_page_gauge_scrolled_cb (PlumbReaderPage *self, double dy);
void plumb_reader_page_build_bar_gauge (PlumbReaderPage *self);

/* What is read: plumb-reader-page-progress.c */
void plumb_reader_page_watch_end (PlumbReaderPage *self);

G_END_DECLS
