/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-bookmarks-dialog.h"

#include <glib/gi18n-lib.h>

#include "plumb-action-table.h"
#include "plumb-bookmark-row.h"

/* A bookmark that was removed, and where it was. */
typedef struct {
  PlumbBookmark *bookmark;
  guint position;
} Removal;

/**
 * PlumbBookmarksDialog:
 *
 * The reader's bookmarks, to go to, to put in order and to remove. Activating one closes the dialog and
 * activates `win.go` with its address.
 *
 * ## Accessibility
 *
 * What can be done by dragging can be done with Alt and the arrow keys, and is said aloud. The focus stays
 * with a bookmark that was moved, and goes to the next one when one was removed.
 */
struct _PlumbBookmarksDialog {
  AdwDialog parent_instance;

  PlumbStore *store;
  GListModel *bookmarks;

  /* What a click on “Undo” brings back, as long as there is a toast that offers it. */
  GArray *removals;
  AdwToast *undo_toast;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *empty;
  GtkDropTarget *drop_target;
};

G_DEFINE_FINAL_TYPE (PlumbBookmarksDialog, plumb_bookmarks_dialog, ADW_TYPE_DIALOG)

enum {
  PROP_0,
  PROP_STORE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
removal_clear (Removal *removal)
{
  g_clear_object (&removal->bookmark);
}

static gboolean
find_position (PlumbBookmarksDialog *self, PlumbBookmark *bookmark, guint *position)
{
  const char *place = plumb_bookmark_get_place (bookmark);

  for (guint i = 0; i < g_list_model_get_n_items (self->bookmarks); i++) {
    g_autoptr (PlumbBookmark) other = g_list_model_get_item (self->bookmarks, i);

    if (g_str_equal (plumb_bookmark_get_place (other), place)) {
      *position = i;
      return TRUE;
    }
  }

  return FALSE;
}

static void
focus_position (PlumbBookmarksDialog *self, guint position)
{
  guint n_items = g_list_model_get_n_items (self->bookmarks);
  GtkListBoxRow *row;

  if (n_items == 0) {
    return;
  }
  row = gtk_list_box_get_row_at_index (self->list, (int) MIN (position, n_items - 1));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Tells of an error that left things as they were. Others are the window's to tell: the store has gone
 * on in memory, and what was asked for has happened. */
static void
show_problem (PlumbBookmarksDialog *self, const GError *error)
{
  AdwToast *toast;

  if (!g_error_matches (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_BUSY) &&
      !g_error_matches (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_NOT_FOUND)) {
    return;
  }

  toast = adw_toast_new ("");
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, error->message);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
toast_dismissed_cb (PlumbBookmarksDialog *self, AdwToast *toast)
{
  if (self->undo_toast == toast) {
    g_clear_object (&self->undo_toast);
    g_array_set_size (self->removals, 0);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "bookmarks.undo", FALSE);
  }
}

static char *
describe_removals (PlumbBookmarksDialog *self)
{
  guint n_removals = self->removals->len;

  if (n_removals == 1) {
    PlumbBookmark *bookmark = g_array_index (self->removals, Removal, 0).bookmark;

    /* Translators: %s is the bookmark’s title, set apart from the text around it by marks that can’t be
     * seen: please keep them. */
    return g_strdup_printf (_ ("Removed “\u2068%s\u2069”"), plumb_bookmark_get_title (bookmark));
  }

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Removed %u bookmark", "Removed %u bookmarks", n_removals),
      n_removals);
}

static void
offer_undo (PlumbBookmarksDialog *self)
{
  g_autofree char *title = describe_removals (self);

  if (self->undo_toast == NULL) {
    self->undo_toast = adw_toast_new ("");
    adw_toast_set_use_markup (self->undo_toast, FALSE);
    adw_toast_set_button_label (self->undo_toast, _ ("_Undo"));
    adw_toast_set_action_name (self->undo_toast, "bookmarks.undo");
    adw_toast_set_priority (self->undo_toast, ADW_TOAST_PRIORITY_HIGH);
    g_signal_connect_object (self->undo_toast,
                             "dismissed",
                             G_CALLBACK (toast_dismissed_cb),
                             self,
                             G_CONNECT_SWAPPED);
  }
  adw_toast_set_title (self->undo_toast, title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bookmarks.undo", TRUE);
  /* Adding one that is shown already gives the reader the whole time anew. */
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->undo_toast));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbBookmarksDialog *self = PLUMB_BOOKMARKS_DIALOG (widget);
  /* That the toast goes must not take along what can't be brought back now. */
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->undo_toast);
  guint position = 0;

  gtk_widget_action_set_enabled (widget, "bookmarks.undo", FALSE);
  if (toast != NULL) {
    adw_toast_dismiss (toast);
  }

  /* The last one first, so that each finds the list as it left it. */
  while (self->removals->len > 0) {
    Removal *removal = &g_array_index (self->removals, Removal, self->removals->len - 1);
    g_autoptr (GError) error = NULL;

    position = removal->position;
    plumb_store_restore_bookmark (self->store, removal->bookmark, position, &error);
    if (g_error_matches (error, PLUMB_STORE_ERROR, PLUMB_STORE_ERROR_BUSY)) {
      offer_undo (self);
      show_problem (self, error);
      return;
    }
    g_array_set_size (self->removals, self->removals->len - 1);
  }

  focus_position (self, position);
}

static void
remove_requested_cb (PlumbBookmarksDialog *self, PlumbBookmarkRow *row)
{
  g_autoptr (PlumbBookmark) bookmark = g_object_ref (plumb_bookmark_row_get_bookmark (row));
  const char *place = plumb_bookmark_get_place (bookmark);
  g_autoptr (GError) error = NULL;
  Removal removal;
  guint position;

  if (!find_position (self, bookmark, &position)) {
    return;
  }
  plumb_store_remove_bookmark (self->store, place, &error);
  if (plumb_store_find_bookmark (self->store, place) != NULL) {
    show_problem (self, error);
    return;
  }

  removal.bookmark = g_steal_pointer (&bookmark);
  removal.position = position;
  g_array_append_val (self->removals, removal);
  focus_position (self, position);
  offer_undo (self);
}

static void
move_to (PlumbBookmarksDialog *self, PlumbBookmark *bookmark, guint position)
{
  g_autoptr (PlumbBookmark) moved = g_object_ref (bookmark);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  plumb_store_move_bookmark (self->store, plumb_bookmark_get_place (moved), position, &error);
  show_problem (self, error);
  if (!find_position (self, moved, &position)) {
    return;
  }

  focus_position (self, position);
  /* Translators: said aloud when a bookmark was moved. %1$u is the place in the list where it is now,
   * %2$u how many there are. */
  message = g_strdup_printf (C_ ("accessibility", "%1$u of %2$u"),
                             position + 1,
                             g_list_model_get_n_items (self->bookmarks));
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
move_requested_cb (PlumbBookmarksDialog *self, int by, PlumbBookmarkRow *row)
{
  PlumbBookmark *bookmark = plumb_bookmark_row_get_bookmark (row);
  guint position;

  if (!find_position (self, bookmark, &position)) {
    return;
  }
  if ((by < 0 && position == 0) ||
      (by > 0 && position + 1 == g_list_model_get_n_items (self->bookmarks))) {
    gtk_widget_error_bell (GTK_WIDGET (row));
    return;
  }

  move_to (self, bookmark, (guint) ((int) position + by));
}

static GdkDragAction
drop_motion_cb (PlumbBookmarksDialog *self, double x, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL) {
    gtk_list_box_drag_unhighlight_row (self->list);
    return 0;
  }
  gtk_list_box_drag_highlight_row (self->list, row);

  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (PlumbBookmarksDialog *self)
{
  gtk_list_box_drag_unhighlight_row (self->list);
}

static gboolean
drop_cb (PlumbBookmarksDialog *self, const GValue *value, double x, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  PlumbBookmark *bookmark = g_value_get_object (value);
  guint position;

  gtk_list_box_drag_unhighlight_row (self->list);
  if (row == NULL || bookmark == NULL || !find_position (self, bookmark, &position)) {
    return FALSE;
  }

  /* It takes the place of the one that it is dropped on. */
  move_to (self, bookmark, (guint) gtk_list_box_row_get_index (row));

  return TRUE;
}

static void
row_activated_cb (PlumbBookmarksDialog *self, GtkListBoxRow *row)
{
  PlumbBookmark *bookmark = plumb_bookmark_row_get_bookmark (PLUMB_BOOKMARK_ROW (row));
  g_autofree char *place = g_strdup (plumb_bookmark_get_place (bookmark));
  /* The dialog gives the focus back as it closes, and only then the window can put it where it goes. */
  g_autoptr (GtkWidget) window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (row))));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.go", "s", place);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  PlumbBookmarkRow *row = plumb_bookmark_row_new (PLUMB_BOOKMARK (item));

  g_signal_connect_object (row,
                           "move-requested",
                           G_CALLBACK (move_requested_cb),
                           user_data,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row,
                           "remove-requested",
                           G_CALLBACK (remove_requested_cb),
                           user_data,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (row);
}

static void
update_page (PlumbBookmarksDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (self->bookmarks) == 0 ? "empty"
                                                                                    : "list");
}

static void
explain_empty (PlumbBookmarksDialog *self)
{
  const PlumbActionEntry *entry = plumb_action_table_find ("win.bookmark");
  const char *const *accels = plumb_action_entry_get_accels (
      entry,
      gtk_widget_get_direction (GTK_WIDGET (self)));
  g_autofree char *keys = NULL;
  g_autofree char *text = NULL;
  GdkModifierType mods;
  guint key;

  if (plumb_store_get_mode (self->store) == PLUMB_STORE_MODE_NONE) {
    adw_status_page_set_description (self->empty, _ ("On this computer, bookmarks are not kept."));
    return;
  }

  gtk_accelerator_parse (accels[0], &key, &mods);
  keys = gtk_accelerator_get_label (key, mods);
  /* Translators: %s is a combination of keys, such as Ctrl+D. */
  text = g_markup_printf_escaped (_ ("Press %s while you read, and the page is kept here."), keys);
  adw_status_page_set_description (self->empty, text);
}

static void
plumb_bookmarks_dialog_constructed (GObject *object)
{
  PlumbBookmarksDialog *self = PLUMB_BOOKMARKS_DIALOG (object);

  G_OBJECT_CLASS (plumb_bookmarks_dialog_parent_class)->constructed (object);

  self->bookmarks = g_object_ref (plumb_store_get_bookmarks (self->store));
  explain_empty (self);
  gtk_list_box_bind_model (self->list, self->bookmarks, create_row, self, NULL);
  g_signal_connect_object (self->bookmarks,
                           "items-changed",
                           G_CALLBACK (update_page),
                           self,
                           G_CONNECT_SWAPPED);
  update_page (self);
}

static void
plumb_bookmarks_dialog_dispose (GObject *object)
{
  PlumbBookmarksDialog *self = PLUMB_BOOKMARKS_DIALOG (object);

  g_clear_object (&self->undo_toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_BOOKMARKS_DIALOG);
  g_clear_pointer (&self->removals, g_array_unref);
  g_clear_object (&self->bookmarks);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (plumb_bookmarks_dialog_parent_class)->dispose (object);
}

static void
plumb_bookmarks_dialog_get_property (GObject *object,
                                     guint property_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  PlumbBookmarksDialog *self = PLUMB_BOOKMARKS_DIALOG (object);

  switch (property_id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
plumb_bookmarks_dialog_set_property (GObject *object,
                                     guint property_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  PlumbBookmarksDialog *self = PLUMB_BOOKMARKS_DIALOG (object);

  switch (property_id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
plumb_bookmarks_dialog_class_init (PlumbBookmarksDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plumb_bookmarks_dialog_constructed;
  object_class->dispose = plumb_bookmarks_dialog_dispose;
  object_class->get_property = plumb_bookmarks_dialog_get_property;
  object_class->set_property = plumb_bookmarks_dialog_set_property;

  /**
   * PlumbBookmarksDialog:store:
   *
   * Where the bookmarks are kept.
   */
  properties[PROP_STORE] = g_param_spec_object ("store",
                                                NULL,
                                                NULL,
                                                PLUMB_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                    G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "bookmarks.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_z,
                                       GDK_CONTROL_MASK,
                                       "bookmarks.undo",
                                       NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/dialogs/plumb-bookmarks-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbBookmarksDialog, drop_target);
  gtk_widget_class_bind_template_child (widget_class, PlumbBookmarksDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, PlumbBookmarksDialog, list);
  gtk_widget_class_bind_template_child (widget_class, PlumbBookmarksDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlumbBookmarksDialog, toasts);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
plumb_bookmarks_dialog_init (PlumbBookmarksDialog *self)
{
  GType types[] = { PLUMB_TYPE_BOOKMARK };

  self->removals = g_array_new (FALSE, FALSE, sizeof (Removal));
  g_array_set_clear_func (self->removals, (GDestroyNotify) removal_clear);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop_target, types, G_N_ELEMENTS (types));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bookmarks.undo", FALSE);
}

/**
 * plumb_bookmarks_dialog_new:
 * @store: where the bookmarks are kept
 *
 * Creates a dialog with the reader's bookmarks.
 *
 * Returns: (transfer floating): a new dialog
 */
PlumbBookmarksDialog *
plumb_bookmarks_dialog_new (PlumbStore *store)
{
  g_return_val_if_fail (PLUMB_IS_STORE (store), NULL);

  return g_object_new (PLUMB_TYPE_BOOKMARKS_DIALOG, "store", store, NULL);
}
