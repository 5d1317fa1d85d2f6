/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The part of PlumbSidebar that opens, feeds and closes its search. */

#include "config.h"

#include "plumb-sidebar-private.h"

#include <glib/gi18n.h>

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

/* What is in the entry, where there is one yet. */
static const char *
get_text (PlumbSidebar *self)
{
  return self->entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
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
  if (self->results_view != NULL && has_focus_within (GTK_WIDGET (self->results_view))) {
    gtk_widget_grab_focus (self->entry);
  }
}

static void
stop_search (PlumbSidebar *self)
{
  if (*get_text (self) != '\0') {
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
search_started (PlumbSidebar *self)
{
  plumb_sidebar_set_search_mode (self, TRUE);

  /* The focus selects all that there is, and the next letter would replace the first. */
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/*< private >
 * plumb_sidebar_ask:
 * @self: a sidebar
 *
 * Asks the search for what is in the entry.
 */
void
plumb_sidebar_ask (PlumbSidebar *self)
{
  const char *text = get_text (self);

  if (self->search != NULL) {
    plumb_search_set_query (self->search, is_blank (text) ? "" : text);
  }
  gtk_stack_set_visible_child_name (self->stack, is_blank (text) ? "topics" : "results");
}

static void
entry_activate_cb (PlumbSidebar *self)
{
  if (!is_blank (get_text (self))) {
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
    gtk_widget_grab_focus (GTK_WIDGET (self->topics_view));
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
results_chosen_cb (PlumbSidebar *self)
{
  g_signal_emit_by_name (self, "chosen");
}

/* The list of what is found, below the entry. */
static void
build_results (PlumbSidebar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *results = plumb_results_view_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (results_key_pressed_cb), self);
  gtk_widget_add_controller (results, keys);
  g_signal_connect_swapped (results, "chosen", G_CALLBACK (results_chosen_cb), self);
  self->results_view = PLUMB_RESULTS_VIEW (results);
  plumb_results_view_set_search (self->results_view, self->search);
  gtk_stack_add_named (self->stack, results, "results");
}

/* The entry, and the bar that it is in. A window opens without them, and most are closed without having needed them. */
static void
build_search (PlumbSidebar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *bar = gtk_search_bar_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry), _ ("Search all topics"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search all topics"),
                                  -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (plumb_sidebar_ask), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stop_search), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  build_results (self);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 400);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->entry);
  gtk_search_bar_set_child (GTK_SEARCH_BAR (bar), clamp);
  g_object_bind_property (self, "search-mode", bar, "search-mode-enabled", G_BINDING_SYNC_CREATE);
  adw_toolbar_view_add_top_bar (self->toolbar_view, bar);
}

/* Whether a key may begin a word, by itself or with the next one. */
static gboolean
begins_word (guint keyval, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0) {
    return FALSE;
  }

  return (letter != 0 && g_unichar_isprint (letter)) || keyval == GDK_KEY_Multi_key ||
         (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek);
}

/* What GtkSearchEntry does for a widget that it captures keys from, for an entry that need not be there yet. */
static gboolean
capture_key_pressed_cb (PlumbSidebar *self,
                        guint keyval,
                        guint keycode,
                        GdkModifierType state,
                        GtkEventController *controller)
{
  gboolean was_empty = *get_text (self) == '\0';
  gboolean handled;

  if (self->search == NULL || (self->entry == NULL && !begins_word (keyval, state))) {
    return GDK_EVENT_PROPAGATE;
  }

  if (self->entry == NULL) {
    build_search (self);
  }
  handled = gtk_event_controller_key_forward (
      GTK_EVENT_CONTROLLER_KEY (controller),
      GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
  if (handled && was_empty && *get_text (self) != '\0') {
    search_started (self);
  }

  return handled;
}

static void
capture_key_released_cb (PlumbSidebar *self,
                         guint keyval,
                         guint keycode,
                         GdkModifierType state,
                         GtkEventController *controller)
{
  if (self->search != NULL && self->entry != NULL) {
    gtk_event_controller_key_forward (
        GTK_EVENT_CONTROLLER_KEY (controller),
        GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
  }
}

static gboolean
has_search (PlumbSidebar *self, PlumbSearch *search)
{
  return search != NULL;
}

/*< private >
 * plumb_sidebar_class_init_search:
 * @widget_class: the class of sidebars
 *
 * Sets up what the template and the actions need of the search.
 */
void
plumb_sidebar_class_init_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sidebar.stop-search", NULL, stop_search_action);

  gtk_widget_class_bind_template_callback (widget_class, has_search);
}

/*< private >
 * plumb_sidebar_init_search:
 * @self: a sidebar
 *
 * The search of a new sidebar is closed.
 */
void
plumb_sidebar_init_search (PlumbSidebar *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.stop-search", FALSE);
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

  /* Without a search there is nothing to open. */
  search_mode = search_mode && self->search != NULL;
  changed = self->search_mode != search_mode;
  if (!changed && !search_mode) {
    return;
  }

  if (search_mode && self->entry == NULL) {
    build_search (self);
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
    g_object_notify (G_OBJECT (self), "search-mode");
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
  if (self->search_mode) {
    gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  }
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

  if (self->key_capture_widget == widget) {
    return;
  }

  if (self->key_capture_widget != NULL) {
    gtk_widget_remove_controller (self->key_capture_widget, self->key_controller);
    self->key_controller = NULL;
  }
  g_set_weak_pointer (&self->key_capture_widget, widget);
  if (widget == NULL) {
    return;
  }

  self->key_controller = gtk_event_controller_key_new ();
  g_signal_connect_object (self->key_controller,
                           "key-pressed",
                           G_CALLBACK (capture_key_pressed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->key_controller,
                           "key-released",
                           G_CALLBACK (capture_key_released_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, self->key_controller);
}
