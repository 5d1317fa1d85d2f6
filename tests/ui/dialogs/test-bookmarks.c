/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "plumb-action-table.h"
#include "plumb-bookmark-row.h"
#include "plumb-bookmarks-dialog.h"
#include "plumb-store-private.h"

#define ONE "plumb:topic/one?level=1"
#define TWO "plumb:topic/two?level=2"
#define THREE "plumb:topic/three?level=3"

typedef struct {
  PlumbStore *store;
  GtkWidget *window;
  PlumbBookmarksDialog *dialog;
  GtkListBox *list;
  /* Where the reader was taken, and whether the dialog had closed by then. */
  char *gone_to;
  gboolean was_closed;
  gboolean is_closed;
} Fixture;

static void
closed_cb (Fixture *fixture)
{
  fixture->is_closed = TRUE;
}

static void
go_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_set_str (&fixture->gone_to, g_variant_get_string (parameter, NULL));
  fixture->was_closed = fixture->is_closed;
}

static gpointer
get_child (Fixture *fixture, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (fixture->dialog),
                                                  PLUMB_TYPE_BOOKMARKS_DIALOG,
                                                  name);

  g_assert_nonnull (child);

  return child;
}

static void
add_three (PlumbStore *store)
{
  g_assert_true (plumb_store_add_bookmark (store, ONE, "One", NULL));
  g_assert_true (plumb_store_add_bookmark (store, TWO, "Two & <i>more</i>", NULL));
  g_assert_true (plumb_store_add_bookmark (store, THREE, "Three", NULL));
}

static void
fixture_open (Fixture *fixture, PlumbStore *store)
{
  static const GActionEntry entries[] = {
    { .name = "go", .activate = go_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->store = store;
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));

  fixture->dialog = g_object_ref_sink (plumb_bookmarks_dialog_new (store));
  fixture->list = get_child (fixture, "list");
  g_signal_connect_swapped (fixture->dialog, "closed", G_CALLBACK (closed_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
  while (gtk_widget_get_height (GTK_WIDGET (fixture->dialog)) == 0) {
    g_main_context_iteration (NULL, TRUE);
  }
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  PlumbStore *store = plumb_store_open (PLUMB_STORE_MODE_SESSION, NULL);

  if (data != NULL) {
    add_three (store);
  }
  fixture_open (fixture, store);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  if (!fixture->is_closed) {
    adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
    while (!fixture->is_closed) {
      g_main_context_iteration (NULL, TRUE);
    }
  }
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE)) {
  }
  g_assert_finalize_object (fixture->dialog);
  g_assert_finalize_object (fixture->store);
  g_free (fixture->gone_to);
}

static PlumbBookmarkRow *
get_row (Fixture *fixture, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (fixture->list, index);

  g_assert_true (PLUMB_IS_BOOKMARK_ROW (row));

  return PLUMB_BOOKMARK_ROW (row);
}

/* Both the list and what is kept. */
static void
assert_order (Fixture *fixture, const char *expected)
{
  GListModel *bookmarks = plumb_store_get_bookmarks (fixture->store);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GString) kept = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (fixture->list, i)) != NULL; i++) {
    PlumbBookmark *bookmark = plumb_bookmark_row_get_bookmark (PLUMB_BOOKMARK_ROW (row));

    g_string_append_c (shown, plumb_bookmark_get_title (bookmark)[1]);
  }
  for (guint i = 0; i < g_list_model_get_n_items (bookmarks); i++) {
    g_autoptr (PlumbBookmark) bookmark = g_list_model_get_item (bookmarks, i);

    g_string_append_c (kept, plumb_bookmark_get_title (bookmark)[1]);
  }
  g_assert_cmpstr (shown->str, ==, expected);
  g_assert_cmpstr (kept->str, ==, expected);
}

static void
assert_focus (Fixture *fixture, int index)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (focus == GTK_WIDGET (get_row (fixture, index)));
}

static void
assert_page (Fixture *fixture, const char *name)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "stack")), ==, name);
}

static void
remove_at (Fixture *fixture, int index)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (get_row (fixture, index)), "bookmark.remove", NULL));
}

static void
move_at (Fixture *fixture, int index, int by)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (get_row (fixture, index)), "bookmark.move", "i", by));
}

/* Does nothing where there is nothing to undo. */
static void
undo (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "bookmarks.undo", NULL);
}

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL) {
    return TRUE;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (has_text (child, text)) {
      return TRUE;
    }
  }

  return FALSE;
}

static void
test_new_destroy (void)
{
  PlumbStore *store = plumb_store_open (PLUMB_STORE_MODE_SESSION, NULL);
  PlumbBookmarksDialog *dialog;
  PlumbStore *shown = NULL;

  add_three (store);
  dialog = g_object_ref_sink (plumb_bookmarks_dialog_new (store));
  g_object_get (dialog, "store", &shown, NULL);
  g_assert_true (shown == store);
  g_clear_object (&shown);

  g_assert_finalize_object (dialog);
  g_assert_finalize_object (store);
}

static void
test_describe (void)
{
  static const struct {
    const char *place;
    const char *text;
  } rows[] = {
    { ONE, "Level 1 · Essentials · 9 September 2001" },
    { TWO "#b4", "Level 2 · Working knowledge · 9 September 2001" },
    { THREE, "Level 3 · Technical · 9 September 2001" },
    { "plumb:topic/one", "Topic · 9 September 2001" },
    { "plumb:debate/one", "Debate · 9 September 2001" },
    { "plumb:term/corrigibility", "Glossary · 9 September 2001" },
    { "plumb:person/goodhart", "People and organisations · 9 September 2001" },
    { "plumb:source/goodhart-1975", "Sources · 9 September 2001" },
    { "plumb:claim/one", "Claim · 9 September 2001" },
    { "plumb:pitfalls", "Common pitfalls · 9 September 2001" },
    { "plumb:search?q=reward", "Search · 9 September 2001" },
    { "plumb:", "Start page · 9 September 2001" },
    { "https://example.org/", "9 September 2001" },
  };
  g_autofree char *lost = plumb_bookmark_row_describe ("nowhere", G_MAXINT64);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = plumb_bookmark_row_describe (rows[i].place, 1000000000);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
  g_assert_cmpstr (lost, ==, "");
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  PlumbBookmarkRow *row = get_row (fixture, 1);

  assert_order (fixture, "nwh");
  assert_page (fixture, "list");
  /* What looks like markup is shown as it is. */
  g_assert_true (has_text (GTK_WIDGET (row), "Two & <i>more</i>"));
  g_assert_true (has_text (GTK_WIDGET (row), "Level 2 · Working knowledge"));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (fixture->list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Bookmarks");
  gtk_test_accessible_assert_property (
      gtk_widget_get_template_child (GTK_WIDGET (row), PLUMB_TYPE_BOOKMARK_ROW, "remove_button"),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Remove “\u2068Two & <i>more</i>\u2069”");
}

static gboolean
has_shortcut (GtkWidget *widget, const char *accel)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (accel);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (!GTK_IS_SHORTCUT_CONTROLLER (controller)) {
      continue;
    }
    for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

      if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted)) {
        return TRUE;
      }
    }
  }

  return FALSE;
}

/* The keys that the list of shortcuts promises. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = GTK_WIDGET (get_row (fixture, 0));
  const PlumbActionEntry *entries;
  guint n_entries;
  guint n_keys = 0;

  entries = plumb_action_table_get (&n_entries);
  for (guint i = 0; i < n_entries; i++) {
    if (entries[i].group != PLUMB_ACTION_GROUP_BOOKMARKS) {
      continue;
    }
    for (guint j = 0; entries[i].accels[j] != NULL; j++) {
      g_test_message ("%s", entries[i].accels[j]);
      g_assert_true (has_shortcut (row, entries[i].accels[j]) ||
                     has_shortcut (GTK_WIDGET (fixture->dialog), entries[i].accels[j]));
      n_keys++;
    }
  }
  g_assert_cmpuint (n_keys, >, 0);
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (get_row (fixture, 1), "activate");
  g_assert_cmpstr (fixture->gone_to, ==, TWO);
  while (!fixture->is_closed) {
    g_main_context_iteration (NULL, TRUE);
  }
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  undo (fixture);
  assert_order (fixture, "nwh");

  remove_at (fixture, 1);
  assert_order (fixture, "nh");
  assert_focus (fixture, 1);
  g_assert_true (
      has_text (GTK_WIDGET (fixture->dialog), "Removed “\u2068Two & <i>more</i>\u2069”"));

  undo (fixture);
  assert_order (fixture, "nwh");
  assert_focus (fixture, 1);
  undo (fixture);
  assert_order (fixture, "nwh");
}

static void
test_remove_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbBookmark)
      first = g_object_ref (plumb_bookmark_row_get_bookmark (get_row (fixture, 0)));

  remove_at (fixture, 0);
  remove_at (fixture, 1);
  assert_order (fixture, "w");
  assert_focus (fixture, 0);
  g_assert_true (has_text (GTK_WIDGET (fixture->dialog), "Removed 2 bookmarks"));

  remove_at (fixture, 0);
  assert_order (fixture, "");
  assert_page (fixture, "empty");
  g_assert_true (has_text (GTK_WIDGET (fixture->dialog), "Removed 3 bookmarks"));

  undo (fixture);
  assert_order (fixture, "nwh");
  assert_page (fixture, "list");
  g_assert_true (
      plumb_bookmark_equal (first, plumb_bookmark_row_get_bookmark (get_row (fixture, 0))));
}

static void
test_remove_dismissed (Fixture *fixture, gconstpointer data)
{
  remove_at (fixture, 0);
  adw_toast_overlay_dismiss_all (get_child (fixture, "toasts"));
  while (has_text (GTK_WIDGET (fixture->dialog), "Removed")) {
    g_main_context_iteration (NULL, TRUE);
  }
  undo (fixture);
  assert_order (fixture, "wh");

  /* Only what was removed since can be brought back. */
  remove_at (fixture, 0);
  undo (fixture);
  assert_order (fixture, "wh");
}

static void
test_remove_busy (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("plumb-bookmarks-XXXXXX", &error);
  g_autofree char *database = g_build_filename (path, PLUMB_STORE_FILE, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  Fixture fixture = { 0 };
  PlumbStore *store;
  sqlite3 *other;

  g_assert_no_error (error);
  store = plumb_store_open_with_patience (PLUMB_STORE_MODE_DISK, folder, 1);
  add_three (store);
  fixture_open (&fixture, store);

  /* Another program has begun to write. */
  g_assert_cmpint (sqlite3_open (database, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  remove_at (&fixture, 1);
  undo (&fixture);
  assert_order (&fixture, "nwh");

  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  remove_at (&fixture, 1);
  assert_order (&fixture, "nh");

  /* What can't be brought back now, can be later. */
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  undo (&fixture);
  assert_order (&fixture, "nh");
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  undo (&fixture);
  assert_order (&fixture, "nwh");

  sqlite3_close (other);
  fixture_tear_down (&fixture, NULL);
  g_remove (database);
  g_rmdir (path);
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  move_at (fixture, 0, 1);
  assert_order (fixture, "wnh");
  assert_focus (fixture, 1);
  move_at (fixture, 1, 1);
  assert_order (fixture, "whn");
  assert_focus (fixture, 2);
  move_at (fixture, 1, -1);
  assert_order (fixture, "hwn");
  assert_focus (fixture, 0);

  /* There is nothing beyond the ends. */
  move_at (fixture, 0, -1);
  move_at (fixture, 2, 1);
  assert_order (fixture, "hwn");
}

static gboolean
drop (Fixture *fixture, int from, double y)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean handled = FALSE;

  g_value_init (&value, PLUMB_TYPE_BOOKMARK);
  g_value_set_object (&value, plumb_bookmark_row_get_bookmark (get_row (fixture, from)));
  g_signal_emit_by_name (get_child (fixture, "drop_target"), "drop", &value, 10.0, y, &handled);

  return handled;
}

static double
get_middle (Fixture *fixture, int index)
{
  GtkWidget *row = GTK_WIDGET (get_row (fixture, index));
  graphene_rect_t bounds;

  while (gtk_widget_get_height (row) == 0) {
    g_main_context_iteration (NULL, TRUE);
  }
  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (fixture->list), &bounds));

  return graphene_rect_get_y (&bounds) + graphene_rect_get_height (&bounds) / 2;
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  GdkDragAction action = 0;

  g_assert_true (drop (fixture, 0, get_middle (fixture, 2)));
  assert_order (fixture, "whn");
  g_assert_true (drop (fixture, 2, get_middle (fixture, 0)));
  assert_order (fixture, "nwh");
  g_assert_true (drop (fixture, 1, get_middle (fixture, 1)));
  assert_order (fixture, "nwh");

  /* Below the last row there is nowhere to drop. */
  g_assert_false (drop (fixture, 0, 10000));
  assert_order (fixture, "nwh");
  g_signal_emit_by_name (get_child (fixture, "drop_target"), "motion", 10.0, 10000.0, &action);
  g_assert_cmpint (action, ==, 0);
  g_signal_emit_by_name (get_child (fixture, "drop_target"),
                         "motion",
                         10.0,
                         get_middle (fixture, 0),
                         &action);
  g_assert_cmpint (action, ==, GDK_ACTION_MOVE);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  assert_page (fixture, "empty");
  g_assert_true (has_text (get_child (fixture, "empty"), "No Bookmarks"));
  g_assert_true (has_text (get_child (fixture, "empty"), "Ctrl+D"));

  /* Another window adds one. */
  g_assert_true (plumb_store_add_bookmark (fixture->store, ONE, "One", NULL));
  assert_page (fixture, "list");
  assert_order (fixture, "n");
  g_assert_true (plumb_store_remove_bookmark (fixture->store, ONE, NULL));
  assert_page (fixture, "empty");
}

static void
test_nothing_is_kept (void)
{
  Fixture fixture = { 0 };

  fixture_open (&fixture, plumb_store_open (PLUMB_STORE_MODE_NONE, NULL));
  assert_page (&fixture, "empty");
  g_assert_true (has_text (get_child (&fixture, "empty"), "not kept"));
  g_assert_false (has_text (get_child (&fixture, "empty"), "Ctrl+D"));
  fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char *argv[])
{
  static const char some[] = "some";

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(name, data, func) \
  g_test_add ("/dialogs/bookmarks/" name, Fixture, data, fixture_set_up, func, fixture_tear_down)

  g_test_add_func ("/dialogs/bookmarks/new-destroy", test_new_destroy);
  g_test_add_func ("/dialogs/bookmarks/describe", test_describe);
  ADD ("row", some, test_row);
  ADD ("keys", some, test_keys);
  ADD ("activate", some, test_activate);
  ADD ("remove", some, test_remove);
  ADD ("remove-several", some, test_remove_several);
  ADD ("remove-dismissed", some, test_remove_dismissed);
  g_test_add_func ("/dialogs/bookmarks/remove-busy", test_remove_busy);
  ADD ("move", some, test_move);
  ADD ("drag", some, test_drag);
  ADD ("empty", NULL, test_empty);
  g_test_add_func ("/dialogs/bookmarks/nothing-is-kept", test_nothing_is_kept);

  return g_test_run ();
}
