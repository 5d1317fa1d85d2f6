/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-options.h"

typedef struct {
  const char *topic;
  const char *level;
  const char *audience;
  const char *rest[3];
  const char *uri;
  gboolean ok;
} Case;

static const Case cases[] = {
  { .uri = NULL, .ok = TRUE },
  { .topic = "goodharts-law", .uri = "plumb:topic/goodharts-law", .ok = TRUE },
  { .topic = "goodharts-law",
    .level = "2",
    .uri = "plumb:topic/goodharts-law?level=2",
    .ok = TRUE },
  { .topic = "goodharts-law",
    .level = "3",
    .audience = "builder",
    .uri = "plumb:topic/goodharts-law?level=3&audience=builder",
    .ok = TRUE },
  { .rest = { "plumb:topic/goodharts-law?level=1#debate" },
    .uri = "plumb:topic/goodharts-law?level=1#debate",
    .ok = TRUE },
  { .topic = "goodharts-law", .level = "4" },
  { .topic = "goodharts-law", .level = "-1" },
  { .topic = "goodharts-law", .level = "0" },
  { .topic = "goodharts-law", .level = "" },
  { .topic = "goodharts-law", .level = "2nd" },
  { .topic = "goodharts-law", .level = "99999999999999999999" },
  { .level = "2" },
  { .audience = "builder" },
  { .topic = "Not an id" },
  { .topic = "../../etc/passwd" },
  { .topic = "x?level=2&level=3" },
  { .topic = "" },
  { .topic = "goodharts-law", .audience = "" },
  { .topic = "goodharts-law", .audience = "A builder" },
  { .topic = "goodharts-law", .rest = { "plumb:topic/outer-alignment" } },
  { .rest = { "plumb:topic/outer-alignment", "plumb:topic/inner-alignment" } },
  { .rest = { "https://example.org/" } },
  { .rest = { "goodharts-law" } },
  { .rest = { "plumb:nonsense/x" } },
  { .rest = { "" } },
  { .rest = { "plumb:topic/\xff" } },
};

static void
test_parse (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GVariantDict) dict = g_variant_dict_new (NULL);
  g_autoptr (PlumbOptions) options = NULL;
  g_autoptr (GError) error = NULL;

  if (test->topic != NULL) {
    g_variant_dict_insert (dict, "topic", "s", test->topic);
  }
  if (test->level != NULL) {
    g_variant_dict_insert (dict, "level", "s", test->level);
  }
  if (test->audience != NULL) {
    g_variant_dict_insert (dict, "audience", "s", test->audience);
  }
  if (test->rest[0] != NULL) {
    g_variant_dict_insert (dict, G_OPTION_REMAINING, "^aay", test->rest);
  }

  options = plumb_options_parse (dict, &error);
  if (!test->ok) {
    g_assert_null (options);
    g_assert_nonnull (error);
    g_assert_cmpstr (error->message, !=, "");
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    return;
  }
  g_assert_no_error (error);
  if (test->uri == NULL) {
    g_assert_null (options->place);
  } else {
    g_autofree char *uri = plumb_place_to_uri (options->place);

    g_assert_cmpstr (uri, ==, test->uri);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/options/parse/%u", i);

    g_test_add_data_func (path, &cases[i], test_parse);
  }

  return g_test_run ();
}
