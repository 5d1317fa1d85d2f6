/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sidebar-fixtures.h"

#include <glib/gstdio.h>

#include "plumb-ui-test.h"

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* The first topic has level 1 only, and the second is a draft. */
static void
write_topic (const char *folder, guint number, guint section)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = g_strdup_printf ("topics/t%u.json", number);

  g_string_append_printf (text,
                          "{\"format\":1,\"id\":\"t%u\",\"section\":\"s%u\",\"order\":%u,"
                          "\"title\":\"Topic %u\",\"summary\":\"Summary.\",%s\"levels\":[",
                          number,
                          section,
                          number,
                          number,
                          number == 1 ? "\"badge\":\"draft\"," : "");
  for (int level = 1; level <= (number == 0 ? 1 : 3); level++) {
    if (level > 1) {
      g_string_append_c (text, ',');
    }
    g_string_append_printf (text,
                            "{\"level\":%d,\"blocks\":[{\"id\":\"b%d\",\"type\":\"paragraph\","
                            "\"framing\":true,\"text\":\"A proxy stands in for the goal.\"}]}",
                            level,
                            level);
  }
  g_string_append (text, "]}");
  write_file (folder, name, text->str);
}

static void
write_library (const char *folder, const SidebarSpec *spec)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_sections = 0;

  g_string_append (text,
                   "{\"format\":1,\"id\":\"made\",\"version\":\"1\",\"title\":\"Made library\","
                   "\"licence\":\"CC0-1.0\",\"lang\":\"en\",\"sections\":[");
  for (; spec->sections[n_sections] >= 0; n_sections++) {
    g_string_append_printf (text,
                            "%s{\"id\":\"s%u\",\"title\":\"Section %u\"}",
                            n_sections > 0 ? "," : "",
                            n_sections,
                            n_sections);
  }
  g_string_append (text, "]");
  if (spec->n_upcoming > 0) {
    g_string_append (text, ",\"upcoming\":[");
    for (guint i = 0; i < spec->n_upcoming; i++) {
      g_string_append_printf (text,
                              "%s{\"id\":\"later-%u\",\"section\":\"s%u\",\"title\":\"Later %u\","
                              "\"summary\":\"Summary.\"}",
                              i > 0 ? "," : "",
                              i,
                              n_sections - 1,
                              i);
    }
    g_string_append (text, "]");
  }
  g_string_append (text, "}");
  write_file (folder, "library.json", text->str);
}

SidebarLibrary *
sidebar_library_new (const SidebarSpec *spec)
{
  SidebarLibrary *self = g_new0 (SidebarLibrary, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *topics = NULL;
  guint number = 0;

  self->path = g_dir_make_tmp ("plumb-sidebar-XXXXXX", &error);
  g_assert_no_error (error);
  topics = g_build_filename (self->path, "topics", NULL);
  g_assert_cmpint (g_mkdir (topics, 0700), ==, 0);

  write_library (self->path, spec);
  for (guint i = 0; spec->sections[i] >= 0; i++) {
    for (int j = 0; j < spec->sections[i]; j++) {
      write_topic (self->path, number++, i);
    }
  }
  for (guint i = 0; i < spec->n_broken; i++) {
    g_autofree char *name = g_strdup_printf ("topics/broken-%u.json", i);

    write_file (self->path, name, "{\"format\":1,");
  }

  folder = g_file_new_for_path (self->path);
  self->library = plumb_library_open (folder, NULL, &error);
  g_assert_no_error (error);

  return self;
}

static void
remove_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR)) {
      remove_files (child);
    } else {
      g_unlink (child);
    }
  }
  g_rmdir (path);
}

void
sidebar_library_free (SidebarLibrary *self)
{
  g_object_unref (self->library);
  remove_files (self->path);
  g_free (self->path);
  g_free (self);
}

static void
go_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GString *log = user_data;

  g_string_append_printf (log, "go %s\n", g_variant_get_string (parameter, NULL));
}

static void
go_to_hit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GString *log = user_data;
  const char *uri, *query;

  g_variant_get (parameter, "(&s&s)", &uri, &query);
  g_string_append_printf (log, "hit %s %s\n", uri, query);
}

GtkWidget *
sidebar_window_new (GtkWidget *widget, GString *log)
{
  const GActionEntry entries[] = {
    { .name = "go", .activate = go_cb, .parameter_type = "s" },
    { .name = "go-to-hit", .activate = go_to_hit_cb, .parameter_type = "(ss)" }
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *window;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), log);
  gtk_widget_insert_action_group (widget, "win", G_ACTION_GROUP (actions));
  window = plumb_ui_test_show (widget, 360, 600);

  return window;
}

PlumbSearch *
sidebar_search_new (PlumbLibrary *library)
{
  g_autoptr (PlumbSearchIndex) index = plumb_search_index_new (library, NULL);

  return plumb_search_new (index);
}

static gboolean
is_answered (PlumbSearch *search)
{
  PlumbSearchState state = plumb_search_get_state (search);

  return state != PLUMB_SEARCH_STATE_INDEXING && state != PLUMB_SEARCH_STATE_SEARCHING;
}

void
sidebar_search_run (PlumbSearch *search, const char *query)
{
  plumb_search_set_query (search, query);
  plumb_ui_test_wait_until (is_answered (search));
}

GtkAccessible *
sidebar_get_item (GtkWidget *row)
{
  return GTK_ACCESSIBLE (gtk_widget_get_parent (row));
}

GtkWidget *
sidebar_find_row (GtkWidget *root, GType type, const char *label)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type)) {
    g_autofree char *own = NULL;

    g_object_get (root, "label", &own, NULL);
    return g_strcmp0 (own, label) == 0 ? root : NULL;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = sidebar_find_row (child, type, label);

    if (found != NULL) {
      return found;
    }
  }

  return NULL;
}

void
sidebar_assert_label (GtkAccessible *accessible, const char *label)
{
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}
