/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-crux-matrix.h"

#include <glib/gi18n.h>

#include <plumb-crux-row.h>
#include <plumb-problem.h>
#include <plumb-weighing-words.h>

#include "plumb-content.h"
#include "plumb-crux-columns.h"
#include "plumb-crux-details.h"
#include "plumb-topic-chooser.h"
#include "plumb-wrapping-choices.h"

/* What a place calls the cruxes of all topics, where no topic has this id. */
#define ALL "all"

/* How wide the page is at least to have a column for each position, in sp, and to have the details beside them. */
#define LEAST_STATEMENT 190
#define LEAST_COLUMN 120
#define DETAILS_WIDTH 380

/**
 * PlumbCruxMatrix:
 *
 * How each position rates the statements on which the debate turns: those of the library, of a topic, or of all topics.
 * Those of all topics are added while there is nothing else to do. A row opens what is behind it: the claim, the
 * reasons and the sources.
 *
 * Where there is no room for a column for each position, the ratings stand below the statement.
 *
 * ## Actions
 *
 * `cruxes.sort` sorts the rows; `cruxes.close-details` closes what was opened.
 *
 * ## Accessibility
 *
 * It is a #GtkColumnView; each rating has a sentence for a name, and each row has all of them in its description.
 */
struct _PlumbCruxMatrix {
  PlumbPageView parent_instance;

  PlumbCruxSet *set;
  GListStore *rows;
  char *scope;
  char *sort;
  char *opened;
  guint next_topic;
  guint build_id;
  guint width_id;
  gboolean built;
  gboolean showing;

  AdwBreakpoint *breakpoint;
  GtkWidget *chooser;
  GtkDropDown *sort_chooser;
  GPtrArray *sorts;
  GtkWidget *choosers;
  GtkWidget *progress;
  GtkStack *stack;
  AdwStatusPage *empty;
  AdwOverlaySplitView *split;
  AdwBin *details;
  GtkWidget *close_button;
  GtkColumnView *view;
  GtkWidget *scroller;
  GtkWidget *head;
  GtkWidget *lede;
};

G_DEFINE_FINAL_TYPE (PlumbCruxMatrix, plumb_crux_matrix, PLUMB_TYPE_PAGE_VIEW)

enum {
  PROP_0,
  PROP_SORT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static PlumbLibrary *
get_library (PlumbCruxMatrix *self)
{
  return plumb_page_view_get_library (PLUMB_PAGE_VIEW (self));
}

static gboolean
is_topic (PlumbCruxMatrix *self, const char *id)
{
  g_autoptr (PlumbTopicEntry)
      entry = id != NULL ? plumb_library_lookup_entry (get_library (self), id, NULL) : NULL;

  return entry != NULL;
}

static gboolean
is_all (PlumbCruxMatrix *self, const char *id)
{
  return g_strcmp0 (id, ALL) == 0 && !is_topic (self, id);
}

static PlumbPlace *
dup_place (PlumbCruxMatrix *self)
{
  g_autoptr (PlumbPlace) scope = plumb_place_new (PLUMB_PAGE_CRUXES, self->scope);
  g_autoptr (PlumbPlace) sorted = plumb_place_with_sort (scope, self->sort);

  return plumb_place_with_anchor (sorted, self->opened);
}

static void
moved (PlumbCruxMatrix *self)
{
  if (!self->showing) {
    g_autoptr (PlumbPlace) place = dup_place (self);

    plumb_page_view_moved (PLUMB_PAGE_VIEW (self), place);
  }
}

/* The order of the rows. */

static void
update_sort_chooser (PlumbCruxMatrix *self)
{
  guint chosen = 0;

  for (guint i = 1; i < self->sorts->len; i++) {
    const char *each = g_ptr_array_index (self->sorts, i);

    if (self->sort != NULL && g_str_has_prefix (self->sort, each)) {
      chosen = i;
    }
  }
  g_object_set (self->sort_chooser, "selected", chosen, NULL);
}

static void
sorter_changed_cb (PlumbCruxMatrix *self)
{
  g_autofree char *sort = plumb_crux_columns_dup_sort (self->view);

  if (g_set_str (&self->sort, sort)) {
    update_sort_chooser (self);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
    moved (self);
  }
}

static void
sort_chosen_cb (PlumbCruxMatrix *self)
{
  guint i = gtk_drop_down_get_selected (self->sort_chooser);
  const char *sort = i < self->sorts->len ? g_ptr_array_index (self->sorts, i) : NULL;

  /* A column that is sorted the other way round is the same choice. */
  if (self->view != NULL &&
      (sort == NULL ? self->sort != NULL
                    : self->sort == NULL || !g_str_has_prefix (self->sort, sort))) {
    plumb_crux_columns_sort (self->view, sort);
  }
}

/* What is behind a row. */

static PlumbCruxRow *
find_row (PlumbCruxMatrix *self, const char *crux)
{
  for (guint i = 0; crux != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++) {
    g_autoptr (PlumbCruxRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

    if (g_str_equal (plumb_crux_row_get_crux (row)->id, crux)) {
      return row;
    }
  }

  return NULL;
}

static void
open_row (PlumbCruxMatrix *self, PlumbCruxRow *row)
{
  GtkWidget *content = plumb_crux_details_new (get_library (self), row);

  g_set_str (&self->opened, plumb_crux_row_get_crux (row)->id);
  adw_bin_set_child (self->details,
                     g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                   "hscrollbar-policy",
                                   GTK_POLICY_NEVER,
                                   "vexpand",
                                   TRUE,
                                   "child",
                                   content,
                                   NULL));
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

static void
activate_cb (PlumbCruxMatrix *self, guint position)
{
  g_autoptr (PlumbCruxRow)
      row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);

  if (row != NULL) {
    open_row (self, row);
    moved (self);
    gtk_widget_grab_focus (self->close_button);
  }
}

static void
focus_row (PlumbCruxMatrix *self, const char *crux)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));

  for (guint i = 0; crux != NULL && i < g_list_model_get_n_items (model); i++) {
    g_autoptr (PlumbCruxRow) row = g_list_model_get_item (model, i);

    if (g_str_equal (plumb_crux_row_get_crux (row)->id, crux)) {
      gtk_column_view_scroll_to (self->view, i, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
      return;
    }
  }
}

static void
details_shown_cb (PlumbCruxMatrix *self)
{
  g_autofree char *crux = NULL;

  if (!adw_overlay_split_view_get_show_sidebar (self->split) && self->opened != NULL) {
    crux = g_steal_pointer (&self->opened);
    if (!self->showing) {
      focus_row (self, crux);
    }
    moved (self);
  }
}

static void
close_details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbCruxMatrix *self = PLUMB_CRUX_MATRIX (widget);

  if (self->split != NULL) {
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  }
}

/* What is shown. */

static void
append_rows (PlumbCruxMatrix *self)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
       i < plumb_crux_set_get_n_cruxes (self->set);
       i++) {
    g_autoptr (PlumbCruxRow) row = plumb_crux_row_new (self->set, i);

    g_list_store_append (self->rows, row);
  }
}

static void
add_topic (PlumbCruxMatrix *self, PlumbTopic *topic)
{
  if (topic->cruxes != NULL) {
    plumb_crux_set_add (self->set, topic->id, topic->cruxes);
    append_rows (self);
  }
}

static void
update_empty (PlumbCruxMatrix *self)
{
  gboolean empty = self->build_id == 0 && g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "matrix");
}

static gboolean
build_cb (gpointer user_data)
{
  PlumbCruxMatrix *self = user_data;
  GListModel *topics = plumb_library_get_topics (get_library (self));
  guint n = g_list_model_get_n_items (topics);
  g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, self->next_topic);

  if (entry != NULL && !plumb_topic_entry_is_upcoming (entry)) {
    /* The list of topics says what is wrong with one that can't be read. */
    g_autoptr (PlumbTopic) topic = plumb_library_load_topic (get_library (self),
                                                             plumb_topic_entry_get_id (entry),
                                                             NULL);

    if (topic != NULL) {
      add_topic (self, topic);
    }
  }

  self->next_topic++;
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 (double) self->next_topic / MAX (n, 1));
  if (self->next_topic < n) {
    return G_SOURCE_CONTINUE;
  }

  self->build_id = 0;
  gtk_widget_set_visible (self->progress, FALSE);
  update_empty (self);

  return G_SOURCE_REMOVE;
}

static void
build (PlumbCruxMatrix *self, const char *scope, PlumbTopic *topic)
{
  const PlumbLibraryFile *file = plumb_library_get_file (get_library (self));

  g_clear_handle_id (&self->build_id, g_source_remove);
  g_list_store_remove_all (self->rows);
  g_clear_object (&self->set);
  self->set = plumb_crux_set_new (file);
  g_set_str (&self->scope, scope);
  self->built = TRUE;

  plumb_crux_columns_set_topics (self->view, is_all (self, scope));
  if (topic != NULL) {
    add_topic (self, topic);
  } else if (file->cruxes != NULL) {
    plumb_crux_set_add (self->set, NULL, file->cruxes);
    append_rows (self);
  }
  if (is_all (self, scope)) {
    self->next_topic = 0;
    self->build_id = g_idle_add (build_cb, self);
  }
  gtk_widget_set_visible (self->progress, self->build_id != 0);

  plumb_topic_chooser_set_chosen (PLUMB_TOPIC_CHOOSER (self->chooser), scope);
  plumb_page_view_set_titles (PLUMB_PAGE_VIEW (self),
                              topic != NULL ? topic->title : _ ("Crux Matrix"),
                              topic != NULL ? _ ("Crux Matrix") : NULL);
  update_empty (self);
}

static PlumbPlace *
plumb_crux_matrix_show (PlumbPageView *view, PlumbPlace *place, GError **error)
{
  PlumbCruxMatrix *self = PLUMB_CRUX_MATRIX (view);
  const char *id = plumb_place_get_id (place);
  g_autoptr (PlumbTopic) topic = NULL;
  PlumbCruxRow *row;

  if (id != NULL && !is_all (self, id)) {
    topic = plumb_library_load_topic (get_library (self), id, error);
    if (topic == NULL) {
      return NULL;
    }
  }

  self->showing = TRUE;
  if (!self->built || g_strcmp0 (self->scope, id) != 0) {
    build (self, id, topic);
  }
  plumb_crux_columns_sort (self->view, plumb_place_get_sort (place));
  row = find_row (self, plumb_place_get_anchor (place));
  if (row == NULL && self->build_id != 0 && plumb_place_get_anchor (place) != NULL) {
    /* Somebody came for a row that is still to come. */
    while (self->build_id != 0 && row == NULL) {
      guint source = self->build_id;

      if (build_cb (self) == G_SOURCE_REMOVE) {
        g_source_remove (source);
      }
      row = find_row (self, plumb_place_get_anchor (place));
    }
  }
  if (row != NULL) {
    open_row (self, row);
    focus_row (self, self->opened);
  } else {
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  }
  self->showing = FALSE;

  return dup_place (self);
}

static gboolean
plumb_crux_matrix_grab_focus (GtkWidget *widget)
{
  PlumbCruxMatrix *self = PLUMB_CRUX_MATRIX (widget);

  if (self->opened != NULL) {
    return gtk_widget_grab_focus (self->close_button);
  }

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "matrix") == 0
             ? gtk_widget_grab_focus (GTK_WIDGET (self->view))
             : gtk_widget_grab_focus (self->chooser);
}

/* The page itself. */

static void
width_idle_cb (gpointer user_data)
{
  PlumbCruxMatrix *self = user_data;
  int width = gtk_widget_get_width (self->scroller);

  self->width_id = 0;
  if (width > 0) {
    plumb_crux_columns_set_width (self->view, width);
  }
}

/* Sizes may not change while they are being given out. */
static void
queue_width (PlumbCruxMatrix *self)
{
  if (self->width_id == 0) {
    self->width_id = g_idle_add_once (width_idle_cb, self);
  }
}

static void
chosen_cb (PlumbCruxMatrix *self, const char *id)
{
  g_autoptr (PlumbPlace) scope = plumb_place_new (PLUMB_PAGE_CRUXES, id);
  g_autoptr (PlumbPlace) place = plumb_place_with_sort (scope, self->sort);
  g_autofree char *uri = plumb_place_to_uri (place);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", uri);
}

static void
set_narrow (PlumbCruxMatrix *self, gboolean narrow)
{
  plumb_crux_columns_set_narrow (self->view, narrow);
  gtk_widget_set_visible (self->lede, !narrow);
  if (narrow) {
    gtk_widget_add_css_class (self->head, "narrow");
  } else {
    gtk_widget_remove_css_class (self->head, "narrow");
  }
  queue_width (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->choosers),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
apply_cb (PlumbCruxMatrix *self)
{
  set_narrow (self, TRUE);
}

static void
unapply_cb (PlumbCruxMatrix *self)
{
  set_narrow (self, FALSE);
}

static void
append_sort (PlumbCruxMatrix *self, GtkStringList *names, const char *sort, const char *name)
{
  g_ptr_array_add (self->sorts, g_strdup (sort));
  gtk_string_list_append (names, name);
}

static GtkWidget *
new_sort_chooser (PlumbCruxMatrix *self)
{
  GListModel *positions = plumb_library_get_file (get_library (self))->positions;
  guint n = positions != NULL ? g_list_model_get_n_items (positions) : 0;
  GtkStringList *names = gtk_string_list_new (NULL);

  append_sort (self, names, NULL, _ ("In the library’s order"));
  append_sort (self, names, "spread", _ ("By how much they differ"));
  append_sort (self, names, "statement", _ ("By the statement"));
  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (positions, i);
    /* Translators: %s is the name of a position: rows are sorted by how it rates them. */
    g_autofree char *name = g_strdup_printf (_ ("By rating: %s"), position->title);

    append_sort (self, names, position->id, name);
  }
  self->sort_chooser = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  plumb_wrapping_choices_set (self->sort_chooser);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sort_chooser),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Order of the statements"),
                                  -1);
  g_signal_connect_swapped (self->sort_chooser,
                            "notify::selected",
                            G_CALLBACK (sort_chosen_cb),
                            self);

  return GTK_WIDGET (self->sort_chooser);
}

static GtkWidget *
build_bar (PlumbCruxMatrix *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *sort_chooser;

  self->head = g_object_new (GTK_TYPE_BOX,
                             "css-name",
                             "article",
                             "orientation",
                             GTK_ORIENTATION_VERTICAL,
                             NULL);
  gtk_widget_add_css_class (bar, "hall-bar");
  gtk_widget_add_css_class (self->head, "hall");
  gtk_box_append (GTK_BOX (self->head), plumb_content_heading (_ ("Crux Matrix"), 1, NULL));
  self->lede = plumb_content_label (
      _ ("Statements on which the debate turns, and how each position rates them."),
      NULL);
  gtk_box_append (GTK_BOX (self->head), self->lede);
  gtk_box_append (GTK_BOX (bar), self->head);

  self->choosers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->chooser = plumb_topic_chooser_new (_ ("Whose statements"));
  plumb_topic_chooser_append (PLUMB_TOPIC_CHOOSER (self->chooser),
                              NULL,
                              _ ("The Library as a Whole"));
  if (!is_topic (self, ALL)) {
    plumb_topic_chooser_append (PLUMB_TOPIC_CHOOSER (self->chooser), ALL, _ ("All Topics"));
  }
  plumb_topic_chooser_append_topics (PLUMB_TOPIC_CHOOSER (self->chooser), get_library (self));
  g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (chosen_cb), self);
  sort_chooser = new_sort_chooser (self);
  gtk_widget_set_hexpand (self->chooser, TRUE);
  gtk_box_append (GTK_BOX (self->choosers), self->chooser);
  gtk_box_append (GTK_BOX (self->choosers), sort_chooser);
  gtk_box_append (GTK_BOX (bar), self->choosers);

  self->progress = gtk_progress_bar_new ();
  gtk_widget_add_css_class (self->progress, "osd");
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Topics are being added"),
                                  -1);
  gtk_box_append (GTK_BOX (bar), self->progress);

  return bar;
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkColumnViewRow *item, gpointer user_data)
{
  PlumbCruxRow *row = gtk_column_view_row_get_item (item);
  PlumbCruxSet *set = plumb_crux_row_get_set (row);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;
  g_autofree char *description = NULL;

  for (guint i = 0; i < plumb_crux_set_get_n_positions (set); i++) {
    int value;
    PlumbStanding standing = plumb_crux_row_get_standing (row, i, &value);

    g_strv_builder_take (
        builder,
        plumb_standing_to_sentence (standing, value, plumb_crux_set_get_position (set, i)->title));
  }
  sentences = g_strv_builder_end (builder);
  description = g_strjoinv (" ", sentences);
  gtk_column_view_row_set_accessible_label (item, plumb_crux_row_get_statement (row));
  gtk_column_view_row_set_accessible_description (item, description);
}

static GtkWidget *
build_view (PlumbCruxMatrix *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *article = g_object_new (ADW_TYPE_BIN, "css-name", "article", NULL);
  GtkSortListModel *sorted;

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "crux-matrix");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How each position rates the statements"),
                                  -1);
  plumb_crux_columns_append (self->view, get_library (self));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_column_view_set_row_factory (self->view, factory);
  g_object_unref (factory);
  gtk_column_view_set_single_click_activate (self->view, TRUE);
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);

  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view),
                           "changed",
                           G_CALLBACK (sorter_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view,
                             GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted))));
  g_object_unref (gtk_column_view_get_model (self->view));

  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                 "hscrollbar-policy",
                                 GTK_POLICY_EXTERNAL,
                                 "child",
                                 self->view,
                                 NULL);
  g_signal_connect_object (
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
      "notify::page-size",
      G_CALLBACK (queue_width),
      self,
      G_CONNECT_SWAPPED);
  plumb_crux_columns_set_width (self->view, 900);
  gtk_widget_add_css_class (article, "hall");
  adw_bin_set_child (ADW_BIN (article), self->scroller);

  return article;
}

static GtkWidget *
build_details (PlumbCruxMatrix *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->close_button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_tooltip_text (self->close_button, _ ("Close"));
  gtk_widget_set_halign (self->close_button, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->close_button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->close_button), "cruxes.close-details");
  self->details = ADW_BIN (adw_bin_new ());
  gtk_box_append (GTK_BOX (box), self->close_button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->details));

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("cruxes.close-details")));
  gtk_widget_add_controller (box, keys);

  return box;
}

static void
text_size_cb (PlumbCruxMatrix *self)
{
  PlumbPreferences *preferences = plumb_page_view_get_preferences (PLUMB_PAGE_VIEW (self));
  GListModel *positions = plumb_library_get_file (get_library (self))->positions;
  int percent = preferences != NULL ? plumb_preferences_get_text_size (preferences) : 100;
  int n = positions != NULL ? (int) g_list_model_get_n_items (positions) : 0;
  int width = (LEAST_STATEMENT + (n + 1) * LEAST_COLUMN) * percent / 100;
  g_autoptr (AdwBreakpointCondition) condition = NULL;

  condition = adw_breakpoint_condition_new_length (ADW_BREAKPOINT_CONDITION_MAX_WIDTH,
                                                   width,
                                                   ADW_LENGTH_UNIT_SP);
  adw_breakpoint_set_condition (self->breakpoint, condition);
  queue_width (self);
}

static void
plumb_crux_matrix_constructed (GObject *object)
{
  PlumbCruxMatrix *self = PLUMB_CRUX_MATRIX (object);
  PlumbPreferences *preferences = plumb_page_view_get_preferences (PLUMB_PAGE_VIEW (self));
  GtkWidget *bin, *view;

  G_OBJECT_CLASS (plumb_crux_matrix_parent_class)->constructed (object);

  /* A tool that looks at the class makes a page without a library. */
  if (get_library (self) == NULL) {
    return;
  }

  plumb_page_view_set_titles (PLUMB_PAGE_VIEW (self), _ ("Crux Matrix"), NULL);
  self->empty = g_object_new (
      ADW_TYPE_STATUS_PAGE,
      "title",
      _ ("No Cruxes"),
      "description",
      _ ("Nothing is said here of the statements on which the debate turns."),
      NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), build_bar (self));
  gtk_stack_add_named (self->stack, build_view (self), "matrix");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->stack));

  self->split = ADW_OVERLAY_SPLIT_VIEW (adw_overlay_split_view_new ());
  adw_overlay_split_view_set_sidebar_position (self->split, GTK_PACK_END);
  adw_overlay_split_view_set_collapsed (self->split, TRUE);
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  adw_overlay_split_view_set_max_sidebar_width (self->split, DETAILS_WIDTH);
  adw_overlay_split_view_set_min_sidebar_width (self->split, 200);
  /* Its least width may not grow with the text: the narrowest window does not either. */
  adw_overlay_split_view_set_sidebar_width_unit (self->split, ADW_LENGTH_UNIT_PX);
  adw_overlay_split_view_set_sidebar_width_fraction (self->split, 0.9);
  adw_overlay_split_view_set_content (self->split, view);
  adw_overlay_split_view_set_sidebar (self->split, build_details (self));
  g_signal_connect_swapped (self->split,
                            "notify::show-sidebar",
                            G_CALLBACK (details_shown_cb),
                            self);

  bin = g_object_new (ADW_TYPE_BREAKPOINT_BIN,
                      "width-request",
                      150,
                      "height-request",
                      150,
                      "child",
                      self->split,
                      NULL);
  adw_bin_set_child (ADW_BIN (self), bin);
  self->breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 1sp"));
  g_signal_connect_object (self->breakpoint,
                           "apply",
                           G_CALLBACK (apply_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->breakpoint,
                           "unapply",
                           G_CALLBACK (unapply_cb),
                           self,
                           G_CONNECT_SWAPPED);
  text_size_cb (self);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin), self->breakpoint);
  if (preferences != NULL) {
    g_signal_connect_object (preferences,
                             "notify::text-size",
                             G_CALLBACK (text_size_cb),
                             self,
                             G_CONNECT_SWAPPED);
  }
}

static void
plumb_crux_matrix_dispose (GObject *object)
{
  PlumbCruxMatrix *self = PLUMB_CRUX_MATRIX (object);

  self->showing = TRUE;
  g_clear_handle_id (&self->build_id, g_source_remove);
  g_clear_handle_id (&self->width_id, g_source_remove);
  if (self->split != NULL) {
    g_signal_handlers_disconnect_by_data (self->split, self);
    g_signal_handlers_disconnect_by_data (self->sort_chooser, self);
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
    gtk_column_view_set_model (self->view, NULL);
    self->split = NULL;
  }
  self->view = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->set);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (plumb_crux_matrix_parent_class)->dispose (object);
}

static void
plumb_crux_matrix_finalize (GObject *object)
{
  PlumbCruxMatrix *self = PLUMB_CRUX_MATRIX (object);

  g_free (self->scope);
  g_free (self->sort);
  g_free (self->opened);
  g_ptr_array_unref (self->sorts);

  G_OBJECT_CLASS (plumb_crux_matrix_parent_class)->finalize (object);
}

static void
plumb_crux_matrix_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbCruxMatrix *self = PLUMB_CRUX_MATRIX (object);

  switch (prop_id) {
  case PROP_SORT:
    g_value_set_string (value, self->sort != NULL ? self->sort : "");
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_crux_matrix_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  PlumbCruxMatrix *self = PLUMB_CRUX_MATRIX (object);

  switch (prop_id) {
  case PROP_SORT:
    if (self->view != NULL) {
      plumb_crux_columns_sort (self->view, g_value_get_string (value));
    }
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_crux_matrix_class_init (PlumbCruxMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plumb_crux_matrix_constructed;
  object_class->dispose = plumb_crux_matrix_dispose;
  object_class->finalize = plumb_crux_matrix_finalize;
  object_class->get_property = plumb_crux_matrix_get_property;
  object_class->set_property = plumb_crux_matrix_set_property;
  widget_class->grab_focus = plumb_crux_matrix_grab_focus;
  PLUMB_PAGE_VIEW_CLASS (klass)->show = plumb_crux_matrix_show;

  /**
   * PlumbCruxMatrix:sort:
   *
   * What the rows are sorted by, as a place calls it; empty for the order of the library.
   */
  properties[PROP_SORT] = g_param_spec_string ("sort",
                                               NULL,
                                               NULL,
                                               "",
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                   G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "cruxes.sort", "sort");
  gtk_widget_class_install_action (widget_class,
                                   "cruxes.close-details",
                                   NULL,
                                   close_details_action);
}

static void
plumb_crux_matrix_init (PlumbCruxMatrix *self)
{
  self->sorts = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_list_store_new (PLUMB_TYPE_CRUX_ROW);
}

/**
 * plumb_crux_matrix_get_complete:
 * @self: a matrix
 *
 * Returns: whether all rows are there
 */
gboolean
plumb_crux_matrix_get_complete (PlumbCruxMatrix *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_MATRIX (self), TRUE);

  return self->build_id == 0;
}

/**
 * plumb_crux_matrix_get_rows:
 * @self: a matrix
 *
 * Returns: (transfer none) (nullable): the rows in the order in which they are shown
 */
GListModel *
plumb_crux_matrix_get_rows (PlumbCruxMatrix *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_MATRIX (self), NULL);

  return self->view != NULL ? G_LIST_MODEL (gtk_column_view_get_model (self->view)) : NULL;
}
