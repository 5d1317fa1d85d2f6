/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-entries-list-private.h"

#include "plumb-content.h"
#include "plumb-entries-header.h"
#include "plumb-entry-row.h"
#include "plumb-list-top.h"

/* The title of the page is out of sight when it has been scrolled by so much. */
#define TITLE_HEIGHT 48

/**
 * PlumbEntriesList:
 *
 * A list of entries in sections, with a title that scrolls away. The entries can be narrowed down to those that have
 * certain words.
 *
 * Rows are made a few each frame, so that the list is there at once however long it is.
 *
 * ## CSS nodes
 *
 * `PlumbEntriesList` is an `article` with the style class `.entries`, and `.narrow` where it is.
 *
 * ## Accessibility
 *
 * The title is a heading of level 1, sections are headings below it. The arrow keys lead from entry to entry, Tab from an
 * entry to the links in it and out of the list, and Enter opens what can be opened.
 */

G_DEFINE_FINAL_TYPE (PlumbEntriesList, plumb_entries_list, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SCROLLED,
  PROP_TEXT_WIDTH,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
match_cb (gpointer item, gpointer user_data)
{
  PlumbEntriesList *self = user_data;

  return plumb_entry_matches (item, (const char *const *) self->words);
}

static void
scrolled_cb (PlumbEntriesList *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  gboolean scrolled = gtk_adjustment_get_value (adjustment) > TITLE_HEIGHT;

  if (self->scrolled != scrolled) {
    self->scrolled = scrolled;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCROLLED]);
  }
}

static void
setup_row_cb (PlumbEntriesList *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, plumb_entry_row_new ());
}

/* An entry that is opened or closed stays where it is, and what is below it gives way. */
static void
entry_expanded_cb (PlumbEntriesList *self, GParamSpec *pspec, PlumbEntry *entry)
{
  GtkWidget *row = !self->expanding ? plumb_entries_list_find_row (self, entry) : NULL;
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_get_mapped (row) &&
      gtk_widget_compute_bounds (row, GTK_WIDGET (self->list_view), &bounds)) {
    g_set_object (&self->held, entry);
    self->held_y = bounds.origin.y;
    self->n_held = 0;
    plumb_entries_list_ensure_steps (self);
  }
}

static void
bind_row_cb (PlumbEntriesList *self, GtkListItem *item)
{
  PlumbEntry *entry = gtk_list_item_get_item (item);
  g_autofree char *name = plumb_entry_dup_name (entry);

  plumb_entry_row_set_entry (PLUMB_ENTRY_ROW (gtk_list_item_get_child (item)), entry);
  gtk_list_item_set_accessible_label (item, name);
  if (entry->details_title != NULL) {
    g_signal_connect_object (entry,
                             "notify::expanded",
                             G_CALLBACK (entry_expanded_cb),
                             self,
                             G_CONNECT_SWAPPED);
  }
}

static void
unbind_row_cb (PlumbEntriesList *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), entry_expanded_cb, self);
  plumb_entry_row_set_entry (PLUMB_ENTRY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
bind_header (PlumbEntriesList *self, GtkListHeader *header)
{
  GtkWidget *child = gtk_list_header_get_child (header);
  PlumbEntry *entry = gtk_list_header_get_item (header);
  guint start = gtk_list_header_get_start (header);
  g_autoptr (PlumbEntry) before = NULL;
  const PlumbLibraryFile *file;
  gboolean first = start == 0 && self->words == NULL;
  gboolean new_group;

  if (entry == NULL || start == GTK_INVALID_LIST_POSITION) {
    return;
  }

  if (start > 0) {
    before = g_list_model_get_item (G_LIST_MODEL (self->slice), start - 1);
    gtk_widget_remove_css_class (child, PLUMB_LIST_TOP_CLASS);
  } else {
    gtk_widget_add_css_class (child, PLUMB_LIST_TOP_CLASS);
  }
  file = plumb_library_get_file (entry->library);
  plumb_content_set_direction (child, plumb_content_direction (file->lang, file->direction));
  new_group = entry->group != NULL &&
              (before == NULL || g_strcmp0 (before->group, entry->group) != 0);
  plumb_entries_header_set_page (PLUMB_ENTRIES_HEADER (child),
                                 first ? self->title : NULL,
                                 first ? self->lede : NULL);
  plumb_entries_header_set_section (PLUMB_ENTRIES_HEADER (child),
                                    new_group ? entry->group : NULL,
                                    entry->heading,
                                    entry->group != NULL ? 3 : 2);
}

/* Which section is the first changes with the words that are looked for. */
static void
header_start_cb (GtkListHeader *header, GParamSpec *pspec, PlumbEntriesList *self)
{
  bind_header (self, header);
}

static void
setup_header_cb (PlumbEntriesList *self, GtkListHeader *header)
{
  gtk_list_header_set_child (header, plumb_entries_header_new ());
  g_signal_connect_object (header,
                           "notify::start",
                           G_CALLBACK (header_start_cb),
                           self,
                           G_CONNECT_DEFAULT);
}

static void
bind_header_cb (PlumbEntriesList *self, GtkListHeader *header)
{
  bind_header (self, header);
}

static void
activate_cb (PlumbEntriesList *self, guint position)
{
  g_autoptr (PlumbEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->slice), position);

  if (entry != NULL && entry->details_title != NULL) {
    plumb_entry_set_expanded (entry, !plumb_entry_get_expanded (entry));
  }
}

/* Where a reader begins: at the entry that they came for, or where they were, or at the top of the list. */
static gboolean
plumb_entries_list_grab_focus (GtkWidget *widget)
{
  PlumbEntriesList *self = PLUMB_ENTRIES_LIST (widget);

  if (self->entries->len == 0) {
    return FALSE;
  }
  if (self->target == NULL && self->scrolled) {
    return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  }

  /* It comes to an entry when that is laid out. */
  if (self->target == NULL) {
    plumb_entries_list_reveal (self, g_ptr_array_index (self->entries, 0));
  }
  self->target_focus = TRUE;

  return TRUE;
}

static void
plumb_entries_list_dispose (GObject *object)
{
  PlumbEntriesList *self = PLUMB_ENTRIES_LIST (object);

  if (self->tick_id != 0) {
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
    self->tick_id = 0;
  }
  if (self->list_view != NULL) {
    /* The rows are let go while the list is still whole. */
    gtk_list_view_set_model (self->list_view, NULL);
    adw_bin_set_child (ADW_BIN (self), NULL);
  }
  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_ENTRIES_LIST);
  g_clear_object (&self->target);
  g_clear_object (&self->held);
  g_clear_object (&self->slice);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (plumb_entries_list_parent_class)->dispose (object);
}

static void
plumb_entries_list_finalize (GObject *object)
{
  PlumbEntriesList *self = PLUMB_ENTRIES_LIST (object);

  g_ptr_array_unref (self->entries);
  g_strfreev (self->words);
  g_free (self->title);
  g_free (self->lede);

  G_OBJECT_CLASS (plumb_entries_list_parent_class)->finalize (object);
}

static void
plumb_entries_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbEntriesList *self = PLUMB_ENTRIES_LIST (object);

  switch (prop_id) {
  case PROP_SCROLLED:
    g_value_set_boolean (value, self->scrolled);
    break;
  case PROP_TEXT_WIDTH:
    g_value_set_int (value, self->text_width);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
set_narrow (PlumbEntriesList *self, gboolean narrow)
{
  if (self->narrow == narrow) {
    return;
  }

  self->narrow = narrow;
  if (narrow) {
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
plumb_entries_list_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  PlumbEntriesList *self = PLUMB_ENTRIES_LIST (object);

  switch (prop_id) {
  case PROP_TEXT_WIDTH:
    if (self->text_width != g_value_get_int (value)) {
      self->text_width = g_value_get_int (value);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_NARROW:
    set_narrow (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_entries_list_class_init (PlumbEntriesListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = plumb_entries_list_dispose;
  object_class->finalize = plumb_entries_list_finalize;
  object_class->get_property = plumb_entries_list_get_property;
  object_class->set_property = plumb_entries_list_set_property;
  widget_class->grab_focus = plumb_entries_list_grab_focus;

  /**
   * PlumbEntriesList:scrolled:
   *
   * Whether the title has scrolled out of sight.
   */
  properties[PROP_SCROLLED] =
      g_param_spec_boolean ("scrolled", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  /**
   * PlumbEntriesList:text-width:
   *
   * How wide the list is at most, in `sp`.
   */
  properties[PROP_TEXT_WIDTH] =
      g_param_spec_int ("text-width", NULL, NULL, 0, G_MAXINT, 680, G_PARAM_READWRITE | flags);
  /**
   * PlumbEntriesList:narrow:
   *
   * Whether every pixel is for the text.
   */
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "article");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/pages/plumb-entries-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbEntriesList, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlumbEntriesList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

/* The entries come in order; the sorter is there for the sections. */
static void
make_model (PlumbEntriesList *self)
{
  GtkExpression *section = gtk_property_expression_new (PLUMB_TYPE_ENTRY, NULL, "section");
  GtkSortListModel *sectioned;
  g_autoptr (GtkNoSelection) selection = NULL;

  self->store = g_list_store_new (PLUMB_TYPE_ENTRY);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->store)),
                                              g_object_ref (self->filter));
  sectioned = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)), NULL);
  gtk_sort_list_model_set_section_sorter (sectioned, GTK_SORTER (gtk_numeric_sorter_new (section)));
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (sectioned),
                                          0,
                                          PLUMB_ENTRIES_LIST_FIRST_ROWS);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->slice)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

static void
plumb_entries_list_init (PlumbEntriesList *self)
{
  self->entries = g_ptr_array_new ();
  self->text_width = 680;

  gtk_widget_init_template (GTK_WIDGET (self));
  plumb_list_top_keep (self->list_view);
  make_model (self);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scroller),
                            "value-changed",
                            G_CALLBACK (scrolled_cb),
                            self);
}

/**
 * plumb_entries_list_new:
 *
 * Creates a list without entries.
 *
 * Returns: (transfer floating): a new list
 */
GtkWidget *
plumb_entries_list_new (void)
{
  return g_object_new (PLUMB_TYPE_ENTRIES_LIST, NULL);
}

/**
 * plumb_entries_list_set_intro:
 * @self: a list, without entries as yet
 * @title: the title of the page
 * @lede: what it is, in a sentence
 *
 * Sets what stands above the first entry.
 */
void
plumb_entries_list_set_intro (PlumbEntriesList *self, const char *title, const char *lede)
{
  g_return_if_fail (PLUMB_IS_ENTRIES_LIST (self));

  g_set_str (&self->title, title);
  g_set_str (&self->lede, lede);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title,
                                  -1);
}

/**
 * plumb_entries_list_set_entries:
 * @self: a list
 * @entries: (element-type PlumbEntry): entries, in order and by section
 *
 * Shows entries.
 */
void
plumb_entries_list_set_entries (PlumbEntriesList *self, GPtrArray *entries)
{
  g_return_if_fail (PLUMB_IS_ENTRIES_LIST (self));
  g_return_if_fail (entries != NULL);

  g_ptr_array_ref (entries);
  g_ptr_array_unref (self->entries);
  self->entries = entries;
  gtk_slice_list_model_set_size (self->slice, PLUMB_ENTRIES_LIST_FIRST_ROWS);
  g_list_store_splice (self->store,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       entries->pdata,
                       entries->len);
  plumb_entries_list_ensure_steps (self);
}

/**
 * plumb_entries_list_set_words:
 * @self: a list
 * @words: (array zero-terminated=1) (nullable): words as plumb_fold() makes them
 *
 * Shows only the entries that have all of @words.
 */
void
plumb_entries_list_set_words (PlumbEntriesList *self, const char *const *words)
{
  g_return_if_fail (PLUMB_IS_ENTRIES_LIST (self));

  g_strfreev (self->words);
  self->words = g_strdupv ((char **) words);
  /* What they let through may be many rows, which are made a few each frame as those before. */
  gtk_slice_list_model_set_size (self->slice, PLUMB_ENTRIES_LIST_FIRST_ROWS);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  plumb_entries_list_ensure_steps (self);
}

/**
 * plumb_entries_list_get_n_shown:
 * @self: a list
 *
 * Returns: how many entries have the words that are looked for
 */
guint
plumb_entries_list_get_n_shown (PlumbEntriesList *self)
{
  g_return_val_if_fail (PLUMB_IS_ENTRIES_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
}

/**
 * plumb_entries_list_reveal:
 * @self: a list
 * @entry: one of its entries, which has the words that are looked for
 *
 * Brings an entry to the top, as soon as its row is there. Where the list is asked to take the keyboard before that, the
 * entry gets it.
 */
void
plumb_entries_list_reveal (PlumbEntriesList *self, PlumbEntry *entry)
{
  g_return_if_fail (PLUMB_IS_ENTRIES_LIST (self));
  g_return_if_fail (PLUMB_IS_ENTRY (entry));

  g_set_object (&self->target, entry);
  self->n_tries = 0;
  self->target_focus = FALSE;
  self->target_at_top = FALSE;
  plumb_entries_list_ensure_steps (self);
}

/**
 * plumb_entries_list_expand_all:
 * @self: a list
 * @expanded: whether to open them
 *
 * Opens or closes all entries, a few each frame.
 */
void
plumb_entries_list_expand_all (PlumbEntriesList *self, gboolean expanded)
{
  g_return_if_fail (PLUMB_IS_ENTRIES_LIST (self));

  self->expanding = TRUE;
  self->expanded = expanded;
  self->n_expanded = 0;
  plumb_entries_list_ensure_steps (self);
}

/**
 * plumb_entries_list_get_complete:
 * @self: a list
 *
 * Returns: whether all is made and done that was asked for
 */
gboolean
plumb_entries_list_get_complete (PlumbEntriesList *self)
{
  g_return_val_if_fail (PLUMB_IS_ENTRIES_LIST (self), FALSE);

  return self->target == NULL && self->held == NULL && !self->expanding &&
         gtk_slice_list_model_get_size (self->slice) == G_MAXUINT;
}
