/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-snippet.h"

#include <string.h>

#include "plumb-matcher.h"

/* How much is shown, in columns: an ideograph takes two. */
#define WIDTH 160
/* How much of it stands before the first match that it was chosen for. */
#define LEAD 40

static gsize
char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c)) {
    return 0;
  }

  return g_unichar_iswide (c) ? 2 : 1;
}

/* The end of as much of [AT, END) as is WIDTH wide. */
static gsize
go_forward (const char *text, gsize at, gsize end, gsize width)
{
  while (at < end) {
    gsize next = (gsize) (g_utf8_next_char (text + at) - text);
    gsize columns = char_width (g_utf8_get_char (text + at));

    if (columns > width) {
      break;
    }
    width -= columns;
    at = next;
  }

  return at;
}

/* The start of as much of the text before AT as is WIDTH wide. */
static gsize
go_back (const char *text, gsize at, gsize width)
{
  while (at > 0) {
    const char *before = g_utf8_prev_char (text + at);
    gsize columns = char_width (g_utf8_get_char (before));

    if (columns > width) {
      break;
    }
    width -= columns;
    at = (gsize) (before - text);
  }

  return at;
}

/* A passage is one text a line (an item, a cell, a title); a word ends there as well. */
static gboolean
is_gap (char c)
{
  return c == ' ' || c == '\n';
}

/* Moves a start forward to where a word starts, if one does before LIMIT. */
static gsize
align_start (const char *text, gsize start, gsize limit)
{
  if (start == 0 || is_gap (text[start - 1])) {
    return start;
  }

  for (gsize at = start; at < limit; at++) {
    if (is_gap (text[at])) {
      return at + 1;
    }
  }

  /* Without spaces, any character will do that is no mark on the one before. */
  while (start < limit && g_unichar_ismark (g_utf8_get_char (text + start))) {
    start = (gsize) (g_utf8_next_char (text + start) - text);
  }

  return start;
}

/* Moves an end back to where a word ends, if one does after LIMIT. */
static gsize
align_end (const char *text, gsize end, gsize length, gsize limit)
{
  if (end == length || is_gap (text[end])) {
    return end;
  }

  for (gsize at = end; at > limit; at--) {
    if (is_gap (text[at - 1])) {
      return at - 1;
    }
  }

  while (end < length && g_unichar_ismark (g_utf8_get_char (text + end))) {
    end = (gsize) (g_utf8_next_char (text + end) - text);
  }

  return end;
}

static const PlumbMatch *
get_match (GArray *matches, guint index)
{
  return &g_array_index (matches, PlumbMatch, index);
}

/* The match from which the most different words of the query come within a snippet, and then the most matches. */
static const PlumbMatch *
choose_match (const char *text, gsize length, GArray *matches)
{
  const PlumbMatch *best = NULL;
  guint best_score = 0;

  for (guint i = 0; i < matches->len; i++) {
    const PlumbMatch *first = get_match (matches, i);
    gsize end = go_forward (text, first->start, length, WIDTH - LEAD);
    guint64 seen = 0;
    guint score = 0;

    for (guint j = i; j < matches->len && get_match (matches, j)->end <= end; j++) {
      guint64 bit = G_GUINT64_CONSTANT (1) << (get_match (matches, j)->word % 64);

      score += seen & bit ? 1 : 1000;
      seen |= bit;
    }

    if (best == NULL || score > best_score) {
      best = first;
      best_score = score;
    }
  }

  return best;
}

/* Whether what stands before AT closes, so that what follows can't be read as its next words. */
static gboolean
is_closed (const char *text, gsize at)
{
  static const char *const quotes = "\"')]}’”»」』）";
  static const char *const stops = " \n.!?:;,…。！？：；、，؟؛،।—–";
  gunichar c = 0;

  while (at > 0) {
    const char *before = g_utf8_prev_char (text + at);

    c = g_utf8_get_char (before);
    if (g_utf8_strchr (quotes, -1, c) == NULL) {
      break;
    }
    at = (gsize) (before - text);
  }

  return at == 0 || g_utf8_strchr (stops, -1, c) != NULL;
}

static void
append_escaped (GString *snippet, const char *text, gsize start, gsize end)
{
  g_autoptr (GString) plain = g_string_sized_new (end - start);
  g_autofree char *escaped = NULL;

  /* Line ends and other controls have no place in one line of a list. */
  for (gsize at = start; at < end; at++) {
    if (text[at] == '\n' && !is_closed (text, at)) {
      g_string_append (plain, " · ");
    } else {
      g_string_append_c (plain, g_ascii_iscntrl (text[at]) ? ' ' : text[at]);
    }
  }

  escaped = g_markup_escape_text (plain->str, (gssize) plain->len);
  g_string_append (snippet, escaped);
}

/* Takes the bytes from AT to the end of a match, marked as far as they belong to it. */
static gsize
append_match (GString *snippet, const char *text, gsize at, gsize end, const PlumbMatch *match)
{
  gsize match_start = MAX (match->start, at);
  gsize match_end = MIN (match->end, end);

  if (match_start >= match_end) {
    return at;
  }

  append_escaped (snippet, text, at, match_start);
  if (match->start < at && g_str_has_suffix (snippet->str, "</b>")) {
    /* It overlaps the match before, which goes on. */
    g_string_truncate (snippet, snippet->len - strlen ("</b>"));
  } else {
    g_string_append (snippet, "<b>");
  }
  append_escaped (snippet, text, match_start, match_end);
  g_string_append (snippet, "</b>");

  return match_end;
}

/*< private >
 * plumb_snippet_new:
 * @text: a text in UTF-8, plain
 * @matches: (element-type PlumbMatch): what was found in it, in order
 *
 * Cuts a line or two out of @text around what was found, at the ends of words where there are any. Where a line of
 * @text ends without a full stop, a dot keeps it apart from the next.
 *
 * Returns: (transfer full): Pango markup, with `<b>` around what was found and “…” where text was left out
 */
char *
plumb_snippet_new (const char *text, GArray *matches)
{
  GString *snippet;
  gsize length;
  gsize start = 0;
  gsize end;
  gsize at;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (matches != NULL, NULL);

  length = strlen (text);
  end = go_forward (text, 0, length, WIDTH);

  if (end < length) {
    const PlumbMatch *chosen = choose_match (text, length, matches);

    if (chosen != NULL && chosen->start > go_forward (text, 0, length, LEAD)) {
      start = go_back (text, chosen->start, LEAD);
      end = go_forward (text, start, length, WIDTH);
      if (end == length) {
        /* Near the end of the text there is room for more of what is before. */
        start = go_back (text, length, WIDTH);
      }
      start = align_start (text, start, chosen->start);
    }
    end = align_end (text, end, length, chosen != NULL && chosen->end < end ? chosen->end : start);
  }

  snippet = g_string_new (start > 0 ? "…" : NULL);
  at = start;
  for (guint i = 0; i < matches->len; i++) {
    at = append_match (snippet, text, at, end, get_match (matches, i));
  }
  append_escaped (snippet, text, at, end);
  if (end < length) {
    g_string_append (snippet, "…");
  }

  return g_string_free_and_steal (snippet);
}
