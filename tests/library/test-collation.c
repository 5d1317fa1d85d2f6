/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "plumb-collation.h"
#include "plumb-library-test.h"

static void
assert_initial (const char *text, const char *wanted)
{
  g_autofree char *initial = plumb_collation_dup_initial (text);

  g_assert_cmpstr (initial, ==, wanted);
}

/* What is the same in every locale. */
static void
test_initial (void)
{
  assert_initial ("proxy", "P");
  assert_initial ("Proxy", "P");
  assert_initial ("“wireheading”", "W");
  assert_initial ("2FA", "0–9");
  assert_initial ("٣", "0–9");
  assert_initial ("", "#");
  assert_initial ("…", "#");
  assert_initial ("ж", "Ж");
  assert_initial ("对齐", "对");
  assert_initial ("محاذاة", "م");
  assert_initial ("정렬", "정");
}

/* Makes a locale and takes it, since a system has those that somebody asked for. */
static gboolean
take_locale (const char *folder, const char *name)
{
  g_autofree char *input = g_strndup (name, strcspn (name, "."));
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *const argv[] = {
    "localedef", "--inputfile", input, "--charmap", "UTF-8", path, NULL
  };

  return g_spawn_sync (NULL,
                       (char **) argv,
                       NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL |
                           G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL,
                       NULL,
                       NULL,
                       NULL,
                       NULL,
                       NULL) &&
         setlocale (LC_ALL, name) != NULL;
}

/* A letter with a mark stands where the locale sorts it. */
static void
test_marks (void)
{
  g_autoptr (PlumbTestFolder) folder = plumb_test_folder_new ();
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));

  /* By code points, É comes after Z. */
  setlocale (LC_ALL, "C.UTF-8");
  assert_initial ("élan", "É");

  g_setenv ("LOCPATH", folder->path, TRUE);
  if (!take_locale (folder->path, "fr_FR.UTF-8")) {
    g_test_skip ("Locales cannot be made here.");
  } else {
    assert_initial ("élan", "E");
    assert_initial ("Ångström", "A");
    g_assert_true (take_locale (folder->path, "sv_SE.UTF-8"));
    assert_initial ("élan", "E");
    assert_initial ("Ångström", "Å");
  }

  g_unsetenv ("LOCPATH");
  setlocale (LC_ALL, before);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/collation/initial", test_initial);
  g_test_add_func ("/collation/marks", test_marks);

  return g_test_run ();
}
