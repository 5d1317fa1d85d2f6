/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "plumb-library-test.h"
#include "plumb-reader.h"

static PlumbTopic *
read_topic (const char *json, GListStore *problems, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return plumb_reader_read_bytes (bytes, "a.json", PLUMB_TYPE_TOPIC, problems, error);
}

#define TOPIC(more, blocks) \
  "{\"format\": 1, \"id\": \"a\", \"section\": \"s\", \"title\": \"A\", \"summary\": \"B.\"" more \
  ", \"levels\": [{\"level\": 1, \"blocks\": [" blocks "]}]}"
#define BLOCK "{\"id\": \"p\", \"type\": \"paragraph\", \"framing\": true, \"text\": \"C.\"}"

static void
test_smallest (void)
{
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbTopic) topic = read_topic (TOPIC ("", BLOCK), problems, &error);
  g_autoptr (PlumbLevel) level = NULL;
  g_autoptr (PlumbBlock) block = NULL;

  g_assert_no_error (error);
  plumb_test_assert_no_problems (G_LIST_MODEL (problems));
  g_assert_cmpstr (topic->id, ==, "a");
  g_assert_cmpstr (topic->title, ==, "A");
  g_assert_cmpint (topic->badge, ==, PLUMB_BADGE_NONE);
  g_assert_null (topic->aliases);
  g_assert_null (topic->claims);
  g_assert_null (topic->debate);

  level = g_list_model_get_item (topic->levels, 0);
  block = g_list_model_get_item (level->blocks, 0);
  g_assert_cmpint (level->level, ==, 1);
  g_assert_true (PLUMB_IS_PARAGRAPH (block));
  g_assert_true (block->framing);
  g_assert_cmpint (block->relation, ==, PLUMB_RELATION_NONE);
  g_assert_cmpstr (PLUMB_PARAGRAPH (block)->text, ==, "C.");
  g_assert_cmpstr (plumb_block_get_type_name (block), ==, "paragraph");
}

static void
test_everything (void)
{
  g_autofree char *path = plumb_test_fixture ("full");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbTopic) topic = plumb_reader_read_file (folder,
                                                         "topics/why-ponds-turn-green.json",
                                                         PLUMB_TYPE_TOPIC,
                                                         problems,
                                                         &error);
  g_autoptr (PlumbLevel) level = NULL;
  g_autoptr (PlumbChart) chart = NULL;
  g_autoptr (PlumbSeries) series = NULL;
  g_autoptr (PlumbStance) stance = NULL;
  g_autoptr (PlumbCrux) crux = NULL;
  g_autoptr (PlumbRating) rating = NULL;

  g_assert_no_error (error);
  plumb_test_assert_no_problems (G_LIST_MODEL (problems));
  g_assert_cmpint (topic->order, ==, 10);
  g_assert_cmpint (topic->badge, ==, PLUMB_BADGE_BETA);
  g_assert_cmpstr (topic->aliases[0], ==, "green-old");
  g_assert_null (topic->prerequisites);
  g_assert_cmpuint (g_list_model_get_n_items (topic->claims), ==, 12);

  level = g_list_model_get_item (topic->levels, 2);
  chart = g_list_model_get_item (level->blocks, 3);
  series = g_list_model_get_item (chart->series, 0);
  g_assert_cmpint (chart->kind, ==, PLUMB_CHART_KIND_LINE);
  g_assert_cmpuint (series->x->len, ==, 3);
  g_assert_cmpfloat (g_array_index (series->x, double, 2), ==, 3.5);
  g_assert_cmpfloat (g_array_index (series->y, double, 1), ==, 100);

  stance = g_list_model_get_item (topic->debate->positions, 1);
  g_assert_cmpstr (stance->position, ==, "clearers");
  crux = g_list_model_get_item (topic->cruxes, 0);
  rating = g_list_model_get_item (crux->ratings, 0);
  g_assert_cmpint (rating->value, ==, -1);
  g_assert_false (rating->rejects);
}

/* Beyond what the fixtures in schema/ hold: where exactly, and of which kind, an error is. */
static void
test_errors (void)
{
  static const struct {
    const char *json;
    PlumbLibraryError code;
    const char *path;
  } cases[] = {
    { "[]", PLUMB_LIBRARY_ERROR_FIELD, "" },
    { "3", PLUMB_LIBRARY_ERROR_FIELD, "" },
    { "null", PLUMB_LIBRARY_ERROR_FIELD, "" },
    { "{}", PLUMB_LIBRARY_ERROR_FIELD, "" },
    { TOPIC (", \"colour\": 1", BLOCK), PLUMB_LIBRARY_ERROR_FIELD, "/colour" },
    { TOPIC (", \"a/b\": 1", BLOCK), PLUMB_LIBRARY_ERROR_FIELD, "/a~1b" },
    { TOPIC (", \"order\": \"1\"", BLOCK), PLUMB_LIBRARY_ERROR_FIELD, "/order" },
    { TOPIC (", \"order\": 1.5", BLOCK), PLUMB_LIBRARY_ERROR_FIELD, "/order" },
    { TOPIC (", \"order\": 1e20", BLOCK), PLUMB_LIBRARY_ERROR_VALUE, "/order" },
    { TOPIC (", \"order\": null", BLOCK), PLUMB_LIBRARY_ERROR_FIELD, "/order" },
    { TOPIC (", \"badge\": \"none\"", BLOCK), PLUMB_LIBRARY_ERROR_VALUE, "/badge" },
    { TOPIC (", \"badge\": \"\"", BLOCK), PLUMB_LIBRARY_ERROR_FIELD, "/badge" },
    { TOPIC (", \"updated\": \"\"", BLOCK), PLUMB_LIBRARY_ERROR_FIELD, "/updated" },
    { TOPIC (", \"updated\": \"May\"", BLOCK), PLUMB_LIBRARY_ERROR_VALUE, "/updated" },
    { TOPIC (", \"aliases\": [\"b\", \"B\"]", BLOCK), PLUMB_LIBRARY_ERROR_VALUE, "/aliases/1" },
    { TOPIC (", \"aliases\": \"b\"", BLOCK), PLUMB_LIBRARY_ERROR_FIELD, "/aliases" },
    { TOPIC (", \"people\": [null]", BLOCK), PLUMB_LIBRARY_ERROR_FIELD, "/people/0" },
    { TOPIC (", \"objectives\": [\"<b>\"]", BLOCK), PLUMB_LIBRARY_ERROR_MARKUP, "/objectives/0" },
    { TOPIC (", \"take\": {\"text\": \"a & b\", \"author\": \"c\"}", BLOCK),
      PLUMB_LIBRARY_ERROR_MARKUP,
      "/take/text" },
    { TOPIC (", \"take\": {\"text\": \"a\"}", BLOCK), PLUMB_LIBRARY_ERROR_FIELD, "/take" },
    { TOPIC (", \"take\": 1", BLOCK), PLUMB_LIBRARY_ERROR_FIELD, "/take" },
    { TOPIC (", \"claims\": [1]", BLOCK), PLUMB_LIBRARY_ERROR_FIELD, "/claims/0" },
    { TOPIC (", \"claims\": {}", BLOCK), PLUMB_LIBRARY_ERROR_FIELD, "/claims" },
    { TOPIC ("", ""), PLUMB_LIBRARY_ERROR_FIELD, "/levels/0/blocks" },
    { TOPIC ("", "{}"), PLUMB_LIBRARY_ERROR_FIELD, "/levels/0/blocks/0" },
    { TOPIC ("", BLOCK ", {\"id\": \"b\", \"type\": \"poem\"}"),
      PLUMB_LIBRARY_ERROR_VALUE,
      "/levels/0/blocks/1/type" },
    { TOPIC ("", "{\"id\": \"b\", \"type\": \"block\"}"),
      PLUMB_LIBRARY_ERROR_VALUE,
      "/levels/0/blocks/0/type" },
    { TOPIC ("", "{\"id\": \"b\", \"type\": [\"list\"]}"),
      PLUMB_LIBRARY_ERROR_FIELD,
      "/levels/0/blocks/0/type" },
    { TOPIC ("", "{\"id\": \"b\", \"type\": \"paragraph\", \"text\": \"\"}"),
      PLUMB_LIBRARY_ERROR_FIELD,
      "/levels/0/blocks/0/text" },
    { TOPIC ("", "{\"id\": \"b\", \"type\": \"list\", \"items\": [\"a\", \"\"]}"),
      PLUMB_LIBRARY_ERROR_FIELD,
      "/levels/0/blocks/0/items/1" },
    { TOPIC ("",
             "{\"id\": \"b\", \"type\": \"table\", \"caption\": \"c\", \"columns\": [\"d\"], "
             "\"rows\": [{\"cells\": [\"e\"]}, {\"cells\": [\"f\", \"g\"]}]}"),
      PLUMB_LIBRARY_ERROR_VALUE,
      "/levels/0/blocks/0/rows/1/cells" },
    { TOPIC ("",
             "{\"id\": \"b\", \"type\": \"chart\", \"title\": \"c\", \"kind\": \"line\", "
             "\"summary\": \"d\", \"series\": [{\"name\": \"e\", \"x\": [1], \"y\": [1, 2]}]}"),
      PLUMB_LIBRARY_ERROR_VALUE,
      "/levels/0/blocks/0/series/0" },
    { TOPIC (", \"format\": 1", BLOCK), PLUMB_LIBRARY_ERROR_DUPLICATE, "/format" },
    { "{\"format\": 0}", PLUMB_LIBRARY_ERROR_FORMAT, "/format" },
    { "{\"format\": -7}", PLUMB_LIBRARY_ERROR_FORMAT, "/format" },
    { "{\"format\": \"1\"}", PLUMB_LIBRARY_ERROR_FIELD, "/format" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbTopic) topic = read_topic (cases[i].json, problems, &error);

    g_test_message ("%s", cases[i].json);
    g_assert_null (topic);
    g_assert_nonnull (error);
    g_assert_true (error->domain == PLUMB_LIBRARY_ERROR);
    g_assert_true (g_str_has_prefix (error->message, "a.json: "));
    plumb_test_assert_problem (G_LIST_MODEL (problems),
                               PLUMB_SEVERITY_ERROR,
                               cases[i].code,
                               "a.json",
                               cases[i].path);
    /* Who asks for neither gets nothing. */
    g_assert_null (read_topic (cases[i].json, NULL, NULL));
  }
}

/* All that is wrong is said, and the error is the first of it. */
static void
test_all_problems (void)
{
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_null (
      read_topic ("{\"format\": 1, \"id\": \"A\", \"title\": \"\", \"summary\": \"<b>\", "
                  "\"levels\": [{\"level\": 7, \"blocks\": [{\"type\": \"heading\"}]}]}",
                  problems,
                  &error));
  text = plumb_test_describe (G_LIST_MODEL (problems));
  g_assert_cmpstr (text,
                   ==,
                   "a.json: /id: “A” is not an id: lower-case letters and digits in words joined "
                   "by single hyphens, 64 characters at most.\n"
                   "a.json: /title: The text is empty.\n"
                   "a.json: /summary: “<b>” is not closed.\n"
                   "a.json: /levels/0/level: The number must be from 1 to 3.\n"
                   "a.json: /levels/0/blocks/0: “id” is missing.\n"
                   "a.json: /levels/0/blocks/0: “text” is missing.\n"
                   "a.json: “section” is missing.\n");
  g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_VALUE);
  g_assert_true (g_str_has_prefix (error->message, "a.json: /id: “A” is not an id"));
}

static void
test_too_many_problems (void)
{
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GString) json = g_string_new ("{\"format\": 1, \"terms\": [");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 50000; i++) {
    g_string_append (json, i > 0 ? ",{}" : "{}");
  }
  g_string_append (json, "]}");
  bytes = g_bytes_new (json->str, json->len);

  g_assert_null (plumb_reader_read_bytes (bytes, "a.json", PLUMB_TYPE_TERM_FILE, problems, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (problems)), <=, 1001);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (problems)), >, 1000);
}

/* A later format is read as far as this version knows it. */
static void
test_later_format (void)
{
  g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbTopic) topic = read_topic (
      "{\"format\": 2, \"id\": \"a\", \"section\": \"s\", \"title\": \"A\", "
      "\"mood\": \"glad\", \"summary\": \"B.\", \"levels\": [{\"level\": 1, "
      "\"blocks\": [{\"id\": \"p\", \"type\": \"paragraph\", \"framing\": true, "
      "\"text\": \"C.\", \"mood\": {\"x\": []}}]}]}",
      problems,
      &error);

  g_assert_no_error (error);
  g_assert_nonnull (topic);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (problems)), ==, 3);
  plumb_test_assert_problem (G_LIST_MODEL (problems),
                             PLUMB_SEVERITY_WARNING,
                             PLUMB_LIBRARY_ERROR_FORMAT,
                             "a.json",
                             "/format");
  plumb_test_assert_problem (G_LIST_MODEL (problems),
                             PLUMB_SEVERITY_WARNING,
                             PLUMB_LIBRARY_ERROR_FIELD,
                             "a.json",
                             "/mood");
  plumb_test_assert_problem (G_LIST_MODEL (problems),
                             PLUMB_SEVERITY_WARNING,
                             PLUMB_LIBRARY_ERROR_FIELD,
                             "a.json",
                             "/levels/0/blocks/0/mood");

  g_clear_object (&topic);
  /* Its known keys must be right all the same. */
  topic = read_topic ("{\"format\": 2, \"id\": \"A\"}", NULL, &error);
  g_assert_null (topic);
  g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_VALUE);
}

static void
test_files (void)
{
  static const struct {
    const char *file;
    PlumbLibraryError code;
  } cases[] = {
    { "none.json", PLUMB_LIBRARY_ERROR_MISSING },
    { "none/none.json", PLUMB_LIBRARY_ERROR_MISSING },
    { "empty.json/none.json", PLUMB_LIBRARY_ERROR_MISSING },
    { "folder.json", PLUMB_LIBRARY_ERROR_UNREADABLE },
    { "pipe.json", PLUMB_LIBRARY_ERROR_UNREADABLE },
    { "loop.json", PLUMB_LIBRARY_ERROR_UNREADABLE },
    { "empty.json", PLUMB_LIBRARY_ERROR_SYNTAX },
    { "huge.json", PLUMB_LIBRARY_ERROR_TOO_LARGE },
    { "cut.json", PLUMB_LIBRARY_ERROR_SYNTAX },
    { "bom.json", PLUMB_LIBRARY_ERROR_ENCODING },
    { "utf16.json", PLUMB_LIBRARY_ERROR_ENCODING },
    { "latin1.json", PLUMB_LIBRARY_ERROR_ENCODING },
  };
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *pipe = g_build_filename (folder->path, "pipe.json", NULL);
  g_autofree char *loop = g_build_filename (folder->path, "loop.json", NULL);
  g_autofree char *sub = g_build_filename (folder->path, "folder.json", NULL);
  g_autofree char *huge = g_strnfill (PLUMB_MAX_FILE_SIZE + 1, ' ');

  g_assert_cmpint (g_mkdir (sub, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("loop.json", loop), ==, 0);
  plumb_test_folder_write (folder, "empty.json", "");
  plumb_test_folder_write (folder, "huge.json", huge);
  plumb_test_folder_write (folder, "cut.json", "{\"format\": 1, \"id\": \"a");
  plumb_test_folder_write (folder, "bom.json", "\xef\xbb\xbf{}");
  plumb_test_folder_write_bytes (folder, "utf16.json", "\xff\xfe{\0}\0", 6);
  plumb_test_folder_write (folder, "latin1.json", "{\"id\": \"caf\xe9\"}");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GListStore) problems = g_list_store_new (PLUMB_TYPE_PROBLEM);
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbTopic) topic = NULL;
    g_autoptr (PlumbProblem) problem = NULL;

    g_test_message ("%s", cases[i].file);
    topic =
        plumb_reader_read_file (folder->file, cases[i].file, PLUMB_TYPE_TOPIC, problems, &error);
    g_assert_null (topic);
    g_assert_error (error, PLUMB_LIBRARY_ERROR, (int) cases[i].code);
    g_assert_true (g_str_has_prefix (error->message, cases[i].file));
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (problems)), ==, 1);
    problem = g_list_model_get_item (G_LIST_MODEL (problems), 0);
    g_assert_cmpint (plumb_problem_get_code (problem), ==, cases[i].code);
    g_assert_cmpstr (plumb_problem_get_file (problem), ==, cases[i].file);
  }
}

/* Root may read anything, so what nobody may read can only be tried by others. */
static void
test_unreadable (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *path = g_build_filename (folder->path, "closed.json", NULL);
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0) {
    g_test_skip ("root may read anything");
    return;
  }

  plumb_test_folder_write (folder, "closed.json", "{}");
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  g_assert_null (
      plumb_reader_read_file (folder->file, "closed.json", PLUMB_TYPE_TOPIC, NULL, &error));
  g_assert_error (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_UNREADABLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader/smallest", test_smallest);
  g_test_add_func ("/reader/everything", test_everything);
  g_test_add_func ("/reader/errors", test_errors);
  g_test_add_func ("/reader/all-problems", test_all_problems);
  g_test_add_func ("/reader/too-many-problems", test_too_many_problems);
  g_test_add_func ("/reader/later-format", test_later_format);
  g_test_add_func ("/reader/files", test_files);
  g_test_add_func ("/reader/unreadable", test_unreadable);

  return g_test_run ();
}
