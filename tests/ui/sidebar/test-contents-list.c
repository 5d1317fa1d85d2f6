/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-contents-list.h"
#include "plumb-page-row.h"
#include "plumb-ui-test.h"

static GListModel *
make_pages (void)
{
  GListStore *pages = g_list_store_new (PLUMB_TYPE_PAGE_ENTRY);
  const PlumbPage kinds[] = { PLUMB_PAGE_TERM, PLUMB_PAGE_PERSON };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (PlumbPageEntry) entry = plumb_page_entry_new (plumb_page_table_lookup (kinds[i]));

    g_list_store_append (pages, entry);
  }

  return G_LIST_MODEL (pages);
}

static void
test_new_destroy (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopicList) topics = plumb_topic_list_new (library);
  g_autoptr (GListModel) pages = make_pages ();
  PlumbContentsList *list = plumb_contents_list_new (topics);

  plumb_contents_list_set_pages (list, pages);
  g_assert_finalize_object (list);
}

typedef struct {
  guint position;
  guint removed;
  guint added;
  guint n;
} Change;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Change *change)
{
  *change = (Change) { position, removed, added, change->n + 1 };
}

static void
test_items (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopicList) topics = plumb_topic_list_new (library);
  g_autoptr (PlumbContentsList) list = plumb_contents_list_new (topics);
  g_autoptr (GListModel) pages = make_pages ();
  guint n_topics = g_list_model_get_n_items (G_LIST_MODEL (topics));
  g_autoptr (GObject) topic = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autoptr (GObject) page = NULL;
  Change change = { 0 };
  guint start, end;

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &change);
  g_assert_false (plumb_contents_list_has_pages (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_topics);
  g_assert_true (PLUMB_IS_TOPIC_ENTRY (topic));

  plumb_contents_list_set_pages (list, pages);
  g_assert_true (plumb_contents_list_has_pages (list));
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (change.position, ==, n_topics);
  g_assert_cmpuint (change.removed, ==, 0);
  g_assert_cmpuint (change.added, ==, 2);
  page = g_list_model_get_item (G_LIST_MODEL (list), n_topics + 1);
  g_assert_true (PLUMB_IS_PAGE_ENTRY (page));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), n_topics + 2));

  /* The pages are a section of their own, after those of the topics. */
  gtk_section_model_get_section (GTK_SECTION_MODEL (list), n_topics, &start, &end);
  g_assert_cmpuint (start, ==, n_topics);
  g_assert_cmpuint (end, ==, n_topics + 2);
  g_assert_cmpstr (plumb_contents_list_get_section_title (list, n_topics), ==, "Reference");
  gtk_section_model_get_section (GTK_SECTION_MODEL (list), n_topics - 1, &start, &end);
  g_assert_cmpuint (end, ==, n_topics);
  gtk_section_model_get_section (GTK_SECTION_MODEL (list), n_topics + 2, &start, &end);
  g_assert_cmpuint (start, ==, n_topics + 2);
  g_assert_cmpuint (end, ==, G_MAXUINT);

  /* Topics may come and go under them. */
  plumb_topic_list_set_library (topics, NULL);
  g_assert_cmpuint (change.n, ==, 2);
  g_assert_cmpuint (change.position, ==, 0);
  g_assert_cmpuint (change.removed, ==, n_topics);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  plumb_contents_list_set_pages (list, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static void
test_find (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopicList) topics = plumb_topic_list_new (library);
  g_autoptr (PlumbContentsList) list = plumb_contents_list_new (topics);
  g_autoptr (GListModel) pages = make_pages ();
  guint n_topics = g_list_model_get_n_items (G_LIST_MODEL (topics));
  const struct {
    const char *uri;
    guint position;
  } cases[] = {
    { "plumb:", GTK_INVALID_LIST_POSITION },
    { "plumb:topic/what-alignment-is?level=2", GTK_INVALID_LIST_POSITION },
    { "plumb:term", n_topics },
    { "plumb:term/proxy", n_topics },
    { "plumb:person/jan-leike", n_topics + 1 },
    /* On the page of the people, too. */
    { "plumb:source/gao22", n_topics + 1 },
    /* A page that this list does not have. */
    { "plumb:pitfalls", GTK_INVALID_LIST_POSITION },
  };

  plumb_contents_list_set_pages (list, pages);
  g_assert_cmpuint (plumb_contents_list_find_page (list, NULL), ==, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbPlace) place = plumb_place_parse (cases[i].uri, NULL);

    g_test_message ("%s", cases[i].uri);
    g_assert_cmpuint (plumb_contents_list_find_page (list, place), ==, cases[i].position);
  }
}

static void
test_page (void)
{
  g_autoptr (PlumbPageEntry)
      entry = plumb_page_entry_new (plumb_page_table_lookup (PLUMB_PAGE_TERM));
  g_autoptr (PlumbPlace) place = plumb_page_entry_dup_place (entry);
  g_autofree char *uri = plumb_place_to_uri (place);
  GtkWidget *row = g_object_ref_sink (plumb_page_row_new (entry));

  g_assert_cmpstr (plumb_page_entry_get_title (entry), ==, "Glossary");
  g_assert_cmpstr (uri, ==, "plumb:term");
  g_assert_true (plumb_page_row_get_entry (PLUMB_PAGE_ROW (row)) == entry);
  g_assert_nonnull (plumb_ui_test_find_label (row, "Glossary"));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_NONE);
  g_assert_finalize_object (row);
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/contents-list/new-destroy", test_new_destroy);
  g_test_add_func ("/contents-list/items", test_items);
  g_test_add_func ("/contents-list/find", test_find);
  g_test_add_func ("/contents-list/page", test_page);

  return g_test_run ();
}
