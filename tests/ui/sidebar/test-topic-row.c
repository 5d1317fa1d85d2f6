/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-topic-row.h"

#include "plumb-read-marks.h"
#include "plumb-ui-test.h"
#include "sidebar-fixtures.h"

static const int sizes[] = { 4, -1 };
static const SidebarSpec spec = { .sections = sizes, .n_upcoming = 1 };

static void
test_new_destroy (void)
{
  g_autoptr (SidebarLibrary) made = sidebar_library_new (&spec);
  g_autoptr (PlumbStore) store = plumb_ui_test_new_store ();
  g_autoptr (PlumbTopicEntry) entry = plumb_library_lookup_entry (made->library, "t2", NULL);
  GtkWidget *row = g_object_ref_sink (plumb_topic_row_new ());

  plumb_topic_row_set_store (PLUMB_TOPIC_ROW (row), store, "made");
  plumb_topic_row_set_entry (PLUMB_TOPIC_ROW (row), entry);
  g_assert_true (plumb_topic_row_get_entry (PLUMB_TOPIC_ROW (row)) == entry);
  g_assert_finalize_object (row);

  /* Nothing of the row is left in the store. */
  plumb_store_mark_read (store, "made", "t2", 1, PLUMB_READ_HOW_SEEN, NULL);
}

static void
test_describe (void)
{
  const struct {
    guint read;
    gboolean upcoming;
    const char *label;
  } cases[] = {
    { 0, FALSE, "Goodhart’s law. Not read yet." },
    { 1, FALSE, "Goodhart’s law. Level 1 read." },
    { 2, FALSE, "Goodhart’s law. Level 2 read." },
    { 3, FALSE, "Goodhart’s law. Levels 1 and 2 read." },
    { 4, FALSE, "Goodhart’s law. Level 3 read." },
    { 5, FALSE, "Goodhart’s law. Levels 1 and 3 read." },
    { 6, FALSE, "Goodhart’s law. Levels 2 and 3 read." },
    { 7, FALSE, "Goodhart’s law. Levels 1, 2 and 3 read." },
    { 8, FALSE, "Goodhart’s law. Not read yet." },
    { 0, TRUE, "Goodhart’s law. To come." },
    { 3, TRUE, "Goodhart’s law. To come." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *label = plumb_topic_row_describe ("Goodhart’s law",
                                                       cases[i].read,
                                                       cases[i].upcoming);

    g_assert_cmpstr (label, ==, cases[i].label);
  }
}

static PlumbReadMarks *
get_marks (GtkWidget *row)
{
  return PLUMB_READ_MARKS (plumb_ui_test_find (row, PLUMB_TYPE_READ_MARKS));
}

static void
test_follows_store (void)
{
  g_autoptr (SidebarLibrary) made = sidebar_library_new (&spec);
  g_autoptr (PlumbStore) store = plumb_ui_test_new_store ();
  g_autoptr (PlumbTopicEntry) entry = plumb_library_lookup_entry (made->library, "t2", NULL);
  g_autoptr (PlumbTopicEntry) other = plumb_library_lookup_entry (made->library, "t3", NULL);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (plumb_topic_row_new ());
  PlumbTopicRow *row = PLUMB_TOPIC_ROW (widget);
  guint n = 0;

  g_assert_null (plumb_topic_row_get_label (row));
  plumb_topic_row_set_entry (row, entry);
  g_assert_cmpstr (plumb_topic_row_get_label (row), ==, "Topic 2. Not read yet.");
  g_assert_cmpuint (plumb_read_marks_get_levels (get_marks (widget)), ==, 7);

  plumb_store_mark_read (store, "made", "t2", 1, PLUMB_READ_HOW_SEEN, NULL);
  plumb_topic_row_set_store (row, store, "made");
  g_assert_cmpstr (plumb_topic_row_get_label (row), ==, "Topic 2. Level 1 read.");

  g_signal_connect (row, "notify::label", G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
  plumb_store_mark_read (store, "made", "t2", 3, PLUMB_READ_HOW_MARKED, NULL);
  g_assert_cmpstr (plumb_topic_row_get_label (row), ==, "Topic 2. Levels 1 and 3 read.");
  g_assert_cmpuint (plumb_read_marks_get_read (get_marks (widget)), ==, 5);
  g_assert_cmpuint (n, ==, 1);

  /* Another topic, and the same in another library, are not this one. */
  plumb_store_mark_read (store, "made", "t3", 1, PLUMB_READ_HOW_SEEN, NULL);
  plumb_store_mark_read (store, "other", "t2", 2, PLUMB_READ_HOW_SEEN, NULL);
  g_assert_cmpuint (n, ==, 1);

  plumb_store_unmark_read (store, "made", "t2", 1, NULL);
  g_assert_cmpstr (plumb_topic_row_get_label (row), ==, "Topic 2. Level 3 read.");

  plumb_topic_row_set_entry (row, other);
  g_assert_cmpstr (plumb_topic_row_get_label (row), ==, "Topic 3. Level 1 read.");
  plumb_store_mark_read (store, "made", "t2", 1, PLUMB_READ_HOW_SEEN, NULL);
  g_assert_cmpstr (plumb_topic_row_get_label (row), ==, "Topic 3. Level 1 read.");

  plumb_topic_row_set_store (row, NULL, NULL);
  g_assert_cmpstr (plumb_topic_row_get_label (row), ==, "Topic 3. Not read yet.");
}

static void
test_kinds (void)
{
  const struct {
    const char *id;
    const char *tag;
    const char *label;
    guint levels;
    gboolean upcoming;
  } cases[] = {
    { "t0", NULL, "Topic 0. Not read yet.", 1, FALSE },
    { "t1", "Draft", "Topic 1. Not read yet.", 7, FALSE },
    { "later-0", "To come", "Later 0. To come.", 0, TRUE },
    { "t2", NULL, "Topic 2. Not read yet.", 7, FALSE },
  };
  g_autoptr (SidebarLibrary) made = sidebar_library_new (&spec);
  g_autoptr (GtkWidget) row = g_object_ref_sink (plumb_topic_row_new ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbTopicEntry)
        entry = plumb_library_lookup_entry (made->library, cases[i].id, NULL);
    gboolean upcoming;

    plumb_topic_row_set_entry (PLUMB_TOPIC_ROW (row), entry);
    g_object_get (row, "upcoming", &upcoming, NULL);
    g_assert_cmpstr (plumb_topic_row_get_tag (PLUMB_TOPIC_ROW (row)), ==, cases[i].tag);
    g_assert_cmpstr (plumb_topic_row_get_label (PLUMB_TOPIC_ROW (row)), ==, cases[i].label);
    g_assert_cmpuint (plumb_read_marks_get_levels (get_marks (row)), ==, cases[i].levels);
    g_assert_cmpint (upcoming, ==, cases[i].upcoming);
    g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (get_marks (row))), !=, upcoming);
    g_assert_cmpint (gtk_widget_has_css_class (row, "upcoming"), ==, upcoming);
    if (cases[i].tag != NULL) {
      g_assert_nonnull (plumb_ui_test_find_label (row, cases[i].tag));
    }
  }
}

int
main (int argc, char **argv)
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/topic-row/new-destroy", test_new_destroy);
  g_test_add_func ("/ui/topic-row/describe", test_describe);
  g_test_add_func ("/ui/topic-row/follows-store", test_follows_store);
  g_test_add_func ("/ui/topic-row/kinds", test_kinds);

  return g_test_run ();
}
