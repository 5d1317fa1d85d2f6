/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-topics-view.h"

#include "plumb-contents-list.h"
#include "plumb-list-top.h"
#include "plumb-page-row.h"
#include "plumb-start-align.h"
#include "plumb-topic-list.h"
#include "plumb-topic-row.h"

/* How many rows a list has until it was first shown: more than a window has room for. */
#define ROWS_AT_FIRST 64

/**
 * PlumbTopicsView:
 *
 * The topics of a library in their sections, and the pages that are of no topic, of which one is chosen.
 *
 * A reader who selects one, with the arrow keys, the mouse or through the accessibility bus, activates `win.go` with its
 * place. The selection follows the place that the view is given; then nothing is activated.
 *
 * ## CSS nodes
 *
 * `PlumbTopicsView` contains a list view with the style class `.navigation-sidebar`.
 *
 * ## Accessibility
 *
 * The list has a name, each row is labelled with the topic and what was read of it, and section titles are headings. A topic
 * that is to come can be reached and heard, but not chosen.
 */
struct _PlumbTopicsView {
  AdwBin parent_instance;

  PlumbStore *store;
  PlumbPlace *place;

  /* The selection is being made to follow the place. */
  gboolean following;

  guint scroll_id;
  gboolean shown;

  GtkListView *list_view;
  GtkSingleSelection *selection;
  PlumbContentsList *contents;
  PlumbTopicList *topics;
};

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlumbTopicsView, plumb_topics_view, ADW_TYPE_BIN)

static gboolean
is_at (PlumbTopicsView *self, gpointer item)
{
  if (PLUMB_IS_PAGE_ENTRY (item)) {
    return plumb_page_entry_has_place (item, self->place);
  }

  return self->place != NULL && plumb_place_get_page (self->place) == PLUMB_PAGE_TOPIC &&
         g_strcmp0 (plumb_place_get_id (self->place), plumb_topic_entry_get_id (item)) == 0;
}

static gboolean
is_upcoming (gpointer item)
{
  return PLUMB_IS_TOPIC_ENTRY (item) && plumb_topic_entry_is_upcoming (item);
}

static guint
find_place (PlumbTopicsView *self)
{
  guint page_position = plumb_contents_list_find_page (self->contents, self->place);
  PlumbLibrary *library = plumb_topic_list_get_library (self->topics);
  g_autoptr (PlumbTopicEntry) entry = NULL;
  guint position = GTK_INVALID_LIST_POSITION;
  const char *id;
  PlumbPage page;

  if (page_position != GTK_INVALID_LIST_POSITION || library == NULL || self->place == NULL) {
    return page_position;
  }

  page = plumb_place_get_page (self->place);
  id = plumb_place_get_id (self->place);
  if (id != NULL && (page == PLUMB_PAGE_TOPIC || page == PLUMB_PAGE_DEBATE)) {
    entry = plumb_library_lookup_entry (library, id, &position);
  }

  if (entry == NULL) {
    return GTK_INVALID_LIST_POSITION;
  }

  /* What the place is not among gives way to what it is. */
  if (!self->shown) {
    self->following = TRUE;
    plumb_topic_list_narrow (self->topics, position, ROWS_AT_FIRST);
    self->following = FALSE;
  }

  return plumb_topic_list_find (self->topics, position);
}

static void
scroll_to_selected (PlumbTopicsView *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION && gtk_list_view_get_model (self->list_view) != NULL) {
    plumb_list_top_scroll_to (self->list_view, position);
  }
}

static void
follow_place (PlumbTopicsView *self)
{
  guint position = find_place (self);

  if (gtk_single_selection_get_selected (self->selection) == position) {
    return;
  }

  /* A reader can't select nothing, but can be where no topic is. */
  self->following = TRUE;
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_single_selection_set_can_unselect (self->selection, FALSE);
  self->following = FALSE;

  scroll_to_selected (self);
}

static void
go (PlumbTopicsView *self, gpointer item)
{
  g_autoptr (PlumbPlace) place = NULL;
  g_autofree char *uri = NULL;

  if (PLUMB_IS_PAGE_ENTRY (item)) {
    place = plumb_page_entry_dup_place (item);
  } else {
    /* Without a level, so that the window opens the topic as deep as the reader reads. */
    place = plumb_place_new_topic (plumb_topic_entry_get_id (item), 0, NULL, NULL);
  }
  uri = plumb_place_to_uri (place);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", uri);
}

static void
choose (PlumbTopicsView *self, gpointer item)
{
  if (is_upcoming (item)) {
    return;
  }

  /* Selecting it went there already, unless it was selected before and the reader has been elsewhere. */
  if (!is_at (self, item)) {
    go (self, item);
  }
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
selected_item_cb (PlumbTopicsView *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  if (self->following || item == NULL) {
    return;
  }

  /* The accessibility bus can select what a reader can't. */
  if (is_upcoming (item)) {
    follow_place (self);
    return;
  }

  if (!is_at (self, item)) {
    go (self, item);
  }
}

static void
activate_cb (PlumbTopicsView *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->contents), position);

  if (item != NULL) {
    choose (self, item);
  }
}

/* What a row of the list shows. */
static gpointer
get_item (GtkWidget *row)
{
  if (row != NULL && PLUMB_IS_TOPIC_ROW (row)) {
    return plumb_topic_row_get_entry (PLUMB_TOPIC_ROW (row));
  }

  return row != NULL && PLUMB_IS_PAGE_ROW (row) ? plumb_page_row_get_entry (PLUMB_PAGE_ROW (row))
                                                : NULL;
}

/* One click chooses. The list view's own way of doing that would also select what the pointer passes over. */
static void
released_cb (PlumbTopicsView *self, int n_press, double x, double y)
{
  GtkWidget *list_view = GTK_WIDGET (self->list_view);
  GtkWidget *widget = gtk_widget_pick (list_view, x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != list_view; widget = gtk_widget_get_parent (widget)) {
    gpointer item = get_item (widget);

    if (item == NULL) {
      item = get_item (gtk_widget_get_first_child (widget));
    }
    if (item != NULL) {
      choose (self, item);
      return;
    }
  }
}

static void
give_store (PlumbTopicsView *self, PlumbTopicRow *row)
{
  PlumbLibrary *library = plumb_topic_list_get_library (self->topics);

  if (library != NULL) {
    plumb_topic_row_set_store (row, self->store, plumb_library_get_file (library)->id);
  }
}

/* Nearly all rows are topics, and a row that was one will be one again. */
static PlumbTopicRow *
ensure_topic_row (GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  if (row == NULL || !PLUMB_IS_TOPIC_ROW (row)) {
    row = plumb_topic_row_new ();
    gtk_list_item_set_child (item, row);
    g_object_bind_property (row, "label", item, "accessible-label", G_BINDING_DEFAULT);
    g_object_bind_property (row, "tag", item, "accessible-description", G_BINDING_DEFAULT);
  }

  return PLUMB_TOPIC_ROW (row);
}

static void
bind_page (GtkListItem *item, PlumbPageEntry *entry)
{
  gtk_list_item_set_child (item, plumb_page_row_new (entry));
  gtk_list_item_set_accessible_label (item, plumb_page_entry_get_title (entry));
  gtk_list_item_set_accessible_description (item, "");
  gtk_list_item_set_selectable (item, TRUE);
  gtk_list_item_set_activatable (item, TRUE);
}

static void
bind_row_cb (PlumbTopicsView *self, GtkListItem *item)
{
  gpointer entry = gtk_list_item_get_item (item);
  PlumbTopicRow *row;
  gboolean upcoming;

  if (PLUMB_IS_PAGE_ENTRY (entry)) {
    bind_page (item, entry);
    return;
  }

  row = ensure_topic_row (item);
  upcoming = plumb_topic_entry_is_upcoming (entry);
  give_store (self, row);
  plumb_topic_row_set_entry (row, entry);
  gtk_list_item_set_selectable (item, !upcoming);
  gtk_list_item_set_activatable (item, !upcoming);
}

static void
unbind_row_cb (PlumbTopicsView *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  if (PLUMB_IS_TOPIC_ROW (row)) {
    plumb_topic_row_set_entry (PLUMB_TOPIC_ROW (row), NULL);
    plumb_topic_row_set_store (PLUMB_TOPIC_ROW (row), NULL, NULL);
  }
}

static void
setup_header_cb (PlumbTopicsView *self, GtkListHeader *header)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  plumb_start_align (GTK_LABEL (label));
  /* Else it would lay itself out one letter a line to learn how narrow it can be. */
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_widget_add_css_class (label, "topic-section");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (PlumbTopicsView *self, GtkListHeader *header)
{
  guint position = gtk_list_header_get_start (header);
  const char *title = plumb_contents_list_get_section_title (self->contents, position);

  GtkWidget *label = gtk_list_header_get_child (header);

  gtk_label_set_text (GTK_LABEL (label), title != NULL ? title : "");
  if (position == 0) {
    gtk_widget_add_css_class (label, PLUMB_LIST_TOP_CLASS);
  } else {
    gtk_widget_remove_css_class (label, PLUMB_LIST_TOP_CLASS);
  }
}

/* The pages come after the topics, out of view in most windows, and need not be there in the first frame. Returns whether
 * there are any. */
static gboolean
add_pages (PlumbTopicsView *self)
{
  PlumbLibrary *library = plumb_topic_list_get_library (self->topics);
  g_autoptr (GListStore) pages = g_list_store_new (PLUMB_TYPE_PAGE_ENTRY);
  g_autoptr (GPtrArray) listed = NULL;

  if (library == NULL || plumb_contents_list_has_pages (self->contents)) {
    return FALSE;
  }

  listed = plumb_page_table_dup_listed (library);
  for (guint i = 0; i < listed->len; i++) {
    g_autoptr (PlumbPageEntry) entry = plumb_page_entry_new (g_ptr_array_index (listed, i));

    g_list_store_append (pages, entry);
  }
  self->following = TRUE;
  plumb_contents_list_set_pages (self->contents, G_LIST_MODEL (pages));
  self->following = FALSE;
  follow_place (self);

  return listed->len > 0;
}

/* A list that has no height yet cannot scroll, so the topic is brought into view once it has one. */
static gboolean
scroll_when_shown_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PlumbTopicsView *self = PLUMB_TOPICS_VIEW (widget);

  if (gtk_widget_get_height (GTK_WIDGET (self->list_view)) == 0) {
    return G_SOURCE_CONTINUE;
  }

  /* Rows that are out of view were left for after the frame that shows the window. */
  self->shown = TRUE;
  plumb_topic_list_widen (self->topics);
  /* What is added is laid out before one can scroll to it. */
  if (add_pages (self)) {
    return G_SOURCE_CONTINUE;
  }
  scroll_to_selected (self);
  self->scroll_id = 0;

  return G_SOURCE_REMOVE;
}

static void
complete_when_shown (PlumbTopicsView *self)
{
  if (self->scroll_id == 0) {
    self->scroll_id =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_when_shown_cb, NULL, NULL);
  }
}

static void
plumb_topics_view_map (GtkWidget *widget)
{
  PlumbTopicsView *self = PLUMB_TOPICS_VIEW (widget);

  GTK_WIDGET_CLASS (plumb_topics_view_parent_class)->map (widget);

  /* The list is given its topics when it is known where the reader is, so that its rows are made once. */
  if (gtk_list_view_get_model (self->list_view) == NULL) {
    gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
    scroll_to_selected (self);
  }
  complete_when_shown (self);
}

static void
plumb_topics_view_unmap (GtkWidget *widget)
{
  PlumbTopicsView *self = PLUMB_TOPICS_VIEW (widget);

  if (self->scroll_id != 0) {
    gtk_widget_remove_tick_callback (widget, self->scroll_id);
    self->scroll_id = 0;
  }

  GTK_WIDGET_CLASS (plumb_topics_view_parent_class)->unmap (widget);
}

static gboolean
contains_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Moves the keyboard focus to the selected topic, or into the list where none is selected. */
static gboolean
plumb_topics_view_grab_focus (GtkWidget *widget)
{
  PlumbTopicsView *self = PLUMB_TOPICS_VIEW (widget);
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected == GTK_INVALID_LIST_POSITION || gtk_list_view_get_model (self->list_view) == NULL) {
    return gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
  }

  /* The first only says which row has the focus once the list does. */
  gtk_list_view_scroll_to (self->list_view, selected, GTK_LIST_SCROLL_FOCUS, NULL);

  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* Tab leads to the topic that is open, where the list view would go to its first one. */
static gboolean
plumb_topics_view_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PlumbTopicsView *self = PLUMB_TOPICS_VIEW (widget);

  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) &&
      !contains_focus (widget) &&
      gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION) {
    return gtk_widget_grab_focus (widget);
  }

  return GTK_WIDGET_CLASS (plumb_topics_view_parent_class)->focus (widget, direction);
}

static void
plumb_topics_view_dispose (GObject *object)
{
  PlumbTopicsView *self = PLUMB_TOPICS_VIEW (object);

  /* The rows are let go while the view is still whole. */
  if (self->list_view != NULL) {
    self->following = TRUE;
    gtk_list_view_set_model (self->list_view, NULL);
  }
  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_TOPICS_VIEW);
  g_clear_object (&self->store);
  g_clear_pointer (&self->place, plumb_place_unref);

  G_OBJECT_CLASS (plumb_topics_view_parent_class)->dispose (object);
}

static void
plumb_topics_view_class_init (PlumbTopicsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_topics_view_dispose;
  widget_class->map = plumb_topics_view_map;
  widget_class->unmap = plumb_topics_view_unmap;
  widget_class->focus = plumb_topics_view_move_focus;
  widget_class->grab_focus = plumb_topics_view_grab_focus;

  /**
   * PlumbTopicsView::chosen:
   * @self: a view of topics
   *
   * Emitted when the reader chose a topic with a click or Enter, rather than passing over it.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         0);

  g_type_ensure (PLUMB_TYPE_CONTENTS_LIST);
  g_type_ensure (PLUMB_TYPE_TOPIC_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sidebar/plumb-topics-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbTopicsView, list_view);
  gtk_widget_class_bind_template_child (widget_class, PlumbTopicsView, selection);
  gtk_widget_class_bind_template_child (widget_class, PlumbTopicsView, contents);
  gtk_widget_class_bind_template_child (widget_class, PlumbTopicsView, topics);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_item_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static void
plumb_topics_view_init (PlumbTopicsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plumb_list_top_keep (self->list_view);
}

/**
 * plumb_topics_view_new:
 *
 * Creates a view of no topics.
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
plumb_topics_view_new (void)
{
  return g_object_new (PLUMB_TYPE_TOPICS_VIEW, NULL);
}

/**
 * plumb_topics_view_set_library:
 * @self: a view of topics
 * @library: (nullable): a library
 *
 * Shows the topics of another library.
 */
void
plumb_topics_view_set_library (PlumbTopicsView *self, PlumbLibrary *library)
{
  g_return_if_fail (PLUMB_IS_TOPICS_VIEW (self));

  self->following = TRUE;
  plumb_contents_list_set_pages (self->contents, NULL);
  plumb_topic_list_set_library (self->topics, library);
  if (!self->shown) {
    plumb_topic_list_narrow (self->topics, 0, ROWS_AT_FIRST);
  }
  self->following = FALSE;
  follow_place (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self))) {
    complete_when_shown (self);
  }
}

/**
 * plumb_topics_view_set_store:
 * @self: a view of topics
 * @store: (nullable): where it is kept what was read
 *
 * Sets whose marks the rows show.
 */
void
plumb_topics_view_set_store (PlumbTopicsView *self, PlumbStore *store)
{
  g_return_if_fail (PLUMB_IS_TOPICS_VIEW (self));

  if (!g_set_object (&self->store, store)) {
    return;
  }

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item)) {
    GtkWidget *row = gtk_widget_get_first_child (item);

    if (row != NULL && PLUMB_IS_TOPIC_ROW (row)) {
      give_store (self, PLUMB_TOPIC_ROW (row));
    }
  }
}

/**
 * plumb_topics_view_set_place:
 * @self: a view of topics
 * @place: (nullable): where the reader is
 *
 * Selects the topic that @place is in, or none, and brings it into view. Nothing is activated.
 */
void
plumb_topics_view_set_place (PlumbTopicsView *self, PlumbPlace *place)
{
  g_return_if_fail (PLUMB_IS_TOPICS_VIEW (self));

  if (self->place == place) {
    return;
  }

  g_clear_pointer (&self->place, plumb_place_unref);
  self->place = place != NULL ? plumb_place_ref (place) : NULL;
  follow_place (self);
}

/**
 * plumb_topics_view_get_selection:
 * @self: a view of topics
 *
 * Returns: (transfer none): what is selected
 */
GtkSingleSelection *
plumb_topics_view_get_selection (PlumbTopicsView *self)
{
  g_return_val_if_fail (PLUMB_IS_TOPICS_VIEW (self), NULL);

  return self->selection;
}
