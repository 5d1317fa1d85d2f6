/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-entries-header.h"

#include "plumb-content.h"

/**
 * PlumbEntriesHeader:
 *
 * What stands above a section of a page of entries: its title, before the first section of a group the title of that,
 * and before the first of all the title of the page and what it is.
 *
 * ## CSS nodes
 *
 * `PlumbEntriesHeader` is a box with the style class `.entries-header`.
 *
 * ## Accessibility
 *
 * Each title is a heading, of level 1, 2, or 3 below a group.
 */
struct _PlumbEntriesHeader {
  GtkBox parent_instance;

  GtkWidget *title;
  GtkWidget *lede;
  GtkWidget *group;
  GtkWidget *heading;
};

G_DEFINE_FINAL_TYPE (PlumbEntriesHeader, plumb_entries_header, GTK_TYPE_BOX)

static void
plumb_entries_header_class_init (PlumbEntriesHeaderClass *klass)
{
}

static GtkWidget *
append (PlumbEntriesHeader *self, GtkWidget *label)
{
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (self), label);

  return label;
}

static void
plumb_entries_header_init (PlumbEntriesHeader *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "entries-header");

  self->title = append (self, plumb_content_heading ("", 1, NULL));
  self->lede = append (self, plumb_content_label ("", "summary", NULL));
  self->group = append (self, plumb_content_heading ("", 2, "entries-group", NULL));
  self->heading = append (self, plumb_content_heading ("", 2, "entries-section", NULL));
}

/**
 * plumb_entries_header_new:
 *
 * Creates a header that says nothing yet.
 *
 * Returns: (transfer floating): a new header
 */
GtkWidget *
plumb_entries_header_new (void)
{
  return g_object_new (PLUMB_TYPE_ENTRIES_HEADER, NULL);
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

/**
 * plumb_entries_header_set_page:
 * @self: a header
 * @title: (nullable): the title of the page, above the first section
 * @lede: (nullable): what the page is
 *
 * Sets what the header says of the page.
 */
void
plumb_entries_header_set_page (PlumbEntriesHeader *self, const char *title, const char *lede)
{
  g_return_if_fail (PLUMB_IS_ENTRIES_HEADER (self));

  set_text (self->title, title);
  set_text (self->lede, lede);
}

/**
 * plumb_entries_header_set_section:
 * @self: a header
 * @group: (nullable): the title of a group, above its first section
 * @heading: (nullable): the title of the section
 * @level: the rank of @heading: 2, or 3 in a group
 *
 * Sets what the header says of the section.
 */
void
plumb_entries_header_set_section (PlumbEntriesHeader *self,
                                  const char *group,
                                  const char *heading,
                                  int level)
{
  g_return_if_fail (PLUMB_IS_ENTRIES_HEADER (self));
  g_return_if_fail (level == 2 || level == 3);

  set_text (self->group, group);
  set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  level,
                                  -1);
  gtk_widget_remove_css_class (self->heading, level == 2 ? "heading-3" : "heading-2");
  gtk_widget_add_css_class (self->heading, level == 2 ? "heading-2" : "heading-3");
}
