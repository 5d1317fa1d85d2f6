/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-debate-hall.h"

#include <glib/gi18n.h>

#include "plumb-content.h"
#include "plumb-hall-rows.h"
#include "plumb-hall-table.h"
#include "plumb-shape-mark.h"
#include "plumb-topic-chooser.h"

/* How wide a column is at least, in sp, with the text at its normal size. */
#define LEAST_COLUMN 165

/**
 * PlumbDebateHall:
 *
 * What each position says, in equal columns: of a topic all that it says, from its thesis to its sources; of all topics
 * their theses, a topic after the other, each added while there is nothing else to do.
 *
 * Where there is no room for the columns, one position shows at a time, under a row of buttons that bear their shapes.
 *
 * ## Actions
 *
 * `hall.position` shows another position, in the same row.
 *
 * ## Accessibility
 *
 * The positions are a grid, see #PlumbHallTable, in which every cell says in a sentence whose it is and what it says.
 */
struct _PlumbDebateHall {
  PlumbPageView parent_instance;

  char *topic;
  char *position;
  char *wanted_row;
  guint next_topic;
  guint build_id;
  guint scroll_id;
  gboolean showing;

  AdwBreakpoint *breakpoint;
  GtkWidget *chooser;
  GtkWidget *switcher;
  GtkWidget *names;
  GtkWidget *progress;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkWidget *scroller;
  GtkWidget *article;
  GtkWidget *heading;
  PlumbHallTable *table;
};

G_DEFINE_FINAL_TYPE (PlumbDebateHall, plumb_debate_hall, PLUMB_TYPE_PAGE_VIEW)

enum {
  PROP_0,
  PROP_POSITION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static PlumbLibrary *
get_library (PlumbDebateHall *self)
{
  return plumb_page_view_get_library (PLUMB_PAGE_VIEW (self));
}

static GListModel *
get_positions (PlumbDebateHall *self)
{
  PlumbLibrary *library = get_library (self);

  return library != NULL ? plumb_library_get_file (library)->positions : NULL;
}

static guint
count_positions (PlumbDebateHall *self)
{
  GListModel *positions = get_positions (self);

  return positions != NULL ? g_list_model_get_n_items (positions) : 0;
}

static gboolean
find_position (PlumbDebateHall *self, const char *id, guint *number)
{
  for (guint i = 0; i < count_positions (self); i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (get_positions (self), i);

    if (g_strcmp0 (position->id, id) == 0) {
      *number = i;
      return TRUE;
    }
  }

  return FALSE;
}

/* Where the reader is. */

static void
update_position (PlumbDebateHall *self)
{
  guint column = self->table != NULL ? plumb_hall_table_get_column (self->table) : 0;
  g_autoptr (PlumbPosition) position = NULL;

  if (column >= count_positions (self)) {
    return;
  }
  position = g_list_model_get_item (get_positions (self), column);
  if (plumb_hall_table_get_single (self->table)) {
    plumb_hall_row_set_shown (PLUMB_HALL_ROW (self->names), (int) column);
  }
  if (g_set_str (&self->position, position->id)) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
  }
}

static PlumbPlace *
dup_place (PlumbDebateHall *self)
{
  PlumbHallRow *row = plumb_hall_table_get_row (self->table);
  g_autoptr (PlumbPlace) topic = plumb_place_new (PLUMB_PAGE_DEBATE, self->topic);
  g_autoptr (PlumbPlace) column = plumb_place_with_position (topic, self->position);

  return plumb_place_with_anchor (column, row != NULL ? plumb_hall_row_get_anchor (row) : NULL);
}

static void
moved_cb (PlumbDebateHall *self)
{
  update_position (self);
  if (!self->showing) {
    g_autoptr (PlumbPlace) place = dup_place (self);

    g_clear_pointer (&self->wanted_row, g_free);
    plumb_page_view_moved (PLUMB_PAGE_VIEW (self), place);
  }
}

static void
update_title_shown (PlumbDebateHall *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;
  gboolean empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "hall") != 0;
  gboolean gone = self->heading != NULL &&
                  gtk_widget_compute_bounds (self->heading, self->article, &bounds) &&
                  gtk_adjustment_get_value (adjustment) > bounds.origin.y + bounds.size.height;

  plumb_page_view_set_title_shown (PLUMB_PAGE_VIEW (self), empty || gone);
}

/* The row is where it is only once the page has its size. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PlumbDebateHall *self = PLUMB_DEBATE_HALL (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (self->scroller));
  PlumbHallRow *row = self->table != NULL ? plumb_hall_table_get_row (self->table) : NULL;
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_get_height (GTK_WIDGET (row)) == 0) {
    return G_SOURCE_CONTINUE;
  }

  self->scroll_id = 0;
  if (row != NULL && self->wanted_row != NULL &&
      g_strcmp0 (plumb_hall_row_get_anchor (row), self->wanted_row) == 0 &&
      gtk_widget_compute_bounds (GTK_WIDGET (row), self->article, &bounds)) {
    gtk_adjustment_set_value (adjustment, bounds.origin.y - 12);
  } else {
    gtk_adjustment_set_value (adjustment, 0);
  }

  return G_SOURCE_REMOVE;
}

static void
queue_scroll (PlumbDebateHall *self)
{
  if (self->scroll_id == 0) {
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
  }
}

/* What is shown. */

static void
set_content_direction (PlumbDebateHall *self, GtkWidget *widget)
{
  const PlumbLibraryFile *file = plumb_library_get_file (get_library (self));

  plumb_content_set_direction (widget, plumb_content_direction (file->lang, file->direction));
}

static void
append_row (PlumbDebateHall *self, GtkWidget *row)
{
  set_content_direction (self, row);
  plumb_hall_table_append (self->table, PLUMB_HALL_ROW (row));
}

static void
clear (PlumbDebateHall *self)
{
  GtkWidget *child;

  g_clear_handle_id (&self->build_id, g_source_remove);
  if (self->scroll_id != 0) {
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
    self->scroll_id = 0;
  }
  self->table = NULL;
  self->heading = NULL;
  while ((child = gtk_widget_get_first_child (self->article)) != NULL) {
    gtk_box_remove (GTK_BOX (self->article), child);
  }
}

static gboolean
build_cb (gpointer user_data)
{
  PlumbDebateHall *self = user_data;
  PlumbLibrary *library = get_library (self);
  GListModel *topics = plumb_library_get_topics (library);
  guint n = g_list_model_get_n_items (topics);
  g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, self->next_topic);

  if (entry != NULL && !plumb_topic_entry_is_upcoming (entry)) {
    /* The list of topics says what is wrong with one that can't be read. */
    g_autoptr (PlumbTopic)
        topic = plumb_library_load_topic (library, plumb_topic_entry_get_id (entry), NULL);

    if (topic != NULL && topic->debate != NULL) {
      append_row (self, plumb_hall_rows_new_theses (library, topic));
      if (g_strcmp0 (self->wanted_row, topic->id) == 0) {
        self->showing = TRUE;
        plumb_hall_table_choose (self->table, topic->id);
        self->showing = FALSE;
        queue_scroll (self);
      }
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

  return G_SOURCE_REMOVE;
}

static void
build_head (PlumbDebateHall *self, const char *title, const char *lede)
{
  self->heading = plumb_content_heading (title, 1, NULL);
  gtk_box_append (GTK_BOX (self->article), self->heading);
  gtk_box_append (GTK_BOX (self->article), plumb_content_prose (lede, "summary", NULL));
}

static GtkWidget *
new_button (const char *label, PlumbPlace *place)
{
  g_autofree char *uri = plumb_place_to_uri (place);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);

  return button;
}

static void
build_buttons (PlumbDebateHall *self, PlumbTopic *topic)
{
  g_autoptr (PlumbPlace)
      cruxes = plumb_place_new (PLUMB_PAGE_CRUXES, topic != NULL ? topic->id : NULL);
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  if (topic != NULL) {
    g_autoptr (PlumbPlace) place = plumb_place_new_topic (topic->id, 0, NULL, NULL);

    adw_wrap_box_append (ADW_WRAP_BOX (box),
                         new_button (C_ ("debate hall", "Read the Topic"), place));
  }
  adw_wrap_box_append (ADW_WRAP_BOX (box), new_button (C_ ("debate hall", "Crux Matrix"), cruxes));
  gtk_box_append (GTK_BOX (self->article), box);
}

static void
build_table (PlumbDebateHall *self, PlumbTopic *topic)
{
  PlumbLibrary *library = get_library (self);

  self->table = PLUMB_HALL_TABLE (plumb_hall_table_new (count_positions (self)));
  plumb_hall_table_set_single (self->table, gtk_widget_get_visible (self->switcher));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessibility", "What each position says"),
                                  -1);
  g_signal_connect_swapped (self->table, "moved", G_CALLBACK (moved_cb), self);

  if (topic != NULL) {
    g_autoptr (GPtrArray) rows = plumb_hall_rows_new_debate (library, topic->debate);

    for (guint i = 0; i < rows->len; i++) {
      append_row (self, g_ptr_array_index (rows, i));
    }
  } else {
    append_row (self, plumb_hall_rows_new_summaries (library));
    self->next_topic = 0;
    gtk_widget_set_visible (self->progress, TRUE);
    self->build_id = g_idle_add (build_cb, self);
  }
  gtk_box_append (GTK_BOX (self->article), GTK_WIDGET (self->table));
}

static void
show_empty (PlumbDebateHall *self, const char *title, const char *text)
{
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, text);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  gtk_widget_set_visible (self->names, FALSE);
  gtk_widget_set_visible (self->progress, FALSE);
}

static void
build (PlumbDebateHall *self, PlumbTopic *topic)
{
  clear (self);
  g_set_str (&self->topic, topic != NULL ? topic->id : NULL);
  plumb_page_view_set_titles (PLUMB_PAGE_VIEW (self),
                              topic != NULL ? topic->title : _ ("Debate Hall"),
                              topic != NULL ? _ ("Debate Hall") : NULL);
  plumb_topic_chooser_set_chosen (PLUMB_TOPIC_CHOOSER (self->chooser), self->topic);
  gtk_widget_set_visible (self->progress, FALSE);

  if (count_positions (self) == 0) {
    show_empty (self,
                _ ("No Positions"),
                _ ("This library names no positions whose views could stand side by side."));
    return;
  }
  if (topic != NULL && topic->debate == NULL) {
    show_empty (self,
                _ ("No Debate"),
                _ ("This topic has no debate. Others may: choose one above."));
    return;
  }

  gtk_widget_set_visible (self->names, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "hall");
  if (topic != NULL) {
    build_head (self, topic->title, topic->debate->question);
  } else {
    build_head (self,
                _ ("Debate Hall"),
                _ ("What each position says to the question of each topic, in one sentence."));
  }
  build_buttons (self, topic);
  set_content_direction (self, self->article);
  build_table (self, topic);
}

static gboolean
is_built (PlumbDebateHall *self, PlumbTopic *topic)
{
  return self->table != NULL && g_strcmp0 (self->topic, topic != NULL ? topic->id : NULL) == 0;
}

static PlumbPlace *
plumb_debate_hall_show (PlumbPageView *view, PlumbPlace *place, GError **error)
{
  PlumbDebateHall *self = PLUMB_DEBATE_HALL (view);
  const char *id = plumb_place_get_id (place);
  const char *anchor = plumb_place_get_anchor (place);
  g_autoptr (PlumbTopic) topic = NULL;
  g_autoptr (PlumbPlace) shown = NULL;
  guint number;

  if (id != NULL) {
    topic = plumb_library_load_topic (get_library (self), id, error);
    if (topic == NULL) {
      return NULL;
    }
  }

  self->showing = TRUE;
  if (!is_built (self, topic)) {
    build (self, topic);
  }
  shown = plumb_place_new (PLUMB_PAGE_DEBATE, id);
  if (self->table != NULL) {
    g_set_str (&self->wanted_row, anchor);
    if (find_position (self, plumb_place_get_position (place), &number)) {
      g_autoptr (PlumbPlace) bare = g_steal_pointer (&shown);

      plumb_hall_table_set_column (self->table, number);
      shown = plumb_place_with_position (bare, plumb_place_get_position (place));
    } else if (anchor == NULL) {
      plumb_hall_table_set_column (self->table, 0);
    }
    /* The rows of all topics may still be coming. */
    if (anchor == NULL || plumb_hall_table_choose (self->table, anchor) || self->build_id != 0) {
      g_autoptr (PlumbPlace) bare = g_steal_pointer (&shown);

      shown = plumb_place_with_anchor (bare, anchor);
    }
    update_position (self);
    queue_scroll (self);
  }
  self->showing = FALSE;
  update_title_shown (self);

  return g_steal_pointer (&shown);
}

static gboolean
plumb_debate_hall_grab_focus (GtkWidget *widget)
{
  PlumbDebateHall *self = PLUMB_DEBATE_HALL (widget);

  return self->table != NULL ? gtk_widget_grab_focus (GTK_WIDGET (self->table))
                             : gtk_widget_grab_focus (self->chooser);
}

/* The page itself. */

static void
chosen_cb (PlumbDebateHall *self, const char *id)
{
  g_autoptr (PlumbPlace) topic = plumb_place_new (PLUMB_PAGE_DEBATE, id);
  g_autoptr (PlumbPlace) place = plumb_place_with_position (topic, self->position);
  g_autofree char *uri = plumb_place_to_uri (place);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", uri);
}

static void
set_single (PlumbDebateHall *self, gboolean single)
{
  gtk_widget_set_visible (self->switcher, single);
  if (self->table != NULL) {
    /* What was in view is elsewhere afterwards. */
    PlumbHallRow *row = plumb_hall_table_get_row (self->table);

    plumb_hall_table_set_single (self->table, single);
    g_set_str (&self->wanted_row, row != NULL ? plumb_hall_row_get_anchor (row) : NULL);
    queue_scroll (self);
  }
  plumb_hall_row_set_shown (PLUMB_HALL_ROW (self->names),
                            single && self->table != NULL
                                ? (int) plumb_hall_table_get_column (self->table)
                            : single ? 0
                                     : -1);
}

static void
apply_cb (PlumbDebateHall *self)
{
  set_single (self, TRUE);
}

static void
unapply_cb (PlumbDebateHall *self)
{
  set_single (self, FALSE);
}

static void
text_size_cb (PlumbDebateHall *self)
{
  PlumbPreferences *preferences = plumb_page_view_get_preferences (PLUMB_PAGE_VIEW (self));
  int percent = preferences != NULL ? plumb_preferences_get_text_size (preferences) : 100;
  int width = (int) count_positions (self) * LEAST_COLUMN * percent / 100;
  g_autoptr (AdwBreakpointCondition) condition = NULL;

  condition = adw_breakpoint_condition_new_length (ADW_BREAKPOINT_CONDITION_MAX_WIDTH,
                                                   MAX (width, 1),
                                                   ADW_LENGTH_UNIT_SP);
  adw_breakpoint_set_condition (self->breakpoint, condition);
}

static void
append_button (PlumbDebateHall *self, PlumbPosition *position, guint number)
{
  g_autofree char *class_name = g_strdup_printf ("position-%u", number + 1);
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), plumb_shape_mark_new (position->shape));
  gtk_widget_set_tooltip_text (button, position->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  position->title,
                                  -1);
  gtk_widget_add_css_class (button, class_name);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "hall.position");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", position->id);
  gtk_box_append (GTK_BOX (self->switcher), button);
}

static GtkWidget *
build_bar (PlumbDebateHall *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *names = g_object_new (ADW_TYPE_BIN, "css-name", "article", NULL);
  PlumbLibrary *library = get_library (self);

  gtk_widget_add_css_class (bar, "hall-bar");
  self->chooser = plumb_topic_chooser_new (_ ("Topic of the debate"));
  plumb_topic_chooser_append (PLUMB_TOPIC_CHOOSER (self->chooser), NULL, _ ("All Topics"));
  plumb_topic_chooser_append_topics (PLUMB_TOPIC_CHOOSER (self->chooser), library);
  g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (bar), self->chooser);

  self->switcher = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_RADIO_GROUP,
                                 "visible",
                                 FALSE,
                                 NULL);
  gtk_widget_add_css_class (self->switcher, "linked");
  gtk_widget_add_css_class (self->switcher, "position-switcher");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->switcher),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessibility", "Positions"),
                                  -1);
  for (guint i = 0; i < count_positions (self); i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (get_positions (self), i);

    append_button (self, position, i);
  }
  gtk_box_append (GTK_BOX (bar), self->switcher);

  self->names = plumb_hall_rows_new_names (library);
  set_content_direction (self, self->names);
  gtk_widget_add_css_class (names, "hall");
  adw_bin_set_child (ADW_BIN (names), self->names);
  gtk_box_append (GTK_BOX (bar), names);

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

static GtkWidget *
build_content (PlumbDebateHall *self)
{
  self->article = g_object_new (GTK_TYPE_BOX,
                                "css-name",
                                "article",
                                "orientation",
                                GTK_ORIENTATION_VERTICAL,
                                "spacing",
                                12,
                                NULL);
  gtk_widget_add_css_class (self->article, "hall");
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                 "hscrollbar-policy",
                                 GTK_POLICY_NEVER,
                                 "child",
                                 self->article,
                                 NULL);
  g_signal_connect_object (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
      "value-changed",
      G_CALLBACK (update_title_shown),
      self,
      G_CONNECT_SWAPPED);
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, self->scroller, "hall");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");

  return GTK_WIDGET (self->stack);
}

static void
plumb_debate_hall_constructed (GObject *object)
{
  PlumbDebateHall *self = PLUMB_DEBATE_HALL (object);
  PlumbPreferences *preferences = plumb_page_view_get_preferences (PLUMB_PAGE_VIEW (self));
  GtkWidget *bin, *view;

  G_OBJECT_CLASS (plumb_debate_hall_parent_class)->constructed (object);

  /* A tool that looks at the class makes a page without a library. */
  if (get_library (self) == NULL) {
    return;
  }

  plumb_page_view_set_titles (PLUMB_PAGE_VIEW (self), _ ("Debate Hall"), NULL);
  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), build_bar (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), build_content (self));
  bin = g_object_new (ADW_TYPE_BREAKPOINT_BIN,
                      "width-request",
                      150,
                      "height-request",
                      150,
                      "child",
                      view,
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
plumb_debate_hall_dispose (GObject *object)
{
  PlumbDebateHall *self = PLUMB_DEBATE_HALL (object);

  self->showing = TRUE;
  g_clear_handle_id (&self->build_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->table = NULL;

  G_OBJECT_CLASS (plumb_debate_hall_parent_class)->dispose (object);
}

static void
plumb_debate_hall_finalize (GObject *object)
{
  PlumbDebateHall *self = PLUMB_DEBATE_HALL (object);

  g_free (self->topic);
  g_free (self->position);
  g_free (self->wanted_row);

  G_OBJECT_CLASS (plumb_debate_hall_parent_class)->finalize (object);
}

static void
plumb_debate_hall_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbDebateHall *self = PLUMB_DEBATE_HALL (object);

  switch (prop_id) {
  case PROP_POSITION:
    g_value_set_string (value, self->position != NULL ? self->position : "");
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_debate_hall_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  PlumbDebateHall *self = PLUMB_DEBATE_HALL (object);
  guint number;

  switch (prop_id) {
  case PROP_POSITION:
    if (self->table != NULL && find_position (self, g_value_get_string (value), &number)) {
      plumb_hall_table_set_column (self->table, number);
    }
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_debate_hall_class_init (PlumbDebateHallClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plumb_debate_hall_constructed;
  object_class->dispose = plumb_debate_hall_dispose;
  object_class->finalize = plumb_debate_hall_finalize;
  object_class->get_property = plumb_debate_hall_get_property;
  object_class->set_property = plumb_debate_hall_set_property;
  widget_class->grab_focus = plumb_debate_hall_grab_focus;
  PLUMB_PAGE_VIEW_CLASS (klass)->show = plumb_debate_hall_show;

  /**
   * PlumbDebateHall:position:
   *
   * The id of the position that the reader is at.
   */
  properties[PROP_POSITION] = g_param_spec_string ("position",
                                                   NULL,
                                                   NULL,
                                                   "",
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                       G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "hall.position", "position");
}

static void
plumb_debate_hall_init (PlumbDebateHall *self)
{
}

/**
 * plumb_debate_hall_get_complete:
 * @self: a debate hall
 *
 * Returns: whether all rows are there
 */
gboolean
plumb_debate_hall_get_complete (PlumbDebateHall *self)
{
  g_return_val_if_fail (PLUMB_IS_DEBATE_HALL (self), TRUE);

  return self->build_id == 0;
}
