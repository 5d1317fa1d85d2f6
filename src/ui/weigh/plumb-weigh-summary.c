/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-weigh-summary.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <plumb-weighing-words.h>

#include "plumb-content.h"
#include "plumb-shape-mark.h"

/**
 * PlumbWeighSummary:
 *
 * The result in a line, for where there is no room for all of it: for each position its shape and a percentage.
 */
struct _PlumbWeighSummary {
  GtkBox parent_instance;

  GtkWidget *title;
  GtkWidget *row;
  GPtrArray *values;
};

G_DEFINE_FINAL_TYPE (PlumbWeighSummary, plumb_weigh_summary, GTK_TYPE_BOX)

static void
build (PlumbWeighSummary *self, PlumbCruxSet *set)
{
  for (guint i = 0; i < plumb_crux_set_get_n_positions (set); i++) {
    PlumbPosition *position = plumb_crux_set_get_position (set, i);
    GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
    GtkWidget *shape = plumb_shape_mark_new (position->shape);
    GtkWidget *value = gtk_label_new (NULL);
    g_autofree char *class_name = g_strdup_printf ("position-%u", i + 1);

    gtk_widget_add_css_class (shape, class_name);
    gtk_widget_add_css_class (value, "numeric");
    gtk_widget_set_tooltip_text (item, position->title);
    gtk_box_append (GTK_BOX (item), shape);
    gtk_box_append (GTK_BOX (item), value);
    adw_wrap_box_append (ADW_WRAP_BOX (self->row), item);
    g_ptr_array_add (self->values, value);
  }
}

static void
plumb_weigh_summary_finalize (GObject *object)
{
  g_ptr_array_unref (PLUMB_WEIGH_SUMMARY (object)->values);

  G_OBJECT_CLASS (plumb_weigh_summary_parent_class)->finalize (object);
}

static void
plumb_weigh_summary_class_init (PlumbWeighSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_weigh_summary_finalize;
}

static void
plumb_weigh_summary_init (PlumbWeighSummary *self)
{
  self->values = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "weigh-summary");
  self->title = plumb_content_label (_ ("How close you are"), "heading", NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0.5);
  self->row = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->row), 15);
  adw_wrap_box_set_align (ADW_WRAP_BOX (self->row), 0.5);
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->row);
}

/**
 * plumb_weigh_summary_update:
 * @self: a summary
 * @weighing: what comes of the answers
 *
 * Shows what comes of answers.
 */
void
plumb_weigh_summary_update (PlumbWeighSummary *self, PlumbWeighing *weighing)
{
  g_return_if_fail (PLUMB_IS_WEIGH_SUMMARY (self));
  g_return_if_fail (weighing != NULL);

  if (self->values->len == 0) {
    build (self, plumb_weighing_get_set (weighing));
  }
  for (guint i = 0; i < self->values->len; i++) {
    GtkWidget *label = g_ptr_array_index (self->values, i);
    g_autofree char *sentence = plumb_weighing_to_sentence (weighing, i);
    g_autofree char *text = NULL;
    double closeness;

    if (plumb_weighing_get_closeness (weighing, i, &closeness)) {
      /* Translators: a percentage. */
      text = g_strdup_printf (_ ("%d%%"), (int) rint (closeness));
    }
    gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "–");
    gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    sentence,
                                    -1);
  }
}
