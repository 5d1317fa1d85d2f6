/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-problems-dialog.h"

#include <glib/gi18n.h>

#include <plumb-problem.h>

#include "plumb-start-align.h"

/**
 * PlumbProblemsDialog:
 *
 * Lists what is wrong with a library, each problem in plain words with the file and the place in it.
 *
 * ## CSS nodes
 *
 * `PlumbProblemsDialog` contains a list view with the style class `.problems`.
 *
 * ## Accessibility
 *
 * The list has a name, and each row is labelled with the problem and described by its place.
 */
struct _PlumbProblemsDialog {
  AdwDialog parent_instance;

  GListModel *problems;
};

enum {
  PROP_0,
  PROP_PROBLEMS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlumbProblemsDialog, plumb_problems_dialog, ADW_TYPE_DIALOG)

static gboolean
is_error (gpointer item, gpointer user_data)
{
  return plumb_problem_get_severity (item) == PLUMB_SEVERITY_ERROR;
}

/**
 * plumb_problems_only_errors:
 * @problems: (transfer none): problems of a library
 *
 * Leaves the warnings out, which a reader can do nothing with.
 *
 * Returns: (transfer full) (element-type PlumbProblem): those of @problems that keep something from being read
 */
GListModel *
plumb_problems_only_errors (GListModel *problems)
{
  GtkFilter *filter;

  g_return_val_if_fail (G_IS_LIST_MODEL (problems), NULL);

  filter = GTK_FILTER (gtk_custom_filter_new (is_error, NULL, NULL));

  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (problems), filter));
}

/**
 * plumb_problems_describe:
 * @errors: (element-type PlumbProblem): what keeps something from being read
 *
 * Says how many topics, or where it is not only topics how many files, have problems.
 *
 * Returns: (transfer full) (nullable): the words, in the reader's language, or %NULL where there is none
 */
char *
plumb_problems_describe (GListModel *errors)
{
  g_autoptr (GHashTable) files = NULL;
  gboolean only_topics = TRUE;
  guint n;

  g_return_val_if_fail (G_IS_LIST_MODEL (errors), NULL);

  files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (errors); i++) {
    g_autoptr (PlumbProblem) problem = g_list_model_get_item (errors, i);
    const char *file = plumb_problem_get_file (problem);

    only_topics = only_topics && g_str_has_prefix (file, "topics/");
    g_hash_table_add (files, g_strdup (file));
  }

  n = g_hash_table_size (files);
  if (n == 0) {
    return NULL;
  }

  if (only_topics) {
    /* Translators: a button that lists what is wrong. %u is how many topics can't be read. */
    return g_strdup_printf (C_ ("library", "Topics with problems (%u)"), n);
  }

  /* Translators: a button that lists what is wrong. %u is how many files of the library can't be read. */
  return g_strdup_printf (C_ ("library", "Files with problems (%u)"), n);
}

static char *
describe_where (PlumbProblem *problem)
{
  const char *file = plumb_problem_get_file (problem);
  const char *path = plumb_problem_get_path (problem);

  if (*path == '\0') {
    return g_strdup_printf ("\u2068%s\u2069", file);
  }

  /* Translators: where a problem is. %1$s is a file, %2$s a place in it, such as /levels/0. Keep the invisible marks. */
  return g_strdup_printf (C_ ("library problem", "\u2068%1$s\u2069, \u2068%2$s\u2069"), file, path);
}

static GtkWidget *
add_label (GtkWidget *box)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  plumb_start_align (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
setup_cb (PlumbProblemsDialog *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *where;

  add_label (box);
  where = add_label (box);
  gtk_widget_add_css_class (where, "caption");
  gtk_widget_add_css_class (where, "dimmed");

  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (PlumbProblemsDialog *self, GtkListItem *item)
{
  PlumbProblem *problem = gtk_list_item_get_item (item);
  GtkWidget *message = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *where = gtk_widget_get_next_sibling (message);
  g_autofree char *text = describe_where (problem);

  gtk_label_set_text (GTK_LABEL (message), plumb_problem_get_message (problem));
  gtk_label_set_text (GTK_LABEL (where), text);
  gtk_list_item_set_accessible_label (item, plumb_problem_get_message (problem));
  gtk_list_item_set_accessible_description (item, text);
}

static void
plumb_problems_dialog_dispose (GObject *object)
{
  PlumbProblemsDialog *self = PLUMB_PROBLEMS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_PROBLEMS_DIALOG);
  g_clear_object (&self->problems);

  G_OBJECT_CLASS (plumb_problems_dialog_parent_class)->dispose (object);
}

static void
plumb_problems_dialog_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  PlumbProblemsDialog *self = PLUMB_PROBLEMS_DIALOG (object);

  switch (prop_id) {
  case PROP_PROBLEMS:
    g_value_set_object (value, self->problems);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_problems_dialog_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  PlumbProblemsDialog *self = PLUMB_PROBLEMS_DIALOG (object);

  switch (prop_id) {
  case PROP_PROBLEMS:
    self->problems = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_problems_dialog_class_init (PlumbProblemsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_problems_dialog_dispose;
  object_class->get_property = plumb_problems_dialog_get_property;
  object_class->set_property = plumb_problems_dialog_set_property;

  properties[PROP_PROBLEMS] = g_param_spec_object ("problems",
                                                   NULL,
                                                   NULL,
                                                   G_TYPE_LIST_MODEL,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                       G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sidebar/plumb-problems-dialog.ui");
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
plumb_problems_dialog_init (PlumbProblemsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_problems_dialog_new:
 * @problems: (element-type PlumbProblem): what to list
 *
 * Creates a dialog. It is not shown yet.
 *
 * Returns: (transfer floating): a new dialog
 */
PlumbProblemsDialog *
plumb_problems_dialog_new (GListModel *problems)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (problems), NULL);

  return g_object_new (PLUMB_TYPE_PROBLEMS_DIALOG, "problems", problems, NULL);
}
