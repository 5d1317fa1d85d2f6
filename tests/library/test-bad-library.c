/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "plumb-library-test.h"

static PlumbLibrary *
open_library (PlumbTestFolder *folder, GFile *cache)
{
  g_autoptr (GError) error = NULL;
  PlumbLibrary *library = plumb_library_open (folder->file, cache, &error);

  g_assert_no_error (error);
  g_assert_true (PLUMB_IS_LIBRARY (library));

  return library;
}

static char *
list_ids (PlumbLibrary *library)
{
  GListModel *topics = plumb_library_get_topics (library);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);

    g_assert_cmpuint (plumb_topic_entry_get_position (entry), ==, i);
    g_string_append_printf (ids, "%s ", plumb_topic_entry_get_id (entry));
  }

  return g_string_free_and_steal (ids);
}

/* The topics that are good show, and what is wrong with the others is said. */
static void
test_bad_topics (void)
{
  static const struct {
    const char *file;
    const char *text;
    PlumbLibraryError code;
    const char *path;
  } cases[] = {
    { "topics/cut.json", "{\"format\": 1", PLUMB_LIBRARY_ERROR_SYNTAX, "line 1, column 13" },
    { "topics/latin.json", "\"\xe9\"", PLUMB_LIBRARY_ERROR_ENCODING, "line 1" },
    { "topics/empty.json", "", PLUMB_LIBRARY_ERROR_SYNTAX, "" },
    { "topics/zero.json", "{\"a\": \"\\u0000\"}", PLUMB_LIBRARY_ERROR_ENCODING, "/a" },
    { "topics/bare.json", "{}", PLUMB_LIBRARY_ERROR_FIELD, "" },
    { "topics/A.json", "{}", PLUMB_LIBRARY_ERROR_VALUE, "" },
  };
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autofree char *sub = g_build_filename (folder->path, "topics", "folder.json", NULL);
  g_autoptr (PlumbLibrary) library = NULL;
  g_autofree char *ids = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *problems;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    plumb_test_folder_write (folder, cases[i].file, cases[i].text);
  }
  g_assert_cmpint (g_mkdir (sub, 0700), ==, 0);
  plumb_test_folder_edit (folder, "topics/how-ponds-clear.json", "/section", "\"sky\"");

  library = open_library (folder, NULL);
  ids = list_ids (library);
  g_assert_cmpstr (ids, ==, "why-ponds-turn-green frogs-in-winter ");

  problems = plumb_library_get_problems (library);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    plumb_test_assert_problem (problems,
                               PLUMB_SEVERITY_ERROR,
                               cases[i].code,
                               cases[i].file,
                               cases[i].path);
  }
  plumb_test_assert_problem (problems,
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_UNREADABLE,
                             "topics/folder.json",
                             "");
  plumb_test_assert_problem (problems,
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_DANGLING,
                             "topics/how-ponds-clear.json",
                             "/section");

  /* Who asks for one of them hears why it is not there. */
  g_assert_null (plumb_library_load_topic (library, "zero", &error));
  g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_ENCODING);
  g_assert_true (g_str_has_prefix (error->message, "topics/zero.json: /a: "));
  g_clear_error (&error);
  g_assert_null (plumb_library_load_topic (library, "how-ponds-clear", &error));
  g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_DANGLING);
}

static void
test_duplicates (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = NULL;
  g_autoptr (PlumbTopicEntry) entry = NULL;
  g_autofree char *topic_id = NULL;
  g_autoptr (PlumbClaim) claim = NULL;

  plumb_test_folder_edit (folder,
                          "topics/how-ponds-clear.json",
                          "/aliases/-",
                          "\"why-ponds-turn-green\"");
  plumb_test_folder_edit (folder, "topics/how-ponds-clear.json", "/claims/4/id", "\"green-c1\"");
  plumb_test_folder_edit (folder, "topics/why-ponds-turn-green.json", "/id", "\"why\"");
  plumb_test_folder_write (folder, "topics/x.json", "{}");

  library = open_library (folder, NULL);
  plumb_test_assert_problem (plumb_library_get_problems (library),
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_VALUE,
                             "topics/why-ponds-turn-green.json",
                             "/id");
  /* With that topic left out, its id is free for an alias. */
  entry = plumb_library_lookup_entry (library, "why-ponds-turn-green", NULL);
  g_assert_cmpstr (plumb_topic_entry_get_id (entry), ==, "how-ponds-clear");
  g_clear_object (&entry);
  g_clear_object (&library);

  plumb_test_folder_edit (folder,
                          "topics/why-ponds-turn-green.json",
                          "/id",
                          "\"why-ponds-turn-green\"");
  library = open_library (folder, NULL);
  plumb_test_assert_problem (plumb_library_get_problems (library),
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_DUPLICATE,
                             "topics/how-ponds-clear.json",
                             "/aliases/1");
  plumb_test_assert_problem (plumb_library_get_problems (library),
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_DUPLICATE,
                             "topics/how-ponds-clear.json",
                             "/claims/4/id");
  entry = plumb_library_lookup_entry (library, "why-ponds-turn-green", NULL);
  g_assert_cmpstr (plumb_topic_entry_get_id (entry), ==, "why-ponds-turn-green");
  claim = plumb_library_lookup_claim (library, "green-c1", &topic_id);
  g_assert_cmpstr (topic_id, ==, "why-ponds-turn-green");
}

static void
test_bad_library_file (void)
{
  static const struct {
    const char *text;
    PlumbLibraryError code;
  } cases[] = {
    { NULL, PLUMB_LIBRARY_ERROR_MISSING },
    { "", PLUMB_LIBRARY_ERROR_SYNTAX },
    { "{\"format\": 1}", PLUMB_LIBRARY_ERROR_FIELD },
    { "{\"format\": 1, \"id\": \"a\", \"version\": \"1\", \"title\": \"b\", \"licence\": \"c\", "
      "\"lang\": \"en\", \"sections\": []}",
      PLUMB_LIBRARY_ERROR_FIELD },
  };
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    plumb_test_folder_remove (folder, "library.json");
    if (cases[i].text != NULL) {
      plumb_test_folder_write (folder, "library.json", cases[i].text);
    }
    g_assert_null (plumb_library_open (folder->file, NULL, &error));
    g_assert_error (error, PLUMB_LIBRARY_ERROR, (int) cases[i].code);
    g_assert_true (g_str_has_prefix (error->message, "library.json: "));
    plumb_test_folder_write (folder, "library.json", "{}");
  }
}

static void
test_no_topics (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = NULL;
  g_autofree char *ids = NULL;

  plumb_test_folder_remove (folder, "topics");
  library = open_library (folder, NULL);
  ids = list_ids (library);
  g_assert_cmpstr (ids, ==, "frogs-in-winter ");
  plumb_test_assert_problem (plumb_library_get_problems (library),
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_MISSING,
                             "topics",
                             "");
  g_clear_object (&library);

  plumb_test_folder_write (folder, "topics", "not a folder");
  library = open_library (folder, NULL);
  plumb_test_assert_problem (plumb_library_get_problems (library),
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_UNREADABLE,
                             "topics",
                             "");
}

/* What is in no file is not there, and what is in a bad file is said when it is first needed. */
static void
test_references (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = NULL;

  plumb_test_folder_remove (folder, "sources.json");
  plumb_test_folder_remove (folder, "glossary.json");
  plumb_test_folder_edit (folder, "people.json", "/people/0/url", "\"ftp://example.org\"");

  library = open_library (folder, NULL);
  plumb_test_assert_no_problems (plumb_library_get_problems (library));
  g_assert_null (plumb_library_lookup_source (library, "reed99"));
  g_assert_cmpuint (g_list_model_get_n_items (plumb_library_get_sources (library)), ==, 0);
  g_assert_true (g_list_model_get_item_type (plumb_library_get_sources (library)) ==
                 PLUMB_TYPE_SOURCE);
  g_assert_null (plumb_library_lookup_term (library, "algae"));
  plumb_test_assert_no_problems (plumb_library_get_problems (library));

  g_assert_null (plumb_library_lookup_person (library, "ada-reed"));
  g_assert_null (plumb_library_lookup_person (library, "ada-reed"));
  g_assert_cmpuint (g_list_model_get_n_items (plumb_library_get_problems (library)), ==, 1);
  plumb_test_assert_problem (plumb_library_get_problems (library),
                             PLUMB_SEVERITY_ERROR,
                             PLUMB_LIBRARY_ERROR_VALUE,
                             "people.json",
                             "/people/0/url");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bad-library/topics", test_bad_topics);
  g_test_add_func ("/bad-library/duplicates", test_duplicates);
  g_test_add_func ("/bad-library/library-file", test_bad_library_file);
  g_test_add_func ("/bad-library/no-topics", test_no_topics);
  g_test_add_func ("/bad-library/references", test_references);

  return g_test_run ();
}
