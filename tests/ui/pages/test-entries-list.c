/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-entries-header.h"
#include "plumb-entries-list.h"
#include "plumb-entry-row.h"
#include "plumb-ui-test.h"

#define N_ENTRIES 300

static char *
dup_details_cb (PlumbEntry *entry)
{
  return g_strdup ("The reply.");
}

/* Three hundred entries, ten a section, with two groups. */
static GPtrArray *
make_entries (PlumbLibrary *library)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_ENTRIES; i++) {
    g_autoptr (GObject) record = g_object_new (G_TYPE_OBJECT, NULL);
    g_autofree char *key = g_strdup_printf ("term:%u", i);
    PlumbEntry *entry = plumb_entry_new (library, key, record);

    entry->section = i / 10;
    entry->group = g_strdup_printf ("Group %u", i / 150);
    entry->heading = g_strdup_printf ("Section %u", i / 10);
    entry->title = g_strdup_printf ("Entry %u", i);
    entry->text = g_strdup ("A few words, enough for a line or two where the list is narrow.");
    entry->details_title = g_strdup ("More");
    entry->dup_details = dup_details_cb;
    g_ptr_array_add (entries, entry);
  }

  return entries;
}

typedef struct {
  PlumbLibrary *library;
  GPtrArray *entries;
  PlumbEntriesList *list;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = plumb_ui_test_open_library ();
  fixture->entries = make_entries (fixture->library);
  fixture->list = PLUMB_ENTRIES_LIST (plumb_entries_list_new ());
  plumb_entries_list_set_intro (fixture->list, "Title", "What it is.");
  plumb_entries_list_set_entries (fixture->list, fixture->entries);
  fixture->window = plumb_ui_test_show (GTK_WIDGET (fixture->list), 500, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_ptr_array_unref (fixture->entries);
  g_object_unref (fixture->library);
}

static void
wait_complete (Fixture *fixture)
{
  plumb_ui_test_wait_until (plumb_entries_list_get_complete (fixture->list));
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->list));
}

static PlumbEntry *
get_entry (Fixture *fixture, guint position)
{
  return g_ptr_array_index (fixture->entries, position);
}

static GtkWidget *
find_row (GtkWidget *root, PlumbEntry *entry)
{
  if (PLUMB_IS_ENTRY_ROW (root)) {
    return plumb_entry_row_get_entry (PLUMB_ENTRY_ROW (root)) == entry ? root : NULL;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, entry);

    if (found != NULL) {
      return found;
    }
  }

  return NULL;
}

static void
test_new_destroy (void)
{
  PlumbEntriesList *list = g_object_ref_sink (PLUMB_ENTRIES_LIST (plumb_entries_list_new ()));

  g_assert_finalize_object (list);
}

static void
test_finalize (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (GPtrArray) entries = make_entries (library);
  PlumbEntriesList *list = g_object_ref_sink (PLUMB_ENTRIES_LIST (plumb_entries_list_new ()));
  GtkWidget *window;

  plumb_entries_list_set_entries (list, entries);
  window = plumb_ui_test_show (GTK_WIDGET (list), 500, 400);
  plumb_entries_list_reveal (list, g_ptr_array_index (entries, 250));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (list);
}

static void
test_properties (void)
{
  g_autoptr (GtkWidget) list = g_object_ref_sink (plumb_entries_list_new ());
  guint n = 0;
  int width;

  g_signal_connect (list, "notify::text-width", G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
  g_object_set (list, "text-width", 500, NULL);
  g_object_set (list, "text-width", 500, NULL);
  g_object_get (list, "text-width", &width, NULL);
  g_assert_cmpint (width, ==, 500);
  g_assert_cmpuint (n, ==, 1);
}

/* A long list is there at once, and its rows come a few each frame. */
static void
test_grows (Fixture *fixture, gconstpointer data)
{
  guint n_first = plumb_ui_test_count (GTK_WIDGET (fixture->list), PLUMB_TYPE_ENTRY_ROW);

  g_assert_cmpuint (n_first, >, 0);
  g_assert_cmpuint (n_first, <, 60);
  g_assert_false (plumb_entries_list_get_complete (fixture->list));
  wait_complete (fixture);
  g_assert_cmpuint (plumb_ui_test_count (GTK_WIDGET (fixture->list), PLUMB_TYPE_ENTRY_ROW),
                    >,
                    n_first);
  g_assert_cmpuint (plumb_entries_list_get_n_shown (fixture->list), ==, N_ENTRIES);
}

static void
test_headings (Fixture *fixture, gconstpointer data)
{
  const struct {
    const char *text;
    int level;
  } headings[] = { { "Title", 1 }, { "Group 0", 2 }, { "Section 0", 3 }, { "Entry 0", 3 } };
  GtkWidget *list_view = plumb_ui_test_find (GTK_WIDGET (fixture->list), GTK_TYPE_LIST_VIEW);

  wait_complete (fixture);
  gtk_test_accessible_assert_role (list_view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (list_view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Title");
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++) {
    GtkWidget *heading = plumb_ui_test_find_label (GTK_WIDGET (fixture->list), headings[i].text);

    g_assert_true (gtk_widget_get_mapped (heading));
    gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
    gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LEVEL, headings[i].level);
  }
  gtk_test_accessible_assert_role (
      gtk_widget_get_parent (find_row (GTK_WIDGET (fixture->list), get_entry (fixture, 0))),
      GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (
      gtk_widget_get_parent (find_row (GTK_WIDGET (fixture->list), get_entry (fixture, 0))),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Entry 0");
}

/* A group is named above its first section, and above no other. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  wait_complete (fixture);
  for (GtkWidget *child = gtk_widget_get_first_child (
           plumb_ui_test_find (GTK_WIDGET (fixture->list), GTK_TYPE_LIST_VIEW));
       child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *header = gtk_widget_get_first_child (child);
    GtkWidget *group;

    if (header == NULL || !PLUMB_IS_ENTRIES_HEADER (header)) {
      continue;
    }
    group = plumb_ui_test_find_label (header, "Group 0");
    n += group != NULL && gtk_widget_get_visible (group);
  }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  const char *const some[] = { "29", NULL };
  const char *const none[] = { "nowhere", NULL };
  GtkWidget *title;

  wait_complete (fixture);
  title = plumb_ui_test_find_label (GTK_WIDGET (fixture->list), "Title");
  plumb_entries_list_set_words (fixture->list, some);
  /* 29, 129, 229, and 290 to 299. */
  g_assert_cmpuint (plumb_entries_list_get_n_shown (fixture->list), ==, 13);
  wait_complete (fixture);
  g_assert_null (find_row (GTK_WIDGET (fixture->list), get_entry (fixture, 0)));
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->list), get_entry (fixture, 290)));
  plumb_entries_list_set_words (fixture->list, none);
  g_assert_cmpuint (plumb_entries_list_get_n_shown (fixture->list), ==, 0);
  plumb_entries_list_set_words (fixture->list, NULL);
  wait_complete (fixture);
  title = plumb_ui_test_find_label (GTK_WIDGET (fixture->list), "Title");
  g_assert_true (gtk_widget_get_mapped (title));
}

static gboolean
is_in_view (Fixture *fixture, PlumbEntry *entry)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->list), entry);
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_get_mapped (row) &&
         gtk_widget_compute_bounds (row, GTK_WIDGET (fixture->list), &bounds) &&
         bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <=
             (float) gtk_widget_get_height (GTK_WIDGET (fixture->list));
}

static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  const guint positions[] = { 280, 150, 3, 299, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++) {
    PlumbEntry *entry = get_entry (fixture, positions[i]);
    GtkWidget *focus;

    g_test_message ("Entry %u", positions[i]);
    plumb_entries_list_reveal (fixture->list, entry);
    gtk_widget_grab_focus (GTK_WIDGET (fixture->list));
    wait_complete (fixture);
    plumb_ui_test_wait_until (is_in_view (fixture, entry));
    focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
    g_assert_true (find_row (focus, entry) != NULL);
  }
}

static void
test_scrolled (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = plumb_ui_test_find (GTK_WIDGET (fixture->list), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gboolean scrolled;

  wait_complete (fixture);
  g_object_get (fixture->list, "scrolled", &scrolled, NULL);
  g_assert_false (scrolled);
  gtk_adjustment_set_value (adjustment, 300);
  g_object_get (fixture->list, "scrolled", &scrolled, NULL);
  g_assert_true (scrolled);
}

static void
test_expand_all (Fixture *fixture, gconstpointer data)
{
  plumb_entries_list_expand_all (fixture->list, TRUE);
  g_assert_false (plumb_entries_list_get_complete (fixture->list));
  wait_complete (fixture);
  for (guint i = 0; i < N_ENTRIES; i++) {
    g_assert_true (plumb_entry_get_expanded (get_entry (fixture, i)));
  }
  plumb_entries_list_expand_all (fixture->list, FALSE);
  wait_complete (fixture);
  g_assert_false (plumb_entry_get_expanded (get_entry (fixture, N_ENTRIES - 1)));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/entries-list/new-destroy", test_new_destroy);
  g_test_add_func ("/entries-list/finalize", test_finalize);
  g_test_add_func ("/entries-list/properties", test_properties);
  ADD ("/entries-list/grows", test_grows);
  ADD ("/entries-list/headings", test_headings);
  ADD ("/entries-list/groups", test_groups);
  ADD ("/entries-list/words", test_words);
  ADD ("/entries-list/reveal", test_reveal);
  ADD ("/entries-list/scrolled", test_scrolled);
  ADD ("/entries-list/expand-all", test_expand_all);

  return g_test_run ();
}
