/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is behind a row of the crux matrix. */

#include "config.h"

#include "plumb-crux-details.h"

#include <glib/gi18n.h>

#include <plumb-weighing-words.h>

#include "plumb-content.h"
#include "plumb-shape-mark.h"
#include "plumb-sources-view.h"

static void
append_sources (GtkBox *box, PlumbLibrary *library, char **sources)
{
  for (guint i = 0; sources != NULL && sources[i] != NULL; i++) {
    g_autoptr (PlumbSource) source = plumb_library_lookup_source (library, sources[i]);
    g_autofree char *name = NULL;
    g_autofree char *markup = NULL;

    if (source != NULL) {
      name = plumb_source_get_short_name (source);
      markup = g_markup_printf_escaped ("<a href='source:%s'>%s</a>", source->id, name);
      gtk_box_append (box, plumb_content_prose (markup, "hall-note", NULL));
    }
  }
}

static GtkWidget *
new_position (PlumbLibrary *library, PlumbCruxRow *row, guint i)
{
  PlumbCruxSet *set = plumb_crux_row_get_set (row);
  PlumbPosition *position = plumb_crux_set_get_position (set, i);
  PlumbRating *rating = plumb_crux_set_get_rating (set, plumb_crux_row_get_number (row), i);
  g_autofree char *class_name = g_strdup_printf ("position-%u", i + 1);
  g_autofree char *title = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = plumb_shape_mark_new (position->shape);
  PlumbStanding standing;
  int value;

  standing = plumb_crux_row_get_standing (row, i, &value);
  /* Translators: %1$s is the name of a position, %2$s how it rates a statement: “Moderate: rather true”. */
  title = g_strdup_printf (C_ ("crux", "%1$s: %2$s"),
                           position->title,
                           plumb_standing_get_name (standing, value));
  gtk_widget_add_css_class (mark, class_name);
  gtk_widget_add_css_class (mark, "tinted");
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), plumb_content_heading (title, 3, "position-name", NULL));
  gtk_box_append (GTK_BOX (box), line);
  if (rating != NULL && rating->why != NULL) {
    gtk_box_append (GTK_BOX (box), plumb_content_prose (rating->why, NULL));
  }
  if (rating != NULL && rating->reading) {
    gtk_box_append (
        GTK_BOX (box),
        plumb_content_label (C_ ("crux", "This is our reading of it."), "hall-note", NULL));
  }
  if (rating != NULL) {
    append_sources (GTK_BOX (box), library, rating->sources);
  }

  return box;
}

static void
append_topic (GtkBox *box, PlumbLibrary *library, const char *topic)
{
  g_autoptr (PlumbTopicEntry) entry = plumb_library_lookup_entry (library, topic, NULL);
  g_autofree char *link = NULL;
  g_autofree char *markup = NULL;

  if (entry == NULL) {
    return;
  }
  link = g_markup_printf_escaped ("<a href='topic:%s'>%s</a>",
                                  topic,
                                  plumb_topic_entry_get_title (entry));
  /* Translators: %s is the title of a topic, as a link. */
  markup = g_strdup_printf (C_ ("crux", "From the topic %s"), link);
  gtk_box_append (box, plumb_content_prose (markup, "hall-note", NULL));
}

static void
append_claim (GtkBox *box, PlumbLibrary *library, const char *id)
{
  g_autoptr (PlumbClaim) claim = plumb_library_lookup_claim (library, id, NULL);
  g_autofree char *markup = NULL;

  if (claim == NULL) {
    return;
  }
  gtk_box_append (
      box,
      plumb_content_heading (C_ ("crux", "What it rests on"), 3, "position-name", NULL));
  gtk_box_append (box, plumb_content_prose (claim->text, NULL));
  markup = g_markup_printf_escaped ("<a href='claim:%s'>%s</a>",
                                    claim->id,
                                    C_ ("crux", "More about this claim"));
  gtk_box_append (box, plumb_content_prose (markup, "hall-note", NULL));
  append_sources (box, library, claim->sources);
}

/**
 * plumb_crux_details_new:
 * @library: a library
 * @row: a row of the matrix
 *
 * Shows a crux with all that is said of it: how each position rates it, why, and where it says so; and the claim that
 * the crux rests on, with its sources.
 *
 * Returns: (transfer floating): a new widget
 */
GtkWidget *
plumb_crux_details_new (PlumbLibrary *library, PlumbCruxRow *row)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "css-name",
                                 "article",
                                 "orientation",
                                 GTK_ORIENTATION_VERTICAL,
                                 "spacing",
                                 12,
                                 NULL);
  const PlumbLibraryFile *file = plumb_library_get_file (library);
  PlumbCrux *crux = plumb_crux_row_get_crux (row);

  g_return_val_if_fail (PLUMB_IS_LIBRARY (library), box);
  g_return_val_if_fail (PLUMB_IS_CRUX_ROW (row), box);

  gtk_widget_add_css_class (box, "crux-details");
  gtk_box_append (GTK_BOX (box),
                  plumb_content_heading (plumb_crux_row_get_statement (row), 2, NULL));
  if (plumb_crux_row_get_topic (row) != NULL) {
    append_topic (GTK_BOX (box), library, plumb_crux_row_get_topic (row));
  }
  for (guint i = 0; i < plumb_crux_set_get_n_positions (plumb_crux_row_get_set (row)); i++) {
    gtk_box_append (GTK_BOX (box), new_position (library, row, i));
  }
  if (crux->claim != NULL) {
    append_claim (GTK_BOX (box), library, crux->claim);
  }
  plumb_content_set_direction (box, plumb_content_direction (file->lang, file->direction));

  return box;
}
