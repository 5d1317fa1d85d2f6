/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-finder.h"

#include <adwaita.h>

#include <plumb-fold.h>
#include <plumb-query.h>

/**
 * PlumbFinder:
 *
 * Finds words in what a widget shows, and marks them there.
 *
 * A match is marked by a line under it and bold type as well as by colour, and the current one by a double line.
 */
struct _PlumbFinder {
  GObject parent_instance;

  GtkWidget *root;
  char *query;
  PlumbQuery *search;
  GArray *matches;
  guint position;
};

typedef struct {
  GtkLabel *label;
  GtkExpander *expander;
  guint start;
  guint end;
} Match;

G_DEFINE_FINAL_TYPE (PlumbFinder, plumb_finder, G_TYPE_OBJECT)

static void
clear_match (gpointer data)
{
  Match *match = data;

  g_clear_object (&match->label);
  g_clear_object (&match->expander);
}

static void
plumb_finder_finalize (GObject *object)
{
  PlumbFinder *self = PLUMB_FINDER (object);

  g_clear_weak_pointer (&self->root);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->search, plumb_query_unref);
  g_clear_pointer (&self->matches, g_array_unref);

  G_OBJECT_CLASS (plumb_finder_parent_class)->finalize (object);
}

static void
plumb_finder_class_init (PlumbFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_finder_finalize;
}

static void
plumb_finder_init (PlumbFinder *self)
{
  self->matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_array_set_clear_func (self->matches, clear_match);
}

/**
 * plumb_finder_new:
 * @root: the widget to look in, which is not kept alive
 *
 * Creates a finder without a query.
 *
 * Returns: (transfer full): a new finder
 */
PlumbFinder *
plumb_finder_new (GtkWidget *root)
{
  PlumbFinder *self = g_object_new (PLUMB_TYPE_FINDER, NULL);

  g_set_weak_pointer (&self->root, root);

  return self;
}

static void
find_in (PlumbFinder *self, GtkWidget *widget, GtkExpander *expander)
{
  if (GTK_IS_LABEL (widget)) {
    const char *text = gtk_label_get_text (GTK_LABEL (widget));
    g_autoptr (GArray) ranges = self->search != NULL ? plumb_query_find (self->search, text)
                                                     : plumb_fold_find (text, self->query);

    for (guint i = 0; ranges != NULL && i < ranges->len; i++) {
      const PlumbFoldRange *range = &g_array_index (ranges, PlumbFoldRange, i);
      Match match = { g_object_ref (GTK_LABEL (widget)), NULL, range->start, range->end };

      g_set_object (&match.expander, expander);

      g_array_append_val (self->matches, match);
    }
    return;
  }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    /* The labels of buttons and tabs are not text of the page. */
    if (!GTK_IS_BUTTON (child) && !ADW_IS_INLINE_VIEW_SWITCHER (child) &&
        !GTK_IS_DROP_DOWN (child) && gtk_widget_get_visible (child)) {
      find_in (self, child, expander);
    }
  }

  /* What a closed expander holds is not in the tree of widgets, and is text of the page all the same. */
  if (GTK_IS_EXPANDER (widget) && !gtk_expander_get_expanded (GTK_EXPANDER (widget)) &&
      gtk_expander_get_child (GTK_EXPANDER (widget)) != NULL) {
    find_in (self, gtk_expander_get_child (GTK_EXPANDER (widget)), GTK_EXPANDER (widget));
  }
}

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, const Match *match)
{
  attribute->start_index = match->start;
  attribute->end_index = match->end;
  pango_attr_list_insert (attributes, attribute);
}

static void
mark (PlumbFinder *self)
{
  for (guint i = 0; i < self->matches->len;) {
    GtkLabel *label = g_array_index (self->matches, Match, i).label;
    g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

    for (; i < self->matches->len && g_array_index (self->matches, Match, i).label == label; i++) {
      const Match *match = &g_array_index (self->matches, Match, i);
      gboolean current = i == self->position;

      /* The same yellow under black letters in light and in dark, as a marker pen leaves. */
      add_attribute (attributes, pango_attr_background_new (0xf9f9, 0xf0f0, 0x6b6b), match);
      add_attribute (attributes, pango_attr_foreground_new (0, 0, 0), match);
      add_attribute (
          attributes,
          pango_attr_underline_new (current ? PANGO_UNDERLINE_DOUBLE : PANGO_UNDERLINE_SINGLE),
          match);
      if (current) {
        add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), match);
      }
    }
    gtk_label_set_attributes (label, attributes);
  }
}

static void
unmark (PlumbFinder *self)
{
  for (guint i = 0; i < self->matches->len; i++) {
    gtk_label_set_attributes (g_array_index (self->matches, Match, i).label, NULL);
  }
  g_array_set_size (self->matches, 0);
}

/**
 * plumb_finder_get_query:
 * @self: a finder
 *
 * Returns: (transfer none) (nullable): what is looked for
 */
const char *
plumb_finder_get_query (PlumbFinder *self)
{
  g_return_val_if_fail (PLUMB_IS_FINDER (self), NULL);

  return self->query;
}

/**
 * plumb_finder_set_query:
 * @self: a finder
 * @query: (nullable): what to look for; case, accents and letter forms make no difference
 *
 * Marks every match, and makes the first the current one.
 */
void
plumb_finder_set_query (PlumbFinder *self, const char *query)
{
  g_return_if_fail (PLUMB_IS_FINDER (self));

  g_set_str (&self->query, query != NULL && *query != '\0' ? query : NULL);
  g_clear_pointer (&self->search, plumb_query_unref);
  self->position = 0;
  plumb_finder_refresh (self);
}

/**
 * plumb_finder_set_search:
 * @self: a finder
 * @search: what was searched for in the library
 *
 * Marks every word that a search for @search would have found, each by itself.
 */
void
plumb_finder_set_search (PlumbFinder *self, const char *search)
{
  g_return_if_fail (PLUMB_IS_FINDER (self));

  plumb_finder_set_query (self, NULL);
  self->search = plumb_query_new (search, NULL);
  if (self->search != NULL && !plumb_query_is_empty (self->search)) {
    g_set_str (&self->query, search);
  }
  plumb_finder_refresh (self);
}

/**
 * plumb_finder_refresh:
 * @self: a finder
 *
 * Looks again, after the page has changed.
 */
void
plumb_finder_refresh (PlumbFinder *self)
{
  g_return_if_fail (PLUMB_IS_FINDER (self));

  unmark (self);
  if (self->query != NULL && self->root != NULL) {
    find_in (self, self->root, NULL);
  }
  self->position = self->matches->len > 0 ? MIN (self->position, self->matches->len - 1) : 0;
  mark (self);
}

/**
 * plumb_finder_get_n_matches:
 * @self: a finder
 *
 * Returns: how many matches there are
 */
guint
plumb_finder_get_n_matches (PlumbFinder *self)
{
  g_return_val_if_fail (PLUMB_IS_FINDER (self), 0);

  return self->matches->len;
}

/**
 * plumb_finder_get_position:
 * @self: a finder
 *
 * Returns: which match is the current one, from 0
 */
guint
plumb_finder_get_position (PlumbFinder *self)
{
  g_return_val_if_fail (PLUMB_IS_FINDER (self), 0);

  return self->position;
}

/* What keeps a match from being seen is opened. */
static void
reveal (const Match *match)
{
  GtkWidget *child = GTK_WIDGET (match->label);

  if (match->expander != NULL) {
    gtk_expander_set_expanded (match->expander, TRUE);
  }
  for (GtkWidget *parent = gtk_widget_get_parent (child); parent != NULL;
       child = parent, parent = gtk_widget_get_parent (parent)) {
    if (ADW_IS_VIEW_STACK (parent)) {
      adw_view_stack_set_visible_child (ADW_VIEW_STACK (parent), child);
    }
  }
}

static GtkWidget *
current (PlumbFinder *self, int *index)
{
  const Match *match = &g_array_index (self->matches, Match, self->position);

  mark (self);
  reveal (match);
  *index = (int) match->start;

  return GTK_WIDGET (match->label);
}

/**
 * plumb_finder_step:
 * @self: a finder
 * @steps: how many matches on, or back; 0 for the current one
 * @index: (out): where the match begins in the text of the label that has it, in bytes
 *
 * Goes from match to match, and round at the ends.
 *
 * Returns: (transfer none) (nullable): the label that has the match, or %NULL where there is none
 */
GtkWidget *
plumb_finder_step (PlumbFinder *self, int steps, int *index)
{
  int n;

  g_return_val_if_fail (PLUMB_IS_FINDER (self), NULL);
  g_return_val_if_fail (index != NULL, NULL);

  n = (int) self->matches->len;
  if (n == 0) {
    return NULL;
  }

  self->position = (((int) self->position + steps) % n + n) % n;

  return current (self, index);
}

/**
 * plumb_finder_select_first_in:
 * @self: a finder
 * @widget: a part of the page
 * @index: (out): where the match begins in the text of the label that has it, in bytes
 *
 * Makes the first match within @widget the current one.
 *
 * Returns: (transfer none) (nullable): the label that has the match, or %NULL where @widget has none
 */
GtkWidget *
plumb_finder_select_first_in (PlumbFinder *self, GtkWidget *widget, int *index)
{
  g_return_val_if_fail (PLUMB_IS_FINDER (self), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (index != NULL, NULL);

  for (guint i = 0; i < self->matches->len; i++) {
    GtkWidget *label = GTK_WIDGET (g_array_index (self->matches, Match, i).label);

    if (label == widget || gtk_widget_is_ancestor (label, widget)) {
      self->position = i;
      return current (self, index);
    }
  }

  return NULL;
}
