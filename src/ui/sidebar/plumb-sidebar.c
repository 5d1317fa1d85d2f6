/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-sidebar.h"

#include <glib/gi18n.h>

#include "plumb-problems-dialog.h"
#include "plumb-results-view.h"
#include "plumb-topics-view.h"

/**
 * PlumbSidebar:
 *
 * The topics of a library and the search over them, under a header bar of their own.
 *
 * It goes places with the actions `win.go` (a place's URI) and `win.go-to-hit` (a place's URI and what was looked for), which the window
 * provides.
 *
 * Escape in the search first clears it and then closes it, and the keyboard focus returns to where it was before.
 *
 * ## Actions
 *
 * `sidebar.stop-search` does what Escape does; it is enabled while the search is open.
 *
 * ## CSS nodes
 *
 * `PlumbSidebar` contains a button with the style class `.problems-button` where the library has problems.
 *
 * ## Accessibility
 *
 * Lists, entry and buttons have names. From the entry, the down arrow leads to the list below it, and the up arrow from the first result
 * back to the entry.
 */
struct _PlumbSidebar {
  AdwBin parent_instance;

  PlumbLibrary *library;
  PlumbStore *store;
  PlumbSearch *search;
  PlumbPlace *place;
  GMenuModel *menu_model;
  gboolean search_mode;
  GListModel *errors;
  gulong errors_changed_id;
  GtkWidget *focus_before;

  GtkWidget *entry;
  GtkStack *stack;
  PlumbTopicsView *topics_view;
  PlumbResultsView *results_view;
  GtkWidget *problems_button;
  GtkLabel *problems_label;
};

enum {
  PROP_0,
  PROP_LIBRARY,
  PROP_STORE,
  PROP_SEARCH,
  PROP_PLACE,
  PROP_SEARCH_MODE,
  PROP_MENU_MODEL,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlumbSidebar, plumb_sidebar, ADW_TYPE_BIN)

static const char *
get_title (PlumbSidebar *self)
{
  return self->library != NULL ? plumb_library_get_file (self->library)->title : _ ("Plumb");
}

static gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text)) {
    if (!g_unichar_isspace (g_utf8_get_char (text))) {
      return FALSE;
    }
  }

  return TRUE;
}

static char *
page_name (PlumbSidebar *self, const char *text)
{
  return g_strdup (is_blank (text) ? "topics" : "results");
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
remember_focus (PlumbSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && !has_focus_within (self->entry)) {
    g_set_weak_pointer (&self->focus_before, gtk_root_get_focus (root));
  }
}

static gboolean
can_return_focus (PlumbSidebar *self)
{
  GtkWidget *before = self->focus_before;

  /* The rows of a list change hands: the one that had the focus may show another topic by now. */
  return before != NULL && gtk_widget_get_mapped (before) &&
         gtk_widget_get_root (before) == gtk_widget_get_root (GTK_WIDGET (self)) &&
         !gtk_widget_is_ancestor (before, GTK_WIDGET (self->topics_view)) &&
         !gtk_widget_is_ancestor (before, GTK_WIDGET (self->results_view));
}

static void
return_focus (PlumbSidebar *self)
{
  /* Whoever has moved on since is left alone. */
  if (has_focus_within (self->entry)) {
    if (!can_return_focus (self) || !gtk_widget_grab_focus (self->focus_before)) {
      gtk_widget_grab_focus (GTK_WIDGET (self->topics_view));
    }
  }
  g_clear_weak_pointer (&self->focus_before);
}

/* The results are about to go, and the focus must not go with them. */
static void
leave_results (PlumbSidebar *self)
{
  if (has_focus_within (GTK_WIDGET (self->results_view))) {
    gtk_widget_grab_focus (self->entry);
  }
}

static void
stop_search (PlumbSidebar *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0') {
    leave_results (self);
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  } else {
    plumb_sidebar_set_search_mode (self, FALSE);
  }
}

static void
stop_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  stop_search (PLUMB_SIDEBAR (widget));
}

static void
stop_search_cb (PlumbSidebar *self)
{
  stop_search (self);
}

static void
search_started_cb (PlumbSidebar *self)
{
  plumb_sidebar_set_search_mode (self, TRUE);

  /* The focus selects all that there is, and the next letter would replace the first. */
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
entry_changed_cb (PlumbSidebar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->search != NULL) {
    plumb_search_set_query (self->search, is_blank (text) ? "" : text);
  }
}

static void
entry_activate_cb (PlumbSidebar *self)
{
  if (!is_blank (gtk_editable_get_text (GTK_EDITABLE (self->entry)))) {
    plumb_results_view_activate_first (self->results_view);
  }
}

static gboolean
entry_key_pressed_cb (PlumbSidebar *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0) {
    return GDK_EVENT_PROPAGATE;
  }

  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->results_view)) {
    plumb_results_view_focus (self->results_view);
  } else {
    plumb_topics_view_focus (self->topics_view);
  }

  return GDK_EVENT_STOP;
}

static gboolean
results_key_pressed_cb (PlumbSidebar *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      !plumb_results_view_is_focus_first (self->results_view)) {
    return GDK_EVENT_PROPAGATE;
  }

  gtk_widget_grab_focus (self->entry);

  return GDK_EVENT_STOP;
}

static void
chosen_cb (PlumbSidebar *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
problems_clicked_cb (PlumbSidebar *self)
{
  adw_dialog_present (ADW_DIALOG (plumb_problems_dialog_new (self->errors)), GTK_WIDGET (self));
}

static void
update_problems (PlumbSidebar *self)
{
  g_autofree char *text = self->errors != NULL ? plumb_problems_describe (self->errors) : NULL;

  gtk_label_set_text (self->problems_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->problems_button, text != NULL);
}

static void
clear_errors (PlumbSidebar *self)
{
  if (self->errors != NULL) {
    g_clear_signal_handler (&self->errors_changed_id, self->errors);
    g_clear_object (&self->errors);
  }
}

static void
plumb_sidebar_dispose (GObject *object)
{
  PlumbSidebar *self = PLUMB_SIDEBAR (object);

  clear_errors (self);
  if (self->entry != NULL) {
    gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), NULL);
  }
  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_SIDEBAR);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->library);
  g_clear_object (&self->store);
  g_clear_object (&self->search);
  g_clear_object (&self->menu_model);
  g_clear_pointer (&self->place, plumb_place_unref);

  G_OBJECT_CLASS (plumb_sidebar_parent_class)->dispose (object);
}

static void
plumb_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbSidebar *self = PLUMB_SIDEBAR (object);

  switch (prop_id) {
  case PROP_LIBRARY:
    g_value_set_object (value, self->library);
    break;
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_SEARCH:
    g_value_set_object (value, self->search);
    break;
  case PROP_PLACE:
    g_value_set_boxed (value, self->place);
    break;
  case PROP_SEARCH_MODE:
    g_value_set_boolean (value, self->search_mode);
    break;
  case PROP_MENU_MODEL:
    g_value_set_object (value, self->menu_model);
    break;
  case PROP_TITLE:
    g_value_set_string (value, get_title (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_sidebar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlumbSidebar *self = PLUMB_SIDEBAR (object);

  switch (prop_id) {
  case PROP_LIBRARY:
    plumb_sidebar_set_library (self, g_value_get_object (value));
    break;
  case PROP_STORE:
    plumb_sidebar_set_store (self, g_value_get_object (value));
    break;
  case PROP_SEARCH:
    plumb_sidebar_set_search (self, g_value_get_object (value));
    break;
  case PROP_PLACE:
    plumb_sidebar_set_place (self, g_value_get_boxed (value));
    break;
  case PROP_SEARCH_MODE:
    plumb_sidebar_set_search_mode (self, g_value_get_boolean (value));
    break;
  case PROP_MENU_MODEL:
    if (g_set_object (&self->menu_model, g_value_get_object (value))) {
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_sidebar_class_init (PlumbSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = plumb_sidebar_dispose;
  object_class->get_property = plumb_sidebar_get_property;
  object_class->set_property = plumb_sidebar_set_property;

  /**
   * PlumbSidebar:library:
   *
   * The library whose topics are listed.
   */
  properties[PROP_LIBRARY] =
      g_param_spec_object ("library", NULL, NULL, PLUMB_TYPE_LIBRARY, G_PARAM_READWRITE | flags);

  /**
   * PlumbSidebar:store:
   *
   * Where it is kept what was read.
   */
  properties[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, PLUMB_TYPE_STORE, G_PARAM_READWRITE | flags);

  /**
   * PlumbSidebar:search:
   *
   * The search over the library, for this sidebar alone.
   */
  properties[PROP_SEARCH] =
      g_param_spec_object ("search", NULL, NULL, PLUMB_TYPE_SEARCH, G_PARAM_READWRITE | flags);

  /**
   * PlumbSidebar:place:
   *
   * Where the reader is. The selected topic follows it.
   */
  properties[PROP_PLACE] =
      g_param_spec_boxed ("place", NULL, NULL, PLUMB_TYPE_PLACE, G_PARAM_READWRITE | flags);

  /**
   * PlumbSidebar:search-mode:
   *
   * Whether the search is open.
   */
  properties[PROP_SEARCH_MODE] =
      g_param_spec_boolean ("search-mode", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);

  /**
   * PlumbSidebar:menu-model:
   *
   * The main menu.
   */
  properties[PROP_MENU_MODEL] =
      g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL, G_PARAM_READWRITE | flags);

  /**
   * PlumbSidebar:title:
   *
   * The title of the library, or the program's name where there is none.
   */
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbSidebar::chosen:
   * @self: a sidebar
   *
   * Emitted when the reader has chosen a topic or a hit with a click or Enter, rather than passed over it, so that a
   * narrow window can turn to what was chosen.
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

  gtk_widget_class_install_action (widget_class, "sidebar.stop-search", NULL, stop_search_action);

  g_type_ensure (PLUMB_TYPE_TOPICS_VIEW);
  g_type_ensure (PLUMB_TYPE_RESULTS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sidebar/plumb-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbSidebar, entry);
  gtk_widget_class_bind_template_child (widget_class, PlumbSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, PlumbSidebar, topics_view);
  gtk_widget_class_bind_template_child (widget_class, PlumbSidebar, results_view);
  gtk_widget_class_bind_template_child (widget_class, PlumbSidebar, problems_button);
  gtk_widget_class_bind_template_child (widget_class, PlumbSidebar, problems_label);
  gtk_widget_class_bind_template_callback (widget_class, page_name);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, results_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, problems_clicked_cb);
}

static void
plumb_sidebar_init (PlumbSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.stop-search", FALSE);
}

/**
 * plumb_sidebar_new:
 *
 * Creates a sidebar without a library.
 *
 * Returns: (transfer floating): a new sidebar
 */
GtkWidget *
plumb_sidebar_new (void)
{
  return g_object_new (PLUMB_TYPE_SIDEBAR, NULL);
}

/**
 * plumb_sidebar_get_library:
 * @self: a sidebar
 *
 * Returns: (transfer none) (nullable): the library whose topics are listed
 */
PlumbLibrary *
plumb_sidebar_get_library (PlumbSidebar *self)
{
  g_return_val_if_fail (PLUMB_IS_SIDEBAR (self), NULL);

  return self->library;
}

/**
 * plumb_sidebar_set_library:
 * @self: a sidebar
 * @library: (nullable): a library
 *
 * Lists the topics of @library, and offers its problems where it has any.
 */
void
plumb_sidebar_set_library (PlumbSidebar *self, PlumbLibrary *library)
{
  g_return_if_fail (PLUMB_IS_SIDEBAR (self));
  g_return_if_fail (library == NULL || PLUMB_IS_LIBRARY (library));

  if (!g_set_object (&self->library, library)) {
    return;
  }

  clear_errors (self);
  if (library != NULL) {
    self->errors = plumb_problems_only_errors (plumb_library_get_problems (library));
    self->errors_changed_id = g_signal_connect_swapped (self->errors,
                                                        "items-changed",
                                                        G_CALLBACK (update_problems),
                                                        self);
  }
  update_problems (self);
  plumb_topics_view_set_library (self->topics_view, library);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

/**
 * plumb_sidebar_get_store:
 * @self: a sidebar
 *
 * Returns: (transfer none) (nullable): where it is kept what was read
 */
PlumbStore *
plumb_sidebar_get_store (PlumbSidebar *self)
{
  g_return_val_if_fail (PLUMB_IS_SIDEBAR (self), NULL);

  return self->store;
}

/**
 * plumb_sidebar_set_store:
 * @self: a sidebar
 * @store: (nullable): where it is kept what was read
 *
 * Sets whose marks the topics show.
 */
void
plumb_sidebar_set_store (PlumbSidebar *self, PlumbStore *store)
{
  g_return_if_fail (PLUMB_IS_SIDEBAR (self));
  g_return_if_fail (store == NULL || PLUMB_IS_STORE (store));

  if (!g_set_object (&self->store, store)) {
    return;
  }

  plumb_topics_view_set_store (self->topics_view, store);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/**
 * plumb_sidebar_get_search:
 * @self: a sidebar
 *
 * Returns: (transfer none) (nullable): the search over the library
 */
PlumbSearch *
plumb_sidebar_get_search (PlumbSidebar *self)
{
  g_return_val_if_fail (PLUMB_IS_SIDEBAR (self), NULL);

  return self->search;
}

/**
 * plumb_sidebar_set_search:
 * @self: a sidebar
 * @search: (nullable): a search over the library, for this sidebar alone
 *
 * Sets what is asked when the reader types.
 */
void
plumb_sidebar_set_search (PlumbSidebar *self, PlumbSearch *search)
{
  g_return_if_fail (PLUMB_IS_SIDEBAR (self));
  g_return_if_fail (search == NULL || PLUMB_IS_SEARCH (search));

  if (!g_set_object (&self->search, search)) {
    return;
  }

  plumb_results_view_set_search (self->results_view, search);
  entry_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

/**
 * plumb_sidebar_get_place:
 * @self: a sidebar
 *
 * Returns: (transfer none) (nullable): where the reader is
 */
PlumbPlace *
plumb_sidebar_get_place (PlumbSidebar *self)
{
  g_return_val_if_fail (PLUMB_IS_SIDEBAR (self), NULL);

  return self->place;
}

/**
 * plumb_sidebar_set_place:
 * @self: a sidebar
 * @place: (nullable): where the reader is
 *
 * Selects the topic that @place is in, or none. No action is activated.
 */
void
plumb_sidebar_set_place (PlumbSidebar *self, PlumbPlace *place)
{
  g_return_if_fail (PLUMB_IS_SIDEBAR (self));

  if (self->place == place ||
      (self->place != NULL && place != NULL && plumb_place_equal (self->place, place))) {
    return;
  }

  g_clear_pointer (&self->place, plumb_place_unref);
  self->place = place != NULL ? plumb_place_ref (place) : NULL;
  plumb_topics_view_set_place (self->topics_view, place);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

/**
 * plumb_sidebar_get_search_mode:
 * @self: a sidebar
 *
 * Returns: whether the search is open
 */
gboolean
plumb_sidebar_get_search_mode (PlumbSidebar *self)
{
  g_return_val_if_fail (PLUMB_IS_SIDEBAR (self), FALSE);

  return self->search_mode;
}

/**
 * plumb_sidebar_set_search_mode:
 * @self: a sidebar
 * @search_mode: whether the search is open
 *
 * Opens the search and moves the keyboard focus to it, or clears it, closes it and moves the focus back to where it was.
 */
void
plumb_sidebar_set_search_mode (PlumbSidebar *self, gboolean search_mode)
{
  gboolean changed;

  g_return_if_fail (PLUMB_IS_SIDEBAR (self));

  search_mode = !!search_mode;
  changed = self->search_mode != search_mode;
  if (!changed && !search_mode) {
    return;
  }

  if (search_mode) {
    remember_focus (self);
  } else {
    leave_results (self);
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
    return_focus (self);
  }

  self->search_mode = search_mode;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.stop-search", search_mode);
  if (changed) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
  }

  /* Also when it is open already: whoever asks for the search wants to type. */
  if (search_mode) {
    gtk_widget_grab_focus (self->entry);
  }
}

/**
 * plumb_sidebar_search:
 * @self: a sidebar
 * @query: what to look for
 *
 * Opens the search and looks for something.
 */
void
plumb_sidebar_search (PlumbSidebar *self, const char *query)
{
  g_return_if_fail (PLUMB_IS_SIDEBAR (self));
  g_return_if_fail (query != NULL);

  plumb_sidebar_set_search_mode (self, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * plumb_sidebar_set_key_capture_widget:
 * @self: a sidebar
 * @widget: (nullable): the widget, usually the window
 *
 * Sets the widget in which typing, where nothing else takes it, begins a search.
 */
void
plumb_sidebar_set_key_capture_widget (PlumbSidebar *self, GtkWidget *widget)
{
  g_return_if_fail (PLUMB_IS_SIDEBAR (self));
  g_return_if_fail (widget == NULL || GTK_IS_WIDGET (widget));

  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), widget);
}
