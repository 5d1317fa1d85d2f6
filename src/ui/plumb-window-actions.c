/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-window-private.h"

#include <glib/gi18n.h>

#include "plumb-bookmarks-dialog.h"
#include "plumb-claim-card.h"
#include "plumb-depth-gauge.h"

#define ZOOM_STEP 10

static void
go_to_uri (PlumbWindow *self, const char *uri)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPlace) place = plumb_place_parse (uri, &error);

  if (place == NULL) {
    plumb_window_toast (self, error->message);
    return;
  }

  plumb_window_go (self, place);
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_uri (PLUMB_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
go_to_hit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  const char *uri;
  const char *query;
  g_autoptr (PlumbPlace) place = NULL;

  g_variant_get (parameter, "(&s&s)", &uri, &query);
  go_to_uri (self, uri);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  place = plumb_place_parse (uri, NULL);
  if (place != NULL) {
    plumb_reader_page_mark_words (self->reader, query, plumb_place_get_anchor (place));
  }
}

static void
follow_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GdkRectangle rectangle;
  const char *href;

  g_variant_get (parameter,
                 "(&siiii)",
                 &href,
                 &rectangle.x,
                 &rectangle.y,
                 &rectangle.width,
                 &rectangle.height);
  plumb_window_follow (PLUMB_WINDOW (widget), href, &rectangle);
}

static void
launched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlumbWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)) {
    plumb_window_toast (self, _ ("No browser answered. You can copy the address instead."));
  }
}

static void
open_web_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *address = g_variant_get_string (parameter, NULL);
  g_autoptr (GtkUriLauncher) launcher = NULL;

  /* Nothing but the web is ever opened, whatever a library says. */
  if (!g_str_has_prefix (address, "https:")) {
    return;
  }

  launcher = gtk_uri_launcher_new (address);
  plumb_window_close_card (PLUMB_WINDOW (widget));
  gtk_uri_launcher_launch (launcher,
                           GTK_WINDOW (widget),
                           NULL,
                           launched_cb,
                           g_object_ref (PLUMB_WINDOW (widget)));
}

static void
close_card_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_window_close_card (PLUMB_WINDOW (widget));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_window_travel (PLUMB_WINDOW (widget), -1);
}

static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_window_travel (PLUMB_WINDOW (widget), 1);
}

static void
level_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int level = g_variant_get_int32 (parameter);

  if (level >= 1 && level <= 3) {
    g_object_set (widget, "level", level, NULL);
  }
}

static void
audience_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  const char *audience = g_variant_get_string (parameter, NULL);
  PlumbPlace *place = plumb_window_get_place (self);
  g_autoptr (PlumbPlace) other = NULL;

  if (place == NULL || plumb_place_get_page (place) != PLUMB_PAGE_TOPIC ||
      g_strcmp0 (plumb_place_get_audience (place), audience) == 0) {
    return;
  }

  plumb_preferences_set_audience (self->preferences, audience);
  other = plumb_place_new_topic (plumb_place_get_id (place),
                                 plumb_place_get_level (place),
                                 audience,
                                 NULL);
  plumb_window_go (self, other);
}

static char *
dup_uri (PlumbWindow *self)
{
  PlumbPlace *place = plumb_window_get_place (self);

  return place != NULL ? plumb_place_to_uri (place) : NULL;
}

static void
report (PlumbWindow *self, const GError *error)
{
  plumb_window_toast (self, error->message);
}

static void
bookmark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = dup_uri (self);

  if (uri == NULL) {
    return;
  }

  if (self->bookmarked) {
    if (!plumb_store_remove_bookmark (self->store, uri, &error)) {
      report (self, error);
    }
  } else if (!plumb_store_add_bookmark (self->store, uri, self->page_title, &error)) {
    report (self, error);
  }
}

static void
bookmarks_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);

  adw_dialog_present (ADW_DIALOG (plumb_bookmarks_dialog_new (self->store)), widget);
}

static gboolean
is_read (PlumbWindow *self, PlumbPlace *place)
{
  return (plumb_store_get_levels_read (self->store,
                                       plumb_library_get_file (self->library)->id,
                                       plumb_place_get_id (place)) &
          PLUMB_LEVEL_BIT (plumb_place_get_level (place))) != 0;
}

static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  PlumbPlace *place = plumb_window_get_place (self);
  const char *library;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (place == NULL || plumb_place_get_page (place) != PLUMB_PAGE_TOPIC) {
    return;
  }

  library = plumb_library_get_file (self->library)->id;
  if (is_read (self, place)) {
    done = plumb_store_unmark_read (self->store,
                                    library,
                                    plumb_place_get_id (place),
                                    plumb_place_get_level (place),
                                    &error);
  } else {
    done = plumb_store_mark_read (self->store,
                                  library,
                                  plumb_place_get_id (place),
                                  plumb_place_get_level (place),
                                  PLUMB_READ_HOW_MARKED,
                                  &error);
  }
  if (!done) {
    report (self, error);
  } else {
    plumb_window_toast (self,
                        is_read (self, place) ? _ ("Marked as read") : _ ("Marked as unread"));
  }
}

static void
copy_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  g_autofree char *uri = dup_uri (self);

  if (uri != NULL) {
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), uri);
    plumb_window_toast (self, _ ("Link copied"));
  }
}

static void
copy_citation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  PlumbPlace *place = plumb_window_get_place (self);
  g_autoptr (PlumbTopic) topic = NULL;
  g_autofree char *citation = NULL;
  g_autofree char *uri = dup_uri (self);
  const PlumbLibraryFile *file;

  if (place == NULL || plumb_place_get_page (place) != PLUMB_PAGE_TOPIC) {
    return;
  }
  topic = plumb_library_load_topic (self->library, plumb_place_get_id (place), NULL);
  if (topic == NULL) {
    return;
  }

  file = plumb_library_get_file (self->library);
  /* Translators: a citation. %1$s is the topic's title, %2$d the level, %3$s the level's name, %4$s the library's
   * title, %5$s its version, %6$s the date of the text, %7$s its address. */
  citation = g_strdup_printf (
      C_ ("citation", "“%1$s”, level %2$d (%3$s). %4$s, version %5$s, %6$s. Plumb. %7$s"),
      topic->title,
      plumb_place_get_level (place),
      plumb_level_get_name (plumb_place_get_level (place)),
      file->title,
      file->version,
      topic->updated != NULL ? topic->updated : "",
      uri);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), citation);
  plumb_window_toast (self, _ ("Citation copied"));
}

static void
zoom (PlumbWindow *self, int percent)
{
  plumb_preferences_set_text_size (self->preferences,
                                   CLAMP (percent, PLUMB_TEXT_SIZE_MIN, PLUMB_TEXT_SIZE_MAX));
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);

  zoom (self, plumb_preferences_get_text_size (self->preferences) + ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);

  zoom (self, plumb_preferences_get_text_size (self->preferences) - ZOOM_STEP);
}

static void
zoom_reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);

  zoom (self, PLUMB_TEXT_SIZE_DEFAULT);
}

static void
outline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_window_show_outline (PLUMB_WINDOW (widget));
}

static void
claim_legend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_window_follow (PLUMB_WINDOW (widget), PLUMB_CLAIM_LEGEND_HREF, NULL);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  PlumbPageView *page = plumb_window_get_page (self);

  if (page != NULL) {
    plumb_page_view_find (page);
  } else {
    g_object_set (self->reader, "finding", TRUE, NULL);
  }
}

static void
find_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (PLUMB_WINDOW (widget)->reader), "reader.find-next", NULL);
}

static void
find_previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (PLUMB_WINDOW (widget)->reader),
                              "reader.find-previous",
                              NULL);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  g_object_set (self->sidebar, "search-mode", TRUE, NULL);
}

static void
sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  gboolean collapsed = adw_navigation_split_view_get_collapsed (self->split_view);

  if (collapsed) {
    adw_navigation_split_view_set_show_content (
        self->split_view,
        !adw_navigation_split_view_get_show_content (self->split_view));
  }
  if (!collapsed || !adw_navigation_split_view_get_show_content (self->split_view)) {
    gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
  }
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (PLUMB_WINDOW (widget)->page_menu_button));
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget))) {
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  } else {
    gtk_window_fullscreen (GTK_WINDOW (widget));
  }
}

/* The mouse's back and forward buttons. */
static void
mouse_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlumbWindow *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == 8 || button == 9) {
    plumb_window_travel (self, button == 8 ? -1 : 1);
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  }
}

void
plumb_window_add_mouse_buttons (PlumbWindow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (mouse_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

void
plumb_window_install_actions (GtkWidgetClass *widget_class)
{
  const struct {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.go", "s", go_action },
    { "win.go-to-hit", "(ss)", go_to_hit_action },
    { "win.follow", "(siiii)", follow_action },
    { "win.open-web", "s", open_web_action },
    { "win.close-card", NULL, close_card_action },
    { "win.back", NULL, back_action },
    { "win.forward", NULL, forward_action },
    { "win.level", "i", level_action },
    { "win.audience", "s", audience_action },
    { "win.bookmark", NULL, bookmark_action },
    { "win.bookmarks", NULL, bookmarks_action },
    { "win.read", NULL, read_action },
    { "win.copy-link", NULL, copy_link_action },
    { "win.copy-citation", NULL, copy_citation_action },
    { "win.zoom-in", NULL, zoom_in_action },
    { "win.zoom-out", NULL, zoom_out_action },
    { "win.zoom-reset", NULL, zoom_reset_action },
    { "win.outline", NULL, outline_action },
    { "win.claim-legend", NULL, claim_legend_action },
    { "win.find", NULL, find_action },
    { "win.find-next", NULL, find_next_action },
    { "win.find-previous", NULL, find_previous_action },
    { "win.debate-hall", NULL, plumb_window_debate_hall_action },
    { "win.crux-matrix", NULL, plumb_window_crux_matrix_action },
    { "win.search", NULL, search_action },
    { "win.sidebar", NULL, sidebar_action },
    { "win.menu", NULL, menu_action },
    { "win.fullscreen", NULL, fullscreen_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    gtk_widget_class_install_action (widget_class,
                                     actions[i].name,
                                     actions[i].parameter,
                                     actions[i].activate);
  }
}

/* A page that only says why there is no topic can't be read, but what leads to it can be handed on. Whoever marked it
 * before can take that back; an address that the library has never heard of is not worth a mark. */
static gboolean
can_bookmark (PlumbWindow *self, PlumbPlace *place)
{
  g_autoptr (PlumbTopicEntry) entry = NULL;

  if (place == NULL) {
    return FALSE;
  }
  if (plumb_place_get_page (place) != PLUMB_PAGE_TOPIC) {
    return plumb_window_get_page (self) != NULL || self->bookmarked;
  }
  entry = plumb_library_lookup_entry (self->library, plumb_place_get_id (place), NULL);

  return entry != NULL || self->bookmarked;
}

void
plumb_window_update_actions (PlumbWindow *self)
{
  const char *const on_topic[] = { "win.read",  "win.copy-citation", "win.outline",
                                   "win.level", "win.audience",      "win.claim-legend" };
  PlumbPlace *place = plumb_window_get_place (self);
  gboolean topic = place != NULL && plumb_place_get_page (place) == PLUMB_PAGE_TOPIC;
  gboolean shown = topic && plumb_window_shows_topic (self);
  PlumbPageView *page = plumb_window_get_page (self);

  for (guint i = 0; i < G_N_ELEMENTS (on_topic); i++) {
    gtk_widget_action_set_enabled (GTK_WIDGET (self), on_topic[i], shown);
  }
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "win.find",
                                 shown || (page != NULL && plumb_page_view_can_find (page)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-link", topic || page != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.bookmark", can_bookmark (self, place));
  if (self->problem_back != NULL) {
    gtk_widget_set_visible (self->problem_back, plumb_history_get_can_go_back (self->history));
  }
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self),
      "win.claim-marks",
      shown && !plumb_preferences_is_locked (self->preferences, "claim-marks"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "win.back",
                                 plumb_history_get_can_go_back (self->history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "win.forward",
                                 plumb_history_get_can_go_forward (self->history));
}
