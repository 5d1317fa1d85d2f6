/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-problems-dialog.h"

#include <plumb-problem.h>

#include "plumb-ui-test.h"

static void
add (GListStore *store, PlumbSeverity severity, const char *file, const char *path)
{
  g_autoptr (PlumbProblem) problem =
      plumb_problem_new (severity, PLUMB_LIBRARY_ERROR_SYNTAX, file, path, "A comma is missing.");

  g_list_store_append (store, problem);
}

static void
test_new_destroy (void)
{
  g_autoptr (GListStore) store = g_list_store_new (PLUMB_TYPE_PROBLEM);
  PlumbProblemsDialog *dialog = g_object_ref_sink (
      plumb_problems_dialog_new (G_LIST_MODEL (store)));

  g_assert_finalize_object (dialog);
  g_assert_finalize_object (g_steal_pointer (&store));
}

static void
test_only_errors (void)
{
  g_autoptr (GListStore) store = g_list_store_new (PLUMB_TYPE_PROBLEM);
  g_autoptr (GListModel) errors = plumb_problems_only_errors (G_LIST_MODEL (store));

  g_assert_null (plumb_problems_describe (errors));
  add (store, PLUMB_SEVERITY_WARNING, "topics/a.json", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (errors), ==, 0);
  add (store, PLUMB_SEVERITY_ERROR, "topics/b.json", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (errors), ==, 1);
}

/* Topics are counted once each; what is not a topic is not called one. */
static void
test_describe (void)
{
  g_autoptr (GListStore) store = g_list_store_new (PLUMB_TYPE_PROBLEM);
  const struct {
    const char *file;
    const char *text;
  } steps[] = {
    { "topics/a.json", "Topics with problems (1)" },
    { "topics/a.json", "Topics with problems (1)" },
    { "topics/b.json", "Topics with problems (2)" },
    { "sources.json", "Files with problems (3)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autofree char *text = NULL;

    add (store, PLUMB_SEVERITY_ERROR, steps[i].file, NULL);
    text = plumb_problems_describe (G_LIST_MODEL (store));
    g_assert_cmpstr (text, ==, steps[i].text);
  }
}

static void
test_rows (void)
{
  g_autoptr (GListStore) store = g_list_store_new (PLUMB_TYPE_PROBLEM);
  GtkWidget *bin = adw_bin_new ();
  GtkWidget *window, *list_view, *where;
  AdwDialog *dialog;

  add (store, PLUMB_SEVERITY_ERROR, "topics/a.json", "/levels/0");
  add (store, PLUMB_SEVERITY_ERROR, "topics/b.json", NULL);
  window = plumb_ui_test_show (bin, 600, 600);
  dialog = ADW_DIALOG (plumb_problems_dialog_new (G_LIST_MODEL (store)));
  adw_dialog_present (dialog, bin);
  plumb_ui_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (dialog)));

  list_view = plumb_ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW);
  gtk_test_accessible_assert_property (list_view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Problems");
  g_assert_nonnull (plumb_ui_test_find_label (list_view, "A comma is missing."));
  g_assert_nonnull (plumb_ui_test_find_label (list_view, "\u2068topics/b.json\u2069"));
  where = plumb_ui_test_find_label (list_view, "\u2068topics/a.json\u2069, \u2068/levels/0\u2069");
  g_assert_nonnull (where);
  where = gtk_widget_get_parent (gtk_widget_get_parent (where));
  gtk_test_accessible_assert_property (where, GTK_ACCESSIBLE_PROPERTY_LABEL, "A comma is missing.");

  adw_dialog_force_close (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/problems-dialog/new-destroy", test_new_destroy);
  g_test_add_func ("/ui/problems-dialog/only-errors", test_only_errors);
  g_test_add_func ("/ui/problems-dialog/describe", test_describe);
  g_test_add_func ("/ui/problems-dialog/rows", test_rows);

  return g_test_run ();
}
