/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-start-align.h"

/* The direction of the first letter, as Unicode's own rule has it. A text without letters has none. */
static GtkTextDirection
find_direction (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isalpha (c)) {
      continue;
    }
    switch ((int) g_unichar_get_script (c)) {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_ADLAM:
      return GTK_TEXT_DIR_RTL;
    default:
      return GTK_TEXT_DIR_LTR;
    }
  }

  return GTK_TEXT_DIR_NONE;
}

/**
 * plumb_start_align_runs_against:
 * @text: a text
 * @direction: the direction of the widget that shows it
 *
 * Returns: whether @text is written in the other direction
 */
gboolean
plumb_start_align_runs_against (const char *text, GtkTextDirection direction)
{
  GtkTextDirection own;

  g_return_val_if_fail (text != NULL, FALSE);

  own = find_direction (text);

  return own != GTK_TEXT_DIR_NONE && own != direction;
}

/* Pango sets lines that run against the direction of their label at the other side, so that for these the right is
 * what for others is the left. */
static void
align (GtkLabel *label)
{
  gboolean against = plumb_start_align_runs_against (gtk_label_get_text (label),
                                                     gtk_widget_get_direction (GTK_WIDGET (label)));

  gtk_label_set_justify (label, against ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
}

/**
 * plumb_start_align:
 * @label: a label of the interface that shows the words of a library
 *
 * Keeps all lines of @label at the side where lines of the interface begin, whatever language they are in: in a row of
 * an Arabic window, the second line of an English title begins below the first.
 *
 * The text of an article is aligned as its own language is.
 */
void
plumb_start_align (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_xalign (label, 0);
  g_signal_connect (label, "notify::label", G_CALLBACK (align), NULL);
  g_signal_connect (label, "direction-changed", G_CALLBACK (align), NULL);
  align (label);
}
