/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-kept-answers.h"

/**
 * PlumbKeptAnswers:
 *
 * Answers to the cruxes of a library that the reader asked to keep, with the day and hour. They never change: answers
 * that differ are kept beside them, so that a later self can see what has.
 */
struct _PlumbKeptAnswers {
  GObject parent_instance;

  char *library;
  char *answers;
  gint64 created;
};

G_DEFINE_FINAL_TYPE (PlumbKeptAnswers, plumb_kept_answers, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_LIBRARY,
  PROP_ANSWERS,
  PROP_CREATED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
plumb_kept_answers_finalize (GObject *object)
{
  PlumbKeptAnswers *self = PLUMB_KEPT_ANSWERS (object);

  g_free (self->library);
  g_free (self->answers);

  G_OBJECT_CLASS (plumb_kept_answers_parent_class)->finalize (object);
}

static void
plumb_kept_answers_get_property (GObject *object,
                                 guint property_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  PlumbKeptAnswers *self = PLUMB_KEPT_ANSWERS (object);

  switch (property_id) {
  case PROP_LIBRARY:
    g_value_set_string (value, self->library);
    break;
  case PROP_ANSWERS:
    g_value_set_string (value, self->answers);
    break;
  case PROP_CREATED:
    g_value_set_int64 (value, self->created);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
plumb_kept_answers_set_property (GObject *object,
                                 guint property_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  PlumbKeptAnswers *self = PLUMB_KEPT_ANSWERS (object);

  switch (property_id) {
  case PROP_LIBRARY:
    self->library = g_value_dup_string (value);
    break;
  case PROP_ANSWERS:
    self->answers = g_value_dup_string (value);
    break;
  case PROP_CREATED:
    self->created = g_value_get_int64 (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
plumb_kept_answers_class_init (PlumbKeptAnswersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plumb_kept_answers_finalize;
  object_class->get_property = plumb_kept_answers_get_property;
  object_class->set_property = plumb_kept_answers_set_property;

  /**
   * PlumbKeptAnswers:library:
   *
   * The id of the library that they are about.
   */
  properties[PROP_LIBRARY] = g_param_spec_string ("library",
                                                  NULL,
                                                  NULL,
                                                  NULL,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS |
                                                      G_PARAM_EXPLICIT_NOTIFY);

  /**
   * PlumbKeptAnswers:answers:
   *
   * The answers, in the text that a file of answers holds. A store does not look into it.
   */
  properties[PROP_ANSWERS] = g_param_spec_string ("answers",
                                                  NULL,
                                                  NULL,
                                                  NULL,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS |
                                                      G_PARAM_EXPLICIT_NOTIFY);

  /**
   * PlumbKeptAnswers:created:
   *
   * When they were kept, in seconds since 1970 in UTC.
   */
  properties[PROP_CREATED] = g_param_spec_int64 ("created",
                                                 NULL,
                                                 NULL,
                                                 G_MININT64,
                                                 G_MAXINT64,
                                                 0,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                     G_PARAM_STATIC_STRINGS |
                                                     G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_kept_answers_init (PlumbKeptAnswers *self)
{
}

/**
 * plumb_kept_answers_new:
 * @library: the id of a library
 * @answers: the text of a file of answers
 * @created: when they were kept, in seconds since 1970
 *
 * Returns: (transfer full): answers that belong to no store yet
 */
PlumbKeptAnswers *
plumb_kept_answers_new (const char *library, const char *answers, gint64 created)
{
  g_return_val_if_fail (library != NULL, NULL);
  g_return_val_if_fail (answers != NULL, NULL);

  return g_object_new (PLUMB_TYPE_KEPT_ANSWERS,
                       "library",
                       library,
                       "answers",
                       answers,
                       "created",
                       created,
                       NULL);
}

/**
 * plumb_kept_answers_get_library:
 * @self: kept answers
 *
 * Returns: (transfer none): the id of the library that they are about
 */
const char *
plumb_kept_answers_get_library (PlumbKeptAnswers *self)
{
  g_return_val_if_fail (PLUMB_IS_KEPT_ANSWERS (self), NULL);

  return self->library;
}

/**
 * plumb_kept_answers_get_answers:
 * @self: kept answers
 *
 * Returns: (transfer none): the text of a file of answers
 */
const char *
plumb_kept_answers_get_answers (PlumbKeptAnswers *self)
{
  g_return_val_if_fail (PLUMB_IS_KEPT_ANSWERS (self), NULL);

  return self->answers;
}

/**
 * plumb_kept_answers_get_created:
 * @self: kept answers
 *
 * Returns: when they were kept, in seconds since 1970
 */
gint64
plumb_kept_answers_get_created (PlumbKeptAnswers *self)
{
  g_return_val_if_fail (PLUMB_IS_KEPT_ANSWERS (self), 0);

  return self->created;
}

/**
 * plumb_kept_answers_equal:
 * @self: kept answers
 * @other: others
 *
 * Returns: whether both are the same answers, kept at the same time
 */
gboolean
plumb_kept_answers_equal (PlumbKeptAnswers *self, PlumbKeptAnswers *other)
{
  g_return_val_if_fail (PLUMB_IS_KEPT_ANSWERS (self), FALSE);
  g_return_val_if_fail (PLUMB_IS_KEPT_ANSWERS (other), FALSE);

  return self->created == other->created && g_str_equal (self->library, other->library) &&
         g_str_equal (self->answers, other->answers);
}
