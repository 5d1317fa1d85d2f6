/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-answers.h"

#include <string.h>

/**
 * PlumbAnswers:
 *
 * What one person answers to cruxes. It knows no name and no date, and nothing of it is kept unless somebody does so.
 */
struct _PlumbAnswers {
  GObject parent_instance;

  /* The id of a crux → PlumbAnswer; an answer that says nothing is not in it. */
  GHashTable *answers;
  guint n_answered;
};

G_DEFINE_FINAL_TYPE (PlumbAnswers, plumb_answers, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_N_ANSWERED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
plumb_answers_finalize (GObject *object)
{
  PlumbAnswers *self = PLUMB_ANSWERS (object);

  g_hash_table_unref (self->answers);

  G_OBJECT_CLASS (plumb_answers_parent_class)->finalize (object);
}

static void
plumb_answers_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlumbAnswers *self = PLUMB_ANSWERS (object);

  switch (property_id) {
  case PROP_N_ANSWERED:
    g_value_set_uint (value, self->n_answered);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
plumb_answers_class_init (PlumbAnswersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plumb_answers_finalize;
  object_class->get_property = plumb_answers_get_property;

  /**
   * PlumbAnswers:n-answered:
   *
   * How many cruxes have a likelihood.
   */
  properties[PROP_N_ANSWERED] = g_param_spec_uint ("n-answered",
                                                   NULL,
                                                   NULL,
                                                   0,
                                                   G_MAXUINT,
                                                   0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                       G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbAnswers::changed:
   * @self: answers
   * @crux: (nullable): the id of the crux whose answer has changed, or %NULL where many may have
   *
   * Emitted after an answer has changed.
   */
  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_STRING);
}

static void
plumb_answers_init (PlumbAnswers *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * plumb_answers_new:
 *
 * Returns: (transfer full): answers that say nothing yet
 */
PlumbAnswers *
plumb_answers_new (void)
{
  return g_object_new (PLUMB_TYPE_ANSWERS, NULL);
}

static gboolean
is_answered (PlumbAnswer answer)
{
  return answer.likelihood != PLUMB_LIKELIHOOD_NONE;
}

static gboolean
says_nothing (PlumbAnswer answer)
{
  return !is_answered (answer) && answer.weight == PLUMB_WEIGHT_DEFAULT;
}

static gboolean
is_same (PlumbAnswer answer, PlumbAnswer other)
{
  return answer.likelihood == other.likelihood && answer.weight == other.weight;
}

/* Without telling. */
static void
put (PlumbAnswers *self, const char *crux, PlumbAnswer answer)
{
  PlumbAnswer before = plumb_answers_get (self, crux);

  self->n_answered += is_answered (answer);
  self->n_answered -= is_answered (before);
  if (says_nothing (answer)) {
    g_hash_table_remove (self->answers, crux);
  } else {
    g_hash_table_insert (self->answers, g_strdup (crux), g_memdup2 (&answer, sizeof answer));
  }
}

/* Tells that @crux has changed, where NULL stands for many. */
static void
tell (PlumbAnswers *self, const char *crux, guint n_answered_before)
{
  if (self->n_answered != n_answered_before) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ANSWERED]);
  }
  g_signal_emit (self, signals[CHANGED], 0, crux);
}

static void
put_all (PlumbAnswers *self, PlumbAnswers *other)
{
  GHashTableIter iter;
  gpointer crux, answer;

  g_hash_table_remove_all (self->answers);
  self->n_answered = 0;
  g_hash_table_iter_init (&iter, other->answers);
  while (g_hash_table_iter_next (&iter, &crux, &answer)) {
    put (self, crux, *(PlumbAnswer *) answer);
  }
}

/**
 * plumb_answers_copy:
 * @self: answers
 *
 * Returns: (transfer full): a copy, such as undoing needs
 */
PlumbAnswers *
plumb_answers_copy (PlumbAnswers *self)
{
  PlumbAnswers *copy;

  g_return_val_if_fail (PLUMB_IS_ANSWERS (self), NULL);

  copy = plumb_answers_new ();
  put_all (copy, self);

  return copy;
}

/**
 * plumb_answers_assign:
 * @self: answers
 * @other: others
 *
 * Makes @self say what @other says.
 */
void
plumb_answers_assign (PlumbAnswers *self, PlumbAnswers *other)
{
  guint n_answered;

  g_return_if_fail (PLUMB_IS_ANSWERS (self));
  g_return_if_fail (PLUMB_IS_ANSWERS (other));

  if (plumb_answers_equal (self, other)) {
    return;
  }

  n_answered = self->n_answered;
  put_all (self, other);
  tell (self, NULL, n_answered);
}

/**
 * plumb_answers_equal:
 * @self: answers
 * @other: others
 *
 * Returns: whether both say the same
 */
gboolean
plumb_answers_equal (PlumbAnswers *self, PlumbAnswers *other)
{
  GHashTableIter iter;
  gpointer crux, answer;

  g_return_val_if_fail (PLUMB_IS_ANSWERS (self), FALSE);
  g_return_val_if_fail (PLUMB_IS_ANSWERS (other), FALSE);

  if (g_hash_table_size (self->answers) != g_hash_table_size (other->answers)) {
    return FALSE;
  }
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &crux, &answer)) {
    if (!is_same (*(PlumbAnswer *) answer, plumb_answers_get (other, crux))) {
      return FALSE;
    }
  }

  return TRUE;
}

/**
 * plumb_answers_get:
 * @self: answers
 * @crux: the id of a crux
 *
 * Returns: what is answered to it; no likelihood and the usual weight where nothing is
 */
PlumbAnswer
plumb_answers_get (PlumbAnswers *self, const char *crux)
{
  PlumbAnswer none = { PLUMB_LIKELIHOOD_NONE, PLUMB_WEIGHT_DEFAULT };
  PlumbAnswer *answer;

  g_return_val_if_fail (PLUMB_IS_ANSWERS (self), none);
  g_return_val_if_fail (crux != NULL, none);

  answer = g_hash_table_lookup (self->answers, crux);

  return answer != NULL ? *answer : none;
}

/**
 * plumb_answers_set:
 * @self: answers
 * @crux: the id of a crux
 * @answer: what is answered to it
 *
 * Changes an answer. Numbers beyond the bounds are taken as the nearest that is within.
 */
void
plumb_answers_set (PlumbAnswers *self, const char *crux, PlumbAnswer answer)
{
  g_autofree char *id = NULL;
  guint n_answered;

  g_return_if_fail (PLUMB_IS_ANSWERS (self));
  g_return_if_fail (crux != NULL);

  answer.likelihood = CLAMP (answer.likelihood, PLUMB_LIKELIHOOD_NONE, PLUMB_LIKELIHOOD_MAX);
  answer.weight = CLAMP (answer.weight, 0, PLUMB_WEIGHT_MAX);
  if (is_same (answer, plumb_answers_get (self, crux))) {
    return;
  }

  /* It may be the one that the table is about to free. */
  id = g_strdup (crux);
  n_answered = self->n_answered;
  put (self, id, answer);
  tell (self, id, n_answered);
}

/**
 * plumb_answers_set_likelihood:
 * @self: answers
 * @crux: the id of a crux
 * @likelihood: how likely it is thought, in percent, or %PLUMB_LIKELIHOOD_NONE
 *
 * Changes how likely a crux is thought, and leaves how much it matters.
 */
void
plumb_answers_set_likelihood (PlumbAnswers *self, const char *crux, int likelihood)
{
  plumb_answers_set (self,
                     crux,
                     (PlumbAnswer) { likelihood, plumb_answers_get (self, crux).weight });
}

/**
 * plumb_answers_set_weight:
 * @self: answers
 * @crux: the id of a crux
 * @weight: how much it matters, from 0 to %PLUMB_WEIGHT_MAX
 *
 * Changes how much a crux matters, and leaves how likely it is thought.
 */
void
plumb_answers_set_weight (PlumbAnswers *self, const char *crux, int weight)
{
  plumb_answers_set (self,
                     crux,
                     (PlumbAnswer) { plumb_answers_get (self, crux).likelihood, weight });
}

/**
 * plumb_answers_clear:
 * @self: answers
 *
 * Takes all answers back.
 */
void
plumb_answers_clear (PlumbAnswers *self)
{
  guint n_answered;

  g_return_if_fail (PLUMB_IS_ANSWERS (self));

  if (g_hash_table_size (self->answers) == 0) {
    return;
  }

  n_answered = self->n_answered;
  g_hash_table_remove_all (self->answers);
  self->n_answered = 0;
  tell (self, NULL, n_answered);
}

/**
 * plumb_answers_get_n_answered:
 * @self: answers
 *
 * Returns: how many cruxes have a likelihood
 */
guint
plumb_answers_get_n_answered (PlumbAnswers *self)
{
  g_return_val_if_fail (PLUMB_IS_ANSWERS (self), 0);

  return self->n_answered;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * plumb_answers_dup_cruxes:
 * @self: answers
 *
 * Returns: (transfer full): the ids of the cruxes that have a likelihood, sorted
 */
GStrv
plumb_answers_dup_cruxes (PlumbAnswers *self)
{
  g_autoptr (GPtrArray) ids = NULL;
  GHashTableIter iter;
  gpointer crux, answer;

  g_return_val_if_fail (PLUMB_IS_ANSWERS (self), NULL);

  ids = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &crux, &answer)) {
    if (is_answered (*(PlumbAnswer *) answer)) {
      g_ptr_array_add (ids, g_strdup (crux));
    }
  }
  g_ptr_array_sort (ids, compare_ids);

  return (GStrv) g_ptr_array_steal (ids, NULL);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const PlumbAnswerChange *one = *(const PlumbAnswerChange *const *) a;
  const PlumbAnswerChange *other = *(const PlumbAnswerChange *const *) b;

  return strcmp (one->crux, other->crux);
}

static void
add_change (GPtrArray *changes, const char *crux, PlumbAnswer before, PlumbAnswer after)
{
  PlumbAnswerChange *change;

  if (is_same (before, after)) {
    return;
  }
  change = g_new (PlumbAnswerChange, 1);
  *change = (PlumbAnswerChange) { g_strdup (crux), before, after };
  g_ptr_array_add (changes, change);
}

/**
 * plumb_answers_compare:
 * @self: answers
 * @later: what the same person answered later
 *
 * Finds what somebody has changed their mind about.
 *
 * Returns: (transfer full) (element-type PlumbAnswerChange): the answers that differ, sorted by the ids of the cruxes
 */
GPtrArray *
plumb_answers_compare (PlumbAnswers *self, PlumbAnswers *later)
{
  GPtrArray *changes;
  GHashTableIter iter;
  gpointer crux, answer;

  g_return_val_if_fail (PLUMB_IS_ANSWERS (self), NULL);
  g_return_val_if_fail (PLUMB_IS_ANSWERS (later), NULL);

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_answer_change_free);
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &crux, &answer)) {
    add_change (changes, crux, *(PlumbAnswer *) answer, plumb_answers_get (later, crux));
  }
  g_hash_table_iter_init (&iter, later->answers);
  while (g_hash_table_iter_next (&iter, &crux, &answer)) {
    if (!g_hash_table_contains (self->answers, crux)) {
      add_change (changes, crux, plumb_answers_get (self, crux), *(PlumbAnswer *) answer);
    }
  }
  g_ptr_array_sort (changes, compare_changes);

  return changes;
}

/**
 * plumb_answer_change_free:
 * @change: (transfer full): a change
 *
 * Frees it.
 */
void
plumb_answer_change_free (PlumbAnswerChange *change)
{
  g_free (change->crux);
  g_free (change);
}
