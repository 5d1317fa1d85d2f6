/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules of typography. Some hold for every language, some for English only. What is in <tt> is code, and exempt. */

#include "config.h"

#include "plumb-checker-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  PlumbChecker *checker;
  const PlumbCheckedText *text;
  const char *start;
} Typography;

/* Signs of units that are the same in every language, of which none is an English word. */
static const char *const unit_signs[] = {
  "B",  "EB", "FLOP", "FLOPS", "FLOPs", "GB", "GHz",   "GW", "GWh", "Hz",  "J",
  "KB", "MB", "MHz",  "MW",    "MWh",   "PB", "PFLOP", "TB", "TW",  "TWh", "W",
  "cm", "dB", "g",    "h",     "kB",    "kg", "kHz",   "kJ", "km",  "kW",  "kWh",
  "m",  "mg", "min",  "ml",    "mm",    "ms", "nm",    "s",  "°C",  "°F",  "€",
};

/* Words that belong to a number in the same way, in English. */
static const char *const unit_words[] = {
  "billion", "bits",     "bytes",    "day",   "days",   "degrees",  "hour",    "hours",
  "million", "minute",   "minutes",  "month", "months", "per cent", "percent", "second",
  "seconds", "thousand", "trillion", "week",  "weeks",  "year",     "years",
};

static void
report (Typography *self, const char *start, const char *end, const char *message)
{
  const char *all = self->start;
  g_autofree char *quote = NULL;

  quote = plumb_visible_quote (self->text->visible, (gsize) (start - all), (gsize) (end - all));
  plumb_checker_add (
      self->checker,
      PLUMB_SEVERITY_WARNING,
      PLUMB_LIBRARY_ERROR_STYLE,
      self->text->file,
      self->text->path,
      /* Translators: a sentence that says what is wrong with a text, then the place in it. */
      _ ("%1$s “%2$s”"),
      message,
      quote);
}

/* Whether what is from @start to @end is to be looked at at all. */
static gboolean
is_prose (Typography *self, const char *start, const char *end)
{
  return !plumb_visible_is (self->text->visible,
                            (gsize) (start - self->start),
                            (gsize) (end - self->start),
                            PLUMB_VISIBLE_CODE);
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == 0x00a0 || c == 0x202f || c == 0x2009;
}

static gunichar
char_before (Typography *self, const char *p)
{
  return p > self->start ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;
}

static gboolean
find_double_space (Typography *self, const char *p, const char **end)
{
  *end = p + 2;

  return p[0] == ' ' && p[1] == ' ';
}

static gboolean
find_outer_space (Typography *self, const char *p, const char **end)
{
  *end = p + 1;

  return p[0] == ' ' && (p == self->start || p[1] == '\0');
}

static gboolean
find_dots (Typography *self, const char *p, const char **end)
{
  *end = p + 3;

  return g_str_has_prefix (p, "...");
}

/* A hyphen between spaces, or two in a row. */
static gboolean
find_dash (Typography *self, const char *p, const char **end)
{
  *end = p + 1;
  if (*p != '-') {
    return FALSE;
  }
  if (p[1] == '-') {
    *end = p + 2;
    return TRUE;
  }

  return is_space (char_before (self, p)) && is_space (g_utf8_get_char (p + 1));
}

/* A hyphen before a number, where it opens a text or follows a space, a bracket or an operator. */
static gboolean
find_minus (Typography *self, const char *p, const char **end)
{
  gunichar before = char_before (self, p);

  *end = p + 1;

  return *p == '-' && g_ascii_isdigit (p[1]) &&
         (before == 0 || is_space (before) || before == '(' || before == '=' || before == '<');
}

static gboolean
is_end_of_word (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return !g_unichar_isalnum (c) && c != '-';
}

static gboolean
follows_number (Typography *self, const char *space)
{
  const char *p = space;

  if (p == self->start || !g_ascii_isdigit (p[-1])) {
    return FALSE;
  }
  while (p > self->start && (g_ascii_isdigit (p[-1]) || p[-1] == '.' || p[-1] == ',')) {
    p--;
  }

  /* “GPT-4 s” and “v2 m” are no numbers. */
  return p == self->start || (!g_unichar_isalpha (char_before (self, p)) && p[-1] != '-');
}

static gboolean
find_one_of (Typography *self,
             const char *p,
             const char *const *words,
             gsize n_words,
             const char **end)
{
  if (*p != ' ' || !follows_number (self, p)) {
    return FALSE;
  }

  for (gsize i = 0; i < n_words; i++) {
    if (g_str_has_prefix (p + 1, words[i]) && is_end_of_word (p + 1 + strlen (words[i]))) {
      *end = p + 1 + strlen (words[i]);
      return TRUE;
    }
  }

  return FALSE;
}

static gboolean
find_unit_sign (Typography *self, const char *p, const char **end)
{
  return find_one_of (self, p, unit_signs, G_N_ELEMENTS (unit_signs), end);
}

static gboolean
find_unit_word (Typography *self, const char *p, const char **end)
{
  return find_one_of (self, p, unit_words, G_N_ELEMENTS (unit_words), end);
}

static gboolean
find_straight_quote (Typography *self, const char *p, const char **end)
{
  *end = p + 1;

  return *p == '"' || *p == '\'';
}

/* Numbers joined by one hyphen. With letters or with more hyphens it is a date or a number of a document. */
static gboolean
find_range (Typography *self, const char *p, const char **end)
{
  const char *from = p;
  const char *to = p + 1;

  if (*p != '-' || p == self->start || !g_ascii_isdigit (p[-1]) || !g_ascii_isdigit (p[1])) {
    return FALSE;
  }
  while (from > self->start && (g_ascii_isdigit (from[-1]) || from[-1] == '.' || from[-1] == ',')) {
    from--;
  }
  while (g_ascii_isdigit (*to) || ((*to == '.' || *to == ',') && g_ascii_isdigit (to[1]))) {
    to++;
  }
  *end = p + 1;

  return !g_unichar_isalpha (char_before (self, from)) && char_before (self, from) != '-' &&
         char_before (self, from) != '/' && *to != '-' && !g_ascii_isalpha (*to);
}

static const struct {
  gboolean english_only;
  /* Numbers of laws and reports are written as their authors write them. */
  gboolean not_in_sources;
  gboolean (*find) (Typography *self, const char *p, const char **end);
  const char *message;
} faults[] = {
  { FALSE, FALSE, find_double_space, N_ ("There are two spaces in a row.") },
  { FALSE, FALSE, find_outer_space, N_ ("There is a space at the beginning or the end.") },
  { FALSE, FALSE, find_dots, N_ ("Three full stops are written as an ellipsis (…).") },
  { FALSE, FALSE, find_dash, N_ ("A hyphen stands where there should be a dash (– or —).") },
  { FALSE, TRUE, find_minus, N_ ("A hyphen stands where there should be a minus (−).") },
  { FALSE,
    TRUE,
    find_unit_sign,
    N_ ("A number and its unit are kept together by a no-break space (U+00A0).") },
  { TRUE,
    TRUE,
    find_unit_word,
    N_ ("A number and its unit are kept together by a no-break space (U+00A0).") },
  { TRUE, FALSE, find_straight_quote, N_ ("Quotation marks and apostrophes are curly (“ ” ’).") },
  { TRUE, TRUE, find_range, N_ ("A range of numbers has an en dash (–).") },
};

/* Each fault is told once a text. */
static void
check_faults (Typography *self)
{
  gboolean english = plumb_checker_is_english (self->text->lang);
  gboolean source = PLUMB_IS_SOURCE (self->text->record);

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
    if ((faults[i].english_only && !english) || (faults[i].not_in_sources && source)) {
      continue;
    }
    for (const char *p = self->start; *p != '\0'; p = g_utf8_next_char (p)) {
      const char *end = p;

      if (faults[i].find (self, p, &end) && is_prose (self, p, end)) {
        report (self, p, end, _ (faults[i].message));
        break;
      }
    }
  }
}

/* Curly quotes come in pairs; what is between them is somebody else’s words, to other rules. */
static void
check_pairs (Typography *self)
{
  int open = 0;

  for (const char *p = self->start; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    open += c == 0x201c ? 1 : c == 0x201d ? -1 : 0;
    if (open < 0 || open > 1) {
      report (self,
              p,
              g_utf8_next_char (p),
              _ ("A quotation mark (“ or ”) has none that it belongs to."));
      return;
    }
  }
  if (open != 0) {
    const char *mark = g_utf8_strrchr (self->start, -1, 0x201c);

    report (self,
            mark,
            g_utf8_next_char (mark),
            _ ("A quotation mark (“ or ”) has none that it belongs to."));
  }
}

/* What a reader sees: what is translated, and how a source is cited. */
static gboolean
is_shown (const PlumbCheckedText *text)
{
  return (text->field->flags & PLUMB_FIELD_TRANSLATABLE) != 0 ||
         (PLUMB_IS_SOURCE (text->record) &&
          (g_str_equal (text->field->name, "authors") || g_str_equal (text->field->name, "title") ||
           g_str_equal (text->field->name, "venue")));
}

static void
check_typography (PlumbChecker *checker, const PlumbCheckedText *text)
{
  Typography self = { checker, text, text->visible->text->str };

  if (!is_shown (text)) {
    return;
  }

  check_faults (&self);
  if (plumb_checker_is_english (text->lang)) {
    check_pairs (&self);
  }
}

const PlumbCheckerRule plumb_checker_typography_rules[] = {
  { .check_text = check_typography },
  { 0 },
};
