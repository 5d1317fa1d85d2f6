/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a list of entries does a little of each frame: it makes rows, opens entries, and comes to rest at one. */

#include "config.h"

#include "plumb-entries-list-private.h"

#include <math.h>

#include "plumb-entries-header.h"
#include "plumb-entry-row.h"

/* How many more rows each frame makes: few enough that no frame is late. */
#define MORE_ROWS 6

/* GtkListView makes rows for some 200 entries at once and for the rest as they are scrolled to. From here on it can have
 * them all. */
#define ENOUGH_ROWS 240

/* How many entries are opened in a frame. */
#define MORE_OPEN 4

/* What an entry that is scrolled to leaves free above it, and how often that is tried. */
#define ROOM_ABOVE 48
#define ROOM_ABOVE_HEADER 6
#define MAX_TRIES 10

/* The row of an entry, where there is one. */
GtkWidget *
plumb_entries_list_find_row (PlumbEntriesList *self, PlumbEntry *entry)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item)) {
    GtkWidget *row = gtk_widget_get_first_child (item);

    if (row != NULL && PLUMB_IS_ENTRY_ROW (row) &&
        plumb_entry_row_get_entry (PLUMB_ENTRY_ROW (row)) == entry) {
      return row;
    }
  }

  return NULL;
}

static guint
find_position (PlumbEntriesList *self, PlumbEntry *entry)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbEntry) other = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

    if (other == entry) {
      return i;
    }
  }

  return GTK_INVALID_LIST_POSITION;
}

/* What is to be at the top where @row is: the header above it, if there is one. */
static GtkWidget *
find_top (GtkWidget *row, int *room)
{
  GtkWidget *before = gtk_widget_get_prev_sibling (gtk_widget_get_parent (row));
  GtkWidget *header = before != NULL ? gtk_widget_get_first_child (before) : NULL;

  if (header != NULL && PLUMB_IS_ENTRIES_HEADER (header)) {
    *room = ROOM_ABOVE_HEADER;
    return header;
  }
  *room = ROOM_ABOVE;

  return row;
}

static gboolean
is_in_view (PlumbEntriesList *self, GtkWidget *row)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (row, GTK_WIDGET (self->list_view), &bounds) &&
         bounds.origin.y >= 0 &&
         bounds.origin.y < (float) gtk_widget_get_height (GTK_WIDGET (self->list_view)) &&
         (bounds.origin.y < 1 || bounds.origin.y + bounds.size.height <=
                                     (float) gtk_widget_get_height (GTK_WIDGET (self->list_view)));
}

static void
put_at_top (PlumbEntriesList *self, guint position, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;
  int room;

  if (position == 0) {
    /* With the title of the page, which nothing that can have the keyboard would lead to. */
    gtk_adjustment_set_value (adjustment, 0);
  } else if (gtk_widget_compute_bounds (find_top (row, &room),
                                        GTK_WIDGET (self->list_view),
                                        &bounds)) {
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + bounds.origin.y - room);
  }
}

/* Brings the entry that the reader came for to the top, in steps that each want a layout between them: into view; the
 * keyboard to it, for which the list scrolls again; to the top; and into view once more where the list, which has only
 * guessed at the heights of rows that it has not made, has ended elsewhere. Returns whether that is done. */
static gboolean
scroll_to_target (PlumbEntriesList *self)
{
  guint position = find_position (self, self->target);
  GtkWidget *row;

  if (position == GTK_INVALID_LIST_POSITION || self->n_tries > MAX_TRIES) {
    return TRUE;
  }
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->slice)) ||
      gtk_widget_get_height (GTK_WIDGET (self->list_view)) == 0) {
    return FALSE;
  }

  row = plumb_entries_list_find_row (self, self->target);
  if (self->n_tries++ == 0 || row == NULL || !gtk_widget_get_mapped (row)) {
    gtk_list_view_scroll_to (self->list_view,
                             position,
                             self->target_focus ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE,
                             NULL);
    return FALSE;
  }
  if (self->target_focus) {
    self->target_focus = FALSE;
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
    return FALSE;
  }
  if (!self->target_at_top) {
    self->target_at_top = TRUE;
    put_at_top (self, position, row);
    return FALSE;
  }
  if (position > 0 && !is_in_view (self, row)) {
    gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_NONE, NULL);
  }

  return TRUE;
}

static void
grow (PlumbEntriesList *self)
{
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (size != G_MAXUINT) {
    gtk_slice_list_model_set_size (self->slice, size < ENOUGH_ROWS ? size + MORE_ROWS : G_MAXUINT);
  }
}

static void
expand_more (PlumbEntriesList *self)
{
  for (guint i = 0; i < MORE_OPEN && self->n_expanded < self->entries->len; i++) {
    plumb_entry_set_expanded (g_ptr_array_index (self->entries, self->n_expanded++),
                              self->expanded);
  }
  self->expanding = self->n_expanded < self->entries->len;
}

/* Puts the entry that was opened back to where it was. The list lets it move when it is laid out, and is moved back
 * in the same frame or the next. Returns whether that is done. */
static gboolean
hold (PlumbEntriesList *self)
{
  GtkWidget *row = plumb_entries_list_find_row (self, self->held);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list_view), &bounds) &&
      fabsf (bounds.origin.y - self->held_y) >= 1) {
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + bounds.origin.y -
                                  self->held_y);
  }

  return self->n_held++ > 2;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PlumbEntriesList *self = PLUMB_ENTRIES_LIST (widget);

  grow (self);
  if (self->expanding) {
    expand_more (self);
  }
  if (self->held != NULL && hold (self)) {
    g_clear_object (&self->held);
  }
  if (self->target != NULL && scroll_to_target (self)) {
    g_clear_object (&self->target);
  }

  if (!plumb_entries_list_get_complete (self)) {
    return G_SOURCE_CONTINUE;
  }
  self->tick_id = 0;

  return G_SOURCE_REMOVE;
}

/* Has what is still to be done done, a little each frame. */
void
plumb_entries_list_ensure_steps (PlumbEntriesList *self)
{
  if (self->tick_id == 0) {
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  }
}
