/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-entry-row.h"
#include "plumb-ui-test.h"

static guint n_details;

static char *
dup_details_cb (PlumbEntry *entry)
{
  n_details++;

  return g_strdup ("The <b>reply</b>.");
}

static PlumbEntry *
new_entry (PlumbLibrary *library)
{
  g_autoptr (GObject) record = g_object_new (G_TYPE_OBJECT, NULL);

  return plumb_entry_new (library, "term:x", record);
}

static void
test_new_destroy (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbEntry) entry = new_entry (library);
  PlumbEntryRow *row = g_object_ref_sink (PLUMB_ENTRY_ROW (plumb_entry_row_new ()));
  PlumbEntry *shown;

  g_object_set (row, "entry", entry, NULL);
  g_object_get (row, "entry", &shown, NULL);
  g_assert_true (shown == entry);
  g_object_unref (shown);
  g_assert_finalize_object (row);
}

/* What an entry does not have is not there, also in a row that showed another before. */
static void
test_shows (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbEntry) all = new_entry (library);
  g_autoptr (PlumbEntry) little = new_entry (library);
  g_autoptr (GtkWidget) row = g_object_ref_sink (plumb_entry_row_new ());
  GtkWidget *title;

  all->title = g_strdup ("Proxy & more");
  all->text = g_strdup ("What <b>stands</b> in.");
  all->notes = g_strdup ("Used in: a");
  all->details_title = g_strdup ("More");
  all->dup_details = dup_details_cb;
  little->text = g_strdup ("Only this.");

  plumb_entry_row_set_entry (PLUMB_ENTRY_ROW (row), all);
  title = plumb_ui_test_find_label (row, "Proxy & more");
  g_assert_true (gtk_widget_get_visible (title));
  gtk_test_accessible_assert_role (title, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (title, GTK_ACCESSIBLE_PROPERTY_LEVEL, 3);
  g_assert_nonnull (plumb_ui_test_find_label (row, "What stands in."));
  g_assert_true (gtk_widget_get_visible (plumb_ui_test_find (row, GTK_TYPE_EXPANDER)));

  plumb_entry_row_set_entry (PLUMB_ENTRY_ROW (row), little);
  g_assert_false (gtk_widget_get_visible (title));
  g_assert_nonnull (plumb_ui_test_find_label (row, "Only this."));
  g_assert_false (gtk_widget_get_visible (plumb_ui_test_find (row, GTK_TYPE_EXPANDER)));
}

/* What is behind the opener is made when it is opened, and is the entry's own. */
static void
test_details (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbEntry) one = new_entry (library);
  g_autoptr (PlumbEntry) other = new_entry (library);
  g_autoptr (GtkWidget) row = g_object_ref_sink (plumb_entry_row_new ());
  GtkWidget *expander;

  one->details_title = g_strdup ("“Said.”");
  one->dup_details = dup_details_cb;
  other->details_title = g_strdup ("“Said, too.”");
  other->dup_details = dup_details_cb;

  n_details = 0;
  plumb_entry_row_set_entry (PLUMB_ENTRY_ROW (row), one);
  expander = plumb_ui_test_find (row, GTK_TYPE_EXPANDER);
  g_assert_cmpuint (n_details, ==, 0);
  g_assert_null (plumb_ui_test_find_label (row, "The reply."));

  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  g_assert_cmpuint (n_details, ==, 1);
  g_assert_true (plumb_entry_get_expanded (one));
  g_assert_nonnull (plumb_ui_test_find_label (row, "The reply."));

  plumb_entry_row_set_entry (PLUMB_ENTRY_ROW (row), other);
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  g_assert_false (plumb_entry_get_expanded (other));
  g_assert_true (plumb_entry_get_expanded (one));

  plumb_entry_set_expanded (other, TRUE);
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  g_assert_cmpuint (n_details, ==, 2);
  plumb_entry_row_set_entry (PLUMB_ENTRY_ROW (row), one);
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  g_assert_nonnull (plumb_ui_test_find_label (row, "The reply."));
}

static void
test_marked (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbEntry) entry = new_entry (library);
  g_autoptr (GtkWidget) row = g_object_ref_sink (plumb_entry_row_new ());

  entry->text = g_strdup ("Text.");
  plumb_entry_row_set_entry (PLUMB_ENTRY_ROW (row), entry);
  g_assert_false (gtk_widget_has_css_class (row, "marked"));
  plumb_entry_set_marked (entry, TRUE);
  g_assert_true (gtk_widget_has_css_class (row, "marked"));
  plumb_entry_row_set_entry (PLUMB_ENTRY_ROW (row), NULL);
  g_assert_false (gtk_widget_has_css_class (row, "marked"));
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/entry-row/new-destroy", test_new_destroy);
  g_test_add_func ("/entry-row/shows", test_shows);
  g_test_add_func ("/entry-row/details", test_details);
  g_test_add_func ("/entry-row/marked", test_marked);

  return g_test_run ();
}
