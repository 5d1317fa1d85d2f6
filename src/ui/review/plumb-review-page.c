/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-review-page.h"

#include <glib/gi18n.h>

#include <plumb-problem.h>

#include "plumb-content.h"
#include "plumb-due-questions.h"
#include "plumb-due-words.h"
#include "plumb-entry-text.h"
#include "plumb-question-view.h"

#define SPACING 24

/**
 * PlumbReviewPage:
 *
 * The check questions that were missed and are due again, one after the other.
 *
 * ## Actions
 *
 * - `review.next` goes on to the next question
 * - `review.forget` takes the question that is shown off the list, so that it does not come back
 * - `review.forget-all` does that with all of the library
 * - `review.undo` brings back what was forgotten last, as long as that is offered
 *
 * ## CSS nodes
 *
 * The column has a node named `article`, so that it is set as texts are.
 *
 * ## Accessibility
 *
 * When a question comes back is said once it was answered. The keyboard is on what comes next.
 */
struct _PlumbReviewPage {
  PlumbPageView parent_instance;

  PlumbDueQuestions *due;
  AdwToastOverlay *toasts;
  GtkAdjustment *adjustment;
  GtkWidget *column;
  GtkWidget *heading;
  GtkWidget *count;
  GtkWidget *body;
  GtkWidget *note;
  GtkWidget *next_button;
  GtkWidget *forget_all_button;

  /* What is asked now. */
  char *topic;
  GtkWidget *question;
  gboolean counted;

  /* What “Undo” brings back. */
  GPtrArray *forgotten;
  AdwToast *undo_toast;
};

G_DEFINE_FINAL_TYPE (PlumbReviewPage, plumb_review_page, PLUMB_TYPE_PAGE_VIEW)

static PlumbStore *
get_store (PlumbReviewPage *self)
{
  return plumb_page_view_get_store (PLUMB_PAGE_VIEW (self));
}

static const char *
get_library_id (PlumbReviewPage *self)
{
  return plumb_library_get_file (plumb_page_view_get_library (PLUMB_PAGE_VIEW (self)))->id;
}

static const char *
get_question_id (PlumbReviewPage *self)
{
  return plumb_question_view_get_question (PLUMB_QUESTION_VIEW (self->question))->id;
}

static gboolean
is_hidden (PlumbReviewPage *self)
{
  PlumbPreferences *preferences = plumb_page_view_get_preferences (PLUMB_PAGE_VIEW (self));

  return preferences != NULL &&
         plumb_policy_get_hide_review (plumb_preferences_get_policy (preferences));
}

/* Tells of an error that left things as they were. Others are the window's to tell: the store has gone on in memory, and
 * what was asked for has happened. */
static void
show_problem (PlumbReviewPage *self, const GError *error)
{
  AdwToast *toast;

  if (!g_error_matches (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_BUSY)) {
    return;
  }

  toast = adw_toast_new (error->message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static gboolean
is_answered (PlumbReviewPage *self)
{
  return self->question != NULL && self->counted;
}

static void
update_actions (PlumbReviewPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean any = self->due != NULL && (plumb_due_questions_get_n_due (self->due) > 0 ||
                                       plumb_due_questions_get_next_day (self->due) != 0);

  gtk_widget_action_set_enabled (widget, "review.next", is_answered (self));
  gtk_widget_action_set_enabled (widget, "review.forget", self->question != NULL);
  gtk_widget_action_set_enabled (widget, "review.forget-all", any);
  gtk_widget_action_set_enabled (widget, "review.undo", self->undo_toast != NULL);
  gtk_widget_set_visible (self->forget_all_button, any);
}

static void
clear_body (PlumbReviewPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->body)) != NULL) {
    gtk_box_remove (GTK_BOX (self->body), child);
  }
  self->question = NULL;
  self->note = NULL;
  self->next_button = NULL;
  self->counted = FALSE;
  g_clear_pointer (&self->topic, g_free);
}

static void
update_count (PlumbReviewPage *self)
{
  guint n = plumb_due_questions_get_n_due (self->due);
  g_autofree char *text = plumb_due_count_to_sentence (n);

  gtk_label_set_text (GTK_LABEL (self->count), text);
  /* Where there is nothing, the page says so in other words. */
  gtk_widget_set_visible (self->count, n > 0 && self->question != NULL && !is_answered (self));
}

static GtkWidget *
new_button (const char *label, const char *action, const char *class_name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (class_name != NULL) {
    gtk_widget_add_css_class (button, class_name);
  }

  return button;
}

/* An answer counts once: what one tries after it says nothing about what one knew. */
static void
checked_cb (PlumbReviewPage *self, gboolean right)
{
  const PlumbCheck *check;
  g_autofree char *topic = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  gint64 today = plumb_due_questions_get_today (self->due);
  gboolean kept;

  if (self->counted) {
    return;
  }

  self->counted = TRUE;
  topic = g_strdup (self->topic);
  kept = plumb_store_note_check (get_store (self),
                                 get_library_id (self),
                                 topic,
                                 get_question_id (self),
                                 right,
                                 today,
                                 &error);
  if (!kept) {
    show_problem (self, error);
  }
  check = plumb_store_find_check (get_store (self),
                                  get_library_id (self),
                                  topic,
                                  get_question_id (self));
  if (check != NULL && check->due != 0) {
    sentence = plumb_due_to_sentence (today, check->due);
    gtk_label_set_text (GTK_LABEL (self->note), sentence);
    gtk_widget_set_visible (self->note, TRUE);
    gtk_accessible_announce (GTK_ACCESSIBLE (self),
                             sentence,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  }
  plumb_due_questions_settle (self->due);
  gtk_button_set_label (GTK_BUTTON (self->next_button),
                        plumb_due_questions_get_n_due (self->due) > 0 ? _ ("Next Question")
                                                                      : _ ("Done"));
  gtk_widget_set_visible (self->next_button, TRUE);
  update_count (self);
  update_actions (self);
}

static void
show_question (PlumbReviewPage *self, const PlumbDueQuestion *due)
{
  g_autofree char *href = g_strdup_printf ("plumb:topic/%s?level=%d",
                                           due->topic,
                                           due->question->level);
  g_autofree char *link = plumb_entry_link (href, due->topic_title);
  /* Translators: above a question. %s is a link to the topic that it is about. */
  g_autofree char *from = g_strdup_printf (C_ ("review", "From: %s"), link);
  GtkWidget *buttons = adw_wrap_box_new ();

  self->topic = g_strdup (due->topic);
  self->question = plumb_question_view_new (due->question);
  g_signal_connect_object (self->question,
                           "checked",
                           G_CALLBACK (checked_cb),
                           self,
                           G_CONNECT_SWAPPED);
  self->note = plumb_content_label (NULL, "part-title", NULL);
  gtk_widget_set_visible (self->note, FALSE);
  self->next_button = new_button (_ ("Next Question"), "review.next", "suggested-action");
  gtk_widget_set_visible (self->next_button, FALSE);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (buttons), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (buttons), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), self->next_button);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons),
                       new_button (_ ("Forget This Question"), "review.forget", NULL));
  gtk_box_append (GTK_BOX (self->body), plumb_content_prose (from, NULL));
  gtk_box_append (GTK_BOX (self->body), self->question);
  gtk_box_append (GTK_BOX (self->body), self->note);
  gtk_box_append (GTK_BOX (self->body), buttons);
}

static void
show_words (PlumbReviewPage *self, const char *title, const char *text)
{
  gtk_box_append (GTK_BOX (self->body), plumb_content_heading (title, 2, NULL));
  gtk_box_append (GTK_BOX (self->body), plumb_content_label (text, NULL));
}

static void
show_nothing (PlumbReviewPage *self)
{
  g_autofree char *text = NULL;

  if (plumb_store_get_mode (get_store (self)) == PLUMB_STORE_MODE_NONE) {
    show_words (self,
                _ ("Nothing Is Kept"),
                _ ("Plumb is set to keep nothing on this computer. So it does not know what you "
                   "missed, and no question comes back."));
    return;
  }

  text = plumb_due_next_to_sentence (plumb_due_questions_get_today (self->due),
                                     plumb_due_questions_get_next_day (self->due));
  show_words (self, _ ("Nothing Is Due"), text);
}

static void
show_next (PlumbReviewPage *self)
{
  clear_body (self);
  if (plumb_due_questions_get_n_due (self->due) > 0) {
    show_question (self, plumb_due_questions_get (self->due, 0));
  } else {
    show_nothing (self);
  }
  update_count (self);
  update_actions (self);
}

static gboolean
is_due (PlumbReviewPage *self)
{
  for (guint i = 0; i < plumb_due_questions_get_n_due (self->due); i++) {
    const PlumbDueQuestion *due = plumb_due_questions_get (self->due, i);

    if (g_str_equal (due->topic, self->topic) &&
        g_str_equal (due->question->id, get_question_id (self))) {
      return TRUE;
    }
  }

  return FALSE;
}

/* What somebody is reading stays, until they go on. */
static void
changed_cb (PlumbReviewPage *self)
{
  if (is_answered (self) || (self->question != NULL && is_due (self))) {
    update_count (self);
    update_actions (self);
  } else {
    show_next (self);
  }
}

/* Where a reader begins: at the question, or at what there is to do. */
static gboolean
plumb_review_page_grab_focus (GtkWidget *widget)
{
  PlumbReviewPage *self = PLUMB_REVIEW_PAGE (widget);

  return (self->question != NULL && gtk_widget_grab_focus (self->question)) ||
         (gtk_widget_is_visible (self->forget_all_button) &&
          gtk_widget_grab_focus (self->forget_all_button)) ||
         gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
go_on (PlumbReviewPage *self)
{
  show_next (self);
  gtk_adjustment_set_value (self->adjustment, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbReviewPage *self = PLUMB_REVIEW_PAGE (widget);

  if (is_answered (self)) {
    plumb_due_questions_settle (self->due);
    go_on (self);
  }
}

static void
toast_dismissed_cb (PlumbReviewPage *self, AdwToast *toast)
{
  if (self->undo_toast == toast) {
    g_clear_object (&self->undo_toast);
    g_clear_pointer (&self->forgotten, g_ptr_array_unref);
    update_actions (self);
  }
}

/* Takes @forgotten. */
static void
offer_undo (PlumbReviewPage *self, GPtrArray *forgotten)
{
  g_autofree char *title = g_strdup_printf (
      ngettext ("Forgot %u question", "Forgot %u questions", forgotten->len),
      forgotten->len);
  g_autoptr (AdwToast) before = g_steal_pointer (&self->undo_toast);

  if (before != NULL) {
    adw_toast_dismiss (before);
  }
  g_clear_pointer (&self->forgotten, g_ptr_array_unref);
  self->forgotten = forgotten;
  self->undo_toast = adw_toast_new (title);
  adw_toast_set_use_markup (self->undo_toast, FALSE);
  adw_toast_set_button_label (self->undo_toast, _ ("_Undo"));
  adw_toast_set_action_name (self->undo_toast, "review.undo");
  adw_toast_set_priority (self->undo_toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (self->undo_toast,
                           "dismissed",
                           G_CALLBACK (toast_dismissed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->undo_toast));
  update_actions (self);
}

static void
forget_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbReviewPage *self = PLUMB_REVIEW_PAGE (widget);
  g_autoptr (GPtrArray)
      forgotten = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_check_free);
  g_autoptr (GError) error = NULL;
  const PlumbCheck *check;

  if (self->question == NULL) {
    return;
  }

  check = plumb_store_find_check (get_store (self),
                                  get_library_id (self),
                                  self->topic,
                                  get_question_id (self));
  if (check != NULL) {
    g_ptr_array_add (forgotten, plumb_check_copy (check));
  }
  /* What it is about to say is of the question that is gone. */
  self->counted = FALSE;
  if (!plumb_store_forget_check (get_store (self),
                                 get_library_id (self),
                                 self->topic,
                                 get_question_id (self),
                                 &error)) {
    show_problem (self, error);
  }
  plumb_due_questions_settle (self->due);
  go_on (self);
  if (forgotten->len > 0 && !g_error_matches (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_BUSY)) {
    offer_undo (self, g_steal_pointer (&forgotten));
  }
}

static void
forget_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbReviewPage *self = PLUMB_REVIEW_PAGE (widget);
  g_autoptr (GPtrArray) forgotten =
      plumb_store_dup_checks (get_store (self), get_library_id (self), G_MAXINT64, NULL);
  g_autoptr (GError) error = NULL;

  self->counted = FALSE;
  if (!plumb_store_forget_all_checks (get_store (self), get_library_id (self), &error)) {
    show_problem (self, error);
  }
  plumb_due_questions_settle (self->due);
  go_on (self);
  if (forgotten->len > 0 && !g_error_matches (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_BUSY)) {
    offer_undo (self, g_steal_pointer (&forgotten));
  }
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbReviewPage *self = PLUMB_REVIEW_PAGE (widget);
  /* That the toast goes must not take along what can't be brought back now. */
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->undo_toast);
  g_autoptr (GPtrArray) forgotten = g_steal_pointer (&self->forgotten);

  if (toast != NULL) {
    adw_toast_dismiss (toast);
  }
  while (forgotten != NULL && forgotten->len > 0) {
    g_autoptr (GError) error = NULL;

    plumb_store_restore_check (get_store (self),
                               g_ptr_array_index (forgotten, forgotten->len - 1),
                               &error);
    if (g_error_matches (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_BUSY)) {
      show_problem (self, error);
      offer_undo (self, g_steal_pointer (&forgotten));
      break;
    }
    g_ptr_array_set_size (forgotten, (int) forgotten->len - 1);
  }
  plumb_due_questions_settle (self->due);
  go_on (self);
}

static PlumbPlace *
plumb_review_page_show (PlumbPageView *view, PlumbPlace *place, GError **error)
{
  PlumbReviewPage *self = PLUMB_REVIEW_PAGE (view);

  if (is_hidden (self)) {
    g_set_error_literal (error,
                         PLUMB_LIBRARY_ERROR,
                         PLUMB_LIBRARY_ERROR_DANGLING,
                         _ ("The review is turned off on this computer."));
    return NULL;
  }

  if (self->due == NULL) {
    self->due = plumb_due_questions_new (plumb_page_view_get_library (view), get_store (self));
    g_signal_connect_swapped (self->due, "changed", G_CALLBACK (changed_cb), self);
  }
  plumb_due_questions_update_day (self->due);
  plumb_due_questions_settle (self->due);
  changed_cb (self);

  return plumb_place_ref (place);
}

static void
scrolled_cb (PlumbReviewPage *self)
{
  plumb_page_view_set_title_shown (PLUMB_PAGE_VIEW (self),
                                   gtk_adjustment_get_value (self->adjustment) >
                                       gtk_widget_get_height (self->heading));
}

/* The computer may have been asleep while it became another day. */
static void
is_active_cb (PlumbReviewPage *self)
{
  if (self->due != NULL) {
    plumb_due_questions_update_day (self->due);
  }
}

static void
plumb_review_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plumb_review_page_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget),
                           "notify::is-active",
                           G_CALLBACK (is_active_cb),
                           widget,
                           G_CONNECT_SWAPPED);
}

static void
plumb_review_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), is_active_cb, widget);

  GTK_WIDGET_CLASS (plumb_review_page_parent_class)->unroot (widget);
}

static void
build_about (PlumbReviewPage *self)
{
  GtkWidget *about = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *heading = plumb_content_heading (_ ("How it is spaced"), 2, NULL);

  gtk_box_append (GTK_BOX (about), heading);
  gtk_box_append (
      GTK_BOX (about),
      plumb_content_label (
          _ ("A question that you missed comes back after a day or more. Each time that you know "
             "the answer it stays away for longer, and each time that you do not for less: until "
             "you would remember it with a chance of nine in ten, by a published formula called "
             "FSRS-6. Nothing is scored."),
          NULL));
  gtk_box_append (GTK_BOX (about),
                  plumb_content_label (_ ("What you missed stays on this computer."), NULL));
  self->forget_all_button = new_button (_ ("Forget All Questions"), "review.forget-all", NULL);
  gtk_widget_set_halign (self->forget_all_button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (about), self->forget_all_button);
  gtk_widget_add_css_class (about, "part");
  gtk_box_append (GTK_BOX (self->column), about);
}

static void
plumb_review_page_dispose (GObject *object)
{
  PlumbReviewPage *self = PLUMB_REVIEW_PAGE (object);

  if (self->due != NULL) {
    g_signal_handlers_disconnect_by_data (self->due, self);
  }
  g_clear_object (&self->due);
  g_clear_object (&self->undo_toast);
  g_clear_pointer (&self->forgotten, g_ptr_array_unref);
  g_clear_pointer (&self->topic, g_free);
  self->question = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (plumb_review_page_parent_class)->dispose (object);
}

static void
plumb_review_page_class_init (PlumbReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_review_page_dispose;
  PLUMB_PAGE_VIEW_CLASS (klass)->show = plumb_review_page_show;
  widget_class->grab_focus = plumb_review_page_grab_focus;
  widget_class->root = plumb_review_page_root;
  widget_class->unroot = plumb_review_page_unroot;

  gtk_widget_class_install_action (widget_class, "review.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "review.forget", NULL, forget_action);
  gtk_widget_class_install_action (widget_class, "review.forget-all", NULL, forget_all_action);
  gtk_widget_class_install_action (widget_class, "review.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_z,
                                       GDK_CONTROL_MASK,
                                       "review.undo",
                                       NULL);
}

static void
plumb_review_page_init (PlumbReviewPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->column = g_object_new (GTK_TYPE_BOX,
                               "css-name",
                               "article",
                               "orientation",
                               GTK_ORIENTATION_VERTICAL,
                               "spacing",
                               SPACING,
                               NULL);
  self->heading = plumb_content_heading (_ ("Review"), 1, NULL);
  self->count = plumb_content_label (NULL, "caption-text", NULL);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  gtk_box_append (GTK_BOX (self->column), self->heading);
  gtk_box_append (GTK_BOX (self->column), self->count);
  gtk_box_append (GTK_BOX (self->column), self->body);
  build_about (self);

  adw_clamp_set_unit (ADW_CLAMP (clamp), ADW_LENGTH_UNIT_SP);
  g_object_bind_property (self, "text-width", clamp, "maximum-size", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "text-width", clamp, "tightening-threshold", G_BINDING_SYNC_CREATE);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_signal_connect_object (self->adjustment,
                           "value-changed",
                           G_CALLBACK (scrolled_cb),
                           self,
                           G_CONNECT_SWAPPED);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, scroller);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->toasts));

  plumb_page_view_set_titles (PLUMB_PAGE_VIEW (self), _ ("Review"), NULL);
  update_actions (self);
}
