/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Buttons and expanders whose words go over several lines where a window is narrow and its text is large. */

#include "config.h"

#include "plumb-wrapping.h"

static void
wrap (GtkWidget *label)
{
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
}

/**
 * plumb_wrapping_button_new:
 * @mnemonic: what it says, with an underline before the letter that activates it
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
plumb_wrapping_button_new (const char *mnemonic)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (mnemonic);

  wrap (gtk_button_get_child (GTK_BUTTON (button)));
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                         GTK_JUSTIFY_CENTER);

  return button;
}

/**
 * plumb_wrapping_expander_new:
 * @text: what it says
 *
 * Returns: (transfer floating): an expander
 */
GtkWidget *
plumb_wrapping_expander_new (const char *text)
{
  GtkWidget *expander = gtk_expander_new (text);

  wrap (gtk_expander_get_label_widget (GTK_EXPANDER (expander)));
  gtk_label_set_xalign (GTK_LABEL (gtk_expander_get_label_widget (GTK_EXPANDER (expander))), 0);

  return expander;
}
