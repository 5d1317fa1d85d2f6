/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-topic-list.h"

#include "plumb-ui-test.h"
#include "sidebar-fixtures.h"

static const int sizes[] = { 2, 0, 3, 1, -1 };
static const SidebarSpec spec = { .sections = sizes, .n_upcoming = 2 };

static void
test_new_destroy (void)
{
  PlumbTopicList *list = plumb_topic_list_new (NULL);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));
  g_assert_null (plumb_topic_list_get_section_title (list, 0));
  g_assert_finalize_object (list);
}

static void
test_items (void)
{
  g_autoptr (SidebarLibrary) made = sidebar_library_new (&spec);
  g_autoptr (PlumbTopicList) list = plumb_topic_list_new (made->library);
  const char *const ids[] = { "t0", "t1", "t2", "t3", "t4", "t5", "later-0", "later-1" };

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == PLUMB_TYPE_TOPIC_ENTRY);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (G_LIST_MODEL (list), i);

    g_assert_cmpstr (plumb_topic_entry_get_id (entry), ==, ids[i]);
  }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), G_N_ELEMENTS (ids)));
}

static void
test_sections (void)
{
  g_autoptr (SidebarLibrary) made = sidebar_library_new (&spec);
  g_autoptr (PlumbTopicList) list = plumb_topic_list_new (made->library);
  const struct {
    guint start;
    guint end;
    const char *title;
  } expected[] = {
    { 0, 2, "Section 0" },  { 0, 2, "Section 0" },  { 2, 5, "Section 2" }, { 2, 5, "Section 2" },
    { 2, 5, "Section 2" },  { 5, 8, "Section 3" },  { 5, 8, "Section 3" }, { 5, 8, "Section 3" },
    { 8, G_MAXUINT, NULL }, { 8, G_MAXUINT, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    guint start, end;

    gtk_section_model_get_section (GTK_SECTION_MODEL (list), i, &start, &end);
    g_assert_cmpuint (start, ==, expected[i].start);
    g_assert_cmpuint (end, ==, expected[i].end);
    g_assert_cmpstr (plumb_topic_list_get_section_title (list, i), ==, expected[i].title);
  }
}

static void
test_narrow (void)
{
  g_autoptr (SidebarLibrary) made = sidebar_library_new (&spec);
  g_autoptr (PlumbTopicList) list = plumb_topic_list_new (made->library);
  g_autoptr (PlumbTopicEntry) entry = NULL;
  guint start, end;

  plumb_topic_list_narrow (list, 4, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  entry = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (plumb_topic_entry_get_id (entry), ==, "t3");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 3));
  gtk_section_model_get_section (GTK_SECTION_MODEL (list), 1, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 2);
  gtk_section_model_get_section (GTK_SECTION_MODEL (list), 2, &start, &end);
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, 3);
  g_assert_cmpstr (plumb_topic_list_get_section_title (list, 0), ==, "Section 2");
  g_assert_cmpuint (plumb_topic_list_find (list, 4), ==, 1);
  g_assert_cmpuint (plumb_topic_list_find (list, 2), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (plumb_topic_list_find (list, 6), ==, GTK_INVALID_LIST_POSITION);

  /* There are as many as asked for at either end, too. */
  plumb_topic_list_narrow (list, 0, 3);
  g_assert_cmpuint (plumb_topic_list_find (list, 0), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  plumb_topic_list_narrow (list, 7, 3);
  g_assert_cmpuint (plumb_topic_list_find (list, 7), ==, 2);
  plumb_topic_list_narrow (list, 7, 30);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 8);

  plumb_topic_list_narrow (list, 4, 3);
  plumb_topic_list_widen (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 8);
  g_assert_cmpuint (plumb_topic_list_find (list, 7), ==, 7);
  gtk_section_model_get_section (GTK_SECTION_MODEL (list), 4, &start, &end);
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, 5);
}

/* The sections follow one another without a gap, and are those that the library says. */
static void
test_bundled (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopicList) list = plumb_topic_list_new (library);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint n_sections = 0;

  g_assert_cmpuint (n_items, >, 0);
  for (guint i = 0; i < n_items;) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (G_LIST_MODEL (list), i);
    guint start, end, library_start, library_end;

    gtk_section_model_get_section (GTK_SECTION_MODEL (list), i, &start, &end);
    plumb_library_get_section_range (library,
                                     plumb_topic_entry_get_section (entry),
                                     &library_start,
                                     &library_end);
    g_assert_cmpuint (start, ==, i);
    g_assert_cmpuint (start, ==, library_start);
    g_assert_cmpuint (end, ==, library_end);
    n_sections++;
    i = end;
  }
  g_assert_cmpuint (n_sections, >, 1);
}

typedef struct {
  guint n;
  guint position;
  guint removed;
  guint added;
} Change;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Change *change)
{
  *change = (Change) { change->n + 1, position, removed, added };
}

static void
test_library (void)
{
  static const int other_sizes[] = { 1, -1 };
  static const SidebarSpec other_spec = { .sections = other_sizes };
  g_autoptr (SidebarLibrary) made = sidebar_library_new (&spec);
  g_autoptr (SidebarLibrary) other = sidebar_library_new (&other_spec);
  g_autoptr (PlumbTopicList) list = plumb_topic_list_new (NULL);
  Change change = { 0 };
  guint n_library = 0, n_items = 0;

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &change);
  g_signal_connect (list,
                    "notify::library",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n_library);
  g_signal_connect (list, "notify::n-items", G_CALLBACK (plumb_ui_test_count_notify_cb), &n_items);

  plumb_topic_list_set_library (list, made->library);
  g_assert_true (plumb_topic_list_get_library (list) == made->library);
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (change.position, ==, 0);
  g_assert_cmpuint (change.removed, ==, 0);
  g_assert_cmpuint (change.added, ==, 8);
  g_assert_cmpuint (n_library, ==, 1);
  g_assert_cmpuint (n_items, ==, 1);

  plumb_topic_list_set_library (list, made->library);
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (n_library, ==, 1);

  g_object_set (list, "library", other->library, NULL);
  g_assert_cmpuint (change.n, ==, 2);
  g_assert_cmpuint (change.removed, ==, 8);
  g_assert_cmpuint (change.added, ==, 1);

  plumb_topic_list_set_library (list, NULL);
  g_assert_cmpuint (change.n, ==, 3);
  g_assert_cmpuint (change.removed, ==, 1);
  g_assert_cmpuint (change.added, ==, 0);
  g_assert_cmpuint (n_items, ==, 3);
}

int
main (int argc, char **argv)
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/topic-list/new-destroy", test_new_destroy);
  g_test_add_func ("/ui/topic-list/items", test_items);
  g_test_add_func ("/ui/topic-list/sections", test_sections);
  g_test_add_func ("/ui/topic-list/narrow", test_narrow);
  g_test_add_func ("/ui/topic-list/bundled", test_bundled);
  g_test_add_func ("/ui/topic-list/library", test_library);

  return g_test_run ();
}
