/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-figure-text.h"

#include <glib/gi18n-lib.h>
#include <plumb-markup.h>

#include "plumb-chart-data.h"
#include "plumb-ticks.h"

/* What is said here is heard and never shown, so values are not set apart with isolating characters: some screen readers
 * say them. */

static void
add_sentence (GString *text, char *sentence)
{
  if (text->len > 0) {
    g_string_append_c (text, ' ');
  }
  g_string_append (text, sentence);
  g_free (sentence);
}

static gboolean
is_link_tag (const char *p)
{
  if (p[0] != '<') {
    return FALSE;
  }
  if (p[1] == '/') {
    p++;
  }

  return p[1] == 'a' && (p[2] == '>' || g_ascii_isspace (p[2]));
}

/**
 * plumb_figure_has_link:
 * @markup: (nullable): a text in Plumb's markup
 *
 * Returns: whether there is a link in it
 */
gboolean
plumb_figure_has_link (const char *markup)
{
  for (const char *p = markup; p != NULL && *p != '\0'; p++) {
    if (is_link_tag (p)) {
      return TRUE;
    }
  }

  return FALSE;
}

/**
 * plumb_figure_drop_links:
 * @markup: a text in Plumb's markup
 *
 * Makes Pango's markup of Plumb's: the same without links, which Pango does not know.
 *
 * Returns: (transfer full): the text in Pango's markup
 */
char *
plumb_figure_drop_links (const char *markup)
{
  GString *text = g_string_new (NULL);

  for (const char *p = markup; *p != '\0'; p++) {
    if (is_link_tag (p)) {
      char quote = '\0';

      /* An address may hold “>”, since it stands in quotes. */
      while (*p != '\0' && (*p != '>' || quote != '\0')) {
        if (quote == *p) {
          quote = '\0';
        } else if (quote == '\0' && (*p == '\'' || *p == '"')) {
          quote = *p;
        }
        p++;
      }
      if (*p == '\0') {
        break;
      }
    } else {
      g_string_append_c (text, *p);
    }
  }

  return g_string_free_and_steal (text);
}

/**
 * plumb_flow_step_join_alternatives:
 * @step: a step
 *
 * Writes the alternatives of a step as they are said: “A or B”, “A, B or C”. A step with one alternative is itself the
 * other: “RLHF or DPO”. With several, its name is what they are alternatives for.
 *
 * Returns: (transfer full) (nullable): the alternatives, or %NULL if there are none
 */
char *
plumb_flow_step_join_alternatives (PlumbFlowStep *step)
{
  guint n = step->alternatives == NULL ? 0 : g_strv_length (step->alternatives);
  g_autofree char *joined = NULL;

  if (n == 0) {
    return NULL;
  }
  if (n == 1) {
    /* Translators: two things of which one is chosen, the last two of a list: “A, B or C”. */
    return g_strdup_printf (C_ ("alternatives", "%1$s or %2$s"), step->name, step->alternatives[0]);
  }

  joined = g_strdup (step->alternatives[0]);
  for (guint i = 1; i < n; i++) {
    g_autofree char *before = g_steal_pointer (&joined);

    if (i + 1 < n) {
      /* Translators: a list of alternatives that goes on: the comma in “A, B or C”. */
      joined = g_strdup_printf (C_ ("alternatives", "%1$s, %2$s"), before, step->alternatives[i]);
    } else {
      joined = g_strdup_printf (C_ ("alternatives", "%1$s or %2$s"), before, step->alternatives[i]);
    }
  }

  return g_steal_pointer (&joined);
}

/**
 * plumb_flow_describe:
 * @flow: a flow
 *
 * Says what a flow shows, for somebody who does not see it.
 *
 * Returns: (transfer full): sentences, plain
 */
char *
plumb_flow_describe (PlumbFlow *flow)
{
  guint n = flow->steps == NULL ? 0 : g_list_model_get_n_items (flow->steps);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbFlowStep) step = g_list_model_get_item (flow->steps, i);
    g_autofree char *alternatives = plumb_flow_step_join_alternatives (step);
    gboolean pair = alternatives != NULL && step->alternatives[1] == NULL;

    /* Translators: read aloud. The two numbers are which step this is, and how many there are; then comes its name. */
    add_sentence (text,
                  g_strdup_printf (_ ("Step %1$u of %2$u: %3$s."),
                                   i + 1,
                                   n,
                                   pair ? alternatives : step->name));
    if (alternatives != NULL && !pair) {
      /* Translators: read aloud after a step, before the ways in which it can be done: “vary the data or narrow the use”. */
      add_sentence (text, g_strdup_printf (_ ("One of these: %s."), alternatives));
    }
    if (step->note != NULL) {
      add_sentence (text, plumb_markup_to_plain (step->note));
    }
  }

  return g_string_free_and_steal (text);
}

static void
format_range (double min, double max, char **from, char **to)
{
  guint decimals = MAX (plumb_number_decimals (min), plumb_number_decimals (max));

  *from = plumb_number_format (min, decimals);
  *to = plumb_number_format (max, decimals);
}

static char *
describe_series (PlumbSeries *series)
{
  guint n = plumb_series_get_n_points (series);
  double x, first, last;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  plumb_series_get_point (series, 0, &x, &first);
  plumb_series_get_point (series, n - 1, &x, &last);
  from = plumb_number_format (first, plumb_number_decimals (first));
  to = plumb_number_format (last, plumb_number_decimals (last));

  /* Translators: read aloud: the name of a line in a chart, and the values at its two ends. */
  return g_strdup_printf (_ ("%1$s begins at %2$s and ends at %3$s."), series->name, from, to);
}

/**
 * plumb_chart_describe:
 * @chart: a chart
 *
 * Says what a chart shows, for somebody who does not see it: its kind, its axes, its series and its summary.
 *
 * Returns: (transfer full): sentences, plain
 */
char *
plumb_chart_describe (PlumbChart *chart)
{
  guint n = plumb_chart_get_n_series (chart);
  gboolean lines = chart->kind == PLUMB_CHART_KIND_LINE;
  PlumbChartExtents extents = plumb_chart_get_extents (chart);
  GString *text = g_string_new (NULL);

  if (lines) {
    /* Translators: read aloud, the kind of a chart. */
    add_sentence (
        text,
        g_strdup_printf (ngettext ("Line chart with %u line.", "Line chart with %u lines.", n), n));
    if (chart->x_label != NULL && extents.has_points) {
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      format_range (extents.x_min, extents.x_max, &from, &to);
      /* Translators: read aloud: what runs across a chart, its smallest value and its largest. */
      add_sentence (
          text,
          g_strdup_printf (_ ("Across: %1$s, from %2$s to %3$s."), chart->x_label, from, to));
    }
  } else {
    guint n_categories = plumb_chart_get_n_categories (chart);

    /* Translators: read aloud, the kind of a chart. */
    add_sentence (
        text,
        g_strdup_printf (
            ngettext ("Bar chart with %u category.", "Bar chart with %u categories.", n_categories),
            n_categories));
    if (chart->x_label != NULL) {
      /* Translators: read aloud: what the categories of a bar chart are. */
      add_sentence (text, g_strdup_printf (_ ("Across: %s."), chart->x_label));
    }
  }
  if (chart->y_label != NULL && extents.has_points) {
    g_autofree char *from = NULL;
    g_autofree char *to = NULL;

    format_range (extents.y_min, extents.y_max, &from, &to);
    /* Translators: read aloud: what runs up a chart, its smallest value and its largest. */
    add_sentence (text,
                  g_strdup_printf (_ ("Up: %1$s, from %2$s to %3$s."), chart->y_label, from, to));
  }

  for (guint i = 0; i < n && lines; i++) {
    g_autoptr (PlumbSeries) series = g_list_model_get_item (chart->series, i);

    if (plumb_series_get_n_points (series) > 0) {
      add_sentence (text, describe_series (series));
    }
  }

  if (chart->summary != NULL) {
    add_sentence (text, plumb_markup_to_plain (chart->summary));
  }

  return g_string_free_and_steal (text);
}
