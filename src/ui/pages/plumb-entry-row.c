/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-entry-row.h"

#include "plumb-content.h"

/**
 * PlumbEntryRow:
 *
 * An entry of a page that is a list: its name, what there is to say, where it is used, and what can be opened to read
 * more. What an entry does not have is not shown, and what is behind the opener is made when it is first opened.
 *
 * ## CSS nodes
 *
 * `PlumbEntryRow` is a box with the style class `.entry-row`, and `.marked` for the entry that the reader came for.
 *
 * ## Accessibility
 *
 * The name is a heading of level 3.
 */
struct _PlumbEntryRow {
  GtkBox parent_instance;

  PlumbEntry *entry;
  GBinding *expanded;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *notes;
  GtkWidget *expander;
  GtkWidget *details_title;
  GtkWidget *details;
  gboolean has_details;
};

G_DEFINE_FINAL_TYPE (PlumbEntryRow, plumb_entry_row, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_ENTRY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* A label that has nothing to say is not there. */
static void
set_markup (GtkWidget *label, const char *markup)
{
  gtk_label_set_markup (GTK_LABEL (label), markup != NULL ? markup : "");
  gtk_widget_set_visible (label, markup != NULL);
}

static void
expanded_cb (PlumbEntryRow *self)
{
  g_autofree char *markup = NULL;

  if (self->entry == NULL || self->has_details ||
      !gtk_expander_get_expanded (GTK_EXPANDER (self->expander))) {
    return;
  }

  markup = self->entry->dup_details (self->entry);
  gtk_label_set_markup (GTK_LABEL (self->details), markup != NULL ? markup : "");
  self->has_details = TRUE;
}

/* Only entries with details have an expander, which most pages are without. It has a child from the beginning, though
 * an empty one: without it would say that its height is always the same, and what it is labelled with wraps. */
static void
ensure_expander (PlumbEntryRow *self)
{
  if (self->expander != NULL) {
    return;
  }

  self->expander = gtk_expander_new (NULL);
  self->details_title = plumb_content_label (NULL, "entry-details-title", NULL);
  self->details = plumb_content_prose ("", "entry-details", NULL);
  gtk_widget_set_hexpand (self->details_title, TRUE);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), self->details_title);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->details);
  /* GtkExpander hands the focus to a child that is not shown, and a label takes it: Tab would go no further. */
  g_object_bind_property (self->expander,
                          "expanded",
                          self->details,
                          "can-focus",
                          G_BINDING_SYNC_CREATE);
  gtk_box_insert_child_after (GTK_BOX (self), self->expander, self->text);
  g_signal_connect_swapped (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
}

static void
show_details (PlumbEntryRow *self)
{
  PlumbEntry *entry = self->entry;

  g_clear_pointer (&self->expanded, g_binding_unbind);
  if (self->expander != NULL) {
    gtk_expander_set_expanded (GTK_EXPANDER (self->expander), FALSE);
    gtk_widget_set_visible (self->expander, FALSE);
  }
  self->has_details = FALSE;
  if (entry == NULL || entry->details_title == NULL) {
    return;
  }

  ensure_expander (self);
  set_markup (self->details_title, entry->details_title);
  gtk_widget_set_visible (self->expander, TRUE);
  if (entry->title == NULL) {
    gtk_widget_add_css_class (self->details_title, "entry-claim");
  } else {
    gtk_widget_remove_css_class (self->details_title, "entry-claim");
  }
  self->expanded = g_object_bind_property (entry,
                                           "expanded",
                                           self->expander,
                                           "expanded",
                                           G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
marked_cb (PlumbEntryRow *self)
{
  if (self->entry != NULL && plumb_entry_get_marked (self->entry)) {
    gtk_widget_add_css_class (GTK_WIDGET (self), "marked");
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "marked");
  }
}

static void
plumb_entry_row_dispose (GObject *object)
{
  plumb_entry_row_set_entry (PLUMB_ENTRY_ROW (object), NULL);

  G_OBJECT_CLASS (plumb_entry_row_parent_class)->dispose (object);
}

static void
plumb_entry_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_ENTRY:
    g_value_set_object (value, PLUMB_ENTRY_ROW (object)->entry);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_entry_row_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_ENTRY:
    plumb_entry_row_set_entry (PLUMB_ENTRY_ROW (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_entry_row_class_init (PlumbEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plumb_entry_row_dispose;
  object_class->get_property = plumb_entry_row_get_property;
  object_class->set_property = plumb_entry_row_set_property;

  /**
   * PlumbEntryRow:entry:
   *
   * What the row shows.
   */
  properties[PROP_ENTRY] = g_param_spec_object ("entry",
                                                NULL,
                                                NULL,
                                                PLUMB_TYPE_ENTRY,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                    G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_entry_row_init (PlumbEntryRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "entry-row");

  self->title = plumb_content_heading ("", 3, "entry-title", NULL);
  self->text = plumb_content_prose ("", "entry-text", NULL);
  self->notes = plumb_content_prose ("", "entry-notes", NULL);
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->text);
  gtk_box_append (GTK_BOX (self), self->notes);
}

/**
 * plumb_entry_row_new:
 *
 * Creates a row that shows nothing yet.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
plumb_entry_row_new (void)
{
  return g_object_new (PLUMB_TYPE_ENTRY_ROW, NULL);
}

/**
 * plumb_entry_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
PlumbEntry *
plumb_entry_row_get_entry (PlumbEntryRow *self)
{
  g_return_val_if_fail (PLUMB_IS_ENTRY_ROW (self), NULL);

  return self->entry;
}

static void
show_entry (PlumbEntryRow *self, PlumbEntry *entry)
{
  const PlumbLibraryFile *file = plumb_library_get_file (entry->library);

  plumb_entry_fill (entry);
  gtk_label_set_text (GTK_LABEL (self->title), entry->title != NULL ? entry->title : "");
  gtk_widget_set_visible (self->title, entry->title != NULL);
  set_markup (self->text, entry->text);
  set_markup (self->notes, entry->notes);
  show_details (self);
  plumb_content_set_direction (GTK_WIDGET (self),
                               plumb_content_direction (file->lang, file->direction));
  g_signal_connect_object (entry,
                           "notify::marked",
                           G_CALLBACK (marked_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

/**
 * plumb_entry_row_set_entry:
 * @self: a row
 * @entry: (nullable): what it is to show
 *
 * Shows another entry.
 */
void
plumb_entry_row_set_entry (PlumbEntryRow *self, PlumbEntry *entry)
{
  g_return_if_fail (PLUMB_IS_ENTRY_ROW (self));
  g_return_if_fail (entry == NULL || PLUMB_IS_ENTRY (entry));

  if (self->entry == entry) {
    return;
  }

  if (self->entry != NULL) {
    g_signal_handlers_disconnect_by_func (self->entry, marked_cb, self);
    g_clear_pointer (&self->expanded, g_binding_unbind);
  }
  g_set_object (&self->entry, entry);
  if (entry != NULL) {
    show_entry (self, entry);
  }
  marked_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}
