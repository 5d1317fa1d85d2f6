/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-entry-text.h"
#include "plumb-ui-test.h"

static guint n_fills;

static void
fill_cb (PlumbEntry *entry)
{
  n_fills++;
  entry->text = g_strdup ("What <b>we</b> can &lt;measure&gt;.");
}

static PlumbEntry *
new_entry (PlumbLibrary *library, const char *title)
{
  g_autoptr (GObject) record = g_object_new (G_TYPE_OBJECT, NULL);
  PlumbEntry *entry = plumb_entry_new (library, "term:x", record);

  entry->title = g_strdup (title);
  entry->fill = fill_cb;

  return entry;
}

static void
test_new_destroy (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  PlumbEntry *entry = new_entry (library, "Proxy");

  g_assert_finalize_object (entry);
}

static void
test_properties (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbEntry) entry = new_entry (library, "Proxy");
  const char *const names[] = { "expanded", "marked" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *signal = g_strconcat ("notify::", names[i], NULL);
    gboolean value;
    guint n = 0;

    g_signal_connect (entry, signal, G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
    g_object_set (entry, names[i], TRUE, NULL);
    g_object_get (entry, names[i], &value, NULL);
    g_assert_true (value);
    g_assert_cmpuint (n, ==, 1);
    g_object_set (entry, names[i], TRUE, NULL);
    g_assert_cmpuint (n, ==, 1);
  }
}

/* The texts are made when they are first needed, and once. */
static void
test_fill (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbEntry) entry = new_entry (library, NULL);
  g_autofree char *name = NULL;

  n_fills = 0;
  g_assert_true (plumb_entry_matches (entry, NULL));
  g_assert_cmpuint (n_fills, ==, 0);
  name = plumb_entry_dup_name (entry);
  g_assert_cmpstr (name, ==, "What we can <measure>.");
  plumb_entry_fill (entry);
  g_assert_cmpuint (n_fills, ==, 1);
}

static void
assert_matches (PlumbEntry *entry, const char *words, gboolean wanted)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);

  g_assert_cmpint (plumb_entry_matches (entry, (const char *const *) split), ==, wanted);
}

/* The words come folded; what they are looked for in is folded by the entry. */
static void
test_matches (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbEntry) entry = new_entry (library, "Élan vital");

  entry->keywords = g_strdup ("stand-ins");
  assert_matches (entry, "elan", TRUE);
  assert_matches (entry, "lan", TRUE);
  assert_matches (entry, "measure elan", TRUE);
  assert_matches (entry, "stand", TRUE);
  assert_matches (entry, "<measure>", TRUE);
  assert_matches (entry, "elan nothing", FALSE);
  /* Tags are no words, and where an entry is used does not find it. */
  assert_matches (entry, "<b>", FALSE);
  plumb_entry_add_note (entry, "Used in: Corrigibility");
  assert_matches (entry, "corrigibility", FALSE);
}

static void
test_notes (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbEntry) entry = new_entry (library, "Proxy");
  g_autofree char *link = plumb_entry_link ("topic:a", "Bread & <butter>");

  g_assert_cmpstr (link, ==, "<a href='topic:a'>Bread &amp; &lt;butter&gt;</a>");
  plumb_entry_add_note (entry, "One");
  plumb_entry_add_note (entry, "Two");
  g_assert_cmpstr (entry->notes, ==, "One\nTwo");
}

static void
test_sort (void)
{
  const char *const names[] = { "proxy", "Alignment", "agent", "Corrigibility" };
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const sorted[] = { "proxy", "agent", "Alignment", "Corrigibility" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_ptr_array_add (entries, new_entry (library, names[i]));
  }
  /* Only the part that is asked for. */
  plumb_entry_sort (entries, 1, entries->len);
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++) {
    g_assert_cmpstr (PLUMB_ENTRY (g_ptr_array_index (entries, i))->title, ==, sorted[i]);
  }
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/entry/new-destroy", test_new_destroy);
  g_test_add_func ("/entry/properties", test_properties);
  g_test_add_func ("/entry/fill", test_fill);
  g_test_add_func ("/entry/matches", test_matches);
  g_test_add_func ("/entry/notes", test_notes);
  g_test_add_func ("/entry/sort", test_sort);

  return g_test_run ();
}
