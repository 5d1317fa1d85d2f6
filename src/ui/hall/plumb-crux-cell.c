/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-crux-cell.h"

#include <plumb-weighing-words.h>

#include "plumb-crux-mark.h"
#include "plumb-shape-mark.h"
#include "plumb-start-align.h"

/**
 * PlumbCruxCell:
 *
 * How a position rates a crux, as a mark on a scale and in words. In its compact form the position’s shape and a
 * number stand for the words.
 *
 * ## Accessibility
 *
 * Its name is a sentence, such as “Moderate: this is rather true.”
 */
struct _PlumbCruxCell {
  GtkBox parent_instance;

  PlumbPosition *position;
  guint number;
  gboolean compact;
  char *sentence;

  GtkWidget *mark;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (PlumbCruxCell, plumb_crux_cell, GTK_TYPE_BOX)

static void
plumb_crux_cell_finalize (GObject *object)
{
  PlumbCruxCell *self = PLUMB_CRUX_CELL (object);

  g_clear_object (&self->position);
  g_free (self->sentence);

  G_OBJECT_CLASS (plumb_crux_cell_parent_class)->finalize (object);
}

static void
plumb_crux_cell_class_init (PlumbCruxCellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_crux_cell_finalize;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "cruxcell");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plumb_crux_cell_init (PlumbCruxCell *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
}

/**
 * plumb_crux_cell_new:
 * @position: a position
 * @number: its number among the positions, from 0, which gives it its colour
 * @compact: whether a number stands for the words
 *
 * Creates a cell that shows no crux yet.
 *
 * Returns: (transfer floating): a new cell
 */
GtkWidget *
plumb_crux_cell_new (PlumbPosition *position, guint number, gboolean compact)
{
  PlumbCruxCell *self = g_object_new (PLUMB_TYPE_CRUX_CELL, NULL);
  g_autofree char *class_name = g_strdup_printf ("position-%u", number + 1);
  GtkWidget *label = gtk_label_new (NULL);

  self->position = g_object_ref (position);
  self->number = number;
  self->compact = compact;
  self->mark = plumb_crux_mark_new ();
  self->label = GTK_LABEL (label);
  gtk_widget_add_css_class (self->mark, class_name);
  plumb_start_align (self->label);
  gtk_box_append (GTK_BOX (self), self->mark);
  if (compact) {
    GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
    GtkWidget *shape = plumb_shape_mark_new (position->shape);

    gtk_widget_add_css_class (label, "numeric");
    gtk_box_append (GTK_BOX (line), shape);
    gtk_box_append (GTK_BOX (line), label);
    gtk_box_append (GTK_BOX (self), line);
  } else {
    gtk_label_set_wrap (self->label, TRUE);
    gtk_label_set_width_chars (self->label, 9);
    gtk_label_set_max_width_chars (self->label, 11);
    gtk_widget_add_css_class (label, "caption");
    gtk_box_append (GTK_BOX (self), label);
  }

  return GTK_WIDGET (self);
}

/**
 * plumb_crux_cell_set_row:
 * @self: a cell
 * @row: a row of the matrix
 *
 * Shows how the position rates the crux of @row.
 */
void
plumb_crux_cell_set_row (PlumbCruxCell *self, PlumbCruxRow *row)
{
  PlumbStanding standing;
  int value;

  g_return_if_fail (PLUMB_IS_CRUX_CELL (self));
  g_return_if_fail (PLUMB_IS_CRUX_ROW (row));

  standing = plumb_crux_row_get_standing (row, self->number, &value);
  g_free (self->sentence);
  self->sentence = plumb_standing_to_sentence (standing, value, self->position->title);
  plumb_crux_mark_set_standing (PLUMB_CRUX_MARK (self->mark), self->position, standing, value);
  gtk_label_set_text (self->label,
                      self->compact ? plumb_standing_get_sign (standing, value)
                                    : plumb_standing_get_name (standing, value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->sentence,
                                  -1);
}

/**
 * plumb_crux_cell_get_sentence:
 * @self: a cell
 *
 * Returns: (nullable): what it says, in a sentence
 */
const char *
plumb_crux_cell_get_sentence (PlumbCruxCell *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_CELL (self), NULL);

  return self->sentence;
}
