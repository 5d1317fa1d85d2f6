/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <plumb-problem.h>

#include "plumb-entries-page.h"
#include "plumb-entry-row.h"
#include "plumb-glossary-page.h"
#include "plumb-people-page.h"
#include "plumb-pitfalls-page.h"
#include "plumb-ui-test.h"

typedef struct {
  GType (*get_type) (void);
  const char *title;
  const char *uri;
  /* A place of one entry, what it is called, and a place of none. */
  const char *one;
  const char *name;
  const char *unknown;
  /* Words that find few. */
  const char *words;
  const char *empty_title;
} Page;

static const Page pages[] = {
  { plumb_glossary_page_get_type,
    "Glossary",
    "plumb:term",
    "plumb:term/proxy",
    "Proxy",
    "plumb:term/no-such-term",
    "PRÓXY meäsurable",
    "No Glossary" },
  { plumb_people_page_get_type,
    "Key People and Resources",
    "plumb:person",
    "plumb:person/jan-leike",
    "Jan Leike",
    "plumb:person/nobody",
    "leike",
    "No People or Resources" },
  { plumb_people_page_get_type,
    "Key People and Resources",
    "plumb:source",
    "plumb:source/gao22",
    NULL,
    "plumb:source/no-such-source",
    "overoptimization 2022",
    "No People or Resources" },
  { plumb_pitfalls_page_get_type,
    "Common Pitfalls",
    "plumb:pitfalls",
    "plumb:pitfalls/goodharts-law",
    NULL,
    "plumb:pitfalls/no-such-topic",
    "goodhart’s",
    "No Pitfalls" },
};

typedef struct {
  PlumbLibrary *library;
  PlumbPreferences *preferences;
  PlumbEntriesPage *page;
} Fixture;

static PlumbEntriesPage *
new_page (const Page *page, PlumbLibrary *library, PlumbPreferences *preferences)
{
  return g_object_ref_sink (
      g_object_new (page->get_type (), "library", library, "preferences", preferences, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = plumb_ui_test_open_library ();
  fixture->preferences = plumb_ui_test_new_preferences ();
  fixture->page = new_page (data, fixture->library, fixture->preferences);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->page);
  g_object_unref (fixture->preferences);
  g_object_unref (fixture->library);
}

static PlumbPlace *
show (PlumbEntriesPage *page, const char *uri, GError **error)
{
  g_autoptr (PlumbPlace) place = plumb_place_parse (uri, NULL);
  PlumbPlace *shown;

  g_assert_nonnull (place);
  shown = plumb_page_view_show (PLUMB_PAGE_VIEW (page), place, error);
  g_assert_true (shown == NULL || plumb_place_equal (shown, place));

  return shown;
}

static void
test_shows (Fixture *fixture, gconstpointer data)
{
  const Page *page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPlace) all = show (fixture->page, page->uri, &error);
  g_autoptr (PlumbPlace) one = NULL;
  guint n = plumb_entries_page_get_n_shown (fixture->page);
  PlumbEntry *marked;
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (all);
  g_assert_cmpuint (n, >, 50);
  g_assert_cmpstr (plumb_page_view_get_title (PLUMB_PAGE_VIEW (fixture->page)), ==, page->title);
  g_assert_null (plumb_entries_page_get_marked (fixture->page));

  one = show (fixture->page, page->one, &error);
  g_assert_no_error (error);
  marked = plumb_entries_page_get_marked (fixture->page);
  g_assert_true (plumb_entry_get_marked (marked));
  name = plumb_entry_dup_name (marked);
  if (page->name != NULL) {
    g_assert_cmpstr (name, ==, page->name);
  }
  g_assert_cmpuint (plumb_entries_page_get_n_shown (fixture->page), ==, n);

  /* Going to all of them takes the mark away. */
  g_clear_pointer (&all, plumb_place_unref);
  all = show (fixture->page, page->uri, &error);
  g_assert_null (plumb_entries_page_get_marked (fixture->page));
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  const Page *page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPlace) shown = show (fixture->page, page->unknown, &error);

  g_assert_null (shown);
  g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_DANGLING);
}

/* Case and accents make no difference, and an entry that is asked for is there whatever the words are. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  const Page *page = data;
  g_autoptr (PlumbPlace) all = show (fixture->page, page->uri, NULL);
  g_autoptr (PlumbPlace) one = NULL;
  guint n = plumb_entries_page_get_n_shown (fixture->page);
  gboolean title_shown;

  plumb_entries_page_set_filter (fixture->page, page->words);
  g_assert_cmpuint (plumb_entries_page_get_n_shown (fixture->page), >, 0);
  g_assert_cmpuint (plumb_entries_page_get_n_shown (fixture->page), <, n / 4);
  /* The title on the page makes room for what was found. */
  g_object_get (fixture->page, "title-shown", &title_shown, NULL);
  g_assert_true (title_shown);

  g_object_set (fixture->page, "filter", "no entry has these words", NULL);
  g_assert_cmpuint (plumb_entries_page_get_n_shown (fixture->page), ==, 0);
  g_assert_true (gtk_widget_get_visible (
      plumb_ui_test_find_label (GTK_WIDGET (fixture->page), "Nothing Found")));
  one = show (fixture->page, page->one, NULL);
  g_assert_nonnull (one);
  g_assert_cmpuint (plumb_entries_page_get_n_shown (fixture->page), ==, n);
  g_assert_cmpstr (plumb_entries_page_get_filter (fixture->page), ==, "");
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  const Page *page = data;
  g_autoptr (PlumbPlace) all = show (fixture->page, page->uri, NULL);
  GtkWidget *window = plumb_ui_test_show (GTK_WIDGET (fixture->page), 600, 500);
  GtkWidget *entry = plumb_ui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *focus;

  g_assert_true (plumb_page_view_can_find (PLUMB_PAGE_VIEW (fixture->page)));
  plumb_page_view_find (PLUMB_PAGE_VIEW (fixture->page));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (gtk_widget_is_ancestor (focus, entry));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A library that has none of it says so, and has none that could be asked for. */
static void
test_empty (gconstpointer data)
{
  const Page *page = data;
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_small_library ();
  g_autoptr (PlumbPreferences) preferences = plumb_ui_test_new_preferences ();
  PlumbEntriesPage *view = new_page (page, library, preferences);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPlace) all = show (view, page->uri, &error);
  g_autoptr (PlumbPlace) one = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (all);
  g_assert_true (
      gtk_widget_get_visible (plumb_ui_test_find_label (GTK_WIDGET (view), page->empty_title)));
  one = show (view, page->one, &error);
  g_assert_null (one);
  g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_DANGLING);
  g_assert_finalize_object (view);
}

static PlumbEntry *
mark (PlumbEntriesPage *page, const char *uri)
{
  g_autoptr (PlumbPlace) shown = show (page, uri, NULL);
  PlumbEntry *entry = plumb_entries_page_get_marked (page);

  plumb_entry_fill (entry);

  return entry;
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL) {
    g_error ("“%s” is not in “%s”", part, text);
  }
}

/* What the entries say comes from the data. */
static void
test_term (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbPreferences) preferences = plumb_ui_test_new_preferences ();
  g_autoptr (PlumbEntriesPage) page = new_page (&pages[0], library, preferences);
  PlumbEntry *entry = mark (page, "plumb:term/proxy");

  g_assert_cmpstr (entry->heading, ==, "P");
  assert_has (entry->text, "stands in");
  assert_has (entry->notes, "Forms: proxies");
  assert_has (entry->notes, "See also: <a href='term:goodhart");
  assert_has (entry->notes, "Explained in: <a href='topic:asked-and-meant'>");
  assert_has (entry->notes, "<a href='topic:outer-alignment'>");
}

static void
test_person (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbPreferences) preferences = plumb_ui_test_new_preferences ();
  g_autoptr (PlumbEntriesPage) page = new_page (&pages[1], library, preferences);
  PlumbEntry *entry = mark (page, "plumb:person/yoshua-bengio");
  g_autofree char *details = NULL;

  g_assert_cmpstr (entry->heading, ==, "People");
  assert_has (entry->notes, "Works: <a href='source:");
  assert_has (entry->notes, "Named in: ");
  assert_has (entry->details_title, "■ Moderate in 5 debates");
  details = entry->dup_details (entry);
  assert_has (details, "<a href='plumb:topic/harms-today#debate'>");

  entry = mark (page, "plumb:person/metr");
  g_assert_cmpstr (entry->heading, ==, "Organisations");
  /* Who is named in no debate has nothing to open. */
  g_assert_null (entry->details_title);
}

static void
test_source (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbPreferences) preferences = plumb_ui_test_new_preferences ();
  g_autoptr (PlumbEntriesPage) page = new_page (&pages[2], library, preferences);
  PlumbEntry *entry = mark (page, "plumb:source/bradleyterry52");

  g_assert_cmpstr (entry->heading, ==, "Papers");
  assert_has (entry->text, "https://doi.org/10.1093/biomet/39.3-4.324");
  assert_has (entry->notes, "Paper\nUsed in 2 topics: <a href='topic:");
}

static void
test_pitfall (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbPreferences) preferences = plumb_ui_test_new_preferences ();
  g_autoptr (PlumbEntriesPage) page = new_page (&pages[3], library, preferences);
  PlumbEntry *entry = mark (page, "plumb:pitfalls/goodharts-law");
  g_autofree char *details = entry->dup_details (entry);
  g_autoptr (PlumbTopic) topic = plumb_library_load_topic (library, "goodharts-law", NULL);
  g_autoptr (PlumbPitfall) pitfall = g_list_model_get_item (topic->pitfalls, 0);

  g_assert_cmpstr (entry->heading, ==, topic->title);
  g_assert_cmpstr (entry->group, ==, "Why it is hard");
  g_assert_cmpstr (entry->details_title, ==, pitfall->claim);
  assert_has (details, pitfall->reply);
  assert_has (details, "<a href='plumb:topic/goodharts-law#pitfall-");
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    const struct {
      const char *name;
      void (*func) (Fixture *fixture, gconstpointer data);
    } tests[] = {
      { "shows", test_shows },
      { "unknown", test_unknown },
      { "filter", test_filter },
      { "find", test_find },
    };
    g_autofree char *empty = g_strdup_printf ("/reference-pages/%s/empty", pages[i].uri + 6);

    for (guint j = 0; j < G_N_ELEMENTS (tests); j++) {
      g_autofree char *path = g_strdup_printf ("/reference-pages/%s/%s",
                                               pages[i].uri + 6,
                                               tests[j].name);

      g_test_add (path, Fixture, &pages[i], set_up, tests[j].func, tear_down);
    }
    g_test_add_data_func (empty, &pages[i], test_empty);
  }
  g_test_add_func ("/reference-pages/what-a-term-says", test_term);
  g_test_add_func ("/reference-pages/what-a-person-says", test_person);
  g_test_add_func ("/reference-pages/what-a-source-says", test_source);
  g_test_add_func ("/reference-pages/what-a-pitfall-says", test_pitfall);

  return g_test_run ();
}
