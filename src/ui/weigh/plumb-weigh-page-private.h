/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-weigh-page.h"

#include <plumb-weighing.h>

#include "plumb-kept-list.h"
#include "plumb-people-map.h"
#include "plumb-weigh-result.h"
#include "plumb-weigh-summary.h"

G_BEGIN_DECLS

struct _PlumbWeighPage {
  PlumbPageView parent_instance;

  PlumbAnswers *answers;
  PlumbCruxSet *set;
  char *topic;
  PlumbWeighing *weighing;
  GPtrArray *people;
  GCancellable *cancellable;
  gboolean narrow;
  gboolean result_open;
  gboolean choosing;
  guint announce_id;

  /* What “Undo” brings back, as long as there is a toast that offers it. */
  PlumbAnswers *undo_answers;
  GPtrArray *undo_kept;
  GPtrArray *undo_people;
  AdwToast *undo_toast;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwMultiLayoutView *layouts;
  GtkScrolledWindow *scroller;
  GtkViewport *viewport;
  GtkScrolledWindow *result_scroller;
  GtkBox *intro;
  GtkBox *questions;
  GtkBox *outro;
  PlumbWeighResult *result;
  PlumbWeighSummary *summary;

  /* Made in code. */
  GtkWidget *heading;
  GtkWidget *topic_link;
  GtkWidget *topic_list;
  GPtrArray *topic_ids;
  PlumbKeptList *kept;
  GtkWidget *kept_heading;
  GtkWidget *erase_all_button;
  PlumbPeopleMap *map;
  GtkWidget *map_buttons;
};

void plumb_weigh_page_toast (PlumbWeighPage *self, const char *text);
void plumb_weigh_page_forget_undo (PlumbWeighPage *self);
void plumb_weigh_page_offer_undo (PlumbWeighPage *self, const char *text);
void plumb_weigh_page_set_people (PlumbWeighPage *self, GPtrArray *people);

/* In plumb-weigh-outro.c: what stands below the questions. */
void plumb_weigh_page_build_outro (PlumbWeighPage *self);

/* In plumb-weigh-files.c: what is saved and opened. */
void plumb_weigh_page_save_action (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_weigh_page_compare_action (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_weigh_page_open_action (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
