/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the tests of this room share: small sets of cruxes from a line of text, and answers to them. */

#include "config.h"

#include "plumb-weigh-test.h"

#include <plumb-reader.h>

/* Opens the library that is shipped. */
PlumbLibrary *
plumb_test_open_bundled (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("PLUMB_LIBRARY_DIR"));
  g_autoptr (GError) error = NULL;
  PlumbLibrary *library = plumb_library_open (folder, NULL, &error);

  g_assert_no_error (error);

  return library;
}

static void
append_crux (GString *json, const char *text, const guint *order, guint *n_positions)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_auto (GStrv) names = g_strsplit (words[0], "!", -1);
  guint n = g_strv_length (words) - 1;

  g_string_append_printf (json,
                          "%s{\"id\":\"%s\",\"statement\":\"Statement %s.\",\"ratings\":[",
                          json->str[json->len - 1] == '[' ? "" : ",",
                          names[0],
                          names[0]);
  for (guint i = 0; i < n; i++) {
    const char *value = words[1 + (order != NULL ? order[i] : i)];

    if (g_str_equal (value, "-")) {
      continue;
    }
    g_string_append_printf (json,
                            "%s{\"position\":\"p%u\",\"reading\":true,",
                            json->str[json->len - 1] == '[' ? "" : ",",
                            i);
    if (g_str_equal (value, "R")) {
      g_string_append (json, "\"rejects\":true}");
    } else {
      g_string_append_printf (json, "\"value\":%s}", value);
    }
  }
  g_string_append (json, "],\"conflicts\":[");
  for (guint i = 1; names[i] != NULL; i++) {
    g_string_append_printf (json, "%s\"%s\"", i > 1 ? "," : "", names[i]);
  }
  g_string_append (json, "]}");
  *n_positions = n;
}

/* Makes a set from lines such as “a!b 2 -1 0 R”, separated by semicolons: a crux called a that goes ill with b, and how
 * the positions p0 to p3 rate it, where R rejects it and - says nothing. With @order, position i gets the rating of
 * number order[i]. */
PlumbCruxSet *
plumb_test_set (const char *ratings, const guint *order)
{
  static const char *const shapes[] = { "circle", "diamond", "square", "triangle" };
  g_auto (GStrv) lines = g_strsplit (ratings, "; ", -1);
  g_autoptr (GString) json = g_string_new (
      "{\"format\":1,\"id\":\"test\",\"version\":\"7\",\"title\":\"Test\",\"licence\":\"CC0-1.0\","
      "\"lang\":\"en\",\"sections\":[{\"id\":\"s\",\"title\":\"S\"}],\"cruxes\":[");
  g_autoptr (PlumbLibraryFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PlumbCruxSet *set;
  guint n_positions = 0;

  for (guint i = 0; lines[i] != NULL; i++) {
    append_crux (json, lines[i], order, &n_positions);
  }
  g_string_append (json, "],\"positions\":[");
  for (guint i = 0; i < n_positions; i++) {
    g_string_append_printf (json,
                            "%s{\"id\":\"p%u\",\"title\":\"Position %u\",\"shape\":\"%s\"}",
                            i > 0 ? "," : "",
                            i,
                            i,
                            shapes[i % 4]);
  }
  g_string_append (json, "]}");

  bytes = g_bytes_new (json->str, json->len);
  file = plumb_reader_read_bytes (bytes, "library.json", PLUMB_TYPE_LIBRARY_FILE, NULL, &error);
  g_assert_no_error (error);
  set = plumb_crux_set_new (file);
  plumb_crux_set_add (set, NULL, file->cruxes);

  return set;
}

/* Makes answers from words such as “a=70 b=30*3”: likelihoods, and how much they matter. */
PlumbAnswers *
plumb_test_answers (const char *text)
{
  PlumbAnswers *answers = plumb_answers_new ();
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++) {
    g_auto (GStrv) parts = g_strsplit_set (words[i], "=*", -1);
    PlumbAnswer answer = { (int) g_ascii_strtoll (parts[1], NULL, 10), PLUMB_WEIGHT_DEFAULT };

    if (parts[2] != NULL) {
      answer.weight = (int) g_ascii_strtoll (parts[2], NULL, 10);
    }
    plumb_answers_set (answers, parts[0], answer);
  }

  return answers;
}

/* Answers each crux with these odds, at random in steps of @step percent, and says at random how much it matters. */
PlumbAnswers *
plumb_test_random_answers (PlumbCruxSet *set, GRand *random, guint step, double odds)
{
  PlumbAnswers *answers = plumb_answers_new ();

  for (guint i = 0; i < plumb_crux_set_get_n_cruxes (set); i++) {
    PlumbAnswer answer = {
      g_rand_int_range (random, 0, (gint32) (100 / step) + 1) * (int) step,
      g_rand_int_range (random, 0, PLUMB_WEIGHT_MAX + 1),
    };

    if (g_rand_double (random) < odds) {
      plumb_answers_set (answers, plumb_crux_set_get_crux (set, i)->id, answer);
    }
  }

  return answers;
}

guint
plumb_test_get_rounds (guint usual)
{
  const char *rounds = g_getenv ("PLUMB_FUZZ_ROUNDS");

  return rounds != NULL ? (guint) g_ascii_strtoull (rounds, NULL, 10) : usual;
}
