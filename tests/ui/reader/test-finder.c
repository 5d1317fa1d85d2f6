/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-content.h"
#include "plumb-finder.h"
#include "plumb-ui-test.h"

static GtkWidget *
new_page (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *expander = gtk_expander_new ("Open");
  GtkWidget *button = gtk_button_new_with_label ("Café");

  gtk_box_append (GTK_BOX (box), plumb_content_prose ("A café, and a <b>caf</b>é.", NULL));
  gtk_box_append (GTK_BOX (box), plumb_content_prose ("Nothing here.", NULL));
  gtk_expander_set_child (GTK_EXPANDER (expander), plumb_content_prose ("CAFE within", NULL));
  gtk_box_append (GTK_BOX (box), expander);
  gtk_box_append (GTK_BOX (box), button);

  return g_object_ref_sink (box);
}

static void
test_new_destroy (void)
{
  g_autoptr (GtkWidget) page = new_page ();
  PlumbFinder *finder = plumb_finder_new (page);

  plumb_finder_set_query (finder, "cafe");
  g_assert_finalize_object (finder);
}

static void
test_finds (void)
{
  g_autoptr (GtkWidget) page = new_page ();
  g_autoptr (PlumbFinder) finder = plumb_finder_new (page);
  const struct {
    const char *query;
    guint n;
  } cases[] = { { "cafe", 3 }, { "CAFÉ", 3 }, { "here", 1 }, { "absent", 0 },
                { "", 0 },     { NULL, 0 },   { "a c", 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    plumb_finder_set_query (finder, cases[i].query);
    g_assert_cmpuint (plumb_finder_get_n_matches (finder), ==, cases[i].n);
  }
}

/* After a search every word of it is marked by itself. */
static void
test_search (void)
{
  g_autoptr (GtkWidget) page = new_page ();
  g_autoptr (PlumbFinder) finder = plumb_finder_new (page);

  plumb_finder_set_search (finder, "within café");
  g_assert_cmpuint (plumb_finder_get_n_matches (finder), ==, 4);
  plumb_finder_set_search (finder, "\"!?");
  g_assert_cmpuint (plumb_finder_get_n_matches (finder), ==, 0);
  plumb_finder_set_query (finder, "caf");
  g_assert_cmpuint (plumb_finder_get_n_matches (finder), ==, 3);
}

static void
test_steps (void)
{
  GtkWidget *page = new_page ();
  GtkWidget *window = plumb_ui_test_show (page, 400, 300);
  g_autoptr (PlumbFinder) finder = plumb_finder_new (page);
  GtkWidget *expander = plumb_ui_test_find (page, GTK_TYPE_EXPANDER);
  GtkWidget *found;
  int y;

  plumb_finder_set_query (finder, "cafe");
  g_assert_nonnull (plumb_finder_step (finder, 0, &y));
  g_assert_cmpuint (plumb_finder_get_position (finder), ==, 0);
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  plumb_finder_step (finder, 1, &y);
  found = plumb_finder_step (finder, 1, &y);
  g_assert_cmpuint (plumb_finder_get_position (finder), ==, 2);
  g_assert_true (gtk_widget_is_ancestor (found, expander));
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  plumb_finder_step (finder, 1, &y);
  g_assert_cmpuint (plumb_finder_get_position (finder), ==, 0);
  plumb_finder_step (finder, -1, &y);
  g_assert_cmpuint (plumb_finder_get_position (finder), ==, 2);
  plumb_finder_set_query (finder, "absent");
  g_assert_null (plumb_finder_step (finder, 1, &y));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (page);
}

/* A match is marked by more than its colour, and no mark stays behind. */
static void
test_marks (void)
{
  g_autoptr (GtkWidget) page = new_page ();
  g_autoptr (PlumbFinder) finder = plumb_finder_new (page);
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (page));
  GSList *attributes;
  gboolean underlined = FALSE;

  plumb_finder_set_query (finder, "cafe");
  attributes = pango_attr_list_get_attributes (gtk_label_get_attributes (label));
  for (GSList *l = attributes; l != NULL; l = l->next) {
    PangoAttribute *attribute = l->data;

    underlined |= attribute->klass->type == PANGO_ATTR_UNDERLINE;
  }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  g_assert_true (underlined);
  plumb_finder_set_query (finder, NULL);
  g_assert_null (gtk_label_get_attributes (label));
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/finder/new-destroy", test_new_destroy);
  g_test_add_func ("/finder/finds", test_finds);
  g_test_add_func ("/finder/search", test_search);
  g_test_add_func ("/finder/steps", test_steps);
  g_test_add_func ("/finder/marks", test_marks);

  return g_test_run ();
}
