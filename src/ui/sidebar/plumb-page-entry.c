/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-page-entry.h"

#include <glib/gi18n.h>

/**
 * PlumbPageEntry:
 *
 * A page that a reader can choose, as an item of a list.
 */
struct _PlumbPageEntry {
  GObject parent_instance;

  const PlumbPageInfo *info;
  guint n_due;
};

enum {
  PROP_0,
  PROP_N_DUE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlumbPageEntry, plumb_page_entry, G_TYPE_OBJECT)

static void
plumb_page_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbPageEntry *self = PLUMB_PAGE_ENTRY (object);

  switch (prop_id) {
  case PROP_N_DUE:
    g_value_set_uint (value, self->n_due);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_page_entry_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  PlumbPageEntry *self = PLUMB_PAGE_ENTRY (object);

  switch (prop_id) {
  case PROP_N_DUE:
    if (self->n_due != g_value_get_uint (value)) {
      self->n_due = g_value_get_uint (value);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_page_entry_class_init (PlumbPageEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plumb_page_entry_get_property;
  object_class->set_property = plumb_page_entry_set_property;

  /**
   * PlumbPageEntry:n-due:
   *
   * How many things wait on the page.
   */
  properties[PROP_N_DUE] = g_param_spec_uint ("n-due",
                                              NULL,
                                              NULL,
                                              0,
                                              G_MAXUINT,
                                              0,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                  G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_page_entry_init (PlumbPageEntry *self)
{
}

/**
 * plumb_page_entry_new:
 * @info: a page of the table of pages
 *
 * Returns: (transfer full): an item for it
 */
PlumbPageEntry *
plumb_page_entry_new (const PlumbPageInfo *info)
{
  PlumbPageEntry *self;

  g_return_val_if_fail (info != NULL && info->title != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_PAGE_ENTRY, NULL);
  self->info = info;

  return self;
}

/**
 * plumb_page_entry_get_title:
 * @self: a page
 *
 * Returns: its title, in the reader's language
 */
const char *
plumb_page_entry_get_title (PlumbPageEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_ENTRY (self), NULL);

  return plumb_page_info_get_title (self->info);
}

/**
 * plumb_page_entry_get_n_due:
 * @self: a page
 *
 * Returns: how many things wait on it
 */
guint
plumb_page_entry_get_n_due (PlumbPageEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_ENTRY (self), 0);

  return self->n_due;
}

/**
 * plumb_page_entry_dup_name:
 * @self: a page
 *
 * Returns: (transfer full): what a screen reader calls it: its title, and how many things wait there
 */
char *
plumb_page_entry_dup_name (PlumbPageEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_ENTRY (self), NULL);

  if (self->n_due == 0) {
    return g_strdup (plumb_page_entry_get_title (self));
  }

  /* Translators: a page in the sidebar. %1$s is its title, %2$u how many questions are due on it. */
  return g_strdup_printf (
      ngettext ("%1$s: %2$u question is due", "%1$s: %2$u questions are due", self->n_due),
      plumb_page_entry_get_title (self),
      self->n_due);
}

/**
 * plumb_page_entry_dup_place:
 * @self: a page
 *
 * Returns: (transfer full): where it is
 */
PlumbPlace *
plumb_page_entry_dup_place (PlumbPageEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_ENTRY (self), NULL);

  return plumb_place_new (self->info->page, NULL);
}

/**
 * plumb_page_entry_has_place:
 * @self: a page
 * @place: (nullable): a place
 *
 * Returns: whether @place is somewhere on the page
 */
gboolean
plumb_page_entry_has_place (PlumbPageEntry *self, PlumbPlace *place)
{
  const PlumbPageInfo *info;

  g_return_val_if_fail (PLUMB_IS_PAGE_ENTRY (self), FALSE);

  /* Several kinds of place may be on one page. */
  info = place != NULL ? plumb_page_table_lookup (plumb_place_get_page (place)) : NULL;

  return info != NULL && info->get_type == self->info->get_type;
}
