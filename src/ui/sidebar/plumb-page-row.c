/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-page-row.h"

#include <glib/gi18n.h>

#include "plumb-start-align.h"

/**
 * PlumbPageRow:
 *
 * A page in the sidebar: its title, which wraps, and how many things wait there, where there are any.
 *
 * ## CSS nodes
 *
 * `PlumbPageRow` has a node named `pagerow`.
 *
 * ## Accessibility
 *
 * The list item that it is in has the title as its label. The row is hidden from the screen reader, which would say it
 * twice.
 */
struct _PlumbPageRow {
  GtkWidget parent_instance;

  PlumbPageEntry *entry;
  GtkWidget *label;
  GtkWidget *count;
};

enum {
  PROP_0,
  PROP_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlumbPageRow, plumb_page_row, GTK_TYPE_WIDGET)

static void
plumb_page_row_dispose (GObject *object)
{
  PlumbPageRow *self = PLUMB_PAGE_ROW (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->count, gtk_widget_unparent);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (plumb_page_row_parent_class)->dispose (object);
}

/* Nearly no page has a number, so it is made when there is one. */
static void
update_count (PlumbPageRow *self)
{
  guint n = plumb_page_entry_get_n_due (self->entry);
  /* Translators: how many questions wait, beside the title of their page. */
  g_autofree char *text = g_strdup_printf (C_ ("page", "%u"), n);

  if (n > 0 && self->count == NULL) {
    self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, NULL);
    gtk_widget_set_valign (self->count, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class (self->count, "page-count");
    gtk_widget_add_css_class (self->count, "numeric");
    gtk_widget_insert_after (self->count, GTK_WIDGET (self), self->label);
  }
  if (self->count != NULL) {
    gtk_label_set_text (GTK_LABEL (self->count), text);
    gtk_widget_set_visible (self->count, n > 0);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

static void
plumb_page_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbPageRow *self = PLUMB_PAGE_ROW (object);

  switch (prop_id) {
  case PROP_LABEL:
    g_value_take_string (value,
                         self->entry != NULL ? plumb_page_entry_dup_name (self->entry) : NULL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_page_row_class_init (PlumbPageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_page_row_dispose;
  G_OBJECT_CLASS (klass)->get_property = plumb_page_row_get_property;

  /**
   * PlumbPageRow:label:
   *
   * What a screen reader calls the page.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label",
                                                NULL,
                                                NULL,
                                                NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                    G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pagerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static void
plumb_page_row_init (PlumbPageRow *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "accessible-role",
                              GTK_ACCESSIBLE_ROLE_NONE,
                              "wrap",
                              TRUE,
                              "wrap-mode",
                              PANGO_WRAP_WORD_CHAR,
                              "width-chars",
                              6,
                              NULL);
  plumb_start_align (GTK_LABEL (self->label));
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * plumb_page_row_new:
 * @entry: a page
 *
 * Creates a row that shows @entry.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
plumb_page_row_new (PlumbPageEntry *entry)
{
  PlumbPageRow *self;

  g_return_val_if_fail (PLUMB_IS_PAGE_ENTRY (entry), NULL);

  self = g_object_new (PLUMB_TYPE_PAGE_ROW, NULL);
  self->entry = g_object_ref (entry);
  gtk_label_set_text (GTK_LABEL (self->label), plumb_page_entry_get_title (entry));
  g_signal_connect_object (entry,
                           "notify::n-due",
                           G_CALLBACK (update_count),
                           self,
                           G_CONNECT_SWAPPED);
  update_count (self);

  return GTK_WIDGET (self);
}

/**
 * plumb_page_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): the page that it shows
 */
PlumbPageEntry *
plumb_page_row_get_entry (PlumbPageRow *self)
{
  g_return_val_if_fail (PLUMB_IS_PAGE_ROW (self), NULL);

  return self->entry;
}
