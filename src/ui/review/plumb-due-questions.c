/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-due-questions.h"

/* How long after its making it first looks, in milliseconds: the first page has been drawn by then. */
#define START_DELAY 400

/* A clock does not run while the computer sleeps, so midnight is not waited for in one piece. In seconds. */
#define LONGEST_WAIT 900

/* In how many topics of a library a question is looked for, to tell whether it has any. */
#define TOPICS_TO_ASK 4

/**
 * PlumbDueQuestions:
 *
 * The check questions of a library that are due today, in the order in which they became due. It follows the store and
 * the calendar.
 *
 * A question that is no longer in the library is left out: so topics are read, one at a time, when nothing else is to
 * be done.
 */
struct _PlumbDueQuestions {
  GObject parent_instance;

  PlumbLibrary *library;
  PlumbStore *store;
  gint64 today;
  gint64 next;
  GPtrArray *due;
  gboolean has_questions;
  gboolean asked;

  /* What is being looked up. */
  GPtrArray *pending;
  guint next_pending;
  gint64 pending_next;
  GPtrArray *found;
  GHashTable *topics;

  guint start_id;
  guint idle_id;
  guint day_id;
};

enum {
  PROP_0,
  PROP_N_DUE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlumbDueQuestions, plumb_due_questions, G_TYPE_OBJECT)

static void
due_question_free (PlumbDueQuestion *due)
{
  g_object_unref (due->question);
  g_free (due->topic);
  g_free (due->topic_title);
  g_free (due);
}

static void
stop (PlumbDueQuestions *self)
{
  g_clear_handle_id (&self->start_id, g_source_remove);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->topics, g_hash_table_unref);
}

static void
plumb_due_questions_dispose (GObject *object)
{
  PlumbDueQuestions *self = PLUMB_DUE_QUESTIONS (object);

  stop (self);
  g_clear_handle_id (&self->day_id, g_source_remove);
  if (self->store != NULL) {
    g_signal_handlers_disconnect_by_data (self->store, self);
  }
  g_clear_object (&self->store);
  g_clear_object (&self->library);
  g_clear_pointer (&self->due, g_ptr_array_unref);

  G_OBJECT_CLASS (plumb_due_questions_parent_class)->dispose (object);
}

static void
plumb_due_questions_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbDueQuestions *self = PLUMB_DUE_QUESTIONS (object);

  switch (prop_id) {
  case PROP_N_DUE:
    g_value_set_uint (value, self->due->len);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_due_questions_class_init (PlumbDueQuestionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plumb_due_questions_dispose;
  object_class->get_property = plumb_due_questions_get_property;

  /**
   * PlumbDueQuestions:n-due:
   *
   * How many questions are due.
   */
  properties[PROP_N_DUE] = g_param_spec_uint ("n-due",
                                              NULL,
                                              NULL,
                                              0,
                                              G_MAXUINT,
                                              0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                  G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbDueQuestions::changed:
   * @self: the questions
   *
   * Other questions are due, or the next day has changed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
}

static void
plumb_due_questions_init (PlumbDueQuestions *self)
{
  self->due = g_ptr_array_new_with_free_func ((GDestroyNotify) due_question_free);
}

static PlumbTopic *
load_topic (PlumbDueQuestions *self, const char *id)
{
  PlumbTopic *topic;

  if (!g_hash_table_lookup_extended (self->topics, id, NULL, (gpointer *) &topic)) {
    topic = plumb_library_load_topic (self->library, id, NULL);
    g_hash_table_insert (self->topics, g_strdup (id), topic);
  }

  return topic;
}

static PlumbQuestion *
find_question (PlumbTopic *topic, const char *id)
{
  for (guint i = 0; topic->questions != NULL && i < g_list_model_get_n_items (topic->questions);
       i++) {
    g_autoptr (PlumbQuestion) question = g_list_model_get_item (topic->questions, i);

    if (g_str_equal (question->id, id)) {
      return g_steal_pointer (&question);
    }
  }

  return NULL;
}

/* Whether the library has questions at all: one that is made with care has some in each of its topics. */
static void
ask_library (PlumbDueQuestions *self)
{
  GListModel *entries = plumb_library_get_topics (self->library);
  guint n_asked = 0;

  self->asked = TRUE;
  for (guint i = 0;
       i < g_list_model_get_n_items (entries) && n_asked < TOPICS_TO_ASK && !self->has_questions;
       i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (entries, i);
    PlumbTopic *topic;

    if (plumb_topic_entry_is_upcoming (entry)) {
      continue;
    }
    topic = load_topic (self, plumb_topic_entry_get_id (entry));
    n_asked++;
    self->has_questions = topic != NULL && topic->questions != NULL &&
                          g_list_model_get_n_items (topic->questions) > 0;
  }
}

/* Looks one question up. Returns whether there is more to do. */
static gboolean
step (PlumbDueQuestions *self)
{
  guint before = self->due->len;

  if (self->next_pending < self->pending->len) {
    PlumbCheck *check = g_ptr_array_index (self->pending, self->next_pending++);
    PlumbTopic *topic = load_topic (self, check->topic);
    PlumbQuestion *question = topic != NULL ? find_question (topic, check->question) : NULL;

    if (question != NULL) {
      PlumbDueQuestion *due = g_new0 (PlumbDueQuestion, 1);

      due->question = question;
      due->topic = g_strdup (topic->id);
      due->topic_title = g_strdup (topic->title);
      g_ptr_array_add (self->found, due);
    }
    return TRUE;
  }
  if (!self->asked) {
    self->has_questions = self->found->len > 0 || self->pending_next != 0;
    ask_library (self);
    return TRUE;
  }

  g_ptr_array_unref (self->due);
  self->due = g_steal_pointer (&self->found);
  self->next = self->pending_next;
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->topics, g_hash_table_unref);
  if (self->due->len != before) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
  }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return FALSE;
}

static gboolean
idle_cb (gpointer user_data)
{
  PlumbDueQuestions *self = user_data;

  if (step (self)) {
    return G_SOURCE_CONTINUE;
  }

  self->idle_id = 0;

  return G_SOURCE_REMOVE;
}

static void
unref_topic (gpointer topic)
{
  g_clear_object (&topic);
}

static void
refresh (PlumbDueQuestions *self)
{
  stop (self);
  self->pending = plumb_store_dup_checks (self->store,
                                          plumb_library_get_file (self->library)->id,
                                          self->today,
                                          &self->pending_next);
  self->next_pending = 0;
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) due_question_free);
  self->topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_topic);
  self->idle_id = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
checks_changed_cb (PlumbDueQuestions *self)
{
  refresh (self);
}

static gboolean
start_cb (gpointer user_data)
{
  PlumbDueQuestions *self = user_data;

  self->start_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static guint
count_seconds_to_midnight (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return (guint) (24 * 60 * 60 -
                  (g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now)) * 60 -
                  g_date_time_get_second (now));
}

static void await_day (PlumbDueQuestions *self);

static gboolean
day_cb (gpointer user_data)
{
  PlumbDueQuestions *self = user_data;

  self->day_id = 0;
  await_day (self);
  plumb_due_questions_update_day (self);

  return G_SOURCE_REMOVE;
}

static void
await_day (PlumbDueQuestions *self)
{
  self->day_id = g_timeout_add_seconds (MIN (count_seconds_to_midnight () + 1, LONGEST_WAIT),
                                        day_cb,
                                        self);
}

/**
 * plumb_due_questions_new:
 * @library: a library
 * @store: where it is kept what was missed
 *
 * Creates a list of what is due. It is empty at first, and looks a moment later; or at once with
 * plumb_due_questions_settle().
 *
 * Returns: (transfer full): a new list
 */
PlumbDueQuestions *
plumb_due_questions_new (PlumbLibrary *library, PlumbStore *store)
{
  PlumbDueQuestions *self;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (PLUMB_IS_STORE (store), NULL);

  self = g_object_new (PLUMB_TYPE_DUE_QUESTIONS, NULL);
  self->library = g_object_ref (library);
  self->store = g_object_ref (store);
  self->today = plumb_check_today ();
  g_signal_connect_swapped (store, "checks-changed", G_CALLBACK (checks_changed_cb), self);
  self->start_id = g_timeout_add_full (G_PRIORITY_LOW, START_DELAY, start_cb, self, NULL);
  await_day (self);

  return self;
}

/**
 * plumb_due_questions_settle:
 * @self: what is due
 *
 * Does at once what is left to do, so that the list says what is due now.
 */
void
plumb_due_questions_settle (PlumbDueQuestions *self)
{
  g_return_if_fail (PLUMB_IS_DUE_QUESTIONS (self));

  if (self->start_id != 0) {
    refresh (self);
  }
  if (self->pending == NULL) {
    return;
  }

  g_clear_handle_id (&self->idle_id, g_source_remove);
  while (step (self)) {
  }
}

/**
 * plumb_due_questions_set_today:
 * @self: what is due
 * @today: a day, as plumb_check_today() counts
 *
 * Sets what day it is.
 */
void
plumb_due_questions_set_today (PlumbDueQuestions *self, gint64 today)
{
  g_return_if_fail (PLUMB_IS_DUE_QUESTIONS (self));

  if (self->today != today) {
    self->today = today;
    refresh (self);
  }
}

/**
 * plumb_due_questions_get_today:
 * @self: what is due
 *
 * Returns: the day on which it is due, as plumb_check_today() counts
 */
gint64
plumb_due_questions_get_today (PlumbDueQuestions *self)
{
  g_return_val_if_fail (PLUMB_IS_DUE_QUESTIONS (self), 0);

  return self->today;
}

/**
 * plumb_due_questions_update_day:
 * @self: what is due
 *
 * Looks at the calendar. This happens by itself at midnight; a program that was asleep asks when it is looked at again.
 */
void
plumb_due_questions_update_day (PlumbDueQuestions *self)
{
  g_return_if_fail (PLUMB_IS_DUE_QUESTIONS (self));

  plumb_due_questions_set_today (self, plumb_check_today ());
}

/**
 * plumb_due_questions_get_n_due:
 * @self: what is due
 *
 * Returns: how many questions are due
 */
guint
plumb_due_questions_get_n_due (PlumbDueQuestions *self)
{
  g_return_val_if_fail (PLUMB_IS_DUE_QUESTIONS (self), 0);

  return self->due->len;
}

/**
 * plumb_due_questions_get:
 * @self: what is due
 * @i: which one, from 0
 *
 * Returns: (transfer none): a question, until the list changes
 */
const PlumbDueQuestion *
plumb_due_questions_get (PlumbDueQuestions *self, guint i)
{
  g_return_val_if_fail (PLUMB_IS_DUE_QUESTIONS (self), NULL);
  g_return_val_if_fail (i < self->due->len, NULL);

  return g_ptr_array_index (self->due, i);
}

/**
 * plumb_due_questions_get_next_day:
 * @self: what is due
 *
 * Returns: the next day on which something is due, or 0 where nothing is
 */
gint64
plumb_due_questions_get_next_day (PlumbDueQuestions *self)
{
  g_return_val_if_fail (PLUMB_IS_DUE_QUESTIONS (self), 0);

  return self->next;
}

/**
 * plumb_due_questions_has_questions:
 * @self: what is due
 *
 * Returns: whether the library has questions that could become due
 */
gboolean
plumb_due_questions_has_questions (PlumbDueQuestions *self)
{
  g_return_val_if_fail (PLUMB_IS_DUE_QUESTIONS (self), FALSE);

  return self->has_questions;
}
