/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-kept-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <plumb-answers-file.h>
#include <plumb-markup.h>
#include <plumb-weighing-words.h>

#include "plumb-content.h"
#include "plumb-wrapping.h"

/**
 * PlumbKeptList:
 *
 * The answers that the reader asked to keep, the latest first: when that was, what has changed since, and buttons to answer
 * so again and to erase them. The buttons activate `weigh.put-back` and `weigh.erase` with the number of the answers.
 */
struct _PlumbKeptList {
  GtkBox parent_instance;

  PlumbStore *store;
  PlumbCruxSet *set;
  PlumbAnswers *answers;
  GPtrArray *kept;
};

G_DEFINE_FINAL_TYPE (PlumbKeptList, plumb_kept_list, GTK_TYPE_BOX)

/**
 * plumb_kept_list_parse:
 * @self: a list
 * @kept: one of the answers in it
 * @error: return location for a #PlumbAnswersError
 *
 * Returns: (transfer full) (nullable): what was answered, or %NULL with @error set
 */
PlumbAnswers *
plumb_kept_list_parse (PlumbKeptList *self, PlumbKeptAnswers *kept, GError **error)
{
  const char *text = plumb_kept_answers_get_answers (kept);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return plumb_answers_parse (bytes,
                              _ ("Kept answers"),
                              plumb_crux_set_get_library_id (self->set),
                              NULL,
                              NULL,
                              error);
}

static char *
dup_date (PlumbKeptAnswers *kept)
{
  g_autoptr (GDateTime)
      time = g_date_time_new_from_unix_local (plumb_kept_answers_get_created (kept));

  /* Translators: when answers were kept, as g_date_time_format() has it: 21 November 2026, 14:05. */
  return g_date_time_format (time, C_ ("When answers were kept", "%-d %B %Y, %H:%M"));
}

static void
add_change (PlumbKeptList *self, GStrvBuilder *builder, PlumbAnswerChange *change)
{
  g_autofree char *statement = NULL;
  g_autofree char *before = plumb_likelihood_to_text (change->before.likelihood);
  g_autofree char *after = plumb_likelihood_to_text (change->after.likelihood);
  guint number;

  if (plumb_crux_set_find (self->set, change->crux, &number)) {
    statement = plumb_markup_to_plain (plumb_crux_set_get_crux (self->set, number)->statement);
  } else {
    statement = g_strdup (_ ("A statement that is not on this page."));
  }
  g_strv_builder_take (
      builder,
      g_strdup_printf (
          /* Translators: a statement; how likely it was thought and how much it mattered then; the same now. */
          _ ("“%1$s” Then: %2$s. It mattered: %3$s. Now: %4$s. It matters: %5$s."),
          statement,
          before,
          plumb_weight_get_name (change->before.weight),
          after,
          plumb_weight_get_name (change->after.weight)));
}

static char *
dup_changes (PlumbKeptList *self, PlumbKeptAnswers *kept)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbAnswers) then = plumb_kept_list_parse (self, kept, &error);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) sentences = NULL;
  guint n_open = 0;

  if (then == NULL) {
    return g_strdup (error->message);
  }
  if (plumb_answers_get_n_answered (self->answers) == 0) {
    return g_strdup (_ ("Answer again, and what has changed is shown here."));
  }

  changes = plumb_answers_compare (then, self->answers);
  builder = g_strv_builder_new ();
  for (guint i = 0; i < changes->len; i++) {
    PlumbAnswerChange *change = g_ptr_array_index (changes, i);

    if (change->before.likelihood != PLUMB_LIKELIHOOD_NONE &&
        change->after.likelihood != PLUMB_LIKELIHOOD_NONE) {
      add_change (self, builder, change);
    } else if (change->after.likelihood == PLUMB_LIKELIHOOD_NONE) {
      n_open++;
    }
  }
  if (n_open > 0) {
    g_strv_builder_take (
        builder,
        g_strdup_printf (ngettext ("%u statement that was answered then has no answer now.",
                                   "%u statements that were answered then have no answer now.",
                                   n_open),
                         n_open));
  }
  sentences = g_strv_builder_end (builder);

  return sentences[0] != NULL ? g_strjoinv ("\n", sentences)
                              : g_strdup (_ ("You still answer the same."));
}

static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, PlumbKeptList *self)
{
  PlumbKeptAnswers *kept = g_object_get_data (G_OBJECT (expander), "plumb-kept");
  g_autofree char *changes = NULL;

  if (!gtk_expander_get_expanded (expander)) {
    return;
  }

  changes = dup_changes (self, kept);
  gtk_label_set_text (GTK_LABEL (gtk_expander_get_child (expander)), changes);
}

static GtkWidget *
add_button (GtkWidget *row, const char *text, const char *action, guint number, const char *name)
{
  GtkWidget *button = plumb_wrapping_button_new (text);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_wrap_box_append (ADW_WRAP_BOX (row), button);

  return button;
}

static GtkWidget *
build_item (PlumbKeptList *self, guint number)
{
  PlumbKeptAnswers *kept = g_ptr_array_index (self->kept, number);
  GtkWidget *item = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  "orientation",
                                  GTK_ORIENTATION_VERTICAL,
                                  NULL);
  GtkWidget *row = adw_wrap_box_new ();
  GtkWidget *expander = plumb_wrapping_expander_new (_ ("What Has Changed Since"));
  GtkWidget *changes = plumb_content_label (NULL, "fact", NULL);
  g_autofree char *date = dup_date (kept);
  /* Translators: the placeholder is a date and time. */
  g_autofree char *put_back = g_strdup_printf (_ ("Answer again as on %s"), date);
  g_autofree char *erase = g_strdup_printf (_ ("Erase the answers of %s"), date);

  gtk_expander_set_child (GTK_EXPANDER (expander), changes);
  g_object_set_data_full (G_OBJECT (expander), "plumb-kept", g_object_ref (kept), g_object_unref);
  g_signal_connect_object (expander,
                           "notify::expanded",
                           G_CALLBACK (expanded_cb),
                           self,
                           G_CONNECT_DEFAULT);

  gtk_widget_add_css_class (item, "kept-answers");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (row), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (row), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (row), plumb_content_label (date, "next-title", NULL));
  add_button (row, _ ("Answer So Again"), "weigh.put-back", number, put_back);
  add_button (row, _ ("Erase"), "weigh.erase", number, erase);
  gtk_box_append (GTK_BOX (item), row);
  gtk_box_append (GTK_BOX (item), expander);

  return item;
}

static void
rebuild (PlumbKeptList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL) {
    gtk_box_remove (GTK_BOX (self), child);
  }
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  self->kept = plumb_store_dup_answers (self->store, plumb_crux_set_get_library_id (self->set));
  for (guint i = self->kept->len; i > 0; i--) {
    gtk_box_append (GTK_BOX (self), build_item (self, i - 1));
  }
  gtk_widget_set_visible (GTK_WIDGET (self), self->kept->len > 0);
}

static void
plumb_kept_list_dispose (GObject *object)
{
  PlumbKeptList *self = PLUMB_KEPT_LIST (object);

  g_clear_object (&self->store);
  g_clear_object (&self->set);
  g_clear_object (&self->answers);
  g_clear_pointer (&self->kept, g_ptr_array_unref);

  G_OBJECT_CLASS (plumb_kept_list_parent_class)->dispose (object);
}

static void
plumb_kept_list_class_init (PlumbKeptListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plumb_kept_list_dispose;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST);
}

static void
plumb_kept_list_init (PlumbKeptList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * plumb_kept_list_show:
 * @self: a list
 * @store: where answers are kept
 * @set: the cruxes of the page
 * @answers: what the reader answers now
 *
 * Shows what is kept about the library of @set, and goes on to follow it.
 */
void
plumb_kept_list_show (PlumbKeptList *self,
                      PlumbStore *store,
                      PlumbCruxSet *set,
                      PlumbAnswers *answers)
{
  g_return_if_fail (PLUMB_IS_KEPT_LIST (self));
  g_return_if_fail (PLUMB_IS_STORE (store));
  g_return_if_fail (PLUMB_IS_CRUX_SET (set));
  g_return_if_fail (PLUMB_IS_ANSWERS (answers));

  if (g_set_object (&self->store, store)) {
    g_signal_connect_object (store,
                             "answers-changed",
                             G_CALLBACK (rebuild),
                             self,
                             G_CONNECT_SWAPPED);
  }
  g_set_object (&self->set, set);
  g_set_object (&self->answers, answers);
  rebuild (self);
}

/**
 * plumb_kept_list_get_n_kept:
 * @self: a list
 *
 * Returns: how many times answers were kept
 */
guint
plumb_kept_list_get_n_kept (PlumbKeptList *self)
{
  g_return_val_if_fail (PLUMB_IS_KEPT_LIST (self), 0);

  return self->kept != NULL ? self->kept->len : 0;
}

/**
 * plumb_kept_list_get_kept:
 * @self: a list
 * @number: which, the oldest first
 *
 * Returns: (transfer none) (nullable): the answers
 */
PlumbKeptAnswers *
plumb_kept_list_get_kept (PlumbKeptList *self, guint number)
{
  g_return_val_if_fail (PLUMB_IS_KEPT_LIST (self), NULL);

  return number < plumb_kept_list_get_n_kept (self) ? g_ptr_array_index (self->kept, number) : NULL;
}
