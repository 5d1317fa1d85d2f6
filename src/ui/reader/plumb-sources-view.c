/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-sources-view.h"

#include <glib/gi18n.h>

#include "plumb-content.h"

#include <plumb-walk.h>

static void
add_ids (GPtrArray *ids, GHashTable *seen, char **sources)
{
  for (guint i = 0; sources != NULL && sources[i] != NULL; i++) {
    if (!g_hash_table_contains (seen, sources[i])) {
      char *id = g_strdup (sources[i]);

      g_hash_table_add (seen, id);
      g_ptr_array_add (ids, id);
    }
  }
}

static guint
length (GListModel *model)
{
  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

typedef struct {
  PlumbLibrary *library;
  GPtrArray *ids;
  GHashTable *seen;
  GHashTable *own;
} Listing;

static void
add_borrowed_cb (PlumbRecord *record,
                 const PlumbField *field,
                 const char *path,
                 const char *text,
                 gpointer user_data)
{
  Listing *listing = user_data;
  g_autoptr (PlumbClaim) claim = NULL;

  if (field->ref != PLUMB_REF_CLAIM || g_hash_table_contains (listing->own, text)) {
    return;
  }

  claim = plumb_library_lookup_claim (listing->library, text, NULL);
  if (claim != NULL) {
    add_ids (listing->ids, listing->seen, claim->sources);
  }
}

/**
 * plumb_sources_list_ids:
 * @library: the library of @topic
 * @topic: a topic
 *
 * Lists what a topic rests on: the sources of its claims, of its debate, and of what it states that another topic
 * claims, in the order in which it names them. A source keeps its number at every level.
 *
 * Returns: (transfer full) (element-type utf8): the ids of the sources
 */
GPtrArray *
plumb_sources_list_ids (PlumbLibrary *library, PlumbTopic *topic)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  Listing listing = { library, ids, seen, own };

  for (guint i = 0; i < length (topic->claims); i++) {
    g_autoptr (PlumbClaim) claim = g_list_model_get_item (topic->claims, i);

    g_hash_table_add (own, claim->id);
    add_ids (ids, seen, claim->sources);
  }
  for (guint i = 0; topic->debate != NULL && i < length (topic->debate->positions); i++) {
    g_autoptr (PlumbStance) stance = g_list_model_get_item (topic->debate->positions, i);

    add_ids (ids, seen, stance->sources);
  }
  plumb_walk_texts (PLUMB_RECORD (topic), add_borrowed_cb, &listing);

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
 * plumb_sources_grid_new:
 *
 * Makes an empty list of sources, for plumb_sources_attach().
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
plumb_sources_grid_new (void)
{
  return g_object_new (GTK_TYPE_GRID,
                       "accessible-role",
                       GTK_ACCESSIBLE_ROLE_LIST,
                       "row-spacing",
                       9,
                       "column-spacing",
                       9,
                       NULL);
}

/**
 * plumb_sources_attach:
 * @grid: a list of sources
 * @row: where in it
 * @number: the number of the source; 0 for none
 * @library: the library that has the source
 * @id: the id of the source
 *
 * Adds a source to a list, named `source-ID`.
 */
void
plumb_sources_attach (GtkGrid *grid, int row, guint number, PlumbLibrary *library, const char *id)
{
  g_autoptr (PlumbSource) source = plumb_library_lookup_source (library, id);
  g_autofree char *name = g_strdup_printf ("source-%s", id);
  g_autofree char *markup = NULL;
  g_autofree char *numeral = NULL;
  GtkWidget *mark;
  GtkWidget *text;

  if (source != NULL) {
    markup = plumb_source_to_markup (source);
  } else {
    /* Translators: %s is the id of a source that a topic names and the library does not have. */
    markup = g_markup_printf_escaped (_ ("The library does not describe the source “%s”."), id);
  }
  /* Translators: the number before an item of a list. */
  numeral = number > 0 ? g_strdup_printf (C_ ("list item", "%u."), number) : g_strdup ("•");
  mark = plumb_content_mark (numeral, "list-mark", "numeric", NULL);
  text = plumb_content_prose (markup, "source", NULL);
  gtk_widget_set_name (text, name);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (mark), 1);
  gtk_grid_attach (grid, mark, 0, row, 1, 1);
  gtk_grid_attach (grid, text, 1, row, 1, 1);
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
  g_autoptr (GPtrArray) ids = plumb_sources_list_ids (library, topic);
  GtkWidget *grid;

  if (ids->len == 0) {
    return NULL;
  }

  grid = plumb_sources_grid_new ();
  for (guint i = 0; i < ids->len; i++) {
    plumb_sources_attach (GTK_GRID (grid), (int) i, i + 1, library, g_ptr_array_index (ids, i));
  }

  return grid;
}
