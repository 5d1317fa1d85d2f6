/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-weigh-page-private.h"

#include <glib/gi18n.h>
#include <plumb-answers-file.h>
#include <plumb-problem.h>

#include "plumb-content.h"
#include "plumb-crux-question.h"
#include "plumb-entry-text.h"

/* How long the reader pauses before the result is read aloud, in milliseconds. */
#define ANNOUNCE_DELAY 1200

/**
 * PlumbWeighPage:
 *
 * “Weigh It Yourself”: cruxes of the library, and of a topic if the reader goes on into one, for them to say how likely
 * they think each and how much it matters; and how close that is to each of the positions. It names no winner and no type.
 *
 * The answers are the page’s, for as long as there is its window. They are kept only when the reader asks.
 *
 * ## Actions
 *
 * - `weigh.keep`, `weigh.put-back`, `weigh.erase`, `weigh.erase-all`: kept answers
 * - `weigh.clear`, `weigh.clear-map`, `weigh.undo`
 * - `weigh.save` (a format), `weigh.open`, `weigh.compare`: files
 * - `weigh.result`: whether the result is open, where the window has no room for it beside the questions
 *
 * ## Accessibility
 *
 * The statements and the result are regions. What comes of a change is announced once the reader pauses.
 */
G_DEFINE_FINAL_TYPE (PlumbWeighPage, plumb_weigh_page, PLUMB_TYPE_PAGE_VIEW)

enum {
  PROP_0,
  PROP_NARROW,
  PROP_RESULT_OPEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Saying what happened. */

void
plumb_weigh_page_toast (PlumbWeighPage *self, const char *text)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_error (PlumbWeighPage *self, GError *error)
{
  if (error != NULL) {
    plumb_weigh_page_toast (self, error->message);
  }
}

void
plumb_weigh_page_forget_undo (PlumbWeighPage *self)
{
  g_clear_object (&self->undo_answers);
  g_clear_pointer (&self->undo_kept, g_ptr_array_unref);
  g_clear_pointer (&self->undo_people, g_ptr_array_unref);
}

static void
dismissed_cb (PlumbWeighPage *self, AdwToast *toast)
{
  if (self->undo_toast == toast) {
    g_clear_object (&self->undo_toast);
    plumb_weigh_page_forget_undo (self);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "weigh.undo", FALSE);
  }
}

/* What is undone has been set by then. */
void
plumb_weigh_page_offer_undo (PlumbWeighPage *self, const char *text)
{
  g_autoptr (AdwToast) before = g_steal_pointer (&self->undo_toast);

  if (before != NULL) {
    adw_toast_dismiss (before);
  }
  self->undo_toast = g_object_ref_sink (adw_toast_new (""));
  adw_toast_set_use_markup (self->undo_toast, FALSE);
  adw_toast_set_title (self->undo_toast, text);
  adw_toast_set_button_label (self->undo_toast, _ ("_Undo"));
  adw_toast_set_action_name (self->undo_toast, "weigh.undo");
  adw_toast_set_priority (self->undo_toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (self->undo_toast,
                           "dismissed",
                           G_CALLBACK (dismissed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weigh.undo", TRUE);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->undo_toast));
}

static void
restore_kept (PlumbWeighPage *self, GPtrArray *kept)
{
  PlumbStore *store = plumb_page_view_get_store (PLUMB_PAGE_VIEW (self));

  for (guint i = 0; i < kept->len; i++) {
    g_autoptr (GError) error = NULL;

    plumb_store_restore_answers (store, g_ptr_array_index (kept, i), &error);
    show_error (self, error);
  }
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (widget);
  g_autoptr (PlumbAnswers) answers = g_steal_pointer (&self->undo_answers);
  g_autoptr (GPtrArray) kept = g_steal_pointer (&self->undo_kept);
  g_autoptr (GPtrArray) people = g_steal_pointer (&self->undo_people);
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->undo_toast);

  gtk_widget_action_set_enabled (widget, "weigh.undo", FALSE);
  if (toast != NULL) {
    adw_toast_dismiss (toast);
  }
  if (answers != NULL) {
    plumb_answers_assign (self->answers, answers);
  }
  if (kept != NULL) {
    restore_kept (self, kept);
  }
  if (people != NULL) {
    plumb_weigh_page_set_people (self, people);
  }
}

static gboolean
announce_cb (gpointer data)
{
  PlumbWeighPage *self = data;
  g_autofree char *sentences = plumb_weigh_result_dup_sentences (self->weighing);

  self->announce_id = 0;
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           sentences,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);

  return G_SOURCE_REMOVE;
}

/* The result. */

static void
update_actions (PlumbWeighPage *self)
{
  gboolean answered = plumb_answers_get_n_answered (self->answers) > 0;
  gboolean kept = self->kept != NULL && plumb_kept_list_get_n_kept (self->kept) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weigh.keep", answered && self->kept != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weigh.clear", answered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weigh.erase-all", kept);
  if (self->kept != NULL) {
    gtk_widget_set_visible (self->kept_heading, kept);
    gtk_widget_set_visible (self->erase_all_button, kept);
  }
}

static void
update_result (PlumbWeighPage *self)
{
  PlumbWeighing *weighing = plumb_weighing_new (self->set, self->answers);

  plumb_weigh_result_set_weighing (self->result, weighing);
  plumb_weigh_summary_update (self->summary, weighing);
  plumb_people_map_set_reader (self->map, weighing);
  g_clear_pointer (&self->weighing, plumb_weighing_free);
  self->weighing = weighing;
  update_actions (self);
}

static void
answers_changed_cb (PlumbWeighPage *self)
{
  if (self->set == NULL || self->map == NULL) {
    return;
  }

  update_result (self);
  g_clear_handle_id (&self->announce_id, g_source_remove);
  self->announce_id = g_timeout_add (ANNOUNCE_DELAY, announce_cb, self);
}

void
plumb_weigh_page_set_people (PlumbWeighPage *self, GPtrArray *people)
{
  g_ptr_array_ref (people);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = people;
  plumb_people_map_show (self->map, self->set, people);
  gtk_widget_set_visible (self->map_buttons, people->len > 0);
}

/* Keeping and clearing. */

/* Moves the keyboard to what comes before, since what has it is about to go or can’t be used after this. */
static void
step_back (PlumbWeighPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->outro))) {
    return;
  }
  while (gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_BACKWARD)) {
    focus = gtk_root_get_focus (root);
    if (self->kept == NULL || focus == NULL ||
        !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->kept))) {
      return;
    }
  }
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (widget);
  PlumbStore *store = plumb_page_view_get_store (PLUMB_PAGE_VIEW (self));
  g_autoptr (GBytes) bytes = plumb_weigh_page_export (self, "json");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (bytes == NULL || self->kept == NULL) {
    return;
  }

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (plumb_store_keep_answers (store, plumb_crux_set_get_library_id (self->set), text, &error)) {
    plumb_weigh_page_toast (self, _ ("Answers kept on this computer"));
  }
  show_error (self, error);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (widget);

  plumb_weigh_page_forget_undo (self);
  self->undo_answers = plumb_answers_copy (self->answers);
  step_back (self);
  plumb_answers_clear (self->answers);
  plumb_weigh_page_offer_undo (self, _ ("All answers cleared"));
}

static void
put_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (widget);
  PlumbKeptAnswers *kept = self->kept != NULL
                               ? plumb_kept_list_get_kept (self->kept,
                                                           g_variant_get_uint32 (parameter))
                               : NULL;
  g_autoptr (PlumbAnswers) answers = NULL;
  g_autoptr (GError) error = NULL;

  if (kept == NULL) {
    return;
  }

  answers = plumb_kept_list_parse (self->kept, kept, &error);
  if (answers == NULL) {
    show_error (self, error);
    return;
  }

  plumb_weigh_page_forget_undo (self);
  self->undo_answers = plumb_answers_copy (self->answers);
  plumb_answers_assign (self->answers, answers);
  plumb_weigh_page_offer_undo (self, _ ("You answer again as you did then"));
}

static void
erase_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (widget);
  PlumbStore *store = plumb_page_view_get_store (PLUMB_PAGE_VIEW (self));
  guint number = g_variant_get_uint32 (parameter);
  g_autoptr (PlumbKeptAnswers) kept = NULL;
  g_autoptr (GError) error = NULL;

  if (self->kept == NULL || number >= plumb_kept_list_get_n_kept (self->kept)) {
    return;
  }

  /* The list lets go of it when it is erased. */
  kept = g_object_ref (plumb_kept_list_get_kept (self->kept, number));

  step_back (self);
  if (plumb_store_erase_answers (store, kept, &error)) {
    plumb_weigh_page_forget_undo (self);
    self->undo_kept = g_ptr_array_new_with_free_func (g_object_unref);
    g_ptr_array_add (self->undo_kept, g_object_ref (kept));
    plumb_weigh_page_offer_undo (self, _ ("Kept answers erased"));
  }
  show_error (self, error);
}

static void
erase_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (widget);
  PlumbStore *store = plumb_page_view_get_store (PLUMB_PAGE_VIEW (self));
  const char *library = plumb_crux_set_get_library_id (self->set);
  g_autoptr (GPtrArray) kept = plumb_store_dup_answers (store, library);
  g_autoptr (GError) error = NULL;

  step_back (self);
  if (plumb_store_erase_all_answers (store, library, &error)) {
    plumb_weigh_page_forget_undo (self);
    self->undo_kept = g_steal_pointer (&kept);
    plumb_weigh_page_offer_undo (self, _ ("All kept answers erased"));
  }
  show_error (self, error);
}

static void
clear_map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (widget);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new_with_free_func (g_object_unref);

  plumb_weigh_page_forget_undo (self);
  self->undo_people = g_ptr_array_ref (self->people);
  step_back (self);
  plumb_weigh_page_set_people (self, nobody);
  plumb_weigh_page_offer_undo (self, _ ("The map was cleared"));
}

/* The page. */

static void
scrolled_cb (PlumbWeighPage *self)
{
  double height = self->heading != NULL ? gtk_widget_get_height (self->heading) : 0;
  double top = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));

  plumb_page_view_set_title_shown (PLUMB_PAGE_VIEW (self), height > 0 && top > height + 24);
}

static void
build_intro (PlumbWeighPage *self)
{
  self->heading = plumb_content_heading (_ ("Weigh It Yourself"), 1, NULL);
  gtk_box_append (self->intro, self->heading);
  gtk_box_append (
      self->intro,
      plumb_content_label (
          _ ("The positions disagree about a few statements more than about others. Say how likely "
             "you think each of them, and how much it matters to you. The result says how close that "
             "is to each position. It takes about five minutes, and you can leave out what you like."),
          "summary",
          NULL));
  self->topic_link = plumb_content_prose ("", NULL);
  gtk_box_append (self->intro, self->topic_link);
}

static void
ensure_built (PlumbWeighPage *self)
{
  if (self->heading == NULL) {
    build_intro (self);
    plumb_weigh_page_build_outro (self);
    if (self->kept != NULL) {
      /* After the list has followed. */
      g_signal_connect_object (plumb_page_view_get_store (PLUMB_PAGE_VIEW (self)),
                               "answers-changed",
                               G_CALLBACK (update_actions),
                               self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
  }
}

static guint
add_questions (PlumbWeighPage *self, const char *topic, const char *title)
{
  PlumbLibrary *library = plumb_page_view_get_library (PLUMB_PAGE_VIEW (self));
  guint n = 0;

  for (guint i = 0; i < plumb_crux_set_get_n_cruxes (self->set); i++) {
    if (g_strcmp0 (plumb_crux_set_get_topic (self->set, i), topic) != 0) {
      continue;
    }
    if (n == 0) {
      gtk_box_append (self->questions, plumb_content_heading (title, 2, NULL));
    }
    gtk_box_append (self->questions,
                    plumb_crux_question_new (library, self->set, i, self->answers));
    n++;
  }

  return n;
}

static void
fill (PlumbWeighPage *self, PlumbTopicEntry *entry)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->questions))) != NULL) {
    gtk_box_remove (self->questions, child);
  }
  gtk_widget_set_visible (self->topic_link, entry != NULL);
  if (entry != NULL) {
    g_autofree char *link = plumb_entry_topic_link (entry);
    /* Translators: the placeholder is a link to a topic. */
    g_autofree char *text = g_strdup_printf (_ ("With statements of the topic “%s”."), link);

    gtk_label_set_markup (GTK_LABEL (self->topic_link), text);
    if (add_questions (self, self->topic, plumb_topic_entry_get_title (entry)) == 0) {
      gtk_box_append (self->questions,
                      plumb_content_label (_ ("This topic has no statements of its own."), NULL));
    }
  }
  add_questions (self, NULL, _ ("The Whole Library"));

  self->choosing = TRUE;
  for (guint i = 0; i < self->topic_ids->len; i++) {
    if (g_strcmp0 (g_ptr_array_index (self->topic_ids, i), self->topic) == 0) {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->topic_list), i);
    }
  }
  self->choosing = FALSE;
}

static PlumbCruxQuestion *
find_question (PlumbWeighPage *self, const char *crux)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->questions)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (PLUMB_IS_CRUX_QUESTION (child) &&
        g_str_equal (plumb_crux_question_get_crux (PLUMB_CRUX_QUESTION (child))->id, crux)) {
      return PLUMB_CRUX_QUESTION (child);
    }
  }

  return NULL;
}

static void
load (PlumbWeighPage *self, const char *id, PlumbTopicEntry *entry)
{
  PlumbLibrary *library = plumb_page_view_get_library (PLUMB_PAGE_VIEW (self));
  PlumbStore *store = plumb_page_view_get_store (PLUMB_PAGE_VIEW (self));
  const char *const topics[] = { id, NULL };
  g_autoptr (PlumbCruxSet) set = plumb_crux_set_new_for_library (library, TRUE, topics);

  /* What is shown refers to the cruxes of before until it is shown anew. */
  if (plumb_crux_set_get_n_positions (set) == 0 || plumb_crux_set_get_n_cruxes (set) == 0) {
    gtk_stack_set_visible_child_name (self->stack, "empty");
    plumb_page_view_set_title_shown (PLUMB_PAGE_VIEW (self), TRUE);
    return;
  }

  ensure_built (self);
  g_set_str (&self->topic, id);
  g_set_object (&self->set, set);
  fill (self, entry);
  update_result (self);
  plumb_people_map_show (self->map, self->set, self->people);
  if (self->kept != NULL) {
    plumb_kept_list_show (self->kept, store, self->set, self->answers);
    update_actions (self);
  }
  gtk_stack_set_visible_child_name (self->stack, "weigh");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  scrolled_cb (self);
}

static PlumbPlace *
plumb_weigh_page_show (PlumbPageView *view, PlumbPlace *place, GError **error)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (view);
  const char *id = plumb_place_get_id (place);
  const char *anchor = plumb_place_get_anchor (place);
  g_autoptr (PlumbTopicEntry) entry = NULL;
  PlumbCruxQuestion *question;

  if (id != NULL) {
    entry = plumb_library_lookup_entry (plumb_page_view_get_library (view), id, NULL);
    if (entry == NULL || plumb_topic_entry_is_upcoming (entry)) {
      g_set_error (error,
                   PLUMB_LIBRARY_ERROR,
                   PLUMB_LIBRARY_ERROR_DANGLING,
                   /* Translators: the placeholder is the id of a topic. */
                   _ ("This library has no statements of a topic “%s”."),
                   id);
      return NULL;
    }
  }

  plumb_page_view_set_titles (view,
                              _ ("Weigh It Yourself"),
                              entry != NULL ? plumb_topic_entry_get_title (entry) : NULL);
  if (self->set == NULL || g_strcmp0 (self->topic, id) != 0) {
    load (self, id, entry);
  }
  question = anchor != NULL && self->set != NULL ? find_question (self, anchor) : NULL;
  if (question != NULL) {
    gtk_viewport_scroll_to (self->viewport, GTK_WIDGET (question), NULL);
    gtk_widget_grab_focus (GTK_WIDGET (question));
  }

  return plumb_place_ref (place);
}

static gboolean
plumb_weigh_page_grab_focus (GtkWidget *widget)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* The place may have named a statement, which has the keyboard by now. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget)) {
    return TRUE;
  }

  return gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static void
plumb_weigh_page_dispose (GObject *object)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->announce_id, g_source_remove);
  g_clear_object (&self->undo_toast);
  plumb_weigh_page_forget_undo (self);
  if (self->toasts != NULL) {
    adw_bin_set_child (ADW_BIN (self), NULL);
  }
  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_WEIGH_PAGE);

  G_OBJECT_CLASS (plumb_weigh_page_parent_class)->dispose (object);
}

static void
plumb_weigh_page_finalize (GObject *object)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (object);

  g_clear_pointer (&self->weighing, plumb_weighing_free);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->topic_ids, g_ptr_array_unref);
  g_clear_object (&self->set);
  g_clear_object (&self->answers);
  g_clear_object (&self->cancellable);
  g_free (self->topic);

  G_OBJECT_CLASS (plumb_weigh_page_parent_class)->finalize (object);
}

static void
plumb_weigh_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (object);

  switch (prop_id) {
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  case PROP_RESULT_OPEN:
    g_value_set_boolean (value, self->result_open);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
set_boolean (PlumbWeighPage *self, gboolean *field, gboolean value, guint property)
{
  value = !!value;
  if (*field != value) {
    *field = value;
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  }
}

/* The keyboard stays where it is when the window changes its size. */
static void
set_narrow (PlumbWeighPage *self, gboolean narrow)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  if (self->narrow == !!narrow) {
    return;
  }

  adw_multi_layout_view_set_layout_name (self->layouts, narrow ? "narrow" : "wide");
  if (inside) {
    gtk_widget_grab_focus (focus);
  }
  set_boolean (self, &self->narrow, narrow, PROP_NARROW);
}

static void
plumb_weigh_page_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  PlumbWeighPage *self = PLUMB_WEIGH_PAGE (object);

  switch (prop_id) {
  case PROP_NARROW:
    set_narrow (self, g_value_get_boolean (value));
    break;
  case PROP_RESULT_OPEN:
    set_boolean (self, &self->result_open, g_value_get_boolean (value), PROP_RESULT_OPEN);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_weigh_page_class_init (PlumbWeighPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = plumb_weigh_page_dispose;
  object_class->finalize = plumb_weigh_page_finalize;
  object_class->get_property = plumb_weigh_page_get_property;
  object_class->set_property = plumb_weigh_page_set_property;
  widget_class->grab_focus = plumb_weigh_page_grab_focus;
  PLUMB_PAGE_VIEW_CLASS (klass)->show = plumb_weigh_page_show;

  /**
   * PlumbWeighPage:narrow:
   *
   * Whether there is no room for the result beside the questions.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  /**
   * PlumbWeighPage:result-open:
   *
   * Whether the result covers the questions, where there is no room for it beside them.
   */
  properties[PROP_RESULT_OPEN] = g_param_spec_boolean ("result-open", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "weigh.result", "result-open");
  gtk_widget_class_install_action (widget_class, "weigh.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "weigh.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "weigh.put-back", "u", put_back_action);
  gtk_widget_class_install_action (widget_class, "weigh.erase", "u", erase_action);
  gtk_widget_class_install_action (widget_class, "weigh.erase-all", NULL, erase_all_action);
  gtk_widget_class_install_action (widget_class, "weigh.clear-map", NULL, clear_map_action);
  gtk_widget_class_install_action (widget_class, "weigh.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "weigh.save", "s", plumb_weigh_page_save_action);
  gtk_widget_class_install_action (widget_class, "weigh.open", NULL, plumb_weigh_page_open_action);
  gtk_widget_class_install_action (widget_class,
                                   "weigh.compare",
                                   NULL,
                                   plumb_weigh_page_compare_action);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_s,
                                       GDK_CONTROL_MASK,
                                       "weigh.keep",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_o,
                                       GDK_CONTROL_MASK,
                                       "weigh.compare",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_r,
                                       GDK_CONTROL_MASK,
                                       "weigh.result",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_z,
                                       GDK_CONTROL_MASK,
                                       "weigh.undo",
                                       NULL);

  g_type_ensure (PLUMB_TYPE_WEIGH_RESULT);
  g_type_ensure (PLUMB_TYPE_WEIGH_SUMMARY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/weigh/plumb-weigh-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbWeighPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlumbWeighPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlumbWeighPage, layouts);
  gtk_widget_class_bind_template_child (widget_class, PlumbWeighPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlumbWeighPage, viewport);
  gtk_widget_class_bind_template_child (widget_class, PlumbWeighPage, result_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlumbWeighPage, intro);
  gtk_widget_class_bind_template_child (widget_class, PlumbWeighPage, questions);
  gtk_widget_class_bind_template_child (widget_class, PlumbWeighPage, outro);
  gtk_widget_class_bind_template_child (widget_class, PlumbWeighPage, result);
  gtk_widget_class_bind_template_child (widget_class, PlumbWeighPage, summary);
}

static void
plumb_weigh_page_init (PlumbWeighPage *self)
{
  self->answers = plumb_answers_new ();
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weigh.undo", FALSE);
  g_signal_connect_object (self->answers,
                           "changed",
                           G_CALLBACK (answers_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller),
                           "value-changed",
                           G_CALLBACK (scrolled_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

/**
 * plumb_weigh_page_get_answers:
 * @self: a page
 *
 * Returns: (transfer none): what the reader answers
 */
PlumbAnswers *
plumb_weigh_page_get_answers (PlumbWeighPage *self)
{
  g_return_val_if_fail (PLUMB_IS_WEIGH_PAGE (self), NULL);

  return self->answers;
}

/**
 * plumb_weigh_page_get_n_people:
 * @self: a page
 *
 * Returns: how many people are on the map
 */
guint
plumb_weigh_page_get_n_people (PlumbWeighPage *self)
{
  g_return_val_if_fail (PLUMB_IS_WEIGH_PAGE (self), 0);

  return self->people->len;
}
