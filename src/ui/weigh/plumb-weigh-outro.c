/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What stands below the questions: more of them, keeping, saving, and several people. */

#include "config.h"

#include "plumb-weigh-page-private.h"

#include <glib/gi18n.h>

#include "plumb-content.h"
#include "plumb-wrapping.h"
#include "plumb-wrapping-choices.h"

static GtkWidget *
add_button (GtkWidget *row, const char *text, const char *action)
{
  GtkWidget *button = plumb_wrapping_button_new (text);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_wrap_box_append (ADW_WRAP_BOX (row), button);

  return button;
}

static GtkWidget *
add_row (PlumbWeighPage *self)
{
  GtkWidget *row = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (row), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (row), 6);
  gtk_box_append (self->outro, row);

  return row;
}

static GtkWidget *
new_save_button (const char *text, const char *const items[][2])
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; items[i][0] != NULL; i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i][0]), NULL);

    g_menu_item_set_action_and_target (item, "weigh.save", "s", items[i][1]);
    g_menu_append_item (menu, item);
  }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), text);
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));

  return button;
}

/* More questions. */

static void
topic_cb (PlumbWeighPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->topic_list));
  g_autoptr (PlumbPlace) place = NULL;
  g_autofree char *uri = NULL;
  const char *id;

  if (self->choosing || selected == GTK_INVALID_LIST_POSITION) {
    return;
  }

  id = g_ptr_array_index (self->topic_ids, selected);
  if (g_strcmp0 (id, self->topic) == 0) {
    return;
  }
  place = plumb_place_new (PLUMB_PAGE_WEIGH, id);
  uri = plumb_place_to_uri (place);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", uri);
}

static void
build_topics (PlumbWeighPage *self)
{
  GListModel *topics = plumb_library_get_topics (
      plumb_page_view_get_library (PLUMB_PAGE_VIEW (self)));
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->topic_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (titles, _ ("No topic: those of the whole library only"));
  g_ptr_array_add (self->topic_ids, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);

    if (!plumb_topic_entry_is_upcoming (entry)) {
      gtk_string_list_append (titles, plumb_topic_entry_get_title (entry));
      g_ptr_array_add (self->topic_ids, g_strdup (plumb_topic_entry_get_id (entry)));
    }
  }
  self->topic_list = gtk_drop_down_new (
      G_LIST_MODEL (g_steal_pointer (&titles)),
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  plumb_wrapping_choices_set (GTK_DROP_DOWN (self->topic_list));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->topic_list), TRUE);
  gtk_drop_down_set_search_match_mode (GTK_DROP_DOWN (self->topic_list),
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->topic_list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Topic to go on into"),
                                  -1);
  g_signal_connect_object (self->topic_list,
                           "notify::selected",
                           G_CALLBACK (topic_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->outro, plumb_content_heading (_ ("Go On Into a Topic"), 2, NULL));
  gtk_box_append (self->outro,
                  plumb_content_label (_ ("Each topic has a few statements of its own. What you "
                                          "have answered stays as it is."),
                                       NULL));
  gtk_box_append (self->outro, self->topic_list);
}

/* Keeping, saving and several people. */

static void
build_kept (PlumbWeighPage *self)
{
  PlumbStore *store = plumb_page_view_get_store (PLUMB_PAGE_VIEW (self));
  gboolean keeps = store != NULL && plumb_store_get_mode (store) != PLUMB_STORE_MODE_NONE;
  static const char *const saves[][2] = {
    { N_ ("_Picture (PNG)…"), "png" },
    { N_ ("_Drawing (SVG)…"), "svg" },
    { N_ ("_Table (CSV)…"), "csv" },
    { N_ ("_Answers (JSON)…"), "json" },
    { NULL, NULL },
  };
  GtkWidget *row;

  gtk_box_append (self->outro, plumb_content_heading (_ ("Your Answers"), 2, NULL));
  gtk_box_append (
      self->outro,
      plumb_content_label (
          keeps ? _ ("They are forgotten when you close the window, unless you keep them. Kept "
                     "answers stay on this computer, with the date. A copy that you save has no "
                     "name in it.")
                : _ ("They are forgotten when you close the window. A copy that you save has no "
                     "name in it."),
          NULL));
  row = add_row (self);
  if (keeps) {
    add_button (row, _ ("_Keep These Answers"), "weigh.keep");
  }
  adw_wrap_box_append (ADW_WRAP_BOX (row), new_save_button (_ ("_Save a Copy"), saves));
  add_button (row, _ ("_Open a Copy…"), "weigh.open");
  add_button (row, _ ("Clear _All Answers"), "weigh.clear");

  if (keeps) {
    self->kept_heading = plumb_content_heading (_ ("Kept Answers"), 3, NULL);
    self->kept = g_object_new (PLUMB_TYPE_KEPT_LIST, NULL);
    gtk_box_append (self->outro, self->kept_heading);
    gtk_box_append (self->outro, GTK_WIDGET (self->kept));
    row = add_row (self);
    self->erase_all_button = add_button (row, _ ("_Erase All Kept Answers"), "weigh.erase-all");
  }
}

static void
build_people (PlumbWeighPage *self)
{
  static const char *const saves[][2] = {
    { N_ ("_Picture (PNG)…"), "map-png" },
    { N_ ("_Drawing (SVG)…"), "map-svg" },
    { NULL, NULL },
  };
  GtkWidget *row;

  gtk_box_append (self->outro, plumb_content_heading (_ ("Several People"), 2, NULL));
  gtk_box_append (self->outro,
                  plumb_content_label (_ ("Answers that others have saved as JSON can be put on "
                                          "one map, with yours. The files stay as they are."),
                                       NULL));
  row = add_row (self);
  add_button (row, _ ("_Compare Answer Files…"), "weigh.compare");
  self->map = g_object_new (PLUMB_TYPE_PEOPLE_MAP, NULL);
  gtk_box_append (self->outro, GTK_WIDGET (self->map));
  self->map_buttons = add_row (self);
  adw_wrap_box_append (ADW_WRAP_BOX (self->map_buttons),
                       new_save_button (_ ("Save the _Map"), saves));
  add_button (self->map_buttons, _ ("Clear the Map"), "weigh.clear-map");
  gtk_widget_set_visible (self->map_buttons, FALSE);
}

void
plumb_weigh_page_build_outro (PlumbWeighPage *self)
{
  build_topics (self);
  build_kept (self);
  build_people (self);
}
