/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-entries-page.h"

#include <glib/gi18n.h>

#include <plumb-fold.h>
#include <plumb-problem.h>

#include "plumb-entries-list.h"

/**
 * PlumbEntriesPage:
 *
 * A page that is a list of entries, with a field for words that lets only those entries through that have them all,
 * whatever their case and accents.
 *
 * ## Actions
 *
 * `page.expand-all` opens all entries, or closes them.
 *
 * ## CSS nodes
 *
 * The field for words is in a box with the style class `.entries-bar`.
 *
 * ## Accessibility
 *
 * How many entries are left is said after each change of the words. An entry that the reader came for has the keyboard.
 */
typedef struct {
  GPtrArray *entries;
  GStrv words;
  PlumbEntry *marked;
  gboolean all_expanded;

  GtkSearchEntry *filter_entry;
  GtkLabel *count;
  GtkWidget *expand_button;
  GtkStack *stack;
  PlumbEntriesList *list;
  AdwStatusPage *empty;
} PlumbEntriesPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (PlumbEntriesPage, plumb_entries_page, PLUMB_TYPE_PAGE_VIEW)

enum {
  PROP_0,
  PROP_FILTER,
  PROP_ALL_EXPANDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static PlumbEntriesPagePrivate *
get_private (PlumbEntriesPage *self)
{
  return plumb_entries_page_get_instance_private (self);
}

static gboolean
has_entries (GObject *object, const char *page)
{
  return g_strcmp0 (page, "empty") != 0;
}

static gboolean
has_text (GObject *object, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
update_title_shown (PlumbEntriesPage *self)
{
  PlumbEntriesPagePrivate *priv = get_private (self);
  gboolean scrolled;

  g_object_get (priv->list, "scrolled", &scrolled, NULL);
  plumb_page_view_set_title_shown (PLUMB_PAGE_VIEW (self),
                                   scrolled || priv->words != NULL || priv->entries == NULL ||
                                       priv->entries->len == 0);
}

/* The words that are looked for. */

static void
update_count (PlumbEntriesPage *self)
{
  PlumbEntriesPagePrivate *priv = get_private (self);
  guint n = plumb_entries_list_get_n_shown (priv->list);
  guint n_all = priv->entries != NULL ? priv->entries->len : 0;
  /* Translators: how many entries of a list have the words that are looked for, and how many there are. */
  g_autofree char *text = g_strdup_printf (C_ ("filter", "%1$u of %2$u"), n, n_all);

  gtk_label_set_text (priv->count, priv->words != NULL ? text : "");
  if (n_all > 0) {
    gtk_stack_set_visible_child_name (priv->stack, n > 0 ? "entries" : "nothing");
  }
}

static void
filter_changed_cb (PlumbEntriesPage *self)
{
  PlumbEntriesPagePrivate *priv = get_private (self);
  g_autofree char *folded = plumb_fold (gtk_editable_get_text (GTK_EDITABLE (priv->filter_entry)));
  g_auto (GStrv) words = g_strsplit_set (folded, " \t", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] != '\0') {
      g_strv_builder_add (builder, words[i]);
    }
  }
  kept = g_strv_builder_end (builder);
  if (kept[0] == NULL) {
    g_clear_pointer (&kept, g_strfreev);
  }
  if ((kept == NULL && priv->words == NULL) ||
      (kept != NULL && priv->words != NULL &&
       g_strv_equal ((const char *const *) kept, (const char *const *) priv->words))) {
    return;
  }

  g_strfreev (priv->words);
  priv->words = g_steal_pointer (&kept);
  plumb_entries_list_set_words (priv->list, (const char *const *) priv->words);
  update_count (self);
  update_title_shown (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
filter_stop_cb (PlumbEntriesPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (get_private (self)->filter_entry), "");
  filter_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The page. */

static void
load (PlumbEntriesPage *self)
{
  PlumbEntriesPagePrivate *priv = get_private (self);
  PlumbEntriesPageClass *klass = PLUMB_ENTRIES_PAGE_GET_CLASS (self);
  PlumbLibrary *library = plumb_page_view_get_library (PLUMB_PAGE_VIEW (self));

  priv->entries = klass->load (self, library);
  plumb_entries_list_set_entries (priv->list, priv->entries);
  gtk_stack_set_visible_child_name (priv->stack, priv->entries->len > 0 ? "entries" : "empty");
  update_title_shown (self);
}

static char *
dup_key (PlumbPlace *place)
{
  const char *id = plumb_place_get_id (place);

  switch ((int) plumb_place_get_page (place)) {
  case PLUMB_PAGE_TERM:
    return id != NULL ? g_strconcat ("term:", id, NULL) : NULL;
  case PLUMB_PAGE_PERSON:
    return id != NULL ? g_strconcat ("person:", id, NULL) : NULL;
  case PLUMB_PAGE_SOURCE:
    /* Without an id, the first of them: before the sources are the people. */
    return g_strconcat ("source:", id, NULL);
  case PLUMB_PAGE_PITFALLS:
    return id != NULL ? g_strconcat ("topic:", id, NULL) : NULL;
  default:
    return NULL;
  }
}

static char *
describe_missing (PlumbPlace *place)
{
  const char *id = plumb_place_get_id (place);

  switch ((int) plumb_place_get_page (place)) {
  case PLUMB_PAGE_TERM:
    return g_strdup_printf (_ ("The glossary of this library has no term “%s”."), id);
  case PLUMB_PAGE_PERSON:
    return g_strdup_printf (_ ("This library names no person or organisation “%s”."), id);
  case PLUMB_PAGE_SOURCE:
    return g_strdup_printf (_ ("This library has no source “%s”."), id);
  case PLUMB_PAGE_PITFALLS:
  default:
    return g_strdup_printf (_ ("This library has no pitfalls of a topic “%s”."), id);
  }
}

/* An id names one entry, or the first of those that share it. */
static PlumbEntry *
find_entry (PlumbEntriesPage *self, PlumbPlace *place)
{
  PlumbEntriesPagePrivate *priv = get_private (self);
  g_autofree char *key = dup_key (place);
  gboolean whole = plumb_place_get_id (place) != NULL;

  for (guint i = 0; key != NULL && i < priv->entries->len; i++) {
    PlumbEntry *entry = g_ptr_array_index (priv->entries, i);

    if (whole ? g_str_equal (entry->key, key) : g_str_has_prefix (entry->key, key)) {
      return entry;
    }
  }

  return NULL;
}

static void
mark (PlumbEntriesPage *self, PlumbEntry *entry)
{
  PlumbEntriesPagePrivate *priv = get_private (self);

  if (priv->marked != NULL) {
    plumb_entry_set_marked (priv->marked, FALSE);
  }
  g_set_object (&priv->marked, entry);
  if (entry != NULL) {
    plumb_entry_set_marked (entry, TRUE);
  }
}

static void
reveal (PlumbEntriesPage *self, PlumbEntry *entry)
{
  PlumbEntriesPagePrivate *priv = get_private (self);

  if (!plumb_entry_matches (entry, (const char *const *) priv->words)) {
    gtk_editable_set_text (GTK_EDITABLE (priv->filter_entry), "");
    filter_changed_cb (self);
  }
  plumb_entries_list_reveal (priv->list, entry);
}

static PlumbPlace *
plumb_entries_page_show (PlumbPageView *view, PlumbPlace *place, GError **error)
{
  PlumbEntriesPage *self = PLUMB_ENTRIES_PAGE (view);
  PlumbEntriesPagePrivate *priv = get_private (self);
  gboolean whole = plumb_place_get_id (place) != NULL;
  PlumbEntry *entry;

  if (priv->entries == NULL) {
    load (self);
  }

  entry = find_entry (self, place);
  if (whole && entry == NULL) {
    g_autofree char *message = describe_missing (place);

    g_set_error_literal (error, PLUMB_LIBRARY_ERROR, PLUMB_LIBRARY_ERROR_DANGLING, message);
    return NULL;
  }

  mark (self, whole ? entry : NULL);
  if (entry != NULL) {
    reveal (self, entry);
  }

  return plumb_place_ref (place);
}

static void
plumb_entries_page_find (PlumbPageView *view)
{
  PlumbEntriesPagePrivate *priv = get_private (PLUMB_ENTRIES_PAGE (view));

  gtk_widget_grab_focus (GTK_WIDGET (priv->filter_entry));
  gtk_editable_select_region (GTK_EDITABLE (priv->filter_entry), 0, -1);
}

/* Where a reader begins: at the entry that they came for, or at the top of the list. */
static gboolean
plumb_entries_page_grab_focus (GtkWidget *widget)
{
  PlumbEntriesPagePrivate *priv = get_private (PLUMB_ENTRIES_PAGE (widget));

  return gtk_widget_grab_focus (GTK_WIDGET (priv->list)) ||
         gtk_widget_grab_focus (GTK_WIDGET (priv->filter_entry));
}

static void
set_all_expanded (PlumbEntriesPage *self, gboolean all_expanded)
{
  PlumbEntriesPagePrivate *priv = get_private (self);

  if (priv->all_expanded == all_expanded) {
    return;
  }

  priv->all_expanded = all_expanded;
  plumb_entries_list_expand_all (priv->list, all_expanded);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALL_EXPANDED]);
}

static void
plumb_entries_page_constructed (GObject *object)
{
  PlumbEntriesPage *self = PLUMB_ENTRIES_PAGE (object);
  PlumbEntriesPagePrivate *priv = get_private (self);
  const PlumbEntriesTexts *texts = PLUMB_ENTRIES_PAGE_GET_CLASS (self)->texts;

  G_OBJECT_CLASS (plumb_entries_page_parent_class)->constructed (object);

  /* A tool that looks at the template makes a page that is none in particular. */
  if (texts == NULL) {
    return;
  }

  plumb_page_view_set_titles (PLUMB_PAGE_VIEW (self), _ (texts->title), NULL);
  gtk_search_entry_set_placeholder_text (priv->filter_entry, _ (texts->filter));
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->filter_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (texts->filter),
                                  -1);
  plumb_entries_list_set_intro (priv->list, _ (texts->title), _ (texts->lede));
  adw_status_page_set_title (priv->empty, _ (texts->empty_title));
  adw_status_page_set_description (priv->empty, _ (texts->empty_text));
  gtk_widget_set_visible (priv->expand_button, texts->expand != NULL);
  if (texts->expand != NULL) {
    gtk_button_set_label (GTK_BUTTON (priv->expand_button), _ (texts->expand));
  }
}

static void
plumb_entries_page_dispose (GObject *object)
{
  PlumbEntriesPage *self = PLUMB_ENTRIES_PAGE (object);
  PlumbEntriesPagePrivate *priv = get_private (self);

  if (priv->list != NULL) {
    adw_bin_set_child (ADW_BIN (self), NULL);
  }
  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_ENTRIES_PAGE);
  g_clear_object (&priv->marked);

  G_OBJECT_CLASS (plumb_entries_page_parent_class)->dispose (object);
}

static void
plumb_entries_page_finalize (GObject *object)
{
  PlumbEntriesPagePrivate *priv = get_private (PLUMB_ENTRIES_PAGE (object));

  g_clear_pointer (&priv->entries, g_ptr_array_unref);
  g_strfreev (priv->words);

  G_OBJECT_CLASS (plumb_entries_page_parent_class)->finalize (object);
}

static void
plumb_entries_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbEntriesPage *self = PLUMB_ENTRIES_PAGE (object);

  switch (prop_id) {
  case PROP_FILTER:
    g_value_set_string (value, plumb_entries_page_get_filter (self));
    break;
  case PROP_ALL_EXPANDED:
    g_value_set_boolean (value, get_private (self)->all_expanded);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_entries_page_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  PlumbEntriesPage *self = PLUMB_ENTRIES_PAGE (object);

  switch (prop_id) {
  case PROP_FILTER:
    plumb_entries_page_set_filter (self, g_value_get_string (value));
    break;
  case PROP_ALL_EXPANDED:
    set_all_expanded (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_entries_page_class_init (PlumbEntriesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlumbPageViewClass *view_class = PLUMB_PAGE_VIEW_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = plumb_entries_page_constructed;
  object_class->dispose = plumb_entries_page_dispose;
  object_class->finalize = plumb_entries_page_finalize;
  object_class->get_property = plumb_entries_page_get_property;
  object_class->set_property = plumb_entries_page_set_property;
  widget_class->grab_focus = plumb_entries_page_grab_focus;
  view_class->show = plumb_entries_page_show;
  view_class->find = plumb_entries_page_find;

  /**
   * PlumbEntriesPage:filter:
   *
   * The words that are looked for.
   */
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, "", flags);
  /**
   * PlumbEntriesPage:all-expanded:
   *
   * Whether all entries have been opened.
   */
  properties[PROP_ALL_EXPANDED] = g_param_spec_boolean ("all-expanded", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "page.expand-all", "all-expanded");

  g_type_ensure (PLUMB_TYPE_ENTRIES_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/pages/plumb-entries-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, PlumbEntriesPage, filter_entry);
  gtk_widget_class_bind_template_child_private (widget_class, PlumbEntriesPage, count);
  gtk_widget_class_bind_template_child_private (widget_class, PlumbEntriesPage, expand_button);
  gtk_widget_class_bind_template_child_private (widget_class, PlumbEntriesPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, PlumbEntriesPage, list);
  gtk_widget_class_bind_template_child_private (widget_class, PlumbEntriesPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, has_entries);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, update_title_shown);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stop_cb);
}

static void
plumb_entries_page_init (PlumbEntriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_entries_page_get_n_shown:
 * @self: a page
 *
 * Returns: how many entries have the words that are looked for
 */
guint
plumb_entries_page_get_n_shown (PlumbEntriesPage *self)
{
  g_return_val_if_fail (PLUMB_IS_ENTRIES_PAGE (self), 0);

  return plumb_entries_list_get_n_shown (get_private (self)->list);
}

/**
 * plumb_entries_page_get_filter:
 * @self: a page
 *
 * Returns: the words that are looked for
 */
const char *
plumb_entries_page_get_filter (PlumbEntriesPage *self)
{
  g_return_val_if_fail (PLUMB_IS_ENTRIES_PAGE (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (get_private (self)->filter_entry));
}

/**
 * plumb_entries_page_set_filter:
 * @self: a page
 * @filter: (nullable): words
 *
 * Shows only the entries that have all of these words.
 */
void
plumb_entries_page_set_filter (PlumbEntriesPage *self, const char *filter)
{
  g_return_if_fail (PLUMB_IS_ENTRIES_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (get_private (self)->filter_entry),
                         filter != NULL ? filter : "");
  filter_changed_cb (self);
}

/**
 * plumb_entries_page_get_marked:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the entry that the reader came for
 */
PlumbEntry *
plumb_entries_page_get_marked (PlumbEntriesPage *self)
{
  g_return_val_if_fail (PLUMB_IS_ENTRIES_PAGE (self), NULL);

  return get_private (self)->marked;
}
