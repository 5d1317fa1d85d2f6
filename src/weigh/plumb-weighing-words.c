/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a weighing and the matrix say in words, on the screen and by ear. */

#include "config.h"

#include "plumb-weighing-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <plumb-markup.h>

/**
 * plumb_standing_get_name:
 * @standing: how a position stands to a crux
 * @value: its rating, from −2 to 2
 *
 * Returns: (transfer none): that in a word or two
 */
const char *
plumb_standing_get_name (PlumbStanding standing, int value)
{
  if (standing == PLUMB_STANDING_SILENT) {
    return C_ ("How a position rates a statement", "No rating");
  }
  if (standing == PLUMB_STANDING_REJECTS) {
    return C_ ("How a position rates a statement", "Rejects the question");
  }

  switch (value) {
  case -2:
    return C_ ("How a position rates a statement", "Surely false");
  case -1:
    return C_ ("How a position rates a statement", "Rather false");
  case 1:
    return C_ ("How a position rates a statement", "Rather true");
  case 2:
    return C_ ("How a position rates a statement", "Surely true");
  default:
    return C_ ("How a position rates a statement", "Undecided");
  }
}

/**
 * plumb_standing_get_sign:
 * @standing: how a position stands to a crux
 * @value: its rating, from −2 to 2
 *
 * Returns: (transfer none): that in two characters at most, for a cell that has no room for words
 */
const char *
plumb_standing_get_sign (PlumbStanding standing, int value)
{
  static const char *const signs[] = { "−2", "−1", "0", "+1", "+2" };

  switch (standing) {
  case PLUMB_STANDING_RATES:
    return signs[CLAMP (value, -2, 2) + 2];
  case PLUMB_STANDING_REJECTS:
    return "×";
  case PLUMB_STANDING_SILENT:
  default:
    return "–";
  }
}

/**
 * plumb_standing_to_sentence:
 * @standing: how a position stands to a crux
 * @value: its rating, from −2 to 2
 * @position: the name of the position
 *
 * Says it in a whole sentence, such as a screen reader wants for a cell.
 *
 * Returns: (transfer full): the sentence
 */
char *
plumb_standing_to_sentence (PlumbStanding standing, int value, const char *position)
{
  g_return_val_if_fail (position != NULL, NULL);

  /* Translators: in all of these the placeholder is the name of a position, such as “Moderate”. */
  if (standing == PLUMB_STANDING_SILENT) {
    return g_strdup_printf (_ ("%s: there is no rating."), position);
  }
  if (standing == PLUMB_STANDING_REJECTS) {
    return g_strdup_printf (_ ("%s: this is the wrong question."), position);
  }

  switch (value) {
  case -2:
    return g_strdup_printf (_ ("%s: this is surely false."), position);
  case -1:
    return g_strdup_printf (_ ("%s: this is rather false."), position);
  case 1:
    return g_strdup_printf (_ ("%s: this is rather true."), position);
  case 2:
    return g_strdup_printf (_ ("%s: this is surely true."), position);
  default:
    return g_strdup_printf (_ ("%s: this is undecided."), position);
  }
}

/**
 * plumb_weight_get_name:
 * @weight: how much a crux matters to somebody, from 0 to %PLUMB_WEIGHT_MAX
 *
 * Returns: (transfer none): that in words
 */
const char *
plumb_weight_get_name (int weight)
{
  switch (weight) {
  case 0:
    return C_ ("How much a statement matters", "Not at all");
  case 1:
    return C_ ("How much a statement matters", "A little");
  case 2:
    return C_ ("How much a statement matters", "Somewhat");
  default:
    return C_ ("How much a statement matters", "A lot");
  }
}

/**
 * plumb_likelihood_to_text:
 * @likelihood: how likely somebody thinks a crux, in percent, or %PLUMB_LIKELIHOOD_NONE
 *
 * Returns: (transfer full): that in words
 */
char *
plumb_likelihood_to_text (int likelihood)
{
  if (likelihood == PLUMB_LIKELIHOOD_NONE) {
    return g_strdup (C_ ("How likely a statement is thought", "No answer"));
  }
  if (likelihood == 0) {
    return g_strdup (C_ ("How likely a statement is thought", "0%, surely false"));
  }
  if (likelihood == 50) {
    return g_strdup (C_ ("How likely a statement is thought", "50%, as likely as not"));
  }
  if (likelihood == PLUMB_LIKELIHOOD_MAX) {
    return g_strdup (C_ ("How likely a statement is thought", "100%, surely true"));
  }

  /* Translators: a percentage. */
  return g_strdup_printf (_ ("%d%%"), likelihood);
}

/**
 * plumb_weighing_dup_explanation:
 *
 * Says in plain words how closeness is reckoned, and why so. The reasons at length are at the head of
 * `plumb-weighing.c`.
 *
 * Returns: (transfer full): paragraphs of plain text
 */
GStrv
plumb_weighing_dup_explanation (void)
{
  const char *const paragraphs[] = {
    _ ("A position gives each statement a likelihood, as you do: 0%, 25%, 50%, 75% or 100%. How close "
       "your answer is to it, is the share of all answers from 0% to 100% that would be further "
       "away. If you say the same, that is 100%. At the far end it is 0%."),
    _ ("Why not simply the distance? Nobody can be further than 50 points from a position that "
       "says 50%, so one that is undecided on everything would come out close to everybody."),
    _ ("Over several statements, closeness is the average. One that matters to you a lot counts "
       "three times, one that matters somewhat twice, one that matters a little once. One that does "
       "not matter does not count."),
    _ ("Where a position rejects the question, your answer counts neither for nor against it. If "
       "you reject the question too, leave it unanswered."),
    _ ("Answers given at random come to 50% for every position. So 50% means no closer than chance. "
       "With few answers, chance can do a lot."),
    _ ("The numbers do not add up to anything, and none of them is a verdict. You can be close to "
       "two positions, or to none."),
    _ ("What would move you most is found one statement at a time: the other answer to it that "
       "would change the closeness most, with all else as it is."),
    NULL,
  };

  return g_strdupv ((char **) paragraphs);
}

/**
 * plumb_weighing_get_formula:
 *
 * Returns: (transfer none): the formula on one line, in markup as formulas of the library are
 */
const char *
plumb_weighing_get_formula (void)
{
  /* Translators: a formula. p is the reader’s answer, r is the position’s, both in percent; w is how much it matters. */
  return _ ("closeness = Σ <i>w</i> · (100 − (min(100, <i>r</i> + |<i>p</i> − <i>r</i>|) − max(0, "
            "<i>r</i> − |<i>p</i> − <i>r</i>|))) ÷ Σ <i>w</i>");
}

/**
 * plumb_weighing_get_spoken_formula:
 *
 * Returns: (transfer none): the formula as it is read aloud, as plain text
 */
const char *
plumb_weighing_get_spoken_formula (void)
{
  return _ ("For each statement that you have answered and the position rates, take the share of "
            "answers, in percent, that are further from the position’s than yours. Multiply it by "
            "how much the statement matters to you. Add all of these, and divide by the sum of how "
            "much the statements matter.");
}

/**
 * plumb_weighing_to_sentence:
 * @self: a weighing
 * @position: the number of a position
 *
 * Returns: (transfer full): how close the answers are to it, in a sentence
 */
char *
plumb_weighing_to_sentence (PlumbWeighing *self, guint position)
{
  PlumbCruxSet *set = plumb_weighing_get_set (self);
  guint n = plumb_weighing_get_n_counted (self, position);
  double closeness;
  const char *name;

  g_return_val_if_fail (position < plumb_crux_set_get_n_positions (set), NULL);

  name = plumb_crux_set_get_position (set, position)->title;
  if (!plumb_weighing_get_closeness (self, position, &closeness)) {
    /* Translators: the placeholder is the name of a position. No answer says how close somebody is to it. */
    return g_strdup_printf (_ ("%s: nothing to go by yet."), name);
  }

  return g_strdup_printf (
      /* Translators: the name of a position, how close somebody is to it, and how many answers that is made of. */
      ngettext ("%1$s: %2$d%% close, by %3$u answer.", "%1$s: %2$d%% close, by %3$u answers.", n),
      name,
      (int) rint (closeness),
      n);
}

static char *
get_statement (PlumbWeighing *self, guint crux)
{
  return plumb_markup_to_plain (
      plumb_crux_set_get_crux (plumb_weighing_get_set (self), crux)->statement);
}

/**
 * plumb_move_to_sentence:
 * @self: a weighing
 * @position: the number of a position, or %PLUMB_ALL_POSITIONS
 * @move: what plumb_weighing_get_move() found for it
 *
 * Returns: (transfer full): what would change, in sentences, as plain text
 */
char *
plumb_move_to_sentence (PlumbWeighing *self, guint position, const PlumbMove *move)
{
  g_autofree char *statement = NULL;
  int points;

  g_return_val_if_fail (move != NULL, NULL);

  statement = get_statement (self, move->crux);
  points = (int) rint (fabs (move->change));
  if (position == PLUMB_ALL_POSITIONS) {
    return g_strdup_printf (
        /* Translators: a statement; another answer to it, in percent; and the change that it would make. */
        ngettext (
            "“%1$s” If your answer were %2$d%%, the numbers would move by %3$d point on average.",
            "“%1$s” If your answer were %2$d%%, the numbers would move by %3$d points on average.",
            (gulong) points),
        statement,
        move->likelihood,
        points);
  }
  if (move->change < 0) {
    return g_strdup_printf (
        ngettext ("“%1$s” If your answer were %2$d%%, you would be %3$d point less close.",
                  "“%1$s” If your answer were %2$d%%, you would be %3$d points less close.",
                  (gulong) points),
        statement,
        move->likelihood,
        points);
  }

  return g_strdup_printf (
      ngettext ("“%1$s” If your answer were %2$d%%, you would be %3$d point closer.",
                "“%1$s” If your answer were %2$d%%, you would be %3$d points closer.",
                (gulong) points),
      statement,
      move->likelihood,
      points);
}

/**
 * plumb_conflict_to_sentence:
 * @self: a weighing
 * @conflict: one of its conflicts
 *
 * Returns: (transfer full): what goes ill together, in sentences, as plain text
 */
char *
plumb_conflict_to_sentence (PlumbWeighing *self, const PlumbConflict *conflict)
{
  g_autofree char *statement = NULL;
  g_autofree char *other = NULL;

  g_return_val_if_fail (conflict != NULL, NULL);

  statement = get_statement (self, conflict->crux);
  other = get_statement (self, conflict->other);

  return g_strdup_printf (
      /* Translators: two statements, each with how likely the reader thinks it. */
      _ ("You think both of these likely, and they go ill together: “%1$s” (%2$d%%) and “%3$s” "
         "(%4$d%%)."),
      statement,
      plumb_weighing_get_answer (self, conflict->crux).likelihood,
      other,
      plumb_weighing_get_answer (self, conflict->other).likelihood);
}
