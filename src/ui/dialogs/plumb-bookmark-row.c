/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-bookmark-row.h"

#include <glib/gi18n-lib.h>
#include <plumb-place.h>

#include "plumb-depth-gauge.h"

/**
 * PlumbBookmarkRow:
 *
 * A bookmark in the list of them. It only asks to be moved and removed: its list sees to it.
 *
 * ## Accessibility
 *
 * The row is named by the bookmark's title and described by where it leads. It says which keys move and
 * remove it.
 */
struct _PlumbBookmarkRow {
  AdwActionRow parent_instance;

  PlumbBookmark *bookmark;

  GtkDragSource *drag_source;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (PlumbBookmarkRow, plumb_bookmark_row, ADW_TYPE_ACTION_ROW)

enum {
  PROP_0,
  PROP_BOOKMARK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  MOVE_REQUESTED,
  REMOVE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
describe_place (const PlumbPlace *place)
{
  int level = plumb_place_get_level (place);

  switch (plumb_place_get_page (place)) {
  case PLUMB_PAGE_HOME:
    return g_strdup (C_ ("page", "Start page"));
  case PLUMB_PAGE_TOPIC:
    if (level == 0) {
      return g_strdup (C_ ("page", "Topic"));
    }
    /* Translators: above the text. %1$d is the level, %2$s its name. */
    return g_strdup_printf (C_ ("level", "Level %1$d · %2$s"), level, plumb_level_get_name (level));
  case PLUMB_PAGE_DEBATE:
    return g_strdup (C_ ("page", "Debate"));
  case PLUMB_PAGE_TERM:
    return g_strdup (C_ ("page", "Glossary"));
  case PLUMB_PAGE_PERSON:
    return g_strdup (C_ ("page", "People and organisations"));
  case PLUMB_PAGE_SOURCE:
    return g_strdup (C_ ("page", "Sources"));
  case PLUMB_PAGE_CLAIM:
    return g_strdup (C_ ("page", "Claim"));
  case PLUMB_PAGE_PITFALLS:
    return g_strdup (C_ ("page", "Common pitfalls"));
  case PLUMB_PAGE_SEARCH:
    return g_strdup (C_ ("page", "Search"));
  case PLUMB_PAGE_CRUXES:
    return g_strdup (C_ ("page", "Cruxes"));
  case PLUMB_PAGE_WEIGH:
    return g_strdup (C_ ("page", "Weigh it yourself"));
  case PLUMB_PAGE_COMPARE:
    return g_strdup (C_ ("page", "Depths compared"));
  case PLUMB_PAGE_DRILL:
    return g_strdup (C_ ("page", "Pitfall drill"));
  case PLUMB_PAGE_REVIEW:
    return g_strdup (C_ ("page", "Review"));
  default:
    g_return_val_if_reached (g_strdup (""));
  }
}

/**
 * plumb_bookmark_row_describe:
 * @place: the address that a bookmark leads to
 * @created: when it was made, in seconds since 1970
 *
 * Says where a bookmark leads and from when it is, in a few words. What can't be told is left out.
 *
 * Returns: (transfer full): a line of plain text
 */
char *
plumb_bookmark_row_describe (const char *place, gint64 created)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (created);
  g_autoptr (PlumbPlace) parsed = NULL;
  g_autofree char *where = NULL;
  g_autofree char *when = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  parsed = plumb_place_parse (place, NULL);
  if (parsed != NULL) {
    where = describe_place (parsed);
  }
  if (time != NULL) {
    /* Translators: the day on which a bookmark was made, as g_date_time_format() takes it:
     * “3 June 2026”. */
    when = g_date_time_format (time, C_ ("bookmark", "%-e %B %Y"));
  }
  if (where != NULL && when != NULL) {
    /* Translators: under the title of a bookmark. %1$s is where it leads, like “Level 2 · Working
     * knowledge”, %2$s the day on which it was made. */
    return g_strdup_printf (C_ ("bookmark", "%1$s · %2$s"), where, when);
  }

  return where != NULL ? g_steal_pointer (&where) : g_strdup (when != NULL ? when : "");
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[MOVE_REQUESTED], 0, g_variant_get_int32 (parameter));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVE_REQUESTED], 0);
}

static GdkContentProvider *
drag_prepare_cb (PlumbBookmarkRow *self)
{
  return gdk_content_provider_new_typed (PLUMB_TYPE_BOOKMARK, self->bookmark);
}

static void
drag_begin_cb (PlumbBookmarkRow *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (paintable);

  gtk_drag_source_set_icon (self->drag_source, picture, 0, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
}

static void
drag_end_cb (PlumbBookmarkRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
}

static void
set_bookmark (PlumbBookmarkRow *self, PlumbBookmark *bookmark)
{
  const char *title = plumb_bookmark_get_title (bookmark);
  g_autofree char *subtitle = plumb_bookmark_row_describe (plumb_bookmark_get_place (bookmark),
                                                           plumb_bookmark_get_created (bookmark));
  g_autofree char *remove = NULL;

  self->bookmark = g_object_ref (bookmark);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);

  /* Translators: what the button beside a bookmark does. %s is the bookmark’s title, set apart from the
   * text around it by marks that can’t be seen: please keep them. */
  remove = g_strdup_printf (C_ ("accessibility", "Remove “\u2068%s\u2069”"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                  "Alt+ArrowUp Alt+ArrowDown Delete",
                                  -1);
}

static void
plumb_bookmark_row_dispose (GObject *object)
{
  PlumbBookmarkRow *self = PLUMB_BOOKMARK_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_BOOKMARK_ROW);
  g_clear_object (&self->bookmark);

  G_OBJECT_CLASS (plumb_bookmark_row_parent_class)->dispose (object);
}

static void
plumb_bookmark_row_get_property (GObject *object,
                                 guint property_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  PlumbBookmarkRow *self = PLUMB_BOOKMARK_ROW (object);

  switch (property_id) {
  case PROP_BOOKMARK:
    g_value_set_object (value, self->bookmark);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
plumb_bookmark_row_set_property (GObject *object,
                                 guint property_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  PlumbBookmarkRow *self = PLUMB_BOOKMARK_ROW (object);

  switch (property_id) {
  case PROP_BOOKMARK:
    set_bookmark (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
plumb_bookmark_row_class_init (PlumbBookmarkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_bookmark_row_dispose;
  object_class->get_property = plumb_bookmark_row_get_property;
  object_class->set_property = plumb_bookmark_row_set_property;

  /**
   * PlumbBookmarkRow:bookmark:
   *
   * The bookmark that is shown.
   */
  properties[PROP_BOOKMARK] = g_param_spec_object ("bookmark",
                                                   NULL,
                                                   NULL,
                                                   PLUMB_TYPE_BOOKMARK,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                       G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbBookmarkRow::move-requested:
   * @self: the row
   * @by: by how many rows; negative is up
   *
   * The reader wants the bookmark to be elsewhere in the list.
   */
  signals[MOVE_REQUESTED] = g_signal_new ("move-requested",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_INT);

  /**
   * PlumbBookmarkRow::remove-requested:
   * @self: the row
   *
   * The reader wants the bookmark to go.
   */
  signals[REMOVE_REQUESTED] = g_signal_new ("remove-requested",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            0);

  gtk_widget_class_install_action (widget_class, "bookmark.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "bookmark.remove", NULL, remove_action);

  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_Up,
                                       GDK_ALT_MASK,
                                       "bookmark.move",
                                       "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_KP_Up,
                                       GDK_ALT_MASK,
                                       "bookmark.move",
                                       "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_Down,
                                       GDK_ALT_MASK,
                                       "bookmark.move",
                                       "i",
                                       1);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_KP_Down,
                                       GDK_ALT_MASK,
                                       "bookmark.move",
                                       "i",
                                       1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "bookmark.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "bookmark.remove", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/dialogs/plumb-bookmark-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbBookmarkRow, drag_source);
  gtk_widget_class_bind_template_child (widget_class, PlumbBookmarkRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
}

static void
plumb_bookmark_row_init (PlumbBookmarkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_bookmark_row_new:
 * @bookmark: a bookmark
 *
 * Creates a row for @bookmark.
 *
 * Returns: (transfer floating): a new row
 */
PlumbBookmarkRow *
plumb_bookmark_row_new (PlumbBookmark *bookmark)
{
  g_return_val_if_fail (PLUMB_IS_BOOKMARK (bookmark), NULL);

  return g_object_new (PLUMB_TYPE_BOOKMARK_ROW, "bookmark", bookmark, NULL);
}

/**
 * plumb_bookmark_row_get_bookmark:
 * @self: a row
 *
 * Returns: (transfer none): the bookmark that it shows
 */
PlumbBookmark *
plumb_bookmark_row_get_bookmark (PlumbBookmarkRow *self)
{
  g_return_val_if_fail (PLUMB_IS_BOOKMARK_ROW (self), NULL);

  return self->bookmark;
}
