/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-crux-question.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <plumb-markup.h>
#include <plumb-weighing-words.h>

#include "plumb-content.h"
#include "plumb-entry-text.h"
#include "plumb-shape-mark.h"
#include "plumb-sources-view.h"
#include "plumb-wrapping.h"

/* How far the scale moves at a time, in percent. */
#define STEP 5
#define PAGE 25
/* Where the slider stands as long as there is no answer. */
#define MIDDLE 50

/**
 * PlumbCruxQuestion:
 *
 * A crux, for somebody to say how likely they think it and how much it matters to them, and what the positions say, for
 * who wants to know that.
 *
 * The widget changes its #PlumbAnswers, and shows what they come to be. There is no answer until one is given, and a
 * button as well as the Delete key lead back to none. The wheel scrolls the page and never changes an answer.
 *
 * ## CSS nodes
 *
 * `cruxquestion`. The scale has the style class `.unanswered` as long as there is no answer.
 *
 * ## Accessibility
 *
 * A group that is named by its statement, which is a heading. The scale says its value as words.
 */
struct _PlumbCruxQuestion {
  GtkBox parent_instance;

  PlumbLibrary *library;
  PlumbCruxSet *set;
  PlumbCrux *crux;
  PlumbAnswers *answers;
  guint number;
  gboolean following;

  GtkWidget *scale;
  GtkWidget *value;
  GtkWidget *clear_button;
  GtkWidget *weight;
  GtkWidget *expander;
};

G_DEFINE_FINAL_TYPE (PlumbCruxQuestion, plumb_crux_question, GTK_TYPE_BOX)

static void
set_likelihood (PlumbCruxQuestion *self, int likelihood)
{
  plumb_answers_set_likelihood (self->answers, self->crux->id, likelihood);
}

static void
follow_answer (PlumbCruxQuestion *self)
{
  PlumbAnswer answer = plumb_answers_get (self->answers, self->crux->id);
  gboolean answered = answer.likelihood != PLUMB_LIKELIHOOD_NONE;
  g_autofree char *text = plumb_likelihood_to_text (answer.likelihood);

  self->following = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), answered ? answer.likelihood : MIDDLE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->weight), (guint) answer.weight);
  self->following = FALSE;

  gtk_label_set_text (GTK_LABEL (self->value), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text,
                                  -1);
  /* Whoever has just pressed the button goes on with the scale. */
  if (!answered && gtk_widget_has_focus (self->clear_button)) {
    gtk_widget_grab_focus (self->scale);
  }
  gtk_widget_set_sensitive (self->clear_button, answered);
  if (answered) {
    gtk_widget_remove_css_class (self->scale, "unanswered");
  } else {
    gtk_widget_add_css_class (self->scale, "unanswered");
  }
}

static void
answers_changed_cb (PlumbCruxQuestion *self, const char *crux)
{
  if (crux == NULL || g_str_equal (crux, self->crux->id)) {
    follow_answer (self);
  }
}

/* The mouse and the keyboard. An answer in the middle is one too, though the slider does not move for it. */
static gboolean
change_value_cb (PlumbCruxQuestion *self, GtkScrollType scroll, double value)
{
  int likelihood = (int) rint (value / STEP) * STEP;

  set_likelihood (self, CLAMP (likelihood, 0, PLUMB_LIKELIHOOD_MAX));

  return TRUE;
}

/* The accessibility bus. */
static void
value_changed_cb (PlumbCruxQuestion *self)
{
  if (!self->following) {
    set_likelihood (self, (int) rint (gtk_range_get_value (GTK_RANGE (self->scale))));
  }
}

static void
weight_cb (PlumbCruxQuestion *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->weight));

  if (!self->following && selected != GTK_INVALID_LIST_POSITION) {
    plumb_answers_set_weight (self->answers, self->crux->id, (int) selected);
  }
}

static void
clear_cb (PlumbCruxQuestion *self)
{
  set_likelihood (self, PLUMB_LIKELIHOOD_NONE);
}

static gboolean
key_cb (PlumbCruxQuestion *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0) {
    return GDK_EVENT_PROPAGATE;
  }

  switch (key) {
  case GDK_KEY_Delete:
  case GDK_KEY_KP_Delete:
  case GDK_KEY_BackSpace:
    clear_cb (self);
    return GDK_EVENT_STOP;
  case GDK_KEY_space:
  case GDK_KEY_KP_Space:
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    /* To answer with where the slider stands. */
    set_likelihood (self, (int) rint (gtk_range_get_value (GTK_RANGE (self->scale))));
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

/* What the positions say. */

static char *
dup_sources (PlumbCruxQuestion *self, PlumbRating *rating)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) links = NULL;

  for (guint i = 0; rating->sources != NULL && rating->sources[i] != NULL; i++) {
    g_autoptr (PlumbSource)
        source = plumb_library_lookup_source (self->library, rating->sources[i]);

    if (source != NULL) {
      g_autofree char *href = g_strconcat ("source:", source->id, NULL);
      g_autofree char *name = plumb_source_get_short_name (source);

      g_strv_builder_take (builder, plumb_entry_link (href, name));
    }
  }
  links = g_strv_builder_end (builder);

  return links[0] != NULL ? plumb_entry_list ((const char *const *) links) : NULL;
}

static GtkWidget *
build_position (PlumbCruxQuestion *self, guint number)
{
  PlumbPosition *position = plumb_crux_set_get_position (self->set, number);
  PlumbRating *rating = plumb_crux_set_get_rating (self->set, self->number, number);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "orientation",
                                 GTK_ORIENTATION_VERTICAL,
                                 NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *shape = plumb_shape_mark_new (position->shape);
  g_autofree char *class_name = g_strdup_printf ("position-%u", number + 1);
  g_autofree char *sentence = NULL;
  GtkWidget *name;
  int value = 0;
  PlumbStanding standing = plumb_crux_set_get_standing (self->set, self->number, number, &value);
  /* Translators: the name of a position, and what it says to a statement: “Moderate: rather true”. */
  g_autofree char *text = g_strdup_printf (C_ ("What a position says", "%1$s: %2$s"),
                                           position->title,
                                           plumb_standing_get_name (standing, value));

  sentence = plumb_standing_to_sentence (standing, value, position->title);
  name = plumb_content_label (text, "position-says", NULL);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (shape, GTK_ALIGN_START);
  gtk_widget_add_css_class (shape, class_name);
  gtk_widget_add_css_class (box, "crux-rating");
  gtk_widget_add_css_class (head, "crux-rating-head");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence,
                                  -1);
  gtk_box_append (GTK_BOX (head), shape);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (box), head);
  if (rating != NULL && rating->why != NULL) {
    gtk_box_append (GTK_BOX (box), plumb_content_prose (rating->why, NULL));
  }
  if (rating != NULL) {
    g_autofree char *sources = dup_sources (self, rating);

    if (sources != NULL) {
      gtk_box_append (GTK_BOX (box), plumb_content_prose (sources, "holder", NULL));
    }
    if (rating->reading) {
      gtk_box_append (GTK_BOX (box),
                      plumb_content_label (_ ("This is the editors’ reading."), "fact", NULL));
    }
  }

  return box;
}

static GtkTextDirection
get_direction (PlumbCruxQuestion *self)
{
  const PlumbLibraryFile *file = plumb_library_get_file (self->library);

  return plumb_content_direction (file->lang, file->direction);
}

static void
expanded_cb (PlumbCruxQuestion *self)
{
  GtkExpander *expander = GTK_EXPANDER (self->expander);
  GtkWidget *list;

  if (!gtk_expander_get_expanded (expander) || gtk_expander_get_child (expander) != NULL) {
    return;
  }

  list = g_object_new (GTK_TYPE_BOX,
                       "accessible-role",
                       GTK_ACCESSIBLE_ROLE_LIST,
                       "orientation",
                       GTK_ORIENTATION_VERTICAL,
                       NULL);
  gtk_widget_add_css_class (list, "crux-ratings");
  for (guint i = 0; i < plumb_crux_set_get_n_positions (self->set); i++) {
    gtk_box_append (GTK_BOX (list), build_position (self, i));
  }
  plumb_content_set_direction (list, get_direction (self));
  gtk_expander_set_child (expander, list);
}

/* The widget. */

/* A reader who scrolls past the scale wants the page to move. */
static void
drop_wheel (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller)) {
      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
  }
}

/* Takes @name. */
static void
set_name (GtkWidget *widget, char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

/* A label that takes one line if there is room for that. */
static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static GtkWidget *
build_likelihood (PlumbCruxQuestion *self, const char *statement)
{
  GtkWidget *row = adw_wrap_box_new ();
  GtkWidget *label = new_label (_ ("How likely do you think it?"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->value = new_label (NULL);
  gtk_widget_add_css_class (self->value, "crux-value");
  gtk_widget_add_css_class (self->value, "numeric");
  self->clear_button = plumb_wrapping_button_new (_ ("Take Back"));
  gtk_widget_add_css_class (self->clear_button, "flat");
  gtk_widget_add_css_class (self->clear_button, "crux-clear");
  gtk_widget_set_tooltip_text (self->clear_button, _ ("Back to No Answer"));
  /* Translators: the placeholder is a statement. */
  set_name (self->clear_button, g_strdup_printf (_ ("Take back the answer to “%s”"), statement));
  g_signal_connect_object (self->clear_button,
                           "clicked",
                           G_CALLBACK (clear_cb),
                           self,
                           G_CONNECT_SWAPPED);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (row), 9);
  adw_wrap_box_append (ADW_WRAP_BOX (row), label);
  adw_wrap_box_append (ADW_WRAP_BOX (row), self->value);
  adw_wrap_box_append (ADW_WRAP_BOX (row), self->clear_button);

  self->scale =
      gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, PLUMB_LIKELIHOOD_MAX, STEP);
  gtk_range_set_increments (GTK_RANGE (self->scale), STEP, PAGE);
  gtk_scale_set_has_origin (GTK_SCALE (self->scale), FALSE);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  for (int i = 0; i <= PLUMB_LIKELIHOOD_MAX; i += PAGE) {
    gtk_scale_add_mark (GTK_SCALE (self->scale), i, GTK_POS_BOTTOM, NULL);
  }
  drop_wheel (self->scale);
  /* Translators: the placeholder is a statement. */
  set_name (self->scale, g_strdup_printf (_ ("How likely do you think it: “%s”"), statement));
  g_signal_connect_object (self->scale,
                           "change-value",
                           G_CALLBACK (change_value_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scale,
                           "value-changed",
                           G_CALLBACK (value_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scale, keys);

  return row;
}

/* What the ends of the scale stand for. The scale says so itself to who does not see it. */
static GtkWidget *
build_ends (void)
{
  GtkWidget *ends =
      g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *least = plumb_content_label (C_ ("End of a scale", "Surely false"), "fact", NULL);
  GtkWidget *most = plumb_content_label (C_ ("End of a scale", "Surely true"), "fact", NULL);

  gtk_widget_set_hexpand (least, TRUE);
  gtk_label_set_xalign (GTK_LABEL (most), 1);
  /* They stand side by side in the narrowest window too. */
  gtk_label_set_width_chars (GTK_LABEL (least), 5);
  gtk_label_set_width_chars (GTK_LABEL (most), 5);
  gtk_box_append (GTK_BOX (ends), least);
  gtk_box_append (GTK_BOX (ends), most);

  return ends;
}

static GtkWidget *
build_weight (PlumbCruxQuestion *self, const char *statement)
{
  GtkWidget *row = adw_wrap_box_new ();
  const char *names[PLUMB_WEIGHT_MAX + 2] = { NULL };

  for (int i = 0; i <= PLUMB_WEIGHT_MAX; i++) {
    names[i] = plumb_weight_get_name (i);
  }
  self->weight = gtk_drop_down_new_from_strings (names);
  /* Translators: the placeholder is a statement. */
  set_name (self->weight, g_strdup_printf (_ ("How much does it matter to you: “%s”"), statement));
  g_signal_connect_object (self->weight,
                           "notify::selected",
                           G_CALLBACK (weight_cb),
                           self,
                           G_CONNECT_SWAPPED);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (row), 9);
  adw_wrap_box_append (ADW_WRAP_BOX (row), new_label (_ ("How much does it matter to you?")));
  adw_wrap_box_append (ADW_WRAP_BOX (row), self->weight);

  return row;
}

static void
build (PlumbCruxQuestion *self)
{
  GtkBox *box = GTK_BOX (self);
  g_autofree char *statement = plumb_markup_to_plain (self->crux->statement);
  GtkWidget *heading = plumb_content_heading (statement, 3, "crux-statement", NULL);

  gtk_widget_set_direction (heading, get_direction (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  statement,
                                  -1);
  gtk_box_append (box, heading);
  if (self->crux->claim != NULL) {
    g_autofree char *href = g_strconcat ("claim:", self->crux->claim, NULL);
    g_autofree char *link = plumb_entry_link (href, _ ("The claim behind it, and its sources"));

    gtk_box_append (box, plumb_content_prose (link, "crux-claim", NULL));
  }
  gtk_box_append (box, build_likelihood (self, statement));
  gtk_box_append (box, self->scale);
  gtk_box_append (box, build_ends ());
  gtk_box_append (box, build_weight (self, statement));

  self->expander = plumb_wrapping_expander_new (_ ("What the Positions Say"));
  g_signal_connect_object (self->expander,
                           "notify::expanded",
                           G_CALLBACK (expanded_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, self->expander);
}

static void
plumb_crux_question_dispose (GObject *object)
{
  PlumbCruxQuestion *self = PLUMB_CRUX_QUESTION (object);

  g_clear_object (&self->library);
  g_clear_object (&self->set);
  g_clear_object (&self->crux);
  g_clear_object (&self->answers);

  G_OBJECT_CLASS (plumb_crux_question_parent_class)->dispose (object);
}

static gboolean
plumb_crux_question_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLUMB_CRUX_QUESTION (widget)->scale);
}

static void
plumb_crux_question_class_init (PlumbCruxQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_crux_question_dispose;
  widget_class->grab_focus = plumb_crux_question_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "cruxquestion");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_crux_question_init (PlumbCruxQuestion *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * plumb_crux_question_new:
 * @library: the library
 * @set: cruxes
 * @number: which of them is asked
 * @answers: what it changes
 *
 * Creates a question.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
plumb_crux_question_new (PlumbLibrary *library,
                         PlumbCruxSet *set,
                         guint number,
                         PlumbAnswers *answers)
{
  PlumbCruxQuestion *self;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (PLUMB_IS_CRUX_SET (set), NULL);
  g_return_val_if_fail (number < plumb_crux_set_get_n_cruxes (set), NULL);
  g_return_val_if_fail (PLUMB_IS_ANSWERS (answers), NULL);

  self = g_object_new (PLUMB_TYPE_CRUX_QUESTION, NULL);
  self->library = g_object_ref (library);
  self->set = g_object_ref (set);
  self->crux = g_object_ref (plumb_crux_set_get_crux (set, number));
  self->number = number;
  self->answers = g_object_ref (answers);
  build (self);
  follow_answer (self);
  g_signal_connect_object (answers,
                           "changed",
                           G_CALLBACK (answers_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * plumb_crux_question_get_crux:
 * @self: a question
 *
 * Returns: (transfer none): what is asked
 */
PlumbCrux *
plumb_crux_question_get_crux (PlumbCruxQuestion *self)
{
  g_return_val_if_fail (PLUMB_IS_CRUX_QUESTION (self), NULL);

  return self->crux;
}
