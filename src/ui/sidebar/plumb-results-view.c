/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-results-view.h"

#include <glib/gi18n.h>

#include "plumb-hit-row.h"

/* How long the results must stay the same before the screen reader says how many there are, in milliseconds: while
 * somebody types, each number would cut off the one before, and the letters. */
#define ANNOUNCE_DELAY 600

/**
 * PlumbResultsView:
 *
 * What a search has found, or why there is nothing to show.
 *
 * A reader who activates a hit goes there with `win.go-to-hit`, which has the place and what was looked for, so that the window can
 * mark it. Moving over the hits goes nowhere.
 *
 * ## CSS nodes
 *
 * `PlumbResultsView` contains a label with the style class `.hit-count` above a list view with the style class
 * `.navigation-sidebar`.
 *
 * ## Accessibility
 *
 * The list has a name. How many results there are is announced once they settle. Each row is labelled with the title of the
 * topic and described by where the hit is and the text around it.
 */
struct _PlumbResultsView {
  AdwBin parent_instance;

  PlumbSearch *search;
  GSignalGroup *search_signals;
  guint announce_id;
  gboolean activate_when_ready;

  GtkStack *stack;
  GtkLabel *count_label;
  GtkListView *list_view;
  GtkProgressBar *progress_bar;
  AdwStatusPage *error_page;
};

enum {
  PROP_0,
  PROP_SEARCH,
  PROP_RESULTS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlumbResultsView, plumb_results_view, ADW_TYPE_BIN)

static GListModel *
get_results (PlumbResultsView *self)
{
  return self->search != NULL ? plumb_search_get_results (self->search) : NULL;
}

/**
 * plumb_results_view_describe_count:
 * @n_results: how many results there are
 *
 * Says how many results there are. Where there are %PLUMB_SEARCH_MAX_HITS, there may be more, and these are the best.
 *
 * Returns: (transfer full): the words, in the reader's language
 */
char *
plumb_results_view_describe_count (guint n_results)
{
  if (n_results == 0) {
    return g_strdup (_ ("No results"));
  }
  if (n_results >= PLUMB_SEARCH_MAX_HITS) {
    /* Translators: a search found more than it shows. %u is how many it shows. */
    return g_strdup_printf (ngettext ("The best result", "The %u best results", n_results),
                            n_results);
  }

  return g_strdup_printf (ngettext ("%u result", "%u results", n_results), n_results);
}

static gboolean
announce_cb (gpointer data)
{
  PlumbResultsView *self = data;
  g_autofree char *text = plumb_results_view_describe_count (
      plumb_search_get_n_results (self->search));

  self->announce_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self))) {
    gtk_accessible_announce (GTK_ACCESSIBLE (self),
                             text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  }

  return G_SOURCE_REMOVE;
}

static void
show_results (PlumbResultsView *self)
{
  guint n_results = plumb_search_get_n_results (self->search);
  g_autofree char *text = plumb_results_view_describe_count (n_results);

  gtk_label_set_text (self->count_label, text);
  gtk_stack_set_visible_child_name (self->stack, n_results > 0 ? "results" : "none");

  self->announce_id = g_timeout_add (ANNOUNCE_DELAY, announce_cb, self);

  if (self->activate_when_ready) {
    plumb_results_view_activate_first (self);
  }
}

static void
update (PlumbResultsView *self)
{
  const GError *error;

  g_clear_handle_id (&self->announce_id, g_source_remove);

  switch (plumb_search_get_state (self->search)) {
  case PLUMB_SEARCH_STATE_INDEXING:
    gtk_progress_bar_set_fraction (self->progress_bar, plumb_search_get_progress (self->search));
    gtk_stack_set_visible_child_name (self->stack, "indexing");
    break;
  case PLUMB_SEARCH_STATE_DONE:
  case PLUMB_SEARCH_STATE_NOTHING:
    show_results (self);
    break;
  case PLUMB_SEARCH_STATE_ERROR:
    error = plumb_search_get_error (self->search);
    adw_status_page_set_description (self->error_page, error != NULL ? error->message : NULL);
    gtk_stack_set_visible_child_name (self->stack, "error");
    break;
  case PLUMB_SEARCH_STATE_IDLE:
    gtk_label_set_text (self->count_label, "");
    gtk_stack_set_visible_child_name (self->stack, "results");
    break;
  case PLUMB_SEARCH_STATE_SEARCHING:
  default:
    /* What was found before stays until there is something better. */
    break;
  }
}

static void
query_changed_cb (PlumbResultsView *self)
{
  self->activate_when_ready = FALSE;
}

static void
activate_hit (PlumbResultsView *self, guint position)
{
  g_autoptr (PlumbSearchHit) hit = g_list_model_get_item (get_results (self), position);
  g_autoptr (PlumbPlace) place = hit != NULL ? plumb_search_hit_dup_place (hit) : NULL;
  g_autofree char *uri = NULL;
  const char *query;

  if (place == NULL) {
    return;
  }

  uri = plumb_place_to_uri (place);
  query = plumb_search_get_query (self->search);
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.go-to-hit",
                              "(ss)",
                              uri,
                              query != NULL ? query : "");
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
activate_cb (PlumbResultsView *self, guint position)
{
  activate_hit (self, position);
}

static void
setup_cb (PlumbResultsView *self, GtkListItem *item)
{
  GtkWidget *row = plumb_hit_row_new ();

  gtk_list_item_set_child (item, row);
  g_object_bind_property (row, "label", item, "accessible-label", G_BINDING_DEFAULT);
  g_object_bind_property (row, "description", item, "accessible-description", G_BINDING_DEFAULT);
}

static void
bind_cb (PlumbResultsView *self, GtkListItem *item)
{
  plumb_hit_row_set_hit (PLUMB_HIT_ROW (gtk_list_item_get_child (item)),
                         gtk_list_item_get_item (item));
}

static void
unbind_cb (PlumbResultsView *self, GtkListItem *item)
{
  plumb_hit_row_set_hit (PLUMB_HIT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
plumb_results_view_dispose (GObject *object)
{
  PlumbResultsView *self = PLUMB_RESULTS_VIEW (object);

  g_clear_handle_id (&self->announce_id, g_source_remove);
  if (self->search_signals != NULL) {
    g_signal_group_set_target (self->search_signals, NULL);
  }
  if (self->list_view != NULL) {
    gtk_list_view_set_model (self->list_view, NULL);
  }
  /* AdwBin would unparent it once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_RESULTS_VIEW);
  g_clear_object (&self->search_signals);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (plumb_results_view_parent_class)->dispose (object);
}

static void
plumb_results_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbResultsView *self = PLUMB_RESULTS_VIEW (object);

  switch (prop_id) {
  case PROP_SEARCH:
    g_value_set_object (value, self->search);
    break;
  case PROP_RESULTS:
    g_value_set_object (value, get_results (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_results_view_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  PlumbResultsView *self = PLUMB_RESULTS_VIEW (object);

  switch (prop_id) {
  case PROP_SEARCH:
    plumb_results_view_set_search (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_results_view_class_init (PlumbResultsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = plumb_results_view_dispose;
  object_class->get_property = plumb_results_view_get_property;
  object_class->set_property = plumb_results_view_set_property;

  properties[PROP_SEARCH] =
      g_param_spec_object ("search", NULL, NULL, PLUMB_TYPE_SEARCH, G_PARAM_READWRITE | flags);
  properties[PROP_RESULTS] =
      g_param_spec_object ("results", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbResultsView::chosen:
   * @self: a view of results
   *
   * Emitted when the reader has gone to a hit.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sidebar/plumb-results-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbResultsView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlumbResultsView, count_label);
  gtk_widget_class_bind_template_child (widget_class, PlumbResultsView, list_view);
  gtk_widget_class_bind_template_child (widget_class, PlumbResultsView, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, PlumbResultsView, error_page);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
plumb_results_view_init (PlumbResultsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->search_signals = g_signal_group_new (PLUMB_TYPE_SEARCH);
  g_signal_group_connect_swapped (self->search_signals,
                                  "notify::query",
                                  G_CALLBACK (query_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->search_signals, "notify::state", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->search_signals,
                                  "notify::progress",
                                  G_CALLBACK (update),
                                  self);
}

/**
 * plumb_results_view_new:
 *
 * Creates a view of no results.
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
plumb_results_view_new (void)
{
  return g_object_new (PLUMB_TYPE_RESULTS_VIEW, NULL);
}

/**
 * plumb_results_view_set_search:
 * @self: a view of results
 * @search: (nullable): a search
 *
 * Sets whose results are shown. They are shown as they come in.
 */
void
plumb_results_view_set_search (PlumbResultsView *self, PlumbSearch *search)
{
  g_return_if_fail (PLUMB_IS_RESULTS_VIEW (self));
  g_return_if_fail (search == NULL || PLUMB_IS_SEARCH (search));

  if (!g_set_object (&self->search, search)) {
    return;
  }

  g_clear_handle_id (&self->announce_id, g_source_remove);
  self->activate_when_ready = FALSE;
  g_signal_group_set_target (self->search_signals, search);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULTS]);
  if (search != NULL) {
    update (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

/**
 * plumb_results_view_get_page:
 * @self: a view of results
 *
 * Returns: (transfer none): what is shown: `results`, `none`, `indexing` or `error`
 */
const char *
plumb_results_view_get_page (PlumbResultsView *self)
{
  g_return_val_if_fail (PLUMB_IS_RESULTS_VIEW (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

static gboolean
has_results (PlumbResultsView *self)
{
  GListModel *results = get_results (self);

  return results != NULL && g_list_model_get_n_items (results) > 0 &&
         g_str_equal (plumb_results_view_get_page (self), "results");
}

/**
 * plumb_results_view_focus:
 * @self: a view of results
 *
 * Moves the keyboard focus to the first result.
 *
 * Returns: whether there was one
 */
gboolean
plumb_results_view_focus (PlumbResultsView *self)
{
  g_return_val_if_fail (PLUMB_IS_RESULTS_VIEW (self), FALSE);

  if (!has_results (self)) {
    return FALSE;
  }

  /* The first only says which row has the focus once the list does. */
  gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS, NULL);

  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/**
 * plumb_results_view_is_focus_first:
 * @self: a view of results
 *
 * Returns: whether the first result has the keyboard focus
 */
gboolean
plumb_results_view_is_focus_first (PlumbResultsView *self)
{
  g_autoptr (PlumbSearchHit) first = NULL;
  GtkWidget *item, *row;

  g_return_val_if_fail (PLUMB_IS_RESULTS_VIEW (self), FALSE);

  item = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  row = item != NULL ? gtk_widget_get_first_child (item) : NULL;
  if (!has_results (self) || row == NULL || !PLUMB_IS_HIT_ROW (row)) {
    return FALSE;
  }
  first = g_list_model_get_item (get_results (self), 0);

  return plumb_hit_row_get_hit (PLUMB_HIT_ROW (row)) == first;
}

/**
 * plumb_results_view_activate_first:
 * @self: a view of results
 *
 * Goes to the first result, at once or, where the search is still at work, when there is one.
 */
void
plumb_results_view_activate_first (PlumbResultsView *self)
{
  g_return_if_fail (PLUMB_IS_RESULTS_VIEW (self));

  if (self->search == NULL) {
    return;
  }

  switch (plumb_search_get_state (self->search)) {
  case PLUMB_SEARCH_STATE_DONE:
    self->activate_when_ready = FALSE;
    activate_hit (self, 0);
    break;
  case PLUMB_SEARCH_STATE_INDEXING:
  case PLUMB_SEARCH_STATE_SEARCHING:
    self->activate_when_ready = TRUE;
    break;
  case PLUMB_SEARCH_STATE_IDLE:
  case PLUMB_SEARCH_STATE_NOTHING:
  case PLUMB_SEARCH_STATE_ERROR:
  default:
    break;
  }
}
