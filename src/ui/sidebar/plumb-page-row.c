/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-page-row.h"

#include "plumb-start-align.h"

/**
 * PlumbPageRow:
 *
 * A page in the sidebar: its title, which wraps.
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
};

G_DEFINE_FINAL_TYPE (PlumbPageRow, plumb_page_row, GTK_TYPE_WIDGET)

static void
plumb_page_row_dispose (GObject *object)
{
  PlumbPageRow *self = PLUMB_PAGE_ROW (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (plumb_page_row_parent_class)->dispose (object);
}

static void
plumb_page_row_class_init (PlumbPageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_page_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
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
