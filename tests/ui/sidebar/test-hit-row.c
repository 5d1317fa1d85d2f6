/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-hit-row.h"

#include "plumb-ui-test.h"

static PlumbSearchHit *
new_hit (int level, const char *heading, const char *snippet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbQuery) query = plumb_query_new ("reward", &error);

  g_assert_no_error (error);

  return plumb_search_hit_new (query,
                               "goodharts-law",
                               "Goodhart’s law",
                               level,
                               NULL,
                               heading,
                               snippet,
                               1);
}

static void
test_new_destroy (void)
{
  g_autoptr (PlumbSearchHit) hit = new_hit (1, NULL, "A text");
  GtkWidget *row = g_object_ref_sink (plumb_hit_row_new ());

  g_assert_null (plumb_hit_row_get_label (PLUMB_HIT_ROW (row)));
  plumb_hit_row_set_hit (PLUMB_HIT_ROW (row), hit);
  g_assert_true (plumb_hit_row_get_hit (PLUMB_HIT_ROW (row)) == hit);
  g_assert_cmpstr (plumb_hit_row_get_label (PLUMB_HIT_ROW (row)), ==, "Goodhart’s law");
  g_assert_finalize_object (row);
}

static void
test_where (void)
{
  const struct {
    int level;
    const char *heading;
    const char *where;
    const char *description;
  } cases[] = {
    { 2, "A heading", "Level 2 · \u2068A heading\u2069", "Level 2, A heading: A reward" },
    { 3, NULL, "Level 3", "Level 3: A reward" },
    { 0, "A heading", "All levels · \u2068A heading\u2069", "All levels, A heading: A reward" },
    { 0, NULL, "All levels", "All levels: A reward" },
  };
  g_autoptr (GtkWidget) row = g_object_ref_sink (plumb_hit_row_new ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PlumbSearchHit) hit = new_hit (cases[i].level, cases[i].heading, "A <b>reward</b>");
    g_autofree char *where = plumb_hit_row_describe_where (cases[i].level, cases[i].heading);

    g_assert_cmpstr (where, ==, cases[i].where);
    plumb_hit_row_set_hit (PLUMB_HIT_ROW (row), hit);
    g_assert_cmpstr (plumb_hit_row_get_description (PLUMB_HIT_ROW (row)), ==, cases[i].description);
    g_assert_nonnull (plumb_ui_test_find_label (row, cases[i].where));
  }
}

static gboolean
has_attribute (PangoAttrList *attributes, PangoAttrType type, guint start, guint end)
{
  g_autoslist (PangoAttribute) list = pango_attr_list_get_attributes (attributes);

  for (GSList *link = list; link != NULL; link = link->next) {
    PangoAttribute *attribute = link->data;

    if (attribute->klass->type == type && attribute->start_index == start &&
        attribute->end_index == end) {
      return TRUE;
    }
  }

  return FALSE;
}

/* What matches is told by a line under it as well as by its weight. */
static void
test_marks (void)
{
  g_autoptr (PlumbSearchHit) hit = new_hit (1, NULL, "Praise &amp; <b>reward</b>, or <b>re</b>");
  g_autoptr (PlumbSearchHit) plain = new_hit (1, NULL, "Nothing");
  g_autoptr (GtkWidget) row = g_object_ref_sink (plumb_hit_row_new ());
  GtkWidget *label;
  PangoAttrList *attributes;

  plumb_hit_row_set_hit (PLUMB_HIT_ROW (row), hit);
  label = plumb_ui_test_find_label (row, "Praise & reward, or re");
  g_assert_nonnull (label);
  attributes = gtk_label_get_attributes (GTK_LABEL (label));
  g_assert_true (has_attribute (attributes, PANGO_ATTR_WEIGHT, 9, 15));
  g_assert_true (has_attribute (attributes, PANGO_ATTR_UNDERLINE, 9, 15));
  g_assert_true (has_attribute (attributes, PANGO_ATTR_UNDERLINE, 20, 22));

  plumb_hit_row_set_hit (PLUMB_HIT_ROW (row), plain);
  attributes = gtk_label_get_attributes (GTK_LABEL (label));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Nothing");
  g_assert_false (has_attribute (attributes, PANGO_ATTR_UNDERLINE, 9, 15));
}

static void
test_title (void)
{
  g_autoptr (PlumbQuery) query = plumb_query_new ("good", NULL);
  g_autoptr (PlumbSearchHit)
      hit = plumb_search_hit_new (query, "t", "Law, good laws", 1, NULL, NULL, "Text", 1);
  g_autoptr (PlumbSearchHit)
      other = plumb_search_hit_new (query, "t", "Another", 1, NULL, NULL, "Text", 1);
  g_autoptr (GtkWidget) row = g_object_ref_sink (plumb_hit_row_new ());
  GtkWidget *label;

  plumb_hit_row_set_hit (PLUMB_HIT_ROW (row), hit);
  label = plumb_ui_test_find_label (row, "Law, good laws");
  g_assert_true (
      has_attribute (gtk_label_get_attributes (GTK_LABEL (label)), PANGO_ATTR_UNDERLINE, 5, 9));
  plumb_hit_row_set_hit (PLUMB_HIT_ROW (row), other);
  g_assert_false (
      has_attribute (gtk_label_get_attributes (GTK_LABEL (label)), PANGO_ATTR_UNDERLINE, 5, 9));
}

/* The index is a file, and may hold anything. */
static void
test_bad_snippet (void)
{
  const char *const snippets[] = { "a < b", "<b>open", "&nonsense;", "<script>x</script>", "" };
  g_autoptr (GtkWidget) row = g_object_ref_sink (plumb_hit_row_new ());

  for (guint i = 0; i < G_N_ELEMENTS (snippets); i++) {
    g_autoptr (PlumbSearchHit) hit = new_hit (1, NULL, snippets[i]);

    plumb_hit_row_set_hit (PLUMB_HIT_ROW (row), hit);
    g_assert_nonnull (plumb_ui_test_find_label (row, snippets[i]));
  }
}

int
main (int argc, char **argv)
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/hit-row/new-destroy", test_new_destroy);
  g_test_add_func ("/ui/hit-row/where", test_where);
  g_test_add_func ("/ui/hit-row/marks", test_marks);
  g_test_add_func ("/ui/hit-row/title", test_title);
  g_test_add_func ("/ui/hit-row/bad-snippet", test_bad_snippet);

  return g_test_run ();
}
