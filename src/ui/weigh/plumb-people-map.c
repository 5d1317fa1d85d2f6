/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-people-map.h"

#include <glib/gi18n.h>
#include <math.h>
#include <plumb-markup.h>

#include "plumb-content.h"
#include "plumb-picture-view.h"

/**
 * PlumbPeopleMap:
 *
 * Where several people stand: a map of them all, with the reader on it, and in words how far their answers reach, for each
 * position and each statement. Nobody on it has a name.
 */
struct _PlumbPeopleMap {
  GtkBox parent_instance;

  PlumbCrowd *crowd;
  /* The page’s. */
  PlumbWeighing *reader;

  GtkWidget *count;
  GtkWidget *picture;
  GtkWidget *positions;
  GtkWidget *cruxes;
};

G_DEFINE_FINAL_TYPE (PlumbPeopleMap, plumb_people_map, GTK_TYPE_BOX)

static PlumbPicture *
plan_cb (const PlumbPictureStyle *style, gpointer user_data)
{
  return plumb_people_map_plan (user_data, style);
}

static void
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL) {
    gtk_box_remove (GTK_BOX (box), child);
  }
}

static void
add_span (GtkWidget *list, const char *what, const PlumbSpan *span)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  g_autofree char *text = NULL;

  if (span->n > 0) {
    text = g_strdup_printf (
        /* Translators: a position or a statement; how many people; the least, the most and the middle, in percent. */
        ngettext ("%1$s By %2$u person: %3$d%% to %4$d%%, with %5$d%% in the middle.",
                  "%1$s By %2$u people: %3$d%% to %4$d%%, with %5$d%% in the middle.",
                  span->n),
        what,
        span->n,
        (int) rint (span->least),
        (int) rint (span->most),
        (int) rint (span->middle));
  } else {
    /* Translators: a position or a statement. */
    text = g_strdup_printf (_ ("%s Nobody has answered."), what);
  }
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_box_append (GTK_BOX (list), label);
}

static void
update_spans (PlumbPeopleMap *self)
{
  PlumbCruxSet *set = plumb_crowd_get_set (self->crowd);

  remove_children (self->positions);
  remove_children (self->cruxes);
  for (guint i = 0; i < plumb_crux_set_get_n_positions (set); i++) {
    PlumbSpan span = plumb_crowd_get_closeness (self->crowd, i);
    /* Translators: the name of a position, before a sentence about it. */
    g_autofree char *what = g_strdup_printf (_ ("%s."),
                                             plumb_crux_set_get_position (set, i)->title);

    add_span (self->positions, what, &span);
  }
  for (guint i = 0; i < plumb_crux_set_get_n_cruxes (set); i++) {
    PlumbSpan span = plumb_crowd_get_likelihood (self->crowd, i);
    g_autofree char *plain = plumb_markup_to_plain (plumb_crux_set_get_crux (set, i)->statement);
    /* Translators: a statement, before a sentence about it. */
    g_autofree char *what = g_strdup_printf (_ ("“%s”"), plain);

    add_span (self->cruxes, what, &span);
  }
}

static void
plumb_people_map_finalize (GObject *object)
{
  g_clear_pointer (&PLUMB_PEOPLE_MAP (object)->crowd, plumb_crowd_free);

  G_OBJECT_CLASS (plumb_people_map_parent_class)->finalize (object);
}

static void
plumb_people_map_class_init (PlumbPeopleMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_people_map_finalize;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_list (void)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation",
                                  GTK_ORIENTATION_VERTICAL,
                                  NULL);

  gtk_widget_add_css_class (list, "people-spans");

  return list;
}

static void
plumb_people_map_init (PlumbPeopleMap *self)
{
  GtkBox *box = GTK_BOX (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "people-map");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->count = plumb_content_label (NULL, NULL);
  self->picture = plumb_picture_view_new ();
  plumb_picture_view_set_plan_func (PLUMB_PICTURE_VIEW (self->picture), plan_cb, self);
  self->positions = new_list ();
  self->cruxes = new_list ();

  gtk_box_append (box, self->count);
  gtk_box_append (box, self->picture);
  gtk_box_append (box, plumb_content_heading (_ ("How Close They Are"), 3, NULL));
  gtk_box_append (box, self->positions);
  gtk_box_append (box, plumb_content_heading (_ ("What They Answer"), 3, NULL));
  gtk_box_append (box, self->cruxes);
}

/**
 * plumb_people_map_show:
 * @self: a map
 * @set: the cruxes of the page
 * @people: (element-type PlumbAnswers): what each of them answers
 *
 * Shows where people stand. With nobody in @people it hides.
 */
void
plumb_people_map_show (PlumbPeopleMap *self, PlumbCruxSet *set, GPtrArray *people)
{
  g_autofree char *count = NULL;

  g_return_if_fail (PLUMB_IS_PEOPLE_MAP (self));
  g_return_if_fail (PLUMB_IS_CRUX_SET (set));
  g_return_if_fail (people != NULL);

  g_clear_pointer (&self->crowd, plumb_crowd_free);
  gtk_widget_set_visible (GTK_WIDGET (self), people->len > 0);
  if (people->len == 0) {
    return;
  }

  self->crowd = plumb_crowd_new (set, people);
  count = g_strdup_printf (ngettext ("The answers of %u person are on the map.",
                                     "The answers of %u people are on the map.",
                                     people->len),
                           people->len);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, count, -1);
  plumb_picture_view_update (PLUMB_PICTURE_VIEW (self->picture));
  update_spans (self);
}

/**
 * plumb_people_map_set_reader:
 * @self: a map
 * @reader: (nullable): what comes of the reader’s own answers; it has to live until another is set
 *
 * Sets where the reader stands among them.
 */
void
plumb_people_map_set_reader (PlumbPeopleMap *self, PlumbWeighing *reader)
{
  g_return_if_fail (PLUMB_IS_PEOPLE_MAP (self));

  self->reader = reader;
  if (self->crowd != NULL) {
    plumb_picture_view_update (PLUMB_PICTURE_VIEW (self->picture));
  }
}

/**
 * plumb_people_map_plan:
 * @self: a map
 * @style: how the picture is set
 *
 * Returns: (transfer full) (nullable): the plan of the map, or %NULL where nobody is on it
 */
PlumbPicture *
plumb_people_map_plan (PlumbPeopleMap *self, const PlumbPictureStyle *style)
{
  gboolean answered = self->reader != NULL && plumb_weighing_get_n_answered (self->reader) > 0;

  g_return_val_if_fail (PLUMB_IS_PEOPLE_MAP (self), NULL);

  return self->crowd != NULL
             ? plumb_picture_new_map (self->crowd, answered ? self->reader : NULL, style)
             : NULL;
}
