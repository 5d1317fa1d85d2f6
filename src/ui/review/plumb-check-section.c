/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-check-section.h"

#include <glib/gi18n.h>

#include "plumb-content.h"
#include "plumb-question-view.h"

#define SPACING 24

/**
 * PlumbCheckSection:
 *
 * The questions at the end of a level of a topic.
 *
 * The first answer to each activates `win.note-check` with the topic, the question, and whether it was right; what one
 * tries after that says nothing about what one knew.
 */
struct _PlumbCheckSection {
  GtkWidget parent_instance;

  PlumbTopic *topic;
  int level;
};

G_DEFINE_FINAL_TYPE (PlumbCheckSection, plumb_check_section, GTK_TYPE_WIDGET)

static void
checked_cb (PlumbCheckSection *self, gboolean right, PlumbQuestionView *view)
{
  g_signal_handlers_disconnect_by_func (view, checked_cb, self);
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.note-check",
                              "(ssb)",
                              self->topic->id,
                              plumb_question_view_get_question (view)->id,
                              right);
}

static void
clear (PlumbCheckSection *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL) {
    gtk_widget_unparent (child);
  }
}

static void
fill (PlumbCheckSection *self)
{
  GListModel *questions = self->topic->questions;
  GtkWidget *caption;
  guint n_shown = 0;

  caption = plumb_content_label (NULL, "caption-text", NULL);
  gtk_widget_set_parent (caption, GTK_WIDGET (self));
  for (guint i = 0; questions != NULL && i < g_list_model_get_n_items (questions); i++) {
    g_autoptr (PlumbQuestion) question = g_list_model_get_item (questions, i);
    g_autofree char *anchor = NULL;
    GtkWidget *view;

    if (question->level != self->level) {
      continue;
    }
    view = plumb_question_view_new (question);
    anchor = g_strdup_printf ("check-%s", question->id);
    gtk_widget_set_name (view, anchor);
    g_signal_connect_object (view, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
    gtk_widget_set_parent (view, GTK_WIDGET (self));
    n_shown++;
  }
  gtk_label_set_text (GTK_LABEL (caption),
                      n_shown > 0
                          ? _ ("Questions about what you have just read. Nothing is scored.")
                          : _ ("There are no questions at this level."));
}

static void
plumb_check_section_dispose (GObject *object)
{
  PlumbCheckSection *self = PLUMB_CHECK_SECTION (object);

  clear (self);
  g_clear_object (&self->topic);

  G_OBJECT_CLASS (plumb_check_section_parent_class)->dispose (object);
}

static void
plumb_check_section_class_init (PlumbCheckSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_check_section_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "checksection");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_check_section_init (PlumbCheckSection *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
}

/**
 * plumb_check_section_new:
 * @topic: a topic
 *
 * Creates a section for the questions of @topic. It is empty until it is given a level.
 *
 * Returns: (transfer floating): a new section
 */
GtkWidget *
plumb_check_section_new (PlumbTopic *topic)
{
  PlumbCheckSection *self;

  g_return_val_if_fail (PLUMB_IS_TOPIC (topic), NULL);

  self = g_object_new (PLUMB_TYPE_CHECK_SECTION, NULL);
  self->topic = g_object_ref (topic);

  return GTK_WIDGET (self);
}

/**
 * plumb_check_section_get_level:
 * @self: a section
 *
 * Returns: the level whose questions it shows, or 0 for none
 */
int
plumb_check_section_get_level (PlumbCheckSection *self)
{
  g_return_val_if_fail (PLUMB_IS_CHECK_SECTION (self), 0);

  return self->level;
}

/**
 * plumb_check_section_set_level:
 * @self: a section
 * @level: a level of its topic
 *
 * Shows the questions of @level, unanswered.
 *
 * Returns: whether that was anything to do
 */
gboolean
plumb_check_section_set_level (PlumbCheckSection *self, int level)
{
  g_return_val_if_fail (PLUMB_IS_CHECK_SECTION (self), FALSE);

  if (self->level == level) {
    return FALSE;
  }

  self->level = level;
  clear (self);
  fill (self);

  return TRUE;
}
