/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-figure-label.h"

#include "plumb-figure-text.h"
#include "plumb-text-layout.h"

/* How narrow a text may become, in ems: some ten letters. */
#define NARROWEST 5

/**
 * plumb_figure_label_new:
 * @role: what it is for a screen reader
 * @css_class: what it is for the style sheet
 *
 * Makes an empty label that wraps, begins where the text's direction does, and can be selected with the pointer.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
plumb_figure_label_new (GtkAccessibleRole role, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_layout_manager (label, plumb_text_layout_new (NARROWEST));
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * plumb_figure_label_connect:
 * @label: a label
 * @owner: the widget that tells others of its links
 * @activate_link: called with @owner, the address and @label; returns whether the link was followed
 *
 * Tells @owner, for as long as it lives, of the links in @label.
 */
void
plumb_figure_label_connect (GtkLabel *label, GtkWidget *owner, GCallback activate_link)
{
  g_signal_connect_object (label, "activate-link", activate_link, owner, G_CONNECT_SWAPPED);
}

/**
 * plumb_figure_label_get:
 * @label: a label
 *
 * Returns: (transfer none) (nullable): its markup, or %NULL if it is empty
 */
const char *
plumb_figure_label_get (GtkLabel *label)
{
  const char *markup = gtk_label_get_label (label);

  return markup[0] != '\0' ? markup : NULL;
}

/**
 * plumb_figure_label_set:
 * @label: a label
 * @markup: (nullable): a text in Plumb's markup
 *
 * Fills a label and shows it, or hides it where there is nothing to show.
 *
 * Returns: whether that changed anything
 */
gboolean
plumb_figure_label_set (GtkLabel *label, const char *markup)
{
  if (g_strcmp0 (plumb_figure_label_get (label), markup) == 0) {
    return FALSE;
  }

  gtk_label_set_markup (label, markup != NULL ? markup : "");
  gtk_widget_set_visible (GTK_WIDGET (label), markup != NULL && markup[0] != '\0');

  return TRUE;
}

/**
 * plumb_figure_spread_direction:
 * @widget: a widget
 *
 * Gives everything in @widget its direction, which GTK does not inherit.
 */
void
plumb_figure_spread_direction (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (gtk_widget_get_direction (child) != gtk_widget_get_direction (widget)) {
      gtk_widget_set_direction (child, gtk_widget_get_direction (widget));
    }
    plumb_figure_spread_direction (child);
  }
}
