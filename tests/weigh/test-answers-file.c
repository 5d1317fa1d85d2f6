/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "plumb-answers-file.h"
#include "plumb-weigh-test.h"

#define SEED 20261121

#define HEAD "{\"format\":1,\"kind\":\"plumb-answers\",\"library\":\"test\",\"version\":\"7\","
#define ONE "{\"crux\":\"a\",\"likelihood\":70,\"weight\":2}"
#define GOOD HEAD "\"answers\":[" ONE "]}"

static PlumbAnswers *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return plumb_answers_parse (bytes, "mine.json", "test", NULL, NULL, error);
}

/* What is written is read again, whatever was answered, and in the same bytes when it is written again. */
static void
test_round_trip (void)
{
  g_autoptr (PlumbLibrary) library = plumb_test_open_bundled ();
  g_autoptr (PlumbCruxSet) set = plumb_crux_set_new_for_all (library);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < 20; i++) {
    g_autoptr (PlumbAnswers) answers = plumb_test_random_answers (set, random, 1, 0.9);
    g_autofree char *json =
        plumb_answers_to_json (answers, "some-id", "1.2", i % 2 == 0 ? "2026-11-21" : NULL);
    g_autofree char *again = NULL;
    g_autofree char *version = NULL;
    g_autofree char *date = NULL;
    g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbAnswers)
        read = plumb_answers_parse (bytes, "a.json", "some-id", &version, &date, &error);

    g_assert_no_error (error);
    g_assert_true (plumb_answers_equal (answers, read));
    g_assert_cmpstr (version, ==, "1.2");
    g_assert_cmpstr (date, ==, i % 2 == 0 ? "2026-11-21" : NULL);
    again = plumb_answers_to_json (read, "some-id", version, date);
    g_assert_cmpstr (again, ==, json);
  }
}

/* A weight without a likelihood is no answer. */
static void
test_unanswered (void)
{
  g_autoptr (PlumbAnswers) answers = plumb_test_answers ("a=70 b=-1*3");
  g_autofree char *json = plumb_answers_to_json (answers, "test", "7", NULL);
  g_autoptr (PlumbAnswers) read = parse (json, NULL);

  g_assert_cmpuint (plumb_answers_get_n_answered (read), ==, 1);
  g_assert_null (strstr (json, "\"b\""));
}

static void
test_csv (void)
{
  g_autoptr (PlumbCruxSet) set = plumb_test_set ("b 1 1; a 1 1; c 1 1", NULL);
  g_autoptr (PlumbAnswers) answers = plumb_test_answers ("a=70*3 b=0 elsewhere=5");
  g_autoptr (GListStore) cruxes = g_list_store_new (PLUMB_TYPE_CRUX);
  static const char *const statements[] = {
    "=1+1", "+2", "-3", "@x", "Say “<b>no</b>” &amp; \"go\", now",
  };
  g_autofree char *csv = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++) {
    g_autoptr (PlumbCrux) crux = g_object_new (PLUMB_TYPE_CRUX, NULL);

    crux->id = g_strdup_printf ("x-%u", i);
    crux->statement = g_strdup (statements[i]);
    crux->ratings = G_LIST_MODEL (g_list_store_new (PLUMB_TYPE_RATING));
    g_list_store_append (cruxes, crux);
    plumb_answers_set_likelihood (answers, crux->id, 10);
  }
  plumb_crux_set_add (set, "ponds", G_LIST_MODEL (cruxes));

  csv = plumb_answers_to_csv (answers, set);
  g_assert_cmpstr (csv,
                   ==,
                   "crux,topic,statement,likelihood,weight\r\n"
                   "\"b\",\"\",\"Statement b.\",0,2\r\n"
                   "\"a\",\"\",\"Statement a.\",70,3\r\n"
                   "\"x-0\",\"ponds\",\"'=1+1\",10,2\r\n"
                   "\"x-1\",\"ponds\",\"'+2\",10,2\r\n"
                   "\"x-2\",\"ponds\",\"'-3\",10,2\r\n"
                   "\"x-3\",\"ponds\",\"'@x\",10,2\r\n"
                   "\"x-4\",\"ponds\",\"Say “no” & \"\"go\"\", now\",10,2\r\n");
}

/* Every kind of error, each with a message that names the file. */
static void
test_bad (void)
{
  static const struct {
    const char *text;
    PlumbAnswersError code;
    const char *place;
  } cases[] = {
    { "", PLUMB_ANSWERS_ERROR_DAMAGED, NULL },
    { "{", PLUMB_ANSWERS_ERROR_DAMAGED, NULL },
    { GOOD "x", PLUMB_ANSWERS_ERROR_DAMAGED, NULL },
    { "\xef\xbb\xbf" GOOD, PLUMB_ANSWERS_ERROR_DAMAGED, NULL },
    { HEAD "\"answers\":[" ONE "],\"x\":\"\xff\"}", PLUMB_ANSWERS_ERROR_DAMAGED, NULL },
    { HEAD "\"answers\":[],\"answers\":[" ONE "]}", PLUMB_ANSWERS_ERROR_DAMAGED, "/answers" },
    { HEAD "\"name\":\"Ann\",\"answers\":[" ONE "]}", PLUMB_ANSWERS_ERROR_DAMAGED, "/name" },
    { HEAD "\"date\":\"today\",\"answers\":[" ONE "]}", PLUMB_ANSWERS_ERROR_DAMAGED, "/date" },
    { HEAD "\"answers\":{}}", PLUMB_ANSWERS_ERROR_DAMAGED, "/answers" },
    { HEAD "\"answers\":[7]}", PLUMB_ANSWERS_ERROR_DAMAGED, "/answers/0" },
    { HEAD "\"answers\":[" ONE ",{\"crux\":\"b\",\"likelihood\":101,\"weight\":2}]}",
      PLUMB_ANSWERS_ERROR_DAMAGED,
      "/answers/1/likelihood" },
    { HEAD "\"answers\":[{\"crux\":\"b\",\"likelihood\":-1,\"weight\":2}]}",
      PLUMB_ANSWERS_ERROR_DAMAGED,
      "/answers/0/likelihood" },
    { HEAD "\"answers\":[{\"crux\":\"b\",\"likelihood\":0.5,\"weight\":2}]}",
      PLUMB_ANSWERS_ERROR_DAMAGED,
      "/answers/0/likelihood" },
    { HEAD "\"answers\":[{\"crux\":\"b\",\"likelihood\":1e999,\"weight\":2}]}",
      PLUMB_ANSWERS_ERROR_DAMAGED,
      NULL },
    { HEAD "\"answers\":[{\"crux\":\"b\",\"likelihood\":\"70\",\"weight\":2}]}",
      PLUMB_ANSWERS_ERROR_DAMAGED,
      "/answers/0/likelihood" },
    { HEAD "\"answers\":[{\"crux\":\"b\",\"likelihood\":null,\"weight\":2}]}",
      PLUMB_ANSWERS_ERROR_DAMAGED,
      "/answers/0/likelihood" },
    { HEAD "\"answers\":[{\"crux\":\"b\",\"likelihood\":50,\"weight\":4}]}",
      PLUMB_ANSWERS_ERROR_DAMAGED,
      "/answers/0/weight" },
    { HEAD "\"answers\":[{\"crux\":\"b\",\"weight\":3}]}",
      PLUMB_ANSWERS_ERROR_DAMAGED,
      "/answers/0" },
    { HEAD "\"answers\":[{\"crux\":\"b\",\"likelihood\":50}]}",
      PLUMB_ANSWERS_ERROR_DAMAGED,
      "/answers/0" },
    { HEAD "\"answers\":[{\"crux\":\"../b\",\"likelihood\":50,\"weight\":2}]}",
      PLUMB_ANSWERS_ERROR_DAMAGED,
      "/answers/0/crux" },
    { HEAD "\"answers\":[" ONE "," ONE "]}", PLUMB_ANSWERS_ERROR_DAMAGED, "“a”" },
    { "{\"kind\":\"plumb-answers\",\"library\":\"test\",\"version\":\"7\",\"answers\":[" ONE "]}",
      PLUMB_ANSWERS_ERROR_DAMAGED,
      "format" },
    { "{\"format\":0,\"kind\":\"plumb-answers\",\"library\":\"test\",\"version\":\"7\",\"answers\":[" ONE
      "]}",
      PLUMB_ANSWERS_ERROR_DAMAGED,
      "/format" },
    { "{\"format\":1,\"kind\":\"plumb-answers\",\"version\":\"7\",\"answers\":[" ONE "]}",
      PLUMB_ANSWERS_ERROR_DAMAGED,
      "library" },
    { "[]", PLUMB_ANSWERS_ERROR_FOREIGN, NULL },
    { "7", PLUMB_ANSWERS_ERROR_FOREIGN, NULL },
    { "{}", PLUMB_ANSWERS_ERROR_FOREIGN, NULL },
    { "{\"format\":1,\"kind\":7}", PLUMB_ANSWERS_ERROR_FOREIGN, NULL },
    { "{\"format\":1,\"id\":\"test\",\"title\":\"A library\"}", PLUMB_ANSWERS_ERROR_FOREIGN, NULL },
    { "{\"format\":2,\"kind\":\"plumb-answers\",\"opinions\":{}}",
      PLUMB_ANSWERS_ERROR_NEWER,
      NULL },
    { "{\"format\":1,\"kind\":\"plumb-answers\",\"library\":\"other\",\"version\":\"7\",\"answers\":[" ONE
      "]}",
      PLUMB_ANSWERS_ERROR_OTHER_LIBRARY,
      "other" },
    { HEAD "\"answers\":[]}", PLUMB_ANSWERS_ERROR_EMPTY, NULL },
    { "{\"format\":1,\"kind\":\"plumb-answers\",\"library\":\"test\",\"version\":\"7\"}",
      PLUMB_ANSWERS_ERROR_EMPTY,
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbAnswers) answers = parse (cases[i].text, &error);

    g_test_message ("case %u", i);
    g_assert_null (answers);
    g_assert_error (error, PLUMB_ANSWERS_ERROR, (int) cases[i].code);
    g_test_message ("%s", error->message);
    g_assert_nonnull (strstr (error->message, "mine.json"));
    if (cases[i].place != NULL) {
      g_assert_nonnull (strstr (error->message, cases[i].place));
    }
  }

  {
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbAnswers) answers = parse (GOOD, &error);

    g_assert_no_error (error);
    g_assert_cmpint (plumb_answers_get (answers, "a").likelihood, ==, 70);
  }
}

/* Nesting without end, and files without end. */
static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (HEAD "\"answers\":");
  g_autoptr (GString) large = g_string_new (GOOD);
  g_autoptr (GString) many = g_string_new (HEAD "\"answers\":[");
  g_autoptr (PlumbAnswers) answers = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++) {
    g_string_append_c (deep, '[');
  }
  g_assert_null (parse (deep->str, &error));
  g_assert_error (error, PLUMB_ANSWERS_ERROR, PLUMB_ANSWERS_ERROR_DAMAGED);
  g_clear_error (&error);

  while (large->len <= PLUMB_ANSWERS_MAX_SIZE) {
    g_string_append (large, "                                                                ");
  }
  g_assert_null (parse (large->str, &error));
  g_assert_error (error, PLUMB_ANSWERS_ERROR, PLUMB_ANSWERS_ERROR_TOO_LARGE);
  g_clear_error (&error);

  /* As many as fit are read. */
  for (guint i = 0; many->len < PLUMB_ANSWERS_MAX_SIZE - 100; i++) {
    g_string_append_printf (many,
                            "%s{\"crux\":\"c-%u\",\"likelihood\":1,\"weight\":1}",
                            i > 0 ? "," : "",
                            i);
  }
  g_string_append (many, "]}");
  answers = parse (many->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plumb_answers_get_n_answered (answers), >, 10000);
}

typedef struct {
  PlumbAnswers *answers;
  GError *error;
  gboolean done;
} Loaded;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Loaded *loaded = user_data;

  loaded->answers = plumb_answers_load_finish (result, &loaded->error);
  loaded->done = TRUE;
}

static void
load (GFile *file, GCancellable *cancellable, Loaded *loaded)
{
  *loaded = (Loaded) { NULL, NULL, FALSE };
  plumb_answers_load_async (file, "test", cancellable, loaded_cb, loaded);
  while (!loaded->done) {
    g_main_context_iteration (NULL, TRUE);
  }
}

static void
test_load (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plumb-answers-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.json", NULL);
  g_autofree char *huge = g_strnfill (PLUMB_ANSWERS_MAX_SIZE + 1, ' ');
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Loaded loaded;

  load (file, NULL, &loaded);
  g_assert_error (loaded.error, PLUMB_ANSWERS_ERROR, PLUMB_ANSWERS_ERROR_MISSING);
  g_assert_nonnull (strstr (loaded.error->message, "mine.json"));
  g_clear_error (&loaded.error);

  load (directory, NULL, &loaded);
  g_assert_error (loaded.error, PLUMB_ANSWERS_ERROR, PLUMB_ANSWERS_ERROR_UNREADABLE);
  g_clear_error (&loaded.error);
  load (device, NULL, &loaded);
  g_assert_error (loaded.error, PLUMB_ANSWERS_ERROR, PLUMB_ANSWERS_ERROR_UNREADABLE);
  g_clear_error (&loaded.error);

  g_assert_true (g_file_set_contents (path, GOOD, -1, NULL));
  load (file, NULL, &loaded);
  g_assert_no_error (loaded.error);
  g_assert_cmpuint (plumb_answers_get_n_answered (loaded.answers), ==, 1);
  g_clear_object (&loaded.answers);

  g_cancellable_cancel (cancellable);
  load (file, cancellable, &loaded);
  g_assert_error (loaded.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&loaded.error);

  g_assert_true (g_file_set_contents (path, huge, -1, NULL));
  load (file, NULL, &loaded);
  g_assert_error (loaded.error, PLUMB_ANSWERS_ERROR, PLUMB_ANSWERS_ERROR_TOO_LARGE);
  g_clear_error (&loaded.error);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Changes a few bytes, takes some away, doubles some, or puts in something that means something. */
static void
damage (GString *text, GRand *random)
{
  static const char *const words[] = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\u0000",
    "\\ud800",
    "null",
    "1e400",
    "-1",
    "101",
    "0.5",
    "\"crux\":\"a\"",
    "\"weight\":",
    "\"format\":2",
    "\xff",
    "\xef\xbb\xbf",
    "70.0",
    "true",
  };
  guint n = (guint) g_rand_int_range (random, 1, 4);

  for (guint i = 0; i < n; i++) {
    gsize at = g_rand_int (random) % (text->len + 1);
    gsize wanted = g_rand_int (random) % 20;
    gsize length = MIN (wanted, text->len - at);

    switch (g_rand_int_range (random, 0, 4)) {
    case 0:
      if (at < text->len) {
        text->str[at] = (char) g_rand_int_range (random, 1, 256);
      }
      break;
    case 1:
      g_string_erase (text, (gssize) at, (gssize) length);
      break;
    case 2: {
      g_autofree char *piece = g_strndup (text->str + at, length);

      g_string_insert (text, (gssize) at, piece);
      break;
    }
    default:
      g_string_insert (text,
                       (gssize) at,
                       words[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (words))]);
      break;
    }
  }
}

/* Nothing worse than an error comes of damage, and what is read all the same is within bounds, and is read again as it
 * is written. With more rounds, as in PLUMB_FUZZ_ROUNDS=1000000, it takes longer and sees more. */
static void
test_fuzz (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint rounds = plumb_test_get_rounds (20000);
  guint n_good = 0;

  for (guint i = 0; i < rounds; i++) {
    g_autoptr (GString)
        text = g_string_new (HEAD "\"date\":\"2026-11-21\",\"answers\":[" ONE
                                  ",{\"crux\":\"b-c\",\"likelihood\":0,\"weight\":3}]}");
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (PlumbAnswers) answers = NULL;
    g_auto (GStrv) cruxes = NULL;
    g_autofree char *json = NULL;
    g_autoptr (PlumbAnswers) again = NULL;

    damage (text, random);
    bytes = g_bytes_new (text->str, text->len);
    answers = plumb_answers_parse (bytes, "mine.json", "test", NULL, NULL, &error);
    if (answers == NULL) {
      g_assert_true (error->domain == PLUMB_ANSWERS_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      continue;
    }

    g_assert_no_error (error);
    n_good++;
    cruxes = plumb_answers_dup_cruxes (answers);
    g_assert_cmpuint (g_strv_length (cruxes), >, 0);
    for (guint j = 0; cruxes[j] != NULL; j++) {
      PlumbAnswer answer = plumb_answers_get (answers, cruxes[j]);

      g_assert_cmpint (answer.likelihood, >=, 0);
      g_assert_cmpint (answer.likelihood, <=, PLUMB_LIKELIHOOD_MAX);
      g_assert_cmpint (answer.weight, >=, 0);
      g_assert_cmpint (answer.weight, <=, PLUMB_WEIGHT_MAX);
    }
    json = plumb_answers_to_json (answers, "test", "7", NULL);
    again = parse (json, NULL);
    g_assert_true (plumb_answers_equal (answers, again));
  }
  g_assert_cmpuint (n_good, >, rounds / 200);
  g_assert_cmpuint (n_good, <, rounds);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answers-file/round-trip", test_round_trip);
  g_test_add_func ("/answers-file/unanswered", test_unanswered);
  g_test_add_func ("/answers-file/csv", test_csv);
  g_test_add_func ("/answers-file/bad", test_bad);
  g_test_add_func ("/answers-file/hostile", test_hostile);
  g_test_add_func ("/answers-file/load", test_load);
  g_test_add_func ("/answers-file/fuzz", test_fuzz);

  return g_test_run ();
}
