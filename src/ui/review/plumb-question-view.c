/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-question-view.h"

#include <glib/gi18n.h>

#include <plumb-markup.h>

#include "plumb-content.h"

#define SPACING 9

/**
 * PlumbQuestionView:
 *
 * A check question: its options, of which one is chosen and then checked; and then whether it was right, and why. It can
 * be tried again as often as one likes.
 *
 * ## Actions
 *
 * - `question.check` says whether what is chosen is right
 * - `question.try-again` takes the answer back
 * - `question.reasons-shown` opens the reasons for the other options
 *
 * ## CSS nodes
 *
 * `PlumbQuestionView` has a node named `checkquestion`; the answer to an option has the style class `.verdict`.
 *
 * ## Accessibility
 *
 * The options are a group of radio buttons, which has the question as its name. What came of an answer is said aloud; on
 * screen it is there in words and as a shape.
 */
struct _PlumbQuestionView {
  GtkWidget parent_instance;

  PlumbQuestion *question;
  GPtrArray *choices;
  GtkWidget *prompt;
  GtkWidget *group;
  GtkWidget *button;
  gboolean answered;
  gboolean resetting;

  /* These are there while it is answered. */
  GtkWidget *verdict;
  GtkWidget *reasons;
};

enum {
  PROP_0,
  PROP_QUESTION,
  PROP_CHOSEN,
  PROP_ANSWERED,
  PROP_REASONS_SHOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_CHECKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlumbQuestionView, plumb_question_view, GTK_TYPE_WIDGET)

static void
follow_direction (PlumbQuestionView *self, GtkWidget *widget)
{
  GtkTextDirection direction = gtk_widget_get_direction (self->prompt);

  if (direction != gtk_widget_get_default_direction ()) {
    plumb_content_set_direction (widget, direction);
  }
}

static void
update_actions (PlumbQuestionView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget,
                                 "question.check",
                                 !self->answered && plumb_question_view_get_chosen (self) >= 0);
  gtk_widget_action_set_enabled (widget, "question.try-again", self->answered);
  gtk_widget_action_set_enabled (widget, "question.reasons-shown", self->reasons != NULL);
}

static void
update_button (PlumbQuestionView *self)
{
  gtk_button_set_label (GTK_BUTTON (self->button),
                        self->answered ? _ ("Try Again") : _ ("Check Answer"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button),
                                  self->answered ? "question.try-again" : "question.check");
}

static void
clear_answer (PlumbQuestionView *self)
{
  if (!self->answered) {
    return;
  }

  self->answered = FALSE;
  g_clear_pointer (&self->verdict, gtk_widget_unparent);
  g_clear_pointer (&self->reasons, gtk_widget_unparent);
  update_actions (self);
  update_button (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANSWERED]);
}

static void
toggled_cb (PlumbQuestionView *self, GtkCheckButton *choice)
{
  if (self->resetting) {
    return;
  }

  /* Whoever chooses another option has begun to try again. */
  if (gtk_check_button_get_active (choice)) {
    clear_answer (self);
  }
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/* A shape and words; the colour only goes along. */
static GtkWidget *
build_mark (const char *text, gboolean right)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE,
                                   "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name",
                                   right ? "object-select-symbolic" : "window-close-symbolic",
                                   "valign",
                                   GTK_ALIGN_START,
                                   NULL);
  GtkWidget *label = plumb_content_label (text, "part-title", NULL);

  gtk_widget_add_css_class (box, right ? "right" : "wrong");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
build_reasons (PlumbQuestionView *self, guint chosen)
{
  GtkWidget *expander = gtk_expander_new (_ ("Reasons for the other answers"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GListModel *options = self->question->options;

  for (guint i = 0; i < g_list_model_get_n_items (options); i++) {
    g_autoptr (PlumbOption) option = g_list_model_get_item (options, i);
    g_autofree char *plain = NULL;
    g_autofree char *title = NULL;
    GtkWidget *row;

    if (i == chosen) {
      continue;
    }
    plain = plumb_markup_to_plain (option->text);
    /* Translators: %s is an answer to a question. */
    title = g_strdup_printf (option->right ? C_ ("check", "Right: %s")
                                           : C_ ("check", "Not right: %s"),
                             plain);
    row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    gtk_box_append (GTK_BOX (row), build_mark (title, option->right));
    if (option->why != NULL) {
      gtk_box_append (GTK_BOX (row), plumb_content_prose (option->why, "reason", NULL));
    }
    gtk_box_append (GTK_BOX (box), row);
  }
  gtk_widget_add_css_class (box, "reasons");
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  /* GtkExpander hands the focus to a child that is not shown, and a label in it takes it: Tab would go no further. */
  g_object_bind_property (expander, "expanded", box, "can-focus", G_BINDING_SYNC_CREATE);

  return expander;
}

static void
reasons_expanded_cb (PlumbQuestionView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASONS_SHOWN]);
}

static void
show_answer (PlumbQuestionView *self, PlumbOption *option, guint chosen)
{
  const char *text = option->right ? C_ ("check", "That is right.")
                                   : C_ ("check", "That is not right.");
  g_autofree char *why = option->why != NULL ? plumb_markup_to_plain (option->why) : NULL;
  g_autofree char *spoken = g_strjoin (" ", text, why, NULL);

  self->verdict = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->verdict, "verdict");
  gtk_box_append (GTK_BOX (self->verdict), build_mark (text, option->right));
  if (option->why != NULL) {
    gtk_box_append (GTK_BOX (self->verdict), plumb_content_prose (option->why, NULL));
  }
  gtk_widget_insert_after (self->verdict, GTK_WIDGET (self), self->button);
  self->reasons = build_reasons (self, chosen);
  g_signal_connect_object (self->reasons,
                           "notify::expanded",
                           G_CALLBACK (reasons_expanded_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_after (self->reasons, GTK_WIDGET (self), self->verdict);
  follow_direction (self, self->verdict);
  follow_direction (self, self->reasons);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           spoken,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbQuestionView *self = PLUMB_QUESTION_VIEW (widget);
  int chosen = plumb_question_view_get_chosen (self);
  g_autoptr (PlumbOption) option = NULL;

  if (self->answered || chosen < 0) {
    return;
  }

  option = g_list_model_get_item (self->question->options, (guint) chosen);
  self->answered = TRUE;
  show_answer (self, option, (guint) chosen);
  update_actions (self);
  update_button (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANSWERED]);
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0, option->right);
}

static void
try_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbQuestionView *self = PLUMB_QUESTION_VIEW (widget);

  clear_answer (self);
  plumb_question_view_set_chosen (self, -1);
  gtk_widget_grab_focus (widget);
}

static void
add_choice (PlumbQuestionView *self, PlumbOption *option)
{
  g_autofree char *plain = plumb_markup_to_plain (option->text);
  GtkWidget *choice = gtk_check_button_new ();
  GtkWidget *label = plumb_content_label (plain, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (choice), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plain,
                                  -1);
  if (self->choices->len > 0) {
    gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), g_ptr_array_index (self->choices, 0));
  }
  g_signal_connect_object (choice, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->choices, choice);
  gtk_box_append (GTK_BOX (self->group), choice);
}

static void
plumb_question_view_constructed (GObject *object)
{
  PlumbQuestionView *self = PLUMB_QUESTION_VIEW (object);
  g_autofree char *plain = NULL;

  G_OBJECT_CLASS (plumb_question_view_parent_class)->constructed (object);

  if (self->question == NULL) {
    return;
  }

  self->prompt = plumb_content_prose (self->question->prompt, "prompt", NULL);
  gtk_widget_set_parent (self->prompt, GTK_WIDGET (self));
  self->group = g_object_new (GTK_TYPE_BOX,
                              "accessible-role",
                              GTK_ACCESSIBLE_ROLE_RADIO_GROUP,
                              "orientation",
                              GTK_ORIENTATION_VERTICAL,
                              "spacing",
                              3,
                              NULL);
  plain = plumb_markup_to_plain (self->question->prompt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plain,
                                  -1);
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));
  for (guint i = 0; i < g_list_model_get_n_items (self->question->options); i++) {
    g_autoptr (PlumbOption) option = g_list_model_get_item (self->question->options, i);

    add_choice (self, option);
  }
  self->button = gtk_button_new ();
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  update_actions (self);
  update_button (self);
}

static void
plumb_question_view_dispose (GObject *object)
{
  PlumbQuestionView *self = PLUMB_QUESTION_VIEW (object);
  GtkWidget *child;

  if (self->choices != NULL) {
    g_ptr_array_set_size (self->choices, 0);
  }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL) {
    gtk_widget_unparent (child);
  }
  self->verdict = NULL;
  self->reasons = NULL;
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_object (&self->question);

  G_OBJECT_CLASS (plumb_question_view_parent_class)->dispose (object);
}

static void
plumb_question_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbQuestionView *self = PLUMB_QUESTION_VIEW (object);

  switch (prop_id) {
  case PROP_QUESTION:
    g_value_set_object (value, self->question);
    break;
  case PROP_CHOSEN:
    g_value_set_int (value, plumb_question_view_get_chosen (self));
    break;
  case PROP_ANSWERED:
    g_value_set_boolean (value, self->answered);
    break;
  case PROP_REASONS_SHOWN:
    g_value_set_boolean (value,
                         self->reasons != NULL &&
                             gtk_expander_get_expanded (GTK_EXPANDER (self->reasons)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_question_view_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  PlumbQuestionView *self = PLUMB_QUESTION_VIEW (object);

  switch (prop_id) {
  case PROP_QUESTION:
    self->question = g_value_dup_object (value);
    break;
  case PROP_CHOSEN:
    plumb_question_view_set_chosen (self, g_value_get_int (value));
    break;
  case PROP_REASONS_SHOWN:
    if (self->reasons != NULL) {
      gtk_expander_set_expanded (GTK_EXPANDER (self->reasons), g_value_get_boolean (value));
    }
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

/* To what is chosen, or to the first of the options. */
static gboolean
plumb_question_view_grab_focus (GtkWidget *widget)
{
  PlumbQuestionView *self = PLUMB_QUESTION_VIEW (widget);
  int chosen = plumb_question_view_get_chosen (self);

  return self->choices->len > 0 &&
         gtk_widget_grab_focus (g_ptr_array_index (self->choices, MAX (chosen, 0)));
}

static void
plumb_question_view_class_init (PlumbQuestionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = plumb_question_view_constructed;
  object_class->dispose = plumb_question_view_dispose;
  object_class->get_property = plumb_question_view_get_property;
  object_class->set_property = plumb_question_view_set_property;
  widget_class->grab_focus = plumb_question_view_grab_focus;

  /**
   * PlumbQuestionView:question:
   *
   * The question.
   */
  properties[PROP_QUESTION] = g_param_spec_object ("question",
                                                   NULL,
                                                   NULL,
                                                   PLUMB_TYPE_QUESTION,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                       G_PARAM_STATIC_STRINGS);
  /**
   * PlumbQuestionView:chosen:
   *
   * Which option is chosen, from 0, or -1 for none.
   */
  properties[PROP_CHOSEN] =
      g_param_spec_int ("chosen", NULL, NULL, -1, G_MAXINT, -1, G_PARAM_READWRITE | flags);
  /**
   * PlumbQuestionView:answered:
   *
   * Whether it is shown if what is chosen is right.
   */
  properties[PROP_ANSWERED] =
      g_param_spec_boolean ("answered", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  /**
   * PlumbQuestionView:reasons-shown:
   *
   * Whether the reasons for the other options are open. They can be once it is answered.
   */
  properties[PROP_REASONS_SHOWN] =
      g_param_spec_boolean ("reasons-shown", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbQuestionView::checked:
   * @self: a question
   * @right: whether what was chosen is right
   *
   * An answer was checked.
   */
  signals[SIGNAL_CHECKED] = g_signal_new ("checked",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (widget_class, "question.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "question.try-again", NULL, try_again_action);
  gtk_widget_class_install_property_action (widget_class,
                                            "question.reasons-shown",
                                            "reasons-shown");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "checkquestion");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_question_view_init (PlumbQuestionView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->choices = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
}

/**
 * plumb_question_view_new:
 * @question: a question
 *
 * Creates a view of @question, without an answer.
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
plumb_question_view_new (PlumbQuestion *question)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION (question), NULL);

  return g_object_new (PLUMB_TYPE_QUESTION_VIEW, "question", question, NULL);
}

/**
 * plumb_question_view_get_question:
 * @self: a question
 *
 * Returns: (transfer none): the question
 */
PlumbQuestion *
plumb_question_view_get_question (PlumbQuestionView *self)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION_VIEW (self), NULL);

  return self->question;
}

/**
 * plumb_question_view_get_chosen:
 * @self: a question
 *
 * Returns: which option is chosen, from 0, or -1 for none
 */
int
plumb_question_view_get_chosen (PlumbQuestionView *self)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION_VIEW (self), -1);

  for (guint i = 0; i < self->choices->len; i++) {
    if (gtk_check_button_get_active (g_ptr_array_index (self->choices, i))) {
      return (int) i;
    }
  }

  return -1;
}

/**
 * plumb_question_view_set_chosen:
 * @self: a question
 * @chosen: an option, from 0, or -1 for none
 *
 * Chooses an option. What was answered before is taken back.
 */
void
plumb_question_view_set_chosen (PlumbQuestionView *self, int chosen)
{
  int before;

  g_return_if_fail (PLUMB_IS_QUESTION_VIEW (self));
  g_return_if_fail (chosen >= -1 && chosen < (int) self->choices->len);

  before = plumb_question_view_get_chosen (self);
  if (before == chosen) {
    return;
  }

  clear_answer (self);
  self->resetting = TRUE;
  gtk_check_button_set_active (g_ptr_array_index (self->choices, chosen >= 0 ? chosen : before),
                               chosen >= 0);
  self->resetting = FALSE;
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/**
 * plumb_question_view_get_answered:
 * @self: a question
 *
 * Returns: whether it is shown if what is chosen is right
 */
gboolean
plumb_question_view_get_answered (PlumbQuestionView *self)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION_VIEW (self), FALSE);

  return self->answered;
}
