/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-window-private.h"

#include <glib/gi18n.h>

#include <plumb-markup.h>

#include "plumb-link-focus.h"
#include "plumb-page-table.h"
#include "plumb-text-style.h"

/**
 * PlumbWindow:
 *
 * A window of the reader. It owns the current #PlumbPlace; everything else binds to it, or activates `win.go` with a
 * new one.
 */
G_DEFINE_FINAL_TYPE (PlumbWindow, plumb_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_PLACE,
  PROP_LEVEL,
  PROP_BOOKMARKED,
  PROP_CLAIM_MARKS,
  PROP_PAGE_TITLE,
  PROP_PAGE_SUBTITLE,
  PROP_TITLE_SHOWN,
  PROP_LIBRARY,
  PROP_SEARCH_INDEX,
  PROP_STORE,
  PROP_PREFERENCES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
header_title (GObject *object,
              const char *title,
              gboolean topic_title_shown,
              const char *page,
              gboolean page_title_shown)
{
  gboolean shown = g_strcmp0 (page, "topic") == 0 ? topic_title_shown : page_title_shown;

  /* The title stands at the top of the page; the header says it again once that has scrolled away. */
  return g_strdup (shown ? title : "");
}

static char *
bookmark_icon (GObject *object, gboolean bookmarked)
{
  return g_strdup (bookmarked ? "plumb-bookmark-filled-symbolic" : "plumb-bookmark-symbolic");
}

static char *
bookmark_tooltip (GObject *object, gboolean bookmarked)
{
  return g_strdup (bookmarked ? _ ("Remove bookmark") : _ ("Bookmark this page"));
}

static void
set_titles (PlumbWindow *self, const char *title, const char *subtitle)
{
  if (g_set_str (&self->page_title, title)) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE_TITLE]);
  }
  if (g_set_str (&self->page_subtitle, subtitle)) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE_SUBTITLE]);
  }
}

/* Called when another page is shown, and when the page that is shown says something else of itself. */
void
plumb_window_page_changed (PlumbWindow *self)
{
  PlumbPageView *page = plumb_window_get_page (self);

  if (page != NULL) {
    set_titles (self, plumb_page_view_get_title (page), plumb_page_view_get_subtitle (page));
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE_SHOWN]);
}

static void
update_bookmarked (PlumbWindow *self)
{
  PlumbPlace *place = plumb_window_get_place (self);
  g_autofree char *uri = place != NULL ? plumb_place_to_uri (place) : NULL;
  g_autoptr (PlumbBookmark) bookmark = NULL;
  gboolean bookmarked;

  if (uri != NULL) {
    g_set_object (&bookmark, plumb_store_find_bookmark (self->store, uri));
  }
  bookmarked = bookmark != NULL;
  if (self->bookmarked != bookmarked) {
    self->bookmarked = bookmarked;
    plumb_window_update_actions (self);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOKMARKED]);
  }
}

static void
banner_clicked_cb (AdwBanner *banner)
{
  adw_banner_set_revealed (banner, FALSE);
}

static void
update_banner (PlumbWindow *self)
{
  const char *notice = plumb_store_get_notice (self->store);

  if (self->banner == NULL && notice == NULL) {
    return;
  }

  if (self->banner == NULL) {
    self->banner = ADW_BANNER (adw_banner_new (""));
    adw_banner_set_button_label (self->banner, _ ("Close"));
    g_signal_connect (self->banner, "button-clicked", G_CALLBACK (banner_clicked_cb), NULL);
    adw_toolbar_view_add_top_bar (self->toolbar_view, GTK_WIDGET (self->banner));
  }
  adw_banner_set_title (self->banner, notice != NULL ? notice : "");
  adw_banner_set_revealed (self->banner, notice != NULL);
}

/* A popover menu takes its time to be made, and most windows are opened to read. */
static void
create_page_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  PlumbWindow *self = user_data;

  if (gtk_menu_button_get_menu_model (button) == NULL) {
    gtk_menu_button_set_menu_model (button, self->page_menu);
  }
}

/* Where the window is when it is nowhere in particular. */
static void
show_home (PlumbWindow *self)
{
  if (gtk_stack_get_child_by_name (self->stack, "home") == NULL) {
    GtkWidget *home = adw_status_page_new ();

    adw_status_page_set_icon_name (ADW_STATUS_PAGE (home), "io.github.plumbreader.Plumb-symbolic");
    adw_status_page_set_title (ADW_STATUS_PAGE (home), _ ("Choose a Topic"));
    adw_status_page_set_description (ADW_STATUS_PAGE (home),
                                     _ ("Every topic can be read at three depths. Start with the "
                                        "first one, or search for a word."));
    gtk_stack_add_named (self->stack, home, "home");
  }
  gtk_stack_set_visible_child_name (self->stack, "home");
}

static void
chosen_cb (PlumbWindow *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
build_problem (PlumbWindow *self)
{
  GtkWidget *problem = adw_status_page_new ();

  self->problem = ADW_STATUS_PAGE (problem);
  self->problem_back = gtk_button_new_with_mnemonic (_ ("_Go Back"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->problem_back), "win.back");
  gtk_widget_set_halign (self->problem_back, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->problem_back, plumb_history_get_can_go_back (self->history));
  gtk_widget_add_css_class (self->problem_back, "pill");
  adw_status_page_set_child (self->problem, self->problem_back);
  gtk_stack_add_named (self->stack, problem, "problem");
}

static void
show_problem (PlumbWindow *self,
              const char *title,
              const char *icon_name,
              const char *heading,
              const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  if (self->problem == NULL) {
    build_problem (self);
  }
  adw_status_page_set_icon_name (self->problem, icon_name);
  adw_status_page_set_title (self->problem, heading);
  adw_status_page_set_description (self->problem, escaped);
  set_titles (self, title, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problem_back),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message,
                                  -1);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/**
 * plumb_window_show_problem:
 * @self: a window
 * @title: what is wrong, in a few words
 * @message: what is wrong, and what can be done
 *
 * Shows a page that says why there is nothing to read.
 */
void
plumb_window_show_problem (PlumbWindow *self, const char *title, const char *message)
{
  g_return_if_fail (PLUMB_IS_WINDOW (self));
  g_return_if_fail (title != NULL && message != NULL);

  show_problem (self, title, "dialog-warning-symbolic", title, message);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static int
choose_level (PlumbWindow *self, PlumbTopic *topic, int wanted)
{
  int nearest = 0;

  if (wanted == 0) {
    wanted = plumb_preferences_get_level (self->preferences);
  }
  wanted = CLAMP (wanted, 1, 3);
  for (guint i = 0; i < g_list_model_get_n_items (topic->levels); i++) {
    g_autoptr (PlumbLevel) level = g_list_model_get_item (topic->levels, i);

    if (nearest == 0 || ABS (level->level - wanted) < ABS (nearest - wanted)) {
      nearest = level->level;
    }
  }

  return nearest;
}

static const char *
section_title (PlumbWindow *self, PlumbTopic *topic)
{
  GListModel *sections = plumb_library_get_file (self->library)->sections;

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++) {
    g_autoptr (PlumbSection) section = g_list_model_get_item (sections, i);

    if (g_str_equal (section->id, topic->section)) {
      return section->title;
    }
  }

  return NULL;
}

/* A topic that is to come says what it will be about, and one that can't be read says why not. */
static void
show_no_topic (PlumbWindow *self, PlumbTopicEntry *entry, const GError *error)
{
  const char *title = entry != NULL ? plumb_topic_entry_get_title (entry) : NULL;

  if (entry != NULL && plumb_topic_entry_is_upcoming (entry)) {
    g_autofree char *summary = plumb_topic_entry_dup_summary (entry);
    g_autofree char *plain = plumb_markup_to_plain (summary);
    const char *to_come = _ ("This topic is still to be written.");
    g_autofree char *message = g_strjoin ("\n\n", to_come, *plain != '\0' ? plain : NULL, NULL);

    show_problem (self, title, "document-edit-symbolic", title, message);
    return;
  }

  show_problem (self,
                title != NULL ? title : _ ("This Topic Can’t Be Shown"),
                "dialog-warning-symbolic",
                _ ("This Topic Can’t Be Shown"),
                error->message);
}

/* Returns where the window then is: @place, with what it leaves open filled in where there is a topic to fill it in
 * from. A topic that can't be shown is a place all the same: one comes to it, and goes on from it or back. */
static PlumbPlace *
show_topic (PlumbWindow *self, PlumbPlace *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbTopicEntry)
      entry = plumb_library_lookup_entry (self->library, plumb_place_get_id (place), NULL);
  g_autoptr (PlumbTopic)
      topic = plumb_library_load_topic (self->library, plumb_place_get_id (place), &error);
  g_autoptr (PlumbPlace) full = NULL;
  const char *audience = plumb_place_get_audience (place);

  if (topic == NULL) {
    show_no_topic (self, entry, error);
    return plumb_place_ref (place);
  }

  if (audience == NULL) {
    audience = plumb_preferences_get_audience (self->preferences);
  }
  if (audience != NULL && *audience == '\0') {
    audience = NULL;
  }
  full = plumb_place_new_topic (topic->id,
                                choose_level (self, topic, plumb_place_get_level (place)),
                                audience,
                                plumb_place_get_anchor (place));
  gtk_stack_set_visible_child_name (self->stack, "topic");
  set_titles (self, topic->title, section_title (self, topic));
  plumb_reader_page_show (self->reader, self->library, topic, full);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL) {
    gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  }

  return g_steal_pointer (&full);
}

/* Shows @place. Returns the place that is then shown, or NULL where the window stays where it is. */
static PlumbPlace *
show_place (PlumbWindow *self, PlumbPlace *place)
{
  PlumbPage page = plumb_place_get_page (place);
  const char *id = plumb_place_get_id (place);
  g_autofree char *href = NULL;

  if (self->library == NULL) {
    return NULL;
  }

  switch (page) {
  case PLUMB_PAGE_TOPIC:
    return show_topic (self, place);
  case PLUMB_PAGE_SEARCH:
    plumb_sidebar_search (self->sidebar, plumb_place_get_query (place));
    adw_navigation_split_view_set_show_content (self->split_view, FALSE);
    return NULL;
  case PLUMB_PAGE_CLAIM:
    href = g_strconcat ("claim:", id, NULL);
    plumb_window_follow (self, href, NULL);
    return NULL;
  case PLUMB_PAGE_DEBATE:
  case PLUMB_PAGE_TERM:
  case PLUMB_PAGE_PERSON:
  case PLUMB_PAGE_SOURCE:
  case PLUMB_PAGE_PITFALLS:
  case PLUMB_PAGE_CRUXES:
  case PLUMB_PAGE_WEIGH:
  case PLUMB_PAGE_COMPARE:
  case PLUMB_PAGE_DRILL:
  case PLUMB_PAGE_REVIEW:
    /* The table says which of them there are. */
    if (plumb_page_table_lookup (page) != NULL) {
      return plumb_window_show_page (self, place);
    }
    break;
  case PLUMB_PAGE_HOME:
  default:
    break;
  }

  set_titles (self, _ ("Plumb"), NULL);
  show_home (self);

  return plumb_place_ref (place);
}

/* Somebody who moves through the list of topics stays in it, even where the window shows one or the other. */
static gboolean
is_in_sidebar (PlumbWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar));
}

static void
arrived (PlumbWindow *self)
{
  plumb_window_close_card (self);
  update_bookmarked (self);
  plumb_window_update_actions (self);
  /* What says why there is nothing to read also says it to a screen reader, once it has the keyboard. */
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "problem") &&
      !is_in_sidebar (self)) {
    gtk_widget_grab_focus (self->problem_back);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

static gboolean
stays_on_topic (PlumbPlace *from, PlumbPlace *to)
{
  return from != NULL && plumb_place_same_page (from, to) && plumb_place_get_anchor (to) == NULL;
}

/**
 * plumb_window_go:
 * @self: a window
 * @place: where to go
 *
 * Goes to @place and remembers the way. Another level or audience of the same topic is not a step of its own.
 */
void
plumb_window_go (PlumbWindow *self, PlumbPlace *place)
{
  g_autoptr (PlumbPlace) shown = NULL;

  g_return_if_fail (PLUMB_IS_WINDOW (self));
  g_return_if_fail (place != NULL);

  shown = show_place (self, place);
  if (shown == NULL) {
    return;
  }

  if (stays_on_topic (plumb_history_get_current (self->history), shown)) {
    plumb_history_replace (self->history, shown);
  } else {
    plumb_history_visit (self->history, shown);
  }
  if (plumb_place_get_page (shown) != PLUMB_PAGE_HOME && !is_in_sidebar (self)) {
    adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  }
  arrived (self);
}

/* Called when the reader moved within a page that is no topic: where they are is to be reopened, and no step of its own. */
void
plumb_window_moved (PlumbWindow *self, PlumbPlace *place)
{
  PlumbPlace *current = plumb_history_get_current (self->history);

  if (current == NULL || !plumb_place_same_page (current, place)) {
    return;
  }

  plumb_history_replace (self->history, place);
  update_bookmarked (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

/* Called by the actions that move along the history. */
static void
history_current_cb (PlumbWindow *self)
{
  plumb_window_update_actions (self);
}

/**
 * plumb_window_get_place:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): where the window is
 */
PlumbPlace *
plumb_window_get_place (PlumbWindow *self)
{
  g_return_val_if_fail (PLUMB_IS_WINDOW (self), NULL);

  return plumb_history_get_current (self->history);
}

/* Whether the page is a topic's text, rather than a word about why there is none. */
gboolean
plumb_window_shows_topic (PlumbWindow *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->reader);
}

void
plumb_window_travel (PlumbWindow *self, int steps)
{
  PlumbPlace *place = plumb_history_go (self->history, steps);
  g_autoptr (PlumbPlace) shown = NULL;

  if (place == NULL) {
    return;
  }

  shown = show_place (self, place);
  if (shown != NULL) {
    plumb_history_replace (self->history, shown);
  }
  arrived (self);
}

/**
 * plumb_window_toast:
 * @self: a window
 * @text: a few words
 *
 * Says briefly that something was done.
 */
void
plumb_window_toast (PlumbWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

static void
set_level (PlumbWindow *self, int level)
{
  PlumbPlace *place = plumb_window_get_place (self);
  g_autoptr (PlumbPlace) deeper = NULL;

  if (place == NULL || plumb_place_get_page (place) != PLUMB_PAGE_TOPIC ||
      !plumb_window_shows_topic (self) || plumb_place_get_level (place) == level) {
    return;
  }

  deeper = plumb_place_new_topic (plumb_place_get_id (place),
                                  level,
                                  plumb_place_get_audience (place),
                                  NULL);
  plumb_window_go (self, deeper);
  plumb_preferences_set_level (self->preferences, level);
}

static void
progress_changed_cb (PlumbWindow *self)
{
  plumb_window_update_actions (self);
}

static void
text_width_cb (PlumbWindow *self)
{
  g_object_set (plumb_reader_page_get_article (self->reader),
                "text-width",
                plumb_text_style_get_width (plumb_preferences_get_reading_width (self->preferences),
                                            plumb_preferences_get_text_size (self->preferences)),
                NULL);
}

static void
claim_marks_cb (PlumbWindow *self)
{
  g_object_set (plumb_reader_page_get_article (self->reader),
                "claim-marks",
                plumb_preferences_get_claim_marks (self->preferences),
                NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLAIM_MARKS]);
}

static void
plumb_window_constructed (GObject *object)
{
  PlumbWindow *self = PLUMB_WINDOW (object);
  g_autoptr (PlumbSearch) search = NULL;

  G_OBJECT_CLASS (plumb_window_parent_class)->constructed (object);

  if (self->search_index != NULL) {
    search = plumb_search_new (self->search_index);
  }

  plumb_reader_page_set_store (self->reader, self->store);
  g_object_set (self->sidebar,
                "library",
                self->library,
                "store",
                self->store,
                "search",
                search,
                "menu-model",
                self->primary_menu,
                NULL);
  g_object_bind_property (self, "place", self->sidebar, "place", G_BINDING_SYNC_CREATE);
  plumb_sidebar_set_key_capture_widget (self->sidebar, GTK_WIDGET (self));

  g_signal_connect_object (self->store,
                           "bookmarks-changed",
                           G_CALLBACK (update_bookmarked),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store,
                           "progress-changed",
                           G_CALLBACK (progress_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store,
                           "notify::notice",
                           G_CALLBACK (update_banner),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences,
                           "notify::text-size",
                           G_CALLBACK (text_width_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences,
                           "notify::reading-width",
                           G_CALLBACK (text_width_cb),
                           self,
                           G_CONNECT_SWAPPED);
  text_width_cb (self);
  g_signal_connect_object (self->preferences,
                           "notify::claim-marks",
                           G_CALLBACK (claim_marks_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences,
                           "lock-changed",
                           G_CALLBACK (plumb_window_update_actions),
                           self,
                           G_CONNECT_SWAPPED);
  claim_marks_cb (self);
  update_banner (self);
  plumb_window_update_actions (self);
}

static void
is_active_cb (PlumbWindow *self)
{
  /* Another window of another program may have changed what is kept. */
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->store != NULL) {
    plumb_store_refresh (self->store);
  }
}

static void
plumb_window_dispose (GObject *object)
{
  PlumbWindow *self = PLUMB_WINDOW (object);

  plumb_window_drop_card (self);
  g_clear_weak_pointer (&self->focus_before_card);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_WINDOW);
  g_clear_object (&self->history);
  g_clear_object (&self->library);
  g_clear_object (&self->search_index);
  g_clear_object (&self->store);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (plumb_window_parent_class)->dispose (object);
}

static void
plumb_window_finalize (GObject *object)
{
  PlumbWindow *self = PLUMB_WINDOW (object);

  g_clear_pointer (&self->page_title, g_free);
  g_clear_pointer (&self->page_subtitle, g_free);

  G_OBJECT_CLASS (plumb_window_parent_class)->finalize (object);
}

/* A page that has no title of its own to scroll away leaves it to the header. */
static gboolean
is_title_shown (PlumbWindow *self)
{
  PlumbPageView *page = plumb_window_get_page (self);

  return page == NULL || plumb_page_view_get_title_shown (page);
}

static void
plumb_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbWindow *self = PLUMB_WINDOW (object);

  switch (prop_id) {
  case PROP_PLACE:
    g_value_set_boxed (value, self->history != NULL ? plumb_window_get_place (self) : NULL);
    break;
  case PROP_LEVEL:
    g_value_set_int (value, plumb_reader_page_get_level (self->reader));
    break;
  case PROP_BOOKMARKED:
    g_value_set_boolean (value, self->bookmarked);
    break;
  case PROP_CLAIM_MARKS:
    /* The menu asks already while the window is being made. */
    g_value_set_boolean (value,
                         self->preferences != NULL &&
                             plumb_preferences_get_claim_marks (self->preferences));
    break;
  case PROP_PAGE_TITLE:
    g_value_set_string (value, self->page_title);
    break;
  case PROP_PAGE_SUBTITLE:
    g_value_set_string (value, self->page_subtitle);
    break;
  case PROP_TITLE_SHOWN:
    g_value_set_boolean (value, is_title_shown (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlumbWindow *self = PLUMB_WINDOW (object);

  switch (prop_id) {
  case PROP_LEVEL:
    set_level (self, g_value_get_int (value));
    break;
  case PROP_CLAIM_MARKS:
    plumb_preferences_set_claim_marks (self->preferences, g_value_get_boolean (value));
    break;
  case PROP_LIBRARY:
    self->library = g_value_dup_object (value);
    break;
  case PROP_SEARCH_INDEX:
    self->search_index = g_value_dup_object (value);
    break;
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  case PROP_PREFERENCES:
    self->preferences = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_window_class_init (PlumbWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags construct = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = plumb_window_constructed;
  object_class->dispose = plumb_window_dispose;
  object_class->finalize = plumb_window_finalize;
  object_class->get_property = plumb_window_get_property;
  object_class->set_property = plumb_window_set_property;

  /**
   * PlumbWindow:place:
   *
   * Where the window is.
   */
  properties[PROP_PLACE] = g_param_spec_boxed ("place", NULL, NULL, PLUMB_TYPE_PLACE, readable);
  /**
   * PlumbWindow:level:
   *
   * The level of the topic that is shown. Setting it goes to that level.
   */
  properties[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, 1, 3, 1, writable);
  /**
   * PlumbWindow:bookmarked:
   *
   * Whether the place that is shown has a bookmark.
   */
  properties[PROP_BOOKMARKED] = g_param_spec_boolean ("bookmarked", NULL, NULL, FALSE, readable);
  /**
   * PlumbWindow:claim-marks:
   *
   * Whether claims in the text have marks, in this window and in all others.
   */
  properties[PROP_CLAIM_MARKS] = g_param_spec_boolean ("claim-marks", NULL, NULL, FALSE, writable);
  /**
   * PlumbWindow:page-title:
   *
   * The title of the page that is shown.
   */
  properties[PROP_PAGE_TITLE] = g_param_spec_string ("page-title", NULL, NULL, NULL, readable);
  /**
   * PlumbWindow:page-subtitle:
   *
   * The section that the page belongs to.
   */
  properties[PROP_PAGE_SUBTITLE] =
      g_param_spec_string ("page-subtitle", NULL, NULL, NULL, readable);
  /**
   * PlumbWindow:title-shown:
   *
   * Whether the header has to show the title of a page that is no topic.
   */
  properties[PROP_TITLE_SHOWN] = g_param_spec_boolean ("title-shown", NULL, NULL, TRUE, readable);
  /**
   * PlumbWindow:library:
   *
   * The library that is read.
   */
  properties[PROP_LIBRARY] =
      g_param_spec_object ("library", NULL, NULL, PLUMB_TYPE_LIBRARY, construct);
  /**
   * PlumbWindow:search-index:
   *
   * What makes the library searchable.
   */
  properties[PROP_SEARCH_INDEX] =
      g_param_spec_object ("search-index", NULL, NULL, PLUMB_TYPE_SEARCH_INDEX, construct);
  /**
   * PlumbWindow:store:
   *
   * Where what the reader does is kept.
   */
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, PLUMB_TYPE_STORE, construct);
  /**
   * PlumbWindow:preferences:
   *
   * What the reader prefers.
   */
  properties[PROP_PREFERENCES] =
      g_param_spec_object ("preferences", NULL, NULL, PLUMB_TYPE_PREFERENCES, construct);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLUMB_TYPE_READER_PAGE);
  g_type_ensure (PLUMB_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/plumb-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, header);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, outline_button);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, page_menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, history_buttons);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, bookmark_button);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, cards);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, reader);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, page_menu);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, primary_menu);
  gtk_widget_class_bind_template_callback (widget_class, header_title);
  gtk_widget_class_bind_template_callback (widget_class, bookmark_icon);
  gtk_widget_class_bind_template_callback (widget_class, bookmark_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);

  gtk_widget_class_install_property_action (widget_class, "win.claim-marks", "claim-marks");
  plumb_window_install_actions (widget_class);
}

static void
plumb_window_init (PlumbWindow *self)
{
  self->history = plumb_history_new ();
  self->page_title = g_strdup (_ ("Plumb"));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->page_menu_button),
                                         create_page_menu_cb,
                                         self,
                                         NULL);

  g_signal_connect_object (self->history,
                           "notify::current",
                           G_CALLBACK (history_current_cb),
                           self,
                           G_CONNECT_SWAPPED);
  plumb_window_add_mouse_buttons (self);
  plumb_link_focus_watch (GTK_WINDOW (self));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  g_signal_connect_swapped (self->reader,
                            "notify::finding",
                            G_CALLBACK (plumb_window_update_actions),
                            self);
}

/**
 * plumb_window_new:
 * @application: the application that the window belongs to
 * @library: (nullable): the library that is read; without one the window can only say why
 * @search_index: (nullable): what makes @library searchable
 * @store: where what the reader does is kept
 * @preferences: what the reader prefers
 *
 * Creates a window. It is not shown yet, and is nowhere yet.
 *
 * Returns: (transfer none): the new window, owned by GTK
 */
PlumbWindow *
plumb_window_new (AdwApplication *application,
                  PlumbLibrary *library,
                  PlumbSearchIndex *search_index,
                  PlumbStore *store,
                  PlumbPreferences *preferences)
{
  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (PLUMB_IS_STORE (store), NULL);
  g_return_val_if_fail (PLUMB_IS_PREFERENCES (preferences), NULL);

  return g_object_new (PLUMB_TYPE_WINDOW,
                       "application",
                       application,
                       "library",
                       library,
                       "search-index",
                       search_index,
                       "store",
                       store,
                       "preferences",
                       preferences,
                       NULL);
}
