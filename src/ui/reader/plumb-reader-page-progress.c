/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a level comes to be marked as read: the end of its text was in view for a while. */

#include "config.h"

#include "plumb-reader-page-private.h"

/* How long the end of a text must be in view before it counts as read, in milliseconds. */
#define READ_DELAY 1500

static gboolean
end_in_view (PlumbReaderPage *self)
{
  GtkAdjustment *adjustment = plumb_reader_page_get_adjustment (self);
  double bottom = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment);
  GtkWidget *text = plumb_article_get_text (self->article);
  GtkWidget *last = text != NULL ? gtk_widget_get_last_child (text) : NULL;
  double y, height;

  return gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         plumb_article_is_text_complete (self->article) &&
         plumb_reader_page_get_top (self, last, &y, &height) && height > 0 &&
         y + height <= bottom + 1;
}

static void
read_cb (gpointer user_data)
{
  PlumbReaderPage *self = user_data;
  PlumbTopic *topic = plumb_article_get_topic (self->article);
  g_autoptr (GError) error = NULL;

  self->read_id = 0;
  if (topic == NULL || self->store == NULL || !end_in_view (self)) {
    return;
  }
  self->noted |= PLUMB_LEVEL_BIT (self->level);

  if (!plumb_store_mark_read (self->store,
                              plumb_library_get_file (self->library)->id,
                              topic->id,
                              plumb_article_get_level (self->article),
                              PLUMB_READ_HOW_SEEN,
                              &error)) {
    g_debug ("Not marked as read: %s", error->message);
  }
}

void
plumb_reader_page_watch_end (PlumbReaderPage *self)
{
  PlumbTopic *topic = plumb_article_get_topic (self->article);
  gboolean wanted;

  if (topic == NULL || self->store == NULL) {
    return;
  }

  /* A mark that was taken back while the page is open stays off, though the end is still in view. */
  self->noted |= plumb_store_get_levels_read (self->store,
                                              plumb_library_get_file (self->library)->id,
                                              topic->id);
  wanted = (self->noted & PLUMB_LEVEL_BIT (self->level)) == 0 && end_in_view (self);
  if (wanted && self->read_id == 0) {
    self->read_id = g_timeout_add_once (READ_DELAY, read_cb, self);
  } else if (!wanted) {
    g_clear_handle_id (&self->read_id, g_source_remove);
  }
}
