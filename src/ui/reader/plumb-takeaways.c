/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-takeaways.h"

#include <glib/gi18n.h>

#include "plumb-content.h"

/**
 * PlumbTakeaways:
 *
 * What a topic means for each audience: one tab each or, where the tabs don’t fit, one list to choose from. The points
 * of an audience are made when they are first shown, or when somebody asks for them with
 * plumb_takeaways_build_next().
 */
struct _PlumbTakeaways {
  GtkWidget parent_instance;

  gboolean compact;

  GtkWidget *box;
  GtkWidget *tabs;
  GtkWidget *choice;
  GtkWidget *choice_name;
  AdwViewStack *stack;

  /* Of the tabs in order: what holds their points, and the points. */
  GPtrArray *pages;
  GPtrArray *takeaways;
  guint next;
};

G_DEFINE_FINAL_TYPE (PlumbTakeaways, plumb_takeaways, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_AUDIENCE,
  PROP_COMPACT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
plumb_takeaways_dispose (GObject *object)
{
  PlumbTakeaways *self = PLUMB_TAKEAWAYS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->takeaways, g_ptr_array_unref);

  G_OBJECT_CLASS (plumb_takeaways_parent_class)->dispose (object);
}

static void
plumb_takeaways_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbTakeaways *self = PLUMB_TAKEAWAYS (object);

  switch (prop_id) {
  case PROP_AUDIENCE:
    g_value_set_string (value, plumb_takeaways_get_audience (self));
    break;
  case PROP_COMPACT:
    g_value_set_boolean (value, self->compact);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_takeaways_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  PlumbTakeaways *self = PLUMB_TAKEAWAYS (object);

  switch (prop_id) {
  case PROP_AUDIENCE:
    plumb_takeaways_set_audience (self, g_value_get_string (value));
    break;
  case PROP_COMPACT:
    plumb_takeaways_set_compact (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_takeaways_class_init (PlumbTakeawaysClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = plumb_takeaways_dispose;
  object_class->get_property = plumb_takeaways_get_property;
  object_class->set_property = plumb_takeaways_set_property;

  /**
   * PlumbTakeaways:audience:
   *
   * The id of the audience whose points are shown.
   */
  properties[PROP_AUDIENCE] = g_param_spec_string ("audience", NULL, NULL, NULL, flags);
  /**
   * PlumbTakeaways:compact:
   *
   * Whether there is one list to choose from in place of the tabs.
   */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "takeaways");
}

static void
update_choice_name (PlumbTakeaways *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->choice));
  g_autofree char *name = NULL;

  if (chosen != NULL) {
    /* Translators: what the screen reader says of the list of audiences. %s is the one that is chosen. */
    name = g_strdup_printf (C_ ("accessibility", "Audience: %s"),
                            gtk_string_object_get_string (chosen));
  }
  gtk_label_set_text (GTK_LABEL (self->choice_name), name != NULL ? name : "");
}

static void
choose_visible_page (PlumbTakeaways *self)
{
  guint i;

  if (g_ptr_array_find (self->pages, adw_view_stack_get_visible_child (self->stack), &i)) {
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), i);
  }
}

static void
fill_page (PlumbTakeaways *self, guint i)
{
  AdwBin *page = g_ptr_array_index (self->pages, i);
  PlumbTakeaway *takeaway = g_ptr_array_index (self->takeaways, i);
  GtkWidget *points;

  if (adw_bin_get_child (page) != NULL) {
    return;
  }

  points = plumb_content_bullets ((const char *const *) takeaway->points, FALSE);
  if (gtk_widget_get_direction (GTK_WIDGET (page)) != gtk_widget_get_default_direction ()) {
    plumb_content_set_direction (points, gtk_widget_get_direction (GTK_WIDGET (page)));
  }
  adw_bin_set_child (page, points);
}

static void
fill_visible_page (PlumbTakeaways *self)
{
  guint i;

  if (g_ptr_array_find (self->pages, adw_view_stack_get_visible_child (self->stack), &i)) {
    fill_page (self, i);
  }
}

static void
visible_child_cb (PlumbTakeaways *self)
{
  if (self->choice != NULL) {
    choose_visible_page (self);
  }
  fill_visible_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUDIENCE]);
}

static void
selected_cb (PlumbTakeaways *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  if (selected != GTK_INVALID_LIST_POSITION) {
    gtk_selection_model_select_item (pages, selected, TRUE);
  }
  update_choice_name (self);
}

static void
plumb_takeaways_init (PlumbTakeaways *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  adw_view_stack_set_vhomogeneous (self->stack, FALSE);
  adw_view_stack_set_hhomogeneous (self->stack, FALSE);
  self->pages = g_ptr_array_new ();
  self->takeaways = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
append_page (PlumbTakeaways *self, PlumbAudience *audience, PlumbTakeaway *takeaway)
{
  GtkWidget *page = adw_bin_new ();

  g_ptr_array_add (self->pages, page);
  g_ptr_array_add (self->takeaways, g_object_ref (takeaway));
  adw_view_stack_add_titled (self->stack, page, audience->id, audience->title);
}

/* The list makes the label of what is chosen only once it is in a window, too late to be given a direction with the
 * rest of the article. */
static void
choice_map_cb (GtkWidget *choice)
{
  plumb_content_set_direction (choice, gtk_widget_get_direction (choice));
}

/* Few windows are so narrow that they need it, and it takes as long to make as several paragraphs. */
static void
build_choice (PlumbTakeaways *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkTextDirection direction = gtk_widget_get_direction (GTK_WIDGET (self->stack));

  for (guint i = 0; i < self->pages->len; i++) {
    AdwViewStackPage *page = adw_view_stack_get_page (self->stack,
                                                      g_ptr_array_index (self->pages, i));

    gtk_string_list_append (titles, adw_view_stack_page_get_title (page));
  }

  self->choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  /* GtkDropDown says what is chosen and not of what, unless a label names it; this one is for that, and is not seen. */
  self->choice_name = gtk_label_new (NULL);
  gtk_widget_set_visible (self->choice_name, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->choice),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->choice_name,
                                  NULL,
                                  -1);
  choose_visible_page (self);
  update_choice_name (self);
  plumb_content_set_direction (self->choice, direction);
  gtk_box_prepend (GTK_BOX (self->box), self->choice);
  gtk_box_prepend (GTK_BOX (self->box), self->choice_name);

  g_signal_connect (self->choice, "map", G_CALLBACK (choice_map_cb), NULL);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (selected_cb), self);
}

/**
 * plumb_takeaways_new:
 * @library: the library, which says in which order the audiences stand
 * @topic: a topic
 *
 * Creates the tabs for @topic.
 *
 * Returns: (transfer floating): a new widget
 */
GtkWidget *
plumb_takeaways_new (PlumbLibrary *library, PlumbTopic *topic)
{
  PlumbTakeaways *self = g_object_new (PLUMB_TYPE_TAKEAWAYS, NULL);
  GListModel *audiences = plumb_library_get_file (library)->audiences;

  for (guint i = 0; audiences != NULL && i < g_list_model_get_n_items (audiences); i++) {
    g_autoptr (PlumbAudience) audience = g_list_model_get_item (audiences, i);

    for (guint j = 0; j < g_list_model_get_n_items (topic->takeaways); j++) {
      g_autoptr (PlumbTakeaway) takeaway = g_list_model_get_item (topic->takeaways, j);

      if (g_str_equal (takeaway->audience, audience->id)) {
        append_page (self, audience, takeaway);
      }
    }
  }

  self->tabs = g_object_new (ADW_TYPE_INLINE_VIEW_SWITCHER,
                             "stack",
                             self->stack,
                             "halign",
                             GTK_ALIGN_START,
                             NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tabs),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessibility", "Audience"),
                                  -1);
  gtk_box_append (GTK_BOX (self->box), self->tabs);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));

  g_signal_connect_swapped (self->stack,
                            "notify::visible-child-name",
                            G_CALLBACK (visible_child_cb),
                            self);
  fill_visible_page (self);

  return GTK_WIDGET (self);
}

/**
 * plumb_takeaways_build_next:
 * @self: the takeaways
 *
 * Makes the points of one more audience. Those that are shown are always there.
 *
 * Returns: whether there were any left to make
 */
gboolean
plumb_takeaways_build_next (PlumbTakeaways *self)
{
  g_return_val_if_fail (PLUMB_IS_TAKEAWAYS (self), FALSE);

  if (self->next == self->pages->len) {
    return FALSE;
  }
  fill_page (self, self->next++);

  return TRUE;
}

/**
 * plumb_takeaways_is_complete:
 * @self: the takeaways
 *
 * Returns: whether the points of all audiences are made
 */
gboolean
plumb_takeaways_is_complete (PlumbTakeaways *self)
{
  g_return_val_if_fail (PLUMB_IS_TAKEAWAYS (self), TRUE);

  return self->next == self->pages->len;
}

/**
 * plumb_takeaways_get_audience:
 * @self: the takeaways
 *
 * Returns: (transfer none) (nullable): the id of the audience whose points are shown
 */
const char *
plumb_takeaways_get_audience (PlumbTakeaways *self)
{
  g_return_val_if_fail (PLUMB_IS_TAKEAWAYS (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}

/**
 * plumb_takeaways_set_audience:
 * @self: the takeaways
 * @audience: (nullable): the id of an audience
 *
 * Shows the points for @audience, if the topic has any.
 */
void
plumb_takeaways_set_audience (PlumbTakeaways *self, const char *audience)
{
  g_return_if_fail (PLUMB_IS_TAKEAWAYS (self));

  if (audience != NULL && adw_view_stack_get_child_by_name (self->stack, audience) != NULL) {
    adw_view_stack_set_visible_child_name (self->stack, audience);
  }
}

/**
 * plumb_takeaways_get_compact:
 * @self: the takeaways
 *
 * Returns: whether there is one list to choose from in place of the tabs
 */
gboolean
plumb_takeaways_get_compact (PlumbTakeaways *self)
{
  g_return_val_if_fail (PLUMB_IS_TAKEAWAYS (self), FALSE);

  return self->compact;
}

/**
 * plumb_takeaways_set_compact:
 * @self: the takeaways
 * @compact: whether there is one list to choose from in place of the tabs
 *
 * Makes room where the labels of the tabs don’t fit. They are never cut short.
 */
void
plumb_takeaways_set_compact (PlumbTakeaways *self, gboolean compact)
{
  g_return_if_fail (PLUMB_IS_TAKEAWAYS (self));

  if (self->compact == compact) {
    return;
  }

  self->compact = compact;
  if (self->choice == NULL) {
    build_choice (self);
  }
  gtk_widget_set_visible (self->tabs, !compact);
  gtk_widget_set_visible (self->choice, compact);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}
