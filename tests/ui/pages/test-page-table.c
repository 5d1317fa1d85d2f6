/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-page-table.h"
#include "plumb-page-view.h"
#include "plumb-ui-test.h"

/* Every page that the table names is a page, can be made, and goes again. */
static void
test_types (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbPreferences) preferences = plumb_ui_test_new_preferences ();
  g_autoptr (PlumbStore) store = plumb_ui_test_new_store ();
  guint n = 0;

  for (int page = PLUMB_PAGE_HOME; page <= PLUMB_PAGE_REVIEW; page++) {
    const PlumbPageInfo *info = plumb_page_table_lookup ((PlumbPage) page);
    PlumbPageView *view;

    if (info == NULL) {
      continue;
    }
    n++;
    g_assert_cmpint (info->page, ==, page);
    g_assert_true (g_type_is_a (info->get_type (), PLUMB_TYPE_PAGE_VIEW));
    view = g_object_ref_sink (g_object_new (info->get_type (),
                                            "library",
                                            library,
                                            "store",
                                            store,
                                            "preferences",
                                            preferences,
                                            NULL));
    g_assert_true (plumb_page_view_get_library (view) == library);
    g_assert_true (plumb_page_view_get_store (view) == store);
    g_assert_true (plumb_page_view_get_preferences (view) == preferences);
    g_assert_cmpint (plumb_page_view_get_text_width (view), >, 0);
    g_assert_finalize_object (view);
  }
  g_assert_cmpuint (n, >=, 4);
  g_assert_null (plumb_page_table_lookup (PLUMB_PAGE_TOPIC));
  g_assert_null (plumb_page_table_lookup (PLUMB_PAGE_SEARCH));
}

/* The column follows what the reader prefers. */
static void
test_text_width (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbPreferences) preferences = plumb_ui_test_new_preferences ();
  g_autoptr (PlumbPageView) view = g_object_ref_sink (
      g_object_new (plumb_page_table_lookup (PLUMB_PAGE_TERM)->get_type (),
                    "library",
                    library,
                    "preferences",
                    preferences,
                    NULL));
  int before = plumb_page_view_get_text_width (view);
  guint n = 0;

  g_signal_connect (view, "notify::text-width", G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
  plumb_preferences_set_text_size (preferences, 150);
  g_assert_cmpint (plumb_page_view_get_text_width (view), >, before);
  g_assert_cmpuint (n, ==, 1);
}

static void
assert_listed (PlumbLibrary *library, const char *const *titles)
{
  g_autoptr (GPtrArray) listed = plumb_page_table_dup_listed (library);

  g_assert_cmpuint (listed->len, ==, g_strv_length ((char **) titles));
  for (guint i = 0; i < listed->len; i++) {
    g_assert_cmpstr (plumb_page_info_get_title (g_ptr_array_index (listed, i)), ==, titles[i]);
  }
}

/* A library is asked for what it has. */
static void
test_listed (void)
{
  const char *const all[] = { "Debate Hall",
                              "Crux Matrix",
                              "Weigh It Yourself",
                              "Common Pitfalls",
                              "Glossary",
                              "Key People and Resources",
                              NULL };
  const char *const none[] = { NULL };
  g_autoptr (PlumbLibrary) full = plumb_ui_test_open_library ();
  g_autoptr (PlumbLibrary) small = plumb_ui_test_open_small_library ();

  assert_listed (full, all);
  assert_listed (small, none);
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/page-table/types", test_types);
  g_test_add_func ("/page-table/text-width", test_text_width);
  g_test_add_func ("/page-table/listed", test_listed);

  return g_test_run ();
}
