/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-sidebar-private.h"

#include <glib/gi18n.h>

#include "plumb-problems-dialog.h"

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
 * A window opens with the topics alone. The search, the main menu and the way to the library's problems are made when
 * they are first needed.
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
build_problems_button (PlumbSidebar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE,
                                   "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name",
                                   "dialog-warning-symbolic",
                                   NULL);

  self->problems_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problems_label, TRUE);
  gtk_label_set_wrap_mode (self->problems_label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->problems_label, 0);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problems_label));

  self->problems_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->problems_button), box);
  gtk_widget_add_css_class (self->problems_button, "flat");
  gtk_widget_add_css_class (self->problems_button, "problems-button");
  g_signal_connect_swapped (self->problems_button,
                            "clicked",
                            G_CALLBACK (problems_clicked_cb),
                            self);
  adw_toolbar_view_add_bottom_bar (self->toolbar_view, self->problems_button);
}

static void
update_problems (PlumbSidebar *self)
{
  g_autofree char *text = self->errors != NULL ? plumb_problems_describe (self->errors) : NULL;

  if (self->problems_button == NULL && text == NULL) {
    return;
  }
  if (self->problems_button == NULL) {
    build_problems_button (self);
  }
  gtk_label_set_text (self->problems_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->problems_button, text != NULL);
}

/* A popover menu of a dozen items takes its time to be made, and most windows are opened to read. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  PlumbSidebar *self = user_data;

  if (gtk_menu_button_get_menu_model (button) != self->menu_model) {
    gtk_menu_button_set_menu_model (button, self->menu_model);
  }
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
  plumb_sidebar_set_key_capture_widget (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_SIDEBAR);
  self->entry = NULL;
  self->results_view = NULL;
  self->problems_button = NULL;
  self->problems_label = NULL;
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

  g_type_ensure (PLUMB_TYPE_TOPICS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sidebar/plumb-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbSidebar, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, PlumbSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlumbSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, PlumbSidebar, topics_view);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  plumb_sidebar_class_init_search (widget_class);
}

static void
plumb_sidebar_init (PlumbSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  plumb_sidebar_init_search (self);
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

  if (search == NULL) {
    plumb_sidebar_set_search_mode (self, FALSE);
  }
  if (self->results_view != NULL) {
    plumb_results_view_set_search (self->results_view, search);
  }
  plumb_sidebar_ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
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
