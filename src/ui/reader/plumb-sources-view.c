/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-sources-view.h"

#include <glib/gi18n.h>

#include "plumb-content.h"

static void
add_ids (GPtrArray *ids, GHashTable *seen, char **sources)
{
  for (guint i = 0; sources != NULL && sources[i] != NULL; i++) {
    if (g_hash_table_add (seen, sources[i])) {
      g_ptr_array_add (ids, sources[i]);
    }
  }
}

/**
 * plumb_topic_dup_source_ids:
 * @topic: a topic
 *
 * Lists what a topic rests on: the sources of its claims, and of its debate, in the order in which it names them.
 * A source keeps its number at every level.
 *
 * Returns: (transfer container) (element-type utf8): the ids of the sources; they belong to @topic
 */
GPtrArray *
plumb_topic_dup_source_ids (PlumbTopic *topic)
{
  GPtrArray *ids = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; topic->claims != NULL && i < g_list_model_get_n_items (topic->claims); i++) {
    g_autoptr (PlumbClaim) claim = g_list_model_get_item (topic->claims, i);

    add_ids (ids, seen, claim->sources);
  }
  for (guint i = 0;
       topic->debate != NULL && i < g_list_model_get_n_items (topic->debate->positions);
       i++) {
    g_autoptr (PlumbStance) stance = g_list_model_get_item (topic->debate->positions, i);

    add_ids (ids, seen, stance->sources);
  }

  return ids;
}

/**
 * plumb_source_dup_address:
 * @source: a source
 *
 * Returns: (transfer full) (nullable): where it is on the web, or %NULL where it is in print only
 */
char *
plumb_source_dup_address (PlumbSource *source)
{
  if (source->arxiv != NULL) {
    return g_strdup_printf ("https://arxiv.org/abs/%s", source->arxiv);
  }
  if (source->doi != NULL) {
    g_autofree char *escaped = g_uri_escape_string (source->doi, "/():;,", FALSE);

    return g_strdup_printf ("https://doi.org/%s", escaped);
  }

  return g_strdup (source->url);
}

/* Who, when, what and where. Some works say nothing of who wrote them, or of when. */
static char *
describe_work (PlumbSource *source)
{
  g_autofree char *title = g_markup_printf_escaped ("<i>%s</i>", source->title);
  g_autofree char *authors = source->authors != NULL ? g_markup_escape_text (source->authors, -1)
                                                     : NULL;
  g_autofree char *venue = source->venue != NULL ? g_markup_escape_text (source->venue, -1) : NULL;
  g_autofree char *dated = NULL;
  g_autofree char *work = NULL;

  if (authors != NULL && source->year != 0) {
    /* Translators: who wrote a source, and when: “Gao, Schulman and Hilton (2022)”. */
    dated = g_strdup_printf (C_ ("source", "%1$s (%2$d)"), authors, source->year);
  } else if (source->year != 0) {
    dated = g_strdup_printf ("%d", source->year);
  } else {
    dated = g_steal_pointer (&authors);
  }

  if (dated != NULL) {
    /* Translators: a source in a list: %1$s who and when, %2$s the title. */
    work = g_strdup_printf (C_ ("source", "%1$s. %2$s."), dated, title);
  } else {
    /* Translators: a source in a list of which only the title is known. */
    work = g_strdup_printf (C_ ("source", "%s."), title);
  }
  if (venue == NULL) {
    return g_steal_pointer (&work);
  }

  /* Translators: a source in a list: %1$s who, when and the title, %2$s the journal or publisher. */
  return g_strdup_printf (C_ ("source", "%1$s %2$s."), work, venue);
}

/**
 * plumb_source_to_markup:
 * @source: a source
 *
 * Writes a source as it stands in a list: who, when, what, where, and its address in full, so that a reader sees where
 * a link leads before following it.
 *
 * Returns: (transfer full): markup
 */
char *
plumb_source_to_markup (PlumbSource *source)
{
  g_autofree char *address = plumb_source_dup_address (source);
  g_autofree char *work = describe_work (source);
  g_autofree char *escaped = NULL;

  if (address == NULL) {
    return g_steal_pointer (&work);
  }

  escaped = g_markup_escape_text (address, -1);

  return g_strdup_printf ("%s <a href='%s'>%s</a>", work, escaped, escaped);
}

/**
 * plumb_source_get_short_name:
 * @source: a source
 *
 * Names a source as one does in passing: by its authors and year, or by its title where it has none.
 *
 * Returns: (transfer full): plain text
 */
char *
plumb_source_get_short_name (PlumbSource *source)
{
  if (source->authors == NULL) {
    return g_strdup (source->title);
  }
  if (source->year == 0) {
    return g_strdup (source->authors);
  }

  /* Translators: a source in passing: %1$s who, %2$d the year. */
  return g_strdup_printf (C_ ("source", "%1$s, %2$d"), source->authors, source->year);
}

/**
 * plumb_sources_view_new:
 * @library: the library that has the sources
 * @topic: a topic
 *
 * Makes the numbered list of what a topic rests on. Each line is named after its source, `source-ID`.
 *
 * Returns: (transfer floating) (nullable): the list, or %NULL where there is nothing to list
 */
GtkWidget *
plumb_sources_view_new (PlumbLibrary *library, PlumbTopic *topic)
{
  g_autoptr (GPtrArray) ids = plumb_topic_dup_source_ids (topic);
  GtkWidget *grid;

  if (ids->len == 0) {
    return NULL;
  }

  grid = g_object_new (GTK_TYPE_GRID,
                       "accessible-role",
                       GTK_ACCESSIBLE_ROLE_LIST,
                       "row-spacing",
                       9,
                       "column-spacing",
                       9,
                       NULL);
  for (guint i = 0; i < ids->len; i++) {
    const char *id = g_ptr_array_index (ids, i);
    g_autoptr (PlumbSource) source = plumb_library_lookup_source (library, id);
    g_autofree char *number = g_strdup_printf (C_ ("list item", "%u."), i + 1);
    g_autofree char *markup = NULL;
    g_autofree char *name = g_strdup_printf ("source-%s", id);
    GtkWidget *mark = plumb_content_label (number, "list-mark", "numeric", NULL);
    GtkWidget *text;

    if (source != NULL) {
      markup = plumb_source_to_markup (source);
    } else {
      /* Translators: %s is the id of a source that a topic names and the library does not have. */
      markup = g_markup_printf_escaped (_ ("The library does not describe the source “%s”."), id);
    }
    text = plumb_content_prose (markup, "source", NULL);
    gtk_widget_set_name (text, name);
    gtk_widget_set_hexpand (text, TRUE);
    gtk_widget_set_valign (mark, GTK_ALIGN_START);
    gtk_label_set_xalign (GTK_LABEL (mark), 1);
    gtk_grid_attach (GTK_GRID (grid), mark, 0, i, 1, 1);
    gtk_grid_attach (GTK_GRID (grid), text, 1, i, 1, 1);
  }

  return grid;
}
