/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-due-questions.h"
#include "plumb-due-words.h"
#include "plumb-ui-test.h"

#define TOPIC "goodharts-law"
#define QUESTION "q1-idea"

typedef struct {
  PlumbLibrary *library;
  PlumbStore *store;
  PlumbDueQuestions *due;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = plumb_ui_test_open_library ();
  fixture->store = plumb_ui_test_new_store ();
  fixture->due = plumb_due_questions_new (fixture->library, fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->due);
  g_object_unref (fixture->store);
  g_object_unref (fixture->library);
}

static void
note (Fixture *fixture, const char *topic, const char *question, gboolean known, gint64 day)
{
  g_autoptr (GError) error = NULL;

  plumb_store_note_check (fixture->store,
                          plumb_library_get_file (fixture->library)->id,
                          topic,
                          question,
                          known,
                          day,
                          &error);
  g_assert_no_error (error);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (plumb_due_questions_get_n_due (fixture->due), ==, 0);
  plumb_due_questions_settle (fixture->due);
  g_assert_cmpuint (plumb_due_questions_get_n_due (fixture->due), ==, 0);
  g_assert_cmpint (plumb_due_questions_get_next_day (fixture->due), ==, 0);
  g_assert_true (plumb_due_questions_has_questions (fixture->due));
  g_assert_cmpint (plumb_due_questions_get_today (fixture->due), ==, plumb_check_today ());
}

/* It looks by itself, a moment after it was made. */
static void
test_starts (Fixture *fixture, gconstpointer data)
{
  plumb_ui_test_wait_until (plumb_due_questions_has_questions (fixture->due));
}

static void
test_day (Fixture *fixture, gconstpointer data)
{
  gint64 today = plumb_check_today ();
  gint64 next;
  const PlumbDueQuestion *question;
  guint n_notified = 0;

  g_signal_connect (fixture->due,
                    "notify::n-due",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n_notified);
  note (fixture, TOPIC, QUESTION, FALSE, today);
  plumb_due_questions_settle (fixture->due);
  g_assert_cmpuint (plumb_due_questions_get_n_due (fixture->due), ==, 0);
  next = plumb_due_questions_get_next_day (fixture->due);
  g_assert_cmpint (next, >, today);
  g_assert_cmpuint (n_notified, ==, 0);

  /* Another day comes while the program runs. */
  plumb_due_questions_set_today (fixture->due, next);
  plumb_ui_test_wait_until (plumb_due_questions_get_n_due (fixture->due) == 1);
  g_assert_cmpuint (n_notified, ==, 1);
  question = plumb_due_questions_get (fixture->due, 0);
  g_assert_cmpstr (question->topic, ==, TOPIC);
  g_assert_cmpstr (question->topic_title, ==, "Goodhart’s law");
  g_assert_cmpstr (question->question->id, ==, QUESTION);

  /* Once it is known, it is not due that day. */
  note (fixture, TOPIC, QUESTION, TRUE, next);
  plumb_ui_test_wait_until (plumb_due_questions_get_n_due (fixture->due) == 0);
  g_assert_cmpint (plumb_due_questions_get_next_day (fixture->due), >, next);
}

/* What is no longer in the library is not asked. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  gint64 before = plumb_check_today () - 30;

  note (fixture, TOPIC, "no-such-question", FALSE, before);
  note (fixture, "no-such-topic", QUESTION, FALSE, before);
  note (fixture, TOPIC, QUESTION, FALSE, before);
  /* And what was never missed does not come back. */
  note (fixture, TOPIC, "q1-fate", TRUE, before);
  plumb_due_questions_settle (fixture->due);
  g_assert_cmpuint (plumb_due_questions_get_n_due (fixture->due), ==, 1);
}

static void
test_no_questions (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_small_library ();
  g_autoptr (PlumbStore) store = plumb_ui_test_new_store ();
  PlumbDueQuestions *due = plumb_due_questions_new (library, store);

  plumb_due_questions_settle (due);
  g_assert_false (plumb_due_questions_has_questions (due));
  g_assert_finalize_object (due);
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_words (void)
{
  assert_text (plumb_due_to_sentence (100, 100), "It comes back today.");
  assert_text (plumb_due_to_sentence (100, 99), "It comes back today.");
  assert_text (plumb_due_to_sentence (100, 101), "It comes back tomorrow.");
  assert_text (plumb_due_to_sentence (100, 103), "It comes back in 3 days.");
  assert_text (plumb_due_next_to_sentence (100, 101), "The next question comes back tomorrow.");
  /* 20781 is 24 November 2026. */
  assert_text (plumb_due_next_to_sentence (20778, 20781),
               "The next question comes back on Tuesday, 24 November.");
  assert_text (plumb_due_count_to_sentence (0), "Nothing is due today.");
  assert_text (plumb_due_count_to_sentence (1), "1 question is due today.");
  assert_text (plumb_due_count_to_sentence (2), "2 questions are due today.");
}

int
main (int argc, char **argv)
{
  plumb_ui_test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/due-questions/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("new-destroy", test_new);
  ADD ("starts", test_starts);
  ADD ("day", test_day);
  ADD ("gone", test_gone);
#undef ADD
  g_test_add_func ("/due-questions/no-questions", test_no_questions);
  g_test_add_func ("/due-questions/words", test_words);

  return g_test_run ();
}
