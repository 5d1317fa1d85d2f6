/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-library-test.h"
#include "plumb-mentions.h"

static PlumbLibrary *
open_folder (PlumbTestFolder *folder)
{
  g_autoptr (GError) error = NULL;
  PlumbLibrary *library = plumb_library_open (folder->file, NULL, &error);

  g_assert_no_error (error);

  return library;
}

/* The ids of the topics, with a space after each. */
static char *
join (GPtrArray *topics)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < topics->len; i++) {
    g_string_append_printf (ids, "%s ", plumb_topic_entry_get_id (g_ptr_array_index (topics, i)));
  }

  return g_string_free_and_steal (ids);
}

static void
assert_named (PlumbLibrary *library, PlumbRef kind, const char *id, const char *wanted)
{
  g_autoptr (GPtrArray) topics = plumb_library_dup_topics_naming (library, kind, id);
  g_autofree char *ids = join (topics);

  g_assert_cmpstr (ids, ==, wanted);
}

static void
test_topics_naming (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = NULL;

  plumb_test_folder_edit (folder,
                          "topics/how-ponds-clear.json",
                          "/summary",
                          "\"What <a href='term:plankton'>drifts</a>, by <a "
                          "href='source:law'>law</a>, <a href='term:plankton'>sinks</a>.\"");
  library = open_folder (folder);

  assert_named (library, PLUMB_REF_TERM, "plankton", "how-ponds-clear ");
  assert_named (library, PLUMB_REF_SOURCE, "law", "how-ponds-clear ");
  assert_named (library, PLUMB_REF_SOURCE, "reed99", "why-ponds-turn-green how-ponds-clear ");
  assert_named (library, PLUMB_REF_PERSON, "ada-reed", "why-ponds-turn-green how-ponds-clear ");
  /* What is not there, and what sorts before and after everything. */
  assert_named (library, PLUMB_REF_PERSON, "plankton", "");
  assert_named (library, PLUMB_REF_PERSON, "0", "");
  assert_named (library, PLUMB_REF_TERM, "zzz", "");
}

static void
test_holdings (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = open_folder (folder);
  g_autoptr (GPtrArray) holdings = plumb_library_dup_holdings (library, "ada-reed");
  g_autoptr (GPtrArray) nothing = plumb_library_dup_holdings (library, "pond-society");
  PlumbHolding *first;

  g_assert_cmpuint (holdings->len, ==, 4);
  first = g_ptr_array_index (holdings, 0);
  g_assert_cmpstr (plumb_topic_entry_get_id (plumb_holding_get_topic (first)),
                   ==,
                   "why-ponds-turn-green");
  g_assert_cmpstr (plumb_holding_get_position (first), ==, "keepers");
  g_assert_cmpstr (plumb_holding_get_form (first), ==, "in stark form, 1999");
  g_assert_cmpstr (plumb_holding_get_position (g_ptr_array_index (holdings, 3)), ==, "clearers");
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_authors (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = open_folder (folder);
  g_autoptr (GPtrArray) authors = plumb_library_dup_authors (library, "reed99");
  g_autoptr (GPtrArray) nobody = plumb_library_dup_authors (library, "law");

  g_assert_cmpuint (authors->len, ==, 1);
  g_assert_cmpstr (PLUMB_PERSON (g_ptr_array_index (authors, 0))->id, ==, "ada-reed");
  g_assert_cmpuint (nobody->len, ==, 0);
}

static void
test_pitfalls (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = open_folder (folder);
  g_autoptr (GListModel) pitfalls = plumb_library_dup_pitfalls (library);
  g_autoptr (PlumbPitfallEntry) entry = g_list_model_get_item (pitfalls, 0);
  g_autofree char *reply = plumb_library_dup_pitfall_reply (library, entry);
  g_autoptr (PlumbPitfallEntry) stale = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (pitfalls), ==, 4);
  g_assert_cmpuint (plumb_library_get_n_pitfalls (library), ==, 4);
  g_assert_cmpstr (plumb_topic_entry_get_id (plumb_pitfall_entry_get_topic (entry)),
                   ==,
                   "why-ponds-turn-green");
  g_assert_cmpstr (plumb_pitfall_entry_get_id (entry), ==, "pit-1");
  g_assert_cmpstr (plumb_pitfall_entry_get_claim (entry), ==, "“It is dirt.”");
  g_assert_cmpstr (reply, ==, "What sleeps in it. Green threads grow where light.");

  stale = plumb_pitfall_entry_new (plumb_pitfall_entry_get_topic (entry), "gone", "claim");
  g_assert_null (plumb_library_dup_pitfall_reply (library, stale));
}

/* What a library may do without. */
static void
test_has (void)
{
  static const struct {
    PlumbRef kind;
    const char *file;
  } kinds[] = {
    { PLUMB_REF_TERM, "glossary.json" },
    { PLUMB_REF_PERSON, "people.json" },
    { PLUMB_REF_SOURCE, "sources.json" },
  };
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new_copy ("full");
  g_autoptr (PlumbLibrary) library = open_folder (folder);
  g_autoptr (PlumbLibrary) empty = NULL;
  g_autoptr (PlumbLibrary) without = NULL;

  plumb_test_folder_write (folder, "glossary.json", "{ \"format\": 1, \"terms\": [] }");
  empty = open_folder (folder);
  g_assert_true (plumb_library_has (empty, PLUMB_REF_TERM));
  g_assert_cmpuint (g_list_model_get_n_items (plumb_library_get_terms (empty)), ==, 0);
  g_assert_false (plumb_library_has (empty, PLUMB_REF_TERM));

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_assert_true (plumb_library_has (library, kinds[i].kind));
    plumb_test_folder_remove (folder, kinds[i].file);
  }
  without = open_folder (folder);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_assert_false (plumb_library_has (without, kinds[i].kind));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mentions/topics-naming", test_topics_naming);
  g_test_add_func ("/mentions/holdings", test_holdings);
  g_test_add_func ("/mentions/authors", test_authors);
  g_test_add_func ("/mentions/pitfalls", test_pitfalls);
  g_test_add_func ("/mentions/has", test_has);

  return g_test_run ();
}
