/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>
#include <sys/stat.h>

#include "plumb-policy-files.h"
#include "plumb-preferences.h"
#include "plumb-state-test.h"

static GFile *
write_file (PlumbTestFolder *folder, const char *name, const char *contents)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  plumb_test_folder_make (folder);
  path = g_build_filename (folder->path, name, NULL);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static PlumbPolicy *
parse (PlumbTestFolder *folder, const char *contents)
{
  g_autoptr (GFile) file = write_file (folder, "policy", contents);

  return plumb_policy_new (&file, 1);
}

static guint
count_problems (PlumbPolicy *policy)
{
  return g_strv_length ((char **) plumb_policy_get_problems (policy));
}

static void
test_new_destroy (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/policy");
  PlumbPolicy *policy = plumb_policy_new (NULL, 0);
  PlumbStoreMode mode = PLUMB_STORE_MODE_DISK;

  g_assert_finalize_object (policy);

  policy = plumb_policy_new (&missing, 1);
  g_assert_cmpuint (count_problems (policy), ==, 0);
  g_assert_null (plumb_policy_get_preference (policy, "text-size"));
  g_assert_null (plumb_policy_get_preference (policy, "no-such-thing"));
  g_assert_false (plumb_policy_get_store_mode (policy, &mode));
  g_assert_cmpstr (plumb_policy_get_hidden_audiences (policy)[0], ==, NULL);
  g_assert_false (plumb_policy_get_hide_take (policy));
  g_assert_false (plumb_policy_get_hide_review (policy));
  g_assert_cmpstr (plumb_policy_get_lesson (policy), ==, NULL);
  g_assert_finalize_object (policy);
}

static void
test_everything (void)
{
  static const struct {
    const char *name;
    const char *value;
  } expected[] = {
    { "text-size", "150" },
    { "reading-width", "'wide'" },
    { "color-scheme", "'dark'" },
    { "easier-spacing", "true" },
    { "claim-marks", "false" },
    { "audience", "'builder'" },
    { "level", "2" },
    { "restore-place", "false" },
    { "content-language", "'pt-BR'" },
    { "search-provider", "false" },
  };
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbPolicy) policy = parse (folder,
                                          "# For the lab\n"
                                          "[preferences]\n"
                                          "text-size=150\n"
                                          "reading-width=wide\n"
                                          "color-scheme=dark\n"
                                          "easier-spacing=true\n"
                                          "claim-marks=false\n"
                                          "audience=builder\n"
                                          "level=2\n"
                                          "restore-place=false\n"
                                          "content-language=pt-BR\n"
                                          "search-provider=false\n"
                                          "\n"
                                          "[store]\n"
                                          "mode=none\n"
                                          "[features]\n"
                                          "hide-audience=investor;researcher\n"
                                          "hide-take=true\n"
                                          "hide-review=true\n"
                                          "lesson=first-steps\n");
  PlumbStoreMode mode;

  g_assert_cmpuint (count_problems (policy), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    GVariant *value = plumb_policy_get_preference (policy, expected[i].name);
    g_autofree char *text = NULL;

    g_assert_nonnull (value);
    text = g_variant_print (value, FALSE);
    g_assert_cmpstr (text, ==, expected[i].value);
  }
  g_assert_true (plumb_policy_get_store_mode (policy, &mode));
  g_assert_cmpint (mode, ==, PLUMB_STORE_MODE_NONE);
  g_assert_cmpstr (plumb_policy_get_hidden_audiences (policy)[0], ==, "investor");
  g_assert_cmpstr (plumb_policy_get_hidden_audiences (policy)[1], ==, "researcher");
  g_assert_cmpstr (plumb_policy_get_hidden_audiences (policy)[2], ==, NULL);
  g_assert_true (plumb_policy_get_hide_take (policy));
  g_assert_true (plumb_policy_get_hide_review (policy));
  g_assert_cmpstr (plumb_policy_get_lesson (policy), ==, "first-steps");
}

/* Each is reported, naming what is wrong, and has no other effect. */
static void
test_problems (void)
{
  static const struct {
    const char *contents;
    const char *named;
  } cases[] = {
    { "[preferences]\ntext-size=74\n", "74" },
    { "[preferences]\ntext-size=301\n", "301" },
    { "[preferences]\ntext-size=big\n", "big" },
    { "[preferences]\ntext-size=\n", "text-size" },
    { "[preferences]\ntext-size=99999999999999999999\n", "text-size" },
    { "[preferences]\ntext-size=100%\n", "100%" },
    { "[preferences]\nlevel=4\n", "level" },
    { "[preferences]\nlevel=-1\n", "level" },
    { "[preferences]\nreading-width=Wide\n", "Wide" },
    { "[preferences]\ncolor-scheme=high-contrast\n", "high-contrast" },
    { "[preferences]\nclaim-marks=1\n", "claim-marks" },
    { "[preferences]\nclaim-marks=yes\n", "yes" },
    { "[preferences]\ntext-colour=red\n", "text-colour" },
    { "[preferences]\ncontent-language=\xff\n", "content-language" },
    { "[preferences]\ncontent-language=a\\q\n", "content-language" },
    { "[store]\nplace=here\n", "place" },
    { "[features]\nhide-everything=true\n", "hide-everything" },
    { "[features]\nhide-take=perhaps\n", "perhaps" },
    { "[features]\nlesson=\n", "lesson" },
    { "[colours]\nred=1\n", "colours" },
  };
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbPolicy) policy = parse (folder, cases[i].contents);
    PlumbStoreMode mode;

    g_assert_cmpuint (count_problems (policy), ==, 1);
    g_assert_nonnull (strstr (plumb_policy_get_problems (policy)[0], cases[i].named));
    g_assert_nonnull (strstr (plumb_policy_get_problems (policy)[0], "policy"));
    g_assert_true (g_utf8_validate (plumb_policy_get_problems (policy)[0], -1, NULL));
    g_assert_null (plumb_policy_get_preference (policy, "text-size"));
    g_assert_null (plumb_policy_get_preference (policy, "level"));
    g_assert_null (plumb_policy_get_preference (policy, "claim-marks"));
    g_assert_null (plumb_policy_get_preference (policy, "content-language"));
    g_assert_false (plumb_policy_get_hide_take (policy));
    g_assert_cmpstr (plumb_policy_get_lesson (policy), ==, NULL);
    g_assert_false (plumb_policy_get_store_mode (policy, &mode));
  }
}

/* The rest of a file in which something is wrong counts. */
static void
test_good_beside_bad (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (PlumbPolicy) policy = parse (folder,
                                          "[preferences]\n"
                                          "text-size=huge\n"
                                          "nonsense=1\n"
                                          "level=3\n"
                                          "[other]\n"
                                          "a=b\n"
                                          "[features]\n"
                                          "hide-take=true\n");

  g_assert_cmpuint (count_problems (policy), ==, 3);
  g_assert_cmpint (g_variant_get_int32 (plumb_policy_get_preference (policy, "level")), ==, 3);
  g_assert_true (plumb_policy_get_hide_take (policy));
}

/* Whoever tried to have nothing kept, and failed, gets at least that. */
static void
test_careful (void)
{
  static const char *const contents[] = {
    "[store]\nmode=sesion\n",  "[store]\nmode=\n", "[store]\nmode=\xff\n",
    "[store\nmode=none\n",     "mode=none\n",      "\x01\x02",
    "{ \"store\": \"none\" }",
  };
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_autoptr (PlumbPolicy) policy = NULL;
    PlumbStoreMode mode;

    policy = parse (folder, contents[i]);
    g_assert_cmpuint (count_problems (policy), ==, 1);
    g_assert_true (plumb_policy_get_store_mode (policy, &mode));
    g_assert_cmpint (mode, ==, PLUMB_STORE_MODE_SESSION);
  }
}

static void
test_not_a_file (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *pipe = g_build_filename (folder->path, "pipe", NULL);
  g_autofree char *big = g_strnfill (2 * 1024 * 1024, '#');
  g_autoptr (GFile) not_a_file = g_file_new_for_path (pipe);
  g_autoptr (GFile) too_big = NULL;
  GFile *files[3];

  plumb_test_folder_make (folder);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  too_big = write_file (folder, "big", big);
  files[0] = not_a_file;
  files[1] = folder->folder;
  files[2] = too_big;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (PlumbPolicy) policy = plumb_policy_new (&files[i], 1);
    PlumbStoreMode mode;

    g_assert_cmpuint (count_problems (policy), ==, 1);
    g_assert_true (plumb_policy_get_store_mode (policy, &mode));
    g_assert_cmpint (mode, ==, PLUMB_STORE_MODE_SESSION);
  }
}

static void
test_first_file_decides (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autoptr (GFile) first = write_file (folder,
                                        "first",
                                        "[preferences]\ntext-size=150\n"
                                        "[store]\nmode=disk\n"
                                        "[features]\nhide-take=false\nhide-audience=a\n");
  g_autoptr (GFile) second = write_file (folder,
                                         "second",
                                         "[preferences]\ntext-size=200\nlevel=1\n"
                                         "[store]\nmode=none\n"
                                         "[features]\nhide-take=true\nhide-audience=b\nlesson=l\n");
  GFile *files[] = { first, second };
  g_autoptr (PlumbPolicy) policy = plumb_policy_new (files, G_N_ELEMENTS (files));
  PlumbStoreMode mode;

  g_assert_cmpuint (count_problems (policy), ==, 0);
  g_assert_cmpint (g_variant_get_int32 (plumb_policy_get_preference (policy, "text-size")),
                   ==,
                   150);
  g_assert_cmpint (g_variant_get_int32 (plumb_policy_get_preference (policy, "level")), ==, 1);
  g_assert_true (plumb_policy_get_store_mode (policy, &mode));
  g_assert_cmpint (mode, ==, PLUMB_STORE_MODE_DISK);
  g_assert_false (plumb_policy_get_hide_take (policy));
  g_assert_cmpstr (plumb_policy_get_hidden_audiences (policy)[0], ==, "a");
  g_assert_cmpstr (plumb_policy_get_lesson (policy), ==, "l");
}

static void
write_deep (PlumbTestFolder *folder, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GFile) file = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  file = write_file (folder, name, contents);
}

/* Settings before extensions, folders in their order, extensions by name. */
static void
test_system (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *etc = g_build_filename (folder->path, "etc", NULL);
  g_autofree char *app = g_build_filename (folder->path, "app", NULL);
  g_autofree char *usr = g_build_filename (folder->path, "usr", NULL);
  const char *config_dirs[] = { "/nonexistent", etc, NULL };
  const char *data_dirs[] = { app, "/nonexistent", usr, NULL };
  const char *none[] = { NULL };
  g_autoptr (PlumbPolicy) policy = NULL;
  g_autoptr (PlumbPolicy) empty = plumb_policy_new_for_system (none, none);

  write_deep (folder, "etc/plumb/policy.ini", "[preferences]\nlevel=1\n");
  write_deep (folder,
              "app/plumb/extensions/b/policy.ini",
              "[preferences]\nlevel=2\ntext-size=120\naudience=b\n");
  write_deep (folder, "app/plumb/extensions/a/policy.ini", "[preferences]\ntext-size=110\n");
  write_deep (folder, "app/plumb/extensions/c/libraries/pond/library.json", "{}");
  write_deep (folder, "app/plumb/extensions/read-me.txt", "not a folder");
  write_deep (folder,
              "usr/plumb/extensions/a/policy.ini",
              "[preferences]\ntext-size=130\naudience=usr\nclaim-marks=false\n");
  policy = plumb_policy_new_for_system (config_dirs, data_dirs);

  g_assert_cmpuint (count_problems (policy), ==, 0);
  g_assert_cmpint (g_variant_get_int32 (plumb_policy_get_preference (policy, "level")), ==, 1);
  g_assert_cmpint (g_variant_get_int32 (plumb_policy_get_preference (policy, "text-size")),
                   ==,
                   110);
  g_assert_cmpstr (g_variant_get_string (plumb_policy_get_preference (policy, "audience"), NULL),
                   ==,
                   "b");
  g_assert_false (g_variant_get_boolean (plumb_policy_get_preference (policy, "claim-marks")));
  g_assert_null (plumb_policy_get_preference (empty, "level"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/policy/new-destroy", test_new_destroy);
  g_test_add_func ("/policy/everything", test_everything);
  g_test_add_func ("/policy/problems", test_problems);
  g_test_add_func ("/policy/good-beside-bad", test_good_beside_bad);
  g_test_add_func ("/policy/careful", test_careful);
  g_test_add_func ("/policy/not-a-file", test_not_a_file);
  g_test_add_func ("/policy/first-file-decides", test_first_file_decides);
  g_test_add_func ("/policy/system", test_system);

  return g_test_run ();
}
