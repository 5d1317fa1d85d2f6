/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-entry.h"

#include <string.h>

#include <plumb-fold.h>
#include <plumb-markup.h>

G_DEFINE_FINAL_TYPE (PlumbEntry, plumb_entry, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_SECTION,
  PROP_EXPANDED,
  PROP_MARKED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
plumb_entry_finalize (GObject *object)
{
  PlumbEntry *self = PLUMB_ENTRY (object);

  g_free (self->key);
  g_clear_object (&self->library);
  g_clear_object (&self->record);
  g_free (self->heading);
  g_free (self->group);
  g_free (self->title);
  g_free (self->keywords);
  g_free (self->text);
  g_free (self->notes);
  g_free (self->details_title);
  g_free (self->folded);

  G_OBJECT_CLASS (plumb_entry_parent_class)->finalize (object);
}

static void
plumb_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbEntry *self = PLUMB_ENTRY (object);

  switch (prop_id) {
  case PROP_SECTION:
    g_value_set_uint (value, self->section);
    break;
  case PROP_EXPANDED:
    g_value_set_boolean (value, self->expanded);
    break;
  case PROP_MARKED:
    g_value_set_boolean (value, self->marked);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_entry_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlumbEntry *self = PLUMB_ENTRY (object);

  switch (prop_id) {
  case PROP_EXPANDED:
    plumb_entry_set_expanded (self, g_value_get_boolean (value));
    break;
  case PROP_MARKED:
    plumb_entry_set_marked (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_entry_class_init (PlumbEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = plumb_entry_finalize;
  object_class->get_property = plumb_entry_get_property;
  object_class->set_property = plumb_entry_set_property;

  /**
   * PlumbEntry:section:
   *
   * Which section of the page the entry is in.
   */
  properties[PROP_SECTION] =
      g_param_spec_uint ("section", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | flags);
  /**
   * PlumbEntry:expanded:
   *
   * Whether its details are shown.
   */
  properties[PROP_EXPANDED] =
      g_param_spec_boolean ("expanded", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  /**
   * PlumbEntry:marked:
   *
   * Whether it is the one that the reader came for.
   */
  properties[PROP_MARKED] =
      g_param_spec_boolean ("marked", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_entry_init (PlumbEntry *self)
{
}

/**
 * plumb_entry_new:
 * @library: the library that it is of
 * @key: what a place calls it
 * @record: (type GObject): what it is made from
 *
 * Creates an entry without texts.
 *
 * Returns: (transfer full): a new entry
 */
PlumbEntry *
plumb_entry_new (PlumbLibrary *library, const char *key, gpointer record)
{
  PlumbEntry *self;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (G_IS_OBJECT (record), NULL);

  self = g_object_new (PLUMB_TYPE_ENTRY, NULL);
  self->library = g_object_ref (library);
  self->key = g_strdup (key);
  self->record = g_object_ref (record);

  return self;
}

/**
 * plumb_entry_fill:
 * @self: an entry
 *
 * Makes sure that its texts are there.
 */
void
plumb_entry_fill (PlumbEntry *self)
{
  g_return_if_fail (PLUMB_IS_ENTRY (self));

  if (!self->filled && self->fill != NULL) {
    self->fill (self);
  }
  self->filled = TRUE;
}

/**
 * plumb_entry_dup_name:
 * @self: an entry
 *
 * Says in a few words what it is: its title, or else what stands first in it.
 *
 * Returns: (transfer full): plain text
 */
char *
plumb_entry_dup_name (PlumbEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_ENTRY (self), NULL);

  plumb_entry_fill (self);
  if (self->title != NULL) {
    return g_strdup (self->title);
  }

  return plumb_markup_to_plain (self->details_title != NULL ? self->details_title : self->text);
}

static void
append (GString *all, const char *markup)
{
  g_autofree char *plain = markup != NULL ? plumb_markup_to_plain (markup) : NULL;

  if (plain != NULL) {
    g_string_append_c (all, '\n');
    g_string_append (all, plain);
  }
}

/* What it can be found by, folded: its name, its keywords and its text, and not where it is used. */
static const char *
get_folded (PlumbEntry *self)
{
  if (self->folded == NULL) {
    g_autoptr (GString) all = g_string_new (self->title);

    plumb_entry_fill (self);
    if (self->keywords != NULL) {
      g_string_append_c (all, '\n');
      g_string_append (all, self->keywords);
    }
    append (all, self->text);
    append (all, self->details_title);
    self->folded = plumb_fold (all->str);
  }

  return self->folded;
}

/**
 * plumb_entry_matches:
 * @self: an entry
 * @words: (array zero-terminated=1) (nullable): words as plumb_fold() makes them
 *
 * Returns: whether all of @words, or their beginnings, middles or ends, are in it
 */
gboolean
plumb_entry_matches (PlumbEntry *self, const char *const *words)
{
  g_return_val_if_fail (PLUMB_IS_ENTRY (self), FALSE);

  for (guint i = 0; words != NULL && words[i] != NULL; i++) {
    if (strstr (get_folded (self), words[i]) == NULL) {
      return FALSE;
    }
  }

  return TRUE;
}

/**
 * plumb_entry_get_expanded:
 * @self: an entry
 *
 * Returns: whether its details are shown
 */
gboolean
plumb_entry_get_expanded (PlumbEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_ENTRY (self), FALSE);

  return self->expanded;
}

/**
 * plumb_entry_set_expanded:
 * @self: an entry
 * @expanded: whether to show its details
 *
 * Shows or hides the details.
 */
void
plumb_entry_set_expanded (PlumbEntry *self, gboolean expanded)
{
  g_return_if_fail (PLUMB_IS_ENTRY (self));

  expanded = !!expanded;
  if (self->expanded != expanded) {
    self->expanded = expanded;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
  }
}

/**
 * plumb_entry_get_marked:
 * @self: an entry
 *
 * Returns: whether it is the one that the reader came for
 */
gboolean
plumb_entry_get_marked (PlumbEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_ENTRY (self), FALSE);

  return self->marked;
}

/**
 * plumb_entry_set_marked:
 * @self: an entry
 * @marked: whether it is the one that the reader came for
 *
 * Marks an entry, or takes the mark away.
 */
void
plumb_entry_set_marked (PlumbEntry *self, gboolean marked)
{
  g_return_if_fail (PLUMB_IS_ENTRY (self));

  marked = !!marked;
  if (self->marked != marked) {
    self->marked = marked;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARKED]);
  }
}
