/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What claims are called, and what that means. */

#include "config.h"

#include "plumb-claim-words.h"

#include <glib/gi18n.h>
#include <stdio.h>

static char *
name_facts (PlumbConfidence confidence, guint n)
{
  switch (confidence) {
  case PLUMB_CONFIDENCE_ESTABLISHED:
    return g_strdup_printf (ngettext ("Fact, established", "%u facts, established", n), n);
  case PLUMB_CONFIDENCE_LIKELY:
    return g_strdup_printf (ngettext ("Fact, likely", "%u facts, likely", n), n);
  case PLUMB_CONFIDENCE_CONTESTED:
    return g_strdup_printf (ngettext ("Fact, contested", "%u facts, contested", n), n);
  case PLUMB_CONFIDENCE_SPECULATIVE:
  default:
    return g_strdup_printf (ngettext ("Fact, speculative", "%u facts, speculative", n), n);
  }
}

static char *
name_arguments (PlumbConfidence confidence, guint n)
{
  switch (confidence) {
  case PLUMB_CONFIDENCE_ESTABLISHED:
    return g_strdup_printf (ngettext ("Argument, established", "%u arguments, established", n), n);
  case PLUMB_CONFIDENCE_LIKELY:
    return g_strdup_printf (ngettext ("Argument, likely", "%u arguments, likely", n), n);
  case PLUMB_CONFIDENCE_CONTESTED:
    return g_strdup_printf (ngettext ("Argument, contested", "%u arguments, contested", n), n);
  case PLUMB_CONFIDENCE_SPECULATIVE:
  default:
    return g_strdup_printf (ngettext ("Argument, speculative", "%u arguments, speculative", n), n);
  }
}

static char *
name_forecasts (PlumbConfidence confidence, guint n)
{
  switch (confidence) {
  case PLUMB_CONFIDENCE_ESTABLISHED:
    return g_strdup_printf (ngettext ("Forecast, established", "%u forecasts, established", n), n);
  case PLUMB_CONFIDENCE_LIKELY:
    return g_strdup_printf (ngettext ("Forecast, likely", "%u forecasts, likely", n), n);
  case PLUMB_CONFIDENCE_CONTESTED:
    return g_strdup_printf (ngettext ("Forecast, contested", "%u forecasts, contested", n), n);
  case PLUMB_CONFIDENCE_SPECULATIVE:
  default:
    return g_strdup_printf (ngettext ("Forecast, speculative", "%u forecasts, speculative", n), n);
  }
}

static char *
name_opinions (PlumbConfidence confidence, guint n)
{
  switch (confidence) {
  case PLUMB_CONFIDENCE_ESTABLISHED:
    return g_strdup_printf (ngettext ("Opinion, established", "%u opinions, established", n), n);
  case PLUMB_CONFIDENCE_LIKELY:
    return g_strdup_printf (ngettext ("Opinion, likely", "%u opinions, likely", n), n);
  case PLUMB_CONFIDENCE_CONTESTED:
    return g_strdup_printf (ngettext ("Opinion, contested", "%u opinions, contested", n), n);
  case PLUMB_CONFIDENCE_SPECULATIVE:
  default:
    return g_strdup_printf (ngettext ("Opinion, speculative", "%u opinions, speculative", n), n);
  }
}

/**
 * plumb_claim_words_name:
 * @kind: what kind of claims they are
 * @confidence: how far they are settled
 * @n: how many
 *
 * Names claims as their mark does: “Fact, established”, “2 arguments, contested”. The number is left out where it is
 * one. Each pair of words is a text of its own, since in many languages the second agrees with the first.
 *
 * Returns: (transfer full): plain text
 */
char *
plumb_claim_words_name (PlumbClaimKind kind, PlumbConfidence confidence, guint n)
{
  switch (kind) {
  case PLUMB_CLAIM_KIND_ARGUMENT:
    return name_arguments (confidence, n);
  case PLUMB_CLAIM_KIND_FORECAST:
    return name_forecasts (confidence, n);
  case PLUMB_CLAIM_KIND_OPINION:
    return name_opinions (confidence, n);
  case PLUMB_CLAIM_KIND_FACT:
  default:
    return name_facts (confidence, n);
  }
}

/**
 * plumb_claim_words_kind:
 * @kind: a kind of claim
 *
 * Returns: (transfer none): its name
 */
const char *
plumb_claim_words_kind (PlumbClaimKind kind)
{
  switch (kind) {
  case PLUMB_CLAIM_KIND_ARGUMENT:
    return C_ ("claim kind", "Argument");
  case PLUMB_CLAIM_KIND_FORECAST:
    return C_ ("claim kind", "Forecast");
  case PLUMB_CLAIM_KIND_OPINION:
    return C_ ("claim kind", "Opinion");
  case PLUMB_CLAIM_KIND_FACT:
  default:
    return C_ ("claim kind", "Fact");
  }
}

/**
 * plumb_claim_words_explain_kind:
 * @kind: a kind of claim
 *
 * Returns: (transfer none): what the kind means, in a sentence
 */
const char *
plumb_claim_words_explain_kind (PlumbClaimKind kind)
{
  switch (kind) {
  case PLUMB_CLAIM_KIND_ARGUMENT:
    return _ ("A line of reasoning. It holds as far as each of its steps does.");
  case PLUMB_CLAIM_KIND_FORECAST:
    return _ ("What somebody expects. It is not known yet.");
  case PLUMB_CLAIM_KIND_OPINION:
    return _ ("What somebody holds to be right or important.");
  case PLUMB_CLAIM_KIND_FACT:
  default:
    return _ ("Something that was observed, measured or done, and can be checked.");
  }
}

/**
 * plumb_claim_words_confidence:
 * @confidence: how far a claim is settled
 *
 * Returns: (transfer none): its name
 */
const char *
plumb_claim_words_confidence (PlumbConfidence confidence)
{
  switch (confidence) {
  case PLUMB_CONFIDENCE_ESTABLISHED:
    return C_ ("confidence", "Established");
  case PLUMB_CONFIDENCE_LIKELY:
    return C_ ("confidence", "Likely");
  case PLUMB_CONFIDENCE_CONTESTED:
    return C_ ("confidence", "Contested");
  case PLUMB_CONFIDENCE_SPECULATIVE:
  default:
    return C_ ("confidence", "Speculative");
  }
}

/**
 * plumb_claim_words_explain_confidence:
 * @confidence: how far a claim is settled
 *
 * Returns: (transfer none): what that means, in a sentence
 */
const char *
plumb_claim_words_explain_confidence (PlumbConfidence confidence)
{
  switch (confidence) {
  case PLUMB_CONFIDENCE_ESTABLISHED:
    return _ ("Few informed people doubt it.");
  case PLUMB_CONFIDENCE_LIKELY:
    return _ ("The evidence is good, and not complete.");
  case PLUMB_CONFIDENCE_CONTESTED:
    return _ ("Informed people disagree about it.");
  case PLUMB_CONFIDENCE_SPECULATIVE:
  default:
    return _ ("There is little evidence either way.");
  }
}

/**
 * plumb_claim_words_date:
 * @date: a date as libraries have it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 *
 * Writes a date as the reader's language does, as exactly as it is given.
 *
 * Returns: (transfer full): the date; @date itself where it is none
 */
char *
plumb_claim_words_date (const char *date)
{
  g_autoptr (GDateTime) time = NULL;
  char *text = NULL;
  int year;
  int month = 1;
  int day = 1;
  int n;

  g_return_val_if_fail (date != NULL, NULL);

  n = sscanf (date, "%4d-%2d-%2d", &year, &month, &day);
  if (n > 0) {
    time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  }
  if (time != NULL && n == 1) {
    /* Translators: a year, as g_date_time_format() takes it. */
    text = g_date_time_format (time, C_ ("date", "%Y"));
  } else if (time != NULL && n == 2) {
    /* Translators: a month of a year, as g_date_time_format() takes it. */
    text = g_date_time_format (time, C_ ("date", "%OB %Y"));
  } else if (time != NULL) {
    /* Translators: a day, as g_date_time_format() takes it. */
    text = g_date_time_format (time, C_ ("date", "%-e %B %Y"));
  }

  return text != NULL ? text : g_strdup (date);
}
