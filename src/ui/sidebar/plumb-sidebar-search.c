/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The part of PlumbSidebar that opens, feeds and closes its search. */

#include "config.h"

#include "plumb-sidebar-private.h"

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

/*< private >
 * plumb_sidebar_ask:
 * @self: a sidebar
 *
 * Asks the search for what is in the entry.
 */
void
plumb_sidebar_ask (PlumbSidebar *self)
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

/*< private >
 * plumb_sidebar_capture_keys:
 * @self: a sidebar
 *
 * Lets typing begin a search where there is one.
 */
void
plumb_sidebar_capture_keys (PlumbSidebar *self)
{
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry),
                                           self->search != NULL ? self->key_capture_widget : NULL);
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

  gtk_widget_class_bind_template_callback (widget_class, page_name);
  gtk_widget_class_bind_template_callback (widget_class, has_search);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, plumb_sidebar_ask);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, results_key_pressed_cb);
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

  g_set_weak_pointer (&self->key_capture_widget, widget);
  plumb_sidebar_capture_keys (self);
}
