/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-find-bar.h"

/**
 * PlumbFindBar:
 *
 * Where the reader says which words to find on the page, and reads how many of them there are.
 *
 * ## Actions
 *
 * It goes to the next and the previous match with `reader.find-next` and `reader.find-previous`, which the page provides.
 *
 * ## Accessibility
 *
 * The entry and the buttons have names. What is counted is announced.
 */
struct _PlumbFindBar {
  AdwBin parent_instance;

  gboolean revealed;

  GtkWidget *bar;
  GtkWidget *entry;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (PlumbFindBar, plumb_find_bar, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_REVEALED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
search_changed_cb (PlumbFindBar *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
next_match_cb (PlumbFindBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reader.find-next", NULL);
}

static void
previous_match_cb (PlumbFindBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reader.find-previous", NULL);
}

static void
stop_search_cb (PlumbFindBar *self)
{
  plumb_find_bar_set_revealed (self, FALSE);
}

static gboolean
plumb_find_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLUMB_FIND_BAR (widget)->entry);
}

static void
plumb_find_bar_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLUMB_TYPE_FIND_BAR);

  G_OBJECT_CLASS (plumb_find_bar_parent_class)->dispose (object);
}

static void
plumb_find_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_REVEALED:
    g_value_set_boolean (value, plumb_find_bar_get_revealed (PLUMB_FIND_BAR (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_find_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_REVEALED:
    plumb_find_bar_set_revealed (PLUMB_FIND_BAR (object), g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_find_bar_class_init (PlumbFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_find_bar_dispose;
  object_class->get_property = plumb_find_bar_get_property;
  object_class->set_property = plumb_find_bar_set_property;
  widget_class->grab_focus = plumb_find_bar_grab_focus;

  /**
   * PlumbFindBar:revealed:
   *
   * Whether the bar is shown. The reader closes it with Escape.
   */
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed",
                                                    NULL,
                                                    NULL,
                                                    FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                        G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbFindBar::changed:
   * @self: a bar
   *
   * Other words are to be found.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/reader/plumb-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindBar, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
plumb_find_bar_init (PlumbFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->bar), GTK_EDITABLE (self->entry));
}

/**
 * plumb_find_bar_new:
 *
 * Creates a bar that is not shown.
 *
 * Returns: (transfer floating): a new bar
 */
GtkWidget *
plumb_find_bar_new (void)
{
  return g_object_new (PLUMB_TYPE_FIND_BAR, NULL);
}

/**
 * plumb_find_bar_get_revealed:
 * @self: a bar
 *
 * Returns: whether it is shown
 */
gboolean
plumb_find_bar_get_revealed (PlumbFindBar *self)
{
  g_return_val_if_fail (PLUMB_IS_FIND_BAR (self), FALSE);

  return self->revealed;
}

/**
 * plumb_find_bar_set_revealed:
 * @self: a bar
 * @revealed: whether to show it
 *
 * Shows the bar, or hides it and forgets the words.
 */
void
plumb_find_bar_set_revealed (PlumbFindBar *self, gboolean revealed)
{
  g_return_if_fail (PLUMB_IS_FIND_BAR (self));

  if (self->revealed == revealed) {
    return;
  }

  self->revealed = revealed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
  if (!revealed) {
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  }
}

/**
 * plumb_find_bar_get_text:
 * @self: a bar
 *
 * Returns: (transfer none): the words to find
 */
const char *
plumb_find_bar_get_text (PlumbFindBar *self)
{
  g_return_val_if_fail (PLUMB_IS_FIND_BAR (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * plumb_find_bar_set_count:
 * @self: a bar
 * @count: which match is shown and how many there are, in words, or nothing
 *
 * Shows and announces how many matches there are.
 */
void
plumb_find_bar_set_count (PlumbFindBar *self, const char *count)
{
  g_return_if_fail (PLUMB_IS_FIND_BAR (self));
  g_return_if_fail (count != NULL);

  if (g_str_equal (gtk_label_get_text (self->count), count)) {
    return;
  }

  gtk_label_set_text (self->count, count);
  if (*count != '\0') {
    gtk_accessible_announce (GTK_ACCESSIBLE (self->count),
                             count,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  }
}
